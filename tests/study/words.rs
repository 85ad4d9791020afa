//! Words: each in its language, and enough of them.

use std::collections::{BTreeMap, BTreeSet};

use baspa::lang::Lang;
use baspa::locale::{Alphabet, Messages};

use crate::html::{Element, Page};
use crate::{BUILT, LANGS, folder};

fn messages(lang: &str) -> BTreeMap<&'static str, String> {
    let built_in = |tag| Messages::built_in(Lang::parse(tag).unwrap());
    let messages = match lang {
        "kk-Latn" => built_in("kk").map(|text| Alphabet::Draft2021.write(text)),
        _ => built_in(lang),
    };
    Messages::keys().map(|key| (key, messages.get(key).to_owned())).collect()
}

#[test]
fn every_page_says_its_language() {
    for lang in LANGS {
        for (path, page) in BUILT.edition(lang) {
            assert_eq!(page.elements[0].get("lang"), Some(lang), "{path}");
            assert_eq!(page.elements[0].get("dir"), Some("ltr"), "{path}");
        }
    }
}

#[test]
fn a_figure_is_cited_with_its_title_the_study_its_source_and_its_address() {
    for lang in LANGS {
        let messages = messages(lang);
        let page = BUILT.study(lang);
        let title = page.words(page.all("h1").next().unwrap());
        let figures = page.all("figure").filter(|figure| figure.has_class("figure"));
        let figures: Vec<_> = figures.collect();
        assert_eq!(figures.len(), 6, "{lang}");
        for figure in figures {
            let id = figure.get("id").unwrap();
            let below = page.below(figure);
            let class = |name: &str| below.iter().find(|element| element.has_class(name));
            let words = |name: &str| page.words(class(name).unwrap());
            let said = words("citation");
            let address = format!("https://baspa.example/{}/#{id}", folder(lang));
            for part in [
                &words("label"),
                &words("caption"),
                &title,
                &messages["this_edition"],
                &messages["source"],
                &address,
            ] {
                assert!(said.contains(part.as_str()), "{lang}, {id}: {part}");
            }
            for gap in ["  ", " .", " ;", ": ;", ": .", "..", "?.", " ,"] {
                assert!(!said.contains(gap), "{lang}, {id}: {said}");
            }
        }
    }
}

/// Whether `text` is the message, with anything in the places for values.
fn is_message(text: &str, message: &str) -> bool {
    let mut rest = text;
    let mut parts = message.split(['{', '}']).step_by(2).peekable();
    let mut first = true;
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        let at = match (first, last) {
            (true, true) => return rest == part,
            (true, false) => rest.starts_with(part).then_some(0),
            (false, true) => return rest.len() >= part.len() && rest.ends_with(part),
            (false, false) => rest.find(part),
        };
        let Some(at) = at else { return false };
        rest = &rest[at + part.len()..];
        first = false;
    }
    true
}

#[test]
fn messages_are_recognised_with_their_values() {
    assert!(is_message("1-кесте", "{n}-кесте"));
    assert!(is_message("Table 12", "Table {n}"));
    assert!(is_message("Data", "Data"));
    assert!(!is_message("Database", "Data"));
    assert!(!is_message("кесте", "{n}-кесте"));
}

#[test]
fn no_interface_text_is_in_another_language() {
    for lang in LANGS {
        let own: BTreeSet<_> = messages(lang).into_values().collect();
        let foreign: Vec<_> = LANGS
            .iter()
            .filter(|other| **other != lang)
            .flat_map(|other| messages(other).into_values())
            .filter(|text| {
                let words = text.split(['{', '}']).step_by(2).flat_map(str::chars);
                words.filter(|c| c.is_alphabetic()).count() > 3
            })
            .filter(|text| !own.contains(text))
            .collect();
        let mut seen = 0;
        for (path, page) in BUILT.edition(lang) {
            for (element, text) in page.texts() {
                let text = text.trim().trim_end_matches([':', '.']);
                let wrong = foreign.iter().find(|message| is_message(text, message));
                let named = element.lang != lang || element.name == "code";
                assert!(named || wrong.is_none(), "{path}: `{text}`");
                seen += usize::from(own.contains(text));
            }
        }
        assert!(seen > 500, "{lang}: {seen} interface texts");
    }
}

/// Latin words in Kazakh and Russian texts: names that have no other spelling.
const LATIN: [&str; 16] = [
    // Keys, and the letter that a word in these letters stands under.
    "Enter",
    "Escape",
    "C",
    "COVID",
    "CSV",
    "CSVW",
    "DOI",
    "JSON",
    "PNG",
    "SHA",
    "SVG",
    "XLSX",
    "stat",
    "gov",
    "kz",
    "Kazinform",
];

/// The words of a page that stand in its own language: without code, the codes of flags,
/// addresses and the letters that tell several links back to the text apart.
fn own_words(page: &Page, lang: &str) -> Vec<String> {
    let passed_over = |element: &Element| {
        let sign = element.name == "dt" || element.get("aria-hidden").is_some();
        let of_flags = |own: &Element| own.has_class("flag") || own.has_class("legend");
        sign && page.within(element, of_flags)
            || page.within(element, |own| {
                own.name == "code" || own.get("role") == Some("doc-backlink")
            })
    };
    page.texts()
        .into_iter()
        .filter(|(element, _)| element.lang == lang && !passed_over(element))
        .map(|(element, text)| {
            let words = text.split_whitespace().filter(|word| !word.contains("://"));
            (element, words.collect::<Vec<_>>().join(" "))
        })
        .flat_map(|(_, text)| {
            let words = text.split(|c: char| !c.is_alphabetic());
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[test]
fn words_of_another_language_say_so() {
    for lang in LANGS {
        let mut wrong = BTreeSet::new();
        for (path, page) in BUILT.edition(lang) {
            for word in own_words(page, lang) {
                let good = match lang {
                    "en" | "kk-Latn" => !word.contains(is_cyrillic),
                    "kk" => {
                        word.chars().all(is_cyrillic) || LATIN.contains(&word.as_str())
                    }
                    _ => {
                        let kazakh = word.contains(|c| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c));
                        let latin = !word.chars().all(is_cyrillic);
                        !latin && !kazakh || LATIN.contains(&word.as_str())
                    }
                };
                if !good {
                    wrong.insert(format!("{path}: {word}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    }
}

/// The words of the narrative: paragraphs and lists of the sections, without figures,
/// tables and editorial notes.
fn narrative(page: &Page) -> usize {
    let sections = page.all("section").filter(|own| own.has_class("narrative"));
    sections
        .flat_map(|section| page.below(section))
        .filter(|own| own.name == "p" || own.name == "li")
        .filter(|own| {
            !page
                .within(own, |outer| outer.name == "figure" || outer.has_class("finding"))
        })
        .map(|own| page.words(own).split_whitespace().count())
        .sum()
}

#[test]
fn the_narrative_has_its_length_and_the_translations_are_no_summaries() {
    let [en, kk, ru] = ["en", "kk", "ru"].map(|lang| narrative(BUILT.study(lang)));
    assert!(en >= 2_500, "{en} words");
    // Kazakh and Russian need fewer words for the same: they have no articles and more
    // endings.
    assert!(kk * 10 >= en * 6 && ru * 10 >= en * 6, "en {en}, kk {kk}, ru {ru}");
}

#[test]
fn a_kazakh_number_stands_before_its_noun() {
    let nouns = ["кесте", "сурет", "бөлім", "бет"];
    for (path, page) in BUILT.edition("kk") {
        for (element, text) in
            page.texts().into_iter().filter(|(own, _)| own.lang == "kk")
        {
            let words: Vec<_> = text.split_whitespace().collect();
            for pair in words.windows(2) {
                let noun = nouns.contains(&pair[0].to_lowercase().as_str());
                let number = pair[1].trim_end_matches(['.', ',']);
                // A year may follow a table in another sense.
                let number = (1..=2).contains(&number.len())
                    && number.bytes().all(|b| b.is_ascii_digit());
                assert!(!(noun && number), "{path} <{}>: {text}", element.name);
            }
        }
    }
    let page = BUILT.study("kk");
    let labels: Vec<_> = page
        .elements
        .iter()
        .filter(|own| own.has_class("label"))
        .map(|own| page.words(own))
        .collect();
    assert!(
        labels.contains(&"1-кесте".to_owned()) && labels.contains(&"6-сурет".to_owned())
    );
    assert!(labels.iter().all(|label| label.starts_with(|c: char| c.is_ascii_digit())));
}

#[test]
fn no_sign_of_markup_is_left_in_the_words() {
    let signs =
        ["**", "__", "{{", "}}", "](", "[@", "[^", "{number}", "{n}", "<", "figure:"];
    for (path, page) in &BUILT.pages {
        let code = |element: &Element| page.within(element, |own| own.name == "code");
        for (element, text) in page.texts() {
            let left = signs.iter().find(|sign| text.contains(**sign));
            assert!(left.is_none() || code(element), "{path}: {text}");
        }
    }
}
