//! A map of regions in their outlines, each in the colour of its value.

use crate::edition::{Chart, MapShape};
use crate::geo::{self, Ring};

use super::WriteNumber;
use super::classes::Classes;
use super::layers::Layers;
use super::place::Place;
use super::region::{self, ValuedRegion};
use super::region_names::{self, Land};
use super::scene::{Item, Point, Scene, Shape};
use super::spot;

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
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let classes = Classes::of(chart);
    let top = place.legend(chart, &classes, write, width, &mut layers);
    let regions = region::regions(chart, &classes);
    let (shapes, bottom) = shapes(&regions, top, width);
    let mut all: Vec<Drawn<'_, '_>> = regions.iter().zip(shapes).enumerate().collect();
    // A town that its region surrounds is drawn upon it.
    all.sort_by(|(_, a), (_, b)| size(&b.1).total_cmp(&size(&a.1)));
    let marks = all.iter().map(|(_, (region, rings))| {
        Item::Mark(region.mark(Shape::Region(rings.clone())))
    });
    let name = chart.series.first().map_or("", |series| series.label.as_str());
    layers.add_series(name, marks.collect());
    for (_, (_, rings)) in all.iter().filter(|(_, (region, _))| region.framed) {
        let closed = rings.iter().map(|ring| ring.iter().chain(ring.first()).copied());
        let closed = closed.map(Iterator::collect).collect();
        layers.frame_along(closed);
    }
    let bottom = region_names::write(&lands(&all), (top, bottom), width, &mut layers);
    layers.finish(width, bottom + EDGE)
}

/// A region with its rings in px, and its position on the map.
type Drawn<'p, 'c> = (usize, (&'p ValuedRegion<'c>, Vec<Vec<Point>>));

/// The regions in the order of the map, each without those that are drawn upon it.
fn lands<'p, 'c>(all: &[Drawn<'p, 'c>]) -> Vec<Land<'p, 'c>> {
    let mut lands: Vec<(usize, Land<'p, 'c>)> = Vec::new();
    for (at, (position, (region, rings))) in all.iter().enumerate() {
        let later = all.get(at + 1..).unwrap_or_default().iter();
        let upon = later.flat_map(|(_, (_, rings))| rings.as_slice());
        lands.push((*position, Land { region, free: free(rings, upon) }));
    }
    lands.sort_by_key(|(position, _)| *position);
    lands.into_iter().map(|(_, land)| land).collect()
}

/// The rings of each region in px, and the lower edge of the map.
fn shapes(
    regions: &[ValuedRegion<'_>],
    top: f64,
    width: f64,
) -> (Vec<Vec<Vec<Point>>>, f64) {
    let outlines: Vec<Vec<Ring>> = regions
        .iter()
        .map(|region| match &region.mapped.shape {
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
