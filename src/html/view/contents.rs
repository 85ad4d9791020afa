//! The contents of a study.

use serde::Serialize;

use super::TextView;
use super::study::IdsView;
use crate::edition::{Block, Section, Text};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::prose::Prose;

/// A line of the contents.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct EntryView {
    href: String,
    number: Option<usize>,
    title: TextView,
    children: Vec<EntryView>,
    /// Whether it leads to the page that it stands on.
    current: bool,
    /// What readers may look for on the study's page, and find on that of the section.
    anchors: Vec<String>,
}

/// What follows the text, as the contents name it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct EndView {
    href: String,
    title: String,
    current: bool,
}

/// A line for each section.
pub(in crate::html) fn contents(page: &Page<'_>, prose: &Prose) -> Vec<EntryView> {
    let sections = page.edition.sections.iter();
    sections.map(|section| section_entry(page, prose, section)).collect()
}

fn section_entry(page: &Page<'_>, prose: &Prose, section: &Section) -> EntryView {
    let heading = |block: &Block| match block {
        Block::Heading { level: 2, id, content } => Some(EntryView {
            href: prose.to(id),
            number: None,
            title: prose
                .words(&Text { lang: section.body.lang, content: content.clone() }),
            children: Vec::new(),
            current: false,
            anchors: Vec::new(),
        }),
        _ => None,
    };
    let own = page.places().page(&section.id);
    let has_page = *own != PageKind::Study && page.shows_one_language();
    EntryView {
        href: if has_page { page.link(own) } else { prose.to(&section.id) },
        number: Some(section.number),
        title: prose.words(&section.title),
        children: section.body.blocks.iter().filter_map(heading).collect(),
        current: has_page && *own == page.kind,
        anchors: match has_page && page.kind == PageKind::Study {
            true => page.places().anchors_of(own),
            false => Vec::new(),
        },
    }
}

/// What follows the text: datasets, footnotes where the page has all of them, references.
pub(in crate::html) fn ends(page: &Page<'_>, ids: &IdsView) -> Vec<EndView> {
    let edition = page.edition;
    let has_page = page.places().are_several() && page.shows_one_language();
    let end = |key: &str, href: String, current: bool| EndView {
        href,
        title: page.interface.messages.get(key).to_owned(),
        current,
    };
    let here = |id: &str| format!("#{id}");
    let mut ends = Vec::new();
    if !edition.datasets.is_empty() {
        let front = match has_page && page.kind != PageKind::Study {
            true => page.link(&PageKind::Study),
            false => String::new(),
        };
        ends.push(end("datasets", front + &here(&ids.data), false));
    }
    if !edition.notes.is_empty() && !has_page {
        ends.push(end("footnotes", here(&ids.notes), false));
    }
    if !edition.references.is_empty() {
        ends.push(match has_page {
            true => {
                let is_own = page.kind == PageKind::References;
                end("references", page.link(&PageKind::References), is_own)
            }
            false => end("references", here(&ids.references), false),
        });
    }
    ends
}
