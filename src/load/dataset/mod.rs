//! Datasets: their variables, their rows, and the numbers in one unit.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

mod derive;
mod row;
mod variable;

pub(super) use row::RawRow;

use super::decode::{Decoder, Named};
use super::format::{CheckFile, DatasetFile};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::study::{Cell, Check, Condition, Dataset, Unit, Variable};
use derive::derive;
use row::{raw_rows, row};
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
        missing: file
            .missing
            .0
            .into_iter()
            .map(|(code, text)| (code.value, text))
            .collect(),
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
