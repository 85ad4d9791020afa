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
    /// No words of the language are known here.
    Unknown {
        /// The language.
        lang: Lang,
    },
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
                 not a range, a percentage, a year or a number in thousands",
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
        }
    }
}

impl Locale {
    /// Reports that the words of a language are not known.
    pub(super) fn unknown(&self) -> Unwritable {
        Unwritable::Unknown { lang: self.lang }
    }
}
