//! Looks for links inside the site that lead nowhere, or to two places.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Site;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::site_path::SitePath;

/// Reports every link of a page to a file or an anchor that the site does not have, and
/// every anchor that stands twice in a page.
pub(super) fn check(site: &Site, found: &mut Diagnostics) {
    let pages: BTreeMap<&SitePath, &str> = site
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"))
        .filter_map(|(path, content)| {
            Some((path, std::str::from_utf8(content.bytes()?).ok()?))
        })
        .collect();
    let ids: Vec<_> = pages
        .par_iter()
        .map(|(path, page)| {
            let mut twice = Diagnostics::new();
            ((*path, unique_ids(path, page, &mut twice)), twice)
        })
        .collect();
    let mut anchors = BTreeMap::new();
    for (of_page, twice) in ids {
        anchors.extend([of_page]);
        found.append(twice);
    }
    let dead: Vec<_> = pages
        .par_iter()
        .map(|(path, page)| dead_ends(site, &anchors, path, page))
        .collect();
    dead.into_iter().for_each(|dead| found.append(dead));
}

/// The links of a page that lead nowhere.
fn dead_ends(
    site: &Site,
    anchors: &BTreeMap<&SitePath, BTreeSet<&str>>,
    path: &SitePath,
    page: &str,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    let links: BTreeSet<_> =
        attributes(page, " href=\"").chain(attributes(page, " src=\"")).collect();
    for link in links {
        if let Some(missing) = dead_end(site, anchors, path, link) {
            let message = format!("`{path}` links to `{link}`, but {missing}");
            found.push(Diagnostic::global(Code::BrokenLink, message));
        }
    }
    found
}

/// The ids of a page.
fn unique_ids<'a>(
    path: &SitePath,
    page: &'a str,
    found: &mut Diagnostics,
) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    for id in attributes(page, " id=\"") {
        if !ids.insert(id) {
            let message = format!("`{path}` has two elements with the id `{id}`");
            found.push(
                Diagnostic::global(Code::DuplicateId, message)
                    .help("give each element of a template an id of its own"),
            );
        }
    }
    ids
}

/// The values of an attribute in a page.
fn attributes<'a>(page: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

/// Why `link` leads nowhere; `None` for a good link, or one out of the site.
fn dead_end(
    site: &Site,
    anchors: &BTreeMap<&SitePath, BTreeSet<&str>>,
    from: &SitePath,
    link: &str,
) -> Option<String> {
    if link.contains(':') || link.starts_with('/') {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = target(from, path)?;
    if site.get(&target).is_none() {
        return Some(format!("there is no `{target}`"));
    }
    let known = anchor.is_empty()
        || anchors.get(&target).is_none_or(|anchors| anchors.contains(anchor));
    (!known).then(|| format!("`{target}` has no anchor `{anchor}`"))
}

/// The path that a relative link leads to.
fn target(from: &SitePath, link: &str) -> Option<SitePath> {
    if link.is_empty() {
        return Some(from.clone());
    }
    let mut parts: Vec<_> = from.as_str().split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            name => parts.push(name),
        }
    }
    SitePath::parse(&parts.join("/"))
}
