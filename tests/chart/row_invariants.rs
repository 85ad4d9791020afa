//! What holds for charts of rows, slopes, points and pyramids.

use baspa::chart::Scene;
use baspa::chart::scene::{
    Anchor, GroupRole, Hue, Item, Mark, Paint, Point, Rect, Shape, Text, TextRole,
};
use baspa::edition::{Chart, ChartKind};
use rust_decimal::prelude::ToPrimitive;

use crate::invariants::{each, each_of, letters, overlap, value};
use crate::row_samples;
use crate::samples::Sample;

/// How far a mark may be from where its amount is, in px.
const EXACT: f64 = 0.3;

/// What amounts are measured by: themselves, or on a scale of ratios their logarithms.
fn measured(chart: &Chart, amount: f64) -> f64 {
    if chart.axis.log { amount.log10() } else { amount }
}

/// Checks that places in px follow one affine map of what is measured.
fn affine(places: &[(f64, f64)], at: &str) {
    let low = places.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    let high = places.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    if low.0 == high.0 {
        return assert!(places.iter().all(|place| place.1 == low.1), "{at}");
    }
    let slope = (high.1 - low.1) / (high.0 - low.0);
    for (amount, px) in places {
        let expected = low.1 + slope * (amount - low.0);
        assert!((expected - px).abs() < EXACT, "{at}: {amount} at {px}");
    }
}

/// The signs that stand for values.
fn signs(scene: &Scene) -> Vec<(&Mark, Point)> {
    let sign = |mark: &'_ Mark| match mark.shape {
        Shape::Sign { at, .. } if mark.datum.is_some() => Some(at),
        _ => None,
    };
    scene.marks().filter_map(|mark| Some((mark, sign(mark)?))).collect()
}

/// Looks at every drawing of these types.
pub(crate) fn of(kinds: &[ChartKind], check: impl Fn(&Sample, &Scene, &str)) {
    each(|sample, scene, at| {
        if kinds.contains(&sample.chart.kind) {
            check(sample, scene, at);
        }
    });
}

pub(crate) fn number(text: &str, lang: &str) -> f64 {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace('−', "-");
    let plain = match lang {
        "en" => plain.replace(',', ""),
        _ => plain.replace(',', "."),
    };
    plain.parse().unwrap()
}

/// Written amounts of an axis with their middles: those in the lowest row, or all others.
fn ticks(scene: &Scene, lang: &str, lowest: bool) -> Vec<(f64, Point)> {
    let all = || scene.texts().filter(|text| text.role == TextRole::Tick);
    let low = all().map(|text| text.at.y).fold(0.0, f64::max);
    let here = all().filter(|text| (text.at.y == low) == lowest);
    here.map(|text| (number(&text.lines.concat(), lang), text.at)).collect()
}

#[test]
fn dots_stand_where_their_amounts_and_the_written_ones_are() {
    of(&[ChartKind::Dot, ChartKind::Lollipop], |sample, scene, at| {
        let measured = |amount| measured(&sample.chart, amount);
        let dots = signs(scene);
        let mut places: Vec<(f64, f64)> = dots
            .iter()
            .map(|(mark, at)| (measured(value(mark).unwrap()), at.x))
            .collect();
        let ticks = ticks(scene, sample.lang, true);
        places.extend(ticks.iter().map(|(amount, at)| (measured(*amount), at.x)));
        affine(&places, at);
    });
}

#[test]
fn an_interval_ends_where_its_amounts_are_and_has_no_name_of_its_own() {
    of(&[ChartKind::Dot], |sample, scene, at| {
        let ticks = ticks(scene, sample.lang, true);
        let mut places: Vec<(f64, f64)> =
            ticks.iter().map(|(a, at)| (*a, at.x)).collect();
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let intervals: Vec<_> =
            data.filter_map(|datum| datum.interval.as_ref()).collect();
        let series = scene.groups.iter().filter(|own| own.role != GroupRole::Scenery);
        let items = series.flat_map(|group| &group.items);
        let whiskers: Vec<&Mark> = items
            .filter_map(|item| match item {
                Item::Mark(mark) if matches!(mark.shape, Shape::Path(_)) => Some(mark),
                _ => None,
            })
            .collect();
        assert_eq!(whiskers.len(), intervals.len(), "{at}");
        for (whisker, interval) in whiskers.iter().zip(&intervals) {
            let Shape::Path(runs) = &whisker.shape else { panic!("{at}") };
            places.push((interval.low.to_f64().unwrap(), runs[0][0].x));
            places.push((interval.high.to_f64().unwrap(), runs[0][1].x));
            assert_eq!(whisker.datum, None, "{at}");
            let named = signs(scene).iter().any(|(mark, _)| {
                mark.datum
                    .as_ref()
                    .unwrap()
                    .written
                    .ends_with(&format!("({})", interval.text))
            });
            assert!(named, "{at}: {}", interval.text);
        }
        if !intervals.is_empty() {
            affine(&places, at);
        }
        let key = sample.chart.interval.as_ref();
        let said =
            |words: &String| scene.texts().any(|own| own.lines.join(" ") == *words);
        assert!(key.is_none_or(said), "{at}: the key does not name the interval");
    });
}

#[test]
fn slopes_and_points_are_as_high_as_their_amounts() {
    of(&[ChartKind::Slope, ChartKind::Scatter], |sample, scene, at| {
        let measured = |amount| measured(&sample.chart, amount);
        let signs = signs(scene);
        let heights: Vec<(f64, f64)> = signs
            .iter()
            .map(|(mark, at)| (measured(value(mark).unwrap()), at.y))
            .collect();
        affine(&heights, at);
    });
}

#[test]
fn points_stand_where_their_amounts_across_and_the_written_ones_are() {
    of(&[ChartKind::Scatter], |sample, scene, at| {
        let across = |mark: &Mark| mark.datum.as_ref().unwrap().x.parse().unwrap();
        let signs = signs(scene);
        let mut places: Vec<(f64, f64)> =
            signs.iter().map(|(mark, at)| (across(mark), at.x)).collect();
        let written = ticks(scene, sample.lang, true);
        let inner = written.iter().filter(|(_, place)| place.x + 20.0 < scene.width);
        places.extend(inner.map(|(amount, at)| (*amount, at.x)));
        affine(&places, at);
        assert!(ticks(scene, sample.lang, false).len() > 2, "{at}");
    });
}

#[test]
fn written_amounts_below_rows_are_round_and_at_equal_distance() {
    of(&[ChartKind::Pyramid, ChartKind::Scatter], |sample, scene, at| {
        let mut amounts: Vec<f64> =
            ticks(scene, sample.lang, true).iter().map(|tick| tick.0).collect();
        amounts.sort_by(f64::total_cmp);
        amounts.dedup();
        assert!((2..=6).contains(&amounts.len()), "{at}: {amounts:?}");
        let step = amounts[1] - amounts[0];
        assert!(amounts.windows(2).all(|pair| pair[1] - pair[0] == step), "{at}");
        let digits = step.to_string().replace('.', "");
        let digits = digits.trim_matches('0');
        assert!(["1", "2", "25", "5"].contains(&digits), "{at}: {step}");
    });
}

#[test]
fn a_stem_leads_from_zero_to_its_dot() {
    of(&[ChartKind::Lollipop], |_, scene, at| {
        let stems: Vec<(Point, Point)> = scene
            .marks()
            .filter(|mark| matches!(mark.paint, Paint::Series(_)))
            .filter_map(|mark| match mark.shape {
                Shape::Rule(from, to) => Some((from, to)),
                _ => None,
            })
            .collect();
        let signs = signs(scene);
        let far = |(mark, _): &&(&Mark, Point)| value(mark) != Some(0.0);
        assert_eq!(stems.len(), signs.iter().filter(far).count(), "{at}");
        assert!(stems.iter().all(|stem| stem.0.x == stems[0].0.x), "{at}");
        for (mark, dot) in signs.iter().filter(far) {
            let (from, _) = stems.iter().find(|stem| stem.1 == *dot).unwrap();
            let positive = value(mark).unwrap() > 0.0;
            assert_eq!(dot.x > from.x, positive, "{at}: {mark:?}");
        }
    });
}

#[test]
fn the_sides_of_a_pyramid_share_their_zero_and_their_scale_with_the_first_category_lowest()
 {
    of(&[ChartKind::Pyramid], |sample, scene, at| {
        let sides: Vec<Vec<(Rect, &str)>> = scene
            .groups
            .iter()
            .filter(|group| group.role != GroupRole::Scenery)
            .map(|group| {
                let bar = |item| match item {
                    &Item::Mark(Mark {
                        shape: Shape::Segment { rect, .. },
                        datum: Some(ref datum),
                        ..
                    }) => Some((rect, datum.x.as_str())),
                    _ => None,
                };
                group.items.iter().filter_map(bar).collect()
            })
            .collect();
        let [left, right] = sides.as_slice() else { panic!("{at}: no two sides") };
        let zero = left[0].0.right;
        assert!(left.iter().all(|(bar, _)| bar.right == zero), "{at}");
        assert!(right.iter().all(|(bar, _)| bar.left == zero), "{at}");
        for side in [left, right] {
            let ids: Vec<&str> =
                sample.chart.categories.iter().map(|own| own.id.as_str()).collect();
            let drawn: Vec<&str> = side.iter().rev().map(|bar| bar.1).collect();
            let known: Vec<&str> =
                ids.into_iter().filter(|id| drawn.contains(id)).collect();
            assert_eq!(drawn, known, "{at}");
            assert!(side.is_sorted_by(|a, b| a.0.bottom <= b.0.top), "{at}");
        }
        let ticks = ticks(scene, sample.lang, true);
        for (amount, place) in &ticks {
            let twin = 2.0 * zero - place.x;
            let found =
                ticks.iter().any(|t| t.0 == *amount && (t.1.x - twin).abs() < 1.0);
            let edge = place.x + 20.0 > scene.width || place.x < 20.0;
            assert!(found || edge, "{at}: {amount} has no twin");
        }
    });
}

#[test]
fn notes_say_why_values_are_missing() {
    of(&[ChartKind::Dot, ChartKind::Slope, ChartKind::Pyramid], |sample, scene, at| {
        let notes: Vec<String> = scene
            .texts()
            .filter(|text| text.role == TextRole::Missing)
            .map(|text| text.name.clone().unwrap())
            .collect();
        for series in &sample.chart.series {
            for (datum, category) in series.data.iter().zip(&sample.chart.categories) {
                let told = notes.iter().any(|note| {
                    note.contains(&category.label)
                        && note.ends_with(&datum.text)
                        && (sample.chart.series.len() < 2 || note.contains(&series.label))
                });
                assert!(datum.value.is_some() || told, "{at}: {}", category.label);
            }
        }
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let complete = data.into_iter().all(|datum| datum.value.is_some());
        assert!(!complete || notes.is_empty(), "{at}");
    });
}

#[test]
fn marks_are_grey_beside_those_that_are_highlighted() {
    each(|sample, scene, at| {
        for group in &scene.groups {
            let GroupRole::Series(name) = &group.role else { continue };
            let series =
                sample.chart.series.iter().find(|own| own.label == *name).unwrap();
            for item in &group.items {
                let Item::Mark(Mark {
                    paint: Paint::Series(hue),
                    datum: Some(datum),
                    ..
                }) = item
                else {
                    continue;
                };
                let mut places = sample.chart.categories.iter();
                let category = places.find(|own| {
                    own.id == datum.x
                        || own
                            .position
                            .is_some_and(|at| at.normalize().to_string() == datum.x)
                            && series.data.iter().zip(&sample.chart.categories).any(
                                |(value, here)| {
                                    here.id == own.id
                                        && value.value.map(|v| v.normalize().to_string())
                                            == Some(datum.y.clone())
                                },
                            )
                });
                let grey = series.muted || category.unwrap().muted;
                assert_eq!(*hue == Hue::Muted, grey, "{at}: {}", datum.label);
            }
        }
    });
}

#[test]
fn a_slope_is_named_with_its_values_at_both_ends_where_there_is_room() {
    of(&[ChartKind::Slope], |sample, scene, at| {
        let said = |words: &str, anchor: Anchor| {
            scene.texts().any(|own| {
                own.lines.join(" ").replace("- ", "-") == words && own.anchor == anchor
            })
        };
        for series in sample.chart.series.iter().filter(|own| !own.muted) {
            for (datum, anchor) in series.data.iter().zip([Anchor::End, Anchor::Start]) {
                if datum.value.is_some() {
                    assert!(said(&datum.text, anchor), "{at}: {}", datum.text);
                    let wide = scene.width >= 720.0;
                    assert!(
                        !wide || said(&series.label, anchor),
                        "{at}: {}",
                        series.label
                    );
                }
            }
        }
    });
}

#[test]
fn highlighted_points_are_named_and_no_name_is_upon_a_point() {
    of(&[ChartKind::Scatter], |sample, scene, at| {
        let highlighted = sample.chart.categories.iter().any(|own| own.muted);
        for category in sample.chart.categories.iter().filter(|own| !own.muted) {
            let named = scene.texts().any(|own| own.lines.join(" ") == category.label);
            assert!(named || !highlighted, "{at}: {}", category.label);
        }
        for (mark, point) in signs(scene) {
            let Shape::Sign { radius, .. } = mark.shape else { panic!("{at}") };
            let own = Rect {
                left: point.x - radius,
                top: point.y - radius,
                right: point.x + radius,
                bottom: point.y + radius,
            };
            for text in scene.texts() {
                assert!(!overlap(own, letters(text)), "{at}: {:?}", text.lines);
            }
        }
    });
}

#[test]
fn all_that_rows_are_compared_with_is_drawn_and_named() {
    each(|sample, scene, at| {
        for own in &sample.chart.references {
            let named = |text: &Text| {
                text.role == TextRole::Reference && text.lines.join(" ") == own.text
            };
            assert!(scene.texts().any(named), "{at}: {}", own.text);
        }
        let drawn =
            |paint: Paint| scene.marks().filter(|mark| mark.paint == paint).count();
        let spans =
            sample.chart.references.iter().filter(|own| own.from < own.to).count();
        let lines = sample.chart.references.len() - spans;
        assert_eq!((drawn(Paint::Band), drawn(Paint::Reference)), (spans, lines), "{at}");
    });
}

/// The upper edges of the groups of a panel that stand beside each other.
fn heights(scene: &Scene, panel: &str) -> f64 {
    let groups = scene.groups.iter().filter(|own| own.panel.as_deref() == Some(panel));
    let items = groups.flat_map(|own| &own.items);
    let titles = items.filter_map(|item| match item {
        Item::Text(text) if text.role == TextRole::Panel => Some(letters(text).bottom),
        _ => None,
    });
    titles.fold(0.0, f64::max)
}

#[test]
fn the_first_panel_of_each_row_says_what_all_are_compared_with() {
    each_of(row_samples::panelled(), |sample, scene, at| {
        let mut rows: Vec<f64> = Vec::new();
        for panel in &sample.chart.panels {
            let groups = scene.groups.iter();
            let own = groups.filter(|own| own.panel.as_ref() == Some(&panel.label));
            let items = || own.clone().flat_map(|group| &group.items);
            let said = items()
                .filter_map(|item| match item {
                    Item::Text(text) => Some(text),
                    Item::Mark(_) => None,
                })
                .filter(|text| text.role == TextRole::Reference)
                .count();
            let drawn = items()
                .filter_map(|item| match item {
                    Item::Mark(mark) => Some(mark.paint),
                    Item::Text(_) => None,
                })
                .filter(|paint| [Paint::Band, Paint::Reference].contains(paint))
                .count();
            let compared = panel.chart.references.len();
            let row = heights(scene, &panel.label);
            let first = !rows.iter().any(|own| (own - row).abs() < 20.0);
            rows.push(row);
            assert_eq!(said, if first { compared } else { 0 }, "{at}: {}", panel.label);
            assert_eq!(drawn, compared, "{at}: {}", panel.label);
        }
    });
}

#[test]
fn panels_of_rows_and_points_have_one_scale_and_room_for_all() {
    each_of(row_samples::panelled(), |sample, scene, at| {
        assert_eq!(scene.overflow, [], "{at}");
        let panels: Vec<Vec<(f64, f64)>> = sample
            .chart
            .panels
            .iter()
            .map(|panel| {
                let groups = scene.groups.iter();
                let own = groups.filter(|own| own.panel.as_ref() == Some(&panel.label));
                let items = own.flat_map(|group| &group.items);
                let places = items.filter_map(|item| match item {
                    Item::Mark(mark) => Some((value(mark)?, length(mark, &panel.chart)?)),
                    Item::Text(_) => None,
                });
                let mut places: Vec<(f64, f64)> = places.collect();
                places.sort_by(|a, b| a.0.total_cmp(&b.0));
                places
            })
            .collect();
        let [one, other] = panels.as_slice() else { panic!("{at}: not two panels") };
        let span = |places: &[(f64, f64)]| places[places.len() - 1].1 - places[0].1;
        assert!((span(one) - span(other)).abs() < 2.0 * EXACT, "{at}: {one:?} {other:?}");
        let units = scene.texts().filter(|text| text.role == TextRole::Unit);
        let words: Vec<String> = units.map(|text| text.lines.join(" ")).collect();
        let said = words.iter().filter(|own| own.contains(&sample.chart.unit)).count();
        assert!(said <= 1, "{at}: {words:?}");
    });
}

/// What grows with the value of a mark, in px.
fn length(mark: &Mark, chart: &Chart) -> Option<f64> {
    match mark.shape {
        Shape::Bar(rect) | Shape::Segment { rect, .. } => Some(rect.right - rect.left),
        Shape::Sign { at, .. } => match chart.kind {
            ChartKind::Dot | ChartKind::Lollipop => Some(at.x),
            _ => Some(-at.y),
        },
        _ => None,
    }
}
