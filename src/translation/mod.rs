//! Whether the languages of a study still say the same.
//!
//! A text is a sequence of [translation units](crate::study::TranslationUnit); [`align()`]
//! finds the twin of each in another language.

mod align;
pub mod exchange;

pub use align::{Pair, align};
