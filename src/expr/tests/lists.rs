//! Lists of rows and what can be asked of them.

use super::table::{failure, steps, value};

#[track_caller]
fn yields(text: &str, expected: &str) {
    assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
}

#[test]
fn rows_are_asked_by_the_macros_of_cel() {
    yields("rows.all(r, r.total >= 1000)", "true");
    yields("rows.all(r, r.total > 1000)", "false");
    yields("rows.exists(r, r.total == 1250)", "true");
    yields("rows.exists(r, r.total == 1)", "false");
    yields("rows.exists_one(r, r.total > 1250)", "true");
    yields("rows.exists_one(r, r.total > 1000)", "false");
    yields("size(rows.filter(r, r.total > 1000))", "2");
    yields("rows.map(r, r.total)", "[1000, 1250, 1500]");
    yields("rows.map(r, r.total > 1000, r.total)", "[1250, 1500]");
    yields("rows.filter(r, r.year == 2020).map(r, r.total)", "[1250]");
}

#[test]
fn a_dataset_gives_its_rows_by_name() {
    yields("size(loans)", "3");
    yields("size(loans.rows)", "3");
    yields("loans.rows.map(r, r.year)", "[2019, 2020, 2021]");
    yields("loans.all(r, r.total > 0)", "true");
    yields("sum(loans.rows.map(r, r.total))", "3750");
    yields("min(loans.rows.map(r, r.total))", "1000");
    yields("max(loans.rows.map(r, r.total))", "1500");
    yields("sum([])", "0");
}

#[test]
fn macros_stand_inside_each_other() {
    yields("rows.all(a, rows.exists(b, b.total == a.total))", "true");
    yields("rows.map(a, size(rows.filter(b, b.total < a.total)))", "[0, 1, 2]");
    yields("[1, 2] + [3]", "[1, 2, 3]");
    yields("[1, 2, 3][1]", "2");
}

#[test]
fn a_missing_value_leaves_all_and_exists_undecided_unless_another_decides() {
    yields("rows.all(r, r.part > 0)", "missing (not-counted)");
    yields("rows.all(r, r.part > 1000)", "false");
    yields("rows.exists(r, r.part == 250)", "true");
    yields("rows.exists(r, r.part == 1)", "missing (not-counted)");
    yields("size(rows.filter(r, r.part > 0))", "2");
    yields("size(rows.filter(r, has(r.part)))", "2");
}

#[test]
fn what_is_no_list_is_refused() {
    assert_eq!(failure("row.total.all(r, r > 1)"), "a number is no list");
    assert_eq!(failure("rows.filter(r, r.total)"), "a number is no condition");
    assert_eq!(failure("[1, 2][5]"), "the list has no item 5");
    assert_eq!(failure("[1, 2][0.5]"), "the list has no item 0.5");
    assert_eq!(failure("max([])"), "an empty list has no smallest or largest value");
    assert_eq!(
        failure("sum([row.total, row.readers])"),
        "`book` and `person` are different units"
    );
}

/// A step of `map` or `filter` that copied the list so far would take a thousand times
/// the work for ten times the rows.
#[test]
fn a_hundred_thousand_rows_take_ten_times_the_work_of_ten_thousand() {
    for text in [
        "size(rows.map(r, r.total)) > 0",
        "size(rows.filter(r, r.total > 0)) > 0",
        "rows.all(r, r.total > 0)",
        "rows.exists_one(r, r.total == 1000)",
        "sum(rows.map(r, r.total)) > 0",
        "unique(rows.map(r, r.year))",
    ] {
        let (few, many) = (steps(text, 10_000), steps(text, 100_000));
        assert!(few >= 10_000, "{text}: {few} steps for 10 000 rows");
        assert!(
            many <= few * 10,
            "{text}: {few} steps for 10 000 rows, {many} for 100 000"
        );
    }
}

#[test]
fn lists_are_asked_for_repetitions_order_and_gaps() {
    yields("unique(rows.map(r, r.year))", "true");
    yields("unique([1, 2, 1])", "false");
    yields("unique([\"a\", \"b\"])", "true");
    yields("unique(rows.map(r, r.town))", "false");
    yields("ascending([1, 1, 2])", "true");
    yields("ascending([1, 3, 2])", "false");
    yields("ascending([])", "true");
    yields("consecutive(rows.map(r, r.year))", "true");
    yields("consecutive([2019, 2021])", "false");
    yields("consecutive([2])", "true");
    yields("unique(rows.map(r, r.part))", "missing (not-counted)");
    assert_eq!(failure("unique(rows)"), "a row cannot be compared with another");
    assert_eq!(failure("consecutive([\"a\", \"b\"])"), "text has no number before it");
}

#[test]
fn a_row_that_is_not_there_gives_a_missing_value_where_that_is_asked() {
    yields("loans.get(2020).total", "1250");
    yields("loans.get(2018).total", "missing (:)");
    yields("loans.get(row.year - 1).total + 5", "missing (:)");
    yields("row.total == loans.get(2018).total", "missing (:)");
    assert_eq!(failure("loans.get(1, 2)"), "a row of `loans` is named by one value");
    assert_eq!(failure("loans.get([1])"), "a list names no row");
    assert_eq!(failure("row.get(1)"), "a row has no method `get`");
}
