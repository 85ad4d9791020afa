//! The log of revisions.

use std::collections::BTreeMap;

use super::decode::{Decode, Decoder};
use super::format::{RevisedCellFile, RevisedValueFile, RevisionFile};
use super::layout::Layout;
use super::yaml;
use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::{RevisedCell, RevisedValue, Revision};

/// The revisions of `revisions.yaml`, in the order of time.
pub(super) fn revisions(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<Revision> {
    let files = layout.revisions.and_then(|file| {
        let root = yaml::parse(decoder.input, file, decoder.found)?;
        Vec::<Spanned<RevisionFile>>::decode(&root, decoder)
    });
    let mut revisions: Vec<Revision> = Vec::new();
    for Spanned { value: file, span } in files.unwrap_or_default() {
        let date = file.date;
        if date.value.day().is_none() {
            let message = format!("`{}` is no day", date.value);
            decoder.report(
                Diagnostic::new(Code::BadValue, date.span, message)
                    .help("a revision is of a day: `2026-03-01`"),
            );
        }
        if let Some(last) = revisions.last().filter(|last| date.value < last.date) {
            let message = "the revision is older than the one before it";
            decoder.report(
                Diagnostic::new(Code::BadValue, date.span, message)
                    .also(last.span, "the one before it"),
            );
        }
        let cells = file.cells.0.into_iter();
        let cells =
            cells.map(|(id, own)| (id.value, own.into_iter().map(cell).collect()));
        revisions.push(Revision {
            date: date.value,
            reason: file.reason.0,
            cells: cells.collect::<BTreeMap<_, Vec<_>>>(),
            pages: file.pages.unwrap_or_default(),
            span,
        });
    }
    revisions
}

fn cell(file: RevisedCellFile) -> RevisedCell {
    let RevisedCellFile { row, variable, old, new } = file;
    RevisedCell { row, variable, old: old.map(value), new: new.map(value) }
}

fn value(file: RevisedValueFile) -> RevisedValue {
    match file {
        RevisedValueFile::Value(value) => RevisedValue::Value(value),
        RevisedValueFile::Missing(code) => RevisedValue::Missing(code),
    }
}
