//! On which page of an edition each part of its text stands.
//!
//! This is the one map from anchors to pages. Where the text stands on one page, it is
//! empty: what it does not name is on the study's page.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::PageKind;
use super::prose::flag_id;
use crate::edition::{Edition, Held, Revision, Section};
use crate::lang::Lang;
use crate::site_path::{Home, SitePath};
use crate::study::PageLayout;

/// The pages of an edition's text, and what stands on each.
#[derive(Debug, Clone)]
pub struct Places {
    /// The pages in the order of reading.
    pages: Vec<PageKind>,
    /// The pages of anchors that are not on the study's page.
    anchors: BTreeMap<String, PageKind>,
    /// The anchors that a page has itself, though others may have them too: its part of the
    /// reference list and of the legend of flags, editorial notes.
    own: BTreeMap<PageKind, BTreeSet<String>>,
}

/// Where a page finds the anchors of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Addresses {
    /// Whether the page is one of the text, to which references and notes lead back.
    is_text: bool,
    /// The address of the study's page, empty on that page itself.
    study: String,
    /// The addresses of the pages of anchors that are not there.
    others: BTreeMap<String, String>,
}

/// The pages of an edition's text in the order of reading.
pub fn text_pages(edition: &Edition, layout: PageLayout) -> Vec<PageKind> {
    let mut pages = vec![PageKind::Study];
    if layout == PageLayout::Paged {
        let sections = edition.sections.iter();
        pages.extend(sections.map(|own| PageKind::Section(own.id.clone())));
        let works = (!edition.references.is_empty()).then_some(PageKind::References);
        pages.extend(works);
    }
    pages
}

/// The last revision after the first publication in which the reader of a page saw something
/// else. A history is another whenever what it tells of is, and the study whenever a page of
/// its text is.
pub fn last_change<'e>(edition: &'e Edition, kind: &PageKind) -> Option<&'e Revision> {
    if let PageKind::Revisions(id) = kind {
        let page = PageKind::Dataset(id.clone()).path(edition.home, edition.lang);
        let history = edition.history(id, page.as_str());
        return history.first().copied().filter(|last| last.number > 1);
    }
    let pages = match kind {
        PageKind::Study => text_pages(edition, PageLayout::Paged),
        other => vec![other.clone()],
    };
    let pages: Vec<_> =
        pages.iter().map(|own| own.path(edition.home, edition.lang)).collect();
    edition.last_change(&pages.iter().map(SitePath::as_str).collect::<Vec<_>>())
}

impl Places {
    /// Where the text of an edition stands.
    pub fn of(edition: &Edition, layout: PageLayout) -> Self {
        let pages = text_pages(edition, layout);
        let mut places = Self { pages, anchors: BTreeMap::new(), own: BTreeMap::new() };
        if layout == PageLayout::Single {
            return places;
        }
        let works = edition.references.iter().map(|work| reference_id(&work.key));
        places.anchors.extend(works.map(|id| (id, PageKind::References)));
        for Section { id, number, .. } in &edition.sections {
            places.put(edition, &PageKind::Section(id.clone()), &edition.held(*number));
        }
        places.put(edition, &PageKind::Study, &edition.held(0));
        places
    }

    /// What stands on several pages is looked for on the first, and before all in its section.
    fn put(&mut self, edition: &Edition, page: &PageKind, held: &Held<'_>) {
        let anchors = held.anchors.iter().map(|id| (*id).to_owned());
        let notes = held.notes.iter().map(|number| format!("fn-{number}"));
        let cited = held.cited.iter().map(|work| citation_id(&work.key, work.mention));
        for id in anchors.chain(notes).chain(cited) {
            self.anchors.entry(id).or_insert_with(|| page.clone());
        }
        let works = edition.works(held).into_iter();
        let works = works.map(|at| reference_id(&edition.references[at].key));
        let flags = held.flags.iter().map(|code| flag_id(*code));
        let anchors = held.anchors.iter().map(|id| (*id).to_owned());
        self.own.insert(page.clone(), anchors.chain(works).chain(flags).collect());
    }

    /// Whether the text stands on several pages.
    pub(super) fn are_several(&self) -> bool {
        self.pages.len() > 1
    }

    /// The pages of the text in the order of reading.
    pub(super) fn pages(&self) -> &[PageKind] {
        &self.pages
    }

    /// The pages before and after a page of the text.
    pub(super) fn beside(&self, page: &PageKind) -> [Option<&PageKind>; 2] {
        let Some(at) = self.pages.iter().position(|own| own == page) else {
            return [None, None];
        };
        [at.checked_sub(1).and_then(|at| self.pages.get(at)), self.pages.get(at + 1)]
    }

    /// The page that an anchor is on.
    pub(super) fn page(&self, anchor: &str) -> &PageKind {
        self.anchors.get(anchor).unwrap_or(&PageKind::Study)
    }

    /// Whether a text mentions what has this id.
    pub(super) fn knows(&self, anchor: &str) -> bool {
        self.anchors.contains_key(anchor)
    }

    /// The anchors of sections, headings, figures, tables and notes on a page, for which
    /// readers may look on the study's page.
    pub(super) fn anchors_of(&self, page: &PageKind) -> Vec<String> {
        let is_of_list = |id: &str| id.starts_with("ref-") || id.starts_with("cite-");
        let own = self.anchors.iter().filter(|(id, at)| *at == page && !is_of_list(id));
        own.map(|(id, _)| id.clone()).collect()
    }

    /// Whether a page has an anchor that others may have too.
    pub(super) fn has(&self, page: &PageKind, anchor: &str) -> bool {
        self.own.get(page).is_some_and(|own| own.contains(anchor))
    }

    /// Where the page of this kind at this place finds all anchors.
    pub(super) fn seen_from(
        &self,
        kind: &PageKind,
        at: &SitePath,
        home: Home,
        lang: Lang,
    ) -> Addresses {
        let link = |page: &PageKind| match page == kind {
            true => String::new(),
            false => at.link_to(&page.path(home, lang)),
        };
        let links: BTreeMap<_, _> =
            self.pages.iter().map(|page| (page, link(page))).collect();
        let other = |(id, page): (&String, &PageKind)| {
            Some((id.clone(), links.get(page)?.clone()))
        };
        let mut others: BTreeMap<_, _> = self.anchors.iter().filter_map(other).collect();
        for id in self.own.get(kind).into_iter().flatten() {
            others.insert(id.clone(), String::new());
        }
        let is_text = self.pages.contains(kind) && *kind != PageKind::References;
        Addresses { is_text, study: link(&PageKind::Study), others }
    }
}

impl Addresses {
    /// Of a page that has the whole text.
    pub(super) fn of_whole() -> Self {
        Self { is_text: true, ..Self::default() }
    }

    /// Whether references and notes lead back to the page.
    pub(super) fn are_of_text(&self) -> bool {
        self.is_text
    }

    /// The link to an anchor.
    pub(super) fn to(&self, anchor: &str) -> String {
        let page = self.others.get(anchor).unwrap_or(&self.study);
        format!("{page}#{anchor}")
    }
}

/// The id of a work in a reference list.
pub(super) fn reference_id(key: &str) -> String {
    format!("ref-{key}")
}

/// The id of a citation.
pub(super) fn citation_id(key: &str, mention: usize) -> String {
    format!("cite-{key}-{mention}")
}
