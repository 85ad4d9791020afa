//! What a numeral decides in English.

use rust_decimal::Decimal;

use super::shown::Shown;
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

/// Whether the last of some words is the article `a` or `an`.
pub(super) fn ends_in_article(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    ["a", "an"].contains(&last.to_lowercase().as_str())
}

pub(super) fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "thousand",
        Scale::Million => "million",
        Scale::Billion => "billion",
    }
}

/// The letter that abbreviates a scale word.
pub(super) fn scale_abbreviation(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "K",
        Scale::Million => "M",
        Scale::Billion => "B",
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

/// The ordinal of a number from 1 to 10 in words.
pub(super) fn ordinal_word(number: usize) -> Option<&'static str> {
    let words = "first second third fourth fifth sixth seventh eighth ninth tenth";
    words.split(' ').nth(number.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn article(text: &str, kind: Kind) -> &'static str {
        let english = Locale::new(Lang::parse("en").unwrap());
        english
            .article(&Quantity { kind, ..Quantity::new(text.parse().unwrap()) })
            .unwrap()
    }

    #[test]
    fn the_first_group_of_digits_decides_the_article() {
        for number in ["8", "11", "18", "80", "800", "8000", "11000", "18500", "8.5"] {
            assert_eq!(article(number, Kind::Number), "an", "{number}");
        }
        for number in ["0", "0.8", "1", "10", "110", "1100", "1800", "180", "-8"] {
            assert_eq!(article(number, Kind::Number), "a", "{number}");
        }
    }

    #[test]
    fn a_year_is_spoken_by_its_first_two_digits() {
        assert_eq!(article("1812", Kind::Year), "an");
        assert_eq!(article("1991", Kind::Year), "a");
    }

    #[test]
    fn other_languages_have_no_article() {
        let kazakh = Locale::new(Lang::parse("kk").unwrap());
        let wrong = kazakh.article(&Quantity::new(Decimal::ONE)).unwrap_err();
        assert_eq!(wrong.to_string(), "numbers have no article in Kazakh");
    }
}
