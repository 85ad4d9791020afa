//! The rows of a dataset, with the numbers in one unit.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Units;
use super::flagged::{self, is_flag_column};
use super::variable::known_unit;
use crate::diag::{Code, Diagnostic, nearest};
use crate::load::decode::{Decoder, Named, bad_date, decimal};
use crate::load::format::{RowsFile, VariableFile};
use crate::load::rows;
use crate::load::yaml::{Node, Tree};
use crate::locale::{Date, Time};
use crate::source::{Span, Spanned};
use crate::study::{Cell, Dataset, Multiplied, Row, Variable, VariableKind, flag_column};

/// The column that names the unit a row was printed in.
const PRINTED_IN: &str = "printed-in";

/// A row before its cells are understood: the names of variables and what stands there.
pub(in crate::load) struct RawRow {
    pub(in crate::load) cells: Vec<(Spanned<String>, Spanned<String>)>,
    pub(in crate::load) span: Span,
}

impl RawRow {
    fn cell(&self, name: &str) -> Option<&Spanned<String>> {
        self.cells.iter().find(|(own, _)| own.value == name).map(|(_, cell)| cell)
    }
}

/// The rows as they are written.
pub(super) struct RawRows {
    pub(super) rows: Vec<RawRow>,
    /// The names of the columns, where they stand once for all rows.
    head: Option<Vec<Spanned<String>>>,
}

impl RawRows {
    /// The rows of a file; `None` where a diagnostic says why not.
    pub(super) fn read(
        written: &Spanned<RowsFile>,
        variables: &Named<VariableFile>,
        span: Span,
        decoder: &mut Decoder<'_>,
    ) -> Option<Self> {
        match &written.value {
            RowsFile::Inline(nodes) => {
                let rows: Vec<_> =
                    nodes.iter().map(|node| inline_row(node, decoder)).collect();
                Some(Self { rows: rows.into_iter().collect::<Option<_>>()?, head: None })
            }
            RowsFile::Source(source) => {
                let flags = variables.0.iter().map(|(id, _)| flag_column(&id.value));
                let beside: Vec<_> = flags.chain([PRINTED_IN.to_owned()]).collect();
                let named = rows::read(source, span.file, variables, &beside, decoder)?;
                Some(Self { rows: named.rows, head: Some(named.head) })
            }
        }
    }

    /// Reports columns of a file that the dataset does not have, and those that are
    /// missing, once for all rows.
    pub(super) fn check_head(
        &self,
        dataset: &Dataset,
        decoder: &mut Decoder<'_>,
    ) -> Option<()> {
        let Some(head) = &self.head else { return Some(()) };
        let meant = refuse_unknown(head.iter(), dataset, decoder);
        let mut good = meant.is_empty();
        for variable in stored(dataset) {
            let given = head.iter().any(|name| name.value == *variable);
            if !given && !meant.contains(variable) {
                let at = head.first().map_or(dataset.span, |name| name.span);
                let message = format!("the column `{variable}` is missing");
                decoder.report(
                    Diagnostic::new(Code::CsvShape, at, message)
                        .help("the first line names every variable that has no formula")
                        .help(format!(
                            "or its head there is given under `columns`: `{variable}: …`"
                        )),
                );
            }
            good &= given;
        }
        good.then_some(())
    }
}

fn inline_row(node: &Node, decoder: &mut Decoder<'_>) -> Option<RawRow> {
    let entries = decoder.entries(node, "a row: a map from variables to values")?;
    let end = entries.last().map_or(node.span.end, |(_, last)| last.span.end);
    let cells: Vec<_> = entries
        .into_iter()
        .map(|(name, value)| {
            let text = match value.tree {
                Tree::Null => "",
                _ => decoder.scalar(value, "a value")?,
            };
            let cell = Spanned { value: text.trim().to_owned(), span: value.span };
            Some((name.clone(), cell))
        })
        .collect();
    let cells = cells.into_iter().collect::<Option<_>>()?;
    Some(RawRow { cells, span: whole_row(node.span, end, decoder) })
}

/// From the first key of a row to the end of its last value, with the braces around them.
fn whole_row(span: Span, end: u32, decoder: &Decoder<'_>) -> Span {
    let text = decoder.input.readable_text(span.file);
    let after = text.get(end as usize..).unwrap_or("");
    let blank = after.len() - after.trim_start_matches([' ', ',']).len();
    let brace = usize::from(after[blank..].starts_with('}'));
    Span { end: end + (if brace > 0 { blank + brace } else { 0 }) as u32, ..span }
}

/// The row with its cells understood.
pub(super) fn row(
    raw: &RawRow,
    dataset: &Dataset,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Row> {
    let names = raw.cells.iter().map(|(name, _)| name);
    let meant = refuse_unknown(names, dataset, decoder);
    let printed = raw.cells.iter().find(|(name, _)| name.value == PRINTED_IN);
    let printed_in = match printed {
        Some((_, unit)) if !unit.value.is_empty() => {
            Some(multiple(unit, dataset, units, decoder)?)
        }
        _ => None,
    };
    let cells: Vec<_> = dataset
        .variables
        .iter()
        .map(|variable| {
            if variable.formula.is_some() {
                return Some(Cell::Missing(String::new()));
            }
            let Some(cell) = raw.cell(&variable.id) else {
                if !meant.contains(variable.id.as_str()) {
                    decoder.report(missing_cell(variable, raw.span, dataset));
                }
                return None;
            };
            let flags = raw.cell(&flag_column(&variable.id));
            let read = Read { written: cell, flags, variable, dataset };
            self::cell(&read, printed_in.as_ref(), decoder)
        })
        .collect();
    let cells = cells.into_iter().collect::<Option<_>>()?;
    Some(Row { cells, printed_in, span: raw.span })
}

/// The variables whose values stand in rows.
fn stored(dataset: &Dataset) -> impl Iterator<Item = &str> {
    let stored = dataset.variables.iter().filter(|variable| variable.formula.is_none());
    stored.map(|variable| variable.id.as_str())
}

/// Reports names that are no variables, and gives those that they were probably meant to
/// be.
fn refuse_unknown<'d, 'n>(
    names: impl Iterator<Item = &'n Spanned<String>>,
    dataset: &'d Dataset,
    decoder: &mut Decoder<'_>,
) -> BTreeSet<&'d str> {
    let known: Vec<&str> = stored(dataset).chain([PRINTED_IN]).collect();
    let is_known =
        |name: &str| known.contains(&name) || is_flag_column(name, &dataset.variables);
    let mut meant = BTreeSet::new();
    for name in names.filter(|name| !is_known(&name.value)) {
        meant.extend(nearest(&name.value, known.iter().copied()));
        let message =
            format!("`{}` is no variable whose values stand in rows", name.value);
        decoder.report(
            Diagnostic::new(Code::UnknownKey, name.span, message)
                .suggest(&name.value, known.iter().copied()),
        );
    }
    meant
}

fn missing_cell(variable: &Variable, span: Span, dataset: &Dataset) -> Diagnostic {
    let codes: Vec<_> = dataset.missing.keys().map(|code| format!("`{code}`")).collect();
    let help = if codes.is_empty() {
        "declare a code with its reason under `missing` and write it here".to_owned()
    } else {
        format!("write a value, or one of the declared reasons: {}", codes.join(", "))
    };
    let message = format!("the row has no value for `{}`", variable.id);
    Diagnostic::new(Code::MissingCell, span, message).help(help)
}

fn multiple(
    unit: &Spanned<String>,
    dataset: &Dataset,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Multiplied> {
    known_unit(unit, units, decoder)?;
    let Some(multiple) = units.get(&unit.value).and_then(|known| known.multiple.as_ref())
    else {
        let message = format!("`{}` is a multiple of no other unit", unit.value);
        decoder.report(
            Diagnostic::new(Code::BadValue, unit.span, message)
                .help("leave it out where numbers stand in the variable's own unit"),
        );
        return None;
    };
    let of = Some(multiple.of.as_str());
    if dataset.variables.iter().all(|variable| variable.unit.as_deref() != of) {
        let message = format!("no variable of `{}` is in `{}`", dataset.id, multiple.of);
        decoder.report(
            Diagnostic::new(Code::BadValue, unit.span, message)
                .help("`printed-in` names a multiple of a variable's unit"),
        );
        return None;
    }
    Some(Multiplied {
        unit: unit.value.clone(),
        of: multiple.of.clone(),
        times: multiple.times,
    })
}

/// What stands in a cell, in the column of its flags, and whose value it is.
struct Read<'r> {
    written: &'r Spanned<String>,
    flags: Option<&'r Spanned<String>>,
    variable: &'r Variable,
    dataset: &'r Dataset,
}

fn cell(
    read: &Read<'_>,
    printed_in: Option<&Multiplied>,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let Read { written, flags, variable, dataset } = *read;
    if let Some(reason) = flagged::missing(written, flags, variable, dataset, decoder) {
        return reason.map(Cell::Missing);
    }
    let text = written.value.as_str();
    if text.is_empty() {
        decoder.report(missing_cell(variable, written.span, dataset));
        return None;
    }
    match variable.kind {
        VariableKind::Text => Some(Cell::Text(text.to_owned())),
        VariableKind::Date => match Date::parse(text) {
            Ok(date) => Some(Cell::Date(date)),
            Err(_) => {
                decoder.report(bad_date(text, written.span));
                None
            }
        },
        VariableKind::Period => match Time::parse(text) {
            Ok(time) => Some(Cell::Time(time)),
            Err(_) => {
                decoder.report(bad_period(text, written.span));
                None
            }
        },
        VariableKind::Category => level(written, variable, decoder),
        VariableKind::Year
        | VariableKind::Count
        | VariableKind::Number
        | VariableKind::Percent
        | VariableKind::Share
        | VariableKind::Ratio
        | VariableKind::Currency => number(read, printed_in, decoder),
    }
}

fn bad_period(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadValue, span, format!("`{text}` is no period")).help(
        "write `2003/2013`, a quarter `2019-Q3`, an academic year `2019/20`, a decade `1990s`, a year, a month or a day",
    )
}

fn level(
    written: &Spanned<String>,
    variable: &Variable,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let mut ids = variable.levels.iter().map(|level| level.id.as_str());
    if ids.any(|id| id == written.value) {
        return Some(Cell::Level(written.value.clone()));
    }
    decoder.report(
        Diagnostic::new(
            Code::BadValue,
            written.span,
            format!("`{}` is no level of `{}`", written.value, variable.id),
        )
        .suggest(&written.value, variable.levels.iter().map(|level| level.id.as_str())),
    );
    None
}

fn number(
    read: &Read<'_>,
    printed_in: Option<&Multiplied>,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let Read { written, variable, .. } = *read;
    let (digits, flags) = flagged::number(written, read.flags, variable, decoder)?;
    let printed = match decimal(digits) {
        Ok(printed) => printed,
        Err(bad) => {
            decoder.report(bad.at(written.span));
            return None;
        }
    };
    // A product of zero loses the zeros behind the point.
    let value = match times(variable, printed_in) {
        Some(times) => printed.checked_mul(times).map(|value| value.normalize()),
        None => Some(printed),
    };
    let Some(value) = value else {
        let message = format!("`{digits}` has more than 28 digits");
        decoder.report(Diagnostic::new(Code::BadNumber, written.span, message));
        return None;
    };
    let wrong = wrong_number(digits, value, variable, written.span);
    let zero = || flagged::wrong_zero(digits, value.is_zero(), flags, written.span);
    match wrong.or_else(zero) {
        Some(wrong) => {
            // A number whose form was refused is told of already.
            if !decoder.found.tells_of(Code::BadNumber, written.span) {
                decoder.report(wrong);
            }
            None
        }
        None => Some(Cell::Number { value, printed, flags }),
    }
}

/// How many of the variable's unit the unit is that a number was printed in, where it is
/// another: that of the row, else the power of a thousand of the variable.
fn times(variable: &Variable, printed_in: Option<&Multiplied>) -> Option<Decimal> {
    match (printed_in, variable.scale.exponent()) {
        (Some(m), _) if variable.unit.as_deref() == Some(m.of.as_str()) => Some(m.times),
        (_, 0) => None,
        (_, exponent) => 10_i64.checked_pow(exponent).map(Decimal::from),
    }
}

/// Why a number is no value of its variable.
fn wrong_number(
    digits: &str,
    value: Decimal,
    variable: &Variable,
    span: Span,
) -> Option<Diagnostic> {
    let name = &variable.id;
    let whole = matches!(variable.kind, VariableKind::Count | VariableKind::Year);
    if whole && !value.fract().is_zero() {
        let message = format!("`{digits}` is not a whole number");
        return Some(Diagnostic::new(Code::BadNumber, span, message).help(format!(
            "`{name}` holds whole numbers; a row printed in thousands says so by `printed-in`"
        )));
    }
    let part = (Decimal::ZERO..=Decimal::ONE).contains(&value);
    (variable.kind == VariableKind::Share && !part).then(|| {
        let message = format!("`{digits}` is no part of a whole, from 0 to 1");
        Diagnostic::new(Code::BadNumber, span, message)
            .help(format!("write 40.6% as `0.406`, or make `{name}` a `percent`"))
    })
}
