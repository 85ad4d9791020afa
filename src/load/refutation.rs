//! The rows that refute a condition, as a diagnostic shows them.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::expr::{Record, Refuted};
use crate::source::Span;
use crate::study::Dataset;

/// How many rows are shown; the others are counted.
const MAX_ROWS: usize = 5;

/// What refutes a condition, with the places of the rows.
#[derive(Default, Clone)]
pub(super) struct Refutation {
    /// Numbers that are of no one row.
    pub(super) numbers: String,
    /// The rows with their numbers.
    rows: Vec<(Span, String)>,
}

impl Refutation {
    /// Of a condition of datasets; the row at hand, if there is one, is the diagnostic's own.
    pub(super) fn of(
        refuted: &[Refuted<'_>],
        own: Option<Record<'_>>,
        datasets: &[Dataset],
    ) -> Self {
        let place = |row: &Record<'_>| (row.records.id().to_owned(), row.row);
        let own = own.as_ref().map(place);
        let mut numbers = Vec::new();
        let mut rows: Vec<(Span, String)> = Vec::new();
        for Refuted { row, numbers: these } in refuted {
            match row.as_ref().map(place) {
                None => numbers.extend(these.iter().cloned()),
                row if row == own => numbers.extend(these.iter().cloned()),
                Some((id, row)) => {
                    let dataset = datasets.iter().find(|dataset| dataset.id == id);
                    let row = dataset.and_then(|dataset| dataset.rows.get(row));
                    rows.extend(row.map(|row| (row.span, these.join(", "))));
                }
            }
        }
        Self { numbers: numbers.join(", "), rows }
    }

    /// With a row of its own, as another place of the diagnostic.
    pub(super) fn and_row(&mut self, span: Span, other: Self) {
        self.rows.push((span, other.numbers));
        self.rows.extend(other.rows);
    }

    /// The diagnostic with the rows as further places.
    pub(super) fn shown(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        let shown: BTreeSet<&(Span, String)> = self.rows.iter().collect();
        for (span, numbers) in shown.iter().take(MAX_ROWS) {
            diagnostic = diagnostic.also(*span, numbers.clone());
        }
        match shown.len().saturating_sub(MAX_ROWS) {
            0 => diagnostic,
            1 => diagnostic.help("one more row refutes it"),
            more => diagnostic.help(format!("{more} more rows refute it")),
        }
    }
}
