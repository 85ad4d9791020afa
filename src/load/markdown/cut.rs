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
    /// Each `{{` that has no `}}`.
    pub(super) unclosed: Vec<Unclosed>,
}

/// A `{{` without `}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// Where it is.
    pub(super) start: usize,
    /// What stands in the way, and where.
    pub(super) cause: Option<(Cause, usize)>,
}

/// Why a `{{` is not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// A single `}` that was meant to close it.
    Brace,
    /// A quotation mark that has no second.
    Quote,
    /// Another `{{` before any `}}`.
    Next,
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
    /// Takes over a paragraph that begins at byte `offset`. Where a `{{` or `[@` runs to its
    /// end, no later one can be closed.
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
                    let cut = |n| Cut::Expression(begin + 2..begin + 2 + n);
                    match closing_braces(inside) {
                        Ok(inner) => Some((cut(inner), inner + 4)),
                        Err(Open { cause, at_end }) => {
                            braces = !at_end;
                            let cause = cause.map(|(cause, at)| (cause, begin + 2 + at));
                            self.unclosed.push(Unclosed { start: begin, cause });
                            None
                        }
                    }
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

/// Why an expression has no end.
struct Open {
    /// What stands in the way, and where.
    cause: Option<(Cause, usize)>,
    /// Whether all of the text was looked through.
    at_end: bool,
}

/// The length of the expression before `}}`, which may stand in a quoted text too.
fn closing_braces(text: &str) -> Result<usize, Open> {
    let mut quote: Option<(char, usize)> = None;
    let mut escaped = false;
    let mut brace = None;
    let of_brace = |brace: Option<usize>| brace.map(|at| (Cause::Brace, at));
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some((open, _)), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some((c, at)),
            (None, '}') if text[at..].starts_with("}}") => return Ok(at),
            (None, '}') => brace = brace.or(Some(at)),
            (None, '{') if text[at..].starts_with("{{") => {
                let cause = of_brace(brace).or(Some((Cause::Next, at)));
                return Err(Open { cause, at_end: false });
            }
            _ => {}
        }
    }
    let cause = of_brace(brace).or(quote.map(|(_, at)| (Cause::Quote, at)));
    Err(Open { cause, at_end: true })
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
    fn what_keeps_braces_open_is_named() {
        let causes = |text: &str| -> Vec<_> {
            mask(text).unclosed.iter().map(|own| own.cause).collect()
        };
        assert_eq!(causes("{{ a } b"), [Some((Cause::Brace, 5))]);
        assert_eq!(causes("{{ a } b {{ c }}"), [Some((Cause::Brace, 5))]);
        assert_eq!(causes("{{ a b {{ c }}"), [Some((Cause::Next, 7))]);
        assert_eq!(causes("{{ size(\"a) }} b"), [Some((Cause::Quote, 8))]);
        assert_eq!(causes("{{ a"), [None]);
        assert_eq!(mask("{{ a b {{ c }}").cuts.len(), 1);
        assert_eq!(mask("{{ a } b {{ c }}").cuts.len(), 1);
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
