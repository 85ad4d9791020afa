//! The description of a dataset's CSV as the W3C's Tabular Data Model wants it: CSVW,
//! <https://www.w3.org/TR/tabular-metadata/>. It lies where that model looks for it, beside
//! the CSV.

use serde_json::{Map, Value, json};

use super::csv::inert;
use super::derivation::provenance;
use super::fields::{Field, Kind, Role, fields};
use super::json::file;
use super::words::{Described, Wording, said};
use crate::edition::Edition;
use crate::html::paths;
use crate::study::{Dataset, Licence, Study};

/// The metadata of a dataset.
pub(super) fn csvw(study: &Study, dataset: &Dataset, words: Described<'_>) -> String {
    let editions = words.editions;
    let fields = fields(dataset);
    let column = |field: &Field<'_>| column(dataset, words, field);
    let key: Vec<_> = dataset.key.iter().map(|at| &dataset.variables[*at].id).collect();
    let mut own = Map::new();
    let mut set = |key: &str, value: Value| drop(own.insert(key.to_owned(), value));
    let language = study.source_language.as_str();
    set("@context", json!(["http://www.w3.org/ns/csvw", { "@language": language }]));
    let url = paths::csvw(study.home, &dataset.id)
        .link_to(&paths::csv(study.home, &dataset.id));
    set("url", url.into());
    set("dc:title", literals(words.text(|d| Some(&d.title))));
    set("dc:description", literals(words.text(|d| Some(&d.description))));
    set("dc:source", literals(words.text(|d| Some(&d.source))));
    set("dc:temporal", dataset.period.to_string().into());
    let notes = words.text(|d| d.notes.as_ref());
    if !notes.is_empty() {
        set("rdfs:comment", literals(notes));
    }
    if let Some(updated) = dataset.updated {
        set("dc:modified", updated.to_string().into());
    }
    if let Some(url) = dataset.licence.as_ref().and_then(Licence::url) {
        set("dc:license", json!({ "@id": url }));
    }
    let licence =
        words.each(|edition, _| Some(said(edition.front.licence.as_ref()?, edition)));
    if !licence.is_empty() {
        set("dc:rights", literals(licence));
    }
    if let Some(from) =
        provenance(study.home, dataset, &paths::csvw(study.home, &dataset.id))
    {
        set("prov:wasDerivedFrom", from);
    }
    set("dc:creator", creators(study, editions));
    let columns: Vec<_> = fields.iter().map(column).collect();
    set("tableSchema", json!({ "columns": columns, "primaryKey": key }));
    file(&Value::Object(own))
}

/// The authors by their names in the source language.
fn creators(study: &Study, editions: &[Edition]) -> Value {
    let own = editions.iter().find(|edition| edition.lang == study.source_language);
    let authors = own.into_iter().flat_map(|edition| {
        edition.front.authors.iter().map(|author| said(&author.name, edition))
    });
    authors.collect::<Vec<_>>().into()
}

fn column(dataset: &Dataset, words: Described<'_>, field: &Field<'_>) -> Value {
    let mut own = Map::new();
    let mut set = |key: &str, value: Value| drop(own.insert(key.to_owned(), value));
    set("name", field.name.as_str().into());
    set("titles", titles(words, field));
    set("datatype", datatype(dataset, field));
    set("null", json!([""]));
    if field.is_full(dataset) {
        set("required", true.into());
    }
    let at = field.at;
    let unit = match field.role {
        Role::Value => words.each(|_, d| d.variables.get(at)?.unit.clone()),
        Role::Flag => Wording::new(),
    };
    if !unit.is_empty() {
        set("schema:unitText", literals(unit));
    }
    let formula = field.variable.formula.as_ref().filter(|_| field.role == Role::Value);
    if let Some(formula) = formula {
        // An expression is in no language.
        let text = json!({ "@type": "xsd:string", "@value": formula.text() });
        set("dc:provenance", text);
    }
    Value::Object(own)
}

/// The head of the column in the file, which is in no language, and its label in each.
fn titles(words: Described<'_>, field: &Field<'_>) -> Value {
    let mut titles = Map::new();
    titles.insert("und".to_owned(), field.name.as_str().into());
    if field.role == Role::Value {
        let label = words.text(|d| Some(&d.variables.get(field.at)?.label));
        titles.extend(
            label.into_iter().map(|(lang, words)| (lang.to_string(), words.into())),
        );
    }
    Value::Object(titles)
}

fn datatype(dataset: &Dataset, field: &Field<'_>) -> Value {
    let base = match field.kind {
        Kind::Year => "gYear",
        Kind::Month => "gYearMonth",
        Kind::Day => "date",
        Kind::Integer => "integer",
        Kind::Decimal => "decimal",
        Kind::Text => "string",
        Kind::Code => {
            let codes = field.codes(dataset).into_iter().map(|own| inert(&own.code));
            let codes = codes.map(|code| literally(&code));
            let codes = codes.collect::<Vec<_>>().join("|");
            return json!({ "base": "string", "format": format!("^({codes})$") });
        }
    };
    base.into()
}

/// A pattern of regular expressions that only `code` matches.
fn literally(code: &str) -> String {
    let sign = |sign: char| match sign {
        sign if "\\^$.|?*+()[]{}/-".contains(sign) => format!("\\{sign}"),
        sign => sign.to_string(),
    };
    code.chars().map(sign).collect()
}

/// Words with their languages, as JSON-LD has them.
fn literals(wording: Wording) -> Value {
    let literal = |(lang, words): (crate::lang::Lang, String)| json!({ "@value": words, "@language": lang.as_str() });
    wording.into_iter().map(literal).collect()
}
