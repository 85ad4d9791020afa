//! Versions: what the pages of one say of it, and the list of all.

use serde::Serialize;

use super::TextView;
use super::citation::study_citation;
use crate::edition::Edition;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::Prose;
use crate::html::{Context, Interface, PastVersion};
use crate::lang::Lang;
use crate::site_path::{Home, SitePath};
use crate::study::Version;

/// What a page of a version says of it. Its bytes stay as they are, so that a newer version
/// exists is told by a style sheet outside: it shows what is hidden here.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct VersionView {
    name: String,
    /// When it was made, in the words of the language.
    date: Option<String>,
    /// The address of the style sheet that shows the notice of a newer version.
    style: String,
    /// The address of the list of all versions.
    list: String,
    /// The parts of the reference by which the version is cited; none on a page of no
    /// language.
    citation: Vec<TextView>,
}

/// The list of all versions.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct VersionsView {
    /// The newest first.
    versions: Vec<ListedView>,
    /// The study as it is now.
    current: String,
}

/// A version in the list.
#[derive(Debug, Clone, Serialize)]
struct ListedView {
    name: String,
    date: Option<String>,
    href: String,
    /// The public address, where the site has one.
    address: Option<String>,
    newest: bool,
}

/// What a page of an edition says of the version that it belongs to.
pub(in crate::html) fn version_view(
    page: &Page<'_>,
    prose: &Prose,
) -> Option<VersionView> {
    let version = page.context.version?;
    let citation = study_citation(page, prose);
    Some(view(version, page.interface, page.edition.lang, &page.at, citation))
}

/// What a page that belongs to no edition says of the version that it belongs to.
pub(in crate::html) fn version_of_site(
    context: &Context<'_>,
    first: &Edition,
    at: &SitePath,
) -> Option<VersionView> {
    let interface = context.interface(first.lang);
    Some(view(context.version?, interface, first.lang, at, Vec::new()))
}

fn view(
    version: &Version,
    interface: &Interface,
    lang: Lang,
    at: &SitePath,
    citation: Vec<TextView>,
) -> VersionView {
    VersionView {
        name: version.name.clone(),
        date: date(version, interface),
        style: outside(version, at, &paths::version_style(version.home, &version.name)),
        list: outside(version, at, &PageKind::Versions.path(version.home, lang)),
        citation,
    }
}

pub(in crate::html) fn date(version: &Version, interface: &Interface) -> Option<String> {
    version.date.map(|date| interface.locale.date(&date))
}

/// The link from a page of a version to what lies outside of the version's folder.
fn outside(version: &Version, at: &SitePath, other: &SitePath) -> String {
    let inside = paths::in_version(version.home, &version.name, at);
    // Up to the top of the site, whatever the version is named.
    format!("{}{other}", "../".repeat(inside.as_str().matches('/').count()))
}

pub(in crate::html) fn versions_view(page: &Page<'_>) -> VersionsView {
    let versions = page.context.versions;
    let newest = versions.last().map(|own| own.version.number);
    let listed = versions.iter().rev().map(|own| {
        let path = entry(own, page.edition.lang);
        ListedView {
            name: own.version.name.clone(),
            date: date(own.version, page.interface),
            href: page.at.link_to(&path),
            address: page.context.base_url.map(|base| path.url(base)),
            newest: Some(own.version.number) == newest,
        }
    });
    VersionsView { versions: listed.collect(), current: page.link(&PageKind::Study) }
}

/// The page of a version that readers of a language begin with.
fn entry(own: &PastVersion<'_>, lang: Lang) -> SitePath {
    let page = match own.languages.contains(&lang) {
        true => PageKind::Study.path(Home::TOP, lang),
        false => paths::root(),
    };
    paths::in_version(own.version.home, &own.version.name, &page)
}
