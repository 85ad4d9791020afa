//! What the head of a page says of it to search engines and to indexes of scholarship.

use std::collections::{BTreeMap, BTreeSet};

use baspa::site_path::SitePath;
use serde_json::Value;

use crate::html::Page;
use crate::{BASE, BUILT, EVERY, folder};

fn metas<'p>(page: &'p Page, name: &str) -> Vec<&'p str> {
    let tags = page.all("meta").filter(|tag| tag.get("name") == Some(name));
    tags.filter_map(|tag| tag.get("content")).collect()
}

/// What a page says of itself as JSON-LD.
fn described(page: &Page) -> Vec<Value> {
    let scripts = page.all("script");
    let own = scripts.filter(|own| own.get("type") == Some("application/ld+json"));
    own.map(|own| serde_json::from_str(&page.words(own)).unwrap()).collect()
}

#[test]
fn no_two_pages_of_a_language_have_the_same_title_or_description() {
    for built in EVERY {
        let mut known: BTreeMap<(String, &str, String), &str> = BTreeMap::new();
        for (path, page) in &built.pages {
            let title = page.words(page.all("title").next().expect("a title"));
            let said = metas(page, "description");
            assert_eq!(said.len(), 1, "{path}");
            let letters = said[0].chars().count();
            assert!((1..=160).contains(&letters), "{path}: {letters} letters");
            let lang = &page.elements[0].lang;
            for (what, words) in [("title", title), ("description", said[0].to_owned())] {
                let other = known.insert((lang.clone(), what, words.clone()), path);
                assert_eq!(other, None, "{path}: the {what} `{words}`");
            }
        }
        assert!(known.len() > 50);
    }
}

#[test]
fn the_descriptions_of_a_page_differ_from_language_to_language() {
    for (path, page) in BUILT.edition("en") {
        let below = path.strip_prefix("en/").unwrap();
        let others =
            ["kk", "kk-latn", "ru"].map(|lang| &BUILT.pages[&format!("{lang}/{below}")]);
        let all = others.into_iter().chain([page]);
        let unique: BTreeSet<_> = all.map(|page| metas(page, "description")[0]).collect();
        assert_eq!(unique.len(), 4, "{path}: {unique:?}");
    }
}

#[test]
fn the_page_of_the_study_is_a_work_to_indexes_of_scholarship() {
    for lang in BUILT.languages() {
        let page = BUILT.study(lang);
        let title = page.words(page.all("h1").next().unwrap()).replace('\u{a0}', " ");
        assert_eq!(metas(page, "citation_title"), [title.as_str()]);
        assert_eq!(metas(page, "DC.title"), [title.as_str()]);
        assert_eq!(metas(page, "citation_language"), [lang]);
        let authors = metas(page, "citation_author");
        assert_eq!(authors.len(), 2);
        assert!(authors.iter().all(|own| own.contains(", ")), "{authors:?}");
        assert_eq!(authors, metas(page, "DC.creator"));
        assert_eq!(metas(page, "citation_author_institution").len(), 2);
        let address = format!("{BASE}{}/", folder(lang));
        assert_eq!(metas(page, "citation_public_url"), [address.as_str()]);
        // The study does not say when it appeared.
        assert_eq!(metas(page, "citation_publication_date"), [] as [&str; 0]);
        for (path, other) in
            BUILT.edition(lang).filter(|(path, _)| !path.ends_with("/index.html"))
        {
            assert_eq!(metas(other, "citation_title"), [] as [&str; 0], "{path}");
        }
    }
}

#[test]
fn editions_name_each_other_as_translations() {
    let own = |lang: &str| described(BUILT.study(lang)).remove(0);
    let id = |lang: &str| Value::from(format!("{BASE}{}/", folder(lang)));
    for lang in BUILT.languages() {
        let own = own(lang);
        assert_eq!((&own["@type"], &own["@id"]), (&"ScholarlyArticle".into(), &id(lang)));
        assert_eq!(own["inLanguage"], lang);
        assert_eq!(own["isPartOf"]["@type"], "Periodical");
        assert!(own["abstract"].as_str().unwrap().chars().count() > 500);
        let of = &own["translationOfWork"]["@id"];
        assert_eq!(*of, if lang == "en" { Value::Null } else { id("en") }, "{lang}");
    }
    let translations = own("en")["workTranslation"].clone();
    let ids: Vec<_> =
        translations.as_array().unwrap().iter().map(|own| &own["@id"]).collect();
    assert_eq!(ids, [&id("kk"), &id("kk-Latn"), &id("ru")]);
    assert_eq!(own("kk-Latn")["isBasedOn"]["@id"], id("kk"));
}

#[test]
fn every_other_page_says_how_it_is_reached() {
    let mut trails = 0;
    for (path, page) in &BUILT.pages {
        let all = described(page);
        let trail = all.iter().find(|own| own["@type"] == "BreadcrumbList");
        let of_edition = path.contains('/');
        let is_study = BUILT
            .languages()
            .iter()
            .any(|lang| *path == format!("{}/index.html", folder(lang)));
        assert_eq!(trail.is_some(), of_edition && !is_study, "{path}");
        let Some(steps) = trail.and_then(|own| own["itemListElement"].as_array()) else {
            continue;
        };
        for (at, step) in steps.iter().enumerate() {
            assert_eq!(step["position"], at + 1, "{path}");
            assert!(!step["name"].as_str().unwrap().is_empty(), "{path}");
            let item = step["item"].as_str().unwrap().strip_prefix(BASE).unwrap();
            let file = if item.ends_with('/') {
                format!("{item}index.html")
            } else {
                item.to_owned()
            };
            assert!(BUILT.pages.contains_key(&file), "{path}: {item}");
            assert_eq!(at + 1 == steps.len(), file == *path, "{path}: {item}");
        }
        trails += 1;
    }
    assert!(trails > 50, "{trails}");
}

#[test]
fn a_page_offers_the_references_that_the_site_has() {
    for lang in BUILT.languages() {
        let page = BUILT.study(lang);
        let offered = page.all("a").filter(|link| {
            link.get("type").is_some_and(|own| {
                own.contains("x-") || own.contains("csl") || own.contains("yaml")
            })
        });
        let offered: BTreeSet<_> =
            offered.map(|link| (link.get("href"), link.get("type"))).collect();
        let linked =
            page.all("link").filter(|link| link.get("rel") == Some("describedby"));
        let linked: BTreeSet<_> =
            linked.map(|link| (link.get("href"), link.get("type"))).collect();
        assert_eq!(offered, linked);
        assert_eq!(offered.len(), 4);
        for ending in ["bib", "ris", "json"] {
            let path = SitePath::presume(format!("{}/citation.{ending}", folder(lang)));
            let text =
                String::from_utf8(BUILT.site.bytes(&path).unwrap().to_vec()).unwrap();
            assert!(text.contains(metas(page, "citation_title")[0]), "{path}");
        }
    }
    assert!(BUILT.site.get(&SitePath::presume("citation.cff")).is_some());
}
