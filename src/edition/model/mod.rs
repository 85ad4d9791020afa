//! The nouns of an edition: what a page shows, with nothing left to look up.

mod dataset;
mod edition;
mod grid;
mod line;
mod object;
mod revision;

pub use dataset::*;
pub use edition::*;
pub use grid::*;
pub use line::*;
pub use object::*;
pub use revision::*;
