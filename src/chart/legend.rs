//! What the colours of cells and regions stand for: a strip of classes with the amounts at
//! their ends, and why there are no data.

use std::collections::BTreeSet;

use crate::edition::Chart;

use super::WriteNumber;
use super::classes::Classes;
use super::frame;
use super::layers::{Layers, SMALL, room, small, text};
use super::metrics::{
    ASCENT, DESCENT, HALF_CAPITAL, LEADING, Weight, width as text_width,
};
use super::scale::Ticks;
use super::scene::{Anchor, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::{Fit, Room, fit};

/// The width of a class in px, unless its amounts need more.
const WIDEST: f64 = 72.0;
/// The height of the strip, and of what stands for no data, in px.
const THICKNESS: f64 = 12.0;
/// The width of what stands for no data in px.
const SAMPLE: f64 = 24.0;
/// Between two classes in px.
const SLIT: f64 = 1.5;
/// From a sample to its words in px.
const NEAR: f64 = 7.0;
/// From the strip to what stands for no data in px.
const APART: f64 = 24.0;
/// The least space between two amounts in px.
const BETWEEN: f64 = 8.0;
/// From one end of a class to the next where they stand one below the other, in px.
const PITCH: f64 = 18.0;
/// Below the legend in px.
const BELOW: f64 = 14.0;

/// Writes the legend of charts with the same classes at the top and returns its height
/// with the space below it.
pub(super) fn place(
    charts: &[&Chart],
    classes: &Classes,
    write: WriteNumber<'_>,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let Some(first) = charts.first() else { return 0.0 };
    let top = frame::unit(&first.unit, 0.0, width, layers);
    let amounts = Ticks(classes.ends().to_vec()).labels(&first.form, write);
    let series = charts.iter().flat_map(|chart| &chart.series);
    let mut shown = series.flat_map(|series| &series.data);
    let strip = match shown.any(|datum| datum.value.is_some()) {
        true => Strip::new(classes, amounts, width).draw(top, layers),
        false => Extent { right: 0.0, bottom: top },
    };
    let mut seen = BTreeSet::new();
    let reasons = charts.iter().flat_map(|chart| reasons(chart));
    let reasons: Vec<&str> = reasons.filter(|reason| seen.insert(*reason)).collect();
    let reasons = reasons.join("; ");
    let bottom = no_data(&reasons, strip, top, width, layers);
    if bottom > 0.0 { bottom + BELOW } else { 0.0 }
}

/// Why values are missing.
fn reasons(chart: &Chart) -> impl Iterator<Item = &str> {
    let data = chart.series.iter().flat_map(|series| &series.data);
    let missing = data.filter(|datum| datum.value.is_none() && !datum.text.is_empty());
    let own = missing.map(|datum| datum.text.as_str());
    let empty = move |at: usize| {
        chart.series.iter().all(|series| {
            series.data.get(at).is_none_or(|d| d.value.is_none() && d.text.is_empty())
        })
    };
    let unmapped = chart.map.iter().filter(move |map| {
        map.regions.iter().any(|region| region.category.is_none_or(empty))
    });
    own.chain(unmapped.map(|map| map.no_data.as_str()))
}

/// How far something reaches.
#[derive(Clone, Copy)]
struct Extent {
    right: f64,
    bottom: f64,
}

/// The classes side by side, or one below the other where their amounts need that.
struct Strip<'c> {
    classes: &'c Classes,
    amounts: Vec<String>,
    class: f64,
    upright: bool,
}

impl<'c> Strip<'c> {
    fn new(classes: &'c Classes, amounts: Vec<String>, width: f64) -> Self {
        let count = classes.count() as f64;
        let wide = |label: &String| text_width(label, SMALL, Weight::Regular);
        // The last amount ends where its class does: beside one in the middle of its own.
        let widest = amounts.iter().map(wide).fold(0.0, f64::max);
        let needed = WIDEST.max(1.5 * widest + BETWEEN);
        let class = (width / count).min(needed.ceil()).floor();
        let last = amounts.len().saturating_sub(1);
        // Around the ends the first and the last amount stand within the strip.
        let reach = |at: usize, label: &String| match at {
            0 => (0.0, wide(label)),
            at if at == last => (class * count - wide(label), class * count),
            at => {
                let (middle, half) = (class * at as f64, wide(label) / 2.0);
                (middle - half, middle + half)
            }
        };
        let reaches: Vec<(f64, f64)> =
            amounts.iter().enumerate().map(|(at, label)| reach(at, label)).collect();
        let crowded = reaches.windows(2).any(|pair| match pair {
            [one, other] => other.0 - one.1 < BETWEEN,
            _ => false,
        });
        Self { classes, amounts, class, upright: crowded }
    }

    fn draw(&self, top: f64, layers: &mut Layers) -> Extent {
        for class in 0..self.classes.count() {
            let paint = Paint::Level(self.classes.step_of(class));
            layers.draw_above(Shape::Bar(self.block(class as f64, top)), paint);
        }
        for (at, amount) in self.amounts.iter().enumerate() {
            layers.write(self.amount(at, amount, top));
        }
        let count = self.classes.count() as f64;
        let wide = |label: &String| text_width(label, SMALL, Weight::Regular);
        match self.upright {
            true => Extent {
                right: SAMPLE + NEAR + self.amounts.iter().map(wide).fold(0.0, f64::max),
                bottom: top + count * PITCH + ASCENT * SMALL,
            },
            false => Extent {
                right: count * self.class,
                bottom: top + THICKNESS + (0.3 + LEADING) * SMALL,
            },
        }
    }

    fn block(&self, class: f64, top: f64) -> Rect {
        if self.upright {
            let top = top + ASCENT * SMALL / 2.0 + class * PITCH;
            return Rect { left: 0.0, top, right: SAMPLE, bottom: top + PITCH - SLIT };
        }
        let left = class * self.class;
        let right = left + self.class - SLIT;
        Rect { left, top, right, bottom: top + THICKNESS }
    }

    fn amount(&self, at: usize, amount: &str, top: f64) -> Text {
        let last = self.amounts.len().saturating_sub(1);
        if self.upright {
            let middle = top + ASCENT * SMALL / 2.0 + at as f64 * PITCH;
            let at = Point { x: SAMPLE + NEAR, y: middle + HALF_CAPITAL * SMALL };
            return small(amount.to_owned(), at, Anchor::Start, TextRole::Tick);
        }
        let anchor = match at {
            0 => Anchor::Start,
            at if at == last => Anchor::End,
            _ => Anchor::Middle,
        };
        let y = top + THICKNESS + 0.25 * SMALL + ASCENT * SMALL;
        let at = Point { x: at as f64 * self.class, y };
        small(amount.to_owned(), at, anchor, TextRole::Tick)
    }
}

/// Says why there are no data: beside the strip, or below it; returns the lower edge of
/// both.
fn no_data(
    reasons: &str,
    strip: Extent,
    top: f64,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    if reasons.is_empty() {
        return strip.bottom;
    }
    let left = if strip.right > 0.0 { strip.right + APART } else { 0.0 };
    let words = |left: f64, lines| said(reasons, width - left - SAMPLE - NEAR, lines);
    let beside = words(left, 1);
    let fits = beside.excess == 0.0 && beside.lines.len() == 1;
    let (left, top, words) = match fits {
        true => (left, top, beside),
        false => (0.0, strip.bottom + 8.0, words(0.0, 9)),
    };
    let block = Rect { left, top, right: left + SAMPLE, bottom: top + THICKNESS };
    layers.draw_above(Shape::Bar(block), Paint::NoData);
    let lines = words.lines.len();
    let y = top + THICKNESS / 2.0 + HALF_CAPITAL * SMALL;
    let at = Point { x: left + SAMPLE + NEAR, y };
    layers.write(Text {
        size: SMALL,
        paint: Paint::Mute,
        ..text(words.lines, at, Anchor::Start, TextRole::Missing)
    });
    let further = lines.saturating_sub(1) as f64 * LEADING;
    strip.bottom.max(y + (further + DESCENT) * SMALL)
}

fn said(reasons: &str, width: f64, lines: usize) -> Fit {
    fit(reasons, None, Room { size: SMALL, ..room(width, lines) })
}
