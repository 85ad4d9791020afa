//! A dataset as a workbook: a sheet of data, and a sheet that describes it in every
//! language.

use super::fields::{Datum, Field, Role, fields};
use super::words::{said, words};
use super::workbook::{Sheet, Value, Workbook};
use crate::edition::{self, Edition, Text};
use crate::study::{Dataset, Row, VariableKind};

/// The workbook of the dataset that stands `at` this position in every edition.
pub(super) fn workbook(dataset: &Dataset, at: usize, editions: &[Edition]) -> Workbook {
    let metadata = Metadata { dataset, at, editions, rows: Vec::new() };
    Workbook::new(dataset.id.clone(), vec![data(dataset), metadata.sheet()])
}

fn data(dataset: &Dataset) -> Sheet {
    let fields = fields(dataset);
    let row = |row: &Row| fields.iter().map(|field| value(field, row)).collect();
    Sheet {
        name: "data",
        head: fields.iter().map(|field| field.name.clone()).collect(),
        rows: dataset.rows.iter().map(row).collect(),
    }
}

fn value(field: &Field<'_>, row: &Row) -> Value {
    match field.datum(row) {
        Datum::Nothing => Value::Empty,
        Datum::Number(number) if field.variable.kind == VariableKind::Year => {
            Value::Plain(number)
        }
        Datum::Number(number) => {
            let decimals = match field.variable.kind {
                VariableKind::Count => 0,
                _ => field.variable.decimals.unwrap_or(number.scale()),
            };
            Value::Number(number, decimals)
        }
        Datum::Date(date) => Value::Date(date),
        Datum::Code(text) | Datum::Text(text) => Value::Text(text.to_owned()),
    }
}

/// The sheet that describes a dataset, while it is made: a row for each property, with its
/// words in each language.
struct Metadata<'s> {
    dataset: &'s Dataset,
    at: usize,
    editions: &'s [Edition],
    rows: Vec<Vec<Value>>,
}

impl Metadata<'_> {
    fn sheet(mut self) -> Sheet {
        let heads = ["part", "id", "property"].map(str::to_owned).into_iter();
        let languages = self.editions.iter().map(|edition| edition.lang.to_string());
        let head = heads.chain(languages).collect();
        self.whole();
        for at in 0..self.dataset.variables.len() {
            self.variable(at);
        }
        for (at, code) in self.dataset.missing.keys().enumerate() {
            self.text(["missing", code, "label"], |d| Some(&d.missing.get(at)?.1));
        }
        Sheet { name: "metadata", head, rows: self.rows }
    }

    fn whole(&mut self) {
        let id = self.dataset.id.as_str();
        self.text(["dataset", id, "title"], |d| Some(&d.title));
        self.text(["dataset", id, "description"], |d| Some(&d.description));
        self.text(["dataset", id, "source"], |d| Some(&d.source));
        self.word(["dataset", id, "period"], |d| Some(d.period.clone()));
        self.text(["dataset", id, "notes"], |d| d.notes.as_ref());
        self.row(["dataset", id, "licence"], |edition, _| {
            Some(said(edition.front.licence.as_ref()?, edition))
        });
    }

    fn variable(&mut self, at: usize) {
        let id = self.dataset.variables[at].id.as_str();
        let fields = fields(self.dataset);
        let reasons = fields.iter().find(|f| f.at == at && f.role == Role::Reason);
        let reasons = reasons.map(|field| field.name.clone());
        self.text(["variable", id, "label"], |d| Some(&d.variables.get(at)?.label));
        self.text(["variable", id, "short"], |d| d.variables.get(at)?.short.as_ref());
        self.word(["variable", id, "type"], |d| Some(d.variables.get(at)?.kind.clone()));
        self.word(["variable", id, "unit"], |d| d.variables.get(at)?.unit.clone());
        self.word(["variable", id, "decimals"], |d| {
            Some(d.variables.get(at)?.decimals?.to_string())
        });
        self.word(["variable", id, "formula"], |d| d.variables.get(at)?.formula.clone());
        self.word(["variable", id, "why missing"], |_| reasons.clone());
        for (level, own) in self.dataset.variables[at].levels.iter().enumerate() {
            let id = format!("{id} = {}", own.id);
            self.text(["level", &id, "label"], |d| {
                Some(&d.variables.get(at)?.levels.get(level)?.label)
            });
        }
    }

    fn text(
        &mut self,
        names: [&str; 3],
        text: impl Fn(&edition::Dataset) -> Option<&Text>,
    ) {
        self.row(names, |edition, dataset| Some(said(text(dataset)?, edition)));
    }

    fn word(
        &mut self,
        names: [&str; 3],
        word: impl Fn(&edition::Dataset) -> Option<String>,
    ) {
        self.row(names, |_, dataset| Some(words(&word(dataset)?)));
    }

    /// Adds a row, unless it would say nothing.
    fn row(
        &mut self,
        names: [&str; 3],
        of: impl Fn(&Edition, &edition::Dataset) -> Option<String>,
    ) {
        let own = self.editions.iter().map(|edition| {
            let said = of(edition, edition.datasets.get(self.at)?);
            said.filter(|said| !said.is_empty())
        });
        let own: Vec<_> = own.collect();
        if own.iter().all(Option::is_none) {
            return;
        }
        let names = names.map(|name| Value::Text(name.to_owned())).into_iter();
        let own = own.into_iter().map(|said| said.map_or(Value::Empty, Value::Text));
        self.rows.push(names.chain(own).collect());
    }
}
