//! What a unit says: its signs and numbers, ready to be compared.

use crate::expr::{Essence, Expression};
use crate::source::Span;
use crate::study::{Citation, PartKind, Role, TranslationUnit, Wrap};

use super::link;
use super::words::{Kind, Words};
use crate::translation::numeral::{Notation, Numerals};

/// What a unit says.
pub(super) struct Said<'a> {
    pub(super) unit: &'a TranslationUnit,
    /// What every language has, in the order of the text.
    pub(super) signs: Vec<Sign<'a>>,
    /// Words that agree with a value, and the value; where each stands.
    pub(super) agreeing: Vec<(String, Span)>,
    pub(super) words: Words,
    pub(super) numerals: Numerals,
    /// Whether an error is reported inside it, so that it does not say what is meant.
    pub(super) faulty: bool,
}

/// A part of a unit that every language has.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sign<'a> {
    pub(super) kind: SignKind,
    /// What makes it the same in every language.
    pub(super) key: String,
    /// What differs less: the rounding of a value, the place in a cited work.
    pub(super) detail: String,
    /// As it is shown to an author.
    pub(super) shown: String,
    pub(super) span: Span,
    pub(super) value: Option<&'a Expression>,
}

/// What kind of sign it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SignKind {
    Value,
    Citation,
    Reference,
    Claim,
    Link,
    Note,
    Code,
    /// A figure, a table or an editorial note.
    Placed,
    /// A number in digits.
    Number,
    /// A month of a date.
    Month,
}

impl<'a> Said<'a> {
    /// Reads a unit.
    pub(super) fn of(
        unit: &'a TranslationUnit,
        notation: &Notation,
        faulty: bool,
    ) -> Self {
        let essences: Vec<Essence> = unit
            .parts
            .iter()
            .filter_map(|part| match &part.kind {
                PartKind::Value(value) => Some(value.essence()),
                _ => None,
            })
            .collect();
        let words = Words::of(unit, &essences);
        let mut numerals = notation.read(&words.text);
        // km², in some language, and CO₂.
        let raised = |at: usize| words.kind(at) == Kind::Raised;
        numerals.digits.retain(|numeral| !raised(numeral.range.start));
        let (signs, agreeing) = signs(unit, essences);
        Self { unit, signs, agreeing, words, numerals, faulty }
    }

    /// Its values.
    pub(super) fn has_value(&self, key: &str) -> bool {
        let values = self.signs.iter().filter(|sign| sign.kind == SignKind::Value);
        values.into_iter().any(|sign| sign.key == key)
    }
}

/// The signs of a unit, and the words that agree with values.
fn signs(
    unit: &TranslationUnit,
    essences: Vec<Essence>,
) -> (Vec<Sign<'_>>, Vec<(String, Span)>) {
    let mut signs = Vec::new();
    let mut agreeing = Vec::new();
    if let Role::Placed(what) = &unit.role {
        let shown = format!("![]({what})");
        signs.push(Sign::new(SignKind::Placed, what, shown, unit.span));
    }
    let mut essences = essences.into_iter();
    // The signs of links that are not closed yet; `None` for what wraps words only.
    let mut open: Vec<Option<usize>> = Vec::new();
    for part in &unit.parts {
        let before = signs.len();
        let sign =
            |kind, key: &str, shown: String| Sign::new(kind, key, shown, part.span);
        match &part.kind {
            PartKind::Value(value) => match essences.next() {
                Some(Essence::Value { value: key, rounding }) => {
                    let shown = format!("{{{{ {} }}}}", value.text());
                    signs.push(Sign {
                        detail: rounding,
                        value: Some(value),
                        ..sign(SignKind::Value, &key, shown)
                    });
                }
                Some(Essence::Word { of: Some(of) }) => agreeing.push((of, part.span)),
                _ => {}
            },
            PartKind::Citation(works) => signs.extend(works.iter().map(citation)),
            PartKind::Note(label) => {
                signs.push(sign(SignKind::Note, label, format!("[^{label}]")));
            }
            PartKind::Code(code) => {
                signs.push(sign(SignKind::Code, code, format!("code `{code}`")));
            }
            PartKind::Open(Wrap::Reference(anchor)) => {
                signs.push(sign(SignKind::Reference, anchor, format!("[](#{anchor})")));
            }
            PartKind::Open(Wrap::Claim(name)) => {
                let shown = format!("[](claim:{name})");
                signs.push(sign(SignKind::Claim, name, shown));
            }
            PartKind::Open(Wrap::Link(to)) => {
                signs.push(sign(SignKind::Link, &link::anywhere(to), to.clone()));
            }
            PartKind::Close(_) => {
                if let Some(Some(at)) = open.pop() {
                    signs[at].span.end = part.span.end.max(signs[at].span.end);
                }
            }
            PartKind::Words | PartKind::Break | PartKind::Open(_) => {}
        }
        if matches!(part.kind, PartKind::Open(_)) {
            open.push((signs.len() > before).then_some(before));
        }
    }
    (signs, agreeing)
}

fn citation(work: &Citation) -> Sign<'_> {
    let key = &work.key.value;
    let shown = match &work.locator {
        Some(locator) => format!("[@{key}, {locator}]"),
        None => format!("[@{key}]"),
    };
    let detail = work.locator.as_deref().map_or(String::new(), locator);
    Sign { detail, ..Sign::new(SignKind::Citation, key, shown, work.key.span) }
}

/// A place in a work without the words that a language has for it: its numbers, or what
/// else it names.
fn locator(written: &str) -> String {
    let mut numbers =
        written.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
    match numbers.next() {
        Some(first) => {
            numbers.fold(first.to_owned(), |all, next| format!("{all} {next}"))
        }
        None => "a place without a number".to_owned(),
    }
}

impl Sign<'_> {
    pub(super) fn new(kind: SignKind, key: &str, shown: String, span: Span) -> Self {
        let (key, detail) = (key.to_owned(), String::new());
        Self { kind, key, detail, shown, span, value: None }
    }
}
