//! Lists in a sentence.

use super::eval::Scope;
use super::refusal::{Applied, Refusal, no_language, refuse};
use super::value::Value;
use crate::locale::{Locale, Phrase, Piece, Term};

/// `list.and()`, `list.or()` and `list.sorted()`; `None` for any other method.
pub(super) fn method<'a>(
    scope: &Scope<'a>,
    name: &str,
    list: &[Value<'a>],
    args: &[Value<'a>],
) -> Option<Applied<'a>> {
    if !matches!(name, "and" | "or" | "sorted") || !args.is_empty() {
        return None;
    }
    Some(match (scope.locale, name) {
        (None, _) => Err(no_language()),
        (Some(locale), "sorted") => sorted(locale, list),
        (Some(locale), _) => joined(locale, name, list),
    })
}

/// The items as the language joins them: `A, B, and C`.
fn joined<'a>(locale: &Locale, name: &str, list: &[Value<'a>]) -> Applied<'a> {
    let join = |words: &[String]| match name {
        "and" => locale.and(words),
        _ => locale.or(words),
    };
    let phrases = phrases(locale, list)?;
    let flagged = phrases.iter().flat_map(Phrase::pieces);
    if !flagged.into_iter().any(|piece| matches!(piece, Piece::Flags(_))) {
        let words: Vec<_> = phrases.iter().map(Phrase::plain).collect();
        return Ok(Value::Text(join(&words)));
    }
    let names: Vec<String> = (0..phrases.len()).map(|at| at.to_string()).collect();
    let places: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    let terms = names.iter().map(String::as_str).zip(phrases.iter().map(Term::Phrase));
    let terms: Vec<(&str, Term<'_>)> = terms.collect();
    Ok(Value::Phrase(locale.phrase(&join(&places), &terms)))
}

/// The items in the order of the words that a reader sees, with numbers by their value.
fn sorted<'a>(locale: &Locale, list: &[Value<'a>]) -> Applied<'a> {
    let words = phrases(locale, list)?.into_iter().map(|phrase| phrase.plain());
    let mut items: Vec<_> = words.zip(list).collect();
    items.sort_by(|(a, _), (b, _)| locale.compare_numbered(a, b));
    let items: Vec<_> = items.into_iter().map(|(_, item)| item.clone()).collect();
    Ok(Value::List(items.into()))
}

fn phrases(locale: &Locale, list: &[Value<'_>]) -> Result<Vec<Phrase>, Refusal> {
    let phrase = |item: &Value<'_>| {
        item.write(locale).or_else(|(message, help)| refuse(message, help))
    };
    list.iter().map(phrase).collect()
}
