//! Rows as CSV.

use csv::{Terminator, WriterBuilder};

use super::fields::{Datum, fields};
use crate::study::{Dataset, Row};

/// The rows of a dataset in the units of its variables, by the ids of variables and
/// levels. A missing value is an empty cell, with its reason in the column after it.
pub(super) fn csv(dataset: &Dataset) -> String {
    let fields = fields(dataset);
    let head = fields.iter().map(|field| field.name.clone()).collect();
    let row = |row: &Row| fields.iter().map(|field| cell(field.datum(row))).collect();
    write(std::iter::once(head).chain(dataset.rows.iter().map(row)))
}

/// Records as a file: RFC 4180, the ends of its lines too.
pub(super) fn write(records: impl Iterator<Item = Vec<String>>) -> String {
    let terminator = Terminator::CRLF;
    let mut writer = WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    for record in records {
        // Writing into memory cannot fail.
        let _ = writer.write_record(record);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cell(datum: Datum<'_>) -> String {
    match datum {
        Datum::Number(number) => number.to_string(),
        Datum::Date(date) => date.to_string(),
        Datum::Time(time) => time.to_string(),
        Datum::Code(text) | Datum::Text(text) => inert(text),
        Datum::Flags(flags) => flags.to_string(),
        Datum::Nothing => String::new(),
    }
}

/// A text that no spreadsheet takes for a formula (OWASP, CSV injection).
pub(super) fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_begins_a_formula_and_a_number_is_left_alone() {
        assert_eq!(cell(Datum::Text("=1+1")), "'=1+1");
        assert_eq!(cell(Datum::Number("-12.50".parse().unwrap())), "-12.50");
        assert_eq!(cell(Datum::Nothing), "");
    }
}
