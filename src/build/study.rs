//! What is made of one study, whether it is alone or one of several.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::version::{archive, base_url, past};
use super::{Before, BuildOptions, First, Kept, gather, told};
use crate::diag::Diagnostics;
use crate::edition::{Edition, Resolved};
use crate::lang::PerLang;
use crate::load::FrozenVersion;
use crate::record::{self, Record};
use crate::site::{EditionFiles, StudyFiles};
use crate::site_path::SitePath;
use crate::source::Input;
use crate::study::{Collection, Keyword, Study};
use crate::translation::state::Standing;
use crate::{chart, edition, export, html, load, picture, translation};

/// What a study is made by.
pub(super) struct Making<'a> {
    pub(super) input: &'a Input,
    pub(super) options: &'a BuildOptions,
    pub(super) before: &'a Before,
    pub(super) theme: &'a html::Theme,
    /// What it shares with others.
    pub(super) collection: Option<&'a Collection>,
    /// The keywords of all of them.
    pub(super) keywords: &'a [Keyword],
}

/// What was made of a study.
pub(super) struct MadeStudy {
    pub(super) study: Study,
    pub(super) editions: Vec<Edition>,
    pub(super) kept: Kept,
    pub(super) sitemap: html::Sitemap,
    pub(super) files: StudyFiles,
    pub(super) standings: Vec<Standing>,
}

impl MadeStudy {
    /// The study for the lists of the site.
    pub(super) fn listed(&self) -> html::Listed<'_> {
        let Self { study, editions, sitemap, .. } = self;
        html::Listed {
            home: study.home,
            original: study.source_language,
            editions,
            sitemap,
        }
    }
}

impl Making<'_> {
    /// Makes a study whose loading `found` what is wrong with it.
    pub(super) fn make(
        &self,
        study: Study,
        first: Option<First<'_>>,
        found: &mut Diagnostics,
    ) -> MadeStudy {
        translation::state::check(&study, found);
        let Resolved { editions, standings, problems } = edition::resolve(&study);
        found.append(problems);
        let frozen = self.frozen(found);
        let versions = frozen.iter().filter_map(|own| archive(own, found)).collect();
        let ground = Ground::of(self, &study, &editions, &frozen);
        let context = ground.context(self, &study, &editions);
        if let Some(first) = first.filter(|_| !found.has_errors()) {
            self.show(first, &study, &context);
        }
        let differences = translation::check(&study, found);
        found.append(differences);
        let draw = |edition| draw(&study, edition, self.before);
        let drawn = gather(editions.par_iter().map(draw).collect(), found);
        let (record, files) = self.files(&study, &context, &drawn, found);
        let files = StudyFiles { versions, ..files };
        // For the map of the whole site; that of a site of one study is among its pages.
        let is_mapped = context.collection.is_some() && context.base_url.is_some();
        let sitemap = match is_mapped {
            true => html::sitemap(&context),
            false => html::Sitemap::default(),
        };
        let accepted = record::accepted(self.input, found);
        let kept = Kept { now: record, accepted };
        MadeStudy { study, editions, kept, sitemap, files, standings }
    }

    /// The versions of the study. A version has none in it.
    fn frozen(&self, found: &mut Diagnostics) -> Vec<FrozenVersion> {
        match self.options.version {
            Some(_) => Vec::new(),
            None => load::versions(self.input, found),
        }
    }

    /// Shows the pages that somebody is looking at.
    fn show(&self, first: First<'_>, study: &Study, context: &html::Context<'_>) {
        let pages = pages(study, context, first.places, self.before);
        if !pages.is_empty() {
            (first.show)(pages);
        }
    }

    /// The record of the study, and its files without those of its versions.
    fn files(
        &self,
        study: &Study,
        context: &html::Context<'_>,
        drawn: &[Drawn],
        found: &mut Diagnostics,
    ) -> (Record, StudyFiles) {
        let editions = context.editions;
        let shown: Vec<_> = drawn.iter().map(Drawn::shown).collect();
        let beside = |found: &mut Diagnostics| {
            let mut pages = html::render_site(context, found);
            pages.extend(html::render_pairs(context, &shown, found));
            pages
        };
        let made = editions.par_iter().zip(drawn).map(|(edition, drawn)| {
            edition_files(study, context, edition, drawn, self.before)
        });
        let ((record, export), ((pages, of_pages), made)) = rayon::join(
            || {
                let charts = drawn.iter().map(|drawn| &drawn.charts);
                let record = Record::of(study, editions, charts, context.pairs);
                let (version, base_url) = (context.version, context.base_url);
                (record, export::export(study, editions, version, base_url))
            },
            || rayon::join(|| told(beside), || made.collect()),
        );
        found.append(of_pages);
        let editions = gather(made, found);
        let versions = Vec::new();
        (record, StudyFiles { home: study.home, pages, editions, export, versions })
    }
}

/// What the context of all pages of a study borrows.
struct Ground<'a> {
    base_url: Option<String>,
    interfaces: PerLang<html::Interface>,
    pairs: Vec<html::Pair>,
    places: Vec<html::Places>,
    versions: Vec<html::PastVersion<'a>>,
}

impl<'a> Ground<'a> {
    fn of(
        making: &Making<'a>,
        study: &'a Study,
        editions: &[Edition],
        frozen: &'a [FrozenVersion],
    ) -> Self {
        let places = editions.par_iter().map(|own| html::Places::of(own, study.layout));
        Self {
            base_url: base_url(study, making.options),
            interfaces: html::Interface::of(&study.messages, making.theme),
            pairs: html::Pair::all(study.home, &study.languages, &study.side_by_side),
            places: places.collect(),
            versions: frozen.iter().map(|own| past(editions, own)).collect(),
        }
    }

    fn context<'c>(
        &'c self,
        making: &'c Making<'_>,
        study: &'c Study,
        editions: &'c [Edition],
    ) -> html::Context<'c> {
        html::Context {
            editions,
            places: &self.places,
            interfaces: &self.interfaces,
            pairs: &self.pairs,
            original: study.source_language,
            look: &study.look,
            alphabet: study.alphabet(),
            base_url: self.base_url.as_deref(),
            version: making.options.version.as_ref(),
            versions: &self.versions,
            collection: making.collection,
            keywords: making.keywords,
        }
    }
}

/// What is drawn of an edition: for its pages, and as files.
struct Drawn {
    charts: chart::Drawings,
    files: BTreeMap<String, picture::FigurePicture>,
}

impl Drawn {
    /// The same as pages need it.
    fn shown(&self) -> html::Drawn<'_> {
        html::Drawn { charts: &self.charts, files: &self.files }
    }
}

/// The pages at these places that belong to an edition.
fn pages(
    study: &Study,
    context: &html::Context<'_>,
    places: &[SitePath],
    before: &Before,
) -> Vec<html::RenderedPage> {
    let render = |edition: &Edition| {
        let root = html::paths::PageKind::Study.path(edition.home, edition.lang);
        let folder = root.as_str().trim_end_matches("index.html");
        if !places.iter().any(|place| place.as_str().starts_with(folder)) {
            return Vec::new();
        }
        let (drawn, _) = draw(study, edition, before);
        let mut unheard = Diagnostics::new();
        html::render_pages(context, edition, drawn.shown(), places, &mut unheard)
    };
    context.editions.par_iter().flat_map_iter(render).collect()
}

fn draw(study: &Study, edition: &Edition, before: &Before) -> (Drawn, Diagnostics) {
    let (charts, mut problems) = chart::draw_figures(study, edition, &before.charts);
    let messages = study.messages.get(edition.lang);
    let files = picture::draw_figures(edition, messages, &before.figures);
    problems.append(picture::left_out(study, edition.lang, &files));
    (Drawn { charts, files }, problems)
}

fn edition_files(
    study: &Study,
    context: &html::Context<'_>,
    edition: &Edition,
    drawn: &Drawn,
    before: &Before,
) -> (EditionFiles, Diagnostics) {
    let mut problems = Diagnostics::new();
    let pages = html::render_edition(context, edition, drawn.shown(), &mut problems);
    let (cards, left_out) = html::draw_cards(context, study, edition, &before.cards);
    problems.append(left_out);
    let files = EditionFiles {
        lang: edition.lang,
        pages,
        cards,
        figures: drawn.files.clone(),
        figure_data: export::figure_files(
            edition,
            &context.interfaces.get(edition.lang).locale,
            study.messages.get(edition.lang),
        ),
    };
    (files, problems)
}
