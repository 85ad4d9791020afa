//! Whether the languages of a study still say the same.
//!
//! A text is a sequence of [translation units](crate::study::TranslationUnit); [`align()`]
//! finds the twin of each in another language, and [`check()`] compares the two.

mod align;
pub mod exchange;
mod numeral;
mod parity;

pub use align::{Pair, align};
pub use parity::check;
