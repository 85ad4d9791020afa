//! Tables, charts and pages of datasets.

use rust_decimal::Decimal;

use super::sample::*;
use crate::edition::{self, Edition, Grid};
use crate::locale::{Kind, Scale};
use crate::study::{FigureKind, Order, Study, TableForm, VariableKind};

fn placed(edition: &Edition) -> &edition::Placed {
    match &edition.sections[0].body.blocks[0] {
        edition::Block::Placed(placed) => placed,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn grid(study: Study, tag: &str) -> Grid {
    let editions = study.with_section("one", &[table("t")]).editions();
    match placed(&editions[tag]) {
        edition::Placed::Table(table) => table.grid.clone(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn chart(study: Study, tag: &str) -> edition::Chart {
    let editions = study.with_section("one", &[figure("f")]).editions();
    match placed(&editions[tag]) {
        edition::Placed::Figure(figure) => figure.chart.clone(),
        other => panic!("{other:?}"),
    }
}

fn cells(grid: &Grid, column: usize) -> Vec<String> {
    let cells = grid.rows.iter().map(|row| &row[column]);
    let text = |cell: &edition::Cell| match &cell.unit {
        Some(unit) => format!("{} [{unit}]", cell.text),
        None => cell.text.clone(),
    };
    cells.map(|cell| text(cell).replace('\u{a0}', " ")).collect()
}

#[test]
fn a_table_shows_numbers_in_the_unit_of_the_variable() {
    let grid = grid(study().with_table("t", |_| {}), "en");
    assert_eq!(grid.keys, 1);
    assert_eq!(cells(&grid, 0), ["1991", "1992", "1993", "1994"]);
    assert_eq!(cells(&grid, 1), ["431,262", "300,000", "350,000", "320,000"]);
    assert_eq!(grid.columns[1].unit.as_deref(), Some("people"));
    assert!(grid.columns[1].numeric && !grid.columns[0].numeric);
}

#[test]
fn a_percentage_has_its_sign_in_the_head_and_no_decimals_but_its_own() {
    let grid = grid(study().with_table("t", |_| {}), "ru");
    assert_eq!(grid.columns[3].unit.as_deref(), Some("%"));
    assert_eq!(cells(&grid, 3), ["23,2", "66", "—", "103,13"]);
}

#[test]
fn a_missing_value_has_a_sign_and_the_sign_a_reason() {
    let grid = grid(study().with_table("t", |_| {}), "en");
    assert!(grid.rows[2][2].missing);
    let legend: Vec<_> = grid
        .missing
        .iter()
        .map(|(sign, reason)| (sign.as_str(), reason.plain()))
        .collect();
    assert_eq!(legend, [("—", "withheld".to_owned())]);
}

#[test]
fn a_printed_table_shows_what_was_printed() {
    let printed = |filter: &str| {
        let filter = formula(filter);
        let study = study().with_table("t", |table| {
            table.form = TableForm::Printed;
            table.filter = Some(filter);
        });
        grid(study, "en")
    };
    let mixed = printed("row.year < 1993");
    assert_eq!(mixed.columns[1].unit.as_deref(), Some("people"));
    assert_eq!(cells(&mixed, 1), ["431,262", "300.0 [thousand people]"]);
    assert_eq!(cells(&mixed, 3), ["23.2", "66"]);
    let thousands = printed("row.year == 1992");
    let unit = thousands.columns[1].unit.as_deref();
    assert_eq!(unit, Some("thousand\u{a0}people"));
    assert_eq!(cells(&thousands, 1), ["300.0"]);
}

#[test]
fn a_chart_in_thousands_keeps_values_and_shortens_texts() {
    let study = study().with_figure("f", |figure| figure.scale = Scale::Thousand);
    let chart = chart(study, "kk");
    assert_eq!(chart.unit, "мың\u{a0}адам");
    assert_eq!((chart.form.scale, chart.form.decimals), (Scale::Thousand, Some(0)));
    let first = &chart.series[0].data[0];
    assert_eq!((first.value, first.text.as_str()), (Some(Decimal::from(431_262)), "431"));
    assert_eq!(first.exact, "431\u{a0}262");
    assert_eq!(chart.categories[0].position, Some(Decimal::from(1991)));
}

#[test]
fn a_chart_of_small_numbers_keeps_three_digits() {
    let study = study().with_figure("f", |figure| figure.scale = Scale::Million);
    let chart = chart(study, "en");
    assert_eq!(chart.form.decimals, Some(2));
    assert_eq!(chart.series[0].data[0].text, "0.43");
}

#[test]
fn a_datum_has_its_sign_or_the_reason_why_it_is_missing() {
    let study = study().with_figure("f", |figure| figure.y = vec![spanned("share")]);
    let chart = chart(study, "ru");
    let texts: Vec<_> = chart.series[0]
        .data
        .iter()
        .map(|datum| datum.text.replace('\u{a0}', " "))
        .collect();
    assert_eq!(texts, ["23,2 %", "66 %", "withheld", "103,13 %"]);
    assert_eq!(chart.series[0].data[2].value, None);
    assert_eq!((chart.form.kind, chart.form.decimals), (Kind::Percent, Some(2)));
}

#[track_caller]
fn summary(study: Study, tag: &str) -> String {
    let editions = study.with_section("one", &[figure("f")]).editions();
    match placed(&editions[tag]) {
        edition::Placed::Figure(figure) => figure.summary.plain().replace('\u{a0}', " "),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_figure_is_summed_up_by_its_data() {
    let study = || study().with_figure("f", |figure| figure.scale = Scale::Thousand);
    assert_eq!(
        summary(study(), "en"),
        "Total (thousand people) fell from 431 in 1991 to 320 in 1994 (by 25.8%); \
         the largest value is 431 (1991), the smallest 300 (1992)."
    );
    assert_eq!(
        summary(study(), "kk"),
        "Total (мың адам) 1991 жылғы 431-ден 1994 жылы 320-ға дейін кеміді (25,8%-ға); \
         ең жоғары көрсеткіш — 431 (1991 жылы), ең төмен көрсеткіш — 300 (1992 жылы)."
    );
}

#[test]
fn the_author_may_sum_up_a_figure() {
    let study = study().with_figure("f", |figure| {
        let least = value("min(migration.rows.map(r, r.total))");
        figure.summary = Some(line(&[word("Never below "), least, word(".")]));
    });
    assert_eq!(summary(study, "ru"), "Never below 300 000.");
}

#[test]
fn bars_of_years_are_summed_up_in_the_order_of_time() {
    let study = study().with_figure("f", |figure| {
        figure.kind = FigureKind::Bar;
        figure.order = Order::Ascending;
        figure.y = vec![spanned("share")];
    });
    assert_eq!(
        summary(study, "en"),
        "Share rose from 23.2% in 1991 to 103.13% in 1994 (by 79.93 percentage points); \
         no value lies outside this range; no data for 1993."
    );
}

#[test]
fn what_the_alt_text_says_already_is_not_said_again() {
    let described = |summary: &str| {
        let study = study().with_figure("f", |figure| {
            figure.alt = texts("A line that falls. It ends low.");
            figure.summary = Some(texts(summary));
        });
        let editions = study.with_section("one", &[figure("f")]).editions();
        match placed(&editions["en"]) {
            edition::Placed::Figure(figure) => figure.description(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(described("It ends low"), "A line that falls. It ends low.");
    assert_eq!(described("By 5."), "A line that falls. It ends low. By 5.");
}

#[test]
fn parts_of_a_hundred_per_cent_are_written_as_such_where_the_sum_is_known() {
    let study = study().with_figure("f", |figure| {
        figure.kind = FigureKind::Stacked { share: true };
        figure.y = ["total", "part"].map(spanned).into();
    });
    let chart = chart(study, "en");
    let texts = |at: usize| -> Vec<_> {
        chart.series[at].data.iter().map(|datum| datum.text.as_str()).collect()
    };
    assert_eq!(texts(0), ["81.2%", "59.9%", "350,000", "49.2%"]);
    assert_eq!(texts(1), ["18.8%", "40.1%", "withheld", "50.8%"]);
    assert_eq!(chart.series[0].data[0].value, Some(Decimal::from(431_262)));
}

#[test]
fn bars_stand_in_their_order_and_those_without_a_value_last() {
    let ordered = |order: Order| {
        let study = study().with_figure("f", |figure| {
            figure.kind = FigureKind::Bar;
            figure.y = vec![spanned("part")];
            figure.order = order;
        });
        let categories = chart(study, "en").categories.into_iter();
        categories.map(|category| category.id).collect::<Vec<_>>()
    };
    assert_eq!(ordered(Order::Descending), ["1994", "1992", "1991", "1993"]);
    assert_eq!(ordered(Order::Ascending), ["1991", "1992", "1994", "1993"]);
    assert_eq!(ordered(Order::Given), ["1991", "1992", "1993", "1994"]);
}

#[test]
fn a_filter_that_lets_nothing_through_is_reported_once() {
    let study = study()
        .with_figure("f", |figure| figure.filter = Some(formula("row.year > 3000")))
        .with_section("one", &[figure("f")]);
    assert_eq!(study.wrong(), ["the filter lets no row through"]);
}

#[test]
fn a_page_of_a_dataset_describes_all_of_it() {
    let study = study()
        .with_figure("f", |_| {})
        .with_table("t", |_| {})
        .with_section("one", &[table("t"), figure("f")]);
    let editions = study.editions();
    let dataset = &editions["kk"].datasets[0];
    assert_eq!(dataset.period.replace('\u{a0}', " "), "1991–1994 жылдар");
    assert_eq!(dataset.grid.rows.len(), 4);
    let shown: Vec<_> =
        dataset.shown_in.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(shown, ["1-сурет", "1-кесте"]);
    assert_eq!(dataset.variables[3].unit.as_deref(), Some("%"));
}

#[test]
fn a_derived_variable_says_how_many_decimals_it_has() {
    let mut study = study();
    let share = &mut study.datasets[0].variables[3];
    share.formula = Some(formula("row.part / row.total * 100"));
    share.kind = VariableKind::Number;
    study.datasets[0].rows[0].cells[3] =
        crate::study::Cell::number("23.187767250535034".parse().unwrap());
    assert_eq!(study.wrong(), ["the values of `share` have 15 decimals"]);
}
