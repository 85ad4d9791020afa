//! What a page is called: no two pages of a language have the same title, unless authors give
//! two sections or datasets the same.

use crate::html::page::Page;
use crate::html::{Context, Interface};

/// The title of a page of the study: its `own` words, where it is not the study's own page.
/// The pages of a version name it.
pub(super) fn title(page: &Page<'_>, own: Option<&str>) -> String {
    let study = page.edition.front.title.plain();
    let title = own.map_or_else(|| study.clone(), |own| format!("{own} – {study}"));
    with_version(page.context, page.interface, &title)
}

/// Words followed by the version that the site is, where it is one.
pub(super) fn with_version(
    context: &Context<'_>,
    interface: &Interface,
    words: &str,
) -> String {
    match named_version(context, interface) {
        Some(version) => format!("{words} – {version}"),
        None => words.to_owned(),
    }
}

/// The version that the site is, in the words of a language.
pub(super) fn named_version(
    context: &Context<'_>,
    interface: &Interface,
) -> Option<String> {
    let version = context.version?;
    Some(interface.messages.format("version_n", &[("name", &version.name)]))
}
