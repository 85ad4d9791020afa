//! Derived variables: columns that formulas compute, one after another.

use super::computed::cell;
use super::view::{Group, OverSource};
use crate::diag::{Code, Diagnostic};
use crate::expr::{Expression, Failure, Record, Records, Scope};
use crate::load::decode::Decoder;
use crate::load::failed;
use crate::study::{Cell, Dataset};

/// What a formula sees beside the values of its own row.
pub(super) enum Origin<'a> {
    /// The row alone.
    Own,
    /// A row of another dataset, by its position for each row.
    Row(&'a Dataset, Vec<usize>),
    /// A group of rows of another dataset, by their positions for each row.
    Group(&'a Dataset, Vec<Vec<usize>>),
}

/// A dataset while its columns are computed.
pub(super) struct Columns<'a> {
    pub(super) dataset: &'a mut Dataset,
    pub(super) origin: Origin<'a>,
    /// The datasets that were made before.
    pub(super) made: &'a [Dataset],
    /// Which columns have their values.
    pub(super) ready: Vec<bool>,
}

/// Computes the derived variables of a dataset whose rows are given.
pub(super) fn derive(
    dataset: &mut Dataset,
    made: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<()> {
    let ready = dataset.variables.iter().map(|own| own.formula.is_none()).collect();
    let mut columns = Columns { dataset, origin: Origin::Own, made, ready };
    let all: Vec<usize> = (0..columns.ready.len()).collect();
    columns.compute(&all, decoder)
}

impl Columns<'_> {
    /// Computes the columns at these positions that have formulas, each of which sees those
    /// that are ready.
    pub(super) fn compute(
        &mut self,
        columns: &[usize],
        decoder: &mut Decoder<'_>,
    ) -> Option<()> {
        let mut good = true;
        for at in columns {
            let formula = self.dataset.variables[*at].formula.clone();
            let Some(formula) = formula.filter(|_| !self.ready[*at]) else { continue };
            match self.not_ready(&formula).map_or_else(|| self.column(*at, &formula), Err)
            {
                Ok(cells) => {
                    for (row, cell) in self.dataset.rows.iter_mut().zip(cells) {
                        row.cells[*at] = cell;
                    }
                }
                Err(wrong) => {
                    good = false;
                    let unknown = wrong.unknown.as_deref();
                    if !unknown.is_some_and(|name| decoder.unreadable.has(name)) {
                        decoder.report(wrong.diagnostic);
                    }
                }
            }
            self.ready[*at] = true;
        }
        good.then_some(())
    }

    /// The values of the column at `at`.
    fn column(&self, at: usize, formula: &Expression) -> Result<Vec<Cell>, Wrong> {
        // The dataset itself comes first: a figure extends one that is made already.
        let own = std::iter::once(&*self.dataset);
        let datasets: Vec<&dyn Records> =
            own.chain(self.made).map(|dataset| dataset as &dyn Records).collect();
        let computed = |row: usize| {
            self.value(at, row, formula, &datasets).map_err(|failure| Wrong {
                diagnostic: failed(&failure)
                    .also(self.dataset.rows[row].span, "in this row"),
                unknown: failure.unknown,
            })
        };
        (0..self.dataset.rows.len()).map(computed).collect()
    }

    fn value(
        &self,
        at: usize,
        row: usize,
        formula: &Expression,
        datasets: &[&dyn Records],
    ) -> Result<Cell, Failure> {
        let dataset = &*self.dataset;
        let variable = &dataset.variables[at];
        let own = Record { records: dataset, row };
        match &self.origin {
            Origin::Own => {
                let scope = Scope { row: Some(own), ..Scope::new(datasets) };
                cell(&formula.evaluate(&scope)?, variable, formula)
            }
            Origin::Row(source, rows) => {
                let records = OverSource { dataset, source, rows, ready: &self.ready };
                let row = Record { records: &records, row };
                let scope = Scope { row: Some(row), ..Scope::new(datasets) };
                cell(&formula.evaluate(&scope)?, variable, formula)
            }
            Origin::Group(source, groups) => {
                let group = Group { source, rows: &groups[row] };
                let rows: Option<&dyn Records> = Some(&group);
                let scope = Scope { row: Some(own), rows, ..Scope::new(datasets) };
                cell(&formula.evaluate(&scope)?, variable, formula)
            }
        }
    }

    /// Why a formula cannot be computed that asks its own dataset for what is not ready.
    fn not_ready(&self, formula: &Expression) -> Option<Wrong> {
        let waits =
            |name: &str| self.dataset.variable(name).is_some_and(|at| !self.ready[at]);
        // A row of another dataset has the values that are not ready here.
        let mut asked = match self.origin {
            Origin::Row(..) => Vec::new(),
            Origin::Own | Origin::Group(..) => formula.members_of("row"),
        };
        if formula.names().iter().any(|(name, _)| *name == self.dataset.id) {
            asked.extend(formula.members());
        }
        let (name, span) = asked.into_iter().find(|(name, _)| waits(name))?;
        let message = format!("`{name}` is not computed yet");
        let diagnostic = Diagnostic::new(Code::ExpressionFailed, span, message)
            .help("a formula sees those above its own");
        Some(Wrong { diagnostic, unknown: None })
    }
}

/// Why a column has no values.
struct Wrong {
    diagnostic: Diagnostic,
    /// The dataset, noun or place that there is not.
    unknown: Option<String>,
}
