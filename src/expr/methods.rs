//! The functions and methods of expressions.

use rust_decimal::Decimal;

use super::arithmetic::{Operator, compare, compute};
use super::eval::Scope;
use super::value::{Number, PERCENT, Value};
use super::{dress, lists, times};
use crate::diag::nearest;
use crate::locale::{Case, Date, Kind, PluralCategory, Quantity, Scale, Style};

/// Why a function or method has no value.
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) help: Vec<String>,
}

pub(super) type Applied<'a> = Result<Value<'a>, Refusal>;

/// Names of all functions, for suggestions and the reference.
pub const FUNCTIONS: [&str; 12] = [
    "abs",
    "academic_year",
    "date",
    "decade",
    "lit",
    "max",
    "min",
    "period",
    "quarter",
    "range",
    "size",
    "sum",
];

/// Names of all methods, for suggestions and the reference.
pub const METHODS: [&str; 37] = [
    "abl",
    "abs",
    "acc",
    "and",
    "approx",
    "article",
    "billions",
    "currency",
    "dat",
    "decimals",
    "from_to",
    "full",
    "gen",
    "ins",
    "loc",
    "long",
    "medium",
    "millions",
    "month",
    "month_day",
    "nom",
    "of",
    "or",
    "ordinal",
    "percent",
    "plural",
    "poss",
    "prep",
    "short",
    "signed",
    "since",
    "size",
    "sorted",
    "thousands",
    "until",
    "when",
    "words",
];

/// `name(args)`.
pub(super) fn function<'a>(name: &str, args: &[Value<'a>]) -> Applied<'a> {
    match (name, args) {
        ("lit", [Value::Text(text)]) => Ok(Value::Text(text.clone())),
        ("date", [Value::Text(text)]) => match Date::parse(text) {
            Ok(date) => Ok(Value::Date(date)),
            Err(_) => refuse(format!("`{text}` is no date"), "write it as 1991-10-31"),
        },
        ("range", [Value::Number(from), Value::Number(to)]) => {
            let mut number = from.clone();
            number.quantity.to = Some(to.quantity.value);
            Ok(Value::Number(number))
        }
        ("size", [Value::List(list)]) => Ok(count(list.len())),
        ("size", [Value::Rows { records, .. }]) => Ok(count(records.length())),
        ("abs", [Value::Number(number)]) => {
            let mut number = number.clone();
            number.quantity.value = number.quantity.value.abs();
            Ok(Value::Number(number))
        }
        ("sum", [Value::List(list)]) => sum(list),
        ("min", [Value::List(list)]) => extreme(list, std::cmp::Ordering::Less),
        ("max", [Value::List(list)]) => extreme(list, std::cmp::Ordering::Greater),
        (_, [missing @ Value::Missing { .. }, ..]) => Ok(missing.clone()),
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

/// `target.name(args)`.
pub(super) fn method<'a>(
    scope: &Scope<'a>,
    name: &str,
    target: Value<'a>,
    args: &[Value<'a>],
) -> Applied<'a> {
    match target {
        Value::Number(number) => match times::of_year(&number, name) {
            Some(time) => times::method(scope, name, time, args),
            None => dress::method(name, &number, args)
                .unwrap_or_else(|| number_method(scope, name, number, args)),
        },
        Value::Date(date) => times::method(scope, name, date.into(), args),
        Value::Time(time) => times::method(scope, name, time, args),
        Value::Missing { .. } => Ok(target),
        Value::List(list) if name == "size" => Ok(count(list.len())),
        Value::List(list) => {
            lists::method(scope, name, &list, args).unwrap_or_else(|| {
                refuse(format!("a list has no method `{name}`"), usage(name))
            })
        }
        other => refuse(
            format!("{} has no method `{name}`", other.kind()),
            "methods give a number another form",
        ),
    }
}

fn number_method<'a>(
    scope: &Scope<'a>,
    name: &str,
    mut number: Number,
    args: &[Value<'a>],
) -> Applied<'a> {
    let quantity = &mut number.quantity;
    match (name, args) {
        ("thousands", _) => scaled(quantity, Scale::Thousand, args)?,
        ("millions", _) => scaled(quantity, Scale::Million, args)?,
        ("billions", _) => scaled(quantity, Scale::Billion, args)?,
        ("decimals", [_]) => quantity.decimals = Some(decimals(args)?),
        ("percent", _) => return percent(number, args),
        ("ordinal", []) => quantity.style = Style::Ordinal,
        ("words", []) => quantity.style = Style::Words,
        ("poss", []) => quantity.possessive = true,
        ("abs", []) => quantity.value = quantity.value.abs(),
        ("plural", _) => return plural(scope, quantity, args),
        ("article", []) => {
            let locale = scope.locale.ok_or_else(no_language)?;
            let article =
                locale.article(quantity).map_err(|e| Refusal::of(e.to_string()))?;
            return Ok(Value::Text(article.to_owned()));
        }
        (_, []) if Case::named(name).is_some() => {
            quantity.case = Case::named(name).unwrap_or(Case::Nominative);
        }
        _ if times::is_method(name) => return times::refused(name),
        _ if METHODS.contains(&name) => {
            return refuse(format!("`{name}` does not take these values"), usage(name));
        }
        _ => return unknown("method", name, &METHODS),
    }
    Ok(Value::Number(number))
}

fn scaled(
    quantity: &mut Quantity,
    scale: Scale,
    args: &[Value<'_>],
) -> Result<(), Refusal> {
    quantity.scale = scale;
    quantity.decimals = Some(if args.is_empty() { 0 } else { decimals(args)? });
    Ok(())
}

/// Most decimals that a number can be shown with: more than any source prints.
const MAX_DECIMALS: u32 = 12;

fn decimals(args: &[Value<'_>]) -> Result<u32, Refusal> {
    let given = match args {
        [Value::Number(number)] => number.whole(),
        _ => None,
    };
    given.filter(|n| *n <= MAX_DECIMALS).ok_or_else(|| Refusal {
        message: format!("decimals are a whole number from 0 to {MAX_DECIMALS}"),
        help: Vec::new(),
    })
}

/// A ratio becomes a percentage; a percentage gets its decimals.
fn percent<'a>(mut number: Number, args: &[Value<'_>]) -> Applied<'a> {
    let quantity = &mut number.quantity;
    match (quantity.kind, number.unit.as_deref()) {
        (Kind::Percent, _) => {}
        (Kind::Number, None) => {
            quantity.value = quantity
                .value
                .checked_mul(Decimal::ONE_HUNDRED)
                .ok_or_else(|| Refusal::of("the number has more than 28 digits"))?;
            quantity.kind = Kind::Percent;
        }
        (_, unit) => {
            let what = unit.unwrap_or("year");
            return refuse(
                format!("a quantity of `{what}` is no share"),
                "divide it by the whole first: `(row.part / row.whole).percent(1)`",
            );
        }
    }
    if !args.is_empty() {
        quantity.decimals = Some(decimals(args)?);
    }
    number.unit = Some(PERCENT.into());
    Ok(Value::Number(number))
}

/// The form for the displayed number: one, other in English; one, few, many, other in
/// Russian, where the last is that of fractions and may be left out if it is the second.
fn plural<'a>(scope: &Scope<'a>, quantity: &Quantity, args: &[Value<'a>]) -> Applied<'a> {
    let locale = scope.locale.ok_or_else(no_language)?;
    let forms: Option<Vec<_>> = args
        .iter()
        .map(|arg| match arg {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let form = match (locale.plural(quantity), forms.as_deref()) {
        (_, Some([only])) => only,
        (PluralCategory::One, Some([one, ..])) => one,
        (_, Some([_, other])) => other,
        (PluralCategory::Few, Some([_, few, _, ..])) => few,
        (PluralCategory::Many, Some([_, _, many, ..])) => many,
        (_, Some([_, few, _])) => few,
        (_, Some([_, _, _, other])) => other,
        _ => return refuse("`plural` takes one to four texts", usage("plural")),
    };
    Ok(Value::Text((*form).to_owned()))
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

fn extreme<'a>(list: &[Value<'a>], wanted: std::cmp::Ordering) -> Applied<'a> {
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
    best.cloned()
        .ok_or_else(|| Refusal::of("an empty list has no smallest or largest value"))
}

fn count<'a>(number: usize) -> Value<'a> {
    Value::Number(Number::plain(Decimal::from(number)))
}

fn usage(name: &str) -> &'static str {
    match name {
        "lit" => "`lit(\"14\")`",
        "date" => "`date(\"1991-10-31\")`",
        "range" => "`range(row.low, row.high)`",
        "sum" | "min" | "max" => "give it a list of numbers: `sum(rows.map(r, r.total))`",
        "size" => "give it a list: `size(migration.rows)`",
        "abs" => "give it a number: `abs(row.change)`",
        "decimals" => "`.decimals(1)`",
        "currency" => "`.currency(\"KZT\")`",
        "plural" => {
            "`.plural(\"person\", \"people\")`; in Russian one, few, many and, for fractions, other"
        }
        _ => times::usage(name),
    }
}

fn unknown<'a>(what: &str, name: &str, known: &[&'static str]) -> Applied<'a> {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    refuse(format!("there is no {what} `{name}`"), help)
}

pub(super) fn refuse<T>(
    message: impl Into<String>,
    help: impl Into<String>,
) -> Result<T, Refusal> {
    Err(Refusal { message: message.into(), help: vec![help.into()] })
}

pub(super) fn no_language() -> Refusal {
    Refusal::of("forms of words can be chosen in texts only, not in conditions")
}

impl Refusal {
    pub(super) fn of(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: Vec::new() }
    }
}
