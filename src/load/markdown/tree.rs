//! Builds the tree of a text from the events of the Markdown parser.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, OffsetIter, Tag, TagEnd};

use super::Notes;
use super::cut::Cut;
use super::heading::ONE_TO_ONE;
use super::unit::Outline;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::prose::Align;
use crate::source::{Input, Place, Span, Spanned};
use crate::study::{Block, Inline, Note, Placed, Role, TranslationUnit};

/// Deepest nesting of lists, quotations and emphasis.
pub(super) const MAX_DEPTH: usize = 24;

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
    pub(super) place: &'t Place,
    /// The project, which says what names there are.
    pub(super) input: &'t Input,
    pub(super) lang: Lang,
    /// Whether it is a file of its own, and not a text in YAML.
    pub(super) in_file: bool,
    pub(super) twins: Option<&'t [Heading]>,
}

/// What was read.
pub(super) struct Read {
    pub(super) title: Option<(Vec<Inline>, Range<usize>)>,
    pub(super) blocks: Vec<Block>,
    /// The unit of each line of the blocks at hand.
    pub(super) lines: Vec<usize>,
    pub(super) notes: Notes,
    pub(super) headings: Vec<Heading>,
    pub(super) units: Vec<TranslationUnit>,
}

/// Reads events into a tree.
pub(super) struct Builder<'t, 'f> {
    pub(super) events: Peekable<OffsetIter<'t>>,
    pub(super) source: Source<'t>,
    pub(super) cuts: &'t BTreeMap<usize, (Cut, usize)>,
    pub(super) found: &'f mut Diagnostics,
    pub(super) read: Read,
    pub(super) depth: usize,
    /// How many tags of raw HTML are open.
    pub(super) open_tags: usize,
    /// The end tags of raw HTML that was refused.
    pub(super) refused: Vec<String>,
    /// What was placed in a line and not alone: reported, and yet not placed nowhere.
    pub(super) misplaced: Vec<Placed>,
    pub(super) outline: Outline,
}

impl<'t, 'f> Builder<'t, 'f> {
    pub(super) fn new(
        events: OffsetIter<'t>,
        source: Source<'t>,
        cuts: &'t BTreeMap<usize, (Cut, usize)>,
        found: &'f mut Diagnostics,
    ) -> Self {
        let read = Read {
            title: None,
            blocks: Vec::new(),
            lines: Vec::new(),
            notes: Notes::new(),
            headings: Vec::new(),
            units: Vec::new(),
        };
        Self {
            events: events.peekable(),
            source,
            cuts,
            found,
            read,
            depth: 0,
            open_tags: 0,
            refused: Vec::new(),
            misplaced: Vec::new(),
            outline: Outline::default(),
        }
    }

    pub(super) fn read(mut self) -> Read {
        self.read.blocks = self.blocks();
        if let Some(twins) = self.source.twins
            && let Some(twin) = twins.get(self.read.headings.len())
        {
            let title = self.read.title.as_ref().map_or(0..0, |(_, range)| range.clone());
            let span = self.span(title);
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
                .also(twin.span, "this heading has no twin")
                .help(ONE_TO_ONE),
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
                    self.sign_unit(Role::Rule, range);
                    blocks.push(Block::Rule);
                }
                Event::Html(_) => {
                    self.events.next();
                    self.refuse_html(range);
                    while let Some((Event::Html(_), _)) = self.events.peek() {
                        self.events.next();
                    }
                }
                // The items of a tight list hold lines without a paragraph.
                _ => {
                    blocks.push(self.paragraph(range));
                }
            }
            blocks.extend(self.misplaced.drain(..).map(Block::Placed));
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
            Tag::List(start) => blocks.push(Block::List { start, items: self.items() }),
            Tag::BlockQuote(_) => {
                self.outline.quotes += 1;
                blocks.push(Block::Quote(self.blocks()));
                self.outline.quotes -= 1;
            }
            Tag::CodeBlock(_) => {
                blocks.push(Block::Code(self.code()));
                self.sign_unit(Role::Code, range);
            }
            Tag::Table(aligns) => blocks.push(self.grid(&aligns)),
            Tag::FootnoteDefinition(label) => self.note(&label, range),
            _ => {
                self.blocks();
            }
        }
        self.events.next();
        self.depth -= 1;
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        self.outline.lists += 1;
        while let Some((Event::Start(Tag::Item), _)) = self.events.peek() {
            self.events.next();
            self.outline.item_begins = true;
            items.push(self.blocks());
            self.events.next();
        }
        self.outline.lists -= 1;
        items
    }

    /// A paragraph, or what is placed in it alone.
    fn paragraph_or_placed(&mut self, range: Range<usize>) -> Option<Block> {
        if let Some((Event::Start(Tag::Image { .. }), _)) = self.events.peek() {
            let (event, image) = self.events.next()?;
            let placed = self.placed(&event, image);
            if matches!(self.events.peek(), Some((Event::End(TagEnd::Paragraph), _))) {
                return placed.map(Block::Placed);
            }
            self.report(
                Code::BadMarkdown,
                range,
                "a figure or table stands alone in its paragraph",
            );
            self.inlines();
            return placed.map(Block::Placed);
        }
        Some(self.paragraph(range))
    }

    fn paragraph(&mut self, range: Range<usize>) -> Block {
        let content = self.paragraph_unit(range.clone());
        self.lint(&content, range);
        Block::Paragraph(content)
    }

    /// What an image places: `figure:id`, `table:id`, `check:dataset.check`.
    pub(super) fn placed(
        &mut self,
        event: &Event<'t>,
        range: Range<usize>,
    ) -> Option<Placed> {
        self.skip();
        let Event::Start(Tag::Image { dest_url, .. }) = event else { return None };
        let text = self.source.text;
        let inner = text.get(range.clone()).and_then(|image| image.find(&**dest_url));
        let start = inner.map_or(range.start, |at| range.start + at);
        let span = self.span(start..(start + dest_url.len()).min(range.end));
        self.sign_unit(Role::Placed(dest_url.to_string()), range);
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

    fn note(&mut self, label: &str, range: Range<usize>) {
        let outer = self.outline.note.replace(label.to_owned());
        let lines = std::mem::take(&mut self.read.lines);
        let blocks = self.blocks();
        let units = std::mem::replace(&mut self.read.lines, lines);
        self.outline.note = outer;
        let span = self.span(range.start..range.start + label.len() + "[^]:".len());
        match self.read.notes.entry(label.to_owned()) {
            Entry::Vacant(free) => {
                free.insert(Note { blocks, units, span });
            }
            Entry::Occupied(taken) => self.found.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    span,
                    format!("a second footnote `{label}`"),
                )
                .also(taken.get().span, "first here"),
            ),
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
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), range)) =
            self.events.peek().cloned()
        {
            self.events.next();
            rows.push(self.row(range));
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

    /// The cells of a row. Markdown drops those that have no column.
    fn row(&mut self, row: Range<usize>) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        let mut end = row.start;
        while let Some((Event::Start(Tag::TableCell), range)) =
            self.events.peek().cloned()
        {
            self.events.next();
            let content = self.unit(Role::Cell, range.clone());
            end = range.end.max(end);
            self.lint(&content, range);
            cells.push(content);
            self.events.next();
        }
        let rest = self.source.text.get(end..row.end).unwrap_or("");
        let lost = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if let Some(at) = rest.find(lost).filter(|_| !lost.is_empty()) {
            let start = end + at;
            self.found.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    self.span(start..start + lost.len()),
                    "this stands in no column of the table",
                )
                .help("give the table another column; a bar as such is written `\\|`"),
            );
        }
        cells
    }

    /// Skips to the end of the tag that has begun.
    pub(super) fn skip(&mut self) {
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

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.source.place.part(range)
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
    ) {
        let span = self.span(range);
        self.found.push(Diagnostic::new(code, span, message));
    }
}

/// Whether `tag` stands on lines of its own.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
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
