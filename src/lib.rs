//! Publishes a statistical study as a multilingual website.
//!
//! [`build`] is the whole line, from bytes to bytes:
//! [`Input`] → [`study::Study`] → [`edition::Edition`] → pages → [`Site`].

pub mod chart;
pub mod cli;
pub mod diag;
pub mod diff;
mod digest;
pub mod edition;
pub mod export;
pub mod expr;
pub mod geo;
pub mod html;
pub mod lang;
pub mod load;
pub mod locale;
pub mod memo;
pub mod picture;
pub mod project;
pub mod prose;
pub mod record;
pub mod scaffold;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod site_path;
pub mod source;
pub mod study;
pub mod translation;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use diag::{Code, Diagnostic, Diagnostics};
use edition::Edition;
use lang::Lang;
use load::FrozenVersion;
use rayon::prelude::*;
use record::Record;
use site::{Archive, Assembled, Content, EditionFiles, Manifest, Site, StudyFiles};
use site_path::{Home, SitePath};
use source::Input;
use study::{Collection, Keyword, Study};
use translation::state::Standing;

/// What an author may ask of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// Whether a missing translation is shown in the source language and not an error.
    pub draft: bool,
    /// The public address of the site, ending in `/`, in place of the study's own.
    pub base_url: Option<String>,
    /// The version that the site is, which is published in a folder of its name.
    pub version: Option<study::Version>,
}

/// What a build found and made.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The whole site; `None` where an error was found.
    pub site: Option<Site>,
    /// What a reader of each study sees, or would see but for the errors, by where it lives;
    /// none where there is no study.
    pub records: BTreeMap<Home, Record>,
    /// How the translations of each edition stand; none where there is no study.
    pub standings: Vec<Standing>,
    /// Everything that is to be said of the project, in the order of its places.
    pub diagnostics: Vec<Diagnostic>,
}

/// What earlier builds drew: a build with it draws only what is new, and makes the same
/// bytes.
#[derive(Debug, Default)]
pub struct Before {
    /// The charts of pages.
    pub charts: chart::DrawnBefore,
    /// The figures as files.
    pub figures: picture::FiguresBefore,
    /// The cards of pages.
    pub cards: picture::CardsBefore,
    /// The same of each study, where a project has several.
    studies: Mutex<BTreeMap<Home, Arc<Self>>>,
}

impl Before {
    /// What was drawn of one study of several.
    pub fn of(&self, home: Home) -> Arc<Self> {
        let mut studies = self.studies.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(studies.entry(home).or_default())
    }
}

/// Pages that somebody is looking at: they are shown as soon as they are made, and the rest
/// of the site follows.
#[derive(Clone, Copy)]
pub struct First<'a> {
    /// Where they stand.
    pub places: &'a [SitePath],
    /// Shows those of them that belong to the editions of a study: is called for each that
    /// has some.
    pub show: &'a (dyn Fn(Vec<html::RenderedPage>) + Sync),
}

/// From the files of a project to a site.
pub fn build(input: &Input, options: &BuildOptions) -> Outcome {
    rebuild(input, options, &Before::default(), None)
}

/// From the files of a project to a site, after other builds of it.
pub fn rebuild(
    input: &Input,
    options: &BuildOptions,
    before: &Before,
    first: Option<First<'_>>,
) -> Outcome {
    let mut found = Diagnostics::new();
    let made = make_site(input, options, before, first, &mut found);
    let Made { site, records, standings } = made.unwrap_or_default();
    let site = site.filter(|_| !found.has_errors());
    Outcome { site, records, standings, diagnostics: found.sorted() }
}

/// What is made of a project.
#[derive(Default)]
struct Made {
    site: Option<Site>,
    records: BTreeMap<Home, Record>,
    standings: Vec<Standing>,
}

fn make_site(
    input: &Input,
    options: &BuildOptions,
    before: &Before,
    first: Option<First<'_>>,
    found: &mut Diagnostics,
) -> Option<Made> {
    if input.home() == Home::TOP && load::has_several(input) {
        return make_several(input, options, before, first, found);
    }
    let ((study, of_study), (theme, of_theme)) = rayon::join(
        || load::study(input, options.draft),
        || told(|found| html::Theme::load(input, found)),
    );
    found.append(of_study);
    found.append(of_theme);
    // A version of one study of several is a site of its own.
    let study = Study { home: Home::TOP, ..study? };
    let theme = theme.with_look(&study.look);
    let line =
        Line { input, options, before, theme: &theme, collection: None, keywords: &[] };
    let made = line.make(study, first, found);
    // Whoever compares builds needs it, and a reader of the study does not.
    drop(record::accepted(input, found));
    let site = site::assemble(Vec::new(), vec![made.files], &theme, found);
    Some(with_records(site, vec![(Home::TOP, made.record)], made.standings, found))
}

/// A site of several studies, each of which is made as if it were alone.
fn make_several(
    input: &Input,
    options: &BuildOptions,
    before: &Before,
    first: Option<First<'_>>,
    found: &mut Diagnostics,
) -> Option<Made> {
    let ((collection, of_collection), (theme, of_theme)) = rayon::join(
        || told(|found| load::collection(input, options.draft, found)),
        || told(|found| html::Theme::load(input, found)),
    );
    found.append(of_collection);
    found.append(of_theme);
    let collection = collection?;
    let theme = theme.with_look(&collection.look);
    let (studies, of_studies) = load_several(input, options, &collection, found);
    let is_whole = studies.len() == collection.studies.len();
    let keywords = load::keywords(&collection, &studies, found);
    let is_good = !found.has_errors() && !of_studies.iter().any(Diagnostics::has_errors);
    let first = first.filter(|_| is_good);
    let make = |(study, mut found): (Study, Diagnostics)| {
        let (input, before) = (&input.of_study(study.home), &*before.of(study.home));
        let (collection, keywords) = (Some(&collection), keywords.as_slice());
        let line = Line { input, options, before, theme: &theme, collection, keywords };
        (line.make(study, first, &mut found), found)
    };
    let made = studies.into_par_iter().zip(of_studies).map(make).collect();
    let made = gather(made, found);
    if !is_whole {
        return None;
    }
    let interfaces = html::Interface::of(&collection.messages, &theme);
    let base_url = options.base_url.as_ref().or(collection.base_url.as_ref());
    let index = html::Index {
        collection: &collection,
        interfaces: &interfaces,
        base_url: base_url.map(String::as_str),
        studies: made.iter().map(MadeStudy::listed).collect(),
        keywords: &keywords,
    };
    // A study with errors may have languages that the site does not have.
    let pages = match found.has_errors() {
        true => Vec::new(),
        false => html::render_index(&index, found),
    };
    let standings = made.iter().flat_map(|own| own.standings.clone()).collect();
    let (files, records): (Vec<_>, Vec<_>) =
        made.into_iter().map(|own| (own.files, (own.study.home, own.record))).unzip();
    let site = site::assemble(pages, files, &theme, found);
    Some(with_records(site, records, standings, found))
}

/// The studies of a site, each with what was found in it: checks of a study look away from
/// what is wrong with it already. Those that there is nothing to make of are left out.
fn load_several(
    input: &Input,
    options: &BuildOptions,
    collection: &Collection,
    found: &mut Diagnostics,
) -> (Vec<Study>, Vec<Diagnostics>) {
    let load = |home: &Home| {
        let input = input.of_study(*home);
        let (study, mut found) = load::study(&input, options.draft);
        drop(record::accepted(&input, &mut found));
        (study, found)
    };
    let loaded: Vec<_> = collection.studies.par_iter().map(load).collect();
    let known = loaded.into_iter().filter_map(|(study, of_study)| match study {
        Some(study) => Some((study, of_study)),
        None => {
            found.append(of_study);
            None
        }
    });
    known.unzip()
}

/// The site with the record of each study.
fn with_records(
    made: Assembled,
    records: Vec<(Home, Record)>,
    standings: Vec<Standing>,
    found: &mut Diagnostics,
) -> Made {
    let Assembled { mut site, of_studies } = made;
    let records = records.into_iter().zip(of_studies).map(|((home, mut record), own)| {
        record.add_files(&own, &site);
        (home, record)
    });
    let records: BTreeMap<_, _> = records.collect();
    for (home, record) in &records {
        let text = Content::Bytes(record.text().into_bytes().into());
        site::add(&mut site, record::path(*home), text, found);
    }
    Made { site: Some(site), records, standings }
}

/// What a study is made by.
struct Line<'a> {
    input: &'a Input,
    options: &'a BuildOptions,
    before: &'a Before,
    theme: &'a html::Theme,
    /// What it shares with others.
    collection: Option<&'a Collection>,
    /// The keywords of all of them.
    keywords: &'a [Keyword],
}

/// What was made of a study.
struct MadeStudy {
    study: Study,
    editions: Vec<Edition>,
    record: Record,
    sitemap: html::Sitemap,
    files: StudyFiles,
    standings: Vec<Standing>,
}

impl MadeStudy {
    fn listed(&self) -> html::Listed<'_> {
        let Self { study, editions, sitemap, .. } = self;
        html::Listed {
            home: study.home,
            original: study.source_language,
            editions,
            sitemap,
        }
    }
}

impl Line<'_> {
    fn make(
        &self,
        study: Study,
        first: Option<First<'_>>,
        found: &mut Diagnostics,
    ) -> MadeStudy {
        let Self { input, options, before, theme, collection, keywords } = *self;
        translation::state::check(&study, found);
        let (editions, problems) = edition::resolve(&study);
        found.append(problems);
        // A version has none in it.
        let frozen = match options.version {
            Some(_) => Vec::new(),
            None => load::versions(input, found),
        };
        let archives = frozen.iter().filter_map(|own| archive(own, found)).collect();
        let versions: Vec<_> = frozen.iter().map(|own| past(&editions, own)).collect();
        let base_url = base_url(&study, options);
        let base_url = base_url.as_deref();
        let interfaces = html::Interface::of(&study.messages, theme);
        let pairs = html::Pair::all(study.home, &study.languages, &study.side_by_side);
        let places = editions.par_iter().map(|own| html::Places::of(own, study.layout));
        let places: Vec<_> = places.collect();
        let context = html::Context {
            editions: &editions,
            places: &places,
            interfaces: &interfaces,
            pairs: &pairs,
            original: study.source_language,
            look: &study.look,
            alphabet: study.alphabet(),
            base_url,
            version: options.version.as_ref(),
            versions: &versions,
            collection,
            keywords,
        };
        if let Some(first) = first.filter(|_| !found.has_errors()) {
            let pages = pages(&study, &context, first.places, before);
            if !pages.is_empty() {
                (first.show)(pages);
            }
        }
        let differences = translation::check(&study, found);
        found.append(differences);
        let drawn: Vec<_> =
            editions.par_iter().map(|edition| draw(&study, edition, before)).collect();
        let drawn = gather(drawn, found);
        let shown: Vec<_> = drawn.iter().map(Drawn::shown).collect();
        let beside = |found: &mut Diagnostics| {
            let mut pages = html::render_site(&context, found);
            pages.extend(html::render_pairs(&context, &shown, found));
            pages
        };
        let made = editions.par_iter().zip(&drawn).map(|(edition, drawn)| {
            edition_files(&study, &context, edition, drawn, before)
        });
        let ((record, export), ((pages, of_pages), made)) = rayon::join(
            || {
                let charts = drawn.iter().map(|drawn| &drawn.charts);
                let record = Record::of(&study, &editions, charts, &pairs);
                let version = options.version.as_ref();
                (record, export::export(&study, &editions, version, base_url))
            },
            || rayon::join(|| told(beside), || made.collect()),
        );
        found.append(of_pages);
        let sitemap = html::sitemap(&context);
        let editions_made = gather(made, found);
        let home = study.home;
        let files = StudyFiles {
            home,
            pages,
            editions: editions_made,
            export,
            versions: archives,
        };
        drop(versions);
        let standings = translation::state::standings(&study);
        MadeStudy { study, editions, record, sitemap, files, standings }
    }
}

/// The public address of the site, or of the version that it is.
fn base_url(study: &Study, options: &BuildOptions) -> Option<String> {
    let base = options.base_url.as_ref().or(study.base_url.as_ref())?;
    Some(match &options.version {
        Some(version) => format!("{base}{}/", version.home.within(&version.name)),
        None => base.clone(),
    })
}

/// A version as it was published, which is built anew only where it is needed.
fn archive(own: &FrozenVersion, found: &mut Diagnostics) -> Option<Arc<Archive>> {
    let Some(manifest) = Manifest::parse(&own.published) else {
        let path = format!("{}{}/{}", load::VERSIONS, own.version.name, load::PUBLISHED);
        let message = format!("`{path}` is not as `baspa version new` wrote it");
        found.push(Diagnostic::new(Code::BadValue, own.span, message));
        return None;
    };
    let (input, version) = (own.input.clone(), own.version.clone());
    let rebuild = move || {
        let version = Some(version.clone());
        let options = BuildOptions { version, ..BuildOptions::default() };
        build(&input, &options).site
    };
    Some(Archive::new(&own.version, manifest, Box::new(rebuild)))
}

/// A version for the pages that name it.
fn past<'v>(editions: &[Edition], own: &'v FrozenVersion) -> html::PastVersion<'v> {
    let manifest = Manifest::parse(&own.published).unwrap_or_default();
    let has = |lang: &Lang| {
        let page = html::paths::PageKind::Study.path(Home::TOP, *lang);
        manifest.paths().any(|path| *path == page)
    };
    let languages = editions.iter().map(|edition| edition.lang).filter(has).collect();
    let lists = manifest
        .paths()
        .filter_map(|path| html::paths::list_beside(own.version.home, path));
    html::PastVersion { version: &own.version, languages, lists: lists.collect() }
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
    problems.append(html::cards_left_out(context, study, edition));
    let files = EditionFiles {
        lang: edition.lang,
        pages,
        cards: html::draw_cards(context, edition, &before.cards),
        figures: drawn.files.clone(),
        figure_data: export::figure_files(
            edition,
            &context.interfaces.get(edition.lang).locale,
            study.messages.get(edition.lang),
        ),
    };
    (files, problems)
}

/// What `make` makes, and what it finds.
fn told<T>(make: impl FnOnce(&mut Diagnostics) -> T) -> (T, Diagnostics) {
    let mut found = Diagnostics::new();
    (make(&mut found), found)
}

/// What was made, its problems added to those `found`.
fn gather<T>(made: Vec<(T, Diagnostics)>, found: &mut Diagnostics) -> Vec<T> {
    let made = made.into_iter().map(|(made, problems)| {
        found.append(problems);
        made
    });
    made.collect()
}
