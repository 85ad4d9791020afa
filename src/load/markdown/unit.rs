//! The translation units of a text, taken down while its tree is built.

use std::ops::Range;

use super::tree::Builder;
use crate::study::{Inline, Mark, Part, PartKind, Role, TranslationUnit, Wrap};

/// Where the builder is in the structure, which decides the roles of units.
#[derive(Default)]
pub(super) struct Outline {
    /// How many lists are open.
    pub(super) lists: usize,
    /// Whether the next paragraph begins an item.
    pub(super) item_begins: bool,
    /// How many quotations are open.
    pub(super) quotes: usize,
    /// The label of the footnote at hand.
    pub(super) note: Option<String>,
    /// The parts of the unit at hand.
    parts: Vec<Part>,
    /// Where they stand in the text.
    extent: Option<Range<usize>>,
}

impl Outline {
    /// The role of a paragraph that stands here.
    fn paragraph(&mut self) -> Role {
        let first = std::mem::take(&mut self.item_begins);
        match &self.note {
            Some(label) => Role::Note(label.clone()),
            None if self.lists > 0 => Role::Item { depth: self.lists, first },
            None if self.quotes > 0 => Role::Quote,
            None => Role::Paragraph,
        }
    }
}

impl<'t, 'f> Builder<'t, 'f> {
    /// The parts of a line, taken down as a unit.
    pub(super) fn unit(&mut self, role: Role, range: Range<usize>) -> Vec<Inline> {
        self.outline.parts.clear();
        self.outline.extent = None;
        let content = self.inlines();
        let parts = std::mem::take(&mut self.outline.parts);
        self.take_down(role, range, parts);
        self.read.lines.push(self.read.units.len());
        content
    }

    /// The parts of a paragraph.
    pub(super) fn paragraph_unit(&mut self, range: Range<usize>) -> Vec<Inline> {
        let role = self.outline.paragraph();
        self.unit(role, range)
    }

    /// A unit without words.
    pub(super) fn sign_unit(&mut self, role: Role, range: Range<usize>) {
        self.outline.item_begins = false;
        self.take_down(role, range, Vec::new());
    }

    fn take_down(&mut self, role: Role, range: Range<usize>, parts: Vec<Part>) {
        let range = match self.outline.extent.take() {
            Some(extent) => self.before_escape(extent.start)..extent.end,
            None => range,
        };
        let span = self.span(range);
        let key = (self.read.units.len() + 1).to_string();
        self.read.units.push(TranslationUnit { key, role, span, parts });
    }

    /// Where the sign at byte `at` begins: with the backslash before it, if there is one.
    fn before_escape(&self, at: usize) -> usize {
        match self.source.text.get(..at).is_some_and(|before| before.ends_with('\\')) {
            true => at - 1,
            false => at,
        }
    }

    /// Takes down words, which stand at `range` of the text.
    pub(super) fn part_words(&mut self, words: &str, range: Range<usize>) {
        if !words.is_empty() {
            self.part(PartKind::Words, words.to_owned(), range);
        }
    }

    /// Takes down a sign, which stands at `range` of the text.
    pub(super) fn part_sign(&mut self, kind: PartKind, range: Range<usize>) {
        let text = self.source.text.get(range.clone()).unwrap_or("").to_owned();
        self.part(kind, text, range);
    }

    fn part(&mut self, kind: PartKind, text: String, range: Range<usize>) {
        let start = self.outline.extent.as_ref().map_or(range.start, |own| own.start);
        self.outline.extent = Some(start..range.end);
        let span = self.span(range);
        self.outline.parts.push(Part { kind, text, span });
    }

    /// Takes down a mark that was cut out of the text.
    pub(super) fn part_mark(&mut self, mark: &Mark, range: Range<usize>) {
        match mark {
            Mark::Value(value) => {
                self.part_sign(PartKind::Value(value.clone()), range);
            }
            Mark::Citation(works) => {
                self.part_sign(PartKind::Citation(works.clone()), range);
            }
            Mark::Note(label) => {
                self.part_sign(PartKind::Note(label.value.clone()), range);
            }
            Mark::Reference { .. } | Mark::Claim { .. } | Mark::Number => {}
        }
    }

    /// Takes down the sign that opens what stands at `range`, up to the next event.
    pub(super) fn part_open(&mut self, wrap: Wrap, range: &Range<usize>) {
        let next = self.events.peek().map(|(_, next)| next.clone());
        let inner = next.filter(|next| next.start > range.start);
        let end = match inner {
            Some(inner) => self.before_escape(inner.start),
            // Nothing stands inside: `[](#id)`.
            None => range.start + 1,
        };
        self.part_sign(PartKind::Open(wrap), range.start..end.min(range.end));
    }

    /// Takes down the sign that closes what stands at `range`, from the last event on.
    pub(super) fn part_close(&mut self, wrap: Wrap, range: &Range<usize>) {
        let last = self.outline.extent.as_ref().map_or(range.start, |own| own.end);
        self.part_sign(PartKind::Close(wrap), last.min(range.end)..range.end);
    }
}
