//! Each value is in the drawing under its own series and category, to the last digit.

use std::collections::BTreeMap;

use baspa::chart::Scene;
use baspa::chart::scene::{GroupRole, Item, Shape, TextRole};
use baspa::edition::{Category, Chart, ChartKind};

use crate::invariants::{each, each_with_panels, value};
use crate::row_invariants::number;

/// Category and value of each mark or datum, by the label of the panel and of the series.
type Data = BTreeMap<(String, String), Vec<(String, String)>>;

fn drawn(scene: &Scene) -> Data {
    let mut all = Data::new();
    for group in &scene.groups {
        let GroupRole::Series(name) = &group.role else { continue };
        let panel = group.panel.clone().unwrap_or_default();
        // A series of a panel may be named with the panel.
        let name = name.strip_prefix(&format!("{panel}, ")).unwrap_or(name);
        let own = all.entry((panel, name.to_owned())).or_default();
        own.extend(group.items.iter().filter_map(|item| match item {
            Item::Mark(mark) => {
                let datum = mark.datum.as_ref().filter(|datum| !datum.y.is_empty())?;
                Some((datum.x.clone(), datum.y.clone()))
            }
            Item::Text(_) => None,
        }));
    }
    sorted(all)
}

fn known(panel: &str, chart: &Chart) -> Data {
    let place = |category: &Category| match category.position {
        Some(position) => position.to_string(),
        None => category.id.clone(),
    };
    let all = chart.series.iter().map(|series| {
        let data = chart.categories.iter().zip(&series.data);
        let own = data.filter_map(|(category, datum)| {
            Some((place(category), datum.value?.normalize().to_string()))
        });
        ((panel.to_owned(), series.label.clone()), own.collect())
    });
    sorted(all.collect())
}

fn sorted(mut all: Data) -> Data {
    all.values_mut().for_each(|own| own.sort());
    all.retain(|_, own| !own.is_empty());
    all
}

#[test]
fn every_value_is_drawn_under_its_series_and_category_to_the_last_digit() {
    each_with_panels(|sample, scene, at| {
        let chart = &sample.chart;
        let panels = chart.panels.iter().map(|own| (own.label.as_str(), &own.chart));
        let charts: Vec<(&str, &Chart)> = match chart.panels.is_empty() {
            true => vec![("", chart)],
            false => panels.collect(),
        };
        let mut wanted: Data =
            charts.iter().flat_map(|(label, chart)| known(label, chart)).collect();
        let mut found = drawn(scene);
        if chart.kind == ChartKind::Scatter {
            // A point stands at an amount, not at a category.
            let values = |own: &mut Vec<(String, String)>| {
                own.iter_mut().for_each(|pair| pair.0.clear());
                own.sort();
            };
            wanted.values_mut().chain(found.values_mut()).for_each(values);
        }
        assert_eq!(found, wanted, "{at}");
    });
}

#[test]
fn written_amounts_of_upright_charts_are_where_their_marks_would_be() {
    each(|sample, scene, at| {
        let bars = sample.chart.kind == ChartKind::Column;
        if sample.chart.kind != ChartKind::Line && !bars {
            return;
        }
        let scaled = |own: f64| if sample.chart.axis.log { own.log10() } else { own };
        let ticks: Vec<(f64, f64)> = scene
            .texts()
            .filter(|text| text.role == TextRole::Tick)
            .map(|text| (scaled(number(&text.lines.concat(), sample.lang)), text.at.y))
            .collect();
        let marks: Vec<(f64, f64)> = scene
            .marks()
            .filter_map(|mark| {
                let value = value(mark)?;
                let end = |top: f64, bottom: f64| if value < 0.0 { bottom } else { top };
                match mark.shape {
                    Shape::Sign { at, .. } => Some((scaled(value), at.y)),
                    Shape::Bar(rect) if bars => Some((value, end(rect.top, rect.bottom))),
                    _ => None,
                }
            })
            .collect();
        let (Some(first), Some(last)) = (ticks.first(), ticks.last()) else { return };
        // In units of what is written: 431 for 431 262 in thousands.
        let one = match sample.chart.axis.log {
            true => 0.0,
            false => f64::from(sample.chart.form.scale.exponent() as i32),
        };
        let slope = (last.1 - first.1) / (last.0 - first.0) / 10_f64.powf(one);
        let lowest = marks.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        for (value, y) in &marks {
            let expected = lowest.1 + slope * (value - lowest.0);
            assert!((expected - y).abs() < 0.6, "{at}: {value} at {y}, not {expected}");
        }
        // Amounts are written beside their height: their letters stand around it.
        let height = lowest.1 + slope * (first.0 * 10_f64.powf(one) - lowest.0);
        assert!((first.1 - height).abs() < 8.0, "{at}: {} at {height}", first.0);
    });
}
