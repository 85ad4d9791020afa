//! The pages of an edition.

use std::collections::BTreeSet;

use super::object::{dataset, finding, flags, history, reference};
use super::parts::Parts;
use super::prose::{blocks, footnote, passage};
use super::words::{line, text};
use super::{Edition, Kind, Page, front};
use crate::chart::Drawings;
use crate::edition as model;
use crate::html::paths::PageKind;
use crate::html::text_pages;
use crate::study::PageLayout;

/// The anchors of what has no heading of an author.
pub(crate) const ABSTRACT: &str = "abstract";
const NOTES: &str = "notes";
const REFERENCES: &str = "references";
const FLAGS: &str = "flags";

/// What is told of a text that is not translated.
const NOT_TRANSLATED: &str = "not translated";

/// The texts of an edition with its drawings.
pub(super) fn edition(
    edition: &model::Edition,
    layout: PageLayout,
    drawn: &Drawings,
) -> Edition {
    let page = |kind: PageKind, parts: Parts| Page {
        path: kind.path(edition.home, edition.lang).to_string(),
        parts: parts.finish(),
    };
    let text = text_pages(edition, layout).into_iter().map(|kind| {
        let parts = match (&kind, layout) {
            (PageKind::Section(id), _) => section_page(edition, id, drawn),
            (PageKind::References, _) => works(edition),
            (_, PageLayout::Paged) => front_page(edition, drawn),
            (_, PageLayout::Single) => study(edition, drawn),
        };
        page(kind, parts)
    });
    let about = page(PageKind::About, about(edition));
    let datasets = edition.datasets.iter();
    let datasets = datasets
        .map(|own| page(PageKind::Dataset(own.id.clone()), dataset(edition, own)));
    let revised = edition.datasets.iter().filter(|_| !edition.revisions.is_empty());
    let histories = revised
        .map(|own| page(PageKind::Revisions(own.id.clone()), history(edition, own)));
    let pages = text.chain([about]).chain(datasets).chain(histories).collect();
    Edition { lang: edition.lang.to_string(), pages }
}

fn study(edition: &model::Edition, drawn: &Drawings) -> Parts {
    let mut parts = opening(edition, drawn);
    edition.sections.iter().for_each(|own| section(&mut parts, edition, own, drawn));
    let all = model::Held {
        notes: (1..=edition.notes.len()).collect(),
        flags: edition.flags.iter().map(|flag| flag.code).collect(),
        ..model::Held::default()
    };
    below(&mut parts, edition, &all, (0..edition.references.len()).collect());
    parts
}

/// The study's page where sections have pages of their own: it has the legend of all flags.
fn front_page(edition: &model::Edition, drawn: &Drawings) -> Parts {
    let mut parts = opening(edition, drawn);
    let mut held = edition.held(0);
    held.flags = edition.flags.iter().map(|flag| flag.code).collect();
    let works = edition.works(&held);
    below(&mut parts, edition, &held, works);
    parts
}

fn section_page(edition: &model::Edition, id: &str, drawn: &Drawings) -> Parts {
    let mut parts = Parts::default();
    for own in edition.sections.iter().filter(|own| own.id == id) {
        section(&mut parts, edition, own, drawn);
        let held = edition.held(own.number);
        let works = edition.works(&held);
        below(&mut parts, edition, &held, works);
    }
    parts
}

/// The page of the reference list.
fn works(edition: &model::Edition) -> Parts {
    let mut parts = Parts::default();
    parts.enter(REFERENCES);
    edition.references.iter().for_each(|work| reference(&mut parts, work));
    parts
}

/// All that stands before the sections.
fn opening(edition: &model::Edition, drawn: &Drawings) -> Parts {
    let mut parts = Parts::default();
    front::front(&mut parts, edition);
    parts.enter(ABSTRACT);
    untranslated(&mut parts, edition, &edition.summary);
    passage(&mut parts, &edition.summary, drawn);
    parts
}

/// What is told of a text that is shown in another language than the edition's.
fn untranslated(parts: &mut Parts, edition: &model::Edition, text: &model::Passage) {
    if text.lang != edition.lang {
        parts.add(Kind::Behind, NOT_TRANSLATED);
    }
}

fn section(
    parts: &mut Parts,
    edition: &model::Edition,
    section: &model::Section,
    drawn: &Drawings,
) {
    parts.enter(&section.id);
    let title = text(&section.title);
    parts.add(Kind::Heading, format!("{} {title}", section.number));
    if edition.untranslated.contains(&section.id) {
        parts.add(Kind::Behind, NOT_TRANSLATED);
    }
    passage(parts, &section.body, drawn);
}

/// What is told below the text of a page: footnotes, the works at these positions of the
/// reference list, the legend of flags.
fn below(
    parts: &mut Parts,
    edition: &model::Edition,
    held: &model::Held<'_>,
    works: BTreeSet<usize>,
) {
    parts.enter(NOTES);
    for (at, note) in edition.notes.iter().enumerate() {
        if held.notes.contains(&(at + 1)) {
            footnote(parts, at + 1, note);
        }
    }
    parts.enter(REFERENCES);
    works.iter().for_each(|at| reference(parts, &edition.references[*at]));
    parts.enter(FLAGS);
    let mut legend = edition.flags.clone();
    legend.retain(|flag| held.flags.contains(&flag.code));
    flags(parts, &legend);
}

fn about(edition: &model::Edition) -> Parts {
    let mut parts = Parts::default();
    untranslated(&mut parts, edition, &edition.about);
    passage(&mut parts, &edition.about, &Drawings::new());
    parts.enter("editorial-notes");
    edition.claims.iter().for_each(|own| finding(&mut parts, own));
    parts
}

/// The anchor that parts below a heading stand under, and the heading itself.
pub(super) fn heading(parts: &mut Parts, id: &str, content: &[model::Inline]) {
    parts.enter(id);
    parts.add(Kind::Heading, line(content));
}

/// The texts of blocks, one to a line: of what is one part whatever it holds.
pub(super) fn flat(content: &[model::Block]) -> String {
    let mut parts = Parts::default();
    blocks(&mut parts, content, &Drawings::new());
    let texts = parts.finish().into_iter().map(|part| part.text);
    texts.collect::<Vec<_>>().join("\n")
}
