//! The page of the study.

use serde::Serialize;

use super::front::{OpeningView as FrontPage, opening_view};
use super::outdated::{OutdatedView, outdated_view};
use super::{BackView, PassageView, TextView, back_views};
use crate::edition::{Block, Edition, FlagMark, Section, Text};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::prose::{Placer, Prose, flag_id};

/// The page of the study.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct StudyView {
    /// All that stands before the text.
    opening: FrontPage,
    summary: PassageView,
    summary_outdated: Option<OutdatedView>,
    contents: Vec<EntryView>,
    sections: Vec<SectionView>,
    flags: Vec<FlagView>,
    notes: Vec<NoteView>,
    references: Vec<ReferenceView>,
    /// The ids of the page's own parts.
    ids: IdsView,
}

/// A line of the contents.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct EntryView {
    href: String,
    number: Option<usize>,
    title: TextView,
    children: Vec<EntryView>,
}

#[derive(Debug, Clone, Serialize)]
struct SectionView {
    #[serde(flatten)]
    opening: OpeningView,
    body: PassageView,
}

/// What a section begins with.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct OpeningView {
    /// `None` beside another language, which has it.
    id: Option<String>,
    number: usize,
    title: TextView,
    link: Html,
    /// Whether the section is not yet in the edition's language.
    untranslated: bool,
    /// What a reader is told where the section is behind the original.
    outdated: Option<OutdatedView>,
}

/// A flag in the legend of a page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FlagView {
    id: String,
    code: char,
    meaning: String,
}

/// A footnote.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct NoteView {
    id: String,
    number: usize,
    body: PassageView,
    backs: Vec<BackView>,
}

/// An entry of the reference list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct ReferenceView {
    number: usize,
    key: String,
    text: TextView,
    incomplete: bool,
    backs: Vec<BackView>,
}

/// The ids of the parts of a page that no author names.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct IdsView {
    pub(in crate::html) summary: String,
    pub(in crate::html) data: String,
    pub(in crate::html) flags: String,
    pub(in crate::html) notes: String,
    pub(in crate::html) references: String,
}

pub(in crate::html) fn study_view(
    page: &Page<'_>,
    prose: &mut Prose,
    place: &mut Placer<'_>,
) -> StudyView {
    let edition = page.edition;
    let ids = ids(prose, edition);
    prose.set_aside(&edition.notes);
    let opening = opening_view(page, prose);
    let sections = edition.sections.iter();
    StudyView {
        opening,
        summary_outdated: outdated_view(
            page,
            &edition.summary,
            Some(&ids.summary),
            "outdated_in_abstract",
        ),
        summary: prose.passage(&edition.summary, 1, place),
        contents: contents(prose, edition),
        sections: sections.map(|own| section(page, prose, own, place)).collect(),
        flags: flags(prose, edition),
        notes: notes(prose, edition, place),
        references: references(prose, edition),
        ids,
    }
}

/// The ids of the page's own parts, which give way to those of authors.
pub(in crate::html) fn ids(prose: &mut Prose, edition: &Edition) -> IdsView {
    prose.reserve(anchors(edition));
    IdsView {
        summary: prose.fresh_id("abstract"),
        data: prose.fresh_id("data"),
        flags: prose.fresh_id("flags"),
        notes: prose.fresh_id("notes"),
        references: prose.fresh_id("references"),
    }
}

/// A line for each section.
pub(in crate::html) fn contents(prose: &Prose, edition: &Edition) -> Vec<EntryView> {
    edition.sections.iter().map(|section| section_entry(prose, section)).collect()
}

fn section_entry(prose: &Prose, section: &Section) -> EntryView {
    let heading = |block: &Block| match block {
        Block::Heading { level: 2, id, content } => Some(EntryView {
            href: format!("#{id}"),
            number: None,
            title: prose
                .words(&Text { lang: section.body.lang, content: content.clone() }),
            children: Vec::new(),
        }),
        _ => None,
    };
    EntryView {
        href: format!("#{}", section.id),
        number: Some(section.number),
        title: prose.words(&section.title),
        children: section.body.blocks.iter().filter_map(heading).collect(),
    }
}

fn section(
    page: &Page<'_>,
    prose: &mut Prose,
    section: &Section,
    place: &mut Placer<'_>,
) -> SectionView {
    SectionView {
        opening: opening(page, prose, section),
        body: prose.passage(&section.body, 1, place),
    }
}

/// What a section begins with.
pub(in crate::html) fn opening(
    page: &Page<'_>,
    prose: &mut Prose,
    section: &Section,
) -> OpeningView {
    OpeningView {
        id: (!prose.is_twin()).then(|| section.id.clone()),
        number: section.number,
        title: prose.text(&section.title),
        link: prose.heading_link(&section.id, &section.title.content),
        untranslated: section.body.lang != prose.lang(),
        outdated: outdated_view(
            page,
            &section.body,
            Some(&section.id),
            "outdated_in_section",
        ),
    }
}

/// The flags of the values in the texts.
pub(in crate::html) fn flags(prose: &Prose, edition: &Edition) -> Vec<FlagView> {
    let view = |flag: &FlagMark| FlagView {
        id: prose.own_id(&flag_id(flag.code)),
        code: flag.code,
        meaning: flag.meaning.clone(),
    };
    edition.flags.iter().map(view).collect()
}

/// The footnotes, after all that mentions them.
pub(in crate::html) fn notes(
    prose: &mut Prose,
    edition: &Edition,
    place: &mut Placer<'_>,
) -> Vec<NoteView> {
    let mut notes = Vec::new();
    for (i, note) in edition.notes.iter().enumerate() {
        let number = i + 1;
        let body = prose.passage(&note.body, 1, place);
        let ids = prose.mentions_of_note(number).iter();
        let ids = ids.map(|it| prose.own_id(&format!("fn-{number}-ref-{it}")));
        let backs = back_views(ids);
        let id = prose.own_id(&format!("fn-{number}"));
        notes.push(NoteView { id, number, body, backs });
    }
    notes
}

/// The reference list, after all that cites.
pub(in crate::html) fn references(
    prose: &mut Prose,
    edition: &Edition,
) -> Vec<ReferenceView> {
    let mut references = Vec::new();
    for reference in &edition.references {
        let key = &reference.key;
        let text = prose.text(&reference.text);
        let ids = prose.mentions_of(key).iter();
        references.push(ReferenceView {
            number: reference.number,
            key: key.clone(),
            text,
            incomplete: reference.incomplete,
            backs: back_views(ids.map(|mention| format!("cite-{key}-{mention}"))),
        });
    }
    references
}

/// The ids that authors gave to what stands on the page.
fn anchors(edition: &Edition) -> Vec<String> {
    let mut ids = Vec::new();
    let notes = edition.notes.iter().map(|note| &note.body);
    for passage in std::iter::once(&edition.summary).chain(notes) {
        collect_anchors(&passage.blocks, &mut ids);
    }
    for section in &edition.sections {
        ids.push(section.id.clone());
        collect_anchors(&section.body.blocks, &mut ids);
    }
    ids
}

fn collect_anchors(blocks: &[Block], ids: &mut Vec<String>) {
    use crate::edition::Placed;
    for block in blocks {
        match block {
            Block::Heading { id, .. } => ids.push(id.clone()),
            Block::List { items, .. } => {
                items.iter().for_each(|item| collect_anchors(item, ids));
            }
            Block::Quote(blocks) => collect_anchors(blocks, ids),
            Block::Placed(Placed::Figure(figure)) => ids.push(figure.id.clone()),
            Block::Placed(Placed::Table(table)) => ids.push(table.id.clone()),
            _ => {}
        }
    }
}
