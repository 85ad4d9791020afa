//! The row that says which sign is which series.

use crate::edition::{Chart, Series};

use super::hue;
use super::layers::{BODY, Layers, height, room, text};
use super::metrics::{ASCENT, DESCENT, HALF_CAPITAL, LEADING};
use super::scene::{Anchor, Hue, Paint, Point, Rect, Shape, TextRole};
use super::wrap::{Fit, fit};

/// What stands for a series in the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    /// A piece of a line with its sign.
    Line,
    /// A square.
    Block,
    /// A sign alone.
    Sign,
}

impl Sample {
    fn width(self) -> f64 {
        match self {
            Self::Line => LINE,
            Self::Block | Self::Sign => 12.0,
        }
    }
}

/// The length of a piece of a line in px.
pub(super) const LINE: f64 = 28.0;
/// From a sample to its name in px.
pub(super) const NEAR: f64 = 7.0;
/// From a name to the next sample in px.
const APART: f64 = 22.0;
/// Between two rows in px.
const BETWEEN: f64 = 5.0;
/// Between names in one entry: a name may hold a comma.
const TOGETHER: &str = "; ";
/// Below the last row in px.
pub(super) const BELOW: f64 = 15.0;

/// Writes the key at the top and returns its height with the space below it; nothing for
/// a single series.
pub(super) fn place(
    chart: &Chart,
    sample: Sample,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    if chart.series.len() < 2 {
        return 0.0;
    }
    let order: Vec<usize> = (0..chart.series.len()).collect();
    place_ordered(chart, &order, sample, width, layers)
}

/// Writes a key of some series, in this order.
pub(super) fn place_ordered(
    chart: &Chart,
    order: &[usize],
    sample: Sample,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    if order.is_empty() {
        return 0.0;
    }
    let mut at = Point { x: 0.0, y: 0.0 };
    let mut tallest: f64 = 0.0;
    for (index, series) in
        order.iter().filter_map(|at| Some((*at, chart.series.get(*at)?)))
    {
        let name = name(series, width - sample.width() - NEAR);
        let wide = sample.width() + NEAR + name.width;
        if at.x > 0.0 && at.x + wide > width {
            at = Point { x: 0.0, y: at.y + tallest + BETWEEN };
            tallest = 0.0;
        }
        tallest = tallest.max(height(name.lines.len()));
        entry(sample, hue::of_series(chart, index), name, at, layers);
        at.x += wide + APART;
    }
    at.y + tallest + BELOW
}

/// Names series together below `top` beside one piece of a line: grey ones that have no
/// names at their lines. Returns the lower edge.
pub(super) fn together(
    chart: &Chart,
    order: &[usize],
    top: f64,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let Some(&first) = order.first() else { return top };
    let labels = order.iter().filter_map(|at| chart.series.get(*at));
    let labels: Vec<&str> = labels.map(|series| series.label.as_str()).collect();
    let names = fit(&labels.join(TOGETHER), None, room(width - LINE - NEAR, 99));
    let further = names.lines.len().saturating_sub(1) as f64;
    let high = (ASCENT + further * LEADING + DESCENT) * BODY;
    let at = Point { x: 0.0, y: top };
    entry(Sample::Line, hue::of_series(chart, first), names, at, layers);
    top + high
}

fn name(series: &Series, width: f64) -> Fit {
    fit(&series.label, series.short.as_deref(), room(width, 2))
}

fn entry(sample: Sample, hue: Hue, name: Fit, at: Point, layers: &mut Layers) {
    let baseline = at.y + ASCENT * BODY;
    let middle = baseline - HALF_CAPITAL * BODY;
    let paint = Paint::Series(hue);
    match sample {
        Sample::Line => {
            let from = Point { x: at.x, y: middle };
            let to = Point { x: at.x + sample.width(), y: middle };
            layers.draw_above(Shape::Path(vec![vec![from, to]]), paint);
            let at = Point { x: at.x + sample.width() / 2.0, y: middle };
            layers.draw_above(Shape::Sign { form: hue.form(), at, radius: 4.0 }, paint);
        }
        Sample::Sign => {
            let at = Point { x: at.x + sample.width() / 2.0, y: middle };
            layers.draw_above(Shape::Sign { form: hue.form(), at, radius: 5.0 }, paint);
        }
        Sample::Block => {
            let half = sample.width() / 2.0;
            let block = Rect {
                left: at.x,
                top: middle - half,
                right: at.x + sample.width(),
                bottom: middle + half,
            };
            layers.draw_above(Shape::Bar(block), paint);
        }
    }
    let at = Point { x: at.x + sample.width() + NEAR, y: baseline };
    layers.write(text(name.lines, at, Anchor::Start, TextRole::Series));
}
