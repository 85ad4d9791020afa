//! Datasets: their variables, their rows, and the numbers in one unit.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::csv;
use super::decode::{Decoder, Named, bad_date, decimal};
use super::format::{CheckFile, DatasetFile, RowsFile, TypeFile, VariableFile};
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic};
use crate::expr::{Record, Records, Scope, Value};
use crate::locale::Date;
use crate::source::{Span, Spanned};
use crate::study::{
    Cell, Check, Condition, Dataset, Multiplied, Row, Unit, Variable, VariableKind,
};

/// The column that names the unit a row was printed in.
const PRINTED_IN: &str = "printed-in";

/// A row before its cells are understood: the names of variables and what stands there.
pub(super) struct RawRow {
    pub(super) cells: Vec<(Spanned<String>, Spanned<String>)>,
    pub(super) span: Span,
}

/// The units of the study by id.
pub(super) type Units = BTreeMap<String, Unit>;

/// Makes the dataset `id` of its file; `None` where a diagnostic says why not.
pub(super) fn dataset(
    id: &str,
    file: DatasetFile,
    span: Span,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Dataset> {
    let rows = raw_rows(&file.rows, span, decoder);
    let variables = variables(file.variables, units, decoder);
    let checks = checks(file.checks, decoder);
    let variables = variables?;
    let key = key(&file.key.0, &variables, decoder);
    let mut dataset = Dataset {
        id: id.to_owned(),
        title: file.title,
        description: file.description,
        source: file.source,
        period: file.period,
        notes: file.notes,
        key: key?,
        missing: missing(file.missing, decoder),
        variables,
        rows: Vec::new(),
        keys: Vec::new(),
        index: BTreeMap::new(),
        checks: checks?,
        span,
    };
    let rows: Vec<_> =
        rows?.iter().map(|raw| row(raw, &dataset, units, decoder)).collect();
    dataset.rows = rows.into_iter().collect::<Option<_>>()?;
    derive(&mut dataset, decoder)?;
    index(&mut dataset, decoder)?;
    Some(dataset)
}

fn raw_rows(
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

fn variables(
    files: Named<VariableFile>,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<Variable>> {
    let made: Vec<_> = files
        .0
        .into_iter()
        .map(|(id, file)| variable(&id, file, units, decoder))
        .collect();
    made.into_iter().collect()
}

fn variable(
    id: &Spanned<String>,
    file: VariableFile,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Variable> {
    if !is_identifier(&id.value) {
        decoder.report(bad_identifier(id, "variable"));
        return None;
    }
    let kind = match file.r#type.value {
        TypeFile::Year => VariableKind::Year,
        TypeFile::Date => VariableKind::Date,
        TypeFile::Count => VariableKind::Count,
        TypeFile::Number => VariableKind::Number,
        TypeFile::Percent => VariableKind::Percent,
        TypeFile::Category => VariableKind::Category,
        TypeFile::Text => VariableKind::Text,
    };
    let with_unit = matches!(kind, VariableKind::Count | VariableKind::Number);
    let refusal = match (&file.unit, file.levels.0.is_empty()) {
        (None, _) if with_unit => {
            Some(("a `count` or `number` has a unit", "add `unit:`"))
        }
        (Some(_), _) if !with_unit => {
            Some(("only a `count` or `number` has a unit", "remove `unit`"))
        }
        (_, true) if kind == VariableKind::Category => {
            Some(("a `category` has levels", "add `levels:` with an id and a label each"))
        }
        (_, false) if kind != VariableKind::Category => {
            Some(("only a `category` has levels", "remove `levels`"))
        }
        _ => None,
    };
    if let Some((message, help)) = refusal {
        let at = file.r#type.span;
        decoder.report(Diagnostic::new(Code::BadValue, at, message).help(help));
        return None;
    }
    let unit = match file.unit {
        Some(unit) => Some(known_unit(&unit, units, decoder)?.into()),
        None => None,
    };
    let levels = file.levels.0.into_iter().map(|(id, label)| (id.value, label)).collect();
    Some(Variable {
        id: id.value.clone(),
        kind,
        unit,
        decimals: file.decimals,
        label: file.label,
        short: file.short,
        levels,
        formula: file.formula,
    })
}

fn known_unit<'a>(
    unit: &'a Spanned<String>,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<&'a str> {
    if units.contains_key(&unit.value) {
        return Some(&unit.value);
    }
    decoder.report(
        Diagnostic::new(
            Code::UnknownReference,
            unit.span,
            format!("there is no unit `{}`", unit.value),
        )
        .suggest(&unit.value, units.keys().map(String::as_str))
        .help("declare it in `content/units.yaml`"),
    );
    None
}

fn key(
    names: &[Spanned<String>],
    variables: &[Variable],
    decoder: &mut Decoder<'_>,
) -> Option<Vec<usize>> {
    let found: Vec<_> = names
        .iter()
        .map(|name| {
            let at =
                variables.iter().position(|v| v.id == name.value && v.formula.is_none());
            if at.is_none() {
                decoder.report(
                    Diagnostic::new(
                        Code::UnknownReference,
                        name.span,
                        format!("there is no variable `{}` to name a row", name.value),
                    )
                    .suggest(&name.value, variables.iter().map(|v| v.id.as_str())),
                );
            }
            at
        })
        .collect();
    found.into_iter().collect()
}

fn missing(
    reasons: Named<crate::study::Texts>,
    _: &mut Decoder<'_>,
) -> BTreeMap<String, crate::study::Texts> {
    reasons.0.into_iter().map(|(code, reason)| (code.value, reason)).collect()
}

fn row(
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

/// Computes the derived variables, each of which sees those above it.
fn derive(dataset: &mut Dataset, decoder: &mut Decoder<'_>) -> Option<()> {
    let mut good = true;
    for at in 0..dataset.variables.len() {
        let Some(formula) = dataset.variables[at].formula.clone() else { continue };
        let later: Vec<_> =
            dataset.variables[at..].iter().map(|variable| variable.id.as_str()).collect();
        if let Some(name) =
            formula.selected().into_iter().find(|name| later.contains(name))
        {
            let message = format!("`{name}` is not computed yet");
            decoder.report(
                Diagnostic::new(Code::ExpressionFailed, formula.span(), message)
                    .help("a formula sees the variables above its own"),
            );
            return None;
        }
        for row in 0..dataset.rows.len() {
            let records: &dyn Records = dataset;
            let scope = Scope { row: Some(Record { records, row }), ..Scope::new(&[]) };
            let cell = match formula.evaluate(&scope) {
                Ok(Value::Number(number)) => {
                    let value = number.quantity.value;
                    Ok(Cell::Number { value, printed: value })
                }
                Ok(Value::Missing { reason }) => Ok(Cell::Missing(reason)),
                Ok(other) => Err(super::failed(&crate::expr::Failure {
                    message: format!(
                        "a formula gives a number, this is {}",
                        other.kind()
                    ),
                    help: Vec::new(),
                    span: formula.span(),
                })),
                Err(failure) => Err(super::failed(&failure)),
            };
            match cell {
                Ok(cell) => dataset.rows[row].cells[at] = cell,
                Err(diagnostic) => {
                    good = false;
                    decoder
                        .report(diagnostic.also(dataset.rows[row].span, "in this row"));
                    break;
                }
            }
        }
    }
    good.then_some(())
}

/// Finds rows by their keys, each key once.
fn index(dataset: &mut Dataset, decoder: &mut Decoder<'_>) -> Option<()> {
    let mut good = true;
    for at in 0..dataset.rows.len() {
        let key: Vec<_> = dataset
            .key
            .iter()
            .map(|variable| match &dataset.rows[at].cells[*variable] {
                Cell::Number { value, .. } => value.normalize().to_string(),
                Cell::Date(date) => date.to_string(),
                Cell::Level(text) | Cell::Text(text) | Cell::Missing(text) => {
                    text.clone()
                }
            })
            .collect();
        if let Some(first) = dataset.index.insert(key.clone(), at) {
            good = false;
            let message = format!("a second row `{}`", key.join(", "));
            let span = dataset.rows[at].span;
            decoder.report(
                Diagnostic::new(Code::DuplicateRow, span, message)
                    .also(dataset.rows[first].span, "first here"),
            );
        }
        dataset.keys.push(key);
    }
    good.then_some(())
}

fn checks(files: Named<CheckFile>, decoder: &mut Decoder<'_>) -> Option<Vec<Check>> {
    let made: Vec<_> = files
        .0
        .into_iter()
        .map(|(id, file)| {
            let condition = match (file.each, file.whole) {
                (Some(each), None) => Condition::Each(each),
                (None, Some(whole)) => Condition::Whole(whole),
                _ => {
                    let message =
                        format!("the check `{}` has one of two conditions", id.value);
                    decoder.report(
                        Diagnostic::new(Code::BadValue, id.span, message).help(
                            "give `each`, for every row, or `whole`, for the dataset",
                        ),
                    );
                    return None;
                }
            };
            Some(Check {
                id: id.value,
                span: id.span,
                condition,
                tolerance: file.tolerance.unwrap_or(Decimal::ZERO),
                message: file.message,
                disputed: file.disputed,
            })
        })
        .collect();
    made.into_iter().collect()
}

/// Whether `id` can stand in an expression: `[a-z][a-z0-9_]*`.
pub(super) fn is_identifier(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// A diagnostic about an id that cannot stand in an expression.
pub(super) fn bad_identifier(id: &Spanned<String>, what: &str) -> Diagnostic {
    Diagnostic::new(Code::BadId, id.span, format!("`{}` is no id of a {what}", id.value))
        .help("write small Latin letters, digits and `_`, with a letter first")
}
