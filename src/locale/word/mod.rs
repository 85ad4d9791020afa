//! Nouns and names of places, in the form that a sentence wants.
//!
//! [`Words`] is what a language of a study declines: nouns and places by their ids. A
//! [`Word`] is one of them on its way into a sentence, alone or counted by a number;
//! [`Locale::write_word`] gives it the form that case and number ask for.

mod alone;
mod counted;
mod measure;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Case, KazakhNoun, PluralCategory, Quantity, RussianNoun};
use super::{Locale, Phrase, Unwritable, WordForm};

/// The nouns and places of a study in one language, by their ids.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The nouns.
    pub nouns: BTreeMap<String, Arc<Noun>>,
    /// The places.
    pub places: BTreeMap<String, Arc<Noun>>,
    /// What the study gives in some language, as `noun person`.
    pub elsewhere: BTreeSet<String>,
}

/// A noun, or the name of a place, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Its forms.
    pub forms: Forms,
    /// What is written for it after a number, `km`; with `{n}` in it, around the number.
    pub symbol: Option<String>,
    /// Whether it names a city.
    pub city: bool,
}

/// The forms of a noun in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forms {
    /// In English.
    English {
        /// One of it.
        one: String,
        /// Several of it.
        several: Option<String>,
    },
    /// In Kazakh, in Cyrillic letters.
    Kazakh(KazakhNoun),
    /// In Russian.
    Russian(RussianNoun),
    /// In any other language, by CLDR's category of its number; that of the others is
    /// always there.
    Other(BTreeMap<PluralCategory, String>),
}

/// A noun or place in the form that a sentence wants.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its forms.
    pub noun: &'a Noun,
    /// The case.
    pub case: Case,
    /// Whether a Kazakh noun takes the possessive of the third person.
    pub possessive: bool,
    /// How many of it.
    pub count: Count,
    /// Whether the word for a city stands by the name.
    pub as_city: bool,
}

/// How many of a noun.
#[derive(Debug, Clone)]
pub enum Count {
    /// One, without a number.
    One,
    /// Several, without a number.
    Several,
    /// So many.
    Number(Quantity),
    /// So many, with the symbol for the noun.
    Measure(Quantity),
}

impl<'a> Word<'a> {
    /// The noun of this id alone, in the nominative.
    pub fn new(id: &'a str, noun: &'a Noun) -> Self {
        let (case, possessive) = (Case::Nominative, false);
        Self { id, noun, case, possessive, count: Count::One, as_city: false }
    }

    /// The number that counts it.
    pub fn number(&self) -> Option<&Quantity> {
        match &self.count {
            Count::Number(quantity) | Count::Measure(quantity) => Some(quantity),
            Count::One | Count::Several => None,
        }
    }
}

impl Noun {
    /// Every form that is written somewhere, for suggestions: «школы» is of `school`.
    pub fn is_form(&self, text: &str) -> bool {
        match &self.forms {
            Forms::English { one, several } => {
                one == text || several.as_deref() == Some(text)
            }
            Forms::Kazakh(noun) => noun.form == text,
            Forms::Russian(RussianNoun::Counted(forms)) => {
                forms.iter().any(|own| own == text)
            }
            Forms::Russian(RussianNoun::Declined(own)) => {
                let several = own.plural.iter().chain(&own.counted).flatten();
                own.singular.iter().chain(several).any(|own| own == text)
            }
            Forms::Other(forms) => forms.values().any(|own| own == text),
        }
    }
}

impl Locale {
    /// The word with its number, as the sentence wants it.
    ///
    /// # Errors
    /// Where the language has no such form, or none was given.
    pub fn write_word(&self, word: &Word<'_>) -> Result<Phrase, Unwritable> {
        match &word.count {
            Count::One => Ok(Phrase::of_words(&self.alone(word, false)?)),
            Count::Several => Ok(Phrase::of_words(&self.alone(word, true)?)),
            Count::Number(quantity) => self.counted(word, quantity),
            Count::Measure(quantity) => self.measure(word, quantity),
        }
    }

    /// Reports a form that the language does not have.
    fn lacks(&self, word: &Word<'_>, form: WordForm) -> Unwritable {
        Unwritable::Form { word: word.id.to_owned(), form, lang: self.lang }
    }

    /// Reports a form that was not given; but no «-лық» follows a possessive.
    fn ungiven(&self, word: &Word<'_>, form: WordForm) -> Unwritable {
        match word.case {
            Case::Adjectival => self.lacks(word, WordForm::Case(word.case)),
            _ => Unwritable::Ungiven { word: word.id.to_owned(), form, lang: self.lang },
        }
    }

    /// Refuses the case and the possessive that the language does not have.
    fn check_word(&self, word: &Word<'_>) -> Result<(), Unwritable> {
        if !self.has(word.case) {
            return Err(self.lacks(word, WordForm::Case(word.case)));
        }
        let kazakh = matches!(word.noun.forms, Forms::Kazakh(_));
        if word.possessive && !kazakh {
            return Err(self.lacks(word, WordForm::Possessive));
        }
        Ok(())
    }
}
