//! The rows of a bar chart: where the label of each category is and where its bars are.

use crate::edition::Chart;

use super::layers::{BODY, Layers, centred, height, room, text};
use super::metrics::{ASCENT, LEADING};
use super::scene::{Anchor, Paint, Point, Shape, TextRole};
use super::wrap::{Fit, fit};

/// From this width on labels stand in a column of their own.
const COLUMN_FROM: f64 = 480.0;
/// The part of the width that the column may take.
const COLUMN: f64 = 0.4;
/// From the column to the bars in px.
const GUTTER: f64 = 14.0;
/// From a label above its bars to the bars, without the depth of its letters, in px.
const UNDER_LABEL: f64 = 5.0;
/// More space between two rows where labels are above their bars, in px.
const MORE_GAP: f64 = 1.0;
/// How far the line at zero reaches beyond the bars in px.
const BEYOND: f64 = 3.0;

/// Where the labels of the categories are.
#[derive(Debug)]
pub(super) struct Rows {
    /// The left edge of what is drawn beside the labels.
    pub(super) left: f64,
    labels: Vec<Fit>,
    above: bool,
    gap: f64,
    top: f64,
    bottom: f64,
}

impl Rows {
    /// Labels in a column if the chart is wide enough for that and they fit, else above
    /// their bars; rows begin at `top` with `gap` px between them.
    pub(super) fn new(chart: &Chart, width: f64, top: f64, gap: f64) -> Self {
        let fits = |width: f64, lines: usize| -> Vec<Fit> {
            let category = |c: &crate::edition::Category| {
                fit(&c.label, c.short.as_deref(), room(width, lines))
            };
            chart.categories.iter().map(category).collect()
        };
        let column = fits(width * COLUMN - GUTTER, 3);
        let good = |label: &Fit| label.excess == 0.0 && label.lines.len() <= 3;
        let above = width < COLUMN_FROM || !column.iter().all(good);
        let labels = if above { fits(width, 2) } else { column };
        let widest = labels.iter().map(|label| label.width).fold(0.0, f64::max);
        let left = if above { 0.0 } else { widest + GUTTER };
        let gap = if above { gap + MORE_GAP } else { gap };
        Self { left, labels, above, gap, top, bottom: top }
    }

    /// Writes the label of the next row, whose bars are `high` px, and returns the upper
    /// edge of the bars.
    pub(super) fn next(&mut self, index: usize, high: f64, layers: &mut Layers) -> f64 {
        let lines = self.labels.get(index).map(|label| label.lines.clone());
        let lines = lines.unwrap_or_default();
        let count = lines.len();
        let label_height = height(count);
        let (baseline, bars) = if self.above {
            let under = count as f64 * LEADING * BODY + UNDER_LABEL;
            (self.top + ASCENT * BODY, self.top + under)
        } else {
            let middle = self.top + high.max(label_height) / 2.0;
            (centred(count, middle, BODY), middle - high / 2.0)
        };
        let at = Point { x: 0.0, y: baseline };
        layers.write(text(lines, at, Anchor::Start, TextRole::Category));
        self.bottom = bars + high;
        if !self.above {
            self.bottom = self.bottom.max(self.top + label_height);
        }
        self.top = self.bottom + self.gap;
        bars
    }

    /// The lower edge of the last row.
    pub(super) fn bottom(&self) -> f64 {
        self.bottom
    }

    /// Draws a line at `x` through the bars: in one piece where no label is in its way.
    pub(super) fn rule(
        &self,
        x: f64,
        bars: &[(f64, f64)],
        paint: Paint,
        layers: &mut Layers,
    ) {
        let ends = match (bars.first(), bars.last()) {
            (Some(first), Some(last)) if !self.above => vec![(first.0, last.1)],
            _ => bars.to_vec(),
        };
        for (top, bottom) in ends {
            let from = Point { x, y: top - BEYOND };
            let to = Point { x, y: bottom + BEYOND };
            layers.draw_below(Shape::Rule(from, to), paint);
        }
    }
}
