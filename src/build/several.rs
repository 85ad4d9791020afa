//! Several studies that share a site.

use rayon::prelude::*;

use super::study::{MadeStudy, Making};
use super::{Before, BuildOptions, First, Kept, Made, gather, told, with_records};
use crate::diag::Diagnostics;
use crate::record::{self, Record};
use crate::site_path::Home;
use crate::source::Input;
use crate::study::{Collection, Study};
use crate::{html, load, site};

/// A site of several studies, each of which is made as if it were alone.
pub(super) fn make(
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
    let Loaded { studies, of_studies, accepted } =
        load_all(input, options, &collection, found);
    let is_whole = studies.len() == collection.studies.len();
    let keywords = load::keywords(&collection, &studies, found);
    let is_good = !found.has_errors() && !of_studies.iter().any(Diagnostics::has_errors);
    let first = first.filter(|_| is_good);
    let make = |(study, mut found): (Study, Diagnostics)| {
        let (input, before) = (&input.of_study(study.home), &*before.of(study.home));
        let (collection, keywords) = (Some(&collection), keywords.as_slice());
        let making =
            Making { input, options, before, theme: &theme, collection, keywords };
        (making.make(study, first, &mut found), found)
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
    let mut files = Vec::new();
    let mut records = Vec::new();
    for (own, accepted) in made.into_iter().zip(accepted) {
        files.push(own.files);
        records.push((own.study.home, Kept { now: own.record, accepted }));
    }
    let site = site::assemble(pages, files, &theme, found);
    Some(with_records(site, records, standings, found))
}

/// The studies of a site without those that there is nothing to make of.
#[derive(Default)]
struct Loaded {
    studies: Vec<Study>,
    /// What was found in each: its checks look away from what is wrong with it already.
    of_studies: Vec<Diagnostics>,
    /// The record of the last accepted revision of each.
    accepted: Vec<Option<Record>>,
}

fn load_all(
    input: &Input,
    options: &BuildOptions,
    collection: &Collection,
    found: &mut Diagnostics,
) -> Loaded {
    let load = |home: &Home| {
        let input = input.of_study(*home);
        let (study, mut found) = load::study_in(&input, options.draft, Some(collection));
        let accepted = record::accepted(&input, &mut found);
        (study, found, accepted)
    };
    let all: Vec<_> = collection.studies.par_iter().map(load).collect();
    let mut loaded = Loaded::default();
    for (study, of_study, accepted) in all {
        match study {
            Some(study) => {
                loaded.studies.push(study);
                loaded.of_studies.push(of_study);
                loaded.accepted.push(accepted);
            }
            None => found.append(of_study),
        }
    }
    loaded
}
