//! The entry of a work in CSL-JSON, the input of citation processors.

use serde_json::{Map, Value, json};

use super::key;
use crate::edition::{Creator, Work};
use crate::export::json::file;
use crate::locale::Date;

/// A list of one entry: an article of a journal, or else a page of the web.
pub(super) fn csl(work: &Work) -> String {
    let kind = if work.journal.is_some() { "article-journal" } else { "webpage" };
    let mut own = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        own.extend(value.map(|value| (key.to_owned(), value)));
    };
    let words = |words: &Option<String>| words.clone().map(Value::String);
    put("id", Some(key(work).into()));
    put("type", Some(kind.into()));
    put("title", Some(work.title.clone().into()));
    let authors: Vec<_> = work.authors.iter().map(author).collect();
    put("author", Some(authors).filter(|authors| !authors.is_empty()).map(Value::Array));
    put("container-title", words(&work.journal));
    put("publisher", words(&work.publisher));
    put("volume", words(&work.volume));
    put("issue", words(&work.issue));
    put("page", work.pages.as_ref().map(pages));
    put("issued", work.issued.map(date));
    put("ISSN", words(&work.issn));
    put("DOI", words(&work.doi));
    put("URL", words(&work.address));
    put("version", work.version.as_ref().map(|(name, _)| name.clone().into()));
    put("language", Some(work.lang.to_string().into()));
    let some =
        |words: String| Some(words).filter(|own| !own.is_empty()).map(Value::String);
    put("keyword", some(work.keywords.join(", ")));
    put("abstract", some(work.summary.clone()));
    file(&json!([own]))
}

fn author(own: &Creator) -> Value {
    match &own.parts {
        Some((family, given)) => json!({ "family": family, "given": given }),
        None => json!({ "literal": own.name }),
    }
}

fn pages((first, last): &(String, String)) -> Value {
    match first == last {
        true => first.clone().into(),
        false => format!("{first}-{last}").into(),
    }
}

fn date(date: Date) -> Value {
    let mut parts = vec![json!(date.year())];
    parts
        .extend([date.month(), date.day()].into_iter().flatten().map(|part| json!(part)));
    json!({ "date-parts": [parts] })
}
