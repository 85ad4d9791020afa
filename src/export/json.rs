//! A dataset with its description as JSON.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::derivation::derivation;
use super::fields::{Datum, Field, Means, Role, fields};
use super::words::{Described, by_language};
use crate::expr::PERCENT;
use crate::locale::Currency;
use crate::study::{Dataset, Licence, Row, Variable, VariableKind};

/// The dataset with its rows. A missing value is an object with the code of its reason; the
/// flags of a value are beside it, as in CSV.
pub(super) fn json(dataset: &Dataset, words: Described<'_>) -> String {
    let fields = fields(dataset);
    let reasons = dataset.missing.keys().enumerate();
    let reasons = reasons.map(|(reason, code)| {
        (code.clone(), by_language(words.text(|d| Some(&d.missing.get(reason)?.1))))
    });
    let reasons: Map<_, _> = reasons.collect();
    let page = json!({
        "id": dataset.id,
        "title": by_language(words.text(|d| Some(&d.title))),
        "description": by_language(words.text(|d| Some(&d.description))),
        "source": by_language(words.text(|d| Some(&d.source))),
        "period": dataset.period.to_string(),
        "updated": dataset.updated.map(|date| date.to_string()),
        "nextUpdate": dataset.next_update.map(|date| date.to_string()),
        "licence": licence(dataset, words),
        "notes": by_language(words.text(|d| d.notes.as_ref())),
        "derivation": derivation(dataset),
        "variables": variables(dataset, words),
        "missing": reasons,
        "flags": flags(dataset, &fields, words),
        "rows": rows(dataset, &fields),
    });
    file(&page)
}

/// The licence with its address, and its id where it is known by one.
fn licence(dataset: &Dataset, words: Described<'_>) -> Option<Value> {
    let licence = dataset.licence.as_ref()?;
    let id = match licence {
        Licence::Known(known) => Some(known.id),
        Licence::Own { .. } => None,
    };
    let name = by_language(words.text(|d| Some(&d.licence.as_ref()?.name)));
    Some(json!({ "id": id, "name": name, "url": licence.url() }))
}

/// A value as a file.
pub(super) fn file(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn variables(dataset: &Dataset, words: Described<'_>) -> Vec<Value> {
    let variables = dataset.variables.iter().enumerate();
    let variable = |(at, variable): (usize, &Variable)| {
        let levels = variable.levels.iter().enumerate().map(|(level, own)| {
            let label = by_language(
                words.text(|d| Some(&d.variables.get(at)?.levels.get(level)?.label)),
            );
            (own.id.clone(), label)
        });
        let levels: Map<_, _> = levels.collect();
        json!({
            "id": variable.id,
            "type": variable.kind.name(),
            "label": by_language(words.text(|d| Some(&d.variables.get(at)?.label))),
            "unit": unit(variable),
            "currency": variable.currency().map(Currency::code),
            "levels": levels,
            "formula": variable.formula.as_ref().map(|formula| formula.text()),
        })
    };
    variables.map(variable).collect()
}

/// The id of a unit. A share is in per cent in all files, as it is shown.
fn unit(variable: &Variable) -> Option<&str> {
    match variable.kind {
        VariableKind::Share => Some(PERCENT),
        VariableKind::Currency => None,
        _ => variable.unit.as_deref(),
    }
}

/// The flags that occur, with what they mean.
fn flags(dataset: &Dataset, fields: &[Field<'_>], words: Described<'_>) -> Value {
    let codes = fields.iter().flat_map(|field| {
        let codes = field.codes(dataset).into_iter();
        let flags = codes.filter(|own| matches!(own.means, Means::Flags(_)));
        flags.map(move |own| (own.code, by_language(words.code(field.at, own.means))))
    });
    Value::Object(codes.collect())
}

fn rows(dataset: &Dataset, fields: &[Field<'_>]) -> Vec<Value> {
    let row = |row: &Row| {
        let cells = fields
            .iter()
            .filter_map(|field| Some((field.name.clone(), cell(field, row)?)));
        Value::Object(cells.collect())
    };
    dataset.rows.iter().map(row).collect()
}

/// The value of a column; `None` for flags of a value that has none.
fn cell(field: &Field<'_>, row: &Row) -> Option<Value> {
    Some(match (field.role, field.datum(row)) {
        (Role::Flag, Datum::Flags(flags)) => flags.to_string().into(),
        (Role::Flag, _) => return None,
        (Role::Value, Datum::Number(value)) => number(value),
        (Role::Value, Datum::Date(date)) => date.to_string().into(),
        (Role::Value, Datum::Time(time)) => time.to_string().into(),
        (Role::Value, Datum::Code(text) | Datum::Text(text)) => text.into(),
        (Role::Value, Datum::Flags(_) | Datum::Nothing) => match field.reason(row) {
            Some(code) => json!({ "missing": code }),
            None => Value::Null,
        },
    })
}

/// A number where a double holds it to the last digit, else its digits as a text.
pub(super) fn number(value: Decimal) -> Value {
    let value = super::exact(value).normalize();
    match (value.to_string().parse::<i64>(), super::double(value)) {
        (Ok(whole), _) => whole.into(),
        (_, Some(double)) => double.into(),
        _ => Value::String(value.to_string()),
    }
}
