//! What a figure draws as CSV, in the words of its edition.

use super::csv::{inert, write};
use super::exact;
use super::words::words;
use crate::edition::{Cell, Exact, Grid};
use crate::locale::Messages;

/// The rows and columns of a table. A missing value is an empty cell; the flags of the
/// values of a column, if there are any, and the reasons of missing ones are columns at the
/// end.
pub(super) fn csv(grid: &Grid, messages: &Messages) -> String {
    let beside = beside(grid);
    let heads = heads(grid, messages).iter().map(|head| inert(head)).collect();
    let rows = grid.rows.iter().map(|row| {
        let beside = beside.iter().map(|own| inert(&own.of(grid, row)));
        row.iter().map(value).chain(beside).collect()
    });
    write(std::iter::once(heads).chain(rows))
}

/// A column at the end, which says something of the values of another.
#[derive(Clone, Copy)]
pub(super) enum Beside {
    /// The codes of the flags of the values at this position.
    Flags(usize),
    /// Why values at this position are missing.
    Reasons(usize),
}

/// The columns at the end.
pub(super) fn beside(grid: &Grid) -> Vec<Beside> {
    let columns = |is_it: fn(&Cell) -> bool| {
        let has_it =
            move |at: &usize| grid.rows.iter().any(|row| row.get(*at).is_some_and(is_it));
        (0..grid.columns.len()).filter(has_it)
    };
    let flagged = columns(|cell| !cell.flags.is_empty()).map(Beside::Flags);
    flagged.chain(columns(|cell| cell.missing).map(Beside::Reasons)).collect()
}

impl Beside {
    fn head(self, grid: &Grid, messages: &Messages) -> Option<String> {
        let (key, at) = match self {
            Self::Flags(at) => ("flag_column", at),
            Self::Reasons(at) => ("why_missing", at),
        };
        let label = grid.columns.get(at)?.label.plain();
        Some(messages.format(key, &[("label", &label)]))
    }

    /// What it says in a row; nothing where there is nothing to say.
    pub(super) fn of(self, grid: &Grid, row: &[Cell]) -> String {
        match self {
            Self::Flags(at) => row.get(at).map(|cell| cell.flags.to_string()),
            Self::Reasons(at) => row.get(at).map(|cell| reason(grid, cell)),
        }
        .unwrap_or_default()
    }
}

/// The heads of the columns, and of those at the end.
pub(super) fn heads(grid: &Grid, messages: &Messages) -> Vec<String> {
    let beside = beside(grid).into_iter().filter_map(|own| own.head(grid, messages));
    let heads = grid.columns.iter().map(|column| match &column.unit {
        Some(unit) => format!("{}, {unit}", column.label.plain()),
        None => column.label.plain(),
    });
    heads.chain(beside).map(|head| words(&head)).collect()
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
    fn flags_are_a_column_where_there_are_some() {
        let flags = Flags::NONE.with(Flag::Preliminary).with(Flag::Estimated);
        let flagged = Cell { flags, ..number("5", "5") };
        let rows =
            vec![vec![named("Tau"), flagged], vec![named("Köl"), number("6", "6")]];
        assert_eq!(
            english(rows),
            "Town,\"Rain, mm\",Rain: flags\r\nTau,5,ep\r\nKöl,6,\r\n"
        );
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
