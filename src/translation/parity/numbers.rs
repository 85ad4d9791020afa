//! The literal numbers of a unit beside those of its twin.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::said::{Said, Sign, SignKind};
use crate::translation::numeral::{Notation, Numeral, NumeralRole};

/// Most numbers without a twin that are compared each with each.
const MOST: usize = 200;

/// The numbers of two units, matched.
pub(super) struct Matched {
    /// Positions of the same number in either.
    pub(super) pairs: Vec<[usize; 2]>,
    /// Positions of those without a twin in either.
    pub(super) loose: [Vec<usize>; 2],
}

/// Matches the numbers of two units by what they say.
pub(super) fn matched(said: [&Said<'_>; 2]) -> Matched {
    let digits = said.map(|said| said.numerals.digits.as_slice());
    let mut matched = Matched {
        pairs: Vec::new(),
        loose: digits.map(|digits| (0..digits.len()).collect()),
    };
    let exact = |n: &Numeral| (n.value, n.denominator, n.decimals, n.role);
    let roughly = |n: &Numeral| (n.value, n.denominator);
    matched.by(digits, exact);
    matched.by(digits, roughly);
    matched.by_other_readings(digits);
    matched.forgive_names(said);
    matched
}

impl Matched {
    /// Matches what has the same key.
    fn by<K: Ord>(&mut self, digits: [&[Numeral]; 2], key: impl Fn(&Numeral) -> K) {
        let mut twins: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for at in self.loose[1].iter().rev() {
            twins.entry(key(&digits[1][*at])).or_default().push(*at);
        }
        let pairs = &mut self.pairs;
        self.loose[0].retain(|at| {
            let twin = twins.get_mut(&key(&digits[0][*at])).and_then(Vec::pop);
            pairs.extend(twin.map(|twin| [*at, twin]));
            twin.is_none()
        });
        let mut rest: Vec<usize> = twins.into_values().flatten().collect();
        rest.sort_unstable();
        self.loose[1] = rest;
    }

    /// Matches what is not written as its language writes with what it may mean.
    fn by_other_readings(&mut self, digits: [&[Numeral]; 2]) {
        if self.loose.iter().any(|loose| loose.len() > MOST) {
            return;
        }
        let [sources, targets] = &mut self.loose;
        sources.retain(|at| {
            let own = &digits[0][*at];
            let twin = targets.iter().position(|twin| alike(own, &digits[1][*twin]));
            self.pairs.extend(twin.map(|twin| [*at, targets.remove(twin)]));
            twin.is_none()
        });
    }

    /// A name may be said more often in one language than in another, but not without its
    /// number.
    fn forgive_names(&mut self, said: [&Said<'_>; 2]) {
        let is_name = |numeral: &Numeral| numeral.role == NumeralRole::Name;
        let digits = said.map(|said| said.numerals.digits.as_slice());
        let names = digits.map(|digits| digits.iter().filter(|n| is_name(n)).count());
        if names[0] == names[1] || said.iter().any(|said| names_without_number(said)) {
            return;
        }
        for (loose, side) in self.loose.iter_mut().zip([0, 1]) {
            loose.retain(|at| {
                let own = &digits[side][*at];
                let again = digits[1 - side].iter().any(|n| n.value == own.value);
                !is_name(own) || !again
            });
        }
    }

    /// Leaves out what the other language says in words, or in Roman numerals.
    pub(super) fn explain(&mut self, said: [&Said<'_>; 2], notations: [&Notation; 2]) {
        if self.loose.iter().all(Vec::is_empty) {
            return;
        }
        let texts = said.map(|said| said.words.text.as_str());
        let spelt = [0, 1].map(|side| notations[side].spelt(texts[side]));
        let roman = [0, 1].map(|side| notations[side].roman(texts[side]));
        for side in [0, 1] {
            let mut words = less(&spelt[1 - side], &spelt[side]);
            let mut letters = less(&roman[1 - side], &roman[side]);
            let unread = !notations[1 - side].reads_words();
            let digits = &said[side].numerals.digits;
            self.loose[side].retain(|at| {
                let own = &digits[*at];
                let name = matches!(own.role, NumeralRole::Name | NumeralRole::Place);
                let explained = take(&mut letters, &own.value)
                    || !name && in_words(own).iter().any(|said| take(&mut words, said));
                let may_be_word = unread && !name && is_small(own.value);
                !explained && !may_be_word
            });
        }
    }
}

/// What words may say in the place of a number: of a fraction its lower part, of per cents
/// a fraction.
fn in_words(numeral: &Numeral) -> Vec<Decimal> {
    let mut said = vec![numeral.denominator.unwrap_or(numeral.value)];
    for (percent, part) in [(50, 2), (25, 4), (20, 5)] {
        if numeral.percent && numeral.value == Decimal::from(percent) {
            said.push(Decimal::from(part));
        }
    }
    said
}

/// Takes a number out of others.
fn take(all: &mut Vec<Decimal>, number: &Decimal) -> bool {
    let at = all.iter().position(|own| own == number);
    at.map(|at| all.swap_remove(at)).is_some()
}

/// Whether a name that has a number stands in the words without one too: `Shanyrak` beside
/// `Shanyrak-1`.
fn names_without_number(said: &Said<'_>) -> bool {
    let text = &said.words.text;
    let names = said.numerals.digits.iter().filter(|n| n.role == NumeralRole::Name);
    let mut count = 0;
    let mut stems: BTreeSet<&str> = BTreeSet::new();
    for numeral in names {
        let before = text[..numeral.range.start].trim_end_matches(['-', '\u{2011}']);
        let start = before.trim_end_matches(char::is_alphabetic).len();
        // Endings follow the stem.
        let stem = before[start..]
            .char_indices()
            .nth(4)
            .map_or(before.len(), |(at, _)| start + at);
        count += usize::from(stem > start);
        stems.extend(Some(&text[start..stem]).filter(|stem| !stem.is_empty()));
    }
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| stems.iter().any(|stem| word.starts_with(stem))).count() > count
}

/// What `all` holds beyond `rest`.
fn less(all: &[Decimal], rest: &[Decimal]) -> Vec<Decimal> {
    let mut rest = rest.to_vec();
    all.iter().filter(|number| !take(&mut rest, number)).copied().collect()
}

/// Whether a language often says it in a word.
fn is_small(number: Decimal) -> bool {
    number.fract().is_zero() && number <= Decimal::from(100)
}

fn alike(one: &Numeral, other: &Numeral) -> bool {
    let may = |own: &Numeral, value: Decimal| {
        own.otherwise.as_ref().is_some_and(|all| all.contains(&value))
    };
    may(one, other.value) || may(other, one.value)
}

/// A number as a sign that may be missing.
pub(super) fn sign<'a>(said: &Said<'_>, at: usize) -> Sign<'a> {
    let numeral = &said.numerals.digits[at];
    let written = said.words.text.get(numeral.range.clone()).unwrap_or("");
    let span = said.words.span(&numeral.range).unwrap_or(said.unit.span);
    let key = match numeral.denominator {
        Some(denominator) => format!("{}/{denominator}", numeral.value),
        None => numeral.value.to_string(),
    };
    Sign::new(SignKind::Number, &key, format!("`{written}`"), span)
}

/// What is said of digits that two languages read as two numbers.
pub(super) const SAME_DIGITS: &str = "the same digits, read as another number";

/// How a number became another one, as far as it can be told.
pub(super) fn how(one: &Sign<'_>, other: &Sign<'_>) -> &'static str {
    let digits = [one, other]
        .map(|sign| sign.shown.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>());
    let sorted = digits.clone().map(|mut digits| {
        digits.sort_unstable();
        digits
    });
    if digits[0] == digits[1] {
        SAME_DIGITS
    } else if sorted[0] == sorted[1] {
        "the same digits in another order"
    } else if rounded(one, other) || rounded(other, one) {
        "rounded in another way"
    } else {
        ""
    }
}

/// Whether one number is the other, rounded.
fn rounded(one: &Sign<'_>, other: &Sign<'_>) -> bool {
    let [Ok(exact), Ok(round)] = [one, other].map(|sign| sign.key.parse::<Decimal>())
    else {
        return false;
    };
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    let zeros =
        round.trunc().to_string().bytes().rev().take_while(|b| *b == b'0').count();
    match round.scale() {
        0 if zeros > 0 => {
            let unit = Decimal::from(10_u64.pow(zeros.min(12) as u32));
            let steps =
                exact.checked_div(unit).map(|n| n.round_dp_with_strategy(0, half_up));
            steps.and_then(|n| n.checked_mul(unit)) == Some(round)
        }
        places => exact.round_dp_with_strategy(places, half_up) == round,
    }
}

/// Whether one unit says `per cent` of the number that its twin says without, though it
/// speaks of other numbers so: the position of the pair, and on which side.
pub(super) fn without_percent(
    said: [&Said<'_>; 2],
    pairs: &[[usize; 2]],
) -> Option<([usize; 2], usize)> {
    let digits = said.map(|said| said.numerals.digits.as_slice());
    let any = digits.map(|digits| digits.iter().any(|numeral| numeral.percent));
    let side = match any {
        [true, false] => 0,
        [false, true] => 1,
        _ => return None,
    };
    let pair = pairs.iter().find(|pair| digits[side][pair[side]].percent)?;
    Some((*pair, side))
}

/// The pairs of numbers that are shown with different decimals.
pub(super) fn rounded_otherwise(
    said: [&Said<'_>; 2],
    pairs: &[[usize; 2]],
) -> Vec<[usize; 2]> {
    let decimals = |side: usize, at: usize| said[side].numerals.digits[at].decimals;
    let differ = |pair: &&[usize; 2]| match [0, 1].map(|side| decimals(side, pair[side]))
    {
        [Some(one), Some(other)] => one != other,
        _ => false,
    };
    pairs.iter().filter(differ).copied().collect()
}

/// The months of dates that the other unit does not name, in either.
pub(super) fn loose_months<'a>(
    said: [&Said<'_>; 2],
    notations: [&Notation; 2],
) -> [Vec<Sign<'a>>; 2] {
    let known = notations.iter().all(|notation| notation.reads_words());
    if !known || said.iter().all(|said| said.numerals.months.is_empty()) {
        return [Vec::new(), Vec::new()];
    }
    let named: [Vec<u8>; 2] = [0, 1].map(|side| {
        let words = notations[side].months(&said[side].words.text);
        words
            .into_iter()
            .chain(said[side].numerals.months.iter().map(|m| m.number))
            .collect()
    });
    [0, 1].map(|side| {
        let months = said[side].numerals.months.iter();
        let loose = months.filter(|month| !named[1 - side].contains(&month.number));
        let sign = |month: &crate::translation::numeral::Month| {
            let words = &said[side].words;
            let written = words.text.get(month.range.clone()).unwrap_or("");
            let span = words.span(&month.range).unwrap_or(said[side].unit.span);
            let shown = format!("`{written}`");
            Sign::new(SignKind::Month, &month.number.to_string(), shown, span)
        };
        loose.map(sign).collect()
    })
}
