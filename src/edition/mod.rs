//! An edition: the study in one language, with nothing left to look up.

mod model;

pub use model::*;
