//! Sheets of OpenDocument (ODF 1.3, part 3).
//!
//! calamine reads them too, but writes out each repeated cell, which a small file can
//! repeat a thousand million times, and does not tell a percentage from a number.

use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use super::archive::Archive;
use super::cells::Cells;
use super::value::{day, line, number, percentage};
use crate::source::{CellContent, CellKind, Workbook};

/// Most nodes of the document.
const MAX_NODES: u32 = 8_000_000;

/// Most spaces in the place of one element `text:s`.
const MAX_SPACES: usize = 64;

/// The sheets of a document; or why it cannot be read.
pub(super) fn workbook(bytes: &[u8]) -> Result<Workbook, String> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err("it is protected by a password".to_owned());
    }
    let Some(text) = archive.text("content.xml")? else {
        return Err("it holds no `content.xml`".to_owned());
    };
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options)
        .map_err(|error| format!("it is spoilt: {error}"))?;
    let mut made = Workbook::default();
    let body = document.descendants().find(|node| is(*node, "spreadsheet"));
    for table in body.iter().flat_map(Node::children).filter(|node| is(*node, "table")) {
        let name = attribute(table, "name").unwrap_or_default().to_owned();
        made.add(name, cells(table));
    }
    Ok(made)
}

/// Whether it is the element of this name, in whatever version of the format.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The attribute of this name, in whatever version of the format.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|own| own.name() == name).map(|own| own.value())
}

/// The value of an attribute of the namespace `office`, where `table` or `calcext` may
/// have one of the same name.
fn office<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let in_office = |uri: &str| uri.contains(":office:");
    let mut own = node.attributes().filter(|own| own.name() == name);
    own.find(|own| own.namespace().is_some_and(in_office)).map(|own| own.value())
}

/// How often a row or a cell stands there.
fn repeated(node: Node<'_, '_>, name: &str) -> u32 {
    let times = attribute(node, name).map(str::parse);
    times.map_or(1, |times| times.unwrap_or(u32::MAX))
}

fn cells(table: Node<'_, '_>) -> Result<Vec<CellContent>, String> {
    let mut cells = Cells::default();
    let mut row = 0_u32;
    // Rows stand in groups, and these in others.
    let mut waiting: Vec<_> = table.children().rev().collect();
    while let Some(node) = waiting.pop() {
        match node.tag_name().name() {
            "table-row" => {
                let times = repeated(node, "number-rows-repeated");
                let own = runs(node);
                for row in (0..times).map(|at| row.saturating_add(at)) {
                    if own.is_empty() {
                        break;
                    }
                    for Run { columns, text, kind } in &own {
                        for column in columns.clone() {
                            cells.push((row, column), text.clone(), *kind)?;
                        }
                    }
                }
                row = row.saturating_add(times);
            }
            "table-rows" | "table-row-group" | "table-header-rows" => {
                waiting.extend(node.children().rev());
            }
            _ => {}
        }
    }
    Ok(cells.all())
}

/// Cells beside each other that hold the same.
struct Run {
    columns: Range<u32>,
    text: String,
    kind: CellKind,
}

/// The cells of a row that are not empty.
fn runs(row: Node<'_, '_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut column = 0_u32;
    for cell in row.children().filter(Node::is_element) {
        let times = repeated(cell, "number-columns-repeated");
        let columns = column..column.saturating_add(times);
        column = columns.end;
        // What stands in a covered cell is behind the merged one, and nobody sees it.
        let shown = is(cell, "table-cell").then(|| content(cell)).flatten();
        runs.extend(shown.map(|(text, kind)| Run { columns, text, kind }));
    }
    runs
}

/// What a cell shows, and what that is; `None` where it is empty.
fn content(cell: Node<'_, '_>) -> Option<(String, CellKind)> {
    let calculated = |own: &roxmltree::Attribute<'_, '_>| {
        own.namespace().is_some_and(|uri| uri.contains("calcext"))
            && own.value() == "error"
    };
    if cell.attributes().any(|own| calculated(&own)) {
        return Some((paragraphs(cell), CellKind::Error));
    }
    let value = || office(cell, "value").and_then(|value| value.parse::<f64>().ok());
    let (text, kind) = match office(cell, "value-type") {
        Some("float" | "currency") => (number(value()?), CellKind::Exact),
        Some("percentage") => (percentage(value()?), CellKind::Percentage),
        Some("date") => (day(office(cell, "date-value")?).to_owned(), CellKind::Exact),
        Some("time") => (office(cell, "time-value")?.to_owned(), CellKind::Exact),
        Some("boolean") => {
            (office(cell, "boolean-value")?.to_uppercase(), CellKind::Truth)
        }
        _ => match office(cell, "string-value") {
            Some(text) => (line(text), CellKind::Text),
            None => (paragraphs(cell), CellKind::Text),
        },
    };
    Some((text, kind)).filter(|(text, _)| !text.is_empty())
}

/// The paragraphs of a cell on one line.
fn paragraphs(cell: Node<'_, '_>) -> String {
    let mut text = String::new();
    let mut waiting: Vec<_> = cell.children().rev().collect();
    while let Some(node) = waiting.pop() {
        // Between paragraphs stands what indents them.
        if node.is_text() && node.parent() != Some(cell) {
            text.push_str(node.text().unwrap_or_default());
        }
        match node.tag_name().name() {
            "annotation" => continue,
            "s" => {
                let count = attribute(node, "c").map_or(1, |count| {
                    count.parse().unwrap_or(MAX_SPACES).min(MAX_SPACES)
                });
                text.push_str(&" ".repeat(count));
            }
            "p" if !text.is_empty() => text.push(' '),
            "tab" | "line-break" => text.push(' '),
            _ => {}
        }
        waiting.extend(node.children().rev());
    }
    line(&text)
}
