//! The numbers of figures, tables and sections, and the anchors of the text: the same in
//! every language.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{Span, Spanned};
use crate::study::{Passage, Placed, Study};

use super::placement::{Kind, placed};
use super::reserved;

/// What has which number and which anchor.
pub(super) struct Numbering<'a> {
    /// The ids of the figures in the order of their numbers.
    pub(super) figures: Vec<&'a str>,
    /// The ids of the tables in the order of their numbers.
    pub(super) tables: Vec<&'a str>,
    anchors: BTreeMap<&'a str, Anchor>,
}

/// What an anchor leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A section with its number.
    Section(usize),
    /// A heading in the abstract.
    Summary,
    /// A heading in the section at this position.
    Heading(usize),
    /// A figure with its number.
    Figure(usize),
    /// A table with its number.
    Table(usize),
}

impl<'a> Numbering<'a> {
    /// Numbers what the source language places, and reports anchors that are given twice.
    pub(super) fn new(study: &'a Study, diagnostics: &mut Diagnostics) -> Self {
        let figures = in_order(study, Kind::Figure);
        let tables = in_order(study, Kind::Table);
        about(study, diagnostics);
        let reserved = |id: &str| reserved::on_study_page(study, id);
        let mut anchors =
            Anchors { known: BTreeMap::new(), reserved: &reserved, diagnostics };
        for heading in &study.summary.get(study.source_language).headings {
            anchors.heading(heading, Anchor::Summary);
        }
        for (at, section) in study.sections.iter().enumerate() {
            let passage = source(study, at);
            let span = Span::start_of(passage.span.file);
            anchors.add(&section.id, span, Anchor::Section(at + 1), RENAME_FOLDER);
            for heading in &passage.headings {
                anchors.heading(heading, Anchor::Heading(at));
            }
        }
        let number = |order: &[&str], id: &str| {
            order.iter().position(|own| *own == id).map_or(0, |at| at + 1)
        };
        for (id, figure) in &study.figures {
            let anchor = Anchor::Figure(number(&figures, id));
            anchors.add(id, figure.id.span, anchor, RENAME_FILE);
        }
        for (id, table) in &study.tables {
            let anchor = Anchor::Table(number(&tables, id));
            anchors.add(id, table.id.span, anchor, RENAME_FILE);
        }
        let anchors =
            anchors.known.into_iter().map(|(id, (_, anchor))| (id, anchor)).collect();
        Self { figures, tables, anchors }
    }

    /// What `id` leads to.
    pub(super) fn anchor(&self, id: &str) -> Option<Anchor> {
        self.anchors.get(id).copied()
    }

    /// Every anchor.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.anchors.keys().copied()
    }
}

/// Reports ids of headings that the page about the edition cannot have.
fn about(study: &Study, diagnostics: &mut Diagnostics) {
    let reserved = |id: &str| reserved::on_about_page(study, id);
    let mut anchors =
        Anchors { known: BTreeMap::new(), reserved: &reserved, diagnostics };
    for heading in &study.about.get(study.source_language).headings {
        anchors.heading(heading, ());
    }
}

const RENAME_HEADING: &str = "give the heading an id of its own: `## Title {#id}`";
const RENAME_FOLDER: &str = "rename the folder of the section";
const RENAME_FILE: &str = "rename the file";

/// The anchors of one page, each with what it leads to.
struct Anchors<'a, 'd, T> {
    known: BTreeMap<&'a str, (Span, T)>,
    /// Whether the page gives an id to a part of its own.
    reserved: &'d dyn Fn(&str) -> bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'a, T> Anchors<'a, '_, T> {
    fn heading(&mut self, heading: &'a Spanned<String>, anchor: T) {
        self.add(&heading.value, heading.span, anchor, RENAME_HEADING);
    }

    fn add(&mut self, id: &'a str, span: Span, anchor: T, help: &str) {
        if (self.reserved)(id) {
            let message = format!("the id `{id}` is reserved for a part of the page");
            self.diagnostics.push(Diagnostic::new(Code::BadId, span, message).help(help));
        }
        if let Some((first, _)) = self.known.get(id) {
            self.diagnostics.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    span,
                    format!("the id `{id}` is taken"),
                )
                .also(*first, "here already")
                .help("sections, headings, figures and tables share one namespace")
                .help(help),
            );
        } else {
            self.known.insert(id, (span, anchor));
        }
    }
}

/// The text of a section in the source language.
pub(super) fn source(study: &Study, section: usize) -> &Passage {
    &study.sections[section].translations.get(study.source_language).passage
}

/// The known ids of one kind in the order of their first places.
fn in_order(study: &Study, kind: Kind) -> Vec<&str> {
    let mut order: Vec<&str> = Vec::new();
    for section in 0..study.sections.len() {
        for placed in placed(&source(study, section).blocks) {
            let id = match (kind, placed) {
                (Kind::Figure, Placed::Figure(id)) => {
                    study.figures.get_key_value(&id.value).map(|(own, _)| own.as_str())
                }
                (Kind::Table, Placed::Table(id)) => {
                    study.tables.get_key_value(&id.value).map(|(own, _)| own.as_str())
                }
                _ => None,
            };
            order.extend(id.filter(|id| !order.contains(id)));
        }
    }
    order
}
