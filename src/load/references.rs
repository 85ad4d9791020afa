//! The reference list: entries in the format of hayagriva.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::decode::{Decoder, bad_language};
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::source::{Span, Spanned};
use crate::study::Reference;

/// The keys of an entry, from hayagriva's description of its file format, and our own
/// `incomplete`.
const KEYS: [&str; 27] = [
    "type",
    "title",
    "author",
    "date",
    "parent",
    "editor",
    "affiliated",
    "publisher",
    "location",
    "organization",
    "issue",
    "chapter",
    "volume",
    "volume-total",
    "edition",
    "page-range",
    "page-total",
    "time-range",
    "runtime",
    "url",
    "serial-number",
    "language",
    "archive",
    "archive-location",
    "call-number",
    "note",
    "genre",
];

/// Marks an entry that the source does not describe further.
const INCOMPLETE: &str = "incomplete";

/// Every key that an entry may have, in the order of the reference.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.into_iter().chain([INCOMPLETE])
}

/// The entries of the file, in their order.
pub(super) fn references(root: &Node, decoder: &mut Decoder<'_>) -> Vec<Reference> {
    let Some(entries) = decoder.entries(root, "a map from keys to entries") else {
        decoder.unreadable.references = true;
        return Vec::new();
    };
    let mut references = Vec::new();
    for (key, node) in entries {
        match reference(key, node, decoder) {
            Some(reference) => references.push(reference),
            None => {
                decoder.unreadable.ids.insert(key.value.clone());
            }
        }
    }
    references
}

fn reference(
    key: &Spanned<String>,
    node: &Node,
    decoder: &mut Decoder<'_>,
) -> Option<Reference> {
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if key.value.is_empty() || !key.value.chars().all(good) {
        let message = format!("`{}` is no key of an entry", key.value);
        decoder.report(
            Diagnostic::new(Code::BadId, key.span, message)
                .help("write letters, digits, `-` and `_`"),
        );
        return None;
    }
    let mut places = BTreeMap::new();
    let mut entry = object(node, "", &mut places, decoder)?;
    let at = |key: &str| places.get(key).copied().unwrap_or(node.span);
    let incomplete = match entry.remove(INCOMPLETE) {
        None | Some(Value::Bool(false)) => false,
        Some(Value::Bool(true)) => true,
        Some(_) => {
            let message = "`incomplete` is `true` or `false`";
            decoder.report(Diagnostic::new(Code::WrongType, at(INCOMPLETE), message));
            return None;
        }
    };
    let lang = match entry.get("language") {
        Some(Value::String(tag)) => match Lang::parse(tag) {
            Some(lang) => lang,
            None => {
                decoder.report(bad_language(tag, at("language")));
                return None;
            }
        },
        _ => decoder.source_language,
    };
    let entry = Value::Object(entry).to_string();
    Some(Reference { key: key.clone(), entry, places, lang, incomplete })
}

/// The map of an entry or of its parent as JSON, its keys known. Where each value stands
/// is added to `places`, its key behind `prefix`.
fn object(
    node: &Node,
    prefix: &str,
    places: &mut BTreeMap<String, Span>,
    decoder: &mut Decoder<'_>,
) -> Option<Map<String, Value>> {
    let entries = decoder.entries(node, "a map")?;
    let known: Vec<_> = keys().map(str::to_owned).collect();
    let mut good = true;
    for (key, _) in &entries {
        good &= known.contains(&key.value);
    }
    decoder.refuse_unknown(&entries, &known);
    let mut map = Map::new();
    for (key, value) in entries {
        let path = format!("{prefix}{}", key.value);
        places.insert(path.clone(), value.span);
        good &= match (key.value.as_str(), &value.tree) {
            ("url", Tree::Map(_)) => expect_web_address(part(value, "value"), decoder),
            ("url", _) => expect_web_address(Some(value), decoder),
            ("serial-number", _) => expect_doi(part(value, "doi"), decoder),
            (_, Tree::Text(text)) => expect_words(text, value.span, decoder),
            _ => true,
        };
        let json = match (key.value.as_str(), &value.tree) {
            ("parent", Tree::List(parents)) => {
                let prefix = format!("{path}.");
                let parents: Vec<_> = parents
                    .iter()
                    .map(|parent| object(parent, &prefix, places, decoder))
                    .collect();
                let parents: Option<Vec<_>> = parents.into_iter().collect();
                parents
                    .map(|all| Value::Array(all.into_iter().map(Value::Object).collect()))
            }
            ("parent", _) => {
                object(value, &format!("{path}."), places, decoder).map(Value::Object)
            }
            _ => Some(json(value)),
        };
        match json {
            Some(json) => {
                map.insert(key.value.clone(), json);
            }
            None => good = false,
        }
    }
    good.then_some(map)
}

/// What stands under `key` of a map.
fn part<'n>(value: &'n Node, key: &str) -> Option<&'n Node> {
    let Tree::Map(entries) = &value.tree else { return None };
    entries.iter().find(|(own, _)| own.value == key).map(|(_, value)| value)
}

/// Refuses an expression, whose braces would be taken for those that keep capitals.
fn expect_words(text: &str, span: Span, decoder: &mut Decoder<'_>) -> bool {
    if !text.contains("{{") {
        return true;
    }
    let message = "an entry cannot hold a value";
    decoder.report(
        Diagnostic::new(Code::BadReference, span, message).help("write the words out"),
    );
    false
}

/// Refuses an address that no reader should follow.
fn expect_web_address(node: Option<&Node>, decoder: &mut Decoder<'_>) -> bool {
    let Some(Node { tree: Tree::Text(url), span }) = node else { return true };
    let starts = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if starts("https://") || starts("http://") {
        return true;
    }
    decoder.report(
        Diagnostic::new(Code::UnsafeLink, *span, format!("`{url}` cannot be linked to"))
            .help("a work is found at `https://…` or `http://…`"),
    );
    false
}

/// Refuses a DOI that would lead elsewhere; another serial number is not linked.
fn expect_doi(node: Option<&Node>, decoder: &mut Decoder<'_>) -> bool {
    let Some(Node { tree: Tree::Text(doi), span }) = node else { return true };
    let suffix = doi.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    if suffix.is_some_and(|(registrant, rest)| !registrant.is_empty() && !rest.is_empty())
    {
        return true;
    }
    let message = format!("`{doi}` is no DOI");
    decoder.report(
        Diagnostic::new(Code::BadReference, *span, message)
            .help("write it without an address before it: `10.1000/182`"),
    );
    false
}

fn json(node: &Node) -> Value {
    match &node.tree {
        Tree::Null => Value::Null,
        Tree::Text(text) => Value::String(text.clone()),
        Tree::Typed(text) => match text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => match text.parse::<i64>() {
                Ok(number) if number.to_string() == *text => number.into(),
                _ => Value::String(text.clone()),
            },
        },
        Tree::List(items) => items.iter().map(json).collect(),
        Tree::Map(entries) => Value::Object(
            entries.iter().map(|(key, value)| (key.value.clone(), json(value))).collect(),
        ),
    }
}
