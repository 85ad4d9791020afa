//! What a reader of a build sees, as one plain value.
//!
//! A [`Record`] is made of the study, its editions and their drawings, whatever the theme:
//! cells, the states of checks, and of every page the texts in the order of reading. Two of
//! them tell what an update changes.

mod chart;
mod data;
mod edition;
mod file;
mod front;
mod object;
mod parts;
mod prose;
mod words;

pub(crate) use edition::ABSTRACT;
pub use file::{ACCEPTED, FILE, accepted, parse, path};

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::chart::Drawings;
use crate::digest::digest;
use crate::edition as model;
use crate::html::Pair;
use crate::site::{Content, Site};
use crate::site_path::SitePath;
use crate::study::Study;

/// What a reader of a build sees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The datasets in the order of their ids.
    pub datasets: Vec<Dataset>,
    /// The checks of all datasets in the order of their ids.
    pub checks: Vec<Check>,
    /// The claims in the order of their file.
    pub claims: Vec<Check>,
    /// The editions in the order of the study.
    pub editions: Vec<Edition>,
    /// The pages that show two editions beside each other.
    pub pairs: Vec<PairPage>,
    /// The digest of every file of the site by its path; of a file that is still to be made,
    /// that of what it is made of.
    pub files: BTreeMap<String, String>,
}

/// The cells of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Its id.
    pub id: String,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
}

/// A row of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The values that name it.
    pub key: Vec<String>,
    /// Its other values by the ids of the variables.
    pub cells: BTreeMap<String, Cell>,
}

/// A cell of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Cell {
    /// A value as programs write it.
    Value(String),
    /// A number that the source printed in another form, or says more of.
    Printed {
        /// In the unit of the variable.
        value: String,
        /// As printed, if in another form.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        printed: Option<String>,
        /// The codes of its flags.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        flags: Option<String>,
    },
    /// No value.
    Missing {
        /// The code of the reason.
        missing: String,
    },
}

/// As the data write it.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => f.write_str(value),
            Self::Printed { value, printed, flags } => {
                f.write_str(value)?;
                if let Some(flags) = flags {
                    write!(f, " {flags}")?;
                }
                printed.as_ref().map_or(Ok(()), |own| write!(f, " (printed {own})"))
            }
            Self::Missing { missing } => write!(f, "missing: {missing}"),
        }
    }
}

/// A check of a dataset, or a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Of a check, its dataset's id and its own, with a dot between; of a claim, its id.
    pub id: String,
    /// What it found.
    pub state: State,
}

/// What a check found, or what the data say of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The data meet it.
    Holds,
    /// The data do not meet it, and the study says why they are published all the same.
    Disputed,
    /// The data do not meet it: the study cannot be published.
    Fails,
    /// The data choose the words of the claim at this place among its variants, from 1.
    Chosen(usize),
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Holds => f.write_str("holds"),
            Self::Disputed => f.write_str("disputed"),
            Self::Fails => f.write_str("fails"),
            Self::Chosen(variant) => write!(f, "words {variant}"),
        }
    }
}

/// The texts of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its language.
    pub lang: String,
    /// Its pages, that of the study first.
    pub pages: Vec<Page>,
}

/// The texts of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Where it lives in the site.
    pub path: String,
    /// Its parts in the order of reading.
    pub parts: Vec<Part>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The anchor of the heading, figure or table that it stands under; empty above them
    /// all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// What it is.
    pub kind: Kind,
    /// What tells it from others of its kind under the same anchor, where something does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its words, with its form as in Markdown; cells are parted by tabs, lines of one part
    /// by line breaks.
    pub text: String,
    /// Of a chart, the digest of each width that it is drawn at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drawn: Vec<String>,
}

/// What a part of a page is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The title of the study or of a dataset.
    Title,
    /// The second line of the title of the study or of a figure.
    Subtitle,
    /// What search engines show; on the page of a dataset, what the data are.
    Description,
    /// An author.
    Author,
    /// Where authors work.
    Affiliation,
    /// The keywords.
    Keywords,
    /// The journal.
    Journal,
    /// The date of the study.
    Issued,
    /// Volume, issue and pages in the journal, its ISSN, the publisher and the DOI, and
    /// which part of a name an author calls the family name.
    Imprint,
    /// When what a page shows was changed.
    Updated,
    /// The licence.
    Licence,
    /// The editorial note on the study as a whole.
    Notice,
    /// A number that stands large at the front, and its small line.
    KeyFigure,
    /// How many editorial notes there are.
    Count,
    /// The time that data speak of.
    Period,
    /// How far a text is behind its original.
    Behind,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// Text shown letter by letter.
    Code,
    /// A break between paragraphs.
    Rule,
    /// A figure at its place in the text, by its number.
    Figure,
    /// A table at its place in the text, by its number.
    Table,
    /// The title of a figure or a table.
    Caption,
    /// The drawing of a figure.
    Chart,
    /// What the data of a figure say.
    Summary,
    /// What is to be seen in a figure.
    Alt,
    /// The heads of a table.
    Columns,
    /// A row of a table.
    Row,
    /// A sign of a table and its reason.
    Legend,
    /// A variable of a dataset.
    Variable,
    /// What else is said of a dataset: the day of the data, its licence.
    Fact,
    /// A check as the codebook of a dataset shows it.
    Check,
    /// A note on data.
    Note,
    /// Where data come from.
    Source,
    /// What an editorial note says.
    Finding,
    /// Why what it says is published all the same.
    Reason,
    /// A footnote.
    Footnote,
    /// A work of the reference list.
    Reference,
}

impl Kind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Description => "description",
            Self::Author => "author",
            Self::Affiliation => "affiliation",
            Self::Keywords => "keywords",
            Self::Journal => "journal",
            Self::Issued => "issued",
            Self::Imprint => "imprint",
            Self::Updated => "updated",
            Self::Licence => "licence",
            Self::Notice => "notice",
            Self::KeyFigure => "key-figure",
            Self::Count => "count",
            Self::Period => "period",
            Self::Behind => "behind",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Code => "code",
            Self::Rule => "rule",
            Self::Figure => "figure",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Chart => "chart",
            Self::Summary => "summary",
            Self::Alt => "alt",
            Self::Columns => "columns",
            Self::Row => "row",
            Self::Legend => "legend",
            Self::Variable => "variable",
            Self::Fact => "fact",
            Self::Check => "check",
            Self::Note => "note",
            Self::Source => "source",
            Self::Finding => "finding",
            Self::Reason => "reason",
            Self::Footnote => "footnote",
            Self::Reference => "reference",
        }
    }
}

/// A page that shows two editions beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairPage {
    /// Where it lives in the site.
    pub path: String,
    /// Their languages.
    pub languages: [String; 2],
}

impl Record {
    /// The record of a build: what is drawn of each of the editions, in their order, and
    /// the site that all was made into.
    pub fn of<'a>(
        study: &Study,
        editions: &'a [model::Edition],
        drawn: impl IntoIterator<Item = &'a Drawings>,
        pairs: &[Pair],
    ) -> Self {
        let editions = editions.iter().zip(drawn);
        let pair = |pair: &Pair| PairPage {
            path: pair.at.to_string(),
            languages: pair.languages().map(|lang| lang.to_string()),
        };
        Self {
            datasets: study.datasets.iter().map(data::dataset).collect(),
            checks: data::checks(study),
            claims: data::claims(study),
            editions: editions
                .map(|(own, drawn)| edition::edition(own, study.layout, drawn))
                .collect(),
            pairs: pairs.iter().map(pair).collect(),
            files: BTreeMap::new(),
        }
    }

    /// Takes down the files of the site that are `own` to the study or make its look.
    pub fn add_files(&mut self, own: &[SitePath], site: &Site) {
        let own = || own.iter().filter_map(|path| Some((path, site.get(path)?)));
        let files = own().map(|(path, content)| {
            let digest = match content {
                Content::Bytes(bytes) => digest(bytes),
                Content::Picture(picture) => picture.digest().to_owned(),
                Content::Workbook(workbook) => workbook.digest(),
                Content::Archived(file) => file.digest().to_owned(),
                Content::Checksums(_) => return None,
            };
            Some((path.to_string(), digest))
        });
        self.files = files.flatten().collect();
        for (path, content) in own() {
            if let Content::Checksums(of) = content {
                let of = of.iter().filter_map(|path| self.files.get(path.as_str()));
                let all: String = of.map(|digest| format!("{digest}\n")).collect();
                self.files.insert(path.to_string(), digest(all.as_bytes()));
            }
        }
    }
}
