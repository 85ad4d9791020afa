//! Dates, periods and what a sentence says of them.

use super::table::{failure, written};

/// What English, Kazakh and Russian show.
#[track_caller]
fn shows(text: &str, expected: [&str; 3]) {
    let shown = ["en", "kk", "ru"].map(|tag| written(tag, text));
    assert_eq!(shown, expected.map(|own| Ok(own.to_owned())), "{text}");
}

#[test]
fn a_year_of_the_data_stands_in_a_sentence() {
    shows("loans[2019].year.when()", ["in 2019", "2019 жылы", "в 2019 году"]);
    shows(
        "range(loans[2019].year, loans[2021].year).of()",
        ["of 2019–2021", "2019–2021 жылдардағы", "2019–2021 годов"],
    );
    shows(
        "period(loans[2019].year, loans[2021].year)",
        ["2019–2021", "2019–2021 жылдар", "2019–2021 годы"],
    );
    shows("loans[2019].year.short()", ["2019", "2019 ж.", "2019 г."]);
}

#[test]
fn a_date_stands_in_a_sentence() {
    let date = "date(\"2019-01-05\")";
    shows(
        &format!("{date}.since()"),
        ["since 5 January 2019", "2019 жылғы 5 қаңтардан бастап", "с 5 января 2019 года"],
    );
    shows(&format!("{date}.month()"), ["January", "қаңтар", "январь"]);
    shows(&format!("decade({date})"), ["2010s", "2010-жылдар", "2010-е годы"]);
    shows(
        &format!("quarter({date})"),
        ["Q1 2019", "2019 жылғы I тоқсан", "I квартал 2019 г."],
    );
    shows(
        "academic_year(loans[2019].year).when()",
        ["in 2019/20", "2019/2020 оқу жылында", "в 2019/2020 учебном году"],
    );
}

#[test]
fn a_form_that_makes_no_sense_is_refused() {
    assert_eq!(
        failure("row.year.when()"),
        "forms of words can be chosen in texts only, not in conditions"
    );
    assert_eq!(failure("row.total.when()"), "only a year, a date or a period has `when`");
    assert_eq!(failure("period(2021, 2019)"), "the period ends before it begins");
    assert_eq!(
        failure("quarter(2024, 5)"),
        "`quarter` does not take a number and a number"
    );
    assert_eq!(failure("decade(20191)"), "`decade` does not take a number");
    let refused = |text| written("en", text).unwrap_err();
    assert_eq!(refused("date(\"2019\").month()"), "the month is not known");
    assert_eq!(
        refused("date(\"2019-01\").month(\"x\")"),
        "`month` takes the name of a case, or `short`"
    );
    assert_eq!(refused("date(\"2019-01\").month_day()"), "the day is not known");
    assert_eq!(refused("date(\"2019-01\").wen()"), "a time has no method `wen`");
    assert_eq!(
        refused("date(\"2019-01\").from_to()"),
        "only a period from one date to another has two ends"
    );
    assert_eq!(refused("decade(1990).long()"), "`long` does not take these values");
}

#[test]
fn a_missing_date_makes_a_missing_time() {
    assert_eq!(
        written("en", "period(2019, loans[2020].part)").unwrap_err(),
        "the value is missing: `not-counted`"
    );
}
