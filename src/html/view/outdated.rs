//! What a reader is told of a text that is behind its original.

use serde::Serialize;

use crate::edition::{Outdated, Passage};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::locale::{PluralCategory, Quantity, Term};

/// A notice that a text follows an earlier version of its original.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct OutdatedView {
    /// How much of the text is behind; `None` where it only lacks something.
    text: Option<String>,
    /// How much of the original it lacks.
    missing: Option<String>,
    /// The address of the original.
    href: String,
    /// The language of the original.
    lang: String,
}

/// The notice of a passage, if it is behind: it stands at `anchor` of pages of its kind, in
/// what the message `place` names.
pub(in crate::html) fn outdated_view(
    page: &Page<'_>,
    passage: &Passage,
    anchor: Option<&str>,
    place: &str,
) -> Option<OutdatedView> {
    let outdated = passage.outdated?;
    let kind = match page.kind {
        PageKind::About => PageKind::About,
        _ => PageKind::Study,
    };
    let original = page.at.link_to(&kind.path(outdated.original));
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    Some(OutdatedView {
        text: text(page, &outdated, place),
        missing: missing(page, &outdated),
        href: format!("{original}{anchor}"),
        lang: outdated.original.to_string(),
    })
}

fn text(page: &Page<'_>, outdated: &Outdated, place: &str) -> Option<String> {
    if outdated.lines == 0 {
        return None;
    }
    let lines = count(outdated.lines);
    let pattern = match page.interface.locale.plural(&lines) {
        _ if outdated.lines == outdated.of => "outdated_all",
        PluralCategory::One => "outdated_one",
        PluralCategory::Few => "outdated_few",
        _ => "outdated_many",
    };
    let place = page.interface.messages.get(place);
    let of = count(outdated.of);
    let terms = [
        ("place", Term::Words(place)),
        ("n", Term::Number(&lines)),
        ("of", Term::Number(&of)),
    ];
    Some(sentence(page, pattern, &terms))
}

fn missing(page: &Page<'_>, outdated: &Outdated) -> Option<String> {
    let missing = count(outdated.missing);
    let terms = [("n", Term::Number(&missing))];
    (outdated.missing > 0).then(|| sentence(page, "outdated_missing", &terms))
}

fn sentence(page: &Page<'_>, key: &str, terms: &[(&str, Term<'_>)]) -> String {
    let pattern = page.interface.messages.get(key);
    page.interface.locale.phrase(pattern, terms).plain()
}

fn count(n: usize) -> Quantity {
    Quantity::new(n.into())
}
