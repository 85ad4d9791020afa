//! What was changed: the date on a page, the history of a dataset, the news of an edition.

use serde::Serialize;

use super::TextView;
use super::grid::{GridView, grid_view};
use crate::edition::{Dataset, Edition, Revision};
use crate::html::Context;
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::places::last_change;
use crate::html::prose::Prose;
use crate::lang::Lang;

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

/// The news of an edition, as Atom has it (RFC 4287).
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FeedView {
    lang: String,
    title: String,
    /// The title of the study, which stands for authors where there are none.
    study: String,
    subtitle: String,
    /// Its own address, which is its name too.
    address: String,
    /// The address of the study's page.
    home: String,
    updated: String,
    authors: Vec<String>,
    /// The last revision first.
    entries: Vec<EntryView>,
}

#[derive(Debug, Clone, Serialize)]
struct EntryView {
    id: String,
    title: String,
    home: String,
    updated: String,
    /// The reason, and links to what was changed.
    content: Html,
}

/// When the reader of a page saw something else for the last time, after the first
/// publication.
pub(in crate::html) fn updated(edition: &Edition, kind: &PageKind) -> Option<DayView> {
    last_change(edition, kind).map(day)
}

/// The day of the publication, where one is known.
pub(in crate::html) fn published(edition: &Edition) -> Option<String> {
    let first = edition.revisions.first().map(|first| first.date);
    edition.front.issued_on.or(first).map(|date| date.to_string())
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
    let own = PageKind::Dataset(dataset.id.clone()).path(edition.lang);
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

/// The news of an edition. Without a public address there are none: programs that follow
/// them know them by it.
pub(in crate::html) fn feed(
    context: &Context<'_>,
    edition: &Edition,
) -> Option<FeedView> {
    let base = context.base_url?;
    let news = edition.news(&paths::folder(edition.lang));
    let last = news.first()?;
    let messages = &context.interface(edition.lang).messages;
    let address = paths::feed(edition.lang).url(base);
    let home = PageKind::Study.path(edition.lang).url(base);
    let entries = news.iter().map(|revision| EntryView {
        id: format!("{address}#revision-{}", revision.number),
        title: match revision.number {
            1 => messages.get("revision_first").to_owned(),
            number => messages.format("revision_n", &[("n", &number.to_string())]),
        },
        home: home.clone(),
        updated: moment(revision),
        content: content(base, edition, revision),
    });
    let study = edition.front.title.plain();
    Some(FeedView {
        lang: edition.lang.to_string(),
        title: format!("{study} – {}", messages.get("revisions")),
        study,
        subtitle: edition.front.description.plain(),
        entries: entries.collect(),
        updated: moment(last),
        authors: edition.front.authors.iter().map(|own| own.name.plain()).collect(),
        address,
        home,
    })
}

/// The beginning of a day: Atom has no dates without a time.
fn moment(revision: &Revision) -> String {
    format!("{}T00:00:00Z", revision.date)
}

fn content(base: &str, edition: &Edition, revision: &Revision) -> Html {
    let mut html = Html::new();
    paragraph(&mut html, edition.lang, revision.reason.lang, &revision.reason.plain());
    let revised =
        edition.datasets.iter().filter(|own| revision.cells.contains_key(&own.id));
    let revised: Vec<_> = revised.collect();
    if revised.is_empty() {
        return html;
    }
    html.open("ul", &[]);
    for dataset in revised {
        let path = PageKind::Revisions(dataset.id.clone()).path(edition.lang);
        let href = format!("{}#revision-{}", path.url(base), revision.number);
        html.open("li", &[]);
        html.element("a", &[("href", &href)], &Html::of(&dataset.title.plain()));
        html.close("li");
    }
    html.close("ul");
    html
}

fn paragraph(html: &mut Html, page: Lang, own: Lang, words: &str) {
    let lang = [("lang", own.as_str())];
    let attributes: &[_] = if own == page { &[] } else { &lang };
    html.element("p", attributes, &Html::of(words));
}
