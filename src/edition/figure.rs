//! Figures: what is drawn, with its words.

use rust_decimal::Decimal;

use crate::locale::{Kind, Quantity, Scale};
use crate::source::Spanned;
use crate::study::{self, Cell, FigureKind, TableForm, VariableKind};

use super::context::Context;
use super::grid::{self, Layout};
use super::selection::{Selection, category_id, position};
use super::summary::{self, Axis};
use super::{
    Category, Chart, ChartKind, Datum, Figure, Series, Text, finding, prose, table, unit,
};

/// The figure with this id; `None`, and reported, where there is none.
pub(super) fn figure(cx: &mut Context<'_>, id: &Spanned<String>) -> Option<Figure> {
    let common = cx.common;
    let Some(own) = common.study.figures.get(&id.value) else {
        table::unknown(cx, "figure", id, common.study.figures.keys());
        return None;
    };
    let selection = common.selections.figures.get(id.value.as_str())?;
    let chart = chart(cx, own, selection);
    Some(Figure {
        id: id.value.clone(),
        label: label(cx, &id.value)?,
        title: prose::own(cx, &own.title),
        subtitle: prose::own(cx, &own.subtitle),
        alt: prose::own(cx, &own.alt),
        summary: match &own.summary {
            Some(summary) => prose::own(cx, summary),
            None => sentence(cx, selection, &chart),
        },
        chart,
        grid: grid::grid(cx, layout(selection)),
        notes: own.notes.as_ref().map(|notes| prose::own(cx, notes)),
        source: prose::own(cx, own.source.as_ref().unwrap_or(&selection.dataset.source)),
        dataset: selection.dataset.id.clone(),
        findings: finding::all(cx, &selection.findings),
    })
}

/// The figure's number with the word.
pub(super) fn label(cx: &Context<'_>, id: &str) -> Option<String> {
    let at = cx.common.numbering.figures.iter().position(|own| *own == id)?;
    Some(cx.messages().format("figure_n", &[("n", &(at + 1).to_string())]))
}

/// The sentence that is made of the data.
fn sentence(cx: &Context<'_>, selection: &Selection<'_>, chart: &Chart) -> Text {
    let x = &selection.dataset.variables[selection.variables[0]];
    summary::summary(cx.locale(), cx.messages(), chart, Axis::of(x.kind))
}

fn layout<'a, 's>(selection: &'s Selection<'a>) -> Layout<'a, 's> {
    Layout {
        dataset: selection.dataset,
        variables: &selection.variables,
        rows: &selection.rows,
        form: TableForm::Normalised,
        keys: 1,
    }
}

fn chart<'a>(
    cx: &mut Context<'a>,
    figure: &study::Figure,
    selection: &'a Selection<'a>,
) -> Chart {
    let (x, y) = (selection.variables[0], &selection.variables[1..]);
    let form = form(selection, y, figure.scale);
    let unit = unit::id(&selection.dataset.variables[y[0]]);
    let mut series: Vec<_> =
        y.iter().map(|at| series(cx, selection, *at, &form)).collect();
    if figure.kind == (FigureKind::Stacked { share: true }) && form.kind != Kind::Percent
    {
        write_shares(cx, &mut series);
    }
    Chart {
        kind: match figure.kind {
            FigureKind::Line => ChartKind::Line,
            FigureKind::Bar => ChartKind::Bar,
            FigureKind::Grouped => ChartKind::Grouped,
            FigureKind::Stacked { share } => ChartKind::Stacked { share },
        },
        categories: selection
            .rows
            .iter()
            .map(|row| category(cx, figure, selection, x, *row))
            .collect(),
        series,
        unit: unit.map_or(String::new(), |id| unit::scaled(cx, id, figure.scale)),
        form,
    }
}

fn category<'a>(
    cx: &mut Context<'a>,
    figure: &study::Figure,
    selection: &Selection<'a>,
    x: usize,
    row: usize,
) -> Category {
    let cell = &selection.dataset.rows[row].cells[x];
    Category {
        id: category_id(cell),
        label: grid::words(cx, selection.dataset, row, x),
        short: None,
        position: position(cell).filter(|_| figure.kind == FigureKind::Line),
    }
}

fn series<'a>(
    cx: &mut Context<'a>,
    selection: &Selection<'a>,
    at: usize,
    form: &Quantity,
) -> Series {
    let variable = &selection.dataset.variables[at];
    let rows = selection.rows.iter();
    Series {
        id: variable.id.clone(),
        label: prose::words(cx, &variable.label),
        short: variable.short.as_ref().map(|short| prose::words(cx, short)),
        data: rows.map(|row| datum(cx, selection, *row, at, form)).collect(),
    }
}

/// Where bars are parts of a hundred per cent, their numbers are so too. Nothing is a part
/// of a sum that is not known.
fn write_shares(cx: &Context<'_>, series: &mut [Series]) {
    for row in 0..series.first().map_or(0, |series| series.data.len()) {
        let values: Option<Vec<_>> =
            series.iter().map(|series| series.data.get(row)?.value).collect();
        let Some(values) = values else { continue };
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v));
        for (series, value) in series.iter_mut().zip(values) {
            let share = sum.and_then(|sum| value.checked_div(sum));
            let share = share.and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
            let Some(share) = share else { continue };
            let percent = Quantity {
                kind: Kind::Percent,
                decimals: Some(1),
                ..Quantity::new(share)
            };
            if let (Some(datum), Ok(text)) =
                (series.data.get_mut(row), cx.locale().write(&percent))
            {
                datum.text = text;
            }
        }
    }
}

/// Only a percentage has a sign; the word of a scale stands in the chart's unit, not in
/// each of its numbers.
fn datum<'a>(
    cx: &mut Context<'a>,
    selection: &Selection<'a>,
    row: usize,
    at: usize,
    form: &Quantity,
) -> Datum {
    let value = match &selection.dataset.rows[row].cells[at] {
        Cell::Number { value, .. } => *value,
        Cell::Missing(code) => {
            let text = grid::reason(cx, selection.dataset, code);
            return Datum { value: None, text };
        }
        _ => return Datum { value: None, text: String::new() },
    };
    let own = grid::number(selection.dataset, row, at);
    let quantity = own
        .filter(|_| form.scale == Scale::One)
        .unwrap_or_else(|| Quantity { value, ..form.clone() });
    let sign = match form.kind {
        Kind::Percent => cx.locale().write(&quantity).ok(),
        Kind::Number | Kind::Year => None,
    };
    let text = sign.unwrap_or_else(|| cx.locale().digits(&quantity));
    Datum { value: Some(value), text }
}

/// The form of every number of a chart. In thousands or millions the largest shows three
/// digits, so that a difference which can be seen can be read too.
fn form(selection: &Selection<'_>, y: &[usize], scale: Scale) -> Quantity {
    let dataset = selection.dataset;
    let percent = dataset.variables[y[0]].kind == VariableKind::Percent;
    let decimals = match scale {
        Scale::One => {
            let numbers = numbers(selection, y).filter_map(|number| number.decimals);
            numbers.max().unwrap_or(0)
        }
        _ => 2_u32.saturating_sub(largest(selection, y, scale).ilog10()),
    };
    Quantity {
        kind: if percent { Kind::Percent } else { Kind::Number },
        decimals: Some(decimals),
        scale,
        ..Quantity::new(Decimal::ZERO)
    }
}

/// The largest number of a chart in units of its scale, at least one.
fn largest(selection: &Selection<'_>, y: &[usize], scale: Scale) -> u64 {
    let numbers = numbers(selection, y).map(|number| number.value.abs());
    let largest = numbers.max().unwrap_or_default();
    let whole = u64::try_from(largest.trunc()).unwrap_or(u64::MAX);
    (whole / 10_u64.pow(scale.exponent())).max(1)
}

fn numbers<'s>(
    selection: &'s Selection<'_>,
    y: &'s [usize],
) -> impl Iterator<Item = Quantity> + 's {
    let rows = selection.rows.iter();
    let cells = rows.flat_map(move |row| y.iter().map(move |at| (*row, *at)));
    cells.filter_map(|(row, at)| grid::number(selection.dataset, row, at))
}
