//! The pages of an edition.

use super::object::{dataset, finding, flags, history, reference};
use super::parts::Parts;
use super::prose::{blocks, footnote, passage};
use super::words::{line, text};
use super::{Edition, Kind, Page, front};
use crate::chart::Drawings;
use crate::edition as model;
use crate::html::paths::PageKind;

/// The anchors of what has no heading of an author.
pub(crate) const ABSTRACT: &str = "abstract";
const NOTES: &str = "notes";
const REFERENCES: &str = "references";
const FLAGS: &str = "flags";

/// The texts of an edition with its drawings.
pub(super) fn edition(edition: &model::Edition, drawn: &Drawings) -> Edition {
    let page = |kind: PageKind, parts: Parts| Page {
        path: kind.path(edition.lang).to_string(),
        parts: parts.finish(),
    };
    let study = page(PageKind::Study, study(edition, drawn));
    let about = page(PageKind::About, about(edition));
    let datasets = edition.datasets.iter();
    let datasets = datasets
        .map(|own| page(PageKind::Dataset(own.id.clone()), dataset(edition, own)));
    let revised = edition.datasets.iter().filter(|_| !edition.revisions.is_empty());
    let histories = revised
        .map(|own| page(PageKind::Revisions(own.id.clone()), history(edition, own)));
    let pages = [study, about].into_iter().chain(datasets).chain(histories).collect();
    Edition { lang: edition.lang.to_string(), pages }
}

fn study(edition: &model::Edition, drawn: &Drawings) -> Parts {
    let mut parts = Parts::default();
    front::front(&mut parts, edition);
    parts.enter(ABSTRACT);
    passage(&mut parts, &edition.summary, drawn);
    for section in &edition.sections {
        parts.enter(&section.id);
        let title = text(&section.title);
        parts.add(Kind::Heading, format!("{} {title}", section.number));
        if edition.untranslated.contains(&section.id) {
            parts.add(Kind::Behind, "not translated");
        }
        passage(&mut parts, &section.body, drawn);
    }
    parts.enter(NOTES);
    for (at, note) in edition.notes.iter().enumerate() {
        footnote(&mut parts, at + 1, note);
    }
    parts.enter(REFERENCES);
    edition.references.iter().for_each(|work| reference(&mut parts, work));
    parts.enter(FLAGS);
    flags(&mut parts, &edition.flags);
    parts
}

fn about(edition: &model::Edition) -> Parts {
    let mut parts = Parts::default();
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
