//! The pages of a site of several studies that belong to none of them: its lists of studies
//! and keywords, their news, and what there is once on a site.

use rayon::prelude::*;

use super::paths::{self, IndexKind};
use super::site::{from_anywhere, robots};
use super::theme::View;
use super::view::{self, Head, Sitemap};
use super::{Interface, RenderedPage};
use crate::diag::Diagnostics;
use crate::edition::Edition;
use crate::lang::{Lang, PerLang};
use crate::site_path::{Home, SitePath};
use crate::study::{Collection, Keyword};

/// A site of several studies.
#[derive(Debug)]
pub struct Index<'a> {
    /// What the studies share.
    pub collection: &'a Collection,
    /// The words around them, for each language that has an index.
    pub interfaces: &'a PerLang<Interface>,
    /// Where the site will be found, ending in `/`, where that is known.
    pub base_url: Option<&'a str>,
    /// The studies in the order of their names.
    pub studies: Vec<Listed<'a>>,
    /// Their keywords.
    pub keywords: &'a [Keyword],
}

/// A study in the lists of its site.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// Where it lives.
    pub home: Home,
    /// The language that the others are translated from.
    pub original: Lang,
    /// Its editions in their order.
    pub editions: &'a [Edition],
    /// Its pages, for search engines.
    pub sitemap: &'a Sitemap,
}

impl<'a> Listed<'a> {
    /// The edition that readers of `lang` find in a list: the original, if the study is not
    /// in their language.
    pub(super) fn edition(&self, lang: Lang) -> Option<&'a Edition> {
        let of = |wanted| self.editions.iter().find(move |own| own.lang == wanted);
        of(lang).or_else(|| of(self.original))
    }
}

/// All of these pages.
pub fn render_index(
    index: &Index<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    let languages = index.collection.indexed();
    let kinds = index.kinds();
    let pages = languages.iter().flat_map(|lang| kinds.iter().map(|kind| (*lang, kind)));
    let pages: Vec<_> = pages.collect();
    let render = |(lang, kind): (Lang, &IndexKind)| {
        let mut found = Diagnostics::new();
        (listing(index, lang, kind, &mut found), found)
    };
    let mut made = Vec::new();
    for (page, found) in pages.into_par_iter().map(render).collect::<Vec<_>>() {
        made.push(page);
        diagnostics.append(found);
    }
    for lang in languages {
        made.extend(feed(index, lang, diagnostics));
    }
    made.extend(once(index, diagnostics));
    made
}

impl Index<'_> {
    /// The pages that it has in each language.
    pub(super) fn kinds(&self) -> Vec<IndexKind> {
        let mut kinds = vec![IndexKind::Studies];
        if !self.keywords.is_empty() {
            kinds.push(IndexKind::Keywords);
        }
        let each = self.keywords.iter();
        kinds.extend(each.map(|own| IndexKind::Keyword(own.name.clone())));
        kinds
    }
}

fn listing(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    diagnostics: &mut Diagnostics,
) -> RenderedPage {
    let contents = view::ListContents::of(index, lang, kind);
    let list = view::list_view(index, lang, kind, &contents);
    let head =
        Head::of_index(index, lang, kind, list.title(), &contents.pages(lang, kind));
    let views: [(_, &dyn View); 2] = [("page", &head), ("list", &list)];
    let theme = &index.interfaces.get(lang).theme;
    (kind.path(lang), theme.page("studies.html", &views, diagnostics))
}

/// The news of all studies in a language.
fn feed(
    index: &Index<'_>,
    lang: Lang,
    diagnostics: &mut Diagnostics,
) -> Option<RenderedPage> {
    let feed = view::site_feed(index, lang)?;
    let views: [(_, &dyn View); 1] = [("feed", &feed)];
    let theme = &index.interfaces.get(lang).theme;
    Some((paths::site_feed(lang), theme.page("feed.xml", &views, diagnostics)))
}

/// The page that offers the languages, the one for addresses that do not exist, and what
/// search engines ask for.
fn once(index: &Index<'_>, diagnostics: &mut Diagnostics) -> Vec<RenderedPage> {
    let Some(first) = index.collection.languages.first() else { return Vec::new() };
    let theme = &index.interfaces.get(*first).theme;
    let root = paths::root();
    let near = |path: &SitePath| root.link_to(path);
    let far = |path: &SitePath| from_anywhere(index.base_url, path);
    let mut choices = |kind: &'static str, link: &dyn Fn(&SitePath) -> String| {
        let head = Head::of_collection(index, *first, kind, link);
        let choices = view::index_choices(index, link);
        let views: [(_, &dyn View); 2] = [("page", &head), ("choices", &choices)];
        theme.page(&format!("{kind}.html"), &views, diagnostics)
    };
    let mut pages = vec![
        (paths::root(), choices("root", &near)),
        (paths::not_found(), choices("not-found", &far)),
        (paths::robots(), robots(index.base_url)),
    ];
    if index.base_url.is_some() {
        let entries = view::index_sitemap(index);
        let text = theme.page("sitemap.xml", &[("entries", &entries)], diagnostics);
        pages.push((paths::sitemap(), text));
    }
    pages
}
