//! Upright bars over years or categories, with the value at the end of each where there
//! is room for all.

use crate::edition::{Along, Category, Chart, Datum as Value};

use super::WriteNumber;
use super::annotate::{CAPITAL, words};
use super::bars;
use super::called;
use super::clear::{Obstacles, write_if_free};
use super::frame::{Amounts, Frame, Space, TO_YEAR};
use super::hue;
use super::layers::{Layers, SMALL, text};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::place::Place;
use super::scale::number;
use super::scene::{
    Anchor, Item, Mark, Overflow, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::trial::best_of;
use super::upright::{Task, headrooms, meaning};
use super::wrap::{Fit, Room, fit};

/// The part of the distance of two columns that a column takes.
const THICK: f64 = 0.72;
/// The greatest width of a column in px.
const WIDEST: f64 = 96.0;
/// Between the labels of two columns in px.
const BETWEEN: f64 = 8.0;
/// Between the values of two columns in px.
const BETWEEN_VALUES: f64 = 4.0;
/// From a column to its value in px.
const NEAR: f64 = 4.0;
/// How many lines the label of a column may take.
const LINES: usize = 4;

/// Up to so many columns each has its value.
const FEW: usize = 12;
/// How far up the value of a highlighted column may move out of the way, in px, and by
/// which steps.
const LIFT: f64 = 72.0;
const STEP: f64 = 6.0;

/// Lays out columns, or, where there is no room for their labels, horizontal bars.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let task = Task { chart, write, width, place };
    let plans = headrooms(chart).iter().map(|headroom| Columns::new(task, *headroom));
    match plans.collect::<Option<Vec<Columns<'_>>>>() {
        Some(plans) => best_of(plans, |columns| columns.lay_out())
            .unwrap_or_else(|| Layers::default().finish(width, 0.0)),
        None => lying(chart, width, place),
    }
}

/// Horizontal bars; what only columns have is told.
fn lying(chart: &Chart, width: f64, place: Place<'_>) -> Scene {
    let mut scene = bars::compose(chart, width, place);
    let notes = chart.annotations.iter().map(|own| &own.text);
    let marks = chart.references.iter().map(|own| &own.text);
    let lack = |text: &String| {
        let px = text_width(text, SMALL, Weight::Regular).max(1.0).ceil();
        Overflow { text: text.clone(), px }
    };
    scene.overflow.extend(notes.chain(marks).map(lack));
    scene
}

/// Columns and the room that they have.
struct Columns<'a> {
    task: Task<'a>,
    headroom: f64,
    /// The distance of two neighbours in px.
    pitch: f64,
    amounts: Amounts,
    /// Whether each has its value at its end; the amounts are then not needed.
    valued: bool,
    /// The labels below them; none for years.
    labels: Vec<Fit>,
}

impl<'a> Columns<'a> {
    /// Columns with room for their labels and for the reasons of missing values, if there
    /// is.
    fn new(task: Task<'a>, headroom: f64) -> Option<Self> {
        let Task { chart, write, width, place } = task;
        let slots = slots(chart);
        let valued = place.names_series() && values_fit(chart, width / slots);
        let amounts = match valued {
            true => Amounts::new(chart, write).without_labels(),
            false => Amounts::new(chart, write).in_place(place),
        };
        let pitch = (width - amounts.room()) / slots;
        let labels = match over_years(chart) {
            true => Vec::new(),
            false => labels(chart, pitch)?,
        };
        Some(Self { task, headroom, pitch, amounts, valued, labels })
    }

    fn lay_out(&self) -> Scene {
        let Task { chart, width, place, .. } = self.task;
        let mut layers = Layers::default();
        let top = place.unit(chart, 0.0, width, &mut layers) + self.headroom;
        let inset = self.pitch / 2.0;
        let space = Space { top, width, aside: 0.0, inset, place };
        let frame = Frame::new(chart, &self.amounts, space);
        let bounds = self.task.bounds(&frame, self.headroom);
        let references = self.task.references(&frame, bounds);
        references.bands(&mut layers);
        if !self.valued {
            frame.grid(&self.amounts, &mut layers);
        }
        self.draw(&frame, &mut layers);
        references.lines_upon(&mut layers);
        let bottom = self.label(&frame, &mut layers);
        self.write_values(&frame, bounds, &mut layers);
        if self.task.place.names_references() {
            references.words(&mut layers);
        }
        let end = |_, category| self.note_at(category, &frame);
        self.task.notes(bounds, 1.0, end, &mut layers);
        layers.finish(width, bottom)
    }

    fn draw(&self, frame: &Frame<'_>, layers: &mut Layers) {
        let chart = self.task.chart;
        let Some(series) = chart.series.first() else { return };
        let column = |place: &(usize, &Category, f64)| -> Option<Item> {
            let datum = series.data.get(place.0)?;
            let shape = Shape::Bar(self.column(place.2, number(datum.value?), frame));
            let paint = hue::of_datum(hue::of_mark(chart, 0, place.0), datum);
            let datum = meaning(place.1, datum);
            Some(Item::Mark(Mark { shape, paint, datum }))
        };
        let mut items: Vec<Item> = frame.places.iter().filter_map(column).collect();
        let missing = |place: &(usize, &Category, f64)| {
            let datum = series.data.get(place.0).filter(|own| own.value.is_none())?;
            Some(Item::Text(self.reason(place.1, datum, place.2, frame)?))
        };
        items.extend(frame.places.iter().filter_map(missing));
        layers.add_series(&series.label, items);
        let y = frame.at(0.0, 0.0).y;
        let (from, to) =
            (Point { x: frame.plot.left, y }, Point { x: frame.plot.right, y });
        layers.draw_upon(Shape::Rule(from, to), Paint::Axis);
    }

    /// The column of a value at a position.
    fn column(&self, position: f64, value: f64, frame: &Frame<'_>) -> Rect {
        let (end, zero) = (frame.at(position, value), frame.at(position, 0.0));
        let half = (self.pitch * THICK).min(WIDEST) / 2.0;
        Rect {
            left: end.x - half,
            top: end.y.min(zero.y),
            right: end.x + half,
            bottom: end.y.max(zero.y),
        }
    }

    /// Why a value is missing, where its column would stand: over years it is a gap.
    fn reason(
        &self,
        category: &Category,
        datum: &Value,
        position: f64,
        frame: &Frame<'_>,
    ) -> Option<Text> {
        let reason = reason(self.task.chart, datum, self.pitch)?;
        let high = (reason.lines.len() as f64 - 1.0) * LEADING * SMALL + DESCENT * SMALL;
        let zero = frame.at(position, 0.0);
        let at = Point { x: zero.x, y: zero.y - NEAR - high };
        let text = text(reason.lines, at, Anchor::Middle, TextRole::Missing);
        let name = Some(format!("{}: {}", category.label, datum.text));
        Some(Text { size: SMALL, paint: Paint::Mute, name, ..text })
    }

    /// Writes the labels below the columns, and returns the lower edge of all.
    fn label(&self, frame: &Frame<'_>, layers: &mut Layers) -> f64 {
        if over_years(self.task.chart) {
            let told = self.task.annotated().chain(leads(self.task.chart));
            let told: Vec<usize> = told.collect();
            frame.axis_of_years(self.task.width, &told, layers);
            return frame.bottom_of_labels();
        }
        let below = frame.at(0.0, 0.0).y < frame.plot.bottom - 1.0;
        let room = if below { CAPITAL + 2.0 * NEAR } else { 0.0 };
        let top = frame.plot.bottom + TO_YEAR + room;
        let mut lines = 0;
        for ((_, _, position), label) in frame.places.iter().zip(&self.labels) {
            lines = lines.max(label.lines.len());
            let at = Point { x: frame.x(*position), y: top + ASCENT * SMALL };
            let label = text(label.lines.clone(), at, Anchor::Middle, TextRole::Category);
            layers.write(Text { size: SMALL, ..label });
        }
        let further = lines.saturating_sub(1) as f64 * LEADING;
        top + (ASCENT + DESCENT + further) * SMALL
    }

    /// Writes every value, or those that are called out, at the ends of the columns.
    fn write_values(&self, frame: &Frame<'_>, bounds: Rect, layers: &mut Layers) {
        let chart = self.task.chart;
        let leads: Vec<usize> = leads(chart);
        let called = match self.valued {
            true => frame.places.iter().map(|place| place.0).collect(),
            false if !self.task.place.names_series() => Vec::new(),
            false if leads.is_empty() => called::categories(chart, 0, frame),
            false => leads.clone(),
        };
        for category in called {
            let lead = leads.contains(&category);
            let Some(at) = self.value_at(category, frame) else { continue };
            let series = chart.series.first();
            let datum = series.and_then(|series| series.data.get(category));
            let lines = datum.map(|datum| datum.text.clone()).into_iter().collect();
            let bold = lead || !self.valued;
            let weight = if bold { Weight::Bold } else { Weight::Regular };
            let value = words(lines, at, Anchor::Middle, TextRole::Value);
            let value = Text { weight, paint: Paint::Ink, ..value };
            match (self.valued, lead) {
                (true, _) => layers.write(value),
                (false, true) => write_lifted(value, bounds, layers),
                (false, false) => write_if_free(value, bounds, layers),
            }
        }
    }

    /// The middle of the baseline of a value.
    fn value_at(&self, category: usize, frame: &Frame<'_>) -> Option<Point> {
        let value = self.task.chart.series.first()?.data.get(category)?.value?;
        let place = frame.places.iter().find(|place| place.0 == category)?;
        let column = self.column(place.2, number(value), frame);
        let x = (column.left + column.right) / 2.0;
        let y = match value.is_sign_negative() && !value.is_zero() {
            true => column.bottom + NEAR + CAPITAL,
            false => column.top - NEAR,
        };
        Some(Point { x, y })
    }

    /// Where words on a value lead: beyond the value that is written there.
    fn note_at(&self, category: usize, frame: &Frame<'_>) -> Option<Point> {
        let at = self.value_at(category, frame)?;
        Some(Point { y: if self.valued { at.y - CAPITAL - 2.0 } else { at.y }, ..at })
    }
}

/// The categories that are highlighted, if not all are.
fn leads(chart: &Chart) -> Vec<usize> {
    let all = chart.categories.iter().enumerate();
    let leads: Vec<usize> = all.filter(|own| !own.1.muted).map(|own| own.0).collect();
    if leads.len() < chart.categories.len() { leads } else { Vec::new() }
}

/// Writes a value above its column, or higher where taller columns are in the way: a line
/// then leads to it.
fn write_lifted(value: Text, bounds: Rect, layers: &mut Layers) {
    let obstacles = Obstacles::of(layers);
    let steps = (LIFT / STEP) as i32;
    let lifted = (0..=steps).map(|step| {
        let at = Point { y: value.at.y - f64::from(step) * STEP, ..value.at };
        Text { at, ..value.clone() }
    });
    let free = |text: &Text| obstacles.has_room(text, bounds);
    let Some(text) = lifted.into_iter().find(free) else { return };
    if text.at.y < value.at.y {
        let to = Point { y: value.at.y + NEAR - 1.0, ..value.at };
        let from = Point { y: text.at.y + NEAR, ..text.at };
        layers.draw_above(Shape::Rule(from, to), Paint::Leader);
    }
    layers.write(text);
}

/// Whether the columns stand along an axis of years.
fn over_years(chart: &Chart) -> bool {
    !chart.categories.is_empty()
        && chart.categories.iter().all(|own| own.position.is_some())
}

/// For how many columns there is room: over years for those without data too.
fn slots(chart: &Chart) -> f64 {
    let mut at: Vec<f64> =
        chart.categories.iter().filter_map(|own| own.position.map(number)).collect();
    if !over_years(chart) {
        return chart.categories.len().max(1) as f64;
    }
    at.sort_by(f64::total_cmp);
    let step = |pair: &[f64]| match pair {
        [a, b] if b > a => b - a,
        _ => f64::INFINITY,
    };
    let least = at.windows(2).map(step).fold(f64::INFINITY, f64::min);
    let span = at.last().zip(at.first()).map_or(0.0, |(last, first)| last - first);
    if least.is_finite() { (span / least).min(10_000.0) + 1.0 } else { 1.0 }
}

/// Whether there are few columns, every value fits above its own and no line to compare
/// with is in its way.
fn values_fit(chart: &Chart, pitch: f64) -> bool {
    if chart.categories.len() > FEW
        || chart.references.iter().any(|own| own.along == Along::Y)
    {
        return false;
    }
    let data = chart.series.iter().flat_map(|series| &series.data);
    let mut values = data.filter(|datum| datum.value.is_some());
    values.all(|datum| {
        text_width(&datum.text, SMALL, Weight::Bold) <= pitch - BETWEEN_VALUES
    })
}

/// The labels of the columns, if there is room for each and for the reasons of missing
/// values.
fn labels(chart: &Chart, pitch: f64) -> Option<Vec<Fit>> {
    let room = room(pitch);
    let good = |fit: &Fit| fit.excess == 0.0 && fit.lines.len() <= LINES;
    let label = |own: &Category| fit(&own.label, own.short.as_deref(), room);
    let labels: Vec<Fit> = chart.categories.iter().map(label).collect();
    let mut data = chart.series.iter().flat_map(|series| &series.data);
    let said = data.all(|datum| {
        datum.value.is_some()
            || datum.text.is_empty()
            || reason(chart, datum, pitch).is_some()
    });
    (said && labels.iter().all(good)).then_some(labels)
}

/// Why a value is missing, if there is room for it.
fn reason(chart: &Chart, datum: &Value, pitch: f64) -> Option<Fit> {
    if over_years(chart) || datum.text.is_empty() {
        return None;
    }
    let reason = fit(&datum.text, None, room(pitch));
    (reason.excess == 0.0 && reason.lines.len() <= 2 * LINES).then_some(reason)
}

fn room(pitch: f64) -> Room {
    Room { width: pitch - BETWEEN, lines: LINES, size: SMALL, weight: Weight::Regular }
}
