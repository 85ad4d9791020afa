//! A dot of each series in the row of each category, with the interval of its value.

use crate::edition::{Category, Chart, Datum as Value};

use super::WriteNumber;
use super::compare::Compared;
use super::hue;
use super::key::Sample;
use super::layers::{BODY, Layers, SMALL, centred, room, text};
use super::metrics::{LEADING, Weight, width as text_width};
use super::missing;
use super::place::Place;
use super::rows::{BEYOND, Rows};
use super::ruler::{Beside, Measure, Ruler};
use super::scale::number;
use super::scene::{Anchor, Hue, Item, Mark, Paint, Point, Scene, Shape, Text, TextRole};
use super::upright::meaning;
use super::whisker;
use super::wrap::fit;

/// Half the height of a dot in px.
const RADIUS: f64 = 5.0;
/// From a dot or the end of its interval to its value in px.
const TO_VALUE: f64 = 6.0;
/// The height of a row of dots side by side in px.
const HIGH: f64 = 18.0;
/// The height of one of several dots below each other in px.
const SLOT: f64 = 15.0;
/// How near the middles of two dots beside each other may be in px.
const NEAR: f64 = 1.5 * RADIUS;

/// Lays out a dot chart.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let mut key = place.key(chart, Sample::Sign, width, &mut layers);
    if place.names_series() {
        key = whisker::key(chart, key, width, &mut layers);
    }
    let mut dots = Dots::new(chart, write, width, place);
    dots.rows.stand_on_lines();
    let px = |amount| dots.ruler.px(number(amount));
    let compared = Compared::new(chart, &px, key, width);
    dots.rows.begin(compared.bottom().max(BEYOND));
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    for (index, category) in chart.categories.iter().enumerate() {
        let reason = dots.reason(chart, index);
        let lines = (reason.len() as f64 * LEADING * BODY).ceil();
        let top = dots.rows.next(index, dots.high().max(lines), &mut layers);
        dots.guide(top, &mut layers);
        dots.row(chart, (index, category), top, &mut items, &mut layers);
        if let Some(items) = items.first_mut().filter(|_| !reason.is_empty()) {
            items.push(Item::Text(dots.missing(category, reason, top)));
        }
    }
    dots.ruler.grid(dots.rows.reach(), dots.rows.zero_paint(), &mut layers);
    compared.draw(&dots.rows, false, place.names_references(), &mut layers);
    let bottom =
        dots.ruler.write(dots.rows.bottom(), place.words(&chart.unit), &mut layers);
    let bottom = match chart.series.len() {
        0 | 1 => bottom,
        _ => missing::write(chart, bottom, width, &mut layers),
    };
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, bottom)
}

/// Where the values of a row are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Values {
    /// After each dot.
    After,
    /// Before the first of two dots and after the second.
    Around,
    /// Nowhere: the axis alone tells them.
    None,
}

/// The rows, the ruler below them and how the dots of a row stand.
struct Dots {
    rows: Rows,
    ruler: Ruler,
    width: f64,
    /// How many dots stand below each other.
    slots: usize,
    values: Values,
}

impl Dots {
    /// The dots of a row stand side by side where their values are far enough apart and
    /// have no intervals, else below each other.
    fn new(chart: &Chart, write: WriteNumber<'_>, width: f64, place: Place<'_>) -> Self {
        let count = chart.series.len();
        let charts = place.charts(chart);
        let with = |slots: usize, values: Values| {
            let rows = Rows::new(chart, width, if slots == 1 { 6.0 } else { 12.0 });
            let measure = Measure::of(chart);
            let beside = charts.iter().flat_map(|own| beside(own, values));
            let beside: Vec<Beside> = beside.collect();
            let ends = measure.between(&beside, write, (rows.left, width));
            let ruler = Ruler::new(&measure, write, ends, width);
            Self { rows, ruler, width, slots, values }
        };
        if count > 1 && chart.interval.is_none() {
            let values = if count == 2 { Values::Around } else { Values::None };
            let dots = with(1, values);
            if !charts.iter().any(|own| dots.touch(own)) {
                return dots;
            }
        }
        with(count.max(1), Values::After)
    }

    /// Whether two dots of a row would hide each other.
    fn touch(&self, chart: &Chart) -> bool {
        (0..chart.categories.len()).any(|at| {
            let values = values(chart, at);
            let mut places: Vec<f64> =
                values.iter().map(|(_, value)| self.ruler.px(*value)).collect();
            places.sort_by(f64::total_cmp);
            places.windows(2).any(|pair| matches!(pair, [a, b] if b - a < NEAR))
        })
    }

    fn high(&self) -> f64 {
        if self.slots == 1 { HIGH } else { self.slots as f64 * SLOT }
    }

    /// The middle of the dot of a series in a row that begins at `top`.
    fn y(&self, series: usize, top: f64) -> f64 {
        match self.slots {
            1 => top + HIGH / 2.0,
            _ => top + (series as f64 + 0.5) * SLOT,
        }
    }

    /// A line that leads the eye from the label to the dots.
    fn guide(&self, top: f64, layers: &mut Layers) {
        if self.rows.above() || self.slots > 1 {
            return;
        }
        let y = (top + HIGH / 2.0).floor() + 0.5;
        let from = Point { x: self.ruler.from(), y };
        let to = Point { x: self.ruler.to(), y };
        layers.draw_below(Shape::Rule(from, to), Paint::Grid);
    }

    fn row(
        &self,
        chart: &Chart,
        (index, category): (usize, &Category),
        top: f64,
        items: &mut [Vec<Item>],
        layers: &mut Layers,
    ) {
        let all = values(chart, index);
        let low = all.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        let high = all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        if let (Some(low), Some(high), 1) = (low, high, self.slots) {
            let end = |value: f64| Point { x: self.ruler.px(value), y: self.y(0, top) };
            if low.1 < high.1 {
                layers.draw_below(Shape::Rule(end(low.1), end(high.1)), Paint::Leader);
            }
        }
        for (nth, series) in chart.series.iter().enumerate() {
            let Some(datum) = series.data.get(index) else { continue };
            let (Some(value), Some(items)) = (datum.value, items.get_mut(nth)) else {
                continue;
            };
            let hue = hue::of_mark(chart, nth, index);
            let at = Point { x: self.ruler.px(number(value)), y: self.y(nth, top) };
            items.extend(self.whisker(datum, at, hue));
            let shape = Shape::Sign { form: hue.form(), at, radius: RADIUS };
            let paint = hue::of_datum(hue, datum);
            let datum_of_dot = meaning(category, datum);
            items.push(Item::Mark(Mark { shape, paint, datum: datum_of_dot }));
            let first = all.len() > 1 && low.is_some_and(|low| low.0 == nth);
            layers.write(self.value(datum, at, first));
        }
    }

    fn whisker(&self, datum: &Value, at: Point, hue: Hue) -> Option<Item> {
        let own = datum.interval.as_ref()?;
        let (low, high) = (number(own.low), number(own.high));
        Some(whisker::mark(self.ruler.px(low), self.ruler.px(high), at.y, hue))
    }

    /// The value beside its dot, on the left of it where it is the first of two.
    fn value(&self, datum: &Value, at: Point, first: bool) -> Text {
        let end = datum.interval.as_ref().map(|own| self.ruler.px(number(own.high)));
        let after = end.unwrap_or(at.x).max(at.x + RADIUS) + TO_VALUE;
        let (x, anchor) = match (self.values, first) {
            (Values::Around, true) => (at.x - RADIUS - TO_VALUE, Anchor::End),
            _ => (after, Anchor::Start),
        };
        let written = Some(datum.text.clone()).filter(|_| self.values != Values::None);
        let at = Point { x, y: centred(1, at.y, SMALL) };
        let text = text(written.into_iter().collect(), at, anchor, TextRole::Value);
        let (weight, paint) = (Weight::Bold, Paint::Note);
        Text { size: SMALL, weight, paint, ..text }
    }

    /// Why the value of the only series is missing, in lines.
    fn reason(&self, chart: &Chart, index: usize) -> Vec<String> {
        let [series] = chart.series.as_slice() else { return Vec::new() };
        match series.data.get(index) {
            Some(Value { value: None, text, .. }) => {
                let width = self.width - self.ruler.from();
                fit(text, None, room(width, 9)).lines
            }
            _ => Vec::new(),
        }
    }

    fn missing(&self, category: &Category, lines: Vec<String>, top: f64) -> Text {
        let high = self.high().max((lines.len() as f64 * LEADING * BODY).ceil());
        let y = centred(lines.len(), top + high / 2.0, BODY);
        let name = format!("{}: {}", category.label, lines.join(" "));
        let at = Point { x: self.ruler.from(), y };
        Text {
            paint: Paint::Mute,
            name: Some(name),
            ..text(lines, at, Anchor::Start, TextRole::Missing)
        }
    }
}

/// The values at a category with the positions of their series.
fn values(chart: &Chart, at: usize) -> Vec<(usize, f64)> {
    let series = chart.series.iter().enumerate();
    series
        .filter_map(|(nth, own)| Some((nth, number(own.data.get(at)?.value?))))
        .collect()
}

/// What stands beside each value.
fn beside(chart: &Chart, values: Values) -> Vec<Beside> {
    let data = chart.series.iter().flat_map(|series| &series.data);
    let marks = data.filter_map(|datum| {
        let value = datum.value?;
        let wide = text_width(&datum.text, SMALL, Weight::Bold) + TO_VALUE;
        let (before, after) = match values {
            Values::After => (0.0, wide),
            Values::Around => (wide, wide),
            Values::None => (0.0, 0.0),
        };
        let dot = |before: f64, after: f64| Beside {
            amount: value,
            before: before + RADIUS,
            after: after + RADIUS,
        };
        let end = datum.interval.as_ref().map(|own| Beside {
            amount: own.high,
            before: 0.0,
            after,
        });
        Some([Some(dot(before, after)), end])
    });
    marks.flatten().flatten().collect()
}
