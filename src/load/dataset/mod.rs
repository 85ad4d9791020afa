//! Datasets: their variables, their rows, and the numbers in one unit.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

mod derive;
mod flagged;
mod licence;
mod row;
mod variable;

pub(super) use row::RawRow;

use super::decode::{Decoder, Named};
use super::format::{CheckFile, DatasetFile, VariableFile};
use super::markdown::is_anchor;
use crate::diag::{Code, Diagnostic};
use crate::expr;
use crate::source::{Span, Spanned};
use crate::study::{Cell, Check, Condition, Dataset, Reason, Texts, Unit, Variable};
use derive::derive;
use row::{RawRows, row};
use variable::variables;

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
    let rows = RawRows::read(&file.rows, &file.variables, span, decoder);
    let rows_span = file.rows.span;
    let names: Vec<_> = file.variables.0.iter().map(|(id, _)| id.clone()).collect();
    let variables = variables(file.variables, units, decoder);
    let checks = checks(file.checks, decoder);
    let missing = missing(file.missing, decoder);
    let licence = licence::licence(file.licence, decoder);
    let variables = variables?;
    flagged::refuse_taken_names(names.iter(), &variables, decoder)?;
    let key = key(&file.key.0, &variables, decoder);
    let mut dataset = Dataset {
        id: id.to_owned(),
        title: file.title,
        description: file.description,
        source: file.source,
        period: file.period,
        updated: file.updated,
        next_update: file.next_update,
        licence: licence?,
        notes: file.notes,
        key: key?,
        missing: missing?,
        variables,
        rows: Vec::new(),
        keys: Vec::new(),
        index: BTreeMap::new(),
        checks: checks?,
        span,
    };
    let rows = rows?;
    if rows.rows.is_empty() {
        decoder.report(
            Diagnostic::new(Code::BadValue, rows_span, "the dataset has no rows")
                .help("a dataset holds at least one"),
        );
        return None;
    }
    rows.check_head(&dataset, decoder)?;
    let rows: Vec<_> =
        rows.rows.iter().map(|raw| row(raw, &dataset, units, decoder)).collect();
    dataset.rows = rows.into_iter().collect::<Option<_>>()?;
    explain(&mut dataset);
    derive(&mut dataset, decoder)?;
    index(&mut dataset, decoder)?;
    Some(dataset)
}

/// The dataset with more derived variables; `None` where a diagnostic says why not.
pub(super) fn extended(
    base: &Dataset,
    files: Named<VariableFile>,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Dataset> {
    for (id, file) in &files.0 {
        let (message, help) = match (&file.formula, base.variable(&id.value)) {
            (None, _) => (
                format!("`{}` has no formula", id.value),
                "what is not derived stands in the dataset",
            ),
            (_, Some(_)) => (
                format!("`{}` has a variable `{}` already", base.id, id.value),
                "give it another id",
            ),
            _ => continue,
        };
        decoder.report(Diagnostic::new(Code::BadValue, id.span, message).help(help));
        return None;
    }
    let mut dataset = base.clone();
    let own = variables(files, units, decoder)?;
    for row in &mut dataset.rows {
        row.cells.extend(own.iter().map(|_| Cell::Missing(String::new())));
    }
    dataset.variables.extend(own);
    derive(&mut dataset, decoder)?;
    Some(dataset)
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

/// The reasons of missing values by their codes. A code could be taken for a value if it
/// were a number.
fn missing(
    reasons: Named<Texts>,
    decoder: &mut Decoder<'_>,
) -> Option<BTreeMap<String, Reason>> {
    let mut good = true;
    for (code, _) in &reasons.0 {
        good &= Reason::built_in(&code.value).is_some()
            || expect_anchor(code, "code of a missing value", decoder);
    }
    let own = reasons.0.into_iter().map(|(code, text)| (code.value, Reason::Own(text)));
    good.then(|| own.collect())
}

/// Adds the reasons that the rows have and no dataset must declare.
fn explain(dataset: &mut Dataset) {
    let cells = dataset.rows.iter().flat_map(|row| &row.cells);
    for cell in cells {
        if let Cell::Missing(code) = cell
            && !dataset.missing.contains_key(code)
            && let Some(reason) = Reason::built_in(code)
        {
            dataset.missing.insert(code.clone(), reason);
        }
    }
}

/// Whether `id` is one of small letters, digits and hyphens; if not, it is reported.
fn expect_anchor(id: &Spanned<String>, what: &str, decoder: &mut Decoder<'_>) -> bool {
    let good = is_anchor(&id.value);
    if !good {
        let message = format!("`{}` is no {what}", id.value);
        decoder.report(
            Diagnostic::new(Code::BadId, id.span, message).help(
                "write small Latin letters, digits and hyphens, with a letter first",
            ),
        );
    }
    good
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
                Cell::Time(time) => time.to_string(),
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
            if !expect_anchor(&id, "id of a check", decoder) {
                return None;
            }
            let condition = match (file.each, file.whole) {
                (Some(each), None) => Condition::Each(each),
                (None, Some(whole)) => Condition::Whole(whole),
                (each, _) => {
                    let many =
                        if each.is_some() { "two conditions" } else { "no condition" };
                    let message = format!("the check `{}` has {many}", id.value);
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

/// Whether `id` has the form of a name in an expression: `[a-z][a-z0-9_]*`.
fn is_identifier(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Whether an expression can ask a dataset by this id.
pub(super) fn names_dataset(id: &str) -> bool {
    is_identifier(id) && !expr::RESERVED_NAMES.contains(&id) && names_variable(id)
}

/// Whether an expression can ask a row for a variable by this id.
fn names_variable(id: &str) -> bool {
    is_identifier(id) && !expr::RESERVED_MEMBERS.contains(&id)
}

/// A diagnostic about an id that cannot stand in an expression.
pub(super) fn bad_identifier(id: &Spanned<String>, what: &str) -> Diagnostic {
    let help = match is_identifier(&id.value) {
        true => "it has a meaning of its own in expressions: choose another",
        false => "write small Latin letters, digits and `_`, with a letter first",
    };
    Diagnostic::new(Code::BadId, id.span, format!("`{}` is no id of a {what}", id.value))
        .help(help)
}
