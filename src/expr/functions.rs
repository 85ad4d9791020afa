//! The functions of expressions.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::arithmetic::{Operator, compare, compute};
use super::eval::Scope;
use super::refusal::{Applied, Refusal, refuse, unknown};
use super::value::{Number, Value};
use super::{growth, sequence, times, words};
use crate::locale::Date;

/// Names of all functions, for suggestions and the reference.
pub const FUNCTIONS: [&str; 22] = [
    "abs",
    "academic_year",
    "ascending",
    "change",
    "consecutive",
    "date",
    "decade",
    "fraction",
    "index",
    "lit",
    "max",
    "min",
    "noun",
    "part",
    "period",
    "place",
    "quarter",
    "range",
    "share",
    "size",
    "sum",
    "unique",
];

/// `name(args)`.
pub(super) fn function<'a>(
    scope: &Scope<'a>,
    name: &str,
    args: &[Value<'a>],
) -> Applied<'a> {
    match (name, args) {
        ("lit", [Value::Text(text)]) => Ok(Value::Text(text.clone())),
        ("date", [Value::Text(text)]) => match Date::parse(text) {
            Ok(date) => Ok(Value::Date(date)),
            Err(_) => refuse(format!("`{text}` is no date"), "write it as 1991-10-31"),
        },
        ("range", [Value::Number(from), Value::Number(to)]) => {
            let mut number = from.clone();
            number.quantity.to = Some(to.quantity.value);
            number.quantity.flags = from.quantity.flags.and(to.quantity.flags);
            Ok(Value::Number(number))
        }
        ("fraction", [Value::Number(above), Value::Number(below)]) => {
            fraction(above, below)
        }
        ("noun", [Value::Text(id)]) => words::noun(scope, id).map(Value::Word),
        ("place", [Value::Text(id)]) => words::place(scope, id).map(Value::Word),
        ("size", [Value::List(list)]) => Ok(count(list.len())),
        ("size", [Value::Rows { records, .. }]) => Ok(count(records.length())),
        ("abs", [Value::Number(number)]) => {
            let mut number = number.clone();
            number.quantity.value = number.quantity.value.abs();
            Ok(Value::Number(number))
        }
        ("sum", [Value::List(list)]) => sum(list),
        ("min", [Value::List(list)]) => extreme(list, Ordering::Less),
        ("max", [Value::List(list)]) => extreme(list, Ordering::Greater),
        ("change" | "index" | "share", [Value::Number(x), Value::Number(base)]) => {
            growth::computed(name, x, base)
        }
        ("part", [Value::Number(share), Value::Number(whole)]) => {
            growth::part(share, whole)
        }
        ("ascending" | "consecutive" | "unique", [Value::List(list)]) => {
            sequence::holds(name, list)
        }
        (
            _,
            [missing @ Value::Missing { .. }, ..] | [_, missing @ Value::Missing { .. }],
        ) => Ok(missing.clone()),
        _ if times::FUNCTIONS.contains(&name) => {
            times::function(name, args).unwrap_or_else(|| misused(name, args))
        }
        _ if FUNCTIONS.contains(&name) => misused(name, args),
        _ => unknown("function", name, &FUNCTIONS),
    }
}

fn misused<'a>(name: &str, args: &[Value<'a>]) -> Applied<'a> {
    let kinds: Vec<_> = args.iter().map(Value::kind).collect();
    refuse(format!("`{name}` does not take {}", kinds.join(" and ")), usage(name))
}

/// Two whole numbers, one above and one below the stroke.
fn fraction<'a>(above: &Number, below: &Number) -> Applied<'a> {
    let flags = above.quantity.flags.and(below.quantity.flags);
    match (above.whole(), below.whole()) {
        (Some(above), Some(below)) if below > 0 => {
            let mut number = Number::plain(Decimal::from(above));
            number.quantity.denominator = Some(Decimal::from(below));
            number.quantity.flags = flags;
            Ok(Value::Number(number))
        }
        _ => refuse("a fraction is of two whole numbers", usage("fraction")),
    }
}

fn sum<'a>(list: &[Value<'a>]) -> Applied<'a> {
    let mut total: Option<Number> = None;
    for item in list {
        total = match (item, total) {
            (Value::Number(number), None) => Some(number.clone()),
            (Value::Number(number), Some(sum)) => {
                Some(compute(Operator::Add, &sum, number).map_err(Refusal::of)?)
            }
            (Value::Missing { .. }, _) => return Ok(item.clone()),
            (other, _) => {
                return refuse(format!("{} cannot be added", other.kind()), usage("sum"));
            }
        };
    }
    Ok(Value::Number(total.unwrap_or_else(|| Number::plain(Decimal::ZERO))))
}

fn extreme<'a>(list: &[Value<'a>], wanted: Ordering) -> Applied<'a> {
    let mut best: Option<&Value<'a>> = None;
    for item in list {
        if matches!(item, Value::Missing { .. }) {
            return Ok(item.clone());
        }
        let better = match best {
            None => true,
            Some(best) => {
                compare(item, best, Decimal::ZERO).map_err(Refusal::of)? == wanted
            }
        };
        if better {
            best = Some(item);
        }
    }
    best.cloned().ok_or_else(|| Refusal {
        of_values: true,
        ..Refusal::of("an empty list has no smallest or largest value")
    })
}

pub(super) fn count<'a>(number: usize) -> Value<'a> {
    Value::Number(Number::plain(Decimal::from(number)))
}

fn usage(name: &str) -> &'static str {
    match name {
        "lit" => "`lit(\"14\")`",
        "date" => "`date(\"1991-10-31\")`",
        "fraction" => "`fraction(2, 3)`",
        "noun" => "give it the id of a noun: `noun(\"region\")`",
        "place" => "give it the id of a place: `place(\"almaty\")`",
        "range" => "`range(row.low, row.high)`",
        "sum" | "min" | "max" => "give it a list of numbers: `sum(rows.map(r, r.total))`",
        "size" => "give it a list: `size(migration.rows)`",
        "abs" => "give it a number: `abs(row.change)`",
        "change" => "give it the new and the old value: `change(row.total, row.before)`",
        "index" => {
            "give it a value and that of the base: `index(row.total, d[1991].total)`"
        }
        "part" => "give it a percentage and the whole: `part(row.share, row.total)`",
        "share" => "give it a part and the whole: `share(row.part, row.total)`",
        "ascending" | "consecutive" | "unique" => {
            "give it a list: `unique(rows.map(r, r.name))`"
        }
        _ => times::usage(name),
    }
}
