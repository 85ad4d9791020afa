//! Texts in a YAML file, changed in place.

use std::ops::Range;

use crate::lang::Lang;

/// A change of a text: these bytes give way to this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// The text with all edits made, which do not overlap.
pub(super) fn apply(text: &str, edits: &mut [Edit]) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start).unwrap_or(""));
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// Puts `words` in the place of the scalar at `range`.
pub(super) fn replace(text: &str, range: Range<usize>, words: &str) -> Edit {
    let old = text.get(range.clone()).unwrap_or("");
    let kept = old.len() - old.trim_end().len();
    Edit { range: range.start..range.end - kept, text: scalar(words) }
}

/// Adds `words` in a language beside those of `source`, whose scalar is at `range`; `None`
/// where the two do not stand in a map that can be added to.
pub(super) fn insert(
    text: &str,
    range: Range<usize>,
    source: Lang,
    target: Lang,
    words: &str,
) -> Option<Edit> {
    let before = text.get(..range.start)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let head = &before[line..];
    let key = head.trim_end().strip_suffix(':')?.trim_end();
    let key = key.strip_suffix(['"', '\'']).unwrap_or(key);
    let lead = key.strip_suffix(source.as_str())?;
    let lead = lead.strip_suffix(['"', '\'']).unwrap_or(lead);
    let scalar = scalar(words);
    let old = text.get(range.clone())?;
    let end = range.start + old.trim_end().len();
    if lead.trim_start().trim_start_matches("- ").trim().is_empty() {
        let indent: String =
            lead.chars().map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        let rest = text.get(end..)?;
        let line_end = end + rest.find('\n').unwrap_or(rest.len());
        let text = format!("\n{indent}{target}: {scalar}");
        return Some(Edit { range: line_end..line_end, text });
    }
    let text = format!(", {target}: {scalar}");
    Some(Edit { range: end..end, text })
}

/// Words as a YAML scalar: plain where nothing in them has a meaning, else between double
/// quotes (YAML 1.2, §7.3).
fn scalar(words: &str) -> String {
    let plain = words.chars().all(|c| c.is_alphanumeric() || " .;()/–—«»%".contains(c))
        && words.starts_with(char::is_alphabetic)
        && words.contains(' ')
        && !words.ends_with(' ');
    match plain {
        true => words.to_owned(),
        false => format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::parse(tag).unwrap()
    }

    /// The text after `scalar` got a twin in Kazakh.
    fn with_twin(text: &str, scalar: &str) -> Option<String> {
        let start = text.find(scalar).unwrap();
        let range = start..start + scalar.len();
        let edit = insert(text, range, lang("en"), lang("kk"), "Көші: қон")?;
        Some(apply(text, &mut [edit]))
    }

    #[test]
    fn a_language_is_added_below_the_source() {
        assert_eq!(
            with_twin("title:\n  en: Moves # all\nnotes: x\n", "Moves").unwrap(),
            "title:\n  en: Moves # all\n  kk: \"Көші: қон\"\nnotes: x\n"
        );
        assert_eq!(
            with_twin("- en: \"A\"", "\"A\"").unwrap(),
            "- en: \"A\"\n  kk: \"Көші: қон\""
        );
    }

    #[test]
    fn a_language_is_added_between_braces() {
        assert_eq!(
            with_twin("title: {en: \"A\", ru: Б}\n", "\"A\"").unwrap(),
            "title: {en: \"A\", kk: \"Көші: қон\", ru: Б}\n"
        );
        assert_eq!(with_twin("title: {en: [one, two]}\n", "one"), None);
    }

    #[test]
    fn a_text_is_replaced_without_what_stands_around_it() {
        let text = "a: 'old' # why\n";
        let edit = replace(text, 3..9, "new \"words\"");
        assert_eq!(apply(text, &mut [edit]), "a: \"new \\\"words\\\"\" # why\n");
        let edit = replace(text, 3..8, "new words");
        assert_eq!(apply(text, &mut [edit]), "a: new words # why\n");
    }
}
