//! Tables.

use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::TableForm;

use super::context::Context;
use super::grid::{self, Layout};
use super::selection::Selection;
use super::{Table, finding, prose};

/// The table with this id; `None`, and reported, where there is none.
pub(super) fn table(cx: &mut Context<'_>, id: &Spanned<String>) -> Option<Table> {
    let common = cx.common;
    let Some(own) = common.study.tables.get(&id.value) else {
        unknown(cx, "table", id, common.study.tables.keys());
        return None;
    };
    let selection = common.selections.tables.get(id.value.as_str())?;
    Some(Table {
        id: id.value.clone(),
        label: label(cx, &id.value)?,
        title: prose::own(cx, &own.title),
        grid: grid::grid(cx, layout(selection, own.form)),
        notes: own.notes.as_ref().map(|notes| prose::own(cx, notes)),
        source: prose::own(cx, own.source.as_ref().unwrap_or(&selection.dataset.source)),
        dataset: selection.dataset.id.clone(),
        findings: finding::all(cx, &selection.findings),
    })
}

/// How a selection stands in a grid.
pub(super) fn layout<'a, 's>(
    selection: &'s Selection<'a>,
    form: TableForm,
) -> Layout<'a, 's> {
    Layout {
        dataset: selection.dataset,
        variables: &selection.variables,
        rows: &selection.rows,
        form,
        keys: selection.keys,
    }
}

/// The table's number with the word.
pub(super) fn label(cx: &Context<'_>, id: &str) -> Option<String> {
    let at = cx.common.numbering.tables.iter().position(|own| *own == id)?;
    Some(cx.messages().format("table_n", &[("n", &(at + 1).to_string())]))
}

/// Reports that a figure or a table is not known.
pub(super) fn unknown<'k>(
    cx: &mut Context<'_>,
    kind: &str,
    id: &Spanned<String>,
    known: impl Iterator<Item = &'k String> + Clone,
) {
    if !cx.common.study.unreadable.ids.contains(&id.value) {
        let message = format!("there is no {kind} `{}`", id.value);
        cx.diagnostics.push(
            Diagnostic::new(Code::UnknownReference, id.span, message)
                .suggest(&id.value, known.map(String::as_str)),
        );
    }
}
