//! Lines and spans that data are compared with: a dashed line or a band through the grid,
//! with its words at one end, where they cross nothing.

use rust_decimal::Decimal;

use crate::edition::{Along, Chart};

use super::annotate::{CAPITAL, shapes, words};
use super::clear::write_where_free;
use super::layers::{Layers, SMALL};
use super::metrics::LEADING;
use super::scene::{Anchor, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::Fit;

/// From a line to its words in px.
const NEAR: f64 = 5.0;
/// From one place that is tried to the next in px.
const STEP: f64 = 14.0;
/// How wide words may be in px, widest first.
const WIDTHS: [f64; 4] = [220.0, 140.0, 100.0, 72.0];

/// The lines and spans of a chart.
pub(super) struct References<'c> {
    area: Rect,
    marks: Vec<Mark<'c>>,
}

/// A line or a span in px: from the left where it is upright, else from the top.
struct Mark<'c> {
    upright: bool,
    line: bool,
    low: f64,
    high: f64,
    text: &'c str,
}

impl<'c> References<'c> {
    /// Those of a chart through `area`. `upright` is the axis that runs from left to
    /// right; `at` says where an amount is along an axis, in px.
    pub(super) fn new(
        chart: &'c Chart,
        area: Rect,
        upright: Along,
        at: impl Fn(Along, Decimal) -> f64,
    ) -> Self {
        let mark = |own: &'c crate::edition::ReferenceMark| {
            let upright = own.along == upright;
            let (low, high) = match upright {
                true => (area.left, area.right),
                false => (area.top, area.bottom),
            };
            let end = |amount| at(own.along, amount).max(low).min(high);
            let (from, to) = (end(own.from), end(own.to));
            let line = own.from == own.to;
            Mark { upright, line, low: from.min(to), high: from.max(to), text: &own.text }
        };
        Self { area, marks: chart.references.iter().map(mark).collect() }
    }

    /// Draws the spans: before the grid, which stands upon them.
    pub(super) fn bands(&self, layers: &mut Layers) {
        for mark in self.marks.iter().filter(|mark| !mark.line) {
            layers.draw_below(Shape::Bar(mark.rect(self.area)), Paint::Band);
        }
    }

    /// Draws the lines below the data.
    pub(super) fn lines(&self, layers: &mut Layers) {
        for mark in self.marks.iter().filter(|mark| mark.line) {
            layers.draw_below(mark.rule(self.area), Paint::Reference);
        }
    }

    /// Draws the lines upon the data, which would hide them.
    pub(super) fn lines_upon(&self, layers: &mut Layers) {
        for mark in self.marks.iter().filter(|mark| mark.line) {
            layers.draw_upon(mark.rule(self.area), Paint::Reference);
        }
    }

    /// Writes what the lines and spans stand for, once the data are drawn; whether there
    /// was room for all.
    pub(super) fn words(&self, layers: &mut Layers) -> bool {
        let written = self.marks.iter().filter(|mark| !mark.text.is_empty());
        let written = written
            .map(|mark| write_where_free(&mark.places(self.area), self.area, layers));
        written.filter(|free| !free).count() == 0
    }
}

impl Mark<'_> {
    fn rule(&self, area: Rect) -> Shape {
        let Rect { left, top, right, bottom } = self.rect(area);
        Shape::Rule(Point { x: left, y: top }, Point { x: right, y: bottom })
    }

    fn rect(&self, area: Rect) -> Rect {
        match self.upright {
            true => Rect { left: self.low, right: self.high, ..area },
            false => Rect { top: self.low, bottom: self.high, ..area },
        }
    }

    /// Where its words may stand, the best place first.
    fn places(&self, area: Rect) -> Vec<Text> {
        let limit = match self.upright {
            true => area.right - area.left,
            false => (area.right - area.left) * 0.7,
        };
        let shapes = shapes(self.text, &WIDTHS.map(|width| width.min(limit)));
        let places = |shape: &Fit| match self.upright {
            true => self.beside(shape, area),
            false => self.along(shape, area),
        };
        shapes.iter().flat_map(places).collect()
    }

    /// Beside an upright line, or within a span that is wide enough, from the top down.
    fn beside(&self, shape: &Fit, area: Rect) -> Vec<Text> {
        let middle = ((self.low + self.high) / 2.0, Anchor::Middle);
        let right = (self.high + NEAR, Anchor::Start);
        let left = (self.low - NEAR, Anchor::End);
        let roomy = self.high - self.low >= shape.width + NEAR;
        let sides = if roomy { vec![middle, right, left] } else { vec![right, left] };
        let high = height(shape);
        let places = steps(area.bottom - area.top - high - 2.0 * NEAR);
        let written = |down: f64| {
            let y = area.top + NEAR + down + CAPITAL;
            let write = move |(x, anchor)| self.text_at(shape, Point { x, y }, anchor);
            sides.clone().into_iter().map(write)
        };
        places.flat_map(written).collect()
    }

    /// Above or below a level line, or within a span that is high enough, from the right
    /// end to the left.
    fn along(&self, shape: &Fit, area: Rect) -> Vec<Text> {
        let high = height(shape);
        let (above, below) = (self.low - NEAR - high, self.high + NEAR);
        let inside = self.low + NEAR;
        let roomy = self.high - self.low >= high + 2.0 * NEAR;
        let tops = if roomy { vec![inside, above, below] } else { vec![above, below] };
        let free = area.right - area.left - shape.width - 2.0 * NEAR;
        let right_to_left = steps(free.max(0.0)).flat_map(|aside| {
            let mirrored = (aside == 0.0).then_some((area.left + NEAR, Anchor::Start));
            [Some((area.right - NEAR - aside, Anchor::End)), mirrored]
        });
        let written = |(x, anchor): (f64, Anchor)| {
            let write = move |top: f64| {
                self.text_at(shape, Point { x, y: top + CAPITAL }, anchor)
            };
            tops.clone().into_iter().map(write)
        };
        right_to_left.flatten().flat_map(written).collect()
    }

    fn text_at(&self, shape: &Fit, at: Point, anchor: Anchor) -> Text {
        words(shape.lines.clone(), at, anchor, TextRole::Reference)
    }
}

/// From the top of the first capital to the last baseline in px.
fn height(shape: &Fit) -> f64 {
    shape.lines.len().saturating_sub(1) as f64 * LEADING * SMALL + CAPITAL
}

/// Distances from zero to `limit`.
fn steps(limit: f64) -> impl Iterator<Item = f64> {
    let count = (limit / STEP).clamp(0.0, 100.0) as usize;
    (0..=count).map(|step| step as f64 * STEP)
}
