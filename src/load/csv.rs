//! Rows in CSV: each cell with its place.

use csv::ReaderBuilder;

use super::dataset::RawRow;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Input, Span, Spanned};

/// The rows of a CSV file, whose first line names the variables.
pub(super) fn rows(
    input: &Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Vec<RawRow>> {
    let text = super::text_of(input, file, found)?;
    let lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records();
    let mut head: Option<Vec<Spanned<String>>> = None;
    let mut rows = Vec::new();
    for line in lines {
        let record = match line {
            Ok(record) => record,
            Err(error) => {
                let message = format!("not CSV: {error}");
                found.push(Diagnostic::new(
                    Code::CsvShape,
                    Span::start_of(file),
                    message,
                ));
                return None;
            }
        };
        let start = record.position().map_or(0, |at| at.byte() as usize);
        let cells = cells(text, start, &record, file);
        match &head {
            None => head = Some(cells),
            Some(names) => rows.extend(row(names, cells, found)),
        }
    }
    if let Some([only]) = head.as_deref()
        && only.value.contains([';', '\t'])
    {
        found.push(
            Diagnostic::new(
                Code::CsvShape,
                only.span,
                "the columns are not parted by commas",
            )
            .help("save the file as CSV with commas, and numbers with a decimal point"),
        );
        return None;
    }
    Some(rows)
}

fn row(
    names: &[Spanned<String>],
    cells: Vec<Spanned<String>>,
    found: &mut Diagnostics,
) -> Option<RawRow> {
    let (first, last) = (cells.first()?.span, cells.last()?.span);
    let span = Span { end: last.end, ..first };
    if cells.len() != names.len() {
        let message = format!("{} cells in a table of {}", cells.len(), names.len());
        found.push(
            Diagnostic::new(Code::CsvShape, span, message)
                .help("a comma inside a text stands in quotes, and a number has none"),
        );
        return None;
    }
    Some(RawRow { cells: names.iter().cloned().zip(cells).collect(), span })
}

/// The cells of a record that begins at byte `start`, with their places.
fn cells(
    text: &str,
    start: usize,
    record: &csv::StringRecord,
    file: FileId,
) -> Vec<Spanned<String>> {
    let mut at = start;
    // The reader skips empty lines before a record.
    while text[at..].starts_with('\n') {
        at += 1;
    }
    record
        .iter()
        .map(|cell| {
            let length = length_of_cell(&text[at..]);
            let span = Span::new(file, at, at + length);
            at = (at + length + 1).min(text.len());
            Spanned { value: cell.trim().to_owned(), span }
        })
        .collect()
}

/// How long the cell at the beginning of `rest` is, with its quotes.
fn length_of_cell(rest: &str) -> usize {
    let mut quoted = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => return at,
            _ => {}
        }
    }
    rest.len()
}
