//! What the studies of a project share that has several.

use std::collections::BTreeMap;

use super::Look;
use crate::lang::{Lang, PerLang};
use crate::locale::{KazakhLatin, Messages, PercentWord};
use crate::site_path::Home;

/// The studies of a project and what they share.
#[derive(Debug)]
pub struct Collection {
    /// The languages in the order of the language switcher.
    pub languages: Vec<Lang>,
    /// The language that the others are translated from.
    pub source_language: Lang,
    /// What the collection is called, in each language.
    pub title: PerLang<Line>,
    /// What it is, in a sentence.
    pub description: PerLang<Line>,
    /// Where the site is published, ending in `/`.
    pub base_url: Option<String>,
    /// What the project changes of the look of its site.
    pub look: Look,
    /// How editions in Latin letters are made of the Kazakh ones, where there are some.
    pub kazakh_latin: Option<KazakhLatin>,
    /// The Kazakh word that `%` is read as.
    pub percent_word: PercentWord,
    /// The interface texts of each language, those in Latin letters too.
    pub messages: PerLang<Messages>,
    /// Where the studies live, in the order of their names.
    pub studies: Vec<Home>,
}

impl Collection {
    /// The languages in which the site has an index: its own, and after the Kazakh one that
    /// in Latin letters.
    pub fn indexed(&self) -> Vec<Lang> {
        let latin = self.kazakh_latin.as_ref();
        let each = |lang: &Lang| {
            let made = latin.filter(|own| own.from() == *lang).map(KazakhLatin::to);
            std::iter::once(*lang).chain(made)
        };
        self.languages.iter().flat_map(each).collect()
    }
}

/// A keyword of studies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// Its name in addresses, the same in every language.
    pub name: String,
    /// The keyword in each language that the site has an index in.
    pub words: PerLang<Line>,
    /// The studies that have it, in the order of their names, and where in their lists: more
    /// than once where a study names it twice.
    pub studies: BTreeMap<Home, Vec<usize>>,
}

impl Keyword {
    /// Whether it is that at this place in the list of a study.
    pub fn is_at(&self, study: Home, place: usize) -> bool {
        self.studies.get(&study).is_some_and(|places| places.contains(&place))
    }
}

/// A line of plain words, and the language that it is in: that of the original where a
/// translation is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub words: String,
}

impl Line {
    /// The same in Latin letters; as it is, where it is not in Kazakh.
    pub(crate) fn in_latin(self, latin: &KazakhLatin) -> Self {
        match self.lang == latin.from() {
            true => Self { lang: latin.to(), words: latin.write(&self.words) },
            false => self,
        }
    }
}
