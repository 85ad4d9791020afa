//! The words of a unit in one piece, and where each of them stands in its file.

use std::ops::Range;

use crate::expr::Essence;
use crate::source::Span;
use crate::study::{Part, PartKind, TranslationUnit, Wrap};

/// Stands for a sign among words.
const SIGN: char = '\u{fffc}';

/// The words of a unit, with what is declared by `lit` among them and [`SIGN`] in the place
/// of every other sign.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// A part of the words.
#[derive(Debug)]
struct Piece {
    /// The byte of the text that it begins with.
    start: usize,
    span: Span,
    /// Whether each of its bytes stands as such in the file.
    as_written: bool,
    kind: Kind,
}

/// What kind of words these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Plain,
    /// A text that an expression declares.
    Declared,
    /// Raised or lowered words.
    Raised,
}

impl Words {
    /// Those of a unit, whose values say `essences`.
    pub(super) fn of(unit: &TranslationUnit, essences: &[Essence]) -> Self {
        let mut words = Self::default();
        let mut essences = essences.iter();
        let mut raised = 0_usize;
        for part in &unit.parts {
            match &part.kind {
                PartKind::Words => {
                    let kind = if raised > 0 { Kind::Raised } else { Kind::Plain };
                    words.push(&part.text, part.span, kind);
                }
                PartKind::Value(_) => match essences.next() {
                    Some(Essence::Literal(text)) => {
                        words.push(text, part.span, Kind::Declared);
                    }
                    _ => words.text.push(SIGN),
                },
                PartKind::Open(Wrap::Superscript | Wrap::Subscript) => {
                    raised += 1;
                    words.text.push(SIGN);
                }
                PartKind::Close(Wrap::Superscript | Wrap::Subscript) => {
                    raised = raised.saturating_sub(1);
                    words.text.push(SIGN);
                }
                PartKind::Open(_) | PartKind::Close(_) => {}
                PartKind::Citation(_)
                | PartKind::Note(_)
                | PartKind::Code(_)
                | PartKind::Break => words.text.push(SIGN),
            }
        }
        words
    }

    fn push(&mut self, text: &str, span: Span, kind: Kind) {
        let start = self.text.len();
        let as_written = kind != Kind::Declared
            && span.end.saturating_sub(span.start) as usize == text.len();
        self.pieces.push(Piece { start, span, as_written, kind });
        self.text.push_str(text);
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(after.checked_sub(1)?)
    }

    /// What kind of words stands at a byte of the text.
    pub(super) fn kind(&self, at: usize) -> Kind {
        self.piece(at).map_or(Kind::Plain, |piece| piece.kind)
    }

    /// Where a part of the text stands in its file; of words that are not written as they
    /// read, all of them.
    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.piece(range.start)?;
        if !first.as_written {
            return Some(first.span);
        }
        let start = first.span.start + (range.start - first.start) as u32;
        let last = self.piece(range.end.saturating_sub(1))?;
        let end = match last.as_written {
            true => last.span.start + (range.end - last.start) as u32,
            false => last.span.end,
        };
        Some(Span { file: first.span.file, start, end: end.max(start) })
    }
}

/// The first words of a unit, to point at it.
pub(super) fn head(unit: &TranslationUnit) -> Span {
    /// Longest text that is pointed at, in bytes.
    const LONGEST: usize = 24;
    let as_written = |part: &&Part| {
        part.kind == PartKind::Words
            && part.span.end.saturating_sub(part.span.start) as usize == part.text.len()
    };
    let Some(first) = unit.parts.first().filter(as_written) else {
        return match unit.parts.first() {
            Some(first) => first.span,
            None => unit.span,
        };
    };
    let text = &first.text[..first.text.floor_char_boundary(LONGEST)];
    let end = match text.len() < first.text.len() {
        true => text.rfind(' ').unwrap_or(text.len()),
        false => text.len(),
    };
    first.span.within(0, end)
}
