//! Where in the file a mistake is pointed at.

use super::table::{Loans, file};
use crate::expr::{Expression, Records, Scope};
use crate::source::Span;

/// What is pointed at when `text` is parsed and evaluated, after Cyrillic text.
#[track_caller]
fn at(text: &str) -> String {
    let before = "Кітап саны {{ ";
    let (input, file) = file(&format!("{before}{text} }}}}"));
    let span = Span::new(file, before.len(), before.len() + text.len());
    let loans = Loans::of(2);
    let datasets: [&dyn Records; 1] = [&loans];
    let failure = match Expression::parse(text, span) {
        Ok(expression) => expression.evaluate(&Scope::new(&datasets)).expect_err(text),
        Err(failures) => failures[0].clone(),
    };
    input.slice(failure.span).to_owned()
}

#[test]
fn a_name_is_pointed_at_and_not_the_sign_beside_it() {
    assert_eq!(at("loan[2019].total"), "loan");
    assert_eq!(at("loans[2019].totl"), "totl");
    assert_eq!(at("loans[2019]. totl"), "totl");
    assert_eq!(at("loans[1918].total"), "[1918]");
    assert_eq!(at("loans[\"]\"].total"), "[\"]\"]");
    assert_eq!(at("loans[2019].total.thousand(1)"), "thousand");
    assert_eq!(at("1 + summ(loans)"), "summ");
    assert_eq!(at("loans.total"), "total");
}

#[test]
fn an_operator_is_pointed_at_by_its_sign() {
    assert_eq!(at("loans[2019].total + loans[2019].readers"), "+");
    assert_eq!(at("loans[2019].total / 0"), "/");
    assert_eq!(at("loans[2019].town <= 5"), "<=");
}

#[test]
fn places_are_right_after_cyrillic_inside_the_expression() {
    assert_eq!(at("\"көп кітап\" == loans[2019].totl"), "totl");
    assert_eq!(at("loans[\"көп\"].total"), "[\"көп\"]");
    assert_eq!(at("\"көп\" + ? 1"), "?");
    assert_eq!(at("кітап"), "кітап");
}

#[test]
fn places_are_right_on_the_second_line() {
    assert_eq!(at("loans[2019].total\n  + loans[2019].totl"), "totl");
    assert_eq!(at("\"көп\" +\n  ] 1"), "]");
}

#[test]
fn a_syntax_error_is_told_in_plain_words() {
    let (_, file) = file("x");
    let told = |text: &str| -> Vec<String> {
        let failures = Expression::parse(text, Span::start_of(file)).unwrap_err();
        failures.into_iter().map(|failure| failure.message).collect()
    };
    assert_eq!(told("loans[2019"), ["`]` is missing"]);
    assert_eq!(told("1 +"), ["the expression ends too early"]);
    assert_eq!(told("1 & 2"), ["`&` has no meaning in an expression"]);
    assert_eq!(told("1 )"), ["`)` is not expected here"]);
    assert_eq!(told(""), ["the expression ends too early"]);
    assert_eq!(told(&"(".repeat(50)), ["the expression is nested deeper than 32 levels"]);
    assert_eq!(told(&"1+".repeat(3000)), ["the expression is longer than 4000 bytes"]);
}

#[test]
fn reserved_names_are_those_that_cannot_be_read() {
    use crate::expr::{RESERVED_MEMBERS, RESERVED_NAMES};
    let (_, file) = file("");
    let reads = |text: String| Expression::parse(&text, Span::start_of(file)).is_ok();
    for name in RESERVED_NAMES {
        let ours = ["row", "rows"].contains(&name);
        assert_eq!(reads(format!("{name}[1].total")), ours, "{name}");
        assert!(reads(format!("loans[1].{name}")), "{name}");
    }
    for name in RESERVED_MEMBERS {
        assert!(!reads(format!("loans[1].{name}")), "{name}");
    }
}
