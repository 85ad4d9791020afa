//! What a figure draws as CSV, in the words of its edition.

use std::collections::BTreeMap;

use super::csv::{inert, write};
use super::{exact, words};
use crate::edition::{Cell, Edition, Exact, Figure, Grid};
use crate::locale::Messages;

/// The CSV of every figure of an edition by its id.
pub fn figure_csvs(edition: &Edition, messages: &Messages) -> BTreeMap<String, String> {
    let csv = |figure: &Figure| (figure.id.clone(), csv(&figure.grid, messages));
    edition.figures().into_iter().map(csv).collect()
}

/// The rows and columns of a table. A missing value is an empty cell; the flags of the
/// values of a column, if there are any, and the reasons of missing ones are columns at the
/// end.
fn csv(grid: &Grid, messages: &Messages) -> String {
    let lacking = columns(grid, |cell| cell.missing);
    let flagged = columns(grid, |cell| !cell.flags.is_empty());
    let flags = flagged.iter().filter_map(|at| grid.columns.get(*at));
    let flags = flags.map(|column| {
        messages.format("flag_column", &[("label", &column.label.plain())])
    });
    let reasons = lacking.iter().filter_map(|at| grid.columns.get(*at));
    let reasons = reasons.map(|column| {
        messages.format("why_missing", &[("label", &column.label.plain())])
    });
    let heads = grid.columns.iter().map(|column| match &column.unit {
        Some(unit) => format!("{}, {unit}", column.label.plain()),
        None => column.label.plain(),
    });
    let heads =
        heads.chain(flags).chain(reasons).map(|head| inert(&words(&head))).collect();
    let rows = grid.rows.iter().map(|row| {
        let reasons = lacking.iter().filter_map(|at| row.get(*at));
        let reasons = reasons.map(|cell| inert(&words(&reason(grid, cell))));
        let flags = flagged.iter().filter_map(|at| row.get(*at));
        let flags = flags.map(|cell| cell.flags.to_string());
        row.iter().map(value).chain(flags).chain(reasons).collect()
    });
    write(std::iter::once(heads).chain(rows))
}

/// The columns that have a cell of this kind.
fn columns(grid: &Grid, is_it: impl Fn(&Cell) -> bool) -> Vec<usize> {
    let has_it = |at: &usize| {
        let mut cells = grid.rows.iter().filter_map(|row| row.get(*at));
        cells.any(&is_it)
    };
    (0..grid.columns.len()).filter(has_it).collect()
}

fn value(cell: &Cell) -> String {
    match &cell.exact {
        _ if cell.missing => String::new(),
        Some(Exact::Number(number)) => exact(*number).to_string(),
        Some(Exact::Date(date)) => date.to_string(),
        None => inert(&words(&cell.text)),
    }
}

/// Why a value is missing, in words; nothing where it is not.
fn reason(grid: &Grid, cell: &Cell) -> String {
    let own = grid.missing.iter().find(|(sign, _)| cell.missing && *sign == cell.text);
    own.map(|(_, reason)| reason.plain()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::edition::{Column, Inline, Text};
    use crate::lang::Lang;
    use crate::locale::{Flag, Flags};

    fn text(words: &str) -> Text {
        let lang = Lang::parse("en").unwrap();
        Text { lang, content: vec![Inline::Text(words.to_owned())] }
    }

    fn named(words: &str) -> Cell {
        let (unit, missing, flags, exact) = (None, false, Flags::NONE, None);
        Cell { text: words.to_owned(), unit, missing, flags, exact }
    }

    fn number(written: &str, number: &str) -> Cell {
        let exact = Exact::Number(number.parse::<Decimal>().unwrap());
        Cell { exact: Some(exact), ..named(written) }
    }

    fn grid(rows: Vec<Vec<Cell>>) -> Grid {
        let column = |label: &str, unit: Option<&str>| Column {
            label: text(label),
            unit: unit.map(str::to_owned),
            numeric: unit.is_some(),
        };
        Grid {
            keys: 1,
            columns: vec![column("Town", None), column("Rain", Some("mm"))],
            rows,
            missing: vec![("…".to_owned(), text("not \"measured\""))],
            flags: Vec::new(),
        }
    }

    fn english(rows: Vec<Vec<Cell>>) -> String {
        csv(&grid(rows), &Messages::built_in(Lang::parse("en").unwrap()))
    }

    #[test]
    fn numbers_are_those_of_the_data_and_not_as_the_language_writes_them() {
        let rows = vec![vec![named("Tau, \"north\""), number("1 234,5", "1234.50")]];
        assert_eq!(english(rows), "Town,\"Rain, mm\"\n\"Tau, \"\"north\"\"\",1234.50\n");
    }

    #[test]
    fn spaces_are_plain_ones() {
        let rows = vec![vec![named("№\u{a0}1"), number("1\u{a0}234", "1234")]];
        assert_eq!(english(rows), "Town,\"Rain, mm\"\n№ 1,1234\n");
    }

    #[test]
    fn flags_are_a_column_where_there_are_some() {
        let flags = Flags::NONE.with(Flag::Preliminary).with(Flag::Estimated);
        let flagged = Cell { flags, ..number("5", "5") };
        let rows =
            vec![vec![named("Tau"), flagged], vec![named("Köl"), number("6", "6")]];
        assert_eq!(english(rows), "Town,\"Rain, mm\",Rain: flags\nTau,5,ep\nKöl,6,\n");
    }

    #[test]
    fn the_reasons_of_missing_values_are_a_column_where_there_are_some() {
        let missing = Cell { missing: true, ..named("…") };
        let rows =
            vec![vec![named("Tau"), missing], vec![named("=Köl()"), number("−1", "-1")]];
        assert_eq!(
            english(rows),
            "Town,\"Rain, mm\",Rain: why there are no data\n\
             Tau,,\"not \"\"measured\"\"\"\n\
             '=Köl(),-1,\n"
        );
    }
}
