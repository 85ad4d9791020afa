//! What was changed after the first publication, in the words and numbers of a language.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use super::grid::MAX_DECIMALS;
use super::{Cell, Column, Grid, Inline, Revision, Text, grid, prose, unit};
use crate::locale::{Date, Flags, Quantity};
use crate::study::{self, Dataset, RevisedCell, RevisedValue, VariableKind};

/// The revisions in the order of time.
pub(super) fn revisions(cx: &mut Context<'_>) -> Vec<Revision> {
    let revisions = cx.common.study.revisions.iter().enumerate();
    revisions.map(|(at, own)| revision(cx, at + 1, own)).collect()
}

fn revision<'a>(
    cx: &mut Context<'a>,
    number: usize,
    own: &'a study::Revision,
) -> Revision {
    let study = cx.common.study;
    let mut cells = BTreeMap::new();
    for (id, own) in &own.cells {
        // What is no longer published has no page to tell of it.
        if let Some(dataset) = study.dataset(id) {
            cells.insert(id.clone(), table(cx, dataset, own));
        }
    }
    Revision {
        number,
        date: own.date,
        written: cx.locale().date(&own.date),
        reason: prose::own(cx, &own.reason),
        cells,
        pages: own.pages.clone(),
    }
}

/// A row for each cell: what names it, what it held, and what it held then.
fn table<'a>(
    cx: &mut Context<'a>,
    dataset: &'a Dataset,
    cells: &'a [RevisedCell],
) -> Grid {
    let mut columns = Vec::new();
    for at in &dataset.key {
        let variable = &dataset.variables[*at];
        let label = variable.short.as_ref().unwrap_or(&variable.label);
        columns.push(Column { label: prose::own(cx, label), unit: None, numeric: false });
    }
    for key in ["variable", "value_before", "value_after"] {
        let words = Inline::Text(cx.messages().get(key).to_owned());
        let label = Text { lang: cx.lang, content: vec![words] };
        columns.push(Column { label, unit: None, numeric: false });
    }
    let rows = cells.iter().map(|cell| row(cx, dataset, cell)).collect();
    Grid {
        keys: dataset.key.len() + 1,
        columns,
        rows,
        missing: Vec::new(),
        flags: Vec::new(),
    }
}

fn row<'a>(
    cx: &mut Context<'a>,
    dataset: &'a Dataset,
    revised: &'a RevisedCell,
) -> Vec<Cell> {
    let mut row = Vec::new();
    for (place, at) in dataset.key.iter().enumerate() {
        let value = revised.row.get(place);
        row.push(cell(
            value.map_or(String::new(), |own| written(cx, dataset, Some(*at), own)),
        ));
    }
    let at = dataset.variable(&revised.variable);
    let label = match at {
        Some(at) => prose::words(cx, &dataset.variables[at].label),
        None => revised.variable.clone(),
    };
    let unit = at.and_then(|at| unit::id(&dataset.variables[at]));
    let unit = unit.map(|id| unit::label(cx, id));
    row.push(Cell { unit, ..cell(label) });
    for value in [&revised.old, &revised.new] {
        row.push(cell(match value {
            Some(RevisedValue::Value(value)) => written(cx, dataset, at, value),
            Some(RevisedValue::Missing(code)) => grid::reason(cx, dataset, code),
            None => cx.messages().get("no_such_row").to_owned(),
        }));
    }
    row
}

fn cell(text: String) -> Cell {
    Cell { text, unit: None, missing: false, exact: None, flags: Flags::NONE }
}

/// A value as tables show those of its variable. One of a variable that is gone, or of
/// another type now, stands as it was recorded.
fn written<'a>(
    cx: &mut Context<'a>,
    dataset: &'a Dataset,
    at: Option<usize>,
    value: &str,
) -> String {
    let Some(at) = at else { return value.to_owned() };
    let variable = &dataset.variables[at];
    let found = match variable.kind {
        VariableKind::Text => None,
        VariableKind::Date => Date::parse(value).ok().map(|date| cx.locale().date(&date)),
        VariableKind::Category => {
            let level = variable.levels.iter().find(|own| own.id == value);
            level.map(|own| prose::words(cx, &own.label))
        }
        _ => {
            // Behind a space stand the flags of a number that says no other one.
            let (digits, flags) = value.split_once(' ').unwrap_or((value, ""));
            digits.parse::<Decimal>().ok().map(|number| {
                let form = dataset.form(at, number, Flags::NONE);
                let decimals = form.decimals.unwrap_or(number.scale()).min(MAX_DECIMALS);
                let written =
                    cx.locale().digits(&Quantity { decimals: Some(decimals), ..form });
                format!("{written} {flags}").trim_end().to_owned()
            })
        }
    };
    found.unwrap_or_else(|| value.to_owned())
}
