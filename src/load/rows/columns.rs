//! The columns of a file by the names of the dataset.

use std::collections::BTreeMap;

use super::{Entry, Stored, Table, words};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::RowSourceFile;
use crate::source::{Span, Spanned};

/// The table with the heads that the author names, without the columns that are left out;
/// `None` where a diagnostic says why not.
pub(super) fn named(
    mut table: Table,
    source: &RowSourceFile,
    stored: &Stored<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let mut good = true;
    let mut left_out = blank(&table);
    for head in source.left_out.iter().flatten() {
        match column(&table, head) {
            Some(at) => left_out[at] = true,
            None => {
                decoder.report(no_column(&table, head));
                good = false;
            }
        }
    }
    keep(&mut table, &left_out);
    good &= distinct(&table.head, decoder);
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for (name, head) in &source.columns.0 {
        if !stored.in_rows().any(|id| id == name.value) {
            let message =
                format!("`{}` is no variable whose values stand in rows", name.value);
            decoder.report(
                Diagnostic::new(Code::UnknownKey, name.span, message)
                    .suggest(&name.value, stored.ids()),
            );
            good = false;
            continue;
        }
        let Some(at) = column(&table, head) else {
            decoder.report(no_column(&table, head));
            good = false;
            continue;
        };
        if let Some(first) = names.insert(at, &name.value) {
            let message = format!("the column `{}` is `{first}` already", head.value);
            decoder.report(Diagnostic::new(Code::CsvShape, name.span, message));
            good = false;
        }
    }
    for (at, name) in names {
        table.head[at].text.value = name.to_owned();
    }
    for cell in table.head.iter().filter(|cell| cell.text.value.is_empty()) {
        let message = "the column has no head";
        let help = "give it one in the file: only a column of nothing may have none";
        decoder
            .report(Diagnostic::new(Code::CsvShape, cell.text.span, message).help(help));
        good = false;
    }
    good.then_some(table)
}

/// Which columns have neither a head nor cells: those that a spreadsheet program adds.
fn blank(table: &Table) -> Vec<bool> {
    let blank = |cell: &Entry| cell.text.value.is_empty();
    let whole = |at: usize| table.rows.iter().all(|line| blank(&line.cells[at]));
    let heads = table.head.iter().enumerate();
    heads.map(|(at, head)| blank(head) && whole(at)).collect()
}

fn keep(table: &mut Table, left_out: &[bool]) {
    let rows = table.rows.iter_mut().map(|line| &mut line.cells);
    for cells in rows.chain([&mut table.head]) {
        let mut left_out = left_out.iter();
        cells.retain(|_| left_out.next() != Some(&true));
    }
}

/// Which column has this head; spaces and line breaks do not count.
fn column(table: &Table, head: &Spanned<String>) -> Option<usize> {
    let wanted = words(&head.value);
    table.head.iter().position(|own| words(&own.text.value) == wanted)
}

fn no_column(table: &Table, head: &Spanned<String>) -> Diagnostic {
    let heads = table.head.iter().map(|own| own.text.value.as_str());
    let message = format!("the file has no column `{}`", head.value);
    Diagnostic::new(Code::UnknownReference, head.span, message)
        .suggest(&head.value, heads.filter(|head| !head.is_empty()))
}

/// Whether each head stands once.
fn distinct(head: &[Entry], decoder: &mut Decoder<'_>) -> bool {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut good = true;
    for Spanned { value, span } in head.iter().map(|cell| &cell.text) {
        if value.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(value, *span) {
            good = false;
            let message = format!("the column `{value}` stands twice");
            decoder.report(
                Diagnostic::new(Code::CsvShape, *span, message).also(first, "first here"),
            );
        }
    }
    good
}
