//! Nouns, places and levels of categories, in the form that a sentence wants.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::eval::Scope;
use super::methods::METHODS;
use super::refusal::{Applied, Refusal, no_language, refuse, unknown};
use super::value::{Number, Records, Value, WordId};
use crate::diag::nearest;
use crate::locale::{Case, Count, Locale, Noun, Word};

/// The noun of this id, alone.
pub(super) fn noun<'a>(scope: &Scope<'a>, id: &str) -> Result<Word<'a>, Refusal> {
    let locale = language(scope)?;
    find(locale, &locale.words().nouns, ["noun", "nouns"], id)
}

/// The place of this id.
pub(super) fn place<'a>(scope: &Scope<'a>, id: &str) -> Result<Word<'a>, Refusal> {
    let locale = language(scope)?;
    find(locale, &locale.words().places, ["place", "places"], id)
}

/// The noun or place that a level of a category is named by.
pub(super) fn level<'a>(
    scope: &Scope<'a>,
    records: &dyn Records,
    variable: &str,
    level: &str,
) -> Result<Word<'a>, Refusal> {
    match records.word(variable, level) {
        Some(WordId::Noun(id)) => noun(scope, id),
        Some(WordId::Place(id)) => place(scope, id),
        None => refuse(
            format!(
                "the level `{level}` of `{variable}` is no noun or place that declines"
            ),
            "give the level a key `place` or `noun`, with an id",
        ),
    }
}

fn language<'a>(scope: &Scope<'a>) -> Result<&'a Locale, Refusal> {
    scope.locale.ok_or_else(no_language)
}

fn find<'a>(
    locale: &Locale,
    known: &'a BTreeMap<String, Arc<Noun>>,
    [what, file]: [&str; 2],
    id: &str,
) -> Result<Word<'a>, Refusal> {
    if let Some((id, noun)) = known.get_key_value(id) {
        return Ok(Word::new(id, noun));
    }
    let lang = locale.lang();
    let name = format!("{what} {id}");
    let elsewhere = locale.words().elsewhere.contains(&name);
    let form = || known.iter().find(|(_, own)| own.is_form(id)).map(|(id, _)| id);
    let near = nearest(id, known.keys().map(String::as_str));
    let meant = form().map(String::as_str).or(near);
    let help = match meant {
        Some(meant) if !elsewhere => format!("did you mean `{meant}`?"),
        _ => format!("give its forms in `{file}.yaml`: `{id}: {{{lang}: …}}`"),
    };
    Err(Refusal {
        help: vec![help],
        unknown: Some(name),
        ..Refusal::of(format!("there is no {what} `{id}` in `{lang}`"))
    })
}

/// `number.noun(id)` and `number.symbol(id)`; without an id that of the number's unit.
pub(super) fn counted<'a>(
    scope: &Scope<'a>,
    name: &str,
    number: Number,
    args: &[Value<'a>],
) -> Applied<'a> {
    let word = match (args, number.unit.as_deref()) {
        ([Value::Text(id)], _) => noun(scope, id)?,
        ([], Some(id)) => noun(scope, id)?,
        _ => {
            return refuse(
                "the number has no unit that could be its noun",
                "name the noun: `.noun(\"person\")`",
            );
        }
    };
    let mut quantity = number.quantity;
    let case = std::mem::replace(&mut quantity.case, Case::Nominative);
    let possessive = std::mem::take(&mut quantity.possessive);
    let count = match name {
        "symbol" => Count::Measure(quantity),
        _ => Count::Number(quantity),
    };
    Ok(Value::Word(Word { case, possessive, count, ..word }))
}

/// Whether a word has a method of this name.
pub(super) fn is_method(name: &str) -> bool {
    let own = ["poss", "plural", "city", "after", "capital"];
    own.contains(&name) || Case::named(name).is_some()
}

/// `word.name(args)`.
pub(super) fn word_method<'a>(
    scope: &Scope<'a>,
    name: &str,
    mut word: Word<'a>,
    args: &[Value<'a>],
) -> Applied<'a> {
    match (name, args, Case::named(name)) {
        (_, [], Some(case)) => word.case = case,
        ("poss", [], _) => word.possessive = true,
        ("city", [], _) => word.as_city = true,
        ("plural", [], _) if word.number().is_none() => word.count = Count::Several,
        ("after" | "capital", _, _) => {
            return joined(scope, name, &Value::Word(word), args);
        }
        _ if METHODS.contains(&name) => {
            return refuse(
                format!("a noun or place has no method `{name}` with these values"),
                "a number takes its form before its noun: `.thousands().noun(\"person\")`",
            );
        }
        _ => return unknown("method", name, &METHODS),
    }
    Ok(Value::Word(word))
}

/// `.after(words)`, the value behind them, and `.capital()`.
pub(super) fn joined<'a>(
    scope: &Scope<'a>,
    name: &str,
    value: &Value<'a>,
    args: &[Value<'a>],
) -> Applied<'a> {
    let locale = language(scope)?;
    let phrase = value.write(locale).map_err(|(message, help)| Refusal {
        help: vec![help],
        ..Refusal::of(message)
    })?;
    let next = match value {
        Value::Number(number) => Some(&number.quantity),
        Value::Word(word) => word.number(),
        _ => None,
    };
    let joined = match (name, args) {
        ("capital", []) => locale.capitalise(phrase),
        ("after", [Value::Text(words)]) => locale
            .behind(words, next, &phrase)
            .map_err(|refused| Refusal::of(refused.to_string()))?,
        _ => {
            return refuse(
                format!("`{name}` does not take these values"),
                "`.after(\"с\")` takes what stands before, `.capital()` nothing",
            );
        }
    };
    Ok(Value::Phrase(joined))
}
