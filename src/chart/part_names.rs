//! The names of two or three parts above their own parts of the first bar: nearer to what
//! they name than a key.

use crate::edition::Chart;

use super::hue;
use super::layers::{BODY, Layers, room, text};
use super::metrics::{ASCENT, HALF_CAPITAL, LETTERS, Weight};
use super::rows::Rows;
use super::ruler::Ruler;
use super::scene::{Anchor, Hue, Paint, Point, Rect, Shape, Text, TextRole};
use super::stacked_row::Row;
use super::wrap::{Room, fit};

/// The side of the square of a part in px.
const SQUARE: f64 = 12.0;
/// From the square to the name in px.
const NEAR: f64 = 7.0;
/// Between two names in px.
const APART: f64 = 16.0;
/// From the names to the bar in px.
const BELOW: f64 = 6.0;

/// Where the names of the parts begin.
pub(super) struct PartNames(Vec<Name>);

struct Name {
    line: String,
    left: f64,
    right: f64,
    hue: Hue,
}

impl PartNames {
    /// One name above each part, if there are two or three parts, the labels of the bars
    /// stand beside them, and each name fits.
    pub(super) fn new(
        chart: &Chart,
        first: Option<&Row<'_>>,
        rows: &Rows,
        ruler: &Ruler,
        width: f64,
    ) -> Option<Self> {
        let parts: Vec<(f64, f64)> = first?.ends(ruler).collect();
        let count = chart.series.len();
        if rows.above() || !(2..=3).contains(&count) || parts.len() != count {
            return None;
        }
        let last = count - 1;
        let mut names: Vec<Name> = Vec::new();
        for (at, (series, (left, right))) in chart.series.iter().zip(parts).enumerate() {
            let space = Room { weight: Weight::Bold, ..room(width / 2.0, 1) };
            let name = fit(&series.label, series.short.as_deref(), space);
            let [line] = name.lines.as_slice() else { return None };
            let wide = SQUARE + NEAR + name.width;
            let left = if at == last { left.min(right - wide) } else { left };
            let fits = at == 0 || at == last || wide <= right - left;
            let before = names.last().map_or(0.0, |before| before.right + APART);
            if !fits || name.excess > 0.0 || left < before || left + wide > width {
                return None;
            }
            let (line, right) = (line.clone(), left + wide);
            names.push(Name { line, left, right, hue: hue::of_series(chart, at) });
        }
        Some(Self(names))
    }

    /// Writes the names below `top` and returns where the bars may begin.
    pub(super) fn write(self, top: f64, layers: &mut Layers) -> f64 {
        let baseline = top + ASCENT * BODY;
        let middle = baseline - HALF_CAPITAL * BODY;
        for Name { line, left, hue, .. } in self.0 {
            let square = Rect {
                left,
                top: middle - SQUARE / 2.0,
                right: left + SQUARE,
                bottom: middle + SQUARE / 2.0,
            };
            layers.draw_above(Shape::Bar(square), Paint::Series(hue));
            let at = Point { x: left + SQUARE + NEAR, y: baseline };
            let name = text(vec![line], at, Anchor::Start, TextRole::Series);
            layers.write(Text { weight: Weight::Bold, ..name });
        }
        top + LETTERS * BODY + BELOW + 2.0
    }
}
