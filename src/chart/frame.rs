//! The frame of an upright chart: the box of its grid, its scales and what stands at its
//! axes.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use rust_decimal::Decimal;

use crate::edition::{Category, Chart};

use super::layers::{Layers, SMALL, centred, room, small};
use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width as text_width};
use super::place::Place;
use super::scale::{PositionScale, SUBPIXELS, Ticks, extent, number, subpixels};
use super::scene::{Anchor, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::{Room, fit};
use super::{WriteNumber, years};

/// From the amounts to the grid in px.
const TO_GRID: f64 = 8.0;
/// The length of the tick of a year in px, and of one between two that are named.
const TICK: f64 = 5.0;
const SHORT_TICK: f64 = 3.0;
/// From the grid to the boxes of the years in px.
pub(super) const TO_YEAR: f64 = 6.0;
/// Half a line of the amounts, of which the uppermost stands at the edge of the grid.
pub(super) const HALF_LINE: f64 = SMALL * 0.5;
/// From the edge of the grid to the first and last point in px.
pub(super) const INSET: f64 = 8.0;

/// The part of the height that stays free above the largest amount, and below one that is
/// less than zero.
const FREE: f64 = 0.06;

/// The round amounts and how they are written.
pub(super) struct Amounts {
    ticks: Vec<Decimal>,
    labels: Vec<String>,
    scale: PositionScale,
}

impl Amounts {
    /// Those of the axis of the values, which ends a little above the data.
    pub(super) fn new(chart: &Chart, write: WriteNumber<'_>) -> Self {
        let ticks = Ticks::of(chart);
        let labels = ticks.labels(&chart.form, write);
        let mut scale = ticks.scale(chart.axis.log);
        (scale.low, scale.high) = ends(&scale, chart);
        let shown = |tick: &f64| (scale.low..=scale.high).contains(tick);
        let kept: Vec<bool> = scale.shown.iter().map(shown).collect();
        let mut ticks = ticks.0;
        (ticks, scale.shown) = (keep(ticks, &kept), keep(scale.shown, &kept));
        Self { ticks, labels: keep(labels, &kept), scale }
    }

    /// Those of a chart that is drawn as a hundred per cent.
    pub(super) fn shares(write: &dyn Fn(Decimal) -> String) -> Self {
        let ticks: Vec<Decimal> =
            (0..=5).map(|fifth| Decimal::from(fifth * 20)).collect();
        let labels = ticks.iter().map(|tick| write(*tick)).collect();
        let ticks = Ticks(ticks);
        Self { labels, scale: ticks.scale(false), ticks: ticks.0 }
    }

    /// The same without labels where another panel has them.
    pub(super) fn in_place(self, place: Place<'_>) -> Self {
        match place.names_amounts() {
            true => self,
            false => self.without_labels(),
        }
    }

    /// The same without labels.
    pub(super) fn without_labels(self) -> Self {
        Self { labels: Vec::new(), ..self }
    }

    /// The room that their labels take beside the grid, in px.
    pub(super) fn room(&self) -> f64 {
        if self.labels.is_empty() { 0.0 } else { self.width() + TO_GRID }
    }

    /// The width of the widest in px.
    fn width(&self) -> f64 {
        let wide = |label: &String| text_width(label, SMALL, Weight::Regular);
        self.labels.iter().map(wide).fold(0.0, f64::max)
    }
}

fn keep<T>(all: Vec<T>, kept: &[bool]) -> Vec<T> {
    all.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| one).collect()
}

/// Where the axis begins and ends: a little beyond data and not at the next tick, unless
/// fewer than three ticks would be left then. It begins at a tick where zero is not below
/// the data.
fn ends(ticks: &PositionScale, chart: &Chart) -> (f64, f64) {
    let (low, high) = extent(chart);
    let zero = |amount: Decimal| if chart.axis.zero { Decimal::ZERO } else { amount };
    let (low, high) = (low.min(zero(low)), high.max(zero(high)));
    let exact = |end: Decimal, given: Option<Decimal>| {
        given == Some(end) || chart.axis.zero && end.is_zero()
    };
    let free = |exact: bool| if exact { 0.0 } else { FREE };
    let (to_low, to_high) =
        (free(exact(low, chart.axis.from)), free(exact(high, chart.axis.to)));
    let (low, high) = (number(low), number(high));
    let tight = match ticks.log {
        true => (ticks.low, high * (high / ticks.low).powf(to_high)),
        false if low < 0.0 => {
            (low - (high - low) * to_low, high + (high - low) * to_high)
        }
        false => (ticks.low, high + (high - ticks.low) * to_high),
    };
    let kept = |low: f64, high: f64| {
        let inside = |tick: &&f64| (low..=high).contains(*tick);
        low < high
            && ticks.shown.iter().filter(inside).count() >= ticks.shown.len().min(3)
    };
    [tight, (tight.0, ticks.high), (ticks.low, tight.1)]
        .into_iter()
        .find(|(low, high)| kept(*low, *high))
        .unwrap_or((ticks.low, ticks.high))
}

/// The unit of the amounts of a chart: parts of a hundred per cent are in per cent, in
/// every language by the sign.
pub(super) fn unit_of(chart: &Chart) -> &str {
    if chart.kind.is_share() { "%" } else { &chart.unit }
}

/// Writes the unit above the amounts and returns its height with the space below it, in
/// px.
pub(super) fn unit(unit: &str, top: f64, width: f64, layers: &mut Layers) -> f64 {
    let unit = fit(unit, None, Room { size: SMALL, ..room(width, 2) });
    let lines = unit.lines.len();
    let at = Point { x: 0.0, y: top + ASCENT * SMALL };
    let label = small(String::new(), at, Anchor::Start, TextRole::Unit);
    layers.write(Text { lines: unit.lines, ..label });
    match lines {
        0 => ASCENT * SMALL,
        lines => lines as f64 * LEADING * SMALL + HALF_LINE + 7.0,
    }
}

/// The height of the grid that goes with a width, in px.
pub(super) fn height_of(width: f64) -> f64 {
    (width * 0.62).clamp(200.0, 360.0).round()
}

/// What a frame has room for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space<'p> {
    /// The upper edge of the grid in px.
    pub(super) top: f64,
    /// The width of the drawing in px.
    pub(super) width: f64,
    /// What is left free beside the grid on the right, in px.
    pub(super) aside: f64,
    /// From the edges of the grid to the first and the last place, in px.
    pub(super) inset: f64,
    /// Where the chart stands.
    pub(super) place: Place<'p>,
}

/// The box of the grid and where data are in it.
pub(super) struct Frame<'c> {
    /// The box of the grid.
    pub(super) plot: Rect,
    /// The categories from left to right, with their index and their position.
    pub(super) places: Vec<(usize, &'c Category, f64)>,
    coordinates: Cartesian2d<PositionScale, PositionScale>,
    floor: f64,
}

impl<'c> Frame<'c> {
    /// The frame of a chart whose categories stand at their positions, or at equal
    /// distance where they have none.
    pub(super) fn new(chart: &'c Chart, amounts: &Amounts, space: Space<'_>) -> Self {
        let mut places: Vec<(usize, &Category, f64)> = chart
            .categories
            .iter()
            .enumerate()
            .map(|(at, category)| (at, category, position(at, category)))
            .collect();
        places.sort_by(|a, b| a.2.total_cmp(&b.2));
        let low = places.first().map_or(0.0, |place| place.2);
        let high = places.last().map_or(1.0, |place| place.2);
        Self::of(places, PositionScale::linear(low, high), amounts, space)
    }

    /// The frame with a scale of its own from left to right.
    pub(super) fn of(
        places: Vec<(usize, &'c Category, f64)>,
        across: PositionScale,
        amounts: &Amounts,
        space: Space<'_>,
    ) -> Self {
        let Space { top, width, aside, inset, place } = space;
        let left = amounts.room().min(width / 2.0);
        let right = width - aside.max(1.0);
        let bottom = top + place.height_of(right - left);
        let plot = Rect { left, top, right, bottom };
        let range = subpixels(left + inset)..subpixels(right - inset);
        let up = subpixels(bottom)..subpixels(top);
        let scale = amounts.scale.clone();
        let floor = if scale.log { scale.low } else { 0.0_f64.max(scale.low) };
        let coordinates = Cartesian2d::new(across, scale, (range, up));
        Self { plot, coordinates, places, floor }
    }

    /// Where an amount is at a position.
    pub(super) fn at(&self, position: f64, amount: f64) -> Point {
        let (x, y) = self.coordinates.translate(&(position, amount));
        Point { x: f64::from(x) / SUBPIXELS, y: f64::from(y) / SUBPIXELS }
    }

    /// How high an amount is.
    pub(super) fn y(&self, amount: Decimal) -> f64 {
        self.at(0.0, number(amount)).y
    }

    /// Where a position is from left to right.
    pub(super) fn x(&self, position: f64) -> f64 {
        self.at(position, self.floor).x
    }

    /// The least distance of two neighbours in px.
    pub(super) fn pitch(&self) -> f64 {
        let xs: Vec<f64> = self.places.iter().map(|place| self.x(place.2)).collect();
        let distance = |pair: &[f64]| match pair {
            [a, b] => b - a,
            _ => f64::INFINITY,
        };
        xs.windows(2).map(distance).fold(f64::INFINITY, f64::min)
    }

    /// Draws the lines of the amounts and writes these beside them.
    pub(super) fn grid(&self, amounts: &Amounts, layers: &mut Layers) {
        if amounts.scale.shown.first().is_some_and(|first| *first > amounts.scale.low) {
            let Rect { left, right, bottom, .. } = self.plot;
            let (from, to) =
                (Point { x: left, y: bottom }, Point { x: right, y: bottom });
            layers.draw_below(Shape::Rule(from, to), Paint::Grid);
        }
        let labels = amounts.labels.iter().map(Some).chain(std::iter::repeat(None));
        for (tick, label) in amounts.ticks.iter().zip(labels) {
            let y = self.y(*tick);
            let from = Point { x: self.plot.left, y };
            let to = Point { x: self.plot.right, y };
            let paint = if tick.is_zero() { Paint::Axis } else { Paint::Grid };
            layers.draw_below(Shape::Rule(from, to), paint);
            let at = Point { x: self.plot.left - TO_GRID, y: centred(1, y, SMALL) };
            if let Some(label) = label {
                layers.write(small(label.clone(), at, Anchor::End, TextRole::Tick));
            }
        }
    }

    /// Marks and names years below the grid, also those of the categories `called`;
    /// `width` is that of the drawing.
    pub(super) fn axis_of_years(
        &self,
        width: f64,
        called: &[usize],
        layers: &mut Layers,
    ) {
        let bottom = self.plot.bottom;
        let places: Vec<(&Category, f64)> =
            self.places.iter().map(|place| (place.1, self.x(place.2))).collect();
        let called = |place: &(usize, &Category, f64)| called.contains(&place.0);
        let called: Vec<usize> = (0..places.len())
            .filter(|at| self.places.get(*at).is_some_and(called))
            .collect();
        for year in years::shown(&places, width, &called) {
            let from = Point { x: year.x, y: bottom };
            let long = if year.short { SHORT_TICK } else { TICK };
            let to = Point { x: year.x, y: bottom + long };
            layers.draw_below(Shape::Rule(from, to), Paint::Axis);
            if let Some(label) = year.label {
                let at = Point { x: year.middle, y: bottom + TO_YEAR + ASCENT * SMALL };
                layers.write(small(label, at, Anchor::Middle, TextRole::Category));
            }
        }
    }

    /// The lower edge of one line of labels below the grid.
    pub(super) fn bottom_of_labels(&self) -> f64 {
        self.plot.bottom + TO_YEAR + (ASCENT + DESCENT) * SMALL
    }
}

/// Half the width of the last label below the grid, in px.
pub(super) fn half_of_last(chart: &Chart) -> f64 {
    let last = chart.categories.last();
    last.map_or(0.0, |last| text_width(&last.label, SMALL, Weight::Regular) / 2.0)
}

fn position(at: usize, category: &Category) -> f64 {
    category.position.map_or(at as f64, number)
}
