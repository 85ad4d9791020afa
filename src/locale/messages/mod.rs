//! The texts of the interface: what a page says that no author wrote.

mod en;
mod kk;
mod ru;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;

use super::phrase::Form;
use super::{PercentWord, Tongue};
use crate::lang::Lang;

/// The interface texts of one language by their keys, such as `figure_n`. A text may have
/// places for values, `{n}`, which may ask for a form, `{n.dat}`; a number before its noun
/// is why they are patterns and not words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    texts: BTreeMap<&'static str, String>,
}

/// Why a text of a study cannot stand in for a built-in one. Shown, it is a sentence
/// without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidOverride {
    /// There is no message of this key.
    Key(String),
    /// The text does not have the same places for values as the built-in one.
    Places {
        /// The key.
        key: String,
        /// The places that it must have, such as `n`.
        expected: BTreeSet<String>,
    },
}

impl Messages {
    /// The built-in texts of a language. Any but English, Kazakh and Russian, in their
    /// usual scripts, has the English ones until a study overrides them; but those that
    /// name the language itself have its tag.
    pub fn built_in(lang: Lang) -> Self {
        Self::with_percent_word(lang, PercentWord::default())
    }

    /// The built-in texts of a language in which `%` is read as this word, if it is
    /// Kazakh.
    pub fn with_percent_word(lang: Lang, percent_word: PercentWord) -> Self {
        let tongue = Tongue::of(lang);
        let texts = match tongue {
            Tongue::Kazakh => kk::TEXTS,
            Tongue::Russian => ru::TEXTS,
            Tongue::English | Tongue::Other => en::TEXTS,
        };
        let mut texts: BTreeMap<_, _> =
            texts.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
        if tongue == Tongue::Kazakh && percent_word == PercentWord::Protsent {
            texts.extend(kk::PROTSENT.map(|(key, text)| (key, text.to_owned())));
        }
        if tongue == Tongue::Other {
            texts.insert("own_name", lang.to_string());
            texts.insert("read_in", lang.to_string());
            texts.insert("this_edition", format!("{lang} edition"));
        }
        Self { texts }
    }

    /// Whether the texts of a language are its own, and not English ones.
    pub fn are_known(lang: Lang) -> bool {
        Tongue::of(lang) != Tongue::Other
    }

    /// The same with a study's own texts in place of the built-in ones; everything that
    /// is wrong with them, if anything is.
    pub fn with_overrides(
        mut self,
        overrides: BTreeMap<String, String>,
    ) -> Result<Self, Vec<InvalidOverride>> {
        let mut wrong = Vec::new();
        for (key, text) in overrides {
            match self.texts.get_mut(key.as_str()) {
                None => wrong.push(InvalidOverride::Key(key)),
                Some(built_in) if places(built_in) != places(&text) => {
                    let expected = places(built_in).into_iter().map(str::to_owned);
                    let expected = expected.collect();
                    wrong.push(InvalidOverride::Places { key, expected });
                }
                Some(built_in) => *built_in = text,
            }
        }
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }

    /// The same texts written in other letters, which must leave braces and what stands
    /// between them as they are.
    pub fn map(&self, write: impl Fn(&str) -> String) -> Self {
        let texts = self.texts.iter().map(|(key, text)| (*key, write(text)));
        Self { texts: texts.collect() }
    }

    /// All keys in their order.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        en::TEXTS.iter().map(|(key, _)| *key)
    }

    /// The text of `key`, if there is such a key: for templates, which a project may have
    /// written.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The text of `key`.
    ///
    /// # Panics
    /// If there is no such key: our fault, never an author's.
    pub fn get(&self, key: &str) -> &str {
        self.find(key).unwrap_or_else(|| panic!("`{key}` is no message"))
    }

    /// The text of `key` with `values` in their places: `format("figure_n", &[("n", "1")])`.
    ///
    /// # Panics
    /// If there is no such key: our fault, never an author's.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }
}

/// `text` with `values` in their places; a place that has no value stays as it is. Braces
/// in a value are text.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, place, after)) = next_place(rest) {
        filled.push_str(before);
        match values.iter().find(|(known, _)| *known == place.name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&format!("{{{}}}", place.text)),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A place for a value in a text.
pub(super) struct Place<'a> {
    /// All that stands between the braces.
    pub(super) text: &'a str,
    /// Its name: `first` of `{first.abl}`.
    pub(super) name: &'a str,
    /// The forms that it asks for, `abl`; empty for none.
    pub(super) forms: &'a str,
}

/// The names of the places for values. One that asks for a form that there is not is
/// known by all its text, and so is none that another text has.
fn places(text: &str) -> BTreeSet<&str> {
    let mut places = BTreeSet::new();
    let mut rest = text;
    while let Some((_, place, after)) = next_place(rest) {
        places.insert(match Form::all(place.forms) {
            Some(_) => place.name,
            None => place.text,
        });
        rest = after;
    }
    places
}

/// What is before the first place, the place, and what is after it.
pub(super) fn next_place(text: &str) -> Option<(&str, Place<'_>, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (text, after) = rest.split_once('}')?;
    let (name, forms) = text.split_once('.').unwrap_or((text, ""));
    Some((before, Place { text, name, forms }, after))
}

impl fmt::Display for InvalidOverride {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "there is no message `{key}`"),
            Self::Places { key, expected } if expected.is_empty() => {
                write!(f, "the message `{key}` has no places for values")
            }
            Self::Places { key, expected } => {
                let expected: Vec<_> =
                    expected.iter().map(|name| format!("{{{name}}}")).collect();
                write!(
                    f,
                    "the message `{key}` needs {} and no other",
                    expected.join(", ")
                )
            }
        }
    }
}

impl Error for InvalidOverride {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_kazakh_word_for_percent_stands_everywhere() {
        let kazakh = Lang::parse("kk").unwrap();
        let texts = |word| Messages::with_percent_word(kazakh, word).texts;
        let (payiz, protsent) = (texts(PercentWord::Payiz), texts(PercentWord::Protsent));
        let says = |text: &str, word| text.to_lowercase().contains(word);
        assert!(payiz.values().all(|text| !says(text, "процент")));
        assert!(protsent.values().all(|text| !says(text, "пайыз")));
        let changed = payiz.iter().filter(|(key, text)| protsent[*key] != **text).count();
        assert_eq!(changed, kk::PROTSENT.len());
    }

    fn messages(tag: &str) -> Messages {
        Messages::built_in(Lang::parse(tag).unwrap())
    }

    fn overrides(key: &str, text: &str) -> BTreeMap<String, String> {
        [(key.to_owned(), text.to_owned())].into()
    }

    #[test]
    fn every_language_has_every_key_once_and_in_order() {
        for texts in [en::TEXTS, kk::TEXTS, ru::TEXTS] {
            let keys: Vec<_> = texts.iter().map(|(key, _)| *key).collect();
            assert!(keys.is_sorted_by(|a, b| a < b));
            assert_eq!(keys, Messages::keys().collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_language_has_the_same_places_for_values() {
        for ((key, english), (kazakh, russian)) in en::TEXTS.iter().zip(
            kk::TEXTS
                .iter()
                .zip(ru::TEXTS)
                .map(|((_, kazakh), (_, russian))| (kazakh, russian)),
        ) {
            assert_eq!(places(english), places(kazakh), "{key}");
            assert_eq!(places(english), places(russian), "{key}");
        }
    }

    #[test]
    fn no_text_is_empty_or_ends_in_a_space() {
        for (key, text) in [en::TEXTS, kk::TEXTS, ru::TEXTS].concat() {
            assert!(!text.is_empty() && text == text.trim(), "{key}");
        }
    }

    #[test]
    fn kazakh_and_russian_texts_have_no_latin_look_alikes() {
        let latin_words = ["Atom", "CSV", "Enter", "Escape", "JSON", "XLSX"];
        for (key, text) in [kk::TEXTS, ru::TEXTS].concat() {
            let mut without_places = String::new();
            let mut rest = text;
            while let Some((before, _, after)) = next_place(rest) {
                without_places.push_str(before);
                rest = after;
            }
            without_places.push_str(rest);
            let mut words = without_places.split(|letter: char| !letter.is_alphabetic());
            let own = |word: &str| {
                !word.contains(|letter: char| letter.is_ascii_alphabetic())
                    || latin_words.contains(&word)
            };
            assert!(words.all(own), "{key}: {text}");
        }
    }

    #[test]
    fn a_number_stands_where_the_language_has_it() {
        let figure = |tag| messages(tag).format("figure_ref", &[("n", "1")]);
        assert_eq!(figure("en"), "Figure\u{a0}1");
        assert_eq!(figure("kk"), "1-сурет");
        assert_eq!(figure("ru"), "рисунок\u{a0}1");
    }

    #[test]
    fn braces_in_a_value_are_text() {
        assert_eq!(fill("{a}, {b}", &[("a", "{b}"), ("b", "1")]), "{b}, 1");
    }

    #[test]
    fn a_language_without_texts_has_the_english_ones() {
        assert_eq!(messages("uz").get("source"), "Source");
        assert_eq!(messages("kk-Latn").get("source"), "Source");
        assert_eq!(messages("kk-Latn").get("read_in"), "kk-Latn");
        assert_eq!(messages("uz").get("own_name"), "uz");
        assert_eq!(messages("ru-KZ").get("source"), "Источник");
        let known = |tag| Messages::are_known(Lang::parse(tag).unwrap());
        assert!(!known("uz") && known("ru-KZ"));
    }

    #[test]
    fn a_study_may_have_its_own_texts() {
        let own =
            messages("en").with_overrides(overrides("figure_n", "Fig. {n}")).unwrap();
        assert_eq!(own.format("figure_n", &[("n", "2")]), "Fig. 2");
        assert_eq!(own.get("source"), "Source");
    }

    #[test]
    fn an_override_of_no_message_is_refused() {
        let wrong = messages("en").with_overrides(overrides("figur_n", "…")).unwrap_err();
        assert_eq!(wrong[0].to_string(), "there is no message `figur_n`");
    }

    #[test]
    fn a_place_may_ask_for_a_form_of_its_number() {
        let own = |text| messages("kk").with_overrides(overrides("figure_n", text));
        assert_eq!(
            own("{n.dat} дейін").unwrap().format("figure_n", &[("n", "2")]),
            "2 дейін"
        );
        let wrong = own("{n.dative}").unwrap_err();
        assert_eq!(wrong[0].to_string(), "the message `figure_n` needs {n} and no other");
    }

    #[test]
    fn an_override_has_the_same_places_for_values() {
        let wrong = messages("en").with_overrides(overrides("figure_n", "Fig. {m}"));
        let wrong = wrong.unwrap_err();
        assert_eq!(wrong[0].to_string(), "the message `figure_n` needs {n} and no other");
    }
}
