//! How a language writes numbers, dates, ranges and lists, sorts, and agrees with a
//! numeral.
//!
//! [`Locale`] is the whole of it. English, Kazakh and Russian have their grammar here, and
//! the forms of a study's nouns and places are given to it;
//! any other language writes numbers, lists and its order by the data of CLDR, and what
//! would need words of it is refused, never guessed.

mod alphabet;
mod ascii;
mod currency;
mod date;
mod dating;
mod dress;
mod english;
mod flag;
pub mod kazakh;
mod kazakh_latin;
mod letters;
mod list;
mod messages;
mod nfc;
mod number;
mod phrase;
mod plural;
mod quantity;
mod russian;
mod shown;
mod spelling;
mod time;
mod typography;
mod unwritable;
mod word;

pub use alphabet::Alphabet;
pub use ascii::ascii_name;
pub use currency::Currency;
pub use date::{Date, InvalidDate, Period};
pub use flag::{Flag, Flags};
pub use kazakh::{Harmony, KazakhNoun};
pub use kazakh_latin::KazakhLatin;
pub use messages::{InvalidOverride, Messages, fill};
pub use nfc::{nfc, without_latin_marks};
pub use phrase::{Phrase, Piece, Term};
pub use plural::PluralCategory;
pub use quantity::*;
pub use russian::{Declension, RussianNoun};
pub use time::{DateStyle, Frame, MonthForm, Time};
pub use typography::{OBJECT, Stretch};
pub use unwritable::{Unwritable, WordForm};
pub use word::{Count, Forms, Noun, Word, Words};

use crate::lang::Lang;

/// No line breaks here: between groups of digits, and between a number and its word.
const NBSP: char = '\u{a0}';

/// How one language writes. Made once for an edition and shared between threads.
#[derive(Debug)]
pub struct Locale {
    lang: Lang,
    icu: icu_locale_core::Locale,
    /// Whose signs numbers have: its own but for Kazakh in Latin letters, of which CLDR
    /// has no data.
    signs: icu_locale_core::Locale,
    tongue: Tongue,
    percent_word: PercentWord,
    words: Words,
    min_grouping: u8,
    collators: letters::Collators,
}

/// A language whose grammar is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Kazakh in Cyrillic letters.
    Kazakh,
    /// Russian.
    Russian,
    /// Any other, or one of these in another script.
    Other,
}

/// The word that `%` is read as in Kazakh, which decides its endings: `41%-дан` or
/// `41%-тен`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PercentWord {
    /// «пайыз», the Kazakh word, usual in written texts.
    #[default]
    Payiz,
    /// «процент», usual in broadcasts.
    Protsent,
}

/// Which way a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, `ltr`.
    LeftToRight,
    /// From right to left, `rtl`.
    RightToLeft,
}

impl Direction {
    /// The direction of a language, of one that is not a study's too.
    pub fn of(lang: Lang) -> Self {
        match right_to_left(lang) {
            true => Self::RightToLeft,
            false => Self::LeftToRight,
        }
    }

    /// The value of HTML's attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Locale {
    /// How `lang` writes.
    pub fn new(lang: Lang) -> Self {
        let icu = |tag: &str| tag.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        let own = icu(lang.as_str());
        let signs = match (lang.language(), script(&lang)) {
            ("kk", Some("Latn")) => icu("kk"),
            _ => own.clone(),
        };
        let collators = letters::Collators::new(&own);
        let (tongue, percent_word) = (Tongue::of(lang), PercentWord::default());
        Self {
            lang,
            icu: own,
            signs,
            tongue,
            percent_word,
            words: Words::default(),
            min_grouping: 1,
            collators,
        }
    }

    /// The same with another word for `%` in Kazakh.
    pub fn with_percent_word(self, percent_word: PercentWord) -> Self {
        Self { percent_word, ..self }
    }

    /// The same with groups of digits in running text from so many digits before the
    /// first of them: with 2, Russian writes «1234» and «12 345».
    pub fn with_min_grouping(self, min_grouping: u8) -> Self {
        Self { min_grouping, ..self }
    }

    /// The same with the words that a study declines.
    pub fn with_words(self, words: Words) -> Self {
        Self { words, ..self }
    }

    /// The words that the study declines.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Which way its script runs.
    pub fn direction(&self) -> Direction {
        Direction::of(self.lang)
    }

    /// The value of `og:locale`, such as `kk_KZ`; `None` where no territory is known.
    pub fn open_graph(&self) -> Option<String> {
        let language = self.lang.language();
        let territory = match (self.icu.id.region, self.tongue) {
            (Some(region), _) => region.to_string(),
            (None, Tongue::English) => "GB".to_owned(),
            (None, Tongue::Kazakh) => "KZ".to_owned(),
            (None, Tongue::Russian) => "RU".to_owned(),
            (None, Tongue::Other) => return None,
        };
        Some(format!("{language}_{territory}"))
    }
}

impl Tongue {
    /// The grammar of a language.
    pub fn of(lang: Lang) -> Self {
        match (lang.language(), script(&lang)) {
            ("en", None | Some("Latn")) => Self::English,
            ("kk", None) if right_to_left(lang) => Self::Other,
            ("kk", None | Some("Cyrl")) => Self::Kazakh,
            ("ru", None | Some("Cyrl")) => Self::Russian,
            _ => Self::Other,
        }
    }
}

/// The script that the tag names.
fn script(lang: &Lang) -> Option<&str> {
    lang.as_str().split('-').find(|part| part.len() == 4)
}

/// Whether the script runs from right to left, by the script where the tag names one,
/// else by CLDR's likely script of the language (kk: Arabic in China, Iran, Mongolia).
fn right_to_left(lang: Lang) -> bool {
    let parts: Vec<&str> = lang.as_str().split('-').collect();
    let language = lang.language();
    match parts.iter().find(|part| part.len() == 4) {
        Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(script),
        None if language == "kk" => {
            parts.iter().any(|part| ["CN", "IR", "MN"].contains(part))
        }
        None => ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
            .contains(&language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::new(Lang::parse(tag).unwrap())
    }

    #[test]
    fn a_locale_is_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Locale>();
    }

    #[test]
    fn open_graph_wants_a_territory() {
        assert_eq!(locale("kk").open_graph().as_deref(), Some("kk_KZ"));
        assert_eq!(locale("en-US").open_graph().as_deref(), Some("en_US"));
        assert_eq!(locale("uz").open_graph(), None);
    }

    #[test]
    fn kazakh_in_arabic_letters_runs_from_right_to_left() {
        for (tag, direction) in [
            ("kk", "ltr"),
            ("kk-Latn", "ltr"),
            ("kk-Arab", "rtl"),
            ("kk-CN", "rtl"),
            ("ar", "rtl"),
            ("ru", "ltr"),
        ] {
            assert_eq!(locale(tag).direction().as_str(), direction, "{tag}");
        }
    }
}
