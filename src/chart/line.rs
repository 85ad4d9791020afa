//! Lines over years.

use rust_decimal::Decimal;

use crate::edition::{Along, Annotation, Category, Chart, Series};

use super::WriteNumber;
use super::annotate::{self, Note};
use super::dodge::{Wish, dodge};
use super::frame::{self, Amounts, Frame, INSET, Space};
use super::hue;
use super::key::Sample;
use super::layers::{BODY, Layers, centred, height, room, text};
use super::place::Place;
use super::reference::References;
use super::scale::number;
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Scene, Shape, TextRole,
};
use super::wrap::{Fit, fit};

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
/// From this distance of two points on every point has its sign.
const SIGN_PITCH: f64 = 15.0;

/// Lays out a line chart.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let amounts = Amounts::new(chart, write).in_place(place);
    let names = names(chart, width).filter(|_| place.names_series());
    let key = match names {
        Some(_) => 0.0,
        None => place.key(chart, Sample::Line, width, &mut layers),
    };
    let top = key + place.unit(chart, key, width, &mut layers);
    let aside = names.as_deref().map_or(0.0, |names| {
        names.iter().map(|name| name.width).fold(0.0, f64::max) + TO_MOVED_NAME
    });
    let aside = aside.max(frame::half_of_last(chart) - INSET);
    let space = Space { top, width, aside, inset: INSET, place };
    let frame = Frame::new(chart, &amounts, space);
    let references =
        References::new(chart, frame.plot, Along::X, |along, amount| match along {
            Along::X => frame.x(number(amount)),
            Along::Y => frame.y(amount),
        });
    references.bands(&mut layers);
    frame.grid(&amounts, &mut layers);
    references.lines(&mut layers);
    frame.axis_of_years(width, &mut layers);
    for (index, series) in chart.series.iter().enumerate() {
        let hue = hue::of_series(chart, index);
        layers.add_series(&series.label, series_items(series, hue, &frame));
    }
    if let Some(names) = names {
        write_names(chart, names, &frame, &mut layers);
    }
    references.words(&mut layers);
    annotate::write(&notes(chart, &frame), frame.plot, &mut layers);
    layers.finish(width, frame.bottom_of_labels())
}

/// The words at points.
fn notes<'c>(chart: &'c Chart, frame: &Frame<'c>) -> Vec<Note<'c>> {
    let place = |own: &'c Annotation| {
        let (_, _, position) =
            frame.places.iter().find(|place| place.0 == own.category)?;
        let value = chart.series.get(own.series)?.data.get(own.category)?.value?;
        let at = frame.at(*position, number(value));
        Some(Note { at, radius: 3.5, text: &own.text })
    };
    chart.annotations.iter().filter_map(place).collect()
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
    (fits && high <= frame::height_of(width * (1.0 - ASIDE))).then_some(names)
}

fn name_height(name: &Fit) -> f64 {
    height(name.lines.len()) + 6.0
}

/// The line with a gap at each missing value, and a sign for each value.
fn series_items(series: &Series, hue: Hue, frame: &Frame<'_>) -> Vec<Item> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut run: Vec<Point> = Vec::new();
    let mut data: Vec<(Point, Datum)> = Vec::new();
    for (index, category, position) in &frame.places {
        let datum = series.data.get(*index);
        match datum.and_then(|datum| datum.value.map(|value| (value, &datum.exact))) {
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
        let hue = hue::of_series(chart, index);
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
