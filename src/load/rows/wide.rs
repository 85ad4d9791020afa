//! From a table with a column for each value of a variable to one with a row for each.

use super::{Entry, Line, Stored, Table};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::WideFile;
use crate::source::{CellKind, MAX_SHEET_CELLS, Spanned};

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
    let mut good = true;
    for fault in faults(&table, &names, &spread, wide, stored) {
        decoder.report(fault);
        good = false;
    }
    good.then(|| spread_out(&table, &names, &spread, &wide.value))
}

/// What prevents a long form whose rows have the columns `names`, and one of `spread` each.
fn faults(
    table: &Table,
    names: &[usize],
    spread: &[usize],
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
    if table.rows.len() * spread.len() * (names.len() + 2) > MAX_SHEET_CELLS {
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

/// For each row and each column of `spread` a row with the cells of `names`, the head and
/// the cell.
fn spread_out(
    table: &Table,
    names: &[usize],
    spread: &[usize],
    wide: &WideFile,
) -> Table {
    let name =
        |name: &Spanned<String>| Entry { text: name.clone(), kind: CellKind::Text };
    let own = names.iter().map(|at| table.head[*at].clone());
    let head = own.chain([name(&wide.into), name(&wide.values)]).collect();
    let each =
        table.rows.iter().flat_map(|line| spread.iter().map(move |at| (line, *at)));
    let rows = each.map(|(line, at)| {
        let own = names.iter().map(|at| line.cells[*at].clone());
        let cells = own.chain([table.head[at].clone(), line.cells[at].clone()]).collect();
        Line { cells, span: line.cells[at].text.span }
    });
    Table { head, rows: rows.collect() }
}
