//! Scales: from amounts to px, and the round amounts that an axis shows.

use std::ops::{Range, RangeInclusive};

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::edition::{Chart, Datum};
use crate::locale::Quantity;

use super::WriteNumber;
use super::multiples::{Multiples, power_of_ten};

/// Units of the plotters coordinates in a px: plotters has whole ones only.
pub(super) const SUBPIXELS: f64 = 10.0;

/// A scale on which equal amounts, or equal ratios of amounts, are equal lengths.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PositionScale {
    /// The amount at the beginning.
    pub(super) low: f64,
    /// The amount at the end.
    pub(super) high: f64,
    /// Whether equal ratios are equal lengths; all amounts are then above zero.
    pub(super) log: bool,
    /// The amounts that the axis shows.
    pub(super) shown: Vec<f64>,
}

impl Ranged for PositionScale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let at = |amount: f64| if self.log { amount.log10() } else { amount };
        let span = at(self.high) - at(self.low);
        let part = if span > 0.0 { (at(*value) - at(self.low)) / span } else { 0.5 };
        from.saturating_add((part * f64::from(to - from)).round() as i32)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.shown.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl PositionScale {
    /// A scale on which equal amounts are equal lengths, without ticks.
    pub(super) fn linear(low: f64, high: f64) -> Self {
        Self { low, high, log: false, shown: Vec::new() }
    }

    /// Where `value` is between `from` and `to`, in px.
    pub(super) fn px(&self, value: f64, from: f64, to: f64) -> f64 {
        f64::from(self.map(&value, (subpixels(from), subpixels(to)))) / SUBPIXELS
    }
}

/// Fewest ticks of a scale of ratios, if there are finer ones.
const FEWEST: usize = 4;
/// Most steps of a scale of ratios.
const MOST_STEPS: usize = 7;

/// The whole plotters unit next to `px`.
pub(crate) fn subpixels(px: f64) -> i32 {
    (px * SUBPIXELS).round() as i32
}

/// Round amounts, the first at or below all data, the last at or above.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ticks(pub(super) Vec<Decimal>);

impl Ticks {
    /// Those of the axis of the values of a chart.
    pub(super) fn of(chart: &Chart) -> Self {
        let (low, high) = extent(chart);
        if chart.axis.log {
            return Self::ratios(low, high);
        }
        let zero = |amount: Decimal| if chart.axis.zero { Decimal::ZERO } else { amount };
        Self::cover(low.min(zero(low)), high.max(zero(high)), grain(chart))
    }

    /// Powers of ten, or 1, 2 and 5 times them where they are few, that cover `low` and
    /// `high`, which are above zero.
    fn ratios(low: Decimal, high: Decimal) -> Self {
        let exponent = |amount: Decimal| number(amount).max(f64::MIN_POSITIVE).log10();
        let first = exponent(low).floor().clamp(-20.0, 27.0) as i32;
        let last = exponent(high).ceil().clamp(f64::from(first) + 1.0, 28.0) as i32;
        let far = exponent(high) - exponent(low) > 2.0;
        let mantissas: &[i128] = if far { &[1] } else { &[1, 2, 5] };
        let ticks = Self::from_powers(first..=last, mantissas, low, high);
        match ticks.0.len() < FEWEST {
            true => {
                Self::from_powers(first..=last, &[1, 2, 3, 4, 5, 6, 7, 8, 9], low, high)
            }
            false => ticks,
        }
    }

    /// So many times powers of ten that cover `low` and `high`, at equal steps.
    fn from_powers(
        powers: RangeInclusive<i32>,
        mantissas: &[i128],
        low: Decimal,
        high: Decimal,
    ) -> Self {
        let all = powers.flat_map(|power| mantissas.iter().map(move |own| (*own, power)));
        let all: Vec<Decimal> =
            all.filter_map(|(mantissa, power)| power_of_ten(mantissa, power)).collect();
        let from = all.iter().rposition(|tick| *tick <= low).unwrap_or(0);
        let to = all
            .iter()
            .position(|tick| *tick >= high)
            .unwrap_or(all.len().saturating_sub(1));
        let step = to.saturating_sub(from).div_ceil(MOST_STEPS).max(1);
        let last = (from..=to.max(from)).step_by(step).last().unwrap_or(from);
        let last = if last < to { last + step } else { last };
        let kept = all.get(from..).unwrap_or_default().iter().step_by(step);
        let kept: Vec<Decimal> = kept.take((last - from) / step + 1).copied().collect();
        Self(kept)
    }

    /// Three to five steps of 1, 2, 2.5 or 5 times a power of ten that cover `low` and
    /// `high` with the least room to spare. No step is finer than `grain`, for what is
    /// written at the ticks must be exact.
    pub(super) fn cover(low: Decimal, high: Decimal, grain: Decimal) -> Self {
        let coarse = [1, 2, 5].map(|times| grain.checked_mul(Decimal::from(times)));
        let best = steps(low, high)
            .chain(coarse.into_iter().flatten())
            .filter(|step| step.checked_rem(grain).is_some_and(|rest| rest.is_zero()))
            .filter_map(|step| Candidate::new(step, low, high))
            .min_by(|a, b| a.cost.total_cmp(&b.cost));
        match best {
            Some(candidate) => Self(candidate.ticks.values()),
            None if high > low => Self(vec![low, high]),
            None => Self(vec![low, low.saturating_add(Decimal::ONE)]),
        }
    }

    /// Ever fewer ticks between the first and the last: multiples of coarser round steps,
    /// on a scale of ratios every second tick and so on.
    pub(super) fn coarser(&self, log: bool, grain: Decimal) -> Vec<Self> {
        let Self(own) = self;
        let (Some(low), Some(high)) = (own.first(), own.last()) else {
            return Vec::new();
        };
        if log {
            let every = |step| Self(own.iter().step_by(step).copied().collect());
            return (2..=own.len()).map(every).collect();
        }
        let step = own.get(1).and_then(|next| next.checked_sub(*low));
        let mut coarser: Vec<Decimal> = steps(*low, *high)
            .filter(|own| step.is_some_and(|step| *own > step))
            .filter(|own| own.checked_rem(grain).is_some_and(|rest| rest.is_zero()))
            .collect();
        coarser.sort();
        let between = |step: Decimal| {
            let ticks = Multiples::cover(step, *low, *high)?.values();
            let kept = ticks.into_iter().filter(|tick| tick >= low && tick <= high);
            Some(Self(kept.collect()))
        };
        let few = coarser.into_iter().filter_map(between);
        few.filter(|ticks| ticks.0.len() > 1).collect()
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
    pub(super) fn scale(&self, log: bool) -> PositionScale {
        let shown: Vec<f64> = self.0.iter().map(|&tick| number(tick)).collect();
        let low = shown.first().copied().unwrap_or(0.0);
        let high = shown.last().copied().unwrap_or(1.0);
        PositionScale { low, high, log, shown }
    }
}

/// Steps of 1, 2, 2.5 and 5 in all powers of ten that may serve.
fn steps(low: Decimal, high: Decimal) -> impl Iterator<Item = Decimal> {
    let span = number(high) - number(low);
    let exponent = if span > 0.0 { span.log10().floor() as i32 } else { 0 };
    let powers = exponent - 2..=exponent + 3;
    powers
        .flat_map(|power| [(1, 0), (2, 0), (25, 1), (5, 0)].map(|m| (m, power)))
        .filter_map(|((mantissa, shift), power)| power_of_ten(mantissa, power - shift))
}

/// Multiples that may be chosen, and how far they are from good.
struct Candidate {
    ticks: Multiples,
    cost: f64,
}

impl Candidate {
    fn new(step: Decimal, low: Decimal, high: Decimal) -> Option<Self> {
        let ticks = Multiples::cover(step, low, high)?;
        let count = ticks.count() as f64;
        let span = number(high) - number(low);
        let spare = if span > 0.0 { count * number(step) / span - 1.0 } else { count };
        let few = 0.3 * (3.0 - count).max(0.0);
        let many = 0.5 * (count - 5.0).max(0.0);
        let quarters = if step.mantissa() % 25 == 0 { 0.1 } else { 0.0 };
        Some(Self { ticks, cost: spare + few + many + quarters })
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

/// The smallest and the largest amount that the axis of the values covers, zero aside.
pub(super) fn extent(chart: &Chart) -> (Decimal, Decimal) {
    let given = chart.axis.from.into_iter().chain(chart.axis.to);
    let others = chart.extent.into_iter().flat_map(|(low, high)| [low, high]);
    let own = chart.amounts();
    let all = || own.iter().copied().chain(given.clone()).chain(others.clone());
    (all().min().unwrap_or_default(), all().max().unwrap_or_default())
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
        let (low, high) = (decimal(low).min(Decimal::ZERO), decimal(high));
        let Ticks(ticks) = Ticks::cover(low, high, decimal(grain));
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
    fn fewer_ticks_are_round_too_and_leave_no_range() {
        let fewer = |ticks: &[i64], log: bool| -> Vec<String> {
            let ticks = Ticks(ticks.iter().map(|tick| Decimal::from(*tick)).collect());
            let written = |Ticks(ticks): &Ticks| {
                ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
            };
            ticks.coarser(log, Decimal::ONE).iter().map(written).collect()
        };
        assert_eq!(fewer(&[0, 20, 40, 60, 80], false), ["0 25 50 75", "0 50"]);
        assert_eq!(fewer(&[-40, -20, 0, 20, 40], false), ["-25 0 25"]);
        assert_eq!(fewer(&[1, 10, 100, 1000], true), ["1 100", "1 1000", "1"]);
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
        let Ticks(one) = Ticks::cover(Decimal::MAX, Decimal::MAX, Decimal::ONE);
        assert_eq!(one, [Decimal::MAX; 2]);
    }

    #[test]
    fn ticks_of_ratios_are_powers_of_ten_or_round_parts_of_them() {
        let ratios = |low: &str, high: &str| {
            let Ticks(ticks) = Ticks::ratios(decimal(low), decimal(high));
            ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ratios("3", "180"), "2 5 10 20 50 100 200");
        assert_eq!(ratios("0.004", "7000"), "0.001 0.01 0.1 1 10 100 1000 10000");
        assert_eq!(ratios("210", "480"), "200 300 400 500");
        assert_eq!(ratios("5", "5"), "5");
        assert_eq!(
            ratios("1", "1000000000000"),
            "1 100 10000 1000000 100000000 10000000000 1000000000000"
        );
    }

    #[test]
    fn equal_ratios_are_equal_lengths_on_a_scale_of_ratios() {
        let scale = PositionScale { log: true, ..PositionScale::linear(1.0, 100.0) };
        assert_eq!(scale.px(10.0, 0.0, 200.0), 100.0);
    }

    #[test]
    fn a_scale_is_affine() {
        let scale = PositionScale::linear(0.0, 50.0);
        assert_eq!(scale.px(0.0, 10.0, 110.0), 10.0);
        assert_eq!(scale.px(25.0, 10.0, 110.0), 60.0);
        assert_eq!(scale.px(25.0, 110.0, 10.0), 60.0);
    }
}
