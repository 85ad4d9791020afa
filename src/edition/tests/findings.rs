//! Editorial notes.

use rust_decimal::Decimal;

use super::sample::*;
use crate::edition::{self, Edition, Finding};
use crate::study::{self, Block, Check, Condition, Placed, Study};

/// A disputed check that the row of 1994 fails.
fn disputed() -> Study {
    let mut study = study();
    study.datasets[0].checks.push(Check {
        id: "parts".into(),
        span: span("en", 900),
        condition: Condition::Each(formula("row.part <= row.total")),
        tolerance: Decimal::ZERO,
        message: line(&[value("row.part"), word(" of "), value("row.total")]),
        disputed: Some(texts("As printed.")),
    });
    let rows = vec![3];
    study.findings.push(study::Finding { dataset: "migration".into(), check: 0, rows });
    study
}

fn note(check: &str) -> Block {
    Block::Placed(Placed::Finding {
        dataset: "migration".into(),
        check: check.into(),
        span: span("en", 300),
    })
}

/// The messages of the notes of each placed block.
fn notes(edition: &Edition) -> Vec<Vec<String>> {
    let messages = |findings: &[Finding]| -> Vec<String> {
        let all = findings.iter().flat_map(|finding| &finding.messages);
        all.map(|message| message.plain().replace('\u{a0}', " ")).collect()
    };
    let blocks = edition.sections.iter().flat_map(|section| &section.body.blocks);
    let placed = blocks.filter_map(|block| match block {
        edition::Block::Placed(placed) => Some(placed),
        _ => None,
    });
    placed
        .map(|placed| match placed {
            edition::Placed::Figure(figure) => messages(&figure.findings),
            edition::Placed::Table(table) => messages(&table.findings),
            edition::Placed::Finding(finding) => messages(std::slice::from_ref(finding)),
        })
        .collect()
}

#[test]
fn a_note_stands_under_the_table_that_shows_the_row_and_the_variable() {
    let study = disputed()
        .with_table("early", |table| table.filter = Some(formula("row.year < 1994")))
        .with_table("late", |table| table.filter = Some(formula("row.year > 1992")))
        .with_table("years", |table| table.columns.truncate(1))
        .with_section("one", &[table("early"), table("late"), table("years")]);
    let editions = study.editions();
    let text = || vec!["330 000 of 320 000".to_owned()];
    assert_eq!(notes(&editions["kk"]), [vec![], text(), vec![]]);
    assert_eq!(editions["kk"].datasets[0].findings.len(), 1);
}

#[test]
fn a_figure_repeats_no_note_of_a_table() {
    let alone = disputed().with_figure("f", |_| {}).with_section("one", &[figure("f")]);
    assert_eq!(notes(&alone.editions()["en"]), [["330,000 of 320,000"]]);
    let beside = disputed()
        .with_figure("f", |_| {})
        .with_table("t", |_| {})
        .with_section("one", &[figure("f"), table("t")]);
    let both = notes(&beside.editions()["en"]);
    assert_eq!(both, [vec![], vec!["330,000 of 320,000".to_owned()]]);
}

#[test]
fn a_note_on_the_whole_stands_with_what_shows_its_variables() {
    let mut study = disputed()
        .with_figure("f", |_| {})
        .with_figure("g", |figure| figure.y = vec![spanned("share")])
        .with_section("one", &[figure("f"), figure("g")]);
    let check = &mut study.datasets[0].checks[0];
    check.condition = Condition::Whole(formula("rows.all(r, r.total < 1)"));
    check.message = line(&[value("size(rows)"), word(" rows")]);
    study.findings[0].rows.clear();
    let editions = study.editions();
    assert_eq!(notes(&editions["en"]), [vec!["4 rows".to_owned()], vec![]]);
}

#[test]
fn a_note_is_placed_by_hand() {
    let study = disputed().with_section("one", &[note("parts")]);
    assert_eq!(notes(&study.editions()["en"]), [["330,000 of 320,000"]]);
}

#[test]
fn a_note_placed_by_hand_stands_at_no_figure_and_one_on_the_whole_at_no_table() {
    let mut study = disputed()
        .with_figure("f", |_| {})
        .with_table("t", |_| {})
        .with_section("one", &[figure("f"), table("t"), note("parts")]);
    let count =
        |study: &Study| notes(&study.editions()["en"]).iter().map(Vec::len).collect();
    let notes: Vec<_> = count(&study);
    assert_eq!(notes, [0, 1, 1]);
    study.datasets[0].checks[0].condition =
        Condition::Whole(formula("rows.all(r, r.total < 1)"));
    study.datasets[0].checks[0].message = texts("All are large.");
    study.findings[0].rows.clear();
    let notes: Vec<_> = count(&study);
    assert_eq!(notes, [0, 0, 1]);
}

#[test]
fn a_note_that_no_reader_of_the_study_sees_is_a_warning() {
    let (_, found) = disputed().with_section("one", &[]).resolved();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, crate::diag::Severity::Warning);
    assert_eq!(found[0].labels[0].span.start, 900);
}

#[test]
fn the_note_of_a_settled_dispute_disappears() {
    let mut study = disputed().with_section("one", &[note("parts")]);
    study.findings.clear();
    assert_eq!(notes(&study.editions()["en"]), Vec::<Vec<String>>::new());
}

#[test]
fn a_note_of_an_unknown_or_undisputed_check_is_reported() {
    let unknown = disputed().with_section("one", &[note("parts"), note("part")]);
    let (_, found) = unknown.resolved();
    assert_eq!(found[0].message, "`migration` has no check `part`");
    assert_eq!(found[0].help, ["did you mean `parts`?"]);
    let mut undisputed = disputed().with_section("one", &[note("parts")]);
    undisputed.datasets[0].checks[0].disputed = None;
    undisputed.findings.clear();
    assert_eq!(undisputed.wrong(), ["the check `migration.parts` is not disputed"]);
}
