//! How the translations of an edition stand as a whole.

use super::{State, TextState};
use crate::lang::Lang;
use crate::site_path::Home;
use crate::study::Study;

/// How many texts of an edition are in which state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where the study lives that it is an edition of.
    pub home: Home,
    /// The language of the edition.
    pub lang: Lang,
    /// The states that texts are in, the best first, each with how many are in it; none in the
    /// language of the original.
    pub texts: Vec<(State, usize)>,
    /// How many passages are behind the original.
    pub behind: usize,
    /// How many passages there are.
    pub units: usize,
}

impl Standing {
    /// How these texts of the study that lives at `home` stand in `lang`.
    pub fn of(home: Home, states: &[TextState<'_>], lang: Lang) -> Self {
        let own: Vec<_> =
            states.iter().filter_map(|text| text.translation(lang)).collect();
        let count = |state: State| own.iter().filter(|own| own.state == state).count();
        let texts = State::ALL.iter().rev().map(|state| (*state, count(*state)));
        Self {
            home,
            lang,
            texts: texts.filter(|(_, count)| *count > 0).collect(),
            behind: own.iter().map(|own| own.behind()).sum(),
            units: own.iter().map(|own| own.units.len()).sum(),
        }
    }

    /// How many texts are in `state`.
    pub fn count(&self, state: State) -> usize {
        let own = self.texts.iter().find(|(own, _)| *own == state);
        own.map_or(0, |(_, count)| *count)
    }
}

/// How each edition stands whose texts are in these states, in the order of the study.
pub fn standings(study: &Study, states: &[TextState<'_>]) -> Vec<Standing> {
    let languages = study.languages.iter();
    languages.map(|lang| Standing::of(study.home, states, *lang)).collect()
}
