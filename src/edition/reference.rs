//! The reference list.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::study::Study;

use super::context::Common;
use super::{Inline, Reference, Text};

/// An entry of the reference list as it is printed, the same in every edition.
pub(super) type Entry = Vec<Inline>;

/// Formats every entry once.
pub(super) fn entries(study: &Study, _diagnostics: &mut Diagnostics) -> Vec<Entry> {
    study.references.iter().map(|own| vec![Inline::Text(own.entry.clone())]).collect()
}

/// The list with how often each entry is cited, by its position.
pub(super) fn list(
    common: &Common<'_>,
    cited: &BTreeMap<usize, usize>,
) -> Vec<Reference> {
    let references = common.study.references.iter().zip(&common.entries).enumerate();
    references
        .map(|(at, (own, entry))| Reference {
            number: at + 1,
            key: own.key.value.clone(),
            text: Text { lang: own.lang, content: entry.clone() },
            incomplete: own.incomplete,
            mentions: cited.get(&at).copied().unwrap_or(0),
        })
        .collect()
}
