//! What was changed: the dates of a page, the history of a dataset.

use serde::Serialize;

use super::TextView;
use super::grid::{GridView, grid_view};
use crate::edition::{Dataset, Edition, Revision};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::places::last_change;
use crate::html::prose::Prose;

/// A day.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct DayView {
    /// As programs write it.
    day: String,
    /// As the language does.
    written: String,
}

/// A link to the history of a dataset.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct HistoryView {
    href: String,
    /// The day of the last change of the dataset's page, or of the first publication.
    date: DayView,
    /// Whether it was changed since then.
    changed: bool,
}

/// The history of a dataset.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct RevisionsView {
    title: TextView,
    /// The address of the dataset's page.
    dataset: String,
    /// The last revision first.
    revisions: Vec<RevisionView>,
}

#[derive(Debug, Clone, Serialize)]
struct RevisionView {
    id: String,
    number: usize,
    date: DayView,
    reason: TextView,
    /// Old and new values, where some were changed.
    grid: Option<GridView>,
    /// Whether it is the first publication.
    first: bool,
}

/// When the reader of a page saw something else for the last time, after the first
/// publication.
pub(in crate::html) fn updated(edition: &Edition, kind: &PageKind) -> Option<DayView> {
    last_change(edition, kind).map(day)
}

/// The day of the publication, where one is known.
pub(in crate::html) fn published(edition: &Edition) -> Option<String> {
    edition.issued().map(|date| date.to_string())
}

/// The day when the reader of a page saw something else for the last time.
pub(in crate::html) fn modified(edition: &Edition, kind: &PageKind) -> Option<String> {
    last_change(edition, kind).map(|last| last.date.to_string())
}

/// The link to the history of a dataset from its page.
pub(in crate::html) fn history(
    page: &Page<'_>,
    dataset: &Dataset,
) -> Option<HistoryView> {
    let last = page.edition.last_change(&[page.at.as_str()]);
    let shown = last.or(page.edition.revisions.first())?;
    let href = page.link(&PageKind::Revisions(dataset.id.clone()));
    Some(HistoryView { href, date: day(shown), changed: last.is_some() })
}

fn day(revision: &Revision) -> DayView {
    DayView { day: revision.date.to_string(), written: revision.written.clone() }
}

/// The history of a dataset: the first publication, and what changed it or its page.
pub(in crate::html) fn revisions_view(
    page: &Page<'_>,
    prose: &mut Prose,
    dataset: &Dataset,
) -> RevisionsView {
    let edition = page.edition;
    let own = PageKind::Dataset(dataset.id.clone()).path(edition.home, edition.lang);
    let mut revisions = Vec::new();
    for revision in edition.history(&dataset.id, own.as_str()) {
        let id = prose.fresh_id(&format!("revision-{}", revision.number));
        let grid = revision.cells.get(&dataset.id).map(|grid| {
            let sign = page.interface.locale.decimal_sign();
            let caption = ("", prose.words(&dataset.title));
            grid_view(prose, sign, grid, &id, caption).below(&id)
        });
        revisions.push(RevisionView {
            id,
            number: revision.number,
            date: day(revision),
            reason: prose.text(&revision.reason),
            grid,
            first: revision.number == 1,
        });
    }
    let title = prose.words(&dataset.title);
    RevisionsView { title, dataset: page.at.link_to(&own), revisions }
}
