//! Reading an entry, strictly: the package that formats it takes any key in silence.

use hayagriva::Entry;
use serde_json::{Map, Value};

use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// The keys of an entry and of its parents.
const KEYS: [&str; 28] = [
    "abstract",
    "affiliated",
    "archive",
    "archive-location",
    "author",
    "call-number",
    "chapter",
    "date",
    "edition",
    "editor",
    "genre",
    "issue",
    "language",
    "location",
    "note",
    "organization",
    "page-range",
    "page-total",
    "parent",
    "publisher",
    "runtime",
    "serial-number",
    "time-range",
    "title",
    "type",
    "url",
    "volume",
    "volume-total",
];

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

/// Reads an entry at `span`: a JSON object in the format of hayagriva.
///
/// # Errors
/// What is wrong with it.
pub(in crate::edition) fn parse(
    key: &str,
    text: &str,
    span: Span,
) -> Result<Entry, Diagnostic> {
    let wrong = |what: &str| {
        Diagnostic::new(Code::BadReference, span, format!("`{key}`: {what}"))
    };
    let Ok(Value::Object(mut entry)) = serde_json::from_str(text) else {
        return Err(wrong("an entry is a map"));
    };
    known(&entry, &wrong)?;
    if !entry.contains_key("type") {
        return Err(wrong("the entry has no type").help("such as `type: book`"));
    }
    if !entry.contains_key("title") {
        let help = "describe the work in square brackets if it has none";
        return Err(wrong("the entry has no title").help(help));
    }
    series(&mut entry);
    let keyed = serde_json::json!({ key: entry }).to_string();
    let library = hayagriva::io::from_yaml_str(&keyed)
        .map_err(|error| wrong(&reason(key, &error.to_string())))?;
    library.nth(0).cloned().ok_or_else(|| wrong("the entry is empty"))
}

fn known(
    entry: &Map<String, Value>,
    wrong: &impl Fn(&str) -> Diagnostic,
) -> Result<(), Diagnostic> {
    if let Some(key) = entry.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(wrong(&format!("the key `{key}` is not known")).suggest(key, KEYS));
    }
    if let Some(Value::String(kind)) = entry.get("type")
        && !TYPES.contains(&kind.to_lowercase().as_str())
    {
        let unknown = wrong(&format!("the type `{kind}` is not known"));
        return Err(unknown.suggest(&kind.to_lowercase(), TYPES));
    }
    let parents = match entry.get("parent") {
        Some(Value::Array(parents)) => parents.as_slice(),
        Some(parent) => std::slice::from_ref(parent),
        None => &[],
    };
    parents
        .iter()
        .filter_map(Value::as_object)
        .try_for_each(|parent| known(parent, wrong))
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
    use crate::source::Input;

    fn wrong(text: &str) -> (String, Vec<String>) {
        let input = Input::new([("references.yaml".to_owned(), Vec::new())]);
        let span = Span::start_of(input.find("references.yaml").unwrap());
        let diagnostic = parse("key", text, span).unwrap_err();
        (diagnostic.message, diagnostic.help)
    }

    #[test]
    fn a_misspelt_key_is_named_in_the_entry_and_its_parent() {
        let help = vec!["did you mean `title`?".to_owned()];
        let expected = ("`key`: the key `titel` is not known".to_owned(), help);
        assert_eq!(wrong(r#"{"type": "book", "titel": "x"}"#), expected);
        assert_eq!(
            wrong(r#"{"type": "book", "title": "x", "parent": {"titel": "y"}}"#),
            expected
        );
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
