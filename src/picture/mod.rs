//! Draws the pictures that leave the site: figures to download, and the cards that a
//! social network shows for a page.
//!
//! A picture is an SVG document first, with every word at a measured place. [`Picture`]
//! turns one into a PNG when somebody needs it: for all of a study that takes ten times as
//! long as the rest of its build.

mod card;
mod figure;
mod font;
mod raster;
mod sheet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

pub use card::{CARD_SIZE, CardWords, CardsBefore, draw_card};
pub use figure::{FigurePicture, FigureSheet, FiguresBefore, draw_figures, left_out};
pub use raster::Picture;

/// The address of an SVG document that holds the document itself.
pub fn address(svg: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}
