//! Expressions and citations, cut out of a text before Markdown sees it.
//!
//! Each is masked by a sign and letters of the same length in bytes, so that every place
//! stays where it was and no character of an expression can be taken for Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

/// Stands at the beginning of what was cut out; from a private area of Unicode.
pub(super) const MASK: char = '\u{f8ff}';

/// What was cut out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cut {
    /// `{{ … }}`: the range of the expression between the braces.
    Expression(Range<usize>),
    /// `[@…]`: the range between the brackets.
    Citations(Range<usize>),
}

/// A text with what was cut out of it, by the byte where each began.
pub(super) struct Masked {
    pub(super) text: String,
    pub(super) cuts: BTreeMap<usize, (Cut, usize)>,
    /// Where a `{{` has no `}}`.
    pub(super) unclosed: Vec<usize>,
}

/// Cuts expressions and citations out of `text`.
pub(super) fn mask(text: &str) -> Masked {
    let mut masked =
        Masked { text: text.to_owned(), cuts: BTreeMap::new(), unclosed: Vec::new() };
    let mut at = 0;
    while let Some(next) = text[at..].find(['{', '[']) {
        let start = at + next;
        let rest = &text[start..];
        let (cut, length) = if let Some(inside) = rest.strip_prefix("{{") {
            match closing_braces(inside) {
                Some(inner) => (Cut::Expression(start + 2..start + 2 + inner), inner + 4),
                None => {
                    masked.unclosed.push(start);
                    at = start + 2;
                    continue;
                }
            }
        } else if rest.starts_with("[@") {
            match rest.find(']') {
                Some(end) if !rest[..end].contains("\n\n") => {
                    (Cut::Citations(start + 1..start + end), end + 1)
                }
                _ => {
                    at = start + 2;
                    continue;
                }
            }
        } else {
            at = start + 1;
            continue;
        };
        let filler = "x".repeat(length - MASK.len_utf8());
        masked.text.replace_range(start..start + length, &format!("{MASK}{filler}"));
        masked.cuts.insert(start, (cut, length));
        at = start + length;
    }
    masked
}

/// The length of the expression before `}}`, which may stand in a quoted text too.
fn closing_braces(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '}') if text[at..].starts_with("}}") => return Some(at),
            _ => {}
        }
        if text[at..].starts_with("\n\n") {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_where_they_were() {
        let text = "а {{ x[\"}}\"] }} [@k, p. 3] {{ y";
        let masked = mask(text);
        assert_eq!(masked.text.len(), text.len());
        let cut: Vec<_> = masked
            .cuts
            .values()
            .map(|(cut, _)| match cut {
                Cut::Expression(range) | Cut::Citations(range) => &text[range.clone()],
            })
            .collect();
        assert_eq!(cut, [" x[\"}}\"] ", "@k, p. 3"]);
        assert_eq!(masked.unclosed.len(), 1);
    }
}
