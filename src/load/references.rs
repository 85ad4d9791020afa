//! The reference list: entries in the format of hayagriva.

use serde_json::{Map, Value};

use super::decode::Decoder;
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::source::Spanned;
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
    let entries = decoder.entries(root, "a map from keys to entries").unwrap_or_default();
    entries.into_iter().filter_map(|(key, node)| reference(key, node, decoder)).collect()
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
    let Value::Object(mut entry) = object(node, true, decoder)? else { return None };
    let incomplete = match entry.remove(INCOMPLETE) {
        None | Some(Value::Bool(false)) => false,
        Some(Value::Bool(true)) => true,
        Some(_) => {
            let message = "`incomplete` is `true` or `false`";
            decoder.report(Diagnostic::new(Code::WrongType, node.span, message));
            return None;
        }
    };
    let lang = match entry.get("language") {
        Some(Value::String(tag)) => Lang::parse(tag),
        _ => None,
    };
    let entry = Value::Object(entry).to_string();
    let lang = lang.unwrap_or(decoder.source_language);
    Some(Reference { key: key.clone(), entry, lang, incomplete })
}

/// The map as JSON, its keys and those of its parents known.
fn object(node: &Node, entry: bool, decoder: &mut Decoder<'_>) -> Option<Value> {
    let entries = decoder.entries(node, "a map")?;
    if entry {
        let known: Vec<_> = keys().map(str::to_owned).collect();
        decoder.refuse_unknown(&entries, &known);
    }
    let mut map = Map::new();
    for (key, value) in entries {
        map.insert(key.value.clone(), json(value, key.value == "parent", decoder)?);
    }
    Some(Value::Object(map))
}

fn json(node: &Node, entry: bool, decoder: &mut Decoder<'_>) -> Option<Value> {
    match &node.tree {
        Tree::Null => Some(Value::Null),
        Tree::Text(text) => Some(Value::String(text.clone())),
        Tree::Typed(text) => Some(match text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => match text.parse::<i64>() {
                Ok(number) if number.to_string() == *text => number.into(),
                _ => Value::String(text.clone()),
            },
        }),
        Tree::List(items) => {
            let items: Option<_> =
                items.iter().map(|item| json(item, entry, decoder)).collect();
            items.map(Value::Array)
        }
        Tree::Map(_) => object(node, entry, decoder),
    }
}
