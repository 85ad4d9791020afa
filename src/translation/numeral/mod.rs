//! The numbers of a text, read as its language writes them.
//!
//! What a text says in digits is read as a number: `1,234.5` in English and `1 234,5` in
//! Russian are one. What stands around the digits decides what the number is: part of a
//! date, of a name, a page, or an amount. Numbers in words are read too, as far as a word
//! alone tells them; they are enough to explain digits in another language, never enough
//! to ask for any.

mod around;
mod context;
mod digits;
mod months;
mod spelt;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::locale::{Locale, Quantity};

/// A number in digits.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// Where its digits stand in the text.
    pub(super) range: Range<usize>,
    /// The number, with its scale word: 431000 of `431 thousand`. Of a name the digits.
    pub(super) value: Decimal,
    /// How many decimals are shown; `None` where a scale word follows.
    pub(super) decimals: Option<u32>,
    /// Below the stroke: 3 of `2/3`.
    pub(super) denominator: Option<Decimal>,
    /// Whether it is so many per cent.
    pub(super) percent: bool,
    /// What the number is.
    pub(super) role: NumeralRole,
    /// Where it is not written as its language writes numbers, what else it may be.
    pub(super) otherwise: Option<Vec<Decimal>>,
}

/// What a number is in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumeralRole {
    /// How much or how many.
    Amount,
    /// A part of a date or a time of the day: a year, a decade, a day.
    Date,
    /// Part of a name: COVID-19, № 82.
    Name,
    /// A place in a work: a page, a chapter.
    Place,
}

/// A month beside a day or a year, so that it is surely a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Month {
    /// From 1.
    pub(super) number: u8,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
}

/// The numbers of a text that stand in digits.
#[derive(Debug, Default)]
pub(super) struct Numerals {
    /// In their order.
    pub(super) digits: Vec<Numeral>,
    /// The months of their dates, in their order.
    pub(super) months: Vec<Month>,
}

/// How a language writes numbers, as far as reading them goes.
#[derive(Debug)]
pub(super) struct Notation {
    tongue: Tongue,
    /// What stands before the decimals.
    decimal: char,
    /// What stands between groups of three digits.
    group: char,
}

/// A language whose words for numbers are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    English,
    Kazakh,
    Russian,
    Other,
}

impl Notation {
    /// That of a language.
    pub(super) fn of(locale: &Locale) -> Self {
        let grouped = locale.digits(&Quantity::new(Decimal::from(1_234_567)));
        let group = grouped.chars().find(|c| !c.is_numeric()).unwrap_or(' ');
        let tongue = Tongue::of(locale.lang());
        Self { tongue, decimal: locale.decimal_sign(), group }
    }

    /// Whether words of the language can be read as numbers.
    pub(super) fn reads_words(&self) -> bool {
        self.tongue != Tongue::Other
    }

    /// Reads what a text says in digits.
    pub(super) fn read(&self, text: &str) -> Numerals {
        around::read(text, self)
    }

    /// What the words of a text may say of numbers, each as often as it is said.
    pub(super) fn spelt(&self, text: &str) -> Vec<Decimal> {
        spelt::read(text, self.tongue)
    }

    /// The months that a text names, or seems to name.
    pub(super) fn months(&self, text: &str) -> Vec<u8> {
        let words = spelt::words(text);
        words.filter_map(|(_, word)| months::number(word, self.tongue)).collect()
    }
}

impl Tongue {
    fn of(lang: Lang) -> Self {
        let script = lang.as_str().split('-').find(|part| part.len() == 4);
        match (lang.language(), script) {
            ("en", _) => Self::English,
            ("kk", None | Some("Cyrl")) => Self::Kazakh,
            ("ru", None | Some("Cyrl")) => Self::Russian,
            _ => Self::Other,
        }
    }
}

/// Whether it is a space of any width, or the end of a line.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}')
}
