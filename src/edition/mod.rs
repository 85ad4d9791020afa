//! An edition: the study in one language, with nothing left to look up.
//!
//! What is the same in every language (numbers of figures and tables, anchors, which rows
//! are shown, the reference list) is found once; then each edition is made on its own.

mod bibliography;
mod chart;
mod claim;
mod context;
mod dataset;
mod drawn;
mod figure;
mod finding;
mod flag;
mod front;
mod grid;
mod held;
mod latin;
mod locator;
mod map;
mod mark;
mod model;
mod note;
mod numbering;
mod opening;
mod outdated;
mod placement;
mod plan;
mod plausible;
mod prose;
mod reference;
mod regions;
mod reserved;
mod revision;
mod selection;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod trend;
mod typography;
mod unit;
mod untold;
mod work;
mod written_out;

pub use drawn::*;
pub use held::Held;
pub use model::*;
pub use work::{Creator, Work};
pub use written_out::written_out;

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::study::{self, PageLayout, Study};
use crate::translation::state::{Standing, standings};

use context::{Common, Context, Setting};

/// What is made of a study, and how it stands.
#[derive(Debug)]
pub struct Resolved {
    /// The editions, in the order of the study.
    pub editions: Vec<Edition>,
    /// How the translation of each language stands.
    pub standings: Vec<Standing>,
    /// What stands in the way of publishing them.
    pub problems: Diagnostics,
}

/// Makes the edition of each language of the study, in the study's order, and after the
/// Kazakh one that in Latin letters where the study has it; reports everything that stands
/// in the way of publishing them.
pub fn resolve(study: &Study) -> Resolved {
    let mut problems = Diagnostics::new();
    let records = study.records();
    let common = Common::new(study, &records, &mut problems);
    let made: Vec<_> = study
        .languages
        .par_iter()
        .map(|lang| {
            let (edition, found) = edition(&common, *lang);
            let latin = study.kazakh_latin.as_ref().filter(|own| own.from() == *lang);
            let in_latin = latin.map(|own| latin::edition(own, &edition));
            (edition, in_latin, found)
        })
        .collect();
    let mut editions = Vec::with_capacity(made.len());
    for (edition, in_latin, found) in made {
        problems.append(found);
        editions.push(edition);
        editions.extend(in_latin);
    }
    let standings = standings(study, &common.states);
    Resolved { editions, standings, problems }
}

/// Footnotes and citations are counted in the order in which a reader meets them, so the
/// parts are made in that order too.
fn edition(common: &Common<'_>, lang: Lang) -> (Edition, Diagnostics) {
    let study = common.study;
    let mut context = Context::new(common, lang);
    let cx = &mut context;
    let front = front::front(cx);
    let opening = opening::opening(cx);
    let of_front = claim::blocks(cx);
    let mut summary = note::passage(cx, 0, "abstract", study.summary.get(lang));
    summary.blocks.splice(0..0, of_front);
    let sections: Vec<_> =
        study.sections.iter().enumerate().map(|(at, own)| section(cx, at, own)).collect();
    let notes = note::all(cx);
    let mentions = cx.cited.clone();
    cx.claims = claim::Notes::default();
    let about = study.about.get(lang);
    let about = prose::passage(cx, Setting::of(about.lang), "about", about);
    let datasets =
        study.datasets.iter().map(|dataset| dataset::dataset(cx, dataset)).collect();
    let revisions = revision::revisions(cx);
    let claims = claim::all(cx);
    let edition = Edition {
        home: study.home,
        lang,
        derived_from: None,
        front,
        opening,
        summary,
        about,
        untranslated: untranslated(&sections, lang),
        sections,
        flags: flag::marks(cx.messages(), cx.flags),
        notes,
        references: reference::list(common, &mentions),
        datasets,
        revisions,
        claims,
    };
    untold::check(cx);
    (edition, context.diagnostics)
}

fn section<'a>(cx: &mut Context<'a>, at: usize, section: &'a study::Section) -> Section {
    let study = cx.common.study;
    if study.layout == PageLayout::Paged {
        cx.claims = claim::Notes::new(finding::by_hand(study));
    }
    let translation = section.translations.get(cx.lang);
    let name = format!("sections/{}", section.id);
    let mut title = prose::text(cx, Setting::of(cx.lang), &translation.title);
    if cx.outdated.has_title(&name) {
        title.content.insert(0, Inline::Mark(Mark::Outdated));
    }
    let of_title = claim::blocks(cx);
    let mut body = note::passage(cx, at + 1, &name, &translation.passage);
    body.blocks.splice(0..0, of_title);
    Section { id: section.id.clone(), number: at + 1, title, body }
}

fn untranslated(sections: &[Section], lang: Lang) -> Vec<String> {
    sections
        .iter()
        .filter(|section| section.body.lang != lang)
        .map(|section| section.id.clone())
        .collect()
}
