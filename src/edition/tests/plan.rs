//! Which row each datum of a figure is.

use rust_decimal::Decimal;

use super::sample::{span, spanned, study, texts};
use crate::edition::plan::{Clash, Parting, Plan};
use crate::study::*;

/// Arrivals by town and year in long form. The rows stand in no order, that of the
/// western town in 2001 is not there, and the value of the eastern town in 2002 is
/// missing.
const ROWS: [[&str; 3]; 8] = [
    ["west", "2002", "30"],
    ["east", "2000", "5"],
    ["west", "2000", "10"],
    ["north", "2000", "7"],
    ["east", "2001", "9"],
    ["north", "2002", "8"],
    ["east", "2002", "secret"],
    ["north", "2001", "6"],
];

/// The levels are declared from north to west.
fn towns() -> Dataset {
    let mut dataset = study().datasets.remove(0);
    let shape = dataset.variables[0].clone();
    let variable = |id: &str, kind| Variable { id: id.to_owned(), kind, ..shape.clone() };
    let level = |id: &str| Level {
        id: id.to_owned(),
        label: texts(id),
        short: None,
        code: id.to_owned(),
        word: None,
    };
    let mut town = variable("town", VariableKind::Category);
    town.levels = ["north", "east", "west"].map(level).into();
    dataset.id = "towns".into();
    dataset.key = vec![0, 1];
    dataset.variables = vec![
        town,
        variable("year", VariableKind::Year),
        variable("arrivals", VariableKind::Count),
    ];
    dataset.rows = ROWS.iter().map(row).collect();
    dataset.keys = ROWS.iter().map(|row| vec![row[0].into(), row[1].into()]).collect();
    dataset.index = dataset.keys.iter().cloned().zip(0..).collect();
    dataset
}

fn row(cells: &[&str; 3]) -> Row {
    let number = |text: &str| match text.parse::<Decimal>() {
        Ok(value) => Cell::number(value),
        Err(_) => Cell::Missing(text.to_owned()),
    };
    let town = Cell::Level(cells[0].to_owned());
    Row {
        cells: vec![town, number(cells[1]), number(cells[2])],
        printed_in: None,
        span: span("en", 0),
    }
}

/// The plan of a figure of `rows`: lines of arrivals over years, unless it is changed.
fn planned(rows: &[usize], change: impl FnOnce(&mut Figure)) -> Result<Plan, Clash> {
    let dataset = towns();
    let study = study().with_figure("own", |figure| {
        figure.dataset = spanned("towns");
        figure.y = vec![spanned("arrivals")];
        change(figure);
    });
    let figure = &study.figures["own"];
    let parting = Parting::of(figure, &dataset).expect("all variables are there");
    Plan::new(figure, &dataset, &parting, rows)
}

const ALL: [usize; 8] = [0, 1, 2, 3, 4, 5, 6, 7];

fn ids(plan: &Plan) -> (String, String) {
    let categories: Vec<&str> = plan.categories.iter().map(|own| &*own.id).collect();
    let series: Vec<&str> = plan.series.iter().map(|own| &*own.id).collect();
    (categories.join(" "), series.join(" "))
}

/// For each pane its group, and the row of each series at each category.
fn panes(plan: &Plan) -> Vec<String> {
    let cell = |row: &Option<usize>| row.map_or(".".to_owned(), |row| row.to_string());
    let cells =
        |rows: &Vec<Option<usize>>| rows.iter().map(cell).collect::<Vec<_>>().join(" ");
    let pane = |pane: &super::super::plan::Pane| {
        let group = pane.group.as_ref().map_or("", |group| &group.id);
        let rows: Vec<String> = pane.rows.iter().map(cells).collect();
        format!("{group}: {}", rows.join(" | "))
    };
    plan.panes.iter().map(pane).collect()
}

#[test]
fn long_data_have_a_series_for_each_level_in_the_order_of_the_levels() {
    let plan =
        planned(&ALL, |figure| figure.series = Some(spanned("town"))).ok().unwrap();
    assert_eq!(ids(&plan), ("2000 2001 2002".into(), "north east west".into()));
    assert!(plan.series.iter().all(|own| own.variable == 2 && own.row.is_some()));
}

#[test]
fn rows_find_their_places_whatever_their_order_and_holes_stay_empty() {
    let plan =
        planned(&ALL, |figure| figure.series = Some(spanned("town"))).ok().unwrap();
    assert_eq!(panes(&plan), [": 3 7 5 | 1 4 6 | 2 . 0"]);
}

#[test]
fn levels_without_a_row_are_no_series() {
    let west = [0, 2];
    let plan =
        planned(&west, |figure| figure.series = Some(spanned("town"))).ok().unwrap();
    assert_eq!(ids(&plan), ("2000 2002".into(), "west".into()));
}

#[test]
fn wide_data_have_a_series_for_each_variable() {
    let north = [3, 5, 7];
    let plan = planned(&north, |figure| {
        figure.y = ["arrivals", "year"].map(spanned).into();
    });
    let plan = plan.ok().unwrap();
    assert_eq!(ids(&plan), ("2000 2001 2002".into(), "arrivals year".into()));
    assert_eq!(panes(&plan), [": 3 7 5 | 3 7 5"]);
    let variables: Vec<usize> = plan.series.iter().map(|own| own.variable).collect();
    assert_eq!(variables, [2, 1]);
    assert!(plan.series.iter().all(|own| own.row.is_none()));
}

#[test]
fn facets_are_panes_in_the_order_of_the_levels_with_the_places_of_all() {
    let plan = planned(&ALL, |figure| figure.facet = Some(spanned("town"))).ok().unwrap();
    assert_eq!(ids(&plan), ("2000 2001 2002".into(), "arrivals".into()));
    assert_eq!(panes(&plan), ["north: 3 7 5", "east: 1 4 6", "west: 2 . 0"]);
}

#[test]
fn facets_of_years_run_through_time() {
    let plan = planned(&ALL, |figure| {
        figure.kind = FigureKind::Bar;
        figure.x = spanned("town");
        figure.facet = Some(spanned("year"));
    });
    let plan = plan.ok().unwrap();
    assert_eq!(ids(&plan), ("west east north".into(), "arrivals".into()));
    assert_eq!(panes(&plan), ["2000: 2 1 3", "2001: . 4 7", "2002: 0 6 5"]);
}

#[test]
fn facets_and_series_part_the_rows_together() {
    let plan = planned(&ALL, |figure| {
        figure.kind = FigureKind::Grouped;
        figure.series = Some(spanned("year"));
        figure.facet = Some(spanned("town"));
        figure.x = spanned("town");
    });
    let plan = plan.ok().unwrap();
    assert_eq!(
        panes(&plan),
        [
            "north: . . 3 | . . 7 | . . 5",
            "east: . 1 . | . 4 . | . 6 .",
            "west: 2 . . | . . . | 0 . ."
        ]
    );
}

#[test]
fn bars_are_ordered_by_the_first_series_of_the_first_pane_and_missing_ones_come_last() {
    let ordered = |order, facet: Option<&str>, rows: &[usize]| {
        let plan = planned(rows, |figure| {
            figure.kind = FigureKind::Bar;
            figure.x = spanned("town");
            figure.order = order;
            figure.facet = facet.map(spanned);
        });
        ids(&plan.ok().unwrap()).0
    };
    let year_2002 = [0, 5, 6];
    assert_eq!(ordered(Order::Given, None, &year_2002), "west north east");
    assert_eq!(ordered(Order::Ascending, None, &year_2002), "north west east");
    assert_eq!(ordered(Order::Descending, None, &year_2002), "west north east");
    assert_eq!(ordered(Order::Descending, Some("year"), &ALL), "west north east");
    assert_eq!(ordered(Order::Ascending, Some("year"), &ALL), "east north west");
}

#[test]
fn columns_run_through_time_unless_they_are_ranked() {
    let ordered = |order| {
        let plan = planned(&[0, 2], |figure| {
            figure.kind = FigureKind::Column;
            figure.order = order;
        });
        ids(&plan.ok().unwrap()).0
    };
    assert_eq!(ordered(Order::Given), "2000 2002");
    assert_eq!(ordered(Order::Descending), "2002 2000");
}

#[test]
fn two_rows_at_one_place_clash() {
    let clash = |change: fn(&mut Figure)| planned(&ALL, change).err().map(|own| own.id);
    assert_eq!(clash(|_| ()).as_deref(), Some("2000"));
    assert_eq!(clash(|figure| figure.x = spanned("town")).as_deref(), Some("west"));
    assert_eq!(clash(|figure| figure.series = Some(spanned("town"))), None);
    assert_eq!(clash(|figure| figure.facet = Some(spanned("town"))), None);
}

#[test]
fn points_of_a_scatter_chart_are_rows_by_their_keys_and_never_clash() {
    let plan = planned(&[1, 3], |figure| {
        figure.kind = FigureKind::Scatter;
        figure.x = spanned("year");
    });
    assert_eq!(ids(&plan.ok().unwrap()).0, "east, 2000 north, 2000");
}

#[test]
fn rows_are_listed_once_in_the_order_in_which_they_are_drawn() {
    let series = planned(&ALL, |figure| figure.series = Some(spanned("town")));
    assert_eq!(series.ok().unwrap().rows(), [3, 1, 2, 7, 4, 5, 6, 0]);
    let facets = planned(&ALL, |figure| figure.facet = Some(spanned("town")));
    assert_eq!(facets.ok().unwrap().rows(), [3, 7, 5, 1, 4, 6, 2, 0]);
    let twice = planned(&[3, 5, 7], |figure| {
        figure.y = ["arrivals", "year"].map(spanned).into();
    });
    assert_eq!(twice.ok().unwrap().rows(), [3, 7, 5]);
}

#[test]
fn no_rows_make_an_empty_plan() {
    let plan = planned(&[], |figure| figure.series = Some(spanned("town"))).ok().unwrap();
    assert_eq!(ids(&plan), (String::new(), String::new()));
    assert_eq!(panes(&plan), [": "]);
}
