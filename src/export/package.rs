//! The datasets of a study as a Frictionless Data Package (Data Package, version 2).

use serde_json::{Map, Value, json};

use super::json::file;
use super::schema::schema;
use super::words::{Described, Wording, plain, put, said};
use super::{DatasetFiles, derivation, homepage};
use crate::digest::digest;
use crate::edition::{Edition, Text};
use crate::html::paths;
use crate::lang::Lang;
use crate::locale::ascii_name;
use crate::site_path::SitePath;
use crate::study::{Dataset, Licence, Study, orcid_address};

/// What the description follows.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The description of all datasets and their files.
pub(super) fn package(
    study: &Study,
    editions: &[Edition],
    base_url: Option<&str>,
    files: &[DatasetFiles],
) -> String {
    let (home, source) = (study.home, study.source_language);
    let mut own = Map::new();
    let mut set = |key: &str, value: Value| drop(own.insert(key.to_owned(), value));
    set("$schema", PROFILE.into());
    set("name", name(study, editions).into());
    let others = study.languages.iter().filter(|lang| **lang != source);
    let languages = std::iter::once(&source).chain(others).map(Lang::to_string);
    set("languages", languages.collect::<Vec<_>>().into());
    if let Some(base) = base_url {
        set("id", paths::data_package(home).url(base).into());
        set("homepage", homepage(home, source, base).into());
    }
    let front = |text: &dyn Fn(&Edition) -> Option<&Text>| -> Wording {
        let said = editions
            .iter()
            .filter_map(|edition| Some((edition.lang, said(text(edition)?, edition))));
        said.collect()
    };
    put(&mut own, "title", front(&|e| Some(&e.front.title)), source);
    put(&mut own, "description", front(&|e| Some(&e.front.description)), source);
    let own_edition = editions.iter().find(|edition| edition.lang == source);
    if let Some(edition) = own_edition {
        own.insert("keywords".to_owned(), edition.front.keywords.clone().into());
        own.insert("contributors".to_owned(), contributors(edition));
    }
    put(&mut own, "rights", front(&|e| e.front.licence.as_ref()), source);
    let resources = study.datasets.iter().zip(files).enumerate();
    let resources = resources.map(|(at, (dataset, files))| {
        let words = Described { at, editions, messages: &study.messages };
        resource(study, dataset, words, files)
    });
    own.insert("resources".to_owned(), resources.collect());
    file(&Value::Object(own))
}

/// The title of the study as a name that programs take.
fn name(study: &Study, editions: &[Edition]) -> String {
    let source = study.source_language;
    let own = editions.iter().find(|edition| edition.lang == source);
    let name = own.map(|own| ascii_name(&own.front.title.plain(), source));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| "data".to_owned())
}

fn contributors(edition: &Edition) -> Value {
    let front = &edition.front;
    let author = |author: &crate::edition::Author| {
        let mut own = Map::new();
        own.insert("title".to_owned(), said(&author.name, edition).into());
        own.insert("roles".to_owned(), json!(["author"]));
        if let Some(orcid) = &author.orcid {
            own.insert("path".to_owned(), orcid_address(orcid).into());
        }
        let places =
            author.affiliations.iter().filter_map(|at| front.affiliations.get(*at));
        let places: Vec<_> = places.map(|place| said(place, edition)).collect();
        if !places.is_empty() {
            own.insert("organization".to_owned(), places.join("; ").into());
        }
        Value::Object(own)
    };
    front.authors.iter().map(author).collect()
}

fn licence(licence: &Licence, source: Lang) -> Value {
    match licence {
        Licence::Known(known) => {
            json!({ "name": known.id, "path": known.url, "title": known.name })
        }
        Licence::Own { name, url: Some(url) } => {
            json!({ "path": url, "title": plain(name, source) })
        }
        // Frictionless wants a name of letters, or an address.
        Licence::Own { name, url: None } => {
            let title = plain(name, source);
            json!({ "name": ascii_name(&title, source), "title": title })
        }
    }
}

/// A dataset's CSV.
fn resource(
    study: &Study,
    dataset: &Dataset,
    words: Described<'_>,
    files: &DatasetFiles,
) -> Value {
    let (home, source) = (study.home, study.source_language);
    let path = paths::csv(home, &dataset.id);
    let beside = |path: &SitePath| paths::data_package(home).link_to(path);
    let name = beside(&path);
    let mut own = Map::new();
    let mut set = |key: &str, value: Value| drop(own.insert(key.to_owned(), value));
    set("name", name.strip_suffix(".csv").unwrap_or(&name).into());
    set("type", "table".into());
    set("path", name.as_str().into());
    set("format", "csv".into());
    set("mediatype", "text/csv".into());
    set("encoding", "utf-8".into());
    set("bytes", files.csv.len().into());
    set("hash", format!("sha256:{}", digest(files.csv.as_bytes())).into());
    put(&mut own, "title", words.text(|d| Some(&d.title)), source);
    put(&mut own, "description", words.text(|d| Some(&d.description)), source);
    put(&mut own, "notes", words.text(|d| d.notes.as_ref()), source);
    let mut origin = Map::new();
    put(&mut origin, "title", words.text(|d| Some(&d.source)), source);
    let mut sources: Vec<Value> = Vec::new();
    sources.extend((!origin.is_empty()).then_some(Value::Object(origin)));
    let others = derivation::files(home, dataset, &paths::data_package(home));
    sources.extend(
        others.into_iter().map(|(id, file)| json!({ "title": id, "path": file })),
    );
    if !sources.is_empty() {
        own.insert("sources".to_owned(), sources.into());
    }
    own.extend(derivation::derivation(dataset).map(|how| ("derivation".to_owned(), how)));
    own.insert("temporal".to_owned(), dataset.period.to_string().into());
    let dates = [("updated", dataset.updated), ("nextUpdate", dataset.next_update)];
    for (key, date) in dates {
        own.extend(date.map(|date| (key.to_owned(), date.to_string().into())));
    }
    if let Some(licence) = &dataset.licence {
        own.insert("licenses".to_owned(), json!([self::licence(licence, source)]));
    }
    own.insert("schema".to_owned(), schema(dataset, words, source));
    Value::Object(own)
}
