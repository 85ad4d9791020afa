//! The page of two languages beside each other.

use serde::Serialize;

use super::contents::{EndView, EntryView};
use super::study::{IdsView, ReferenceView};
use crate::html::markup::Html;

/// The page of two languages: rows of two cells each, one for each language.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct SideView {
    /// The names of the languages, which lead to their editions.
    pub(in crate::html) names: Html,
    pub(in crate::html) title: Html,
    pub(in crate::html) subtitle: Html,
    /// Authors and all else that stands before the text.
    pub(in crate::html) byline: Html,
    pub(in crate::html) contents: Html,
    pub(in crate::html) summary: PartView,
    pub(in crate::html) keywords: Html,
    pub(in crate::html) sections: Vec<PartView>,
    pub(in crate::html) data: PartView,
    pub(in crate::html) flags: PartView,
    pub(in crate::html) notes: PartView,
    /// The heading of the reference list.
    pub(in crate::html) references: Html,
    /// The reference list, the same in both languages.
    pub(in crate::html) bibliography: Vec<ReferenceView>,
    /// The ids of the page's own parts.
    pub(in crate::html) ids: IdsView,
}

/// A part of the page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct PartView {
    pub(in crate::html) heading: Html,
    pub(in crate::html) rows: Html,
}

/// What the contents in one language are made of.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct OutlineView {
    pub(in crate::html) contents: Vec<EntryView>,
    /// What follows the sections.
    pub(in crate::html) ends: Vec<EndView>,
}
