//! A dataset with its description as JSON.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::words::{Described, by_language};
use crate::edition::Edition;
use crate::study::{Cell, Dataset, Variable};

/// The dataset that stands `at` this position in every edition.
pub(super) fn json(dataset: &Dataset, at: usize, editions: &[Edition]) -> String {
    let words = Described { at, editions };
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
        "notes": by_language(words.text(|d| d.notes.as_ref())),
        "variables": variables(dataset, words),
        "missing": reasons,
        "rows": rows(dataset),
    });
    file(&page)
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
            "label": by_language(words.text(|d| Some(&d.variables.get(at)?.label))),
            "unit": variable.unit.as_deref(),
            "levels": levels,
            "formula": variable.formula.as_ref().map(|formula| formula.text()),
        })
    };
    variables.map(variable).collect()
}

fn rows(dataset: &Dataset) -> Vec<Value> {
    let row = |cells: &[Cell]| {
        let ids = dataset.variables.iter().map(|variable| variable.id.clone());
        Value::Object(ids.zip(cells.iter().map(cell)).collect())
    };
    dataset.rows.iter().map(|own| row(&own.cells)).collect()
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Number { value, .. } => number(*value),
        Cell::Date(date) => Value::String(date.to_string()),
        Cell::Level(text) | Cell::Text(text) => Value::String(text.clone()),
        Cell::Missing(code) => json!({ "missing": code }),
    }
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
