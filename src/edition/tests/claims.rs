//! Claims in the texts of an edition.

use rust_decimal::Decimal;

use super::sample::*;
use crate::edition::{self, Edition};
use crate::prose;
use crate::study::*;

fn claim(id: &str, kind: ClaimKind) -> Claim {
    Claim { id: id.to_owned(), span: span("en", 700), tolerance: Decimal::ZERO, kind }
}

fn claimed(name: &str, state: ClaimState) -> Claimed {
    let place = ClaimPlace { lang: lang("en"), span: span("en", 0), is_empty: false };
    Claimed { name: name.to_owned(), state, places: vec![place] }
}

/// A study with a claim in this state.
fn study_with(state: ClaimState) -> Study {
    let mut study = study();
    study.claims.push(claim(
        "peak",
        ClaimKind::Holds {
            condition: formula("false"),
            message: line(&[word("It was "), value("migration[1991].total")]),
            disputed: Some(texts("As printed.")),
        },
    ));
    study.claimed.push(claimed("peak", state));
    study
}

fn says(name: &str, words: &str) -> Inline {
    let content = if words.is_empty() { Vec::new() } else { vec![word(words)] };
    Inline::Mark(Mark::Claim { name: name.to_owned(), content })
}

/// The blocks of the abstract or a section: words with a sign for each disputed claim, and
/// the ids of editorial notes.
fn shown(blocks: &[edition::Block]) -> Vec<String> {
    let sign = |mark: &edition::Mark| match mark {
        edition::Mark::Disputed { note } => format!("<{note}>"),
        edition::Mark::Value(text) => text.clone(),
        _ => String::new(),
    };
    let block = |block: &edition::Block| match block {
        prose::Block::Paragraph(content) => prose::plain(content, &mut |mark| sign(mark)),
        prose::Block::Quote(inner) => format!("“{}”", shown(inner).join(" ")),
        prose::Block::Placed(edition::Placed::Finding(note)) => {
            let messages: Vec<_> =
                note.messages.iter().map(edition::Text::plain).collect();
            format!("{}: {}", note.id, messages.join(" "))
        }
        _ => "-".to_owned(),
    };
    blocks.iter().map(block).collect()
}

fn section_of(edition: &Edition, at: usize) -> Vec<String> {
    shown(&edition.sections[at].body.blocks)
}

#[test]
fn words_that_the_data_bear_out_stand_as_they_are() {
    let blocks = [paragraph(&[says("peak", "Most moved"), word(" then.")])];
    let study = study_with(ClaimState::Holds).with_section("one", &blocks);
    let english = &study.editions()["en"];
    let words = |text: &str| edition::Inline::Text(text.to_owned());
    assert_eq!(
        english.sections[0].body.blocks,
        [prose::Block::Paragraph(vec![words("Most moved"), words(" then.")])]
    );
    assert_eq!(english.claims, []);
}

#[test]
fn the_note_of_a_disputed_claim_stands_once_behind_the_first_block_that_makes_it() {
    let quote =
        Block::Quote(vec![paragraph(&[says("peak", "Most moved")]), paragraph(&[])]);
    let again = paragraph(&[says("peak", "most"), word(" again.")]);
    let study = study_with(ClaimState::Disputed)
        .with_section("one", &[quote, again.clone()])
        .with_section("two", &[again]);
    for (tag, total) in [("en", "431,262"), ("kk", "431\u{a0}262")] {
        let edition = &study.editions()[tag];
        assert_eq!(
            section_of(edition, 0),
            [
                "“Most moved<claim-peak> ”".to_owned(),
                format!("claim-peak: It was {total}"),
                "most<claim-peak> again.".to_owned()
            ]
        );
        assert_eq!(section_of(edition, 1), ["most<claim-peak> again."]);
        assert_eq!(edition.claims.len(), 1);
    }
}

#[test]
fn each_page_has_the_note() {
    let mut study = study_with(ClaimState::Disputed)
        .with_section("one", &[paragraph(&[says("peak", "most")])]);
    study.about = study.sections[0].translations.map(|_, own| own.passage.clone());
    study.datasets[0].description = line(&[says("peak", "Most")]);
    let english = &study.editions()["en"];
    assert_eq!(shown(&english.about.blocks), section_of(english, 0));
    assert_eq!(english.datasets[0].findings[0].id, "claim-peak");
}

#[test]
fn the_note_of_a_title_stands_at_the_head_of_its_text() {
    let mut study = study_with(ClaimState::Disputed)
        .with_section("one", &[paragraph(&[word("Text.")])]);
    study.front.title = line(&[says("peak", "Most")]);
    let english = &study.editions()["en"];
    assert_eq!(english.front.title.plain(), "Most");
    assert_eq!(shown(&english.summary.blocks), ["claim-peak: It was 431,262"]);
}

#[test]
fn the_note_of_what_a_figure_says_stands_under_it() {
    let study = study_with(ClaimState::Disputed)
        .with_figure("f", |figure| figure.alt = line(&[says("peak", "Most")]))
        .with_section("one", &[figure("f"), paragraph(&[word("Text.")])]);
    let english = &study.editions()["en"];
    let figures = english.figures();
    assert_eq!(figures[0].alt.plain(), "Most");
    assert_eq!(figures[0].findings[0].id, "claim-peak");
    assert_eq!(section_of(english, 0), ["-", "Text."]);
}

#[test]
fn a_claim_gives_the_words_that_the_data_choose() {
    let variant = |text: &str| Variant {
        when: None,
        text: line(&[word(text), word(" by "), value("migration[1991].total")]),
    };
    let variants = vec![variant("rose"), variant("fell")];
    let mut study = study();
    study.claims.push(claim("trend", ClaimKind::Variants(variants)));
    study.claimed.push(claimed("trend", ClaimState::Chosen(1)));
    let heading = Block::Heading {
        level: 2,
        id: "head".into(),
        content: vec![word("It "), says("trend", "")],
    };
    let to = Inline::Mark(Mark::Reference { target: spanned("head"), content: vec![] });
    let text = paragraph(&[word("It "), says("trend", ""), word("; "), to]);
    let study = study.with_section("one", &[heading, text]);
    let english = &study.editions()["en"];
    let words = words(english, 0);
    assert_eq!(words, ["It fell by 431,262; It fell by 431,262"]);
}

#[test]
fn a_claim_in_a_claim_ends() {
    let variants = vec![Variant { when: None, text: line(&[says("trend", "")]) }];
    let mut study = study();
    study.claims.push(claim("trend", ClaimKind::Variants(variants)));
    study.claimed.push(claimed("trend", ClaimState::Chosen(0)));
    let study =
        study.with_section("one", &[paragraph(&[word("It "), says("trend", "")])]);
    assert_eq!(words(&study.editions()["en"], 0), ["It "]);
}

#[test]
fn a_check_that_words_name_has_its_note_behind_them_unless_its_author_placed_it() {
    let with = |blocks: &[Block]| {
        let mut study = study();
        study.datasets[0].checks.push(Check {
            id: "parts".into(),
            span: span("en", 900),
            condition: Condition::Each(formula("row.part <= row.total")),
            tolerance: Decimal::ZERO,
            message: line(&[value("row.year")]),
            disputed: Some(texts("As printed.")),
        });
        let (dataset, rows) = ("migration".into(), vec![3]);
        study.findings.push(Finding { dataset, check: 0, rows });
        study.claimed.push(claimed("migration.parts", ClaimState::Disputed));
        section_of(&study.with_section("one", blocks).editions()["en"], 0)
    };
    let words = paragraph(&[says("migration.parts", "Most")]);
    let placed = Block::Placed(Placed::Finding {
        dataset: "migration".into(),
        check: "parts".into(),
        span: span("en", 300),
    });
    let (sign, note) = ("Most<note-migration-parts>", "note-migration-parts: 1994");
    assert_eq!(with(std::slice::from_ref(&words)), [sign, note]);
    assert_eq!(with(&[placed, words]), [note, sign]);
}
