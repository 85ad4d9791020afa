//! What a number is beside another: its share, its change, its index; and the part that a
//! share is.

use rust_decimal::Decimal;

use super::arithmetic::{Operator, compute};
use super::refusal::{Applied, Refusal, refuse, refuse_values};
use super::value::{Number, PER_MILLE, PERCENT, Value};
use crate::locale::Kind;

/// `share(x, base)`, `change(x, base)` and `index(x, base)`: how many per cent `x` is of
/// `base`, by how many it is more, and how much it is where `base` is 100.
pub(super) fn computed<'a>(name: &str, x: &Number, base: &Number) -> Applied<'a> {
    if base.quantity.value.is_zero() {
        let help =
            "leave the row out, or write what it is then: `d == 0 ? 0 : share(x, d)`";
        return refuse_values("the base is zero", help);
    }
    if x.unit.is_some() && base.unit.is_some() && x.unit != base.unit {
        // The reason is that of a difference.
        compute(Operator::Subtract, x, base).map_err(Refusal::of)?;
    }
    let percentage = x.unit.as_deref() == Some(PERCENT) || x.quantity.kind == Kind::Share;
    if name == "change" && percentage {
        let help = "subtract them: `new - old` is in percentage points";
        return refuse("the change of a percentage is a difference in points", help);
    }
    let hundred = Number::plain(Decimal::ONE_HUNDRED);
    let part = match name {
        "change" => compute(Operator::Subtract, x, base),
        _ => Ok(x.clone()),
    };
    let of_hundred = part.and_then(|part| compute(Operator::Multiply, &part, &hundred));
    let made = of_hundred.and_then(|part| compute(Operator::Divide, &part, base));
    let mut made = made.map_err(Refusal::of)?;
    made.quantity.currency = None;
    (made.unit, made.quantity.kind) = match name {
        "index" => (None, Kind::Number),
        _ => (Some(PERCENT.into()), Kind::Percent),
    };
    Ok(Value::Number(made))
}

/// `part(share, whole)`: so many per cent or per mille of the whole, in its unit.
pub(super) fn part<'a>(share: &Number, whole: &Number) -> Applied<'a> {
    let of = match share.unit.as_deref() {
        Some(PERCENT) => Decimal::ONE_HUNDRED,
        Some(PER_MILLE) => Decimal::ONE_THOUSAND,
        _ => {
            let help = "multiply by a ratio or a `share`: `row.ratio * row.total`";
            return refuse("a part is so many per cent or per mille of a whole", help);
        }
    };
    let mut times = Number::plain(share.quantity.value);
    times.quantity.flags = share.quantity.flags;
    let made = compute(Operator::Multiply, whole, &times)
        .and_then(|part| compute(Operator::Divide, &part, &Number::plain(of)));
    made.map(Value::Number).map_err(Refusal::of)
}
