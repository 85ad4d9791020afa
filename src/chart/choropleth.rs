//! A map of regions in their outlines, each in the colour of its value.

use crate::edition::{Chart, MapShape};
use crate::geo::{self, Ring};

use super::WriteNumber;
use super::classes::Classes;
use super::layers::{Layers, SMALL, centred, room, text};
use super::metrics::{LEADING, Weight, width as text_width};
use super::place;
use super::region::{self, Place};
use super::scene::{Anchor, Item, Point, Scene, Shape, Text, TextRole};
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
        layers.frame_along(closed);
    }
    let upon = |at: usize| {
        let later = all.get(at + 1..).unwrap_or_default().iter();
        later.flat_map(|(_, rings)| rings.as_slice())
    };
    let free = all.iter().enumerate().map(|(at, (_, rings))| free(rings, upon(at)));
    let free: Vec<Vec<Vec<Point>>> = free.collect();
    write_names(&all, &free, &mut layers);
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
    let wide = (width - 2.0 * EDGE).min(HIGHEST / high.max(1e-9));
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
    upon: impl Iterator<Item = &'r Vec<Point>>,
) -> Vec<Vec<Point>> {
    let inside = |other: &Vec<Point>| {
        other.iter().all(|point| spot::holds(rings, *point)) && !other.is_empty()
    };
    rings.iter().chain(upon.filter(|ring| inside(ring))).cloned().collect()
}

/// Names the regions, in full if there is room for each, with as much as there is room for.
fn write_names(
    all: &[(&Place<'_>, Vec<Vec<Point>>)],
    free: &[Vec<Vec<Point>>],
    layers: &mut Layers,
) {
    let find = |short: bool| -> Vec<Option<Spot>> {
        let each = all.iter().zip(free);
        each.map(|((place, _), rings)| {
            let (label, other) = place.names();
            Spot::find(place, other.filter(|_| short).unwrap_or(label), rings)
        })
        .collect()
    };
    let full = find(false);
    let named = if full.iter().all(Option::is_some) { full } else { find(true) };
    for ((place, _), spot) in all.iter().zip(named) {
        if let Some(spot) = spot {
            spot.write(place, layers);
        }
    }
}

/// Where a name stands, and whether the value stands below it.
struct Spot {
    middle: Point,
    name: Vec<String>,
    valued: bool,
}

impl Spot {
    /// The room in a region for a name of one or two lines, with the value if that fits
    /// too.
    fn find(place: &Place<'_>, name: &str, rings: &[Vec<Point>]) -> Option<Self> {
        let half = Room { size: SMALL, ..room(width_of(name) * 0.6, 2) };
        let one = vec![name.to_owned()];
        let two = fit(name, None, half).lines;
        let value = place.value.map(|_| place.text);
        let tries = [(&one, true), (&two, true), (&one, false), (&two, false)];
        tries.into_iter().find_map(|(name, valued)| {
            let value = value.filter(|_| valued);
            let lines = name.iter().map(String::as_str).chain(value);
            let wide = lines.clone().map(width_of).fold(0.0, f64::max);
            let high = lines.count() as f64 * LEADING * SMALL;
            let middle = spot::place(rings, wide, high)?;
            Some(Self { middle, name: name.clone(), valued: value.is_some() })
        })
    }

    fn write(self, place: &Place<'_>, layers: &mut Layers) {
        let count = self.name.len() + usize::from(self.valued);
        let first = centred(count, self.middle.y, SMALL);
        let own = |lines, above: usize, role| {
            let y = first + above as f64 * LEADING * SMALL;
            let at = Point { x: self.middle.x, y };
            let text = text(lines, at, Anchor::Middle, role);
            Text { size: SMALL, paint: place.on(), ..text }
        };
        if self.valued {
            let value = vec![place.text.to_owned()];
            layers.write(own(value, self.name.len(), TextRole::Value));
        }
        layers.write(own(self.name.clone(), 0, TextRole::Note));
    }
}
