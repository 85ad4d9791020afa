//! The lists of a site of several studies in the words of schema.org.

use serde_json::{Map, Value, json};

use super::trail::list;
use super::{described, put, typed};
use crate::html::index::Index;
use crate::html::markup::Html;
use crate::html::paths::IndexKind;
use crate::html::view::index::listed;
use crate::lang::Lang;
use crate::site_path::SitePath;

/// What the list in `lang` of this title and description holds, and the way to it; nothing
/// without public addresses, by which search engines know what is listed.
pub(in crate::html::view) fn structured_list(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    [title, description]: [&str; 2],
) -> Vec<Html> {
    let Some(base_url) = index.base_url else { return Vec::new() };
    let mut own = typed("CollectionPage");
    put(&mut own, "name", title.to_owned());
    put(&mut own, "description", description.to_owned());
    put(&mut own, "inLanguage", lang.to_string());
    put(&mut own, "url", kind.path(lang).url(base_url));
    own.insert(
        "mainEntity".to_owned(),
        Value::Object(items(index, lang, kind, base_url)),
    );
    let trail = trail(index, lang, kind, title).map(|steps| list(base_url, &steps));
    std::iter::once(own).chain(trail).map(described).collect()
}

/// What the list holds, in its order.
fn items(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    base_url: &str,
) -> Map<String, Value> {
    let item = |(at, (name, path)): (usize, (String, SitePath))| {
        let mut own = typed("ListItem");
        own.insert("position".to_owned(), json!(at + 1));
        put(&mut own, "name", name);
        put(&mut own, "url", path.url(base_url));
        Value::Object(own)
    };
    let items = listed(index, lang, kind).into_iter().enumerate().map(item);
    let mut own = typed("ItemList");
    own.insert("itemListElement".to_owned(), items.collect());
    own
}

/// The way from the list of studies to another.
fn trail(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    title: &str,
) -> Option<Vec<(String, SitePath)>> {
    let site = index.collection.title.get(lang).words.clone();
    let keywords = index.interfaces.get(lang).messages.get("keywords").to_owned();
    let mut steps = vec![(site, IndexKind::Studies.path(lang))];
    match kind {
        IndexKind::Studies => return None,
        IndexKind::Keywords => {}
        IndexKind::Keyword(_) => steps.push((keywords, IndexKind::Keywords.path(lang))),
    }
    steps.push((title.to_owned(), kind.path(lang)));
    Some(steps)
}
