//! The way through the pages of a text.

use serde::Serialize;

use super::{LinkView, TextView};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::prose::Prose;

/// The pages before and after one.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct PagerView {
    pub(in crate::html) previous: Option<LinkView>,
    pub(in crate::html) next: Option<LinkView>,
}

/// The pages before and after a page of the text, where it has several.
pub(in crate::html) fn pager_view(page: &Page<'_>, prose: &Prose) -> Option<PagerView> {
    if !page.places().are_several() || !page.shows_one_language() {
        return None;
    }
    let link = |kind: &PageKind| LinkView {
        href: page.link(kind),
        title: title(page, prose, kind),
        detail: None,
        current: false,
    };
    let [previous, next] = page.places().beside(&page.kind).map(|own| own.map(link));
    Some(PagerView { previous, next })
}

/// What a page of the text is called.
fn title(page: &Page<'_>, prose: &Prose, kind: &PageKind) -> TextView {
    let edition = page.edition;
    let section = |id: &str| edition.sections.iter().find(|own| own.id == id);
    match kind {
        PageKind::Section(id) => match section(id) {
            Some(own) => prose.words(&own.title),
            None => prose.plain(edition.lang, id),
        },
        PageKind::References => {
            prose.plain(edition.lang, page.interface.messages.get("references"))
        }
        _ => prose.words(&edition.front.title),
    }
}
