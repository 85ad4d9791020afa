//! Links, anchors, and the links between languages.

use std::collections::{BTreeMap, BTreeSet};

use baspa::BuildOptions;
use baspa::site_path::SitePath;

use crate::html::Page;
use crate::{BASE, BUILT, LANGS, PAGED, content, folder, site};

/// The path in the site that `link` leads to from the page at `path`, and its fragment.
fn resolve(path: &str, link: &str) -> (String, String) {
    let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
    if file.is_empty() {
        return (path.to_owned(), fragment.to_owned());
    }
    if let Some(absolute) = file.strip_prefix('/') {
        return (absolute.to_owned(), fragment.to_owned());
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{path}: {link} leaves the site"),
            part => parts.push(part),
        }
    }
    (parts.join("/"), fragment.to_owned())
}

fn is_outside(link: &str) -> bool {
    link.contains(':')
}

#[test]
fn every_link_and_fragment_leads_somewhere() {
    for built in [&BUILT, &PAGED] {
        let mut checked = 0;
        for (path, page) in &built.pages {
            for element in &page.elements {
                let address = element.get("href").or(element.get("src"));
                let Some(link) = address.filter(|link| !is_outside(link)) else {
                    continue;
                };
                let (target, fragment) = resolve(path, link);
                let file = SitePath::parse(&target).and_then(|at| built.site.get(&at));
                assert!(file.is_some(), "{path}: {link} leads nowhere");
                if !fragment.is_empty() {
                    let there = built.pages[&target].by_id(&fragment);
                    assert!(there.is_some(), "{path}: {link} leads to no place");
                }
                checked += 1;
            }
        }
        assert!(checked > 1_000, "{checked} links");
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for (path, page) in &BUILT.pages {
        for element in &page.elements {
            let fetched = match element.name.as_str() {
                "link" => match element.get("rel") {
                    // These name an address, and a browser asks for none of them.
                    Some(
                        "canonical" | "alternate" | "author" | "cite-as" | "license",
                    ) => None,
                    Some(rel) if rel.starts_with("schema.DC") => None,
                    Some(rel) if rel.starts_with("DCTERMS.") => None,
                    _ => element.get("href"),
                },
                "a" => None,
                _ => element.get("src").or(element.get("href")),
            };
            let outside = fetched.is_some_and(|link| {
                is_outside(link) && !link.starts_with("data:") || link.starts_with("//")
            });
            assert!(!outside, "{path}: fetches {fetched:?}");
            // What is of this type is data, and no browser runs it.
            let own =
                element.get("src").is_none_or(|src| src == "../../assets/search.js")
                    || element.get("type") == Some("application/ld+json");
            assert!(element.name != "script" || own, "{path}: a script");
            let active = ["iframe", "object", "embed", "form", "style"];
            assert!(
                !active.contains(&element.name.as_str()),
                "{path}: <{}>",
                element.name
            );
        }
    }
    for (path, file) in BUILT.site.iter().filter(|(p, _)| p.as_str().ends_with(".css")) {
        let text = std::str::from_utf8(file.bytes().unwrap()).unwrap();
        assert!(!text.contains("@import") && !text.contains("//"), "{path}");
        for url in text.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (target, _) = resolve(path.as_str(), url.trim_matches(['"', '\'']));
            let font = SitePath::parse(&target).and_then(|at| BUILT.site.get(&at));
            assert!(font.is_some(), "{path}: {url}");
        }
    }
}

#[test]
fn ids_are_unique_and_those_that_are_named_exist() {
    let naming =
        ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"];
    for (path, page) in &BUILT.pages {
        let mut ids = BTreeSet::new();
        for id in page.elements.iter().filter_map(|element| element.get("id")) {
            assert!(ids.insert(id), "{path}: `{id}` twice");
            assert!(
                !id.is_empty() && !id.contains(char::is_whitespace),
                "{path}: `{id}`"
            );
        }
        for element in &page.elements {
            let named = naming.iter().filter_map(|name| element.get(name));
            for id in named.flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{path}: no `{id}`");
            }
        }
    }
}

/// Alternates by language, and the canonical address.
fn head(page: &Page) -> (BTreeMap<&str, &str>, Option<&str>) {
    let links = || page.all("link");
    let alternates = links()
        .filter(|link| link.get("rel") == Some("alternate"))
        .map(|link| (link.get("hreflang").unwrap(), link.get("href").unwrap()));
    let canonical = links().find(|link| link.get("rel") == Some("canonical"));
    (alternates.collect(), canonical.and_then(|link| link.get("href")))
}

/// The path of the page with this public address.
fn path_of(address: &str, base: &str) -> String {
    let path = address.strip_prefix(base).unwrap_or_else(|| panic!("{address}"));
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}

fn assert_alternates_are_mutual(pages: &BTreeMap<String, Page>, base: &str) {
    for lang in LANGS {
        let own = format!("{}/", folder(lang));
        for (path, page) in pages.iter().filter(|(path, _)| path.starts_with(&own)) {
            let (alternates, canonical) = head(page);
            assert_eq!(path_of(canonical.unwrap(), base), *path, "a page is its own");
            let langs: Vec<_> = alternates.keys().copied().collect();
            assert_eq!(langs, ["en", "kk", "kk-Latn", "ru", "x-default"], "{path}");
            for (other, address) in &alternates {
                let target = path_of(address, base);
                assert_eq!(head(&pages[&target]).0, alternates, "{path} and {address}");
                if *other != "x-default" {
                    let lang = pages[&target].elements[0].get("lang");
                    assert_eq!(lang, Some(*other), "{path}");
                    let twin = path.replacen(&own, &format!("{}/", folder(other)), 1);
                    assert_eq!(target, twin);
                }
            }
            let root = alternates["x-default"] == base;
            assert_eq!(root, path.ends_with(&format!("{own}index.html")), "{path}");
        }
    }
}

#[test]
fn the_pages_of_all_languages_name_each_other() {
    assert_alternates_are_mutual(&BUILT.pages, BASE);
    let root = &BUILT.pages["index.html"];
    assert_eq!(head(root).1, Some(BASE));
}

#[test]
fn the_language_switcher_leads_to_the_same_page() {
    for lang in LANGS {
        for (path, page) in BUILT.edition(lang) {
            let switcher: BTreeMap<_, _> = page
                .all("a")
                .filter(|link| page.within(link, |own| own.has_class("languages")))
                .map(|link| {
                    (
                        link.get("lang").unwrap(),
                        resolve(path, link.get("href").unwrap()).0,
                    )
                })
                .collect();
            let twin = |other: &str| path.replacen(&folder(lang), &folder(other), 1);
            let expected = LANGS.map(|other| (other, twin(other)));
            assert_eq!(switcher, expected.into(), "{path}");
        }
    }
}

#[test]
fn the_sitemap_names_every_page_of_every_edition() {
    let bytes = BUILT.site.bytes(&SitePath::presume("sitemap.xml")).unwrap();
    let text = std::str::from_utf8(bytes).unwrap();
    let named: BTreeSet<_> = text
        .split("<loc>")
        .skip(1)
        .map(|rest| path_of(rest.split("</loc>").next().unwrap(), BASE))
        .collect();
    let pages = LANGS.iter().flat_map(|lang| BUILT.edition(lang));
    let expected: BTreeSet<_> = pages.map(|(path, _)| path.to_owned()).collect();
    let editions: BTreeSet<_> =
        named.iter().filter(|p| p.contains('/')).cloned().collect();
    assert_eq!(editions, expected);
}

#[test]
fn a_site_below_a_host_links_within_itself() {
    let base = "https://example.org/a/b/";
    let options = BuildOptions { base_url: Some(base.into()), ..BuildOptions::default() };
    let site = site(&content(), &options);
    let html = site.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let pages: BTreeMap<_, _> = html
        .map(|(path, page)| {
            let text = std::str::from_utf8(page.bytes().unwrap()).unwrap();
            assert!(!text.contains(BASE), "{path} names the other address");
            (path.to_string(), Page::parse(path.as_str(), text))
        })
        .collect();
    assert_alternates_are_mutual(&pages, base);
    for (path, page) in &pages {
        for link in page.elements.iter().filter_map(|element| element.get("href")) {
            let inside = !link.starts_with('/') || link.starts_with("/a/b/");
            assert!(inside, "{path}: {link}");
            assert_eq!(
                link.starts_with('/'),
                link.starts_with("/a/b/"),
                "{path}: {link}"
            );
        }
    }
    assert_eq!(site.len(), BUILT.site.len());
}
