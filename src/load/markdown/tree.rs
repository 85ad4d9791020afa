//! Builds the tree of a text from the events of the Markdown parser.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, LinkType, OffsetIter, Tag, TagEnd};

use super::cut::{Cut, MASK};
use super::{Notes, Place, citation};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::Expression;
use crate::prose::Align;
use crate::site_path::ascii_name;
use crate::source::{Span, Spanned};
use crate::study::{Block, Inline, Mark, Placed};

/// Deepest nesting of lists, quotations and emphasis.
const MAX_DEPTH: usize = 24;

/// Schemes of links that are allowed.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// A heading of a text: its level and its id, the same in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Heading {
    /// 2 to 6.
    pub(in crate::load) level: u8,
    /// The anchor.
    pub(in crate::load) id: String,
    /// Where it stands.
    pub(in crate::load) span: Span,
}

/// The text that events are read from.
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    pub(super) place: Place<'t>,
    pub(super) cuts: &'t BTreeMap<usize, (Cut, usize)>,
    pub(super) twins: Option<&'t [Heading]>,
}

/// What was read.
pub(super) struct Read {
    pub(super) title: Option<(Vec<Inline>, Range<usize>)>,
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Notes,
    pub(super) headings: Vec<Heading>,
}

/// Reads events into a tree.
pub(super) struct Builder<'t, 'f> {
    events: Peekable<OffsetIter<'t>>,
    source: Source<'t>,
    found: &'f mut Diagnostics,
    read: Read,
    depth: usize,
    /// How many tags of raw HTML are open.
    open_tags: usize,
}

impl<'t, 'f> Builder<'t, 'f> {
    pub(super) fn new(
        events: OffsetIter<'t>,
        source: Source<'t>,
        found: &'f mut Diagnostics,
    ) -> Self {
        let read = Read {
            title: None,
            blocks: Vec::new(),
            notes: Notes::new(),
            headings: Vec::new(),
        };
        Self { events: events.peekable(), source, found, read, depth: 0, open_tags: 0 }
    }

    pub(super) fn read(mut self) -> Read {
        self.read.blocks = self.blocks();
        if let Some(twins) = self.source.twins
            && let Some(twin) = twins.get(self.read.headings.len())
        {
            let span = self.span(0..0);
            self.found.push(
                Diagnostic::new(
                    Code::HeadingMismatch,
                    span,
                    format!(
                        "{} headings, but {} in the source language",
                        self.read.headings.len(),
                        twins.len()
                    ),
                )
                .also(twin.span, "this heading has no twin"),
            );
        }
        self.read
    }

    /// Blocks up to the end of the tag that holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    self.events.next();
                    self.block(tag, range, &mut blocks);
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                Event::Html(_) => {
                    self.events.next();
                    self.refuse_html(range);
                }
                // The items of a tight list hold lines without a paragraph.
                _ => {
                    blocks.push(self.paragraph(range));
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, blocks: &mut Vec<Block>) {
        if self.depth >= MAX_DEPTH {
            self.report(Code::BadMarkdown, range, "nested too deeply");
            self.skip();
            return;
        }
        self.depth += 1;
        match tag {
            Tag::Paragraph => blocks.extend(self.paragraph_or_placed(range)),
            Tag::Heading { level, id, .. } => {
                self.heading(level, id.map(|id| id.to_string()), range, blocks);
            }
            Tag::List(start) => {
                let mut items = Vec::new();
                while let Some((Event::Start(Tag::Item), _)) = self.events.peek() {
                    self.events.next();
                    items.push(self.blocks());
                    self.events.next();
                }
                blocks.push(Block::List { start, items });
            }
            Tag::BlockQuote(_) => blocks.push(Block::Quote(self.blocks())),
            Tag::CodeBlock(_) => blocks.push(Block::Code(self.code())),
            Tag::Table(aligns) => blocks.push(self.grid(&aligns)),
            Tag::FootnoteDefinition(label) => self.note(&label, range),
            _ => {
                self.blocks();
            }
        }
        self.events.next();
        self.depth -= 1;
    }

    /// A paragraph, or what is placed in it alone.
    fn paragraph_or_placed(&mut self, range: Range<usize>) -> Option<Block> {
        if let Some((Event::Start(Tag::Image { .. }), _)) = self.events.peek() {
            let placed = self.placed();
            if matches!(self.events.peek(), Some((Event::End(TagEnd::Paragraph), _))) {
                return placed.map(Block::Placed);
            }
            self.report(
                Code::BadMarkdown,
                range,
                "a figure or table stands alone in its paragraph",
            );
            self.inlines();
            return None;
        }
        Some(self.paragraph(range))
    }

    fn paragraph(&mut self, range: Range<usize>) -> Block {
        let content = self.inlines();
        self.lint(&content, range);
        Block::Paragraph(content)
    }

    /// What an image places: `figure:id`, `table:id`, `check:dataset.check`.
    fn placed(&mut self) -> Option<Placed> {
        let (event, range) = self.events.next()?;
        self.skip();
        let Event::Start(Tag::Image { dest_url, .. }) = event else { return None };
        let text = self.source.text;
        let inner = text.get(range.clone()).and_then(|image| image.find(&*dest_url));
        let start = inner.map_or(range.start, |at| range.start + at);
        let span = self.span(start..(start + dest_url.len()).min(range.end));
        let named = |id: &str| Spanned { value: id.to_owned(), span };
        if let Some(id) = dest_url.strip_prefix("figure:") {
            return Some(Placed::Figure(named(id)));
        }
        if let Some(id) = dest_url.strip_prefix("table:") {
            return Some(Placed::Table(named(id)));
        }
        match dest_url.strip_prefix("check:").and_then(|id| id.split_once('.')) {
            Some((dataset, check)) => Some(Placed::Finding {
                dataset: dataset.to_owned(),
                check: check.to_owned(),
                span,
            }),
            None => {
                self.found.push(
                    Diagnostic::new(
                        Code::BadMarkdown,
                        span,
                        format!("`{dest_url}` cannot be placed here"),
                    )
                    .help("place a figure by `![](figure:id)`, a table by `![](table:id)`, an editorial note by `![](check:dataset.check)`"),
                );
                None
            }
        }
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<String>,
        range: Range<usize>,
        blocks: &mut Vec<Block>,
    ) {
        let content = self.inlines();
        self.lint(&content, range.clone());
        let line = self.source.text[range.clone()].trim_end().len();
        let range = range.start..range.start + line;
        if level == HeadingLevel::H1 {
            if self.read.title.is_some() || !blocks.is_empty() {
                self.report(
                    Code::BadMarkdown,
                    range,
                    "a heading of the first level is the title, and stands once at the top",
                );
            } else {
                self.read.title = Some((content, range));
            }
            return;
        }
        let level = level as u8;
        let id = self.heading_id(level, id, &content, range.clone());
        let heading = Heading { level, id: id.clone(), span: self.span(range) };
        self.read.headings.push(heading);
        blocks.push(Block::Heading { level, id, content });
    }

    /// The id of the twin in the source language; there, the given one or an ASCII name.
    fn heading_id(
        &mut self,
        level: u8,
        given: Option<String>,
        content: &[Inline],
        range: Range<usize>,
    ) -> String {
        let Some(twins) = self.source.twins else {
            let plain = crate::prose::plain(content, &mut |_| String::new());
            let id = given.unwrap_or_else(|| ascii_name(&plain));
            if !is_anchor(&id) {
                self.bad_anchor(&id, range);
            }
            return id;
        };
        match twins.get(self.read.headings.len()) {
            Some(twin) if twin.level == level => twin.id.clone(),
            twin => {
                let message = match twin {
                    Some(twin) => format!(
                        "a heading of level {level}, of level {} in the source language",
                        twin.level
                    ),
                    None => "this heading has no twin in the source language".to_owned(),
                };
                let mut diagnostic =
                    Diagnostic::new(Code::HeadingMismatch, self.span(range), message);
                if let Some(twin) = twin {
                    diagnostic = diagnostic.also(twin.span, "its twin");
                }
                self.found.push(diagnostic);
                String::new()
            }
        }
    }

    fn bad_anchor(&mut self, id: &str, range: Range<usize>) {
        let span = self.span(range);
        self.found.push(
            Diagnostic::new(Code::BadId, span, format!("`{id}` is no id of a heading"))
                .help("give one of small Latin letters, digits and hyphens: `## Title {#id}`"),
        );
    }

    fn note(&mut self, label: &str, range: Range<usize>) {
        let blocks = self.blocks();
        if self.read.notes.insert(label.to_owned(), blocks).is_some() {
            let first_line = range.start..range.start + label.len() + 4;
            self.report(
                Code::DuplicateId,
                first_line,
                format!("a second footnote `{label}`"),
            );
        }
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        while let Some((Event::Text(text), range)) = self.events.peek() {
            code.push_str(self.source.text.get(range.clone()).unwrap_or(text));
            self.events.next();
        }
        code
    }

    fn grid(&mut self, aligns: &[Alignment]) -> Block {
        let mut rows = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), _)) =
            self.events.peek()
        {
            self.events.next();
            let mut cells = Vec::new();
            while let Some((Event::Start(Tag::TableCell), range)) =
                self.events.peek().cloned()
            {
                self.events.next();
                let content = self.inlines();
                self.lint(&content, range);
                cells.push(content);
                self.events.next();
            }
            rows.push(cells);
            self.events.next();
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let align = |align: &Alignment| match align {
            Alignment::None | Alignment::Left => Align::Start,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::End,
        };
        Block::Grid { aligns: aligns.iter().map(align).collect(), head, rows }
    }

    /// The parts of a line up to the end of the tag that holds them, or up to the next
    /// block.
    fn inlines(&mut self) -> Vec<Inline> {
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
                let written = self.source.text.get(range).unwrap_or("");
                content.push(Inline::Code(written.trim_matches('`').trim().to_owned()));
            }
            Event::SoftBreak => push_words(content, " "),
            Event::HardBreak => content.push(Inline::Break),
            Event::FootnoteReference(label) => {
                let span = self.span(range);
                let label = Spanned { value: label.to_string(), span };
                content.push(Inline::Mark(Mark::Note(label)));
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
        match tag {
            Tag::Emphasis => content.push(Inline::Emphasis(self.inlines())),
            Tag::Strong => content.push(Inline::Strong(self.inlines())),
            Tag::Strikethrough => content.push(Inline::Struck(self.inlines())),
            Tag::Link { link_type, dest_url, .. } => {
                let words = self.inlines();
                let link = self.link(link_type, &dest_url, words, range);
                content.extend(link);
            }
            Tag::Image { .. } => {
                self.inlines();
                self.report(
                    Code::BadMarkdown,
                    range,
                    "a figure or table stands alone in its paragraph",
                );
            }
            _ => content.extend(self.inlines()),
        }
        self.events.next();
        self.depth -= 1;
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
        let to =
            if kind == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
        let plain = to.trim();
        let allowed = SCHEMES.iter().any(|scheme| {
            plain
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        if !allowed || plain.chars().any(|c| c.is_control() || c == MASK) {
            let span = self.span(range);
            self.found.push(
                Diagnostic::new(Code::UnsafeLink, span, format!("`{to}` cannot be linked to"))
                    .help("link to `https://…`, `mailto:…`, `tel:…`, or to a place of the study by `#id`"),
            );
            return None;
        }
        Some(Inline::Link { href: plain.to_owned(), content: words })
    }

    /// The allowed tags `<sup>`, `<sub>`, `<strong>` and `<em>`, without attributes.
    fn html(&mut self, tag: &str, range: Range<usize>, content: &mut Vec<Inline>) {
        let make: fn(Vec<Inline>) -> Inline = match tag {
            "<sup>" => Inline::Superscript,
            "<sub>" => Inline::Subscript,
            "<strong>" => Inline::Strong,
            "<em>" => Inline::Emphasis,
            _ => return self.refuse_html(range),
        };
        if self.depth >= MAX_DEPTH {
            return self.report(Code::BadMarkdown, range, "nested too deeply");
        }
        self.depth += 1;
        self.open_tags += 1;
        let words = self.inlines();
        self.open_tags -= 1;
        self.depth -= 1;
        let closing = format!("</{}", &tag[1..]);
        match self.events.peek() {
            Some((Event::InlineHtml(end), _)) if **end == *closing => {
                self.events.next();
                content.push(make(words));
            }
            _ => {
                self.report(Code::RawHtml, range, format!("`{tag}` without `{closing}`"));
                content.extend(words);
            }
        }
    }

    fn refuse_html(&mut self, range: Range<usize>) {
        let written = self.source.text.get(range.clone()).unwrap_or("").trim();
        let first = written.lines().next().unwrap_or("").to_owned();
        let span = self.span(range.start..range.start + first.len());
        self.found.push(
            Diagnostic::new(Code::RawHtml, span, format!("raw HTML: `{first}`")).help(
                "only `<sup>`, `<sub>`, `<strong>` and `<em>` are allowed, without attributes; a sign as such stands behind a backslash: `\\<`",
            ),
        );
    }

    /// Words, with what was cut out of them put in its place.
    fn words(&mut self, text: &str, range: Range<usize>, content: &mut Vec<Inline>) {
        let mut rest = text;
        let mut at = range.start;
        while let Some(next) = rest.find(MASK) {
            let Some((cut, length)) = self.source.cuts.get(&(at + next)) else {
                let end = next + MASK.len_utf8();
                push_words(content, &rest[..end]);
                rest = &rest[end..];
                at += end;
                continue;
            };
            push_words(content, &rest[..next]);
            let cut = cut.clone();
            let end = (next + length).min(rest.len());
            rest = &rest[end..];
            at += end;
            content.extend(self.cut(cut).map(Inline::Mark));
        }
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
                let span = place.span(text, start..start + written.len());
                match Expression::parse(written, span) {
                    Ok(expression) => Some(Mark::Value(expression)),
                    Err(failures) => {
                        super::super::syntax_failures(failures, self.found);
                        None
                    }
                }
            }
        }
    }

    /// Warns of what Markdown took for words though it was hardly meant so.
    fn lint(&mut self, content: &[Inline], range: Range<usize>) {
        for inline in content {
            let Inline::Text(words) = inline else { continue };
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
            if let Some(start) = words.find("[^") {
                let label = words[start..].split(']').next().unwrap_or("").to_owned();
                let span = self.sign(&label, range.clone());
                self.found.push(
                    Diagnostic::new(
                        Code::UnknownReference,
                        span,
                        format!("there is no footnote `{label}]`"),
                    )
                    .help(format!("add a line `{label}]: …` to this file")),
                );
            }
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

    /// Skips to the end of the tag that has begun.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.source.place.span(self.source.text, range)
    }

    fn report(&mut self, code: Code, range: Range<usize>, message: impl Into<String>) {
        let span = self.span(range);
        self.found.push(Diagnostic::new(code, span, message));
    }
}

/// An id that can stand behind `#` in every address: `[a-z][a-z0-9-]*`.
pub(in crate::load) fn is_anchor(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn closes(tag: &str) -> bool {
    matches!(tag, "</sup>" | "</sub>" | "</strong>" | "</em>")
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

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_)
    )
}
