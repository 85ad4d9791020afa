//! Datasets: variables, rows and the checks on them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::expr::{Expression, Number, PER_MILLE, PERCENT, Records, Value, WordId};
use crate::lang::Lang;
use crate::locale::{Currency, Date, Flags, Kind, Period, Quantity, Scale, Time};
use crate::source::{Span, Spanned};

use super::{Licence, Reason, Texts, plain};

/// A dataset.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Its id, an identifier of CEL.
    pub id: String,
    /// Its title.
    pub title: Texts,
    /// What the data are.
    pub description: Texts,
    /// Where they come from.
    pub source: Texts,
    /// The time they speak of.
    pub period: Period,
    /// The day that the source published the data, or that they were taken from it.
    pub updated: Option<Date>,
    /// When the source will publish newer ones.
    pub next_update: Option<Date>,
    /// What others may do with the data.
    pub licence: Option<Licence>,
    /// Notes.
    pub notes: Option<Texts>,
    /// Positions of the variables whose values name a row.
    pub key: Vec<usize>,
    /// The reasons why values are missing, by their code: those that the dataset declares,
    /// and of the others those that its rows have.
    pub missing: BTreeMap<String, Reason>,
    /// The variables in the order of their columns.
    pub variables: Vec<Variable>,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
    /// The key of each row, each part as text.
    pub keys: Vec<Vec<String>>,
    /// The position of each row by its key.
    pub index: BTreeMap<Vec<String>, usize>,
    /// How it is derived from another dataset, where it is.
    pub derivation: Option<Derivation>,
    /// The ids of the other datasets that its formulas ask.
    pub asks: Vec<String>,
    /// What the rows must meet.
    pub checks: Vec<Check>,
    /// The file that declares it.
    pub span: Span,
}

/// How a dataset is derived from another.
#[derive(Debug, Clone)]
pub struct Derivation {
    /// The id of the other dataset.
    pub from: String,
    /// Which of its rows are taken.
    pub filter: Option<Expression>,
    /// The ids of the variables by which they are grouped; none where they are not.
    pub by: Vec<String>,
}

/// A variable: a column of a dataset.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its id.
    pub id: String,
    /// What its values are.
    pub kind: VariableKind,
    /// The id of its unit; of money the code of its currency.
    pub unit: Option<Arc<str>>,
    /// The power of a thousand that its numbers are written in where the data stand.
    pub scale: Scale,
    /// How many decimals its values are shown with; `None` for those that they have.
    pub decimals: Option<u32>,
    /// Its label.
    pub label: Texts,
    /// A shorter label for narrow charts and heads of columns.
    pub short: Option<Texts>,
    /// The levels of a category in their order.
    pub levels: Vec<Level>,
    /// The expression of a derived variable.
    pub formula: Option<Expression>,
}

/// The name of the column that holds the flags of a variable.
pub fn flag_column(variable: &str) -> String {
    format!("{variable}_flag")
}

/// A level of a category.
#[derive(Debug, Clone)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Texts,
    /// A shorter label for narrow charts.
    pub short: Option<Texts>,
    /// Its code on a map.
    pub code: String,
    /// What sentences decline it as.
    pub word: Option<LevelWord>,
}

/// The id of what a level is declined as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelWord {
    /// A noun.
    Noun(Spanned<String>),
    /// A place.
    Place(Spanned<String>),
}

/// What the values of a variable are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VariableKind {
    /// Years.
    Year,
    /// Periods, quarters, academic years, decades.
    Period,
    /// Calendar dates.
    Date,
    /// Whole numbers of something.
    Count,
    /// Numbers with a unit.
    Number,
    /// Percentages.
    Percent,
    /// Parts of a whole, from 0 to 1, shown as percentages.
    Share,
    /// Pure numbers.
    Ratio,
    /// Amounts of money.
    Currency,
    /// One of the levels.
    Category,
    /// Words.
    Text,
}

impl VariableKind {
    /// Whether values are quantities that can be summed, drawn and aligned.
    pub fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::Count
                | Self::Number
                | Self::Percent
                | Self::Share
                | Self::Ratio
                | Self::Currency
        )
    }

    /// Its name, as authors write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Period => "period",
            Self::Date => "date",
            Self::Count => "count",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Share => "share",
            Self::Ratio => "ratio",
            Self::Currency => "currency",
            Self::Category => "category",
            Self::Text => "text",
        }
    }

    /// Whether values are times.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Date | Self::Period)
    }

    /// Whether values are shown as percentages.
    pub fn is_percentage(self) -> bool {
        matches!(self, Self::Percent | Self::Share)
    }
}

/// An observation: a row of a dataset.
#[derive(Debug, Clone)]
pub struct Row {
    /// A cell for each variable.
    pub cells: Vec<Cell>,
    /// The unit that the source printed the numbers of this row in, where it is a
    /// multiple of the variables' own.
    pub printed_in: Option<Multiplied>,
    /// Where it stands.
    pub span: Span,
}

/// A unit that numbers of a row were printed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiplied {
    /// The id of the printed unit.
    pub unit: String,
    /// The unit that it is a multiple of: variables in other units are not touched.
    pub of: String,
    /// How many of it.
    pub times: Decimal,
}

/// The value of a variable in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A number in the variable's unit, and as the source printed it.
    Number {
        /// In the variable's unit.
        value: Decimal,
        /// As printed, with its trailing zeros.
        printed: Decimal,
        /// What the source says of it.
        flags: Flags,
    },
    /// A calendar date.
    Date(Date),
    /// A period, a quarter, an academic year or a decade.
    Time(Time),
    /// The id of a level.
    Level(String),
    /// Words.
    Text(String),
    /// The code of the reason why it is missing.
    Missing(String),
}

impl Cell {
    /// A number without flags, that the source printed as it is.
    pub fn number(value: Decimal) -> Self {
        Self::Number { value, printed: value, flags: Flags::NONE }
    }
}

/// What the rows of a dataset must meet.
#[derive(Debug, Clone)]
pub struct Check {
    /// Its id, unique in the dataset.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// The condition.
    pub condition: Condition,
    /// How far two numbers may differ and still be equal.
    pub tolerance: Decimal,
    /// What a reader is told where it fails.
    pub message: Texts,
    /// Why a failing check is published all the same.
    pub disputed: Option<Texts>,
}

/// A condition of a check.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Of each row.
    Each(Expression),
    /// Of the dataset as a whole.
    Whole(Expression),
}

impl Condition {
    /// Its expression.
    pub fn expression(&self) -> &Expression {
        match self {
            Self::Each(expression) | Self::Whole(expression) => expression,
        }
    }
}

/// A check that fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The dataset's id.
    pub dataset: String,
    /// The position of the check in the dataset.
    pub check: usize,
    /// The rows that fail; none for a check of the whole.
    pub rows: Vec<usize>,
}

impl Dataset {
    /// The ids of the datasets that it is computed from: the one whose rows it takes, then
    /// those that its formulas ask.
    pub fn derived_from(&self) -> Vec<&str> {
        let first = self.derivation.iter().map(|own| own.from.as_str());
        let mut ids: Vec<&str> = Vec::new();
        for id in first.chain(self.asks.iter().map(String::as_str)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The position of a variable.
    pub fn variable(&self, id: &str) -> Option<usize> {
        self.variables.iter().position(|variable| variable.id == id)
    }

    fn level_of(&self, variable: &str, level: &str) -> Option<&Level> {
        let levels = &self.variables[self.variable(variable)?].levels;
        levels.iter().find(|own| own.id == level)
    }

    /// The number of a cell with the form that its variable gives it, a share in per cent.
    pub fn quantity(&self, row: usize, variable: usize) -> Option<Quantity> {
        match &self.rows[row].cells[variable] {
            Cell::Number { value, flags, .. } => {
                Some(self.form(variable, *value, *flags).as_percent())
            }
            _ => None,
        }
    }

    /// The number of a cell as tables and charts show it: in units of one, a share in per
    /// cent.
    pub fn amount(&self, row: usize, variable: usize) -> Option<Decimal> {
        self.quantity(row, variable).map(|quantity| quantity.value)
    }

    /// The number of a cell as the source printed it.
    pub fn printed_quantity(&self, row: usize, variable: usize) -> Option<Quantity> {
        match &self.rows[row].cells[variable] {
            Cell::Number { printed, flags, .. } => {
                let printed = self.form(variable, *printed, *flags).as_percent();
                Some(Quantity { decimals: Some(printed.value.scale()), ..printed })
            }
            _ => None,
        }
    }

    /// A number in the form that a variable gives to its own.
    pub fn form(&self, variable: usize, value: Decimal, flags: Flags) -> Quantity {
        let variable = &self.variables[variable];
        let kind = match variable.kind {
            VariableKind::Year => Kind::Year,
            VariableKind::Percent => Kind::Percent,
            VariableKind::Share => Kind::Share,
            _ => Kind::Number,
        };
        let decimals = match variable.kind {
            VariableKind::Year | VariableKind::Count => Some(0),
            _ => variable.decimals,
        };
        let currency = variable.currency();
        Quantity { kind, decimals, currency, flags, ..Quantity::new(value) }
    }
}

impl Variable {
    /// The currency of its amounts of money.
    pub fn currency(&self) -> Option<Currency> {
        match self.kind {
            VariableKind::Currency => Currency::of(self.unit.as_deref()?),
            _ => None,
        }
    }

    /// A number of its values as tables and charts show it: a share in per cent.
    pub fn shown(&self, value: Decimal) -> Decimal {
        let kind =
            if self.kind == VariableKind::Share { Kind::Share } else { Kind::Number };
        Quantity { kind, ..Quantity::new(value) }.as_percent().value
    }
}

impl Records for Dataset {
    fn id(&self) -> &str {
        &self.id
    }

    fn variables(&self) -> Vec<&str> {
        self.variables.iter().map(|variable| variable.id.as_str()).collect()
    }

    fn key_length(&self) -> usize {
        self.key.len()
    }

    fn length(&self) -> usize {
        self.rows.len()
    }

    fn value(&self, row: usize, variable: &str) -> Option<Value<'_>> {
        let at = self.variable(variable)?;
        // A formula sees the variables before its own: those after have no cell yet.
        let cell = self.rows.get(row)?.cells.get(at)?;
        Some(match cell {
            Cell::Number { value, flags, .. } => {
                let variable = &self.variables[at];
                let unit = match variable.kind {
                    VariableKind::Percent => Some(PERCENT.into()),
                    _ => variable.unit.clone(),
                };
                let mut quantity = self.form(at, *value, *flags);
                if unit.as_deref() == Some(PER_MILLE) {
                    quantity.kind = Kind::PerMille;
                }
                Value::Number(Number { quantity, unit })
            }
            Cell::Date(date) => Value::Date(*date),
            Cell::Time(time) => Value::Time(*time),
            Cell::Text(text) => Value::Text(text.clone()),
            Cell::Missing(reason) => Value::Missing { reason: reason.clone() },
            Cell::Level(id) => Value::Level {
                records: self,
                variable: variable.to_owned(),
                id: id.clone(),
            },
        })
    }

    fn find(&self, key: &[String]) -> Option<usize> {
        self.index.get(key).copied()
    }

    fn key_of(&self, row: usize) -> &[String] {
        self.keys.get(row).map_or(&[], Vec::as_slice)
    }

    fn word(&self, variable: &str, level: &str) -> Option<WordId<'_>> {
        Some(match self.level_of(variable, level)?.word.as_ref()? {
            LevelWord::Noun(id) => WordId::Noun(&id.value),
            LevelWord::Place(id) => WordId::Place(&id.value),
        })
    }

    fn level(&self, variable: &str, level: &str, lang: Lang) -> String {
        match self.level_of(variable, level) {
            Some(Level { label, .. }) => plain(&label.get(lang).content, ""),
            None => level.to_owned(),
        }
    }
}
