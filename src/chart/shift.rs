//! Moves a scene: what is laid out from the corner of a panel goes to the panel's place.

use super::scene::{Group, Item, Mark, Point, Rect, Scene, Shape, Text};

impl Scene {
    /// The scene with everything `right` px further to the right and `down` px further
    /// down; its size is left as it is.
    pub(super) fn moved(self, right: f64, down: f64) -> Self {
        let by = Shift { right, down };
        let groups = self.groups.into_iter().map(|group| by.group(group)).collect();
        Self { groups, ..self }
    }
}

#[derive(Clone, Copy)]
struct Shift {
    right: f64,
    down: f64,
}

impl Shift {
    fn group(self, group: Group) -> Group {
        let items = group.items.into_iter().map(|item| self.item(item)).collect();
        Group { items, ..group }
    }

    fn item(self, item: Item) -> Item {
        match item {
            Item::Mark(mark) => {
                Item::Mark(Mark { shape: self.shape(mark.shape), ..mark })
            }
            Item::Text(text) => Item::Text(Text { at: self.point(text.at), ..text }),
        }
    }

    fn shape(self, shape: Shape) -> Shape {
        match shape {
            Shape::Rule(from, to) => Shape::Rule(self.point(from), self.point(to)),
            Shape::Path(runs) => Shape::Path(self.runs(runs)),
            Shape::Region(rings) => Shape::Region(self.runs(rings)),
            Shape::Bar(rect) => Shape::Bar(self.rect(rect)),
            Shape::Segment { rect, joined } => {
                Shape::Segment { rect: self.rect(rect), joined }
            }
            Shape::Flow { from, to } => {
                let edge =
                    |edge: (Point, Point)| (self.point(edge.0), self.point(edge.1));
                Shape::Flow { from: edge(from), to: edge(to) }
            }
            Shape::Sign { form, at, radius } => {
                Shape::Sign { form, at: self.point(at), radius }
            }
        }
    }

    fn runs(self, runs: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
        let run = |run: Vec<Point>| run.into_iter().map(|p| self.point(p)).collect();
        runs.into_iter().map(run).collect()
    }

    fn point(self, point: Point) -> Point {
        Point { x: point.x + self.right, y: point.y + self.down }
    }

    fn rect(self, rect: Rect) -> Rect {
        Rect {
            left: rect.left + self.right,
            top: rect.top + self.down,
            right: rect.right + self.right,
            bottom: rect.bottom + self.down,
        }
    }
}
