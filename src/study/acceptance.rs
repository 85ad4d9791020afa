//! What translations were accepted for.

use crate::lang::Lang;
use crate::locale::Date;
use crate::source::Spanned;

/// A text and the wording of its original that translations were accepted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedText {
    /// The [name](super::TranslationFile::name) of the text.
    pub name: Spanned<String>,
    /// How the translation into each language was accepted.
    pub acceptances: Vec<Acceptance>,
    /// The passages of the original, in the order of the text.
    pub passages: Vec<AcceptedPassage>,
}

/// How a translation was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The language that is translated to.
    pub lang: Spanned<Lang>,
    /// Whether the translation was reviewed.
    pub reviewed: bool,
    /// When it was accepted, where its author said so.
    pub date: Option<Date>,
    /// Who accepted it.
    pub by: Option<String>,
}

/// A passage of the original that translators had before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedPassage {
    /// The fingerprint of its wording.
    pub hash: Spanned<String>,
    /// The languages whose translators had it before them.
    pub languages: Vec<Spanned<Lang>>,
    /// Its wording.
    pub wording: Spanned<String>,
}

impl AcceptedText {
    /// How the translation into `lang` was accepted.
    pub fn acceptance(&self, lang: Lang) -> Option<&Acceptance> {
        self.acceptances.iter().find(|own| own.lang.value == lang)
    }

    /// What the translator into `lang` had before them, in the order of the text.
    pub fn passages_in(&self, lang: Lang) -> Vec<&AcceptedPassage> {
        let own = |passage: &&AcceptedPassage| {
            passage.languages.iter().any(|own| own.value == lang)
        };
        self.passages.iter().filter(own).collect()
    }
}
