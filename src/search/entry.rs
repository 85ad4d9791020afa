//! What can be found in an edition.

use super::passage::{Passages, passages};
use crate::edition::{
    Dataset, Edition, Figure, Finding, Grid, Reference, Section, Table, Text, Variable,
};
use crate::lang::Lang;
use crate::locale::{Locale, Messages};

/// How many cells of a table are looked through: of a longer one, its files are searched.
const CELLS: usize = 2_000;

/// Something that a search can find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Where it is.
    pub place: Place,
    /// What it is called before its title, such as `Figure 1` or `Section 2`; empty where
    /// it has none.
    pub label: String,
    /// The language of its title, and of its text as far as it is one.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What stands at its head: subtitles, descriptions, keywords, names of variables.
    pub lead: String,
    /// The names of the variables and levels of a dataset.
    pub names: String,
    /// Its text.
    pub body: String,
    /// What stands below it: notes, sources, cells.
    pub foot: String,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A stretch of text under one heading.
    Passage,
    /// A figure.
    Figure,
    /// A table.
    Table,
    /// A dataset.
    Dataset,
    /// A work of the reference list.
    Work,
    /// The page about the edition.
    About,
}

/// Where an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At this anchor of the text.
    Text(String),
    /// The page of the dataset with this id.
    Dataset(String),
    /// The page about the edition.
    About,
}

/// All that can be found in an edition, in the order of reading.
pub fn entries(edition: &Edition, messages: &Messages, locale: &Locale) -> Vec<Entry> {
    let mut entries = vec![abstract_entry(edition, messages)];
    for section in &edition.sections {
        let number = [("n", &*section.number.to_string())];
        let label = locale.capitalise_first(&messages.format("section_ref", &number));
        section_entries(edition, section, label, &mut entries);
    }
    entries.extend(edition.datasets.iter().map(|own| dataset(own, messages)));
    entries.extend(edition.references.iter().map(|own| work(own, messages)));
    let about = passages("", "", &edition.about.blocks);
    entries.push(Entry {
        title: messages.get("about_edition").to_owned(),
        body: about.texts(),
        ..Entry::new(edition.lang, EntryKind::About, Place::About)
    });
    entries
}

impl Entry {
    fn new(lang: Lang, kind: EntryKind, place: Place) -> Self {
        let none = String::new;
        let (label, title, lead, names) = (none(), none(), none(), none());
        Self { kind, place, label, lang, title, lead, names, body: none(), foot: none() }
    }

    /// Its texts in one, for what is shown of it beside the title.
    pub(super) fn text(&self) -> String {
        let texts =
            [&self.lead, &self.names, &self.body, &self.foot].map(|own| own.as_str());
        sentences(&texts)
    }
}

fn abstract_entry(edition: &Edition, messages: &Messages) -> Entry {
    let text = passages("", "", &edition.summary.blocks);
    let front = &edition.front;
    Entry {
        title: messages.get("abstract").to_owned(),
        lead: sentences(&[&front.keywords.join(", "), &front.description.plain()]),
        body: text.texts(),
        ..Entry::new(edition.lang, EntryKind::Passage, Place::Text("abstract".to_owned()))
    }
}

/// The passages of a section, of which the first has its `label`, then what they hold.
fn section_entries(
    edition: &Edition,
    section: &Section,
    mut label: String,
    entries: &mut Vec<Entry>,
) {
    let Passages { passages, figures, tables } =
        passages(&section.id, &section.title.plain(), &section.body.blocks);
    for (at, passage) in passages.into_iter().enumerate() {
        let is_first = at == 0;
        let notes = if is_first { footnotes(edition, section) } else { String::new() };
        entries.push(Entry {
            label: std::mem::take(&mut label),
            title: passage.title,
            body: sentences(&[&passage.text, &notes]),
            foot: passage.findings,
            ..Entry::new(
                section.title.lang,
                EntryKind::Passage,
                Place::Text(passage.anchor),
            )
        });
    }
    entries.extend(figures.into_iter().map(figure));
    entries.extend(tables.into_iter().map(table));
}

/// The footnotes of a section.
fn footnotes(edition: &Edition, section: &Section) -> String {
    let own = edition.notes.iter().filter(|note| note.key.0 == section.number);
    let texts = own.map(|note| passages("", "", &note.body.blocks).texts());
    texts.collect::<Vec<_>>().join(" ")
}

fn figure(figure: &Figure) -> Entry {
    let notes = figure.notes.as_ref().map(Text::plain).unwrap_or_default();
    Entry {
        label: figure.label.clone(),
        title: figure.title.plain(),
        lead: figure.subtitle.plain(),
        body: sentences(&[&figure.description(), &notes]),
        foot: foot(&figure.source, &figure.findings, &figure.grid),
        ..Entry::new(figure.title.lang, EntryKind::Figure, Place::Text(figure.id.clone()))
    }
}

fn table(table: &Table) -> Entry {
    Entry {
        label: table.label.clone(),
        title: table.title.plain(),
        lead: heads(&table.grid),
        body: table.notes.as_ref().map(Text::plain).unwrap_or_default(),
        foot: foot(&table.source, &table.findings, &table.grid),
        ..Entry::new(table.title.lang, EntryKind::Table, Place::Text(table.id.clone()))
    }
}

fn dataset(dataset: &Dataset, messages: &Messages) -> Entry {
    let variables: Vec<_> = dataset.variables.iter().map(variable).collect();
    let notes = dataset.notes.as_ref().map(Text::plain).unwrap_or_default();
    Entry {
        title: dataset.title.plain(),
        label: messages.get("dataset").to_owned(),
        lead: sentences(&[&dataset.description.plain(), &dataset.period]),
        names: variables.join("; "),
        body: notes,
        foot: foot(&dataset.source, &dataset.findings, &dataset.grid),
        ..Entry::new(
            dataset.title.lang,
            EntryKind::Dataset,
            Place::Dataset(dataset.id.clone()),
        )
    }
}

/// The label of a variable with those of its levels.
fn variable(variable: &Variable) -> String {
    let levels: Vec<_> = variable.levels.iter().map(|own| own.label.plain()).collect();
    match levels.as_slice() {
        [] => variable.label.plain(),
        levels => format!("{}: {}", variable.label.plain(), levels.join(", ")),
    }
}

fn work(work: &Reference, messages: &Messages) -> Entry {
    let anchor = format!("ref-{}", work.key);
    let text = work.text.plain();
    let label = messages.get("references").to_owned();
    Entry {
        label,
        title: text,
        ..Entry::new(work.text.lang, EntryKind::Work, Place::Text(anchor))
    }
}

fn foot(source: &Text, findings: &[Finding], grid: &Grid) -> String {
    let findings: Vec<_> = findings.iter().map(finding).collect();
    sentences(&[&source.plain(), &findings.join(" "), &cells(grid)])
}

/// What an editorial note says.
pub(super) fn finding(finding: &Finding) -> String {
    let messages = finding.messages.iter().chain([&finding.reason]);
    messages.map(Text::plain).collect::<Vec<_>>().join(" ")
}

fn heads(grid: &Grid) -> String {
    let heads = grid.columns.iter().map(|column| column.label.plain());
    heads.collect::<Vec<_>>().join("; ")
}

/// The cells, those of a row together.
fn cells(grid: &Grid) -> String {
    let width = grid.columns.len().max(1);
    let rows = grid.rows.iter().take(CELLS / width).map(|row| {
        let cells: Vec<_> = row.iter().map(|cell| cell.text.as_str()).collect();
        cells.join("\u{2002}")
    });
    rows.collect::<Vec<_>>().join(" · ")
}

/// Texts after each other, each ended as a sentence is.
fn sentences(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            let ends = all.ends_with(['.', '!', '?', '…']);
            all.push_str(if ends { " " } else { ". " });
        }
        all.push_str(text);
    }
    all
}
