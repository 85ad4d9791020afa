//! What every page has: its head, the way home and the other languages.

use serde::Serialize;

use super::description::{description, of_version};
use super::index::collection_link;
use super::naming::{title, with_version};
use super::scholarly::{MetaView, RelationView, metadata, relations, work};
use super::structured::{structured, structured_pair};
use super::version::{VersionView, version_of_site, version_view};
use super::{LinkView, TextView, modified, published};
use crate::edition::{Dataset, Edition, Inline};
use crate::html::card::{self, CardView};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::Prose;
use crate::html::{Context, Pair};
use crate::lang::Lang;
use crate::locale::Direction;
use crate::site_path::SitePath;
use crate::study::Look;

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct Head {
    pub(in crate::html) lang: String,
    pub(in crate::html) dir: &'static str,
    /// `study` for all pages of the text, `side`, `about`, `search`, `versions`, `dataset`,
    /// `revisions`, `root`, `not-found`, or, where there are several studies, `studies`.
    pub(in crate::html) kind: &'static str,
    /// The title of the study without any form.
    pub(in crate::html) site_name: String,
    /// Words for the browser's tab.
    pub(in crate::html) title: String,
    pub(in crate::html) description: String,
    /// This page's own address, or that of the edition which it shows beside another: public
    /// where a base URL is known, else relative; `None` for the page of addresses that do
    /// not exist.
    pub(in crate::html) canonical: Option<String>,
    /// This page in every language, its own included.
    pub(in crate::html) alternates: Vec<AlternateView>,
    /// The page that this one was made of by writing it in other letters.
    pub(in crate::html) original: Option<AlternateView>,
    /// The page for readers of any other language, as search engines are told.
    pub(in crate::html) fallback: Option<String>,
    /// The pages before and after this one, where the text has several.
    pub(in crate::html) previous: Option<String>,
    pub(in crate::html) next: Option<String>,
    pub(in crate::html) style: String,
    /// Whether the page holds the script of pages of text and charts.
    pub(in crate::html) scripted: bool,
    /// The address of the script that searches, on its page.
    pub(in crate::html) search_script: Option<String>,
    /// The addresses of the fonts that the page needs at once.
    pub(in crate::html) fonts: Vec<String>,
    pub(in crate::html) look: LookView,
    /// The address of the page that offers the languages.
    pub(in crate::html) root: String,
    /// The list of all studies, where the project has several.
    pub(in crate::html) collection: Option<LinkView>,
    /// The address of the study's page.
    pub(in crate::html) home: String,
    /// The address of the page about the edition, where the page belongs to a study.
    pub(in crate::html) about: Option<String>,
    /// The address of the page of search, where the page belongs to a study.
    pub(in crate::html) search: Option<String>,
    /// The title of the study.
    pub(in crate::html) study_title: TextView,
    /// The pages of the datasets.
    pub(in crate::html) datasets: Vec<LinkView>,
    /// The pages that show the edition beside another.
    pub(in crate::html) pairs: Vec<PairView>,
    pub(in crate::html) licence: Option<TextView>,
    pub(in crate::html) og_locale: Option<String>,
    pub(in crate::html) og_alternates: Vec<String>,
    /// The picture that a social network shows for the page.
    pub(in crate::html) card: Option<CardView>,
    /// The days of the publication and of the last change of what the reader of this page
    /// sees, where they are known.
    pub(in crate::html) published: Option<String>,
    pub(in crate::html) modified: Option<String>,
    /// The address of the edition's news, where it has some.
    pub(in crate::html) feed: Option<String>,
    /// Whether the addresses are public ones.
    pub(in crate::html) public: bool,
    /// What the page says of itself to search engines, each as JSON-LD.
    pub(in crate::html) structured: Vec<Html>,
    /// What it says to indexes of scholarship.
    pub(in crate::html) metadata: Vec<MetaView>,
    /// What it is related to.
    pub(in crate::html) relations: Vec<RelationView>,
    /// The version that the page belongs to.
    pub(in crate::html) version: Option<VersionView>,
    /// The address of the list of versions, where there are some.
    pub(in crate::html) versions: Option<String>,
}

/// What a project changes of the look of its pages, beside the style sheet.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct LookView {
    /// The colour of the mark in the tab of a browser, six digits.
    accent: Option<String>,
    /// The address of the study's mark.
    logo: Option<String>,
}

/// A page in one of the study's languages.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct AlternateView {
    pub(in crate::html) lang: String,
    pub(in crate::html) dir: &'static str,
    /// The language's own name.
    pub(in crate::html) name: String,
    /// A relative link.
    pub(in crate::html) href: String,
    /// The address for search engines: public where a base URL is known.
    pub(in crate::html) address: String,
    pub(in crate::html) current: bool,
}

/// A page of two languages.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct PairView {
    pub(in crate::html) href: String,
    /// Both languages.
    pub(in crate::html) languages: Vec<NameView>,
    pub(in crate::html) current: bool,
}

/// A language by its own name.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct NameView {
    pub(in crate::html) lang: String,
    pub(in crate::html) dir: &'static str,
    pub(in crate::html) name: String,
}

/// The head of a page of an edition whose charts are placed; its `own` title is `None` on the
/// study's own page.
pub(in crate::html) fn head(page: &Page<'_>, prose: &Prose, own: Option<&str>) -> Head {
    let edition = page.edition;
    let kind = match &page.kind {
        PageKind::Study | PageKind::Section(_) | PageKind::References => "study",
        PageKind::About => "about",
        PageKind::Search => "search",
        PageKind::Versions => "versions",
        PageKind::Dataset(_) => "dataset",
        PageKind::Revisions(_) => "revisions",
    };
    let alternates = alternates(page.context, &page.at, &page.kind, Some(edition.lang));
    let [previous, next] = page.places().beside(&page.kind);
    let [previous, next] = [previous, next].map(|own| own.map(|kind| page.link(kind)));
    let original = edition.derived_from.and_then(|from| {
        alternates.iter().find(|other| other.lang == from.as_str()).cloned()
    });
    let work = work(page);
    Head {
        lang: edition.lang.to_string(),
        dir: Direction::of(edition.lang).as_str(),
        kind,
        site_name: edition.front.title.plain(),
        title: title(page, own),
        description: description(page),
        canonical: Some(address(
            page.context,
            &page.at,
            &page.kind.path(edition.home, edition.lang),
        )),
        alternates,
        original,
        fallback: Some(fallback(page.context, &page.at, &page.kind)),
        previous,
        next,
        style: page.at.link_to(&paths::style()),
        scripted: is_of_text(page) || page.shows_charts.get(),
        search_script: (page.kind == PageKind::Search)
            .then(|| page.at.link_to(&paths::search_script())),
        fonts: fonts(page.context.look, begins_in_italics(page), &|path| {
            page.at.link_to(path)
        }),
        look: look_view(page.context.look, &|path| page.at.link_to(path)),
        root: page.at.link_to(&paths::root()),
        collection: page.context.collection.and_then(|own| {
            let title = own.title.find(edition.lang)?;
            Some(collection_link(title, edition.lang, &page.at))
        }),
        home: page.link(&PageKind::Study),
        about: Some(page.link(&PageKind::About)),
        search: Some(page.link(&PageKind::Search)),
        study_title: prose.words(&edition.front.title),
        datasets: dataset_links(page, prose),
        pairs: pairs(page),
        licence: edition.front.licence.as_ref().map(|licence| prose.words(licence)),
        og_locale: page.interface.locale.open_graph(),
        og_alternates: other_locales(page.context, edition.lang),
        card: card::view(page.context, edition, &page.kind),
        published: published(edition),
        modified: modified(edition, &page.kind),
        feed: feed_link(page),
        public: page.context.base_url.is_some(),
        structured: structured(page, &work, own),
        metadata: metadata(page, &work),
        relations: relations(page, &work),
        version: version_view(page, prose),
        versions: (!page.context.versions.is_empty())
            .then(|| page.link(&PageKind::Versions)),
    }
}

/// Whether the page is one of the text, in which notes and works are read where they are
/// mentioned.
fn is_of_text(page: &Page<'_>) -> bool {
    matches!(page.kind, PageKind::Study | PageKind::Section(_) | PageKind::References)
}

/// Whether the page is a list of works from its first line on, and some have italics.
fn begins_in_italics(page: &Page<'_>) -> bool {
    let slanted = |inline: &Inline| matches!(inline, Inline::Emphasis(_));
    let works = || page.edition.references.iter();
    page.kind == PageKind::References
        && works().any(|work| work.text.content.iter().any(slanted))
}

/// Fonts that are asked for before the style sheet is read, so that nothing moves when they
/// arrive: those of text and apparatus. Bold letters come after them, so that these come soon,
/// and so do italics, but on a page that `begins_in_italics`; a font that a project gives has
/// none of its own.
pub(in crate::html) fn fonts(
    look: &Look,
    begins_in_italics: bool,
    link: &dyn Fn(&SitePath) -> String,
) -> Vec<String> {
    let own = |font: &Option<String>, theirs: &str| match font {
        Some(name) => paths::asset(name),
        None => paths::asset(&format!("fonts/{theirs}.woff2")),
    };
    let italics = begins_in_italics && look.text_font.is_none();
    let fonts = [
        own(&look.text_font, "noto-serif-regular"),
        own(&look.interface_font, "noto-sans"),
        italics.then(|| paths::asset("fonts/noto-serif-italic.woff2")).flatten(),
    ];
    fonts.iter().flatten().map(link).collect()
}

pub(in crate::html) fn look_view(
    look: &Look,
    link: &dyn Fn(&SitePath) -> String,
) -> LookView {
    let logo = look.logo.as_deref();
    let accent = look.accent.map(|(light, _)| light.to_string());
    LookView {
        accent: accent.map(|own| own.trim_start_matches('#').to_owned()),
        logo: logo.and_then(|name| Some(link(&paths::asset(name)?))),
    }
}

/// The link to the edition's news.
fn feed_link(page: &Page<'_>) -> Option<String> {
    let has_feed = page.context.base_url.is_some() && !page.edition.revisions.is_empty();
    has_feed.then(|| page.at.link_to(&paths::feed(page.edition.home, page.edition.lang)))
}

/// The head of a page of two languages whose charts are placed.
///
/// Search engines are told of its editions and not of the page itself. It has no `noindex`:
/// beside a canonical address it would speak of that address, and could take the edition
/// out of the index.
pub(in crate::html) fn side_head(
    page: &Page<'_>,
    prose: &Prose,
    pair: &Pair,
    second: &Edition,
) -> Head {
    let own = PageKind::Study.path(page.edition.home, pair.first);
    let titles = [page.edition, second].map(|edition| edition.front.title.plain());
    let (context, interface) = (page.context, page.interface);
    let name = |lang: Lang| context.interface(lang).messages.get("own_name");
    let languages = pair.languages().map(name).join(" – ");
    let words = [("title", titles[0].as_str()), ("languages", &languages)];
    let description = interface.messages.format("describe_side", &words);
    let title = titles.join(" / ");
    Head {
        kind: "side",
        title: with_version(context, interface, &title),
        description: of_version(context, interface, &description),
        canonical: Some(address(page.context, &page.at, &own)),
        previous: None,
        next: None,
        alternates: alternates(page.context, &page.at, &page.kind, None),
        structured: structured_pair(page, &pair.at, &languages),
        metadata: Vec::new(),
        relations: Vec::new(),
        ..head(page, prose, None)
    }
}

impl Head {
    /// The head of a page that belongs to no edition; `link` gives the address of a page
    /// as it is found from there.
    pub(in crate::html) fn of_site(
        context: &Context<'_>,
        first: &Edition,
        kind: &'static str,
        link: &dyn Fn(&SitePath) -> String,
    ) -> Self {
        let interface = context.interface(first.lang);
        let title = first.front.title.plain();
        let page = |kind: PageKind| link(&kind.path(first.home, first.lang));
        let root = paths::root();
        let is_root = kind == "root";
        let names = context.editions.iter();
        let names = names.map(|own| context.interface(own.lang).messages.get("own_name"));
        let names = names.collect::<Vec<_>>().join(", ");
        let filled = [("title", title.as_str()), ("languages", &names)];
        let said = |key: &str| interface.messages.format(key, &filled);
        let words = match is_root {
            true => ["choose_language", "describe_root"],
            false => ["page_not_found", "page_not_found_text"],
        };
        let address = is_root.then(|| address(context, &root, &root));
        Self {
            lang: first.lang.to_string(),
            dir: Direction::of(first.lang).as_str(),
            kind,
            site_name: title.clone(),
            title: with_version(
                context,
                interface,
                &format!("{} – {title}", said(words[0])),
            ),
            description: of_version(context, interface, &said(words[1])),
            canonical: address.clone(),
            alternates: match is_root {
                true => alternates(context, &root, &PageKind::Study, None),
                false => Vec::new(),
            },
            original: None,
            fallback: address,
            previous: None,
            next: None,
            style: link(&paths::style()),
            scripted: false,
            search_script: None,
            fonts: fonts(context.look, false, link),
            look: look_view(context.look, link),
            root: link(&paths::root()),
            collection: None,
            home: page(PageKind::Study),
            about: Some(page(PageKind::About)),
            search: Some(page(PageKind::Search)),
            study_title: Prose::silent(first.lang).words(&first.front.title),
            datasets: Vec::new(),
            pairs: Vec::new(),
            licence: None,
            og_locale: interface.locale.open_graph(),
            og_alternates: other_locales(context, first.lang),
            card: match is_root {
                true => card::view(context, first, &PageKind::Study),
                false => None,
            },
            published: None,
            modified: None,
            feed: None,
            public: context.base_url.is_some(),
            structured: Vec::new(),
            metadata: Vec::new(),
            relations: Vec::new(),
            version: version_of_site(context, first, &root),
            versions: None,
        }
    }
}

/// The address of `to` for search engines, as the page at `from` gives it.
pub(in crate::html) fn address(
    context: &Context<'_>,
    from: &SitePath,
    to: &SitePath,
) -> String {
    context.base_url.map_or_else(|| from.link_to(to), |base| to.url(base))
}

/// The page of this kind for readers of any other language: of the only study, the one
/// that offers the languages; of all else, for which there is no such page, that in the
/// first language.
pub(in crate::html) fn fallback(
    context: &Context<'_>,
    from: &SitePath,
    kind: &PageKind,
) -> String {
    let is_offered = *kind == PageKind::Study && context.collection.is_none();
    let first = context.editions.first().filter(|_| !is_offered);
    let path =
        first.map_or_else(paths::root, |edition| kind.path(edition.home, edition.lang));
    address(context, from, &path)
}

/// The page of this kind in every language, as the page at `from` names it.
pub(in crate::html) fn alternates(
    context: &Context<'_>,
    from: &SitePath,
    kind: &PageKind,
    current: Option<Lang>,
) -> Vec<AlternateView> {
    let alternate = |edition: &Edition| {
        let path = kind.path(edition.home, edition.lang);
        AlternateView {
            lang: edition.lang.to_string(),
            dir: Direction::of(edition.lang).as_str(),
            name: context.interface(edition.lang).messages.get("own_name").to_owned(),
            href: from.link_to(&path),
            address: address(context, from, &path),
            current: Some(edition.lang) == current,
        }
    };
    context.editions.iter().map(alternate).collect()
}

fn other_locales(context: &Context<'_>, lang: Lang) -> Vec<String> {
    let others = context.editions.iter().map(|e| e.lang).filter(|other| *other != lang);
    others.filter_map(|lang| context.interface(lang).locale.open_graph()).collect()
}

/// The pages of two languages; from that of an edition, those with its language.
fn pairs(page: &Page<'_>) -> Vec<PairView> {
    let own = page.edition.lang;
    let all = page.context.pairs.iter();
    let is_pair = all.clone().any(|pair| pair.at == page.at);
    let shown = all.filter(|pair| is_pair || pair.languages().contains(&own));
    let name = |lang: Lang| NameView {
        lang: lang.to_string(),
        dir: Direction::of(lang).as_str(),
        name: page.context.interface(lang).messages.get("own_name").to_owned(),
    };
    // The whole text stands there, and so does what this page is of.
    let place = match &page.kind {
        PageKind::Section(id) => format!("#{id}"),
        _ => String::new(),
    };
    let view = |pair: &Pair| PairView {
        href: format!("{}{place}", page.at.link_to(&pair.at)),
        languages: pair.languages().map(name).to_vec(),
        current: pair.at == page.at,
    };
    shown.map(view).collect()
}

/// The pages of the datasets.
pub(in crate::html) fn dataset_links(page: &Page<'_>, prose: &Prose) -> Vec<LinkView> {
    let link = |dataset: &Dataset| {
        let kind = PageKind::Dataset(dataset.id.clone());
        LinkView {
            href: page.link(&kind),
            title: prose.words(&dataset.title),
            detail: Some(dataset.period.clone()).filter(|period| !period.is_empty()),
            current: kind == page.kind,
        }
    };
    page.edition.datasets.iter().map(link).collect()
}
