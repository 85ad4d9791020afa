//! The entry of a work in BibTeX, in UTF-8, with the fields that biblatex adds.

use super::key;
use crate::edition::{Creator, Work};

/// The entry: an article of a journal, or else a page of the web.
pub(super) fn bibtex(work: &Work) -> String {
    let kind = if work.journal.is_some() { "article" } else { "online" };
    let mut lines = Vec::new();
    let mut put = |name: &str, value: Option<String>| {
        lines.extend(value.map(|value| format!("  {name} = {{{value}}},\n")));
    };
    let words = |words: &Option<String>| words.as_deref().map(escaped);
    let authors = work.authors.iter().map(author).collect::<Vec<_>>().join(" and ");
    put("author", Some(authors).filter(|authors| !authors.is_empty()));
    // A second pair of braces keeps capitals, whose rules are those of English.
    put("title", Some(format!("{{{}}}", escaped(&work.title))));
    put("journal", words(&work.journal));
    put("volume", words(&work.volume));
    put("number", words(&work.issue));
    put("pages", work.pages.as_ref().map(pages));
    put("year", work.issued.map(|date| format!("{:04}", date.year())));
    put(
        "month",
        work.issued.and_then(|date| date.month()).map(|month| month.to_string()),
    );
    put("publisher", words(&work.publisher));
    put("issn", work.issn.clone());
    put("doi", work.doi.clone());
    put("version", work.version.as_ref().map(|(name, _)| escaped(name)));
    put("url", work.address.clone());
    put("langid", langid(work).map(str::to_owned));
    put("keywords", Some(keywords(work)).filter(|words| !words.is_empty()));
    put("abstract", Some(escaped(&work.summary)).filter(|words| !words.is_empty()));
    format!("@{kind}{{{},\n{}}}\n", key(work), lines.concat())
}

/// A name that is not parted stands in braces, or its last word would be the family name.
fn author(own: &Creator) -> String {
    match &own.parts {
        Some((family, given)) => format!("{}, {}", escaped(family), escaped(given)),
        None => format!("{{{}}}", escaped(&own.name)),
    }
}

fn pages((first, last): &(String, String)) -> String {
    match first == last {
        true => first.clone(),
        false => format!("{first}--{last}"),
    }
}

/// Commas part keywords.
fn keywords(work: &Work) -> String {
    let words = work.keywords.iter().map(|word| escaped(&word.replace(',', ";")));
    words.collect::<Vec<_>>().join(", ")
}

/// The language by its name in babel.
fn langid(work: &Work) -> Option<&'static str> {
    match work.lang.language() {
        "en" => Some("english"),
        "kk" => Some("kazakh"),
        "ru" => Some("russian"),
        _ => None,
    }
}

/// Words in which no letter is a sign of TeX. Braces are named: BibTeX counts also those
/// behind a backslash.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => text.extend(['\\', letter]),
            '\\' => text.push_str("{\\textbackslash}"),
            '{' => text.push_str("{\\textbraceleft}"),
            '}' => text.push_str("{\\textbraceright}"),
            '~' => text.push_str("{\\textasciitilde}"),
            '^' => text.push_str("{\\textasciicircum}"),
            _ => text.push(letter),
        }
    }
    text
}
