//! Why values are missing.

use super::Texts;
use crate::expr::NOT_AVAILABLE;

/// Why a value is missing, in words.
#[derive(Debug, Clone)]
pub enum Reason {
    /// The key of an interface text.
    BuiltIn(&'static str),
    /// Words of the study.
    Own(Texts),
}

/// The codes of missing values that no dataset has to declare, with the keys of their
/// interface texts, as Eurostat writes them: `:` not available, `c` confidential, `z` not
/// applicable; `x` for what is suppressed.
const BUILT_IN: [(&str, &str); 4] = [
    (NOT_AVAILABLE, "missing_not_available"),
    ("c", "missing_confidential"),
    ("x", "missing_suppressed"),
    ("z", "missing_not_applicable"),
];

impl Reason {
    /// The reason of a code that no dataset has to declare.
    pub fn built_in(code: &str) -> Option<Self> {
        BUILT_IN.iter().find(|(own, _)| *own == code).map(|(_, key)| Self::BuiltIn(key))
    }

    /// The codes that no dataset has to declare.
    pub fn codes() -> impl Iterator<Item = &'static str> + Clone {
        BUILT_IN.iter().map(|(code, _)| *code)
    }
}
