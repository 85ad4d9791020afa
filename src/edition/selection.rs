//! Which rows and variables each figure and table shows: the same in every language.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Expression, Record, Records, Scope};
use crate::locale::Date;
use crate::source::{Span, Spanned};
use crate::study::{Cell, Dataset, Figure, FigureKind, Order, Study, Table};

use super::context::report;
use super::finding::{self, Found};
use super::numbering::Numbering;

/// What a figure or a table shows of its dataset.
pub(super) struct Selection<'a> {
    pub(super) dataset: &'a Dataset,
    /// Positions of the variables; of a figure, that along the axis is the first.
    pub(super) variables: Vec<usize>,
    /// Positions of the rows in the order in which they are shown.
    pub(super) rows: Vec<usize>,
    /// The editorial notes on them.
    pub(super) findings: Vec<Found<'a>>,
}

/// What all figures and tables show. Those that cannot be shown are reported and left
/// out.
pub(super) struct Selections<'a> {
    pub(super) figures: BTreeMap<&'a str, Selection<'a>>,
    pub(super) tables: BTreeMap<&'a str, Selection<'a>>,
}

impl<'a> Selections<'a> {
    /// Finds them, with the notes that are shown with each.
    pub(super) fn new(
        study: &'a Study,
        records: &'a [&'a dyn Records],
        numbering: &Numbering<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut select = Select { study, records, diagnostics };
        let tables = study.tables.iter();
        let tables =
            tables.filter_map(|(id, own)| Some((id.as_str(), select.table(own)?)));
        let tables = tables.collect();
        let figures = study.figures.iter();
        let figures =
            figures.filter_map(|(id, own)| Some((id.as_str(), select.figure(own)?)));
        let mut selections = Self { figures: figures.collect(), tables };
        finding::attach(study, numbering, &mut selections);
        selections
    }
}

struct Select<'a, 'd> {
    study: &'a Study,
    records: &'a [&'a dyn Records],
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Select<'a, '_> {
    fn table(&mut self, table: &'a Table) -> Option<Selection<'a>> {
        let dataset = self.study.dataset(&table.dataset.value)?;
        let variables = positions(dataset, table.columns.iter())?;
        let rows = self.rows(dataset, table.filter.as_ref());
        Some(Selection { dataset, variables, rows, findings: Vec::new() })
    }

    fn figure(&mut self, figure: &'a Figure) -> Option<Selection<'a>> {
        let dataset = self.study.dataset(&figure.dataset.value)?;
        let ids = std::iter::once(&figure.x).chain(&figure.y);
        let variables = positions(dataset, ids)?;
        let mut rows = self.rows(dataset, figure.filter.as_ref());
        self.distinct(dataset, &figure.x, variables[0], &rows);
        arrange(dataset, figure, &variables, &mut rows);
        Some(Selection { dataset, variables, rows, findings: Vec::new() })
    }

    /// The rows that the filter lets through; one that it does not decide is not shown.
    fn rows(&mut self, dataset: &'a Dataset, filter: Option<&Expression>) -> Vec<usize> {
        let all = 0..dataset.rows.len();
        let Some(filter) = filter else { return all.collect() };
        let mut shown = Vec::new();
        for row in all {
            let record = Record { records: dataset, row };
            let scope = Scope { row: Some(record), ..Scope::new(self.records) };
            match filter.holds(&scope) {
                Ok(Some(true)) => shown.push(row),
                Ok(_) => {}
                Err(failure) => {
                    report(self.study, failure, self.diagnostics);
                    return shown;
                }
            }
        }
        if shown.is_empty() {
            let message = "the filter lets no row through".to_owned();
            self.refuse(filter.span(), message, "there would be nothing to show");
        }
        shown
    }

    fn refuse(&mut self, span: Span, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(Code::BadValue, span, message).help(help));
    }

    fn distinct(
        &mut self,
        dataset: &Dataset,
        x: &Spanned<String>,
        at: usize,
        rows: &[usize],
    ) {
        let mut seen = BTreeSet::new();
        for row in rows {
            let name = category_id(&dataset.rows[*row].cells[at]);
            if !seen.insert(name.clone()) {
                let message =
                    format!("two of the rows have the same `{}`: `{name}`", x.value);
                self.refuse(x.span, message, "choose among them with `where`");
                return;
            }
        }
    }
}

/// The positions of variables, all of which the study knows.
fn positions<'i>(
    dataset: &Dataset,
    ids: impl Iterator<Item = &'i Spanned<String>>,
) -> Option<Vec<usize>> {
    ids.map(|id| dataset.variable(&id.value)).collect()
}

/// What a cell is called in the data.
pub(super) fn category_id(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => value.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Level(text) | Cell::Text(text) | Cell::Missing(text) => text.clone(),
    }
}

/// Where a cell stands on a scale of years: a date by its part of the year.
pub(super) fn position(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number { value, .. } => Some(*value),
        Cell::Date(date) => Some(years(date)),
        Cell::Level(_) | Cell::Text(_) | Cell::Missing(_) => None,
    }
}

fn years(date: &Date) -> Decimal {
    let days = 31 * (u32::from(date.month().unwrap_or(1)) - 1)
        + u32::from(date.day().unwrap_or(1))
        - 1;
    let part = (Decimal::from(days) / Decimal::from(372)).round_dp(4);
    Decimal::from(date.year()) + part
}

/// Lines run through time; bars stand as the figure says, equal ones and those without a
/// value as they are given.
fn arrange(dataset: &Dataset, figure: &Figure, variables: &[usize], rows: &mut [usize]) {
    let cell = |row: &usize, at: usize| &dataset.rows[*row].cells[at];
    if figure.kind == FigureKind::Line {
        rows.sort_by_key(|row| position(cell(row, variables[0])));
        return;
    }
    let value = |row: &usize| match cell(row, variables[1]) {
        Cell::Number { value, .. } => Some(*value),
        _ => None,
    };
    rows.sort_by(|a, b| match (value(a), value(b), figure.order) {
        (_, _, Order::Given) => Ordering::Equal,
        (Some(a), Some(b), Order::Ascending) => a.cmp(&b),
        (Some(a), Some(b), Order::Descending) => b.cmp(&a),
        (a, b, _) => a.is_none().cmp(&b.is_none()),
    });
}
