//! What was changed, and which of it concerns whom.

use std::collections::BTreeMap;

use crate::locale::Date;

use super::{Edition, Grid, Text};

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
