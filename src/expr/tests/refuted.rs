//! What refutes a condition.

use super::table::refuted;

#[track_caller]
fn shows(text: &str, expected: &[(Option<usize>, &[&str])]) {
    let expected: Vec<(Option<usize>, Vec<String>)> = expected
        .iter()
        .map(|(row, numbers)| {
            (*row, numbers.iter().map(|number| (*number).to_owned()).collect())
        })
        .collect();
    assert_eq!(refuted(text), expected, "{text}");
}

#[test]
fn both_sides_of_a_comparison_are_shown_with_their_values() {
    shows(
        "sum([1, 2.50]) == (2 + 3) * 4",
        &[(None, &["sum([1, 2.50]) = 3.5", "(2 + 3) * 4 = 20"])],
    );
    shows(
        "size([1, 2].filter(x, x > 1)) > 1",
        &[(None, &["size([1, 2].filter(x, x > 1)) = 1"])],
    );
    shows("(1 + 2) * (3 - 1) < 5", &[(None, &["(1 + 2) * (3 - 1) = 6"])]);
}

#[test]
fn the_rows_that_all_does_not_hold_for_are_found() {
    shows(
        "loans.rows.all(r, r.year <= 2019 || r.total < 1200)",
        &[
            (Some(1), &["r.year = 2020", "r.total = 1250"]),
            (Some(2), &["r.year = 2021", "r.total = 1500"]),
        ],
    );
    shows("!loans.exists(r, r.total > 1400)", &[(Some(2), &["r.total = 1500"])]);
}

#[test]
fn of_a_conjunction_the_parts_that_do_not_hold_are_told() {
    shows(
        "loans[2019].total == 1000 && loans[2020].total == 1 && 1 == 2",
        &[
            (None, &["loans[2020].total = 1250"]),
            (Some(1), &["loans[2020].total = 1250"]),
        ],
    );
}

#[test]
fn rows_that_are_named_and_rows_with_the_extreme_are_shown() {
    shows(
        "loans[2019].total == max(loans.rows.map(r, r.total))",
        &[
            (
                None,
                &["loans[2019].total = 1000", "max(loans.rows.map(r, r.total)) = 1500"],
            ),
            (Some(2), &["r.total = 1500"]),
            (Some(0), &["loans[2019].total = 1000"]),
        ],
    );
}

#[test]
fn the_row_at_hand_has_its_own_numbers() {
    shows(
        "row.total > 1000 && row.part == row.total - 1",
        &[(Some(0), &["row.total = 1000", "row.part = 250", "row.total - 1 = 999"])],
    );
}

#[test]
fn a_branch_is_told_that_was_taken() {
    shows(
        "row.year == 2019 ? row.total == 5 : true",
        &[(Some(0), &["row.total = 1000"])],
    );
}

#[test]
fn the_rows_at_which_a_list_breaks_are_shown() {
    shows(
        "unique(loans.rows.map(r, r.town))",
        &[(Some(1), &["r.town = \"shymkent\""]), (Some(2), &["r.town = \"shymkent\""])],
    );
    shows(
        "consecutive(loans.rows.filter(r, r.year != 2020).map(r, r.year))",
        &[(Some(0), &["r.year = 2019"]), (Some(2), &["r.year = 2021"])],
    );
    shows(
        "ascending(loans.rows.map(r, 0 - r.total))",
        &[
            (Some(0), &["0 - r.total = -1000"]),
            (Some(1), &["0 - r.total = -1250"]),
            (Some(2), &["0 - r.total = -1500"]),
        ],
    );
}
