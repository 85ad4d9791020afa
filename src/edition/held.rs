//! What a part of the text holds that is looked for elsewhere: the places that links lead to,
//! the works that it cites, the flags of its values.

use std::collections::BTreeSet;

use super::{
    Block, Cited, Edition, Figure, Finding, Grid, Inline, Mark, Passage, Placed, Table,
    Text,
};

/// What a part of the text holds, in the order of reading.
#[derive(Debug, Default)]
pub struct Held<'e> {
    /// The ids of headings, figures, tables and editorial notes.
    pub anchors: Vec<&'e str>,
    /// The numbers of its footnotes.
    pub notes: Vec<usize>,
    /// The works that it cites.
    pub cited: Vec<&'e Cited>,
    /// The codes of the flags of its values.
    pub flags: BTreeSet<char>,
}

impl Edition {
    /// What the section with this number holds, its footnotes included; 0 is all that stands
    /// before the sections.
    pub fn held(&self, number: usize) -> Held<'_> {
        let mut held = Held::default();
        if number == 0 {
            held.front(self);
            held.passage(&self.summary);
        }
        for section in self.sections.iter().filter(|own| own.number == number) {
            held.anchors.push(&section.id);
            held.text(&section.title);
            held.passage(&section.body);
        }
        for (note, own) in (1..).zip(&self.notes) {
            if own.key.0 == number {
                held.notes.push(note);
                held.passage(&own.body);
            }
        }
        held
    }

    /// The positions of the works in the reference list that this part cites.
    pub fn works(&self, held: &Held<'_>) -> BTreeSet<usize> {
        let is_cited = |key: &str| held.cited.iter().any(|work| work.key == key);
        let works = self.references.iter().enumerate();
        works.filter(|(_, work)| is_cited(&work.key)).map(|(at, _)| at).collect()
    }
}

impl<'e> Held<'e> {
    fn front(&mut self, edition: &'e Edition) {
        let front = &edition.front;
        self.text(&front.title);
        let optional = [&front.subtitle, &front.notice, &front.journal, &front.licence];
        self.texts(optional.into_iter().flatten());
        self.texts(front.authors.iter().map(|author| &author.name));
        self.texts(&front.affiliations);
        let opening = &edition.opening;
        self.texts(opening.key_figures.iter().flat_map(|own| [&own.value, &own.label]));
        // Of the figure that it shows a second time, what is not a link to its place.
        let figures = edition.figures();
        let telling =
            figures.iter().filter(|own| Some(&own.id) == opening.figure.as_ref());
        self.texts(telling.map(|figure| &figure.source));
    }

    fn text(&mut self, text: &'e Text) {
        self.line(&text.content);
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = &'e Text>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn passage(&mut self, passage: &'e Passage) {
        self.blocks(&passage.blocks);
    }

    fn blocks(&mut self, blocks: &'e [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'e Block) {
        match block {
            Block::Heading { id, content, .. } => {
                self.anchors.push(id);
                self.line(content);
            }
            Block::Paragraph(content) => self.line(content),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Quote(inner) => self.blocks(inner),
            Block::Grid { head, rows, .. } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| self.line(cell));
            }
            Block::Code(_) | Block::Rule => {}
            Block::Placed(Placed::Figure(figure)) => self.figure(figure),
            Block::Placed(Placed::Table(table)) => self.table(table),
            Block::Placed(Placed::Finding(finding)) => self.finding(finding),
        }
    }

    fn figure(&mut self, figure: &'e Figure) {
        self.anchors.push(&figure.id);
        let Figure { title, subtitle, alt, notes, source, .. } = figure;
        self.texts([title, subtitle, alt].into_iter().chain(figure.own_summary()));
        self.grid(&figure.grid);
        self.texts(notes.iter().chain([source]));
        figure.findings.iter().for_each(|finding| self.finding(finding));
    }

    fn table(&mut self, table: &'e Table) {
        self.anchors.push(&table.id);
        self.text(&table.title);
        self.grid(&table.grid);
        self.texts(table.notes.iter().chain([&table.source]));
        table.findings.iter().for_each(|finding| self.finding(finding));
    }

    fn grid(&mut self, grid: &'e Grid) {
        self.texts(grid.columns.iter().map(|column| &column.label));
        self.texts(grid.missing.iter().map(|(_, reason)| reason));
    }

    fn finding(&mut self, finding: &'e Finding) {
        self.anchors.push(&finding.id);
        self.texts(finding.messages.iter().chain([&finding.reason]));
    }

    fn line(&mut self, line: &'e [Inline]) {
        for inline in line {
            match inline {
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Superscript(content)
                | Inline::Subscript(content)
                | Inline::Struck(content)
                | Inline::Link { content, .. } => self.line(content),
                Inline::Mark(mark) => self.mark(mark),
            }
        }
    }

    fn mark(&mut self, mark: &'e Mark) {
        match mark {
            Mark::Reference { content, .. } | Mark::Foreign { content, .. } => {
                self.line(content);
            }
            Mark::Citation(works) => self.cited.extend(works),
            Mark::Flags(flags) => self.flags.extend(flags.iter().map(|flag| flag.code)),
            Mark::Value(_)
            | Mark::Words(_)
            | Mark::Note { .. }
            | Mark::Disputed { .. }
            | Mark::Outdated => {}
        }
    }
}
