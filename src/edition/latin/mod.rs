//! The edition in Latin letters: a finished edition with its words written anew.
//!
//! This is the one place that says of each field of an edition whether its words are
//! written anew or kept, `field: _`. It names them all, so that the next field of the
//! model does not compile before it is said here.
//!
//! Written anew is what stands in the language of the edition. Kept are ids, keys,
//! addresses, code, numbers that a chart is drawn by, and every text of another language.

mod chart;

use super::{
    Author, Block, Cell, Check, Cited, Column, Dataset, Derivation, Edition, Figure,
    Finding, FlagMark, FrontMatter, Grid, Inline, KeyFigure, Level, Licence, Mark, Note,
    Opening, Passage, Placed, Reference, Revision, Section, SmallLine, Table, Text,
    Variable, plain,
};
use crate::locale::KazakhLatin;
use crate::study::PublicationDetails;

/// The edition that `latin` makes of its own language's.
pub(super) fn edition(latin: &KazakhLatin, own: &Edition) -> Edition {
    let mut edition = own.clone();
    Anew { latin }.edition(&mut edition);
    edition
}

/// Writes words anew where they stand.
struct Anew<'l> {
    latin: &'l KazakhLatin,
}

impl Anew<'_> {
    fn words(&self, words: &mut String) {
        *words = self.latin.write(words);
    }

    fn each<'t>(&self, words: impl IntoIterator<Item = &'t mut String>) {
        words.into_iter().for_each(|words| self.words(words));
    }

    fn text(&self, text: &mut Text) {
        let Text { lang, content } = text;
        if *lang == self.latin.from() {
            *lang = self.latin.to();
            self.line(content);
        }
    }

    fn texts<'t>(&self, texts: impl IntoIterator<Item = &'t mut Text>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn edition(&self, edition: &mut Edition) {
        let Edition {
            home: _,
            lang,
            derived_from,
            front,
            opening,
            summary,
            about,
            sections,
            flags,
            notes,
            references,
            datasets,
            claims,
            untranslated: _,
            revisions,
        } = edition;
        *derived_from = Some(*lang);
        *lang = self.latin.to();
        self.front(front);
        self.opening(opening);
        self.passage(summary);
        self.passage(about);
        sections.iter_mut().for_each(|section| self.section(section));
        self.flags(flags);
        notes.iter_mut().for_each(|Note { key: _, body }| self.passage(body));
        references.iter_mut().for_each(|reference| self.reference(reference));
        datasets.iter_mut().for_each(|dataset| self.dataset(dataset));
        claims.iter_mut().for_each(|claim| self.finding(claim));
        revisions.iter_mut().for_each(|revision| self.revision(revision));
    }

    fn revision(&self, revision: &mut Revision) {
        let Revision { number: _, date: _, written, reason, cells, pages: _ } = revision;
        self.words(written);
        self.text(reason);
        cells.values_mut().for_each(|grid| self.grid(grid));
    }

    fn front(&self, front: &mut FrontMatter) {
        let FrontMatter {
            title,
            subtitle,
            description,
            notice,
            authors,
            affiliations,
            keywords,
            journal,
            issued,
            issued_on: _,
            publication,
            licence,
        } = front;
        self.texts([title, description]);
        self.texts([subtitle, notice, journal, licence].into_iter().flatten());
        self.texts(affiliations);
        let PublicationDetails {
            volume: _,
            issue: _,
            pages: _,
            issn: _,
            publisher,
            doi: _,
        } = publication;
        self.texts(publisher);
        for Author { name, family, orcid: _, affiliations: _ } in authors {
            self.text(name);
            self.texts(family);
        }
        self.each(keywords);
        self.each(issued);
    }

    fn opening(&self, opening: &mut Opening) {
        let Opening { figure: _, key_figures } = opening;
        for KeyFigure { value, label, change, line } in key_figures {
            self.texts([value, label]);
            self.each(change);
            if let Some(SmallLine { points: _, from, to }) = line {
                self.each([from, to]);
            }
        }
    }

    fn section(&self, section: &mut Section) {
        let Section { id: _, number: _, title, body } = section;
        self.text(title);
        self.passage(body);
    }

    /// A work in another language has a text of its own.
    fn reference(&self, reference: &mut Reference) {
        let Reference { number: _, key: _, text, incomplete: _, mentions: _ } = reference;
        self.text(text);
    }

    fn dataset(&self, dataset: &mut Dataset) {
        let Dataset {
            id: _,
            title,
            description,
            source,
            period,
            updated,
            modified: _,
            next_update,
            licence,
            time: _,
            notes,
            variables,
            missing,
            grid,
            checks,
            findings,
            shown_in,
            derivation,
        } = dataset;
        self.texts([title, description, source].into_iter().chain(notes));
        self.words(period);
        self.each(updated.iter_mut().chain(next_update));
        if let Some(Licence { name, url: _ }) = licence {
            self.text(name);
        }
        variables.iter_mut().for_each(|variable| self.variable(variable));
        self.texts(missing.iter_mut().map(|(_code, reason)| reason));
        self.grid(grid);
        for Check { id: _, each: _, condition: _, tolerance, fails: _ } in checks {
            self.each(tolerance);
        }
        findings.iter_mut().for_each(|finding| self.finding(finding));
        shown_in.iter_mut().for_each(|(_anchor, label)| self.words(label));
        let Derivation { from, filter: _, by } = derivation;
        self.texts(from.iter_mut().map(|(_id, title)| title).chain(by));
    }

    fn variable(&self, variable: &mut Variable) {
        let Variable { id: _, label, short, kind, unit, decimals: _, levels, formula: _ } =
            variable;
        self.text(label);
        self.texts(short);
        self.words(kind);
        self.each(unit);
        for Level { id: _, label, short } in levels {
            self.text(label);
            self.texts(short);
        }
    }

    fn figure(&self, figure: &mut Figure) {
        let Figure {
            id: _,
            label,
            title,
            subtitle,
            alt,
            summary,
            notes,
            source,
            dataset: _,
            period,
            chart,
            grid,
            findings,
        } = figure;
        self.each([label, period]);
        self.texts([title, subtitle, alt, summary, source].into_iter().chain(notes));
        self.chart(chart);
        self.grid(grid);
        findings.iter_mut().for_each(|finding| self.finding(finding));
    }

    fn table(&self, table: &mut Table) {
        let Table { id: _, label, title, notes, source, dataset: _, grid, findings } =
            table;
        self.words(label);
        self.texts([title, source].into_iter().chain(notes));
        self.grid(grid);
        findings.iter_mut().for_each(|finding| self.finding(finding));
    }

    fn grid(&self, grid: &mut Grid) {
        let Grid { keys: _, columns, rows, missing, flags } = grid;
        for Column { label, unit, numeric: _ } in columns {
            self.text(label);
            self.each(unit);
        }
        for Cell { text, unit, missing: _, flags: _, exact: _ } in
            rows.iter_mut().flatten()
        {
            self.words(text);
            self.each(unit);
        }
        self.texts(missing.iter_mut().map(|(_sign, reason)| reason));
        self.flags(flags);
    }

    /// Codes are the same in all letters.
    fn flags(&self, flags: &mut [FlagMark]) {
        flags.iter_mut().for_each(|FlagMark { code: _, meaning }| self.words(meaning));
    }

    fn finding(&self, finding: &mut Finding) {
        let Finding { id: _, messages, reason } = finding;
        self.texts(messages);
        self.text(reason);
    }

    fn passage(&self, passage: &mut Passage) {
        let Passage { lang, blocks, outdated: _ } = passage;
        let own = *lang == self.latin.from();
        if own {
            *lang = self.latin.to();
        }
        self.blocks(blocks, own);
    }

    /// What is placed is in the language of the edition, in blocks of another one too.
    fn blocks(&self, blocks: &mut [Block], own: bool) {
        for block in blocks {
            match block {
                Block::Heading { level: _, id: _, content }
                | Block::Paragraph(content) => {
                    self.lines([content], own);
                }
                Block::List { start: _, items } => {
                    items.iter_mut().for_each(|item| self.blocks(item, own));
                }
                Block::Quote(inner) => self.blocks(inner, own),
                Block::Grid { aligns: _, head, rows } => {
                    self.lines(head.iter_mut().chain(rows.iter_mut().flatten()), own);
                }
                Block::Code(_) | Block::Rule => {}
                Block::Placed(Placed::Figure(figure)) => self.figure(figure),
                Block::Placed(Placed::Table(table)) => self.table(table),
                Block::Placed(Placed::Finding(finding)) => self.finding(finding),
            }
        }
    }

    fn lines<'t>(&self, lines: impl IntoIterator<Item = &'t mut Vec<Inline>>, own: bool) {
        lines.into_iter().filter(|_| own).for_each(|line| self.line(line));
    }

    fn line(&self, line: &mut [Inline]) {
        for inline in line {
            match inline {
                Inline::Text(words) => self.words(words),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Superscript(content)
                | Inline::Subscript(content)
                | Inline::Struck(content) => self.line(content),
                Inline::Link { href, content } => {
                    if plain(content) != *href {
                        self.line(content);
                    }
                }
                Inline::Code(_) | Inline::Break => {}
                Inline::Mark(mark) => self.mark(mark),
            }
        }
    }

    fn mark(&self, mark: &mut Mark) {
        match mark {
            Mark::Value(written) | Mark::Words(written) => self.words(written),
            Mark::Flags(flags) => self.flags(flags),
            Mark::Reference { anchor: _, content } => self.line(content),
            Mark::Foreign { lang, content } => {
                if *lang == self.latin.from() {
                    *lang = self.latin.to();
                    self.line(content);
                }
            }
            Mark::Citation(works) => {
                for Cited { number: _, key: _, mention: _, locator } in works {
                    self.each(locator);
                }
            }
            Mark::Note { number: _, mention: _ }
            | Mark::Disputed { note: _ }
            | Mark::Outdated => {}
        }
    }
}
