//! The names of regions upon a map of outlines: each in its region where there is room for
//! it, else a number there or beside it, and a list below of what the numbers stand for.

use super::clear::{Obstacles, contains};
use super::layers::{Layers, SMALL, centred, room, text};
use super::metrics::{HALF_CAPITAL, LEADING, Weight, width as text_width};
use super::naming::Label;
use super::numbered;
use super::region::ValuedRegion;
use super::scene::{Anchor, Overflow, Paint, Point, Rect, Shape, Text, TextRole};
use super::spot;
use super::wrap::{Room, fit};

/// From words to the edge of their region in px.
const PADDING: f64 = 4.0;
/// The same for numbers, which have the ground around them.
const TIGHT: f64 = 1.5;
/// Height of a digit in px.
const DIGIT: f64 = 2.0 * HALF_CAPITAL * SMALL;
/// How far beside its region a number may stand in px, from middle to middle.
const DISTANCES: [f64; 9] = [14.0, 18.0, 23.0, 29.0, 36.0, 45.0, 57.0, 72.0, 90.0];
/// In how many directions from its region room for a number is looked for.
const DIRECTIONS: usize = 24;
/// How many px farther a number rather stands than upon another region.
const UPON: f64 = 30.0;
/// The same for a line that would cross another.
const CROSSING: f64 = 20.0;
/// The same for words that would be nearer than so many px.
const CROWDED: (f64, f64) = (25.0, 7.0);
/// From a number to the line that leads to it in px.
const NEAR: f64 = 3.0;
/// How far below the map numbers may stand in px.
const BELOW: f64 = 24.0;

/// A region and where words may stand upon it.
#[derive(Debug)]
pub(super) struct Land<'a, 'c> {
    /// The region.
    pub(super) region: &'a ValuedRegion<'c>,
    /// Its rings, and those of the regions that are drawn upon it.
    pub(super) free: Vec<Vec<Point>>,
}

/// Names the regions of a map between `top` and `bottom`, and returns the lower edge of all
/// that is written. Names stand in full if there is room for each, else by their short
/// labels; the list says them in full.
pub(super) fn write(
    lands: &[Land<'_, '_>],
    (top, bottom): (f64, f64),
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let spots = spots(lands);
    let (named, nameless): (Vec<_>, Vec<_>) =
        lands.iter().zip(spots).partition(|(_, spot)| spot.is_some());
    for (land, spot) in named {
        spot.into_iter().for_each(|spot| spot.write(land.region, layers));
    }
    let nameless: Vec<Numbered<'_, '_>> = nameless
        .into_iter()
        .enumerate()
        .map(|(at, (land, _))| Numbered { land, number: (at + 1).to_string() })
        .collect();
    let outside: Vec<&Numbered<'_, '_>> =
        nameless.iter().filter(|own| !own.write_inside(layers)).collect();
    let bounds = Rect { left: 0.0, top, right: width, bottom: bottom + BELOW };
    let lowest = outside.iter().map(|own| own.write_beside(bounds, layers));
    let lowest = lowest.fold(bottom, f64::max);
    let labels: Vec<Label<'_>> = nameless.iter().map(|own| (own.name(), None)).collect();
    match labels.is_empty() {
        true => lowest,
        false => numbered::place(&labels, lowest, width, layers),
    }
}

/// Where each name stands, if there is room for it.
fn spots(lands: &[Land<'_, '_>]) -> Vec<Option<Spot>> {
    let find = |short: bool| -> Vec<Option<Spot>> {
        let each = lands.iter().map(|land| {
            let (label, other) = land.region.names();
            let name = other.filter(|_| short).unwrap_or(label);
            Spot::find(land.region, name, &land.free)
        });
        each.collect()
    };
    let full = find(false);
    if full.iter().all(Option::is_some) { full } else { find(true) }
}

fn width_of(line: &str) -> f64 {
    text_width(line, SMALL, Weight::Regular)
}

/// Where a name stands, and whether the value stands below it.
struct Spot {
    middle: Point,
    name: Vec<String>,
    valued: bool,
}

impl Spot {
    /// The room in a region for a name of one or two lines, with the value if that fits
    /// too.
    fn find(region: &ValuedRegion<'_>, name: &str, rings: &[Vec<Point>]) -> Option<Self> {
        let half = Room { size: SMALL, ..room(width_of(name) * 0.6, 2) };
        let one = vec![name.to_owned()];
        let two = fit(name, None, half).lines;
        let value = region.value.map(|_| region.text);
        let tries = [(&one, true), (&two, true), (&one, false), (&two, false)];
        tries.into_iter().find_map(|(name, valued)| {
            let value = value.filter(|_| valued);
            let lines = name.iter().map(String::as_str).chain(value);
            let wide = lines.clone().map(width_of).fold(0.0, f64::max);
            let high = lines.count() as f64 * LEADING * SMALL;
            let middle = spot::place(rings, (wide, high), PADDING)?;
            Some(Self { middle, name: name.clone(), valued: value.is_some() })
        })
    }

    fn write(self, region: &ValuedRegion<'_>, layers: &mut Layers) {
        let count = self.name.len() + usize::from(self.valued);
        let first = centred(count, self.middle.y, SMALL);
        let own = |lines, above: usize, role| {
            let y = first + above as f64 * LEADING * SMALL;
            let at = Point { x: self.middle.x, y };
            let text = text(lines, at, Anchor::Middle, role);
            Text { size: SMALL, paint: region.on(), ..text }
        };
        if self.valued {
            let value = vec![region.text.to_owned()];
            layers.write(own(value, self.name.len(), TextRole::Value));
        }
        layers.write(own(self.name.clone(), 0, TextRole::Note));
    }
}

/// A region without room for its name, and the number that stands for it: with the ground
/// around it, unlike a value.
struct Numbered<'a, 'c> {
    land: &'a Land<'a, 'c>,
    number: String,
}

impl Numbered<'_, '_> {
    fn name(&self) -> &str {
        self.land.region.names().0
    }

    fn wide(&self) -> f64 {
        text_width(&self.number, SMALL, Weight::Bold)
    }

    /// The number around a point.
    fn text(&self, middle: Point) -> Text {
        let at = Point { y: centred(1, middle.y, SMALL), ..middle };
        let text = text(vec![self.number.clone()], at, Anchor::Middle, TextRole::Note);
        Text { size: SMALL, weight: Weight::Bold, paint: Paint::Note, ..text }
    }

    /// Writes the number in the region; whether there is room for it.
    fn write_inside(&self, layers: &mut Layers) -> bool {
        let middle = spot::place(&self.land.free, (self.wide(), DIGIT), TIGHT);
        middle.into_iter().for_each(|middle| layers.write(self.text(middle)));
        middle.is_some()
    }

    /// Writes the number beside the region, with a line from one to the other, and returns
    /// its lower edge; where no place is free, tells that there is no room for the name.
    fn write_beside(&self, bounds: Rect, layers: &mut Layers) -> f64 {
        let obstacles = Obstacles::of(layers);
        let all = self.beside(bounds);
        let good = all.iter().filter(|own| own.is_legible(&obstacles));
        let best = good.min_by(|a, b| a.cost(&obstacles).total_cmp(&b.cost(&obstacles)));
        if let Some(best) = best {
            best.draw(layers);
            return best.text.rect().bottom;
        }
        let crossed = all.iter().map(|own| obstacles.crossed(&own.text).max(1.0));
        let px = crossed.fold(self.wide(), f64::min).ceil();
        layers.lack(Overflow { text: self.name().to_owned(), px });
        bounds.top
    }

    /// Every place around the region that is inside `bounds`.
    fn beside(&self, bounds: Rect) -> Vec<Beside> {
        let Some(from) = spot::inside(&self.land.free) else { return Vec::new() };
        let turns = (0..DIRECTIONS).map(|step| {
            (step as f64 / DIRECTIONS as f64 * std::f64::consts::TAU).sin_cos()
        });
        let places = turns.flat_map(|(sin, cos)| DISTANCES.map(|far| (sin, cos, far)));
        let places = places.map(|(sin, cos, far)| {
            let middle = Point { x: from.x + far * cos, y: from.y + far * sin };
            Beside { text: self.text(middle), leader: self.leader(from, middle), far }
        });
        places.filter(|own| contains(bounds, own.text.rect())).collect()
    }

    /// The line from the edge of the region to the number.
    fn leader(&self, from: Point, middle: Point) -> (Point, Point) {
        let (dx, dy) = (middle.x - from.x, middle.y - from.y);
        let along = |part: f64| Point { x: from.x + part * dx, y: from.y + part * dy };
        let (wide, high) = (self.wide() / 2.0 + NEAR, DIGIT / 2.0 + NEAR);
        let number = (wide / dx.abs()).min(high / dy.abs()).min(1.0);
        let end = (1.0 - number).max(0.0);
        let steps = (0..=100).map(|step| f64::from(step) / 100.0 * end);
        let within = steps.take_while(|part| spot::holds(&self.land.free, along(*part)));
        (along(within.last().unwrap_or(0.0)), along(end))
    }
}

/// A place for a number beside its region.
struct Beside {
    text: Text,
    leader: (Point, Point),
    /// From the region in px.
    far: f64,
}

impl Beside {
    fn is_legible(&self, obstacles: &Obstacles) -> bool {
        obstacles.legible(&self.text)
            && obstacles.passes_texts(self.leader.0, self.leader.1)
    }

    /// How far it is, with what makes up for being farther.
    fn cost(&self, obstacles: &Obstacles) -> f64 {
        let unless = |good: bool, px: f64| if good { 0.0 } else { px };
        let (from, to) = self.leader;
        self.far
            + unless(obstacles.free(&self.text), UPON)
            + unless(obstacles.passes_marks(from, to), CROSSING)
            + unless(obstacles.far_from_texts(&self.text, CROWDED.1), CROWDED.0)
    }

    fn draw(&self, layers: &mut Layers) {
        let (from, to) = self.leader;
        layers.draw_above(Shape::Rule(from, to), Paint::Casing);
        layers.draw_above(Shape::Rule(from, to), Paint::Leader);
        layers.write(self.text.clone());
    }
}
