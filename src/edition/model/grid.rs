//! Tables of data.

use rust_decimal::Decimal;

use crate::locale::{Date, Flags};

use super::{FlagMark, Text};

/// Heads and cells of a table of data. The first `keys` columns name the row.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// How many columns name a row.
    pub keys: usize,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row, as many as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The reasons of the missing values that occur, with the sign that stands for each.
    pub missing: Vec<(String, Text)>,
    /// The flags that occur.
    pub flags: Vec<FlagMark>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The variable's label.
    pub label: Text,
    /// The unit's label, where the column holds quantities.
    pub unit: Option<String>,
    /// Whether its cells are numbers, to be aligned by their decimals.
    pub numeric: bool,
}

/// A cell of a table of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value as the language writes it, or the sign of a missing value.
    pub text: String,
    /// The unit that the source printed this cell's row in, where it is not the
    /// column's: only in the printed form.
    pub unit: Option<String>,
    /// Whether the value is missing.
    pub missing: bool,
    /// What the source says of the value.
    pub flags: Flags,
    /// The same for programs: `None` for words, and where the value is missing.
    pub exact: Option<Exact>,
}

/// A value that programs can read.
#[derive(Debug, Clone, PartialEq)]
pub enum Exact {
    /// A number in the unit of its variable, not rounded.
    Number(Decimal),
    /// A date.
    Date(Date),
}
