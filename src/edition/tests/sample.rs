//! A small study that tests add to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diag::Diagnostic;
use crate::edition::{self, Edition};
use crate::expr::Expression;
use crate::lang::{Lang, PerLang};
use crate::locale::{Flags, Messages, PercentWord, Period, Scale, Words};
use crate::source::{FileId, Input, Span, Spanned};
use crate::study::*;

/// English, the source language, Kazakh and Russian.
pub(super) fn languages() -> Vec<Lang> {
    ["en", "kk", "ru"].map(lang).to_vec()
}

pub(super) fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

/// A place in the file of a language; different numbers are different places.
pub(super) fn span(tag: &str, at: usize) -> Span {
    Span::new(file(tag), at, at + 1)
}

fn file(tag: &str) -> FileId {
    let input =
        Input::new(["en", "kk", "ru"].map(|tag| (format!("{tag}.md"), Vec::new())));
    input.find(&format!("{tag}.md")).unwrap()
}

pub(super) fn spanned(value: &str) -> Spanned<String> {
    Spanned { value: value.to_owned(), span: span("en", value.len()) }
}

pub(super) fn word(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

pub(super) fn formula(text: &str) -> Expression {
    Expression::parse(text, span("en", 500)).unwrap()
}

pub(super) fn value(text: &str) -> Inline {
    Inline::Mark(Mark::Value(formula(text)))
}

/// The same words in every language.
pub(super) fn texts(words: &str) -> Texts {
    line(&[word(words)])
}

/// The same line in every language.
pub(super) fn line(content: &[Inline]) -> Texts {
    PerLang::new(&languages(), |lang| Text {
        lang,
        content: content.to_vec(),
        span: span(lang.as_str(), 0),
    })
}

fn passage(blocks: &[Block]) -> PerLang<Passage> {
    PerLang::new(&languages(), |lang| Passage {
        lang,
        blocks: blocks.to_vec(),
        units: Vec::new(),
        headings: blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { id, .. } => Some(spanned(id)),
                _ => None,
            })
            .collect(),
        notes: BTreeMap::new(),
        span: span(lang.as_str(), 0),
    })
}

/// A section with the same blocks in every language.
pub(super) fn section(id: &str, blocks: &[Block]) -> Section {
    let passages = passage(blocks);
    let title = texts(id);
    let translations = passages.map(|lang, passage| Translation {
        title: title.get(lang).clone(),
        passage: passage.clone(),
    });
    Section { id: id.to_owned(), translations }
}

pub(super) fn paragraph(content: &[Inline]) -> Block {
    Block::Paragraph(content.to_vec())
}

pub(super) fn figure(id: &str) -> Block {
    Block::Placed(Placed::Figure(spanned(id)))
}

pub(super) fn table(id: &str) -> Block {
    Block::Placed(Placed::Table(spanned(id)))
}

/// A study without text.
pub(super) fn study() -> Study {
    Study {
        home: crate::site_path::Home::TOP,
        languages: languages(),
        source_language: lang("en"),
        kazakh_latin: None,
        typography: true,
        min_grouping: 1,
        base_url: None,
        side_by_side: Vec::new(),
        layout: PageLayout::Single,
        front: FrontMatter {
            title: texts("Title"),
            subtitle: None,
            description: texts("Description"),
            notice: None,
            authors: Vec::new(),
            affiliations: Vec::new(),
            keywords: PerLang::new(&languages(), |_| Vec::new()),
            journal: None,
            issued: None,
            publication: PublicationDetails::unknown(),
            licence: None,
        },
        opening: Opening::default(),
        look: Look::default(),
        summary: passage(&[]),
        about: passage(&[]),
        sections: Vec::new(),
        datasets: vec![migration()],
        figures: BTreeMap::new(),
        tables: BTreeMap::new(),
        references: Vec::new(),
        units: built_in_units(),
        words: PerLang::new(&languages(), |_| Words::default()),
        percent_word: PercentWord::default(),
        messages: PerLang::new(&languages(), Messages::built_in),
        translations: Vec::new(),
        accepted: Vec::new(),
        revisions: Vec::new(),
        findings: Vec::new(),
        failing: Vec::new(),
        claims: Vec::new(),
        claimed: Vec::new(),
        unreadable: Unreadable::default(),
    }
}

/// Years 1991 to 1994 with a total, a part of it and its share; the part of 1993 is
/// missing, and 1992 was printed in thousands.
fn migration() -> Dataset {
    let variable = |id: &str, kind, unit: Option<&str>| Variable {
        id: id.to_owned(),
        kind,
        unit: unit.map(Into::into),
        scale: Scale::One,
        decimals: None,
        label: texts(id),
        short: None,
        levels: Vec::new(),
        formula: None,
    };
    let rows = [
        ["1991", "431262", "100000", "23.2"],
        ["1992", "300.0", "200.5", "66"],
        ["1993", "350000", "secret", "secret"],
        ["1994", "320000", "330000", "103.13"],
    ];
    let years: Vec<Vec<String>> =
        rows.iter().map(|row| vec![row[0].to_owned()]).collect();
    Dataset {
        id: "migration".into(),
        title: texts("Migration"),
        description: texts("People"),
        source: texts("Office"),
        period: Period::parse("1991/1994").unwrap(),
        updated: None,
        next_update: None,
        licence: None,
        notes: None,
        key: vec![0],
        missing: [("secret", "withheld"), ("lost", "no longer known")]
            .map(|(code, reason)| (code.to_owned(), Reason::Own(texts(reason))))
            .into(),
        variables: vec![
            variable("year", VariableKind::Year, None),
            variable("total", VariableKind::Count, Some("person")),
            variable("part", VariableKind::Count, Some("person")),
            variable("share", VariableKind::Percent, None),
        ],
        index: years.iter().cloned().zip(0..).collect(),
        keys: years,
        rows: rows.iter().map(row).collect(),
        derivation: None,
        asks: Vec::new(),
        checks: Vec::new(),
        span: span("en", 0),
    }
}

fn row(cells: &[&str; 4]) -> Row {
    let thousands = cells[0] == "1992";
    let cell = |(at, text): (usize, &&str)| match text.parse::<Decimal>() {
        Ok(printed) if thousands && (1..3).contains(&at) => {
            let value = printed * Decimal::from(1_000);
            Cell::Number { value, printed, flags: Flags::NONE }
        }
        Ok(value) => Cell::number(value),
        Err(_) => Cell::Missing((*text).to_owned()),
    };
    Row {
        cells: cells.iter().enumerate().map(cell).collect(),
        printed_in: thousands.then(|| Multiplied {
            unit: "thousand-person".into(),
            of: "person".into(),
            times: Decimal::from(1_000),
        }),
        span: span("en", 0),
    }
}

impl Study {
    /// With a table of all variables, unless it is changed.
    pub(super) fn with_table(
        mut self,
        id: &str,
        change: impl FnOnce(&mut Table),
    ) -> Self {
        let mut table = Table {
            id: spanned(id),
            dataset: spanned("migration"),
            columns: ["year", "total", "part", "share"].map(spanned).into(),
            filter: None,
            form: TableForm::Normalised,
            title: texts("A table"),
            notes: None,
            source: None,
        };
        change(&mut table);
        self.tables.insert(id.to_owned(), table);
        self
    }

    /// With a line of totals over years, unless it is changed.
    pub(super) fn with_figure(
        mut self,
        id: &str,
        change: impl FnOnce(&mut Figure),
    ) -> Self {
        let mut figure = Figure {
            id: spanned(id),
            dataset: spanned("migration"),
            kind: FigureKind::Line,
            x: spanned("year"),
            y: vec![spanned("total")],
            derived: None,
            series: None,
            facet: None,
            interval: None,
            filter: None,
            order: Order::Given,
            axis: Axis::PLAIN,
            scale: Scale::One,
            decimals: None,
            highlights: Vec::new(),
            annotations: Vec::new(),
            references: Vec::new(),
            ground: None,
            title: texts("A figure"),
            subtitle: texts("People"),
            alt: texts("A line"),
            summary: None,
            notes: None,
            source: None,
        };
        change(&mut figure);
        self.figures.insert(id.to_owned(), figure);
        self
    }

    /// With a section of these blocks in every language.
    pub(super) fn with_section(mut self, id: &str, blocks: &[Block]) -> Self {
        self.sections.push(section(id, blocks));
        self
    }

    /// With a reference to a book of this title.
    pub(super) fn with_reference(mut self, key: &str) -> Self {
        self.references.push(Reference {
            key: spanned(key),
            entry: format!(r#"{{"type": "book", "title": "{key}"}}"#),
            places: BTreeMap::new(),
            lang: lang("en"),
            incomplete: false,
        });
        self
    }

    /// The editions by language, and what was found wrong.
    pub(super) fn resolved(&self) -> (BTreeMap<String, Edition>, Vec<Diagnostic>) {
        let edition::Resolved { editions, problems: diagnostics, .. } =
            edition::resolve(self);
        let editions =
            editions.into_iter().map(|edition| (edition.lang.to_string(), edition));
        (editions.collect(), diagnostics.sorted())
    }

    /// The editions of a study in which nothing is wrong.
    #[track_caller]
    pub(super) fn editions(&self) -> BTreeMap<String, Edition> {
        let (editions, diagnostics) = self.resolved();
        assert_eq!(diagnostics, []);
        editions
    }

    /// The messages of what is wrong.
    pub(super) fn wrong(&self) -> Vec<String> {
        self.resolved().1.into_iter().map(|diagnostic| diagnostic.message).collect()
    }
}

/// The words of the paragraphs of a section, with common spaces.
pub(super) fn words(edition: &Edition, section: usize) -> Vec<String> {
    let blocks = &edition.sections[section].body.blocks;
    let paragraphs = blocks.iter().filter_map(|block| match block {
        edition::Block::Paragraph(content) => Some(edition::plain(content)),
        _ => None,
    });
    paragraphs.map(|text| text.replace('\u{a0}', " ")).collect()
}
