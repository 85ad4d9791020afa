//! Values, references, citations and footnotes.

use super::sample::*;
use crate::diag::Code;
use crate::edition::{self, Cited};
use crate::study::{Block, Citation, Inline, Mark, Study};

fn reference(target: &str, content: &[Inline]) -> Inline {
    Inline::Mark(Mark::Reference { target: spanned(target), content: content.to_vec() })
}

fn cite(key: &str, locator: Option<&str>) -> Inline {
    let locator = locator.map(str::to_owned);
    Inline::Mark(Mark::Citation(vec![Citation { key: spanned(key), locator }]))
}

fn note(label: &str) -> Inline {
    Inline::Mark(Mark::Note(spanned(label)))
}

/// The first paragraph of a study with this line, in each language.
#[track_caller]
fn written(study: Study, content: &[Inline]) -> [String; 3] {
    let editions = study.with_section("text", &[paragraph(content)]).editions();
    ["en", "kk", "ru"].map(|tag| {
        let edition = &editions[tag];
        words(edition, edition.sections.len() - 1)[0].clone()
    })
}

#[test]
fn a_value_is_written_as_the_language_wants() {
    let text =
        [value("migration[1991].total"), word(" "), value("migration[1991].share")];
    assert_eq!(
        written(study(), &text),
        ["431,262 23.2%", "431 262 23,2%", "431 262 23,2 %"]
    );
}

#[test]
fn a_kazakh_value_takes_its_case() {
    let mut study = study().with_section("text", &[]);
    let one = section(
        "text",
        &[paragraph(&[value("migration[1991].total.thousands().abl()")])],
    );
    study.sections[0].translations = study.sections[0].translations.map(|own, old| {
        let new = one.translations.get(own);
        let passage = if own == lang("kk") { &new.passage } else { &old.passage };
        crate::study::Translation { title: old.title.clone(), passage: passage.clone() }
    });
    assert_eq!(words(&study.editions()["kk"], 0), ["431 мыңнан"]);
}

#[test]
fn a_text_of_another_language_is_written_as_that_language_wants() {
    let text = paragraph(&[value("migration[1991].total"), reference("text", &[])]);
    let mut study = study().with_section("text", &[text]);
    study.sections[0].translations = study.sections[0].translations.map(|_, old| {
        let mut passage = old.passage.clone();
        passage.lang = lang("en");
        crate::study::Translation { title: old.title.clone(), passage }
    });
    let editions = study.editions();
    assert_eq!(words(&editions["kk"], 0), ["431,262Section 1"]);
    assert_eq!(editions["kk"].untranslated, ["text"]);
    assert!(editions["en"].untranslated.is_empty());
}

#[test]
fn a_missing_value_in_a_sentence_is_reported_once() {
    let text = paragraph(&[value("migration[1993].part")]);
    let (_, found) = study().with_section("text", &[text]).resolved();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::Unprintable);
    assert_eq!(found[0].message, "the value is missing: `secret`");
    assert_eq!(found[0].labels[0].span.start, 500);
}

#[test]
fn a_dataset_that_could_not_be_read_is_not_reported_again() {
    let text = paragraph(&[value("surveys[1].x")]);
    let mut study = study().with_section("text", &[text]);
    assert_eq!(study.wrong(), ["there is no dataset `surveys`"]);
    study.unreadable.ids.insert("surveys".into());
    assert!(study.wrong().is_empty());
}

#[test]
fn references_are_worded_by_the_language() {
    let study = study()
        .with_table("numbers", |_| {})
        .with_figure("line", |_| {})
        .with_section("first", &[table("numbers"), figure("line")]);
    let text =
        ["first", "numbers", "line"].map(|id| [reference(id, &[]), word("; ")]).concat();
    assert_eq!(
        written(study, &text),
        [
            "Section 1; Table 1; Figure 1; ",
            "1-бөлім; 1-кесте; 1-сурет; ",
            "раздел 1; таблица 1; рисунок 1; "
        ]
    );
}

#[test]
fn a_reference_in_own_words_has_the_number() {
    let study =
        study().with_figure("line", |_| {}).with_section("first", &[figure("line")]);
    let own = [Inline::Mark(Mark::Number), word("-суретте")];
    assert_eq!(written(study, &[reference("line", &own)]), ["1-суретте"; 3]);
}

#[test]
fn a_reference_to_a_heading_is_its_words() {
    let heading = Block::Heading {
        level: 2,
        id: "rise".into(),
        content: vec![word("Rise since "), value("migration[1992].year")],
    };
    let study = study().with_section("first", &[heading]);
    assert_eq!(written(study, &[reference("rise", &[])]), ["Rise since 1992"; 3]);
}

#[test]
fn an_unknown_anchor_names_its_neighbour() {
    let study =
        study().with_section("dynamics", &[paragraph(&[reference("dinamics", &[])])]);
    let (_, found) = study.resolved();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::UnknownReference);
    assert_eq!(found[0].help, ["did you mean `dynamics`?"]);
}

#[test]
fn citations_are_numbered_by_the_list_and_counted_by_the_text() {
    let study = study().with_reference("first").with_reference("second").with_section(
        "text",
        &[
            paragraph(&[cite("second", None)]),
            paragraph(&[cite("second", Some("pp. 1-9"))]),
        ],
    );
    let editions = study.editions();
    let cited =
        |tag: &str, block: usize| match &editions[tag].sections[0].body.blocks[block] {
            edition::Block::Paragraph(content) => match &content[0] {
                edition::Inline::Mark(edition::Mark::Citation(cited)) => cited[0].clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        };
    let expected = |mention, locator: Option<&str>| Cited {
        number: 2,
        key: "second".into(),
        mention,
        locator: locator.map(str::to_owned),
    };
    assert_eq!(cited("en", 0), expected(1, None));
    assert_eq!(cited("en", 1), expected(2, Some("pp.\u{a0}1–9")));
    assert_eq!(cited("kk", 1).locator.as_deref(), Some("1–9-бб."));
    let mentions: Vec<_> =
        editions["ru"].references.iter().map(|own| own.mentions).collect();
    assert_eq!(mentions, [0, 2]);
}

#[test]
fn an_unknown_work_names_its_neighbour() {
    let study = study()
        .with_reference("yessenova2005")
        .with_section("text", &[paragraph(&[cite("yesenova2005", None)])]);
    let (_, found) = study.resolved();
    assert_eq!(found[0].message, "there is no reference `yesenova2005`");
    assert_eq!(found[0].help, ["did you mean `yessenova2005`?"]);
}

/// Two sections, each with footnotes `a` and `b`; `b` of the first mentions `a`.
fn with_notes(first: &[Inline], second: &[Inline]) -> Study {
    let mut study = study()
        .with_section("one", &[paragraph(first)])
        .with_section("two", &[paragraph(second)]);
    for (at, own) in study.sections.iter_mut().enumerate() {
        own.translations = own.translations.map(|_, old| {
            let mut passage = old.passage.clone();
            let footnote = |content: Inline| crate::study::Note {
                blocks: vec![paragraph(&[content])],
                units: Vec::new(),
                span: passage.span,
            };
            let text = |label: &str| footnote(word(&format!("{at}{label}")));
            passage.notes.insert("a".into(), text("a"));
            let b = match at {
                0 => footnote(note("a")),
                _ => text("b"),
            };
            passage.notes.insert("b".into(), b);
            crate::study::Translation { title: old.title.clone(), passage }
        });
    }
    study
}

#[test]
fn footnotes_are_numbered_through_the_text_by_first_mention() {
    let study = with_notes(&[note("b"), note("b")], &[note("b"), note("a")]);
    let editions = study.editions();
    let notes: Vec<_> = editions["kk"]
        .notes
        .iter()
        .map(|note| match &note.body.blocks[0] {
            edition::Block::Paragraph(content) => content[0].clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    let mark =
        |number, mention| edition::Inline::Mark(edition::Mark::Note { number, mention });
    let text = |text: &str| edition::Inline::Text(text.into());
    assert_eq!(notes, [mark(4, 1), text("1b"), text("1a"), text("0a")]);
    let edition::Block::Paragraph(first) = &editions["kk"].sections[0].body.blocks[0]
    else {
        panic!();
    };
    assert_eq!(first, &[mark(1, 1), mark(1, 2)]);
}

#[test]
fn footnotes_that_are_unknown_or_unused_are_reported() {
    let study = with_notes(&[note("a"), note("b")], &[note("a"), note("c")]);
    let wrong = study.wrong();
    assert!(
        wrong.contains(&"there is no footnote `c` in this file".to_owned()),
        "{wrong:?}"
    );
    let unused = "the footnote `b` is never mentioned";
    assert_eq!(
        wrong.iter().filter(|message| *message == unused).count(),
        3,
        "one a file"
    );
}

#[test]
fn a_footnote_has_no_place_in_a_title() {
    let mut study = study();
    study.front.title = line(&[note("a")]);
    assert_eq!(study.wrong(), ["the footnote `a` has no place here"]);
}

#[test]
fn words_of_a_reference_hold_neither_a_link_nor_the_number_of_a_heading() {
    let heading =
        Block::Heading { level: 2, id: "rise".into(), content: vec![word("Rise")] };
    let number = Inline::Mark(Mark::Number);
    let line = [reference("rise", &[number]), reference("text", &[cite("a", None)])];
    let study =
        study().with_reference("a").with_section("text", &[heading, paragraph(&line)]);
    assert_eq!(
        study.wrong(),
        [
            "`#rise` is a heading below a section's: it has no number",
            "a link, citation or footnote inside the words of a reference",
        ]
    );
}
