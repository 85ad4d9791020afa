//! Markdown as the tree of a text: CommonMark with tables, footnotes and heading ids.

mod citation;
mod cut;
mod heading;
mod html;
mod inline;
mod lint;
#[cfg(test)]
mod tests;
mod tree;
mod unit;

use std::collections::BTreeMap;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Input, Place, Span, Spanned};
use crate::study::{Block, Inline, Note, Part, Passage, Text, TranslationUnit};

use cut::{Cause, Unclosed};

pub(super) use heading::is_anchor;
pub(super) use tree::Heading;

/// The file of a section or another text, parsed.
#[derive(Clone)]
pub(super) struct Document {
    /// The words of the first heading.
    pub(super) title: Option<Text>,
    /// Everything below it.
    pub(super) passage: Passage,
    /// The headings of the passage in their order.
    pub(super) headings: Vec<Heading>,
    /// What is translated of it, in its order.
    pub(super) units: Vec<TranslationUnit>,
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
    let place = Place::from(Span::new(file, 0, text.len()));
    let source = tree::Source { text, place: &place, input, lang, in_file: true, twins };
    let read = read(source, found);
    let span = Span::start_of(file);
    let title = read.title.map(|(content, range)| Text {
        lang,
        content,
        span: place.part(range),
    });
    let headings = read.headings.iter();
    let headings = headings
        .map(|own| Spanned { value: own.id.clone(), span: own.span })
        .filter(|own| !own.value.is_empty());
    let headings = headings.collect();
    let (blocks, units, notes) = (read.blocks, read.lines, read.notes);
    let passage = Passage { lang, blocks, units, headings, notes, span };
    Some(Document { title, passage, headings: read.headings, units: read.units })
}

/// Parses a line of Markdown that stands in a YAML file, and takes down its parts.
pub(super) fn line(
    text: &str,
    lang: Lang,
    span: Span,
    input: &Input,
    found: &mut Diagnostics,
) -> (Vec<Inline>, Vec<Part>) {
    let place = Place::of_scalar(text, input.slice(span), span);
    let (in_file, twins) = (false, None);
    let source = tree::Source { text, place: &place, input, lang, in_file, twins };
    let read = read(source, found);
    let only_lines = read.title.is_none() && read.notes.is_empty();
    let parts = read.units.into_iter().next().map_or_else(Vec::new, |unit| unit.parts);
    let mut blocks = read.blocks.into_iter();
    match (blocks.next(), blocks.next()) {
        (None, _) if only_lines => (Vec::new(), parts),
        (Some(Block::Paragraph(content)), None) if only_lines => (content, parts),
        _ => {
            found.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    span,
                    "a text in YAML is one paragraph, without headings, lists or figures",
                )
                .help(
                    "join its paragraphs; a sign that Markdown takes for a mark stands behind a backslash: `\\#`",
                ),
            );
            (Vec::new(), Vec::new())
        }
    }
}

fn read(source: tree::Source<'_>, found: &mut Diagnostics) -> tree::Read {
    let masked = cut::mask(source.text);
    for unclosed in unclosed_in_words(&masked) {
        found.push(without_end(unclosed, source.place));
    }
    tree::Builder::new(events(&masked.text), source, &masked.cuts, found).read()
}

/// What is told of a `{{` without `}}`.
fn without_end(Unclosed { start, cause }: Unclosed, place: &Place) -> Diagnostic {
    let span = place.part(start..start + 2);
    let told = Diagnostic::new(Code::ExpressionSyntax, span, "`{{` without `}}`");
    let told = match cause {
        Some((Cause::Brace, at)) => {
            told.also(place.part(at..at + 1), "one brace closes nothing: write `}}`")
        }
        Some((Cause::Quote, at)) => {
            told.also(place.part(at..at + 1), "the text that begins here has no end")
        }
        Some((Cause::Next, at)) => {
            told.also(place.part(at..at + 2), "the next expression begins before its end")
        }
        None => told,
    };
    told.help(
        "close the expression in the same paragraph; braces as such are written `{{ lit(\"{{\") }}`",
    )
}

fn events(text: &str) -> OffsetIter<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text, options).into_offset_iter()
}

/// Where a `{{` has no `}}`, but in code, which is shown as it is.
fn unclosed_in_words(masked: &cut::Masked) -> Vec<Unclosed> {
    let mut unclosed = masked.unclosed.clone();
    if unclosed.is_empty() {
        return unclosed;
    }
    let is_code = |event: &Event<'_>| {
        matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)))
    };
    let code = events(&masked.text).filter(|(event, _)| is_code(event));
    let code: Vec<_> = code.map(|(_, range)| range).collect();
    unclosed.retain(|Unclosed { start, .. }| {
        let before = code.partition_point(|range| range.start <= *start);
        !code[..before].last().is_some_and(|range| range.contains(start))
    });
    unclosed
}

/// Footnotes by label.
type Notes = BTreeMap<String, Note>;
