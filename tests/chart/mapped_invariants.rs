//! What holds for tables of colours, flows, maps and big numbers in every language at every
//! width.

use baspa::chart::Scene;
use baspa::chart::scene::{Item, Mark, Paint, Point, Rect, Shape, Text, TextRole};
use baspa::edition::{ChartKind, MapShape};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::invariants::{each, value};
use crate::samples::Sample;

const COLOURED: [ChartKind; 3] =
    [ChartKind::Heatmap, ChartKind::TileMap, ChartKind::Choropleth];

fn is_coloured(sample: &Sample) -> bool {
    COLOURED.contains(&sample.chart.kind)
}

fn rect(mark: &Mark) -> Option<Rect> {
    match mark.shape {
        Shape::Bar(rect) => Some(rect),
        _ => None,
    }
}

/// The texts of a role, each in one line.
pub(crate) fn said(scene: &Scene, role: TextRole) -> Vec<String> {
    let texts = scene.texts().filter(|text| text.role == role);
    texts.map(joined).collect()
}

pub(crate) fn joined(text: &Text) -> String {
    text.lines.join(" ").replace("- ", "-")
}

/// The ends of the classes that a legend tells, in units of one, and the step of colour of
/// each class.
fn legend(sample: &Sample, scene: &Scene) -> (Vec<f64>, Vec<usize>) {
    let one = 10_f64.powi(sample.chart.form.scale.exponent() as i32);
    let number = |text: String| {
        let plain = match sample.lang {
            "en" => text.replace(',', ""),
            _ => text.replace('\u{a0}', "").replace(',', "."),
        };
        plain.replace('−', "-").parse::<f64>().unwrap() * one
    };
    let ends = said(scene, TextRole::Tick).into_iter().map(number).collect();
    let blocks = scene.marks().filter(|mark| mark.datum.is_none());
    let steps = blocks.filter_map(|mark| match mark.paint {
        Paint::Level(step) => Some(step),
        _ => None,
    });
    (ends, steps.collect())
}

#[test]
fn classes_are_equal_and_each_value_has_the_colour_of_its_class() {
    each(|sample, scene, at| {
        if !is_coloured(sample) {
            return;
        }
        let (ends, steps) = legend(sample, scene);
        assert!((3..=6).contains(&ends.len()), "{at}: {ends:?}");
        assert_eq!(ends.len(), steps.len() + 1, "{at}");
        assert!(steps.is_sorted_by(|a, b| a < b), "{at}: {steps:?}");
        let width = ends[1] - ends[0];
        let equal = ends.windows(2).all(|pair| (pair[1] - pair[0] - width).abs() < 1e-6);
        assert!(equal, "{at}: {ends:?}");
        for mark in scene.marks() {
            let Some(value) = value(mark) else { continue };
            let above = ends.iter().filter(|end| **end <= value + 1e-9).count();
            let class = above.saturating_sub(1).min(steps.len() - 1);
            assert_eq!(mark.paint, Paint::Level(steps[class]), "{at}: {value}");
            assert!(ends[0] <= value && value <= ends[ends.len() - 1], "{at}: {value}");
        }
    });
}

#[test]
fn a_missing_value_is_shown_as_such_and_the_legend_says_why() {
    each(|sample, scene, at| {
        if !is_coloured(sample) {
            return;
        }
        let data = sample.chart.series.iter().flat_map(|series| &series.data);
        let own: Vec<&str> = data
            .filter(|datum| datum.value.is_none() && !datum.text.is_empty())
            .map(|datum| datum.text.as_str())
            .collect();
        let map = sample.chart.map.iter();
        let unknown: usize = map
            .clone()
            .map(|map| map.regions.iter().filter(|own| own.category.is_none()).count())
            .sum();
        let named = |mark: &&Mark| mark.datum.is_some();
        let empty =
            scene.marks().filter(named).filter(|mark| mark.paint == Paint::NoData);
        assert_eq!(empty.count(), own.len() + unknown, "{at}");
        let said = said(scene, TextRole::Missing).join(" ");
        assert!(own.iter().all(|reason| said.contains(reason)), "{at}: {said}");
        assert!(
            map.clone().all(|map| unknown == 0 || said.contains(&map.no_data)),
            "{at}"
        );
    });
}

#[test]
fn cells_are_alike_and_stand_in_the_row_of_their_series() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Heatmap {
            return;
        }
        let mut rows: Vec<f64> = Vec::new();
        for group in &scene.groups {
            let cells = group.items.iter().filter_map(|item| match item {
                Item::Mark(mark) if mark.datum.is_some() => Some(mark),
                _ => None,
            });
            let cells: Vec<&Mark> = cells.collect();
            let Some(first) = cells.first() else { continue };
            let top = rect(first).unwrap().top;
            assert!(cells.iter().all(|cell| rect(cell).unwrap().top == top), "{at}");
            rows.push(top);
            for pair in cells.windows(2) {
                let (one, other) = (rect(pair[0]).unwrap(), rect(pair[1]).unwrap());
                assert!(one.right < other.left, "{at}");
                let width = |rect: Rect| rect.right - rect.left;
                assert!((width(one) - width(other)).abs() < 1e-6, "{at}");
            }
        }
        assert_eq!(rows.len(), sample.chart.series.len(), "{at}");
        assert!(rows.is_sorted(), "{at}");
    });
}

#[test]
fn each_row_is_named_and_each_column_by_name_or_number() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Heatmap {
            return;
        }
        let said = said(scene, TextRole::Category);
        let is_said = |label: &str, short: &Option<String>| {
            said.iter().any(|own| own == label || Some(own) == short.as_ref())
        };
        for series in &sample.chart.series {
            assert!(is_said(&series.label, &series.short), "{at}: {}", series.label);
        }
        if sample.name == "heatmap-years" {
            let ends = ["1991", "2013"];
            assert!(ends.iter().all(|year| is_said(year, &None)), "{at}");
            return;
        }
        for (index, category) in sample.chart.categories.iter().enumerate() {
            assert!(
                is_said(&category.label, &category.short),
                "{at}: {}",
                category.label
            );
            let number = (index + 1).to_string();
            let named = said.iter().filter(|own| **own == number).count();
            let wide = scene.width >= 700.0 && sample.name == "heatmap-words";
            assert!(named == 2 || wide, "{at}: {number} stands {named} times");
        }
    });
}

/// The edges of a flow on the left and on the right: top and bottom.
fn edges(mark: &Mark) -> [(f64, f64); 2] {
    let Shape::Flow { from, to } = &mark.shape else { panic!("{mark:?}") };
    [(from.0.y, from.1.y), (to.0.y, to.1.y)]
}

#[test]
fn flows_are_as_high_as_their_values_at_both_ends() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Sankey {
            return;
        }
        let flows: Vec<&Mark> = scene.marks().filter(|m| m.datum.is_some()).collect();
        let largest = flows.iter().map(|mark| value(mark).unwrap()).fold(0.0, f64::max);
        let high = |edge: (f64, f64)| edge.1 - edge.0;
        let highest = flows.iter().map(|mark| high(edges(mark)[0])).fold(0.0, f64::max);
        for flow in &flows {
            let wanted = value(flow).unwrap() / largest * highest;
            for edge in edges(flow) {
                assert!((high(edge) - wanted).abs() < 1e-6, "{at}: {flow:?}");
            }
        }
    });
}

#[test]
fn nodes_are_as_high_as_all_their_flows_which_lie_one_upon_the_other() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Sankey {
            return;
        }
        let nodes: Vec<Rect> = scene.marks().filter_map(rect).collect();
        for side in 0..2 {
            let mut spans: Vec<(f64, f64)> = scene
                .marks()
                .filter(|mark| mark.datum.is_some())
                .map(|mark| edges(mark)[side])
                .filter(|span| span.1 > span.0)
                .collect();
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            let overlap = spans.windows(2).find(|pair| pair[1].0 < pair[0].1 - 1e-6);
            assert_eq!(overlap, None, "{at}");
            let count = match side {
                0 => sample.chart.categories.len(),
                _ => sample.chart.series.len(),
            };
            let skip = if side == 0 { 0 } else { sample.chart.categories.len() };
            for node in nodes.iter().skip(skip).take(count) {
                let inside = spans.iter().filter(|span| {
                    span.0 >= node.top - 1e-6 && span.1 <= node.bottom + 1e-6
                });
                let sum: f64 = inside.map(|span| span.1 - span.0).sum();
                assert!((sum - (node.bottom - node.top)).abs() < 1e-6, "{at}");
            }
        }
    });
}

#[test]
fn each_node_is_named_with_its_total_and_each_flow_by_both() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Sankey {
            return;
        }
        let names = said(scene, TextRole::Series);
        let chart = &sample.chart;
        let origins = chart.categories.iter().map(|own| (&own.label, &own.short));
        let nodes =
            origins.chain(chart.series.iter().map(|own| (&own.label, &own.short)));
        for (label, short) in nodes {
            let named =
                names.iter().any(|own| own == label || Some(own) == short.as_ref());
            assert!(named, "{at}: {label}");
        }
        let count = chart.categories.len() + chart.series.len();
        assert_eq!(said(scene, TextRole::Value).len(), count, "{at}");
        for flow in scene.marks().filter_map(|mark| mark.datum.as_ref()) {
            assert!(flow.name().contains(" – ") && flow.name().contains(": "), "{at}");
        }
    });
}

#[test]
fn a_flow_that_is_not_known_is_told_below() {
    each(|sample, scene, at| {
        if sample.name == "sankey" {
            let told = said(scene, TextRole::Missing);
            let from = &sample.chart.categories[2].label;
            let to = &sample.chart.series[2].label;
            assert!(told[0].starts_with(&format!("{from} – {to}: ")), "{at}: {told:?}");
        }
    });
}

#[test]
fn each_region_has_one_tile_of_one_size_with_its_name_or_number() {
    each(|sample, scene, at| {
        let Some(map) = &sample.chart.map else { return };
        if sample.chart.kind != ChartKind::TileMap {
            return;
        }
        let tiles: Vec<Rect> =
            scene.marks().filter(|mark| mark.datum.is_some()).filter_map(rect).collect();
        assert_eq!(tiles.len(), map.regions.len(), "{at}");
        let size = |rect: &Rect| (rect.right - rect.left, rect.bottom - rect.top);
        for (tile, region) in tiles.iter().zip(&map.regions) {
            let (wide, high) = size(tile);
            assert!((wide - size(&tiles[0]).0).abs() < 1e-6, "{at}");
            assert!((high - size(&tiles[0]).1).abs() < 1e-6, "{at}");
            assert!(wide >= 40.0, "{at}: {wide}");
            let MapShape::Tile { column, row } = region.shape else { panic!("{at}") };
            let first = (tiles.iter().map(|t| t.left), tiles.iter().map(|t| t.top));
            let (left, top) =
                (first.0.fold(f64::MAX, f64::min), first.1.fold(f64::MAX, f64::min));
            assert!((tile.left - left - f64::from(column) * (wide + 3.0)).abs() < 0.01);
            assert!(
                (tile.top - top - f64::from(row) * (high + 3.0)).abs() < 0.01,
                "{at}"
            );
        }
        let said =
            [said(scene, TextRole::Note), said(scene, TextRole::Category)].concat();
        for region in &map.regions {
            let named = said
                .iter()
                .any(|own| *own == region.label || Some(own) == region.short.as_ref());
            assert!(named, "{at}: {}", region.label);
        }
    });
}

/// The area of a region without its holes in square px.
fn area(rings: &[Vec<Point>]) -> f64 {
    let ring = |ring: &Vec<Point>| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
    };
    rings.iter().map(ring).sum::<f64>().abs()
}

#[test]
fn areas_of_a_map_are_proportional_at_every_width() {
    each(|sample, scene, at| {
        let Some(map) = &sample.chart.map else { return };
        if sample.name != "choropleth" {
            return;
        }
        let outline = |code: &str| {
            let region = map.regions.iter().find(|own| own.code == code).unwrap();
            let MapShape::Outline(rings) = &region.shape else { panic!("{at}") };
            rings.iter().map(baspa::geo::area).sum::<f64>().abs()
        };
        let drawn = |code: &str| {
            let mark =
                scene.marks().find(|m| m.datum.as_ref().is_some_and(|d| d.x == code));
            let Shape::Region(rings) = &mark.unwrap().shape else { panic!("{at}") };
            area(rings)
        };
        for code in ["11", "35", "63", "43"] {
            let (wanted, is) = (outline(code) / outline("27"), drawn(code) / drawn("27"));
            assert!((is / wanted - 1.0).abs() < 0.02, "{at}: {code} {is} {wanted}");
        }
    });
}

#[test]
fn a_big_number_is_the_last_value_with_its_changes_and_its_ends() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::BigNumber {
            return;
        }
        let data = &sample.chart.series[0].data;
        let big = scene.texts().find(|text| text.role == TextRole::Big).unwrap();
        assert_eq!(joined(big), data.last().unwrap().text, "{at}");
        assert!(big.size >= 28.0, "{at}");
        let trend = sample.chart.trend.as_ref();
        let changes = trend.map_or(Vec::new(), |trend| trend.changes.clone());
        assert_eq!(said(scene, TextRole::Note), changes, "{at}");
        assert!(trend.is_none_or(|own| big.name.as_ref() == Some(&own.sentence)), "{at}");
        let ends = said(scene, TextRole::Category);
        match data.len() {
            1 => assert!(ends.is_empty(), "{at}"),
            _ => {
                let years = &sample.chart.categories;
                assert_eq!(ends[0], years[0].label, "{at}");
                assert_eq!(ends[1], years[years.len() - 1].label, "{at}");
            }
        }
    });
}

#[test]
fn the_small_line_is_affine_in_the_data_and_breaks_where_a_value_is_missing() {
    each(|sample, scene, at| {
        if sample.name != "big-number" {
            return;
        }
        let places: Vec<(f64, f64)> = scene
            .marks()
            .filter_map(|mark| match mark.shape {
                Shape::Sign { at, .. } => Some((value(mark)?, at.y)),
                _ => None,
            })
            .collect();
        let (first, last) = (places[0], places[6]);
        let slope = (last.1 - first.1) / (last.0 - first.0);
        for (value, y) in &places {
            assert!(
                (first.1 + slope * (value - first.0) - y).abs() < 0.3,
                "{at}: {value}"
            );
        }
        let runs = scene.marks().find_map(|mark| match &mark.shape {
            Shape::Path(runs) => Some(runs.iter().map(Vec::len).collect::<Vec<_>>()),
            _ => None,
        });
        assert_eq!(runs.unwrap(), [5, 17], "{at}");
        let values = places.iter().map(|place| place.0).sum::<f64>();
        let data = sample.chart.series[0].data.iter().filter_map(|datum| datum.value);
        assert_eq!(Some(values), data.sum::<Decimal>().to_f64(), "{at}");
    });
}
