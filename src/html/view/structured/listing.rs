//! The lists of a site of several studies in the words of schema.org.

use serde_json::Value;

use super::trail::breadcrumbs;
use super::{described, items, put, typed};
use crate::html::index::Index;
use crate::html::markup::Html;
use crate::html::paths::IndexKind;
use crate::lang::Lang;
use crate::site_path::SitePath;

/// What the list in `lang` of this title and description holds, which are these pages by
/// their names, and the way to it; nothing without public addresses, by which search engines
/// know what is listed.
pub(in crate::html::view) fn structured_list(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    [title, description]: [&str; 2],
    listed: &[(String, SitePath)],
) -> Vec<Html> {
    let Some(base_url) = index.base_url else { return Vec::new() };
    let mut list = typed("ItemList");
    list.insert("itemListElement".to_owned(), items("url", base_url, listed));
    let mut own = typed("CollectionPage");
    put(&mut own, "name", title.to_owned());
    put(&mut own, "description", description.to_owned());
    put(&mut own, "inLanguage", lang.to_string());
    put(&mut own, "url", kind.path(lang).url(base_url));
    own.insert("mainEntity".to_owned(), Value::Object(list));
    let trail =
        trail(index, lang, kind, title).map(|steps| breadcrumbs(base_url, &steps));
    std::iter::once(own).chain(trail).map(described).collect()
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
