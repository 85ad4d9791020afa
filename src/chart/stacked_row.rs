//! A bar of parts that add up, and what is said of parts that are missing.

use rust_decimal::Decimal;

use crate::edition::{Category, Chart, Datum as Value};

use super::hue;
use super::layers::{BODY, Layers, centred, height, room, text};
use super::metrics::{ASCENT, Weight, width as text_width};
use super::ruler::Ruler;
use super::scale::number;
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Rect, Shape, Text, TextRole,
};
use super::upright::meaning;
use super::wrap::fit;

/// The height of a bar in px.
const THICKNESS: f64 = 30.0;
/// From the edge of a part to the value in it in px.
const PADDING: f64 = 7.0;
/// From the end of a bar to what is said of missing parts in px.
const TO_NOTE: f64 = 8.0;
/// The room that a note needs beside its bar in px; with less it goes below.
const NOTE: f64 = 120.0;

/// How a number is written without its unit.
pub(super) type Bare<'a> = &'a dyn Fn(Decimal) -> String;

/// A bar and what is said of it.
pub(super) struct Row<'c> {
    category: &'c Category,
    parts: Vec<Part<'c>>,
    note: Note,
}

/// A part of a bar from one amount to another.
struct Part<'c> {
    series: usize,
    hue: Hue,
    value: Decimal,
    datum: &'c Value,
    from: f64,
    to: f64,
}

/// What is said of missing parts: beside the bar or below it.
struct Note {
    /// The first series that it speaks of.
    series: usize,
    lines: Vec<String>,
    x: f64,
    below: bool,
    alone: bool,
}

impl<'c> Row<'c> {
    /// The bar of a category, which has its index beside it.
    pub(super) fn new(
        chart: &'c Chart,
        (index, category): (usize, &'c Category),
        ruler: &Ruler,
        share: bool,
    ) -> Self {
        let data: Vec<(usize, &Value)> = chart
            .series
            .iter()
            .enumerate()
            .filter_map(|(series, s)| Some((series, s.data.get(index)?)))
            .collect();
        let whole = if share { whole(&data) } else { Some(Decimal::ONE_HUNDRED) };
        let hue = |series| hue::of_mark(chart, series, index);
        let parts = whole.map_or_else(Vec::new, |whole| parts(&data, whole, &hue));
        let untold = data.iter().filter(|(_, d)| d.value.is_none() || parts.is_empty());
        let first = untold.clone().next().map_or(0, |(series, _)| *series);
        let said: Vec<String> = untold
            .filter_map(|(series, datum)| {
                Some(format!("{}: {}", chart.series.get(*series)?.label, datum.text))
            })
            .collect();
        let note = Note::new(first, &said.join("; "), &parts, ruler);
        Self { category, parts, note }
    }

    /// The height of the bar and of what is said below it, in px.
    pub(super) fn height(&self) -> f64 {
        let note = height(self.note.lines.len()).ceil();
        let below = self.note.below && !self.note.alone && note > 0.0;
        match below {
            true => THICKNESS + 4.0 + note,
            false => THICKNESS.max(note),
        }
    }

    /// The ends of each part from left to right, in px.
    pub(super) fn ends(&self, ruler: &Ruler) -> impl Iterator<Item = (f64, f64)> {
        self.parts.iter().map(|part| {
            let (from, to) = (ruler.px(part.from), ruler.px(part.to));
            (from.min(to), from.max(to))
        })
    }

    /// Draws the parts below `top`, each with its value in it.
    pub(super) fn draw(
        &self,
        top: f64,
        bare: Option<Bare<'_>>,
        ruler: &Ruler,
        items: &mut [Vec<Item>],
        layers: &mut Layers,
    ) {
        let ends: Vec<(f64, f64)> = self.ends(ruler).collect();
        let last = self.parts.len().saturating_sub(1);
        for (at, (part, (left, right))) in self.parts.iter().zip(&ends).enumerate() {
            let (left, right) = (*left, *right);
            let rect = Rect { left, top, right, bottom: top + THICKNESS };
            let touches = |x: f64, own: fn(&(f64, f64)) -> f64| {
                ends.iter().any(|other| own(other) == x && other != &(left, right))
            };
            let joined = (touches(left, |own| own.1), touches(right, |own| own.0));
            if let Some(items) = items.get_mut(part.series) {
                items.push(Item::Mark(part.mark(rect, joined, self.category)));
            }
            let anchor = match at {
                0 => Anchor::Start,
                at if at == last => Anchor::End,
                _ => Anchor::Middle,
            };
            layers.write(part.value(rect, anchor, bare));
        }
        self.draw_note(top, items);
    }

    fn draw_note(&self, top: f64, items: &mut [Vec<Item>]) {
        let Some(items) =
            items.get_mut(self.note.series).filter(|_| !self.note.lines.is_empty())
        else {
            return;
        };
        let lines = self.note.lines.clone();
        let y = match self.note.below && !self.note.alone {
            true => top + THICKNESS + 1.0 + ASCENT * BODY,
            false => centred(lines.len(), top + self.height() / 2.0, BODY),
        };
        let name = format!("{}: {}", self.category.label, lines.join(" "));
        let at = Point { x: self.note.x, y };
        items.push(Item::Text(Text {
            paint: Paint::Mute,
            name: Some(name),
            ..text(lines, at, Anchor::Start, TextRole::Missing)
        }));
    }
}

/// The sum that shares are of: none where a part is missing or below zero, or where all
/// are zero.
fn whole(data: &[(usize, &Value)]) -> Option<Decimal> {
    let add = |sum: Decimal, datum: &(usize, &Value)| {
        let value = datum.1.value.filter(|value| *value >= Decimal::ZERO)?;
        sum.checked_add(value)
    };
    data.iter().try_fold(Decimal::ZERO, add).filter(|sum| !sum.is_zero())
}

/// The parts in hundredths of `whole`: those above zero to the right, one after the
/// other, those below to the left.
fn parts<'c>(
    data: &[(usize, &'c Value)],
    whole: Decimal,
    hue: &dyn Fn(usize) -> Hue,
) -> Vec<Part<'c>> {
    let (mut right, mut left) = (0.0, 0.0);
    let mut parts = Vec::new();
    for (series, datum) in data {
        let Some(value) = datum.value else { continue };
        let amount = number(value) * 100.0 / number(whole);
        let end = if amount < 0.0 { &mut left } else { &mut right };
        let from = *end;
        *end += amount;
        parts.push(Part {
            series: *series,
            hue: hue(*series),
            value,
            datum,
            from,
            to: *end,
        });
    }
    parts
}

impl Part<'_> {
    fn mark(&self, rect: Rect, joined: (bool, bool), category: &Category) -> Mark {
        let datum = meaning(category, self.datum).map(|own| self.with_share(own));
        let paint = hue::of_datum(self.hue, self.datum);
        let shape = Shape::Segment { rect, joined };
        Mark { shape, paint, datum }
    }

    /// A part of a hundred per cent tells the share and the amount.
    fn with_share(&self, own: Datum) -> Datum {
        let Value { text, exact, .. } = self.datum;
        let told = !text.contains('%') || exact.contains('%');
        let both = format!("{}; {text}", own.written);
        Datum { written: if told { own.written } else { both }, ..own }
    }

    /// The value inside the part: with its unit, without, or not at all, as it fits.
    fn value(&self, rect: Rect, anchor: Anchor, bare: Option<Bare<'_>>) -> Text {
        let room = rect.right - rect.left - 2.0 * PADDING;
        let fits = |line: &String| text_width(line, BODY, Weight::Bold) <= room;
        let line = Some(self.datum.text.clone()).filter(fits);
        let coded = || Some(self.datum.flags.behind(&bare?(self.value)));
        let line = line.or_else(|| coded().filter(fits));
        let x = match anchor {
            Anchor::Start => rect.left + PADDING,
            Anchor::Middle => (rect.left + rect.right) / 2.0,
            Anchor::End => rect.right - PADDING,
        };
        let at = Point { x, y: centred(1, (rect.top + rect.bottom) / 2.0, BODY) };
        let text = text(line.into_iter().collect(), at, anchor, TextRole::Value);
        let paint = match hue::of_datum(self.hue, self.datum) {
            Paint::Hollow(_) => Paint::Ink,
            _ => Paint::On(self.hue),
        };
        Text { paint, weight: Weight::Bold, ..text }
    }
}

impl Note {
    fn new(series: usize, said: &str, parts: &[Part<'_>], ruler: &Ruler) -> Self {
        let end = parts.iter().map(|part| part.to).fold(0.0, f64::max);
        let beside = ruler.px(end) + TO_NOTE;
        let below = ruler.width() - beside < NOTE;
        let x = if below { ruler.from() } else { beside };
        let lines = fit(said, None, room(ruler.width() - x, 9)).lines;
        Self { series, lines, x, below, alone: parts.is_empty() }
    }
}
