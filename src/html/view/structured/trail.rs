//! The way to a page from that of the study.

use serde_json::{Map, Value};

use super::{items, typed};
use crate::html::page::Page;
use crate::html::paths::{IndexKind, PageKind};
use crate::site_path::SitePath;

/// The way to a page with its `own` title; `None` without public addresses, by which search
/// engines know the steps.
pub(super) fn trail(page: &Page<'_>, own: &str) -> Option<Map<String, Value>> {
    let mut steps = to_study(page);
    if let PageKind::Revisions(id) = &page.kind {
        let dataset = page.edition.datasets.iter().find(|dataset| dataset.id == *id);
        let path =
            PageKind::Dataset(id.clone()).path(page.edition.home, page.edition.lang);
        steps.extend(dataset.map(|dataset| (dataset.title.plain(), path)));
    }
    let last = match page.kind {
        PageKind::Revisions(_) => page.interface.messages.get("revisions"),
        _ => own,
    };
    steps.push((last.to_owned(), page.at.clone()));
    Some(breadcrumbs(page.context.base_url?, &steps))
}

/// The way to a page of two languages.
pub(super) fn to_pair(
    page: &Page<'_>,
    at: &SitePath,
    languages: &str,
) -> Option<Map<String, Value>> {
    let mut steps = to_study(page);
    steps.push((languages.to_owned(), at.clone()));
    Some(breadcrumbs(page.context.base_url?, &steps))
}

/// The list of studies, where there are several, and the study.
fn to_study(page: &Page<'_>) -> Vec<(String, SitePath)> {
    let (edition, lang) = (page.edition, page.edition.lang);
    // The edition in Latin letters is no language of the project, and has the list.
    let title = page.context.collection.and_then(|own| own.title.find(lang));
    let list = title.map(|own| (own.words.clone(), IndexKind::Studies.path(lang)));
    let study = (edition.front.title.plain(), PageKind::Study.path(edition.home, lang));
    list.into_iter().chain([study]).collect()
}

/// The way over these pages by their names, below this public address.
pub(super) fn breadcrumbs(
    base_url: &str,
    steps: &[(String, SitePath)],
) -> Map<String, Value> {
    let mut own = typed("BreadcrumbList");
    own.insert("itemListElement".to_owned(), items("item", base_url, steps));
    own
}
