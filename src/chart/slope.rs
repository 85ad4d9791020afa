//! A line of each series from one category to another, with its value and its name at both
//! ends.

use crate::edition::{Chart, Series};
use crate::locale::Kind;

use super::dodge::{Wish, dodge};
use super::frame;
use super::hue;
use super::key::{self, Sample};
use super::layers::{BODY, Layers, centred, height, room, text};
use super::metrics::{ASCENT, Weight};
use super::missing;
use super::place::Place;
use super::scale::{PositionScale, extent, number};
use super::scene::{Anchor, Hue, Item, Mark, Paint, Point, Scene, Shape, Text, TextRole};
use super::slope_names::{Names, Side, TO_MOVED_VALUE, TO_NAME, TO_VALUE, value};
use super::upright::meaning;
use super::wrap::{Fit, Room, fit};

/// Half the height of a sign in px.
const RADIUS: f64 = 4.0;
/// How far a label may stand from the end of its line without a line that leads to it, in
/// px.
const NEAR: f64 = BODY / 2.0;
/// Half the space between the names of the two places in px.
const BETWEEN: f64 = 4.0;
/// From the names of the places to the highest line in px.
const UNDER_HEADS: f64 = 14.0;
/// Below the lowest line in px.
const BELOW: f64 = 8.0;

/// Lays out a slope chart.
pub(super) fn compose(chart: &Chart, width: f64, place: Place<'_>) -> Scene {
    let mut layers = Layers::default();
    let names = Names::new(chart, width, place);
    let key = match names {
        Names::InKey => place.key(chart, Sample::Line, width, &mut layers),
        _ => 0.0,
    };
    let top = key + unit(chart, key, width, place, &mut layers);
    let heads = heads(chart, width);
    let lines = heads.iter().map(|head| head.lines.len()).max().unwrap_or(0);
    let under = top + height(lines) + UNDER_HEADS;
    let slope = Slope::new(chart, &names, width, under, place);
    slope.name_places(heads, top, width, &mut layers);
    slope.uprights(&mut layers);
    slope.lines(chart, &mut layers);
    for side in Side::BOTH {
        slope.write(chart, side, &names, &mut layers);
    }
    let rest = names.untold(chart);
    let bottom = key::together(chart, &rest, slope.bottom + BELOW, width, &mut layers);
    let bottom = missing::write(chart, bottom, width, &mut layers);
    layers.finish(width, bottom)
}

/// Writes the unit, unless each value has its sign, and returns its height in px.
fn unit(
    chart: &Chart,
    top: f64,
    width: f64,
    place: Place<'_>,
    layers: &mut Layers,
) -> f64 {
    match chart.form.kind {
        Kind::Percent => 0.0,
        _ if !place.names_series() || chart.unit.is_empty() => 0.0,
        _ => frame::unit(&chart.unit, top, width, layers),
    }
}

/// The names of the two places, each in its half.
fn heads(chart: &Chart, width: f64) -> Vec<Fit> {
    let space = Room { weight: Weight::Bold, ..room(width / 2.0 - BETWEEN, 3) };
    let both = chart.categories.iter().take(2);
    both.map(|own| fit(&own.label, own.short.as_deref(), space)).collect()
}

/// Where the lines begin and end, and how high values are.
struct Slope {
    scale: PositionScale,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// From the lines to the values on both sides in px.
    away: [f64; 2],
}

impl Slope {
    /// Between what stands on both sides; where labels have to move from their lines, there
    /// is room for lines that lead to them.
    fn new(chart: &Chart, names: &Names, width: f64, top: f64, place: Place<'_>) -> Self {
        let with = |away| {
            Self::with(chart, names, width, away).standing(chart, names, top, place)
        };
        let near = with([TO_VALUE; 2]);
        let moved = Side::BOTH
            .map(|side| near.labels(chart, side, names).iter().any(Label::moved));
        with(moved.map(|moved| if moved { TO_MOVED_VALUE } else { TO_VALUE }))
    }

    fn with(chart: &Chart, names: &Names, width: f64, away: [f64; 2]) -> Self {
        let (low, high) = extent(chart);
        let (low, high) = (number(low), number(high));
        let zero = |amount: f64| if chart.axis.zero { 0.0 } else { amount };
        let scale = PositionScale::linear(low.min(zero(low)), high.max(zero(high)));
        let scale = PositionScale { log: chart.axis.log, ..scale };
        let [left, right] = Side::BOTH.map(|side| names.room(chart, side));
        let left = (away[0] + left).min(width / 2.0 - RADIUS);
        let right = (width - away[1] - right).max(left + 2.0 * RADIUS);
        Self { scale, left, right, top: 0.0, bottom: 0.0, away }
    }

    /// With room for the lines below `top`: more where there are many names.
    fn standing(self, chart: &Chart, names: &Names, top: f64, place: Place<'_>) -> Self {
        let told = || chart.series.iter().enumerate().filter(|own| names.tells(own.1));
        let high = |side| told().map(|(at, _)| names.height(chart, at, side)).sum();
        let [left, right]: [f64; 2] = Side::BOTH.map(high);
        let open = place.height_of(self.right - self.left);
        let bottom = (top + open.max(left).max(right)).round();
        Self { top: top.round(), bottom, ..self }
    }

    fn x(&self, side: Side) -> f64 {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    fn point(&self, series: &Series, side: Side) -> Option<Point> {
        let (amount, _) = value(series, side)?;
        let y = self.scale.px(amount, self.bottom, self.top);
        Some(Point { x: self.x(side), y })
    }

    /// Names both places above their ends of the lines.
    fn name_places(&self, heads: Vec<Fit>, top: f64, width: f64, layers: &mut Layers) {
        for (side, head) in Side::BOTH.into_iter().zip(heads) {
            let half = head.width / 2.0;
            let (low, high) = match side {
                Side::Left => (half, width / 2.0 - BETWEEN - half),
                Side::Right => (width / 2.0 + BETWEEN + half, width - half),
            };
            let x = self.x(side).min(high).max(low);
            let at = Point { x, y: top + ASCENT * BODY };
            let head = text(head.lines, at, Anchor::Middle, TextRole::Category);
            layers.write(Text { weight: Weight::Bold, ..head });
        }
    }

    /// Draws an upright line at each place.
    fn uprights(&self, layers: &mut Layers) {
        for x in [self.left, self.right] {
            let from = Point { x, y: self.top };
            let to = Point { x, y: self.bottom };
            layers.draw_below(Shape::Rule(from, to), Paint::Grid);
        }
    }

    /// Draws the lines, grey ones below the others.
    fn lines(&self, chart: &Chart, layers: &mut Layers) {
        let all = || chart.series.iter().enumerate();
        let grey = all().filter(|(_, series)| series.muted);
        let order = grey.chain(all().filter(|(_, series)| !series.muted));
        for (at, series) in order {
            let hue = hue::of_series(chart, at);
            layers.add_series(&series.label, self.line(chart, series, hue));
        }
    }

    fn line(&self, chart: &Chart, series: &Series, hue: Hue) -> Vec<Item> {
        let ends = Side::BOTH.map(|side| self.point(series, side));
        let paint = Paint::Series(hue);
        let mut items = Vec::new();
        if let [Some(from), Some(to)] = ends {
            let shape = Shape::Path(vec![vec![from, to]]);
            items.push(Item::Mark(Mark { shape, paint, datum: None }));
        }
        for (side, end) in Side::BOTH.into_iter().zip(ends) {
            let category = chart.categories.get(side.category());
            let (Some(at), Some(category), Some((_, datum))) =
                (end, category, value(series, side))
            else {
                continue;
            };
            let shape = Shape::Sign { form: hue.form(), at, radius: RADIUS };
            let paint = hue::of_datum(hue, datum);
            let datum = meaning(category, datum);
            items.push(Item::Mark(Mark { shape, paint, datum }));
        }
        items
    }

    /// What is written beside the ends of a side, moved apart.
    fn labels<'c>(
        &self,
        chart: &'c Chart,
        side: Side,
        names: &'c Names,
    ) -> Vec<Label<'c>> {
        let all = chart.series.iter().enumerate();
        let told = all.filter(|(_, series)| names.tells(series));
        let labels = told.filter_map(|(at, series)| {
            let end = self.point(series, side)?;
            let (_, datum) = value(series, side)?;
            let name = names.at(chart, at, side);
            let height = names.height(chart, at, side);
            Some((Label { series, value: &datum.text, name, end, middle: end.y }, height))
        });
        let (mut labels, heights): (Vec<Label<'c>>, Vec<f64>) = labels.unzip();
        let wish = |(own, height): (&Label<'_>, &f64)| Wish {
            middle: own.middle,
            height: *height,
        };
        let wishes: Vec<Wish> = labels.iter().zip(&heights).map(wish).collect();
        let middles = dodge(&wishes, self.top - NEAR, self.bottom + NEAR);
        for (label, middle) in labels.iter_mut().zip(middles) {
            label.middle = middle;
        }
        labels
    }

    /// Writes the values of a side and the names beside them.
    fn write(&self, chart: &Chart, side: Side, names: &Names, layers: &mut Layers) {
        let (out, away) = (side.out(), self.away.get(side.category()).copied());
        let away = away.unwrap_or(TO_VALUE);
        let values = names.values(chart, side);
        for label in self.labels(chart, side, names) {
            let (end, middle) = (label.end, label.middle);
            if away == TO_MOVED_VALUE {
                let from = Point { x: end.x + out * (RADIUS + 3.0), y: end.y };
                let to = Point { x: end.x + out * (away - 4.0), y: middle };
                layers.draw_above(Shape::Rule(from, to), Paint::Leader);
            }
            let x = end.x + out * away;
            label.write(x, x + out * (values + TO_NAME), side.anchor(), layers);
        }
    }
}

/// What is written beside the end of a line.
struct Label<'c> {
    series: &'c Series,
    value: &'c str,
    name: Option<&'c Fit>,
    end: Point,
    /// The height of its middle.
    middle: f64,
}

impl Label<'_> {
    fn moved(&self) -> bool {
        (self.end.y - self.middle).abs() > NEAR
    }

    /// Writes the value at `x`, and the name at `name_x`.
    fn write(&self, x: f64, name_x: f64, anchor: Anchor, layers: &mut Layers) {
        let (weight, paint) = match self.series.muted {
            true => (Weight::Regular, Paint::Mute),
            false => (Weight::Bold, Paint::Ink),
        };
        let at = Point { x, y: centred(1, self.middle, BODY) };
        let value = text(vec![self.value.to_owned()], at, anchor, TextRole::Value);
        layers.write(Text { weight, paint, ..value });
        let Some(name) = self.name else { return };
        let at = Point { x: name_x, y: centred(name.lines.len(), self.middle, BODY) };
        let name = text(name.lines.clone(), at, anchor, TextRole::Series);
        layers.write(Text { paint, ..name });
    }
}
