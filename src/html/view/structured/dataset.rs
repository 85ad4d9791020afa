//! A dataset in the words of schema.org.

use serde_json::{Map, Value};

use super::article::{authors, named_study};
use super::{named, put, put_address, typed};
use crate::edition::{Dataset, Edition, Text, Variable, Work, written_out};
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::site_path::SitePath;

/// A dataset with its variables and files.
pub(super) fn dataset(
    page: &Page<'_>,
    work: &Work,
    dataset: &Dataset,
) -> Map<String, Value> {
    let edition = page.edition;
    let mut own = typed("Dataset");
    put(&mut own, "name", dataset.title.plain());
    put(&mut own, "description", dataset.description.plain());
    put(&mut own, "inLanguage", edition.lang.to_string());
    put(&mut own, "temporalCoverage", dataset.time.to_string());
    put(&mut own, "citation", full(&dataset.source, edition));
    own.extend(licence(edition, dataset).map(|own| ("license".to_owned(), own)));
    if let Some(modified) = dataset.modified {
        put(&mut own, "dateModified", modified.to_string());
    }
    put_address(page, &mut own, "url", &dataset_page(page, dataset));
    own.insert("creator".to_owned(), authors(work));
    own.insert("isPartOf".to_owned(), Value::Object(named_study(page, work)));
    let from: Vec<_> = dataset
        .derivation
        .from
        .iter()
        .map(|(id, title)| based_on(page, id, title))
        .collect();
    if !from.is_empty() {
        own.insert("isBasedOn".to_owned(), from.into());
    }
    own.insert("isAccessibleForFree".to_owned(), true.into());
    let variables: Vec<_> = dataset.variables.iter().map(variable).collect();
    own.insert("variableMeasured".to_owned(), variables.into());
    let files = [
        (paths::csv(page.edition.home, &dataset.id), "text/csv"),
        (paths::xlsx(page.edition.home, &dataset.id), XLSX),
        (paths::json(page.edition.home, &dataset.id), "application/json"),
    ];
    let files = files.iter().filter_map(|(path, format)| {
        let mut own = typed("DataDownload");
        put(&mut own, "encodingFormat", (*format).to_owned());
        put(&mut own, "contentUrl", path.url(page.context.base_url?));
        Some(Value::Object(own))
    });
    let files: Vec<_> = files.collect();
    if !files.is_empty() {
        own.insert("distribution".to_owned(), files.into());
    }
    own
}

/// Another dataset that one is computed from.
fn based_on(page: &Page<'_>, id: &str, title: &Text) -> Value {
    let mut own = typed("Dataset");
    put(&mut own, "name", title.plain());
    let path =
        PageKind::Dataset(id.to_owned()).path(page.edition.home, page.edition.lang);
    put_address(page, &mut own, "url", &path);
    Value::Object(own)
}

/// The licence of a dataset, else that of the study: its address, else its name.
fn licence(edition: &Edition, dataset: &Dataset) -> Option<Value> {
    let url = dataset.licence.as_ref().and_then(|own| own.url.clone());
    let name = dataset.licence.as_ref().map(|own| &own.name);
    let name = name.or(edition.front.licence.as_ref());
    let own = |name: &Text| named("CreativeWork", &name.plain());
    url.map(Value::String).or_else(|| name.map(own))
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn variable(variable: &Variable) -> Value {
    let mut own = typed("PropertyValue");
    put(&mut own, "name", variable.label.plain());
    put(&mut own, "alternateName", variable.id.clone());
    if let Some(unit) = &variable.unit {
        put(&mut own, "unitText", unit.clone());
    }
    Value::Object(own)
}

/// A text with its works written out.
fn full(text: &Text, edition: &Edition) -> String {
    let parts = written_out(text, &edition.references);
    parts.into_iter().map(|(_, words)| words).collect()
}

/// Where the page of a dataset lives.
pub(super) fn dataset_page(page: &Page<'_>, dataset: &Dataset) -> SitePath {
    PageKind::Dataset(dataset.id.clone()).path(page.edition.home, page.edition.lang)
}
