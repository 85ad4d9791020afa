//! Maps and big numbers.

use super::sample::*;
use crate::edition::{self, Chart, MapShape, Trend};
use crate::locale::Scale;
use crate::source::Spanned;
use crate::study::{
    Cell, Division, FigureKind, Ground, Level, Study, Variable, VariableKind,
};

/// What the only figure of a study draws, whatever warnings there are.
fn chart(study: Study, tag: &str) -> Chart {
    let (mut editions, _) = study.with_section("one", &[figure("f")]).resolved();
    let blocks = editions.remove(tag).unwrap().sections.remove(0).body.blocks;
    match blocks.into_iter().next() {
        Some(edition::Block::Placed(edition::Placed::Figure(figure))) => figure.chart,
        other => panic!("{other:?}"),
    }
}

/// The trend of a variable over some of the years.
fn trend(tag: &str, y: &str, filter: &str, scale: Scale) -> Trend {
    let filter = formula(filter);
    let study = study().with_figure("f", |figure| {
        figure.kind = FigureKind::BigNumber;
        figure.y = vec![spanned(y)];
        figure.filter = Some(filter);
        figure.scale = scale;
    });
    let plain = |text: String| text.replace('\u{a0}', " ");
    let trend = chart(study, tag).trend.unwrap();
    Trend {
        changes: trend.changes.into_iter().map(plain).collect(),
        sentence: plain(trend.sentence),
    }
}

#[test]
fn a_big_number_tells_its_change_from_the_year_before_and_from_the_first() {
    let of = |tag| trend(tag, "total", "row.year < 1994", Scale::One);
    assert_eq!(
        of("en").changes,
        ["+50,000 (+16.7%) since 1992", "−81,262 (−18.8%) since 1991"]
    );
    assert_eq!(
        of("kk").changes,
        [
            "1992 жылға қарағанда +50 000 (+16,7%)",
            "1991 жылға қарағанда −81 262 (−18,8%)"
        ]
    );
    assert_eq!(
        of("ru").changes,
        ["+50 000 (+16,7 %) к 1992 году", "−81 262 (−18,8 %) к 1991 году"]
    );
}

#[test]
fn a_big_number_is_one_sentence_for_those_who_do_not_see_it() {
    let sentence = trend("en", "total", "row.year < 1993", Scale::Thousand).sentence;
    assert_eq!(sentence, "1992, thousand people: 300; −131 (−30.4%) since 1991");
}

#[test]
fn percentages_change_by_points() {
    let of = |tag| trend(tag, "share", "row.year < 1993", Scale::One).changes;
    assert_eq!(of("en"), ["+42.8 pp since 1991"]);
    assert_eq!(of("kk"), ["1991 жылға қарағанда +42,8 п. т."]);
    assert_eq!(of("ru"), ["+42,8 п. п. к 1991 году"]);
}

#[test]
fn one_value_has_no_trend_and_a_missing_one_is_passed_over() {
    let one = trend("en", "total", "row.year == 1991", Scale::One);
    assert_eq!((one.changes, one.sentence), (vec![], "1991, people: 431,262".to_owned()));
    let gap = trend("en", "part", "row.year < 1994", Scale::One);
    assert_eq!(gap.changes, ["+100,500 (+100.5%) since 1991"]);
    assert!(gap.sentence.starts_with("1992, people: 200,500"));
}

/// Values of Almaty and Shymkent in the division of 2018.
fn mapped() -> Study {
    let mut study = study();
    let dataset = &mut study.datasets[0];
    let level = |id: &str, code: &str| Level {
        id: id.to_owned(),
        label: texts(id),
        short: None,
        code: code.to_owned(),
        word: None,
    };
    let others = Division::Of2018.regions().iter();
    let others = others.filter(|own| !["75", "79"].contains(&own.code));
    let mut levels = vec![level("shymkent", "79"), level("almaty", "75")];
    levels.extend(others.map(|own| level(&own.name.to_lowercase(), own.code)));
    dataset.variables.push(Variable {
        id: "region".into(),
        kind: VariableKind::Category,
        levels,
        ..dataset.variables[0].clone()
    });
    for (row, id) in dataset.rows.iter_mut().zip(["almaty", "shymkent", "akmola", "abai"])
    {
        row.cells.push(Cell::Level(id.into()));
    }
    study.with_figure("f", |figure| {
        figure.kind = FigureKind::TileMap;
        figure.x = spanned("region");
        figure.filter = Some(formula("row.year < 1993"));
        let division = Spanned { value: Division::Of2018, span: span("en", 9) };
        figure.ground = Some(Ground::Division(division));
    })
}

#[test]
fn a_map_has_all_regions_of_its_division_each_with_its_row_or_none() {
    let chart = chart(mapped(), "ru");
    let map = chart.map.unwrap();
    assert_eq!(map.regions.len(), Division::Of2018.regions().len());
    assert_eq!(map.no_data, "нет данных");
    let of = |code: &str| map.regions.iter().find(|own| own.code == code).unwrap();
    let category =
        |code: &str| of(code).category.map(|at| chart.categories[at].id.as_str());
    assert_eq!(category("75"), Some("almaty"));
    assert_eq!(category("79"), Some("shymkent"));
    assert_eq!(category("11"), None);
    assert_eq!(of("11").label, "akmola");
    assert_eq!(of("79").shape, MapShape::Tile { column: 2, row: 4 });
}
