//! What a page says of itself to search engines: JSON-LD in the words of schema.org.

use serde_json::{Map, Value, json};

use super::{modified, published};
use crate::edition::{Author, Dataset, Edition, Section, Text, Variable, written_out};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::site_path::SitePath;

/// The description of a page, where it has one.
pub(super) fn structured(page: &Page<'_>) -> Option<Html> {
    let mut own = match &page.kind {
        PageKind::Study => study(page),
        PageKind::Dataset(id) => {
            let mut datasets = page.edition.datasets.iter();
            dataset(page, datasets.find(|dataset| dataset.id == *id)?)
        }
        PageKind::Section(id) => {
            let mut sections = page.edition.sections.iter();
            chapter(page, sections.find(|section| section.id == *id)?)
        }
        PageKind::References
        | PageKind::About
        | PageKind::Search
        | PageKind::Versions
        | PageKind::Revisions(_) => return None,
    };
    own.insert("@context".to_owned(), "https://schema.org".into());
    put_dates(page, &mut own);
    Some(script(&Value::Object(own)))
}

/// When it was published, and when what its reader sees was changed.
fn put_dates(page: &Page<'_>, own: &mut Map<String, Value>) {
    let dates = [
        ("datePublished", published(page.edition)),
        ("dateModified", modified(page.edition, &page.kind)),
    ];
    for (key, date) in dates {
        put(own, key, date.unwrap_or_default());
    }
}

/// JSON that cannot end the element that it stands in.
fn script(value: &Value) -> Html {
    let text = serde_json::to_string(value).unwrap_or_default();
    let escaped = [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026")];
    Html::presume(
        escaped.iter().fold(text, |text, (sign, safe)| text.replace(*sign, safe)),
    )
}

/// The study, with its datasets by name.
fn study(page: &Page<'_>) -> Map<String, Value> {
    let mut own = named_study(page);
    let front = &page.edition.front;
    put(&mut own, "description", front.description.plain());
    put(&mut own, "keywords", front.keywords.join(", "));
    let datasets = page.edition.datasets.iter().map(|dataset| {
        let mut own = typed("Dataset");
        put(&mut own, "name", dataset.title.plain());
        put(&mut own, "description", dataset.description.plain());
        put_address(page, &mut own, "url", &dataset_page(page, dataset));
        Value::Object(own)
    });
    let datasets: Vec<_> = datasets.collect();
    if !datasets.is_empty() {
        own.insert("hasPart".to_owned(), datasets.into());
    }
    own
}

/// A section that has a page.
fn chapter(page: &Page<'_>, section: &Section) -> Map<String, Value> {
    let mut own = typed("Chapter");
    put(&mut own, "name", section.title.plain());
    put(&mut own, "inLanguage", section.body.lang.to_string());
    own.insert("position".to_owned(), section.number.into());
    put_address(
        page,
        &mut own,
        "url",
        &page.kind.path(page.edition.home, page.edition.lang),
    );
    own.insert("isPartOf".to_owned(), Value::Object(named_study(page)));
    own
}

/// A dataset with its variables and files.
fn dataset(page: &Page<'_>, dataset: &Dataset) -> Map<String, Value> {
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
    own.insert("creator".to_owned(), authors(edition));
    own.insert("isPartOf".to_owned(), Value::Object(named_study(page)));
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
    let named = |name: &Text| {
        let mut own = typed("CreativeWork");
        put(&mut own, "name", name.plain());
        Value::Object(own)
    };
    url.map(Value::String).or_else(|| name.or(edition.front.licence.as_ref()).map(named))
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

/// The study by its name, authors and address.
fn named_study(page: &Page<'_>) -> Map<String, Value> {
    let edition = page.edition;
    let mut own = typed("ScholarlyArticle");
    put(&mut own, "name", edition.front.title.plain());
    put(&mut own, "inLanguage", edition.lang.to_string());
    own.insert("author".to_owned(), authors(edition));
    put_address(page, &mut own, "url", &PageKind::Study.path(edition.home, edition.lang));
    own
}

fn authors(edition: &Edition) -> Value {
    let front = &edition.front;
    let author = |author: &Author| {
        let mut own = typed("Person");
        put(&mut own, "name", author.name.plain());
        if let Some(orcid) = &author.orcid {
            put(&mut own, "sameAs", format!("https://orcid.org/{orcid}"));
        }
        let places =
            author.affiliations.iter().filter_map(|at| front.affiliations.get(*at));
        let places = places.map(|place| {
            let mut own = typed("Organization");
            put(&mut own, "name", place.plain());
            Value::Object(own)
        });
        let places: Vec<_> = places.collect();
        if !places.is_empty() {
            own.insert("affiliation".to_owned(), places.into());
        }
        Value::Object(own)
    };
    front.authors.iter().map(author).collect()
}

/// A text with its works written out.
fn full(text: &Text, edition: &Edition) -> String {
    let parts = written_out(text, &edition.references);
    parts.into_iter().map(|(_, words)| words).collect()
}

fn dataset_page(page: &Page<'_>, dataset: &Dataset) -> SitePath {
    PageKind::Dataset(dataset.id.clone()).path(page.edition.home, page.edition.lang)
}

fn typed(kind: &str) -> Map<String, Value> {
    let mut own = Map::new();
    own.insert("@type".to_owned(), json!(kind));
    own
}

/// Words at a key, with spaces that programs know; nothing where there are none.
fn put(own: &mut Map<String, Value>, key: &str, words: String) {
    if !words.is_empty() {
        own.insert(key.to_owned(), words.replace('\u{a0}', " ").into());
    }
}

/// A public address at a key, where the site has one.
fn put_address(
    page: &Page<'_>,
    own: &mut Map<String, Value>,
    key: &str,
    path: &SitePath,
) {
    if let Some(base) = page.context.base_url {
        put(own, key, path.url(base));
    }
}
