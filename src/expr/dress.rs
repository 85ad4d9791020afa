//! What an author may put around the digits of a number.

use super::refusal::{Applied, refuse};
use super::value::{Number, Value};
use crate::diag::nearest;
use crate::locale::Currency;

/// `number.signed()`, `.approx()` and `.currency("KZT")`; `None` for any other method.
pub(super) fn method<'a>(
    name: &str,
    number: &Number,
    args: &[Value<'a>],
) -> Option<Applied<'a>> {
    let mut number = number.clone();
    match (name, args) {
        ("signed", []) => number.quantity.signed = true,
        ("approx", []) => number.quantity.approximate = true,
        ("currency", [Value::Text(code)]) => match Currency::of(code) {
            Some(currency) => number.quantity.currency = Some(currency),
            None => return Some(unknown(code)),
        },
        _ => return None,
    }
    Some(Ok(Value::Number(number)))
}

fn unknown<'a>(code: &str) -> Applied<'a> {
    let known: Vec<_> = Currency::codes().collect();
    let help = match nearest(code, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    refuse(format!("there is no currency `{code}`"), help)
}
