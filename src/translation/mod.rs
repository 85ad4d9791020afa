//! Whether the languages of a study still say the same.
//!
//! A text is a sequence of [translation units](crate::study::TranslationUnit); [`align()`]
//! finds the twin of each in another language, and [`check()`] compares the two. [`state`]
//! says whether the original still has the wording that the translator had before them,
//! and [`exchange`] hands texts to translators.

mod align;
pub mod exchange;
mod likeness;
mod numeral;
mod parity;
pub mod state;

pub use align::{Pair, align};
pub use parity::{check, check_files};
