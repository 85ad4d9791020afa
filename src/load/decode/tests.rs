//! The strict reading of YAML into what authors may write.

use super::{Decode, Decoder, decimal};
use crate::diag::{Diagnostics, place};
use crate::expr::Expression;
use crate::lang::Lang;
use crate::load::format::{CheckFile, UnitFile};
use crate::load::translations::Taken;
use crate::load::yaml;
use crate::locale::{Date, Period};
use crate::source::Input;
use crate::study::{Texts, Unreadable};

/// The value that `text` is read as, and the places and messages of what is wrong.
fn read<T: Decode>(text: &str, draft: bool) -> (Option<T>, Vec<String>) {
    let input = Input::new([("a.yaml".to_owned(), text.as_bytes().to_vec())]);
    let languages = ["en", "kk"].map(|tag| Lang::parse(tag).unwrap());
    let mut found = Diagnostics::new();
    let node = yaml::parse(&input, input.find("a.yaml").unwrap(), &mut found).unwrap();
    let mut decoder = Decoder {
        input: &input,
        languages: &languages,
        source_language: languages[0],
        draft,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found: &mut found,
    };
    let value = T::decode(&node, &mut decoder);
    let wrong = found.sorted().into_iter().map(|found| {
        let at = place(&input, found.labels[0].span);
        format!("{} {}", at.trim_start_matches("a.yaml:"), found.message)
    });
    (value, wrong.collect())
}

fn wrong<T: Decode>(text: &str) -> Vec<String> {
    read::<T>(text, false).1
}

#[test]
fn every_problem_of_a_map_is_reported_at_its_place() {
    assert_eq!(
        wrong::<UnitFile>("таңба: 1\nof: [x]\ntimes: көп\nof: y\n"),
        [
            "1:1 the key `label` is missing",
            "1:1 there is no key `таңба` here",
            "2:5 expected a text, found a list",
            "3:8 `көп` is not a number",
            "4:1 the key `of` stands twice",
        ]
    );
}

#[test]
fn a_misspelt_key_is_not_missing_too() {
    assert_eq!(
        wrong::<UnitFile>("lable: {en: books, kk: кітап}"),
        ["1:1 there is no key `lable` here"]
    );
}

#[test]
fn a_text_is_given_in_each_language() {
    let (texts, wrong) = read::<Texts>("{en: Books, kk: Кітап}", false);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(texts.unwrap().iter().count(), 2);
    let missing = ["1:1 the text in `kk` is missing"];
    assert_eq!(read::<Texts>("en: Books", false).1, missing);
    let (draft, wrong) = read::<Texts>("en: Books", true);
    assert_eq!(wrong, missing);
    let kazakh = draft.unwrap().get(Lang::parse("kk").unwrap()).clone();
    assert_eq!(kazakh.lang.as_str(), "en");
    let (none, _) = read::<Texts>("kk: Кітап", true);
    assert!(none.is_none(), "nothing stands in for the source language");
}

#[test]
fn values_of_the_wrong_kind_are_named() {
    assert_eq!(wrong::<bool>("yes"), ["1:1 `yes` is neither `true` nor `false`"]);
    assert_eq!(wrong::<u32>("13"), ["1:1 `13` is not a whole number from 0 to 12"]);
    assert_eq!(wrong::<u32>("[1]"), ["1:1 expected a whole number, found a list"]);
    assert_eq!(wrong::<Vec<String>>("x"), ["1:1 expected a list, found a text"]);
    assert_eq!(wrong::<String>("\"\""), ["1:1 the text is empty"]);
    assert_eq!(
        wrong::<Date>("1991-02-30"),
        ["1:1 `1991-02-30` is no date of the calendar"]
    );
    assert_eq!(wrong::<Period>("2013/"), ["1:1 `2013/` is no date of the calendar"]);
    assert_eq!(wrong::<Lang>("қаз"), ["1:1 `қаз` is no language tag"]);
}

#[test]
fn a_number_keeps_the_digits_that_are_written() {
    for text in ["9366.90", "-0.5", "0123", "\u{2212}7"] {
        let plain = text.replace('\u{2212}', "-").replace("0123", "123");
        assert_eq!(decimal(text).map(|number| number.to_string()).ok(), Some(plain));
    }
    for text in ["1e5", "1,5", "9 366", ".5", "5.", "+5", "", "1.2.3", "٣"] {
        assert!(decimal(text).is_err(), "{text}");
    }
    let digits = "1".repeat(40);
    assert!(decimal(&digits).is_err());
}

#[test]
fn a_condition_in_a_block_knows_its_places() {
    let text = "each: >-\n  row.a ==\n  row.b + ә\nmessage: {en: a, kk: ә}\n";
    assert_eq!(wrong::<CheckFile>(text), ["3:11 `ә` has no meaning in an expression"]);
    let (expression, _) = read::<Expression>("\"\\u0022ә\\u0022 == row.b\"", false);
    assert_eq!(expression.unwrap().text(), "\"ә\" == row.b");
}
