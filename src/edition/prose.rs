//! Texts of a study as texts of an edition: the same tree with other leaves.

use crate::prose;
use crate::study;

use super::context::{Context, Setting};
use super::{
    Block, Inline, Mark, Passage, Placed, Text, claim, figure, finding, mark, plain,
    table, typography,
};

/// A text with its language.
pub(super) fn text<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    text: &'a study::Text,
) -> Text {
    let setting = Setting { lang: text.lang, ..setting };
    Text { lang: text.lang, content: line(cx, setting, &text.content) }
}

/// A text that stands on its own, in the edition's language.
pub(super) fn own<'a>(cx: &mut Context<'a>, texts: &'a study::Texts) -> Text {
    let written = texts.get(cx.lang);
    text(cx, Setting::of(written.lang), written)
}

/// The words of a text that stands on its own, without any form.
pub(super) fn words<'a>(cx: &mut Context<'a>, texts: &'a study::Texts) -> String {
    own(cx, texts).plain()
}

/// The passage of the text with this name; lines that are behind the original are marked.
pub(super) fn passage<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    name: &str,
    passage: &'a study::Passage,
) -> Passage {
    cx.lines = cx.outdated.lines(name, passage.lang, &passage.units);
    Passage {
        lang: passage.lang,
        blocks: with_notes(cx, setting, &passage.blocks),
        outdated: cx.outdated.passage(name, passage.lang),
    }
}

/// Blocks that are a text of their own: the editorial notes of claims stand behind those
/// that make them.
pub(super) fn with_notes<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    blocks: &'a [study::Block],
) -> Vec<Block> {
    let mut all = Vec::new();
    for own in blocks {
        all.extend(block(cx, setting, own));
        all.extend(claim::blocks(cx));
    }
    all
}

/// Blocks; what cannot be placed is left out and reported.
pub(super) fn blocks<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    blocks: &'a [study::Block],
) -> Vec<Block> {
    blocks.iter().filter_map(|own| block(cx, setting, own)).collect()
}

fn block<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    block: &'a study::Block,
) -> Option<Block> {
    Some(match block {
        prose::Block::Heading { level, id, content } => Block::Heading {
            level: *level,
            id: id.clone(),
            content: line(cx, setting, content),
        },
        prose::Block::Paragraph(content) => Block::Paragraph(line(cx, setting, content)),
        prose::Block::List { start, items } => Block::List {
            start: *start,
            items: items.iter().map(|item| blocks(cx, setting, item)).collect(),
        },
        prose::Block::Quote(inner) => Block::Quote(blocks(cx, setting, inner)),
        prose::Block::Code(text) => Block::Code(text.clone()),
        prose::Block::Grid { aligns, head, rows } => Block::Grid {
            aligns: aligns.clone(),
            head: cells(cx, setting, head),
            rows: rows.iter().map(|row| cells(cx, setting, row)).collect(),
        },
        prose::Block::Rule => Block::Rule,
        prose::Block::Placed(placed) => Block::Placed(place(cx, placed)?),
    })
}

fn cells<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    cells: &'a [Vec<study::Inline>],
) -> Vec<Vec<Inline>> {
    cells.iter().map(|cell| line(cx, setting, cell)).collect()
}

/// A line of a passage as it is printed.
fn line<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    content: &'a [study::Inline],
) -> Vec<Inline> {
    let outdated = cx.lines.next_is_outdated();
    let resolved = inlines(cx, setting, content);
    let mut line = typography::set(cx, setting.lang, resolved);
    if outdated {
        line.insert(0, Inline::Mark(Mark::Outdated));
    }
    line
}

fn place<'a>(cx: &mut Context<'a>, placed: &'a study::Placed) -> Option<Placed> {
    match placed {
        study::Placed::Figure(id) => {
            figure::figure(cx, id).map(|own| Placed::Figure(Box::new(own)))
        }
        study::Placed::Table(id) => {
            table::table(cx, id).map(|own| Placed::Table(Box::new(own)))
        }
        study::Placed::Finding { dataset, check, span } => {
            finding::placed(cx, dataset, check, *span)
                .map(|own| Placed::Finding(Box::new(own)))
        }
    }
}

/// The parts of a line.
pub(super) fn inlines<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    inlines: &'a [study::Inline],
) -> Vec<Inline> {
    inlines.iter().flat_map(|own| inline(cx, setting, own)).collect()
}

fn inline<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    inline: &'a study::Inline,
) -> Vec<Inline> {
    let mut inside = |content: &'a [study::Inline]| inlines(cx, setting, content);
    vec![match inline {
        prose::Inline::Text(words) => Inline::Text(words.clone()),
        prose::Inline::Emphasis(content) => Inline::Emphasis(inside(content)),
        prose::Inline::Strong(content) => Inline::Strong(inside(content)),
        prose::Inline::Superscript(content) => Inline::Superscript(inside(content)),
        prose::Inline::Subscript(content) => Inline::Subscript(inside(content)),
        prose::Inline::Struck(content) => Inline::Struck(inside(content)),
        prose::Inline::Code(text) => Inline::Code(text.clone()),
        prose::Inline::Link { href, content } => {
            Inline::Link { href: href.clone(), content: inside(content) }
        }
        prose::Inline::Break => Inline::Break,
        prose::Inline::Mark(leaf) => return mark::mark(cx, setting, leaf),
    }]
}

/// The words of a line of the study, its values written and its other marks left out.
pub(super) fn bare<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    content: &'a [study::Inline],
) -> String {
    prose::plain(content, &mut |leaf| match leaf {
        study::Mark::Value(expression) => plain(&mark::value(cx, setting, expression)),
        study::Mark::Claim { name, content } if content.is_empty() => {
            plain(&claim::given(cx, setting, name))
        }
        study::Mark::Claim { content, .. } => bare(cx, setting, content),
        _ => String::new(),
    })
}
