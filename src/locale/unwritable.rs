//! What a language has no form for.

use std::error::Error;
use std::fmt;

use super::{Case, Locale};
use crate::lang::Lang;

/// Why a quantity cannot be written the way that was asked for: an author's fault, to be
/// reported at the expression. Shown, it is a sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// The language has no such case.
    Case {
        /// The language.
        lang: Lang,
        /// The case.
        case: Case,
    },
    /// Only a Kazakh numeral takes the possessive.
    Possessive {
        /// The language.
        lang: Lang,
    },
    /// Only the whole numbers from 0 to 10 are written in words.
    Words {
        /// The number as it would be shown in digits.
        number: String,
    },
    /// Only a whole number that is not negative has an ordinal.
    Ordinal {
        /// The number as it would be shown in digits.
        number: String,
    },
    /// Only a plain number, not a range, is written in words or as an ordinal.
    Plain,
    /// Only a plain number is written in thousands, millions or billions.
    Scale,
    /// Only English has an article that the numeral decides.
    Article {
        /// The language.
        lang: Lang,
    },
    /// Only a plain number is an amount of money.
    Currency,
    /// Only one number shows its plus.
    Signed,
    /// Only a period has two ends.
    FromTo,
    /// The English article before a word follows its sound, which its letters do not tell.
    ArticleOfWord,
    /// Only Russian ordinals and number words have a gender.
    Gender {
        /// The language.
        lang: Lang,
    },
    /// A language has words for so many people together up to some number only.
    People {
        /// The language.
        lang: Lang,
        /// The number as it would be shown in digits.
        number: String,
    },
    /// Only the whole numbers from 1 to 3999 are written in Roman numerals.
    Roman {
        /// The number as it would be shown in digits.
        number: String,
    },
    /// A Roman numeral that stands alone takes no Kazakh ending.
    RomanEnding,
    /// «-лық» does not follow a possessive.
    AdjectiveOfPossessive,
    /// A noun or the name of a place has no such form in the language.
    Form {
        /// Its id.
        word: String,
        /// The form.
        form: WordForm,
        /// The language.
        lang: Lang,
    },
    /// A form that a noun or the name of a place may have was not given.
    Ungiven {
        /// Its id.
        word: String,
        /// The form.
        form: WordForm,
        /// The language.
        lang: Lang,
    },
    /// What is neither counted nor in its order, a percentage among them, has no noun.
    Counted,
    /// English does not count by years, nor by fractions.
    NotCounted {
        /// The language.
        lang: Lang,
    },
    /// No words of the language are known here.
    Unknown {
        /// The language.
        lang: Lang,
    },
}

/// A form that a noun or the name of a place may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordForm {
    /// A case.
    Case(Case),
    /// A case of several.
    Several(Case),
    /// A case after a numeral.
    Counted(Case),
    /// The possessive.
    Possessive,
    /// The gender, which an ordinal or a number in words agrees with.
    Gender,
    /// A symbol.
    Symbol,
    /// The word for a city before or after its name.
    City,
}

impl fmt::Display for WordForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(case) => f.write_str(case.name()),
            Self::Several(Case::Nominative) => f.write_str("plural"),
            Self::Several(case) => write!(f, "{} plural", case.name()),
            Self::Counted(case) => write!(f, "{} after this number", case.name()),
            Self::Possessive => f.write_str("possessive"),
            Self::Gender => f.write_str("gender"),
            Self::Symbol => f.write_str("symbol"),
            Self::City => f.write_str("form with the word for a city"),
        }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case { lang, case } => {
                write!(f, "numbers have no {} in {}", case.name(), name(*lang))
            }
            Self::Possessive { lang } => {
                write!(f, "numbers have no possessive in {}", name(*lang))
            }
            Self::Words { number } => {
                write!(f, "only the numbers 0 to 10 are written in words, not {number}")
            }
            Self::Ordinal { number } => write!(f, "{number} has no ordinal"),
            Self::Plain => f.write_str(
                "only a plain number is written in words or as an ordinal, \
                 not a range, a percentage, a fraction or a number in thousands",
            ),
            Self::Scale => {
                f.write_str("a percentage or a year is not written in thousands")
            }
            Self::Article { lang } => {
                write!(f, "numbers have no article in {}", name(*lang))
            }
            Self::Currency => f.write_str("a percentage or a year is no amount of money"),
            Self::Signed => f.write_str("a range has no sign of its own"),
            Self::FromTo => {
                f.write_str("only a period from one date to another has two ends")
            }
            Self::ArticleOfWord => f.write_str(
                "the article is known before a number only, not before a word",
            ),
            Self::Gender { lang } => {
                write!(f, "numbers have no gender in {}", name(*lang))
            }
            Self::People { lang, number } => {
                let lang = name(*lang);
                write!(f, "{lang} has no word for {number} people together")
            }
            Self::Roman { number } => write!(
                f,
                "only the numbers 1 to 3999 are written in Roman numerals, not {number}"
            ),
            Self::RomanEnding => {
                f.write_str("a Roman numeral alone takes no ending in Kazakh")
            }
            Self::AdjectiveOfPossessive => {
                f.write_str("«-лық» does not follow a possessive")
            }
            Self::Form { word, form, lang } => {
                write!(f, "`{word}` has no {form} in {}", name(*lang))
            }
            Self::Ungiven { word, form, lang } => {
                write!(f, "`{word}` was given no {form} in {}", name(*lang))
            }
            Self::Counted => f.write_str("a share in per cent or per mille has no noun"),
            Self::NotCounted { lang } => {
                let lang = name(*lang);
                write!(f, "{lang} puts no noun after a year or a fraction")
            }
            Self::Unknown { lang } => {
                write!(f, "the words for numbers are not known in `{lang}`")
            }
        }
    }
}

impl Error for Unwritable {}

/// The English name of a language, or its tag.
fn name(lang: Lang) -> String {
    match lang.as_str() {
        "en" => "English".to_owned(),
        "kk" => "Kazakh".to_owned(),
        "ru" => "Russian".to_owned(),
        tag => format!("`{tag}`"),
    }
}

impl Case {
    /// Its English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Locative => "locative",
            Self::Ablative => "ablative",
            Self::Instrumental => "instrumental",
            Self::Prepositional => "prepositional",
            Self::Similative => "form «-дай»",
            Self::Adjectival => "form «-лық»",
        }
    }
}

impl Locale {
    /// Reports that the words of a language are not known.
    pub(super) fn unknown(&self) -> Unwritable {
        Unwritable::Unknown { lang: self.lang }
    }
}
