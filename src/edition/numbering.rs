//! The numbers of figures, tables and sections, and the anchors of the study's page: the
//! same in every language.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use crate::study::{Passage, Placed, Study};

use super::placement::{Kind, placed};

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
        let mut anchors = Anchors { known: BTreeMap::new(), diagnostics };
        for (at, section) in study.sections.iter().enumerate() {
            let passage = source(study, at);
            let span = Span::start_of(passage.span.file);
            anchors.add(&section.id, span, Anchor::Section(at + 1));
            for heading in &passage.headings {
                anchors.add(&heading.value, heading.span, Anchor::Heading(at));
            }
        }
        let number = |order: &[&str], id: &str| {
            order.iter().position(|own| *own == id).map_or(0, |at| at + 1)
        };
        for (id, figure) in &study.figures {
            anchors.add(id, figure.id.span, Anchor::Figure(number(&figures, id)));
        }
        for (id, table) in &study.tables {
            anchors.add(id, table.id.span, Anchor::Table(number(&tables, id)));
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

struct Anchors<'a, 'd> {
    known: BTreeMap<&'a str, (Span, Anchor)>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Anchors<'a, '_> {
    fn add(&mut self, id: &'a str, span: Span, anchor: Anchor) {
        if let Some((first, _)) = self.known.get(id) {
            let taken = Diagnostic::new(
                Code::DuplicateId,
                span,
                format!("the id `{id}` is taken"),
            )
            .also(*first, "here already")
            .help("sections, headings, figures and tables share one namespace");
            self.diagnostics.push(match anchor {
                Anchor::Heading(_) => {
                    taken.help("give the heading an id of its own: `## Title {#id}`")
                }
                _ => taken,
            });
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
