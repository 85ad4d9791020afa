//! The state of each translation: whether its original still says what its translator had
//! before them.

mod accept;
mod check;
mod common;
mod revision;
mod standing;
mod units;
mod wording;
mod words;

pub use accept::{Accept, accept};
pub use check::check;
pub(crate) use common::common;
pub(crate) use revision::{likeness, words as counted_words};
pub use standing::{Standing, standings};
pub use units::{UnitKind, UnitState};
pub use wording::{fingerprint, wording};
pub use words::{Change, changes};

use rayon::prelude::*;

use crate::lang::Lang;
use crate::study::{Acceptance, AcceptedText, Study, TranslationFile, TranslationUnit};

/// The state of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// There is no text.
    Missing,
    /// There is a text, which nobody has accepted yet.
    Draft,
    /// It was accepted, and the original was worded anew since.
    Outdated,
    /// It was accepted, and the original says the same as then.
    Current,
    /// It is current, and was reviewed.
    Reviewed,
}

impl State {
    /// All of them, from the worst to the best.
    pub const ALL: [Self; 5] =
        [Self::Missing, Self::Draft, Self::Outdated, Self::Current, Self::Reviewed];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Outdated => "outdated",
            Self::Current => "current",
            Self::Reviewed => "reviewed",
        }
    }
}

/// The states of the translations of a text.
#[derive(Debug)]
pub struct TextState<'a> {
    /// The text.
    pub file: &'a TranslationFile,
    /// Into each language but that of the original, in the order of the study.
    pub translations: Vec<TranslationState<'a>>,
}

/// The state of a text in one language.
#[derive(Debug)]
pub struct TranslationState<'a> {
    /// The language.
    pub lang: Lang,
    /// Its state as a whole.
    pub state: State,
    /// How it was accepted.
    pub acceptance: Option<&'a Acceptance>,
    /// The state of each of its units, in the order of the original.
    pub units: Vec<UnitState<'a>>,
}

impl TranslationState<'_> {
    /// How many of its units are behind the original. Of a draft, which nobody has held
    /// against it, those that are missing.
    pub fn behind(&self) -> usize {
        let behind = |unit: &&UnitState<'_>| match self.state {
            State::Draft => unit.kind == UnitKind::Missing,
            _ => unit.kind != UnitKind::Current,
        };
        self.units.iter().filter(behind).count()
    }
}

impl TextState<'_> {
    /// The state of its translation into `lang`.
    pub fn translation(&self, lang: Lang) -> Option<&TranslationState<'_>> {
        self.translations.iter().find(|own| own.lang == lang)
    }
}

/// The states of all texts of a study, in the order in which a reader meets them.
pub fn states(study: &Study) -> Vec<TextState<'_>> {
    study.translations.par_iter().map(|file| text_state(study, file)).collect()
}

fn text_state<'a>(study: &'a Study, file: &'a TranslationFile) -> TextState<'a> {
    let name = file.name();
    let accepted = study.accepted.iter().find(|text| text.name.value == name);
    let others = study.languages.iter().filter(|lang| **lang != study.source_language);
    let translations = others.map(|lang| {
        let source = file.units.get(study.source_language).as_deref();
        let target = file.units.get(*lang).as_deref();
        translation_state(*lang, source.unwrap_or_default(), target, accepted)
    });
    TextState { file, translations: translations.collect() }
}

fn translation_state<'a>(
    lang: Lang,
    source: &'a [TranslationUnit],
    target: Option<&'a [TranslationUnit]>,
    accepted: Option<&'a AcceptedText>,
) -> TranslationState<'a> {
    let acceptance = accepted.and_then(|text| text.acceptance(lang));
    let passages = match (accepted, acceptance) {
        (Some(text), Some(_)) => text.passages_in(lang),
        _ => Vec::new(),
    };
    let units = units::unit_states(source, target.unwrap_or_default(), &passages);
    let has_words = |unit: &TranslationUnit| !wording(unit).is_empty();
    let has_text = target.is_some_and(|units| units.iter().any(has_words));
    let same = units.iter().all(|unit| unit.kind == UnitKind::Current);
    let state = match acceptance {
        _ if target.is_none() || !has_text && !units.is_empty() => State::Missing,
        None => State::Draft,
        Some(_) if !same => State::Outdated,
        Some(acceptance) if acceptance.reviewed => State::Reviewed,
        Some(_) => State::Current,
    };
    TranslationState { lang, state, acceptance, units }
}

#[cfg(test)]
mod tests;
