//! Markdown as the tree of a text: CommonMark with tables, footnotes and heading ids.

mod citation;
mod cut;
mod heading;
mod html;
mod inline;
mod lint;
mod tree;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Input, Span};
use crate::study::{Block, Inline, Passage, Text};

pub(super) use heading::is_anchor;
pub(super) use tree::Heading;

/// Where the text of Markdown stands.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// The whole of a file.
    File(FileId),
    /// A scalar of a YAML file, whose text may be folded or escaped there.
    Scalar {
        /// The scalar.
        span: Span,
        /// The scalar as it is written.
        written: &'a str,
    },
}

impl Place<'_> {
    /// The place of `range` of `text`; of a YAML scalar the part that is written alike.
    fn span(&self, text: &str, range: Range<usize>) -> Span {
        match self {
            Self::File(file) => Span::new(*file, range.start, range.end),
            Self::Scalar { span, written } => {
                let part = text.get(range.clone()).unwrap_or("");
                let before =
                    text.get(..range.start).map_or(0, |b| b.matches(part).count());
                match written.match_indices(part).nth(before) {
                    Some((start, _)) if !part.is_empty() => {
                        span.within(start, start + part.len())
                    }
                    _ => *span,
                }
            }
        }
    }
}

/// The file of a section or another text, parsed.
#[derive(Clone)]
pub(super) struct Document {
    /// The words of the first heading.
    pub(super) title: Option<Text>,
    /// Everything below it.
    pub(super) passage: Passage,
    /// The headings of the passage in their order.
    pub(super) headings: Vec<Heading>,
}

/// Parses a file. `twins` are the headings of the same text in the source language, from
/// which the ids are taken.
pub(super) fn document(
    input: &Input,
    file: FileId,
    lang: Lang,
    twins: Option<&[Heading]>,
    found: &mut Diagnostics,
) -> Option<Document> {
    let text = super::text_of(input, file, found)?;
    let place = Place::File(file);
    let read = read(text, place, twins, found);
    let span = Span::start_of(file);
    let title = read.title.map(|(content, range)| Text {
        lang,
        content,
        span: place.span(text, range),
    });
    let passage = Passage { lang, blocks: read.blocks, notes: read.notes, span };
    Some(Document { title, passage, headings: read.headings })
}

/// Parses a line of Markdown that stands in a YAML file.
pub(super) fn line(
    text: &str,
    span: Span,
    input: &Input,
    found: &mut Diagnostics,
) -> Vec<Inline> {
    let place = Place::Scalar { span, written: input.slice(span) };
    let read = read(text, place, None, found);
    let only_lines = read.title.is_none() && read.notes.is_empty();
    let mut blocks = read.blocks.into_iter();
    match (blocks.next(), blocks.next()) {
        (None, _) if only_lines => Vec::new(),
        (Some(Block::Paragraph(content)), None) if only_lines => content,
        _ => {
            found.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    span,
                    "a text in YAML is one paragraph, without headings, lists or figures",
                )
                .help(
                    "put a sign that Markdown takes for a mark behind a backslash: `\\#`",
                ),
            );
            Vec::new()
        }
    }
}

fn read<'t>(
    text: &'t str,
    place: Place<'t>,
    twins: Option<&'t [Heading]>,
    found: &mut Diagnostics,
) -> tree::Read {
    let masked = cut::mask(text);
    for start in &masked.unclosed {
        found.push(
            Diagnostic::new(
                Code::ExpressionSyntax,
                place.span(text, *start..*start + 2),
                "`{{` without `}}`",
            )
            .help("close the expression in the same paragraph; braces as such are written `{{ lit(\"{{\") }}`"),
        );
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let events = Parser::new_ext(&masked.text, options).into_offset_iter();
    let source = tree::Source { text, place, cuts: &masked.cuts, twins };
    tree::Builder::new(events, source, found).read()
}

/// Footnotes by label.
type Notes = BTreeMap<String, Vec<Block>>;
