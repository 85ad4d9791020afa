//! Figures: what is drawn, with its words.

use crate::locale::{Flag, Flags, Period};
use crate::source::Spanned;
use crate::study::{self, TableForm};

use super::context::Context;
use super::selection::Selection;
use super::summary::{self, CategoryKind};
use super::{Chart, Figure, Text, chart, finding, grid, prose, table};

/// The figure with this id; `None`, and reported, where there is none.
pub(super) fn figure(cx: &mut Context<'_>, id: &Spanned<String>) -> Option<Figure> {
    let common = cx.common;
    let Some(own) = common.study.figures.get(&id.value) else {
        table::unknown(cx, "figure", id, common.study.figures.keys());
        return None;
    };
    let drawn = common.selections.figures.get(id.value.as_str())?;
    let selection = &drawn.selection;
    let chart = chart::chart(cx, own, drawn);
    let grid = grid::grid(cx, table::layout(selection, TableForm::Normalised));
    cx.flags = grid
        .flags
        .iter()
        .filter_map(|own| Flag::of(own.code))
        .fold(cx.flags, Flags::with);
    let period = cx.locale().period(&period(own, &chart, selection));
    Some(Figure {
        id: id.value.clone(),
        label: label(cx, &id.value)?,
        title: prose::own(cx, &own.title),
        subtitle: prose::own(cx, &own.subtitle),
        alt: prose::own(cx, &own.alt),
        summary: match &own.summary {
            Some(summary) => prose::own(cx, summary),
            None => sentence(cx, own, selection, &chart),
        },
        chart,
        grid,
        notes: own.notes.as_ref().map(|notes| prose::own(cx, notes)),
        source: prose::own(cx, own.source.as_ref().unwrap_or(&selection.dataset.source)),
        dataset: selection.dataset.id.clone(),
        period,
        findings: finding::all(cx, &selection.findings),
    })
}

/// The time that a figure shows: that of its axis, or else that of its dataset.
fn period(figure: &study::Figure, chart: &Chart, selection: &Selection<'_>) -> Period {
    let x = selection.dataset.variable(&figure.x.value);
    let is_time = x.is_some_and(|at| selection.dataset.variables[at].kind.is_time());
    let span = match chart.categories.as_slice() {
        [first, .., last] if is_time => {
            Period::parse(&format!("{}/{}", first.id, last.id)).ok()
        }
        _ => None,
    };
    span.unwrap_or(selection.dataset.period)
}

/// The figure's number with the word.
pub(super) fn label(cx: &Context<'_>, id: &str) -> Option<String> {
    let at = cx.common.numbering.figures.iter().position(|own| *own == id)?;
    Some(cx.messages().format("figure_n", &[("n", &(at + 1).to_string())]))
}

/// The sentence that is made of the data.
fn sentence(
    cx: &Context<'_>,
    figure: &study::Figure,
    selection: &Selection<'_>,
    chart: &Chart,
) -> Text {
    let x = selection.dataset.variable(&figure.x.value);
    let kind = x.map(|at| selection.dataset.variables[at].kind);
    let kind = kind.map_or(CategoryKind::Names, CategoryKind::of);
    summary::summary(cx.locale(), cx.messages(), chart, kind)
}
