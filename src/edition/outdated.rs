//! Which lines of an edition follow an earlier version of the original.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::study::{Role, TranslationUnit};
use crate::translation::state::{State, TranslationState, UnitKind, UnitState, wording};

use super::Outdated;
use super::context::Common;

/// The texts of an edition that are behind the original, by their names.
pub(super) struct OutdatedTexts {
    lang: Lang,
    texts: BTreeMap<String, OutdatedText>,
}

struct OutdatedText {
    outdated: Outdated,
    /// The places in the text of the units that follow an earlier version, from 1.
    units: BTreeSet<usize>,
    /// Whether the title is one of them.
    title: bool,
}

/// The lines of a passage as they are met, one after the other.
#[derive(Default)]
pub(super) struct Lines {
    outdated: std::vec::IntoIter<bool>,
}

impl Lines {
    /// Whether the next line is behind the original.
    pub(super) fn next_is_outdated(&mut self) -> bool {
        self.outdated.next().unwrap_or(false)
    }
}

impl OutdatedTexts {
    pub(super) fn new(common: &Common<'_>, lang: Lang) -> Self {
        let original = common.study.source_language;
        let texts = common.states.iter().filter_map(|text| {
            let target = text.file.units.get(lang).as_deref();
            let state =
                text.translation(lang).filter(|own| own.state == State::Outdated)?;
            let text_of = outdated_text(state, target.unwrap_or_default(), original);
            Some((text.file.name(), text_of?))
        });
        Self { lang, texts: texts.collect() }
    }

    /// How far the text is behind, where it is.
    pub(super) fn passage(&self, name: &str, lang: Lang) -> Option<Outdated> {
        self.text(name, lang).map(|text| text.outdated)
    }

    /// Whether the title of a section is behind.
    pub(super) fn has_title(&self, name: &str) -> bool {
        self.texts.get(name).is_some_and(|text| text.title)
    }

    /// The lines of a passage of the text, each with its translation unit.
    pub(super) fn lines(&self, name: &str, lang: Lang, units: &[usize]) -> Lines {
        let Some(text) = self.text(name, lang) else { return Lines::default() };
        let outdated: Vec<_> =
            units.iter().map(|unit| text.units.contains(unit)).collect();
        Lines { outdated: outdated.into_iter() }
    }

    /// In a draft a text may be the original itself.
    fn text(&self, name: &str, lang: Lang) -> Option<&OutdatedText> {
        self.texts.get(name).filter(|_| lang == self.lang)
    }
}

/// `None` where there is nothing to tell a reader of: the translator has followed already,
/// and only nobody accepted it yet.
fn outdated_text(
    state: &TranslationState<'_>,
    target: &[TranslationUnit],
    original: Lang,
) -> Option<OutdatedText> {
    let behind = |unit: &&UnitState<'_>| {
        matches!(unit.kind, UnitKind::Changed | UnitKind::Removed)
    };
    let behind = state.units.iter().filter(behind).filter_map(|unit| unit.target);
    let behind: Vec<_> = behind.collect();
    let missing =
        state.units.iter().filter(|unit| unit.kind == UnitKind::Missing).count();
    if behind.is_empty() && missing == 0 {
        return None;
    }
    let lines = target.iter().filter(|unit| !wording(unit).is_empty());
    Some(OutdatedText {
        outdated: Outdated { original, lines: behind.len(), of: lines.count(), missing },
        title: behind.iter().any(|unit| unit.role == Role::Title),
        units: behind.iter().filter_map(|unit| unit.key.parse().ok()).collect(),
    })
}
