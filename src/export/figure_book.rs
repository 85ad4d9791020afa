//! What a figure draws as a workbook, in the words of its edition.

use super::exact;
use super::figure::{beside, heads};
use super::words::{said, words};
use super::workbook::{Sheet, Value, Workbook};
use crate::edition::{Cell, Edition, Exact, Figure, Grid, Text};
use crate::locale::{Locale, Messages};

/// The workbook of a figure.
pub(super) fn workbook(
    figure: &Figure,
    edition: &Edition,
    locale: &Locale,
    messages: &Messages,
) -> Workbook {
    let sheets =
        vec![data(&figure.grid, locale, messages), metadata(figure, edition, messages)];
    Workbook::new(words(&format!("{}. {}", figure.label, figure.title.plain())), sheets)
}

fn data(grid: &Grid, locale: &Locale, messages: &Messages) -> Sheet {
    let beside = beside(grid);
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().enumerate();
        let values = cells.map(|(at, cell)| value(grid, at, cell, locale));
        let beside = beside.iter().map(|own| match own.of(grid, row) {
            none if none.is_empty() => Value::Empty,
            said => Value::Text(said),
        });
        values.chain(beside).collect()
    };
    Sheet {
        name: "data",
        wraps: false,
        head: heads(grid, messages),
        rows: grid.rows.iter().map(row).collect(),
    }
}

fn value(grid: &Grid, at: usize, cell: &Cell, locale: &Locale) -> Value {
    let is_quantity = grid.columns.get(at).is_some_and(|column| column.numeric);
    match &cell.exact {
        _ if cell.missing => Value::Empty,
        Some(Exact::Number(number)) if is_quantity => {
            Value::Number(exact(*number), decimals(&cell.text, locale))
        }
        Some(Exact::Number(number)) => Value::Plain(*number),
        Some(Exact::Date(date)) => Value::Date(*date),
        None => Value::Text(words(&cell.text)),
    }
}

/// How many decimals a number is shown with, by how it is written.
fn decimals(written: &str, locale: &Locale) -> u32 {
    let after = written.rsplit_once(locale.decimal_sign());
    let digits = |after: &str| after.chars().take_while(char::is_ascii_digit).count();
    after.map_or(0, |(_, after)| digits(after) as u32)
}

fn metadata(figure: &Figure, edition: &Edition, messages: &Messages) -> Sheet {
    let text = |text: &Text| said(text, edition);
    let front = &edition.front;
    let authors: Vec<_> = front.authors.iter().map(|author| text(&author.name)).collect();
    let properties = [
        (messages.get("figure"), Some(words(&figure.label))),
        (messages.get("title"), Some(text(&figure.title))),
        (messages.get("description"), Some(text(&figure.subtitle))),
        (messages.get("figure_description"), Some(words(&figure.description()))),
        (messages.get("note"), figure.notes.as_ref().map(text)),
        (messages.get("source"), Some(text(&figure.source))),
        (messages.get("dataset"), Some(figure.dataset.clone())),
        (messages.get("study"), Some(text(&front.title))),
        (messages.get("authors"), Some(authors.join(", "))),
        (messages.get("licence"), front.licence.as_ref().map(text)),
        (messages.get("language"), Some(edition.lang.to_string())),
    ];
    let known = properties.into_iter().filter_map(|(name, words)| Some((name, words?)));
    let rows = known
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, own)| vec![Value::Text(words(name)), Value::Text(own)]);
    let missing = figure.grid.missing.iter().map(|(sign, reason)| {
        let name = format!("{}: {sign}", messages.get("missing_values"));
        vec![Value::Text(name), Value::Text(text(reason))]
    });
    let flags = figure.grid.flags.iter().map(|flag| {
        let name = format!("{}: {}", messages.get("flags"), flag.code);
        vec![Value::Text(words(&name)), Value::Text(words(&flag.meaning))]
    });
    Sheet {
        name: "metadata",
        wraps: true,
        head: ["property", "value"].map(|key| words(messages.get(key))).to_vec(),
        rows: rows.chain(flags).chain(missing).collect(),
    }
}
