//! The stretches of text between the headings of a section.

use super::entry::finding;
use crate::edition::{Block, Figure, Inline, Placed, Table, plain};

/// What a section holds: its text from heading to heading, and what is placed in it.
#[derive(Debug, Default)]
pub(super) struct Passages<'e> {
    /// The first stands under the title of the section.
    pub(super) passages: Vec<Passage>,
    pub(super) figures: Vec<&'e Figure>,
    pub(super) tables: Vec<&'e Table>,
}

/// The text under one heading.
#[derive(Debug, Default)]
pub(super) struct Passage {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) text: String,
    /// The editorial notes within it.
    pub(super) findings: String,
}

/// The stretches of `blocks`, which stand under this anchor and title.
pub(super) fn passages<'e>(
    anchor: &str,
    title: &str,
    blocks: &'e [Block],
) -> Passages<'e> {
    let (anchor, title) = (anchor.to_owned(), title.to_owned());
    let first = Passage { anchor, title, ..Passage::default() };
    let mut own = Passages { passages: vec![first], ..Passages::default() };
    own.blocks(blocks);
    own
}

impl<'e> Passages<'e> {
    /// All texts, whatever they stand under.
    pub(super) fn texts(&self) -> String {
        let texts = self.passages.iter().flat_map(|own| [&own.title, &own.text]);
        let texts = texts.filter(|text| !text.is_empty()).map(String::as_str);
        texts.collect::<Vec<_>>().join(" ")
    }

    fn blocks(&mut self, blocks: &'e [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'e Block) {
        match block {
            Block::Heading { id, content, .. } => self.passages.push(Passage {
                anchor: id.clone(),
                title: plain(content),
                ..Passage::default()
            }),
            Block::Paragraph(content) => self.line(content),
            Block::List { items, .. } => items.iter().for_each(|own| self.blocks(own)),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Code(code) => self.add(code),
            Block::Grid { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| self.line(cell));
            }
            Block::Rule => {}
            Block::Placed(Placed::Figure(figure)) => self.figures.push(figure),
            Block::Placed(Placed::Table(table)) => self.tables.push(table),
            Block::Placed(Placed::Finding(own)) => {
                if let Some(last) = self.passages.last_mut() {
                    append(&mut last.findings, &finding(own));
                }
            }
        }
    }

    fn line(&mut self, content: &[Inline]) {
        // A citation has left its gap behind.
        self.add(&plain(content).replace(" .", ".").replace(" ,", ","));
    }

    fn add(&mut self, text: &str) {
        if let Some(last) = self.passages.last_mut() {
            append(&mut last.text, text);
        }
    }
}

fn append(all: &mut String, text: &str) {
    if !all.is_empty() {
        all.push(' ');
    }
    all.push_str(text);
}
