//! The axis of amounts from left to right, with round ticks below what it measures.

use rust_decimal::Decimal;

use crate::edition::Chart;
use crate::locale::Quantity;

use super::WriteNumber;
use super::layers::{Layers, SMALL, room, small};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::scale::{PositionScale, Ticks, extent, grain, number};
use super::scene::{Anchor, Paint, Point, Shape, Text, TextRole};
use super::wrap::{Room, fit};

/// From what is measured to the boxes of the amounts in px.
const TO_TICKS: f64 = 5.0;
/// Between two amounts in px.
const APART: f64 = 12.0;
/// From the amounts to the words below them in px.
const TO_WORDS: f64 = 2.0;
/// The least length of a ruler in px.
const LEAST: f64 = 24.0;
/// How many round amounts are enough.
const ENOUGH: usize = 3;
/// How often both ends of a ruler are moved until all has room.
const ROUNDS: usize = 12;

/// Amounts from left to right.
#[derive(Debug)]
pub(super) struct Ruler {
    scale: PositionScale,
    from: f64,
    to: f64,
    /// Whether amounts go from the beginning to the left too.
    mirror: bool,
    /// Where the words below the amounts begin, in px.
    left: f64,
    /// The width of the drawing in px.
    width: f64,
    /// The amounts that are written.
    ticks: Vec<(Decimal, String)>,
}

/// What a ruler measures.
pub(super) struct Measure<'a> {
    /// All its round amounts.
    pub(super) ticks: Ticks,
    /// The scale on which it measures.
    pub(super) scale: PositionScale,
    /// The finest difference that is written.
    pub(super) grain: Decimal,
    /// The form of what is written.
    pub(super) form: &'a Quantity,
}

/// What stands before and after an amount in px.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// The amount.
    pub(super) amount: Decimal,
    /// What stands to the left of it.
    pub(super) before: f64,
    /// What stands to the right of it.
    pub(super) after: f64,
}

impl<'a> Measure<'a> {
    /// That of the values of a chart: it ends with the largest of them, so that no room
    /// is left idle.
    pub(super) fn of(chart: &'a Chart) -> Self {
        let ticks = Ticks::of(chart);
        let mut measure = Self::new(ticks, chart.axis.log, grain(chart), &chart.form);
        measure.end_at(extent(chart).1);
        measure
    }

    /// That of these round amounts, with equal ratios as equal lengths if `log`.
    pub(super) fn new(
        ticks: Ticks,
        log: bool,
        grain: Decimal,
        form: &'a Quantity,
    ) -> Self {
        let scale = ticks.scale(log);
        Self { ticks, scale, grain, form }
    }

    /// Leaves out the last round amount if there are enough without it.
    fn end_at(&mut self, high: Decimal) {
        let Ticks(ticks) = &mut self.ticks;
        if ticks.len() > ENOUGH && ticks.last().is_some_and(|last| *last > high) {
            ticks.pop();
            self.scale.high = number(high);
        }
    }

    /// Where the ruler may begin and end between `left` and `right`, so that what stands
    /// before and after each amount has room there too, and each written amount above its
    /// place.
    pub(super) fn between(
        &self,
        marks: &[Beside],
        write: WriteNumber<'_>,
        (left, right): (f64, f64),
    ) -> (f64, f64) {
        let scale = &self.scale;
        let part = |own: &Beside| scale.px(number(own.amount), 0.0, 1000.0) / 1000.0;
        let overhang = self.overhang(write);
        let (low, high) = (left + overhang.0, right - overhang.1);
        let (mut from, mut to) = (low, high);
        for _ in 0..ROUNDS {
            let ends = marks.iter().filter(|own| part(own) > 0.0);
            let ends = ends
                .map(|own| (right - own.after - from * (1.0 - part(own))) / part(own));
            to = ends.fold(high, f64::min).max(from + LEAST);
            let starts = marks.iter().filter(|own| part(own) < 1.0);
            let starts = starts
                .map(|own| (left + own.before - to * part(own)) / (1.0 - part(own)));
            from = starts.fold(low, f64::max).min(to - LEAST).ceil();
        }
        (from, to)
    }

    /// Half the width of the first written amount and of the last, in px.
    pub(super) fn overhang(&self, write: WriteNumber<'_>) -> (f64, f64) {
        let labels = self.ticks.labels(self.form, write);
        let half = |label: Option<&String>| label.map_or(0.0, |own| half_width(own));
        (half(labels.first()), half(labels.last()))
    }
}

impl Ruler {
    /// A ruler between `from` and `to` in a drawing that is `width` px wide: with as many
    /// of its ticks as there is room for.
    pub(super) fn new(
        measure: &Measure<'_>,
        write: WriteNumber<'_>,
        (from, to): (f64, f64),
        width: f64,
    ) -> Self {
        let (scale, ticks) = (measure.scale.clone(), Vec::new());
        let mut ruler = Self { scale, from, to, mirror: false, left: from, width, ticks };
        let coarser = measure.ticks.coarser(measure.scale.log, measure.grain);
        for ticks in std::iter::once(measure.ticks.clone()).chain(coarser) {
            let labels = ticks.labels(measure.form, write);
            ruler.ticks = ticks.0.into_iter().zip(labels).collect();
            if ruler.has_room() {
                return ruler;
            }
        }
        ruler.ticks.truncate(1);
        ruler
    }

    /// A ruler from 0 to 100 without ticks.
    pub(super) fn of_shares(from: f64, to: f64) -> Self {
        let scale = PositionScale::linear(0.0, 100.0);
        Self { scale, from, to, mirror: false, left: from, width: to, ticks: Vec::new() }
    }

    /// Where it begins, in px.
    pub(super) fn from(&self) -> f64 {
        self.from
    }

    /// Where it ends, in px.
    pub(super) fn to(&self) -> f64 {
        self.to
    }

    /// The width of the drawing in px.
    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// Where an amount is.
    pub(super) fn px(&self, amount: f64) -> f64 {
        self.scale.px(amount, self.from, self.to)
    }

    /// The middle of a label at `x`: beside it where that would leave the drawing.
    fn kept_inside(&self, x: f64, label: &str) -> f64 {
        let half = half_width(label);
        x.min(self.width - half).max(half)
    }

    fn has_room(&self) -> bool {
        let ends = |(amount, label): &(Decimal, String)| {
            let middle = self.kept_inside(self.px(number(*amount)), label);
            (middle - half_width(label), middle + half_width(label))
        };
        let ends: Vec<(f64, f64)> = self.ticks.iter().map(ends).collect();
        ends.windows(2).all(|pair| match pair {
            [one, next] => next.0 - one.1 >= APART,
            _ => true,
        })
    }

    /// The same to both sides of its beginning, in a drawing whose left edge is at `left`.
    pub(super) fn mirrored(self, left: f64) -> Self {
        Self { mirror: true, left, ..self }
    }

    /// Where an amount is on each side.
    fn places(&self, amount: Decimal) -> impl Iterator<Item = f64> {
        let px = self.px(number(amount));
        let other = 2.0 * self.from - px;
        [Some(px), Some(other).filter(|other| self.mirror && *other != px)]
            .into_iter()
            .flatten()
    }

    /// Draws a line at each amount behind the data; `reach` is from where to
    /// where, `zero` paints the line at zero.
    pub(super) fn grid(
        &self,
        reach: Option<(f64, f64)>,
        zero: Paint,
        layers: &mut Layers,
    ) {
        let Some((top, bottom)) = reach else { return };
        for (amount, _) in &self.ticks {
            let paint = if amount.is_zero() { zero } else { Paint::Grid };
            for x in self.places(*amount) {
                let (from, to) = (Point { x, y: top }, Point { x, y: bottom });
                layers.draw_below(Shape::Rule(from, to), paint);
            }
        }
    }

    /// Writes the amounts below `top`, and below them what they are; returns the lower edge
    /// of all.
    pub(super) fn write(&self, top: f64, words: &str, layers: &mut Layers) -> f64 {
        if self.ticks.is_empty() {
            return top;
        }
        let baseline = top + TO_TICKS + ASCENT * SMALL;
        for (amount, label) in &self.ticks {
            for x in self.places(*amount) {
                let at = Point { x: self.kept_inside(x, label), y: baseline };
                layers.write(small(label.clone(), at, Anchor::Middle, TextRole::Tick));
            }
        }
        let space = (self.width - self.left).max(self.width / 2.0);
        let words = fit(words, None, Room { size: SMALL, ..room(space, 3) }).lines;
        let more = words.len().saturating_sub(1) as f64 * LEADING * SMALL;
        let first = baseline + LEADING * SMALL + TO_WORDS;
        let last = if words.is_empty() { baseline } else { first + more };
        let at = Point { x: self.width - space, y: first };
        let label = small(String::new(), at, Anchor::Start, TextRole::Unit);
        layers.write(Text { lines: words, ..label });
        last + DESCENT * SMALL
    }
}

fn half_width(label: &str) -> f64 {
    text_width(label, SMALL, Weight::Regular) / 2.0
}
