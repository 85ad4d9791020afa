//! Lists in a sentence.

use super::eval::Scope;
use super::refusal::{Applied, Refusal, no_language, refuse};
use super::value::Value;
use crate::locale::Locale;

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
    let words = words(locale, list)?;
    Ok(Value::Text(match name {
        "and" => locale.and(&words),
        _ => locale.or(&words),
    }))
}

/// The items in the order of the words that a reader sees, with numbers by their value.
fn sorted<'a>(locale: &Locale, list: &[Value<'a>]) -> Applied<'a> {
    let words = words(locale, list)?;
    let mut items: Vec<_> = words.into_iter().zip(list).collect();
    items.sort_by(|(a, _), (b, _)| locale.compare_numbered(a, b));
    let items: Vec<_> = items.into_iter().map(|(_, item)| item.clone()).collect();
    Ok(Value::List(items.into()))
}

fn words(locale: &Locale, list: &[Value<'_>]) -> Result<Vec<String>, Refusal> {
    let word = |item: &Value<'_>| {
        let phrase = item.write(locale);
        phrase.map(|own| own.plain()).or_else(|(message, help)| refuse(message, help))
    };
    list.iter().map(word).collect()
}
