//! Datasets as their pages show them.

use crate::locale::{Date, Period};

use super::{Finding, Grid, Text};

/// A dataset as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What the data are.
    pub description: Text,
    /// Where they come from.
    pub source: Text,
    /// The time they speak of, as the language writes it.
    pub period: String,
    /// The same for programs.
    pub time: Period,
    /// The day of the data, as the language writes it.
    pub updated: Option<String>,
    /// The same for programs.
    pub modified: Option<Date>,
    /// When newer ones will be published.
    pub next_update: Option<String>,
    /// What others may do with them.
    pub licence: Option<Licence>,
    /// Notes.
    pub notes: Option<Text>,
    /// The variables.
    pub variables: Vec<Variable>,
    /// The codes of missing values, with their reasons.
    pub missing: Vec<(String, Text)>,
    /// All rows, normalised.
    pub grid: Grid,
    /// What the rows meet, or are known not to.
    pub checks: Vec<Check>,
    /// The editorial notes of all its disputed checks.
    pub findings: Vec<Finding>,
    /// Figures and tables that show it: anchor and label.
    pub shown_in: Vec<(String, String)>,
    /// What it is computed from.
    pub derivation: Derivation,
}

/// What a dataset is computed from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Derivation {
    /// The other datasets: ids and titles.
    pub from: Vec<(String, Text)>,
    /// The condition by which rows of the first are taken.
    pub filter: Option<String>,
    /// The labels of the variables by which they are grouped.
    pub by: Vec<Text>,
}

/// The licence of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Licence {
    /// What it is called.
    pub name: Text,
    /// Where its text is.
    pub url: Option<String>,
}

/// A variable as a dataset's page describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// A shorter label for narrow charts and heads of columns.
    pub short: Option<Text>,
    /// The name of its type in the reader's language.
    pub kind: String,
    /// The unit's label.
    pub unit: Option<String>,
    /// How many decimals its values are shown with, where that is declared.
    pub decimals: Option<u32>,
    /// The levels of a category.
    pub levels: Vec<Level>,
    /// The expression of a derived variable.
    pub formula: Option<String>,
}

/// A level of a category.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its id, by which the files of the dataset name it.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// A shorter label for narrow charts.
    pub short: Option<Text>,
}

/// What the rows of a dataset must meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// Whether each row must meet it, and not the dataset as a whole.
    pub each: bool,
    /// The condition, an expression.
    pub condition: String,
    /// How far two numbers may differ and still be equal, as the language writes it, where
    /// they may.
    pub tolerance: Option<String>,
    /// Whether the data do not meet it, and are published all the same.
    pub fails: bool,
}
