//! Whole sentences, in `tests/fixtures/summaries.txt`: a case is its heading, its data
//! and its sentences in English, Kazakh and Russian, with common spaces.
//!
//! The first line of the data names the shape and the kind of the categories, the second
//! these after `@`, and the others are series. Labels and units stand in the three languages,
//! parted by `|`; `-` is a missing value.

use std::path::PathBuf;

use super::subject::{CategoryKind, Row, Shape, Subject};
use super::{Voice, sentence};
use crate::lang::Lang;
use crate::locale::{Kind, Locale, Messages, Quantity};

const LANGS: [&str; 3] = ["en", "kk", "ru"];

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/summaries.txt")
}

/// The words of a language among those of all.
fn words(text: &str, lang: usize) -> &str {
    text.split('|').nth(lang).unwrap_or(text).trim()
}

fn subject<'a>(data: &[&'a str], lang: usize) -> Subject<'a> {
    let [first, categories, rows @ ..] = data else { panic!("no data: {data:?}") };
    let (shape, kind) = first.split_once(' ').expect("a shape and a kind");
    let categories = categories.strip_prefix('@').expect("categories").split(';');
    let categories = categories.map(|text| words(text, lang));
    Subject {
        shape: match shape {
            "over-time" => Shape::OverTime,
            "ranked" => Shape::Ranked,
            "parts" => Shape::Parts { whole: false },
            "whole" => Shape::Parts { whole: true },
            "matrix" => Shape::Matrix,
            "flows" => Shape::Flows,
            "scatter" => Shape::Scatter,
            other => panic!("no shape `{other}`"),
        },
        kind: match kind {
            "years" => CategoryKind::Years,
            "dates" => CategoryKind::Dates,
            "names" => CategoryKind::Names,
            other => panic!("no kind `{other}`"),
        },
        categories: categories.filter(|text| !text.is_empty()).collect(),
        rows: rows.iter().map(|text| row(text, lang)).collect(),
    }
}

/// `label / unit = values`.
fn row(text: &str, lang: usize) -> Row<'_> {
    let (names, values) = text.split_once('=').expect("values");
    let (label, unit) = names.split_once('/').unwrap_or((names, ""));
    Row {
        label: words(label, lang).into(),
        unit: words(unit, lang),
        data: values.split_whitespace().map(value).collect(),
    }
}

/// `57.26:1` is shown with one decimal.
fn value(text: &str) -> Option<Quantity> {
    if text == "-" {
        return None;
    }
    let number = text.trim_end_matches('%');
    let (number, decimals) = number.split_once(':').unwrap_or((number, ""));
    let number: rust_decimal::Decimal = number.parse().expect("a number");
    let decimals = decimals.parse().unwrap_or(number.scale());
    let kind = if text.ends_with('%') { Kind::Percent } else { Kind::Number };
    Some(Quantity { kind, decimals: Some(decimals), ..Quantity::new(number) })
}

fn summary(data: &[&str], lang: usize) -> String {
    let tag = Lang::parse(LANGS[lang]).unwrap();
    let (locale, messages) = (Locale::new(tag), Messages::built_in(tag));
    let voice = Voice { locale: &locale, messages: &messages };
    sentence(&voice, &subject(data, lang)).plain().replace('\u{a0}', " ")
}

#[test]
fn every_shape_has_its_sentence_in_every_language() {
    let expected = std::fs::read_to_string(path()).unwrap();
    let cases = expected.split("\n\n").map(|case| {
        let is_sentence =
            |line: &&str| LANGS.iter().any(|lang| line.starts_with(&format!("{lang}: ")));
        let lines = case.lines().filter(|line| !is_sentence(line));
        let lines: Vec<_> = lines.collect();
        let told = LANGS
            .iter()
            .enumerate()
            .map(|(lang, tag)| format!("{tag}: {}", summary(&lines[1..], lang)));
        [lines.join("\n"), told.collect::<Vec<_>>().join("\n")].join("\n")
    });
    let told = cases.collect::<Vec<_>>().join("\n\n") + "\n";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path(), &told).unwrap();
        return;
    }
    for (expected, told) in expected.split("\n\n").zip(told.split("\n\n")) {
        assert_eq!(told.trim_end(), expected.trim_end());
    }
}
