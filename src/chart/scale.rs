//! Scales: from amounts to px, and the round amounts that an axis shows.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::edition::{Chart, Datum};
use crate::locale::Quantity;

use super::WriteNumber;

/// Units of the plotters coordinates in a px: plotters has whole ones only.
pub(super) const SUBPIXELS: f64 = 10.0;

/// A scale on which equal amounts are equal lengths.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Linear {
    /// The amount at the beginning.
    pub(super) low: f64,
    /// The amount at the end.
    pub(super) high: f64,
    /// The amounts that the axis shows.
    pub(super) shown: Vec<f64>,
}

impl Ranged for Linear {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let span = self.high - self.low;
        let part = if span > 0.0 { (value - self.low) / span } else { 0.5 };
        from + (part * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.shown.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl Linear {
    /// Where `value` is between `from` and `to`, in px.
    pub(super) fn px(&self, value: f64, from: f64, to: f64) -> f64 {
        f64::from(self.map(&value, (subpixels(from), subpixels(to)))) / SUBPIXELS
    }
}

/// The whole plotters unit next to `px`.
pub(crate) fn subpixels(px: f64) -> i32 {
    (px * SUBPIXELS).round() as i32
}

/// Round amounts at equal distance, the first at or below all data and zero, the last at
/// or above.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ticks(pub(super) Vec<Decimal>);

impl Ticks {
    /// Three to five steps of 1, 2, 2.5 or 5 times a power of ten that cover `low`, zero
    /// and `high` with the least room to spare. No step is finer than `grain`, for what
    /// is written at the ticks must be exact.
    pub(super) fn cover(low: Decimal, high: Decimal, grain: Decimal) -> Self {
        let (low, high) = (low.min(Decimal::ZERO), high.max(Decimal::ZERO));
        let coarse = [1, 2, 5].map(|times| grain.checked_mul(Decimal::from(times)));
        let best = steps(low, high)
            .chain(coarse.into_iter().flatten())
            .filter(|step| step.checked_rem(grain).is_some_and(|rest| rest.is_zero()))
            .filter_map(|step| Candidate::new(step, low, high))
            .min_by(|a, b| a.cost.total_cmp(&b.cost));
        match best {
            Some(candidate) => Self(candidate.ticks()),
            None => Self(vec![low, if high > low { high } else { low + Decimal::ONE }]),
        }
    }

    /// The ticks as they are written: each with the decimals that one of them needs.
    pub(super) fn labels(&self, form: &Quantity, write: WriteNumber<'_>) -> Vec<String> {
        let one = Decimal::from(10_u64.pow(form.scale.exponent()));
        let needed = self.0.iter().map(|tick| (tick / one).normalize().scale());
        let decimals = needed.max();
        let written = |value: &Decimal| {
            write(&Quantity { value: *value, decimals, ..form.clone() })
        };
        self.0.iter().map(written).collect()
    }

    /// The scale from the first tick to the last.
    pub(super) fn scale(&self) -> Linear {
        let shown: Vec<f64> = self.0.iter().map(|&tick| number(tick)).collect();
        let low = shown.first().copied().unwrap_or(0.0);
        let high = shown.last().copied().unwrap_or(1.0);
        Linear { low, high, shown }
    }
}

/// Steps of 1, 2, 2.5 and 5 in all powers of ten that may serve.
fn steps(low: Decimal, high: Decimal) -> impl Iterator<Item = Decimal> {
    let span = number(high) - number(low);
    let exponent = if span > 0.0 { span.log10().floor() as i32 } else { 0 };
    let powers = exponent - 2..=exponent + 3;
    powers
        .flat_map(|power| [(1, 0), (2, 0), (25, 1), (5, 0)].map(|m| (m, power)))
        .filter_map(|((mantissa, shift), power)| {
            let power = power - shift;
            let whole = 10_i128.checked_pow(power.max(0).unsigned_abs())?;
            let scale = (-power).max(0).unsigned_abs();
            let step =
                Decimal::try_from_i128_with_scale(whole.checked_mul(mantissa)?, scale);
            step.ok().map(|step| step.normalize())
        })
}

/// A step that may be chosen: from `first` to `last` times the step.
struct Candidate {
    step: Decimal,
    first: i64,
    last: i64,
    cost: f64,
}

impl Candidate {
    fn new(step: Decimal, low: Decimal, high: Decimal) -> Option<Self> {
        let first = low.checked_div(step)?.floor().to_i64()?;
        let last = high.checked_div(step)?.ceil().to_i64()?.max(first + 1);
        step.checked_mul(Decimal::from(first))?;
        step.checked_mul(Decimal::from(last))?;
        let count = (last - first) as f64;
        let span = number(high) - number(low);
        let spare = if span > 0.0 { count * number(step) / span - 1.0 } else { count };
        let few = 0.3 * (3.0 - count).max(0.0);
        let many = 0.5 * (count - 5.0).max(0.0);
        let quarters = if step.mantissa() % 25 == 0 { 0.1 } else { 0.0 };
        Some(Self { step, first, last, cost: spare + few + many + quarters })
    }

    fn ticks(&self) -> Vec<Decimal> {
        (self.first..=self.last)
            .filter_map(|count| self.step.checked_mul(Decimal::from(count)))
            .map(|tick| tick.normalize())
            .collect()
    }
}

/// The finest difference that the chart's form writes; without a number of decimals, the
/// finest that the data have.
pub(super) fn grain(chart: &Chart) -> Decimal {
    let Quantity { decimals, scale, .. } = &chart.form;
    let finest = || values(chart).map(|value| value.normalize().scale()).max();
    let decimals = decimals.or_else(finest).unwrap_or(0).min(20);
    Decimal::new(1, decimals) * Decimal::from(10_u64.pow(scale.exponent()))
}

/// All values of the chart that are not missing.
pub(super) fn values(chart: &Chart) -> impl Iterator<Item = Decimal> {
    chart
        .series
        .iter()
        .flat_map(|series| &series.data)
        .filter_map(|datum: &Datum| datum.value)
}

/// The nearest floating number.
pub(super) fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn ticks(low: &str, high: &str, grain: &str) -> Vec<String> {
        let Ticks(ticks) = Ticks::cover(decimal(low), decimal(high), decimal(grain));
        ticks.iter().map(Decimal::to_string).collect()
    }

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(
            ticks("204569", "431262", "1000").join(" "),
            "0 100000 200000 300000 400000 500000"
        );
        assert_eq!(ticks("7.5", "35.8", "0.1").join(" "), "0 10 20 30 40");
        assert_eq!(ticks("0", "100", "1").join(" "), "0 20 40 60 80 100");
        assert_eq!(
            ticks("0", "0.0042", "0.0001").join(" "),
            "0 0.001 0.002 0.003 0.004 0.005"
        );
    }

    #[test]
    fn no_tick_is_finer_than_what_is_written() {
        assert_eq!(ticks("0", "2", "1").join(" "), "0 1 2");
        assert_eq!(ticks("0", "800", "1000").join(" "), "0 1000");
    }

    #[test]
    fn ticks_have_the_decimals_that_one_of_them_needs() {
        let form = Quantity { decimals: Some(3), ..Quantity::new(Decimal::ZERO) };
        let written = |high: &str, grain: &str| {
            let ticks = Ticks::cover(Decimal::ZERO, decimal(high), decimal(grain));
            let write = |q: &Quantity| format!("{}/{:?}", q.value, q.decimals.unwrap());
            ticks.labels(&form, &write).join(" ")
        };
        assert_eq!(written("56.7", "0.1"), "0/0 20/0 40/0 60/0");
        assert_eq!(written("0.9", "0.1"), "0/1 0.2/1 0.4/1 0.6/1 0.8/1 1/1");
    }

    #[test]
    fn ticks_go_below_zero_with_the_data() {
        assert_eq!(ticks("-30", "45", "1").join(" "), "-40 -20 0 20 40 60");
    }

    #[test]
    fn no_data_and_the_greatest_data_have_ticks() {
        assert_eq!(ticks("0", "0", "1").join(" "), "0 1");
        assert!(ticks("0", "79228162514264337593543950335", "1").len() >= 2);
        assert!(
            ticks("-79228162514264337593543950335", "79228162514264337593543950335", "1")
                .len()
                >= 2
        );
    }

    #[test]
    fn a_scale_is_affine() {
        let scale = Linear { low: 0.0, high: 50.0, shown: Vec::new() };
        assert_eq!(scale.px(0.0, 10.0, 110.0), 10.0);
        assert_eq!(scale.px(25.0, 10.0, 110.0), 60.0);
        assert_eq!(scale.px(25.0, 110.0, 10.0), 60.0);
    }
}
