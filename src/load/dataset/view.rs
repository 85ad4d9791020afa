//! Rows of other datasets, as the formulas of a derived dataset see them.

use crate::expr::{Records, Value, WordId};
use crate::lang::Lang;
use crate::study::Dataset;

/// Rows of a derived dataset over those that they are derived from: a variable that has its
/// values is the dataset's own, any other is the source's.
pub(super) struct OverSource<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) source: &'a Dataset,
    /// The position of the row of the source for each row.
    pub(super) rows: &'a [usize],
    /// Which variables of the dataset have their values.
    pub(super) ready: &'a [bool],
}

impl OverSource<'_> {
    /// The dataset whose variable it is.
    fn of(&self, variable: &str) -> &Dataset {
        let own = self.dataset.variable(variable);
        if own.is_some_and(|at| self.ready[at]) { self.dataset } else { self.source }
    }
}

impl Records for OverSource<'_> {
    fn id(&self) -> &str {
        self.source.id()
    }

    fn variables(&self) -> Vec<&str> {
        self.source.variables()
    }

    fn key_length(&self) -> usize {
        self.source.key_length()
    }

    fn length(&self) -> usize {
        self.rows.len()
    }

    fn value(&self, row: usize, variable: &str) -> Option<Value<'_>> {
        let of = self.of(variable);
        let at =
            if std::ptr::eq(of, self.dataset) { row } else { *self.rows.get(row)? };
        of.value(at, variable)
    }

    fn key_of(&self, row: usize) -> &[String] {
        self.rows.get(row).map_or(&[], |row| self.source.key_of(*row))
    }

    fn find(&self, key: &[String]) -> Option<usize> {
        let row = self.source.find(key)?;
        self.rows.iter().position(|own| *own == row)
    }

    fn level(&self, variable: &str, level: &str, lang: Lang) -> String {
        self.of(variable).level(variable, level, lang)
    }

    fn word(&self, variable: &str, level: &str) -> Option<WordId<'_>> {
        self.of(variable).word(variable, level)
    }
}

/// Some rows of a dataset.
pub(super) struct Group<'a> {
    pub(super) source: &'a Dataset,
    /// Their positions.
    pub(super) rows: &'a [usize],
}

impl Records for Group<'_> {
    fn id(&self) -> &str {
        self.source.id()
    }

    fn variables(&self) -> Vec<&str> {
        self.source.variables()
    }

    fn key_length(&self) -> usize {
        self.source.key_length()
    }

    fn length(&self) -> usize {
        self.rows.len()
    }

    fn value(&self, row: usize, variable: &str) -> Option<Value<'_>> {
        self.source.value(*self.rows.get(row)?, variable)
    }

    fn key_of(&self, row: usize) -> &[String] {
        self.rows.get(row).map_or(&[], |row| self.source.key_of(*row))
    }

    fn find(&self, key: &[String]) -> Option<usize> {
        let row = self.source.find(key)?;
        self.rows.iter().position(|own| *own == row)
    }

    fn level(&self, variable: &str, level: &str, lang: Lang) -> String {
        self.source.level(variable, level, lang)
    }

    fn word(&self, variable: &str, level: &str) -> Option<WordId<'_>> {
        self.source.word(variable, level)
    }
}
