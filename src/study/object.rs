//! Numbered objects: figures and tables.

use crate::expr::Expression;
use crate::locale::Scale;
use crate::source::Spanned;

use super::Texts;

/// A figure: what is drawn from which dataset.
#[derive(Debug)]
pub struct Figure {
    /// Its id, which is its anchor.
    pub id: Spanned<String>,
    /// The dataset.
    pub dataset: Spanned<String>,
    /// How it is drawn.
    pub kind: FigureKind,
    /// The variable along the axis, or that names the bars.
    pub x: Spanned<String>,
    /// The variables that are drawn, one series each.
    pub y: Vec<Spanned<String>>,
    /// Which rows are drawn.
    pub filter: Option<Expression>,
    /// In which order the bars stand.
    pub order: Order,
    /// The power of a thousand that numbers are shown in.
    pub scale: Scale,
    /// The finding.
    pub title: Texts,
    /// Measure, unit, place and period.
    pub subtitle: Texts,
    /// What is to be seen, in words.
    pub alt: Texts,
    /// What the data say, in place of the sentence that is made of them.
    pub summary: Option<Texts>,
    /// Notes on what is drawn.
    pub notes: Option<Texts>,
    /// Where the data come from, if not where the dataset does.
    pub source: Option<Texts>,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// Lines over years.
    Line,
    /// A horizontal bar for each category.
    Bar,
    /// Horizontal bars of several series beside each other.
    Grouped,
    /// Horizontal bars of parts that add up.
    Stacked {
        /// Whether each bar is drawn as a hundred per cent.
        share: bool,
    },
}

/// In which order bars stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the rows of the dataset.
    Given,
    /// The smallest value first.
    Ascending,
    /// The largest value first.
    Descending,
}

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
