//! The few tags of HTML that are allowed in a text.

use std::ops::Range;

use pulldown_cmark::Event;

use super::tree::{Builder, MAX_DEPTH};
use crate::diag::{Code, Diagnostic};
use crate::study::{Inline, PartKind, Wrap};

impl<'t, 'f> Builder<'t, 'f> {
    /// The allowed tags `<sup>`, `<sub>`, `<strong>` and `<em>`, without attributes.
    pub(super) fn html(
        &mut self,
        tag: &str,
        range: Range<usize>,
        content: &mut Vec<Inline>,
    ) {
        let (make, wrap): (fn(Vec<Inline>) -> Inline, _) = match tag {
            "<sup>" => (Inline::Superscript, Wrap::Superscript),
            "<sub>" => (Inline::Subscript, Wrap::Subscript),
            "<strong>" => (Inline::Strong, Wrap::Strong),
            "<em>" => (Inline::Emphasis, Wrap::Emphasis),
            _ => return self.refuse_html(range),
        };
        if self.depth >= MAX_DEPTH {
            return self.report(Code::BadMarkdown, range, "nested too deeply");
        }
        self.depth += 1;
        self.open_tags += 1;
        self.part_sign(PartKind::Open(wrap.clone()), range.clone());
        let words = self.inlines();
        self.open_tags -= 1;
        self.depth -= 1;
        let closing = format!("</{}", &tag[1..]);
        match self.events.peek() {
            Some((Event::InlineHtml(end), at)) if **end == *closing => {
                let at = at.clone();
                self.events.next();
                self.part_sign(PartKind::Close(wrap), at);
                content.push(make(words));
            }
            _ => {
                let message = format!("`{tag}` without `{closing}`");
                let span = self.span(range);
                self.found.push(
                    Diagnostic::new(Code::RawHtml, span, message)
                        .help("close it in the same paragraph, in the order of opening"),
                );
                content.extend(words);
            }
        }
    }

    /// Reports a tag at the beginning of `range`; not one that ends a tag which was
    /// reported already.
    pub(super) fn refuse_html(&mut self, range: Range<usize>) {
        let written = self.source.text.get(range.clone()).unwrap_or("");
        let blank = written.len() - written.trim_start().len();
        let first = written.trim_start().lines().next().unwrap_or("").trim_end();
        let first = first.split_inclusive('>').next().unwrap_or("").to_owned();
        if let Some(at) = self.refused.iter().position(|end| *end == first) {
            self.refused.remove(at);
            return;
        }
        let name = first.trim_start_matches('<').split(|c: char| !c.is_alphanumeric());
        self.refused.extend(name.take(1).map(|name| format!("</{name}>")));
        let start = range.start + blank;
        let span = self.span(start..start + first.len());
        self.found.push(
            Diagnostic::new(Code::RawHtml, span, format!("raw HTML: `{first}`")).help(
                "only `<sup>`, `<sub>`, `<strong>` and `<em>` are allowed, without attributes; a sign as such stands behind a backslash: `\\<`",
            ),
        );
    }
}

/// Whether `tag` ends one of the allowed tags.
pub(super) fn closes(tag: &str) -> bool {
    matches!(tag, "</sup>" | "</sub>" | "</strong>" | "</em>")
}
