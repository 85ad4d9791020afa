//! Reading an entry, strictly: the package that formats it takes much in silence.

use hayagriva::Entry;
use serde_json::{Map, Value};

use crate::diag::{Code, Diagnostic};
use crate::study::Reference;

/// The types of an entry.
const TYPES: [&str; 29] = [
    "anthology",
    "anthos",
    "article",
    "artwork",
    "audio",
    "blog",
    "book",
    "case",
    "chapter",
    "conference",
    "entry",
    "exhibition",
    "legislation",
    "manuscript",
    "misc",
    "newspaper",
    "original",
    "patent",
    "performance",
    "periodical",
    "post",
    "proceedings",
    "reference",
    "report",
    "repository",
    "thesis",
    "thread",
    "video",
    "web",
];

/// Reads an entry.
///
/// # Errors
/// What is wrong with it.
pub(in crate::edition) fn parse(own: &Reference) -> Result<Entry, Diagnostic> {
    let key = &own.key.value;
    let Ok(Value::Object(mut entry)) = serde_json::from_str(&own.entry) else {
        return Err(wrong(own, "", "an entry is a map"));
    };
    known_type(own, &entry, "")?;
    if !entry.contains_key("type") {
        return Err(wrong(own, "", "the entry has no type").help("such as `type: book`"));
    }
    if !entry.contains_key("title") {
        let help = "describe the work in square brackets if it has none";
        return Err(wrong(own, "", "the entry has no title").help(help));
    }
    series(&mut entry);
    let keyed = serde_json::json!({ key: entry }).to_string();
    let library = hayagriva::io::from_yaml_str(&keyed)
        .map_err(|error| unread(own, &reason(key, &error.to_string())))?;
    library.nth(0).cloned().ok_or_else(|| wrong(own, "", "the entry is empty"))
}

/// A diagnostic about the value of the key `path`, or about the whole entry.
fn wrong(own: &Reference, path: &str, what: &str) -> Diagnostic {
    let span = own.places.get(path).copied().unwrap_or(own.key.span);
    Diagnostic::new(Code::BadReference, span, format!("`{}`: {what}", own.key.value))
}

/// What the package says: the path of a key, and what is wrong with its value.
fn unread(own: &Reference, reason: &str) -> Diagnostic {
    let path = reason.split(':').next().unwrap_or("").trim();
    let diagnostic = wrong(own, path, reason);
    match path.rsplit('.').next() {
        Some("date") => diagnostic
            .help("write a year `2022`, a month `2022-05` or a day `2022-05-31`"),
        _ => diagnostic,
    }
}

fn known_type(
    own: &Reference,
    entry: &Map<String, Value>,
    prefix: &str,
) -> Result<(), Diagnostic> {
    if let Some(Value::String(kind)) = entry.get("type")
        && !TYPES.contains(&kind.to_lowercase().as_str())
    {
        let path = format!("{prefix}type");
        let unknown = wrong(own, &path, &format!("the type `{kind}` is not known"));
        return Err(unknown.suggest(&kind.to_lowercase(), TYPES));
    }
    let parents = match entry.get("parent") {
        Some(Value::Array(parents)) => parents.as_slice(),
        Some(parent) => std::slice::from_ref(parent),
        None => &[],
    };
    let prefix = format!("{prefix}parent.");
    parents
        .iter()
        .filter_map(Value::as_object)
        .try_for_each(|parent| known_type(own, parent, &prefix))
}

/// A report that came out in a series of working papers: hayagriva drops a parent that is
/// a periodical, but takes the series as an anthology.
fn series(entry: &mut Map<String, Value>) {
    let is = |value: Option<&Value>, kind: &str| {
        let own = value.and_then(Value::as_str);
        own.is_some_and(|own| own.eq_ignore_ascii_case(kind))
    };
    let report = is(entry.get("type"), "report");
    if let Some(Value::Object(parent)) = entry.get_mut("parent")
        && report
        && is(parent.get("type"), "periodical")
    {
        parent.insert("type".to_owned(), "anthology".into());
    }
}

/// The words of the parser without the place in a text that no author sees.
fn reason(key: &str, error: &str) -> String {
    let error = error.split(" at line ").next().unwrap_or(error);
    let error =
        error.strip_prefix(key).unwrap_or(error).trim_start_matches(['.', ':', ' ']);
    error.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::bibliography::tests::reference;

    fn wrong(text: &str) -> (String, Vec<String>) {
        let diagnostic = parse(&reference(text)).unwrap_err();
        (diagnostic.message, diagnostic.help)
    }

    #[test]
    fn a_misspelt_type_is_named() {
        let (message, help) = wrong(r#"{"type": "boook", "title": "x"}"#);
        assert_eq!(message, "`key`: the type `boook` is not known");
        assert_eq!(help, ["did you mean `book`?"]);
    }

    #[test]
    fn values_that_cannot_be_read_are_named() {
        let message = |entry: &str| wrong(entry).0;
        assert_eq!(
            message(r#"{"type": "book", "title": "x", "date": "yesterday"}"#),
            "`key`: date: date format unknown"
        );
        assert_eq!(message(r#"{"type": "book"}"#), "`key`: the entry has no title");
        assert_eq!(message(r#"{"title": "x"}"#), "`key`: the entry has no type");
    }
}
