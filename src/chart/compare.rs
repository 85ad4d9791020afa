//! Lines and spans that rows are compared with: upright, with their words above the rows.

use rust_decimal::Decimal;

use crate::edition::{Along, Chart};

use super::layers::{Layers, SMALL, room, small};
use super::metrics::ASCENT;
use super::rows::{BEYOND, Rows};
use super::scene::{Anchor, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::{Room, fit};

/// The widest words in px.
const WIDEST: f64 = 200.0;
/// Between words beside each other in px.
const APART: f64 = 10.0;
/// From words to the edge of a line that they stand beside in px.
const BESIDE: f64 = 4.0;
/// How far two boxes reach into each other before they are seen to touch, in px.
const SEEN: f64 = 1.3;
/// From the words to the rows in px.
const BELOW: f64 = 8.0;

/// Lines and spans with their words placed.
pub(super) struct Compared {
    marks: Vec<Marked>,
    /// The lower edge of all words with the space below it.
    bottom: f64,
}

struct Marked {
    from: f64,
    to: f64,
    words: Text,
}

impl Compared {
    /// Those along the amounts of a chart, with their words below `top`; `px` is where an
    /// amount is, `width` the width of the drawing.
    pub(super) fn new(
        chart: &Chart,
        px: &dyn Fn(Decimal) -> f64,
        top: f64,
        width: f64,
    ) -> Self {
        let own = chart.references.iter().filter(|own| own.along == Along::Y);
        let mut compared = Self { marks: Vec::new(), bottom: top };
        let places = own.map(|own| (px(own.from), px(own.to), own.text.as_str()));
        let places: Vec<(f64, f64, &str)> = places.collect();
        let lines: Vec<f64> = places.iter().flat_map(|own| [own.0, own.1]).collect();
        for (from, to, words) in places {
            let words = compared.place((from, to), words, &lines, top, width);
            compared.bottom = compared.bottom.max(words.rect().bottom);
            compared.marks.push(Marked { from, to, words });
        }
        if !compared.marks.is_empty() {
            compared.bottom += BELOW;
        }
        compared
    }

    /// The words in the first row, and there at the first side, where they touch neither
    /// other words nor the lines of others that come down from further above.
    fn place(
        &self,
        (from, to): (f64, f64),
        words: &str,
        lines: &[f64],
        top: f64,
        width: f64,
    ) -> Text {
        let space = Room { size: SMALL, ..room(width.min(WIDEST), 3) };
        let lines_of_words = fit(words, None, space).lines;
        let mut tops: Vec<f64> =
            self.marks.iter().map(|m| m.words.rect().bottom).collect();
        tops.push(top);
        tops.sort_by(f64::total_cmp);
        let all = tops.iter().flat_map(|top| {
            let middle = (from + to) / 2.0;
            let sides = [
                (middle, Anchor::Middle),
                (to + BESIDE, Anchor::Start),
                (from - BESIDE, Anchor::End),
            ];
            sides.map(|(x, anchor)| words_at(lines_of_words.clone(), x, anchor, *top))
        });
        let mut all = all.map(|text| kept_inside(text, width));
        let free = |text: &Text| {
            let own = text.rect();
            let foreign = |x: f64| x < from || x > to;
            let crossed = lines.iter().any(|x| {
                foreign(*x) && *x > own.left - BESIDE && *x < own.right + BESIDE
            });
            let mut words = self.marks.iter().map(|marked| marked.words.rect());
            let touched = words.any(|other| touch(own, other));
            !touched && !crossed
        };
        let below = words_at(
            lines_of_words.clone(),
            (from + to) / 2.0,
            Anchor::Middle,
            self.bottom,
        );
        all.find(free).unwrap_or_else(|| kept_inside(below, width))
    }

    /// Where the rows may begin.
    pub(super) fn bottom(&self) -> f64 {
        self.bottom
    }

    /// Whether anything is compared with.
    pub(super) fn any(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Draws all through the rows: spans behind the data, lines behind them or, with the
    /// ground around them, upon them. `named` is whether the words are written here.
    pub(super) fn draw(self, rows: &Rows, upon: bool, named: bool, layers: &mut Layers) {
        let Some((top, bottom)) = rows.reach() else { return };
        let start = self.bottom.min(top + BEYOND) - BELOW + BEYOND;
        for Marked { from, to, words } in &self.marks {
            let line = |x: f64| {
                let from = Point { x, y: self.start(x, words, start) };
                Shape::Rule(from, Point { x, y: bottom })
            };
            if to > from {
                let span = Rect { left: *from, top: start, right: *to, bottom };
                layers.draw_behind(Shape::Bar(span), Paint::Band);
            } else if upon {
                layers.draw_upon(line(*from), Paint::Casing);
                layers.draw_upon(line(*from), Paint::Reference);
            } else {
                layers.draw_below(line(*from), Paint::Reference);
            }
        }
        let words = self.marks.into_iter().map(|marked| marked.words);
        words.filter(|_| named).for_each(|words| layers.write(words));
    }

    /// Where the line at `x` begins: below its words, or below those of others that stand
    /// in its way.
    fn start(&self, x: f64, words: &Text, rows: f64) -> f64 {
        let under = words.rect().bottom;
        let others = self.marks.iter().map(|marked| marked.words.rect());
        let mut below = others.filter(|own| own.top > under - SEEN && own.bottom > under);
        let crossed = below.any(|own| own.left - BESIDE < x && x < own.right + BESIDE);
        if crossed { rows } else { under.min(rows) }
    }
}

fn words_at(lines: Vec<String>, x: f64, anchor: Anchor, top: f64) -> Text {
    let at = Point { x, y: top + ASCENT * SMALL };
    let words = small(String::new(), at, anchor, TextRole::Reference);
    Text { lines, ..words }
}

/// Words about a middle, moved as far as the edges of the drawing ask.
fn kept_inside(mut text: Text, width: f64) -> Text {
    let own = text.rect();
    text.at.x += (-own.left).max(0.0) - (own.right - width).max(0.0);
    text
}

fn touch(one: Rect, other: Rect) -> bool {
    one.left - APART < other.right
        && other.left - APART < one.right
        && one.top < other.bottom - SEEN
        && other.top < one.bottom - SEEN
}
