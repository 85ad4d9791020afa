//! What upright charts over years have in common: the ways to lay them out, and what
//! stands around and upon their data.

use crate::edition::{Along, Category, Chart, Datum as Value};

use super::WriteNumber;
use super::annotate::{self, Note};
use super::frame::{self, Amounts, Frame, INSET, Space};
use super::layers::Layers;
use super::names::{self, Ends};
use super::place::Place;
use super::reference::References;
use super::scale::number;
use super::scene::{Datum, Point, Rect, Scene};
use super::trial::{HEADROOMS, best_of};

/// How far words may stand above the grid, in px.
const ABOVE: f64 = 7.0;
/// How far words upon the drawing stay from its years, in px.
const FROM_YEARS: f64 = 3.0;

/// A chart and the room for it.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    /// What is drawn.
    pub(super) chart: &'a Chart,
    /// How numbers are written.
    pub(super) write: WriteNumber<'a>,
    /// The width in px.
    pub(super) width: f64,
    /// Where it stands.
    pub(super) place: Place<'a>,
}

/// Where the names of the series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Nowhere: there is one series, or all of some small multiples have a key.
    Nowhere,
    /// Beside the ends.
    Ends,
    /// Upon the drawing.
    Upon,
    /// In a row above.
    Key,
}

/// One way to lay out a chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// Where the names are.
    pub(super) naming: Naming,
    /// Whether values are called out.
    pub(super) values: bool,
    /// What is kept free above the grid, in px.
    pub(super) headroom: f64,
}

impl<'a> Task<'a> {
    /// The best of the layouts that `lay_out` makes.
    pub(super) fn best(&self, lay_out: impl Fn(Plan) -> Scene) -> Scene {
        best_of(self.plans(), lay_out)
            .unwrap_or_else(|| Layers::default().finish(self.width, 0.0))
    }

    /// The ways to lay out the chart, the best first.
    fn plans(&self) -> Vec<Plan> {
        let mut plans = Vec::new();
        let values: &[bool] =
            if self.place.names_series() { &[true, false] } else { &[false] };
        for naming in self.namings() {
            for values in values {
                for headroom in headrooms(self.chart) {
                    let (values, headroom) = (*values, *headroom);
                    plans.push(Plan { naming, values, headroom });
                }
            }
        }
        plans
    }

    fn namings(&self) -> Vec<Naming> {
        let named = names::named(self.chart);
        if named.is_empty() || !self.place.names_series() {
            return vec![Naming::Nowhere];
        }
        let ends = self.ends(&named).map(|_| Naming::Ends);
        ends.into_iter().chain([Naming::Upon, Naming::Key]).collect()
    }

    /// The names beside the ends, if there is room for them and all reach the last year.
    pub(super) fn ends(&self, named: &[usize]) -> Option<Ends> {
        let all = named.iter().all(|at| self.reaches_end(*at));
        Ends::new(self.chart, named, self.width).filter(|_| all)
    }

    fn reaches_end(&self, series: usize) -> bool {
        let series = self.chart.series.get(series);
        let last = series
            .and_then(|own| own.data.get(self.chart.categories.len().checked_sub(1)?));
        last.is_some_and(|datum| datum.value.is_some())
    }

    /// The frame with its upper edge at `top`, with `room` px for names beside it.
    pub(super) fn frame(&self, amounts: &Amounts, top: f64, room: f64) -> Frame<'a> {
        let aside = room.max(frame::half_of_last(self.chart) - INSET);
        let (width, place) = (self.width, self.place);
        Frame::new(self.chart, amounts, Space { top, width, aside, inset: INSET, place })
    }

    /// The lines and spans that data are compared with, up to the top of `bounds`.
    pub(super) fn references(&self, frame: &Frame<'_>, bounds: Rect) -> References<'a> {
        let area = Rect { top: bounds.top.min(frame.plot.top), ..frame.plot };
        References::new(self.chart, area, Along::X, |along, amount| match along {
            Along::X => frame.x(number(amount)),
            Along::Y => frame.y(amount),
        })
    }

    /// Where words may stand upon the drawing.
    pub(super) fn bounds(&self, frame: &Frame<'_>, headroom: f64) -> Rect {
        let Rect { left, top, bottom, .. } = frame.plot;
        Rect {
            left: left - INSET + 2.0,
            top: top - headroom - ABOVE,
            right: self.width,
            bottom: bottom - FROM_YEARS,
        }
    }

    /// Writes the words at points, which are where `at` says.
    pub(super) fn notes(
        &self,
        bounds: Rect,
        radius: f64,
        at: impl Fn(usize, usize) -> Option<Point>,
        layers: &mut Layers,
    ) {
        let note = |own: &'a crate::edition::Annotation| {
            Some(Note { at: at(own.series, own.category)?, radius, text: &own.text })
        };
        let notes: Vec<Note<'_>> =
            self.chart.annotations.iter().filter_map(note).collect();
        annotate::write(&notes, bounds, layers);
    }

    /// The categories that words speak of.
    pub(super) fn annotated(&self) -> impl Iterator<Item = usize> {
        self.chart.annotations.iter().map(|own| own.category)
    }
}

/// The heights that are tried above the grid: more than none only for words.
pub(super) fn headrooms(chart: &Chart) -> &'static [f64] {
    match chart.annotations.is_empty() && chart.references.is_empty() {
        true => &[0.0],
        false => &HEADROOMS,
    }
}

/// What the mark of a datum stands for; nothing for a missing one.
pub(super) fn meaning(category: &Category, datum: &Value) -> Option<Datum> {
    let interval = datum.interval.as_ref();
    let interval = interval.map_or(String::new(), |own| format!(" ({})", own.text));
    Some(Datum {
        label: category.label.clone(),
        to: None,
        written: format!("{}{interval}", datum.said()),
        x: category.id.clone(),
        y: datum.value?.normalize().to_string(),
    })
}
