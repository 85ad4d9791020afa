//! A point for each row of the data, at the values of two variables.

use rust_decimal::Decimal;

use crate::edition::{Across, Along, Annotation, Category, Chart, Datum as Value, said};
use crate::locale::{Kind, Quantity};

use super::WriteNumber;
use super::annotate::{self, Note};
use super::frame::{self, Amounts, Frame, INSET, Space};
use super::hue;
use super::key::Sample;
use super::layers::Layers;
use super::missing;
use super::place::Place;
use super::point_names::{self, Named};
use super::reference::References;
use super::ruler::{Measure, Ruler};
use super::scale::{Ticks, number};
use super::scene::{Datum, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape};

/// From this number of points on signs are smaller.
const MANY: usize = 60;
/// Half the height of a sign in px: of a few, of many.
const RADIUS: (f64, f64) = (4.5, 3.5);
/// The axis begins at zero where the largest amount is more than so many times the least.
const NEAR_ZERO: f64 = 3.0;

/// Lays out a scatter chart.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let key = place.key(chart, Sample::Sign, width, &mut layers);
    let amounts = Amounts::new(chart, write).in_place(place);
    let measure = measure(chart);
    let top = match place.names_series() {
        true => key + frame::unit(&upward(chart), key, width, &mut layers),
        false => frame::HALF_LINE,
    };
    let aside = (measure.overhang(write).1 - INSET).max(0.0);
    let space = Space { top, width, aside, inset: INSET, place };
    let frame = Frame::of(Vec::new(), measure.scale.clone(), &amounts, space);
    let Rect { left, right, bottom, .. } = frame.plot;
    let ruler = Ruler::new(&measure, write, (left + INSET, right - INSET), width);
    let references =
        References::new(chart, frame.plot, Along::X, |along, amount| match along {
            Along::X => frame.x(number(amount)),
            Along::Y => frame.y(amount),
        });
    references.bands(&mut layers);
    ruler.grid(Some((frame.plot.top, bottom)), Paint::Axis, &mut layers);
    frame.grid(&amounts, &mut layers);
    references.lines(&mut layers);
    let lower = ruler.write(bottom, &across(chart), &mut layers);
    let cloud = Cloud { chart, write, frame };
    let points = cloud.points();
    cloud.draw(&points, &mut layers);
    let bounds = Rect { left, top, right: width, bottom };
    if place.names_references() {
        references.words(&mut layers);
    }
    annotate::write(&cloud.notes(&points), bounds, &mut layers);
    let named: Vec<Named<'_>> = points.iter().map(|own| own.named(chart)).collect();
    point_names::write(named, bounds, &mut layers);
    let lower = missing::write(chart, lower, width, &mut layers);
    layers.finish(width, lower)
}

/// What is measured upwards, with its unit.
pub(super) fn upward(chart: &Chart) -> String {
    title(&chart.measure, &chart.unit)
}

/// What is measured across, with its unit.
fn across(chart: &Chart) -> String {
    chart.across.as_ref().map_or_else(String::new, |own| title(&own.label, &own.unit))
}

fn title(label: &str, unit: &str) -> String {
    match (label, unit) {
        ("", only) | (only, "") => only.to_owned(),
        (label, unit) => format!("{label}, {unit}"),
    }
}

/// The amounts across: from zero where that takes little room.
fn measure(chart: &Chart) -> Measure<'_> {
    let form = chart.across.as_ref().map_or(&chart.form, |own| &own.form);
    let (low, high) =
        chart.across.as_ref().map_or_else(Default::default, |own| own.extent);
    let near = low > Decimal::ZERO && number(low) < number(high) / NEAR_ZERO;
    let low = if near { Decimal::ZERO } else { low };
    let references = chart.references.iter().filter(|own| own.along == Along::X);
    let ends = || references.clone().flat_map(|own| [own.from, own.to]);
    let low = ends().fold(low, Decimal::min);
    let high = ends().fold(high, Decimal::max);
    let grain = Decimal::new(1, form.decimals.unwrap_or(0).min(20));
    Measure::new(Ticks::cover(low, high, grain), false, grain, form)
}

/// The points of a chart.
struct Cloud<'c> {
    chart: &'c Chart,
    write: WriteNumber<'c>,
    frame: Frame<'c>,
}

/// A point of the chart.
struct Dot<'c> {
    series: usize,
    index: usize,
    category: &'c Category,
    datum: &'c Value,
    value: Decimal,
    position: Decimal,
    at: Point,
    hue: Hue,
    radius: f64,
}

impl<'c> Dot<'c> {
    fn named(&self, chart: &'c Chart) -> Named<'c> {
        let category = self.category;
        let some_muted = chart.categories.iter().any(|own| own.muted)
            || chart.series.iter().any(|own| own.muted);
        let note = Note { at: self.at, radius: self.radius, text: &category.label };
        Named {
            note,
            wanted: some_muted && self.hue != Hue::Muted,
            quiet: self.hue == Hue::Muted,
        }
    }
}

impl<'c> Cloud<'c> {
    fn points(&self) -> Vec<Dot<'c>> {
        let all = self.chart.series.iter().map(|series| series.data.len()).sum::<usize>();
        let many = all.min(self.chart.categories.len()) >= MANY;
        let radius = if many { RADIUS.1 } else { RADIUS.0 };
        let places = self.chart.series.iter().enumerate();
        let places = places.flat_map(|(series, own)| {
            let data = own.data.iter().zip(&self.chart.categories).enumerate();
            data.map(move |(index, (datum, category))| (series, index, datum, category))
        });
        places
            .filter_map(|(series, index, datum, category)| {
                let (value, position) = (datum.value?, category.position?);
                let at = self.frame.at(number(position), number(value));
                let hue = hue::of_mark(self.chart, series, index);
                Some(Dot {
                    series,
                    index,
                    category,
                    datum,
                    value,
                    position,
                    at,
                    hue,
                    radius,
                })
            })
            .collect()
    }

    /// Draws the points of each series, grey ones below the others.
    fn draw(&self, points: &[Dot<'_>], layers: &mut Layers) {
        for (nth, series) in self.chart.series.iter().enumerate() {
            let own = || points.iter().filter(move |point| point.series == nth);
            let grey = own().filter(|point| point.hue == Hue::Muted);
            let order = grey.chain(own().filter(|point| point.hue != Hue::Muted));
            layers
                .add_series(&series.label, order.map(|point| self.mark(point)).collect());
        }
    }

    fn mark(&self, point: &Dot<'_>) -> Item {
        let Dot { at, hue, radius, .. } = *point;
        let shape = Shape::Sign { form: hue.form(), at, radius };
        let datum = Datum {
            label: point.category.label.clone(),
            to: None,
            written: self.amounts(point),
            x: point.position.normalize().to_string(),
            y: point.value.normalize().to_string(),
        };
        let paint = hue::of_datum(hue, point.datum);
        Item::Mark(Mark { shape, paint, datum: Some(datum) })
    }

    /// Both amounts of a point.
    fn amounts(&self, point: &Dot<'_>) -> String {
        let across = self.chart.across.as_ref().map(|Across { unit, form, .. }| {
            let quantity = Quantity { value: point.position, ..form.clone() };
            with_unit(&(self.write)(&quantity), unit)
        });
        let upward = match self.chart.form.kind {
            Kind::Percent => point.datum.exact.clone(),
            _ => with_unit(&point.datum.exact, &self.chart.unit),
        };
        let amounts: Vec<String> = across.into_iter().chain([upward]).collect();
        said(&amounts.join("; "), &point.datum.meaning)
    }

    /// The words at points.
    fn notes(&self, points: &[Dot<'_>]) -> Vec<Note<'c>> {
        let place = |own: &'c Annotation| {
            let here = |point: &&Dot<'_>| {
                point.series == own.series && point.index == own.category
            };
            let point = points.iter().find(here)?;
            Some(Note { at: point.at, radius: point.radius, text: &own.text })
        };
        self.chart.annotations.iter().filter_map(place).collect()
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}
