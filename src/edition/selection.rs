//! Which rows and variables each figure and table shows: the same in every language.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Expression, Record, Records, Scope};
use crate::locale::Date;
use crate::source::Span;
use crate::study::{Cell, Dataset, Figure, Study, Table};

use super::context::report;
use super::finding::{self, Found};
use super::numbering::Numbering;
use super::plan::{Clash, Parting, Plan};
use super::{plausible, regions};

/// What a figure or a table shows of its dataset.
pub(super) struct Selection<'a> {
    pub(super) dataset: &'a Dataset,
    /// Positions of the variables.
    pub(super) variables: Vec<usize>,
    /// How many of them, at the beginning, name a row.
    pub(super) keys: usize,
    /// Positions of the rows in the order in which they are shown.
    pub(super) rows: Vec<usize>,
    /// The editorial notes on them.
    pub(super) findings: Vec<Found<'a>>,
}

/// What a figure draws.
pub(super) struct Drawn<'a> {
    /// The same as rows and columns.
    pub(super) selection: Selection<'a>,
    /// Which row each datum is.
    pub(super) plan: Plan,
}

/// What all figures and tables show. Those that cannot be shown are reported and left
/// out.
pub(super) struct Selections<'a> {
    pub(super) figures: BTreeMap<&'a str, Drawn<'a>>,
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
    /// The columns that begin a row name it where they are in the dataset's key; else the
    /// first does, if it is no quantity.
    fn table(&mut self, table: &'a Table) -> Option<Selection<'a>> {
        let dataset = self.study.dataset(&table.dataset.value)?;
        let variables: Option<Vec<usize>> =
            table.columns.iter().map(|id| dataset.variable(&id.value)).collect();
        let variables = variables?;
        let in_key = variables.iter().take_while(|at| dataset.key.contains(at)).count();
        let first = variables.first();
        let words = first.is_some_and(|at| !dataset.variables[*at].kind.is_quantity());
        let keys = in_key.max(usize::from(words));
        let rows = self.rows(dataset, table.filter.as_ref());
        Some(Selection { dataset, variables, keys, rows, findings: Vec::new() })
    }

    fn figure(&mut self, figure: &'a Figure) -> Option<Drawn<'a>> {
        let base = self.study.dataset(&figure.dataset.value)?;
        let dataset = figure.derived.as_ref().unwrap_or(base);
        let parting = Parting::of(figure, dataset)?;
        let rows = self.rows(dataset, figure.filter.as_ref());
        let plan = match Plan::new(figure, dataset, &parting, &rows) {
            Ok(plan) => plan,
            Err(Clash { id }) => {
                let x = &figure.x;
                let message =
                    format!("two of the rows have the same `{}`: `{id}`", x.value);
                self.refuse(
                    x.span,
                    message,
                    "choose among them with `where`, or part them with `series` or `facet`",
                );
                return None;
            }
        };
        let good = plausible::check(figure, dataset, &plan, self.diagnostics)
            & regions::check(figure, dataset, &plan, self.diagnostics);
        if !good {
            return None;
        }
        let mut variables = parting.names(figure, dataset);
        let keys = variables.len();
        variables.extend(parting.amounts(figure, dataset));
        let rows = plan.rows();
        let selection =
            Selection { dataset, variables, keys, rows, findings: Vec::new() };
        Some(Drawn { selection, plan })
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
}

/// What a cell is called in the data.
pub(super) fn category_id(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => value.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
        Cell::Level(text) | Cell::Text(text) | Cell::Missing(text) => text.clone(),
    }
}

/// Where a cell stands on a scale of years: a date by its part of the year.
pub(super) fn position(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number { value, .. } => Some(*value),
        Cell::Date(date) => Some(years(first_day(date))),
        Cell::Time(time) => Some(years(time.place())),
        Cell::Level(_) | Cell::Text(_) | Cell::Missing(_) => None,
    }
}

fn first_day(date: &Date) -> (u16, u8, u8) {
    (date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))
}

fn years((year, month, day): (u16, u8, u8)) -> Decimal {
    let days = 31 * (u32::from(month) - 1) + u32::from(day) - 1;
    let part = (Decimal::from(days) / Decimal::from(372)).round_dp(4);
    Decimal::from(year) + part
}
