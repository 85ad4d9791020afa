//! The nouns of an edition: what a page shows, with nothing left to look up.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::locale::{Date, Flags, Messages, Period};
use crate::prose;
use crate::site_path::Home;
use crate::study::Imprint;

use super::{Chart, SmallLine};

/// A part of a resolved line.
pub type Inline = prose::Inline<Mark>;
/// A part of a resolved text.
pub type Block = prose::Block<Mark, Placed>;

/// What a line of an edition holds beside words.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A value from the data, written as the language wants; never broken across lines.
    Value(String),
    /// Words that an expression gives, as they are.
    Words(String),
    /// The flags of the value before.
    Flags(Vec<FlagMark>),
    /// A link to a place of this edition.
    Reference {
        /// The anchor on the study's page.
        anchor: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// Words in another language than those around them, in a draft.
    Foreign {
        /// Their language.
        lang: Lang,
        /// The words.
        content: Vec<Inline>,
    },
    /// Citations in one pair of brackets.
    Citation(Vec<Cited>),
    /// The mark of a footnote.
    Note {
        /// The footnote's number.
        number: usize,
        /// Which mention of it this is, from 1.
        mention: usize,
    },
    /// The sign behind words that the data refute and the study disputes.
    Disputed {
        /// The id of the editorial note on the same page.
        note: String,
    },
    /// The sign before a line that follows an earlier version of the original.
    Outdated,
}

/// A flag of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagMark {
    /// Its code, by which the legend is found.
    pub code: char,
    /// What it means, as the language says it.
    pub meaning: String,
}

/// One work cited in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited {
    /// Its number in the reference list.
    pub number: usize,
    /// Its key in the reference list.
    pub key: String,
    /// Which citation of the work this is, from 1.
    pub mention: usize,
    /// The place in the work, as it is printed.
    pub locator: Option<String>,
}

/// What stands between paragraphs.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    /// A figure.
    Figure(Box<Figure>),
    /// A table.
    Table(Box<Table>),
    /// An editorial note.
    Finding(Box<Finding>),
}

/// A text and the language it is in, which under `--draft` may be the source language
/// and not the edition's.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The language of the words.
    pub lang: Lang,
    /// The words.
    pub content: Vec<Inline>,
}

impl Text {
    /// The words without any form: for titles of pages, descriptions and charts.
    pub fn plain(&self) -> String {
        plain(&self.content)
    }
}

/// The words of `content` without any form.
pub fn plain(content: &[Inline]) -> String {
    prose::plain(content, &mut |mark| match mark {
        Mark::Value(text) | Mark::Words(text) => text.clone(),
        Mark::Flags(flags) => format!(" ({})", meanings(flags)),
        Mark::Reference { content, .. } | Mark::Foreign { content, .. } => plain(content),
        Mark::Citation(_)
        | Mark::Note { .. }
        | Mark::Disputed { .. }
        | Mark::Outdated => String::new(),
    })
}

/// What flags mean, in one line.
pub fn meanings(flags: &[FlagMark]) -> String {
    let words: Vec<&str> = flags.iter().map(|flag| flag.meaning.as_str()).collect();
    words.join(", ")
}

/// The study in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Where its study lives in the site.
    pub home: Home,
    /// Its language.
    pub lang: Lang,
    /// The edition that it was made of by writing its words in other letters.
    pub derived_from: Option<Lang>,
    /// Title, authors and all that stands before the text.
    pub front: FrontMatter,
    /// What the front shows beside them.
    pub opening: Opening,
    /// The abstract; its language differs from the edition's only in a draft.
    pub summary: Passage,
    /// The text of the page about this edition.
    pub about: Passage,
    /// The narrative.
    pub sections: Vec<Section>,
    /// The flags of the values in its texts.
    pub flags: Vec<FlagMark>,
    /// The footnotes in the order of their numbers, from 1.
    pub notes: Vec<Note>,
    /// The reference list in the order of its numbers, from 1.
    pub references: Vec<Reference>,
    /// The datasets in the order of their ids.
    pub datasets: Vec<Dataset>,
    /// The editorial notes of all disputed claims.
    pub claims: Vec<Finding>,
    /// Which sections are not yet in this language, by id: only in a draft.
    pub untranslated: Vec<String>,
    /// What was changed after the first publication, which is the first of them, in the
    /// order of time.
    pub revisions: Vec<Revision>,
}

/// A revision of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its number, from 1, which is the first publication.
    pub number: usize,
    /// The day of its publication.
    pub date: Date,
    /// The same as the language writes it.
    pub written: String,
    /// Why.
    pub reason: Text,
    /// The cells that it changed, by the ids of the datasets, each a table of old and new
    /// values.
    pub cells: BTreeMap<String, Grid>,
    /// The paths of the pages whose readers saw something else.
    pub pages: Vec<String>,
}

impl Edition {
    /// The figures of the narrative in the order of the text.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut figures = Vec::new();
        for section in &self.sections {
            collect_figures(&section.body.blocks, &mut figures);
        }
        figures
    }

    /// The last revision after the first publication in which the reader of one of
    /// these pages saw something else.
    pub fn last_change(&self, pages: &[&str]) -> Option<&Revision> {
        let mut revisions = self.revisions.iter().skip(1).rev();
        revisions.find(|own| own.pages.iter().any(|own| pages.contains(&&**own)))
    }

    /// The revisions that its readers learn of, the last first: those of data, and those of
    /// texts in its own pages, which are in this folder.
    pub fn news(&self, folder: &str) -> Vec<&Revision> {
        let is_own = |page: &String| {
            page.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        let concerns = |own: &&Revision| {
            own.number == 1 || !own.cells.is_empty() || own.pages.iter().any(is_own)
        };
        self.revisions.iter().rev().filter(concerns).collect()
    }

    /// What changed a dataset or the page at this path, the last revision first, and the
    /// first publication.
    pub fn history(&self, dataset: &str, page: &str) -> Vec<&Revision> {
        let concerns = |own: &&Revision| {
            own.number == 1
                || own.cells.contains_key(dataset)
                || own.pages.iter().any(|own| own == page)
        };
        self.revisions.iter().rev().filter(concerns).collect()
    }
}

fn collect_figures<'a>(blocks: &'a [Block], figures: &mut Vec<&'a Figure>) {
    for block in blocks {
        match block {
            Block::Placed(Placed::Figure(figure)) => figures.push(figure),
            Block::Quote(inner) => collect_figures(inner, figures),
            Block::List { items, .. } => {
                items.iter().for_each(|item| collect_figures(item, figures));
            }
            _ => {}
        }
    }
}

/// Title, authors and all that stands before the text.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// The title of the study.
    pub title: Text,
    /// A second line of the title.
    pub subtitle: Option<Text>,
    /// One sentence for search engines.
    pub description: Text,
    /// The editorial note in one or two sentences.
    pub notice: Option<Text>,
    /// The authors in their order.
    pub authors: Vec<Author>,
    /// Where the authors work.
    pub affiliations: Vec<Text>,
    /// The keywords.
    pub keywords: Vec<String>,
    /// The journal that the study appeared in.
    pub journal: Option<Text>,
    /// When it appeared, as the language writes it.
    pub issued: Option<String>,
    /// The same for programs.
    pub issued_on: Option<Date>,
    /// Where in the journal, and what else names it there.
    pub imprint: Imprint<Text>,
    /// The licence.
    pub licence: Option<Text>,
}

/// An author of the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Author {
    /// The name.
    pub name: Text,
    /// The part of the name that is the family name, where an author says which.
    pub family: Option<Text>,
    /// The ORCID, sixteen digits in groups.
    pub orcid: Option<String>,
    /// Positions in [`FrontMatter::affiliations`], from 0.
    pub affiliations: Vec<usize>,
}

/// What the front shows beside title, authors and abstract.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The id of the figure that tells most.
    pub figure: Option<String>,
    /// The numbers that stand large.
    pub key_figures: Vec<KeyFigure>,
}

/// A number that stands large at the front.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    /// The number with its words and flags.
    pub value: Text,
    /// What it counts.
    pub label: Text,
    /// How it differs from an earlier number, such as `−24.8% since 1991`.
    pub change: Option<String>,
    /// Its series.
    pub line: Option<SmallLine>,
}

/// Blocks and the language they are in.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The language of the blocks.
    pub lang: Lang,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// How far they are behind the original, where they are.
    pub outdated: Option<Outdated>,
}

/// How far a text is behind its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outdated {
    /// The language of the original.
    pub original: Lang,
    /// How many of its lines follow an earlier version of the original.
    pub lines: usize,
    /// How many lines it has: paragraphs, headings and cells.
    pub of: usize,
    /// How many lines of the original it does not have.
    pub missing: usize,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// The number of the section that has it, 0 for the abstract, and its label there: the
    /// same in every language, whereas grammar may change the order of the numbers.
    pub key: (usize, String),
    /// Its text.
    pub body: Passage,
}

/// A section of the narrative.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: Text,
    /// Its text.
    pub body: Passage,
}

/// An entry of the reference list.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Its number, from 1.
    pub number: usize,
    /// Its key.
    pub key: String,
    /// The entry in its own language.
    pub text: Text,
    /// Whether the source does not describe the work further.
    pub incomplete: bool,
    /// How often the edition cites it.
    pub mentions: usize,
}

/// A numbered figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its anchor.
    pub id: String,
    /// Its number with the word, such as `Figure 1` or `1-сурет`.
    pub label: String,
    /// The finding.
    pub title: Text,
    /// Measure, unit, place and period.
    pub subtitle: Text,
    /// What is to be seen, in words.
    pub alt: Text,
    /// What the data say, in one sentence.
    pub summary: Text,
    /// Notes on what is drawn.
    pub notes: Option<Text>,
    /// Where the data come from.
    pub source: Text,
    /// The dataset's id.
    pub dataset: String,
    /// The time that it shows.
    pub period: String,
    /// What is drawn.
    pub chart: Chart,
    /// The same as a table.
    pub grid: Grid,
    /// The editorial notes on what is drawn.
    pub findings: Vec<Finding>,
}

impl Figure {
    /// The summary, where it says more than the alt text.
    pub fn own_summary(&self) -> Option<&Text> {
        let words = |text: &Text| text.plain().trim().trim_end_matches('.').to_owned();
        let said = words(&self.alt).contains(&words(&self.summary));
        Some(&self.summary).filter(|_| !said)
    }

    /// What its flagged values look like, and what their flags mean: for a line below the
    /// drawing.
    pub fn legend(&self, messages: &Messages) -> Option<(String, String)> {
        let key = match self.chart.kind.has_hollow_marks() {
            true => "flags_hollow",
            false => "flags",
        };
        let entry = |flag: &FlagMark| {
            let code = flag.code.to_string();
            messages.format("flag_entry", &[("code", &code), ("meaning", &flag.meaning)])
        };
        let entries: Vec<String> = self.grid.flags.iter().map(entry).collect();
        (!entries.is_empty()).then(|| (messages.get(key).to_owned(), entries.join("; ")))
    }

    /// All that its drawing says to those who do not see it: the alt text and the summary.
    pub fn description(&self) -> String {
        let alt = self.alt.plain();
        match self.own_summary() {
            Some(summary) => format!("{alt} {}", summary.plain()),
            None => alt,
        }
    }
}

/// A numbered table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its anchor.
    pub id: String,
    /// Its number with the word, such as `Table 1` or `1-кесте`.
    pub label: String,
    /// Its title.
    pub title: Text,
    /// Notes on its rows.
    pub notes: Option<Text>,
    /// Where the data come from.
    pub source: Text,
    /// The dataset's id.
    pub dataset: String,
    /// Heads and cells.
    pub grid: Grid,
    /// The editorial notes on what is shown.
    pub findings: Vec<Finding>,
}

/// Heads and cells of a table of data. The first `keys` columns name the row.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// How many columns name a row.
    pub keys: usize,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row, as many as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The reasons of the missing values that occur, with the sign that stands for each.
    pub missing: Vec<(String, Text)>,
    /// The flags that occur.
    pub flags: Vec<FlagMark>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The variable's label.
    pub label: Text,
    /// The unit's label, where the column holds quantities.
    pub unit: Option<String>,
    /// Whether its cells are numbers, to be aligned by their decimals.
    pub numeric: bool,
}

/// A cell of a table of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value as the language writes it, or the sign of a missing value.
    pub text: String,
    /// The unit that the source printed this cell's row in, where it is not the
    /// column's: only in the printed form.
    pub unit: Option<String>,
    /// Whether the value is missing.
    pub missing: bool,
    /// What the source says of the value.
    pub flags: Flags,
    /// The same for programs: `None` for words, and where the value is missing.
    pub exact: Option<Exact>,
}

/// A value that programs can read.
#[derive(Debug, Clone, PartialEq)]
pub enum Exact {
    /// A number in the unit of its variable, not rounded.
    Number(Decimal),
    /// A date.
    Date(Date),
}

/// An editorial note: what a disputed check of a dataset found, or what the data say where
/// a claim is disputed.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its id on a page.
    pub id: String,
    /// What was found, a sentence for each row or one for the whole dataset.
    pub messages: Vec<Text>,
    /// Why it is published all the same.
    pub reason: Text,
}

/// A dataset as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What the data are.
    pub description: Text,
    /// Where they come from.
    pub source: Text,
    /// The time they speak of, as the language writes it.
    pub period: String,
    /// The same for programs.
    pub time: Period,
    /// The day of the data, as the language writes it.
    pub updated: Option<String>,
    /// The same for programs.
    pub modified: Option<Date>,
    /// When newer ones will be published.
    pub next_update: Option<String>,
    /// What others may do with them.
    pub licence: Option<Licence>,
    /// Notes.
    pub notes: Option<Text>,
    /// The variables.
    pub variables: Vec<Variable>,
    /// The codes of missing values, with their reasons.
    pub missing: Vec<(String, Text)>,
    /// All rows, normalised.
    pub grid: Grid,
    /// What the rows meet, or are known not to.
    pub checks: Vec<Check>,
    /// The editorial notes of all its disputed checks.
    pub findings: Vec<Finding>,
    /// Figures and tables that show it: anchor and label.
    pub shown_in: Vec<(String, String)>,
    /// What it is computed from.
    pub derivation: Derivation,
}

/// What a dataset is computed from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Derivation {
    /// The other datasets: ids and titles.
    pub from: Vec<(String, Text)>,
    /// The condition by which rows of the first are taken.
    pub filter: Option<String>,
    /// The labels of the variables by which they are grouped.
    pub by: Vec<Text>,
}

/// The licence of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Licence {
    /// What it is called.
    pub name: Text,
    /// Where its text is.
    pub url: Option<String>,
}

/// A variable as a dataset's page describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// A shorter label for narrow charts and heads of columns.
    pub short: Option<Text>,
    /// The name of its type in the reader's language.
    pub kind: String,
    /// The unit's label.
    pub unit: Option<String>,
    /// How many decimals its values are shown with, where that is declared.
    pub decimals: Option<u32>,
    /// The levels of a category.
    pub levels: Vec<Level>,
    /// The expression of a derived variable.
    pub formula: Option<String>,
}

/// A level of a category.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its id, by which the files of the dataset name it.
    pub id: String,
    /// Its label.
    pub label: Text,
    /// A shorter label for narrow charts.
    pub short: Option<Text>,
}

/// What the rows of a dataset must meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// Whether each row must meet it, and not the dataset as a whole.
    pub each: bool,
    /// The condition, an expression.
    pub condition: String,
    /// How far two numbers may differ and still be equal, as the language writes it, where
    /// they may.
    pub tolerance: Option<String>,
    /// Whether the data do not meet it, and are published all the same.
    pub fails: bool,
}
