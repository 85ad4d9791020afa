//! What a figure draws as CSV, in the words of its edition.

use super::csv::{inert, write};
use super::exact;
use super::words::words;
use crate::edition::{Cell, Exact, Grid};
use crate::locale::Messages;

/// The rows and columns of a table. A missing value is an empty cell; the reasons of those
/// of a column, if there are any, are a column at the end.
pub(super) fn csv(grid: &Grid, messages: &Messages) -> String {
    let lacking = lacking(grid);
    let heads = heads(grid, messages).iter().map(|head| inert(head)).collect();
    let rows = grid.rows.iter().map(|row| {
        let reasons = lacking.iter().filter_map(|at| row.get(*at));
        let reasons = reasons.map(|cell| inert(&reason(grid, cell)));
        row.iter().map(value).chain(reasons).collect()
    });
    write(std::iter::once(heads).chain(rows))
}

/// The columns that lack values.
pub(super) fn lacking(grid: &Grid) -> Vec<usize> {
    let lacks = |at: &usize| {
        grid.rows.iter().any(|row| row.get(*at).is_some_and(|cell| cell.missing))
    };
    (0..grid.columns.len()).filter(lacks).collect()
}

/// The heads of the columns, and of those with the reasons after them.
pub(super) fn heads(grid: &Grid, messages: &Messages) -> Vec<String> {
    let lacking = lacking(grid);
    let reasons = lacking.iter().filter_map(|at| grid.columns.get(*at));
    let reasons = reasons.map(|column| {
        messages.format("why_missing", &[("label", &column.label.plain())])
    });
    let heads = grid.columns.iter().map(|column| match &column.unit {
        Some(unit) => format!("{}, {unit}", column.label.plain()),
        None => column.label.plain(),
    });
    heads.chain(reasons).map(|head| words(&head)).collect()
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
pub(super) fn reason(grid: &Grid, cell: &Cell) -> String {
    let own = grid.missing.iter().find(|(sign, _)| cell.missing && *sign == cell.text);
    own.map(|(_, reason)| words(&reason.plain())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::edition::{Column, Inline, Text};
    use crate::lang::Lang;

    fn text(words: &str) -> Text {
        let lang = Lang::parse("en").unwrap();
        Text { lang, content: vec![Inline::Text(words.to_owned())] }
    }

    fn named(words: &str) -> Cell {
        Cell { text: words.to_owned(), unit: None, missing: false, exact: None }
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
        }
    }

    fn english(rows: Vec<Vec<Cell>>) -> String {
        csv(&grid(rows), &Messages::built_in(Lang::parse("en").unwrap()))
    }

    #[test]
    fn numbers_are_those_of_the_data_and_not_as_the_language_writes_them() {
        let rows = vec![vec![named("Tau, \"north\""), number("1 234,5", "1234.50")]];
        assert_eq!(
            english(rows),
            "Town,\"Rain, mm\"\r\n\"Tau, \"\"north\"\"\",1234.50\r\n"
        );
    }

    #[test]
    fn spaces_are_plain_ones() {
        let rows = vec![vec![named("№\u{a0}1"), number("1\u{a0}234", "1234")]];
        assert_eq!(english(rows), "Town,\"Rain, mm\"\r\n№ 1,1234\r\n");
    }

    #[test]
    fn the_reasons_of_missing_values_are_a_column_where_there_are_some() {
        let missing = Cell { missing: true, ..named("…") };
        let rows =
            vec![vec![named("Tau"), missing], vec![named("=Köl()"), number("−1", "-1")]];
        assert_eq!(
            english(rows),
            "Town,\"Rain, mm\",Rain: why there are no data\r\n\
             Tau,,\"not \"\"measured\"\"\"\r\n\
             '=Köl(),-1,\r\n"
        );
    }
}
