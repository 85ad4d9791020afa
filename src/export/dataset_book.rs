//! A dataset as a workbook: a sheet of data, and a sheet that describes it in every
//! language.

use std::collections::BTreeMap;

use super::fields::{Datum, Field, Means, Role, fields};
use super::words::{Described, said, words};
use super::workbook::{Sheet, Value, Workbook};
use crate::edition::{self, Edition, Text};
use crate::locale::Date;
use crate::study::{Dataset, Row, VariableKind};

/// The workbook of a dataset.
pub(super) fn workbook(dataset: &Dataset, words: Described<'_>) -> Workbook {
    let metadata = Metadata { dataset, words, rows: Vec::new() };
    Workbook::new(dataset.id.clone(), vec![data(dataset), metadata.sheet()])
}

fn data(dataset: &Dataset) -> Sheet {
    let fields = fields(dataset);
    let row = |row: &Row| fields.iter().map(|field| value(field, row)).collect();
    Sheet {
        name: "data",
        wraps: false,
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
        Datum::Time(time) => Value::Text(time.to_string()),
        Datum::Code(text) | Datum::Text(text) => Value::Text(text.to_owned()),
        Datum::Flags(flags) => Value::Text(flags.to_string()),
    }
}

/// The sheet that describes a dataset, while it is made: a row for each property, with its
/// words in each language.
struct Metadata<'s> {
    dataset: &'s Dataset,
    words: Described<'s>,
    rows: Vec<Vec<Value>>,
}

impl Metadata<'_> {
    fn sheet(mut self) -> Sheet {
        let heads = ["part", "id", "property"].map(str::to_owned).into_iter();
        let languages =
            self.words.editions.iter().map(|edition| edition.lang.to_string());
        let head = heads.chain(languages).collect();
        self.whole();
        for at in 0..self.dataset.variables.len() {
            self.variable(at);
        }
        for (at, code) in self.dataset.missing.keys().enumerate() {
            self.text(["missing", code, "label"], |d| Some(&d.missing.get(at)?.1));
        }
        self.flags();
        Sheet { name: "metadata", wraps: true, head, rows: self.rows }
    }

    fn whole(&mut self) {
        let id = self.dataset.id.as_str();
        self.text(["dataset", id, "title"], |d| Some(&d.title));
        self.text(["dataset", id, "description"], |d| Some(&d.description));
        self.text(["dataset", id, "source"], |d| Some(&d.source));
        self.row(["dataset", id, "derived from"], |edition, d| {
            let from = d.derivation.from.iter();
            let from: Vec<_> = from
                .map(|(id, title)| format!("{id}: {}", said(title, edition)))
                .collect();
            Some(from.join("\n"))
        });
        self.word(["dataset", id, "rows taken"], |d| d.derivation.filter.clone());
        self.row(["dataset", id, "grouped by"], |edition, d| {
            let by: Vec<_> =
                d.derivation.by.iter().map(|own| said(own, edition)).collect();
            Some(by.join(", "))
        });
        self.word(["dataset", id, "period"], |d| Some(d.period.clone()));
        self.text(["dataset", id, "notes"], |d| d.notes.as_ref());
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        let (updated, next) = (self.dataset.updated, self.dataset.next_update);
        self.word(["dataset", id, "updated"], |_| date(updated));
        self.word(["dataset", id, "next update"], |_| date(next));
        self.row(["dataset", id, "licence"], |edition, dataset| {
            let own = dataset.licence.as_ref().map(|licence| &licence.name);
            Some(said(own.or(edition.front.licence.as_ref())?, edition))
        });
    }

    fn variable(&mut self, at: usize) {
        let id = self.dataset.variables[at].id.as_str();
        let fields = fields(self.dataset);
        let flags = fields.iter().find(|f| f.at == at && f.role == Role::Flag);
        let flags = flags.map(|field| field.name.clone());
        self.text(["variable", id, "label"], |d| Some(&d.variables.get(at)?.label));
        self.text(["variable", id, "short"], |d| d.variables.get(at)?.short.as_ref());
        self.word(["variable", id, "type"], |d| Some(d.variables.get(at)?.kind.clone()));
        self.word(["variable", id, "unit"], |d| d.variables.get(at)?.unit.clone());
        self.word(["variable", id, "decimals"], |d| {
            Some(d.variables.get(at)?.decimals?.to_string())
        });
        self.word(["variable", id, "formula"], |d| d.variables.get(at)?.formula.clone());
        self.word(["variable", id, "flags and reasons"], |_| flags.clone());
        for (level, own) in self.dataset.variables[at].levels.iter().enumerate() {
            let id = format!("{id} = {}", own.id);
            self.text(["level", &id, "label"], |d| {
                Some(&d.variables.get(at)?.levels.get(level)?.label)
            });
        }
    }

    /// The flags that occur.
    fn flags(&mut self) {
        let fields = fields(self.dataset);
        let codes = fields.iter().flat_map(|field| {
            field.codes(self.dataset).into_iter().map(|own| (field.at, own))
        });
        let flags = codes.filter(|(_, own)| matches!(own.means, Means::Flags(_)));
        let flags: BTreeMap<_, _> =
            flags.map(|(at, own)| (own.code, self.words.code(at, own.means))).collect();
        for (code, wording) in flags {
            self.row(["flag", &code, "label"], |edition, _| {
                let own = wording.iter().find(|(lang, _)| *lang == edition.lang);
                own.map(|(_, words)| words.clone())
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
        let own = self.words.editions.iter().map(|edition| {
            let said = of(edition, edition.datasets.get(self.words.at)?);
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
