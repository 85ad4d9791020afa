//! Citations as Pandoc, Quarto and MyST users write them: `[@key, pp. 82-83; @other]`.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Spanned};
use crate::study::Citation;

/// The citations in `range` of `text`, which stood between brackets.
pub(super) fn citations(
    text: &str,
    range: Range<usize>,
    place: &Place,
    found: &mut Diagnostics,
) -> Vec<Citation> {
    let mut list = Vec::new();
    let mut start = range.start;
    for part in text[range].split(';') {
        let end = start + part.len();
        match citation(part) {
            Some((key, locator)) => {
                let at = start + part.find('@').map_or(0, |i| i + 1);
                let span = place.part(at..at + key.len());
                list.push(Citation {
                    key: Spanned { value: key.to_owned(), span },
                    locator: locator.map(str::to_owned),
                });
            }
            None => found.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    place.part(start..end),
                    format!("`{}` is no citation", part.trim()),
                )
                .help("write `[@key]`, `[@key, p. 3]` or `[@one; @two, pp. 4-5]`"),
            ),
        }
        start = end + 1;
    }
    list
}

fn citation(part: &str) -> Option<(&str, Option<&str>)> {
    let rest = part.trim().strip_prefix('@')?;
    let (key, locator) = match rest.split_once(',') {
        Some((key, locator)) => (key.trim(), Some(locator.trim())),
        None => (rest, None),
    };
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    (!key.is_empty() && key.chars().all(good)).then_some((key, locator))
}
