//! Prose of an edition as markup.

use std::collections::{BTreeMap, BTreeSet};

use super::direction::direction;
use super::markup::Html;
use super::messages::MessageLookup;
use super::view::{PassageView, TextView};
use crate::edition::{self, Block, Cited, Inline, Mark, Passage, Placed, Text};
use crate::lang::Lang;
use crate::prose::Align;

/// Writes the prose of one page and remembers what the page holds, so that no id is
/// given twice and every link back has a place to go to.
#[derive(Debug)]
pub(super) struct Prose {
    lang: Lang,
    /// The address of the study's page, empty on that page itself.
    study: String,
    messages: MessageLookup,
    /// How much deeper a heading lies than it says.
    deeper: u8,
    ids: BTreeSet<String>,
    cited: BTreeMap<String, Vec<usize>>,
    noted: BTreeMap<usize, Vec<usize>>,
}

/// Makes markup of what stands between paragraphs.
pub(super) type Placer<'a> = dyn FnMut(&mut Prose, &Placed) -> Html + 'a;

impl Prose {
    /// For the page in `lang` from which the study's page is found at `study`.
    pub(super) fn new(lang: Lang, study: String, messages: MessageLookup) -> Self {
        let (ids, cited, noted) = Default::default();
        Self { lang, study, messages, deeper: 0, ids, cited, noted }
    }

    /// For words alone.
    pub(super) fn silent(lang: Lang) -> Self {
        Self::new(lang, String::new(), MessageLookup::new(|_, _| None))
    }

    /// Takes the ids of authors, so that no other element gets one of them.
    pub(super) fn reserve(&mut self, ids: impl IntoIterator<Item = String>) {
        self.ids.extend(ids);
    }

    /// An id for an element of the page that is not the author's.
    pub(super) fn fresh_id(&mut self, wish: &str) -> String {
        let mut id = wish.to_owned();
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = format!("{wish}-{count}");
        }
        id
    }

    /// The id for what may be shown several times on a page, the first time only.
    pub(super) fn first_id(&mut self, id: String) -> Option<String> {
        self.ids.insert(id.clone()).then_some(id)
    }

    /// Whether the page is the study's own.
    pub(super) fn is_study(&self) -> bool {
        self.study.is_empty()
    }

    /// On which mentions this page cites the work with `key`.
    pub(super) fn mentions_of(&self, key: &str) -> &[usize] {
        self.cited.get(key).map_or(&[], Vec::as_slice)
    }

    /// On which mentions this page refers to a footnote.
    pub(super) fn mentions_of_note(&self, number: usize) -> &[usize] {
        self.noted.get(&number).map_or(&[], Vec::as_slice)
    }

    /// A text with the language it is in.
    pub(super) fn text(&mut self, text: &Text) -> TextView {
        TextView { attrs: self.lang_attrs(text.lang), html: self.line(&text.content) }
    }

    /// A text without links, ids and notes: for lists of links.
    pub(super) fn words(&self, text: &Text) -> TextView {
        let mut html = Html::new();
        for inline in &text.content {
            write_words(&mut html, inline);
        }
        TextView { attrs: self.lang_attrs(text.lang), html }
    }

    /// Words without any form.
    pub(super) fn plain(&self, lang: Lang, words: &str) -> TextView {
        TextView { attrs: self.lang_attrs(lang), html: Html::of(words) }
    }

    /// Blocks whose headings lie `deeper` than they say.
    pub(super) fn passage(
        &mut self,
        passage: &Passage,
        deeper: u8,
        place: &mut Placer<'_>,
    ) -> PassageView {
        self.deeper = deeper;
        PassageView {
            attrs: self.lang_attrs(passage.lang),
            html: self.blocks(&passage.blocks, place),
        }
    }

    /// A heading with the quiet link that gives its address.
    pub(super) fn heading_link(&self, id: &str, content: &[Inline]) -> Html {
        let title = edition::plain(content);
        let label = self.messages.format("link_to_section", &[("title", &title)]);
        let label = label.unwrap_or(title);
        let mut html = Html::new();
        let href = format!("#{id}");
        html.open("a", &[("class", "anchor"), ("href", &href), ("aria-label", &label)]);
        html.text("#");
        html.close("a");
        html
    }

    /// ` lang="…"` where `lang` is not the page's.
    pub(super) fn lang_attrs(&self, lang: Lang) -> Html {
        let mut attrs = Html::new();
        if lang != self.lang {
            attrs.attribute("lang", lang.as_str());
            if direction(lang) != direction(self.lang) {
                attrs.attribute("dir", direction(lang));
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
            Block::Placed(placed) => html.append(&place(self, placed)),
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
        html.element(tag, &[("id", id)], &self.line(content));
        html.append(&self.heading_link(id, content));
        html.close("div");
    }

    fn list(
        &mut self,
        html: &mut Html,
        start: Option<u64>,
        items: &[Vec<Block>],
        place: &mut Placer<'_>,
    ) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(first) if first != 1 => {
                html.open(tag, &[("start", &first.to_string())]);
            }
            _ => html.open(tag, &[]),
        }
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

    /// A line with its form, links and notes.
    pub(super) fn line(&mut self, line: &[Inline]) -> Html {
        let mut html = Html::new();
        for inline in line {
            self.inline(&mut html, inline);
        }
        html
    }

    fn inline(&mut self, html: &mut Html, inline: &Inline) {
        match inline {
            Inline::Text(words) => html.text(words),
            Inline::Emphasis(content) => html.element("em", &[], &self.line(content)),
            Inline::Strong(content) => html.element("strong", &[], &self.line(content)),
            Inline::Superscript(content) => html.element("sup", &[], &self.line(content)),
            Inline::Subscript(content) => html.element("sub", &[], &self.line(content)),
            Inline::Struck(content) => html.element("s", &[], &self.line(content)),
            Inline::Code(code) => html.element("code", &[], &Html::of(code)),
            Inline::Link { href, content } if is_safe(href) => {
                html.element("a", &[("href", href)], &self.line(content));
            }
            Inline::Link { content, .. } => html.append(&self.line(content)),
            Inline::Break => html.open("br", &[]),
            Inline::Mark(mark) => self.mark(html, mark),
        }
    }

    fn mark(&mut self, html: &mut Html, mark: &Mark) {
        match mark {
            Mark::Value(text) => {
                html.element("span", &[("class", "v")], &Html::of(text));
            }
            Mark::Reference { anchor, content } => {
                let href = format!("{}#{anchor}", self.study);
                let content = self.line(content);
                html.element("a", &[("class", "xref"), ("href", &href)], &content);
            }
            Mark::Citation(works) => self.citation(html, works),
            Mark::Note { number, mention } => self.note(html, *number, *mention),
        }
    }

    fn citation(&mut self, html: &mut Html, works: &[Cited]) {
        html.open("span", &[("class", "cite")]);
        html.text("[");
        for (i, work) in works.iter().enumerate() {
            if i > 0 {
                html.text("; ");
            }
            let href = format!("{}#ref-{}", self.study, work.key);
            let id = self.mention_id(format!("cite-{}-{}", work.key, work.mention));
            let mut attributes = vec![("href", href.as_str())];
            if let Some(id) = &id {
                attributes.push(("id", id));
                self.cited.entry(work.key.clone()).or_default().push(work.mention);
            }
            html.element("a", &attributes, &Html::of(&work.number.to_string()));
            if let Some(locator) = &work.locator {
                html.text(", ");
                html.text(locator);
            }
        }
        html.text("]");
        html.close("span");
    }

    fn note(&mut self, html: &mut Html, number: usize, mention: usize) {
        let href = format!("{}#fn-{number}", self.study);
        let id = self.mention_id(format!("fn-{number}-ref-{mention}"));
        let mut attributes = vec![("href", href.as_str()), ("role", "doc-noteref")];
        if let Some(id) = &id {
            attributes.push(("id", id));
            self.noted.entry(number).or_default().push(mention);
        }
        html.open("sup", &[]);
        html.element("a", &attributes, &Html::of(&number.to_string()));
        html.close("sup");
    }

    /// `None` where the mention can be no target: its text is shown a second time, or on
    /// a page that has no reference list.
    fn mention_id(&mut self, id: String) -> Option<String> {
        (self.is_study() && self.ids.insert(id.clone())).then_some(id)
    }
}

/// Whether the scheme of an address can run no code. The reading stage has refused all
/// others already; this is where a mistake there would reach a reader.
fn is_safe(href: &str) -> bool {
    let known = ["http://", "https://", "mailto:", "tel:"];
    let lower = href.to_ascii_lowercase();
    known.iter().any(|scheme| lower.starts_with(scheme))
}

fn write_words(html: &mut Html, inline: &Inline) {
    let nested: (&'static str, &[Inline]) = match inline {
        Inline::Text(words) | Inline::Code(words) => return html.text(words),
        Inline::Break => return html.text(" "),
        Inline::Mark(Mark::Value(text)) => return html.text(text),
        Inline::Mark(Mark::Citation(_) | Mark::Note { .. }) => return,
        Inline::Mark(Mark::Reference { content, .. }) => ("span", content),
        Inline::Link { content, .. } => ("span", content),
        Inline::Emphasis(content) => ("em", content),
        Inline::Strong(content) => ("strong", content),
        Inline::Superscript(content) => ("sup", content),
        Inline::Subscript(content) => ("sub", content),
        Inline::Struck(content) => ("s", content),
    };
    let (tag, content) = nested;
    html.open(tag, &[]);
    for inner in content {
        write_words(html, inner);
    }
    html.close(tag);
}
