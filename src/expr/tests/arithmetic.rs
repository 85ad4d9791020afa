//! Numbers with units, missing values, tolerance.

use super::table::{failure, holds, value};

#[track_caller]
fn yields(text: &str, expected: &str) {
    assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
}

#[test]
fn numbers_are_exact() {
    yields("0.1 + 0.2", "0.3");
    yields("1.10", "1.1");
    yields("10 / 4", "2.5");
    yields("2 * 3.5 - 1", "6.0");
    yields("7 % 3", "1");
    yields("-(2 - 5)", "3");
    yields("(1 / 3).decimals(1)", "0.3333333333333333333333333333");
}

#[test]
fn a_sum_needs_like_units_and_keeps_them() {
    yields("row.total + row.part == 1250", "true");
    assert_eq!(
        failure("row.total + row.readers"),
        "`book` and `person` are different units"
    );
    assert_eq!(
        failure("row.total < row.readers"),
        "`book` and `person` are different units"
    );
    assert_eq!(
        failure("row.total + row.part + row.readers"),
        "`book` and `person` are different units"
    );
    yields("row.total + 5", "1005");
}

#[test]
fn a_ratio_of_like_units_is_a_plain_number() {
    yields("row.part / row.total", "0.25");
    yields("(row.part / row.total).percent(1)", "25.00");
    assert_eq!(failure("row.part.percent(1)"), "a quantity of `book` is no share");
    assert_eq!(
        failure("(row.part / row.total).percent(1) + row.total"),
        "`percent` and `book` are different units"
    );
}

#[test]
fn the_difference_of_percentages_is_in_percentage_points() {
    yields("loans[2020].share - loans[2019].share", "0.1");
    assert_eq!(
        failure("row.share - row.share + row.share"),
        "`percentage-point` and `percent` are different units"
    );
    yields("loans[2020].share + loans[2019].share", "81.1");
}

#[test]
fn per_cent_of_a_quantity_are_a_part_of_it_in_its_unit() {
    yields("part(row.share, row.total)", "405");
    yields("part(row.share, row.total) + row.total", "1405");
    yields("part(row.share, row.share)", "16.4025");
    yields("part(share(1, 8), 1000)", "125");
    yields("part(row.share, 1)", "0.405");
    yields("row.total / (1 + part(share(1, 4), 1))", "800");
    yields("part((1 / 4).permille(0), row.readers)", "25");
    yields(
        "share(sum(rows.map(r, part(r.share, r.total))), sum(rows.map(r, r.total))).decimals(1)",
        "40.613333333333333333333333333",
    );
    let refused = "a part is so many per cent or per mille of a whole";
    assert_eq!(failure("part(0.25, row.total)"), refused);
    assert_eq!(failure("part(row.share - row.share, row.total)"), refused);
    assert_eq!(
        failure("part(row.share, row.total) + row.readers"),
        "`book` and `person` are different units"
    );
}

#[test]
fn percentages_are_not_multiplied_as_if_they_were_whole() {
    for (text, message) in [
        ("row.share * row.total", "`percent` is multiplied by `book`"),
        ("row.total * row.share", "`book` is multiplied by `percent`"),
        ("row.total * row.share / 100", "`book` is multiplied by `percent`"),
        ("row.share / 100 * row.total", "`percent` is multiplied by `book`"),
        ("row.share * row.share", "`percent` is multiplied by `percent`"),
        (
            "row.total * (row.share - row.share)",
            "`book` is multiplied by `percentage-point`",
        ),
        ("row.total / row.share", "`book` is divided by `percent`"),
    ] {
        assert_eq!(failure(text), message, "{text}");
    }
    yields("row.share * 2", "81.0");
    yields("row.share / loans[2019].share", "1");
    yields("row.total * (row.share / loans[2019].share)", "1000");
    yields("row.portion * row.total", "250.5000");
}

#[test]
fn what_has_no_result_fails() {
    assert_eq!(failure("row.total / 0"), "division by zero");
    assert_eq!(failure("row.total % 0"), "division by zero");
    let digits = "the result has more than 28 digits";
    assert_eq!(failure("9000000000000000000 * 9000000000000000000"), digits);
    assert_eq!(
        failure("row.town + 1"),
        "a level of a category and a number cannot be computed with"
    );
    assert_eq!(failure("{1: 2}"), "maps and messages have no use in a study");
}

#[test]
fn a_missing_value_makes_what_is_computed_from_it_missing() {
    yields("loans[2020].part", "missing (not-counted)");
    yields("loans[2020].part + 1", "missing (not-counted)");
    yields("abs(loans[2020].part)", "missing (not-counted)");
    yields("loans[2020].part.decimals(1)", "missing (not-counted)");
    yields("loans[2020].part > 3", "missing (not-counted)");
    yields("sum(rows.map(r, r.part))", "missing (not-counted)");
    yields("max(rows.map(r, r.part))", "missing (not-counted)");
}

#[test]
fn a_missing_value_decides_nothing() {
    assert_eq!(holds("loans[2020].part > 3", "0"), None);
    assert_eq!(holds("loans[2020].part > 3 && false", "0"), Some(false));
    assert_eq!(holds("loans[2020].part > 3 || true", "0"), Some(true));
    assert_eq!(holds("loans[2020].part > 3 && true", "0"), None);
    assert_eq!(holds("has(loans[2020].part)", "0"), Some(false));
    assert_eq!(holds("has(loans[2019].part)", "0"), Some(true));
    assert_eq!(holds("loans[2020].part > 3 ? true : false", "0"), None);
}

#[test]
fn numbers_within_the_tolerance_are_equal() {
    for (text, strict, tolerant) in [
        ("row.total == 1000.5", false, true),
        ("row.total == 1000.6", false, false),
        ("row.total != 1000.5", true, false),
        ("row.total >= 1000.5", false, true),
        ("row.total <= 999.5", false, true),
        ("row.total < 1000.5", true, false),
        ("row.total > 999.5", true, false),
        ("row.total in [999.5]", false, true),
    ] {
        assert_eq!(holds(text, "0"), Some(strict), "{text} without tolerance");
        assert_eq!(holds(text, "0.5"), Some(tolerant), "{text} with tolerance");
    }
}

#[test]
fn words_and_levels_are_compared_as_words() {
    assert_eq!(holds("row.town == \"almaty\"", "0"), Some(true));
    assert_eq!(holds("row.town in [\"shymkent\"]", "0"), Some(false));
    assert_eq!(holds("\"а\" < \"ә\"", "0"), Some(true));
    assert_eq!(holds("date(\"1991-10\") < date(\"1992\")", "0"), Some(true));
    assert_eq!(
        failure("row.town > 3"),
        "a level of a category cannot be compared with a number"
    );
}

#[test]
fn the_second_condition_is_not_looked_at_where_the_first_decides() {
    yields("false && row.total / 0 > 1", "false");
    yields("true || row.total / 0 > 1", "true");
    yields("row.total > 5 ? 1 : row.total / 0", "1");
}

#[test]
fn a_share_a_change_and_an_index_are_of_a_base() {
    yields("share(row.part, row.total)", "25");
    yields("share(1, 3).decimals(1)", "33.333333333333333333333333333");
    yields("change(loans[2021].total, row.total)", "50");
    yields("change(750, row.total)", "-25");
    yields("index(loans[2020].total, row.total)", "125");
    yields("share(row.part, row.total) - row.share", "-15.5");
    yields("index(loans[2020].total, row.total) + 1", "126");
    for text in ["share(loans[2020].part, 5)", "change(5, loans[2020].part)"] {
        yields(text, "missing (not-counted)");
    }
    assert_eq!(failure("index(5, 0)"), "the base is zero");
    assert_eq!(
        failure("share(row.total, row.readers)"),
        "`book` and `person` are different units"
    );
    assert_eq!(
        failure("change(row.share, loans[2020].share)"),
        "the change of a percentage is a difference in points"
    );
    assert_eq!(
        failure("share(row.part, row.total) + row.total"),
        "`percent` and `book` are different units"
    );
    assert_eq!(
        failure("share(row.town, 5)"),
        "`share` does not take a level of a category and a number"
    );
}
