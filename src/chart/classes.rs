//! Classes of amounts, each with a step of the scale of colours: equal steps between round
//! amounts, the same for all panels of a figure.
//!
//! Amounts below zero belong to the same sequence, from light for the smallest to dark for
//! the largest; zero is then always the end of a class.

use rust_decimal::Decimal;

use crate::edition::Chart;
use crate::locale::Kind;

use super::multiples::{Multiples, power_of_ten};
use super::scale::{extent, grain, number};

/// The most classes: more steps of one colour cannot be told apart.
const MOST: i64 = 5;
/// Steps between the ends of classes, in tenths of a power of ten.
const STEPS: [i64; 9] = [10, 15, 20, 25, 30, 40, 50, 60, 80];

/// The ends of classes, from the smallest to the largest: one more than there are classes.
/// An amount at an end belongs to the class above it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Classes(Vec<Decimal>);

impl Classes {
    /// Those of all values of a chart.
    pub(super) fn of(chart: &Chart) -> Self {
        let (low, high) = extent(chart);
        let whole = chart.form.kind == Kind::Percent && high <= Decimal::ONE_HUNDRED;
        let limit = if whole { Decimal::ONE_HUNDRED } else { Decimal::MAX };
        Self::cover(low, high, grain(chart), limit)
    }

    /// Up to five classes that cover `low` and `high` with the least to spare, up to
    /// `limit`. No step is finer than `grain`, for what is written at the ends must be
    /// exact.
    fn cover(low: Decimal, high: Decimal, grain: Decimal, limit: Decimal) -> Self {
        let span = number(high) - number(low);
        let power = if span > 0.0 { span.log10().floor() as i32 } else { 0 };
        let powers = (power - 2..=power + 1).filter_map(|power| power_of_ten(1, power));
        let coarse =
            STEPS.iter().filter_map(|own| grain.checked_mul(Decimal::new(*own, 1)));
        let steps = powers
            .flat_map(|power| {
                STEPS
                    .iter()
                    .filter_map(move |own| power.checked_mul(Decimal::new(*own, 1)))
            })
            .chain(coarse)
            .filter(|step| step.checked_rem(grain).is_some_and(|rest| rest.is_zero()));
        let best = steps
            .filter_map(|step| Candidate::new(step, low, high))
            .filter(|own| own.ends.last().is_some_and(|last| last <= limit))
            .min_by(|a, b| a.cost.total_cmp(&b.cost));
        Self(match best {
            Some(candidate) => candidate.ends.values(),
            None => vec![low, high],
        })
    }

    /// The ends of the classes.
    pub(super) fn ends(&self) -> &[Decimal] {
        &self.0
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> usize {
        self.0.len().saturating_sub(1).max(1)
    }

    /// The step of colour of a value, from 0 to 4.
    pub(super) fn step(&self, value: Decimal) -> usize {
        let above = self.0.iter().filter(|end| **end <= value).count();
        self.step_of(above.saturating_sub(1).min(self.count() - 1))
    }

    /// The step of colour of a class: few classes are far apart.
    pub(super) fn step_of(&self, class: usize) -> usize {
        match self.count() {
            1 => 2,
            count => ((class * 4) as f64 / (count - 1) as f64).round() as usize,
        }
    }
}

/// Multiples that may be chosen, and how far they are from good.
struct Candidate {
    ends: Multiples,
    cost: f64,
}

impl Candidate {
    fn new(step: Decimal, low: Decimal, high: Decimal) -> Option<Self> {
        let ends =
            Multiples::cover(step, low, high).filter(|ends| ends.count() <= MOST)?;
        let span = number(high) - number(low);
        let spare = match span > 0.0 {
            true => ends.count() as f64 * number(step) / span - 1.0,
            false => number(step),
        };
        let few = 0.2 * (MOST - ends.count()) as f64;
        let tens = step.normalize().mantissa();
        let plain = if [1, 2, 5].contains(&tens.checked_rem(10).unwrap_or(0)) {
            0.0
        } else {
            0.1
        };
        Some(Self { ends, cost: spare + few + plain })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn classes(low: &str, high: &str, grain: &str) -> Classes {
        Classes::cover(decimal(low), decimal(high), decimal(grain), Decimal::MAX)
    }

    fn ends(low: &str, high: &str, grain: &str) -> String {
        let classes = classes(low, high, grain);
        let ends: Vec<String> = classes.0.iter().map(Decimal::to_string).collect();
        ends.join(" ")
    }

    #[test]
    fn classes_end_at_round_amounts() {
        assert_eq!(ends("3", "940", "1"), "0 200 400 600 800 1000");
        assert_eq!(ends("12.4", "38.1", "0.1"), "12 18 24 30 36 42");
        assert_eq!(
            ends("204569", "431262", "1"),
            "200000 250000 300000 350000 400000 450000"
        );
        assert_eq!(ends("0", "1", "1"), "0 1");
    }

    #[test]
    fn shares_of_a_whole_have_no_class_beyond_it() {
        let (low, high) = (decimal("34"), decimal("93"));
        let shares = Classes::cover(low, high, Decimal::ONE, Decimal::ONE_HUNDRED);
        assert_eq!(shares.0.last(), Some(&Decimal::ONE_HUNDRED));
    }

    #[test]
    fn zero_ends_a_class_where_amounts_have_both_signs() {
        assert_eq!(ends("-31", "44", "1"), "-40 -20 0 20 40 60");
    }

    #[test]
    fn few_classes_are_far_apart_in_colour() {
        let classes = classes("0", "3", "1");
        let steps: Vec<usize> =
            ["0", "1", "2", "3"].map(|v| classes.step(decimal(v))).into();
        assert_eq!(steps, [0, 2, 4, 4]);
    }

    #[test]
    fn an_amount_at_an_end_belongs_to_the_class_above() {
        let classes = classes("3", "940", "1");
        assert_eq!(["199", "200", "1000"].map(|v| classes.step(decimal(v))), [0, 1, 4]);
    }

    #[test]
    fn no_data_one_value_and_the_greatest_values_have_classes() {
        let greatest = "79228162514264337593543950335";
        for (low, high) in [("0", "0"), ("7", "7"), ("0", greatest), ("-1", greatest)] {
            let classes = classes(low, high, "1");
            assert!((1..=5).contains(&classes.count()));
            assert!(classes.step(decimal(low)) <= 4 && classes.step(decimal(high)) <= 4);
        }
    }
}
