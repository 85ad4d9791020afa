//! Where the rings of regions part: the ends of the borders that they share.

use std::collections::{BTreeMap, BTreeSet};

use super::{Position, Ring};

/// A point as a key: two points are one where they are equal to the last digit, as in
/// files whose regions were cut from one set of lines.
type Key = (u64, u64);

fn key(point: Position) -> Key {
    // Adding zero makes one of the two zeros.
    ((point.x + 0.0).to_bits(), (point.y + 0.0).to_bits())
}

/// The points at which more than two lines meet.
pub(super) struct Junctions(BTreeSet<Key>);

impl Junctions {
    /// Those of all rings together.
    pub(super) fn of<'r>(rings: impl Iterator<Item = &'r Ring>) -> Self {
        let mut neighbours: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
        for ring in rings {
            let next = ring.iter().cycle().skip(1);
            for (one, other) in ring.iter().zip(next) {
                let (one, other) = (key(*one), key(*other));
                if one != other {
                    neighbours.entry(one).or_default().insert(other);
                    neighbours.entry(other).or_default().insert(one);
                }
            }
        }
        let meeting = neighbours.into_iter().filter(|(_, around)| around.len() > 2);
        Self(meeting.map(|(point, _)| point).collect())
    }

    /// The arcs of a ring from one junction to the next, each with both ends. A ring that
    /// meets no other at a point is cut where the cuts do not depend on its first point,
    /// so that two regions with the same border are cut alike: at the point that is first
    /// by its coordinates, and at the one farthest from it.
    pub(super) fn arcs(&self, ring: &Ring) -> Vec<Vec<Position>> {
        let mut cuts: Vec<usize> = ring
            .iter()
            .enumerate()
            .filter(|(_, point)| self.0.contains(&key(**point)))
            .map(|(at, _)| at)
            .collect();
        if cuts.len() < 2 {
            cuts = ends(ring, cuts.first().copied());
        }
        let next = cuts.iter().cycle().skip(1);
        cuts.iter().zip(next).map(|(from, to)| arc(ring, *from, *to)).collect()
    }
}

/// Two points to cut a ring at, in their order in the ring.
fn ends(ring: &Ring, known: Option<usize>) -> Vec<usize> {
    let order =
        |a: &Position, b: &Position| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y));
    let indexed = || ring.iter().enumerate();
    let first =
        known.or_else(|| indexed().min_by(|a, b| order(a.1, b.1)).map(|(at, _)| at));
    let Some((first, start)) = first.and_then(|at| Some((at, ring.get(at)?))) else {
        return Vec::new();
    };
    let far = |p: &Position| (p.x - start.x).powi(2) + (p.y - start.y).powi(2);
    let farthest = indexed()
        .max_by(|a, b| far(a.1).total_cmp(&far(b.1)).then(order(a.1, b.1)))
        .map(|(at, _)| at);
    let mut ends: Vec<usize> = [first].into_iter().chain(farthest).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The points from one position to another, around the end of the ring where needed.
fn arc(ring: &Ring, from: usize, to: usize) -> Vec<Position> {
    let count = match to > from {
        true => to - from + 1,
        false => ring.len() - from + to + 1,
    };
    ring.iter().cycle().skip(from).take(count).copied().collect()
}
