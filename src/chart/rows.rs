//! The rows of a chart: where the label of each category is and where its marks are.

use crate::edition::{Category, Chart};

use super::layers::{BODY, Layers, centred, height, room, text};
use super::metrics::{ASCENT, LEADING};
use super::scene::{Anchor, Paint, Point, Shape, Text, TextRole};
use super::wrap::{Fit, fit};

/// What a label above its bars leaves free at the right, in px: for a wider font, where
/// the bundled one is not loaded.
const SPARE: f64 = 20.0;
/// Below this width a column of labels has to be slim.
const WIDE: f64 = 480.0;
/// The part of the width that the column may take.
const COLUMN: f64 = 0.4;
/// The same in a narrow drawing.
const SLIM_COLUMN: f64 = 0.25;
/// From the column to the marks in px.
const GUTTER: f64 = 14.0;
/// The same in a narrow drawing.
const SLIM_GUTTER: f64 = 10.0;
/// From a label above its marks to the marks, without the depth of its letters, in px.
const UNDER_LABEL: f64 = 4.0;
/// More space between two rows where labels are above their marks, in px.
const MORE_GAP: f64 = 3.0;
/// How far a line through the rows reaches beyond the marks in px.
pub(super) const BEYOND: f64 = 3.0;

/// Where the labels of the categories are, and the rows so far.
#[derive(Debug)]
pub(super) struct Rows {
    /// The left edge of what is drawn beside the labels: a whole px.
    pub(super) left: f64,
    labels: Vec<Fit>,
    above: bool,
    paint: Paint,
    gap: f64,
    top: f64,
    bottom: f64,
    spans: Vec<(f64, f64)>,
}

impl Rows {
    /// Labels in a column if they fit one, else above their marks, with `gap` px between
    /// two rows.
    pub(super) fn new(chart: &Chart, width: f64, gap: f64) -> Self {
        let fits = |width: f64, lines: usize| -> Vec<Fit> {
            let label =
                |c: &Category| fit(&c.label, c.short.as_deref(), room(width, lines));
            chart.categories.iter().map(label).collect()
        };
        let (part, gutter, lines) = match width < WIDE {
            true => (SLIM_COLUMN, SLIM_GUTTER, 2),
            false => (COLUMN, GUTTER, 3),
        };
        let column = fits(width * part - gutter, lines);
        let good = |label: &Fit| label.excess == 0.0 && label.lines.len() <= lines;
        let above = !column.iter().all(good);
        let labels = if above { fits(width - SPARE, 2) } else { column };
        let widest = labels.iter().map(|label| label.width).fold(0.0, f64::max);
        let left = if above { 0.0 } else { (widest + gutter).ceil() };
        let gap = if above { gap + MORE_GAP } else { gap };
        let paint = Paint::Ink;
        Self { left, labels, above, paint, gap, top: 0.0, bottom: 0.0, spans: Vec::new() }
    }

    /// The rows begin at `top`.
    pub(super) fn begin(&mut self, top: f64) {
        (self.top, self.bottom) = (top, top);
    }

    /// Two rows have `gap` px between them.
    pub(super) fn keep_apart(&mut self, gap: f64) {
        self.gap = if self.above { gap + MORE_GAP } else { gap };
    }

    /// Lines run behind the rows: labels above their marks keep them off their letters.
    pub(super) fn stand_on_lines(&mut self) {
        if self.above {
            self.paint = Paint::Note;
        }
    }

    /// Whether labels are above their marks.
    pub(super) fn above(&self) -> bool {
        self.above
    }

    /// Writes the label of the next row, whose marks are `high` px, and returns the upper
    /// edge of the marks: a whole px.
    pub(super) fn next(&mut self, index: usize, high: f64, layers: &mut Layers) -> f64 {
        let lines = self.labels.get(index).map(|label| label.lines.clone());
        let lines = lines.unwrap_or_default();
        let count = lines.len();
        let label_height = height(count);
        let (baseline, marks) = if self.above {
            let under = count as f64 * LEADING * BODY + UNDER_LABEL;
            (self.top + ASCENT * BODY, (self.top + under).round())
        } else {
            let marks = (self.top + (label_height - high).max(0.0) / 2.0).round();
            (centred(count, marks + high / 2.0, BODY), marks)
        };
        let at = Point { x: 0.0, y: baseline };
        let label = text(lines, at, Anchor::Start, TextRole::Category);
        layers.write(Text { paint: self.paint, ..label });
        let label_bottom = if self.above { 0.0 } else { self.top + label_height };
        self.close(marks, high, label_bottom)
    }

    /// The next row without a label; returns the upper edge of its marks.
    pub(super) fn next_unnamed(&mut self, high: f64) -> f64 {
        self.close(self.top.round(), high, 0.0)
    }

    fn close(&mut self, marks: f64, high: f64, label_bottom: f64) -> f64 {
        self.spans.push((marks, marks + high));
        self.bottom = (marks + high).max(label_bottom);
        self.top = self.bottom + self.gap;
        marks
    }

    /// The lower edge of the last row.
    pub(super) fn bottom(&self) -> f64 {
        self.bottom
    }

    /// What the line at zero is painted with among the lines behind the rows: it stands
    /// back where it runs behind labels.
    pub(super) fn zero_paint(&self) -> Paint {
        if self.above { Paint::Grid } else { Paint::Axis }
    }

    /// From where to where a line through all rows goes.
    pub(super) fn reach(&self) -> Option<(f64, f64)> {
        Some((self.spans.first()?.0 - BEYOND, self.spans.last()?.1 + BEYOND))
    }

    /// Draws the line from which lengths are measured: beside each row of marks where
    /// labels stand between them, and then only where marks lie on both sides of it, for
    /// it is their edge already.
    pub(super) fn zero(&self, x: f64, both_sides: bool, layers: &mut Layers) {
        let whole: Vec<(f64, f64)> = self.reach().into_iter().collect();
        let spans = if self.above { &self.spans } else { &whole };
        for (top, bottom) in spans.iter().filter(|_| both_sides || !self.above) {
            let (from, to) = (Point { x, y: *top }, Point { x, y: *bottom });
            layers.draw_below(Shape::Rule(from, to), Paint::Axis);
        }
    }
}
