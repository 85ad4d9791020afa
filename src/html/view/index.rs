//! The lists of a site of several studies.

use std::cmp::Reverse;

use serde::Serialize;

use super::feed::has_site_feed;
use super::front::{LanguageView, language_view};
use super::{LinkView, TextView};
use crate::edition::Edition;
use crate::html::index::{Index, Listed};
use crate::html::page::Page;
use crate::html::paths::{self, IndexKind, PageKind};
use crate::html::prose::Prose;
use crate::lang::Lang;
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
    /// The list of all keywords, where this is the page of one.
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

/// What a list holds, in the order in which a language shows it.
pub(in crate::html) struct ListContents<'i> {
    /// The newest first, those of one day by their titles, each with the edition that
    /// readers of the language find there.
    studies: Vec<(&'i Listed<'i>, &'i Edition)>,
    /// By the alphabet.
    keywords: Vec<&'i Keyword>,
}

impl<'i> ListContents<'i> {
    /// Of the list in `lang` of this kind.
    pub(in crate::html) fn of(
        index: &'i Index<'_>,
        lang: Lang,
        kind: &IndexKind,
    ) -> Self {
        let all = || by_alphabet(index, lang, index.keywords.iter());
        match kind {
            IndexKind::Studies => {
                Self { studies: in_order(index, lang, |_| true), keywords: all() }
            }
            IndexKind::Keywords => Self { studies: Vec::new(), keywords: all() },
            IndexKind::Keyword(name) => {
                let own = index.keywords.iter().find(|own| own.name == *name);
                let has = |study: &Listed<'_>| {
                    own.is_some_and(|own| own.studies.contains_key(&study.home))
                };
                Self { studies: in_order(index, lang, has), keywords: Vec::new() }
            }
        }
    }

    /// What the list in `lang` of this kind is of: the names of its studies or keywords, and
    /// where their pages live.
    pub(in crate::html) fn pages(
        &self,
        lang: Lang,
        kind: &IndexKind,
    ) -> Vec<(String, SitePath)> {
        let study = |(_, edition): &(&Listed<'_>, &Edition)| {
            let path = PageKind::Study.path(edition.home, edition.lang);
            (edition.front.title.plain(), path)
        };
        let keyword = |own: &&Keyword| {
            let path = IndexKind::Keyword(own.name.clone()).path(lang);
            (own.words.get(lang).words.clone(), path)
        };
        match kind {
            IndexKind::Keywords => self.keywords.iter().map(keyword).collect(),
            IndexKind::Studies | IndexKind::Keyword(_) => {
                self.studies.iter().map(study).collect()
            }
        }
    }
}

/// The list in `lang` that is this page.
pub(in crate::html) fn list_view(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    contents: &ListContents<'_>,
) -> ListView {
    let at = kind.path(lang);
    let prose = Prose::silent(lang);
    let messages = &index.interfaces.get(lang).messages;
    let line = |line: &Line| (prose.plain(line.lang, &line.words), line.words.clone());
    let studies = contents.studies.iter();
    let mut view = ListView {
        kicker: None,
        title: prose.plain(lang, messages.get("keywords")),
        words: messages.get("keywords").to_owned(),
        description: None,
        studies: studies
            .map(|(study, edition)| study_view(index, lang, &at, study, edition))
            .collect(),
        keywords: keywords(lang, &at, &contents.keywords),
        all_keywords: None,
    };
    match kind {
        IndexKind::Studies => {
            (view.title, view.words) = line(index.collection.title.get(lang));
            view.description = Some(line(index.collection.description.get(lang)).0);
        }
        IndexKind::Keywords => {}
        IndexKind::Keyword(name) => {
            let own = index.keywords.iter().find(|own| own.name == *name);
            if let Some(own) = own {
                view.kicker = Some(messages.get("keyword").to_owned());
                (view.title, view.words) = line(own.words.get(lang));
                view.all_keywords = Some(at.link_to(&IndexKind::Keywords.path(lang)));
            }
        }
    }
    view
}

/// The studies that are `meant` in their order.
fn in_order<'i>(
    index: &'i Index<'_>,
    lang: Lang,
    meant: impl Fn(&Listed<'_>) -> bool,
) -> Vec<(&'i Listed<'i>, &'i Edition)> {
    let locale = &index.interfaces.get(lang).locale;
    let listed = index.studies.iter().filter(|study| meant(study));
    let mut listed: Vec<_> = listed
        .filter_map(|study| {
            let edition = study.edition(lang)?;
            let key = (Reverse(edition.issued()), edition.front.title.plain());
            Some((key, (study, edition)))
        })
        .collect();
    listed.sort_by(|((date, title), _), ((other_date, other_title), _)| {
        date.cmp(other_date).then_with(|| locale.compare(title, other_title))
    });
    listed.into_iter().map(|(_, own)| own).collect()
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
        issued: edition.issued().map(|date| (date.to_string(), date.year().to_string())),
        keywords: keywords(lang, at, &by_alphabet(index, lang, own)),
        languages: languages.collect(),
        is_foreign: edition.lang != lang,
    }
}

/// Links to keywords, with the number of studies.
fn keywords(lang: Lang, at: &SitePath, meant: &[&Keyword]) -> Vec<LinkView> {
    let prose = Prose::silent(lang);
    let link = |own: &&Keyword| {
        let path = IndexKind::Keyword(own.name.clone()).path(lang);
        let word = own.words.get(lang);
        LinkView {
            href: at.link_to(&path),
            title: prose.plain(word.lang, &word.words),
            detail: Some(own.studies.len().to_string()),
            current: path == *at,
        }
    };
    meant.iter().map(link).collect()
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
    has_site_feed(index, lang).then(|| at.link_to(&paths::site_feed(lang)))
}
