//! Bars of two series back to back from a common zero: the first category lowest, as
//! demographers draw the youngest.

use rust_decimal::Decimal;

use crate::edition::{Category, Chart, Datum as Value};

use super::WriteNumber;
use super::hue;
use super::key::{self, Sample};
use super::layers::{BODY, Layers, SMALL, centred, height, room, text};
use super::metrics::{ASCENT, Weight, width as text_width};
use super::missing;
use super::place::Place;
use super::rows::{BEYOND, Rows};
use super::ruler::{Beside, Measure, Ruler};
use super::scale::{Ticks, number};
use super::scene::{
    Anchor, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::upright::meaning;
use super::wrap::{Fit, Room, fit};

/// From a bar to its value in px.
const TO_VALUE: f64 = 4.0;
/// The part of a side that a value may take.
const VALUE: f64 = 0.25;
/// Half the space between the names of the two sides in px.
const BETWEEN: f64 = 8.0;
/// From the names of the sides to the bars in px.
const UNDER_NAMES: f64 = 8.0;
/// From this number of categories on bars are thin and only some are named.
const MANY: usize = 31;
/// The height of a bar in px, and the space to the next.
const BAR: (f64, f64) = (16.0, 2.0);
/// The same of a thin bar.
const THIN: (f64, f64) = (5.0, 1.0);
/// The least distance of the labels of thin bars in px.
const PITCH: f64 = 18.0;

/// Lays out a pyramid.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let mut sides = Sides::new(chart, write, width, place);
    let top = match place.names_series() {
        true => sides.name(chart, width, &mut layers),
        false => 0.0,
    };
    sides.rows.begin(top.max(BEYOND));
    sides.rows.stand_on_lines();
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    for (index, category) in chart.categories.iter().enumerate().rev() {
        let top = sides.next(chart, index, &mut layers);
        for (nth, (series, items)) in chart.series.iter().zip(&mut items).enumerate() {
            let hue = hue::of_mark(chart, nth, index);
            let Some(datum) = series.data.get(index) else { continue };
            if let Some(bar) = sides.bar(nth, category, datum, hue, top) {
                items.push(Item::Mark(bar));
                layers.write(sides.value(nth, datum, top));
            }
        }
    }
    sides.ruler.grid(sides.rows.reach(), Paint::Axis, &mut layers);
    let bottom =
        sides.ruler.write(sides.rows.bottom(), place.words(&chart.unit), &mut layers);
    let bottom = missing::write(chart, bottom, width, &mut layers);
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, bottom)
}

/// The rows and the ruler from the common zero to both sides.
struct Sides {
    rows: Rows,
    ruler: Ruler,
    /// The height of a bar in px.
    high: f64,
    /// Whether values stand at the bars.
    valued: bool,
    /// Every how many categories one is named.
    step: usize,
}

impl Sides {
    fn new(chart: &Chart, write: WriteNumber<'_>, width: f64, place: Place<'_>) -> Self {
        let charts = place.charts(chart);
        let mut rows = Rows::new(chart, width, BAR.1);
        let thin = chart.categories.len() >= MANY && !rows.above();
        let (high, gap) = if thin { THIN } else { BAR };
        rows.keep_apart(gap);
        let measure = measure(chart);
        let overhang = measure.overhang(write);
        let zero = ((rows.left + width) / 2.0).ceil();
        let data = || {
            let series = charts.iter().flat_map(|own| &own.series);
            series.flat_map(|series| &series.data)
        };
        let wide =
            |datum: &Value| text_width(&datum.text, SMALL, Weight::Regular) + TO_VALUE;
        let widest = data().filter(|d| d.value.is_some()).map(wide).fold(0.0, f64::max);
        let valued = !thin && widest <= VALUE * (width - zero);
        let beside = data().filter(|_| valued).filter_map(|datum| {
            Some(Beside { amount: datum.value?, before: 0.0, after: wide(datum) })
        });
        let beside: Vec<Beside> = beside.collect();
        let ends = measure.between(&beside, write, (zero - overhang.0, width));
        let ruler = Ruler::new(&measure, write, ends, width).mirrored(rows.left);
        let step = if thin { step(high + gap) } else { 1 };
        Self { rows, ruler, high, valued, step }
    }

    fn zero(&self) -> f64 {
        self.ruler.from()
    }

    /// Names both sides above their bars, or in a key where there is no room; returns
    /// where the bars may begin.
    fn name(&self, chart: &Chart, width: f64, layers: &mut Layers) -> f64 {
        let zero = self.zero();
        let sides = [
            (zero - BETWEEN, zero, Anchor::End),
            (zero + BETWEEN, width - zero, Anchor::Start),
        ];
        let name = |(series, side): (&crate::edition::Series, &(f64, f64, Anchor))| {
            let space = room(side.1 - BETWEEN, 2);
            let space = Room { weight: Weight::Bold, ..space };
            fit(&series.label, series.short.as_deref(), space)
        };
        let names: Vec<Fit> = chart.series.iter().zip(&sides).map(name).collect();
        if chart.series.len() != 2 || names.iter().any(|name| name.excess > 0.0) {
            return key::place(chart, Sample::Block, width, layers);
        }
        let lines = names.iter().map(|name| name.lines.len()).max().unwrap_or(0);
        for (name, (x, _, anchor)) in names.into_iter().zip(sides) {
            let above = height(lines) - height(name.lines.len());
            let at = Point { x, y: above + ASCENT * BODY };
            let name = text(name.lines, at, anchor, TextRole::Series);
            layers.write(Text { weight: Weight::Bold, ..name });
        }
        height(lines) + UNDER_NAMES
    }

    /// The upper edge of the next bars, which are named if it is their turn.
    fn next(&mut self, chart: &Chart, index: usize, layers: &mut Layers) -> f64 {
        if self.step == 1 {
            return self.rows.next(index, self.high, layers);
        }
        let top = self.rows.next_unnamed(self.high);
        let label = chart.categories.get(index).map(|own| own.label.clone());
        if index.is_multiple_of(self.step) {
            let y = centred(1, top + self.high / 2.0, BODY);
            let lines = label.into_iter().collect();
            let at = Point { x: 0.0, y };
            layers.write(text(lines, at, Anchor::Start, TextRole::Category));
        }
        top
    }

    /// Where a value ends: on the left of zero for the first series, on the right for the
    /// other. Nothing below zero has a side.
    fn end(&self, side: usize, value: Decimal) -> f64 {
        let end = self.ruler.px(number(value).max(0.0));
        if side == 0 { 2.0 * self.zero() - end } else { end }
    }

    fn bar(
        &self,
        side: usize,
        category: &Category,
        datum: &Value,
        hue: Hue,
        top: f64,
    ) -> Option<Mark> {
        let (value, zero) = (datum.value?, self.zero());
        let end = self.end(side, value);
        let rect = Rect {
            left: end.min(zero),
            top,
            right: end.max(zero),
            bottom: top + self.high,
        };
        let shape = Shape::Segment { rect, joined: (side != 0, side == 0) };
        let paint = hue::of_datum(hue, datum);
        Some(Mark { shape, paint, datum: meaning(category, datum) })
    }

    fn value(&self, side: usize, datum: &Value, top: f64) -> Text {
        let written = datum.value.filter(|_| self.valued).map(|_| datum.text.clone());
        let end = self.end(side, datum.value.unwrap_or_default());
        let (x, anchor) = match side {
            0 => (end - TO_VALUE, Anchor::End),
            _ => (end + TO_VALUE, Anchor::Start),
        };
        let at = Point { x, y: centred(1, top + self.high / 2.0, SMALL) };
        let text = text(written.into_iter().collect(), at, anchor, TextRole::Value);
        Text { size: SMALL, paint: Paint::Note, ..text }
    }
}

/// The amounts from zero on.
fn measure(chart: &Chart) -> Measure<'_> {
    let mut measure = Measure::of(chart);
    let Ticks(ticks) = &mut measure.ticks;
    ticks.retain(|tick| *tick >= Decimal::ZERO);
    if ticks.len() < 2 {
        *ticks = vec![Decimal::ZERO, Decimal::ONE];
        measure.scale = measure.ticks.scale(false);
    }
    measure.scale.low = 0.0;
    measure
}

/// Every how many bars one can be named that stand so far from each other in px.
fn step(pitch: f64) -> usize {
    let steps = [2, 5, 10, 20];
    let roomy = |step: &usize| *step as f64 * pitch >= PITCH;
    steps.into_iter().find(roomy).unwrap_or(20)
}
