//! What differs between two languages, and how it is told.

use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::source::Span;

use super::numbers;
use super::said::{Sign, SignKind};

/// One of the two texts that are compared: of a pair, the first is in the source language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Source = 0,
    Target = 1,
}

impl Side {
    pub(super) const BOTH: [Self; 2] = [Self::Source, Self::Target];

    pub(super) fn other(self) -> Self {
        match self {
            Self::Source => Self::Target,
            Self::Target => Self::Source,
        }
    }
}

/// A difference between the source language and another.
#[derive(Debug)]
pub(super) struct Finding {
    /// The other language.
    pub(super) lang: Lang,
    /// The position of the unit in the source language.
    pub(super) unit: usize,
    /// Where it is in either language.
    pub(super) spans: [Span; 2],
    pub(super) what: What,
}

/// What differs.
#[derive(Debug)]
pub(super) enum What {
    /// One language has a sign more often than the other.
    /// It belongs in the place where the other lacks it, or behind it.
    Only { side: Side, sign: Shown, counts: [usize; 2], behind: bool },
    /// The languages have different signs in the same place.
    Other { signs: [Shown; 2], how: &'static str },
    /// A sign stands in another unit than in the source language.
    Elsewhere { sign: Shown },
    /// A value is rounded in another way.
    Rounding { values: [String; 2], roundings: [String; 2] },
    /// One language has a number in the place of a value.
    Typed { side: Side, typed: String, value: String, gives: Option<String> },
    /// A word agrees with a value that neither language has.
    Agrees { side: Side, word: String },
    /// A number is so many per cent in one language only.
    Percent { side: Side, number: String },
    /// Units of one language have no twin, with the signs that they hold.
    Units { side: Side, name: &'static str, count: usize, holds: Vec<String> },
    /// A unit is something else than its twin.
    Role { names: [&'static str; 2] },
}

/// A sign as findings speak of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) kind: SignKind,
    pub(super) key: String,
    pub(super) text: String,
}

impl From<&Sign<'_>> for Shown {
    fn from(sign: &Sign<'_>) -> Self {
        let key = format!("{} {}", sign.key, sign.detail);
        Self { kind: sign.kind, key, text: sign.shown.clone() }
    }
}

impl Finding {
    /// Whether a translation only says a number once more that the source language says:
    /// a year that is repeated says nothing new.
    fn repeats_a_number(&self) -> bool {
        matches!(
            &self.what,
            What::Only { side: Side::Target, sign, counts, .. }
                if sign.kind == SignKind::Number && counts[0] > 0
        )
    }

    /// What makes the findings of two languages one: they say the same of the source.
    fn key(&self) -> String {
        match &self.what {
            What::Only { side, sign, .. } => {
                format!("{side:?} {:?} {}", sign.kind, sign.key)
            }
            What::Other { signs, .. } => {
                format!("{:?} {} {}", signs[0].kind, signs[0].key, signs[1].key)
            }
            What::Elsewhere { sign } => format!("elsewhere {:?} {}", sign.kind, sign.key),
            What::Rounding { values, roundings } => {
                format!("{} {roundings:?}", values[0])
            }
            What::Typed { side: Side::Source, typed, .. } => format!("typed {typed}"),
            What::Agrees { side: Side::Source, word } => format!("agrees {word}"),
            What::Percent { side, number } => format!("percent {side:?} {number}"),
            What::Units { side, name, count, .. } => format!("{side:?} {name} {count}"),
            What::Role { names } => format!("{names:?}"),
            // Told for each language, because each of them is at fault.
            What::Typed { .. } | What::Agrees { .. } => format!("{}", self.lang),
        }
    }
}

/// The findings of one text as diagnostics. Where all `others`, at least two, differ from
/// the source language in the same way, the fault is probably there.
pub(super) fn told(
    findings: Vec<Finding>,
    source: Lang,
    others: usize,
) -> Vec<Diagnostic> {
    let mut groups: std::collections::BTreeMap<(usize, String), Vec<Finding>> =
        std::collections::BTreeMap::new();
    for finding in findings {
        groups.entry((finding.unit, finding.key())).or_default().push(finding);
    }
    let mut diagnostics = Vec::new();
    let mut tell = |group: &[Finding], here| {
        diagnostics.push(Telling { group, source, here }.tell());
    };
    for group in groups.into_values() {
        let mut rest: Vec<Finding> = Vec::new();
        for group in shared(group, others, &mut rest) {
            tell(&group, Side::Source);
        }
        for finding in rest.chunks(1).filter(|own| !own[0].repeats_a_number()) {
            tell(finding, Side::Target);
        }
    }
    diagnostics
}

/// Takes together what is found in all `others`, once of each; the `rest` is not.
fn shared(
    group: Vec<Finding>,
    others: usize,
    rest: &mut Vec<Finding>,
) -> Vec<Vec<Finding>> {
    let mut shared: Vec<Vec<Finding>> = Vec::new();
    for finding in group {
        let other = |own: &Vec<Finding>| own.iter().all(|own| own.lang != finding.lang);
        match shared.iter().position(other) {
            Some(at) => shared[at].push(finding),
            None => shared.push(vec![finding]),
        }
    }
    let (whole, part): (Vec<_>, Vec<_>) =
        shared.into_iter().partition(|own| others > 1 && own.len() == others);
    rest.extend(part.into_iter().flatten());
    whole
}

/// Findings that are told at once, as a fault of `here`.
struct Telling<'f> {
    group: &'f [Finding],
    source: Lang,
    here: Side,
}

impl Telling<'_> {
    fn tell(&self) -> Diagnostic {
        let first = &self.group[0];
        match &first.what {
            What::Only { side, sign, counts, behind } => {
                self.only(*side, sign, *counts, *behind)
            }
            What::Other { signs, how } => self.other(signs, how),
            What::Elsewhere { sign } => {
                let place = match sign.kind {
                    SignKind::Placed => "place",
                    _ => "paragraph",
                };
                let message = format!(
                    "{} stands in another {place} in {} than in {}",
                    sign.text,
                    self.name(self.here),
                    self.name(self.here.other()),
                );
                self.diagnostic(code(sign.kind), self.here, message, "here")
                    .help(format!("it stands in the same {place} in every language"))
                    .as_warning()
            }
            What::Rounding { values, roundings } => self.rounding(values, roundings),
            What::Typed { side, typed, value, gives } => {
                self.typed(*side, typed, value, gives.as_deref())
            }
            What::Agrees { side, word } => {
                let message =
                    format!("this word agrees with {word}, which does not stand here");
                self.diagnostic(Code::ValueMismatch, *side, message, "its twin")
                    .help("let the word agree with the value beside it")
                    .as_warning()
            }
            What::Percent { side, number } => {
                let message = format!(
                    "{number} is a percentage in {} but not in {}",
                    self.name(*side),
                    self.name(side.other()),
                );
                self.diagnostic(
                    Code::NumberMismatch,
                    self.here,
                    message,
                    "the same number",
                )
                .help("write the sign or the word for per cent in every language")
            }
            What::Units { side, name, count, holds } => {
                self.units(*side, name, *count, holds)
            }
            What::Role { names } => {
                let [here, there] = [self.here, self.here.other()];
                let message = format!(
                    "{} in {}, {} in {}",
                    names[here as usize],
                    self.name(here),
                    names[there as usize],
                    self.name(there),
                );
                self.diagnostic(Code::StructureMismatch, here, message, "its twin")
                    .help("every language has the same structure")
                    .as_warning()
            }
        }
    }

    fn only(
        &self,
        side: Side,
        sign: &Shown,
        counts: [usize; 2],
        behind: bool,
    ) -> Diagnostic {
        let (here, there) = (self.here, self.here.other());
        let names = [self.name(here), self.name(there)];
        let text = &sign.text;
        let counted = [counts[here as usize], counts[there as usize]];
        let message = match (side == here, counted) {
            (false, [0, _]) => {
                format!("{text} of {} is missing in {}", names[1], names[0])
            }
            (true, [_, 0]) => {
                format!("{text} stands in {} but not in {}", names[0], names[1])
            }
            (_, [own, other]) => format!(
                "{text} stands {} in {} and {} in {}",
                times(own),
                names[0],
                times(other),
                names[1]
            ),
        };
        let help = match side == here {
            true => "take it out, or say the same in every language",
            false => {
                "write it where this text says the same, or take it out of the other"
            }
        };
        let place = if behind { "it belongs behind this" } else { "it belongs here" };
        let label = match (side == here, behind) {
            (false, _) => "it stands here",
            (true, false) => "its twin",
            (true, true) => "it would stand behind this",
        };
        let told = self.diagnostic(code(sign.kind), here, message, label);
        let told = if side == here { told } else { told.label(place) };
        softened(told, sign.kind).help(help)
    }

    fn other(&self, signs: &[Shown; 2], how: &str) -> Diagnostic {
        let (here, there) = (self.here, self.here.other());
        let [own, other] = [&signs[here as usize], &signs[there as usize]];
        let (name, of) = (self.name(here), self.name(there));
        let message = match how {
            numbers::SAME_DIGITS => {
                format!("{} in {name} is not the number {} in {of}", own.text, other.text)
            }
            _ => {
                let has = self.has(there);
                format!("{} stands in {name} where {of} {has} {}", own.text, other.text)
            }
        };
        let told = self.diagnostic(code(own.kind), here, message, "its twin");
        let told = if how.is_empty() { told } else { told.label(how) };
        let told = match own.kind {
            SignKind::Link => told.as_warning(),
            kind => softened(told, kind),
        };
        told.help("find out which is right, and say the same in every language")
    }

    fn rounding(&self, values: &[String; 2], roundings: &[String; 2]) -> Diagnostic {
        let (here, there) = (self.here, self.here.other());
        let way = |side: Side| match roundings[side as usize].as_str() {
            "" => "not at all".to_owned(),
            methods => format!("by `{methods}`"),
        };
        let message = format!(
            "{} of {} is rounded {}, in {} {}",
            values[here as usize],
            self.name(here),
            way(here),
            self.name(there),
            way(there),
        );
        self.diagnostic(Code::RoundingMismatch, here, message, "the same value")
            .help("round a value in the same way in every language")
    }

    fn typed(
        &self,
        side: Side,
        typed: &str,
        value: &str,
        gives: Option<&str>,
    ) -> Diagnostic {
        let message = format!(
            "{typed} is typed in {} where {} {} {value}",
            self.name(side),
            self.name(side.other()),
            self.has(side.other()),
        );
        let label = match gives {
            Some(gives) => format!("this gives {gives}"),
            None => "the value".to_owned(),
        };
        self.diagnostic(Code::TypedValue, side, message, label).help(format!(
            "write {value} in its place, in the form that the sentence needs"
        ))
    }

    fn units(
        &self,
        side: Side,
        name: &str,
        count: usize,
        holds: &[String],
    ) -> Diagnostic {
        let here = self.here;
        let [own, other] = [self.name(here), self.name(here.other())];
        let (what, has, is) = match count {
            1 => (article(name), "has", "is"),
            _ => (format!("{count} {name}s"), "have", "are"),
        };
        let (message, label) = match side == here {
            true => (
                format!("{what} of {own} {has} no twin in {other}"),
                "it would stand behind this",
            ),
            false => {
                (format!("{what} of {other} {is} missing in {own}"), "this stands there")
            }
        };
        let told = self.diagnostic(Code::StructureMismatch, here, message, label);
        let told = match side == here {
            true => told,
            false => told.label("it belongs behind this"),
        };
        let told = told.help("every language has the same paragraphs in the same order");
        match holds {
            [] => told.as_warning(),
            _ => told.help(format!("it holds {}", holds.join(", "))),
        }
    }

    /// A diagnostic at the place in `main`, which says `label` of the other places.
    fn diagnostic(
        &self,
        code: Code,
        main: Side,
        message: String,
        label: impl Into<String>,
    ) -> Diagnostic {
        let first = &self.group[0];
        let label = label.into();
        let mut told = Diagnostic::new(code, first.spans[main as usize], message);
        for finding in self.group {
            let span = finding.spans[main.other() as usize];
            if told.labels.iter().all(|own| own.span != span) {
                told = told.also(span, label.clone());
            }
        }
        told
    }

    /// A language, or all others.
    fn name(&self, side: Side) -> String {
        match (side, self.group) {
            (Side::Source, _) => format!("`{}`", self.source),
            (Side::Target, [only]) => format!("`{}`", only.lang),
            (Side::Target, _) => "the other languages".to_owned(),
        }
    }
}

impl Telling<'_> {
    /// The verb for a language, or for all others.
    fn has(&self, side: Side) -> &'static str {
        if side == Side::Target && self.group.len() > 1 { "have" } else { "has" }
    }
}

/// The code of a difference of signs.
fn code(kind: SignKind) -> Code {
    match kind {
        SignKind::Value => Code::ValueMismatch,
        SignKind::Citation => Code::CitationMismatch,
        SignKind::Reference
        | SignKind::Claim
        | SignKind::Link
        | SignKind::Note
        | SignKind::Code => Code::ReferenceMismatch,
        SignKind::Placed => Code::Placement,
        SignKind::Number | SignKind::Month => Code::NumberMismatch,
    }
}

/// Code may be words of a language.
fn softened(told: Diagnostic, kind: SignKind) -> Diagnostic {
    if kind == SignKind::Code { told.as_warning() } else { told }
}

fn times(count: usize) -> String {
    match count {
        0 => "nowhere".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

/// The name with its article.
fn article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {name}", if vowel { "an" } else { "a" })
}
