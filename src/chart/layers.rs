//! A scene in the making: what lies below and above the data, and the data.

use super::check::overflow;
use super::metrics::{HALF_CAPITAL, LEADING, LETTERS, Weight, overhang};
use super::scene::{
    Anchor, Group, GroupRole, Item, Mark, Overflow, Paint, Point, Rect, Scene, Shape,
    Text, TextRole,
};
use super::wrap::Room;

/// Size of labels and values in px.
pub(super) const BODY: f64 = 13.0;
/// Size of what stands at an axis in px: the least that charts have.
pub(super) const SMALL: f64 = 12.0;

/// How far browsers may round the depth of the lowest letters up, in px.
const ROUNDING: f64 = 0.6;

/// A scene in the making.
#[derive(Debug, Default)]
pub(super) struct Layers {
    below: Vec<Item>,
    series: Vec<(String, Vec<Item>)>,
    upon: Vec<Item>,
    above: Vec<Item>,
    lacking: Vec<Overflow>,
}

impl Layers {
    /// Draws a line or sign below the data.
    pub(super) fn draw_below(&mut self, shape: Shape, paint: Paint) {
        self.below.push(Item::Mark(Mark { shape, paint, datum: None }));
    }

    /// Draws a span behind all else.
    pub(super) fn draw_behind(&mut self, shape: Shape, paint: Paint) {
        self.below.insert(0, Item::Mark(Mark { shape, paint, datum: None }));
    }

    /// Draws a line upon the data, below all that is written.
    pub(super) fn draw_upon(&mut self, shape: Shape, paint: Paint) {
        self.upon.push(Item::Mark(Mark { shape, paint, datum: None }));
    }

    /// Draws a line or sign above the data.
    pub(super) fn draw_above(&mut self, shape: Shape, paint: Paint) {
        self.above.push(Item::Mark(Mark { shape, paint, datum: None }));
    }

    /// Draws a frame around what is highlighted, above the data.
    pub(super) fn frame(&mut self, around: Rect) {
        let Rect { left, top, right, bottom } = around;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        let start = corners.first().copied();
        let run = corners.into_iter().chain(start).map(|(x, y)| Point { x, y });
        self.frame_along(vec![run.collect()]);
    }

    /// The same along closed lines, apart from what it lies upon.
    pub(super) fn frame_along(&mut self, lines: Vec<Vec<Point>>) {
        self.draw_above(Shape::Path(lines.clone()), Paint::Casing);
        self.draw_above(Shape::Path(lines), Paint::Frame);
    }

    /// Writes a label or value above the data. At the left edge of the drawing letters that
    /// reach over it are moved in.
    pub(super) fn write(&mut self, mut text: Text) {
        if text.lines.is_empty() {
            return;
        }
        if text.anchor == Anchor::Start {
            let overhangs = text.lines.iter().map(|line| overhang(line, text.size));
            let overhang = overhangs.fold(0.0, f64::max);
            if (0.0..overhang).contains(&text.at.x) {
                text.at.x = overhang;
            }
        }
        self.above.push(Item::Text(text));
    }

    /// Adds a series: what is drawn of it and what is said of it.
    pub(super) fn add_series(&mut self, name: &str, items: Vec<Item>) {
        self.series.push((name.to_owned(), items));
    }

    /// Tells that there is no room for a text.
    pub(super) fn lack(&mut self, overflow: Overflow) {
        self.lacking.push(overflow);
    }

    /// All that is drawn so far, from back to front.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        let series = self.series.iter().flat_map(|(_, items)| items);
        self.below.iter().chain(series).chain(&self.upon).chain(&self.above)
    }

    /// The scene, with what there is no room for.
    pub(super) fn finish(self, width: f64, height: f64) -> Scene {
        let scenery = |items| Group { role: GroupRole::Scenery, panel: None, items };
        let series = self.series.into_iter().map(|(name, items)| Group {
            role: GroupRole::Series(name),
            panel: None,
            items,
        });
        let groups = [scenery(self.below)].into_iter().chain(series);
        let groups: Vec<Group> = groups
            .chain([scenery(self.upon), scenery(self.above)])
            .filter(|group| !group.items.is_empty())
            .collect();
        let height = (height + ROUNDING).ceil();
        let mut overflow = overflow(&groups, width);
        for lack in self.lacking {
            if !overflow.iter().any(|known| known.text == lack.text) {
                overflow.push(lack);
            }
        }
        Scene { width, height, groups, overflow }
    }
}

/// A text in ink at the size of labels.
pub(super) fn text(
    lines: Vec<String>,
    at: Point,
    anchor: Anchor,
    role: TextRole,
) -> Text {
    let paint = Paint::Ink;
    Text {
        lines,
        at,
        anchor,
        size: BODY,
        weight: Weight::Regular,
        paint,
        role,
        name: None,
    }
}

/// A muted text at the size of axes.
pub(super) fn small(line: String, at: Point, anchor: Anchor, role: TextRole) -> Text {
    let text = text(vec![line], at, anchor, role);
    Text { size: SMALL, paint: Paint::Mute, ..text }
}

/// Room for labels in the regular face.
pub(super) fn room(width: f64, lines: usize) -> Room {
    Room { width, lines, size: BODY, weight: Weight::Regular }
}

/// The height of so many lines of labels in px, from their letters' tops.
pub(super) fn height(lines: usize) -> f64 {
    match lines {
        0 => 0.0,
        lines => ((lines - 1) as f64 * LEADING + LETTERS) * BODY,
    }
}

/// The first baseline of so many lines with their middle at `y`.
pub(super) fn centred(lines: usize, y: f64, size: f64) -> f64 {
    let further = lines.saturating_sub(1) as f64;
    y + HALF_CAPITAL * size - further * LEADING * size / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_reach_over_the_left_edge_are_moved_in() {
        let left = |words: &str, x: f64| {
            let mut layers = Layers::default();
            let at = Point { x, y: 20.0 };
            let lines = words.split(' ').map(str::to_owned).collect();
            layers.write(text(lines, at, Anchor::Start, TextRole::Category));
            let scene = layers.finish(100.0, 40.0);
            scene.texts().map(|text| text.at.x).fold(0.0, f64::max)
        };
        assert!(left("jūmys", 0.0) > 0.5 && left("qala jāne", 0.0) > 0.5);
        assert_eq!(left("jūmys", 10.0), 10.0);
        assert_eq!(left("qala", 0.0), 0.0);
    }
}
