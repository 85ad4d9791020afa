//! What stands around digits, and what it makes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::digits::Digits;
use super::{
    Month, Notation, Numeral, NumeralRole, Numerals, context, is_gap, months, spelt,
};

/// Reads the digits of `text`.
pub(super) fn read(text: &str, notation: &Notation) -> Numerals {
    let mut reader = Reader {
        text,
        notation,
        digits: Vec::new(),
        months: BTreeMap::new(),
        joined: BTreeSet::new(),
    };
    let mut at = 0;
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + next;
        at = match context::address(text, start) {
            Some(end) => end,
            None => reader.take(start),
        };
    }
    reader.join();
    let Reader { mut digits, months, joined, .. } = reader;
    if !joined.is_empty() {
        let mut at = 0..;
        digits.retain(|_| at.next().is_none_or(|at| !joined.contains(&at)));
    }
    let months = months.into_values().collect();
    Numerals { digits, months }
}

struct Reader<'t> {
    text: &'t str,
    notation: &'t Notation,
    digits: Vec<Numeral>,
    /// Months by where they begin.
    months: BTreeMap<usize, Month>,
    /// Positions of numbers that became part of the one before them.
    joined: BTreeSet<usize>,
}

impl<'t> Reader<'t> {
    /// Takes the number that begins at `start`, and gives its end.
    fn take(&mut self, start: usize) -> usize {
        if let Some(end) = self.iso_date(start) {
            return end;
        }
        let digits = Digits::at(self.text, start, self.notation);
        let end = digits.range.end;
        if let Some([day, month, year]) = digits.date() {
            let month_at = start + digits.runs[0].len() + 1;
            let year_at = month_at + digits.runs[1].len() + 1;
            self.date_part(day, start..month_at - 1);
            let range = month_at..year_at - 1;
            self.month(Month { number: month as u8, range });
            self.date_part(year, year_at..end);
            return end;
        }
        let numeral = self.numeral(&digits);
        self.digits.push(numeral);
        end
    }

    /// The end of a date such as `2006-07-14`, which is taken.
    fn iso_date(&mut self, start: usize) -> Option<usize> {
        let written = self.text.get(start..start + 10)?;
        let date = crate::locale::Date::parse(written).ok()?;
        if self.text[start + 10..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.date_part(date.year().into(), start..start + 4);
        let range = start + 5..start + 7;
        self.month(Month { number: date.month()?, range });
        self.date_part(date.day()?.into(), start + 8..start + 10);
        Some(start + 10)
    }

    fn date_part(&mut self, number: u32, range: Range<usize>) {
        self.digits.push(Numeral {
            range,
            value: number.into(),
            decimals: Some(0),
            denominator: None,
            percent: false,
            role: NumeralRole::Date,
            otherwise: None,
        });
    }

    fn numeral(&self, digits: &Digits<'_>) -> Numeral {
        let before = &self.text[..digits.range.start];
        let after = Tail::of(&self.text[digits.range.end..]);
        let role = self.role(digits, before, &after);
        let mut numeral = Numeral {
            range: digits.range.clone(),
            value: digits.joined(),
            decimals: Some(0),
            denominator: None,
            percent: after.percent,
            role,
            otherwise: None,
        };
        if matches!(role, NumeralRole::Name | NumeralRole::Place) {
            return numeral;
        }
        let reading = digits.reading(self.notation);
        (numeral.value, numeral.decimals) = (reading.value, Some(reading.decimals));
        numeral.otherwise = reading.otherwise;
        if role == NumeralRole::Date {
            if let Some(full) = digits.plain().and_then(|n| after.decade(n)) {
                numeral.value = full.into();
            }
            return numeral;
        }
        if negative(before) {
            numeral.value = -numeral.value;
        }
        if let Some(times) = after.scale {
            numeral.multiply(times);
        }
        numeral
    }

    fn role(&self, digits: &Digits<'_>, before: &str, after: &Tail<'_>) -> NumeralRole {
        let year = digits.plain().filter(|_| digits.runs[0].len() == 4);
        let year = year.filter(|year| (1500..=2100).contains(year));
        let glued = context::glued(before, after.rest_of_word);
        if glued && !(year.is_some() && before.ends_with(['-', '\u{2011}']))
            || context::is_named(before)
            || digits.is_version() && context::after_abbreviation(before)
        {
            return NumeralRole::Name;
        }
        if context::is_place(before, after.suffix) {
            return NumeralRole::Place;
        }
        let amount = after.percent || after.scale.is_some() || context::is_money(before);
        let decade = digits.plain().is_some_and(|n| after.decade(n).is_some());
        if !amount && (year.is_some() || decade || after.century) {
            return NumeralRole::Date;
        }
        NumeralRole::Amount
    }

    /// Lets numbers that belong together tell each other what they are, the last first.
    fn join(&mut self) {
        for at in (0..self.digits.len()).rev() {
            self.day(at);
            self.beside_next(at);
        }
    }

    /// The number is a day where a month stands beside it, and a month is one where a day
    /// or a year does.
    fn day(&mut self, at: usize) {
        let numeral = &self.digits[at];
        let tongue = self.notation.tongue;
        let (before, after) =
            (&self.text[..numeral.range.start], &self.text[numeral.range.end..]);
        let month = |word: Option<(Range<usize>, &str)>| {
            let (range, word) = word?;
            Some(Month { number: months::number(word, tongue)?, range })
        };
        let start = numeral.range.end;
        let next = month(context::word_after(after, start));
        let last = month(context::word_before(before));
        let may_be_day = numeral.decimals == Some(0)
            && numeral.role == NumeralRole::Amount
            && !numeral.percent
            && (Decimal::ONE..=Decimal::from(31)).contains(&numeral.value);
        let is_date = numeral.role == NumeralRole::Date;
        let found = if may_be_day {
            next.or(last)
        } else if is_date {
            let later = context::word_of_year(after, start);
            last.or(next).or(month(later))
        } else {
            None
        };
        if let Some(month) = found {
            self.digits[at].role = NumeralRole::Date;
            self.month(month);
        }
    }

    fn month(&mut self, month: Month) {
        self.months.insert(month.range.start, month);
    }

    /// What a number takes from the one after it, or gives to it.
    fn beside_next(&mut self, at: usize) {
        let [own, next] = match self.digits.get(at..at + 2) {
            Some([own, next]) => [own.clone(), next.clone()],
            _ => return,
        };
        let gap = &self.text[own.range.end..next.range.start];
        let whole = own.decimals == Some(0) && next.decimals == Some(0);
        match gap {
            // The years 2019/20 and 1991–93.
            "/" | "-" | "–" if own.role == NumeralRole::Date && self.short_year(at) => {
            }
            // The fraction 2/3.
            "/" if whole
                && own.role == NumeralRole::Amount
                && next.role == NumeralRole::Amount
                && own.value < next.value
                && next.value <= Decimal::ONE_HUNDRED =>
            {
                self.digits[at].denominator = Some(next.value);
                self.digits[at].range.end = next.range.end;
                self.digits[at].percent |= next.percent;
                self.joined.insert(at + 1);
            }
            // The time 10:30.
            ":" if whole && own.value < Decimal::from(24) => {
                self.digits[at].role = NumeralRole::Date;
                self.digits[at + 1].role = NumeralRole::Date;
            }
            _ if own.role != NumeralRole::Amount || !context::joins(gap) => {}
            // A day with the month of the next one.
            _ if next.role == NumeralRole::Date
                && next.value <= Decimal::from(31)
                && own.value <= Decimal::from(31) =>
            {
                self.digits[at].role = NumeralRole::Date;
            }
            // A number with the sign or the scale word of the next one: 5–7 million.
            _ if next.role == NumeralRole::Amount => {
                let numeral = &mut self.digits[at];
                numeral.percent |= next.percent;
                let times = Tail::of(&self.text[next.range.end..]).scale;
                if let Some(times) = times.filter(|_| own.decimals.is_some()) {
                    numeral.multiply(times);
                }
            }
            _ => {}
        }
    }

    /// Completes the second of two years that is written with two digits.
    fn short_year(&mut self, at: usize) -> bool {
        let (own, next) = (&self.digits[at], &self.digits[at + 1]);
        let hundred = Decimal::ONE_HUNDRED;
        let short = next.range.len() == 2 && own.range.len() == 4;
        let later = next.value > own.value % hundred || next.value.is_zero();
        if !short || !later || next.role == NumeralRole::Name {
            return false;
        }
        let century = own.value - own.value % hundred;
        let turn = if next.value.is_zero() { hundred } else { Decimal::ZERO };
        let next = &mut self.digits[at + 1];
        next.value += century + turn;
        next.role = NumeralRole::Date;
        next.percent = false;
        true
    }
}

impl Numeral {
    fn multiply(&mut self, times: Decimal) {
        if let Some(value) = self.value.checked_mul(times) {
            self.value = value.normalize();
            self.decimals = None;
        }
    }
}

/// Whether digits after this text are negative: after a minus, or a hyphen that no letter
/// or digit stands before.
fn negative(before: &str) -> bool {
    let Some(rest) = before.strip_suffix(['\u{2212}', '-']) else { return false };
    before.ends_with('\u{2212}')
        || rest.is_empty()
        || rest.ends_with(|c: char| is_gap(c) || c == '(')
}

/// What stands after digits.
struct Tail<'t> {
    /// What is written together with them: `-дан`, `th`.
    suffix: &'t str,
    /// The letters that follow at once.
    rest_of_word: &'t str,
    percent: bool,
    scale: Option<Decimal>,
    century: bool,
    /// Whether the next word says that years are meant: «жылдар».
    years: bool,
}

impl<'t> Tail<'t> {
    fn of(after: &'t str) -> Self {
        let letters = context::letters(after);
        let suffix = context::suffix(after);
        let next = after[suffix.len()..].trim_start_matches(is_gap);
        let word = context::letters(next);
        let own = suffix.trim_start_matches(['-', '\u{2011}', '’', '\'']);
        let scale = spelt::scale(word).or_else(|| spelt::scale(own));
        let percent = next.starts_with(['%', '‰'])
            || ["percent", "per cent", "процент", "пайыз", "п. п", "п.п", "п.\u{a0}п"]
                .iter()
                .any(|name| next.starts_with(name) || own.starts_with(name));
        let century = ["centur", "век", "ғасыр"]
            .iter()
            .any(|name| word.starts_with(name) || own.starts_with(name));
        let years = own.starts_with("жылдар")
            || word.starts_with("жылдар") && suffix.starts_with('-');
        Self { suffix, rest_of_word: letters, percent, scale, century, years }
    }

    /// The first year of the decade that a number with this tail names: `1990s`, «90-е».
    fn decade(&self, number: u32) -> Option<u32> {
        let own = self.suffix.trim_start_matches(['-', '\u{2011}', '’', '\'']);
        let named = matches!(own, "s" | "е" | "х" | "ые" | "ых" | "ми") || self.years;
        if !named || !number.is_multiple_of(10) {
            return None;
        }
        match number {
            1500..=2100 => Some(number),
            30..=90 => Some(1900 + number),
            0..=20 => Some(2000 + number),
            _ => None,
        }
    }
}
