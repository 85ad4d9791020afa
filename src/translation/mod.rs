//! Whether the languages of a study still say the same.
//!
//! A text is a sequence of [translation units](crate::study::TranslationUnit); [`align()`]
//! finds the twin of each in another language; [`state`] says whether the original still
//! has the wording that the translator had before them.

mod align;
pub mod state;

pub use align::{Pair, align};
