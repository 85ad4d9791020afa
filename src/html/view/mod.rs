//! What templates see: one struct for each kind of page, made of words, markup and links.

mod citation;
mod contents;
mod dataset;
mod description;
mod feed;
mod figure;
mod front;
mod grid;
mod head;
mod index;
mod index_head;
mod naming;
mod outdated;
mod pager;
mod revision;
mod scholarly;
mod search;
mod side;
mod site;
mod structured;
mod study;
mod version;

use serde::Serialize;

pub(super) use contents::{contents, ends};
pub(super) use dataset::{about_view, dataset_view};
pub(super) use feed::{feed, site_feed};
pub(super) use figure::{FigureView, TableView, figure_view, finding_view, table_view};
pub(super) use front::{findings, front_view};
pub(super) use head::{Head, dataset_links, head, side_head};
pub(super) use index::{ListContents, keyword_views, list_view};
pub(super) use revision::{modified, published, revisions_view};
pub(super) use search::{Searched, index_files, search_view};
pub(super) use side::{OutlineView, PartView, SideView};
pub use site::{Sitemap, sitemap};
pub(super) use site::{index_choices, index_sitemap, language_choices};
pub(super) use study::{
    IdsView, ReferenceView, flags, ids, notes, opening, part_page, references, study_view,
};
pub(super) use version::versions_view;

use super::markup::Html;

/// A line of text. `<h1{{ attrs }}>{{ html }}</h1>`
#[derive(Debug, Clone, Serialize)]
pub(super) struct TextView {
    /// ` lang="…"` where the text is not in the page's language.
    pub(super) attrs: Html,
    /// The line.
    pub(super) html: Html,
}

/// Paragraphs and what stands between them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PassageView {
    /// ` lang="…"` where the text is not in the page's language.
    pub(super) attrs: Html,
    /// The blocks.
    pub(super) html: Html,
}

/// A link of the interface.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LinkView {
    /// Where it leads.
    pub(super) href: String,
    /// Its words.
    pub(super) title: TextView,
    /// A few quiet words after it.
    pub(super) detail: Option<String>,
    /// Whether it leads to the page that it stands on.
    pub(super) current: bool,
}

/// A link back to where a note or a work is mentioned.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BackView {
    /// Where it leads.
    pub(super) href: String,
    /// Its letter, where there are several.
    pub(super) letter: String,
}

/// The links back to `ids`, with letters where there are several.
fn back_views(ids: impl Iterator<Item = String>) -> Vec<BackView> {
    linked_views(ids.map(|id| format!("#{id}")))
}

/// The links back to these addresses, with letters where there are several.
fn linked_views(addresses: impl Iterator<Item = String>) -> Vec<BackView> {
    let mut backs: Vec<_> = addresses
        .enumerate()
        .map(|(i, href)| BackView { href, letter: letter(i) })
        .collect();
    if let [only] = backs.as_mut_slice() {
        only.letter.clear();
    }
    backs
}

/// a to z, then numbers.
fn letter(index: usize) -> String {
    u8::try_from(index)
        .ok()
        .filter(|i| *i < 26)
        .map_or_else(|| (index + 1).to_string(), |i| char::from(b'a' + i).to_string())
}
