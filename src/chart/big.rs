//! The last value of a series in large digits, how it differs from earlier ones, and the
//! series as a small line.

use crate::edition::{Category, Chart, Datum as Value};
use crate::locale::Kind;

use super::layers::{BODY, Layers, SMALL, room, small, text};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::scale::{PositionScale, extent, number};
use super::scene::{
    Anchor, Datum, Form, Hue, Item, Mark, Paint, Point, Scene, Shape, Text, TextRole,
};
use super::wrap::{Room, fit};

/// Size of the large digits in px, and the least that they shrink to.
const SIZES: (f64, f64) = (56.0, 28.0);
/// From this width on the line stands beside the number.
const WIDE: f64 = 480.0;
/// The part of the width that the number takes there.
const NUMBER: f64 = 0.5;
/// The height of the line in px.
const HIGH: f64 = 64.0;
/// From the edge of a drawing to the ends of the line in px.
const INSET: f64 = 5.0;
/// Between the number and the line in px.
const APART: f64 = 18.0;
/// Half the height of the sign at each end of the line in px.
const SIGN: f64 = 3.5;

/// Lays out a big number.
pub(super) fn compose(chart: &Chart, width: f64) -> Scene {
    let mut layers = Layers::default();
    let Some(series) = chart.series.first() else { return layers.finish(width, 1.0) };
    let known = chart.categories.iter().zip(&series.data);
    let known: Vec<(&Category, &Value)> =
        known.filter(|(_, datum)| datum.value.is_some()).collect();
    let line = Line::new(chart, &known);
    let beside = width >= WIDE && line.is_some();
    let room = if beside { width * NUMBER - APART } else { width };
    let last = known.last().copied().or_else(|| {
        let last = series.data.get(chart.categories.len().checked_sub(1)?)?;
        Some((chart.categories.last()?, last))
    });
    let mut items = Vec::new();
    let mut bottom =
        last.map_or(0.0, |last| words(chart, last, room, &mut items, &mut layers));
    if let Some(line) = line {
        let (left, top) = match beside {
            true => (width * NUMBER, ((bottom - HIGH) / 2.0 - SMALL).max(INSET)),
            false => (0.0, bottom + APART),
        };
        let space = Space { left, right: width, top };
        items.extend(line.draw(space, &mut layers));
        bottom = bottom.max(top + HIGH + line.under());
    } else if let [(category, datum)] = known.as_slice() {
        // One value is no line: its place in the words answers for it.
        items.push(Item::Mark(place(
            category,
            datum,
            Point { x: SIGN, y: bottom / 2.0 },
        )));
    }
    layers.add_series(&series.label, items);
    layers.finish(width, bottom.max(1.0))
}

/// Writes time and unit, the number and its changes, one below the other, and returns
/// their lower edge.
fn words(
    chart: &Chart,
    (category, datum): (&Category, &Value),
    width: f64,
    items: &mut Vec<Item>,
    layers: &mut Layers,
) -> f64 {
    let above = match chart.unit.as_str() {
        // A percentage has its sign in the digits.
        _ if chart.form.kind == Kind::Percent => category.label.clone(),
        "" => category.label.clone(),
        unit => format!("{}, {unit}", category.label),
    };
    let above = fit(&above, None, Room { size: BODY, ..room(width, 2) });
    let lines = above.lines.len();
    let at = Point { x: 0.0, y: ASCENT * BODY };
    let unit = text(above.lines, at, Anchor::Start, TextRole::Unit);
    layers.write(Text { paint: Paint::Mute, ..unit });
    let mut y = lines as f64 * LEADING * BODY;
    let (size, digits) = digits(datum, width);
    y += size * ASCENT - size * 0.12;
    let lines = digits.len();
    let name = chart.trend.as_ref().map(|trend| trend.sentence.clone());
    let name = name.unwrap_or_else(|| format!("{}: {}", category.label, datum.text));
    let role = if datum.value.is_some() { TextRole::Big } else { TextRole::Missing };
    let big = text(digits, Point { x: 0.0, y }, Anchor::Start, role);
    let weight = if datum.value.is_some() { Weight::Bold } else { Weight::Regular };
    items.push(Item::Text(Text { size, weight, name: Some(name), ..big }));
    y += lines.saturating_sub(1) as f64 * LEADING * size + size * DESCENT;
    for change in chart.trend.iter().flat_map(|trend| &trend.changes) {
        let change = fit(change, None, room(width, 3));
        let lines = change.lines.len();
        let at = Point { x: 0.0, y: y + ASCENT * BODY };
        layers.write(text(change.lines, at, Anchor::Start, TextRole::Note));
        y += lines as f64 * LEADING * BODY + 3.0;
    }
    y
}

/// The size of the large digits, which shrink to the room, and their lines: a reason in
/// the place of a value is written in words.
fn digits(datum: &Value, width: f64) -> (f64, Vec<String>) {
    if datum.value.is_none() {
        let reason = fit(&datum.text, None, room(width, 9));
        return (BODY, reason.lines);
    }
    let one = text_width(&datum.text, 1.0, Weight::Bold);
    let size = (width / one.max(1e-9)).clamp(SIZES.1, SIZES.0);
    (size, vec![datum.text.clone()])
}

fn place(category: &Category, datum: &Value, at: Point) -> Mark {
    let y = datum.value.map_or(String::new(), |own| own.normalize().to_string());
    let (label, written) = (category.label.clone(), datum.said());
    Mark {
        shape: Shape::Sign { form: Form::Circle, at, radius: SIGN },
        paint: Paint::Hidden,
        datum: Some(Datum { label, to: None, written, x: category.id.clone(), y }),
    }
}

/// Where the line is.
#[derive(Clone, Copy)]
struct Space {
    left: f64,
    right: f64,
    top: f64,
}

/// The series as a small line.
struct Line<'c> {
    chart: &'c Chart,
    known: &'c [(&'c Category, &'c Value)],
    across: PositionScale,
    up: PositionScale,
}

impl<'c> Line<'c> {
    /// The line of two values or more.
    fn new(chart: &'c Chart, known: &'c [(&'c Category, &'c Value)]) -> Option<Self> {
        if known.len() < 2 {
            return None;
        }
        let at = |category: &Category| category.position.map_or(0.0, number);
        let places = || chart.categories.iter().map(at);
        let (low, high) = extent(chart);
        let zero = |amount: f64| if chart.axis.zero { 0.0 } else { amount };
        let (low, high) = (number(low), number(high));
        let (from, to) = (low.min(zero(low)), high.max(zero(high)));
        let first = places().fold(f64::MAX, f64::min);
        let last = places().fold(f64::MIN, f64::max);
        let across = PositionScale::linear(first, last);
        Some(Self { chart, known, across, up: PositionScale::linear(from, to) })
    }

    /// The height of the years below the line.
    fn under(&self) -> f64 {
        4.0 + LEADING * SMALL + DESCENT * SMALL
    }

    fn draw(&self, space: Space, layers: &mut Layers) -> Vec<Item> {
        let bottom = space.top + HIGH;
        if self.chart.axis.zero {
            let y = self.up.px(0.0, bottom, space.top);
            let from = Point { x: space.left, y };
            layers
                .draw_below(Shape::Rule(from, Point { x: space.right, y }), Paint::Grid);
        }
        let runs = self.runs(space).into_iter().filter(|run| run.len() > 1).collect();
        let line = Mark {
            shape: Shape::Path(runs),
            paint: Paint::Series(Hue::Solo),
            datum: None,
        };
        let mut items = vec![Item::Mark(line)];
        let ends = [0, self.known.len() - 1];
        for (at, (category, datum)) in self.known.iter().enumerate() {
            let mark = place(category, datum, self.point(category, datum, space));
            let paint = match ends.contains(&at) {
                true => Paint::Series(Hue::Solo),
                false => Paint::Hidden,
            };
            items.push(Item::Mark(Mark { paint, ..mark }));
        }
        self.write_ends(space, bottom, layers);
        items
    }

    fn point(&self, category: &Category, datum: &Value, space: Space) -> Point {
        let at = category.position.map_or(0.0, number);
        let value = datum.value.map_or(0.0, number);
        Point {
            x: self.across.px(at, space.left + INSET, space.right - INSET),
            y: self.up.px(value, space.top + HIGH, space.top),
        }
    }

    /// The points of the line, which breaks where a value is missing.
    fn runs(&self, space: Space) -> Vec<Vec<Point>> {
        let data = self.chart.series.first().map_or(&[][..], |own| own.data.as_slice());
        let all: Vec<(&Category, &Value)> =
            self.chart.categories.iter().zip(data).collect();
        let runs = all.split(|(_, datum)| datum.value.is_none());
        let point =
            |(category, datum): &(&Category, &Value)| self.point(category, datum, space);
        runs.map(|run| run.iter().map(point).collect()).collect()
    }

    /// Names the first and the last time, each below its end of the line.
    fn write_ends(&self, space: Space, bottom: f64, layers: &mut Layers) {
        let y = bottom + 4.0 + ASCENT * SMALL;
        let ends = [
            (self.chart.categories.first(), space.left, Anchor::Start),
            (self.chart.categories.last(), space.right, Anchor::End),
        ];
        for (category, x, anchor) in ends {
            let Some(category) = category else { continue };
            let label = category.short.as_ref().unwrap_or(&category.label).clone();
            layers.write(small(label, Point { x, y }, anchor, TextRole::Category));
        }
    }
}
