//! Workbooks of Excel and LibreOffice (XLSX), which are written when somebody needs them.

use std::fmt::Write as _;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Writer, Worksheet,
    XlsxError,
};

use super::double;
use crate::digest::digest;
use crate::locale::Date;

/// Most rows of a sheet, its head included, by the limits of Excel.
const MAX_ROWS: usize = 1_048_576;
/// Most columns of a sheet, by the limits of Excel.
const MAX_COLUMNS: usize = 16_384;
/// Most characters of a cell in UTF-16, by the limits of Excel.
const MAX_CHARACTERS: usize = 32_767;
/// Least and greatest width of a column in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// What a workbook is written by. It changes whenever the same sheets give other bytes.
const WRITER: &str = "rust_xlsxwriter 0.102.0";

/// A workbook that is not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    title: String,
    sheets: Vec<Sheet>,
}

/// A sheet: a table with its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub(super) name: &'static str,
    /// The heads of its columns.
    pub(super) head: Vec<String>,
    /// Whether long texts go on in further lines of their cells.
    pub(super) wraps: bool,
    /// Its rows, each with as many cells as there are heads.
    pub(super) rows: Vec<Vec<Value>>,
}

/// A cell with its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// Words, which no program takes for a formula.
    Text(String),
    /// A whole number without groups, such as a year.
    Plain(Decimal),
    /// A number, shown with so many decimals.
    Number(Decimal, u32),
    /// A date.
    Date(Date),
}

impl Workbook {
    /// A workbook of these sheets.
    pub(super) fn new(title: String, sheets: Vec<Sheet>) -> Self {
        Self { title, sheets }
    }

    /// All that it says, a line for each row: for people who compare two of them.
    pub fn plain(&self) -> String {
        let mut plain = format!("{}\n", self.title);
        for sheet in &self.sheets {
            // Writing into a string cannot fail.
            let _ = writeln!(plain, "\n[{}]\n{}", sheet.name, sheet.head.join("\t"));
            for row in &sheet.rows {
                let cells: Vec<_> = row.iter().map(Value::plain).collect();
                let _ = writeln!(plain, "{}", cells.join("\t"));
            }
        }
        plain
    }

    /// What stands for this workbook and no other, in hexadecimal.
    pub fn digest(&self) -> String {
        digest(format!("{WRITER}\n{}", self.plain()).as_bytes())
    }

    /// Writes the file: the same bytes whenever and wherever it is.
    ///
    /// # Panics
    /// If a name or size is none that a workbook can have: our fault, never an author's.
    pub fn write(&self) -> Vec<u8> {
        self.try_write().expect("our sheets have good names and sizes")
    }

    fn try_write(&self) -> Result<Vec<u8>, XlsxError> {
        let mut writer = Writer::new();
        // The date that the archive gives its files too: no clock is read.
        let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
        let properties = DocProperties::new().set_title(&self.title);
        writer.set_properties(&properties.set_creation_datetime(&made));
        for sheet in &self.sheets {
            for (number, part) in sheet.parts().iter().enumerate() {
                part.write(number + 1, writer.add_worksheet())?;
            }
        }
        writer.save_to_buffer()
    }
}

/// As much of a sheet as the limits of Excel allow: nearly always all of it.
struct Part<'s> {
    sheet: &'s Sheet,
    rows: &'s [Vec<Value>],
    columns: Range<usize>,
}

impl Sheet {
    fn parts(&self) -> Vec<Part<'_>> {
        let (width, height) = (self.head.len(), self.rows.len());
        let starts = (0..width.max(1)).step_by(MAX_COLUMNS).flat_map(|left| {
            (0..height.max(1)).step_by(MAX_ROWS - 1).map(move |top| (left, top))
        });
        let part = |(left, top): (usize, usize)| Part {
            sheet: self,
            rows: &self.rows[top..height.min(top + MAX_ROWS - 1)],
            columns: left..width.min(left + MAX_COLUMNS),
        };
        starts.map(part).collect()
    }
}

impl Part<'_> {
    /// Writes the part with this number, from 1.
    fn write(&self, number: usize, out: &mut Worksheet) -> Result<(), XlsxError> {
        out.set_name(match number {
            1 => self.sheet.name.to_owned(),
            _ => format!("{} {number}", self.sheet.name),
        })?;
        out.set_freeze_panes(1, 0)?;
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        for (at, own) in self.columns.clone().enumerate() {
            let column = at as u16;
            out.set_column_width(column, self.width(own) as f64)?;
            let words = shortened(&self.sheet.head[own]);
            out.write_string_with_format(0, column, words, &head)?;
        }
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (row, cells) in self.rows.iter().enumerate() {
            let cells = cells.get(self.columns.clone()).unwrap_or_default();
            for (column, value) in cells.iter().enumerate() {
                let at = (row as u32 + 1, column as u16);
                match value {
                    Value::Text(text) if self.sheet.wraps => {
                        let text = shortened(text);
                        out.write_string_with_format(at.0, at.1, text, &wrapped)?;
                    }
                    value => value.write(out, at)?,
                }
            }
        }
        Ok(())
    }

    /// The width of a column in characters: that of its longest cell.
    fn width(&self, at: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(at)).map(Value::plain);
        let longest = cells.chain(self.sheet.head.get(at).cloned());
        let longest = longest.map(|words| words.chars().count() + 2).max();
        longest.unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1)
    }
}

impl Value {
    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Plain(number) => number.to_string(),
            Self::Number(number, decimals) => format!("{number} ({decimals})"),
            Self::Date(date) => date.to_string(),
        }
    }

    fn write(
        &self,
        out: &mut Worksheet,
        (row, column): (u32, u16),
    ) -> Result<(), XlsxError> {
        match self {
            Self::Empty => {}
            Self::Text(text) => drop(out.write_string(row, column, shortened(text))?),
            Self::Plain(number) => number_cell(out, (row, column), *number, "0")?,
            Self::Number(number, decimals) => {
                let format = number_format(*decimals);
                number_cell(out, (row, column), *number, &format)?;
            }
            Self::Date(date) => date_cell(out, (row, column), date)?,
        }
        Ok(())
    }
}

/// The form of a number with so many decimals; its signs are those of the reader's system.
fn number_format(decimals: u32) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals as usize)),
    }
}

/// A number as a number where a double holds it to the last digit, else its digits: a sheet
/// knows no other numbers.
fn number_cell(
    out: &mut Worksheet,
    (row, column): (u32, u16),
    number: Decimal,
    format: &str,
) -> Result<(), XlsxError> {
    match double(number) {
        Some(double) => {
            let format = Format::new().set_num_format(format);
            out.write_number_with_format(row, column, double, &format)?
        }
        None => out.write_string(row, column, number.to_string())?,
    };
    Ok(())
}

/// A date as a date where its day is known and a sheet has it: from 1900 on.
fn date_cell(
    out: &mut Worksheet,
    (row, column): (u32, u16),
    date: &Date,
) -> Result<(), XlsxError> {
    let day = date.month().zip(date.day());
    let known = day.filter(|_| date.year() >= 1900);
    let known = known
        .and_then(|(month, day)| ExcelDateTime::from_ymd(date.year(), month, day).ok());
    match known {
        Some(known) => {
            let format = Format::new().set_num_format("yyyy-mm-dd");
            out.write_datetime_with_format(row, column, &known, &format)?
        }
        None if date.month().is_none() => {
            let format = Format::new().set_num_format("0");
            out.write_number_with_format(row, column, date.year(), &format)?
        }
        None => out.write_string(row, column, date.to_string())?,
    };
    Ok(())
}

/// A text as long as a cell can be; one that was longer ends in dots.
fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= MAX_CHARACTERS {
        return text.to_owned();
    }
    let mut room = MAX_CHARACTERS - 1;
    let fits = |letter: &char| match room.checked_sub(letter.len_utf16()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
