//! Datasets: their variables, their rows, and the numbers in one unit.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

mod computed;
mod derive;
mod derived;
mod files;
mod flagged;
mod licence;
mod order;
mod origin;
mod row;
mod variable;
mod view;

pub(super) use files::datasets;
pub(super) use row::RawRow;

use super::decode::{Decoder, Named};
use super::format::{CheckFile, DatasetFile, VariableFile};
use super::markdown::is_anchor;
use crate::diag::{Code, Diagnostic};
use crate::expr;
use crate::source::{Span, Spanned};
use crate::study::{
    Cell, Check, Condition, Dataset, Derivation, Reason, Texts, Unit, Variable,
};
use derive::derive;
use order::in_order;
use origin::{RowsOf, bad_key, computed_over_groups, origin};
use row::{RawRows, row};
use variable::variables;

/// The units of the study by id.
pub(super) type Units = BTreeMap<String, Unit>;

/// Makes the dataset `id` of its file; `None` where a diagnostic says why not.
pub(super) fn dataset(
    id: &str,
    mut file: DatasetFile,
    span: Span,
    units: &Units,
    made: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<Dataset> {
    let asks = asks(id, &file);
    let origin = origin(id, &mut file, span, made, decoder)?;
    let (rows, source) = match origin {
        RowsOf::File(rows) => {
            let read = RawRows::read(&rows, &file.variables, span, decoder);
            (Some((read, rows.span)), None)
        }
        RowsOf::Dataset(source, at) => (None, Some((source, at))),
    };
    let of_another = source.map(|(source, _)| source);
    let by = file.by.map_or(Vec::new(), |by| by.0);
    let names: Vec<_> = file.variables.0.iter().map(|(id, _)| id.clone()).collect();
    let variables = variables(file.variables, units, of_another, decoder);
    let checks = checks(file.checks, decoder);
    let missing = missing(file.missing, decoder);
    let licence = licence::licence(file.licence, decoder);
    let variables = variables?;
    flagged::refuse_taken_names(names.iter(), &variables, decoder)?;
    let key = match (file.key, by.is_empty()) {
        (Some(key), true) => key.0,
        (None, false) => by.clone(),
        (given, _) => {
            let at = by.first().map_or(span, |first| first.span);
            decoder.report(bad_key(given.is_some(), at));
            return None;
        }
    };
    let key = key_of(&key, &variables, source.is_some(), decoder);
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
        derivation: of_another.map(|source| Derivation {
            from: source.id.clone(),
            filter: file.r#where,
            by: by.iter().map(|own| own.value.clone()).collect(),
        }),
        asks,
        checks: checks?,
        span,
    };
    if let Some((source, at)) = source {
        computed_over_groups(&dataset, &names, decoder)?;
        derived::fill(&mut dataset, source, made, at, decoder)?;
        return Some(dataset);
    }
    let (rows, rows_span) = rows?;
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
    index(&mut dataset, decoder)?;
    derive(&mut dataset, made, decoder)?;
    explain(&mut dataset, made);
    Some(dataset)
}

/// The ids that the formulas of a dataset name, but its own.
fn asks(id: &str, file: &DatasetFile) -> Vec<String> {
    let names = order::asked(file).into_iter().map(|(name, _)| name);
    let names: BTreeSet<_> = names.filter(|name| name != id).collect();
    names.into_iter().collect()
}

/// The dataset with more derived variables; `None` where a diagnostic says why not.
pub(super) fn extended(
    base: &Dataset,
    files: Named<VariableFile>,
    units: &Units,
    made: &[Dataset],
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
    let own = variables(files, units, None, decoder)?;
    for row in &mut dataset.rows {
        row.cells.extend(own.iter().map(|_| Cell::Missing(String::new())));
    }
    dataset.variables.extend(own);
    derive(&mut dataset, made, decoder)?;
    Some(dataset)
}

/// The positions of the variables that name the rows; of a derived dataset they may be
/// computed.
fn key_of(
    names: &[Spanned<String>],
    variables: &[Variable],
    computed: bool,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<usize>> {
    let found: Vec<_> = names
        .iter()
        .map(|name| {
            let names =
                |v: &Variable| v.id == name.value && (computed || v.formula.is_none());
            let at = variables.iter().position(names);
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

/// Adds the reasons that the rows have and the dataset need not declare: those built in, and
/// those of the datasets that it is computed from.
fn explain(dataset: &mut Dataset, made: &[Dataset]) {
    let of_another =
        |code: &str| made.iter().find_map(|other| other.missing.get(code)).cloned();
    let cells = dataset.rows.iter().flat_map(|row| &row.cells);
    for cell in cells {
        if let Cell::Missing(code) = cell
            && !dataset.missing.contains_key(code)
            && let Some(reason) = Reason::built_in(code).or_else(|| of_another(code))
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

/// A value as a part of a key.
fn key_part(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => value.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
        Cell::Level(text) | Cell::Text(text) | Cell::Missing(text) => text.clone(),
    }
}

/// Finds rows by their keys, each key once.
fn index(dataset: &mut Dataset, decoder: &mut Decoder<'_>) -> Option<()> {
    let mut good = true;
    for at in 0..dataset.rows.len() {
        let key: Vec<_> = dataset
            .key
            .iter()
            .map(|variable| key_part(&dataset.rows[at].cells[*variable]))
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
