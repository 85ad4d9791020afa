//! What a page says of itself to search engines: JSON-LD in the words of schema.org.

mod article;
mod dataset;
mod listing;
mod trail;

pub(super) use listing::structured_list;

use serde_json::{Map, Value, json};

use super::{modified, published};
use crate::edition::Work;
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::site_path::SitePath;

/// The descriptions of a page of this work with its `own` title: of what it shows, and of the
/// way to it.
pub(super) fn structured(page: &Page<'_>, work: &Work, own: Option<&str>) -> Vec<Html> {
    let shown = match &page.kind {
        PageKind::Study => Some(article::study(page, work)),
        PageKind::Dataset(id) => {
            let mut datasets = page.edition.datasets.iter();
            let dataset = datasets.find(|dataset| dataset.id == *id);
            dataset.map(|dataset| dataset::dataset(page, work, dataset))
        }
        PageKind::Section(id) => {
            let mut sections = page.edition.sections.iter();
            let section = sections.find(|section| section.id == *id);
            section.map(|section| article::chapter(page, work, section))
        }
        PageKind::References
        | PageKind::About
        | PageKind::Search
        | PageKind::Versions
        | PageKind::Revisions(_) => None,
    };
    let shown = shown.map(|mut shown| {
        put_dates(page, &mut shown);
        shown
    });
    let trail = own.and_then(|own| trail::trail(page, own));
    shown.into_iter().chain(trail).map(described).collect()
}

/// That of a page of two languages, which are named.
pub(super) fn structured_pair(
    page: &Page<'_>,
    at: &SitePath,
    languages: &str,
) -> Vec<Html> {
    trail::to_pair(page, at, languages).map(described).into_iter().collect()
}

fn described(mut own: Map<String, Value>) -> Html {
    own.insert("@context".to_owned(), "https://schema.org".into());
    script(&Value::Object(own))
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

/// A thing of this type.
pub(super) fn typed(kind: &str) -> Map<String, Value> {
    let mut own = Map::new();
    own.insert("@type".to_owned(), json!(kind));
    own
}

/// Something that is known by its name alone.
pub(super) fn named(kind: &str, name: &str) -> Value {
    let mut own = typed(kind);
    put(&mut own, "name", name.to_owned());
    Value::Object(own)
}

/// Pages by their names, numbered in their order, each with its public address at `key`.
pub(super) fn items(key: &str, base_url: &str, pages: &[(String, SitePath)]) -> Value {
    let item = |(at, (name, path)): (usize, &(String, SitePath))| {
        let mut own = typed("ListItem");
        own.insert("position".to_owned(), json!(at + 1));
        put(&mut own, "name", name.clone());
        put(&mut own, key, path.url(base_url));
        Value::Object(own)
    };
    pages.iter().enumerate().map(item).collect()
}

/// Words at a key, with spaces that programs know; nothing where there are none.
pub(super) fn put(own: &mut Map<String, Value>, key: &str, words: String) {
    if !words.is_empty() {
        own.insert(key.to_owned(), words.replace('\u{a0}', " ").into());
    }
}

/// A public address at a key, where the site has one.
pub(super) fn put_address(
    page: &Page<'_>,
    own: &mut Map<String, Value>,
    key: &str,
    path: &SitePath,
) {
    if let Some(base) = page.context.base_url {
        put(own, key, path.url(base));
    }
}
