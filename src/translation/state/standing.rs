//! How the translations of an edition stand as a whole.

use super::{State, states};
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
}

/// How each edition stands, in the order of the study.
pub fn standings(study: &Study) -> Vec<Standing> {
    let states = states(study);
    let standing = |lang: &Lang| {
        let own: Vec<_> =
            states.iter().filter_map(|text| text.translation(*lang)).collect();
        let count = |state: State| own.iter().filter(|own| own.state == state).count();
        let texts = State::ALL.iter().rev().map(|state| (*state, count(*state)));
        Standing {
            home: study.home,
            lang: *lang,
            texts: texts.filter(|(_, count)| *count > 0).collect(),
            behind: own.iter().map(|own| own.behind()).sum(),
        }
    };
    study.languages.iter().map(standing).collect()
}
