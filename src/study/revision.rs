//! The log of what was changed after the study was first published.

use std::collections::BTreeMap;

use crate::locale::Date;
use crate::source::Span;

use super::Texts;

/// A revision: data that were changed, and why. The first is the first publication.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The day of its publication.
    pub date: Date,
    /// Why, in each language, or in the language of the original.
    pub reason: Texts,
    /// The cells that it changed, by the ids of the datasets.
    pub cells: BTreeMap<String, Vec<RevisedCell>>,
    /// The paths of the pages whose readers saw something else.
    pub pages: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// A cell that a revision changed. Its dataset and its variable may be gone since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisedCell {
    /// The values that name the row.
    pub row: Vec<String>,
    /// The variable's id.
    pub variable: String,
    /// What it held; `None` where there was no such cell.
    pub old: Option<RevisedValue>,
    /// What it held then.
    pub new: Option<RevisedValue>,
}

/// What a cell held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevisedValue {
    /// A value as programs write it.
    Value(String),
    /// Nothing, for the reason with this code.
    Missing(String),
}
