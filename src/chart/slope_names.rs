//! Where the lines of a slope chart are named, and how much room that takes.

use crate::edition::{Chart, Datum as Value, Series};

use super::layers::{BODY, room};
use super::metrics::{LEADING, Weight, width as text_width};
use super::place::Place;
use super::scale::number;
use super::scene::Anchor;
use super::wrap::{Fit, fit};

/// From this width on series are named at both ends.
const WIDE: f64 = 600.0;
/// The part of the width that the names on one side may take.
const ASIDE: f64 = 0.3;
/// The same where only one side has names.
const ASIDE_ALONE: f64 = 0.45;
/// The least part of the width that the lines themselves have, if series are named beside
/// them.
const OPEN: f64 = 0.3;
/// From the end of a line to its value in px.
pub(super) const TO_VALUE: f64 = 10.0;
/// The same where a line leads to values that had to move.
pub(super) const TO_MOVED_VALUE: f64 = 26.0;
/// From a value to its name in px.
pub(super) const TO_NAME: f64 = 8.0;
/// Between two names in px.
const APART: f64 = 3.0;

/// One of the two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

impl Side {
    /// Both.
    pub(super) const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The position of the category.
    pub(super) fn category(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }

    /// The direction that leads away from the lines.
    pub(super) fn out(self) -> f64 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
        }
    }

    /// Which end of a text is at the lines.
    pub(super) fn anchor(self) -> Anchor {
        match self {
            Self::Left => Anchor::End,
            Self::Right => Anchor::Start,
        }
    }
}

/// Where the series are named.
pub(super) enum Names {
    /// At both ends.
    AtBothEnds(Vec<Fit>),
    /// On the right, and on the left where there is no value on the right.
    AtOneEnd(Vec<Fit>),
    /// The same, but those in grey have no value, and are named together below.
    Highlighted(Vec<Fit>),
    /// In the key: there is no room beside the lines.
    InKey,
}

impl Names {
    /// The first of them for which there is room.
    pub(super) fn new(chart: &Chart, width: f64, place: Place<'_>) -> Self {
        if !place.names_series() {
            return Self::InKey;
        }
        let fits = |part: f64, told: fn(&Series) -> bool| -> Vec<Fit> {
            let values = Side::BOTH.map(|side| widest(chart, side, told));
            let taken = values[0].max(values[1]) + TO_MOVED_VALUE + TO_NAME;
            let space = room(width * part - taken, 3);
            let name = |own: &Series| fit(&own.label, own.short.as_deref(), space);
            chart.series.iter().map(name).collect()
        };
        let grey = chart.series.iter().any(|series| series.muted);
        let few = || Self::Highlighted(fits(ASIDE_ALONE, |series| !series.muted));
        let both = (width >= WIDE).then(|| Self::AtBothEnds(fits(ASIDE, |_| true)));
        let one = Self::AtOneEnd(fits(ASIDE_ALONE, |_| true));
        let mut all = both.into_iter().chain([one]);
        let good = all.find(|names| names.has_room(chart, width));
        good.unwrap_or_else(|| {
            if grey || chart.series.len() < 2 { few() } else { Self::InKey }
        })
    }

    fn has_room(&self, chart: &Chart, width: f64) -> bool {
        let all = || {
            (0..chart.series.len()).flat_map(|at| {
                Side::BOTH.into_iter().filter_map(move |side| self.at(chart, at, side))
            })
        };
        let taken = Side::BOTH.map(|side| self.room(chart, side) + TO_MOVED_VALUE);
        width - taken[0] - taken[1] >= width * OPEN
            && all().all(|name| name.excess == 0.0 && name.lines.len() <= 3)
    }

    /// The width of the values of a side and of the names beside them in px.
    pub(super) fn room(&self, chart: &Chart, side: Side) -> f64 {
        let name = |at| self.at(chart, at, side).map_or(0.0, |name| name.width + TO_NAME);
        let name = (0..chart.series.len()).map(name).fold(0.0, f64::max);
        self.values(chart, side) + name
    }

    /// The width of the values of a side in px.
    pub(super) fn values(&self, chart: &Chart, side: Side) -> f64 {
        widest(chart, side, |series| self.tells(series))
    }

    /// Whether the value of a series is written.
    pub(super) fn tells(&self, series: &Series) -> bool {
        !(series.muted && matches!(self, Self::Highlighted(_) | Self::InKey))
    }

    /// The series that neither stand beside their ends nor in the key.
    pub(super) fn untold(&self, chart: &Chart) -> Vec<usize> {
        let all = chart.series.iter().enumerate();
        match self {
            Self::Highlighted(_) => {
                all.filter(|own| !self.tells(own.1)).map(|own| own.0).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The name of a series on a side.
    pub(super) fn at(&self, chart: &Chart, series: usize, side: Side) -> Option<&Fit> {
        let own = chart.series.get(series).filter(|own| self.tells(own))?;
        value(own, side)?;
        match self {
            Self::AtBothEnds(names) => names.get(series),
            Self::AtOneEnd(names) | Self::Highlighted(names) => {
                let right = value(own, Side::Right).is_some();
                names.get(series).filter(|_| right == (side == Side::Right))
            }
            Self::InKey => None,
        }
    }

    /// The height that a series takes beside its end, in px.
    pub(super) fn height(&self, chart: &Chart, series: usize, side: Side) -> f64 {
        let name = self.at(chart, series, side);
        let lines = name.map_or(1, |name| name.lines.len().max(1));
        lines as f64 * LEADING * BODY + APART
    }
}

/// The amount of a series at a place, if it is not missing.
pub(super) fn value(series: &Series, side: Side) -> Option<(f64, &Value)> {
    let datum = series.data.get(side.category())?;
    Some((number(datum.value?), datum))
}

/// The width of the widest value of a side among those that are told, in px.
fn widest(chart: &Chart, side: Side, told: impl Fn(&Series) -> bool) -> f64 {
    let values = chart.series.iter().filter(|series| told(series));
    let values = values.filter_map(|series| value(series, side));
    let wide = values.map(|(_, datum)| text_width(&datum.text, BODY, Weight::Bold));
    wide.fold(0.0, f64::max)
}
