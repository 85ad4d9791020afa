//! Multiples of a step: what the ticks of an axis and the ends of classes are chosen among.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The multiples of a step from one at or below all data to one at or above.
#[derive(Debug)]
pub(super) struct Multiples {
    /// The step.
    pub(super) step: Decimal,
    first: i64,
    last: i64,
}

impl Multiples {
    /// Those that cover `low` and `high`, at least two; `None` where they are beyond what a
    /// decimal holds.
    pub(super) fn cover(step: Decimal, low: Decimal, high: Decimal) -> Option<Self> {
        let first = low.checked_div(step)?.floor().to_i64()?;
        let last = high.checked_div(step)?.ceil().to_i64()?.max(first.checked_add(1)?);
        let own = Self { step, first, last };
        own.at(first)?;
        own.at(last)?;
        last.checked_sub(first).map(|_| own)
    }

    /// How many steps lie between the first and the last.
    pub(super) fn count(&self) -> i64 {
        self.last.saturating_sub(self.first)
    }

    /// The last.
    pub(super) fn last(&self) -> Option<Decimal> {
        self.at(self.last)
    }

    /// All of them.
    pub(super) fn values(&self) -> Vec<Decimal> {
        let all = (self.first..=self.last).filter_map(|times| self.at(times));
        all.map(|value| value.normalize()).collect()
    }

    fn at(&self, times: i64) -> Option<Decimal> {
        self.step.checked_mul(Decimal::from(times))
    }
}

/// So many times a power of ten.
pub(super) fn power_of_ten(mantissa: i128, power: i32) -> Option<Decimal> {
    let whole = 10_i128.checked_pow(power.max(0).unsigned_abs())?;
    let scale = (-power).max(0).unsigned_abs();
    let step = Decimal::try_from_i128_with_scale(whole.checked_mul(mantissa)?, scale);
    step.ok().map(|step| step.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn multiples(step: &str, low: &str, high: &str) -> Option<Vec<String>> {
        let [step, low, high] = [step, low, high].map(|text| text.parse().unwrap());
        let own = Multiples::cover(step, low, high)?;
        Some(own.values().iter().map(Decimal::to_string).collect())
    }

    #[test]
    fn multiples_cover_both_amounts() {
        assert_eq!(multiples("2.5", "-1", "4").unwrap(), ["-2.5", "0", "2.5", "5"]);
        assert_eq!(multiples("10", "20", "20").unwrap(), ["20", "30"]);
    }

    #[test]
    fn more_than_can_be_counted_are_none() {
        let greatest = i64::MAX.to_string();
        assert_eq!(multiples("1", &greatest, &greatest), None);
        assert_eq!(multiples("1", &format!("-{greatest}"), &greatest), None);
        assert_eq!(multiples("0", "0", "1"), None);
    }
}
