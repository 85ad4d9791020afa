//! A number and the form it is to be written in.

use rust_decimal::Decimal;

use super::Currency;
use super::shown::Shown;

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
    /// The word for a power of a thousand that the number is written with.
    pub scale: Scale,
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
}

/// What a number is, as far as writing it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain number.
    Number,
    /// A percentage, written with its sign.
    Percent,
    /// A year: its digits are not grouped.
    Year,
}

/// The word for a power of a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A grammatical case. Kazakh has the first seven; Russian has nominative, genitive,
/// dative, accusative, instrumental and prepositional; English has none.
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
    /// Жатыс.
    Locative,
    /// Шығыс.
    Ablative,
    /// Көмектес, творительный.
    Instrumental,
    /// Предложный.
    Prepositional,
}

impl Case {
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
}

impl Quantity {
    /// A plain number with the decimals that it has.
    pub fn new(value: Decimal) -> Self {
        Self {
            value,
            to: None,
            kind: Kind::Number,
            decimals: None,
            scale: Scale::One,
            case: Case::Nominative,
            possessive: false,
            style: Style::Digits,
            signed: false,
            approximate: false,
            currency: None,
        }
    }

    /// How many per cent of `whole` a part is, with one decimal; `None` where that is no
    /// number, or too large.
    pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Self> {
        let percent = part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let (kind, decimals) = (Kind::Percent, Some(1));
        Some(Self { kind, decimals, ..Self::new(percent) })
    }

    /// The number as it is shown, in units of its scale: of a range, where it begins.
    pub fn shown(&self) -> Decimal {
        Shown::of(self).from.0
    }
}
