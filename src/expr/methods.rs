//! The methods of expressions.

use super::eval::Scope;
use super::forms::number_method;
use super::refusal::{Applied, refuse};
use super::value::Value;
use super::{functions, words};

/// Names of all methods, for suggestions and the reference.
pub const METHODS: [&str; 30] = [
    "abl",
    "about",
    "abs",
    "acc",
    "adj",
    "after",
    "article",
    "billions",
    "capital",
    "city",
    "dat",
    "decimals",
    "gen",
    "ins",
    "loc",
    "millions",
    "nom",
    "noun",
    "ordinal",
    "percent",
    "permille",
    "plural",
    "poss",
    "prep",
    "roman",
    "short",
    "size",
    "symbol",
    "thousands",
    "words",
];

/// `target.name(args)`.
pub(super) fn method<'a>(
    scope: &Scope<'a>,
    name: &str,
    target: Value<'a>,
    args: &[Value<'a>],
) -> Applied<'a> {
    match target {
        Value::Number(number) => number_method(scope, name, number, args),
        Value::Missing { .. } => Ok(target),
        Value::List(list) if name == "size" => Ok(functions::count(list.len())),
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
