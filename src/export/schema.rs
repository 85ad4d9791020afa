//! The columns of a dataset's CSV as a Table Schema of Frictionless.

use serde_json::{Map, Value, json};

use super::csv::inert;
use super::fields::{Code, Field, Kind, Role, fields};
use super::words::{Described, put};
use crate::lang::Lang;
use crate::study::Dataset;

/// The schema of a dataset, in the source language.
pub(super) fn schema(dataset: &Dataset, words: Described<'_>, source: Lang) -> Value {
    let schema = Schema { dataset, words, source };
    let fields: Vec<_> =
        fields(dataset).iter().map(|field| Value::Object(schema.field(field))).collect();
    let key: Vec<_> = dataset.key.iter().map(|at| &dataset.variables[*at].id).collect();
    json!({ "fields": fields, "primaryKey": key, "missingValues": [""] })
}

#[derive(Clone, Copy)]
struct Schema<'s> {
    dataset: &'s Dataset,
    words: Described<'s>,
    source: Lang,
}

impl Schema<'_> {
    fn field(self, field: &Field<'_>) -> Map<String, Value> {
        let mut own = Map::new();
        own.insert("name".to_owned(), field.name.as_str().into());
        own.insert("type".to_owned(), type_of(field.kind).into());
        if field.role == Role::Value {
            self.describe(field, &mut own);
        } else {
            own.insert("flagsOf".to_owned(), field.variable.id.as_str().into());
        }
        let constraints = self.constraints(field);
        if !constraints.is_empty() {
            own.insert("constraints".to_owned(), Value::Object(constraints));
        }
        let categories = self.categories(field);
        if !categories.is_empty() {
            own.insert("categories".to_owned(), Value::Array(categories));
        }
        own
    }

    /// What only the values of a variable have.
    fn describe(self, field: &Field<'_>, own: &mut Map<String, Value>) {
        let at = field.at;
        let label = self.words.text(|d| Some(&d.variables.get(at)?.label));
        put(own, "title", label, self.source);
        let unit = self.words.each(|_, d| d.variables.get(at)?.unit.clone());
        put(own, "unit", unit, self.source);
        if let Some(decimals) = field.variable.decimals {
            own.insert("decimals".to_owned(), decimals.into());
        }
        if let Some(formula) = &field.variable.formula {
            own.insert("formula".to_owned(), formula.text().into());
        }
    }

    fn constraints(self, field: &Field<'_>) -> Map<String, Value> {
        let mut constraints = Map::new();
        if field.is_full(self.dataset) {
            constraints.insert("required".to_owned(), true.into());
        }
        let codes = field.codes(self.dataset).into_iter();
        let codes: Vec<_> = codes.map(|own| inert(&own.code)).collect();
        if !codes.is_empty() {
            constraints.insert("enum".to_owned(), codes.into());
        }
        constraints
    }

    /// The labels of the codes of a column.
    fn categories(self, field: &Field<'_>) -> Vec<Value> {
        let category = |code: Code| {
            let mut own = Map::new();
            own.insert("value".to_owned(), inert(&code.code).into());
            let label = self.words.code(field.at, code.means);
            put(&mut own, "label", label, self.source);
            Value::Object(own)
        };
        field.codes(self.dataset).into_iter().map(category).collect()
    }
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Year => "year",
        Kind::Month => "yearmonth",
        Kind::Day => "date",
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Code | Kind::Text => "string",
    }
}
