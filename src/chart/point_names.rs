//! The names of points beside them: of those that are highlighted, and of as many others
//! as there is room for.

use super::annotate::{self, Note};
use super::clear::Obstacles;
use super::layers::{Layers, SMALL, text};
use super::metrics::{HALF_CAPITAL, Weight};
use super::scene::{Anchor, Paint, Point, Rect, Text, TextRole};

/// From a sign to its name in px.
const NEAR: f64 = 4.0;

/// A point and what it is called.
pub(super) struct Named<'c> {
    /// The point and its name.
    pub(super) note: Note<'c>,
    /// Whether the name must be written.
    pub(super) wanted: bool,
    /// Whether the name stands back.
    pub(super) quiet: bool,
}

/// Writes the names inside `bounds` once all points are drawn: those that must be, then
/// the others from the edges of the cloud inwards, each where it touches nothing.
pub(super) fn write(points: Vec<Named<'_>>, bounds: Rect, layers: &mut Layers) {
    let middle = middle(&points);
    let (wanted, mut others): (Vec<_>, Vec<_>) =
        points.into_iter().partition(|own| own.wanted);
    let wanted: Vec<Note<'_>> = wanted.into_iter().map(|own| own.note).collect();
    annotate::write(&wanted, bounds, layers);
    let far = |own: &Named<'_>| {
        let Point { x, y } = own.note.at;
        (x - middle.x).hypot(y - middle.y)
    };
    others.sort_by(|a, b| far(b).total_cmp(&far(a)));
    for own in others {
        let obstacles = Obstacles::of(layers);
        let free = |text: &Text| obstacles.has_room(text, bounds);
        if let Some(name) = places(&own).into_iter().find(free) {
            layers.write(name);
        }
    }
}

/// The middle of all points.
fn middle(points: &[Named<'_>]) -> Point {
    let count = points.len().max(1) as f64;
    let mean = |of: fn(&Point) -> f64| {
        points.iter().map(|own| of(&own.note.at)).sum::<f64>() / count
    };
    Point { x: mean(|at| at.x), y: mean(|at| at.y) }
}

/// The name to the right of its point, to the left, above and below.
fn places(own: &Named<'_>) -> Vec<Text> {
    let Note { at: Point { x, y }, radius, text: name } = own.note;
    let (away, capital) = (radius + NEAR, 2.0 * HALF_CAPITAL * SMALL);
    let level = y + capital / 2.0;
    let sides = [
        (x + away, level, Anchor::Start),
        (x - away, level, Anchor::End),
        (x, y - away, Anchor::Middle),
        (x, y + away + capital, Anchor::Middle),
    ];
    let paint = if own.quiet { Paint::Mute } else { Paint::Note };
    let written = |(x, y, anchor)| {
        let name =
            text(vec![name.to_owned()], Point { x, y }, anchor, TextRole::Category);
        Text { size: SMALL, weight: Weight::Regular, paint, ..name }
    };
    sides.map(written).into()
}
