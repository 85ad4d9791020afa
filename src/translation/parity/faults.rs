//! Errors that are told already: what they spoil is not compared.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostics};
use crate::source::{FileId, Span};
use crate::study::TranslationUnit;

/// Where errors are.
pub(super) struct Faults {
    /// Their places, sorted.
    places: Vec<Span>,
    /// Files whose structure is probably another one than their author meant.
    misread: BTreeSet<FileId>,
}

/// Errors after which a text has other units than its author meant.
const MISREAD: [Code; 4] =
    [Code::BadMarkdown, Code::RawHtml, Code::DuplicateId, Code::ExpressionSyntax];

impl Faults {
    /// Those among what is told.
    pub(super) fn of(told: &Diagnostics) -> Self {
        let place = |code: Code| move |label: &crate::diag::Label| (code, label.span);
        let errors = told.errors();
        let all: Vec<(Code, Span)> =
            errors.filter_map(|d| d.labels.first().map(place(d.code))).collect();
        let misread = all.iter().filter(|(code, _)| MISREAD.contains(code));
        let misread = misread.map(|(_, span)| span.file).collect();
        let mut places: Vec<Span> = all.iter().map(|(_, span)| *span).collect();
        places.sort();
        Self { places, misread }
    }

    /// Whether one is inside a unit, so that it does not say what is meant.
    pub(super) fn are_in(&self, unit: &TranslationUnit) -> bool {
        let own = unit.span;
        let before = |fault: &Span| (fault.file, fault.start) < (own.file, own.start);
        let first = self.places.get(self.places.partition_point(before));
        first.is_some_and(|fault| fault.file == own.file && fault.start <= own.end)
    }

    /// Whether the units of a text may be others than are meant.
    pub(super) fn spoil(&self, units: &[TranslationUnit]) -> bool {
        units.first().is_some_and(|unit| self.misread.contains(&unit.span.file))
    }
}
