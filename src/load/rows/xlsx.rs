//! Workbooks of Excel, as calamine reads them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};

use super::archive::Archive;
use super::cells::Cells;
use super::value::{day, line, number, percentage};
use crate::source::{CellContent, CellKind, Workbook};

/// Most bytes that the styles of cells may take when each has its font for its own, as
/// calamine gives them.
const MAX_STYLES: usize = 64 * 1024 * 1024;

/// The sheets of a workbook; or why it cannot be read.
pub(super) fn workbook(bytes: &[u8]) -> Result<Workbook, String> {
    check_promises(&mut Archive::open(bytes)?)?;
    // Numbers of rows that no sheet has overflow in calamine.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    read.unwrap_or_else(|_| Err("it is spoilt".to_owned()))
}

/// Refuses what would make calamine ask for more memory than the file can fill: a count of
/// shared texts that it believes, and long names of fonts, which it gives to every style.
fn check_promises(archive: &mut Archive<'_>) -> Result<(), String> {
    for name in archive.names() {
        let lower = name.to_lowercase();
        if lower.ends_with("sharedstrings.xml") {
            let text = archive.text(&name)?.unwrap_or_default();
            let counts = text.split("uniqueCount").skip(1).map(|rest| {
                let rest = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
                let end = rest.find(|c: char| !c.is_ascii_digit());
                rest[..end.unwrap_or(rest.len())].parse().unwrap_or(usize::MAX)
            });
            if counts.max().is_some_and(|count| count > text.len()) {
                return Err("it counts more texts than it has".to_owned());
            }
        } else if lower.ends_with("styles.xml") {
            let text = archive.text(&name)?.unwrap_or_default();
            let styles = text.matches("xf").count();
            let longest = text.split(['"', '\'']).map(str::len).max().unwrap_or(0);
            if styles.saturating_mul(longest) > MAX_STYLES {
                return Err("its styles are too many and too long".to_owned());
            }
        }
    }
    Ok(())
}

fn sheets(bytes: &[u8]) -> Result<Workbook, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(reason)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut made = Workbook::default();
    for sheet in sheets {
        let cells = match sheet.typ {
            SheetType::WorkSheet => cells(&mut book, &sheet.name),
            _ => Err("it is a chart".to_owned()),
        };
        made.add(sheet.name, cells);
    }
    Ok(made)
}

fn reason(error: XlsxError) -> String {
    format!("it is spoilt: {error}")
}

fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
) -> Result<Vec<CellContent>, String> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(reason)?;
    let mut cells = Cells::default();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(reason)? {
        let format = reader.styles().get(style).and_then(|s| s.number_format.as_ref());
        let format = format.map_or("", |format| &format.format_code);
        let (text, kind) = content(cell.get_value(), format);
        cells.push(cell.get_position(), text, kind)?;
    }
    Ok(cells.all())
}

/// What a cell shows, and what that is; nothing where it is empty.
fn content(value: &DataRef<'_>, format: &str) -> (String, CellKind) {
    match value {
        DataRef::Empty => (String::new(), CellKind::Text),
        DataRef::String(text) => (line(text), CellKind::Text),
        DataRef::SharedString(text) => (line(text), CellKind::Text),
        DataRef::Int(whole) => (whole.to_string(), CellKind::Exact),
        DataRef::Float(value) if is_percentage(format) => {
            (percentage(*value), CellKind::Percentage)
        }
        DataRef::Float(value) => (number(*value), CellKind::Exact),
        DataRef::DateTime(moment) => (date(moment), CellKind::Exact),
        DataRef::DateTimeIso(text) => (day(text).to_owned(), CellKind::Exact),
        DataRef::DurationIso(text) => (text.clone(), CellKind::Exact),
        DataRef::Bool(truth) => (truth.to_string().to_uppercase(), CellKind::Truth),
        DataRef::Error(error) => (error.to_string(), CellKind::Error),
    }
}

/// Whether a number of this format (ECMA-376 part 1, 18.8.31) is shown in per cent: its
/// first section has a `%` that is neither quoted nor escaped.
fn is_percentage(format: &str) -> bool {
    let mut signs = format.chars();
    let mut quoted = false;
    while let Some(sign) = signs.next() {
        match sign {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => drop(signs.next()),
            '%' => return true,
            ';' => return false,
            _ => {}
        }
    }
    false
}

/// A day, or a day with its time, as ISO 8601 writes them.
fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() {
        return number(moment.as_f64());
    }
    match (moment.as_f64() < 1.0, time == "00:00:00") {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_in_per_cent_if_its_format_says_so() {
        for format in ["0%", "0.00%", "# ##0.0\\ %", "[Red]0%;-0%"] {
            assert!(is_percentage(format), "{format}");
        }
        for format in ["0", "0\\%", "0\"%\"", "General", "0;0%", "_%0"] {
            assert!(!is_percentage(format), "{format}");
        }
    }
}
