//! Words at points: each beside its point, where they cross nothing; a line leads to the
//! point if they stand away from it.

use super::clear::{Obstacles, contains, letters, write_crossing};
use super::layers::{Layers, SMALL, text};
use super::metrics::{HALF_CAPITAL, LEADING, Weight};
use super::scene::{Anchor, Overflow, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::{Fit, Room, fit};

/// How far from the point words may stand in px, nearest first.
const DISTANCES: [f64; 7] = [4.0, 12.0, 22.0, 34.0, 50.0, 72.0, 100.0];
/// From this distance on a line leads from the words to the point.
const LED: f64 = 10.0;
/// How wide words may be in px, widest first.
const WIDTHS: [f64; 4] = [180.0, 130.0, 96.0, 72.0];
/// Height of a capital in px.
pub(super) const CAPITAL: f64 = 2.0 * HALF_CAPITAL * SMALL;
/// How many lines words may take.
const LINES: usize = 5;

/// Words and the point that they speak of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note<'c> {
    /// The point.
    pub(super) at: Point,
    /// Half the height of the point's sign in px.
    pub(super) radius: f64,
    /// The words.
    pub(super) text: &'c str,
}

/// Writes words inside `bounds`, once all else is drawn. Where there is no free place the
/// least bad one is taken and the lack is told; whether all found a free one.
pub(super) fn write(notes: &[Note<'_>], bounds: Rect, layers: &mut Layers) -> bool {
    let found = notes.iter().map(|note| place(*note, bounds, layers));
    found.filter(|free| !free).count() == 0
}

fn place(note: Note<'_>, bounds: Rect, layers: &mut Layers) -> bool {
    let obstacles = Obstacles::of(layers);
    let all: Vec<Candidate> = candidates(note, bounds);
    let led =
        |own: &&Candidate| own.leads_past(|from, to| obstacles.passes_texts(from, to));
    let clean =
        |own: &&Candidate| own.leads_past(|from, to| obstacles.passes_marks(from, to));
    let free = || all.iter().filter(|own| obstacles.free(&own.text)).filter(led);
    let legible = || all.iter().filter(|own| obstacles.legible(&own.text)).filter(led);
    let best = free().find(clean).or_else(|| free().next());
    if let Some(best) = best.or_else(|| legible().next()) {
        best.draw(layers);
        return true;
    }
    let crossed = all.iter().map(|own| (obstacles.crossed(&own.text), &own.text));
    let least = crossed.min_by(|a, b| a.0.total_cmp(&b.0));
    if least.is_none() {
        let px = fit(note.text, None, room(bounds.right - bounds.left)).excess;
        layers.lack(Overflow { text: note.text.to_owned(), px: px.max(1.0).ceil() });
    }
    write_crossing(least, layers);
    false
}

/// A place for words.
struct Candidate {
    text: Text,
    leader: Option<(Point, Point)>,
}

impl Candidate {
    fn leads_past(&self, passes: impl Fn(Point, Point) -> bool) -> bool {
        self.leader.is_none_or(|(from, to)| passes(from, to))
    }

    fn draw(&self, layers: &mut Layers) {
        if let Some((from, to)) = self.leader {
            layers.draw_above(Shape::Rule(from, to), Paint::Leader);
        }
        layers.write(self.text.clone());
    }
}

/// The side of a point on which words stand: left or right, and above or below.
const SIDES: [(f64, f64); 8] = [
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -1.0),
    (-1.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, 1.0),
    (-1.0, 1.0),
];

fn room(width: f64) -> Room {
    Room { width, lines: LINES, size: SMALL, weight: Weight::Regular }
}

/// Every place inside `bounds`, the nearest first.
fn candidates(note: Note<'_>, bounds: Rect) -> Vec<Candidate> {
    let shapes =
        shapes(note.text, &WIDTHS.map(|width| width.min(bounds.right - bounds.left)));
    let mut found = Vec::new();
    for far in DISTANCES {
        for shape in &shapes {
            let places =
                SIDES.iter().filter_map(|side| place_at(note, far, *side, shape, bounds));
            found.extend(places);
        }
    }
    found
}

/// A text in lines at each width, each once.
pub(super) fn shapes(text: &str, widths: &[f64]) -> Vec<Fit> {
    let mut shapes: Vec<Fit> = Vec::new();
    for width in widths {
        let shape = fit(text, None, room(*width));
        let good = shape.lines.len() <= LINES || shapes.is_empty();
        if good
            && !shape.lines.is_empty()
            && shapes.iter().all(|own| own.lines != shape.lines)
        {
            shapes.push(shape);
        }
    }
    shapes
}

/// Words on one side of a point, `far` px away, if they are inside `bounds`.
fn place_at(
    note: Note<'_>,
    far: f64,
    (aside, down): (f64, f64),
    Fit { lines, width, .. }: &Fit,
    bounds: Rect,
) -> Option<Candidate> {
    let away = note.radius + far;
    let diagonal = aside != 0.0 && down != 0.0;
    let away = if diagonal { away * 0.7 } else { away };
    let high = (lines.len() as f64 - 1.0) * LEADING * SMALL + CAPITAL;
    let middle = note.at.y + down * (away + high / 2.0);
    let (anchor, x) = match aside {
        0.0 => {
            let half = width / 2.0;
            (Anchor::Middle, note.at.x.min(bounds.right - half).max(bounds.left + half))
        }
        aside if aside > 0.0 => (Anchor::Start, note.at.x + away),
        _ => (Anchor::End, note.at.x - away),
    };
    let at = Point { x, y: middle - high / 2.0 + CAPITAL };
    let text = words(lines.clone(), at, anchor, TextRole::Note);
    let rect = letters(&text);
    let leader = (far >= LED).then(|| leader(note, rect));
    contains(bounds, rect).then_some(Candidate { text, leader })
}

/// Words upon the drawing, with a halo.
pub(super) fn words(
    lines: Vec<String>,
    at: Point,
    anchor: Anchor,
    role: TextRole,
) -> Text {
    Text { size: SMALL, paint: Paint::Note, ..text(lines, at, anchor, role) }
}

/// The line from a point to the nearest place of a box, with space at both ends.
fn leader(note: Note<'_>, rect: Rect) -> (Point, Point) {
    let near = Point {
        x: note.at.x.clamp(rect.left, rect.right),
        y: note.at.y.clamp(rect.top, rect.bottom),
    };
    let (dx, dy) = (near.x - note.at.x, near.y - note.at.y);
    let far = dx.hypot(dy).max(1.0);
    let along =
        |px: f64| Point { x: note.at.x + dx / far * px, y: note.at.y + dy / far * px };
    (along(note.radius + 2.0), along((far - 2.0).max(note.radius + 2.0)))
}
