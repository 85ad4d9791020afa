//! A number and the form it is to be written in.

use rust_decimal::Decimal;

use super::shown::Shown;
use super::{Currency, Flags};

/// A number and the form it is to be written in: what an expression yields and a
/// language writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number in units of one, whatever the scale; a percentage is in percent, `40.6`.
    pub value: Decimal,
    /// The other end of a range.
    pub to: Option<Decimal>,
    /// What the number is.
    pub kind: Kind,
    /// How many decimals are shown; `None` for those that the number has.
    pub decimals: Option<u32>,
    /// The denominator of a common fraction, whose numerator is `value`.
    pub denominator: Option<Decimal>,
    /// The word for a power of a thousand that the number is written with.
    pub scale: Scale,
    /// Whether that word is abbreviated: «млн», «тыс.», `M`.
    pub abbreviated: bool,
    /// The grammatical case that the sentence wants.
    pub case: Case,
    /// Whether a Kazakh numeral takes the possessive of the third person.
    pub possessive: bool,
    /// In digits, as an ordinal or in words.
    pub style: Style,
    /// Whether a positive number shows its plus.
    pub signed: bool,
    /// Whether the number is said to be not exact: `~10`, «≈10».
    pub approximate: bool,
    /// The currency of an amount of money.
    pub currency: Option<Currency>,
    /// What an ordinal or a word agrees with; `None` for a masculine noun.
    pub agreement: Option<Agreement>,
    /// What the source says of the number, such as that it is preliminary. Flags stand
    /// behind the number, and are no part of what [`Locale::write`] gives.
    ///
    /// [`Locale::write`]: super::Locale::write
    pub flags: Flags,
}

/// What a number is, as far as writing it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain number.
    Number,
    /// A percentage, written with its sign.
    Percent,
    /// A part of a whole, from 0 to 1, written as a percentage: `0.406` as `40.6%`.
    Share,
    /// How many of a thousand, written with the sign `‰`.
    PerMille,
    /// A year: its digits are not grouped.
    Year,
}

impl Kind {
    /// What it is once it is written: a share is a percentage.
    pub(super) fn as_written(self) -> Self {
        match self {
            Self::Share => Self::Percent,
            other => other,
        }
    }
}

/// The word for a power of a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// No word.
    One,
    /// Thousand.
    Thousand,
    /// Million.
    Million,
    /// Billion.
    Billion,
}

/// A grammatical case, or an ending that stands where one does. Kazakh has all but the
/// prepositional; Russian has nominative, genitive, dative, accusative, instrumental and
/// prepositional, and its nouns a locative; English has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Атау, именительный.
    Nominative,
    /// Ілік, родительный.
    Genitive,
    /// Барыс, дательный.
    Dative,
    /// Табыс, винительный.
    Accusative,
    /// Жатыс; of a Russian noun the form after «в» and «на» for a place: «в году».
    Locative,
    /// Шығыс.
    Ablative,
    /// Көмектес, творительный.
    Instrumental,
    /// Предложный.
    Prepositional,
    /// «-дай»: about so many.
    Similative,
    /// «-лық»: of so many.
    Adjectival,
}

impl Case {
    /// The short names of all cases, as [`Case::named`] takes them.
    pub const NAMES: [&str; 10] =
        ["nom", "gen", "dat", "acc", "loc", "abl", "ins", "prep", "about", "adj"];

    /// The case that goes by this short name in expressions and interface texts.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "nom" => Self::Nominative,
            "gen" => Self::Genitive,
            "dat" => Self::Dative,
            "acc" => Self::Accusative,
            "loc" => Self::Locative,
            "abl" => Self::Ablative,
            "ins" => Self::Instrumental,
            "prep" => Self::Prepositional,
            "about" => Self::Similative,
            "adj" => Self::Adjectival,
            _ => return None,
        })
    }
}

/// How a number is spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// In digits.
    Digits,
    /// In digits, as an ordinal: `1st`, `1-ші`, `1-й`.
    Ordinal,
    /// In words, for 0 to 10.
    Words,
    /// As an ordinal in words, for 1 to 10: `first`, «бірінші», «первый».
    OrdinalWords,
    /// In Roman numerals, for 1 to 3999.
    Roman,
}

/// The gender of a Russian noun, or what else a number word is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// «один», «1-й».
    Masculine,
    /// «одна», «1-я».
    Feminine,
    /// «одно», «1-е».
    Neuter,
    /// Several of any gender: «1-е», «1-х».
    Plural,
    /// Of people counted together, in Kazakh too: «двое», «екеу».
    People,
}

impl Gender {
    /// The names that authors give the genders by.
    pub const NAMES: [&str; 5] = ["masculine", "feminine", "neuter", "plural", "people"];

    /// The gender of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "masculine" => Self::Masculine,
            "feminine" => Self::Feminine,
            "neuter" => Self::Neuter,
            "plural" => Self::Plural,
            "people" => Self::People,
            _ => return None,
        })
    }
}

/// What an ordinal or a number in words agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// The gender.
    pub gender: Gender,
    /// Whether the noun names somebody, which decides a Russian accusative.
    pub animate: bool,
}

impl Quantity {
    /// A plain number with the decimals that it has.
    pub fn new(value: Decimal) -> Self {
        Self {
            value,
            to: None,
            kind: Kind::Number,
            decimals: None,
            denominator: None,
            scale: Scale::One,
            abbreviated: false,
            case: Case::Nominative,
            possessive: false,
            style: Style::Digits,
            signed: false,
            approximate: false,
            currency: None,
            agreement: None,
            flags: Flags::NONE,
        }
    }

    /// How many per cent of `whole` a part is, with one decimal; `None` where that is no
    /// number, or too large.
    pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Self> {
        let percent = part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let (kind, decimals) = (Kind::Percent, Some(1));
        Some(Self { kind, decimals, ..Self::new(percent) })
    }

    /// A share as the percentage that it is written as; any other number as it is.
    #[must_use]
    pub fn as_percent(self) -> Self {
        if self.kind != Kind::Share {
            return self;
        }
        let percent = |value: Decimal| Shown::percent(value);
        Self {
            kind: Kind::Percent,
            value: percent(self.value),
            to: self.to.map(percent),
            ..self
        }
    }

    /// The number as it is shown, in units of its scale: of a range, where it begins.
    pub fn shown(&self) -> Decimal {
        Shown::of(self).from.0
    }
}
