//! The edition in Latin letters.

use super::sample::*;
use crate::edition::{self, Block, Edition, Placed};
use crate::lang::PerLang;
use crate::locale::{Alphabet, KazakhLatin};
use crate::prose::Inline;
use crate::study::{Citation, Mark, Study};

fn draft() -> KazakhLatin {
    KazakhLatin::new(Alphabet::Draft2021)
}

/// The editions in Cyrillic and in Latin letters.
fn both(study: Study, latin: KazakhLatin) -> [Edition; 2] {
    let mut editions = Study { kazakh_latin: Some(latin), ..study }.editions();
    ["kk", "kk-Latn"].map(|tag| editions.remove(tag).unwrap())
}

#[test]
fn it_stands_after_the_edition_that_it_is_made_of() {
    let study = Study { kazakh_latin: Some(draft()), ..study() };
    let editions = edition::resolve(&study).editions;
    let made: Vec<_> = editions.iter().map(|own| (own.lang, own.derived_from)).collect();
    let kazakh = (lang("kk-Latn"), Some(lang("kk")));
    assert_eq!(
        made,
        [(lang("en"), None), (lang("kk"), None), kazakh, (lang("ru"), None)]
    );
}

#[test]
fn words_and_values_are_written_anew_and_code_and_addresses_are_not() {
    let link = |href: &str, words: &str| Inline::Link {
        href: href.to_owned(),
        content: vec![word(words)],
    };
    let content = [
        Inline::Strong(vec![word("Көші-қон: ")]),
        value("migration[1991].total.thousands()"),
        word("; "),
        Inline::Code("қала".into()),
        word(" "),
        link("https://қала.kz", "қала"),
        word(" "),
        link("https://қала.kz", "https://қала.kz"),
    ];
    let study = study().with_section("text", &[paragraph(&content)]);
    let [kazakh, latin] = both(study, draft());
    let cyrillic = words(&kazakh, 0).concat();
    assert_eq!(cyrillic, "Көші-қон: 431 мың; қала қала https://қала.kz");
    let latin = words(&latin, 0).concat();
    assert_eq!(latin, "Köşı-qon: 431 myñ; қала qala https://қала.kz");
}

#[test]
fn endings_are_those_of_the_cyrillic_words() {
    let content = [
        value("migration[1991].total.thousands().abl()"),
        word(", "),
        value("migration[1991].share.dat()"),
    ];
    let mut study = study().with_section("text", &[]);
    let own = section("text", &[paragraph(&content)]);
    study.sections[0].translations = study.sections[0].translations.map(|tag, old| {
        let new = own.translations.get(tag);
        let passage = if tag == lang("kk") { &new.passage } else { &old.passage };
        crate::study::Translation { title: old.title.clone(), passage: passage.clone() }
    });
    let [_, latin] = both(study, draft());
    assert_eq!(words(&latin, 0), ["431 myñnan, 23,2%-ğa"]);
}

#[test]
fn a_text_of_another_language_stays_as_it_is() {
    let mut study = study().with_section("text", &[paragraph(&[word("Текст")])]);
    study.front.title = texts("Тақырып");
    study.sections[0].translations = study.sections[0].translations.map(|_, old| {
        let mut passage = old.passage.clone();
        passage.lang = lang("ru");
        crate::study::Translation { title: old.title.clone(), passage }
    });
    let [_, latin] = both(study, draft());
    assert_eq!(
        (latin.front.title.lang, &*latin.front.title.plain()),
        (lang("kk-Latn"), "Taqyryp")
    );
    assert_eq!(
        (latin.sections[0].body.lang, words(&latin, 0)),
        (lang("ru"), vec!["Текст".to_owned()])
    );
    assert_eq!(latin.untranslated, ["text"]);
}

#[test]
fn a_figure_is_written_anew_in_a_text_of_another_language_too() {
    let mut study = study().with_figure("f", |own| own.title = texts("Өсу"));
    study = study.with_section("text", &[figure("f")]);
    study.sections[0].translations = study.sections[0].translations.map(|_, old| {
        let mut passage = old.passage.clone();
        passage.lang = lang("en");
        crate::study::Translation { title: old.title.clone(), passage }
    });
    let [kazakh, latin] = both(study, draft());
    let figure = |edition: &Edition| match &edition.sections[0].body.blocks[0] {
        Block::Placed(Placed::Figure(figure)) => (**figure).clone(),
        other => panic!("{other:?}"),
    };
    let (kazakh, latin) = (figure(&kazakh), figure(&latin));
    assert_eq!((&*latin.label, &*latin.title.plain()), ("1-suret", "Ösu"));
    assert_eq!((&*kazakh.chart.unit, &*latin.chart.unit), ("адам", "adam"));
    assert_eq!((&latin.id, &latin.dataset), (&kazakh.id, &kazakh.dataset));
    assert_eq!(latin.summary.lang, lang("kk-Latn"));
    let summary = kazakh.summary.plain();
    assert_eq!(latin.summary.plain(), draft().write(&summary));
    assert_ne!(latin.summary.plain(), summary);
}

#[test]
fn works_and_their_places_keep_keys_and_take_letters() {
    let cite = Inline::Mark(Mark::Citation(vec![Citation {
        key: spanned("works"),
        locator: Some("p. 12".to_owned()),
    }]));
    let mut study = study().with_reference("works");
    study = study.with_section("text", &[paragraph(&[cite])]);
    study.references[0].lang = lang("ru");
    let [kazakh, latin] = both(study, draft());
    assert_eq!(latin.references, kazakh.references, "a work in Russian");
    let cited = |edition: &Edition| match &edition.sections[0].body.blocks[0] {
        Block::Paragraph(line) => match &line[0] {
            Inline::Mark(edition::Mark::Citation(works)) => works[0].clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(cited(&kazakh).locator.as_deref(), Some("12-б."));
    assert_eq!(cited(&latin).locator.as_deref(), Some("12-b."));
    assert_eq!(cited(&latin).key, "works");
}

#[test]
fn names_are_spelt_as_the_study_wants() {
    let mut study = study();
    study.front.keywords = PerLang::new(&languages(), |_| vec![spanned("Қилыбаев")]);
    let [_, latin] = both(study, draft().spell("Қилыбаев", "Kilybayev"));
    assert_eq!(latin.front.keywords, ["Kilybayev"]);
}
