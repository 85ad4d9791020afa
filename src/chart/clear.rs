//! What stands in the way of words: where upon a drawing there is room for a text.

use super::layers::Layers;
use super::scene::{Item, Mark, Overflow, Paint, Point, Rect, Shape, Text};

/// The part of a line's height, above and below, that letters rarely fill, in em.
const AIR: f64 = 0.27;
/// The space that words keep around them in px.
const APART: f64 = 2.5;
/// How much worse it is to cross a text than a line.
const TEXT_WEIGHT: f64 = 20.0;

/// What words must not cross.
#[derive(Debug, Default)]
pub(super) struct Obstacles {
    texts: Vec<Rect>,
    signs: Vec<Rect>,
    bars: Vec<Rect>,
    lines: Vec<(Point, Point)>,
    regions: Vec<Vec<Vec<Point>>>,
}

impl Obstacles {
    /// All that is drawn so far, but for the grid, ribbons and bands: words have a halo.
    pub(super) fn of(layers: &Layers) -> Self {
        let mut own = Self::default();
        for item in layers.items() {
            match item {
                Item::Text(text) => own.texts.push(letters(text)),
                Item::Mark(mark) => own.add(mark),
            }
        }
        own
    }

    fn add(&mut self, mark: &Mark) {
        let unseen = [Paint::Hidden, Paint::Grid, Paint::Axis, Paint::Band];
        let light =
            matches!(mark.paint, Paint::Ribbon(_) | Paint::Flow(_) | Paint::Quiet(_));
        if light || unseen.contains(&mark.paint) {
            return;
        }
        match &mark.shape {
            Shape::Rule(from, to) => self.lines.push((*from, *to)),
            Shape::Path(runs) => runs.iter().for_each(|run| self.add_line(run)),
            Shape::Bar(rect) | Shape::Segment { rect, .. } => self.bars.push(*rect),
            Shape::Region(rings) => self.regions.push(rings.clone()),
            Shape::Flow { from, to } => {
                let ring = vec![from.0, to.0, to.1, from.1];
                self.regions.push(vec![ring]);
            }
            Shape::Sign { at, radius, .. } => self.signs.push(around(*at, *radius)),
        }
    }

    fn add_line(&mut self, run: &[Point]) {
        let pairs = run.windows(2).filter_map(|pair| match pair {
            [from, to] => Some((*from, *to)),
            _ => None,
        });
        self.lines.extend(pairs);
    }

    /// Whether nothing is in the way of `text`.
    pub(super) fn free(&self, text: &Text) -> bool {
        self.crossed(text) == 0.0 && self.covered(text) == 0.0
    }

    /// Whether `text` is inside `bounds` and nothing is in its way.
    pub(super) fn has_room(&self, text: &Text, bounds: Rect) -> bool {
        contains(bounds, letters(text)) && self.free(text)
    }

    /// Whether `text` can be read where it is: upon bars and areas, since it has a halo.
    pub(super) fn legible(&self, text: &Text) -> bool {
        self.crossed(text) == 0.0
    }

    /// How much is in the way of `text` but bars and areas: px of lines and signs, and more
    /// for other texts.
    pub(super) fn crossed(&self, text: &Text) -> f64 {
        let rect = grown(letters(text), APART);
        let lines: f64 =
            self.lines.iter().map(|(from, to)| inside(*from, *to, rect)).sum();
        TEXT_WEIGHT * shared(rect, &self.texts) + shared(rect, &self.signs) + lines
    }

    /// How much of `text` is upon bars and areas.
    fn covered(&self, text: &Text) -> f64 {
        let rect = grown(letters(text), APART);
        let regions: f64 = self.regions.iter().map(|own| covered(own, rect)).sum();
        shared(rect, &self.bars) + regions
    }

    /// Whether no other text is nearer to `text` than so many px.
    pub(super) fn far_from_texts(&self, text: &Text, px: f64) -> bool {
        shared(grown(letters(text), px), &self.texts) == 0.0
    }

    /// Whether no line passes through a box.
    pub(super) fn free_of_lines(&self, rect: Rect) -> bool {
        self.lines.iter().all(|(from, to)| inside(*from, *to, rect) == 0.0)
    }

    /// Whether a line from `from` to `to` meets no text.
    pub(super) fn passes_texts(&self, from: Point, to: Point) -> bool {
        let mut texts = self.texts.iter();
        texts.all(|rect| inside(from, to, grown(*rect, 1.0)) == 0.0)
    }

    /// Whether a line from `from` to `to` meets no line and no mark.
    pub(super) fn passes_marks(&self, from: Point, to: Point) -> bool {
        let mut boxes = self.signs.iter().chain(&self.bars);
        boxes.all(|rect| inside(from, to, *rect) == 0.0)
            && !self.lines.iter().any(|(a, b)| cross(from, to, *a, *b))
    }
}

/// Writes the first of `candidates` that is inside `bounds` and free, or else can be read
/// there. Where none is, the least bad one inside is written and the lack is told; whether
/// one was good.
pub(super) fn write_where_free(
    candidates: &[Text],
    bounds: Rect,
    layers: &mut Layers,
) -> bool {
    let obstacles = Obstacles::of(layers);
    let within: Vec<&Text> =
        candidates.iter().filter(|own| contains(bounds, letters(own))).collect();
    let free = within.iter().find(|own| obstacles.free(own));
    if let Some(good) = free.or(within.iter().find(|own| obstacles.legible(own))) {
        layers.write((*good).clone());
        return true;
    }
    let crossed = within.iter().map(|own| (obstacles.crossed(own), *own));
    let least = crossed.min_by(|a, b| a.0.total_cmp(&b.0));
    write_crossing(least.or(candidates.first().map(|own| (f64::INFINITY, own))), layers);
    false
}

/// Writes a text that is inside `bounds` and free; another not.
pub(super) fn write_if_free(text: Text, bounds: Rect, layers: &mut Layers) {
    if Obstacles::of(layers).has_room(&text, bounds) {
        layers.write(text);
    }
}

/// Writes a text that crosses something by so much, and tells it.
pub(super) fn write_crossing(text: Option<(f64, &Text)>, layers: &mut Layers) {
    let Some((crossed, text)) = text else { return };
    let wide = letters(text).right - letters(text).left;
    let px = crossed.min(wide).max(1.0).ceil();
    layers.write(text.clone());
    layers.lack(Overflow { text: text.lines.join(" "), px });
}

/// Whether a box is inside another.
pub(super) fn contains(outer: Rect, inner: Rect) -> bool {
    inner.left >= outer.left
        && inner.right <= outer.right
        && inner.top >= outer.top
        && inner.bottom <= outer.bottom
}

/// The box that the letters of a text fill.
pub(super) fn letters(text: &Text) -> Rect {
    let (rect, air) = (text.rect(), AIR * text.size);
    Rect { top: rect.top + air, bottom: rect.bottom - air, ..rect }
}

/// A box that is `by` px larger on each side.
pub(super) fn grown(rect: Rect, by: f64) -> Rect {
    Rect {
        left: rect.left - by,
        top: rect.top - by,
        right: rect.right + by,
        bottom: rect.bottom + by,
    }
}

/// The box around a point.
fn around(at: Point, radius: f64) -> Rect {
    grown(Rect { left: at.x, top: at.y, right: at.x, bottom: at.y }, radius)
}

/// How far a box reaches into others.
fn shared(rect: Rect, others: &[Rect]) -> f64 {
    others.iter().map(|other| common(rect, *other)).sum()
}

/// How far two boxes reach into each other, the shorter way.
fn common(one: Rect, other: Rect) -> f64 {
    let wide = one.right.min(other.right) - one.left.max(other.left);
    let high = one.bottom.min(other.bottom) - one.top.max(other.top);
    wide.min(high).max(0.0)
}

/// How many px of a line are inside a box.
fn inside(from: Point, to: Point, rect: Rect) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for (step, begin, low, high) in
        [(dx, from.x, rect.left, rect.right), (dy, from.y, rect.top, rect.bottom)]
    {
        if step == 0.0 {
            if begin <= low || begin >= high {
                return 0.0;
            }
            continue;
        }
        let (a, b) = ((low - begin) / step, (high - begin) / step);
        start = start.max(a.min(b));
        end = end.min(a.max(b));
    }
    (end - start).max(0.0) * dx.hypot(dy)
}

/// How much of a box is upon a filled area: the px of its outline inside the box, or the
/// box's own height where it is inside as a whole.
fn covered(rings: &[Vec<Point>], rect: Rect) -> f64 {
    let outline: f64 = edges(rings).map(|(from, to)| inside(from, to, rect)).sum();
    let middle =
        Point { x: (rect.left + rect.right) / 2.0, y: (rect.top + rect.bottom) / 2.0 };
    let within = edges(rings).filter(|(a, b)| above(middle, *a, *b)).count() % 2 == 1;
    outline + if within { rect.bottom - rect.top } else { 0.0 }
}

/// The edges of closed rings.
fn edges(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> {
    rings.iter().flat_map(|ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().copied().zip(next.copied())
    })
}

/// Whether an edge passes straight above a point.
fn above(point: Point, a: Point, b: Point) -> bool {
    let spans = (a.x <= point.x) != (b.x <= point.x);
    spans && a.y + (point.x - a.x) / (b.x - a.x) * (b.y - a.y) < point.y
}

/// Whether two lines cross.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| {
        (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { left: 10.0, top: 10.0, right: 30.0, bottom: 20.0 };

    fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_line_through_a_box_is_inside_it_for_its_length() {
        let px = |from, to| (inside(from, to, BOX) * 1000.0).round();
        assert_eq!(px(point(0.0, 15.0), point(100.0, 15.0)), 20_000.0);
        assert_eq!(px(point(20.0, 0.0), point(20.0, 15.0)), 5_000.0);
        assert_eq!(inside(point(0.0, 0.0), point(100.0, 5.0), BOX), 0.0);
        assert_eq!(inside(point(0.0, 10.0), point(100.0, 10.0), BOX), 0.0);
        assert_eq!(inside(point(20.0, 15.0), point(20.0, 15.0), BOX), 0.0);
    }

    #[test]
    fn a_box_within_an_area_is_covered_and_one_in_its_hole_is_not() {
        let ring = |from: f64, to: f64| {
            [(from, from), (to, from), (to, to), (from, to)].map(|(x, y)| point(x, y))
        };
        let outer = vec![ring(0.0, 100.0).to_vec()];
        assert_eq!(covered(&outer, BOX), 10.0);
        let pierced = vec![ring(0.0, 100.0).to_vec(), ring(5.0, 50.0).to_vec()];
        assert_eq!(covered(&pierced, BOX), 0.0);
    }

    #[test]
    fn lines_that_only_touch_do_not_cross() {
        let cross =
            |d: Point| cross(point(0.0, 0.0), point(10.0, 0.0), point(5.0, -5.0), d);
        assert!(cross(point(5.0, 5.0)));
        assert!(!cross(point(5.0, 0.0)));
        assert!(!cross(point(50.0, 5.0)));
    }
}
