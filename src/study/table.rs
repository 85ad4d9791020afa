//! Tables: numbered objects that show columns of a dataset.

use crate::expr::Expression;
use crate::source::Spanned;

use super::Texts;

/// A table: which columns of a dataset are shown.
#[derive(Debug)]
pub struct Table {
    /// Its id, which is its anchor.
    pub id: Spanned<String>,
    /// The dataset.
    pub dataset: Spanned<String>,
    /// The variables that are shown, one column each.
    pub columns: Vec<Spanned<String>>,
    /// Which rows are shown.
    pub filter: Option<Expression>,
    /// Whether numbers stand as the source printed them.
    pub form: TableForm,
    /// Its title.
    pub title: Texts,
    /// Notes on its rows.
    pub notes: Option<Texts>,
    /// Where the data come from, if not where the dataset does.
    pub source: Option<Texts>,
}

/// How the numbers of a table stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// As the source printed them, in its units.
    Printed,
    /// In the unit of their variable.
    Normalised,
}
