//! Numbers that one language types where another has a value.

use rust_decimal::Decimal;

use crate::expr::{Expression, Records, Scope, Value};
use crate::locale::{Case, Locale};

use super::Reader;
use super::finding::{Side, What};
use super::said::{Said, Sign, SignKind};
use crate::source::Span;
use crate::translation::numeral::NumeralRole;

/// The values and numbers of two units that have no twin, as they are left to be told.
pub(super) struct Loose<'a> {
    /// The signs without a twin in either.
    pub(super) signs: [Vec<Sign<'a>>; 2],
    /// Positions of the numbers without a twin in either.
    pub(super) numbers: [Vec<usize>; 2],
}

/// A number that stands in the place of a value.
pub(super) struct Found {
    pub(super) spans: [Span; 2],
    pub(super) what: What,
}

/// Takes each value without a twin together with the number that the other language has in
/// its place: first with one that says the same, then with any amount.
pub(super) fn take(
    loose: &mut Loose<'_>,
    said: [&Said<'_>; 2],
    readers: [&Reader; 2],
    records: &[&dyn Records],
) -> Vec<Found> {
    let mut found = Vec::new();
    for side in Side::BOTH {
        for same in [true, false] {
            let mut kept = Vec::new();
            for sign in std::mem::take(&mut loose.signs[side.other() as usize]) {
                let number = match sign.value {
                    Some(value) if sign.kind == SignKind::Value => {
                        let gives =
                            written(value, &readers[side as usize].locale, records);
                        let place = Place { side, said, readers, gives };
                        place.number(&mut loose.numbers[side as usize], same)
                    }
                    _ => None,
                };
                match number {
                    Some((typed, span, gives)) => {
                        let mut spans = [sign.span; 2];
                        spans[side as usize] = span;
                        let value = sign.shown.clone();
                        found.push(Found {
                            spans,
                            what: What::Typed { side, typed, value, gives },
                        });
                    }
                    None => kept.push(sign),
                }
            }
            loose.signs[side.other() as usize] = kept;
        }
    }
    found
}

/// Where the number of a value may be typed.
struct Place<'s, 'a> {
    side: Side,
    said: [&'s Said<'a>; 2],
    readers: [&'s Reader; 2],
    /// The value as this language writes it.
    gives: Option<String>,
}

impl Place<'_, '_> {
    /// The number in the place of the value: as it is shown, and where it stands.
    fn number(
        self,
        numbers: &mut Vec<usize>,
        same: bool,
    ) -> Option<(String, Span, Option<String>)> {
        let own = self.said[self.side as usize];
        let reader = self.readers[self.side as usize];
        let digits = &own.numerals.digits;
        let wanted =
            self.gives.as_deref().map(|gives| reader.notation.read(gives).digits);
        if !same {
            let amount = |at: &usize| digits[*at].role == NumeralRole::Amount;
            let at = numbers.iter().position(amount)?;
            let number = super::numbers::sign(own, numbers.remove(at));
            return Some((number.shown, number.span, self.gives));
        }
        let wanted: Vec<Decimal> = wanted?.iter().map(|numeral| numeral.value).collect();
        if !wanted.is_empty() {
            let mut rest = numbers.clone();
            let mut taken = Vec::new();
            for value in &wanted {
                let at = rest.iter().position(|at| digits[*at].value == *value);
                let Some(at) = at else { return self.spelt(&wanted) };
                taken.push(super::numbers::sign(own, rest.remove(at)));
            }
            *numbers = rest;
            let span = Span { end: taken.last()?.span.end, ..taken[0].span };
            let shown: Vec<_> = taken.into_iter().map(|number| number.shown).collect();
            return Some((shown.join(", "), span, self.gives));
        }
        let spelt = reader.notation.spelt(self.gives.as_deref()?);
        self.spelt(&spelt)
    }

    /// The value in words that the other language does not have.
    fn spelt(self, wanted: &[Decimal]) -> Option<(String, Span, Option<String>)> {
        let [value] = wanted else { return None };
        let count = |side: Side| {
            let words = &self.said[side as usize].words.text;
            let spelt = self.readers[side as usize].notation.spelt(words);
            spelt.iter().filter(|number| *number == value).count()
        };
        let own = self.said[self.side as usize];
        (count(self.side) > count(self.side.other())).then(|| {
            let typed = format!("the number {value} in words");
            (typed, super::words::head(own.unit), self.gives)
        })
    }
}

/// What a value gives in a language, in its plainest form; `None` where it has none.
fn written(
    value: &Expression,
    locale: &Locale,
    records: &[&dyn Records],
) -> Option<String> {
    let scope = Scope { locale: Some(locale), ..Scope::new(records) };
    match value.evaluate(&scope).ok()? {
        Value::Number(mut number) => {
            number.quantity.case = Case::Nominative;
            number.quantity.possessive = false;
            locale.write(&number.quantity).ok()
        }
        other => other.write(locale).ok().map(|phrase| phrase.plain()),
    }
}

/// Whether two expressions of one value, rounded by other methods, show the same number.
pub(super) fn shows_the_same(
    values: [&Expression; 2],
    locales: [&Locale; 2],
    records: &[&dyn Records],
) -> bool {
    let shown = |side: usize| {
        let scope = Scope { locale: Some(locales[side]), ..Scope::new(records) };
        match values[side].evaluate(&scope).ok()? {
            Value::Number(number) => {
                let quantity = number.quantity;
                Some((quantity.shown(), quantity.kind, quantity.scale, quantity.to))
            }
            _ => None,
        }
    };
    let [one, other] = [shown(0), shown(1)];
    // Decimals that are shown count: 41.0 is another number than 41.
    let places = |one: &Option<(Decimal, _, _, _)>| one.as_ref().map(|one| one.0.scale());
    one.is_some() && one == other && places(&one) == places(&other)
}
