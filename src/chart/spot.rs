//! Where in a region there is room for words.

use super::scene::Point;

/// Between two lines on which room is looked for, in px.
const STEP: f64 = 3.0;
/// On how many lines the widest place of a region is looked for.
const LINES: u16 = 24;

/// The middle of a box of `wide` by `high` px within rings and `padding` px from them, as
/// near as there is one to the middle of the largest ring; rings inside others are holes.
pub(super) fn place(
    rings: &[Vec<Point>],
    (wide, high): (f64, f64),
    padding: f64,
) -> Option<Point> {
    let centre = centre(rings)?;
    let ys = || rings.iter().flatten().map(|point| point.y);
    let (top, bottom) = (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max));
    let half = high / 2.0 + padding;
    let aside = wide / 2.0 + padding;
    let count = ((bottom - top - 2.0 * half) / STEP).floor();
    if !(0.0..10_000.0).contains(&count) {
        return None;
    }
    let mut best: Option<(Point, f64)> = None;
    for step in 0..=count as usize {
        let y = top + half + step as f64 * STEP;
        let mut free = spans(rings, y - half);
        for other in [y - half / 2.0, y, y + half / 2.0, y + half] {
            free = common(&free, &spans(rings, other));
        }
        let within = |point: &&Point| (y - half..y + half).contains(&point.y);
        for point in rings.iter().flatten().filter(within) {
            free = cut(free, point.x);
        }
        for (left, right) in free.into_iter().filter(|own| own.1 - own.0 >= 2.0 * aside) {
            let x = centre.x.min(right - aside).max(left + aside);
            let far = (x - centre.x).hypot(y - centre.y);
            if best.is_none_or(|(_, known)| far < known) {
                best = Some((Point { x, y }, far));
            }
        }
    }
    best.map(|(point, _)| point)
}

/// A point within rings: the middle of the widest place of those that lines one below the
/// other have.
pub(super) fn inside(rings: &[Vec<Point>]) -> Option<Point> {
    let ys = || rings.iter().flatten().map(|point| point.y);
    let (top, bottom) = (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max));
    let lines = (0..LINES)
        .map(|line| top + (bottom - top) * (f64::from(line) + 0.5) / f64::from(LINES));
    let spans = lines.flat_map(|y| spans(rings, y).into_iter().map(move |own| (own, y)));
    let wide = |((left, right), _): &((f64, f64), f64)| right - left;
    let widest = spans.max_by(|a, b| wide(a).total_cmp(&wide(b)));
    widest.map(|((left, right), y)| Point { x: (left + right) / 2.0, y })
}

/// The centre of gravity of the largest ring.
fn centre(rings: &[Vec<Point>]) -> Option<Point> {
    let parts = |ring: &Vec<Point>| {
        let next = ring.iter().cycle().skip(1);
        let pairs = ring.iter().zip(next);
        pairs.fold((0.0, 0.0, 0.0), |(area, x, y), (a, b)| {
            let cross = a.x * b.y - b.x * a.y;
            (area + cross, x + cross * (a.x + b.x), y + cross * (a.y + b.y))
        })
    };
    let all = rings.iter().map(parts);
    let (area, x, y) = all.max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
    (area != 0.0).then(|| Point { x: x / (3.0 * area), y: y / (3.0 * area) })
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

/// Spans of which none has `x` inside: between two lines may be a corner or a whole hole.
fn cut(spans: Vec<(f64, f64)>, x: f64) -> Vec<(f64, f64)> {
    let parts = spans.into_iter().flat_map(|(left, right)| match left < x && x < right {
        true => vec![(left, x), (x, right)],
        false => vec![(left, right)],
    });
    parts.collect()
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
    fn words_stand_in_the_middle_where_there_is_room() {
        let land = ring(&[(0., 0.), (100., 0.), (100., 60.), (0., 60.)]);
        let at = place(&[land], (40.0, 16.0), 4.0).unwrap();
        assert!((at.x - 50.0).abs() < 1.0 && (at.y - 30.0).abs() < 2.0, "{at:?}");
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
        let at = place(&[flag], (100.0, 16.0), 4.0).unwrap();
        assert!((53.0..=67.0).contains(&at.x) && (71.0..=89.0).contains(&at.y), "{at:?}");
    }

    #[test]
    fn words_stay_out_of_holes() {
        let land = ring(&[(0., 0.), (100., 0.), (100., 30.), (0., 30.)]);
        let hole = ring(&[(40., 5.), (90., 5.), (90., 25.), (40., 25.)]);
        let at = place(&[land, hole], (30.0, 16.0), 4.0).unwrap();
        assert!(at.x + 15.0 < 40.0, "{at:?}");
    }

    #[test]
    fn words_stay_out_of_a_hole_that_no_line_meets() {
        let land = ring(&[(0., 0.), (100., 0.), (100., 30.), (0., 30.)]);
        let hole = ring(&[(49., 12.), (51., 12.), (51., 14.), (49., 14.)]);
        let at = place(&[land, hole], (30.0, 16.0), 4.0).unwrap();
        assert!(at.x + 15.0 < 49.0 || at.x - 15.0 > 51.0, "{at:?}");
    }

    #[test]
    fn a_narrow_region_has_no_room() {
        let narrow = [ring(&[(0., 0.), (50., 0.), (50., 40.), (0., 40.)])];
        assert_eq!(place(&narrow, (60.0, 16.0), 4.0), None);
        assert_eq!(place(&narrow, (48.0, 16.0), 4.0), None);
        assert!(place(&narrow, (48.0, 16.0), 1.0).is_some());
        let flat = ring(&[(0., 0.), (50., 0.), (50., 9.)]);
        assert_eq!(place(&[flat], (9.0, 16.0), 4.0), None);
        assert_eq!(place(&[], (10.0, 16.0), 4.0), None);
    }

    #[test]
    fn the_widest_place_of_a_region_is_inside_it() {
        let crescent =
            [ring(&[(0., 0.), (40., 0.), (4., 20.), (4., 40.), (30., 60.), (0., 60.)])];
        let at = inside(&crescent).unwrap();
        assert!(holds(&crescent, at) && at.y < 10.0 && at.x > 15.0, "{at:?}");
        let flat = ring(&[(0., 0.), (40., 0.), (80., 0.)]);
        assert_eq!(inside(&[flat]), None);
        assert_eq!(inside(&[]), None);
    }

    #[test]
    fn a_point_is_inside_or_not() {
        let land = [ring(&[(0., 0.), (100., 0.), (100., 30.), (0., 30.)])];
        assert!(holds(&land, Point { x: 50.0, y: 10.0 }));
        assert!(!holds(&land, Point { x: 50.0, y: 40.0 }));
    }
}
