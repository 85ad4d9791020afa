//! Charts of odd but possible data hold what all charts hold: texts inside and apart, a mark
//! for each value, marks inside.

use baspa::chart::Scene;
use baspa::edition::{Chart, ChartKind, Series};
use rust_decimal::prelude::ToPrimitive;

use crate::broken::{KINDS, map, told};
use crate::invariants::{UNSEEN, corners, letters, overlap, value};
use crate::samples::{LANGS, Sample, category, chart, series};

/// From this width on there is room for all that is short.
const NARROW: f64 = 400.0;

/// Values of a series, in one of the languages.
fn values(at: usize, values: &[&str]) -> Series {
    let name = ["A series", "Бір қатар", "Один ряд"][at];
    let values: Vec<Option<&str>> = values.iter().copied().map(Some).collect();
    series(name, &values, "", LANGS[at])
}

/// Every type of chart of these data, in every language at every width; types that the data
/// are not for are left out.
fn each(
    years: &[&str],
    data: &[&[&str]],
    left_out: &[ChartKind],
    check: impl Fn(&Sample, &Scene, &str),
) {
    for (kind, at) in KINDS.into_iter().flat_map(|kind| [0, 1, 2].map(|at| (kind, at))) {
        // The points of a scatter stand on two axes; these data have one.
        if kind == ChartKind::Scatter || left_out.contains(&kind) {
            continue;
        }
        let categories = years.iter().map(|year| category(year, year)).collect();
        let mut all: Vec<Series> = data.iter().map(|own| values(at, own)).collect();
        for (number, own) in all.iter_mut().enumerate().filter(|_| data.len() > 1) {
            own.label = format!("{} {}", own.label, number + 1);
        }
        let chart = chart(kind, categories, all);
        let sample = Sample {
            name: "odd",
            chart: Chart { map: map(&chart), ..chart },
            lang: LANGS[at],
        };
        for width in (280..=960).step_by(40) {
            let scene = sample.scene(f64::from(width));
            check(&sample, &scene, &format!("{kind:?} in {} at {width}", sample.lang));
        }
    }
}

/// What holds for every chart, but that a narrow one may tell the author of words without
/// room.
fn sound(sample: &Sample, scene: &Scene, at: &str) {
    if scene.width < NARROW && !scene.overflow.is_empty() {
        return told(sample, scene);
    }
    assert_eq!(scene.overflow, [], "{at}");
    let texts: Vec<_> = scene.texts().map(|text| (text, letters(text))).collect();
    for (index, (text, own)) in texts.iter().enumerate() {
        let rect = text.rect();
        let inside = rect.left >= -UNSEEN
            && rect.top >= -UNSEEN
            && rect.right <= scene.width + UNSEEN
            && rect.bottom <= scene.height + UNSEEN;
        assert!(inside, "{at}: {:?} is outside", text.lines);
        for (other, rect) in &texts[index + 1..] {
            assert!(
                !overlap(*own, *rect),
                "{at}: {:?} and {:?}",
                text.lines,
                other.lines
            );
        }
    }
    for point in scene.marks().flat_map(|mark| corners(&mark.shape)) {
        let inside = (-UNSEEN..=scene.width + UNSEEN).contains(&point.x)
            && (-UNSEEN..=scene.height + UNSEEN).contains(&point.y);
        assert!(inside, "{at}: a mark at {point:?}");
    }
    let mut drawn: Vec<f64> = scene.marks().filter_map(value).collect();
    let data = sample.chart.series.iter().flat_map(|series| &series.data);
    let mut known: Vec<f64> = data.filter_map(|datum| datum.value?.to_f64()).collect();
    drawn.sort_by(f64::total_cmp);
    known.sort_by(f64::total_cmp);
    assert_eq!(drawn, known, "{at}");
}

/// Types that show one series, and the one that shows two.
const OF_FEW_SERIES: [ChartKind; 7] = [
    ChartKind::Bar,
    ChartKind::Lollipop,
    ChartKind::Column,
    ChartKind::TileMap,
    ChartKind::Choropleth,
    ChartKind::BigNumber,
    ChartKind::Pyramid,
];

#[test]
fn one_point_is_drawn() {
    each(&["1991"], &[&["7"]], &[ChartKind::Slope, ChartKind::Pyramid], sound);
}

#[test]
fn equal_values_are_drawn() {
    let one = ["5", "5", "5"];
    each(
        &["1991", "1992", "1993"],
        &[&one],
        &[ChartKind::Slope, ChartKind::Pyramid],
        sound,
    );
}

#[test]
fn values_of_a_million_million_are_drawn() {
    let great = ["1000000000000", "2500000000000"];
    each(&["1991", "1992"], &[&great], &[ChartKind::Pyramid], sound);
    each(&["1991", "1992"], &[&great, &great], &OF_FEW_SERIES[..6], sound);
}

#[test]
fn twenty_series_are_drawn() {
    let numbers: Vec<[String; 2]> =
        (1..=20).map(|at| [(7 * at).to_string(), (140 - 3 * at).to_string()]).collect();
    let data: Vec<Vec<&str>> =
        numbers.iter().map(|own| own.iter().map(String::as_str).collect()).collect();
    let data: Vec<&[&str]> = data.iter().map(Vec::as_slice).collect();
    each(&["1991", "1992"], &data, &OF_FEW_SERIES, sound);
}
