//! Prose in rows.

use super::Side;
use super::align::{Row, Twins, align};
use super::pair::{Shape, pair};
use crate::edition::{Block, Passage};
use crate::html::markup::Html;
use crate::html::prose::open_list;
use crate::lang::Lang;

/// How much deeper the headings of a passage lie than they say: below those of sections.
const DEEPER: u8 = 1;

impl Side<'_> {
    /// Two passages, paragraph beside paragraph.
    pub(super) fn passages(&mut self, passages: [&Passage; 2]) -> Html {
        let [first, second] = passages;
        let mut html = Html::new();
        let rows = align(&first.blocks, &second.blocks);
        self.rows(&mut html, &rows, passages.map(|passage| passage.lang));
        html
    }

    fn rows(&mut self, html: &mut Html, rows: &[Row<'_>], langs: [Lang; 2]) {
        for row in rows {
            match row {
                Row::Blocks(twins) => html.append(&self.blocks(*twins, langs)),
                Row::Placed(twins) => html.append(&self.placed(*twins)),
                Row::List { start, items } => self.list(html, *start, items, langs),
                Row::Quote(rows) => {
                    html.open("blockquote", &[]);
                    self.rows(html, rows, langs);
                    html.close("blockquote");
                }
            }
        }
    }

    /// One list, whose items are rows.
    fn list(
        &mut self,
        html: &mut Html,
        start: Option<u64>,
        items: &[Vec<Row<'_>>],
        langs: [Lang; 2],
    ) {
        let tag = open_list(html, start);
        for rows in items {
            html.open("li", &[]);
            self.rows(html, rows, langs);
            html.close("li");
        }
        html.close(tag);
    }

    fn blocks(&mut self, twins: Twins<&Block>, langs: [Lang; 2]) -> Html {
        let [first, second] = self.shown(twins, langs);
        let twins = [first.zip(Some(langs[0])), second.zip(Some(langs[1]))];
        let cells = self.views(twins, |half, (block, lang)| {
            (lang, half.prose.leaf(block, lang, DEEPER))
        });
        pair(Shape::ROW, cells)
    }

    /// A text that is not translated is the other language's own: it is shown once, where
    /// it belongs. Headings stay, for they have the anchors.
    fn shown<'e>(&self, twins: Twins<&'e Block>, langs: [Lang; 2]) -> Twins<&'e Block> {
        let [Some(first), Some(second)] = twins else { return twins };
        if langs[0] != langs[1] || matches!(first, Block::Heading { .. }) {
            return twins;
        }
        match langs[1] == self.halves[1].prose.lang() {
            true => [None, Some(second)],
            false => [Some(first), None],
        }
    }
}
