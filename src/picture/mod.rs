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

pub use card::{CARD_SIZE, CardWords, CardsBefore, draw_card};
pub use figure::{FigurePicture, FigureSheet, FiguresBefore, draw_figures, left_out};
pub use raster::Picture;
