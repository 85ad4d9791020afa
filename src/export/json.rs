//! A dataset with its description as JSON.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::edition::{self, Edition, Text};
use crate::locale::Currency;
use crate::study::{Cell, Dataset, Licence, flag_column};

/// The dataset that stands `at` this position in every edition.
pub(super) fn json(dataset: &Dataset, at: usize, editions: &[Edition]) -> String {
    let each = |text: &dyn Fn(&edition::Dataset) -> Option<String>| {
        let texts = editions.iter().filter_map(|edition| {
            let text = text(edition.datasets.get(at)?)?;
            Some((edition.lang.to_string(), Value::String(super::words(&text))))
        });
        Value::Object(texts.collect())
    };
    let variables: Vec<_> = dataset
        .variables
        .iter()
        .enumerate()
        .map(|(column, variable)| {
            let levels: Map<_, _> = variable
                .levels
                .iter()
                .enumerate()
                .map(|(level, own)| {
                    let label = |d: &edition::Dataset| {
                        d.variables
                            .get(column)?
                            .levels
                            .get(level)
                            .map(|(_, text)| text.plain())
                    };
                    (own.id.clone(), each(&label))
                })
                .collect();
            let label =
                |d: &edition::Dataset| Some(d.variables.get(column)?.label.plain());
            json!({
                "id": variable.id,
                "type": variable.kind.name(),
                "label": each(&label),
                "unit": variable.unit.as_deref().filter(|_| variable.currency().is_none()),
                "currency": variable.currency().map(Currency::code),
                "decimals": variable.decimals,
                "levels": levels,
                "formula": variable.formula.as_ref().map(|formula| formula.text()),
            })
        })
        .collect();
    let reasons = dataset.missing.keys().enumerate().map(|(reason, code)| {
        let words = |d: &edition::Dataset| Some(d.missing.get(reason)?.1.plain());
        (code.clone(), each(&words))
    });
    let reasons: Map<_, _> = reasons.collect();
    let known = editions.first().and_then(|edition| edition.datasets.get(at));
    let flags = known.into_iter().flat_map(|own| &own.grid.flags).enumerate();
    let flags: Map<_, _> = flags
        .map(|(flag, own)| {
            let words =
                |d: &edition::Dataset| Some(d.grid.flags.get(flag)?.meaning.clone());
            (own.code.to_string(), each(&words))
        })
        .collect();
    let page = json!({
        "id": dataset.id,
        "title": each(&|d| Some(d.title.plain())),
        "description": each(&|d| Some(d.description.plain())),
        "source": each(&|d| Some(d.source.plain())),
        "period": dataset.period.to_string(),
        "updated": dataset.updated.map(|date| date.to_string()),
        "next_update": dataset.next_update.map(|date| date.to_string()),
        "licence": licence(dataset, each(&|d| Some(d.licence.as_ref()?.name.plain()))),
        "notes": each(&|d| d.notes.as_ref().map(Text::plain)),
        "variables": variables,
        "missing": reasons,
        "flags": flags,
        "rows": rows(dataset),
    });
    let mut text = serde_json::to_string_pretty(&page).unwrap_or_default();
    text.push('\n');
    text
}

/// The licence with its address, and its id where it is known by one.
fn licence(dataset: &Dataset, name: Value) -> Option<Value> {
    let licence = dataset.licence.as_ref()?;
    let id = match licence {
        Licence::Known(known) => Some(known.id),
        Licence::Own { .. } => None,
    };
    Some(json!({ "id": id, "name": name, "url": licence.url() }))
}

fn rows(dataset: &Dataset) -> Vec<Value> {
    let row = |cells: &[Cell]| {
        let own = dataset.variables.iter().zip(cells);
        let members = own.flat_map(|(variable, own)| {
            let flags = match own {
                Cell::Number { flags, .. } if !flags.is_empty() => {
                    Some((flag_column(&variable.id), Value::String(flags.to_string())))
                }
                _ => None,
            };
            std::iter::once((variable.id.clone(), cell(own))).chain(flags)
        });
        Value::Object(members.collect())
    };
    dataset.rows.iter().map(|own| row(&own.cells)).collect()
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Number { value, .. } => number(*value),
        Cell::Date(date) => Value::String(date.to_string()),
        Cell::Time(time) => Value::String(time.to_string()),
        Cell::Level(text) | Cell::Text(text) => Value::String(text.clone()),
        Cell::Missing(code) => json!({ "missing": code }),
    }
}

/// A number where a double holds it to the last digit, else its digits as a text.
fn number(value: Decimal) -> Value {
    let digits = super::exact(value).normalize().to_string();
    let double = digits.parse::<f64>().ok().filter(|double| double.to_string() == digits);
    match (digits.parse::<i64>(), double) {
        (Ok(whole), _) => whole.into(),
        (_, Some(double)) => double.into(),
        _ => Value::String(digits),
    }
}
