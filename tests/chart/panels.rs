//! What holds for small multiples in every language at every width.

use std::collections::BTreeSet;

use baspa::chart::Scene;
use baspa::chart::scene::{Group, GroupRole, Item, Mark, Paint, Shape, Text, TextRole};
use baspa::edition::{Chart, ChartKind};
use rust_decimal::prelude::ToPrimitive;

use crate::invariants::{each_of, value};
use crate::panel_samples;
use crate::samples::{Sample, category, chart, sample, series};

fn each(check: impl Fn(&Sample, &Scene, &str)) {
    each_of(panel_samples::all(), check);
}

/// The groups of each panel.
fn parts(scene: &Scene) -> Vec<&[Group]> {
    let parts = scene.groups.chunk_by(|a, b| a.panel == b.panel);
    parts.filter(|groups| groups[0].panel.is_some()).collect()
}

fn marks(groups: &[Group]) -> impl Iterator<Item = &Mark> {
    groups.iter().flat_map(|group| &group.items).filter_map(|item| match item {
        Item::Mark(mark) => Some(mark),
        Item::Text(_) => None,
    })
}

fn title(groups: &[Group]) -> &Text {
    let texts =
        groups.iter().flat_map(|group| &group.items).filter_map(|item| match item {
            Item::Text(text) => Some(text),
            Item::Mark(_) => None,
        });
    let mut titles = texts.filter(|text| text.role == TextRole::Panel);
    titles.next().unwrap()
}

#[test]
fn every_panel_is_a_group_that_bears_its_label_in_full() {
    each(|sample, scene, at| {
        let parts = parts(scene);
        assert_eq!(parts.len(), sample.chart.panels.len(), "{at}");
        for (groups, panel) in parts.iter().zip(&sample.chart.panels) {
            assert_eq!(groups[0].panel.as_deref(), Some(panel.label.as_str()), "{at}");
            let title = title(groups).lines.join(" ").replace("- ", "-");
            assert_eq!(title, panel.label, "{at}");
        }
    });
}

#[test]
fn every_value_of_a_panel_has_one_mark_in_a_series_that_names_the_panel() {
    each(|sample, scene, at| {
        for (groups, panel) in parts(scene).iter().zip(&sample.chart.panels) {
            let mut drawn: Vec<f64> = marks(groups).filter_map(value).collect();
            let data = panel.chart.series.iter().flat_map(|series| &series.data);
            let mut known: Vec<f64> = data.filter_map(|d| d.value?.to_f64()).collect();
            drawn.sort_by(f64::total_cmp);
            known.sort_by(f64::total_cmp);
            assert_eq!(drawn, known, "{at}: {}", panel.label);
            let begin = format!("{}, ", panel.label);
            for group in groups.iter() {
                if let GroupRole::Series(name) = &group.role {
                    assert!(name.starts_with(&begin), "{at}: {name}");
                }
            }
        }
    });
}

#[test]
fn equal_values_have_equal_lengths_in_every_panel() {
    each(|sample, scene, at| {
        if matches!(
            sample.chart.kind,
            ChartKind::Line | ChartKind::Stacked { share: true }
        ) {
            return;
        }
        let lengths = scene.marks().filter_map(|mark| match &mark.shape {
            Shape::Bar(rect) | Shape::Segment { rect, .. } => {
                Some((value(mark)?.abs(), rect.right - rect.left))
            }
            _ => None,
        });
        let lengths: Vec<(f64, f64)> = lengths.collect();
        let longest = lengths.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        for (value, length) in lengths {
            let expected = value / longest.0 * longest.1;
            assert!((length - expected).abs() < 0.3, "{at}: {value}");
        }
    });
}

#[test]
fn heights_of_lines_are_one_affine_map_of_the_data_in_every_panel() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        let places: Vec<(f64, f64)> = parts(scene)
            .into_iter()
            .flat_map(|groups| {
                let zero = marks(groups).find(|mark| mark.paint == Paint::Axis).unwrap();
                let Shape::Rule(zero, _) = zero.shape else { panic!("{at}: no zero") };
                let signs = marks(groups).filter_map(move |mark| match mark.shape {
                    Shape::Sign { at, .. } => Some((value(mark)?, zero.y - at.y)),
                    _ => None,
                });
                signs.collect::<Vec<_>>()
            })
            .collect();
        let highest = places.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        for (value, high) in places {
            let expected = value / highest.0 * highest.1;
            assert!((expected - high).abs() < 0.3, "{at}: {value}");
        }
    });
}

#[test]
fn panels_of_a_row_begin_at_one_height_and_are_equally_wide() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        let grids: Vec<(i64, i64)> = parts(scene)
            .into_iter()
            .map(|groups| {
                let zero = marks(groups).find(|mark| mark.paint == Paint::Axis).unwrap();
                let Shape::Rule(from, to) = zero.shape else { panic!("{at}: no zero") };
                ((from.y * 10.0).round() as i64, ((to.x - from.x) * 10.0).round() as i64)
            })
            .collect();
        let widths: BTreeSet<i64> = grids.iter().map(|grid| grid.1).collect();
        assert!(widths.iter().max().unwrap() - widths.iter().min().unwrap() <= 1, "{at}");
        let columns = grids.iter().take_while(|grid| grid.0 == grids[0].0).count();
        for row in grids.chunks(columns) {
            assert!(row.iter().all(|grid| grid.0 == row[0].0), "{at}: {row:?}");
        }
    });
}

#[test]
fn what_panels_share_is_said_once() {
    each(|sample, scene, at| {
        let count = |role: TextRole| scene.texts().filter(|t| t.role == role).count();
        let series = &sample.chart.series;
        let named = if series.len() > 1 { series.len() } else { 0 };
        assert_eq!(count(TextRole::Series), named, "{at}");
        let line = sample.chart.kind == ChartKind::Line;
        let stacked = sample.chart.kind == (ChartKind::Stacked { share: false });
        let unit = usize::from(line || stacked);
        assert_eq!(count(TextRole::Unit), unit, "{at}");
    });
}

#[test]
fn amounts_stand_at_the_first_panel_of_each_row_and_years_at_each_panel() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Line {
            return;
        }
        for groups in parts(scene) {
            let texts = groups.iter().flat_map(|group| &group.items);
            let texts: Vec<&Text> = texts
                .filter_map(|item| match item {
                    Item::Text(text) => Some(text),
                    Item::Mark(_) => None,
                })
                .collect();
            let zero = marks(groups).find(|mark| mark.paint == Paint::Axis).unwrap();
            let Shape::Rule(from, _) = zero.shape else { panic!("{at}: no zero") };
            let ticks = texts.iter().filter(|text| text.role == TextRole::Tick).count();
            assert_eq!(ticks > 0, from.x < 60.0, "{at}");
            let years = &sample.chart.categories;
            for year in [years.first(), years.last()].into_iter().flatten() {
                let named = |text: &&&Text| text.lines == [year.label.as_str()];
                assert!(texts.iter().any(|text| named(&text)), "{at}: {}", year.label);
            }
        }
    });
}

#[test]
fn a_phone_has_two_columns_of_lines() {
    let columns = |sample: &Sample, width: f64| {
        let scene = sample.scene(width);
        let heights: Vec<i64> = parts(&scene)
            .into_iter()
            .map(|own| title(own).rect().bottom as i64)
            .collect();
        heights.iter().take_while(|height| **height == heights[0]).count()
    };
    for sample in panel_samples::all() {
        if sample.name == "panels-line-series" {
            assert_eq!(columns(&sample, 280.0), 2, "{}", sample.lang);
            assert_eq!(columns(&sample, 720.0), 4, "{}", sample.lang);
        }
    }
}

#[test]
fn a_screen_reader_is_told_the_panel_then_the_series_then_the_value() {
    let regions = panel_samples::all();
    let regions = regions.iter().find(|own| own.name == "panels-line").unwrap();
    let svg = regions.draw(480.0).svg;
    let panel = "<g role=\"graphics-object group\" aria-label=\"Between regions\">";
    let (_, rest) = svg.split_once(panel).unwrap();
    let series =
        "<g role=\"graphics-object group\" aria-label=\"Between regions, migrants\"";
    let (_, rest) = rest.split_once(series).unwrap();
    assert!(rest.contains("aria-label=\"1991: 155,766\""));
    let open = svg.matches("<g ").count();
    assert_eq!(open, svg.matches("</g>").count());
}

#[test]
fn many_marks_leave_the_names_to_panels_and_series() {
    let labels: Vec<String> = (1960..2010).map(|year| year.to_string()).collect();
    let years = labels.iter().map(|year| category(year, year)).collect();
    let values: Vec<Option<&str>> =
        labels.iter().map(|year| Some(year.as_str())).collect();
    let whole = chart(ChartKind::Line, years, vec![series("people", &[], "", "en")]);
    let rows: [&[Option<&str>]; 1] = [&values];
    let data = [("north", &rows[..]), ("south", &rows[..]), ("west", &rows[..])];
    let many = panel_samples::panels(whole, "", "en", &data);
    let svg = sample("many", many).draw(720.0).svg;
    assert_eq!(svg.matches("graphics-symbol img").count(), 3);
    assert_eq!(svg.matches("graphics-object group").count(), 3);
    assert_eq!(svg.matches("data-y").count(), 150);
    assert_eq!(svg.matches("data-name=\"1960\"").count(), 1);
    assert_eq!(svg.matches("data-name").count(), 50);
}

#[test]
fn a_title_without_room_is_told() {
    let word = "қ".repeat(80);
    let whole =
        chart(ChartKind::Bar, vec![category("a", "a")], vec![series("s", &[], "", "en")]);
    let value: [&[Option<&str>]; 1] = [&[Some("7")]];
    let data = [(word.as_str(), &value[..]), ("south", &value[..])];
    let scene =
        sample("title", panel_samples::panels(whole, "", "en", &data)).scene(480.0);
    assert!(scene.overflow.iter().any(|own| own.text == word && own.px > 100.0));
}

fn no_data(kind: ChartKind) -> Chart {
    let missing: [&[Option<&str>]; 1] = [&[None, None]];
    let data = [("north", &missing[..]), ("south", &missing[..])];
    let years = vec![category("1991", "1991"), category("1992", "1992")];
    let whole = chart(kind, years, vec![series("people", &[], "", "en")]);
    panel_samples::panels(whole, "", "en", &data)
}

#[test]
fn panels_without_a_value_are_drawn() {
    for kind in [ChartKind::Line, ChartKind::Bar, ChartKind::Stacked { share: true }] {
        for width in [-5.0, 200.0, 280.0, 720.0, f64::NAN, f64::INFINITY] {
            let sample = sample("none", no_data(kind));
            let svg = sample.draw(width).svg;
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            let scene = sample.scene(width);
            assert!(scene.marks().all(|mark| mark.datum.is_none()));
            let named = |group: &Group| matches!(group.role, GroupRole::Series(_));
            assert!(scene.groups.iter().any(named));
        }
    }
}
