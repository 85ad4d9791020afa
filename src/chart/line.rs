//! Lines over years.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use rust_decimal::Decimal;

use crate::edition::{Category, Chart, Series};

use super::dodge::{Wish, dodge};
use super::key::{self, Sample};
use super::layers::{BODY, Layers, SMALL, centred, height, room, small, text};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::scale::{Linear, SUBPIXELS, Ticks, grain, number, subpixels, values};
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, TextRole,
};
use super::wrap::{Fit, fit};
use super::{WriteNumber, years};

/// From this width on the lines are named at their ends.
const WIDE: f64 = 560.0;
/// The part of the width that names at the ends may take.
const ASIDE: f64 = 0.28;
/// From the last point to its name in px.
const TO_NAME: f64 = 12.0;
/// The same where a line leads to a name that had to move.
const TO_MOVED_NAME: f64 = 40.0;
/// From the sign at the end of such a line to the name in px.
const AFTER_SIGN: f64 = 11.0;
/// From the amounts to the grid in px.
const TO_GRID: f64 = 8.0;
/// From the grid to the boxes of the years in px.
const TO_YEAR: f64 = 6.0;
/// From the edge of the grid to the first and last point in px.
const INSET: f64 = 8.0;
/// From this distance of two points on every point has its sign.
const SIGN_PITCH: f64 = 15.0;

/// Lays out a line chart.
pub(super) fn compose(chart: &Chart, write: WriteNumber<'_>, width: f64) -> Scene {
    let mut layers = Layers::default();
    let amounts = Amounts::new(chart, write);
    let names = names(chart, width);
    let key = match names {
        Some(_) => 0.0,
        None => key::place(chart, Sample::Line, width, &mut layers),
    };
    let top = key + unit(chart, key, width, &mut layers);
    let frame = Frame::new(chart, &amounts, names.as_deref(), top, width);
    grid(&amounts, &frame, &mut layers);
    axis(&frame, width, &mut layers);
    for (index, series) in chart.series.iter().enumerate() {
        let hue = Hue::of(index, chart.series.len());
        layers.add_series(&series.label, series_items(series, hue, &frame));
    }
    if let Some(names) = names {
        write_names(chart, names, &frame, &mut layers);
    }
    layers.finish(width, frame.plot.bottom + TO_YEAR + (ASCENT + DESCENT) * SMALL)
}

/// The round amounts and how they are written.
struct Amounts {
    ticks: Ticks,
    labels: Vec<String>,
}

impl Amounts {
    fn new(chart: &Chart, write: WriteNumber<'_>) -> Self {
        let low = values(chart).min().unwrap_or_default();
        let high = values(chart).max().unwrap_or_default();
        let ticks = Ticks::cover(low, high, grain(chart));
        let labels = ticks.labels(&chart.form, write);
        Self { ticks, labels }
    }

    fn width(&self) -> f64 {
        let wide = |label: &String| text_width(label, SMALL, Weight::Regular);
        self.labels.iter().map(wide).fold(0.0, f64::max)
    }
}

/// The names beside the ends of the lines, if the chart is wide, every line reaches the
/// last year and the names fit.
fn names(chart: &Chart, width: f64) -> Option<Vec<Fit>> {
    let reaches_end =
        |series: &Series| series.data.last().is_some_and(|datum| datum.value.is_some());
    let complete = |series: &Series| series.data.len() == chart.categories.len();
    if width < WIDE
        || chart.series.len() < 2
        || !chart.series.iter().all(|series| reaches_end(series) && complete(series))
    {
        return None;
    }
    let room = room(width * ASIDE - TO_MOVED_NAME, 3);
    let names = chart.series.iter().map(|s| fit(&s.label, s.short.as_deref(), room));
    let names: Vec<Fit> = names.collect();
    let high: f64 = names.iter().map(name_height).sum();
    let fits = names.iter().all(|name| name.excess == 0.0 && name.lines.len() <= 3);
    (fits && high <= plot_height(width * (1.0 - ASIDE))).then_some(names)
}

fn name_height(name: &Fit) -> f64 {
    height(name.lines.len()) + 6.0
}

fn plot_height(plot_width: f64) -> f64 {
    (plot_width * 0.56).clamp(190.0, 330.0).round()
}

/// Writes the unit above the amounts and returns its height with the space below it.
fn unit(chart: &Chart, top: f64, width: f64, layers: &mut Layers) -> f64 {
    let room = super::wrap::Room { size: SMALL, ..room(width, 2) };
    let unit = fit(&chart.unit, None, room);
    let lines = unit.lines.len();
    let at = Point { x: 0.0, y: top + ASCENT * SMALL };
    let label = small(String::new(), at, Anchor::Start, TextRole::Unit);
    layers.write(super::scene::Text { lines: unit.lines, ..label });
    match lines {
        0 => ASCENT * SMALL,
        lines => lines as f64 * LEADING * SMALL + HALF_LINE + 7.0,
    }
}

/// Half a line of the amounts, of which the uppermost stands at the edge of the grid.
const HALF_LINE: f64 = SMALL * 0.5;

/// The box of the grid and where data are in it.
struct Frame<'c> {
    plot: Rect,
    coordinates: Cartesian2d<Linear, Linear>,
    /// The categories from left to right, with their index.
    places: Vec<(usize, &'c Category, f64)>,
}

impl<'c> Frame<'c> {
    fn new(
        chart: &'c Chart,
        amounts: &Amounts,
        names: Option<&[Fit]>,
        top: f64,
        width: f64,
    ) -> Self {
        let left = (amounts.width() + TO_GRID).min(width / 2.0);
        let aside = names.map_or(0.0, |names| {
            names.iter().map(|name| name.width).fold(0.0, f64::max) + TO_MOVED_NAME
        });
        let right = width - aside.max(half_of_last(chart) - INSET).max(1.0);
        let bottom = top + plot_height(right - left);
        let plot = Rect { left, top, right, bottom };
        let mut places: Vec<(usize, &Category, f64)> = chart
            .categories
            .iter()
            .enumerate()
            .map(|(at, category)| (at, category, position(at, category)))
            .collect();
        places.sort_by(|a, b| a.2.total_cmp(&b.2));
        let low = places.first().map_or(0.0, |place| place.2);
        let high = places.last().map_or(1.0, |place| place.2);
        let positions = Linear { low, high, shown: Vec::new() };
        let across = subpixels(left + INSET)..subpixels(right - INSET);
        let up = subpixels(bottom)..subpixels(top);
        let coordinates =
            Cartesian2d::new(positions, amounts.ticks.scale(), (across, up));
        Self { plot, coordinates, places }
    }

    fn at(&self, position: f64, amount: f64) -> Point {
        let (x, y) = self.coordinates.translate(&(position, amount));
        Point { x: f64::from(x) / SUBPIXELS, y: f64::from(y) / SUBPIXELS }
    }

    fn y(&self, amount: Decimal) -> f64 {
        self.at(0.0, number(amount)).y
    }

    /// The least distance of two neighbours.
    fn pitch(&self) -> f64 {
        let xs: Vec<f64> =
            self.places.iter().map(|place| self.at(place.2, 0.0).x).collect();
        let distance = |pair: &[f64]| match pair {
            [a, b] => b - a,
            _ => f64::INFINITY,
        };
        xs.windows(2).map(distance).fold(f64::INFINITY, f64::min)
    }
}

fn half_of_last(chart: &Chart) -> f64 {
    let last = chart.categories.last();
    last.map_or(0.0, |last| text_width(&last.label, SMALL, Weight::Regular) / 2.0)
}

fn position(at: usize, category: &Category) -> f64 {
    category.position.map_or(at as f64, number)
}

fn grid(amounts: &Amounts, frame: &Frame<'_>, layers: &mut Layers) {
    for (tick, label) in amounts.ticks.0.iter().zip(&amounts.labels) {
        let y = frame.y(*tick);
        let from = Point { x: frame.plot.left, y };
        let to = Point { x: frame.plot.right, y };
        let paint = if tick.is_zero() { Paint::Axis } else { Paint::Grid };
        layers.draw_below(Shape::Rule(from, to), paint);
        let at = Point { x: frame.plot.left - TO_GRID, y: centred(1, y, SMALL) };
        layers.write(small(label.clone(), at, Anchor::End, TextRole::Tick));
    }
}

fn axis(frame: &Frame<'_>, width: f64, layers: &mut Layers) {
    let bottom = frame.plot.bottom;
    let place = |place: &(usize, &'_ Category, f64)| frame.at(place.2, 0.0).x;
    let places: Vec<(&Category, f64)> =
        frame.places.iter().map(|entry| (entry.1, place(entry))).collect();
    for year in years::shown(&places, width) {
        let from = Point { x: year.x, y: bottom };
        let to = Point { x: year.x, y: bottom + 5.0 };
        layers.draw_below(Shape::Rule(from, to), Paint::Axis);
        let at = Point { x: year.middle, y: bottom + TO_YEAR + ASCENT * SMALL };
        layers.write(small(year.label, at, Anchor::Middle, TextRole::Category));
    }
}

/// The line with a gap at each missing value, and a sign for each value.
fn series_items(series: &Series, hue: Hue, frame: &Frame<'_>) -> Vec<Item> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut run: Vec<Point> = Vec::new();
    let mut data: Vec<(Point, Datum)> = Vec::new();
    for (index, category, position) in &frame.places {
        let datum = series.data.get(*index);
        match datum.and_then(|datum| datum.value.map(|value| (value, &datum.text))) {
            Some((value, written)) => {
                let at = frame.at(*position, number(value));
                run.push(at);
                data.push((at, meaning(category, value, written)));
            }
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    let alone = |at: &Point| runs.iter().any(|run| run.as_slice() == [*at]);
    let last = data.len().saturating_sub(1);
    let all = frame.pitch() >= SIGN_PITCH;
    let signs: Vec<Item> = data
        .into_iter()
        .enumerate()
        .map(|(index, (at, datum))| {
            let seen = all || index == 0 || index == last || alone(&at);
            sign(at, datum, hue, seen)
        })
        .collect();
    runs.retain(|run| run.len() > 1);
    let line = Mark { shape: Shape::Path(runs), paint: Paint::Series(hue), datum: None };
    [Item::Mark(line)].into_iter().chain(signs).collect()
}

fn meaning(category: &Category, value: Decimal, written: &str) -> Datum {
    Datum {
        name: format!("{}: {written}", category.label),
        x: category.position.map_or_else(|| category.id.clone(), |at| at.to_string()),
        y: value.normalize().to_string(),
    }
}

fn sign(at: Point, datum: Datum, hue: Hue, seen: bool) -> Item {
    let (form, radius, paint) = match seen {
        true => (hue.form(), 3.5, Paint::Series(hue)),
        false => (super::scene::Form::Circle, 5.0, Paint::Hidden),
    };
    Item::Mark(Mark {
        shape: Shape::Sign { form, at, radius },
        paint,
        datum: Some(datum),
    })
}

fn write_names(chart: &Chart, names: Vec<Fit>, frame: &Frame<'_>, layers: &mut Layers) {
    let ends: Vec<Point> = chart.series.iter().map(|series| end(series, frame)).collect();
    let wishes: Vec<Wish> = ends
        .iter()
        .zip(&names)
        .map(|(end, name)| Wish { middle: end.y, height: name_height(name) })
        .collect();
    let middles = dodge(&wishes, frame.plot.top - 4.0, frame.plot.bottom + 6.0);
    let moved = |(end, middle): (&Point, &f64)| (end.y - middle).abs() > 3.0;
    let leads = ends.iter().zip(&middles).any(moved);
    let names = names.into_iter().zip(ends).zip(middles).enumerate();
    for (index, ((name, end), middle)) in names {
        let hue = Hue::of(index, chart.series.len());
        let x = end.x + if leads { TO_MOVED_NAME - INSET - AFTER_SIGN } else { TO_NAME };
        if leads {
            let from = Point { x: end.x + 7.0, y: end.y };
            let to = Point { x: x - 4.0, y: middle };
            layers.draw_above(Shape::Rule(from, to), Paint::Leader);
            let at = Point { x: x + 2.0, y: middle };
            layers.draw_above(
                Shape::Sign { form: hue.form(), at, radius: 4.0 },
                Paint::Series(hue),
            );
        }
        let x = if leads { x + AFTER_SIGN } else { x };
        let at = Point { x, y: centred(name.lines.len(), middle, BODY) };
        layers.write(text(name.lines, at, Anchor::Start, TextRole::Series));
    }
}

fn end(series: &Series, frame: &Frame<'_>) -> Point {
    let last = frame.places.last();
    let value = last.and_then(|place| series.data.get(place.0)?.value);
    frame.at(last.map_or(0.0, |place| place.2), value.map_or(0.0, number))
}
