//! Outlines of regions on the plane: projected without distorting areas, and with no more
//! points than are seen. Borders that two regions share stay shared.

mod albers;
mod arcs;
mod thin;

pub use albers::project;
pub use thin::{area, thin};

/// A place: of outlines in degrees east and north, of a map to the right and down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// East, or to the right.
    pub x: f64,
    /// North, or down.
    pub y: f64,
}

/// A closed line; its last point leads to the first, which is not repeated.
pub type Ring = Vec<Position>;
