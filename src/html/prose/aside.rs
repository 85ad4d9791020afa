//! A footnote as one line of words, to stand beside the place that mentions it.

use super::line::{Flags, write_words};
use crate::edition::{Block, Inline};
use crate::html::markup::Html;

/// The words of `blocks` with their form, but without links, ids and notes; blocks follow
/// each other in one line, and what is placed between them is left out. `pairs` says
/// whether short compounds hold together.
pub(super) fn words(blocks: &[Block], pairs: bool) -> Html {
    let mut html = Html::new();
    let mut first = true;
    each(blocks, &mut |line| {
        if !std::mem::take(&mut first) {
            html.text(" ");
        }
        write_words(&mut html, line, pairs, Flags::Codes);
    });
    html
}

/// Does `work` with each line of words.
fn each(blocks: &[Block], work: &mut dyn FnMut(&[Inline])) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading { content: line, .. } => work(line),
            Block::List { items, .. } => items.iter().for_each(|item| each(item, work)),
            Block::Quote(inner) => each(inner, work),
            Block::Code(code) => work(&[Inline::Code(code.clone())]),
            Block::Grid { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    work(cell);
                }
            }
            Block::Rule | Block::Placed(_) => {}
        }
    }
}
