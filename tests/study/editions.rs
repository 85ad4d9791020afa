//! The editions say the same: same parts in the same order, in each language.

use std::collections::BTreeSet;
use std::path::Path;

use baspa::load;
use baspa::translation::state::{State, states};

use baspa::chart::PAGE_WIDTHS;

use crate::html::{Element, Page};
use crate::{BUILT, LANGS, folder};

#[test]
fn every_page_has_its_twin_in_each_language() {
    let paths = |lang: &str| -> Vec<String> {
        BUILT.edition(lang).map(|(path, _)| path.replacen(&folder(lang), "", 1)).collect()
    };
    for lang in LANGS {
        assert_eq!(paths("en"), paths(lang), "{lang}");
    }
    assert!(paths("en").len() >= 15);
}

/// What stands on a page below `main`, without its words: headings, paragraphs, lists,
/// figures and tables with their sizes, editorial notes, and after each block what it
/// cites, refers to and notes, in any order.
fn skeleton(page: &Page) -> Vec<String> {
    let main = page.all("main").next().unwrap();
    let drawn = |element: &Element| page.within(element, |own| own.name == "svg");
    // Each names the others.
    let languages = |element: &Element| {
        page.below(element).iter().any(|own| own.get("hreflang").is_some())
    };
    let blocks = ["h1", "h2", "h3", "h4", "p", "li", "figure", "tr", "section", "dd"];
    let mut bones = Vec::new();
    for element in page.below(main).into_iter().filter(|element| !drawn(element)) {
        let name = element.name.as_str();
        if name == "li" && languages(element) {
            continue;
        }
        if !blocks.contains(&name) && !element.has_class("finding") {
            continue;
        }
        let id = element.shared_id();
        let cells = if name == "tr" { element.children.len() } else { 0 };
        let marks: BTreeSet<_> = page
            .below(element)
            .into_iter()
            .filter(|own| own.name == "a" && matches!(name, "p" | "li" | "dd"))
            .filter_map(|link| link.get("href"))
            .collect();
        bones.push(format!("{name}#{id} {cells} {marks:?}"));
    }
    bones
}

#[test]
fn every_page_has_the_same_parts_in_each_language() {
    // An index of words is that of its language.
    let pages = BUILT.edition("en").filter(|(path, _)| !path.contains("/search/"));
    for (path, english) in pages {
        for lang in LANGS {
            let twin = &BUILT.pages[&path.replacen("en", &folder(lang), 1)];
            let (ours, theirs) = (skeleton(english), skeleton(twin));
            let differing = ours.iter().zip(&theirs).find(|(a, b)| a != b);
            assert_eq!(differing, None, "{path} and its twin in {lang}");
            assert_eq!(ours.len(), theirs.len(), "{path} and its twin in {lang}");
        }
    }
}

/// Every citation of the study in its order: the work, and the digits of its place.
fn citations(page: &Page) -> Vec<String> {
    let mut cited = Vec::new();
    for cite in page.elements.iter().filter(|element| element.has_class("cite")) {
        let words = page.words(cite);
        let digits: String = words
            .chars()
            .map(|c| if c.is_ascii_digit() || c == '–' { c } else { ' ' })
            .collect();
        let works: Vec<_> = page
            .below(cite)
            .into_iter()
            .filter_map(|own| own.get("href")?.strip_prefix("#ref-"))
            .collect();
        let places: Vec<_> = digits.split_whitespace().collect();
        cited.push(format!("{works:?} {places:?}"));
    }
    cited.sort();
    cited
}

#[test]
fn the_same_places_are_cited_in_each_language() {
    let english = citations(BUILT.study("en"));
    assert!(english.len() >= 25);
    assert!(english.iter().any(|cite| cite.contains('–')), "{english:?}");
    for lang in LANGS {
        assert_eq!(citations(BUILT.study(lang)), english, "{lang}");
    }
}

#[test]
fn all_twenty_five_works_are_cited() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        let works: Vec<_> = page
            .all("li")
            .filter_map(|item| Some((item, item.get("id")?.strip_prefix("ref-")?)))
            .collect();
        assert_eq!(works.len(), 25, "{lang}");
        for (number, (item, key)) in works.iter().enumerate() {
            assert_eq!(item.get("value"), Some((number + 1).to_string().as_str()));
            let back = page
                .below(item)
                .into_iter()
                .any(|own| own.get("role") == Some("doc-backlink"));
            assert!(back, "{lang}: `{key}` is not cited");
            let words = page.words(item);
            assert!(!words.contains(['{', '}', '"']), "{lang}: {words}");
        }
    }
}

/// The figures with charts.
fn figures(page: &Page) -> Vec<&Element> {
    page.all("figure").filter(|figure| figure.has_class("figure")).collect()
}

#[test]
fn there_are_at_least_six_figures_each_drawn_for_all_widths() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        assert!(figures(page).len() >= 6, "{lang}");
        for figure in figures(page) {
            let charts = page.below(figure).into_iter().filter(|own| own.name == "svg");
            let widths: Vec<_> = charts.filter_map(|svg| svg.get("width")).collect();
            let all = PAGE_WIDTHS.map(|(width, _)| width.to_string());
            assert_eq!(widths, all, "{lang}: {:?}", figure.get("id"));
            assert!(page.below(figure).iter().any(|own| own.name == "table"));
        }
    }
}

#[test]
fn every_figure_is_told_in_words_of_its_language() {
    let told = |lang: &str| -> Vec<(String, Vec<String>)> {
        let page = BUILT.study(lang);
        figures(page)
            .into_iter()
            .map(|figure| {
                let below = page.below(figure);
                let told_by = |svg: &Element, name| {
                    let id = svg.get(name).unwrap();
                    let own = below.iter().find(|own| own.get("id") == Some(id));
                    page.words(own.unwrap())
                };
                let drawings = below.iter().filter(|own| own.has_class("chart"));
                let words = drawings.flat_map(|svg| {
                    let names = ["aria-labelledby", "aria-describedby"];
                    names.map(|name| told_by(svg, name))
                });
                (figure.get("id").unwrap().to_owned(), words.collect())
            })
            .collect()
    };
    let (en, kk, ru) = (told("en"), told("kk"), told("ru"));
    for ((a, b), c) in en.iter().zip(&kk).zip(&ru) {
        assert_eq!((&a.0, &a.0), (&b.0, &c.0));
        assert_eq!(
            a.1.len(),
            2 * PAGE_WIDTHS.len(),
            "name and description of each drawing"
        );
        for ((x, y), z) in a.1.iter().zip(&b.1).zip(&c.1) {
            let long = |text: &String| text.chars().count() > 20;
            assert!(long(x) && long(y) && long(z), "{}: {x}", a.0);
            assert!(x != y && y != z && x != z, "{}: {x}", a.0);
        }
    }
}

#[test]
fn images_have_words() {
    for (path, page) in &BUILT.pages {
        for image in page.all("img") {
            assert!(image.get("alt").is_some(), "{path}");
        }
        for svg in page.all("svg") {
            let named = svg.get("aria-labelledby").is_some();
            assert!(named || svg.get("aria-hidden") == Some("true"), "{path}");
        }
    }
}

#[test]
fn the_contradictions_of_the_source_are_shown_where_it_makes_them() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        let notes = page.elements.iter().filter(|own| own.has_class("finding"));
        assert!(notes.count() >= 15, "{lang}");
        let about = &BUILT.pages[&format!("{}/about.html", folder(lang))];
        let all = about.elements.iter().filter(|own| own.has_class("finding"));
        assert!(all.count() >= 15, "{lang}");
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for (path, page) in &BUILT.pages {
        let mut last = 0;
        for element in &page.elements {
            let level = element.name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok());
            if let Some(level) = level {
                assert!(level <= last + 1, "{path}: h{level} after h{last}");
                last = level;
            }
        }
        assert_eq!(page.all("h1").count(), 1, "{path}");
    }
}

/// Where it fails: `baspa status --units` says what changed; when the translations follow,
/// `baspa status --accept all kk ru` records it.
#[test]
fn every_translation_follows_its_original() {
    let (input, _) = load::read::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let (study, _) = load::study(&input, false);
    let study = study.unwrap();
    let mut behind = Vec::new();
    for text in states(&study) {
        for own in &text.translations {
            if own.state < State::Current {
                behind.push(format!(
                    "{} {} {}",
                    text.file.id,
                    own.lang,
                    own.state.name()
                ));
            }
        }
    }
    assert_eq!(behind, [""; 0]);
}
