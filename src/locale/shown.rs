//! The numbers of a quantity as they are shown.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Kind, Quantity, Scale};

/// The numbers of a quantity as they are shown. A range whose ends look the same is one
/// number.
pub(super) struct Shown {
    pub(super) from: Figure,
    pub(super) to: Option<Figure>,
    /// The number below the stroke of a common fraction.
    pub(super) denominator: Option<Figure>,
}

impl Shown {
    pub(super) fn of(quantity: &Quantity) -> Self {
        let figure = |value| match quantity.kind {
            Kind::Share => Figure::of(Self::percent(value), quantity),
            _ => Figure::of(value, quantity),
        };
        let from = figure(quantity.value);
        let to = quantity.to.map(figure).filter(|to| to.0 != from.0);
        let denominator = quantity.denominator.map(Figure);
        Self { from, to, denominator }
    }

    /// A part of a whole in per cent, with the decimals that are left to it: `0.4060` is
    /// `40.60`.
    pub(super) fn percent(share: Decimal) -> Decimal {
        let mut percent = share.saturating_mul(Decimal::ONE_HUNDRED);
        percent.rescale(share.scale().saturating_sub(2));
        percent
    }

    /// The number that is spoken last.
    pub(super) fn last(&self) -> Figure {
        self.to.unwrap_or(self.from)
    }
}

/// A number with exactly the decimals that are shown; zero is never negative.
#[derive(Clone, Copy)]
pub(super) struct Figure(pub(super) Decimal);

impl Figure {
    fn of(value: Decimal, quantity: &Quantity) -> Self {
        let mut number = match quantity.scale.exponent() {
            0 => value,
            exponent => (value * Decimal::new(1, exponent)).normalize(),
        };
        if let Some(decimals) = quantity.decimals {
            let strategy = RoundingStrategy::MidpointAwayFromZero;
            number = number.round_dp_with_strategy(decimals, strategy);
            number.rescale(decimals);
        }
        if number.is_zero() {
            number.set_sign_positive(true);
        }
        Self(number)
    }

    /// The same for ICU4X, with its trailing zeros.
    pub(super) fn fixed(self) -> fixed_decimal::Decimal {
        let places = i16::try_from(self.0.scale()).unwrap_or_default();
        let mut fixed = fixed_decimal::Decimal::from(self.0.mantissa());
        fixed.multiply_pow10(-places);
        fixed.absolute.pad_end(-places);
        fixed
    }

    /// The number, where it is whole and from 0 to 10.
    pub(super) fn small(self) -> Option<usize> {
        (self.0.scale() == 0).then_some(())?;
        usize::try_from(self.0.mantissa()).ok().filter(|number| *number <= 10)
    }
}

impl Scale {
    /// The power of ten that its word stands for.
    pub fn exponent(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number as it is shown with so many decimals.
    fn shown(number: &str, decimals: u32) -> String {
        let value = number.parse().unwrap();
        let quantity = Quantity { decimals: Some(decimals), ..Quantity::new(value) };
        Shown::of(&quantity).from.0.to_string()
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(shown("2.5", 0), "3");
        assert_eq!(shown("3.5", 0), "4");
        assert_eq!(shown("-2.5", 0), "-3");
        assert_eq!(shown("0.125", 2), "0.13");
    }

    #[test]
    fn a_number_is_rounded_once() {
        assert_eq!(shown("2.449", 1), "2.4");
        assert_eq!(shown("2.449", 0), "2");
    }

    #[test]
    fn nothing_is_a_negative_zero() {
        assert_eq!(shown("-0.04", 1), "0.0");
    }

    #[test]
    fn decimals_are_filled_with_zeros() {
        assert_eq!(shown("12", 1), "12.0");
        let quantity = Quantity { decimals: Some(1), ..Quantity::new(Decimal::ZERO) };
        assert_eq!(Shown::of(&quantity).from.fixed().to_string(), "0.0");
    }

    #[test]
    fn without_decimals_named_a_number_keeps_its_own() {
        let quantity = Quantity::new("40.60".parse().unwrap());
        assert_eq!(Shown::of(&quantity).from.fixed().to_string(), "40.60");
        let scaled = Quantity {
            scale: Scale::Thousand,
            ..Quantity::new("431200".parse().unwrap())
        };
        assert_eq!(Shown::of(&scaled).from.fixed().to_string(), "431.2");
    }

    #[test]
    fn a_range_whose_ends_look_the_same_is_one_number() {
        let [from, to] = ["10.2", "9.8"].map(|text| text.parse().unwrap());
        let range = Quantity { to: Some(to), ..Quantity::new(from) };
        assert!(Shown::of(&range).to.is_some());
        assert!(Shown::of(&Quantity { decimals: Some(0), ..range }).to.is_none());
    }
}
