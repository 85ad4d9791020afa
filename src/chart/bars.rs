//! Horizontal bars or dots on stems, one for each category or one of each series beside
//! each other, with the value at the end of each.

use crate::edition::{Category, Chart, ChartKind, Datum as Value, Series};

use super::compare::Compared;
use super::hue;
use super::key::Sample;
use super::layers::{BODY, Layers, SMALL, centred, text};
use super::lollipop;
use super::metrics::{LEADING, Weight, width as text_width};
use super::place::Place;
use super::rows::{BEYOND, Rows};
use super::scale::{PositionScale, extent, number};
use super::scene::{
    Anchor, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::upright::meaning;
use super::wrap::{Room, fit};

/// From the end of a bar to its value in px.
const TO_VALUE: f64 = 6.0;
/// The least length of the longest bar in px.
const LEAST: f64 = 24.0;
/// Between two bars of one category in px.
const BETWEEN: f64 = 2.0;
/// Below this width bars are thinner.
const WIDE: f64 = 480.0;

/// Lays out a bar chart of one or several series.
pub(super) fn compose(chart: &Chart, width: f64, place: Place<'_>) -> Scene {
    let mut layers = Layers::default();
    let key = place.key(chart, Sample::Block, width, &mut layers).max(BEYOND);
    let single = chart.series.len() < 2;
    let mut rows = Rows::new(chart, width, if single { 8.0 } else { 16.0 });
    let mut bars = Bars::new(chart, rows.left, width, place);
    let compared = Compared::new(chart, &|amount| bars.px(amount), key, width);
    if compared.any() {
        rows.stand_on_lines();
        bars.value_paint = Paint::Note;
    }
    rows.begin(compared.bottom());
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    for (index, category) in chart.categories.iter().enumerate() {
        let slots = bars.slots(chart, index);
        let between = BETWEEN * slots.len().saturating_sub(1) as f64;
        let mut at = rows.next(index, slots.iter().sum::<f64>() + between, &mut layers);
        for (nth, (series, slot)) in chart.series.iter().zip(&slots).enumerate() {
            let hue = hue::of_mark(chart, nth, index);
            let row = Row { category, series, hue, top: at, bottom: at + slot };
            let Some(items) = items.get_mut(nth) else { continue };
            bars.draw(index, row, items, &mut layers);
            at += slot + BETWEEN;
        }
    }
    rows.zero(bars.zero, bars.zero > bars.from, &mut layers);
    compared.draw(&rows, true, place.names_references(), &mut layers);
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, rows.bottom() + BEYOND)
}

/// The scale of the bars and the letters of their values.
struct Bars {
    scale: PositionScale,
    from: f64,
    to: f64,
    zero: f64,
    width: f64,
    thickness: f64,
    size: f64,
    value_paint: Paint,
    stems: bool,
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
        let stems = chart.kind == ChartKind::Lollipop;
        let (thickness, size) = match (chart.series.len() < 2, width < WIDE) {
            (true, narrow) => (if narrow || stems { 18.0 } else { 24.0 }, BODY),
            (false, true) => (16.0, SMALL),
            (false, false) => (18.0, SMALL),
        };
        let (low, high) = extent(chart);
        let (low, high) = (number(low).min(0.0), number(high).max(0.0));
        let high = if low < high { high } else { 1.0 };
        let dot = if stems { lollipop::RADIUS } else { 0.0 };
        let charts = place.charts(chart);
        let room = |negative: bool| {
            let series = charts.iter().flat_map(|chart| &chart.series);
            let data = series.flat_map(|series| &series.data);
            let here = |datum: &&Value| {
                datum
                    .value
                    .is_some_and(|v| (v.is_sign_negative() && !v.is_zero()) == negative)
            };
            let wide = |d: &Value| text_width(&d.text, size, Weight::Bold);
            let wide = |d: &Value| wide(d) + TO_VALUE + dot;
            data.filter(here).map(wide).fold(0.0, f64::max)
        };
        let from = left + room(true).max(dot).ceil();
        let to = (width - room(false)).max(from + LEAST);
        let scale = PositionScale::linear(low, high);
        let zero = scale.px(0.0, from, to);
        let value_paint = Paint::Ink;
        Self { scale, from, to, zero, width, thickness, size, value_paint, stems }
    }

    fn px(&self, amount: rust_decimal::Decimal) -> f64 {
        self.scale.px(number(amount), self.from, self.to)
    }

    /// The height of each bar of a category: more where a reason takes several lines.
    fn slots(&self, chart: &Chart, index: usize) -> Vec<f64> {
        let slot = |series: &Series| match series.data.get(index) {
            Some(Value { value: None, text, .. }) => {
                let lines = self.reason(text).len() as f64;
                self.thickness.max((lines * LEADING * self.size).ceil())
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
                let end = self.px(value);
                items.extend(self.marks(&row, end, datum));
                layers.write(self.value(&row, end, &datum.text));
            }
            None if datum.text.is_empty() => {}
            None => items.push(Item::Text(self.missing(&row, &datum.text))),
        }
    }

    fn marks(&self, row: &Row<'_>, end: f64, datum: &Value) -> Vec<Item> {
        let paint = hue::of_datum(row.hue, datum);
        let datum = meaning(row.category, datum);
        if self.stems {
            let ends = (self.zero, end);
            return lollipop::marks(ends, row.middle(), (row.hue, paint), datum);
        }
        let rect = Rect {
            left: end.min(self.zero),
            top: row.top,
            right: end.max(self.zero),
            bottom: row.bottom,
        };
        vec![Item::Mark(Mark { shape: Shape::Bar(rect), paint, datum })]
    }

    fn value(&self, row: &Row<'_>, end: f64, written: &str) -> Text {
        let away = TO_VALUE + if self.stems { lollipop::RADIUS } else { 0.0 };
        let (x, anchor) = match end < self.zero {
            true => (end - away, Anchor::End),
            false => (end + away, Anchor::Start),
        };
        let at = Point { x, y: centred(1, row.middle(), self.size) };
        let text = text(vec![written.to_owned()], at, anchor, TextRole::Value);
        Text { size: self.size, weight: Weight::Bold, paint: self.value_paint, ..text }
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
