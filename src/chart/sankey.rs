//! Flows from origins on the left to destinations on the right: the values of `x` are the
//! origins, the series the destinations. Equal amounts are equally high everywhere.

use rust_decimal::Decimal;

use crate::edition::{Chart, Series};
use crate::locale::Quantity;

use super::WriteNumber;
use super::flow_hue::FlowHues;
use super::layers::{BODY, Layers, room, text};
use super::metrics::{ASCENT, DESCENT, LEADING};
use super::naming::{self, Label};
use super::nodes::{self, Node, Slots};
use super::place::Place;
use super::scale::number;
use super::scene::{
    Anchor, Datum, Hue, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::wrap::fit;

/// From this width on nodes are named beside the flows, else above themselves.
const WIDE: f64 = 520.0;
/// The part of the width that the names of one side may take beside the flows.
const ASIDE: f64 = 0.29;
/// The same above the nodes.
const ABOVE: f64 = 0.48;
/// From a node to its name in px.
const NEAR: f64 = 8.0;
/// The thickness of a node in px.
const NODE: f64 = 8.0;
/// The height of all flows together, as a part of the width.
const HEIGHT: f64 = 0.5;
/// The most height of all flows together in px.
const HIGHEST: f64 = 340.0;

/// Up to this height in px the lines along a band would be most of it.
const THIN: f64 = 3.0;

/// Lays out the flows of a chart.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let top = place.unit(chart, 0.0, width, &mut layers);
    let flows = Flows::new(chart, write, top, width, place);
    for (at, series) in chart.series.iter().enumerate() {
        layers.add_series(&series.label, flows.ribbons(at, series));
    }
    flows.draw_nodes(&mut layers);
    flows.write_names(&mut layers);
    let bottom = flows.write_missing(&mut layers);
    layers.finish(width, bottom)
}

/// All that flows in a chart.
fn sum(chart: &Chart) -> f64 {
    let data = chart.series.iter().flat_map(|series| &series.data);
    data.filter_map(|datum| datum.value).map(amount).sum()
}

/// The origins, or the destinations.
struct Side<'c> {
    labels: Vec<Label<'c>>,
    /// What flows from each, or to each.
    values: Vec<Vec<Decimal>>,
    /// The room for what is written of each, and whether that is beside the flows.
    room: (f64, bool),
}

impl Side<'_> {
    fn nodes(
        &self,
        chart: &Chart,
        write: WriteNumber<'_>,
        hue: impl Fn(usize) -> Hue,
    ) -> Vec<Node> {
        let totals: Vec<String> =
            self.values.iter().map(|values| total(chart, values, write)).collect();
        let widest = totals.iter().max_by_key(|total| total.chars().count());
        let widest = widest.map_or("", String::as_str);
        let fits = |label: &str| Node::is_flat(label, widest, self.room.0);
        let names = naming::together(&self.labels, fits);
        let all = names.into_iter().zip(totals).zip(&self.values).enumerate();
        all.map(|(at, ((name, total), values))| {
            let amount = values.iter().copied().map(amount).sum();
            Node::new(name, total, amount, hue(at), self.room)
        })
        .collect()
    }
}

/// Where the nodes are and what flows between them.
struct Flows<'c> {
    chart: &'c Chart,
    hues: FlowHues,
    origins: Vec<Node>,
    destinations: Vec<Node>,
    left: Slots,
    right: Slots,
    /// Px of height of an amount of one.
    unit: f64,
    beside: bool,
    width: f64,
}

impl<'c> Flows<'c> {
    fn new(
        chart: &'c Chart,
        write: WriteNumber<'_>,
        top: f64,
        width: f64,
        place: Place<'_>,
    ) -> Self {
        let beside = width >= WIDE;
        let part = if beside { ASIDE } else { ABOVE };
        let room = (width * part - if beside { NEAR } else { 0.0 }, beside);
        let hues = FlowHues::new(chart);
        let values = (0..chart.categories.len()).map(|at| from(chart, at)).collect();
        let labels =
            chart.categories.iter().map(|own| (&*own.label, own.short.as_deref()));
        let side = Side { labels: labels.collect(), values, room };
        let origins = side.nodes(chart, write, |at| hues.origin(at));
        let values = chart.series.iter().map(|series| to(chart, series)).collect();
        let labels = chart.series.iter().map(|own| (&*own.label, own.short.as_deref()));
        let side = Side { labels: labels.collect(), values, room };
        let destinations = side.nodes(chart, write, |at| hues.destination(at));
        let high = (width * HEIGHT).min(HIGHEST);
        let most = place.charts(chart).into_iter().map(sum).fold(0.0, f64::max);
        let unit = if most > 0.0 { high / most } else { 0.0 };
        let (left, right) = nodes::slots(&origins, &destinations, unit, beside, top);
        Self { chart, hues, origins, destinations, left, right, unit, beside, width }
    }

    /// The edges of the nodes towards the flows.
    fn inner(&self) -> (f64, f64) {
        let aside = |nodes: &[Node]| match self.beside {
            true => nodes.iter().map(Node::width).fold(0.0, f64::max) + NEAR,
            false => 0.0,
        };
        let left = aside(&self.origins) + NODE;
        let right = self.width - aside(&self.destinations) - NODE;
        (left, right.max(left + 1.0))
    }

    /// What flows to a destination. A flow of zero is there for those who do not see it.
    fn ribbons(&self, to: usize, series: &Series) -> Vec<Item> {
        let mut items = Vec::new();
        let flows = self.chart.categories.iter().zip(&series.data).enumerate();
        for (from, (category, datum)) in flows {
            let Some(value) = datum.value else { continue };
            let hue = self.hues.flow(from, to);
            let shape = self.flow(from, to, amount(value));
            let datum = Datum {
                label: category.label.clone(),
                to: Some(series.label.clone()),
                written: datum.said(),
                x: category.id.clone(),
                y: value.normalize().to_string(),
            };
            let solid = amount(value) * self.unit < THIN || self.hues.lifts(hue);
            let paint = if solid { Paint::Series(hue) } else { Paint::Flow(hue) };
            items.push(Item::Mark(Mark { shape, paint, datum: Some(datum) }));
        }
        items
    }

    /// A band as high as its amount, below those from and to earlier nodes.
    fn flow(&self, from: usize, to: usize, own: f64) -> Shape {
        let series = self.chart.series.iter().take(to);
        let above = series.filter_map(|s| s.data.get(from)?.value).map(amount);
        let start = self.left.top(from) + above.sum::<f64>() * self.unit;
        let data = self.chart.series.get(to).map_or(&[][..], |own| own.data.as_slice());
        let above = data.iter().take(from).filter_map(|datum| datum.value).map(amount);
        let end = self.right.top(to) + above.sum::<f64>() * self.unit;
        let (left, right) = self.inner();
        let edge = |x: f64, y: f64| (Point { x, y }, Point { x, y: y + own * self.unit });
        Shape::Flow { from: edge(left, start), to: edge(right, end) }
    }

    fn draw_nodes(&self, layers: &mut Layers) {
        let (left, right) = self.inner();
        let sides = [
            (&self.origins, &self.left, left - NODE),
            (&self.destinations, &self.right, right),
        ];
        for (nodes, slots, x) in sides {
            for (at, node) in nodes.iter().enumerate() {
                let top = slots.top(at);
                let bottom = top + node.amount * self.unit;
                let bar = Rect { left: x, top, right: x + NODE, bottom };
                layers.draw_above(Shape::Bar(bar), Paint::Series(node.hue));
            }
        }
    }

    fn write_names(&self, layers: &mut Layers) {
        let (left, right) = self.inner();
        for (at, node) in self.origins.iter().enumerate() {
            let between = (0.0, left - NODE - NEAR);
            node.write(between, Anchor::Start, self.left.baseline(at), layers);
        }
        for (at, node) in self.destinations.iter().enumerate() {
            let between = (right + NODE + NEAR, self.width);
            let anchor = if self.beside { Anchor::Start } else { Anchor::End };
            node.write(between, anchor, self.right.baseline(at), layers);
        }
    }

    /// Says below the flows which are not known, and returns the lower edge of all.
    fn write_missing(&self, layers: &mut Layers) -> f64 {
        let bottom = self.left.bottom().max(self.right.bottom());
        let mut said = Vec::new();
        for series in &self.chart.series {
            for (category, datum) in self.chart.categories.iter().zip(&series.data) {
                if datum.value.is_none() && !datum.text.is_empty() {
                    let (from, to) = (&category.label, &series.label);
                    said.push(format!("{from} – {to}: {}", datum.text));
                }
            }
        }
        let words = fit(&said.join("; "), None, room(self.width, 99));
        let further = words.lines.len().saturating_sub(1) as f64 * LEADING;
        if words.lines.is_empty() {
            return bottom + 1.0;
        }
        let at = Point { x: 0.0, y: bottom + 12.0 + ASCENT * BODY };
        let text = text(words.lines, at, Anchor::Start, TextRole::Missing);
        layers.write(Text { paint: Paint::Mute, ..text });
        at.y + (further + DESCENT) * BODY
    }
}

/// The length of a value: nothing flows backwards.
fn amount(value: Decimal) -> f64 {
    number(value).max(0.0)
}

/// What flows from an origin.
fn from(chart: &Chart, origin: usize) -> Vec<Decimal> {
    chart.series.iter().filter_map(|series| series.data.get(origin)?.value).collect()
}

/// What flows to a destination.
fn to(chart: &Chart, series: &Series) -> Vec<Decimal> {
    let data = series.data.iter().take(chart.categories.len());
    data.filter_map(|datum| datum.value).collect()
}

/// The sum of values as it is written, or nothing where there is none.
fn total(chart: &Chart, values: &[Decimal], write: WriteNumber<'_>) -> String {
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, own| sum.checked_add(*own));
    match sum {
        Some(value) if !values.is_empty() => {
            write(&Quantity { value, ..chart.form.clone() })
        }
        _ => String::new(),
    }
}
