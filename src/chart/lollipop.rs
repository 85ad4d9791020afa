//! A dot on a stem that leads to it from zero.

use super::scene::{Datum, Hue, Item, Mark, Paint, Point, Shape};

/// Half the height of a dot in px.
pub(super) const RADIUS: f64 = 5.5;

/// The stem and the dot of a value, at the height `y`; a true zero has no stem. The dot
/// has a paint of its own.
pub(super) fn marks(
    (zero, end): (f64, f64),
    y: f64,
    (hue, paint): (Hue, Paint),
    datum: Option<Datum>,
) -> Vec<Item> {
    let (from, at) = (Point { x: zero, y }, Point { x: end, y });
    let stem = Paint::Series(hue);
    let stem = Mark { shape: Shape::Rule(from, at), paint: stem, datum: None };
    let shape = Shape::Sign { form: hue.form(), at, radius: RADIUS };
    let dot = Mark { shape, paint, datum };
    let stem = Some(stem).filter(|_| zero != end);
    stem.into_iter().chain([dot]).map(Item::Mark).collect()
}
