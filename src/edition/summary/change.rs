//! How far one value is from another.

use rust_decimal::Decimal;

use crate::locale::{Flags, Kind, Quantity};

/// A ratio from which a change in per cent is no longer easy to grasp.
const LARGE: Decimal = Decimal::ONE_THOUSAND;

/// From one value to another, as both are shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    /// The same number is shown.
    None,
    /// They differ, and how far need not be told: by less than the decimals tell, or by
    /// all of a value, from zero or to it.
    Plain,
    /// By so many per cent or, where these say little, by so much.
    By(Quantity),
    /// By so many percentage points.
    Points(Quantity),
}

impl Change {
    /// Computed from the values themselves; whether there is one is told by what is shown.
    pub(super) fn between(first: &Quantity, last: &Quantity) -> Self {
        let decimals = first.decimals.max(last.decimals);
        let alike = |own: &Quantity| Quantity { decimals, ..own.clone() }.shown();
        if alike(first) == alike(last) {
            return Self::None;
        }
        if alike(first).is_zero() || alike(last).is_zero() {
            return Self::Plain;
        }
        if let Some(percent) = relative(first, last) {
            return Self::By(percent);
        }
        let Some(difference) = last.value.checked_sub(first.value) else {
            return Self::Plain;
        };
        let difference = Quantity {
            value: difference.abs(),
            decimals,
            kind: Kind::Number,
            // The values that stand beside it have theirs.
            flags: Flags::NONE,
            ..first.clone()
        };
        match first.kind {
            _ if difference.shown().is_zero() => Self::Plain,
            Kind::Percent => Self::Points(difference),
            _ => Self::By(difference),
        }
    }
}

/// Whether a reader who subtracts what is shown finds the same change, unless that is in
/// per cent: rounding may hide a part of it.
pub(super) fn is_difference_shown(
    change: &Quantity,
    [first, last]: [&Quantity; 2],
) -> bool {
    let relative = change.kind == Kind::Percent;
    let difference = last.shown().checked_sub(first.shown());
    relative || difference.is_some_and(|shown| shown.abs() == change.shown())
}

/// The change in per cent; none of percentages, from or to what is not above zero, and
/// where it would be shown as none or all of the value.
fn relative(first: &Quantity, last: &Quantity) -> Option<Quantity> {
    let positive = first.value > Decimal::ZERO && last.value > Decimal::ZERO;
    if first.kind != Kind::Number || !positive {
        return None;
    }
    let ratio = last.value.checked_sub(first.value)?.checked_div(first.value)?;
    let percent = ratio.checked_mul(Decimal::ONE_HUNDRED)?.abs();
    let decimals = u32::from(percent < Decimal::ONE_HUNDRED);
    let quantity = Quantity {
        kind: Kind::Percent,
        decimals: Some(decimals),
        ..Quantity::new(percent)
    };
    let shown = quantity.shown();
    let all = ratio.is_sign_negative() && shown >= Decimal::ONE_HUNDRED;
    (!shown.is_zero() && !all && shown < LARGE).then_some(quantity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str, decimals: u32, kind: Kind) -> Quantity {
        let value = text.parse().unwrap();
        Quantity { decimals: Some(decimals), kind, ..Quantity::new(value) }
    }

    fn change(first: &str, last: &str, decimals: u32, kind: Kind) -> String {
        let [first, last] = [first, last].map(|text| quantity(text, decimals, kind));
        match Change::between(&first, &last) {
            Change::None => "none".into(),
            Change::Plain => "plain".into(),
            Change::Points(points) => format!("{} points", points.shown()),
            Change::By(by) if by.kind == Kind::Percent => format!("{} %", by.shown()),
            Change::By(by) => by.shown().to_string(),
        }
    }

    #[test]
    fn numbers_change_in_per_cent_of_the_first() {
        assert_eq!(change("200", "150", 0, Kind::Number), "25.0 %");
        assert_eq!(change("431262", "337267", 0, Kind::Number), "21.8 %");
    }

    #[test]
    fn percentages_change_by_points() {
        assert_eq!(change("36.12", "43.34", 1, Kind::Percent), "7.2 points");
        assert_eq!(change("-1", "3", 0, Kind::Percent), "4 points");
    }

    #[test]
    fn where_per_cent_say_little_a_number_changes_by_a_number() {
        for (first, last, by) in [
            ("-5", "3", "8"),
            ("3", "-5", "8"),
            ("1", "12", "11"),
            ("431262", "431263", "1"),
            ("99999", "1", "99998"),
        ] {
            assert_eq!(change(first, last, 0, Kind::Number), by, "{first} to {last}");
        }
    }

    #[test]
    fn what_is_shown_tells_whether_there_is_a_change() {
        assert_eq!(change("4.01", "4.04", 1, Kind::Number), "none");
        assert_eq!(change("4.049", "4.05", 1, Kind::Percent), "plain");
        let [short, long] = [0, 1].map(|own| quantity("59", own, Kind::Percent));
        assert_eq!(Change::between(&short, &long), Change::None);
    }

    #[test]
    fn from_zero_and_to_it_a_change_is_plain() {
        for kind in [Kind::Number, Kind::Percent] {
            assert_eq!(change("0", "5", 0, kind), "plain");
            assert_eq!(change("5", "0.4", 0, kind), "plain");
        }
    }

    #[test]
    fn twice_as_much_and_more_is_told_in_whole_per_cent() {
        assert_eq!(change("3", "8", 0, Kind::Number), "167 %");
        assert_eq!(change("300", "599", 0, Kind::Number), "99.7 %");
    }

    #[test]
    fn rounding_may_hide_a_part_of_a_change() {
        let ends = ["57.26", "58.94"].map(|text| quantity(text, 1, Kind::Percent));
        let [first, last] = &ends;
        let Change::Points(points) = Change::between(first, last) else { panic!() };
        assert_eq!(points.shown().to_string(), "1.7");
        assert!(!is_difference_shown(&points, [first, last]));
        let near = quantity("57.31", 1, Kind::Percent);
        let Change::Points(points) = Change::between(&near, last) else { panic!() };
        assert!(is_difference_shown(&points, [&near, last]));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let most = Decimal::MAX.to_string();
        assert_eq!(change(&format!("-{most}"), &most, 0, Kind::Number), "plain");
        assert_eq!(change("-1", &most, 0, Kind::Number), "plain");
    }
}
