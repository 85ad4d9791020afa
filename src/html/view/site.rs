//! The pages of the whole site.

use serde::Serialize;

use super::TextView;
use super::head::{AlternateView, address, alternates, fallback};
use super::index_head::index_alternates;
use crate::edition::Edition;
use crate::html::index::Index;
use crate::html::paths::{self, IndexKind, PageKind};
use crate::html::places::last_change;
use crate::html::prose::Prose;
use crate::html::{Context, PastVersion, page_kinds};
use crate::lang::Lang;
use crate::locale::Direction;
use crate::site_path::{Home, SitePath};

/// One of the study's languages, as the page that offers them shows it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct ChoiceView {
    lang: String,
    dir: &'static str,
    name: String,
    href: String,
    /// The study's title; its language is that of the choice unless its `attrs` say
    /// otherwise.
    title: TextView,
    description: String,
    /// Interface texts in the choice's language.
    read_in: String,
    choose_language: String,
    page_not_found: String,
    page_not_found_text: String,
}

/// A page of an edition in the list for search engines.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct SitemapEntry {
    url: String,
    alternates: Vec<AlternateView>,
    fallback: String,
    /// The day when what a reader sees changed for the last time, where one is known.
    modified: Option<String>,
}

/// The study's languages, with links from the page at `link`.
pub(in crate::html) fn language_choices(
    context: &Context<'_>,
    link: &dyn Fn(&SitePath) -> String,
) -> Vec<ChoiceView> {
    let choice = |edition: &Edition| {
        let lang = edition.lang;
        let interface = context.interface(lang);
        let message = |key| interface.messages.get(key).to_owned();
        let prose = Prose::silent(lang);
        ChoiceView {
            lang: lang.to_string(),
            dir: Direction::of(lang).as_str(),
            name: message("own_name"),
            href: link(&PageKind::Study.path(context.home(), lang)),
            title: prose.words(&edition.front.title),
            description: edition.front.description.plain(),
            read_in: message("read_in"),
            choose_language: message("choose_language"),
            page_not_found: message("page_not_found"),
            page_not_found_text: message("page_not_found_text"),
        }
    };
    context.editions.iter().map(choice).collect()
}

/// The list of the pages of a study for search engines.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct Sitemap(Vec<SitemapEntry>);

/// Every page of every edition.
pub fn sitemap(context: &Context<'_>) -> Sitemap {
    let Some(first) = context.editions.first() else { return Sitemap::default() };
    let kinds: Vec<_> = page_kinds(context, first).collect();
    let languages: Vec<_> = context.editions.iter().map(|edition| edition.lang).collect();
    let pages = languages.iter().flat_map(|lang| kinds.iter().map(move |k| (*lang, k)));
    let entries = pages.map(|(lang, kind)| sitemap_entry(context, lang, kind));
    let versions = context.versions.iter().flat_map(|own| version_entries(context, own));
    Sitemap(entries.chain(versions).collect())
}

/// The pages of a site of several studies: its lists, and those of the studies.
pub(in crate::html) fn index_sitemap(index: &Index<'_>) -> Sitemap {
    let root = paths::root();
    let entry = |kind: &IndexKind, lang: Lang| SitemapEntry {
        url: index.address(&root, &kind.path(lang)),
        alternates: index_alternates(index, &root, kind, Some(lang)),
        fallback: index.fallback(&root, kind),
        modified: None,
    };
    let kinds = index.kinds();
    let languages = index.collection.indexed();
    let lists = languages.iter().flat_map(|lang| kinds.iter().map(|k| entry(k, *lang)));
    let studies = index.studies.iter().flat_map(|own| own.sitemap.0.iter().cloned());
    Sitemap(lists.chain(studies).collect())
}

/// The languages of a site of several studies, with links from the page at `link`.
pub(in crate::html) fn index_choices(
    index: &Index<'_>,
    link: &dyn Fn(&SitePath) -> String,
) -> Vec<ChoiceView> {
    let choice = |lang: Lang| {
        let messages = &index.interfaces.get(lang).messages;
        let message = |key| messages.get(key).to_owned();
        let title = index.collection.title.get(lang);
        ChoiceView {
            lang: lang.to_string(),
            dir: Direction::of(lang).as_str(),
            name: message("own_name"),
            href: link(&IndexKind::Studies.path(lang)),
            title: Prose::silent(lang).plain(title.lang, &title.words),
            description: index.collection.description.get(lang).words.clone(),
            read_in: message("read_in"),
            choose_language: message("choose_language"),
            page_not_found: message("page_not_found"),
            page_not_found_text: message("page_not_found_text"),
        }
    };
    index.collection.indexed().into_iter().map(choice).collect()
}

/// The study's pages of a version: its other pages are found from there.
fn version_entries(context: &Context<'_>, own: &PastVersion<'_>) -> Vec<SitemapEntry> {
    let root = paths::root();
    let within =
        |path: &SitePath| paths::in_version(context.home(), &own.version.name, path);
    let page = |lang: Lang| within(&PageKind::Study.path(Home::TOP, lang));
    let mut others = alternates(context, &root, &PageKind::Study, None);
    others.retain_mut(|other| {
        let lang = own.languages.iter().find(|lang| lang.as_str() == other.lang);
        if let Some(lang) = lang {
            other.address = address(context, &root, &page(*lang));
        }
        lang.is_some()
    });
    let entry = |lang: &Lang| SitemapEntry {
        url: address(context, &root, &page(*lang)),
        alternates: others.clone(),
        fallback: address(context, &root, &within(&root)),
        modified: own.version.date.map(|date| date.to_string()),
    };
    own.languages.iter().map(entry).collect()
}

/// The day of the last change of a page, or that of the first publication.
fn last_modified(context: &Context<'_>, lang: Lang, kind: &PageKind) -> Option<String> {
    let (_, edition) = context.edition(lang);
    let last = last_change(edition, kind);
    last.or(edition.revisions.first()).map(|revision| revision.date.to_string())
}

fn sitemap_entry(context: &Context<'_>, lang: Lang, kind: &PageKind) -> SitemapEntry {
    let root = paths::root();
    SitemapEntry {
        url: address(context, &root, &kind.path(context.home(), lang)),
        alternates: alternates(context, &root, kind, Some(lang)),
        fallback: fallback(context, &root, kind),
        modified: last_modified(context, lang, kind),
    }
}
