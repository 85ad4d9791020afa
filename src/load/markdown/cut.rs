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

/// Cuts expressions and citations out of `text`. Each ends in the paragraph in which it
/// begins.
pub(super) fn mask(text: &str) -> Masked {
    let mut masked = Masked {
        text: String::with_capacity(text.len()),
        cuts: BTreeMap::new(),
        unclosed: Vec::new(),
    };
    for paragraph in text.split_inclusive("\n\n") {
        let offset = masked.text.len();
        masked.paragraph(paragraph, offset);
    }
    masked
}

impl Masked {
    /// Takes over a paragraph that begins at byte `offset`. Where one `{{` or `[@` is not
    /// closed, no later one of the paragraph can be.
    fn paragraph(&mut self, text: &str, offset: usize) {
        let (mut braces, mut brackets) = (true, true);
        let (mut taken, mut at) = (0, 0);
        while let Some(next) = text[at..].find(['{', '[']) {
            let start = at + next;
            let begin = offset + start;
            let rest = &text[start..];
            at = start + 1;
            let found = match (rest.strip_prefix("{{"), rest.strip_prefix("[@")) {
                (Some(inside), _) if braces => {
                    let inner = closing_braces(inside);
                    if inner.is_none() {
                        braces = false;
                        self.unclosed.push(begin);
                    }
                    let cut = |n| Cut::Expression(begin + 2..begin + 2 + n);
                    inner.map(|inner| (cut(inner), inner + 4))
                }
                (_, Some(_)) if brackets => {
                    let end = rest.find(']');
                    brackets = end.is_some();
                    end.map(|end| (Cut::Citations(begin + 1..begin + end), end + 1))
                }
                _ => None,
            };
            let Some((cut, length)) = found else { continue };
            self.text.push_str(&text[taken..start]);
            self.text.push(MASK);
            self.text.push_str(&"x".repeat(length - MASK.len_utf8()));
            self.cuts.insert(begin, (cut, length));
            at = start + length;
            taken = at;
        }
        self.text.push_str(&text[taken..]);
    }
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

    #[test]
    fn what_stands_in_a_later_paragraph_closes_nothing() {
        for text in ["{{ a\n\nb }}", "[@a\n\nb]"] {
            assert!(mask(text).cuts.is_empty(), "{text}");
            assert_eq!(mask(text).text, text);
        }
        assert_eq!(mask("{{ a\nb }} {{ c\n\n{{ d }}").cuts.len(), 2);
    }
}
