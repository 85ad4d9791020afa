//! The pages of the study's text: one, or the front and a page for each section.

use serde::Serialize;

use super::contents::{EndView, EntryView, contents, ends};
use super::front::{OpeningView as FrontPage, opening_view};
use super::outdated::{OutdatedView, outdated_view};
use super::pager::{PagerView, pager_view};
use super::{BackView, PassageView, TextView, back_views, linked_views};
use crate::edition::{Block, Edition, FlagMark, Section};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::places::{citation_id, reference_id};
use crate::html::prose::{Placer, Prose, flag_id};

/// The page of the study.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct StudyView {
    /// All that stands before the text.
    opening: FrontPage,
    summary: PassageView,
    summary_outdated: Option<OutdatedView>,
    /// None where they have pages of their own.
    sections: Vec<SectionView>,
    #[serde(flatten)]
    frame: FrameView,
}

/// A page of a section, or of the reference list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct PartPage {
    /// `None` on the page of the reference list.
    section: Option<SectionView>,
    #[serde(flatten)]
    frame: FrameView,
}

/// What stands around the text of a page: the contents, what is told below, the way on.
#[derive(Debug, Clone, Serialize)]
struct FrameView {
    contents: Vec<EntryView>,
    /// What follows the sections in the contents.
    ends: Vec<EndView>,
    /// `None` where the text has one page.
    pager: Option<PagerView>,
    flags: Vec<FlagView>,
    notes: Vec<NoteView>,
    references: Vec<ReferenceView>,
    /// The ids of the page's own parts.
    ids: IdsView,
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
    let summary_outdated =
        outdated_view(page, &edition.summary, Some(&ids.summary), "outdated_in_abstract");
    let summary = prose.passage(&edition.summary, 1, place);
    let shown = match page.places().are_several() {
        true => &[][..],
        false => &edition.sections,
    };
    let sections = shown.iter().map(|own| section(page, prose, own, 1, place)).collect();
    let frame = frame(page, prose, ids, edition.flags.clone(), place);
    StudyView { opening, summary, summary_outdated, sections, frame }
}

/// The page of a section; of the reference list for `None`.
pub(in crate::html) fn part_page(
    page: &Page<'_>,
    prose: &mut Prose,
    shown: Option<&Section>,
    place: &mut Placer<'_>,
) -> PartPage {
    let edition = page.edition;
    let ids = ids(prose, edition);
    prose.set_aside(&edition.notes);
    let section = shown.map(|own| section(page, prose, own, 0, place));
    let mut flags = edition.flags.clone();
    flags.retain(|flag| page.places().has(&page.kind, &flag_id(flag.code)));
    PartPage { section, frame: frame(page, prose, ids, flags, place) }
}

/// What stands around the text of a page, after all that mentions notes and works.
fn frame(
    page: &Page<'_>,
    prose: &mut Prose,
    ids: IdsView,
    legend: Vec<FlagMark>,
    place: &mut Placer<'_>,
) -> FrameView {
    let notes = notes(page, prose, place);
    let references = references(page, prose);
    FrameView {
        contents: contents(page, prose),
        ends: ends(page, &ids),
        pager: pager_view(page, prose),
        flags: flags(prose, &legend),
        notes,
        references,
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

fn section(
    page: &Page<'_>,
    prose: &mut Prose,
    section: &Section,
    deeper: u8,
    place: &mut Placer<'_>,
) -> SectionView {
    SectionView {
        opening: opening(page, prose, section),
        body: prose.passage(&section.body, deeper, place),
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

/// The legend of flags.
pub(in crate::html) fn flags(prose: &Prose, flags: &[FlagMark]) -> Vec<FlagView> {
    let view = |flag: &FlagMark| FlagView {
        id: prose.own_id(&flag_id(flag.code)),
        code: flag.code,
        meaning: flag.meaning.clone(),
    };
    flags.iter().map(view).collect()
}

/// The footnotes of the page, after all that mentions them.
pub(in crate::html) fn notes(
    page: &Page<'_>,
    prose: &mut Prose,
    place: &mut Placer<'_>,
) -> Vec<NoteView> {
    let mut notes = Vec::new();
    for (i, note) in page.edition.notes.iter().enumerate() {
        let number = i + 1;
        let own = format!("fn-{number}");
        if page.shows_one_language() && *page.places().page(&own) != page.kind {
            continue;
        }
        let body = prose.passage(&note.body, 1, place);
        let ids = prose.mentions_of_note(number).iter();
        let ids = ids.map(|it| prose.own_id(&format!("{own}-ref-{it}")));
        let backs = back_views(ids);
        let id = prose.own_id(&own);
        notes.push(NoteView { id, number, body, backs });
    }
    notes
}

/// The works that the page lists, after all that cites: where the text stands on several
/// pages, those that are cited there; all of them on the page of the reference list.
pub(in crate::html) fn references(
    page: &Page<'_>,
    prose: &mut Prose,
) -> Vec<ReferenceView> {
    let is_list = page.kind == PageKind::References;
    let whole = is_list || !page.places().are_several() || !page.shows_one_language();
    let mut references = Vec::new();
    for reference in &page.edition.references {
        let key = &reference.key;
        if !whole && !page.places().has(&page.kind, &reference_id(key)) {
            continue;
        }
        let text = prose.text(&reference.text);
        let backs = match is_list {
            true => {
                let ids = (1..=reference.mentions).map(|own| citation_id(key, own));
                let known = ids.filter(|id| page.places().knows(id));
                linked_views(known.map(|id| prose.to(&id)))
            }
            false => {
                let ids = prose.mentions_of(key).iter();
                back_views(ids.map(|mention| citation_id(key, *mention)))
            }
        };
        let (number, incomplete) = (reference.number, reference.incomplete);
        let key = key.clone();
        references.push(ReferenceView { number, key, text, incomplete, backs });
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
