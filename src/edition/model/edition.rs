//! The study in one language: what stands before its text, its text and its apparatus.

use crate::lang::Lang;
use crate::locale::Date;
use crate::site_path::Home;
use crate::study::PublicationDetails;

use super::{Block, Dataset, Figure, Finding, FlagMark, Placed, Revision, Text};
use crate::edition::SmallLine;

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

impl Edition {
    /// The figures of the narrative in the order of the text.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut figures = Vec::new();
        for section in &self.sections {
            collect_figures(&section.body.blocks, &mut figures);
        }
        figures
    }

    /// When the study appeared: as it says, or with its first revision.
    pub fn issued(&self) -> Option<Date> {
        let online = self.revisions.first().map(|first| first.date);
        self.front.issued_on.or(online)
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
    pub publication: PublicationDetails<Text>,
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
