//! What the front of the study shows before its text.

use crate::expr::Expression;
use crate::locale::Period;
use crate::source::Spanned;

use super::Texts;

/// What the front shows beside title, authors and abstract.
#[derive(Debug, Default)]
pub struct Opening {
    /// The id of the figure that tells most.
    pub figure: Option<Spanned<String>>,
    /// The key figures in their order.
    pub key_figures: Vec<KeyFigure>,
}

/// A number that stands large at the front of the study.
#[derive(Debug)]
pub struct KeyFigure {
    /// The number.
    pub value: Expression,
    /// What it counts, and when.
    pub label: Texts,
    /// What it is compared with.
    pub comparison: Option<Comparison>,
    /// The series that is drawn beside it.
    pub line: Option<LineSource>,
}

/// An earlier number that a key figure is compared with.
#[derive(Debug)]
pub struct Comparison {
    /// The earlier number.
    pub from: Expression,
    /// The year that it is of; or the span of the change, where that is not a year.
    pub period: Period,
}

/// The variable that a small line shows, over the time that names the rows of its dataset.
#[derive(Debug)]
pub struct LineSource {
    /// The id of the dataset.
    pub dataset: String,
    /// The position of the time among its variables.
    pub time: usize,
    /// The position of the variable.
    pub variable: usize,
}
