//! Faults of whole texts: units that are taken away, moved, or made something else.

use std::ops::Range;

use baspa::diag::{Code, Diagnostics};
use baspa::lang::{Lang, PerLang};
use baspa::source::Input;
use baspa::study::{Role, TranslationFile, TranslationUnit};
use baspa::{load, translation};

use crate::project::{MUTANTS, read};
use crate::{LANGS, Mutant, REAL, Tally, is_at, is_in, lang};

/// Kinds of faults that are planted in whole texts.
const KINDS: [&str; 4] = [
    "a paragraph dropped",
    "a paragraph made a quotation",
    "a placement dropped",
    "a placement moved",
];

/// A text in Markdown in one language.
struct Text<'a> {
    file: &'a TranslationFile,
    lang: Lang,
    text: &'a str,
    units: &'a [TranslationUnit],
}

fn texts() -> Vec<Text<'static>> {
    let mut texts = Vec::new();
    for file in &REAL.study.translations {
        for lang in LANGS.map(lang) {
            let path = format!("content/{}/{lang}.md", file.id);
            if let Some(own) = REAL.input.find(&path) {
                let units = file.units.get(lang).as_deref().expect("a text");
                let text = REAL.input.text(own).expect("UTF-8");
                texts.push(Text { file, lang, text, units });
            }
        }
    }
    texts
}

/// Faults of a text, with the unit that each is about.
fn plant(text: &Text<'_>) -> Vec<(usize, Mutant)> {
    let mut planted = Vec::new();
    let range = |unit: &TranslationUnit| unit.span.start as usize..unit.span.end as usize;
    for (at, unit) in text.units.iter().enumerate() {
        let mut add = |kind, range: Range<usize>, new: String| {
            let mut whole = text.text.to_owned();
            whole.replace_range(range, &new);
            let place = format!("{} {}", text.file.id, unit.key);
            planted.push((at, Mutant { kind, lang: text.lang, place, text: whole }));
        };
        let own = range(unit);
        match &unit.role {
            Role::Paragraph => {
                add("a paragraph dropped", own.clone(), String::new());
                add(
                    "a paragraph made a quotation",
                    own.start..own.start,
                    "> ".to_owned(),
                );
            }
            Role::Placed(what) => {
                add("a placement dropped", own.clone(), String::new());
                // Of two that stand side by side, either may be the one that was moved.
                let next = text.units.get(at + 1);
                let next = next.filter(|next| next.role == Role::Paragraph);
                if let Some(next) =
                    next.map(range).filter(|_| !what.starts_with("check:"))
                {
                    let image = &text.text[own.clone()];
                    let rest = &text.text[own.end..next.end];
                    add(
                        "a placement moved",
                        own.start..next.end,
                        format!("{rest}\n\n{image}"),
                    );
                }
            }
            _ => {}
        }
    }
    planted
}

#[test]
fn every_fault_in_the_structure_of_a_text_is_found_where_it_is() {
    let texts = texts();
    let planted: Vec<(usize, usize, Mutant)> = texts
        .iter()
        .enumerate()
        .flat_map(|(i, text)| {
            plant(text).into_iter().map(move |(at, mutant)| (i, at, mutant))
        })
        .collect();
    let mut tally = Tally::default();
    let mut exactly = 0;
    for tag in LANGS {
        let own: Vec<_> = planted.iter().filter(|own| own.2.lang == lang(tag)).collect();
        let changed: Vec<String> =
            own.iter().map(|(.., mutant)| headed(mutant)).collect();
        for ((i, at, mutant), read) in
            own.into_iter().zip(read(lang(tag), &changed, MUTANTS))
        {
            let text = &texts[*i];
            let mut units = read.units;
            if !has_title(text) {
                units.remove(0);
            }
            let units =
                PerLang::new(&REAL.study.languages, |own| match own == lang(tag) {
                    true => Some(units.clone()),
                    false => text.file.units.get(own).clone(),
                });
            let file = TranslationFile { id: text.file.id.clone(), units };
            let said = crate::said(&[file]);
            let twins = text.file.units.get(lang(if tag == "en" { "kk" } else { "en" }));
            let twins = twins.as_deref().expect("a text");
            let names = |at: usize| {
                let twin = twins.get(at).map(|twin| twin.span);
                said.iter().any(|own| {
                    is_at(own, read.file) && twin.is_some_and(|twin| is_in(own, twin))
                })
            };
            // Of two paragraphs of words alone, side by side and of one length, either may
            // be the one that was dropped.
            let beside = mutant.kind == "a paragraph dropped"
                && (names(at + 1) || at.checked_sub(1).is_some_and(names));
            exactly += usize::from(names(*at));
            tally.count(mutant, names(*at) || beside);
        }
    }
    let all = planted.len();
    println!("  its own twin is named: {exactly} of {all}");
    assert!(exactly * 100 >= all * 98, "{exactly} of {all}");
    tally.settle("faults in the structure", &KINDS);
}

/// The abstract and the page about the edition have no title; what is read here has one.
fn headed(mutant: &Mutant) -> String {
    match mutant.text.starts_with("# ") {
        true => mutant.text.clone(),
        false => format!("# T\n\n{}", mutant.text),
    }
}

fn has_title(text: &Text<'_>) -> bool {
    text.text.starts_with("# ")
}

#[test]
fn a_heading_of_another_level_is_found_at_its_line() {
    let mut tally = Tally::default();
    let study = REAL.input.find("content/study.yaml").expect("a study");
    let study =
        (REAL.input.file(study).path.clone(), REAL.input.file(study).bytes.to_vec());
    for text in texts() {
        let own = format!("content/{}/{}.md", text.file.id, text.lang);
        let headings = text.text.match_indices("\n## ").map(|(at, _)| at + 1);
        for (kind, at) in
            headings.flat_map(|at| [("a heading lowered", at), ("a heading dropped", at)])
        {
            let mut whole = text.text.to_owned();
            match kind {
                "a heading lowered" => whole.insert(at, '#'),
                _ => {
                    let end = at + whole[at..].find('\n').expect("a line");
                    whole.replace_range(at..end, "");
                }
            }
            let files = LANGS.map(|tag| {
                let path = format!("content/{}/{tag}.md", text.file.id);
                let file = REAL.input.find(&path).expect("a text");
                let bytes = match path == own {
                    true => whole.clone().into_bytes(),
                    false => REAL.input.file(file).bytes.to_vec(),
                };
                (path, bytes)
            });
            let input = Input::new([study.clone()].into_iter().chain(files));
            let (read, mut found) = load::study(&input, false);
            let differences =
                translation::check(&read.expect("a study"), &Diagnostics::new());
            found.append(differences);
            let file = input.find(&own).expect("a text");
            let said = found.sorted();
            // What a heading of the source language lacks is told at its twins.
            let lost = kind == "a heading dropped" && text.lang == lang("en");
            let hit = said.iter().any(|own| {
                own.code == Code::HeadingMismatch && (lost || is_at(own, file))
            });
            let place = format!("{} {at}", text.file.id);
            tally.count(
                &Mutant { kind, lang: text.lang, place, text: String::new() },
                hit,
            );
            // Nothing but the heading is at fault.
            let other: Vec<_> = said
                .iter()
                .filter(|own| own.code.name().ends_with("-mismatch"))
                .filter(|own| own.code != Code::HeadingMismatch)
                .map(|own| own.message.as_str())
                .collect();
            assert_eq!(other, [""; 0], "{kind}");
        }
    }
    tally.settle("headings", &["a heading dropped", "a heading lowered"]);
}
