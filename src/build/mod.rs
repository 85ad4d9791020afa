//! The whole line, from the files of a project to its site.
//!
//! `study` is what is made of each study, `several` how several share a site, `version` what
//! a site has of the versions of its studies.

mod several;
mod study;
mod version;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diag::{Diagnostic, Diagnostics};
use crate::record::{self, Record};
use crate::site::{self, Assembled, Content, Site};
use crate::site_path::{Home, SitePath};
use crate::source::Input;
use crate::study::{Study, Version};
use crate::translation::state::Standing;
use crate::{chart, html, load, picture};
use study::Making;

/// What an author may ask of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// Whether a missing translation is shown in the source language and not an error.
    pub draft: bool,
    /// The public address of the site, ending in `/`, in place of the study's own.
    pub base_url: Option<String>,
    /// The version that the site is, which is published in a folder of its name.
    pub version: Option<Version>,
}

/// What a build found and made.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The whole site; `None` where an error was found.
    pub site: Option<Site>,
    /// What a reader of each study sees, or would see but for the errors, by where it lives;
    /// none where there is no study.
    pub records: BTreeMap<Home, Kept>,
    /// How the translations of each edition stand; none where there is no study.
    pub standings: Vec<Standing>,
    /// Everything that is to be said of the project, in the order of its places.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a reader of a study sees, and what the project keeps of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record of this build.
    pub now: Record,
    /// That of the last accepted revision, if there is one that can be read.
    pub accepted: Option<Record>,
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
    records: BTreeMap<Home, Kept>,
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
        return several::make(input, options, before, first, found);
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
    let making =
        Making { input, options, before, theme: &theme, collection: None, keywords: &[] };
    let made = making.make(study, first, found);
    let site = site::assemble(Vec::new(), vec![made.files], &theme, found);
    Some(with_records(site, vec![(Home::TOP, made.kept)], made.standings, found))
}

/// The site with the record of each study.
fn with_records(
    made: Assembled,
    records: Vec<(Home, Kept)>,
    standings: Vec<Standing>,
    found: &mut Diagnostics,
) -> Made {
    let Assembled { mut site, of_studies } = made;
    let records = records.into_iter().zip(of_studies).map(|((home, mut kept), own)| {
        kept.now.add_files(&own, &site);
        (home, kept)
    });
    let records: BTreeMap<_, _> = records.collect();
    for (home, kept) in &records {
        let text = Content::Bytes(kept.now.text().into_bytes().into());
        site::add(&mut site, record::path(*home), text, found);
    }
    Made { site: Some(site), records, standings }
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
