//! What a numeral decides in English.

use rust_decimal::Decimal;

use super::number::Shown;
use super::{Kind, Locale, Quantity, Scale, Tongue, Unwritable};

impl Locale {
    /// `an` before a number that is spoken with a vowel first (8, 11, 18, 80, 8,000), else
    /// `a`: “an 8% rise”. Only in English.
    pub fn article(&self, quantity: &Quantity) -> Result<&'static str, Unwritable> {
        if self.tongue != Tongue::English {
            return Err(Unwritable::Article { lang: self.lang });
        }
        let vowel = begins_with_vowel(Shown::of(quantity).from.0, quantity.kind);
        Ok(if vowel { "an" } else { "a" })
    }
}

/// Eight, eleven and eighteen with all that is made of them. A year is spoken by its first
/// two digits, any other number by its first group of up to three; a negative one begins
/// with `minus`.
fn begins_with_vowel(number: Decimal, kind: Kind) -> bool {
    if number.is_sign_negative() {
        return false;
    }
    let digits = number.trunc().normalize().to_string();
    let lead = match (kind, digits.len()) {
        (Kind::Year, 4) => 2,
        (_, length) => (length + 2) % 3 + 1,
    };
    let group = digits.get(..lead).unwrap_or_default();
    group.starts_with('8') || group == "11" || group == "18"
}

pub(super) fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "thousand",
        Scale::Million => "million",
        Scale::Billion => "billion",
    }
}

/// The ending of an ordinal in digits.
pub(super) fn ordinal(number: Decimal) -> &'static str {
    let hundredth = number.mantissa() % 100;
    match (hundredth / 10, hundredth % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// The word for a number from 0 to 10.
pub(super) fn word(number: usize) -> Option<&'static str> {
    "zero one two three four five six seven eight nine ten".split(' ').nth(number)
}
