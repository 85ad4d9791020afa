//! Albers' equal-area conic projection of the sphere.
//!
//! J. P. Snyder, Map Projections: A Working Manual (U.S. Geological Survey Professional
//! Paper 1395, 1987), pp. 98-101, equations 14-1 to 14-6. Areas keep their ratios, which is
//! what a map of coloured areas must not distort.

use super::{Position, Ring};

/// How far the standard parallels lie from the northern and the southern end, as a part of
/// the extent from north to south (Snyder, p. 99).
const INSIDE: f64 = 1.0 / 6.0;
/// A cone of less than this constant is a cylinder.
const FLAT: f64 = 1e-6;

/// Projects the rings of regions from degrees onto a map whose width is 1; the cone
/// touches the sphere where it fits the extent of all of them. Nothing is left of rings
/// without extent.
pub fn project(regions: &[Vec<Ring>]) -> Vec<Vec<Ring>> {
    let points = || regions.iter().flatten().flatten();
    let cut = widest_gap(points().map(|point| point.x).collect());
    let east = |x: f64| if x < cut { x + 360.0 } else { x };
    let (Some(lon), Some(lat)) =
        (extent(points().map(|p| east(p.x))), extent(points().map(|p| p.y)))
    else {
        return regions.iter().map(|_| Vec::new()).collect();
    };
    let cone = Cone::new(lon, lat);
    let moved = |ring: &Ring| -> Ring {
        ring.iter().map(|p| cone.place(Position { x: east(p.x), y: p.y })).collect()
    };
    let projected: Vec<Vec<Ring>> =
        regions.iter().map(|rings| rings.iter().map(moved).collect()).collect();
    fitted(projected)
}

/// The meridian east of which all places lie within the least angle: the outlines of a
/// country on both sides of 180° stay together.
fn widest_gap(mut longitudes: Vec<f64>) -> f64 {
    longitudes.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (longitudes.first(), longitudes.last()) else {
        return -180.0;
    };
    let around = (first + 360.0 - last, *first);
    let between = longitudes.windows(2).filter_map(|pair| match pair {
        [west, east] => Some((east - west, *east)),
        _ => None,
    });
    between.fold(around, |widest, gap| if gap.0 > widest.0 { gap } else { widest }).1
}

fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |known, value| match known {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

/// Moves and scales the places so that the least are at 0 and the map is 1 wide.
fn fitted(regions: Vec<Vec<Ring>>) -> Vec<Vec<Ring>> {
    let points = || regions.iter().flatten().flatten();
    let (Some((left, right)), Some((top, _))) =
        (extent(points().map(|p| p.x)), extent(points().map(|p| p.y)))
    else {
        return regions;
    };
    let width = right - left;
    if width <= 0.0 {
        return regions.iter().map(|_| Vec::new()).collect();
    }
    let place =
        |p: &Position| Position { x: (p.x - left) / width, y: (p.y - top) / width };
    let ring = |ring: &Ring| ring.iter().map(place).collect();
    regions.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

/// A cone on which the sphere is drawn, and the meridian in its middle.
struct Cone {
    middle: f64,
    /// `n` of Snyder: the sine of the cone's half angle.
    constant: f64,
    /// `C` of Snyder.
    offset: f64,
    /// `ρ0` of Snyder.
    radius: f64,
    /// The cosine of the standard parallel, where the cone is a cylinder.
    touching: f64,
}

impl Cone {
    /// The cone for an extent in degrees.
    fn new((west, east): (f64, f64), (south, north): (f64, f64)) -> Self {
        let inside = (north - south) * INSIDE;
        let (one, two) = ((south + inside).to_radians(), (north - inside).to_radians());
        let constant = f64::midpoint(one.sin(), two.sin());
        let offset = one.cos().powi(2) + 2.0 * constant * one.sin();
        let mut cone = Self {
            middle: f64::midpoint(west, east),
            constant,
            offset,
            radius: 0.0,
            touching: one.cos().max(FLAT),
        };
        cone.radius = cone.distance(f64::midpoint(south, north).to_radians());
        cone
    }

    /// `ρ` of Snyder: from the tip of the cone to a parallel.
    fn distance(&self, latitude: f64) -> f64 {
        if self.constant.abs() < FLAT {
            return 0.0;
        }
        let square = self.offset - 2.0 * self.constant * latitude.sin();
        square.max(0.0).sqrt() / self.constant
    }

    /// Where a place in degrees is on the plane, with `y` down.
    fn place(&self, point: Position) -> Position {
        let (east, north) = ((point.x - self.middle).to_radians(), point.y.to_radians());
        if self.constant.abs() < FLAT {
            let y = -north.sin() / self.touching;
            return Position { x: east * self.touching, y };
        }
        let (angle, distance) = (self.constant * east, self.distance(north));
        Position { x: distance * angle.sin(), y: distance * angle.cos() - self.radius }
    }
}

#[cfg(test)]
mod tests {
    use super::super::area;
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|&(x, y)| Position { x, y }).collect()
    }

    /// A square of degrees with points along its edges, as curves need them.
    fn square(west: f64, south: f64, size: f64) -> Ring {
        let along = |from: (f64, f64), to: (f64, f64)| {
            (0..20).map(move |step| {
                let part = f64::from(step) / 20.0;
                (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1))
            })
        };
        let (east, north) = (west + size, south + size);
        let corners =
            [(west, south), (east, south), (east, north), (west, north), (west, south)];
        let points: Vec<_> =
            corners.windows(2).flat_map(|pair| along(pair[0], pair[1])).collect();
        ring(&points)
    }

    #[test]
    fn a_place_is_where_snyder_computes_it() {
        // Snyder, p. 291: φ1 = 29.5°, φ2 = 45.5°, φ0 = 23°, λ0 = -96°; for φ = 35°,
        // λ = -75°, R = 1: n = 0.6028370, ρ0 = 1.5562263, x = 0.2952720, y = 0.2416774.
        let (one, two) = (29.5_f64.to_radians(), 45.5_f64.to_radians());
        let constant = f64::midpoint(one.sin(), two.sin());
        let offset = one.cos().powi(2) + 2.0 * constant * one.sin();
        let mut cone =
            Cone { middle: -96.0, constant, offset, radius: 0.0, touching: one.cos() };
        cone.radius = cone.distance(23.0_f64.to_radians());
        assert!((constant - 0.602_837_0).abs() < 1e-6);
        assert!((cone.radius - 1.556_226_3).abs() < 1e-6);
        let place = cone.place(Position { x: -75.0, y: 35.0 });
        assert!((place.x - 0.295_272_0).abs() < 1e-6, "{place:?}");
        assert!((place.y + 0.241_677_4).abs() < 1e-6, "{place:?}");
    }

    #[test]
    fn areas_keep_their_ratios() {
        let regions = [vec![square(50.0, 41.0, 4.0)], vec![square(70.0, 51.0, 4.0)]];
        let map = project(&regions);
        let sphere =
            |south: f64| (south + 4.0).to_radians().sin() - south.to_radians().sin();
        let ratio = area(&map[0][0]).abs() / area(&map[1][0]).abs();
        assert!((ratio - sphere(41.0) / sphere(51.0)).abs() < 0.002, "{ratio}");
    }

    #[test]
    fn a_map_is_one_wide_with_the_north_above() {
        let map =
            project(&[vec![square(50.0, 41.0, 4.0)], vec![square(50.0, 51.0, 4.0)]]);
        let xs = || map.iter().flatten().flatten().map(|p| p.x);
        let high = xs().fold(f64::MIN, f64::max);
        let low = xs().fold(f64::MAX, f64::min);
        assert!(low.abs() < 1e-9 && (high - 1.0).abs() < 1e-9);
        assert!(map[0][0][0].y > map[1][0][0].y);
    }

    #[test]
    fn a_country_on_both_sides_of_the_antimeridian_stays_together() {
        let map =
            project(&[vec![square(170.0, 60.0, 8.0)], vec![square(-179.0, 60.0, 8.0)]]);
        let right = map[0][0].iter().map(|p| p.x).fold(f64::MIN, f64::max);
        let left = map[1][0].iter().map(|p| p.x).fold(f64::MAX, f64::min);
        assert!(left > right && left - right < 0.2, "{right} {left}");
    }

    #[test]
    fn an_extent_around_the_equator_is_drawn_on_a_cylinder() {
        let map = project(&[vec![square(-4.0, -4.0, 8.0)]]);
        let high = map[0][0].iter().map(|p| p.y).fold(f64::MIN, f64::max);
        assert!((high - 1.0).abs() < 0.02, "{high}");
    }

    #[test]
    fn rings_without_extent_leave_nothing() {
        assert_eq!(project(&[]), Vec::<Vec<Ring>>::new());
        assert_eq!(
            project(&[vec![ring(&[(5.0, 5.0), (5.0, 5.0)])]]),
            [Vec::<Ring>::new()]
        );
    }
}
