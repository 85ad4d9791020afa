//! A unit as words and numbered placeholders.

use std::collections::BTreeMap;

use crate::study::{Part, PartKind, TranslationUnit, Wrap};

/// A piece of a unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A placeholder by its number, from 1.
    Alone(usize),
    /// The beginning of what a placeholder wraps.
    Open(usize),
    /// The end of it.
    Close(usize),
}

/// What a placeholder stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What it is.
    pub kind: CodeKind,
    /// As Markdown has it; of what wraps, the sign before.
    pub opening: String,
    /// The sign behind what it wraps.
    pub closing: Option<String>,
    /// What a reader of the source sees, if that is known.
    pub shown: Option<String>,
    /// What a translation has the same of, however it writes it.
    pub(super) same: String,
}

/// Kinds of placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    /// A value.
    Value,
    /// Citations.
    Citation,
    /// The mark of a footnote.
    Note,
    /// Text shown letter by letter.
    Code,
    /// A line break.
    Break,
    /// Emphasis, a raised or lowered letter.
    Emphasis,
    /// A link.
    Link,
    /// A reference to a figure, a table or a section.
    Reference,
    /// Words that make a claim.
    Claim,
}

/// The pieces of the source, which number its placeholders.
pub(super) fn of_source(unit: &TranslationUnit) -> (Vec<Piece>, Vec<Code>) {
    let mut codes = Vec::new();
    let pieces = pieces(unit, &mut |code| {
        codes.push(code);
        codes.len()
    });
    (pieces, codes)
}

/// The pieces of a translation, and its placeholders as it writes them: they have the
/// numbers of those of the source that they are the same as. What only the translation
/// has is numbered on, and added to `codes`.
pub(super) fn of_target(
    unit: &TranslationUnit,
    codes: &mut Vec<Code>,
) -> (Vec<Piece>, BTreeMap<usize, Code>) {
    let of_source = codes.len();
    let mut own: BTreeMap<usize, Code> = BTreeMap::new();
    let pieces = pieces(unit, &mut |code| {
        let free = |at: &usize| !own.contains_key(&(at + 1));
        let twin = (0..of_source).filter(free).find(|at| codes[*at].same == code.same);
        let number = match twin {
            Some(at) => at + 1,
            None => {
                codes.push(code.clone());
                codes.len()
            }
        };
        own.insert(number, code);
        number
    });
    (pieces, own)
}

/// The pieces of a translation whose placeholders are all among `codes`; of one that is
/// not, the number is one that no code has.
pub(super) fn of_known(unit: &TranslationUnit, codes: &[Code]) -> Vec<Piece> {
    let mut taken = vec![false; codes.len()];
    pieces(unit, &mut |code| {
        let own = (0..codes.len()).find(|at| !taken[*at] && codes[*at].same == code.same);
        own.map_or(codes.len(), |at| {
            taken[at] = true;
            at
        }) + 1
    })
}

fn pieces(unit: &TranslationUnit, number: &mut impl FnMut(Code) -> usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open = Vec::new();
    for (at, part) in unit.parts.iter().enumerate() {
        match &part.kind {
            PartKind::Words => push_words(&mut pieces, &part.text),
            PartKind::Open(wrap) => {
                let code = wrapping(wrap, &part.text, closing(&unit.parts[at..]));
                let number = number(code);
                open.push(number);
                pieces.push(Piece::Open(number));
            }
            PartKind::Close(_) => pieces.extend(open.pop().map(Piece::Close)),
            _ => pieces.push(Piece::Alone(number(alone(part)))),
        }
    }
    pieces
}

/// The sign that closes the one that `parts` begin with.
fn closing(parts: &[Part]) -> String {
    let mut depth = 0;
    for part in parts {
        match part.kind {
            PartKind::Open(_) => depth += 1,
            PartKind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return part.text.clone();
        }
    }
    String::new()
}

fn wrapping(wrap: &Wrap, opening: &str, closing: String) -> Code {
    let (kind, same) = match wrap {
        Wrap::Link(to) => (CodeKind::Link, link(to)),
        Wrap::Reference(to) => (CodeKind::Reference, format!("#{to}")),
        Wrap::Claim(name) => (CodeKind::Claim, format!("claim:{name}")),
        other => (CodeKind::Emphasis, format!("{other:?}")),
    };
    let opening = opening.to_owned();
    Code { kind, opening, closing: Some(closing), shown: None, same }
}

/// A link is the same whatever its address: languages link to pages of their own.
fn link(to: &str) -> String {
    to.split(':').next().unwrap_or(to).to_owned() + ":"
}

fn alone(part: &Part) -> Code {
    let (kind, same) = match &part.kind {
        PartKind::Value(expression) => {
            (CodeKind::Value, expression.essence().to_string())
        }
        PartKind::Citation(works) => {
            let keys: Vec<_> = works.iter().map(|work| work.key.value.as_str()).collect();
            (CodeKind::Citation, keys.join(";"))
        }
        PartKind::Note(label) => (CodeKind::Note, label.clone()),
        PartKind::Break => (CodeKind::Break, "break".to_owned()),
        _ => (CodeKind::Code, part.text.clone()),
    };
    let same = format!("{kind:?} {same}");
    Code { kind, opening: part.text.clone(), closing: None, shown: None, same }
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(Piece::Words(last)) => last.push_str(words),
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}

/// Pieces with words joined that stand beside each other, and none that are empty.
pub(super) fn joined(pieces: impl IntoIterator<Item = Piece>) -> Vec<Piece> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => push_words(&mut all, &words),
            other => all.push(other),
        }
    }
    all
}
