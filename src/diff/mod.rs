//! What an update changes: two records held against each other.

mod align;
mod cells;
mod files;
mod log;
mod parts;
mod sentences;
mod versions;

pub use log::{Accepted, LOG, changed_pages, log};

use serde::Serialize;

use crate::record::{Cell, Check, Kind, Record, State};
use crate::site_path::Home;

/// What is not the same in two records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The cells of the datasets.
    pub cells: Vec<CellChange>,
    /// The checks whose state is another.
    pub checks: Vec<CheckChange>,
    /// The claims of which the data say something else.
    pub claims: Vec<CheckChange>,
    /// What readers see, by editions.
    pub editions: Vec<EditionChanges>,
    /// The versions of the study that the site has.
    pub versions: Vec<VersionChange>,
    /// The files of the site, but for those of these versions.
    pub files: Vec<FileChange>,
}

/// A cell that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellChange {
    /// The dataset's id.
    pub dataset: String,
    /// The values that name the row.
    pub row: Vec<String>,
    /// The variable's id.
    pub variable: String,
    /// What it held; `None` where there was no such cell.
    pub old: Option<Cell>,
    /// What it holds.
    pub new: Option<Cell>,
}

/// A check or a claim whose state is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckChange {
    /// Of a check, its dataset's id and its own; of a claim, its id.
    pub check: String,
    /// What it was; `None` where there was no such check.
    pub old: Option<State>,
    /// What it is.
    pub new: Option<State>,
}

/// What readers of a language see that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionChanges {
    /// The language.
    pub language: String,
    /// Pages that only one of the two has; their parts are not listed.
    pub pages: Vec<PageChange>,
    /// Parts of the others, in the order of reading.
    pub parts: Vec<PartChange>,
}

/// A page that only one of two records has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageChange {
    /// Its path.
    pub page: String,
    /// Whether it came or went.
    pub change: Change,
}

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is new.
    Added,
    /// It is no longer there.
    Removed,
    /// It is another.
    Changed,
    /// It stands elsewhere.
    Moved,
}

impl Change {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// What became of a thing that stood in the one and stands in the other.
    fn of(old: bool, new: bool) -> Self {
        match (old, new) {
            (false, _) => Self::Added,
            (_, false) => Self::Removed,
            _ => Self::Changed,
        }
    }
}

/// A part of a page that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartChange {
    /// The path of the page.
    pub page: String,
    /// The anchor that it stands under; empty above them all.
    pub anchor: String,
    /// What it is.
    pub kind: Kind,
    /// What tells it from others of its kind there; may be empty.
    pub name: String,
    /// Which of its kind under this anchor it is, from 1: in the new record, or in the old
    /// one where it was removed.
    pub number: usize,
    /// Which it was in the old record.
    #[serde(skip)]
    pub old_number: Option<usize>,
    /// What became of it.
    pub change: Change,
    /// What it said.
    pub old: Option<String>,
    /// What it says.
    pub new: Option<String>,
    /// The sentences that are not the same, old and new.
    pub sentences: Vec<Sentences>,
    /// At how many widths a chart is drawn otherwise.
    pub drawn: usize,
}

/// A sentence in two versions, of which one may not be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// The old version.
    pub old: Option<String>,
    /// The new version.
    pub new: Option<String>,
}

/// A version of the study that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionChange {
    /// Its name.
    pub version: String,
    /// Whether it came or went.
    pub change: Change,
    /// How many files it has.
    pub files: usize,
}

/// A file of the site that has other bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileChange {
    /// Its path.
    pub file: String,
    /// What became of it.
    pub change: Change,
    /// Whether something that is listed accounts for it: a cell, or a part that it shows.
    /// Else the theme, the format or baspa itself is not the same.
    pub explained: bool,
}

/// What is not the same in `new` as in `old`, both of the study that lives at `home`.
pub fn diff(old: &Record, new: &Record, home: Home) -> Diff {
    let mut diff = Diff {
        cells: cells::cells(&old.datasets, &new.datasets),
        checks: checks(&old.checks, &new.checks),
        claims: checks(&old.claims, &new.claims),
        editions: parts::editions(&old.editions, &new.editions),
        versions: versions::versions(old, new, home),
        files: Vec::new(),
    };
    diff.files = files::files(old, new, &diff, home);
    diff
}

impl Diff {
    /// Whether all is the same, every byte of the site too.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// Whether readers see a change, or data say something else.
    pub fn is_seen(&self) -> bool {
        let data =
            self.cells.is_empty() && self.checks.is_empty() && self.claims.is_empty();
        !(data && self.editions.is_empty())
    }

    /// How many parts of pages are not the same; a page that came or went is one.
    pub fn parts(&self) -> usize {
        self.editions.iter().map(|own| own.parts.len() + own.pages.len()).sum()
    }
}

fn checks(old: &[Check], new: &[Check]) -> Vec<CheckChange> {
    let state = |checks: &[Check], id: &str| {
        checks.iter().find(|own| own.id == id).map(|own| own.state)
    };
    let gone = old.iter().filter(|own| state(new, &own.id).is_none());
    let all = new.iter().chain(gone);
    let change = all.map(|own| CheckChange {
        check: own.id.clone(),
        old: state(old, &own.id),
        new: state(new, &own.id),
    });
    change.filter(|own| own.old != own.new).collect()
}
