//! The state of each unit of a translation.

use std::collections::BTreeMap;

use super::revision::{Passage, earlier};
use super::wording::{fingerprint, wording};
use crate::study::{AcceptedPassage, TranslationUnit};
use crate::translation::align;

/// The state of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// It was accepted, and the original says the same as then.
    Current,
    /// It was accepted, and the original was worded anew since.
    Changed,
    /// It is translated, and was not there when the text was accepted.
    New,
    /// It is not translated.
    Missing,
    /// The original has it no more.
    Removed,
}

impl UnitKind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Missing => "missing",
            Self::Removed => "removed",
        }
    }
}

/// A unit of the original, its translation, and what its translator had before them.
#[derive(Debug, Clone)]
pub struct UnitState<'a> {
    /// How it stands.
    pub kind: UnitKind,
    /// In the original.
    pub source: Option<&'a TranslationUnit>,
    /// In the translation.
    pub target: Option<&'a TranslationUnit>,
    /// The wording of the original that was accepted.
    pub accepted: Option<&'a str>,
}

impl UnitState<'_> {
    /// The wording of the original now, empty where it has the unit no more.
    pub fn wording(&self) -> String {
        self.source.map(wording).unwrap_or_default()
    }
}

/// A unit with words, and its wording.
struct Line<'a> {
    unit: &'a TranslationUnit,
    passage: Passage,
}

/// The state of each unit of a translation that was accepted for `accepted`: of none that
/// was not accepted.
pub(super) fn unit_states<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
    accepted: &[&'a AcceptedPassage],
) -> Vec<UnitState<'a>> {
    let lines = lines(source);
    let old: Vec<_> = accepted
        .iter()
        .map(|own| Passage {
            hash: own.hash.value.clone(),
            wording: own.wording.value.clone(),
        })
        .collect();
    let new: Vec<_> = lines.iter().map(|line| line.passage.clone()).collect();
    let earlier = earlier(&old, &new);
    let twins = Twins::new(source, target, accepted.len());
    let mut states: Vec<_> = (0..)
        .zip(lines.iter().zip(&earlier))
        .map(|(place, (line, old))| {
            let accepted = old.map(|old| accepted[old]);
            (place, unit_state(line, *old, accepted, &twins))
        })
        .collect();
    let removed = removed(&earlier, accepted, &twins);
    states.splice(0..0, removed);
    states.sort_by_key(|(place, _)| *place);
    states.into_iter().map(|(_, state)| state).collect()
}

/// The units with words.
fn lines(units: &[TranslationUnit]) -> Vec<Line<'_>> {
    let line = |unit| {
        let wording = wording(unit);
        let hash = fingerprint(&wording);
        (!wording.is_empty()).then_some(Line { unit, passage: Passage { hash, wording } })
    };
    units.iter().filter_map(line).collect()
}

fn unit_state<'a>(
    line: &Line<'a>,
    earlier: Option<usize>,
    accepted: Option<&'a AcceptedPassage>,
    twins: &Twins<'a>,
) -> UnitState<'a> {
    let target = twins.of(line.unit, earlier);
    let same = accepted.is_some_and(|own| own.hash.value == line.passage.hash);
    // Texts in YAML are found by their keys, so that one that is missing is missing for sure.
    let kind = match (target, accepted) {
        _ if same && (target.is_some() || !twins.keyed) => UnitKind::Current,
        (None, _) => UnitKind::Missing,
        (Some(_), Some(_)) => UnitKind::Changed,
        (Some(_), None) => UnitKind::New,
    };
    let accepted = accepted.map(|own| own.wording.value.as_str());
    UnitState { kind, source: Some(line.unit), target, accepted }
}

/// What the translation has and the original has no more, each with the place in the
/// original that it stood before.
fn removed<'a>(
    earlier: &[Option<usize>],
    accepted: &[&'a AcceptedPassage],
    twins: &Twins<'a>,
) -> Vec<(usize, UnitState<'a>)> {
    let later: BTreeMap<usize, usize> = earlier
        .iter()
        .enumerate()
        .filter_map(|(new, old)| Some(((*old)?, new)))
        .collect();
    let gone = (0..accepted.len()).filter(|old| !later.contains_key(old));
    let left = gone.filter_map(|old| {
        let target = Some(twins.of_accepted(old)?);
        let accepted = Some(accepted[old].wording.value.as_str());
        let before = later.range(..old).next_back().map_or(0, |(_, new)| new + 1);
        let kind = UnitKind::Removed;
        Some((before, UnitState { kind, source: None, target, accepted }))
    });
    left.collect()
}

/// Which unit of the translation belongs to which of the original.
struct Twins<'a> {
    /// By the places of the units in the original.
    aligned: BTreeMap<&'a str, &'a TranslationUnit>,
    /// The units of a translation that has as many as were accepted: those, in their
    /// order, whatever the original has by now.
    as_accepted: Option<Vec<&'a TranslationUnit>>,
    /// Whether keys say what belongs together.
    keyed: bool,
}

impl<'a> Twins<'a> {
    fn new(
        source: &'a [TranslationUnit],
        target: &'a [TranslationUnit],
        accepted: usize,
    ) -> Self {
        let mut units = source.iter().chain(target);
        let keyed = units.all(|unit| unit.role.is_keyed());
        let own: Vec<_> = lines(target).into_iter().map(|line| line.unit).collect();
        let as_accepted = Some(own).filter(|own| !keyed && own.len() == accepted);
        let aligned = align(source, target).into_iter();
        let aligned = aligned
            .filter_map(|pair| Some((pair.source?.key.as_str(), pair.target?)))
            .collect();
        Self { aligned, as_accepted, keyed }
    }

    fn of(
        &self,
        source: &TranslationUnit,
        earlier: Option<usize>,
    ) -> Option<&'a TranslationUnit> {
        match &self.as_accepted {
            Some(units) => earlier.map(|old| units[old]),
            None => self.aligned.get(source.key.as_str()).copied(),
        }
    }

    /// The translation of a passage that was accepted.
    fn of_accepted(&self, old: usize) -> Option<&'a TranslationUnit> {
        self.as_accepted.as_ref().map(|units| units[old])
    }
}
