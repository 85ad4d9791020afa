//! Horizontal bars, one for each category or one of each series beside each other, with
//! the value at the end of each.

use crate::edition::{Category, Chart, Datum as Value, Series};

use super::hue;
use super::key::Sample;
use super::layers::{BODY, Layers, SMALL, centred, text};
use super::metrics::{LEADING, Weight, width as text_width};
use super::place::Place;
use super::rows::Rows;
use super::scale::{Scale, extent, number};
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::wrap::{Room, fit};

/// From the end of a bar to its value in px.
const TO_VALUE: f64 = 6.0;
/// The least length of the longest bar in px.
const LEAST: f64 = 24.0;
/// Between two bars of one category in px.
const BETWEEN: f64 = 2.0;

/// Lays out a bar chart of one or several series.
pub(super) fn compose(chart: &Chart, width: f64, place: Place<'_>) -> Scene {
    let mut layers = Layers::default();
    let single = chart.series.len() < 2;
    let top = place.key(chart, Sample::Block, width, &mut layers).max(BEYOND);
    let mut rows = Rows::new(chart, width, top, if single { 10.0 } else { 18.0 });
    let bars = Bars::new(chart, rows.left, width, place);
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    let mut spans = Vec::new();
    for (index, category) in chart.categories.iter().enumerate() {
        let slots = bars.slots(chart, index);
        let high =
            slots.iter().sum::<f64>() + BETWEEN * slots.len().saturating_sub(1) as f64;
        let mut at = rows.next(index, high, &mut layers);
        spans.push((at, at + high));
        for (nth, (series, slot)) in chart.series.iter().zip(&slots).enumerate() {
            let hue = hue::of_mark(chart, nth, index);
            let row = Row { category, series, hue, top: at, bottom: at + slot };
            let Some(items) = items.get_mut(nth) else { continue };
            bars.draw(index, row, items, &mut layers);
            at += slot + BETWEEN;
        }
    }
    rows.rule(bars.zero, &spans, Paint::Axis, &mut layers);
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, rows.bottom() + BEYOND)
}

/// How far the line at zero reaches beyond the bars in px.
const BEYOND: f64 = 3.0;

/// The scale of the bars and the letters of their values.
struct Bars {
    scale: Scale,
    from: f64,
    to: f64,
    zero: f64,
    width: f64,
    thickness: f64,
    size: f64,
}

/// The place of one bar.
struct Row<'c> {
    category: &'c Category,
    series: &'c Series,
    hue: Hue,
    top: f64,
    bottom: f64,
}

impl Row<'_> {
    fn middle(&self) -> f64 {
        (self.top + self.bottom) / 2.0
    }
}

impl Bars {
    fn new(chart: &Chart, left: f64, width: f64, place: Place<'_>) -> Self {
        let count = chart.series.len();
        let (thickness, size) = if count < 2 { (22.0, BODY) } else { (18.0, SMALL) };
        let (low, high) = extent(chart);
        let (low, high) = (number(low).min(0.0), number(high).max(0.0));
        let high = if low < high { high } else { 1.0 };
        let charts = place.charts(chart);
        let room = |negative: bool| {
            let series = charts.iter().flat_map(|chart| &chart.series);
            let data = series.flat_map(|series| &series.data);
            let here = |datum: &&Value| {
                datum
                    .value
                    .is_some_and(|v| (v.is_sign_negative() && !v.is_zero()) == negative)
            };
            let wide = |d: &Value| text_width(&d.text, size, Weight::Regular) + TO_VALUE;
            data.filter(here).map(wide).fold(0.0, f64::max)
        };
        let from = left + room(true);
        let to = (width - room(false)).max(from + LEAST);
        let scale = Scale::linear(low, high);
        let zero = scale.px(0.0, from, to);
        Self { scale, from, to, zero, width, thickness, size }
    }

    /// The height of each bar of a category: more where a reason takes several lines.
    fn slots(&self, chart: &Chart, index: usize) -> Vec<f64> {
        let slot = |series: &Series| match series.data.get(index) {
            Some(Value { value: None, text, .. }) => {
                let lines = self.reason(text).len() as f64;
                self.thickness.max(lines * LEADING * self.size)
            }
            _ => self.thickness,
        };
        chart.series.iter().map(slot).collect()
    }

    fn reason(&self, text: &str) -> Vec<String> {
        let width = self.width - self.zero - TO_VALUE;
        let room = Room { width, lines: 9, size: self.size, weight: Weight::Regular };
        fit(text, None, room).lines
    }

    fn draw(
        &self,
        index: usize,
        row: Row<'_>,
        items: &mut Vec<Item>,
        layers: &mut Layers,
    ) {
        let Some(datum) = row.series.data.get(index) else { return };
        match datum.value {
            Some(value) => {
                let end = self.scale.px(number(value), self.from, self.to);
                let meaning = Datum {
                    name: format!("{}: {}", row.category.label, datum.text),
                    x: row.category.id.clone(),
                    y: value.normalize().to_string(),
                };
                items.push(Item::Mark(self.bar(&row, end, meaning)));
                layers.write(self.value(&row, end, &datum.text));
            }
            None => items.push(Item::Text(self.missing(&row, &datum.text))),
        }
    }

    fn bar(&self, row: &Row<'_>, end: f64, datum: Datum) -> Mark {
        let rect = Rect {
            left: end.min(self.zero),
            top: row.top,
            right: end.max(self.zero),
            bottom: row.bottom,
        };
        Mark {
            shape: Shape::Bar(rect),
            paint: Paint::Series(row.hue),
            datum: Some(datum),
        }
    }

    fn value(&self, row: &Row<'_>, end: f64, written: &str) -> Text {
        let (x, anchor) = match end < self.zero {
            true => (end - TO_VALUE, Anchor::End),
            false => (end + TO_VALUE, Anchor::Start),
        };
        let at = Point { x, y: centred(1, row.middle(), self.size) };
        let text = text(vec![written.to_owned()], at, anchor, TextRole::Value);
        Text { size: self.size, ..text }
    }

    fn missing(&self, row: &Row<'_>, reason: &str) -> Text {
        let lines = self.reason(reason);
        let y = centred(lines.len(), row.middle(), self.size);
        let at = Point { x: self.zero + TO_VALUE, y };
        Text {
            size: self.size,
            paint: Paint::Mute,
            name: Some(format!("{}: {reason}", row.category.label)),
            ..text(lines, at, Anchor::Start, TextRole::Missing)
        }
    }
}
