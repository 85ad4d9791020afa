//! What stands for each region upon a map of outlines, in every language at every width.

use baspa::chart::Scene;
use baspa::chart::scene::{Paint, Point, Rect, Shape, Text, TextRole};
use baspa::edition::{Chart, ChartKind, Map, MapRegion, MapShape};
use baspa::geo::{Position, Ring};

use crate::invariants::{each, letters};
use crate::mapped_invariants::{joined, said};
use crate::samples::{Sample, category, chart, sample, series};

/// The regions of a map by what stands for each upon it: its name, or else a number.
fn numbered<'s>(sample: &'s Sample, scene: &Scene) -> Vec<&'s MapRegion> {
    let map = sample.chart.map.as_ref().unwrap();
    let upon = said(scene, TextRole::Note);
    let is_named = |own: &&MapRegion| {
        upon.contains(&own.label) || own.short.as_ref().is_some_and(|s| upon.contains(s))
    };
    map.regions.iter().filter(|own| !is_named(own)).collect()
}

#[test]
fn a_region_without_room_for_its_name_has_a_number_and_the_list_says_its_name_in_full() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Choropleth {
            return;
        }
        let numbered = numbered(sample, scene);
        let mut list: Vec<&Text> =
            scene.texts().filter(|text| text.role == TextRole::Category).collect();
        list.sort_by(|a, b| (a.at.y, a.at.x).partial_cmp(&(b.at.y, b.at.x)).unwrap());
        for (nth, region) in numbered.iter().enumerate() {
            let number = (nth + 1).to_string();
            let upon = scene
                .texts()
                .filter(|own| own.role == TextRole::Note && joined(own) == number);
            assert_eq!(upon.count(), 1, "{at}: {number}, {}", region.label);
            let entry = list.iter().position(|own| joined(own) == number).unwrap();
            assert_eq!(joined(list[entry + 1]), region.label, "{at}: {number}");
        }
        assert_eq!(list.len(), 2 * numbered.len(), "{at}");
    });
}

#[test]
fn numbers_stand_where_names_have_no_room_only() {
    each(|sample, scene, at| {
        let numbers = match (sample.name, scene.width) {
            ("choropleth", 760.0..) => 0..=0,
            ("choropleth-narrow", 280.0) => 9..=16,
            ("choropleth-narrow", 600.0..) => 2..=8,
            _ => return,
        };
        let own = numbered(sample, scene).len();
        assert!(numbers.contains(&own), "{at}: {own}");
    });
}

#[test]
fn a_number_stands_in_its_region_or_a_line_leads_from_one_to_the_other() {
    each(|sample, scene, at| {
        if sample.chart.kind != ChartKind::Choropleth {
            return;
        }
        let leaders: Vec<(Point, Point)> = scene
            .marks()
            .filter_map(|mark| match (&mark.shape, mark.paint) {
                (Shape::Rule(from, to), Paint::Leader) => Some((*from, *to)),
                _ => None,
            })
            .collect();
        let mut led = 0;
        for (nth, region) in numbered(sample, scene).iter().enumerate() {
            let number = (nth + 1).to_string();
            let text = scene
                .texts()
                .find(|own| own.role == TextRole::Note && joined(own) == number)
                .unwrap();
            let rings = scene
                .marks()
                .find_map(|mark| match (&mark.datum, &mark.shape) {
                    (Some(datum), Shape::Region(rings)) if datum.x == region.code => {
                        Some(rings)
                    }
                    _ => None,
                })
                .unwrap();
            let letters = letters(text);
            let corners = [
                (letters.left, letters.top),
                (letters.right, letters.top),
                (letters.left, letters.bottom),
                (letters.right, letters.bottom),
            ];
            if corners.iter().all(|&(x, y)| within(rings, Point { x, y })) {
                continue;
            }
            let near = |point: Point, rect: Rect| {
                (rect.left - 5.0..rect.right + 5.0).contains(&point.x)
                    && (rect.top - 5.0..rect.bottom + 5.0).contains(&point.y)
            };
            let line = leaders.iter().find(|(_, to)| near(*to, letters));
            let (from, _) =
                line.unwrap_or_else(|| panic!("{at}: {number} is not led to"));
            let touched = (0..16).any(|step| {
                let angle = f64::from(step) * std::f64::consts::TAU / 16.0;
                let (x, y) = (from.x + 1.5 * angle.cos(), from.y + 1.5 * angle.sin());
                within(rings, Point { x, y })
            });
            assert!(touched, "{at}: the line to {number} does not reach its region");
            led += 1;
        }
        assert_eq!(leaders.len(), led, "{at}");
    });
}

/// Whether a point lies within rings.
fn within(rings: &[Vec<Point>], point: Point) -> bool {
    let crossed = |(a, b): (&Point, &Point)| {
        (a.y <= point.y) != (b.y <= point.y)
            && a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x
    };
    let edges =
        rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    edges.filter(|own| crossed(*own)).count() % 2 == 1
}

/// A square country of as many squares to a side; every second one has data.
fn squares(side: usize) -> Sample {
    let step = 1.0 / side as f64;
    let square = |at: usize| -> Ring {
        let (x, y) = ((at % side) as f64 * step, (at / side) as f64 * step);
        let corners = [(0.0, 0.0), (step, 0.0), (step, step), (0.0, step)];
        corners.map(|(dx, dy)| Position { x: x + dx, y: y + dy }).to_vec()
    };
    let names: Vec<String> =
        (0..side * side).map(|at| format!("Municipality {}", at + 1)).collect();
    let regions = names.iter().enumerate().map(|(at, name)| MapRegion {
        code: name.clone(),
        category: (at % 2 == 0).then_some(at / 2),
        label: name.clone(),
        short: None,
        shape: MapShape::Outline(vec![square(at)]),
    });
    let map = Map { regions: regions.collect(), no_data: "no data".to_owned() };
    let half: Vec<&String> = names.iter().step_by(2).collect();
    let values: Vec<String> = (0..half.len()).map(|at| (at + 1).to_string()).collect();
    let values: Vec<Option<&str>> = values.iter().map(|own| Some(own.as_str())).collect();
    let own = series("people", &values, "", "en");
    let categories = half.into_iter().map(|name| category(name, name)).collect();
    let chart = chart(ChartKind::Choropleth, categories, vec![own]);
    sample("squares", Chart { map: Some(map), ..chart })
}

#[test]
fn a_region_for_which_there_is_no_room_at_all_is_told_by_its_name() {
    let crowded = squares(22).scene(280.0);
    let numbers = crowded.texts().filter(|text| text.role == TextRole::Note).count();
    assert_eq!(numbers + crowded.overflow.len(), 22 * 22);
    assert!(crowded.overflow.len() > 100, "{}", crowded.overflow.len());
    for lack in &crowded.overflow {
        assert!(lack.text.starts_with("Municipality ") && lack.px >= 1.0, "{lack:?}");
    }
    assert_eq!(squares(8).scene(280.0).overflow, []);
}
