//! Workbooks from a text that a reader of a test can read.
//!
//! `== NAME` begins a sheet, and every line below it is a row of cells parted by ` | `. A
//! cell is a number, a percentage `12.5%`, a day `2024-01-31`, a truth value `TRUE`, an
//! error `#REF!`, or else a text; behind `'` it is a text whatever it looks like.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet};

/// What a cell of such a text is.
enum Cell<'a> {
    Empty,
    Number(f64),
    Percentage(f64),
    Day(&'a str),
    Truth(bool),
    Error(&'a str),
    Text(&'a str),
}

fn cell(text: &str) -> Cell<'_> {
    let is_day =
        text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    match text {
        "" => Cell::Empty,
        "TRUE" | "FALSE" => Cell::Truth(text == "TRUE"),
        _ if text.starts_with('#') => Cell::Error(text),
        _ if is_day => Cell::Day(text),
        _ => match (text.strip_prefix('\''), text.strip_suffix('%')) {
            (Some(text), _) => Cell::Text(text),
            (_, Some(number)) => number
                .parse::<f64>()
                .map_or(Cell::Text(text), |number| Cell::Percentage(number / 100.0)),
            _ => text.parse().map_or(Cell::Text(text), Cell::Number),
        },
    }
}

/// The sheets of a text: names and rows.
fn sheets(text: &str) -> Vec<(&str, Vec<Vec<&str>>)> {
    let mut sheets: Vec<(&str, Vec<Vec<&str>>)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("== "), sheets.last_mut()) {
            (Some(name), _) => sheets.push((name, Vec::new())),
            (None, Some((_, rows))) => {
                rows.push(line.split('|').map(str::trim).collect());
            }
            (None, None) => panic!("a sheet begins with `== NAME`: {line}"),
        }
    }
    sheets
}

/// The workbook as Excel would write it.
pub(crate) fn xlsx(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets(text) {
        let sheet = book.add_worksheet().set_name(name).expect("a name of a sheet");
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                write(sheet, (row, column), cell(text));
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: Cell<'_>) {
    let written = match cell {
        Cell::Empty => return,
        Cell::Number(number) => sheet.write(row, column, number),
        Cell::Percentage(number) => {
            let format = Format::new().set_num_format("0.0%");
            sheet.write_number_with_format(row, column, number, &format)
        }
        Cell::Day(text) => {
            let format = Format::new().set_num_format("dd.mm.yyyy");
            let day = ExcelDateTime::parse_from_str(text).expect("a day");
            sheet.write_datetime_with_format(row, column, &day, &format)
        }
        Cell::Truth(truth) => sheet.write(row, column, truth),
        Cell::Error(error) => {
            sheet.write_formula(row, column, Formula::new("=1/0").set_result(error))
        }
        Cell::Text(text) => sheet.write(row, column, text),
    };
    written.expect("a cell");
}

/// The workbook as LibreOffice would write it.
pub(crate) fn ods(text: &str) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets(text) {
        let _ = write!(tables, "<table:table table:name=\"{name}\">");
        for cells in rows {
            let cells: String =
                cells.into_iter().map(|text| of_ods(cell(text))).collect();
            let _ = write!(tables, "<table:table-row>{cells}</table:table-row>");
        }
        // The rest of the sheet, which holds nothing.
        tables.push_str(
            "<table:table-row table:number-rows-repeated=\"1048000\">\
             <table:table-cell table:number-columns-repeated=\"16384\"/>\
             </table:table-row></table:table>",
        );
    }
    document(&tables)
}

/// A document with these tables in the XML of ODF.
pub(crate) fn document(tables: &str) -> Vec<u8> {
    let spaces: String = ["office", "table", "text"]
        .map(|name| {
            format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"")
        })
        .concat();
    let calcext = "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content{spaces} {calcext}>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    archive([("mimetype", mime.as_bytes()), ("content.xml", content.as_bytes())])
}

/// An archive with these members.
pub(crate) fn archive<'a>(
    members: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("a member");
        archive.write_all(bytes).expect("a member");
    }
    archive.finish().expect("an archive").into_inner()
}

fn of_ods(cell: Cell<'_>) -> String {
    let element = |attributes: String, text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let typed = |kind: &str, value: String| {
        element(format!("office:value-type=\"{kind}\" {value}"), "shown")
    };
    match cell {
        Cell::Empty => "<table:table-cell/>".to_owned(),
        Cell::Number(number) => typed("float", format!("office:value=\"{number}\"")),
        Cell::Percentage(number) => {
            typed("percentage", format!("office:value=\"{number}\""))
        }
        Cell::Day(day) => typed("date", format!("office:date-value=\"{day}\"")),
        Cell::Truth(truth) => typed("boolean", format!("office:boolean-value=\"{truth}\"")),
        Cell::Error(error) => element(
            "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\""
                .to_owned(),
            error,
        ),
        Cell::Text(text) => element("office:value-type=\"string\"".to_owned(), text),
    }
}
