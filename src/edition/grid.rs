//! Heads and cells of tables of data.

use std::collections::BTreeSet;

use crate::locale::{Flags, Quantity, Scale};
use crate::study::{self, Dataset, Reason, TableForm};

use super::context::Context;
use super::{Cell, Column, Exact, Grid, Inline, flag, prose, unit};

/// The signs of missing values, one for each reason in the order of their codes; what is
/// not available, not applicable, withheld, and further reasons.
const SIGNS: [&str; 6] = ["…", "—", "×", "‡", "§", "¶"];

/// Most decimals of a computed value that is not told how many it has.
pub(super) const MAX_DECIMALS: u32 = 6;

/// What a grid shows.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a, 's> {
    pub(super) dataset: &'a Dataset,
    pub(super) variables: &'s [usize],
    pub(super) rows: &'s [usize],
    pub(super) form: TableForm,
    pub(super) keys: usize,
}

/// The table of a layout.
pub(super) fn grid<'a>(cx: &mut Context<'a>, layout: Layout<'a, '_>) -> Grid {
    let columns: Vec<Shown<'a, '_>> =
        layout.variables.iter().map(|at| Shown::new(layout, *at)).collect();
    let rows = layout.rows.iter();
    let rows = rows
        .map(|row| columns.iter().map(|column| column.cell(cx, *row)).collect())
        .collect();
    Grid {
        keys: layout.keys,
        rows,
        missing: legend(cx, layout),
        flags: flag::marks(cx.messages(), flags(layout)),
        columns: columns.iter().map(|column| column.head(cx)).collect(),
    }
}

/// A column and what its cells have in common.
struct Shown<'a, 's> {
    layout: Layout<'a, 's>,
    at: usize,
    variable: &'a study::Variable,
    /// The unit at the head: that which all its numbers are printed in, else its own.
    unit: Option<Printed<'a>>,
}

/// A unit that numbers are printed in: the id of a unit and a power of a thousand of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Printed<'a> {
    id: &'a str,
    scale: Scale,
}

impl Printed<'_> {
    fn label(self, cx: &mut Context<'_>) -> String {
        unit::scaled(cx, self.id, self.scale)
    }
}

impl<'a, 's> Shown<'a, 's> {
    fn new(layout: Layout<'a, 's>, at: usize) -> Self {
        let variable = &layout.dataset.variables[at];
        let own = unit::id(variable).map(|id| Printed { id, scale: Scale::One });
        let mut column = Self { layout, at, variable, unit: own };
        let numbers = layout.rows.iter().filter(|row| {
            matches!(layout.dataset.rows[**row].cells[at], study::Cell::Number { .. })
        });
        let printed: BTreeSet<_> = numbers.map(|row| column.printed(*row)).collect();
        if let (Some(Some(only)), 1) = (printed.first(), printed.len()) {
            column.unit = Some(*only);
        }
        column
    }

    /// The unit that the number of a row is shown in.
    fn printed(&self, row: usize) -> Option<Printed<'a>> {
        let id = unit::id(self.variable)?;
        Some(match &self.layout.dataset.rows[row].printed_in {
            _ if !self.as_printed() => Printed { id, scale: Scale::One },
            Some(printed) if id == printed.of => {
                Printed { id: &printed.unit, scale: Scale::One }
            }
            _ => Printed { id, scale: self.variable.scale },
        })
    }

    /// What is derived was never printed.
    fn as_printed(&self) -> bool {
        self.layout.form == TableForm::Printed && self.variable.formula.is_none()
    }

    fn head(&self, cx: &mut Context<'a>) -> Column {
        Column {
            label: prose::own(
                cx,
                self.variable.short.as_ref().unwrap_or(&self.variable.label),
            ),
            unit: self.unit.map(|unit| unit.label(cx)),
            numeric: self.variable.kind.is_quantity(),
        }
    }

    fn cell(&self, cx: &mut Context<'a>, row: usize) -> Cell {
        let dataset = self.layout.dataset;
        match &dataset.rows[row].cells[self.at] {
            study::Cell::Missing(reason) => {
                let text = sign(dataset, reason);
                let flags = Flags::NONE;
                Cell { text, unit: None, missing: true, flags, exact: None }
            }
            study::Cell::Number { flags, .. } => {
                let unit = self.printed(row).filter(|unit| Some(*unit) != self.unit);
                Cell {
                    text: self
                        .number(row)
                        .map_or(String::new(), |q| cx.locale().digits(&q)),
                    unit: unit.map(|unit| unit.label(cx)),
                    missing: false,
                    flags: *flags,
                    exact: dataset.amount(row, self.at).map(Exact::Number),
                }
            }
            other => Cell {
                text: words(cx, dataset, row, self.at),
                unit: None,
                missing: false,
                flags: Flags::NONE,
                exact: match other {
                    study::Cell::Date(date) => Some(Exact::Date(*date)),
                    _ => None,
                },
            },
        }
    }

    fn number(&self, row: usize) -> Option<Quantity> {
        match self.as_printed() {
            true => self.layout.dataset.printed_quantity(row, self.at),
            false => number(self.layout.dataset, row, self.at),
        }
    }
}

/// The number of a cell with the decimals that its variable declares, else with those
/// that it has: zeros that no source gives would pretend to be exact.
pub(super) fn number(dataset: &Dataset, row: usize, at: usize) -> Option<Quantity> {
    let number = dataset.quantity(row, at)?;
    let decimals = number.decimals.unwrap_or(number.value.scale());
    Some(Quantity { decimals: Some(decimals.min(MAX_DECIMALS)), ..number })
}

/// The words of a cell that is no quantity: a year, a date, a level, a text.
pub(super) fn words<'a>(
    cx: &mut Context<'a>,
    dataset: &'a Dataset,
    row: usize,
    at: usize,
) -> String {
    match &dataset.rows[row].cells[at] {
        study::Cell::Number { .. } => {
            let quantity = dataset.quantity(row, at);
            quantity.map_or(String::new(), |own| cx.locale().digits(&own))
        }
        study::Cell::Date(date) => cx.locale().date(date),
        study::Cell::Time(time) => cx.locale().label(time),
        study::Cell::Text(text) => text.clone(),
        study::Cell::Missing(reason) => self::reason(cx, dataset, reason),
        study::Cell::Level(id) => {
            match dataset.variables[at].levels.iter().find(|own| own.id == *id) {
                Some(level) => prose::words(cx, &level.label),
                None => id.clone(),
            }
        }
    }
}

/// Why a value is missing, in words.
pub(super) fn reason<'a>(
    cx: &mut Context<'a>,
    dataset: &'a Dataset,
    code: &str,
) -> String {
    match dataset.missing.get(code) {
        Some(Reason::Own(texts)) => prose::words(cx, texts),
        Some(Reason::BuiltIn(key)) => cx.messages().get(key).to_owned(),
        None => code.to_owned(),
    }
}

/// A reason why values are missing, as a text.
pub(super) fn explained<'a>(cx: &mut Context<'a>, reason: &'a Reason) -> super::Text {
    match reason {
        Reason::Own(texts) => prose::own(cx, texts),
        Reason::BuiltIn(key) => super::Text {
            lang: cx.locale().lang(),
            content: vec![Inline::Text(cx.messages().get(key).to_owned())],
        },
    }
}

/// The sign that stands for a reason in all tables of the dataset: of one that no dataset
/// has to declare its code.
fn sign(dataset: &Dataset, code: &str) -> String {
    let own =
        dataset.missing.iter().filter(|(_, reason)| matches!(reason, Reason::Own(_)));
    let Some(at) = own.map(|(own, _)| own).position(|own| own == code) else {
        return code.to_owned();
    };
    match SIGNS.get(at) {
        Some(sign) => (*sign).to_owned(),
        None => format!("({})", at + 1),
    }
}

/// The flags that occur.
fn flags(layout: Layout<'_, '_>) -> Flags {
    let cells = layout.rows.iter().flat_map(|row| {
        let cells = &layout.dataset.rows[*row].cells;
        layout.variables.iter().map(move |at| &cells[*at])
    });
    cells.fold(Flags::NONE, |all, cell| match cell {
        study::Cell::Number { flags, .. } => all.and(*flags),
        _ => all,
    })
}

fn legend<'a>(
    cx: &mut Context<'a>,
    layout: Layout<'a, '_>,
) -> Vec<(String, super::Text)> {
    let shown = |code: &str| {
        layout.rows.iter().any(|row| {
            layout.variables.iter().any(|at| {
                matches!(&layout.dataset.rows[*row].cells[*at],
                    study::Cell::Missing(own) if own == code)
            })
        })
    };
    let reasons = layout.dataset.missing.iter().filter(|(code, _)| shown(code));
    reasons
        .map(|(code, reason)| (sign(layout.dataset, code), explained(cx, reason)))
        .collect()
}
