//! Flags of numbers, parts of a whole, money and periods.

use super::table::{failure, holds, marked, value, written};

#[test]
fn a_number_keeps_its_flags_in_every_form() {
    let early = |form: &str| marked("en", &format!("loans[2019].early{form}"));
    assert_eq!(early(""), "500^p");
    assert_eq!(early(".thousands(1)"), "0.5 thousand^p");
    assert_eq!(early(".noun()"), "500^p books");
    assert_eq!(early(".after(\"about\")"), "about 500^p");
    assert_eq!(early(".unflagged()"), "500");
    let kazakh = marked("kk", "loans[2019].early.abl()");
    assert_eq!(kazakh, "500-ден^p");
    let list = "[loans[2019].early, loans[2019].total].and()";
    assert_eq!(marked("ru", list), "500^p и 1 000");
}

#[test]
fn what_is_computed_has_the_flags_of_all_that_it_is_computed_from() {
    let of = |text: &str| marked("en", text);
    assert_eq!(of("loans[2019].early + loans[2019].total"), "1,500^p");
    assert_eq!(of("loans[2019].guess / loans[2019].early"), "0.08^ep");
    assert_eq!(of("(loans[2019].early / loans[2019].total).percent(1)"), "50.0%^p");
    assert_eq!(of("sum([loans[2019].early, loans[2019].guess])"), "540^ep");
    assert_eq!(of("range(loans[2019].guess, loans[2019].early)"), "40–500^ep");
    assert_eq!(of("-loans[2019].guess"), "−40^e");
    assert_eq!(of("max([loans[2019].guess, loans[2019].early])"), "500^p");
}

#[test]
fn only_a_zero_is_a_rounded_zero() {
    assert_eq!(marked("en", "loans[2019].trace"), "0^n");
    assert_eq!(marked("en", "loans[2019].trace * 2"), "0^n");
    assert_eq!(marked("en", "loans[2019].trace + loans[2019].early"), "500^p");
}

#[test]
fn conditions_know_of_no_flags() {
    assert_eq!(holds("loans[2019].early == loans[2019].total / 2", "0"), Some(true));
}

#[test]
fn a_part_of_a_whole_is_computed_with_as_the_ratio_that_it_is() {
    assert_eq!(written("en", "loans[2019].portion").unwrap(), "25.05%");
    assert_eq!(written("ru", "loans[2019].portion").unwrap(), "25,05 %");
    assert_eq!(written("kk", "loans[2019].portion.dat()").unwrap(), "25,05%-ға");
    assert_eq!(written("en", "loans[2019].portion.decimals(0)").unwrap(), "25%");
    assert_eq!(written("en", "loans[2019].portion.percent(1)").unwrap(), "25.1%");
    assert_eq!(value("loans[2019].portion").unwrap(), "0.2505");
    assert_eq!(value("loans[2019].portion * loans[2019].total").unwrap(), "250.5000");
    let twice = "loans[2019].portion + loans[2019].portion";
    assert_eq!(written("en", twice).unwrap(), "50.10%");
    assert_eq!(written("en", "1 - loans[2019].portion").unwrap(), "0.7495");
    assert_eq!(holds("loans[2019].portion < 0.26", "0"), Some(true));
}

#[test]
fn a_currency_is_a_unit() {
    assert_eq!(written("en", "loans[2019].price * 2").unwrap(), "KZT 3,000");
    assert_eq!(
        written("kk", "loans[2019].price + loans[2019].price").unwrap(),
        "3 000 ₸"
    );
    assert_eq!(written("ru", "loans[2019].price.thousands(1)").unwrap(), "1,5 тысячи ₸");
    assert_eq!(written("ru", "loans[2019].price / loans[2019].price").unwrap(), "1");
    assert_eq!(
        failure("loans[2019].price + loans[2019].cost"),
        "`KZT` and `USD` are different units"
    );
    assert_eq!(
        failure("loans[2019].price > loans[2019].readers"),
        "`KZT` and `person` are different units"
    );
}

#[test]
fn a_period_is_a_time() {
    assert_eq!(written("ru", "loans[2019].term").unwrap(), "2019/2020 учебный год");
    let when = written("ru", "loans[2019].term.when()").unwrap();
    assert_eq!(when, "в 2019/2020 учебном году");
    assert_eq!(holds("loans[2019].term == academic_year(2019)", "0"), Some(true));
    assert_eq!(holds("loans[2019].term > period(2003, 2013)", "0"), Some(true));
    assert_eq!(value("loans[2019].term").unwrap(), "2019/20");
}
