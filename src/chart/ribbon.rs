//! Ribbons between the ends of intervals along a line.

use crate::edition::Series;

use super::frame::Frame;
use super::key;
use super::layers::{BODY, Layers, height, room, text};
use super::metrics::{ASCENT, HALF_CAPITAL};
use super::scale::number;
use super::scene::{Anchor, Hue, Paint, Point, Rect, Shape, TextRole};
use super::wrap::fit;

/// Half the width of the end of an interval that stands alone, in px.
const CAP: f64 = 3.0;

/// The upper and the lower end of an interval.
type Ends = (Point, Point);

/// Draws the intervals of a series below the data: a ribbon where neighbours have some,
/// an upright line for one that stands alone.
pub(super) fn draw(series: &Series, hue: Hue, frame: &Frame<'_>, layers: &mut Layers) {
    let ends = |place: &(usize, &crate::edition::Category, f64)| -> Option<Ends> {
        let datum = series.data.get(place.0)?;
        let own = datum.value.and(datum.interval.as_ref())?;
        let at = |amount| frame.at(place.2, number(amount));
        Some((at(own.high), at(own.low)))
    };
    let all: Vec<Option<Ends>> = frame.places.iter().map(ends).collect();
    for run in all.split(Option::is_none) {
        let run: Vec<Ends> = run.iter().copied().flatten().collect();
        match run.as_slice() {
            [] => {}
            [alone] => whisker(*alone, layers),
            run => ribbon(run, hue, layers),
        }
    }
}

fn ribbon(run: &[Ends], hue: Hue, layers: &mut Layers) {
    let upper: Vec<Point> = run.iter().map(|ends| ends.0).collect();
    let lower: Vec<Point> = run.iter().map(|ends| ends.1).collect();
    let ring = upper.iter().chain(lower.iter().rev()).copied().collect();
    layers.draw_below(Shape::Region(vec![ring]), Paint::Ribbon(hue));
    layers.draw_below(Shape::Path(vec![upper, lower]), Paint::Edge(hue));
}

fn whisker((top, bottom): Ends, layers: &mut Layers) {
    layers.draw_below(Shape::Rule(top, bottom), Paint::Interval);
    for end in [top, bottom] {
        let from = Point { x: end.x - CAP, ..end };
        let to = Point { x: end.x + CAP, ..end };
        layers.draw_below(Shape::Rule(from, to), Paint::Interval);
    }
}

/// Says at `top` what the ribbons are, and returns the height with the space below, in px.
pub(super) fn key(
    label: &str,
    hue: Hue,
    top: f64,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let name = fit(label, None, room(width - key::LINE - key::NEAR, 2));
    let baseline = top + ASCENT * BODY;
    let middle = baseline - HALF_CAPITAL * BODY;
    let sample =
        Rect { left: 0.0, top: middle - 6.0, right: key::LINE, bottom: middle + 6.0 };
    layers.draw_above(Shape::Bar(sample), Paint::Ribbon(hue));
    let line = |y: f64| vec![Point { x: sample.left, y }, Point { x: sample.right, y }];
    let edges = vec![line(sample.top), line(sample.bottom)];
    layers.draw_above(Shape::Path(edges), Paint::Edge(hue));
    let at = Point { x: key::LINE + key::NEAR, y: baseline };
    let high = height(name.lines.len());
    layers.write(text(name.lines, at, Anchor::Start, TextRole::Series));
    high + key::BELOW
}
