//! Lines over years.

use std::cmp::Reverse;

use crate::edition::{Category, Chart, Series};

use super::WriteNumber;
use super::called;
use super::frame::{Amounts, Frame};
use super::hue;
use super::key::{self, Sample};
use super::layers::Layers;
use super::names::{self, Ends, Line};
use super::place::Place;
use super::ribbon;
use super::scale::number;
use super::scene::{Form, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape};
use super::upright::{Naming, Plan, Task, meaning};

/// From this distance of two points on every point has its sign where there are no
/// colours.
const SIGN_PITCH: f64 = 12.0;
/// Half the height of a sign in px.
const RADIUS: f64 = 3.5;
/// From the years to the names of the lines that have none of their own, in px.
const TO_REST: f64 = 10.0;
/// Half the height of the place around a point without a sign, in px.
const HIDDEN: f64 = 5.0;

/// Lays out a line chart.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let task = Task { chart, write, width, place };
    task.best(|plan| Drawing { task, plan }.lay_out())
}

/// A line chart laid out in one way.
struct Drawing<'a> {
    task: Task<'a>,
    plan: Plan,
}

impl<'a> Drawing<'a> {
    fn lay_out(&self) -> Scene {
        let Task { chart, write, width, place } = self.task;
        let mut layers = Layers::default();
        let top = self.head(&mut layers);
        let amounts = Amounts::new(chart, write).in_place(place);
        let (frame, ends) = self.frame(&amounts, top);
        let bounds = self.task.bounds(&frame, self.plan.headroom);
        let references = self.task.references(&frame, bounds);
        references.bands(&mut layers);
        frame.grid(&amounts, &mut layers);
        references.lines(&mut layers);
        let called = self.called(&frame);
        frame.axis_of_years(width, &self.told(called.as_ref()), &mut layers);
        let lines = self.draw(&frame, called.as_ref(), &mut layers);
        self.name(&lines, ends, frame.plot, &mut layers);
        if let Some((series, categories)) = called {
            called::write(chart, series, &categories, &frame, bounds, &mut layers);
        }
        if self.task.place.names_references() {
            references.words(&mut layers);
        }
        let at = |series, category| point(chart, series, category, &frame);
        self.task.notes(bounds, RADIUS, at, &mut layers);
        let bottom = self.name_rest(frame.bottom_of_labels(), &mut layers);
        layers.finish(width, bottom)
    }

    /// Names below `top` the lines that have no names of their own, and returns the lower
    /// edge.
    fn name_rest(&self, top: f64, layers: &mut Layers) -> f64 {
        let Task { chart, width, place, .. } = self.task;
        let rest = names::unnamed(chart);
        if rest.is_empty() || !place.names_series() {
            return top;
        }
        key::together(chart, &rest, top + TO_REST, width, layers)
    }

    /// Writes what stands above the grid, and returns the upper edge of the grid.
    fn head(&self, layers: &mut Layers) -> f64 {
        let Task { chart, width, place, .. } = self.task;
        let mut top = 0.0;
        if self.plan.naming == Naming::Key {
            top +=
                key::place_ordered(chart, &by_last(chart), Sample::Line, width, layers);
        }
        if let Some(label) = chart.interval.as_ref().filter(|_| place.names_series()) {
            let lead = called::series(chart).unwrap_or(0);
            top += ribbon::key(label, hue::of_series(chart, lead), top, width, layers);
        }
        top + place.unit(chart, top, width, layers) + self.plan.headroom
    }

    /// The frame, with room for names beside the ends of the lines.
    fn frame(&self, amounts: &Amounts, top: f64) -> (Frame<'a>, Option<Ends>) {
        let chart = self.task.chart;
        let ends = match self.plan.naming {
            Naming::Ends => self.task.ends(&names::named(chart)),
            _ => None,
        };
        let room = |moved| ends.as_ref().map_or(0.0, |ends| ends.room(moved));
        let frame = self.task.frame(amounts, top, room(false));
        let end = |series| end(chart, series, &frame);
        let moved = ends.as_ref().is_some_and(|own| own.are_moved(end, frame.plot));
        let frame = if moved { self.task.frame(amounts, top, room(true)) } else { frame };
        (frame, ends)
    }

    /// The series and the categories whose values are called out.
    fn called(&self, frame: &Frame<'_>) -> Option<(usize, Vec<usize>)> {
        let chart = self.task.chart;
        let series = called::series(chart).filter(|_| self.plan.values)?;
        Some((series, called::categories(chart, series, frame)))
    }

    /// The categories that something is said of.
    fn told(&self, called: Option<&(usize, Vec<usize>)>) -> Vec<usize> {
        let called = called.map(|(_, categories)| categories.as_slice());
        let annotated = self.task.annotated();
        called.unwrap_or_default().iter().copied().chain(annotated).collect()
    }

    /// Draws the series, grey ones first, and returns the runs of points of each.
    fn draw(
        &self,
        frame: &Frame<'_>,
        called: Option<&(usize, Vec<usize>)>,
        layers: &mut Layers,
    ) -> Vec<Vec<Vec<Point>>> {
        let chart = self.task.chart;
        let mut order: Vec<usize> = (0..chart.series.len()).collect();
        order.sort_by_key(|at| hue::of_series(chart, *at) != Hue::Muted);
        let mut lines = vec![Vec::new(); chart.series.len()];
        for index in order {
            let Some(series) = chart.series.get(index) else { continue };
            let hue = hue::of_series(chart, index);
            ribbon::draw(series, hue, frame, layers);
            let here = |category| match called {
                Some((own, categories)) => {
                    *own == index && categories.contains(&category)
                }
                None => false,
            };
            let noted = |category| {
                let mut notes = chart.annotations.iter();
                notes.any(|own| (own.series, own.category) == (index, category))
            };
            let shown = |category| here(category) || noted(category);
            let strand = Strand { series, hue, paint: hue::of_line(chart, index) };
            layers.add_series(&series.label, strand.items(frame, shown));
            if let Some(line) = lines.get_mut(index) {
                *line = strand.runs(frame);
            }
        }
        lines
    }

    fn name(
        &self,
        lines: &[Vec<Vec<Point>>],
        ends: Option<Ends>,
        plot: Rect,
        layers: &mut Layers,
    ) {
        let chart = self.task.chart;
        match (self.plan.naming, ends) {
            (Naming::Ends, Some(ends)) => {
                let end = |at: usize| {
                    let last = lines.get(at).and_then(|runs| runs.last()?.last());
                    last.copied().unwrap_or(Point { x: plot.right, y: plot.bottom })
                };
                ends.write(chart, end, plot, layers);
            }
            (Naming::Upon, _) => {
                let line = |at: usize| {
                    let series = chart.series.get(at)?;
                    Some(Line {
                        label: &series.label,
                        short: series.short.as_deref(),
                        hue: hue::of_series(chart, at),
                        runs: lines.get(at)?,
                    })
                };
                let named = names::named(chart);
                let lines: Vec<Line<'_>> = named.into_iter().filter_map(line).collect();
                names::write_upon(&lines, plot, layers);
            }
            _ => {}
        }
    }
}

/// A series as it is drawn.
pub(super) struct Strand<'c> {
    /// What is drawn.
    pub(super) series: &'c Series,
    /// The colour of its signs.
    pub(super) hue: Hue,
    /// What its line is painted with.
    pub(super) paint: Paint,
}

impl Strand<'_> {
    /// The points in runs, with a gap at each missing value.
    fn runs(&self, frame: &Frame<'_>) -> Vec<Vec<Point>> {
        let point = |place: &(usize, &Category, f64)| {
            let value = self.series.data.get(place.0)?.value?;
            Some(frame.at(place.2, number(value)))
        };
        let points: Vec<Option<Point>> = frame.places.iter().map(point).collect();
        let runs = points.split(Option::is_none);
        let runs = runs.map(|run| run.iter().copied().flatten().collect());
        runs.filter(|run: &Vec<Point>| !run.is_empty()).collect()
    }

    /// The line and a sign for each value: to be seen in colours only at both ends, where
    /// a value stands alone or is flagged, and at the categories that are `shown`.
    pub(super) fn items(
        &self,
        frame: &Frame<'_>,
        shown: impl Fn(usize) -> bool,
    ) -> Vec<Item> {
        let runs = self.runs(frame);
        let ends = [
            runs.first().and_then(|run| run.first()),
            runs.last().and_then(|run| run.last()),
        ];
        let ends: Vec<Point> = ends.into_iter().flatten().copied().collect();
        let alone: Vec<Point> =
            runs.iter().filter(|run| run.len() == 1).flatten().copied().collect();
        let dense = frame.pitch() < SIGN_PITCH;
        let sign = |place: &(usize, &Category, f64)| {
            let datum = self.series.data.get(place.0)?;
            let at = frame.at(place.2, number(datum.value?));
            let told = shown(place.0);
            let paint = hue::of_datum(self.hue, datum);
            let flagged = !datum.flags.is_empty();
            let seen = told || flagged || ends.contains(&at) || alone.contains(&at);
            let mark = match () {
                () if told => self.sign(at, called::RADIUS, paint),
                () if seen => self.sign(at, RADIUS, paint),
                () if dense => (
                    Shape::Sign { form: Form::Circle, at, radius: HIDDEN },
                    Paint::Hidden,
                ),
                () => self.sign(at, RADIUS, Paint::Quiet(self.hue)),
            };
            let (shape, paint) = mark;
            Some(Item::Mark(Mark { shape, paint, datum: Some(meaning(place.1, datum)?) }))
        };
        let signs: Vec<Item> = frame.places.iter().filter_map(sign).collect();
        let runs = runs.into_iter().filter(|run| run.len() > 1).collect();
        let line = Mark { shape: Shape::Path(runs), paint: self.paint, datum: None };
        [Item::Mark(line)].into_iter().chain(signs).collect()
    }

    fn sign(&self, at: Point, radius: f64, paint: Paint) -> (Shape, Paint) {
        (Shape::Sign { form: self.hue.form(), at, radius }, paint)
    }
}

/// Where a value is, if it is not missing.
fn point(
    chart: &Chart,
    series: usize,
    category: usize,
    frame: &Frame<'_>,
) -> Option<Point> {
    let value = chart.series.get(series)?.data.get(category)?.value?;
    let place = frame.places.iter().find(|place| place.0 == category)?;
    Some(frame.at(place.2, number(value)))
}

/// Where the line of a series ends.
fn end(chart: &Chart, series: usize, frame: &Frame<'_>) -> Point {
    let mut places = frame.places.iter().rev();
    let last = places.find_map(|place| point(chart, series, place.0, frame));
    last.unwrap_or(Point { x: frame.plot.right, y: frame.plot.bottom })
}

/// The series that have names, that with the largest last value first.
fn by_last(chart: &Chart) -> Vec<usize> {
    let last = |at: &usize| {
        let data = chart.series.get(*at).map(|own| own.data.iter().rev());
        data.and_then(|mut data| data.find_map(|datum| datum.value))
    };
    let mut order = names::named(chart);
    order.sort_by_key(|at| Reverse(last(at)));
    order
}
