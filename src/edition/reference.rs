//! The reference list.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::study::{self, Study};

use super::bibliography::{self, Styles};
use super::context::Common;
use super::{Inline, Reference, Text};

/// An entry of the reference list as it is printed, the same in every edition.
pub(super) type Entry = Vec<Inline>;

/// Formats every entry once; one that cannot be read is reported and stays empty.
pub(super) fn entries(study: &Study, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    if study.references.is_empty() {
        return Vec::new();
    }
    let styles = Styles::get();
    let references = study.references.iter();
    references.map(|own| entry(styles, own, diagnostics)).collect()
}

fn entry(
    styles: &Styles,
    own: &study::Reference,
    diagnostics: &mut Diagnostics,
) -> Entry {
    let parsed = match bibliography::parse(own) {
        Ok(parsed) => parsed,
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return Vec::new();
        }
    };
    let line = styles.format(&parsed, own.lang);
    if let Some(title) = bibliography::lost(&parsed, &line) {
        let message = format!("`{}`: the entry does not show `{title}`", own.key.value);
        diagnostics.push(
            Diagnostic::new(Code::BadReference, own.key.span, message)
                .help("an entry of this type has another type of parent"),
        );
    }
    line
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
