//! How the words of authors are set.

use super::sample::*;
use crate::edition::{self, Edition};
use crate::study::{Inline, Mark, Study};

/// The first paragraph of the study in English, Kazakh and Russian, with `_` for a space
/// that holds.
#[track_caller]
fn set(study: &Study) -> [String; 3] {
    let editions = study.editions();
    ["en", "kk", "ru"].map(|tag| paragraph_of(&editions[tag]))
}

fn paragraph_of(edition: &Edition) -> String {
    let [edition::Block::Paragraph(content)] = edition.sections[0].body.blocks.as_slice()
    else {
        panic!("{:?}", edition.sections[0].body.blocks);
    };
    edition::plain(content).replace('\u{a0}', "_")
}

/// A study whose only text is this line.
fn of(content: &[Inline]) -> Study {
    study().with_section("text", &[paragraph(content)])
}

#[test]
fn a_rule_sees_across_emphasis_and_values() {
    let bold = Inline::Strong(vec![word("\"word")]);
    let line = [bold, word("\" - "), value("migration[1994].total"), word(" %")];
    assert_eq!(
        set(&of(&line)),
        ["“word” – 320,000%", "«word»_— 320_000%", "«word»_— 320_000_%"]
    );
}

#[test]
fn the_words_of_a_reference_are_set_with_the_line() {
    let content = vec![word("\"таблица "), Inline::Mark(Mark::Number), word("\"")];
    let target = spanned("text");
    let reference = Inline::Mark(Mark::Reference { target, content });
    assert_eq!(set(&of(&[word("в "), reference]))[2], "в_«таблица_1»");
}

#[test]
fn code_and_the_words_of_links_stay_as_they_are() {
    let link = Inline::Link {
        href: "https://a.kz/1-2".to_owned(),
        content: vec![word("\"1-2\" - ...")],
    };
    let code = Inline::Code("\"1-2\" - ...".to_owned());
    let typed = "\"1-2\" - ... and \"1-2\" - ...";
    assert_eq!(set(&of(&[link, word(" and "), code])), [typed; 3]);
}

#[test]
fn what_an_expression_says_in_words_stays_as_it_is() {
    let line = [value("lit(\"5-7\")"), word(" 5-7")];
    assert_eq!(set(&of(&line)), ["5-7 5–7"; 3]);
}

#[test]
fn a_footnote_stands_between_no_words() {
    let mut study =
        of(&[word("в"), Inline::Mark(Mark::Note(spanned("one"))), word(" 1 %")]);
    let text =
        crate::study::Note { blocks: Vec::new(), units: Vec::new(), span: span("en", 0) };
    study.sections[0].translations = study.sections[0].translations.map(|_, old| {
        let mut translation = crate::study::Translation {
            title: old.title.clone(),
            passage: old.passage.clone(),
        };
        translation.passage.notes.insert("one".to_owned(), text.clone());
        translation
    });
    assert_eq!(set(&study)[2], "в_1_%");
}

#[test]
fn a_study_may_want_its_texts_as_they_are_typed() {
    let typed = "\"1-2\" - 5 %...";
    let study = Study { typography: false, ..of(&[word(typed)]) };
    assert_eq!(set(&study), [typed; 3]);
}

#[test]
fn keywords_and_titles_are_set_too() {
    let mut study = of(&[]);
    study.front.title = texts("\"Title\"");
    study.front.keywords = study.front.keywords.map(|_, _| vec![spanned("\"word\"")]);
    let front = &study.editions()["ru"].front;
    assert_eq!(front.title.plain(), "«Title»");
    assert_eq!(front.keywords, ["«word»"]);
}
