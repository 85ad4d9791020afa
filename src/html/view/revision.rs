//! What was changed: the date on a page, the history of a dataset, the news of an edition.

use serde::Serialize;

use super::TextView;
use super::grid::{GridView, grid_view};
use crate::edition::{Dataset, Edition, Revision};
use crate::html::Context;
use crate::html::index::Index;
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, IndexKind, PageKind};
use crate::html::places::last_change;
use crate::html::prose::Prose;
use crate::lang::Lang;
use crate::locale::{Date, Messages};

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
    /// Its language.
    lang: String,
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

/// The news of an edition. Without a public address there are none: programs that follow
/// them know them by it.
pub(in crate::html) fn feed(
    context: &Context<'_>,
    edition: &Edition,
) -> Option<FeedView> {
    let base = context.base_url?;
    let news = edition.news(&paths::folder(edition.home, edition.lang));
    let last = news.first()?;
    let messages = &context.interface(edition.lang).messages;
    let address = paths::feed(edition.home, edition.lang).url(base);
    let home = PageKind::Study.path(edition.home, edition.lang).url(base);
    let entries = news.iter().map(|revision| EntryView {
        id: format!("{address}#revision-{}", revision.number),
        lang: edition.lang.to_string(),
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

/// The news of all studies in a language, those that have no revisions as they appeared;
/// of a study that is not in this language, those of the original.
pub(in crate::html) fn site_feed(index: &Index<'_>, lang: Lang) -> Option<FeedView> {
    let base = index.base_url?;
    let title = &index.collection.title.get(lang).words;
    let messages = &index.interfaces.get(lang).messages;
    let editions = index.studies.iter().filter_map(|study| study.edition(lang));
    let mut entries: Vec<_> =
        editions.flat_map(|edition| study_entries(base, edition, messages)).collect();
    entries.sort_by(|one, other| other.updated.cmp(&one.updated));
    let mut authors = Vec::new();
    for study in &index.studies {
        let own = study.edition(lang).into_iter().flat_map(|own| &own.front.authors);
        let names: Vec<_> = own.map(|own| own.name.plain()).collect();
        for name in names {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
    }
    Some(FeedView {
        lang: lang.to_string(),
        title: title.clone(),
        study: title.clone(),
        subtitle: index.collection.description.get(lang).words.clone(),
        address: paths::site_feed(lang).url(base),
        home: IndexKind::Studies.path(lang).url(base),
        updated: entries.first()?.updated.clone(),
        authors,
        entries,
    })
}

/// The news of a study among others. Each is named by the study's page, so that a reader who
/// follows the study too knows what is one.
fn study_entries(base: &str, edition: &Edition, messages: &Messages) -> Vec<EntryView> {
    let home = PageKind::Study.path(edition.home, edition.lang).url(base);
    let feed = paths::feed(edition.home, edition.lang).url(base);
    let study = edition.front.title.plain();
    let news = edition.news(&paths::folder(edition.home, edition.lang));
    if news.is_empty() {
        let mut description = Html::new();
        let text = &edition.front.description;
        paragraph(&mut description, edition.lang, text.lang, &text.plain());
        let appeared = edition.front.issued_on.map(|date| EntryView {
            id: home.clone(),
            lang: edition.lang.to_string(),
            title: study,
            home,
            updated: beginning(date),
            content: description,
        });
        return appeared.into_iter().collect();
    }
    let entry = |revision: &&Revision| EntryView {
        id: format!("{feed}#revision-{}", revision.number),
        lang: edition.lang.to_string(),
        title: match revision.number {
            1 => study.clone(),
            number => {
                let number = messages.format("revision_n", &[("n", &number.to_string())]);
                format!("{study} – {number}")
            }
        },
        home: home.clone(),
        updated: moment(revision),
        content: content(base, edition, revision),
    };
    news.iter().map(entry).collect()
}

/// The beginning of a day: Atom has no dates without a time.
fn moment(revision: &Revision) -> String {
    beginning(revision.date)
}

/// The beginning of a day, a month or a year.
fn beginning(date: Date) -> String {
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    format!("{:04}-{month:02}-{day:02}T00:00:00Z", date.year())
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
        let path =
            PageKind::Revisions(dataset.id.clone()).path(edition.home, edition.lang);
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
