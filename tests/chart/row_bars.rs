//! What holds for the bars of rows and for their parts.

use baspa::chart::scene::{Paint, Rect, Shape};
use baspa::edition::ChartKind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::invariants::{UNSEEN, each};
use crate::mapped::is_mapped;
use crate::row_invariants::of;
use crate::samples;

#[test]
fn bars_begin_and_end_at_whole_px_of_their_height() {
    each(|sample, scene, at| {
        if is_mapped(sample.chart.kind) || sample.chart.kind == ChartKind::Column {
            return;
        }
        for mark in scene.marks().filter(|mark| mark.datum.is_some()) {
            if let Shape::Bar(rect) | Shape::Segment { rect, .. } = mark.shape {
                assert_eq!((rect.top.fract(), rect.bottom.fract()), (0.0, 0.0), "{at}");
            }
        }
    });
}

#[test]
fn no_line_stands_where_bars_begin_at_the_edge_or_are_a_hundred_per_cent() {
    each(|sample, scene, at| {
        let lines = scene.marks().filter(|mark| mark.paint == Paint::Axis);
        let lines = lines.filter(|mark| matches!(mark.shape, Shape::Rule(..)));
        let share = sample.chart.kind == ChartKind::Stacked { share: true };
        let bars = matches!(sample.chart.kind, ChartKind::Bar | ChartKind::Grouped);
        let beside = scene.marks().any(|mark| match mark.shape {
            Shape::Bar(rect) => mark.datum.is_some() && rect.left > 0.0,
            _ => false,
        });
        if share || bars && !beside {
            assert_eq!(lines.count(), 0, "{at}");
        }
    });
}

#[test]
fn short_labels_stand_beside_their_bars_in_a_narrow_drawing() {
    of(&[ChartKind::Stacked { share: true }], |sample, scene, at| {
        if sample.name != "share-half" {
            return;
        }
        let year = scene.texts().find(|text| text.lines == ["1991"]).unwrap();
        let bar = scene.marks().find_map(|mark| match mark.shape {
            Shape::Segment { rect, .. } => Some(rect),
            _ => None,
        });
        let bar = bar.unwrap();
        assert!(year.rect().right < bar.left, "{at}");
        assert!((year.at.y - 5.0 - (bar.top + bar.bottom) / 2.0).abs() < 2.0, "{at}");
        assert!(bar.left <= scene.width * 0.25, "{at}");
    });
}

#[test]
fn two_parts_are_named_at_the_first_bar_where_there_is_room() {
    of(&[ChartKind::Stacked { share: true }], |sample, scene, at| {
        if sample.name != "share-half" || scene.width < 400.0 {
            return;
        }
        let bars: Vec<Rect> = scene
            .marks()
            .filter_map(|mark| match mark.shape {
                Shape::Segment { rect, .. } => Some(rect),
                _ => None,
            })
            .collect();
        for (series, bar) in sample.chart.series.iter().zip([bars[0], bars[4]]) {
            let name = scene.texts().find(|own| own.lines == [series.label.clone()]);
            let rect = name.unwrap().rect();
            let inside =
                rect.left >= bar.left - UNSEEN && rect.right <= bar.right + UNSEEN;
            assert!(inside && rect.bottom <= bar.top + 5.0, "{at}: {}", series.label);
        }
    });
}

#[test]
fn a_gap_parts_two_parts_and_takes_nothing_of_the_outer_edges() {
    let sample = samples::all().into_iter().find(|own| own.name == "share-half").unwrap();
    let svg = sample.draw(720.0).svg;
    let edges: Vec<(Decimal, Decimal)> = svg
        .lines()
        .filter(|line| line.starts_with("<rect") && line.contains("data-x=\"1991\""))
        .map(|line| {
            let of = |name: &str| -> Decimal {
                let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
                rest.split_once('"').unwrap().0.parse().unwrap()
            };
            (of("x"), of("x") + of("width"))
        })
        .collect();
    let scene = sample.scene(720.0);
    let left = scene.marks().find_map(|mark| match mark.shape {
        Shape::Segment { rect, .. } => Some(rect.left),
        _ => None,
    });
    assert_eq!(edges[1].0 - edges[0].1, Decimal::new(15, 1));
    assert_eq!(edges[1].1, Decimal::from(720));
    assert_eq!(edges[0].0.to_f64(), left);
}
