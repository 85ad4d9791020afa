//! Warns of what Markdown took for words though it was hardly meant so.

use std::ops::Range;

use super::tree::Builder;
use crate::diag::{Code, Diagnostic};
use crate::load::{bad_character, is_bad_character};
use crate::source::Span;
use crate::study::Inline;

impl<'t, 'f> Builder<'t, 'f> {
    /// Warns of what Markdown took for words though it was hardly meant so.
    pub(super) fn lint(&mut self, content: &[Inline], range: Range<usize>) {
        for inline in content {
            let Inline::Text(words) = inline else { continue };
            self.entities(words, range.clone());
            self.single_braces(words, &range);
            if words.contains("**") || words.contains("__") {
                let span = self.sign("**", range.clone());
                self.found.push(
                    Diagnostic::new(
                        Code::LiteralEmphasis,
                        span,
                        "these signs are shown to the reader as they are",
                    )
                    .help("write `<strong>…</strong>` or `<em>…</em>`"),
                );
            }
            if words.contains("](claim:") {
                let span = self.sign("](claim:", range.clone());
                self.found.push(
                    Diagnostic::new(
                        Code::BadMarkdown,
                        span,
                        "a link, a reference or a claim inside the words of a claim",
                    )
                    .help("end the claim before it: several may follow one another"),
                );
            }
            if let Some(start) = words.find("[^") {
                let label = words[start..].split(']').next().unwrap_or("").to_owned();
                let span = self.sign(&format!("{label}]"), range.clone());
                self.found.push(match self.source.in_file {
                    true => Diagnostic::new(
                        Code::UnknownReference,
                        span,
                        format!("there is no footnote `{label}]`"),
                    )
                    .help(format!("add a line `{label}]: …` to this file")),
                    false => Diagnostic::new(
                        Code::BadMarkdown,
                        span,
                        format!("the footnote `{label}]` has no place here"),
                    )
                    .help("footnotes belong to the abstract and the sections"),
                });
            }
        }
    }

    /// Warns of what would be an expression with twice as many braces: it asks something of
    /// a dataset or a row, as ordinary braces hardly do.
    fn single_braces(&mut self, words: &str, range: &Range<usize>) {
        let written = self.source.text.get(range.clone()).unwrap_or("");
        for (at, _) in words.match_indices('{').filter(|(at, _)| is_single(words, *at)) {
            let rest = &words[at + 1..];
            let inside = rest.split(['{', '}']).next().unwrap_or_default();
            let is_closed = rest[inside.len()..].starts_with('}');
            if !is_closed || !self.asks(inside.trim_start()) {
                continue;
            }
            let sign = format!("{{{inside}}}");
            let mut places = written.match_indices(&sign).map(|(at, _)| at);
            let start = places.find(|at| is_single(written, *at));
            let span = start.map_or(range.clone(), |at| {
                range.start + at..range.start + at + sign.len()
            });
            let message = format!("`{sign}` is shown to the reader as it is");
            self.found.push(
                Diagnostic::new(Code::SingleBraces, self.span(span), message)
                    .help(format!("did you mean `{{{{ {} }}}}`?", inside.trim())),
            );
        }
    }

    /// Whether words begin like an expression that asks something of a dataset or a row.
    fn asks(&self, words: &str) -> bool {
        let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        let name = words.split(|sign| !is_name(sign)).next().unwrap_or_default();
        let input = self.source.input;
        let of_dataset = || {
            let file = input.place(&format!("content/data/{name}.yaml"));
            !name.is_empty() && input.find(&file).is_some()
        };
        match words[name.len()..].chars().next() {
            Some('.') => name == "row" || of_dataset(),
            Some('[') => of_dataset(),
            _ => false,
        }
    }

    /// Refuses an entity for a character that cannot stand in a text; one that stands
    /// there as such has been reported.
    fn entities(&mut self, words: &str, range: Range<usize>) {
        let written = self.source.text.get(range.clone()).unwrap_or("");
        if !written.contains(is_bad_character) {
            self.found.extend(bad_character(words, self.span(range)));
        }
    }

    /// The place of `sign` in `range`, or the whole range.
    fn sign(&self, sign: &str, range: Range<usize>) -> Span {
        let written = self.source.text.get(range.clone()).unwrap_or("");
        match written.find(sign) {
            Some(at) => self.span(range.start + at..range.start + at + sign.len()),
            None => self.span(range),
        }
    }
}

/// Whether the brace at `at` has no other beside it.
fn is_single(text: &str, at: usize) -> bool {
    !text[..at].ends_with('{') && !text[at + 1..].starts_with('{')
}
