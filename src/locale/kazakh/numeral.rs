//! Numerals: which word is spoken last, and what they are as words.

use rust_decimal::Decimal;

use super::ending::{Sounds, inflect, suffix};
use crate::locale::{Case, PercentWord, Scale};

/// The word of a numeral that is spoken last. After a decimal comma the decimals are read
/// as a number: «бес» of `0,5`, «елу» of `0,50`, «нөл» of `2,0`.
pub fn last_word(number: Decimal) -> &'static str {
    let digits = number.mantissa().unsigned_abs();
    match number.scale() {
        0 => last_word_of_whole(digits),
        places => last_word_of_whole(digits % 10_u128.pow(places)),
    }
}

/// By the last digit that is not zero, and its place.
fn last_word_of_whole(number: u128) -> &'static str {
    let mut rest = number;
    let mut zeros = 0;
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    let digit = (rest % 10) as usize;
    let word = match zeros {
        0 => UNITS.split(' ').nth(digit),
        1 => TENS.split(' ').nth(digit - 1),
        2 => Some("жүз"),
        _ => THOUSANDS.split(' ').nth(zeros / 3 - 1),
    };
    word.unwrap_or_default()
}

const UNITS: &str = "нөл бір екі үш төрт бес алты жеті сегіз тоғыз";
const TENS: &str = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан";
/// As far as decimals of 28 digits go.
const THOUSANDS: &str = "мың миллион миллиард триллион квадриллион квинтиллион \
    секстиллион септиллион октиллион";
/// Of people counted together, from 1 on; there is none of 8.
const TOGETHER: &str = "біреу екеу үшеу төртеу бесеу алтау жетеу";

pub(in crate::locale) fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "мың",
        Scale::Million => "миллион",
        Scale::Billion => "миллиард",
    }
}

/// The scale word as it is abbreviated, where it is.
pub(in crate::locale) fn scale_abbreviation(scale: Scale) -> &'static str {
    match scale {
        Scale::Million => "млн",
        Scale::Billion => "млрд",
        Scale::One | Scale::Thousand => scale_word(scale),
    }
}

/// The word for a number from 0 to 10, with its ending.
pub(in crate::locale) fn word(
    number: usize,
    case: Case,
    possessive: bool,
) -> Option<String> {
    Some(inflect(cardinal(number)?, case, possessive))
}

fn cardinal(number: usize) -> Option<&'static str> {
    if number == 10 { Some("он") } else { UNITS.split(' ').nth(number) }
}

/// The word for so many people together, with its ending: «екеу», «екеуінің».
pub(in crate::locale) fn collective(
    number: usize,
    case: Case,
    possessive: bool,
) -> Option<String> {
    let word = TOGETHER.split(' ').nth(number.checked_sub(1)?)?;
    Some(inflect(word, case, possessive))
}

/// The ordinal of a numeral, by its last word: «бесінші», «елуінші».
pub fn ordinal_word(word: &str) -> String {
    match word {
        "жиырма" => "жиырмасыншы".to_owned(),
        "қырық" => "қырқыншы".to_owned(),
        _ => format!("{word}{}", Sounds::of(word).ordinal()),
    }
}

/// The ending of an ordinal in digits that stands alone: `1-ші`, `6-шыдан`. Before a noun
/// the hyphen alone makes the ordinal: «5-сынып».
pub(in crate::locale) fn ordinal(
    number: Decimal,
    case: Case,
    possessive: bool,
) -> String {
    let ending = Sounds::of(last_word(number)).short_ordinal();
    format!("-{ending}{}", suffix(ending, case, possessive))
}

impl PercentWord {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Payiz => "пайыз",
            Self::Protsent => "процент",
        }
    }
}
