//! Values that are called out: those at which a line begins, turns and ends, written at
//! their points where there is room.

use rust_decimal::Decimal;

use crate::edition::Chart;

use super::annotate::{CAPITAL, words};
use super::clear::Obstacles;
use super::frame::Frame;
use super::hue;
use super::layers::Layers;
use super::metrics::Weight;
use super::scale::number;
use super::scene::{Anchor, Paint, Point, Rect, Text, TextRole};

/// Up to so many series, the first is called out though none is highlighted.
const FEW: usize = 3;
/// The part of the height of a line by which a turn stands out.
const SEEN: f64 = 0.05;
/// Half the height of the sign at such a point in px.
pub(super) const RADIUS: f64 = 4.0;
/// From the sign to the value in px.
const NEAR: f64 = 4.5;

/// The series that is called out: the first that is highlighted, or of few the first.
pub(super) fn series(chart: &Chart) -> Option<usize> {
    if chart.series.iter().any(|series| series.muted) {
        return chart.series.iter().position(|series| !series.muted);
    }
    (1..=FEW).contains(&chart.series.len()).then_some(0)
}

/// The categories whose values are called out, the most telling first: the largest value,
/// the smallest, the last and the first; and where the line turns once more, if it begins
/// or ends at its largest or smallest.
pub(super) fn categories(chart: &Chart, series: usize, frame: &Frame<'_>) -> Vec<usize> {
    let data = chart.series.get(series).map(|own| own.data.as_slice());
    let value = |at: usize| data?.get(at)?.value;
    let places = frame.places.iter().map(|place| place.0);
    let known: Vec<(usize, f64)> =
        places.filter_map(|at| Some((at, number(value(at)?)))).collect();
    let Some(last) = known.len().checked_sub(1) else { return Vec::new() };
    let (largest, smallest) = (peak(&known, 0, 1.0), peak(&known, 0, -1.0));
    let mut called = vec![largest, smallest, last, 0];
    called.extend(turn(&known, largest, smallest, 1.0));
    called.extend(turn(&known, smallest, largest, -1.0));
    let mut order: Vec<usize> = Vec::new();
    for at in called.into_iter().filter_map(|at| Some(known.get(at)?.0)) {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    order
}

/// The first place of the largest value from `from` on, or with a `sign` of minus one of
/// the smallest.
fn peak(known: &[(usize, f64)], from: usize, sign: f64) -> usize {
    let mut best = from;
    for (at, (_, value)) in known.iter().enumerate().skip(from) {
        if known.get(best).is_some_and(|known| value * sign > known.1 * sign) {
            best = at;
        }
    }
    best
}

/// Where a line that begins or ends at its `peak` reaches furthest on the other side of
/// its lowest point, if that is seen: with a `sign` of minus one all is upside down.
fn turn(known: &[(usize, f64)], peak: usize, trough: usize, sign: f64) -> Option<usize> {
    let last = known.len() - 1;
    let beyond = match peak {
        0 => trough..last,
        at if at == last => 0..trough,
        _ => return None,
    };
    let value = |at: usize| known.get(at).map_or(0.0, |known| known.1 * sign);
    let found = beyond.clone().max_by(|a, b| value(*a).total_cmp(&value(*b)))?;
    let end = if peak == 0 { value(last) } else { value(0) };
    let seen = SEEN * (value(peak) - value(trough)).abs();
    let far = value(found) - end.max(value(trough)) > seen;
    far.then_some(found)
}

/// Writes the values of `categories` at their points of `series`, where nothing is in the
/// way, inside `bounds`.
pub(super) fn write(
    chart: &Chart,
    series: usize,
    categories: &[usize],
    frame: &Frame<'_>,
    bounds: Rect,
    layers: &mut Layers,
) {
    let Some(own) = chart.series.get(series) else { return };
    let paint = Paint::Name(hue::of_series(chart, series));
    for category in categories {
        let Some(datum) = own.data.get(*category) else { continue };
        let place = frame.places.iter().find(|place| place.0 == *category);
        let (Some(value), Some((_, _, position))) = (datum.value, place) else {
            continue;
        };
        let at = |amount| frame.at(*position, number(amount));
        let interval = datum.interval.as_ref();
        let (high, low) = interval.map_or((value, value), |own| (own.high, own.low));
        let ends = [at(high), at(value), at(low)];
        let low = is_low(chart, series, *category, frame);
        let written = |side| value_at(&datum.text, ends, side, paint);
        let obstacles = Obstacles::of(layers);
        let mut places = sides(low).map(written).into_iter();
        let free = |own: &Text| obstacles.has_room(own, bounds);
        if let Some(text) = places.find(free) {
            layers.write(text);
        }
    }
}

/// Whether a value is smaller than its neighbours: it is then written below its point.
fn is_low(chart: &Chart, series: usize, category: usize, frame: &Frame<'_>) -> bool {
    let here = frame.places.iter().position(|place| place.0 == category);
    let value = |at: Option<usize>| {
        let place = frame.places.get(at?)?;
        chart.series.get(series)?.data.get(place.0)?.value
    };
    let own = value(here);
    let before = value(here.and_then(|at| at.checked_sub(1)));
    let after = value(here.map(|at| at + 1));
    let lower = |other: Option<Decimal>| other.is_none_or(|other| own < Some(other));
    lower(before) && lower(after) && (before.is_some() || after.is_some())
}

/// The sides of a point on which its value may stand, the best first: left or right, and
/// above or below.
fn sides(low: bool) -> [(f64, f64); 8] {
    let away = if low { 1.0 } else { -1.0 };
    [
        (0.0, away),
        (1.0, away),
        (-1.0, away),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -away),
        (1.0, -away),
        (-1.0, -away),
    ]
}

/// A value on one side of its point: above the upper end of its interval, or below the
/// lower one.
fn value_at(
    written: &str,
    [high, at, low]: [Point; 3],
    (aside, down): (f64, f64),
    paint: Paint,
) -> Text {
    let far = RADIUS + NEAR;
    let (at, near) = match down {
        0.0 => (at, far),
        down if down < 0.0 => (high, 2.0),
        _ => (low, 2.0),
    };
    let anchor = match aside {
        0.0 => Anchor::Middle,
        aside if aside > 0.0 => Anchor::Start,
        _ => Anchor::End,
    };
    let middle = at.y + down * (far + CAPITAL / 2.0);
    let place = Point { x: at.x + aside * near, y: middle + CAPITAL / 2.0 };
    let text = words(vec![written.to_owned()], place, anchor, TextRole::Value);
    Text { paint, weight: Weight::Bold, ..text }
}
