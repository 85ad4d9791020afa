//! Where a text stands in a file that may not write it as it reads.

use std::ops::Range;
use std::sync::Arc;

use super::Span;

/// Where a text stands: in one piece, or, where YAML folds its lines or escapes its
/// signs, each byte at a place of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    span: Span,
    /// For each byte of the text and for its end the byte of the file; `None` for a text
    /// in one piece.
    bytes: Option<Arc<[u32]>>,
    /// The byte of `bytes` that the text begins with.
    first: usize,
}

impl Place {
    /// The place of `text`, which a YAML scalar at `span` gives, written there as
    /// `written`. Of a text that is not found in it, every part is at the whole scalar.
    pub fn of_scalar(text: &str, written: &str, span: Span) -> Self {
        if let Some(start) = written.find(text)
            && !text.is_empty()
        {
            return span.within(start, start + text.len()).into();
        }
        let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
        let bytes = aligned(text, written, None)
            .or_else(|| aligned(text, written, quote.or(Some('"'))))
            .unwrap_or_else(|| vec![0; text.len() + 1]);
        let bytes = bytes.into_iter().map(|byte| span.start + byte).collect();
        Self { span, bytes: Some(bytes), first: 0 }
    }

    /// All of it.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The place of a part of the text.
    pub fn part(&self, range: Range<usize>) -> Span {
        let Some(bytes) = &self.bytes else {
            return self.span.within(range.start, range.end);
        };
        let at = |byte: usize| bytes.get(self.first + byte).copied();
        match (at(range.start), at(range.end)) {
            (Some(start), Some(end)) if start < end => Span { start, end, ..self.span },
            (Some(start), Some(end)) if range.is_empty() && start > self.span.start => {
                Span { start, end, ..self.span }
            }
            _ => self.span,
        }
    }

    /// A part of the text as a place of its own.
    pub fn within(&self, range: Range<usize>) -> Self {
        Self {
            span: self.part(range.clone()),
            bytes: self.bytes.clone(),
            first: self.first + range.start,
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { span, bytes: None, first: 0 }
    }
}

/// For each byte of `text` and for its end the byte of `written` that gives it, by the
/// rules of YAML 1.2: lines are folded (6.5), `\` escapes between double quotes (5.7), and
/// `''` is a quote between single ones (7.3.2). `None` where the two do not agree.
fn aligned(text: &str, written: &str, quote: Option<char>) -> Option<Vec<u32>> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    let mut rest = written.strip_prefix(quote.unwrap_or(' ')).unwrap_or(written);
    rest = rest.trim_start();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if quote == Some('"') {
            rest = joined(rest);
        }
        let at = written.len() - rest.len();
        bytes.extend(std::iter::repeat_n(at as u32, sign.len_utf8()));
        let length = match quote {
            Some('"') if rest.starts_with('\\') => escape(rest)?,
            Some('\'') if rest.starts_with("''") => 2,
            _ if sign.is_whitespace() => {
                let after = rest.trim_start();
                let blank = &rest[..rest.len() - after.len()];
                if blank.is_empty() {
                    return None;
                }
                let folded = blank.contains('\n');
                while folded && signs.peek().is_some_and(|next| next.is_whitespace()) {
                    let next = signs.next()?;
                    bytes.extend(std::iter::repeat_n(at as u32, next.len_utf8()));
                }
                if folded { blank.len() } else { blank.chars().next()?.len_utf8() }
            }
            _ if rest.starts_with(sign) => sign.len_utf8(),
            _ => return None,
        };
        rest = rest.get(length..)?;
    }
    bytes.push((written.len() - rest.len()) as u32);
    Some(bytes)
}

/// The text after line ends that a `\` between double quotes takes away.
fn joined(mut rest: &str) -> &str {
    while let Some(next) = rest.strip_prefix("\\\n") {
        rest = next.trim_start();
    }
    rest
}

/// How long the escape is that `rest` begins with.
fn escape(rest: &str) -> Option<usize> {
    let sign = rest.chars().nth(1)?;
    Some(match sign {
        'x' => 4,
        'u' => 6,
        'U' => 10,
        other => 1 + other.len_utf8(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Input;

    /// What stands in the file where `part` of `text` is said to be.
    #[track_caller]
    fn at(written: &str, text: &str, part: &str) -> String {
        let file = format!("ключ: {written}\n");
        let input = Input::new([("a.yaml".to_owned(), file.clone().into_bytes())]);
        let start = "ключ: ".len();
        let span = Span::new(input.find("a.yaml").unwrap(), start, file.len() - 1);
        let place = Place::of_scalar(text, written, span);
        let from = text.find(part).unwrap();
        input.slice(place.part(from..from + part.len())).to_owned()
    }

    #[test]
    fn a_text_in_one_piece_is_where_it_stands() {
        assert_eq!(at("бір екі", "бір екі", "екі"), "екі");
        assert_eq!(at("\"бір: екі\"", "бір: екі", "екі"), "екі");
        assert_eq!(at("'бір екі' ", "бір екі", "бір"), "бір");
    }

    #[test]
    fn escaped_signs_do_not_shift_what_follows() {
        assert_eq!(at(r#""\"бір\" \u0431 екі""#, "\"бір\" б екі", "екі"), "екі");
        assert_eq!(
            at(r#""\"бір\" \u0431 екі""#, "\"бір\" б екі", "б екі"),
            r"\u0431 екі"
        );
        assert_eq!(at("'it''s екі'", "it's екі", "екі"), "екі");
        assert_eq!(at(r#""a\\b \x41 c""#, "a\\b A c", "c"), "c");
    }

    #[test]
    fn folded_lines_do_not_shift_what_follows() {
        let folded = "бір\n    екі\n\n    үш";
        assert_eq!(at(folded, "бір екі\nүш", "екі"), "екі");
        assert_eq!(at(folded, "бір екі\nүш", "үш"), "үш");
        assert_eq!(at("\"бір \\\n  екі\n  үш\"", "бір екі үш", "үш"), "үш");
        assert_eq!(at("\"quoted\"\n  екі", "\"quoted\" екі", "екі"), "екі");
    }

    #[test]
    fn a_part_of_a_part_is_where_it_stands() {
        let (written, text) = ("а\n  б {{ x.y }}", "а б {{ x.y }}");
        let input = Input::new([("a.yaml".to_owned(), written.as_bytes().to_vec())]);
        let span = Span::new(input.find("a.yaml").unwrap(), 0, written.len());
        let place = Place::of_scalar(text, written, span);
        let start = text.find("x.y").unwrap();
        let inner = place.within(start..start + 3);
        assert_eq!(input.slice(inner.span()), "x.y");
        assert_eq!(input.slice(inner.part(2..3)), "y");
    }

    #[test]
    fn a_text_that_is_not_there_is_at_the_whole() {
        assert_eq!(at("бір", "тоғыз", "оғ"), "бір");
    }
}
