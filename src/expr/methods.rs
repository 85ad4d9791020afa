//! The methods of expressions.

use super::eval::Scope;
use super::forms::number_method;
use super::refusal::{Applied, refuse};
use super::value::{NOT_AVAILABLE, Record, Records, Value};
use super::{dress, functions, lists, times, words};

/// Names of all methods, for suggestions and the reference.
pub const METHODS: [&str; 48] = [
    "abl",
    "about",
    "abs",
    "acc",
    "adj",
    "after",
    "and",
    "approx",
    "article",
    "billions",
    "capital",
    "city",
    "currency",
    "dat",
    "decimals",
    "from_to",
    "full",
    "gen",
    "get",
    "ins",
    "loc",
    "long",
    "medium",
    "millions",
    "month",
    "month_day",
    "nom",
    "noun",
    "of",
    "or",
    "ordinal",
    "percent",
    "permille",
    "plural",
    "poss",
    "prep",
    "roman",
    "short",
    "signed",
    "since",
    "size",
    "sorted",
    "symbol",
    "thousands",
    "unflagged",
    "until",
    "when",
    "words",
];

/// `dataset.get(key)`: the row with this key, or, where there is none, a value that is not
/// available.
fn get<'a>(
    records: &'a dyn Records,
    mut key: Vec<String>,
    args: &[Value<'a>],
) -> Applied<'a> {
    if let Some(missing) = args.iter().find(|arg| matches!(arg, Value::Missing { .. })) {
        return Ok(missing.clone());
    }
    for arg in args {
        match arg.key_part() {
            Some(part) => key.push(part),
            None => {
                return refuse(format!("{} names no row", arg.kind()), GET);
            }
        }
    }
    if key.len() != records.key_length() {
        let values = match records.key_length() {
            1 => "one value".to_owned(),
            length => format!("{length} values"),
        };
        let message = format!("a row of `{}` is named by {values}", records.id());
        return refuse(message, GET);
    }
    Ok(match records.find(&key) {
        Some(row) => Value::Row(Record { records, row }),
        None => Value::Missing { reason: NOT_AVAILABLE.to_owned() },
    })
}

const GET: &str = "give it the key of a row: `population.get(row.year)`";

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
        Value::Rows { records, key } if name == "get" => get(records, key, args),
        Value::List(list) if name == "size" => Ok(functions::count(list.len())),
        Value::List(list) => {
            lists::method(scope, name, &list, args).unwrap_or_else(|| {
                refuse(format!("a list has no method `{name}`"), times::usage(name))
            })
        }
        Value::Word(word) => words::word_method(scope, name, word, args),
        Value::Level { records, ref variable, ref id } if words::is_method(name) => {
            let word = words::level(scope, records, variable, id)?;
            words::word_method(scope, name, word, args)
        }
        Value::Text(_) if name == "capital" => words::joined(scope, name, &target, args),
        other => refuse(
            format!("{} has no method `{name}`", other.kind()),
            match other {
                Value::Phrase(_) => "write this method before the last one",
                _ => "methods give a number, a noun or a place another form",
            },
        ),
    }
}
