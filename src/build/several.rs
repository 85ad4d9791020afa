//! Several studies that share a site.

use rayon::prelude::*;

use super::study::{MadeStudy, Making};
use super::{Before, BuildOptions, First, Made, gather, told, with_records};
use crate::diag::Diagnostics;
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
    let (studies, of_studies) = load_all(input, options, &collection, found);
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
    let (files, records): (Vec<_>, Vec<_>) =
        made.into_iter().map(|own| (own.files, (own.study.home, own.kept))).unzip();
    let site = site::assemble(pages, files, &theme, found);
    Some(with_records(site, records, standings, found))
}

/// The studies of a site without those that there is nothing to make of, and what was found
/// in each: its checks look away from what is wrong with it already.
fn load_all(
    input: &Input,
    options: &BuildOptions,
    collection: &Collection,
    found: &mut Diagnostics,
) -> (Vec<Study>, Vec<Diagnostics>) {
    let load = |home: &Home| {
        load::study_in(&input.of_study(*home), options.draft, Some(collection))
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
