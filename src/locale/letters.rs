//! The order of a language's letters, and their capitals.

use std::cmp::Ordering;

use icu_casemap::CaseMapper;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::Locale;

impl Locale {
    /// The order of two texts by the alphabet of the language.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collators.letters.compare(a, b)
    }

    /// The same with numbers by their value, so that «9-кесте» comes before «10-кесте».
    pub fn compare_numbered(&self, a: &str, b: &str) -> Ordering {
        self.collators.numbered.compare(a, b)
    }

    /// The text with its first letter as a capital. Quotation marks before it are passed
    /// over; a text that begins with a digit stays as it is.
    pub fn capitalise_first(&self, text: &str) -> String {
        let start = text.find(char::is_alphanumeric).unwrap_or(text.len());
        let (before, rest) = text.split_at(start);
        let Some(first) = rest.chars().next() else {
            return text.to_owned();
        };
        let (first, rest) = rest.split_at(first.len_utf8());
        format!("{before}{}{rest}", self.uppercase(first))
    }

    /// The text in capitals.
    pub fn uppercase(&self, text: &str) -> String {
        CaseMapper::new().uppercase_to_string(text, &self.icu.id).into_owned()
    }

    /// The text in small letters.
    pub fn lowercase(&self, text: &str) -> String {
        CaseMapper::new().lowercase_to_string(text, &self.icu.id).into_owned()
    }
}

/// The order of a language's letters.
#[derive(Debug)]
pub(super) struct Collators {
    letters: CollatorBorrowed<'static>,
    /// With numbers by their value.
    numbered: CollatorBorrowed<'static>,
}

impl Collators {
    pub(super) fn new(locale: &icu_locale_core::Locale) -> Self {
        let collator = |numbers| {
            let mut preferences = CollatorPreferences::from(locale);
            preferences.numeric_ordering = Some(numbers);
            Collator::try_new(preferences, CollatorOptions::default())
                .expect("an order in the compiled data, that of the root at least")
        };
        Self {
            letters: collator(CollationNumericOrdering::False),
            numbered: collator(CollationNumericOrdering::True),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn kazakh() -> Locale {
        Locale::new(Lang::parse("kk").unwrap())
    }

    #[test]
    fn numbers_in_captions_sort_by_their_value() {
        assert_eq!(kazakh().compare_numbered("9-кесте", "10-кесте"), Ordering::Less);
    }

    #[test]
    fn the_kazakh_alphabet_has_42_letters_in_its_order() {
        let alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
        let mut letters: Vec<_> = alphabet.chars().rev().map(String::from).collect();
        letters.sort_by(|a, b| kazakh().compare(a, b));
        assert_eq!(letters.concat(), alphabet);
    }

    #[test]
    fn kazakh_in_latin_letters_has_the_order_of_the_root() {
        let latin = Locale::new(Lang::presume("kk-Latn"));
        let root = Locale::new(Lang::presume("und"));
        let words: Vec<_> =
            "a ä b d e g ğ h i ı j q k l m n ñ o ö p r s ş t u ū ü y z ш a"
                .split(' ')
                .collect();
        let sorted = |locale: &Locale| {
            let mut words = words.clone();
            words.sort_by(|a, b| locale.compare(a, b));
            words.join(" ")
        };
        assert_eq!(sorted(&latin), sorted(&root));
        assert!(sorted(&latin).contains("p q r s ş t u ü ū y z ш"));
    }

    #[test]
    fn capitals_of_kazakh_letters() {
        assert_eq!(
            kazakh().uppercase("үміт, істанбұл, һәм ғаңқа"),
            "ҮМІТ, ІСТАНБҰЛ, ҺӘМ ҒАҢҚА"
        );
        assert_eq!(kazakh().lowercase("ҮМІТ"), "үміт");
    }

    #[test]
    fn a_sentence_that_begins_with_a_number_has_no_capital() {
        let capitalised = |text| kazakh().capitalise_first(text);
        assert_eq!(capitalised("әдебиет"), "Әдебиет");
        assert_eq!(capitalised("«қазақ» сөзі"), "«Қазақ» сөзі");
        assert_eq!(capitalised("1-сурет"), "1-сурет");
        assert_eq!(capitalised(""), "");
        assert_eq!(capitalised("…"), "…");
    }
}
