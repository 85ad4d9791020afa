//! The rows of a dataset, with the numbers in one unit.

use rust_decimal::Decimal;

use super::Units;
use super::variable::known_unit;
use crate::diag::{Code, Diagnostic};
use crate::load::csv;
use crate::load::decode::{Decoder, bad_date, decimal};
use crate::load::format::RowsFile;
use crate::load::yaml::{Node, Tree};
use crate::locale::Date;
use crate::source::{Span, Spanned};
use crate::study::{Cell, Dataset, Multiplied, Row, Variable, VariableKind};

/// The column that names the unit a row was printed in.
const PRINTED_IN: &str = "printed-in";

/// A row before its cells are understood: the names of variables and what stands there.
pub(in crate::load) struct RawRow {
    pub(in crate::load) cells: Vec<(Spanned<String>, Spanned<String>)>,
    pub(in crate::load) span: Span,
}

/// The rows as they are written.
pub(super) fn raw_rows(
    rows: &RowsFile,
    span: Span,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<RawRow>> {
    match rows {
        RowsFile::Inline(nodes) => {
            let rows: Vec<_> =
                nodes.iter().map(|node| inline_row(node, decoder)).collect();
            rows.into_iter().collect()
        }
        RowsFile::Csv(name) => {
            let folder = &decoder.input.file(span.file).path;
            let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
            let path = format!("{folder}/{}", name.value);
            match decoder.input.find(&path) {
                Some(file) if !name.value.contains('/') => {
                    csv::rows(decoder.input, file, decoder.found)
                }
                _ => {
                    decoder.report(
                        Diagnostic::new(
                            Code::MissingFile,
                            name.span,
                            format!("there is no file `{}` beside this one", name.value),
                        )
                        .help("name a CSV file of the same folder"),
                    );
                    None
                }
            }
        }
    }
}

fn inline_row(node: &Node, decoder: &mut Decoder<'_>) -> Option<RawRow> {
    let entries = decoder.entries(node, "a row: a map from variables to values")?;
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
    let length = decoder.input.slice(node.span).trim_end().len();
    Some(RawRow { cells, span: node.span.within(0, length) })
}

/// The row with its cells understood.
pub(super) fn row(
    raw: &RawRow,
    dataset: &Dataset,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Row> {
    refuse_unknown_columns(raw, dataset, decoder);
    let printed = raw.cells.iter().find(|(name, _)| name.value == PRINTED_IN);
    let printed_in = match printed {
        Some((_, unit)) if !unit.value.is_empty() => {
            Some(multiple(unit, units, decoder)?)
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
            let found = raw.cells.iter().find(|(name, _)| name.value == variable.id);
            let Some((_, cell)) = found else {
                decoder.report(missing_cell(variable, raw.span, dataset));
                return None;
            };
            self::cell(cell, variable, printed_in.as_ref(), dataset, decoder)
        })
        .collect();
    let cells = cells.into_iter().collect::<Option<_>>()?;
    Some(Row { cells, printed_in, span: raw.span })
}

fn refuse_unknown_columns(raw: &RawRow, dataset: &Dataset, decoder: &mut Decoder<'_>) {
    let stored = dataset.variables.iter().filter(|v| v.formula.is_none());
    let known: Vec<_> = stored.map(|v| v.id.clone()).chain([PRINTED_IN.into()]).collect();
    for (name, _) in &raw.cells {
        if !known.contains(&name.value) {
            decoder.report(
                Diagnostic::new(
                    Code::UnknownKey,
                    name.span,
                    format!("`{}` is no variable whose values stand in rows", name.value),
                )
                .suggest(&name.value, known.iter().map(String::as_str)),
            );
        }
    }
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
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Multiplied> {
    known_unit(unit, units, decoder)?;
    match units.get(&unit.value).and_then(|known| known.multiple.as_ref()) {
        Some(multiple) => Some(Multiplied {
            unit: unit.value.clone(),
            of: multiple.of.clone(),
            times: multiple.times,
        }),
        None => {
            let message = format!("`{}` is a multiple of no other unit", unit.value);
            decoder.report(
                Diagnostic::new(Code::BadValue, unit.span, message)
                    .help("leave it out where numbers stand in the variable's own unit"),
            );
            None
        }
    }
}

fn cell(
    written: &Spanned<String>,
    variable: &Variable,
    printed_in: Option<&Multiplied>,
    dataset: &Dataset,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let text = written.value.as_str();
    if text.is_empty() {
        decoder.report(missing_cell(variable, written.span, dataset));
        return None;
    }
    if dataset.missing.contains_key(text) {
        return Some(Cell::Missing(text.to_owned()));
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
        VariableKind::Category => level(written, variable, decoder),
        VariableKind::Year
        | VariableKind::Count
        | VariableKind::Number
        | VariableKind::Percent => number(written, variable, printed_in, decoder),
    }
}

fn level(
    written: &Spanned<String>,
    variable: &Variable,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let mut ids = variable.levels.iter().map(|(id, _)| id.as_str());
    if ids.any(|id| id == written.value) {
        return Some(Cell::Level(written.value.clone()));
    }
    decoder.report(
        Diagnostic::new(
            Code::BadValue,
            written.span,
            format!("`{}` is no level of `{}`", written.value, variable.id),
        )
        .suggest(&written.value, variable.levels.iter().map(|(id, _)| id.as_str())),
    );
    None
}

fn number(
    written: &Spanned<String>,
    variable: &Variable,
    printed_in: Option<&Multiplied>,
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let printed = match decimal(&written.value) {
        Ok(printed) => printed,
        Err(bad) => {
            decoder.report(bad.at(written.span));
            return None;
        }
    };
    let times = match printed_in {
        Some(m) if variable.unit.as_deref() == Some(m.of.as_str()) => m.times,
        _ => Decimal::ONE,
    };
    let value = match printed.checked_mul(times) {
        Some(value) if times == Decimal::ONE => value,
        Some(value) => value.normalize(),
        None => {
            let message = format!("`{}` has more than 28 digits", written.value);
            decoder.report(Diagnostic::new(Code::BadNumber, written.span, message));
            return None;
        }
    };
    let whole = matches!(variable.kind, VariableKind::Count | VariableKind::Year);
    if whole && !value.fract().is_zero() {
        let message = format!("`{}` is not a whole number", written.value);
        decoder.report(
            Diagnostic::new(Code::BadNumber, written.span, message).help(format!(
                "`{}` holds whole numbers; a row printed in thousands says so by `printed-in`",
                variable.id
            )),
        );
        return None;
    }
    Some(Cell::Number { value, printed })
}
