//! A table in CSV (RFC 4180): each cell with its place.

use csv::ReaderBuilder;

use super::separator::{self, Separator, parts};
use super::{Entry, Line, Table};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{CellKind, FileId, Input, Span, Spanned};

/// The table in the text of a CSV file, whose first line holds the heads; `None` where a
/// diagnostic says why not.
pub(super) fn table(
    input: &Input,
    file: FileId,
    text: &str,
    separator: Separator,
    found: &mut Diagnostics,
) -> Option<Table> {
    let lines = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
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
        let cells = cells(text, start, &record, file, separator);
        good &= closed(input, &cells, found);
        match &mut table {
            None => {
                if let Some(other) = separator::other(text, separator) {
                    found.push(separator::wrong(&cells, separator, other));
                    return None;
                }
                table = Some(Table { head: cells, rows: Vec::new() });
            }
            Some(table) => match row(table.head.len(), cells, separator, found) {
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

/// Whether each quoted cell ends; one that does not takes in all that follows.
fn closed(input: &Input, cells: &[Entry], found: &mut Diagnostics) -> bool {
    let Some(last) = cells.last() else { return true };
    let written = input.slice(last.text.span);
    if !written.starts_with('"') || written.matches('"').count().is_multiple_of(2) {
        return true;
    }
    let message = "the cell begins with a quotation mark that is never closed";
    found.push(
        Diagnostic::new(Code::CsvShape, last.text.span, message)
            .help("a quotation mark inside a quoted cell is written twice: `\"\"`"),
    );
    false
}

fn row(
    columns: usize,
    cells: Vec<Entry>,
    separator: Separator,
    found: &mut Diagnostics,
) -> Option<Line> {
    let (first, last) = (cells.first()?.text.span, cells.last()?.text.span);
    let span = Span { end: last.end, ..first };
    if cells.len() != columns {
        let message = format!("{} cells in a table of {columns} columns", cells.len());
        let help = match separator {
            Separator::Comma => {
                "a comma inside a text stands in quotes, and a number has none".to_owned()
            }
            other => format!("{} inside a text stands in quotes", other.shown()),
        };
        found.push(Diagnostic::new(Code::CsvShape, span, message).help(help));
        return None;
    }
    Some(Line { cells, span })
}

/// The cells of a record that begins at byte `start`, with their places.
fn cells(
    text: &str,
    start: usize,
    record: &csv::StringRecord,
    file: FileId,
    separator: Separator,
) -> Vec<Entry> {
    let mut at = start;
    // The reader skips empty lines before a record.
    while text[at..].starts_with('\n') {
        at += 1;
    }
    record
        .iter()
        .map(|cell| {
            let length = parts(&text[at..], separator).next().map_or(0, str::len);
            let span = Span::new(file, at, at + length);
            at = (at + length + 1).min(text.len());
            let text = Spanned { value: cell.trim().to_owned(), span };
            Entry { text, kind: CellKind::Text }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, separator: Separator) -> (Option<Table>, Vec<Diagnostic>, Input) {
        let input = Input::new([("a.csv".to_owned(), text.as_bytes().to_vec())]);
        let mut found = Diagnostics::new();
        let file = input.find("a.csv").unwrap();
        let table = table(&input, file, input.text(file).unwrap(), separator, &mut found);
        (table, found.sorted(), input)
    }

    /// Each cell of the rows: its value, and what stands in the file at its place.
    fn cells_of(text: &str, separator: Separator) -> Vec<Vec<(String, String)>> {
        let (table, found, input) = read(text, separator);
        assert_eq!(found, []);
        let rows = table.unwrap().rows.into_iter();
        rows.map(|row| {
            let cells = row.cells.into_iter().map(|cell| cell.text);
            cells.map(|c| (c.value, input.slice(c.span).to_owned())).collect()
        })
        .collect()
    }

    fn cells(text: &str) -> Vec<Vec<(String, String)>> {
        cells_of(text, Separator::Comma)
    }

    fn messages(text: &str) -> Vec<String> {
        let found = read(text, Separator::Comma).1;
        found.into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn any_separator_parts_cells_and_stands_in_quotes_inside_them() {
        let own = |value: &str, written: &str| (value.to_owned(), written.to_owned());
        for (sign, separator) in
            [(';', Separator::Semicolon), ('\t', Separator::Tab), ('|', Separator::Bar)]
        {
            let text = format!("a{sign}b\n1,5{sign}\"x{sign}y\nz\"\n{sign}2\n");
            let quoted = format!("x{sign}y\nz");
            assert_eq!(
                cells_of(&text, separator),
                [
                    [own("1,5", "1,5"), own(&quoted, &format!("\"{quoted}\""))],
                    [own("", ""), own("2", "2")],
                ]
            );
        }
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
        let (table, _, input) = read("a,b\n\nбір,2\n3,4", Separator::Comma);
        let rows = table.unwrap().rows.into_iter();
        let rows: Vec<_> = rows.map(|row| input.slice(row.span).to_owned()).collect();
        assert_eq!(rows, ["бір,2", "3,4"]);
    }

    #[test]
    fn a_file_that_is_no_table_is_refused() {
        assert_eq!(messages(""), ["the file has no rows"]);
        assert_eq!(messages("a,b\n"), ["the file has no rows"]);
        let semicolons = "the columns are parted by `;`, and not by `,`";
        assert_eq!(messages("a;b\n1;2\n"), [semicolons]);
        assert_eq!(
            messages("a,b\n1\n1,2,3\n"),
            ["1 cells in a table of 2 columns", "3 cells in a table of 2 columns"]
        );
        let unclosed = "the cell begins with a quotation mark that is never closed";
        assert_eq!(messages("a,b\n1,\"x\n2,y\n"), [unclosed]);
    }
}
