//! The edition in Latin letters: that in Cyrillic ones, word for word.

use baspa::locale::{Alphabet, KazakhLatin, Messages};
use baspa::site_path::SitePath;

use crate::html::{Child, Element, Page};
use crate::{BUILT, folder};

/// As `study.yaml` has it.
fn latin() -> KazakhLatin {
    KazakhLatin::new(Alphabet::Draft2021)
        .spell("Асанбаев", "Asanbayev")
        .spell("Қилыбаев", "Kilybayev")
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// Pages of both editions with the path in Latin letters.
fn twins() -> impl Iterator<Item = (&'static str, &'static Page, &'static Page)> {
    BUILT.edition("kk-Latn").map(|(path, page)| {
        let twin = path.replacen(&folder("kk-Latn"), "kk", 1);
        (path, &BUILT.pages[&twin], page)
    })
}

/// The words that stand in an element itself, without those of what it holds.
fn own_words(element: &Element) -> String {
    let words = element.children.iter().filter_map(|child| match child {
        Child::Words(words) => Some(words.as_str()),
        Child::Element(_) => None,
    });
    words.collect()
}

/// The elements of the content whose words do not depend on how wide they are.
fn content(page: &Page) -> Vec<&Element> {
    let main = page.all("main").next().unwrap();
    let below = page.below(main).into_iter();
    below.filter(|own| !page.within(own, |outer| outer.name == "svg")).collect()
}

#[test]
fn every_element_says_the_same_in_other_letters() {
    let (mut anew, mut kept) = (0, 0);
    // An index of words is in the order of its own letters.
    for (path, kazakh, in_latin) in
        twins().filter(|(path, ..)| !path.contains("/search/"))
    {
        let (kazakh, in_latin) = (content(kazakh), content(in_latin));
        assert_eq!(kazakh.len(), in_latin.len(), "{path}");
        for (ours, theirs) in kazakh.into_iter().zip(in_latin) {
            assert_eq!(ours.name, theirs.name, "{path}");
            assert_eq!(ours.shared_id(), theirs.shared_id(), "{path}");
            let (words, written) = (own_words(ours), own_words(theirs));
            // Where a language is named, the name is its own.
            let named = ours.get("hreflang").is_some();
            if ours.lang == "kk" && ours.name != "code" && !named {
                assert_eq!(theirs.lang, "kk-Latn", "{path}: {words}");
                let folders = latin().write(&words).replace("/kk/", "/kk-latn/");
                assert_eq!(written, folders, "{path}");
                anew += usize::from(words != written);
            } else {
                assert_eq!(written, words, "{path}");
                kept += usize::from(words.contains(is_cyrillic));
            }
        }
    }
    assert!(anew > 1_500 && kept >= 2, "{anew} written anew, {kept} kept");
}

#[test]
fn no_text_of_its_language_has_a_cyrillic_letter() {
    for (path, page) in BUILT.edition("kk-Latn") {
        for (element, text) in page.texts() {
            let own = element.lang == "kk-Latn" && element.name != "code";
            assert!(!own || !text.contains(is_cyrillic), "{path}: {text}");
        }
        for meta in page.all("meta").filter_map(|own| own.get("content")) {
            assert!(!meta.contains(is_cyrillic), "{path}: {meta}");
        }
    }
}

/// The texts of the files of figures in a folder, without the fonts that they carry.
fn figure_files(folder: &str) -> Vec<(&'static str, &'static str)> {
    let files = BUILT.site.iter().map(|(path, file)| (path.as_str(), file));
    let own = files.filter(|(path, _)| path.starts_with(&format!("{folder}/figures/")));
    own.filter_map(|(path, file)| {
        let text = std::str::from_utf8(file.bytes()?).unwrap();
        Some((path, text.split_once("</style>").map_or(text, |(_, svg)| svg)))
    })
    .collect()
}

#[test]
fn its_figures_and_their_files_have_its_letters() {
    let files = figure_files(&folder("kk-Latn"));
    assert!(files.len() >= 12, "{} files", files.len());
    assert_eq!(files.len(), figure_files("kk").len());
    assert!(figure_files("kk").iter().all(|(_, text)| text.contains(is_cyrillic)));
    for (path, text) in files {
        let cyrillic: String = text.chars().filter(|own| is_cyrillic(*own)).collect();
        assert_eq!(cyrillic, "", "{path}");
    }
}

#[test]
fn each_of_its_pages_says_what_it_is_made_of_and_leads_there() {
    let built_in = Messages::built_in(latin().from());
    let notice = latin().write(built_in.get("latin_edition"));
    for (path, _, page) in twins() {
        let own = page.elements.iter().find(|own| own.has_class("derived")).unwrap();
        assert_eq!(own.lang, "kk-Latn");
        assert!(page.words(own).starts_with(&notice), "{path}");
        let below = page.below(own);
        let link = below.iter().find(|own| own.name == "a").unwrap();
        assert_eq!(link.get("hreflang"), Some("kk"), "{path}");
        let twin = path.replacen(&folder("kk-Latn"), "kk", 1);
        let to = SitePath::presume(path).link_to(&SitePath::presume(twin));
        assert_eq!(link.get("href"), Some(to.as_str()), "{path}");
    }
    for (path, page) in BUILT.edition("kk") {
        assert!(!page.elements.iter().any(|own| own.has_class("derived")), "{path}");
    }
}

#[test]
fn it_is_offered_by_its_own_name_in_every_menu() {
    for (path, page) in BUILT.pages.iter().filter(|(path, _)| path.contains('/')) {
        let menu = page.all("nav").find(|own| own.has_class("languages")).unwrap();
        let links = page.below(menu).into_iter().filter(|own| own.name == "a");
        let names: Vec<_> = links.map(|own| page.words(own)).collect();
        assert_eq!(names, ["English", "Қазақша", "Qazaqşa", "Русский"], "{path}");
    }
}

/// The capital of `i` is `İ` there, which no browser knows of `kk-Latn`.
#[test]
fn no_style_puts_words_in_capitals() {
    let styles = BUILT.site.iter().filter(|(path, _)| path.as_str().ends_with(".css"));
    for (path, file) in styles {
        let text = std::str::from_utf8(file.bytes().unwrap()).unwrap();
        for way in ["text-transform", "small-caps", "font-variant-caps"] {
            assert!(!text.contains(way), "{path}: {way}");
        }
    }
}

#[test]
fn the_description_of_a_dataset_has_its_words() {
    let path = SitePath::presume("data/migration.json");
    let json = std::str::from_utf8(BUILT.site.bytes(&path).unwrap()).unwrap();
    let described: serde_json::Value = serde_json::from_str(json).unwrap();
    let title = &described["title"];
    assert_eq!(title["kk-Latn"], latin().write(title["kk"].as_str().unwrap()));
    assert_ne!(title["kk-Latn"], title["kk"]);
}
