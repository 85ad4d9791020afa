//! The page by which an edition is searched, and what its script searches.

use serde::Serialize;

use super::TextView;
use crate::edition::Edition;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::Prose;
use crate::html::{Context, RenderedPage};
use crate::locale::without_latin_marks;
use crate::search::{self, Entry, EntryKind, Grammar, Place};
use crate::site_path::SitePath;

/// What can be found in an edition, and how its words are read.
pub(in crate::html) struct Searched {
    grammar: Grammar,
    entries: Vec<Entry>,
}

impl Searched {
    /// Of an edition.
    pub(in crate::html) fn of(context: &Context<'_>, edition: &Edition) -> Self {
        let interface = context.interface(edition.lang);
        Self {
            grammar: Grammar::of(edition.lang, context.alphabet),
            entries: search::entries(edition, &interface.messages, &interface.locale),
        }
    }
}

/// The page of search: without a script, the index of the study.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct SearchView {
    /// Where the script finds the parts of the index.
    index: String,
    passages: Vec<EntryView>,
    figures: Vec<EntryView>,
    tables: Vec<EntryView>,
    datasets: Vec<EntryView>,
    /// The words of the index by their first letters.
    letters: Vec<LetterView>,
}

/// Something that can be found.
#[derive(Debug, Clone, Serialize)]
struct EntryView {
    href: String,
    label: String,
    title: TextView,
    /// The names of the variables of a dataset, and of their levels.
    names: Vec<TextView>,
}

/// The words that begin with a letter.
#[derive(Debug, Clone, Serialize)]
struct LetterView {
    letter: String,
    words: Vec<WordView>,
}

/// A word with the places that it leads to.
#[derive(Debug, Clone, Serialize)]
struct WordView {
    word: String,
    places: Vec<EntryView>,
}

/// The page of search of an edition.
pub(in crate::html) fn search_view(
    page: &Page<'_>,
    prose: &Prose,
    searched: &Searched,
) -> SearchView {
    let interface = page.interface;
    let Searched { grammar, entries } = searched;
    let of = |kind: EntryKind| {
        let own = entries.iter().filter(|entry| entry.kind == kind);
        own.map(|own| entry_view(page, prose, own)).collect()
    };
    let folder = page.at.link_to(&paths::search_index(
        page.edition.home,
        page.edition.lang,
        "head",
    ));
    let mut letters: Vec<LetterView> = Vec::new();
    let lang = page.edition.lang;
    for term in search::index_terms(lang, grammar, &interface.locale, entries) {
        let first = term.word.chars().next().into_iter();
        let letter = interface.locale.uppercase(&first.collect::<String>());
        // By which they are sorted: Ä stands among A.
        let letter = without_latin_marks(&letter);
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(LetterView { letter, words: Vec::new() });
        }
        let places = term.entries.iter().filter_map(|at| entries.get(*at));
        let places = places.map(|entry| entry_view(page, prose, entry)).collect();
        let word = WordView { word: term.word, places };
        letters.last_mut().into_iter().for_each(|last| last.words.push(word.clone()));
    }
    SearchView {
        index: folder.trim_end_matches("head.js").to_owned(),
        passages: of(EntryKind::Passage),
        figures: of(EntryKind::Figure),
        tables: of(EntryKind::Table),
        datasets: of(EntryKind::Dataset),
        letters,
    }
}

fn entry_view(page: &Page<'_>, prose: &Prose, entry: &Entry) -> EntryView {
    let names = match &entry.place {
        Place::Dataset(id) => names(page.edition, prose, id),
        _ => Vec::new(),
    };
    EntryView {
        href: link(page.context, &page.at, page.edition, &entry.place),
        label: entry.label.clone(),
        title: prose.plain(entry.lang, &entry.title),
        names,
    }
}

/// The names of the variables of a dataset, each with those of its levels.
fn names(edition: &Edition, prose: &Prose, id: &str) -> Vec<TextView> {
    let own = edition.datasets.iter().filter(|dataset| dataset.id == id);
    let variables = own.flat_map(|dataset| &dataset.variables);
    let labels = variables.flat_map(|variable| {
        let levels = variable.levels.iter().map(|level| &level.label);
        std::iter::once(&variable.label).chain(levels)
    });
    labels.map(|label| prose.words(label)).collect()
}

/// The scripts that the page of search looks words up in.
pub(in crate::html) fn index_files(
    context: &Context<'_>,
    edition: &Edition,
    searched: &Searched,
) -> Vec<RenderedPage> {
    let Searched { grammar, entries } = searched;
    let from = PageKind::Search.path(edition.home, edition.lang);
    let files = search::index(edition.lang, grammar, entries, |place| {
        link(context, &from, edition, place)
    });
    let path = |part: &str| paths::search_index(edition.home, edition.lang, part);
    files.into_iter().map(|own| (path(&own.part), own.text)).collect()
}

/// The link from the page of search to a place.
fn link(
    context: &Context<'_>,
    from: &SitePath,
    edition: &Edition,
    place: &Place,
) -> String {
    let page = |kind: PageKind| from.link_to(&kind.path(edition.home, edition.lang));
    match place {
        Place::Text(anchor) => {
            let kind = context.places(edition.lang).page(anchor);
            format!("{}#{anchor}", page(kind.clone()))
        }
        Place::Dataset(id) => page(PageKind::Dataset(id.clone())),
        Place::About => page(PageKind::About),
    }
}
