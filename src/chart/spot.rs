//! Where in a region there is room for words.

use super::scene::Point;

/// Between two lines on which room is looked for, in px.
const STEP: f64 = 3.0;
/// From words to the edge of a region in px.
const PADDING: f64 = 3.0;

/// The middle of the widest box of a height within rings, with the width of the box; rings
/// inside others are holes.
pub(super) fn widest(rings: &[Vec<Point>], high: f64) -> Option<(Point, f64)> {
    let ys = || rings.iter().flatten().map(|point| point.y);
    let (top, bottom) = (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max));
    let half = high / 2.0 + PADDING;
    let count = ((bottom - top - 2.0 * half) / STEP).floor();
    if !(0.0..10_000.0).contains(&count) {
        return None;
    }
    let mut best: Option<(Point, f64)> = None;
    for step in 0..=count as usize {
        let y = top + half + step as f64 * STEP;
        let mut spans = spans(rings, y - half);
        for other in [y - half / 2.0, y, y + half / 2.0, y + half] {
            spans = common(&spans, &self::spans(rings, other));
        }
        for (left, right) in spans {
            let wide = right - left - 2.0 * PADDING;
            if best.is_none_or(|(_, known)| wide > known) {
                best = Some((Point { x: (left + right) / 2.0, y }, wide));
            }
        }
    }
    best
}

/// Whether a point lies within rings.
pub(super) fn holds(rings: &[Vec<Point>], point: Point) -> bool {
    spans(rings, point.y).iter().any(|(left, right)| (*left..*right).contains(&point.x))
}

/// Where a level line runs within rings.
fn spans(rings: &[Vec<Point>], y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(next) {
            if (a.y <= y) != (b.y <= y) {
                crossings.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    let pairs = crossings.chunks_exact(2);
    pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}

/// What two sets of spans have in common.
fn common(one: &[(f64, f64)], other: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
    let overlaps = pairs.map(|(a, b)| (a.0.max(b.0), a.1.min(b.1)));
    overlaps.filter(|(left, right)| right > left).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn words_go_where_a_region_is_wide() {
        let flag = ring(&[
            (0., 0.),
            (20., 0.),
            (20., 60.),
            (120., 60.),
            (120., 100.),
            (0., 100.),
        ]);
        let (middle, wide) = widest(&[flag], 16.0).unwrap();
        assert_eq!((middle.x, wide), (60.0, 114.0));
        assert!((71.0..=89.0).contains(&middle.y));
    }

    #[test]
    fn words_stay_out_of_holes() {
        let land = ring(&[(0., 0.), (100., 0.), (100., 30.), (0., 30.)]);
        let hole = ring(&[(60., 5.), (90., 5.), (90., 25.), (60., 25.)]);
        let (middle, wide) = widest(&[land, hole], 16.0).unwrap();
        assert_eq!((middle.x, wide), (30.0, 54.0));
    }

    #[test]
    fn a_flat_region_has_no_room() {
        assert_eq!(widest(&[ring(&[(0., 0.), (50., 0.), (50., 9.)])], 16.0), None);
        assert_eq!(widest(&[], 16.0), None);
    }

    #[test]
    fn a_point_is_inside_or_not() {
        let land = [ring(&[(0., 0.), (100., 0.), (100., 30.), (0., 30.)])];
        assert!(holds(&land, Point { x: 50.0, y: 10.0 }));
        assert!(!holds(&land, Point { x: 50.0, y: 40.0 }));
    }
}
