//! The lists of a site of several studies.

use std::cmp::Reverse;

use serde::Serialize;

use super::front::{LanguageView, language_view};
use super::{LinkView, TextView};
use crate::edition::Edition;
use crate::html::index::{Index, Listed};
use crate::html::page::Page;
use crate::html::paths::{self, IndexKind, PageKind};
use crate::html::prose::Prose;
use crate::lang::Lang;
use crate::locale::Date;
use crate::site_path::SitePath;
use crate::study::{Keyword, Line};

/// A list of studies or of keywords.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct ListView {
    /// What stands above the title.
    kicker: Option<String>,
    title: TextView,
    /// The same without markup.
    words: String,
    description: Option<TextView>,
    /// The newest first.
    studies: Vec<StudyView>,
    /// In the order of the language's alphabet.
    keywords: Vec<LinkView>,
    /// The list of all keywords, where this is another page.
    all_keywords: Option<String>,
}

impl ListView {
    /// The title without markup.
    pub(in crate::html) fn title(&self) -> &str {
        &self.words
    }
}

/// A study in a list.
#[derive(Debug, Clone, Serialize)]
struct StudyView {
    href: String,
    /// The language of the page that it leads to.
    lang: String,
    title: TextView,
    description: TextView,
    authors: Vec<TextView>,
    /// The day for programs, and the year.
    issued: Option<(String, String)>,
    keywords: Vec<LinkView>,
    languages: Vec<LanguageView>,
    /// Whether it is not in the language of the list, and shown in that of the original.
    is_foreign: bool,
}

/// The list in `lang` that is this page.
pub(in crate::html) fn list_view(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
) -> ListView {
    let at = kind.path(lang);
    let prose = Prose::silent(lang);
    let messages = &index.interfaces.get(lang).messages;
    let line = |line: &Line| (prose.plain(line.lang, &line.words), line.words.clone());
    let mut view = ListView {
        kicker: None,
        title: prose.plain(lang, messages.get("keywords")),
        words: messages.get("keywords").to_owned(),
        description: None,
        studies: Vec::new(),
        keywords: Vec::new(),
        all_keywords: Some(at.link_to(&IndexKind::Keywords.path(lang)))
            .filter(|_| !index.keywords.is_empty() && *kind != IndexKind::Keywords),
    };
    match kind {
        IndexKind::Studies => {
            (view.title, view.words) = line(index.collection.title.get(lang));
            view.description = Some(line(index.collection.description.get(lang)).0);
            view.studies = studies(index, lang, &at, |_| true);
            view.keywords = keywords(index, lang, &at, index.keywords.iter());
        }
        IndexKind::Keywords => {
            view.keywords = keywords(index, lang, &at, index.keywords.iter());
        }
        IndexKind::Keyword(name) => {
            let own = index.keywords.iter().find(|own| own.name == *name);
            if let Some(own) = own {
                view.kicker = Some(messages.get("keyword").to_owned());
                (view.title, view.words) = line(own.words.get(lang));
                view.studies = studies(index, lang, &at, |study| {
                    own.studies.contains_key(&study.home)
                });
            }
        }
    }
    view
}

/// The studies that are `meant`, the newest first, those of one day by their titles.
fn studies(
    index: &Index<'_>,
    lang: Lang,
    at: &SitePath,
    meant: impl Fn(&Listed<'_>) -> bool,
) -> Vec<StudyView> {
    in_order(index, lang, meant)
        .into_iter()
        .map(|(study, edition)| study_view(index, lang, at, study, edition))
        .collect()
}

/// The studies that are `meant` in their order, with the editions that readers of `lang`
/// find there.
fn in_order<'i>(
    index: &'i Index<'_>,
    lang: Lang,
    meant: impl Fn(&Listed<'_>) -> bool,
) -> Vec<(&'i Listed<'i>, &'i Edition)> {
    let locale = &index.interfaces.get(lang).locale;
    let listed = index.studies.iter().filter(|study| meant(study));
    let mut listed: Vec<_> =
        listed.filter_map(|study| Some((study, study.edition(lang)?))).collect();
    listed.sort_by(|(_, one), (_, other)| {
        let titles = [one, other].map(|own| own.front.title.plain());
        let dates = Reverse(issued(one)).cmp(&Reverse(issued(other)));
        dates.then_with(|| locale.compare(&titles[0], &titles[1]))
    });
    listed
}

/// What the list in `lang` holds first of all: the names of its studies or keywords, and
/// where their pages live.
pub(in crate::html) fn listed(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
) -> Vec<(String, SitePath)> {
    let study = |(_, edition): (&Listed<'_>, &Edition)| {
        let path = PageKind::Study.path(edition.home, edition.lang);
        (edition.front.title.plain(), path)
    };
    let studies = |meant: &dyn Fn(&Listed<'_>) -> bool| {
        in_order(index, lang, meant).into_iter().map(study).collect()
    };
    match kind {
        IndexKind::Studies => studies(&|_| true),
        IndexKind::Keywords => {
            let all = by_alphabet(index, lang, index.keywords.iter()).into_iter();
            let own = |own: &Keyword| {
                let path = IndexKind::Keyword(own.name.clone()).path(lang);
                (own.words.get(lang).words.clone(), path)
            };
            all.map(own).collect()
        }
        IndexKind::Keyword(name) => {
            let own = index.keywords.iter().find(|own| own.name == *name);
            studies(&|study| own.is_some_and(|own| own.studies.contains_key(&study.home)))
        }
    }
}

/// When a study appeared: as it says, or with its first revision.
pub(in crate::html) fn issued(edition: &Edition) -> Option<Date> {
    let first = edition.revisions.first().map(|first| first.date);
    edition.front.issued_on.or(first)
}

fn study_view(
    index: &Index<'_>,
    lang: Lang,
    at: &SitePath,
    study: &Listed<'_>,
    edition: &Edition,
) -> StudyView {
    let prose = Prose::silent(lang);
    let front = &edition.front;
    let own = index.keywords.iter().filter(|own| own.studies.contains_key(&study.home));
    let messages = &index.interfaces.get(lang).messages;
    let languages = study.editions.iter().map(|own| {
        let name = index.interfaces.get(own.lang).messages.get("own_name");
        language_view(at, own, study.original, name, messages)
    });
    StudyView {
        href: at.link_to(&PageKind::Study.path(edition.home, edition.lang)),
        lang: edition.lang.to_string(),
        title: prose.words(&front.title),
        description: prose.words(&front.description),
        authors: front.authors.iter().map(|own| prose.words(&own.name)).collect(),
        issued: issued(edition).map(|date| (date.to_string(), date.year().to_string())),
        keywords: keywords(index, lang, at, own),
        languages: languages.collect(),
        is_foreign: edition.lang != lang,
    }
}

/// Links to keywords, in the order of the language's alphabet, with the number of studies.
fn keywords<'k>(
    index: &Index<'_>,
    lang: Lang,
    at: &SitePath,
    meant: impl Iterator<Item = &'k Keyword>,
) -> Vec<LinkView> {
    let prose = Prose::silent(lang);
    let link = |own: &Keyword| {
        let path = IndexKind::Keyword(own.name.clone()).path(lang);
        let word = own.words.get(lang);
        LinkView {
            href: at.link_to(&path),
            title: prose.plain(word.lang, &word.words),
            detail: Some(own.studies.len().to_string()),
            current: path == *at,
        }
    };
    by_alphabet(index, lang, meant).into_iter().map(link).collect()
}

/// Keywords in the order of the language's alphabet.
fn by_alphabet<'k>(
    index: &Index<'_>,
    lang: Lang,
    keywords: impl Iterator<Item = &'k Keyword>,
) -> Vec<&'k Keyword> {
    let locale = &index.interfaces.get(lang).locale;
    let mut keywords: Vec<_> = keywords.collect();
    keywords.sort_by(|one, other| {
        let [one, other] = [one, other].map(|own| &own.words.get(lang).words);
        locale.compare(one, other)
    });
    keywords
}

/// A keyword on a page of its study.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct KeywordView {
    words: String,
    /// The page of all studies with it, where there are several.
    href: Option<String>,
}

/// The keywords of the page's edition.
pub(in crate::html) fn keyword_views(page: &Page<'_>) -> Vec<KeywordView> {
    let (home, lang) = (page.edition.home, page.edition.lang);
    let view = |(place, words): (usize, &String)| {
        let mut all = page.context.keywords.iter();
        let own = all.find(|own| own.is_at(home, place));
        let path = own.map(|own| IndexKind::Keyword(own.name.clone()).path(lang));
        KeywordView { words: words.clone(), href: path.map(|to| page.at.link_to(&to)) }
    };
    page.edition.front.keywords.iter().enumerate().map(view).collect()
}

/// The link from a page of a study to the list of all.
pub(in crate::html) fn collection_link(
    title: &Line,
    lang: Lang,
    at: &SitePath,
) -> LinkView {
    LinkView {
        href: at.link_to(&IndexKind::Studies.path(lang)),
        title: Prose::silent(lang).plain(title.lang, &title.words),
        detail: None,
        current: false,
    }
}

/// The address of the news of all studies in a language, where there are some.
pub(in crate::html) fn site_feed_link(
    index: &Index<'_>,
    lang: Lang,
    at: &SitePath,
) -> Option<String> {
    super::revision::site_feed(index, lang)?;
    Some(at.link_to(&paths::site_feed(lang)))
}
