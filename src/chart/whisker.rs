//! The interval of a value in a row, and what the key says of it.

use crate::edition::Chart;

use super::key::{LINE, NEAR};
use super::layers::{BODY, Layers, height, room, text};
use super::metrics::{ASCENT, HALF_CAPITAL};
use super::scene::{Anchor, Form, Hue, Item, Mark, Paint, Point, Shape, TextRole};
use super::wrap::fit;

/// Half the height of the end of an interval in px.
const END: f64 = 3.5;
/// Below the words in px.
const BELOW: f64 = 16.0;

/// The interval from one place to another at the height `y`, with both ends marked.
pub(super) fn mark(from: f64, to: f64, y: f64, hue: Hue) -> Item {
    let paint = if hue == Hue::Muted { Paint::Edge(hue) } else { Paint::Interval };
    Item::Mark(Mark { shape: shape(from, to, y), paint, datum: None })
}

fn shape(from: f64, to: f64, y: f64) -> Shape {
    let end = |x: f64| vec![Point { x, y: y - END }, Point { x, y: y + END }];
    let line = vec![Point { x: from, y }, Point { x: to, y }];
    Shape::Path(vec![line, end(from), end(to)])
}

/// Writes what the intervals are below `top`, and returns the lower edge with the space
/// below it; `top` itself where there are none.
pub(super) fn key(chart: &Chart, top: f64, width: f64, layers: &mut Layers) -> f64 {
    let Some(label) = chart.interval.as_ref().filter(|label| !label.is_empty()) else {
        return top;
    };
    let words = fit(label, None, room(width - LINE - NEAR, 3));
    let baseline = top + ASCENT * BODY;
    let y = baseline - HALF_CAPITAL * BODY;
    layers.draw_above(shape(0.5, LINE - 0.5, y), Paint::Interval);
    let at = Point { x: LINE / 2.0, y };
    let sign = Shape::Sign { form: Form::Circle, at, radius: 4.0 };
    layers.draw_above(sign, Paint::Axis);
    let lines = words.lines.len();
    let at = Point { x: LINE + NEAR, y: baseline };
    layers.write(text(words.lines, at, Anchor::Start, TextRole::Series));
    top + height(lines) + BELOW
}
