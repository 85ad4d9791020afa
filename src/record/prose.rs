//! Passages of an edition.

use super::Kind;
use super::edition::{flat, heading};
use super::object::{figure, finding, table};
use super::parts::Parts;
use super::words::line;
use crate::chart::Drawings;
use crate::edition::{Block, Inline, Note, Passage, Placed};

/// The blocks of a passage, after what a reader is told of their state.
pub(super) fn passage(parts: &mut Parts, passage: &Passage, drawn: &Drawings) {
    if let Some(outdated) = &passage.outdated {
        let (lines, of, missing) = (outdated.lines, outdated.of, outdated.missing);
        let said = format!("{lines} of {of} lines outdated, {missing} missing");
        parts.add(Kind::Behind, said);
    }
    blocks(parts, &passage.blocks, drawn);
}

/// Blocks in their order.
pub(super) fn blocks(parts: &mut Parts, content: &[Block], drawn: &Drawings) {
    content.iter().for_each(|own| block(parts, own, drawn));
}

fn block(parts: &mut Parts, block: &Block, drawn: &Drawings) {
    match block {
        Block::Heading { id, content, .. } => heading(parts, id, content),
        Block::Paragraph(content) => parts.add(Kind::Paragraph, line(content)),
        Block::List { items, .. } => items.iter().for_each(|own| item(parts, own, drawn)),
        Block::Quote(inner) => blocks(parts, inner, drawn),
        Block::Code(code) => parts.add(Kind::Code, code),
        Block::Grid { head, rows, .. } => {
            parts.add(Kind::Columns, cells(head));
            rows.iter().for_each(|row| parts.add(Kind::Row, cells(row)));
        }
        Block::Rule => parts.add(Kind::Rule, ""),
        Block::Placed(Placed::Figure(own)) => figure(parts, own, drawn),
        Block::Placed(Placed::Table(own)) => table(parts, own),
        Block::Placed(Placed::Finding(own)) => finding(parts, own),
    }
}

fn item(parts: &mut Parts, item: &[Block], drawn: &Drawings) {
    match item {
        [Block::Paragraph(content)] => parts.add(Kind::Item, line(content)),
        several => blocks(parts, several, drawn),
    }
}

fn cells(cells: &[Vec<Inline>]) -> String {
    cells.iter().map(|cell| line(cell)).collect::<Vec<_>>().join("\t")
}

/// A footnote with its number.
pub(super) fn footnote(parts: &mut Parts, number: usize, note: &Note) {
    let (section, label) = &note.key;
    let text = format!("{number}. {}", flat(&note.body.blocks));
    parts.named(Kind::Footnote, &format!("{section}/{label}"), text);
}
