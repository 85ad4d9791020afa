//! Paints a mark of a scene.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::palette::{HALO, colour, outline};
use super::scale::subpixels;
use super::scene::{Form, Hue, Mark, Paint, Point, Shape};
use super::svg::{Drawn, SvgBackend};

/// A mark, and whether it has a name of its own.
pub(super) struct Marking<'s> {
    pub(super) mark: &'s Mark,
    pub(super) named: bool,
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
        self.stroked(svg);
    }

    /// What a line is painted with.
    fn stroked(&self, svg: &mut SvgBackend<'_>) {
        let colour = colour(self.mark.paint);
        svg.attribute("class", &format!("line {}", colour.class));
        svg.attribute("fill", "none").attribute("stroke", colour.light);
        let bar = matches!(self.mark.shape, Shape::Bar(_) | Shape::Segment { .. });
        if let Some(wide) = thickness(self.mark.paint) {
            svg.attribute("stroke-width", if bar { "1" } else { wide });
        }
        match self.mark.paint {
            Paint::Grid | Paint::Axis => {
                svg.attribute("shape-rendering", "crispEdges");
            }
            Paint::Series(_) | Paint::Lead(_) => {
                svg.attribute("stroke-linejoin", "round")
                    .attribute("stroke-linecap", "round");
            }
            Paint::Reference => {
                svg.attribute("stroke-dasharray", "5 4");
            }
            _ => {}
        }
    }

    /// The runs of points one after the other, each closed by `close`.
    fn trace(&self, points: &[BackendCoord], close: &str, svg: &mut SvgBackend<'_>) {
        let mut points = points.iter();
        for run in self.runs() {
            for (at, &(x, y)) in points.by_ref().take(run).enumerate() {
                svg.raw(if at == 0 { "M" } else { "L" }).number(x).raw(" ").number(y);
            }
            svg.raw(close);
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

    fn flow(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let [from_top, from_bottom, to_top, to_bottom] = *points else { return };
        let middle = (from_top.0 + to_top.0) / 2;
        let curve = |svg: &mut SvgBackend<'_>, from: BackendCoord, to: BackendCoord| {
            for (at, (x, y)) in
                [(middle, from.1), (middle, to.1), to].into_iter().enumerate()
            {
                svg.raw(if at == 0 { "C" } else { " " }).number(x).raw(" ").number(y);
            }
        };
        if let Paint::Edge(_) = self.mark.paint {
            svg.raw("<path d=\"M").number(from_top.0).raw(" ").number(from_top.1);
            curve(svg, from_top, to_top);
            svg.raw("M").number(from_bottom.0).raw(" ").number(from_bottom.1);
            curve(svg, from_bottom, to_bottom);
            svg.raw("\"");
            return self.stroked(svg);
        }
        svg.raw("<path d=\"M").number(from_top.0).raw(" ").number(from_top.1);
        curve(svg, from_top, to_top);
        svg.raw("L").number(to_bottom.0).raw(" ").number(to_bottom.1);
        curve(svg, to_bottom, from_bottom);
        svg.raw("Z\"");
        self.filled(svg);
    }

    fn bar(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let [(left, top), (right, bottom)] = *points else { return };
        if left == right || top == bottom {
            self.line(&[(left, top), (right, bottom)], svg);
            return;
        }
        let inset = if outline(self.mark.paint).is_some() { OUTLINE / 2 } else { 0 };
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
                    svg.raw(if at == 0 { "M" } else { "l" });
                    svg.number(dx - pen.0).raw(" ").number(dy - pen.1);
                    pen = (dx, dy);
                }
                svg.raw("z\"");
            }
        }
        self.filled(svg);
    }

    fn filled(&self, svg: &mut SvgBackend<'_>) {
        let colour = colour(self.mark.paint);
        let shape = &self.mark.shape;
        let drawn = matches!(shape, Shape::Region(_) | Shape::Flow { .. });
        let area = if drawn { "area " } else { "" };
        let apart = match self.mark.paint {
            Paint::Hidden | Paint::NoData | Paint::Ribbon(_) | Paint::Band => false,
            paint if outline(paint).is_some() => false,
            _ if matches!(shape, Shape::Flow { .. }) => false,
            _ => drawn || matches!(shape, Shape::Sign { .. }),
        };
        let halo = if apart { format!(" {}", HALO.class) } else { String::new() };
        svg.attribute("class", &format!("{area}{}{halo}", colour.class));
        if !matches!(self.mark.paint, Paint::Quiet(_)) {
            svg.attribute("fill", colour.light);
        }
        match self.mark.paint {
            Paint::Ribbon(_) => {
                svg.attribute("fill-opacity", "0.25");
            }
            Paint::NoData => {
                svg.attribute("stroke", "#8a8a8a").attribute("stroke-dasharray", "2 2");
            }
            Paint::Quiet(_) => {}
            _ if apart => {
                svg.attribute("stroke", HALO.light);
            }
            _ => {}
        }
        if let Some(line) = outline(self.mark.paint) {
            svg.attribute("stroke", line.light);
        }
        if drawn && matches!(self.mark.paint, Paint::Level(_)) {
            svg.attribute("stroke-width", "1.5");
        }
    }

    fn meaning(&self, svg: &mut SvgBackend<'_>) {
        let Some(datum) = &self.mark.datum else { return };
        svg.attribute("data-x", &datum.x).attribute("data-y", &datum.y);
        if self.named {
            svg.attribute("role", "graphics-symbol img");
            svg.attribute("aria-label", &datum.name);
        } else {
            // For the script that reads marks by pointer and keyboard.
            svg.attribute("data-name", &datum.name);
        }
    }
}

/// The gap between two parts of a bar in tenths of a px.
const GAP: i32 = 15;
/// The thickness of the line around a bar, which is inside it, in tenths of a px.
const OUTLINE: i32 = 10;
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

/// How thick a line is in px, if not one.
fn thickness(paint: Paint) -> Option<&'static str> {
    match paint {
        Paint::Series(Hue::Muted) => Some("1.75"),
        Paint::Series(_) => Some("2"),
        Paint::Lead(_) => Some("3"),
        Paint::Reference | Paint::Interval => Some("1.5"),
        Paint::Frame => Some("2"),
        Paint::Casing => Some("4.5"),
        _ => None,
    }
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
