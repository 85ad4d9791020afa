//! The study with a page for each section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use baspa::site_path::SitePath;
use baspa::{Before, BuildOptions, First, rebuild};

use crate::html::{Element, Page};
use crate::{BASE, BUILT, LANGS, PAGED, folder, root};

/// The pages of the text of an edition, in the order in which they lead on.
fn text(lang: &str) -> Vec<String> {
    let mut at = format!("{}/index.html", folder(lang));
    let mut pages = vec![at.clone()];
    while let Some(next) = link(&PAGED.pages[&at], "next") {
        let parent = at.rsplit_once('/').expect("a folder").0.to_owned();
        at = match next.strip_prefix("../") {
            Some(name) => format!("{}/{name}", folder(lang)),
            None => format!("{parent}/{next}"),
        };
        pages.push(at.clone());
    }
    pages
}

/// The address that the head of a page has for this relation.
fn link<'p>(page: &'p Page, rel: &str) -> Option<&'p str> {
    page.all("link").find(|own| own.get("rel") == Some(rel))?.get("href")
}

fn meta<'p>(page: &'p Page, name: &str) -> &'p str {
    let own = page.all("meta").find(|own| own.get("name") == Some(name));
    own.and_then(|own| own.get("content")).expect("content")
}

#[test]
fn all_sections_follow_each_other_and_then_the_references() {
    let sections = ["introduction", "literature", "theory", "methods", "dynamics"];
    let sections = sections.into_iter().chain(["reasons", "coping", "conclusion"]);
    for lang in LANGS {
        let folder = folder(lang);
        let mut wanted = vec![format!("{folder}/index.html")];
        wanted.extend(sections.clone().map(|id| format!("{folder}/sections/{id}.html")));
        wanted.push(format!("{folder}/references.html"));
        assert_eq!(text(lang), wanted);
    }
}

#[test]
fn each_page_has_a_title_and_a_description_of_its_own() {
    for lang in LANGS {
        let pages: Vec<_> = text(lang).iter().map(|path| &PAGED.pages[path]).collect();
        let titles: BTreeSet<_> = pages
            .iter()
            .map(|page| page.words(page.all("title").next().expect("a title")))
            .collect();
        let descriptions: BTreeSet<_> =
            pages.iter().map(|page| meta(page, "description")).collect();
        assert_eq!((titles.len(), descriptions.len()), (pages.len(), pages.len()));
        for own in descriptions {
            assert!((20..=200).contains(&own.chars().count()), "{lang}: {own}");
        }
        for page in pages {
            assert_eq!(page.all("h1").count(), 1);
        }
    }
}

#[test]
fn search_engines_are_told_of_the_same_section_in_every_language() {
    for lang in LANGS {
        for path in text(lang) {
            let page = &PAGED.pages[&path];
            let within = path.split_once('/').expect("a folder").1;
            let address = |lang: &str| {
                let name = within.strip_suffix("index.html").unwrap_or(within);
                format!("{BASE}{}/{name}", folder(lang))
            };
            assert_eq!(link(page, "canonical"), Some(&*address(lang)));
            let others = page.all("link").filter_map(|own| own.get("hreflang"));
            let others: BTreeSet<_> = others.collect();
            for other in LANGS {
                assert!(others.contains(other), "{path}: {other}");
                let told = page.all("link").any(|own| {
                    own.get("hreflang") == Some(other)
                        && own.get("href") == Some(&*address(other))
                });
                assert!(told, "{path}: {}", address(other));
            }
        }
    }
}

/// The ids of the text of a page with the words that stand there: of sections, headings,
/// figures, tables, notes and works.
fn places(page: &Page) -> BTreeMap<String, String> {
    let named = ["h1", "h2", "h3", "figure", "li"];
    let is_text = |own: &&Element| named.contains(&own.name.as_str());
    let places = page.elements.iter().filter(is_text);
    places.filter_map(|own| Some((own.get("id")?.to_owned(), page.words(own)))).collect()
}

/// The words of a page's text: paragraphs and items outside of lists of links.
fn said(page: &Page) -> Vec<String> {
    let text = page.elements.iter().filter(|own| own.has_class("narrative"));
    let below = text.flat_map(|own| page.below(own));
    below.filter(|own| own.name == "p").map(|own| page.words(own)).collect()
}

#[test]
fn the_pages_together_say_what_the_one_page_says() {
    for lang in LANGS {
        let whole = BUILT.study(lang);
        let pages = text(lang);
        let pages: Vec<_> = pages.iter().map(|path| &PAGED.pages[path]).collect();
        let all: BTreeMap<_, _> = pages.iter().flat_map(|page| places(page)).collect();
        for id in places(whole).keys() {
            assert!(all.contains_key(id), "{lang}: {id}");
        }
        let together: BTreeSet<_> = pages.iter().flat_map(|page| said(page)).collect();
        let whole = said(whole);
        assert!(whole.len() > 100);
        // The address in the words that a figure is cited by is that of its page, and a note
        // that one page folds may stand whole on several.
        for words in whole.iter().filter(|words| !words.contains(BASE)) {
            assert!(together.contains(words), "{lang}: {words}");
        }
    }
}

#[test]
fn a_figure_is_cited_by_the_page_of_its_section() {
    for lang in LANGS {
        let page = &PAGED.pages[&format!("{}/sections/dynamics.html", folder(lang))];
        for figure in page.all("figure").filter(|own| own.has_class("figure")) {
            let id = figure.get("id").expect("an id");
            let address = format!("{BASE}{}/sections/dynamics.html#{id}", folder(lang));
            let cited = page.below(figure).into_iter();
            let cited = cited.filter(|own| own.has_class("citation"));
            let cited: Vec<_> = cited.map(|own| page.words(own)).collect();
            assert!(cited.iter().any(|own| own.ends_with(&address)), "{cited:?}");
        }
    }
}

#[test]
fn a_section_that_somebody_looks_at_is_shown_first_and_as_the_whole_build_has_it() {
    let project = root().join("tests/sites/paged");
    let (input, found) = baspa::load::read::read(&project);
    assert_eq!(found.sorted(), []);
    let options = BuildOptions { draft: true, ..BuildOptions::default() };
    let places = ["ru/sections/water.html", "kk/references.html"];
    let places = places.map(|path| SitePath::parse(path).expect("a path"));
    let shown = Mutex::new(Vec::new());
    let show = |pages| shown.lock().unwrap().extend(pages);
    let first = First { places: &places, show: &show };
    let outcome = rebuild(&input, &options, &Before::default(), Some(first));
    let site = outcome.site.expect("a site");
    let mut shown = shown.into_inner().unwrap();
    shown.sort();
    assert_eq!(shown.len(), places.len());
    for (path, text) in shown {
        let whole = site.bytes(&path).expect("a page");
        assert!(whole == text.as_bytes(), "{path}");
    }
}
