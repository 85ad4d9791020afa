//! The table of a dataset that its files hold: the same columns, values and types in all.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::exact;
use crate::locale::{Date, Flags, Time};
use crate::study::{Cell, Dataset, Row, Variable, VariableKind};

/// A column of the files of a dataset.
pub(super) struct Field<'d> {
    /// Its name, which no other column of the dataset has.
    pub(super) name: String,
    /// The variable that it belongs to.
    pub(super) variable: &'d Variable,
    /// The position of that variable.
    pub(super) at: usize,
    /// What of the variable it holds.
    pub(super) role: Role,
    /// What its values are, for programs.
    pub(super) kind: Kind,
}

/// What of a variable a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The values.
    Value,
    /// What the source says of a value: its flags, or the code of the reason why it is
    /// missing. It is the column that a dataset's own CSV may have.
    Flag,
}

/// What the values of a column are, for programs: read off the values themselves, so that
/// none of them is of another type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Years of four digits.
    Year,
    /// Months of a year, `1991-10`.
    Month,
    /// Days, `1991-10-31`.
    Day,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Decimal,
    /// Codes out of a list.
    Code,
    /// Words; also periods, and dates that are not all known equally well.
    Text,
}

/// A code that a column may have.
pub(super) struct Code {
    /// As the study has it.
    pub(super) code: String,
    /// What it stands for.
    pub(super) means: Means,
}

/// What a code stands for.
#[derive(Clone, Copy)]
pub(super) enum Means {
    /// The level of its variable at this position.
    Level(usize),
    /// The reason of the dataset at this position.
    Reason(usize),
    /// These flags.
    Flags(Flags),
}

/// The value of a column in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Datum<'d> {
    /// A number, with no more decimals than a file gives.
    Number(Decimal),
    /// A date.
    Date(Date),
    /// A period, a quarter, an academic year or a decade.
    Time(Time),
    /// A code of a list.
    Code(&'d str),
    /// Flags, of which there are some.
    Flags(Flags),
    /// Words.
    Text(&'d str),
    /// There is none.
    Nothing,
}

/// The columns of a dataset: its variables, each followed by what is said of its values,
/// where that is anything.
pub(super) fn fields(dataset: &Dataset) -> Vec<Field<'_>> {
    let ids = dataset.variables.iter().map(|variable| variable.id.as_str());
    let mut taken: BTreeSet<String> = ids.map(str::to_owned).collect();
    let mut fields = Vec::new();
    for (at, variable) in dataset.variables.iter().enumerate() {
        let kind = kind(dataset, at);
        let name = variable.id.clone();
        fields.push(Field { name, variable, at, role: Role::Value, kind });
        let said = |row: &Row| match row.cells.get(at) {
            Some(Cell::Missing(_)) => true,
            Some(Cell::Number { flags, .. }) => !flags.is_empty(),
            _ => false,
        };
        if dataset.rows.iter().any(said) {
            let name = free(&mut taken, format!("{}_flag", variable.id));
            let (role, kind) = (Role::Flag, Kind::Code);
            fields.push(Field { name, variable, at, role, kind });
        }
    }
    fields
}

impl Field<'_> {
    /// Its value in a row.
    pub(super) fn datum<'r>(&self, row: &'r Row) -> Datum<'r> {
        match (self.role, row.cells.get(self.at)) {
            (Role::Flag, Some(Cell::Missing(code))) => Datum::Code(code),
            (Role::Flag, Some(Cell::Number { flags, .. })) if !flags.is_empty() => {
                Datum::Flags(*flags)
            }
            (Role::Flag, _) | (_, Some(Cell::Missing(_)) | None) => Datum::Nothing,
            (Role::Value, Some(Cell::Number { value, .. })) => {
                Datum::Number(exact(self.variable.shown(*value)))
            }
            (Role::Value, Some(Cell::Time(time))) => Datum::Time(*time),
            (Role::Value, Some(Cell::Date(date))) => Datum::Date(*date),
            (Role::Value, Some(Cell::Level(id))) => Datum::Code(id),
            (Role::Value, Some(Cell::Text(text))) => Datum::Text(text),
        }
    }

    /// The code of the reason why the variable has no value in a row.
    pub(super) fn reason<'r>(&self, row: &'r Row) -> Option<&'r str> {
        match row.cells.get(self.at) {
            Some(Cell::Missing(code)) => Some(code),
            _ => None,
        }
    }

    /// The codes that its values are out of.
    pub(super) fn codes(&self, dataset: &Dataset) -> Vec<Code> {
        match (self.role, self.kind) {
            (Role::Flag, _) => {
                let reasons = dataset.missing.keys().enumerate();
                let reasons = reasons.map(|(at, code)| Code {
                    code: code.clone(),
                    means: Means::Reason(at),
                });
                let flags = dataset.rows.iter().filter_map(|row| match self.datum(row) {
                    Datum::Flags(flags) => Some((flags.to_string(), flags)),
                    _ => None,
                });
                let flags: BTreeMap<_, _> = flags.collect();
                let flags = flags.into_iter();
                let flags =
                    flags.map(|(code, flags)| Code { code, means: Means::Flags(flags) });
                reasons.chain(flags).collect()
            }
            (Role::Value, Kind::Code) => {
                let levels = self.variable.levels.iter().enumerate();
                let levels = levels.map(|(at, level)| Code {
                    code: level.id.clone(),
                    means: Means::Level(at),
                });
                levels.collect()
            }
            (Role::Value, _) => Vec::new(),
        }
    }

    /// Whether every row has a value.
    pub(super) fn is_full(&self, dataset: &Dataset) -> bool {
        !dataset.rows.iter().any(|row| self.datum(row) == Datum::Nothing)
    }
}

/// `wish`, with underscores at its end where a column has that name.
fn free(taken: &mut BTreeSet<String>, wish: String) -> String {
    let mut name = wish;
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

fn kind(dataset: &Dataset, at: usize) -> Kind {
    let numbers = || {
        dataset.rows.iter().filter_map(move |row| match row.cells.get(at)? {
            Cell::Number { value, .. } => {
                Some(exact(dataset.variables[at].shown(*value)))
            }
            _ => None,
        })
    };
    let whole = || numbers().all(|number| number.scale() == 0);
    let four_digits = || {
        let years = Decimal::from(1000)..=Decimal::from(9999);
        numbers().all(|number| years.contains(&number))
    };
    match dataset.variables[at].kind {
        VariableKind::Year if whole() && four_digits() => Kind::Year,
        VariableKind::Year | VariableKind::Count if whole() => Kind::Integer,
        VariableKind::Year
        | VariableKind::Count
        | VariableKind::Number
        | VariableKind::Percent
        | VariableKind::Share
        | VariableKind::Ratio
        | VariableKind::Currency => Kind::Decimal,
        VariableKind::Date => date_kind(dataset, at),
        VariableKind::Category => Kind::Code,
        VariableKind::Text | VariableKind::Period => Kind::Text,
    }
}

/// The type of dates that are all known equally well, else text.
fn date_kind(dataset: &Dataset, at: usize) -> Kind {
    let dates = dataset.rows.iter().filter_map(|row| match row.cells.get(at)? {
        Cell::Date(date) => Some(*date),
        _ => None,
    });
    let kinds: BTreeSet<_> =
        dates.map(|date| (date.month().is_some(), date.day().is_some())).collect();
    match (kinds.first(), kinds.len()) {
        (Some((_, true)), 1) => Kind::Day,
        (Some((true, false)), 1) => Kind::Month,
        // XML Schema and Frictionless have no year below 1000 without leading zeros, and
        // a date is written with them.
        (Some((false, false)), 1) => Kind::Year,
        _ => Kind::Text,
    }
}
