//! From a table with a column for each value of a variable to one with a row for each.

use super::{Entry, Line, Stored, Table, words};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::WideFile;
use crate::source::{CellKind, MAX_SHEET_CELLS, Spanned};
use crate::study::flag_column;

/// A column that holds values, and the one with their flags, by their positions.
struct Spread {
    values: usize,
    flags: Option<usize>,
}

/// The table in its long form; `None` where a diagnostic says why not.
pub(super) fn long(
    table: Table,
    wide: &Spanned<WideFile>,
    stored: &Stored<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let WideFile { into, values } = &wide.value;
    for name in [into, values] {
        expect_variable(name, stored, decoder)?;
    }
    if into.value == values.value {
        let message = format!("`{}` cannot be both head and cell", into.value);
        decoder.report(Diagnostic::new(Code::BadValue, values.span, message));
        return None;
    }
    let is_own = |at: &usize| {
        let head = &table.head[*at].text.value;
        stored.in_rows().any(|id| id == head)
    };
    let (names, spread): (Vec<_>, Vec<_>) = (0..table.head.len()).partition(is_own);
    let spread = with_flags(&table, spread);
    let mut good = true;
    for fault in faults(&table, &names, &spread, wide, stored) {
        decoder.report(fault);
        good = false;
    }
    good.then(|| spread_out(&table, &names, &spread, &wide.value))
}

/// The columns of values, each with that of its flags: `2019_flag` beside `2019`.
fn with_flags(table: &Table, columns: Vec<usize>) -> Vec<Spread> {
    let head = |at: usize| words(&table.head[at].text.value);
    let flags_of = |at: usize| {
        columns.iter().copied().find(|own| head(*own) == flag_column(&head(at)))
    };
    let flags: Vec<_> = columns.iter().map(|at| flags_of(*at)).collect();
    let all = columns.iter().zip(&flags);
    let values = all.filter(|(at, _)| !flags.contains(&Some(**at)));
    values.map(|(at, flags)| Spread { values: *at, flags: *flags }).collect()
}

/// What prevents a long form whose rows have the columns `names`, and one of `spread` each.
fn faults(
    table: &Table,
    names: &[usize],
    spread: &[Spread],
    wide: &Spanned<WideFile>,
    stored: &Stored<'_>,
) -> Vec<Diagnostic> {
    let WideFile { into, values } = &wide.value;
    let bad = |message: String| Diagnostic::new(Code::CsvShape, wide.span, message);
    let is_spread = |id: &str| [&into.value, &values.value].iter().any(|own| *own == id);
    let heads: Vec<_> = names.iter().map(|at| &table.head[*at].text).collect();
    let mut faults = Vec::new();
    for head in heads.iter().filter(|head| is_spread(&head.value)) {
        let message = format!("`{}` has a column, and stands in others too", head.value);
        let twice = Diagnostic::new(Code::CsvShape, head.span, message);
        faults.push(twice.also(wide.span, "declared here"));
    }
    let flags = flag_column(&values.value);
    for head in heads.iter().filter(|head| head.value == flags) {
        let message =
            format!("`{flags}` is one column, and `{}` stands in several", values.value);
        let once = Diagnostic::new(Code::CsvShape, head.span, message);
        let example = spread.first().map_or("", |own| &table.head[own.values].text.value);
        faults.push(
            once.help(format!(
                "give each its own: `{}` beside `{example}`",
                flag_column(example)
            ))
            .help("or write flags behind the numbers: `1234 p`"),
        );
    }
    for id in stored.ids().filter(|id| !is_spread(id)) {
        if heads.iter().all(|head| head.value != id) {
            let message =
                format!("columns hold values of `{}`, and none of `{id}`", values.value);
            faults.push(
                bad(message)
                    .help(format!(
                        "a column of another head is named: `columns: {{{id}: …}}`"
                    ))
                    .help(
                        "several variables side by side are not read: give each a \
                         dataset, or make the table long",
                    ),
            );
        }
    }
    if spread.is_empty() {
        faults.push(bad(format!("no column holds values of `{}`", values.value)));
    }
    if table.rows.len() * spread.len() * (names.len() + 3) > MAX_SHEET_CELLS {
        let message = format!("the long form has more than {MAX_SHEET_CELLS} cells");
        faults.push(bad(message));
    }
    faults
}

fn expect_variable(
    name: &Spanned<String>,
    stored: &Stored<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<()> {
    if stored.ids().any(|id| id == name.value) {
        return Some(());
    }
    let message = format!("`{}` is no variable whose values stand in rows", name.value);
    decoder.report(
        Diagnostic::new(Code::UnknownReference, name.span, message)
            .suggest(&name.value, stored.ids()),
    );
    None
}

/// For each row and each column of `spread` a row with the cells of `names`, the head, the
/// cell and, where there are some, its flags.
fn spread_out(
    table: &Table,
    names: &[usize],
    spread: &[Spread],
    wide: &WideFile,
) -> Table {
    let name =
        |name: &Spanned<String>| Entry { text: name.clone(), kind: CellKind::Text };
    let flagged = spread.iter().find_map(|own| own.flags);
    let flags = flagged.map(|at| {
        let span = table.head[at].text.span;
        name(&Spanned { value: flag_column(&wide.values.value), span })
    });
    let own = names.iter().map(|at| table.head[*at].clone());
    let head = own.chain([name(&wide.into), name(&wide.values)]).chain(flags).collect();
    let each =
        table.rows.iter().flat_map(|line| spread.iter().map(move |own| (line, own)));
    let rows = each.map(|(line, column)| {
        let cell = &line.cells[column.values];
        let span = cell.text.span;
        let none = || name(&Spanned { value: String::new(), span });
        let flags = flagged.map(|_| match column.flags {
            Some(at) => line.cells[at].clone(),
            None => none(),
        });
        let own = names.iter().map(|at| line.cells[*at].clone());
        let values = [table.head[column.values].clone(), cell.clone()];
        Line { cells: own.chain(values).chain(flags).collect(), span }
    });
    Table { head, rows: rows.collect() }
}
