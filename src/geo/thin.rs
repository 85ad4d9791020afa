//! Leaves out points that are not seen (D. H. Douglas and T. K. Peucker, Algorithms for
//! the reduction of the number of points, Cartographica 10:2, 1973), border by border, so
//! that a border of two regions stays one line.
//!
//! Regions whose common border has other points in each of them are thinned apart, and a
//! gap of up to the tolerance may open between them.

use super::arcs::Junctions;
use super::{Position, Ring};

/// The rings of regions with no point farther than `tolerance` from its place; rings that
/// are smaller than the tolerance are left out, but never the largest of a region.
pub fn thin(regions: &[Vec<Ring>], tolerance: f64) -> Vec<Vec<Ring>> {
    let junctions = Junctions::of(regions.iter().flatten());
    let region = |rings: &Vec<Ring>| {
        let thinned = rings.iter().map(|ring| ring_of(&junctions, ring, tolerance));
        kept(thinned.collect(), tolerance * tolerance)
    };
    regions.iter().map(region).collect()
}

/// The rings of at least three points and `least` area, and the largest.
fn kept(rings: Vec<Ring>, least: f64) -> Vec<Ring> {
    let size = |ring: &Ring| area(ring).abs();
    let largest = rings.iter().map(size).fold(0.0, f64::max);
    let seen = |ring: &Ring| ring.len() > 2 && size(ring) >= least.min(largest);
    rings.into_iter().filter(seen).collect()
}

/// The area of a ring, below zero where it runs against the clock.
pub fn area(ring: &Ring) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
}

fn ring_of(junctions: &Junctions, ring: &Ring, tolerance: f64) -> Ring {
    let mut thinned = Ring::new();
    for arc in junctions.arcs(ring) {
        let arc = line(&arc, tolerance);
        let last = arc.len().saturating_sub(1);
        thinned.extend(arc.get(..last).unwrap_or_default());
    }
    // A closed line needs three points to be an area.
    if thinned.len() < 3 { ring_without_curves(ring) } else { thinned }
}

/// A triangle in the place of a ring that is smaller than the tolerance: a small region
/// stays to be seen.
fn ring_without_curves(ring: &Ring) -> Ring {
    let step = (ring.len() / 3).max(1);
    ring.iter().step_by(step).take(3).copied().collect()
}

/// A line thinned the same way from either end.
fn line(points: &[Position], tolerance: f64) -> Vec<Position> {
    let turned = match (points.first(), points.last()) {
        (Some(first), Some(last)) => (first.x, first.y) > (last.x, last.y),
        _ => false,
    };
    let mut points = points.to_vec();
    if turned {
        points.reverse();
    }
    let mut kept = vec![false; points.len()];
    let mut spans = vec![(0, points.len().saturating_sub(1))];
    while let Some((from, to)) = spans.pop() {
        for end in [from, to] {
            if let Some(kept) = kept.get_mut(end) {
                *kept = true;
            }
        }
        if let Some(middle) = farthest(&points, from, to, tolerance) {
            spans.extend([(from, middle), (middle, to)]);
        }
    }
    let thinned = points.iter().zip(kept).filter(|(_, kept)| *kept);
    let mut thinned: Vec<Position> = thinned.map(|(point, _)| *point).collect();
    if turned {
        thinned.reverse();
    }
    thinned
}

/// The point between two others that is farthest from the line through them, if it is
/// farther than `tolerance`.
fn farthest(
    points: &[Position],
    from: usize,
    to: usize,
    tolerance: f64,
) -> Option<usize> {
    let (start, end) = (points.get(from)?, points.get(to)?);
    let mut best: Option<(usize, f64)> = None;
    for (at, point) in points.iter().enumerate().take(to).skip(from + 1) {
        let distance = distance(*point, *start, *end);
        if best.is_none_or(|(_, known)| distance > known) {
            best = Some((at, distance));
        }
    }
    best.filter(|(_, distance)| *distance > tolerance).map(|(at, _)| at)
}

/// From a point to the nearest of a straight line between two others.
fn distance(point: Position, from: Position, to: Position) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let square = dx * dx + dy * dy;
    let along = (point.x - from.x) * dx + (point.y - from.y) * dy;
    let part = if square > 0.0 { (along / square).clamp(0.0, 1.0) } else { 0.0 };
    (point.x - from.x - part * dx).hypot(point.y - from.y - part * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|&(x, y)| Position { x, y }).collect()
    }

    /// A square of 100 with a wavy side on the right, from below to above.
    fn wave() -> Vec<(f64, f64)> {
        (0..=20)
            .map(|at| (100.0 + f64::from(at % 4) * 3.0, f64::from(at) * 5.0))
            .collect()
    }

    #[test]
    fn points_on_a_straight_line_are_left_out() {
        let square = ring(&[
            (0.0, 0.0),
            (50.0, 0.1),
            (100.0, 0.0),
            (100.0, 100.0),
            (50.0, 100.0),
            (0.0, 100.0),
        ]);
        let thinned = thin(&[vec![square]], 0.5);
        assert_eq!(thinned[0][0].len(), 4);
    }

    #[test]
    fn a_border_of_two_regions_stays_one_line() {
        let mut left = vec![(0.0, 100.0), (0.0, 0.0)];
        left.extend(wave());
        let mut right: Vec<(f64, f64)> = wave().into_iter().rev().collect();
        right.extend([(200.0, 0.0), (200.0, 100.0)]);
        right.rotate_left(7);
        let map = thin(&[vec![ring(&left)], vec![ring(&right)]], 4.0);
        let border = |ring: &Ring| {
            let own = ring.iter().filter(|p| (100.0..150.0).contains(&p.x));
            let mut own: Vec<(i64, i64)> =
                own.map(|p| (p.y as i64, p.x as i64)).collect();
            own.sort_unstable();
            own
        };
        assert_eq!(border(&map[0][0]), border(&map[1][0]));
        assert!(map[0][0].len() < left.len());
    }

    #[test]
    fn a_region_inside_another_keeps_the_border_of_the_hole() {
        let town: Vec<(f64, f64)> = (0..40)
            .map(|at| {
                let angle = f64::from(at) * std::f64::consts::TAU / 40.0;
                (50.0 + 10.0 * angle.cos(), 50.0 + 10.0 * angle.sin())
            })
            .collect();
        let mut hole = town.clone();
        hole.reverse();
        hole.rotate_left(11);
        let outer = ring(&[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]);
        let map = thin(&[vec![outer, ring(&hole)], vec![ring(&town)]], 1.0);
        let sorted = |ring: &Ring| {
            let mut points: Vec<(u64, u64)> =
                ring.iter().map(|p| (p.x.to_bits(), p.y.to_bits())).collect();
            points.sort_unstable();
            points
        };
        assert_eq!(sorted(&map[0][1]), sorted(&map[1][0]));
        assert!(map[1][0].len() < 40);
    }

    #[test]
    fn small_islands_go_and_small_regions_stay() {
        let island = ring(&[(200.0, 0.0), (200.2, 0.0), (200.1, 0.2)]);
        let land = ring(&[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]);
        let map = thin(&[vec![land, island.clone()], vec![island]], 1.0);
        assert_eq!((map[0].len(), map[1].len()), (1, 1));
        assert_eq!(map[1][0].len(), 3);
    }
}
