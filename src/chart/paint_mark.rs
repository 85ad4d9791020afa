//! Paints a mark of a scene.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::look;
use super::palette::outline;
use super::said::Words;
use super::scale::subpixels;
use super::scene::{Form, Mark, Paint, Point, Shape};
use super::svg::{Drawn, SvgBackend};

/// A mark.
pub(super) struct Marking<'s> {
    /// The mark.
    pub(super) mark: &'s Mark,
    /// What is said of it.
    pub(super) words: Words<'s>,
    /// Whether the group that it is in says what it looks like.
    pub(super) shared: bool,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Marking<'_> {
    type Point = BackendCoord;
    type IntoIter = Vec<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        points(&self.mark.shape).into_iter().map(coordinate).collect()
    }
}

/// A place in tenths of a px.
pub(super) fn coordinate(point: Point) -> BackendCoord {
    (subpixels(point.x), subpixels(point.y))
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rule(from, to) => vec![*from, *to],
        Shape::Path(runs) | Shape::Region(runs) => {
            runs.iter().flatten().copied().collect()
        }
        Shape::Flow { from, to } => vec![from.0, from.1, to.0, to.1],
        Shape::Bar(rect) | Shape::Segment { rect, .. } => vec![
            Point { x: rect.left, y: rect.top },
            Point { x: rect.right, y: rect.bottom },
        ],
        Shape::Sign { at, .. } => vec![*at],
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Marking<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        let points: Vec<BackendCoord> = points.collect();
        match &self.mark.shape {
            Shape::Rule(..) | Shape::Path(_) => self.line(&points, svg),
            Shape::Bar(_) => self.bar(&points, svg),
            Shape::Segment { joined, .. } => self.bar(&parted(&points, *joined), svg),
            Shape::Region(_) => self.region(&points, svg),
            Shape::Flow { .. } => self.flow(&points, svg),
            Shape::Sign { form, radius, .. } => self.sign(*form, *radius, &points, svg),
        }
        self.meaning(svg);
        svg.end_empty();
        Ok(())
    }
}

impl Marking<'_> {
    fn line(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        svg.raw("<path d=\"");
        self.trace(points, "", svg);
        svg.raw("\"");
        svg.raw(&look::stroked(self.mark));
    }

    /// The runs of points one after the other, each closed by `close`.
    fn trace(&self, points: &[BackendCoord], close: &str, svg: &mut SvgBackend<'_>) {
        let mut points = points.iter();
        for run in self.runs() {
            let Some(&(x, y)) = points.by_ref().take(run.min(1)).next() else { continue };
            let mut steps = Vec::new();
            let mut pen = (x, y);
            for &(x, y) in points.by_ref().take(run.saturating_sub(1)) {
                steps.extend([x - pen.0, y - pen.1]);
                pen = (x, y);
            }
            svg.raw("M").numbers(&[x, y]).raw(if steps.is_empty() { "" } else { "l" });
            svg.numbers(&steps).raw(close);
        }
    }

    /// How many points each run has.
    fn runs(&self) -> Vec<usize> {
        match &self.mark.shape {
            Shape::Path(runs) | Shape::Region(runs) => {
                runs.iter().map(Vec::len).collect()
            }
            _ => vec![2],
        }
    }

    fn region(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        svg.raw("<path d=\"");
        self.trace(points, "Z", svg);
        svg.raw("\"");
        if self.runs().len() > 1 {
            svg.attribute("fill-rule", "evenodd");
        }
        self.filled(svg);
    }

    /// The upper edge from left to right, then the lower one back.
    fn flow(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let [from_top, from_bottom, to_top, to_bottom] = *points else { return };
        let middle = (from_top.0 + to_top.0) / 2;
        let curve = |svg: &mut SvgBackend<'_>, from: BackendCoord, to: BackendCoord| {
            let (half, down) = (middle - from.0, to.1 - from.1);
            svg.raw("c").numbers(&[half, 0, half, down, to.0 - from.0, down]);
        };
        svg.raw("<path d=\"M").numbers(&[from_top.0, from_top.1]);
        curve(svg, from_top, to_top);
        svg.raw("v").number(to_bottom.1 - to_top.1);
        curve(svg, to_bottom, from_bottom);
        svg.raw("z\"");
        self.filled(svg);
    }

    fn bar(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let [(left, top), (right, bottom)] = *points else { return };
        if left == right || top == bottom {
            self.line(&[(left, top), (right, bottom)], svg);
            return;
        }
        let inset = match self.mark.paint {
            Paint::Hollow(_) => HOLLOW / 2,
            paint if outline(paint).is_some() => OUTLINE / 2,
            _ => 0,
        };
        svg.begin("rect").length("x", left + inset).length("y", top + inset);
        let inner = |length: i32| (length - 2 * inset).max(0);
        svg.length("width", inner(right - left)).length("height", inner(bottom - top));
        self.filled(svg);
    }

    fn sign(
        &self,
        form: Form,
        radius: f64,
        points: &[BackendCoord],
        svg: &mut SvgBackend<'_>,
    ) {
        let [(x, y)] = *points else { return };
        let radius = subpixels(radius);
        match form {
            Form::Circle => {
                svg.begin("circle").length("cx", x).length("cy", y).length("r", radius);
            }
            _ => {
                svg.raw("<path d=\"");
                let mut pen = (-x, -y);
                for (at, (dx, dy)) in corners(form, radius).into_iter().enumerate() {
                    match (at, dx - pen.0, dy - pen.1) {
                        (0, x, y) => svg.raw("M").numbers(&[x, y]),
                        (_, x, 0) => svg.raw("h").number(x),
                        (_, 0, y) => svg.raw("v").number(y),
                        (_, x, y) => svg.raw("l").numbers(&[x, y]),
                    };
                    pen = (dx, dy);
                }
                svg.raw("z\"");
            }
        }
        self.filled(svg);
    }

    fn filled(&self, svg: &mut SvgBackend<'_>) {
        if !self.shared {
            svg.raw(&look::filled(self.mark));
        }
    }

    fn meaning(&self, svg: &mut SvgBackend<'_>) {
        let Some(datum) = &self.mark.datum else { return };
        svg.attribute("data-x", &datum.x).attribute("data-y", &datum.y);
        match self.words {
            Words::Name => {
                svg.attribute("role", "graphics-symbol img");
                svg.attribute("aria-label", &datum.name());
            }
            Words::Parts { label, written } => {
                let parts = [("data-name", label), ("data-text", written)];
                for (name, part) in parts {
                    part.iter().for_each(|own| {
                        svg.attribute(name, own);
                    });
                }
            }
        }
    }
}

/// Lines of one paint.
pub(super) struct Rules<'s>(pub(super) &'s [&'s Mark]);

impl<'a> PointCollection<'a, BackendCoord> for &'a Rules<'_> {
    type Point = BackendCoord;
    type IntoIter = Vec<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        let all = self.0.iter().flat_map(|mark| points(&mark.shape));
        all.map(coordinate).collect()
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Rules<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        let Some(first) = self.0.first() else { return Ok(()) };
        svg.raw("<path d=\"");
        let points: Vec<BackendCoord> = points.collect();
        for ends in points.chunks_exact(2) {
            let [from, to] = *ends else { continue };
            svg.raw("M").numbers(&[from.0, from.1]);
            match (to.0 - from.0, to.1 - from.1) {
                (across, 0) => svg.raw("h").number(across),
                (0, down) => svg.raw("v").number(down),
                _ => svg.raw("L").numbers(&[to.0, to.1]),
            };
        }
        svg.raw("\"").raw(&look::stroked(first)).end_empty();
        Ok(())
    }
}

/// The gap between two parts of a bar in tenths of a px.
const GAP: i32 = 15;
/// The thickness of the line around a bar, which is inside it, in tenths of a px.
const OUTLINE: i32 = 10;
/// That around a hollow bar.
const HOLLOW: i32 = 15;
/// The least that is left of a part in tenths of a px.
const LEAST: i32 = 5;

/// The corners of a part without what the gaps to its neighbours take.
fn parted(points: &[BackendCoord], joined: (bool, bool)) -> Vec<BackendCoord> {
    let [(left, top), (right, bottom)] = *points else { return Vec::new() };
    let spare = (right - left - LEAST).max(0);
    let from_left = if joined.0 { GAP - GAP / 2 } else { 0 };
    let from_right = if joined.1 { GAP / 2 } else { 0 };
    let taken = (from_left + from_right).min(spare);
    let from_left = from_left.min(taken);
    vec![(left + from_left, top), (right - (taken - from_left), bottom)]
}

/// The corners of a sign around its centre, with about the area of a circle of `radius`.
fn corners(form: Form, radius: i32) -> Vec<BackendCoord> {
    match form {
        Form::Circle => Vec::new(),
        Form::Square => {
            let half = radius * 9 / 10;
            vec![(-half, -half), (half, -half), (half, half), (-half, half)]
        }
        Form::Diamond => {
            let half = radius * 5 / 4;
            vec![(0, -half), (half, 0), (0, half), (-half, 0)]
        }
        Form::Triangle => {
            let half = radius * 6 / 5;
            vec![(0, -half), (half, half * 4 / 5), (-half, half * 4 / 5)]
        }
    }
}
