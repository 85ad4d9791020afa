//! What holds for every chart in every language at every width.

use std::sync::OnceLock;

use baspa::chart::Scene;
use baspa::chart::scene::{Mark, Point, Rect, Shape, Text, TextRole};
use baspa::edition::{Chart, ChartKind};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::mapped::is_mapped;
use crate::samples::{self, Sample};

/// Half a px is not seen.
pub(crate) const UNSEEN: f64 = 0.5;

/// Every sample at many widths, laid out once for all tests.
pub(crate) fn drawn() -> &'static [(Sample, Vec<Scene>)] {
    static DRAWN: OnceLock<Vec<(Sample, Vec<Scene>)>> = OnceLock::new();
    DRAWN.get_or_init(|| samples::with_panels().into_iter().map(laid_out).collect())
}

fn laid_out(sample: Sample) -> (Sample, Vec<Scene>) {
    let widths = (280..=960).step_by(40);
    let scenes = widths.map(|width| sample.scene(f64::from(width))).collect();
    (sample, scenes)
}

pub(crate) fn each(check: impl Fn(&Sample, &Scene, &str)) {
    let alone = |own: &&(Sample, Vec<Scene>)| own.0.chart.panels.is_empty();
    check_each(drawn().iter().filter(alone), check);
}

/// The same for small multiples too.
pub(crate) fn each_with_panels(check: impl Fn(&Sample, &Scene, &str)) {
    check_each(drawn().iter(), check);
}

/// Each of `samples` at many widths.
pub(crate) fn each_of(samples: Vec<Sample>, check: impl Fn(&Sample, &Scene, &str)) {
    let drawn: Vec<_> = samples.into_iter().map(laid_out).collect();
    check_each(drawn.iter(), check);
}

fn check_each<'s>(
    drawn: impl Iterator<Item = &'s (Sample, Vec<Scene>)>,
    check: impl Fn(&Sample, &Scene, &str),
) {
    for (sample, scenes) in drawn {
        for scene in scenes {
            let at = format!("{} in {} at {}", sample.name, sample.lang, scene.width);
            check(sample, scene, &at);
        }
    }
}

fn inside(rect: Rect, scene: &Scene) -> bool {
    rect.left >= -UNSEEN
        && rect.top >= -UNSEEN
        && rect.right <= scene.width + UNSEEN
        && rect.bottom <= scene.height + UNSEEN
}

/// Without the fifth of a line above and below that letters rarely fill.
pub(crate) fn letters(text: &Text) -> Rect {
    let rect = text.rect();
    let air = 0.2 * 1.362 * text.size;
    Rect { top: rect.top + air, bottom: rect.bottom - air, ..rect }
}

/// Whether two boxes lie upon each other.
pub(crate) fn overlap(one: Rect, other: Rect) -> bool {
    one.right.min(other.right) - one.left.max(other.left) > UNSEEN
        && one.bottom.min(other.bottom) - one.top.max(other.top) > UNSEEN
}

/// The value that a mark stands for, if there is one.
pub(crate) fn value(mark: &Mark) -> Option<f64> {
    let datum = mark.datum.as_ref().filter(|datum| !datum.y.is_empty());
    datum.map(|datum| datum.y.parse().unwrap())
}

#[test]
fn no_text_leaves_the_drawing() {
    each_with_panels(|_, scene, at| {
        for text in scene.texts() {
            assert!(inside(text.rect(), scene), "{at}: {text:?}");
        }
        assert_eq!(scene.overflow, [], "{at}");
    });
}

#[test]
fn no_text_is_upon_another() {
    each_with_panels(|_, scene, at| {
        let texts: Vec<(&Text, Rect)> = scene.texts().map(|t| (t, letters(t))).collect();
        for (index, (one, rect)) in texts.iter().enumerate() {
            for (other, other_rect) in &texts[index + 1..] {
                let over = overlap(*rect, *other_rect);
                assert!(!over, "{at}: {:?} and {:?}", one.lines, other.lines);
            }
        }
    });
}

#[test]
fn no_mark_leaves_the_drawing() {
    each_with_panels(|_, scene, at| {
        for mark in scene.marks() {
            for point in corners(&mark.shape) {
                let rect =
                    Rect { left: point.x, top: point.y, right: point.x, bottom: point.y };
                assert!(inside(rect, scene), "{at}: {mark:?}");
            }
        }
    });
}

pub(crate) fn corners(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rule(from, to) => vec![*from, *to],
        Shape::Path(runs) | Shape::Region(runs) => runs.concat(),
        Shape::Flow { from, to } => vec![from.0, from.1, to.0, to.1],
        Shape::Bar(rect) | Shape::Segment { rect, .. } => {
            let Rect { left, top, right, bottom } = *rect;
            vec![Point { x: left, y: top }, Point { x: right, y: bottom }]
        }
        Shape::Sign { at, .. } => vec![*at],
    }
}

#[test]
fn no_line_of_data_runs_through_a_text() {
    each_with_panels(|_, scene, at| {
        let texts: Vec<(&Text, Rect)> = scene.texts().map(|t| (t, letters(t))).collect();
        for point in scene.marks().flat_map(points_of_line) {
            for (text, rect) in &texts {
                let hit = (rect.left..rect.right).contains(&point.x)
                    && (rect.top..rect.bottom).contains(&point.y);
                assert!(!hit, "{at}: {:?}", text.lines);
            }
        }
    });
}

/// Points of a line of data at every px or so.
fn points_of_line(mark: &Mark) -> Vec<Point> {
    let Shape::Path(runs) = &mark.shape else { return Vec::new() };
    let pairs = runs.iter().flat_map(|run| run.windows(2));
    pairs
        .flat_map(|pair| {
            (0..=40).map(|step| {
                let part = f64::from(step) / 40.0;
                let between = |a: f64, b: f64| a + part * (b - a);
                Point {
                    x: between(pair[0].x, pair[1].x),
                    y: between(pair[0].y, pair[1].y),
                }
            })
        })
        .collect()
}

#[test]
fn letters_are_12_px_or_more() {
    each_with_panels(|_, scene, at| {
        assert!(scene.texts().all(|text| text.size >= 12.0), "{at}");
    });
}

/// Whether the categories of a chart stand along an axis of years.
pub(crate) fn is_over_years(sample: &Sample) -> bool {
    match sample.chart.kind {
        ChartKind::Line | ChartKind::Area { .. } => true,
        ChartKind::Column => sample.chart.categories.iter().all(|c| c.position.is_some()),
        _ => false,
    }
}

#[test]
fn every_label_is_there_in_full() {
    each(|sample, scene, at| {
        let words = |text: &Text| text.lines.join(" ").replace("- ", "-");
        let there: Vec<String> = scene.texts().map(words).collect();
        let mut wanted: Vec<&str> = Vec::new();
        let chart = &sample.chart;
        if is_mapped(chart.kind) {
            return;
        }
        if all_categories_are_named(chart) && !is_over_years(sample) {
            wanted.extend(chart.categories.iter().map(|c| c.label.as_str()));
        }
        if chart.series.len() > 1 {
            wanted.extend(chart.series.iter().map(|series| series.label.as_str()));
        }
        for label in wanted {
            // Series in grey may be named together.
            let named = |text: &String| text.split("; ").any(|own| own == label);
            assert!(there.iter().any(named), "{at}: {label}");
        }
    });
}

/// Whether a chart names each category: not each year, each point or each of many ages.
fn all_categories_are_named(chart: &Chart) -> bool {
    match chart.kind {
        ChartKind::Line | ChartKind::Scatter => false,
        ChartKind::Pyramid => chart.categories.len() < 31,
        _ => true,
    }
}

#[test]
fn every_value_has_one_mark_and_no_missing_value_has_any() {
    each(|sample, scene, at| {
        let drawn: Vec<f64> = scene.marks().filter_map(value).collect();
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let mut known: Vec<f64> = data.filter_map(|d| d.value?.to_f64()).collect();
        let mut sorted = drawn.clone();
        sorted.sort_by(f64::total_cmp);
        known.sort_by(f64::total_cmp);
        assert_eq!(sorted, known, "{at}");
    });
}

/// Whether the bars of a chart stand; without room for their labels columns lie.
fn is_upright(sample: &Sample, scene: &Scene) -> bool {
    let bars = scene.marks().filter_map(|mark| match &mark.shape {
        Shape::Bar(rect) if mark.datum.is_some() => Some(rect.right - rect.left),
        _ => None,
    });
    let widths: Vec<f64> = bars.collect();
    let same = widths.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 0.3);
    sample.chart.kind == ChartKind::Column && same
}

#[test]
fn lengths_of_bars_are_proportional_to_the_data() {
    each(|sample, scene, at| {
        let lines = matches!(
            sample.chart.kind,
            ChartKind::Line | ChartKind::Area { .. } | ChartKind::Stacked { share: true }
        );
        if lines || is_mapped(sample.chart.kind) {
            return;
        }
        let upright = is_upright(sample, scene);
        let lengths: Vec<(f64, f64)> = scene
            .marks()
            .filter_map(|mark| match &mark.shape {
                Shape::Bar(rect) | Shape::Segment { rect, .. } => {
                    let (wide, high) = (rect.right - rect.left, rect.bottom - rect.top);
                    Some((value(mark)?.abs(), if upright { high } else { wide }))
                }
                _ => None,
            })
            .collect();
        let longest = lengths.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0));
        let Some(longest) = longest else { return };
        for (value, length) in lengths {
            assert!(
                (length - value / longest.0 * longest.1).abs() < 0.3,
                "{at}: {value}"
            );
        }
    });
}

#[test]
fn shares_add_up_to_the_whole_bar() {
    each(|sample, scene, at| {
        if sample.chart.kind != (ChartKind::Stacked { share: true }) {
            return;
        }
        for category in &sample.chart.categories {
            let parts: Vec<Rect> = scene
                .marks()
                .filter(|mark| mark.datum.as_ref().is_some_and(|d| d.x == category.id))
                .filter_map(|mark| match mark.shape {
                    Shape::Segment { rect, .. } => Some(rect),
                    _ => None,
                })
                .collect();
            assert!(parts.windows(2).all(|pair| pair[0].right == pair[1].left), "{at}");
            assert_eq!(parts.last().unwrap().right, scene.width, "{at}");
        }
    });
}

#[test]
fn bars_say_why_a_value_is_missing() {
    each(|sample, scene, at| {
        let bars = [
            ChartKind::Bar,
            ChartKind::Grouped,
            ChartKind::Lollipop,
            ChartKind::Stacked { share: false },
            ChartKind::Stacked { share: true },
        ];
        if !bars.contains(&sample.chart.kind) {
            return;
        }
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let missing = data.filter(|datum| datum.value.is_none()).count();
        let said: Vec<&Text> =
            scene.texts().filter(|text| text.role == TextRole::Missing).collect();
        assert_eq!(said.len(), missing, "{at}");
        assert!(said.iter().all(|text| text.name.is_some()), "{at}");
    });
}

#[test]
fn a_true_zero_has_a_mark_without_length() {
    each(|sample, scene, at| {
        if sample.name == "bar-missing" {
            let zero = scene.marks().find(|mark| value(mark) == Some(0.0)).unwrap();
            let Shape::Bar(rect) = zero.shape else { panic!("{at}: no bar") };
            assert_eq!(rect.left, rect.right, "{at}");
        }
    });
}

/// A number as a language writes it.
fn read(text: &str, lang: &str) -> Decimal {
    let plain = text.replace('−', "-").replace('\u{a0}', "");
    let plain =
        if lang == "en" { plain.replace(',', "") } else { plain.replace(',', ".") };
    plain.parse().unwrap()
}

#[test]
fn ticks_are_few_equal_and_round() {
    each(|sample, scene, at| {
        let mirrored =
            matches!(sample.chart.kind, ChartKind::Pyramid | ChartKind::Scatter);
        let ratios = sample.chart.axis.log && !is_over_years(sample);
        if is_mapped(sample.chart.kind) || mirrored || ratios {
            return;
        }
        let ticks = scene.texts().filter(|t| t.role == TextRole::Tick);
        let ticks: Vec<Decimal> =
            ticks.map(|text| read(&text.lines.concat(), sample.lang)).collect();
        if ticks.is_empty() {
            return;
        }
        assert!((3..=6).contains(&ticks.len()), "{at}: {ticks:?}");
        let axis = sample.chart.axis;
        assert!(!axis.zero || ticks.contains(&Decimal::ZERO), "{at}");
        let step = if axis.log { ticks[1] / ticks[0] } else { ticks[1] - ticks[0] };
        let equal = |pair: &[Decimal]| match axis.log {
            true => pair[0] * step == pair[1],
            false => pair[1] - pair[0] == step,
        };
        assert!(ticks.windows(2).all(equal), "{at}: {ticks:?}");
        let digits = step.normalize().mantissa().to_string();
        let digits = digits.trim_end_matches('0');
        assert!(["1", "2", "25", "5"].contains(&digits), "{at}: {step}");
    });
}

#[test]
fn a_drawing_is_the_same_each_time() {
    for sample in samples::with_panels() {
        assert_eq!(sample.draw(480.0), sample.draw(480.0));
    }
}
