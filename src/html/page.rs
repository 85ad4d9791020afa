//! A page of an edition.

use std::cell::Cell;

use super::markup::Html;
use super::paths::PageKind;
use super::places::Places;
use super::prose::Prose;
use super::theme;
use super::view::{self, Head, Searched};
use super::{Context, Drawn, Interface};
use crate::diag::Diagnostics;
use crate::edition::{Dataset, Edition, Placed, Section};
use crate::site_path::SitePath;

/// A page of an edition while it is made.
pub(super) struct Page<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) interface: &'a Interface,
    pub(super) edition: &'a Edition,
    pub(super) drawn: Drawn<'a>,
    pub(super) kind: PageKind,
    pub(super) at: SitePath,
    /// What its edition is searched by, where it is the page of search.
    pub(super) searched: Option<&'a Searched>,
    /// Whether a chart has been placed on the page.
    pub(super) shows_charts: Cell<bool>,
}

impl Page<'_> {
    /// The link to another page of the same edition.
    pub(super) fn link(&self, kind: &PageKind) -> String {
        self.at.link_to(&kind.path(self.edition.home, self.edition.lang))
    }

    /// Whether it is a page of one edition; one of two has the whole text of both.
    pub(super) fn shows_one_language(&self) -> bool {
        self.at == self.kind.path(self.edition.home, self.edition.lang)
    }

    /// Where the text of its edition stands.
    pub(super) fn places(&self) -> &Places {
        self.context.places(self.edition.lang)
    }

    pub(super) fn render(&self, diagnostics: &mut Diagnostics) -> String {
        let mut prose = self.prose();
        let mut parts = Diagnostics::new();
        let mut place =
            |prose: &mut Prose, placed: &Placed| self.place(prose, placed, &mut parts);
        let text = match &self.kind {
            PageKind::Study => {
                let study = view::study_view(self, &mut prose, &mut place);
                let head = view::head(self, &prose, None);
                self.page("study.html", &head, ("study", &study), diagnostics)
            }
            PageKind::Section(id) => {
                let Some(section) = self.section(id) else { return String::new() };
                let part = view::part_page(self, &mut prose, Some(section), &mut place);
                let title = format!("{}. {}", section.number, section.title.plain());
                let head = view::head(self, &prose, Some(&title));
                self.page("section.html", &head, ("study", &part), diagnostics)
            }
            PageKind::References => {
                let title = self.interface.messages.get("references").to_owned();
                let part = view::part_page(self, &mut prose, None, &mut place);
                let head = view::head(self, &prose, Some(&title));
                self.page("section.html", &head, ("study", &part), diagnostics)
            }
            PageKind::About => {
                let title = self.interface.messages.get("about_edition").to_owned();
                let about = view::about_view(self, &mut prose, &mut place);
                let head = view::head(self, &prose, Some(&title));
                self.page("about.html", &head, ("about", &about), diagnostics)
            }
            PageKind::Search => {
                let Some(searched) = self.searched else { return String::new() };
                let title = self.interface.messages.get("search").to_owned();
                let search = view::search_view(self, &prose, searched);
                let head = view::head(self, &prose, Some(&title));
                self.page("search.html", &head, ("search", &search), diagnostics)
            }
            PageKind::Versions => {
                let title = self.interface.messages.get("versions").to_owned();
                let versions = view::versions_view(self);
                let head = view::head(self, &prose, Some(&title));
                self.page("versions.html", &head, ("versions", &versions), diagnostics)
            }
            PageKind::Dataset(id) => self.render_dataset(id, &mut prose, diagnostics),
            PageKind::Revisions(id) => self.render_revisions(id, &mut prose, diagnostics),
        };
        diagnostics.append(parts);
        text
    }

    fn render_revisions(
        &self,
        id: &str,
        prose: &mut Prose,
        diagnostics: &mut Diagnostics,
    ) -> String {
        let Some(dataset) = self.dataset(id) else { return String::new() };
        let name = self.interface.messages.get("revisions");
        let title = format!("{name}: {}", dataset.title.plain());
        let head = view::head(self, prose, Some(&title));
        let history = view::revisions_view(self, prose, dataset);
        self.page("revisions.html", &head, ("history", &history), diagnostics)
    }

    fn section(&self, id: &str) -> Option<&Section> {
        self.edition.sections.iter().find(|section| section.id == id)
    }

    fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.edition.datasets.iter().find(|dataset| dataset.id == id)
    }

    fn render_dataset(
        &self,
        id: &str,
        prose: &mut Prose,
        diagnostics: &mut Diagnostics,
    ) -> String {
        let Some(dataset) = self.dataset(id) else { return String::new() };
        let head = view::head(self, prose, Some(&dataset.title.plain()));
        let view = view::dataset_view(self, prose, dataset);
        self.page("dataset.html", &head, ("dataset", &view), diagnostics)
    }

    /// The page that `template` makes of `view`.
    pub(super) fn page(
        &self,
        template: &str,
        head: &Head,
        view: (&'static str, &dyn theme::View),
        diagnostics: &mut Diagnostics,
    ) -> String {
        self.interface.theme.page(template, &[("page", head), view], diagnostics)
    }

    fn prose(&self) -> Prose {
        let lang = self.edition.lang;
        let home = self.edition.home;
        let addresses = self.places().seen_from(&self.kind, &self.at, home, lang);
        Prose::new(lang, addresses, self.interface.messages.clone())
    }

    /// What stands between paragraphs.
    pub(super) fn place(
        &self,
        prose: &mut Prose,
        placed: &Placed,
        diagnostics: &mut Diagnostics,
    ) -> Html {
        match placed {
            Placed::Figure(figure) => {
                let view = view::figure_view(self, prose, figure);
                self.shows_charts.set(self.shows_charts.get() || view.has_charts());
                self.interface.theme.part("figure", &view, diagnostics)
            }
            Placed::Table(table) => {
                let view = view::table_view(self, prose, table);
                self.interface.theme.part("table", &view, diagnostics)
            }
            Placed::Finding(finding) => {
                let view = view::finding_view(prose, finding);
                self.interface.theme.part("finding", &view, diagnostics)
            }
        }
    }
}
