//! What a figure draws as JSON, in the words of its edition.

use serde_json::{Map, Value, json};

use super::figure::reason;
use super::json::{file, number};
use super::words::{said, words};
use crate::edition::{Cell, Edition, Exact, Figure};

/// The figure with its description; its rows are lists in the order of the columns.
pub(super) fn json(figure: &Figure, edition: &Edition) -> String {
    let text = |text| Value::String(said(text, edition));
    let columns = figure.grid.columns.iter().map(|column| {
        json!({ "label": text(&column.label), "unit": column.unit.as_deref().map(words) })
    });
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().map(|cell| value(figure, cell));
        Value::Array(cells.collect())
    };
    let missing = figure.grid.missing.iter();
    let missing: Map<_, _> =
        missing.map(|(sign, reason)| (sign.clone(), text(reason))).collect();
    let flags = figure.grid.flags.iter();
    let flags: Map<_, _> = flags
        .map(|flag| (flag.code.to_string(), Value::String(words(&flag.meaning))))
        .collect();
    file(&json!({
        "id": figure.id,
        "language": edition.lang.as_str(),
        "label": words(&figure.label),
        "title": text(&figure.title),
        "subtitle": text(&figure.subtitle),
        "description": words(&figure.description()),
        "notes": figure.notes.as_ref().map(text),
        "source": text(&figure.source),
        "study": text(&edition.front.title),
        "dataset": figure.dataset,
        "columns": columns.collect::<Vec<_>>(),
        "missing": missing,
        "flags": flags,
        "rows": figure.grid.rows.iter().map(row).collect::<Vec<_>>(),
    }))
}

/// A number or date as it is, else the words; a flagged number with its flags, and why a
/// value is missing.
fn value(figure: &Figure, cell: &Cell) -> Value {
    match &cell.exact {
        _ if cell.missing => json!({ "missing": reason(&figure.grid, cell) }),
        Some(Exact::Number(value)) if !cell.flags.is_empty() => {
            json!({ "value": number(*value), "flags": cell.flags.to_string() })
        }
        Some(Exact::Number(value)) => number(*value),
        Some(Exact::Date(date)) => Value::String(date.to_string()),
        None => Value::String(words(&cell.text)),
    }
}
