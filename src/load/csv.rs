//! Rows in CSV: each cell with its place.

use std::collections::BTreeMap;

use csv::ReaderBuilder;

use super::dataset::RawRow;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Input, Span, Spanned};

/// A CSV file: the names of its columns and its rows.
pub(super) struct Table {
    pub(super) head: Vec<Spanned<String>>,
    pub(super) rows: Vec<RawRow>,
}

/// The table of a CSV file, whose first line names the variables; `None` where a
/// diagnostic says why not.
pub(super) fn table(
    input: &Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Table> {
    let text = super::text_of(input, file, found)?;
    let lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records();
    let mut table: Option<Table> = None;
    let mut good = true;
    for line in lines {
        let record = match line {
            Ok(record) => record,
            Err(error) => {
                let message = format!("not CSV: {error}");
                let at = Span::start_of(file);
                found.push(Diagnostic::new(Code::CsvShape, at, message));
                return None;
            }
        };
        let start = record.position().map_or(0, |at| at.byte() as usize);
        let cells = cells(text, start, &record, file);
        good &= closed(input, &cells, found);
        match &mut table {
            None if !head(&cells, found) => return None,
            None => table = Some(Table { head: cells, rows: Vec::new() }),
            Some(table) => match row(&table.head, cells, found) {
                Some(row) => table.rows.push(row),
                None => good = false,
            },
        }
    }
    let table = table.filter(|table| !table.rows.is_empty() || !good);
    if table.is_none() {
        found.push(
            Diagnostic::new(Code::CsvShape, Span::start_of(file), "the file has no rows")
                .help("its first line names the variables, each other line is a row"),
        );
    }
    table.filter(|_| good)
}

/// Whether the first line can name variables.
fn head(names: &[Spanned<String>], found: &mut Diagnostics) -> bool {
    if let [only] = names
        && only.value.contains([';', '\t'])
    {
        let message = "the columns are not parted by commas";
        found.push(
            Diagnostic::new(Code::CsvShape, only.span, message).help(
                "save the file as CSV with commas, and numbers with a decimal point",
            ),
        );
        return false;
    }
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut good = true;
    for name in names {
        if let Some(first) = seen.insert(&name.value, name.span) {
            good = false;
            let message = format!("the column `{}` stands twice", name.value);
            found.push(
                Diagnostic::new(Code::CsvShape, name.span, message)
                    .also(first, "first here"),
            );
        }
    }
    good
}

/// Whether each quoted cell ends; one that does not takes in all that follows.
fn closed(input: &Input, cells: &[Spanned<String>], found: &mut Diagnostics) -> bool {
    let Some(last) = cells.last() else { return true };
    let written = input.slice(last.span);
    if !written.starts_with('"') || written.matches('"').count().is_multiple_of(2) {
        return true;
    }
    let message = "the cell begins with a quotation mark that is never closed";
    found.push(
        Diagnostic::new(Code::CsvShape, last.span, message)
            .help("a quotation mark inside a quoted cell is written twice: `\"\"`"),
    );
    false
}

fn row(
    names: &[Spanned<String>],
    cells: Vec<Spanned<String>>,
    found: &mut Diagnostics,
) -> Option<RawRow> {
    let (first, last) = (cells.first()?.span, cells.last()?.span);
    let span = Span { end: last.end, ..first };
    if cells.len() != names.len() {
        let message =
            format!("{} cells in a table of {} columns", cells.len(), names.len());
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

/// How long the cell at the beginning of `rest` is, with its quotes; those inside a cell
/// that does not begin with one are signs like others.
fn length_of_cell(rest: &str) -> usize {
    let mut quoted = false;
    let quotes = rest.starts_with('"');
    for (at, c) in rest.char_indices() {
        match c {
            '"' if quotes => quoted = !quoted,
            ',' | '\n' if !quoted => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Table>, Vec<Diagnostic>, Input) {
        let input = Input::new([("a.csv".to_owned(), text.as_bytes().to_vec())]);
        let mut found = Diagnostics::new();
        let table = table(&input, input.find("a.csv").unwrap(), &mut found);
        (table, found.sorted(), input)
    }

    /// Each cell of the rows: its value, and what stands in the file at its place.
    fn cells(text: &str) -> Vec<Vec<(String, String)>> {
        let (table, found, input) = read(text);
        assert_eq!(found, []);
        let rows = table.unwrap().rows.into_iter();
        rows.map(|row| {
            let cells = row.cells.into_iter();
            cells.map(|(_, c)| (c.value, input.slice(c.span).to_owned())).collect()
        })
        .collect()
    }

    fn messages(text: &str) -> Vec<String> {
        read(text).1.into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn each_cell_knows_its_place() {
        let text =
            "\u{feff}қала,сан\r\n\r\n\"үлкен, \"\"ескі\"\"\", 9 \r\nжаңа,\"1\n2\"\r\n";
        let own = |value: &str, written: &str| (value.to_owned(), written.to_owned());
        assert_eq!(
            cells(text),
            [
                [own("үлкен, \"ескі\"", "\"үлкен, \"\"ескі\"\"\""), own("9", " 9 ")],
                [own("жаңа", "жаңа"), own("1\n2", "\"1\n2\"")],
            ]
        );
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_a_sign_like_others() {
        let all = cells("a,b\n5\" disk,x\n");
        assert_eq!(all[0][0], ("5\" disk".to_owned(), "5\" disk".to_owned()));
        assert_eq!(all[0][1].1, "x");
    }

    #[test]
    fn a_row_is_pointed_at_as_a_whole() {
        let (table, _, input) = read("a,b\n\nбір,2\n3,4");
        let rows = table.unwrap().rows.into_iter();
        let rows: Vec<_> = rows.map(|row| input.slice(row.span).to_owned()).collect();
        assert_eq!(rows, ["бір,2", "3,4"]);
    }

    #[test]
    fn a_file_that_is_no_table_is_refused() {
        assert_eq!(messages(""), ["the file has no rows"]);
        assert_eq!(messages("a,b\n"), ["the file has no rows"]);
        assert_eq!(messages("a;b\n1;2\n"), ["the columns are not parted by commas"]);
        assert_eq!(messages("a,a\n1,2\n"), ["the column `a` stands twice"]);
        assert_eq!(
            messages("a,b\n1\n1,2,3\n"),
            ["1 cells in a table of 2 columns", "3 cells in a table of 2 columns"]
        );
        let unclosed = "the cell begins with a quotation mark that is never closed";
        assert_eq!(messages("a,b\n1,\"x\n2,y\n"), [unclosed]);
    }
}
