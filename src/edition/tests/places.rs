//! Numbers, anchors and places of figures and tables.

use super::sample::*;
use crate::edition;
use crate::study::{Block, Study, Translation};

fn labels(study: &Study, tag: &str) -> Vec<String> {
    let editions = study.editions();
    let blocks = editions[tag].sections.iter().flat_map(|section| &section.body.blocks);
    let labels = blocks.filter_map(|block| match block {
        edition::Block::Placed(edition::Placed::Figure(figure)) => Some(&figure.label),
        edition::Block::Placed(edition::Placed::Table(table)) => Some(&table.label),
        _ => None,
    });
    labels.map(|label| label.replace('\u{a0}', " ")).collect()
}

#[test]
fn figures_and_tables_are_numbered_in_the_order_of_the_source_language() {
    let mut study = study()
        .with_figure("a", |_| {})
        .with_figure("b", |_| {})
        .with_table("t", |_| {})
        .with_section("one", &[figure("b"), table("t"), figure("a")]);
    assert_eq!(labels(&study, "en"), ["Figure 1", "Table 1", "Figure 2"]);
    let turned = section("one", &[figure("a"), figure("b"), table("t")]);
    study.sections[0].translations = study.sections[0].translations.map(|own, old| {
        let kazakh = turned.translations.get(own);
        let passage = if own == lang("kk") { &kazakh.passage } else { &old.passage };
        Translation { title: old.title.clone(), passage: passage.clone() }
    });
    assert_eq!(labels(&study, "kk"), ["2-сурет", "1-сурет", "1-кесте"]);
    assert_eq!(labels(&study, "ru"), ["Рисунок 1", "Таблица 1", "Рисунок 2"]);
}

#[test]
fn what_is_placed_nowhere_or_twice_is_reported() {
    let study = study()
        .with_figure("a", |_| {})
        .with_figure("b", |_| {})
        .with_section("one", &[figure("b"), figure("b")]);
    let wrong = study.wrong();
    assert!(wrong.contains(&"the figure `a` is placed in no section".to_owned()));
    assert_eq!(
        wrong.iter().filter(|text| *text == "the figure `b` is placed twice").count(),
        1
    );
}

#[test]
fn a_figure_outside_of_the_sections_is_reported_in_place_of_two_anchors() {
    let mut study = study().with_figure("a", |_| {}).with_section("one", &[figure("a")]);
    study.summary = study.summary.map(|_, old| {
        let mut passage = old.clone();
        passage.blocks = vec![figure("a")];
        passage
    });
    assert_eq!(study.wrong(), ["the figure `a` is placed outside of the sections"]);
}

#[test]
fn anchors_are_unique() {
    let heading = |id: &str| Block::Heading {
        level: 2,
        id: id.to_owned(),
        content: vec![word("Words")],
    };
    let study = study()
        .with_figure("rise", |_| {})
        .with_section("one", &[heading("rise"), heading("one"), figure("rise")]);
    assert_eq!(study.wrong(), ["the id `one` is taken", "the id `rise` is taken"]);
}

#[test]
fn an_unknown_figure_is_reported_but_not_one_that_could_not_be_read() {
    let mut study = study()
        .with_figure("rise", |_| {})
        .with_section("one", &[figure("rise"), figure("rice")]);
    let (_, found) = study.resolved();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "there is no figure `rice`");
    assert_eq!(found[0].help, ["did you mean `rise`?"]);
    study.unreadable.ids.insert("rice".into());
    assert!(study.wrong().is_empty());
}
