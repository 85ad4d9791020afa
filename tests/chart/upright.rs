//! What holds for lines, areas and columns, and for what stands beside their data.

use baspa::chart::Scene;
use baspa::chart::scene::{GroupRole, Item, Mark, Paint, Point, Shape, TextRole};
use baspa::edition::{Along, ChartKind};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::invariants::{drawn, each, is_over_years, value};
use crate::mapped::is_mapped;
use crate::samples::Sample;

/// The height of each sign, with its value on the scale of the axis.
fn heights(sample: &Sample, scene: &Scene) -> Vec<(f64, f64)> {
    let scaled = |value: f64| if sample.chart.axis.log { value.log10() } else { value };
    let signs = scene.marks().filter_map(|mark| match mark.shape {
        Shape::Sign { at, .. } => Some((scaled(value(mark)?), at.y)),
        _ => None,
    });
    signs.collect()
}

#[test]
fn heights_of_lines_are_affine_in_the_data_or_in_their_logarithms() {
    each(|sample, scene, at| {
        let alone = sample.chart.series.len() == 1;
        let area = sample.chart.kind == (ChartKind::Area { share: false });
        if sample.chart.kind != ChartKind::Line && !(area && alone) {
            return;
        }
        let places = heights(sample, scene);
        let low = places.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        let high = places.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        let slope = (high.1 - low.1) / (high.0 - low.0);
        for (value, y) in places {
            assert!((low.1 + slope * (value - low.0) - y).abs() < 0.3, "{at}: {value}");
        }
        if sample.chart.axis.zero {
            let zero = scene.marks().find(|mark| mark.paint == Paint::Axis).unwrap();
            let Shape::Rule(from, _) = zero.shape else {
                panic!("{at}: the axis is no line")
            };
            assert!((low.1 - slope * low.0 - from.y).abs() < 0.3, "{at}: zero");
        }
    });
}

#[test]
fn a_line_breaks_where_a_value_is_missing() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        let groups = scene.groups.iter().filter(|group| {
            group
                .items
                .iter()
                .any(|item| matches!(item, Item::Mark(m) if m.datum.is_some()))
        });
        for (group, series) in groups.zip(&sample.chart.series) {
            let mut known = series.data.split(|datum| datum.value.is_none());
            let expected = known.clone().filter(|run| run.len() > 1).map(<[_]>::len);
            let drawn = group.items.iter().find_map(|item| match item {
                Item::Mark(Mark { shape: Shape::Path(runs), .. }) => {
                    Some(runs.iter().map(Vec::len).collect::<Vec<_>>())
                }
                _ => None,
            });
            assert_eq!(drawn.unwrap(), expected.collect::<Vec<_>>(), "{at}");
            let alone = known.any(|run| run.len() == 1);
            let seen = group.items.iter().filter(|item| {
                matches!(item, Item::Mark(Mark { shape: Shape::Sign { .. }, paint, .. })
                    if !matches!(paint, Paint::Hidden | Paint::Quiet(_)))
            });
            assert!(!alone || seen.count() >= 3, "{at}: a value alone is not seen");
        }
    });
}

#[test]
fn the_first_and_the_last_year_are_named() {
    each(|sample, scene, at| {
        if is_over_years(sample) {
            let named = |year: &str| {
                scene.texts().any(|t| t.role == TextRole::Category && t.lines == [year])
            };
            let years = &sample.chart.categories;
            let (first, last) = (years.first().unwrap(), years.last().unwrap());
            assert!(named(&first.label) && named(&last.label), "{at}");
        }
    });
}

#[test]
fn areas_are_as_high_as_their_values_or_shares() {
    each(|sample, scene, at| {
        let ChartKind::Area { share } = sample.chart.kind else { return };
        let zero = scene.marks().find(|mark| mark.paint == Paint::Axis).unwrap();
        let Shape::Rule(zero, _) = zero.shape else { panic!("{at}") };
        let sum = |year: usize| -> Option<f64> {
            sample.chart.series.iter().map(|own| own.data[year].value?.to_f64()).sum()
        };
        let years = 0..sample.chart.categories.len();
        let sums: Vec<Option<f64>> = years.map(sum).collect();
        let (mut per_unit, mut found) = (None, 0);
        for (at_series, series) in sample.chart.series.iter().enumerate() {
            let group = scene.groups.iter().filter(|group| {
                matches!(&group.role, GroupRole::Series(name) if *name == series.label)
            });
            let items: Vec<&Item> = group.flat_map(|group| &group.items).collect();
            for (year, datum) in series.data.iter().enumerate() {
                let below = &sample.chart.series[..at_series];
                let known = below.iter().all(|own| own.data[year].value.is_some());
                let whole = if share { sums[year] } else { Some(1.0) };
                let (Some(value), Some(whole), true) = (datum.value, whole, known) else {
                    continue;
                };
                let id = &sample.chart.categories[year].id;
                let x = sign_of(&items, id).unwrap();
                let (top, bottom) = edges_at(&items, x.x).unwrap();
                let part = value.to_f64().unwrap() / whole;
                let unit = *per_unit.get_or_insert((bottom - top) / part);
                assert!((bottom - top - part * unit).abs() < 0.4, "{at}: {id}");
                assert!((x.y - top).abs() < 0.2, "{at}: {id}");
                found += 1;
                if at_series == 0 {
                    assert!((bottom - zero.y).abs() < 0.2, "{at}: {id}");
                }
            }
        }
        assert!(found > 0, "{at}");
    });
}

/// Where the sign of a category is.
fn sign_of(items: &[&Item], category: &str) -> Option<Point> {
    items.iter().find_map(|item| match item {
        Item::Mark(Mark {
            shape: Shape::Sign { at, .. }, datum: Some(datum), ..
        }) if datum.x == category => Some(*at),
        _ => None,
    })
}

/// The upper and the lower edge of an area at a place.
fn edges_at(items: &[&Item], x: f64) -> Option<(f64, f64)> {
    items.iter().find_map(|item| match item {
        Item::Mark(Mark { shape: Shape::Region(rings), .. }) => {
            let here: Vec<f64> =
                rings[0].iter().filter(|p| (p.x - x).abs() < 0.05).map(|p| p.y).collect();
            (here.len() == 2).then(|| (here[0], here[1]))
        }
        Item::Mark(Mark { shape: Shape::Bar(rect), .. }) => {
            let here = (rect.left..rect.right).contains(&x);
            here.then_some((rect.top, rect.bottom))
        }
        _ => None,
    })
}

#[test]
fn every_word_upon_a_drawing_is_there() {
    each(|sample, scene, at| {
        if is_mapped(sample.chart.kind) {
            return;
        }
        let words = |role: TextRole| -> Vec<String> {
            let texts = scene.texts().filter(|text| text.role == role);
            texts.map(|text| text.lines.join(" ").replace("- ", "-")).collect()
        };
        let mut notes = words(TextRole::Note);
        let mut wanted: Vec<&str> =
            sample.chart.annotations.iter().map(|own| own.text.as_str()).collect();
        notes.sort();
        wanted.sort();
        // Points that are highlighted are named by words of this kind too.
        if sample.chart.kind == ChartKind::Scatter {
            notes.retain(|own| wanted.contains(&own.as_str()));
        }
        assert_eq!(notes, wanted, "{at}");
        let mut marks = words(TextRole::Reference);
        let mut wanted: Vec<&str> =
            sample.chart.references.iter().map(|own| own.text.as_str()).collect();
        marks.sort();
        wanted.sort();
        assert_eq!(marks, wanted, "{at}");
    });
}

#[test]
fn lines_and_spans_to_compare_with_stand_at_their_amounts() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        let places = heights(sample, scene);
        let low = places.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        let high = places.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        let slope = (high.1 - low.1) / (high.0 - low.0);
        for own in sample.chart.references.iter().filter(|own| own.along == Along::Y) {
            let amount = own.from.to_f64().unwrap();
            let y = low.1 + slope * (amount - low.0);
            let there = scene.marks().any(|mark| match mark.shape {
                Shape::Rule(from, to) => {
                    mark.paint == Paint::Reference
                        && (from.y - y).abs() < 0.3
                        && from.y == to.y
                }
                _ => false,
            });
            assert!(there, "{at}: {}", own.text);
        }
        let x = |year: Decimal| {
            let year = year.to_string();
            scene.marks().find_map(|mark| match (&mark.datum, &mark.shape) {
                (Some(datum), Shape::Sign { at, .. }) if datum.x == year => Some(at.x),
                _ => None,
            })
        };
        for own in sample.chart.references.iter().filter(|own| own.along == Along::X) {
            let (from, to) = (x(own.from).unwrap(), x(own.to).unwrap());
            let there = scene.marks().any(|mark| match mark.shape {
                Shape::Bar(rect) => {
                    mark.paint == Paint::Band && rect.left == from && rect.right == to
                }
                _ => false,
            });
            assert!(there, "{at}: {}", own.text);
        }
    });
}

#[test]
fn a_ribbon_reaches_from_end_to_end_of_its_intervals() {
    each(|sample, scene, at| {
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let intervals: Vec<_> =
            data.filter_map(|datum| datum.interval.as_ref()).collect();
        if intervals.is_empty() || !is_over_years(sample) {
            return;
        }
        let places = heights(sample, scene);
        let (low, high) = (places[0], places[places.len() - 2]);
        let slope = (high.1 - low.1) / (high.0 - low.0);
        let y = |amount: Decimal| low.1 + slope * (amount.to_f64().unwrap() - low.0);
        let drawn: Vec<f64> = scene
            .marks()
            .flat_map(|mark| match (&mark.paint, &mark.shape) {
                (Paint::Ribbon(_), Shape::Region(rings)) => {
                    rings.concat().iter().map(|point| point.y).collect()
                }
                (Paint::Interval, Shape::Rule(from, to)) => vec![from.y, to.y],
                _ => Vec::new(),
            })
            .collect();
        for own in intervals {
            for end in [own.low, own.high] {
                assert!(
                    drawn.iter().any(|own| (own - y(end)).abs() < 0.4),
                    "{at}: {end}"
                );
            }
        }
    });
}

#[test]
fn only_ends_lone_points_and_those_that_are_called_are_seen_in_colours() {
    let lines = drawn().iter().find(|own| own.0.name == "line").unwrap();
    for scene in &lines.1 {
        let count = |seen: fn(&Paint) -> bool| {
            let signs = scene.marks().filter(|mark| mark.datum.is_some());
            signs.filter(|mark| seen(&mark.paint)).count()
        };
        // Both ends of three lines, the lowest point and the second peak of the first.
        assert_eq!(count(|paint| matches!(paint, Paint::Series(_))), 8);
        let others = count(|paint| matches!(paint, Paint::Quiet(_) | Paint::Hidden));
        assert_eq!(others, 61);
    }
}

#[test]
fn the_lines_that_are_read_first_are_highlighted_or_the_first() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        let lead = scene.marks().filter(|mark| matches!(mark.paint, Paint::Lead(_)));
        let lead = lead.filter(|mark| matches!(mark.shape, Shape::Path(_))).count();
        let grey = sample.chart.series.iter().any(|series| series.muted);
        let seen = sample.chart.series.iter().filter(|series| !series.muted).count();
        assert_eq!(lead, if grey { seen } else { 1 }, "{at}");
    });
}
