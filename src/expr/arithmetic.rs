//! Sums, products and comparisons of numbers with units.

use std::cmp::Ordering;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::value::{Number, PER_MILLE, PERCENT, Value, plain_quantity};
use crate::locale::{Currency, Flag, Flags, Kind};

/// A computation, or one sentence that says why there is none.
pub(super) type Computed<T> = Result<T, String>;

/// An operator of two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// The result of `a operator b`: exact for sums and products, and to 28 digits for
/// quotients.
pub(super) fn compute(operator: Operator, a: &Number, b: &Number) -> Computed<Number> {
    whole(a, b)?;
    let (x, y) = (a.quantity.value, b.quantity.value);
    let value = match operator {
        Operator::Add => x.checked_add(y),
        Operator::Subtract => x.checked_sub(y),
        Operator::Multiply => x.checked_mul(y),
        Operator::Divide if y.is_zero() => return Err("division by zero".into()),
        Operator::Divide => x.checked_div(y).map(|quotient| quotient.normalize()),
        Operator::Modulo if y.is_zero() => return Err("division by zero".into()),
        Operator::Modulo => x.checked_rem(y),
    };
    let value = value.ok_or("the result has more than 28 digits")?;
    let unit = unit_of(operator, a, b)?;
    let mut quantity = plain_quantity(value, kind_of(operator, a, b, unit.is_some()));
    quantity.currency = unit.as_deref().and_then(Currency::of);
    quantity.flags = flags_of(value, a, b);
    quantity.decimals = match operator {
        Operator::Add | Operator::Subtract => sum_decimals(a, b),
        Operator::Multiply | Operator::Divide | Operator::Modulo => None,
    };
    Ok(Number { quantity, unit })
}

/// Refuses what `fraction` made: a form, whose numerator alone would be computed with.
fn whole(a: &Number, b: &Number) -> Computed<()> {
    match (a.quantity.denominator, b.quantity.denominator) {
        (None, None) => Ok(()),
        _ => Err("a `fraction` is written, and not computed with: divide".into()),
    }
}

/// The id of the unit of differences between percentages.
const PERCENTAGE_POINT: &str = "percentage-point";

/// Sums keep the unit of their terms, which must agree; the difference of percentages is
/// in percentage points; a multiple keeps the unit of what it multiplies; a ratio of like
/// units is a plain number. Per cent of something is neither its multiple nor a ratio:
/// see [`is_per`].
fn unit_of(operator: Operator, a: &Number, b: &Number) -> Computed<Option<Arc<str>>> {
    match (operator, &a.unit, &b.unit) {
        (Operator::Add | Operator::Subtract | Operator::Modulo, Some(x), Some(y)) => {
            if x != y {
                return Err(unlike(x, y));
            }
            let points = operator == Operator::Subtract && **x == *PERCENT;
            Ok(Some(if points { PERCENTAGE_POINT.into() } else { x.clone() }))
        }
        (Operator::Multiply, Some(x), Some(y)) if is_per(x) || is_per(y) => {
            Err(format!("`{x}` is multiplied by `{y}`"))
        }
        (Operator::Divide, Some(x), Some(y)) if is_per(y) && x != y => {
            Err(format!("`{x}` is divided by `{y}`"))
        }
        (Operator::Divide, Some(x), None) => Ok(Some(x.clone())),
        (Operator::Divide, _, _) => Ok(None),
        (_, Some(unit), None) | (_, None, Some(unit)) => Ok(Some(unit.clone())),
        (_, _, _) => Ok(None),
    }
}

/// Whether it is the unit of hundredths or thousandths of something. The number 25 in it is
/// no 25, and 25 % × 400 no 10 000.
fn is_per(unit: &str) -> bool {
    [PERCENT, PER_MILLE, PERCENTAGE_POINT].contains(&unit)
}

/// What to do where hundredths are computed with as if they were whole.
pub(super) fn advice(operator: Operator, a: &Number, b: &Number) -> Option<&'static str> {
    let per = |number: &Number| number.unit.as_deref().is_some_and(is_per);
    match operator {
        Operator::Multiply if per(a) || per(b) => {
            Some("so many per cent of it are `part(row.share, row.total)`")
        }
        Operator::Divide if per(b) => {
            Some("divide by a ratio: `row.total / part(row.share, 1)`")
        }
        _ => None,
    }
}

fn unlike(x: &str, y: &str) -> String {
    format!("`{x}` and `{y}` are different units")
}

fn kind_of(operator: Operator, a: &Number, b: &Number, has_unit: bool) -> Kind {
    match (operator, a.quantity.kind, b.quantity.kind) {
        (Operator::Add | Operator::Subtract, Kind::Year, Kind::Number) => Kind::Year,
        (Operator::Subtract, Kind::Percent, Kind::Percent) => Kind::Number,
        (Operator::Add, Kind::Share, Kind::Share) => Kind::Share,
        (_, Kind::Percent, _) | (_, _, Kind::Percent) if has_unit => Kind::Percent,
        (_, Kind::PerMille, _) | (_, _, Kind::PerMille) if has_unit => Kind::PerMille,
        _ => Kind::Number,
    }
}

/// What is computed is as uncertain as what it is computed from; but only a zero is a
/// rounded zero.
fn flags_of(value: Decimal, a: &Number, b: &Number) -> Flags {
    let flags = a.quantity.flags.and(b.quantity.flags);
    match value.is_zero() {
        true => flags,
        false => flags.without(Flag::Negligible),
    }
}

fn sum_decimals(a: &Number, b: &Number) -> Option<u32> {
    let shown = |n: &Number| n.quantity.decimals.unwrap_or(n.quantity.value.scale());
    (a.quantity.decimals.is_some() || b.quantity.decimals.is_some())
        .then(|| shown(a).max(shown(b)))
}

/// How `a` compares with `b`, where numbers no further apart than `tolerance` are equal.
pub(super) fn compare(
    a: &Value<'_>,
    b: &Value<'_>,
    tolerance: Decimal,
) -> Computed<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => compare_numbers(a, b, tolerance),
        (Value::Date(a), Value::Date(b)) => Ok(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => Ok(a.cmp(b)),
        (Value::Bool(a), Value::Bool(b)) => Ok(a.cmp(b)),
        _ => match (words(a), words(b)) {
            (Some(a), Some(b)) => Ok(a.cmp(b)),
            _ => Err(format!("{} cannot be compared with {}", a.kind(), b.kind())),
        },
    }
}

fn compare_numbers(a: &Number, b: &Number, tolerance: Decimal) -> Computed<Ordering> {
    if let (Some(x), Some(y)) = (&a.unit, &b.unit)
        && x != y
    {
        return Err(unlike(x, y));
    }
    whole(a, b)?;
    let (x, y) = (a.quantity.value, b.quantity.value);
    let apart = x.checked_sub(y).ok_or("the numbers have more than 28 digits")?;
    Ok(if apart.abs() <= tolerance { Ordering::Equal } else { x.cmp(&y) })
}

fn words<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Level { id, .. } => Some(id),
        _ => None,
    }
}
