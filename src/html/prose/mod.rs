//! Prose of an edition as markup.

mod aside;
mod held;
mod line;

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::{self, Block, Inline, Note, Passage, Placed, Text};
use crate::html::markup::Html;
use crate::html::places::Addresses;
use crate::html::view::{PassageView, TextView};
use crate::lang::Lang;
use crate::locale::{Direction, Messages};
use crate::prose::Align;
pub(in crate::html) use line::flag_id;
use line::{Flags, write_words};

/// Writes the prose of one page and remembers what the page holds, so that no id is
/// given twice and every link back has a place to go to.
#[derive(Debug)]
pub(in crate::html) struct Prose {
    lang: Lang,
    /// Where the places of the text are found.
    addresses: Addresses,
    messages: Messages,
    /// How much deeper a heading lies than it says.
    deeper: u8,
    /// Whether the blocks at hand are in another language than the page.
    foreign: bool,
    /// Whether it writes beside another language, which has the ids of authors.
    is_twin: bool,
    ids: BTreeSet<String>,
    cited: BTreeMap<String, Vec<usize>>,
    noted: BTreeMap<usize, Vec<usize>>,
    /// The words of the footnotes, by number, which stand beside their places too.
    asides: BTreeMap<usize, Html>,
}

/// Makes markup of what stands between paragraphs.
pub(in crate::html) type Placer<'a> = dyn FnMut(&mut Prose, &Placed) -> Html + 'a;

impl Prose {
    /// For a page in `lang` that finds the places of the text at these addresses.
    pub(in crate::html) fn new(
        lang: Lang,
        addresses: Addresses,
        messages: Messages,
    ) -> Self {
        let (deeper, foreign, is_twin) = Default::default();
        let (ids, cited, noted, asides) = Default::default();
        Self {
            lang,
            addresses,
            messages,
            deeper,
            foreign,
            is_twin,
            ids,
            cited,
            noted,
            asides,
        }
    }

    /// For the second language of a page in two.
    pub(in crate::html) fn twin(lang: Lang, messages: Messages) -> Self {
        Self { is_twin: true, ..Self::new(lang, Addresses::of_whole(), messages) }
    }

    /// For words alone.
    pub(in crate::html) fn silent(lang: Lang) -> Self {
        Self::new(lang, Addresses::of_whole(), Messages::built_in(lang))
    }

    /// Takes the ids of authors, so that no other element gets one of them.
    pub(in crate::html) fn reserve(&mut self, ids: impl IntoIterator<Item = String>) {
        self.ids.extend(ids);
    }

    /// An id for an element of the page that is not the author's.
    pub(in crate::html) fn fresh_id(&mut self, wish: &str) -> String {
        let mut id = self.own_id(wish);
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = self.own_id(&format!("{wish}-{count}"));
        }
        id
    }

    /// The id for what may be shown several times on a page, the first time only.
    pub(in crate::html) fn first_id(&mut self, id: &str) -> Option<String> {
        let id = self.own_id(id);
        self.ids.insert(id.clone()).then_some(id)
    }

    /// The id of a part of the page that both languages have. Only those of twins, and of
    /// what tells of figures, have a dot.
    pub(in crate::html) fn own_id(&self, id: &str) -> String {
        if self.is_twin { format!("{}.{id}", self.lang) } else { id.to_owned() }
    }

    /// Sets footnotes beside the places that mention them first, on pages broad enough.
    pub(in crate::html) fn set_aside(&mut self, notes: &[Note]) {
        let pairs = held::has_pairs(self.lang);
        let words = |note: &Note| aside::words(&note.body.blocks, pairs);
        self.asides = (1..).zip(notes.iter().map(words)).collect();
    }

    /// The link to a place of the text.
    pub(in crate::html) fn to(&self, anchor: &str) -> String {
        self.addresses.to(anchor)
    }

    /// The language that it writes in.
    pub(in crate::html) fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether it writes beside another language, which has the ids of authors.
    pub(in crate::html) fn is_twin(&self) -> bool {
        self.is_twin
    }

    /// Whether the page is one of the text.
    pub(in crate::html) fn is_of_text(&self) -> bool {
        self.addresses.are_of_text()
    }

    /// On which mentions this page cites the work with `key`.
    pub(in crate::html) fn mentions_of(&self, key: &str) -> &[usize] {
        self.cited.get(key).map_or(&[], Vec::as_slice)
    }

    /// On which mentions this page refers to a footnote.
    pub(in crate::html) fn mentions_of_note(&self, number: usize) -> &[usize] {
        self.noted.get(&number).map_or(&[], Vec::as_slice)
    }

    /// A text with the language it is in.
    pub(in crate::html) fn text(&mut self, text: &Text) -> TextView {
        TextView { attrs: self.lang_attrs(text.lang), html: self.line(&text.content) }
    }

    /// A text that says its language itself, where it is not the page's.
    pub(in crate::html) fn marked(&mut self, text: &Text) -> Html {
        let line = self.line(&text.content);
        if text.lang == self.lang {
            return line;
        }
        let mut html = Html::new();
        html.element("span", &[("lang", text.lang.as_str())], &line);
        html
    }

    /// A text without links, ids and notes: for lists of links.
    pub(in crate::html) fn words(&self, text: &Text) -> TextView {
        self.bare(text, Flags::Codes)
    }

    /// The same for those who hear it and do not see it.
    pub(in crate::html) fn heard(&self, text: &Text) -> TextView {
        self.bare(text, Flags::Meanings)
    }

    fn bare(&self, text: &Text, flags: Flags) -> TextView {
        let mut html = Html::new();
        write_words(&mut html, &text.content, held::has_pairs(text.lang), flags);
        TextView { attrs: self.lang_attrs(text.lang), html }
    }

    /// Words whose parts hold together: a label, a period.
    pub(in crate::html) fn held(&self, words: &str) -> Html {
        let mut html = Html::new();
        held::write_alone(&mut html, words, held::has_pairs(self.lang));
        html
    }

    /// Words without any form.
    pub(in crate::html) fn plain(&self, lang: Lang, words: &str) -> TextView {
        TextView { attrs: self.lang_attrs(lang), html: self.held(words) }
    }

    /// Blocks whose headings lie `deeper` than they say.
    pub(in crate::html) fn passage(
        &mut self,
        passage: &Passage,
        deeper: u8,
        place: &mut Placer<'_>,
    ) -> PassageView {
        self.deeper = deeper;
        self.foreign = passage.lang != self.lang;
        let html = self.blocks(&passage.blocks, place);
        self.foreign = false;
        PassageView { attrs: self.lang_attrs(passage.lang), html }
    }

    /// One block, which holds no others, of a passage in `lang`.
    pub(in crate::html) fn leaf(
        &mut self,
        block: &Block,
        lang: Lang,
        deeper: u8,
    ) -> Html {
        self.deeper = deeper;
        self.foreign = lang != self.lang;
        let mut html = Html::new();
        self.block(&mut html, block, &mut |_, _| Html::new());
        self.foreign = false;
        html
    }

    /// The quiet link that gives the address of a heading; one beside another language has
    /// none.
    pub(in crate::html) fn heading_link(&self, id: &str, content: &[Inline]) -> Html {
        if self.is_twin {
            return Html::new();
        }
        let title = edition::plain(content);
        let label = self.messages.format("link_to_section", &[("title", &title)]);
        let mut html = Html::new();
        let href = format!("#{id}");
        let mut attributes =
            vec![("class", "anchor"), ("href", &*href), ("aria-label", &*label)];
        if self.foreign {
            attributes.push(("lang", self.lang.as_str()));
        }
        html.open("a", &attributes);
        html.text("#");
        html.close("a");
        html
    }

    /// ` lang="…"` where `lang` is not the page's.
    pub(in crate::html) fn lang_attrs(&self, lang: Lang) -> Html {
        let mut attrs = Html::new();
        if lang != self.lang {
            attrs.attribute("lang", lang.as_str());
            if Direction::of(lang) != Direction::of(self.lang) {
                attrs.attribute("dir", Direction::of(lang).as_str());
            }
        }
        attrs
    }

    fn blocks(&mut self, blocks: &[Block], place: &mut Placer<'_>) -> Html {
        let mut html = Html::new();
        for block in blocks {
            self.block(&mut html, block, place);
            html.text("\n");
        }
        html
    }

    fn block(&mut self, html: &mut Html, block: &Block, place: &mut Placer<'_>) {
        match block {
            Block::Heading { level, id, content } => {
                self.heading(html, *level, id, content);
            }
            Block::Paragraph(line) => html.element("p", &[], &self.line(line)),
            Block::List { start, items } => self.list(html, *start, items, place),
            Block::Quote(blocks) => {
                html.element("blockquote", &[], &self.blocks(blocks, place));
            }
            Block::Code(code) => {
                html.open("pre", &[("tabindex", "0")]);
                html.element("code", &[], &Html::of(code));
                html.close("pre");
            }
            Block::Grid { aligns, head, rows } => self.grid(html, aligns, head, rows),
            Block::Rule => html.open("hr", &[]),
            Block::Placed(placed) => self.placed(html, placed, place),
        }
    }

    fn heading(&mut self, html: &mut Html, level: u8, id: &str, content: &[Inline]) {
        let tag = match level.saturating_add(self.deeper) {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        html.open("div", &[("class", "heading")]);
        let own = [("id", id)];
        html.element(tag, if self.is_twin { &[] } else { &own }, &self.line(content));
        html.append(&self.heading_link(id, content));
        html.close("div");
    }

    /// What is placed is in the language of the page, whatever stands around it.
    fn placed(&mut self, html: &mut Html, placed: &Placed, place: &mut Placer<'_>) {
        if !self.foreign {
            return html.append(&place(self, placed));
        }
        self.foreign = false;
        let content = place(self, placed);
        self.foreign = true;
        html.element("div", &[("lang", self.lang.as_str())], &content);
    }

    fn list(
        &mut self,
        html: &mut Html,
        start: Option<u64>,
        items: &[Vec<Block>],
        place: &mut Placer<'_>,
    ) {
        let tag = open_list(html, start);
        for item in items {
            let content = match item.as_slice() {
                [Block::Paragraph(line)] => self.line(line),
                blocks => self.blocks(blocks, place),
            };
            html.element("li", &[], &content);
        }
        html.close(tag);
    }

    fn grid(
        &mut self,
        html: &mut Html,
        aligns: &[Align],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) {
        let heads: Vec<_> = head.iter().map(|cell| edition::plain(cell)).collect();
        let label = heads.join(", ");
        let attributes = [
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", &label),
        ];
        html.open("div", &attributes);
        html.open("table", &[("class", "grid")]);
        html.open("thead", &[]);
        self.grid_row(html, "th", aligns, head);
        html.close("thead");
        html.open("tbody", &[]);
        for row in rows {
            self.grid_row(html, "td", aligns, row);
        }
        html.close("tbody");
        html.close("table");
        html.close("div");
    }

    fn grid_row(
        &mut self,
        html: &mut Html,
        tag: &'static str,
        aligns: &[Align],
        cells: &[Vec<Inline>],
    ) {
        html.open("tr", &[]);
        for (i, cell) in cells.iter().enumerate() {
            let mut attributes = Vec::new();
            if tag == "th" {
                attributes.push(("scope", "col"));
            }
            match aligns.get(i) {
                Some(Align::Center) => attributes.push(("class", "c")),
                Some(Align::End) => attributes.push(("class", "n")),
                Some(Align::Start) | None => {}
            }
            html.element(tag, &attributes, &self.line(cell));
        }
        html.close("tr");
    }
}

/// Begins a list, and says by which tag it ends.
pub(in crate::html) fn open_list(html: &mut Html, start: Option<u64>) -> &'static str {
    let tag = if start.is_some() { "ol" } else { "ul" };
    match start {
        Some(first) if first != 1 => html.open(tag, &[("start", &first.to_string())]),
        _ => html.open(tag, &[]),
    }
    tag
}
