//! Renders an edition into pages.
//!
//! Edition -> view -> template. Views hold words, markup and links, and nothing of the
//! model; markup is made in [`Html`] alone, and templates escape all else.

mod card;
mod failure;
mod index;
mod interface;
mod look;
mod markup;
mod minify;
mod page;
mod pairs;
pub mod paths;
mod places;
mod prose;
mod script;
mod side;
mod site;
mod theme;
mod view;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

pub use card::draw_cards;
pub use index::{Index, Listed, render_index};
pub use interface::Interface;
pub use markup::Html;
pub use pairs::Pair;
pub use places::{Places, last_change, text_pages};
pub use side::render_pairs;
pub use site::render_site;
pub use theme::Theme;
pub use view::{Sitemap, sitemap};

use rayon::prelude::*;

use crate::chart::Drawings;
use crate::diag::Diagnostics;
use crate::edition::Edition;
use crate::lang::{Lang, PerLang};
use crate::locale::Alphabet;
use crate::picture::FigurePicture;
use crate::site_path::{Home, SitePath};
use crate::study::{Collection, Keyword, Look, Version};
use page::Page;
use paths::PageKind;
use view::Searched;

/// What the pages of all editions share.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// All editions of the study, in its order.
    pub editions: &'a [Edition],
    /// Where the text of each of them stands, in the same order.
    pub places: &'a [Places],
    /// The words around them, for each language that `editions` has.
    pub interfaces: &'a PerLang<Interface>,
    /// Languages that stand beside each other.
    pub pairs: &'a [Pair],
    /// The language that the others are translated from.
    pub original: Lang,
    /// What the project changes of the look of its site.
    pub look: &'a Look,
    /// The Latin alphabet of Kazakh words.
    pub alphabet: Alphabet,
    /// Where the site will be found, ending in `/`, where that is known.
    pub base_url: Option<&'a str>,
    /// The version that the site is.
    pub version: Option<&'a Version>,
    /// The versions that the site has beside what is new, the oldest first.
    pub versions: &'a [PastVersion<'a>],
    /// What the study shares with others, where the project has several.
    pub collection: Option<&'a Collection>,
    /// The keywords of all studies, where the project has several.
    pub keywords: &'a [Keyword],
}

/// A version that the site has.
#[derive(Debug, Clone)]
pub struct PastVersion<'a> {
    /// The version.
    pub version: &'a Version,
    /// The languages of the study that it has.
    pub languages: Vec<Lang>,
    /// Where its pages look for the list of versions: one for each language that it has,
    /// also of those that the study has no more.
    pub lists: Vec<SitePath>,
}

/// What is drawn of an edition.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// What its pages show.
    pub charts: &'a Drawings,
    /// What they offer for download, by the ids of the figures.
    pub files: &'a BTreeMap<String, FigurePicture>,
}

/// A page of the site: where it lives, and its text.
pub type RenderedPage = (SitePath, String);

/// The pages of one edition that stand at these places.
pub fn render_pages(
    context: &Context<'_>,
    edition: &Edition,
    drawn: Drawn<'_>,
    places: &[SitePath],
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    let wanted =
        |kind: &PageKind| places.contains(&kind.path(edition.home, edition.lang));
    let kinds: Vec<_> = page_kinds(context, edition).filter(wanted).collect();
    let is_searched = kinds.contains(&PageKind::Search);
    let searched = is_searched.then(|| Searched::of(context, edition));
    let at = |kind: PageKind| (kind.path(edition.home, edition.lang), kind);
    let pages = kinds.into_iter().map(at).collect();
    render_each(context, edition, drawn, searched.as_ref(), pages, diagnostics)
}

/// Every page of one edition.
pub fn render_edition(
    context: &Context<'_>,
    edition: &Edition,
    drawn: Drawn<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    let own = page_kinds(context, edition)
        .map(|kind| (kind.path(edition.home, edition.lang), kind));
    let lost = lost_lists(context, edition).into_iter();
    let all = own.chain(lost.map(|at| (at, PageKind::Versions))).collect();
    let searched = Searched::of(context, edition);
    let mut pages =
        render_each(context, edition, drawn, Some(&searched), all, diagnostics);
    pages.extend(view::index_files(context, edition, &searched));
    let feed = view::feed(context, edition);
    pages.extend(feed.map(|feed| {
        let views: [(_, &dyn theme::View); 1] = [("feed", &feed)];
        let theme = &context.interface(edition.lang).theme;
        let text = theme.page("feed.xml", &views, diagnostics);
        (paths::feed(edition.home, edition.lang), text)
    }));
    pages
}

fn render_each(
    context: &Context<'_>,
    edition: &Edition,
    drawn: Drawn<'_>,
    searched: Option<&Searched>,
    pages: Vec<(SitePath, PageKind)>,
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    let interface = context.interface(edition.lang);
    let render = |(at, kind): (SitePath, PageKind)| {
        let shows_charts = Cell::new(false);
        let searched = searched.filter(|_| kind == PageKind::Search);
        let page =
            Page { context, interface, edition, drawn, kind, at, searched, shows_charts };
        let mut found = Diagnostics::new();
        let text = page.render(&mut found);
        ((page.at, text), found)
    };
    let made: Vec<_> = pages.into_par_iter().map(render).collect();
    let mut pages = Vec::new();
    for (page, found) in made {
        pages.push(page);
        diagnostics.append(found);
    }
    pages
}

/// The pages that an edition has.
fn page_kinds(
    context: &Context<'_>,
    edition: &Edition,
) -> impl Iterator<Item = PageKind> {
    let datasets = edition.datasets.iter().map(|d| PageKind::Dataset(d.id.clone()));
    let revised = edition.datasets.iter().filter(|_| !edition.revisions.is_empty());
    let revisions = revised.map(|d| PageKind::Revisions(d.id.clone()));
    let versions = (!context.versions.is_empty()).then_some(PageKind::Versions);
    let text = context.places(edition.lang).pages().to_vec();
    let first = text.into_iter().chain([PageKind::About, PageKind::Search]);
    let first = first.chain(versions);
    first.chain(datasets).chain(revisions)
}

/// Where the pages of versions look for a list of versions that no edition has. A page of a
/// version cannot change, so the list stays there in the first language of the study.
fn lost_lists(context: &Context<'_>, edition: &Edition) -> BTreeSet<SitePath> {
    let editions = || context.editions.iter().map(|own| own.lang);
    if editions().next() != Some(edition.lang) {
        return BTreeSet::new();
    }
    let kept: BTreeSet<_> =
        editions().map(|lang| PageKind::Versions.path(edition.home, lang)).collect();
    let wanted = context.versions.iter().flat_map(|own| &own.lists);
    wanted.filter(|at| !kept.contains(*at)).cloned().collect()
}

impl Context<'_> {
    /// Where the study lives in the site.
    fn home(&self) -> Home {
        self.editions.first().map_or(Home::TOP, |edition| edition.home)
    }

    fn interface(&self, lang: Lang) -> &Interface {
        self.interfaces.get(lang)
    }

    /// Where the text of the edition in a language of the study stands.
    fn places(&self, lang: Lang) -> &Places {
        &self.places[self.edition(lang).0]
    }

    /// The edition in a language of the study, and which of them it is.
    ///
    /// # Panics
    /// If there is none: our fault, never an author's.
    fn edition(&self, lang: Lang) -> (usize, &Edition) {
        let mut editions = self.editions.iter().enumerate();
        let found = editions.find(|(_, edition)| edition.lang == lang);
        found.expect("an edition in each language of the study")
    }
}
