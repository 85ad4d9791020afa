//! The news of an edition, and those of all studies, as Atom has them (RFC 4287).

use serde::Serialize;

use crate::edition::{Edition, Revision};
use crate::html::Context;
use crate::html::index::Index;
use crate::html::markup::Html;
use crate::html::paths::{self, IndexKind, PageKind};
use crate::lang::Lang;
use crate::locale::{Date, Messages};

/// A list of news.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FeedView {
    lang: String,
    title: String,
    subtitle: String,
    /// Its own address, which is its name too.
    address: String,
    /// The address of the page that it tells of.
    home: String,
    updated: String,
    /// Those of all its entries; empty where each entry has its own.
    authors: Vec<String>,
    /// The last first.
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
    /// Empty where they are those of the whole list.
    authors: Vec<String>,
    /// The reason, and links to what was changed.
    content: Html,
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
    let title = |revision: &Revision| match revision.number {
        1 => messages.get("revision_first").to_owned(),
        _ => numbered(revision, messages),
    };
    let entries = news.iter().map(|own| entry(base, edition, own, title(own)));
    Some(FeedView {
        lang: edition.lang.to_string(),
        title: format!("{} – {}", edition.front.title.plain(), messages.get("revisions")),
        subtitle: edition.front.description.plain(),
        address: paths::feed(edition.home, edition.lang).url(base),
        home: PageKind::Study.path(edition.home, edition.lang).url(base),
        updated: beginning(last.date),
        authors: authors(edition),
        entries: entries.collect(),
    })
}

/// The news of all studies in a language, those that have no revisions as they appeared;
/// of a study that is not in this language, those of the original.
pub(in crate::html) fn site_feed(index: &Index<'_>, lang: Lang) -> Option<FeedView> {
    let base = index.base_url?;
    let editions = index.studies.iter().filter_map(|study| study.edition(lang));
    let mut entries: Vec<_> =
        editions.flat_map(|edition| study_entries(index, base, edition)).collect();
    entries.sort_by(|one, other| other.updated.cmp(&one.updated));
    Some(FeedView {
        lang: lang.to_string(),
        title: index.collection.title.get(lang).words.clone(),
        subtitle: index.collection.description.get(lang).words.clone(),
        address: paths::site_feed(lang).url(base),
        home: IndexKind::Studies.path(lang).url(base),
        updated: entries.first()?.updated.clone(),
        authors: Vec::new(),
        entries,
    })
}

/// Whether there are news of all studies in a language.
pub(in crate::html) fn has_site_feed(index: &Index<'_>, lang: Lang) -> bool {
    let mut editions = index.studies.iter().filter_map(|study| study.edition(lang));
    index.base_url.is_some() && editions.any(|edition| edition.issued().is_some())
}

/// The news of a study among others. Each is named by the study's page, so that a reader who
/// follows the study too knows what is one.
fn study_entries(index: &Index<'_>, base: &str, edition: &Edition) -> Vec<EntryView> {
    let messages = &index.interfaces.get(edition.lang).messages;
    let news = edition.news(&paths::folder(edition.home, edition.lang));
    let study = edition.front.title.plain();
    let title = |revision: &Revision| match revision.number {
        1 => study.clone(),
        _ => format!("{study} – {}", numbered(revision, messages)),
    };
    let mut entries: Vec<_> =
        news.iter().map(|own| entry(base, edition, own, title(own))).collect();
    if entries.is_empty() {
        let appeared = edition.issued().map(|date| appeared(base, edition, date));
        entries.extend(appeared);
    }
    let authors = authors(edition);
    entries.iter_mut().for_each(|own| own.authors.clone_from(&authors));
    entries
}

/// A revision as an entry of this title.
fn entry(base: &str, edition: &Edition, revision: &Revision, title: String) -> EntryView {
    let feed = paths::feed(edition.home, edition.lang).url(base);
    EntryView {
        id: format!("{feed}#revision-{}", revision.number),
        lang: edition.lang.to_string(),
        title,
        home: PageKind::Study.path(edition.home, edition.lang).url(base),
        updated: beginning(revision.date),
        authors: Vec::new(),
        content: content(base, edition, revision),
    }
}

/// The day on which a study without revisions appeared, as an entry.
fn appeared(base: &str, edition: &Edition, date: Date) -> EntryView {
    let home = PageKind::Study.path(edition.home, edition.lang).url(base);
    let mut content = Html::new();
    let description = &edition.front.description;
    paragraph(&mut content, edition.lang, description.lang, &description.plain());
    EntryView {
        id: home.clone(),
        lang: edition.lang.to_string(),
        title: edition.front.title.plain(),
        home,
        updated: beginning(date),
        authors: Vec::new(),
        content,
    }
}

/// The authors of a study; its title, where it names none, for Atom wants one.
fn authors(edition: &Edition) -> Vec<String> {
    let front = &edition.front;
    match front.authors.is_empty() {
        true => vec![front.title.plain()],
        false => front.authors.iter().map(|own| own.name.plain()).collect(),
    }
}

/// `Revision 2` in the words of a language.
fn numbered(revision: &Revision, messages: &Messages) -> String {
    messages.format("revision_n", &[("n", &revision.number.to_string())])
}

/// The beginning of a day, a month or a year: Atom has no dates without a time.
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
