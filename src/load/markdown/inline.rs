//! The parts of a line: words, links, citations, values.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::citation;
use super::cut::{Cut, MASK};
use super::html::closes;
use super::tree::{Builder, MAX_DEPTH, is_block};
use crate::diag::{Code, Diagnostic};
use crate::expr::Expression;
use crate::source::Spanned;
use crate::study::{Inline, Mark, PartKind, Wrap};

/// Schemes of links that are allowed.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

impl<'t, 'f> Builder<'t, 'f> {
    /// The parts of a line up to the end of the tag that holds them, or up to the next
    /// block.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::End(_) | Event::Rule | Event::Html(_) => break,
                Event::Start(tag) if is_block(&tag) => break,
                Event::InlineHtml(tag) if self.open_tags > 0 && closes(&tag) => break,
                _ => {
                    self.events.next();
                    self.inline(event, range, &mut content);
                }
            }
        }
        content
    }

    fn inline(
        &mut self,
        event: Event<'t>,
        range: Range<usize>,
        content: &mut Vec<Inline>,
    ) {
        match event {
            Event::Text(text) => self.words(&text, range, content),
            Event::Code(_) => {
                let written = self.source.text.get(range.clone()).unwrap_or("");
                let code = written.trim_matches('`').trim().to_owned();
                self.part_sign(PartKind::Code(code.clone()), range);
                content.push(Inline::Code(code));
            }
            Event::SoftBreak => {
                self.part_words(" ", range);
                push_words(content, " ");
            }
            Event::HardBreak => {
                self.part_sign(PartKind::Break, range);
                content.push(Inline::Break);
            }
            Event::FootnoteReference(label) => {
                let span = self.span(range.clone());
                let label = Spanned { value: label.to_string(), span };
                let mark = Mark::Note(label);
                self.part_mark(&mark, range);
                content.push(Inline::Mark(mark));
            }
            Event::InlineHtml(tag) => self.html(&tag, range, content),
            Event::Start(tag) => self.span_of_words(tag, range, content),
            _ => {}
        }
    }

    fn span_of_words(
        &mut self,
        tag: Tag<'t>,
        range: Range<usize>,
        content: &mut Vec<Inline>,
    ) {
        if self.depth >= MAX_DEPTH {
            self.report(Code::BadMarkdown, range, "nested too deeply");
            self.skip();
            return;
        }
        self.depth += 1;
        match tag.clone() {
            Tag::Emphasis => {
                content.push(Inline::Emphasis(self.wrapped(Wrap::Emphasis, &range)));
            }
            Tag::Strong => {
                content.push(Inline::Strong(self.wrapped(Wrap::Strong, &range)));
            }
            Tag::Strikethrough => {
                content.push(Inline::Struck(self.wrapped(Wrap::Struck, &range)));
            }
            Tag::Link { link_type, dest_url, .. } => {
                let words = self.wrapped(link_wrap(&dest_url), &range);
                let link = self.link(link_type, &dest_url, words, range);
                content.extend(link);
            }
            Tag::Image { .. } => {
                self.report(
                    Code::BadMarkdown,
                    range.clone(),
                    "a figure or table stands alone in its paragraph",
                );
                let placed = self.placed(&Event::Start(tag), range);
                self.misplaced.extend(placed);
                self.depth -= 1;
                return;
            }
            _ => content.extend(self.inlines()),
        }
        self.events.next();
        self.depth -= 1;
    }

    /// The parts that `wrap` wraps, all of it at `range`.
    fn wrapped(&mut self, wrap: Wrap, range: &Range<usize>) -> Vec<Inline> {
        self.part_open(wrap.clone(), range);
        let words = self.inlines();
        self.part_close(wrap, range);
        words
    }

    fn link(
        &mut self,
        kind: LinkType,
        to: &str,
        words: Vec<Inline>,
        range: Range<usize>,
    ) -> Option<Inline> {
        if let Some(anchor) = to.strip_prefix('#') {
            let target = Spanned { value: anchor.to_owned(), span: self.span(range) };
            let content = numbered(words);
            return Some(Inline::Mark(Mark::Reference { target, content }));
        }
        if let Some(name) = claim_name(to)
            && kind != LinkType::Autolink
        {
            let (name, content) = (name.to_owned(), words);
            return Some(Inline::Mark(Mark::Claim { name, content }));
        }
        let to =
            if kind == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
        let plain = to.trim();
        let allowed = SCHEMES.iter().any(|scheme| {
            plain
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        if plain.contains(MASK) {
            let span = self.span(range);
            self.found.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    span,
                    "an address cannot hold a value or a citation",
                )
                .help("write the address out"),
            );
            return None;
        }
        if !allowed || plain.chars().any(char::is_control) {
            let span = self.span(range);
            self.found.push(
                Diagnostic::new(Code::UnsafeLink, span, format!("`{to}` cannot be linked to"))
                    .help("link to `https://…`, `mailto:…`, `tel:…`, or to a place of the study by `#id`"),
            );
            return None;
        }
        Some(Inline::Link { href: plain.to_owned(), content: words })
    }

    /// Words, with what was cut out of them put in its place.
    fn words(&mut self, text: &str, range: Range<usize>, content: &mut Vec<Inline>) {
        let mut rest = text;
        let mut at = range.start;
        while let Some(next) = rest.find(MASK) {
            let Some((cut, length)) = self.cuts.get(&(at + next)) else {
                let end = next + MASK.len_utf8();
                self.part_words(&rest[..end], at..at + end);
                push_words(content, &rest[..end]);
                rest = &rest[end..];
                at += end;
                continue;
            };
            let cut = cut.clone();
            let end = (next + length).min(rest.len());
            self.part_words(&rest[..next], at..at + next);
            push_words(content, &rest[..next]);
            rest = &rest[end..];
            if let Some(mark) = self.cut(cut) {
                self.part_mark(&mark, at + next..at + end);
                content.push(Inline::Mark(mark));
            }
            at += end;
        }
        self.part_words(rest, at..range.end.max(at));
        push_words(content, rest);
    }

    fn cut(&mut self, cut: Cut) -> Option<Mark> {
        let (text, place) = (self.source.text, self.source.place);
        match cut {
            Cut::Citations(range) => {
                let list = citation::citations(text, range, place, self.found);
                (!list.is_empty()).then_some(Mark::Citation(list))
            }
            Cut::Expression(range) => {
                let written = &text[range.clone()];
                let start = range.start + written.len() - written.trim_start().len();
                let written = written.trim();
                let place = place.within(start..start + written.len());
                match Expression::parse(written, place) {
                    Ok(expression) => Some(Mark::Value(expression)),
                    Err(failures) => {
                        crate::load::syntax_failures(failures, self.found);
                        None
                    }
                }
            }
        }
    }
}

fn link_wrap(to: &str) -> Wrap {
    match (to.strip_prefix('#'), claim_name(to)) {
        (Some(anchor), _) => Wrap::Reference(anchor.to_owned()),
        (_, Some(name)) => Wrap::Claim(name.to_owned()),
        _ => Wrap::Link(to.to_owned()),
    }
}

/// The name of a claim: `peak` of `claim:peak`.
fn claim_name(to: &str) -> Option<&str> {
    to.strip_prefix("claim:")
}

/// Adds words to the text that stands last.
fn push_words(content: &mut Vec<Inline>, words: &str) {
    match content.last_mut() {
        _ if words.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(words),
        _ => content.push(Inline::Text(words.to_owned())),
    }
}

/// Puts marks in the place of `{number}`.
fn numbered(words: Vec<Inline>) -> Vec<Inline> {
    let mut content = Vec::new();
    for inline in words {
        let Inline::Text(text) = inline else {
            content.push(inline);
            continue;
        };
        for (i, part) in text.split("{number}").enumerate() {
            if i > 0 {
                content.push(Inline::Mark(Mark::Number));
            }
            push_words(&mut content, part);
        }
    }
    content
}
