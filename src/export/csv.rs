//! Rows as CSV.

use csv::{Terminator, WriterBuilder};

use crate::study::{Cell, Dataset, flag_column};

/// The rows of a dataset in the units of its variables, by the ids of variables and
/// levels. A missing value is an empty cell. Behind a variable that has flags is a column
/// of theirs, which holds the codes of missing values too.
pub(super) fn csv(dataset: &Dataset) -> String {
    let flagged: Vec<bool> =
        (0..dataset.variables.len()).map(|at| dataset.has_flags(at)).collect();
    let with_flags = |value: String, flags: String, at: usize| {
        std::iter::once(value).chain(Some(flags).filter(|_| flagged[at]))
    };
    let heads = dataset.variables.iter().enumerate();
    let head =
        heads.flat_map(|(at, own)| with_flags(own.id.clone(), flag_column(&own.id), at));
    let rows = dataset.rows.iter().map(|row| {
        let cells = row.cells.iter().enumerate();
        cells.flat_map(|(at, own)| with_flags(cell(own), flags(own), at)).collect()
    });
    write(std::iter::once(head.collect()).chain(rows))
}

/// Records as a file: RFC 4180, but with the ends of lines of Unix.
pub(super) fn write(records: impl Iterator<Item = Vec<String>>) -> String {
    let terminator = Terminator::Any(b'\n');
    let mut writer = WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    for record in records {
        // Writing into memory cannot fail.
        let _ = writer.write_record(record);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => super::exact(*value).to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
        Cell::Level(id) => id.clone(),
        Cell::Text(text) => inert(text),
        Cell::Missing(_) => String::new(),
    }
}

/// The codes of a number's flags, or of the reason why there is none.
pub(super) fn flags(cell: &Cell) -> String {
    match cell {
        Cell::Number { flags, .. } => flags.to_string(),
        Cell::Missing(code) => code.clone(),
        _ => String::new(),
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
        assert_eq!(cell(&Cell::Text("=1+1".into())), "'=1+1");
        let value = "-12.50".parse().unwrap();
        assert_eq!(cell(&Cell::number(value)), "-12.50");
        let value = rust_decimal::Decimal::ONE / rust_decimal::Decimal::from(3);
        assert_eq!(cell(&Cell::number(value)), "0.3333333333");
        assert_eq!(cell(&Cell::Missing("unknown".into())), "");
    }
}
