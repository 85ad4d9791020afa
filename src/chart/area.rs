//! Areas over years, one upon the other.

use rust_decimal::Decimal;

use crate::edition::{Category, Chart, Series};
use crate::locale::Quantity;

use super::WriteNumber;
use super::called;
use super::frame::{Amounts, Frame};
use super::hue;
use super::key::{self, Sample};
use super::layers::Layers;
use super::line::Strand;
use super::names::{self, Band, Ends};
use super::place::Place;
use super::scale::number;
use super::scene::{Form, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape};
use super::upright::{Naming, Plan, Task, meaning};

/// Half the height of the place of a value, which is not seen, in px.
const HIDDEN: f64 = 5.0;
/// The radius of the sign of a flagged value in px.
const RADIUS: f64 = 3.5;
/// The width of an area of one year alone in px.
const ALONE: f64 = 3.0;

/// Lays out an area chart; with `share` each year is a hundred per cent.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    share: bool,
    place: Place<'_>,
) -> Scene {
    let task = Task { chart, write, width, place };
    task.best(|plan| Drawing { task, plan, share }.lay_out())
}

/// An area chart laid out in one way.
struct Drawing<'a> {
    task: Task<'a>,
    plan: Plan,
    share: bool,
}

impl<'a> Drawing<'a> {
    fn lay_out(&self) -> Scene {
        let Task { chart, width, place, .. } = self.task;
        let mut layers = Layers::default();
        let top = self.head(&mut layers);
        let amounts = self.amounts().in_place(place);
        let ends = match self.plan.naming {
            Naming::Ends => self.task.ends(&names::named(chart)),
            _ => None,
        };
        let (frame, stack) = self.frame(&amounts, top, ends.as_ref());
        let bounds = self.task.bounds(&frame, self.plan.headroom);
        let references = self.task.references(&frame, bounds);
        references.bands(&mut layers);
        frame.grid(&amounts, &mut layers);
        let called = self.called(&frame);
        let annotated = self.task.annotated();
        let told: Vec<usize> = called.iter().copied().chain(annotated).collect();
        frame.axis_of_years(width, &told, &mut layers);
        self.draw(&stack, &frame, &told, &mut layers);
        references.lines_upon(&mut layers);
        self.name(&stack, ends, &frame, &mut layers);
        called::write(chart, 0, &called, &frame, bounds, &mut layers);
        if self.task.place.names_references() {
            references.words(&mut layers);
        }
        let at = |series, category| stack.top(series, category, &frame);
        self.task.notes(bounds, 2.0, at, &mut layers);
        layers.finish(width, frame.bottom_of_labels())
    }

    /// Writes what stands above the grid, and returns the upper edge of the grid.
    fn head(&self, layers: &mut Layers) -> f64 {
        let Task { chart, width, place, .. } = self.task;
        let key = match self.plan.naming {
            Naming::Key => {
                let from_the_top: Vec<usize> = (0..chart.series.len()).rev().collect();
                key::place_ordered(chart, &from_the_top, Sample::Block, width, layers)
            }
            _ => 0.0,
        };
        key + place.unit(chart, key, width, layers) + self.plan.headroom
    }

    fn amounts(&self) -> Amounts {
        let Task { chart, write, .. } = self.task;
        let plain = |value: Decimal| write(&Quantity::new(value));
        if self.share { Amounts::shares(&plain) } else { Amounts::new(chart, write) }
    }

    /// The frame, with room for names beside the ends of the areas.
    fn frame(
        &self,
        amounts: &Amounts,
        top: f64,
        ends: Option<&Ends>,
    ) -> (Frame<'a>, Stack) {
        let chart = self.task.chart;
        let room = |moved| ends.map_or(0.0, |ends| ends.room(moved));
        let frame = self.task.frame(amounts, top, room(false));
        let stack = Stack::new(chart, &frame, self.share);
        let end = |series| stack.end(series, &frame);
        if ends.is_some_and(|own| own.are_moved(end, frame.plot)) {
            return (self.task.frame(amounts, top, room(true)), stack);
        }
        (frame, stack)
    }

    /// The categories whose values are called out: of one area alone.
    fn called(&self, frame: &Frame<'_>) -> Vec<usize> {
        let chart = self.task.chart;
        let alone = self.plan.values && chart.series.len() == 1 && !self.share;
        if alone { called::categories(chart, 0, frame) } else { Vec::new() }
    }

    fn draw(
        &self,
        stack: &Stack,
        frame: &Frame<'_>,
        told: &[usize],
        layers: &mut Layers,
    ) {
        let chart = self.task.chart;
        for (index, (series, spans)) in chart.series.iter().zip(&stack.spans).enumerate()
        {
            let hue = hue::of_series(chart, index);
            let alone = chart.series.len() == 1 && !self.share;
            let paint = if alone { Paint::Ribbon(hue) } else { Paint::Series(hue) };
            let mut items = areas(spans, paint, frame);
            match alone {
                true => {
                    let strand =
                        Strand { series, hue, paint: hue::of_line(chart, index) };
                    items.extend(strand.items(frame, |at| told.contains(&at)));
                }
                false => items.extend(places(series, hue, spans, frame)),
            }
            layers.add_series(&series.label, items);
        }
    }

    fn name(
        &self,
        stack: &Stack,
        ends: Option<Ends>,
        frame: &Frame<'_>,
        layers: &mut Layers,
    ) {
        let chart = self.task.chart;
        match (self.plan.naming, ends) {
            (Naming::Ends, Some(ends)) => {
                ends.write(chart, |at| stack.end(at, frame), frame.plot, layers);
            }
            (Naming::Upon, _) => {
                let band = |at: usize| {
                    let series = chart.series.get(at)?;
                    let hue: Hue = hue::of_series(chart, at);
                    let edges = stack.edges(at, frame);
                    Some(Band {
                        label: &series.label,
                        short: series.short.as_deref(),
                        hue,
                        edges,
                    })
                };
                let bands = names::named(chart).into_iter().filter_map(band);
                let bands: Vec<Band<'_>> = bands.collect();
                names::write_within(&bands, layers);
            }
            _ => {}
        }
    }
}

/// From where to where an area reaches in a year, in amounts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    from: f64,
    to: f64,
    /// Whether it is known: what stands upon a missing value is not.
    known: bool,
}

/// The areas of all series, one upon the other.
struct Stack {
    /// For each series and each place of the frame, from left to right.
    spans: Vec<Vec<Span>>,
}

impl Stack {
    fn new(chart: &Chart, frame: &Frame<'_>, share: bool) -> Self {
        let mut spans = vec![Vec::new(); chart.series.len()];
        for place in &frame.places {
            let value = |series: &Series| series.data.get(place.0)?.value.map(number);
            let values: Vec<Option<f64>> = chart.series.iter().map(value).collect();
            let whole: Option<f64> = values.iter().copied().sum();
            let whole = whole.filter(|whole| *whole > 0.0);
            let (part, mut known) = match share {
                true => (whole.map_or(0.0, |whole| 100.0 / whole), whole.is_some()),
                false => (1.0, true),
            };
            let mut from = 0.0;
            for (spans, value) in spans.iter_mut().zip(values) {
                known &= value.is_some();
                let to = from + value.unwrap_or(0.0) * part;
                spans.push(Span { from, to, known });
                from = to;
            }
        }
        Self { spans }
    }

    /// The upper edge of a series at a category, where it is known.
    fn top(&self, series: usize, category: usize, frame: &Frame<'_>) -> Option<Point> {
        let at = frame.places.iter().position(|place| place.0 == category)?;
        let span = self.spans.get(series)?.get(at).filter(|span| span.known)?;
        Some(frame.at(frame.places.get(at)?.2, span.to))
    }

    /// The middle of a series at the last year.
    fn end(&self, series: usize, frame: &Frame<'_>) -> Point {
        let span = self.spans.get(series).and_then(|spans| spans.last());
        let middle = span.map_or(0.0, |span| (span.from + span.to) / 2.0);
        frame.at(frame.places.last().map_or(0.0, |place| place.2), middle)
    }

    /// The upper and the lower edge of a series, in runs without gaps.
    fn edges(&self, series: usize, frame: &Frame<'_>) -> Vec<Vec<(Point, Point)>> {
        self.spans.get(series).map_or(Vec::new(), |spans| edges(spans, frame))
    }
}

/// The upper and the lower edge of an area, in runs without gaps.
fn edges(spans: &[Span], frame: &Frame<'_>) -> Vec<Vec<(Point, Point)>> {
    let edge = |(place, span): (&(usize, &Category, f64), &Span)| {
        let at = |amount| frame.at(place.2, amount);
        span.known.then(|| (at(span.to), at(span.from)))
    };
    let all: Vec<Option<(Point, Point)>> =
        frame.places.iter().zip(spans).map(edge).collect();
    let runs = all.split(Option::is_none);
    let runs = runs.map(|run| run.iter().copied().flatten().collect());
    runs.filter(|run: &Vec<(Point, Point)>| !run.is_empty()).collect()
}

/// The areas of a series: one for each run of years.
fn areas(spans: &[Span], paint: Paint, frame: &Frame<'_>) -> Vec<Item> {
    let area = |run: Vec<(Point, Point)>| {
        let shape = match run.as_slice() {
            [(top, bottom)] => Shape::Bar(Rect {
                left: top.x - ALONE / 2.0,
                top: top.y.min(bottom.y),
                right: top.x + ALONE / 2.0,
                bottom: top.y.max(bottom.y),
            }),
            run => {
                let upper = run.iter().map(|edges| edges.0);
                let lower = run.iter().rev().map(|edges| edges.1);
                Shape::Region(vec![upper.chain(lower).collect()])
            }
        };
        Item::Mark(Mark { shape, paint, datum: None })
    };
    edges(spans, frame).into_iter().map(area).collect()
}

/// The place of each value, at the upper edge of its area: a hollow sign where the value is
/// flagged, else nothing to be seen. A value upon a missing one has its place upon what is
/// known, though no area.
fn places<'f>(
    series: &'f Series,
    hue: Hue,
    spans: &'f [Span],
    frame: &'f Frame<'_>,
) -> impl Iterator<Item = Item> + 'f {
    frame.places.iter().zip(spans).filter_map(move |(place, span)| {
        let value = series.data.get(place.0)?;
        let at = frame.at(place.2, span.to);
        let (form, radius, paint) = match value.flags.is_empty() {
            true => (Form::Circle, HIDDEN, Paint::Hidden),
            false => (hue.form(), RADIUS, Paint::Hollow(hue)),
        };
        let shape = Shape::Sign { form, at, radius };
        let datum = Some(meaning(place.1, value)?);
        Some(Item::Mark(Mark { shape, paint, datum }))
    })
}
