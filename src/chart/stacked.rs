//! Horizontal bars of parts that add up.

use rust_decimal::Decimal;

use crate::edition::{Category, Chart, Datum as Value};
use crate::locale::Quantity;

use super::WriteNumber;
use super::hue;
use super::key::Sample;
use super::layers::{BODY, Layers, SMALL, centred, height, room, small, text};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::place::Place;
use super::rows::Rows;
use super::scale::{Scale, Ticks, number};
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::wrap::{Room, fit};

/// The height of a bar in px.
const THICKNESS: f64 = 30.0;
/// From the edge of a part to the value in it in px.
const PADDING: f64 = 7.0;
/// From the end of a bar to what is said of missing parts in px.
const TO_NOTE: f64 = 8.0;
/// The room that a note needs beside its bar in px; with less it goes below.
const NOTE: f64 = 120.0;

/// How a number is written without its unit.
type Bare<'a> = &'a dyn Fn(Decimal) -> String;

/// Lays out a stacked bar chart; with `share` each bar is a hundred per cent.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    share: bool,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let top = place.key(chart, Sample::Block, width, &mut layers);
    let unit_once = share || !place.names_series();
    let top = top + if unit_once { 0.0 } else { unit(chart, top, width, &mut layers) };
    let mut rows = Rows::new(chart, width, top.max(3.0), 14.0);
    let axis = Axis::new(chart, write, rows.left, width, share);
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    let mut spans = Vec::new();
    for (index, category) in chart.categories.iter().enumerate() {
        let row = Row::new(chart, category, index, &axis, share);
        let at = rows.next(index, row.height(), &mut layers);
        spans.push((at, at + row.height()));
        let bare = |value| write(&Quantity { value, ..chart.form.clone() });
        let bare: Option<Bare<'_>> = if share { None } else { Some(&bare) };
        row.draw(at, bare, &axis, &mut items, &mut layers);
    }
    let bottom = axis.draw(&rows, &spans, &mut layers);
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, bottom)
}

fn unit(chart: &Chart, top: f64, width: f64, layers: &mut Layers) -> f64 {
    let unit = fit(&chart.unit, None, Room { size: SMALL, ..room(width, 2) });
    let lines = unit.lines.len();
    let at = Point { x: 0.0, y: top + ASCENT * SMALL };
    let label = small(String::new(), at, Anchor::Start, TextRole::Unit);
    layers.write(Text { lines: unit.lines, ..label });
    if lines == 0 { 0.0 } else { lines as f64 * LEADING * SMALL + 10.0 }
}

/// The scale of the bars, and what is written below them.
struct Axis {
    scale: Scale,
    from: f64,
    to: f64,
    width: f64,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    fn new(
        chart: &Chart,
        write: WriteNumber<'_>,
        left: f64,
        width: f64,
        share: bool,
    ) -> Self {
        if share {
            let scale = Scale::linear(0.0, 100.0);
            return Self { scale, from: left, to: width, width, ticks: Vec::new() };
        }
        let ticks = Ticks::of(chart);
        let scale = ticks.scale(false);
        let labels = ticks.labels(&chart.form, write);
        let half = labels.last().map_or(0.0, |label| half_width(label));
        let (from, to) = (left, (width - half).max(left + 24.0));
        let at = |tick: &Decimal| scale.px(number(*tick), from, to);
        let ticks: Vec<(f64, String)> = ticks.0.iter().map(at).zip(labels).collect();
        Self { scale, from, to, width, ticks: thinned(ticks) }
    }

    fn px(&self, amount: f64) -> f64 {
        self.scale.px(amount, self.from, self.to)
    }

    /// Draws the grid and the line at zero, and returns the lower edge of all.
    fn draw(&self, rows: &Rows, spans: &[(f64, f64)], layers: &mut Layers) -> f64 {
        let zero = self.px(0.0);
        let baseline = rows.bottom() + 5.0 + ASCENT * SMALL;
        for (x, label) in &self.ticks {
            if *x != zero {
                rows.rule(*x, spans, Paint::Grid, layers);
            }
            let middle = x.max(half_width(label)).min(self.width - half_width(label));
            let at = Point { x: middle, y: baseline };
            layers.write(small(label.clone(), at, Anchor::Middle, TextRole::Tick));
        }
        rows.rule(zero, spans, Paint::Axis, layers);
        match self.ticks.is_empty() {
            true => rows.bottom() + 3.0,
            false => baseline + DESCENT * SMALL,
        }
    }
}

fn half_width(label: &str) -> f64 {
    text_width(label, SMALL, Weight::Regular) / 2.0
}

/// Every tick, or every second and so on, so that the labels stay apart.
fn thinned(ticks: Vec<(f64, String)>) -> Vec<(f64, String)> {
    let apart = |ticks: &[(f64, String)]| {
        ticks.windows(2).all(|pair| match pair {
            [a, b] => b.0 - a.0 >= half_width(&a.1) + half_width(&b.1) + 12.0,
            _ => true,
        })
    };
    let every = |step: usize| ticks.iter().step_by(step).cloned().collect::<Vec<_>>();
    (1..=ticks.len().max(1)).map(every).find(|ticks| apart(ticks)).unwrap_or_default()
}

/// A bar and what is said of it.
struct Row<'c> {
    category: &'c Category,
    parts: Vec<Part<'c>>,
    note: Note,
}

/// A part of a bar from one amount to another.
struct Part<'c> {
    series: usize,
    hue: Hue,
    value: Decimal,
    text: &'c str,
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
    fn new(
        chart: &'c Chart,
        category: &'c Category,
        index: usize,
        axis: &Axis,
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
        let note = Note::new(first, &said.join("; "), &parts, axis);
        Self { category, parts, note }
    }

    fn height(&self) -> f64 {
        let note = height(self.note.lines.len());
        let below = self.note.below && !self.note.alone && note > 0.0;
        match below {
            true => THICKNESS + 4.0 + note,
            false => THICKNESS.max(note),
        }
    }

    fn draw(
        &self,
        top: f64,
        bare: Option<Bare<'_>>,
        axis: &Axis,
        items: &mut [Vec<Item>],
        layers: &mut Layers,
    ) {
        let last = self.parts.len().saturating_sub(1);
        for (at, part) in self.parts.iter().enumerate() {
            let (from, to) = (axis.px(part.from), axis.px(part.to));
            let rect = Rect {
                left: from.min(to),
                top,
                right: from.max(to),
                bottom: top + THICKNESS,
            };
            if let Some(items) = items.get_mut(part.series) {
                items.push(Item::Mark(part.mark(rect, self.category)));
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
            text: &datum.text,
            from,
            to: *end,
        });
    }
    parts
}

impl Part<'_> {
    fn mark(&self, rect: Rect, category: &Category) -> Mark {
        let datum = Datum {
            name: format!("{}: {}", category.label, self.text),
            x: category.id.clone(),
            y: self.value.normalize().to_string(),
        };
        let paint = Paint::Series(self.hue);
        Mark { shape: Shape::Part(rect), paint, datum: Some(datum) }
    }

    /// The value inside the part: with its unit, without, or not at all, as it fits.
    fn value(&self, rect: Rect, anchor: Anchor, bare: Option<Bare<'_>>) -> Text {
        let room = rect.right - rect.left - 2.0 * PADDING;
        let fits = |line: &String| text_width(line, BODY, Weight::Regular) <= room;
        let line = Some(self.text.to_owned()).filter(fits);
        let line = line.or_else(|| Some(bare?(self.value)).filter(fits));
        let x = match anchor {
            Anchor::Start => rect.left + PADDING,
            Anchor::Middle => (rect.left + rect.right) / 2.0,
            Anchor::End => rect.right - PADDING,
        };
        let at = Point { x, y: centred(1, (rect.top + rect.bottom) / 2.0, BODY) };
        let text = text(line.into_iter().collect(), at, anchor, TextRole::Value);
        Text { paint: Paint::On(self.hue), ..text }
    }
}

impl Note {
    fn new(series: usize, said: &str, parts: &[Part<'_>], axis: &Axis) -> Self {
        let end = parts.iter().map(|part| part.to).fold(0.0, f64::max);
        let beside = axis.px(end) + TO_NOTE;
        let below = axis.width - beside < NOTE;
        let x = if below { axis.from } else { beside };
        let lines = fit(said, None, room(axis.width - x, 9)).lines;
        Self { series, lines, x, below, alone: parts.is_empty() }
    }
}
