//! A map of regions in their outlines, each in the colour of its value.

use crate::edition::{Chart, MapShape};
use crate::geo::{self, Ring};

use super::WriteNumber;
use super::classes::Classes;
use super::layers::{Layers, SMALL, centred, room, text};
use super::metrics::{LEADING, Weight, width as text_width};
use super::place;
use super::region::{self, Place};
use super::scene::{Anchor, Item, Paint, Point, Scene, Shape, Text, TextRole};
use super::spot;
use super::wrap::{Room, fit};

/// The highest map in px.
const HIGHEST: f64 = 640.0;
/// Points that are nearer to a line than this are left out, in px.
const UNSEEN: f64 = 0.5;
/// Most points of a drawing, so that it stays light.
const MOST_POINTS: usize = 1100;
/// How much coarser the outlines are drawn while there are too many points.
const COARSER: f64 = 1.5;
/// Around the map in px: half the line around a region.
const EDGE: f64 = 1.0;

/// Lays out a map of outlines.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    stands: place::Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let classes = Classes::of(chart);
    let top = stands.legend(chart, &classes, write, width, &mut layers);
    let places = region::places(chart, &classes);
    let (shapes, bottom) = shapes(&places, top, width);
    let mut all: Vec<(&Place<'_>, Vec<Vec<Point>>)> = places.iter().zip(shapes).collect();
    // A town that its region surrounds is drawn upon it.
    all.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)));
    let marks = all
        .iter()
        .map(|(place, rings)| Item::Mark(place.mark(Shape::Region(rings.clone()))));
    let name = chart.series.first().map_or("", |series| series.label.as_str());
    layers.add_series(name, marks.collect());
    for (_, rings) in all.iter().filter(|(place, _)| place.framed) {
        let closed = rings.iter().map(|ring| ring.iter().chain(ring.first()).copied());
        let closed = closed.map(Iterator::collect).collect();
        layers.draw_above(Shape::Path(closed), Paint::Frame);
    }
    for (at, (place, rings)) in all.iter().enumerate() {
        let upon = all.get(at + 1..).unwrap_or_default().iter().map(|(_, rings)| rings);
        label(place, &free(rings, upon), &mut layers);
    }
    layers.finish(width, bottom + EDGE)
}

/// The rings of each region in px, and the lower edge of the map.
fn shapes(places: &[Place<'_>], top: f64, width: f64) -> (Vec<Vec<Vec<Point>>>, f64) {
    let outlines: Vec<Vec<Ring>> = places
        .iter()
        .map(|place| match &place.region.shape {
            MapShape::Outline(rings) => rings.clone(),
            MapShape::Tile { .. } => Vec::new(),
        })
        .collect();
    let points = outlines.iter().flatten().flatten();
    let high = points.map(|point| point.y).fold(0.0, f64::max);
    let wide = (width - 2.0 * EDGE).min(HIGHEST / high.max(1e-9)).max(1.0);
    let thinned = light(&outlines, UNSEEN / wide);
    let px = |ring: &Ring| -> Vec<Point> {
        let place = |p: &geo::Position| Point {
            x: EDGE + p.x * wide,
            y: top + EDGE + p.y * wide,
        };
        ring.iter().map(place).collect()
    };
    let shapes = thinned.iter().map(|rings| rings.iter().map(px).collect());
    (shapes.collect(), top + EDGE + high * wide)
}

/// The outlines without the points that are not seen, or with so few that the drawing
/// stays light.
fn light(outlines: &[Vec<Ring>], mut tolerance: f64) -> Vec<Vec<Ring>> {
    loop {
        let thinned = geo::thin(outlines, tolerance);
        let points: usize = thinned.iter().flatten().map(Vec::len).sum();
        if points <= MOST_POINTS || tolerance > 0.1 {
            return thinned;
        }
        tolerance *= COARSER;
    }
}

fn width_of(line: &str) -> f64 {
    text_width(line, SMALL, Weight::Regular)
}

/// The area of the largest ring.
fn size(rings: &[Vec<Point>]) -> f64 {
    let area = |ring: &Vec<Point>| {
        let next = ring.iter().cycle().skip(1);
        let twice = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y);
        (twice.sum::<f64>() / 2.0).abs()
    };
    rings.iter().map(area).fold(0.0, f64::max)
}

/// A region without those that are drawn upon it.
fn free<'r>(
    rings: &'r [Vec<Point>],
    upon: impl Iterator<Item = &'r Vec<Vec<Point>>>,
) -> Vec<Vec<Point>> {
    let inside = |other: &Vec<Point>| {
        other.iter().all(|point| spot::holds(rings, *point)) && !other.is_empty()
    };
    let upon = upon.flatten().filter(|ring| inside(ring));
    rings.iter().chain(upon).cloned().collect()
}

/// Writes the name of a region with its value, as much of it as there is room for.
fn label(place: &Place<'_>, rings: &[Vec<Point>], layers: &mut Layers) {
    let value = place.value.map(|_| place.text.to_owned());
    for (mut lines, with_value) in wordings(place) {
        let named = lines.len();
        if with_value {
            lines.extend(value.clone());
        }
        let high = lines.len() as f64 * LEADING * SMALL;
        let wide = lines.iter().map(|line| width_of(line)).fold(0.0, f64::max);
        let Some((middle, room)) = spot::widest(rings, high) else { continue };
        if wide > room {
            continue;
        }
        let first = centred(lines.len(), middle.y, SMALL);
        let value = lines.split_off(named);
        let own = |lines, above: usize, role| {
            let y = first + above as f64 * LEADING * SMALL;
            let at = Point { x: middle.x, y };
            let text = text(lines, at, Anchor::Middle, role);
            Text { size: SMALL, paint: place.on(), ..text }
        };
        layers.write(own(lines, 0, TextRole::Note));
        layers.write(own(value, named, TextRole::Value));
        return;
    }
}

/// The names of a region from the fullest to the shortest, with or without its value.
fn wordings(place: &Place<'_>) -> Vec<(Vec<String>, bool)> {
    let region = place.region;
    let half = width_of(&region.label) * 0.6;
    let two = fit(&region.label, None, Room { size: SMALL, ..room(half, 2) });
    let full = vec![region.label.clone()];
    let short = region.short.iter().map(|short| vec![short.clone()]);
    let names: Vec<Vec<String>> = [full, two.lines].into_iter().chain(short).collect();
    let valued = names.iter().map(|lines| (lines.clone(), true));
    let bare = names.iter().map(|lines| (lines.clone(), false));
    valued.chain(bare).collect()
}
