//! Paints a scene through a plotters drawing area.

use std::convert::Infallible;

use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::ChartTexts;
use super::metrics::{LEADING, Weight};
use super::palette::{HALO, colour};
use super::scale::subpixels;
use super::scene::{
    Anchor, Form, Group, GroupRole, Item, Mark, Paint, Point, Scene, Shape, Text,
    TextRole,
};
use super::svg::{Drawn, SvgBackend};

/// Size of the letters that need not say their size, in px.
const BODY: f64 = 13.0;
/// Up to this many marks are named one by one; above, a series is one thing.
const NAMED_MARKS: usize = 100;

type Area<'a> = DrawingArea<SvgBackend<'a>, plotters::coord::Shift>;
type Painted = Result<(), DrawingAreaErrorKind<Infallible>>;

/// The scene as an SVG document.
pub(super) fn paint(scene: &Scene, texts: &ChartTexts<'_>) -> String {
    let mut out = String::new();
    let size = (subpixels(scene.width), subpixels(scene.height));
    open(&mut SvgBackend::new(&mut out, size_of(size)), size, scene, texts);
    {
        let area = SvgBackend::new(&mut out, size_of(size)).into_drawing_area();
        let painted = groups(&area, scene);
        debug_assert!(painted.is_ok(), "the backend writes to a string");
    }
    out.push_str("</svg>\n");
    out
}

fn size_of((wide, high): BackendCoord) -> (u32, u32) {
    (wide.unsigned_abs(), high.unsigned_abs())
}

fn open(
    svg: &mut SvgBackend<'_>,
    (wide, high): BackendCoord,
    scene: &Scene,
    texts: &ChartTexts<'_>,
) {
    let (title, description) = (format!("{}-t", texts.id), format!("{}-d", texts.id));
    svg.begin("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    svg.attribute("class", &format!("chart {}", variant(scene.width)));
    svg.length("width", wide).length("height", high);
    svg.raw(" viewBox=\"0 0 ").number(wide).raw(" ").number(high).raw("\"");
    svg.attribute("role", "graphics-document document");
    svg.attribute("aria-labelledby", &format!("{title} {description}"));
    svg.attribute("lang", texts.lang.as_str());
    svg.attribute("font-family", "'Noto Sans', 'Segoe UI', Arial, sans-serif");
    svg.length("font-size", subpixels(BODY)).content().raw("\n");
    svg.begin("title").attribute("id", &title).content();
    svg.escaped(texts.title).end("title").raw("\n");
    svg.begin("desc").attribute("id", &description).content();
    svg.escaped(texts.description).end("desc").raw("\n");
}

/// The class of drawings of about this width.
fn variant(width: f64) -> &'static str {
    match width {
        width if width >= 600.0 => "wide",
        width if width >= 400.0 => "medium",
        _ => "narrow",
    }
}

fn groups(area: &Area<'_>, scene: &Scene) -> Painted {
    let named = scene.marks().filter(|mark| mark.datum.is_some()).count() <= NAMED_MARKS;
    for group in &scene.groups {
        area.draw(&Opening { group, named })?;
        for item in &group.items {
            match item {
                Item::Mark(mark) => area.draw(&Marking { mark, named })?,
                Item::Text(text) => area.draw(&Writing(text))?,
            }
        }
        area.draw(&Closing)?;
    }
    Ok(())
}

/// The beginning of a group.
struct Opening<'s> {
    group: &'s Group,
    named: bool,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Opening<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Opening<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        svg.begin("g");
        match &self.group.role {
            GroupRole::Scenery => svg.attribute("aria-hidden", "true"),
            GroupRole::Series(name) if self.named => svg
                .attribute("role", "graphics-object group")
                .attribute("aria-label", name),
            GroupRole::Series(name) => {
                svg.attribute("role", "graphics-symbol img").attribute("aria-label", name)
            }
        };
        svg.content().raw("\n");
        Ok(())
    }
}

/// The end of a group.
struct Closing;

impl<'a> PointCollection<'a, BackendCoord> for &'a Closing {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Closing {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        svg.end("g").raw("\n");
        Ok(())
    }
}

/// A mark, and whether it has a name of its own.
struct Marking<'s> {
    mark: &'s Mark,
    named: bool,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Marking<'_> {
    type Point = BackendCoord;
    type IntoIter = Vec<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        points(&self.mark.shape).into_iter().map(coordinate).collect()
    }
}

fn coordinate(point: Point) -> BackendCoord {
    (subpixels(point.x), subpixels(point.y))
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rule(from, to) => vec![*from, *to],
        Shape::Path(runs) => runs.iter().flatten().copied().collect(),
        Shape::Bar(rect) | Shape::Part(rect) => vec![
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
            Shape::Bar(_) | Shape::Part(_) => self.bar(&points, svg),
            Shape::Sign { form, radius, .. } => self.sign(*form, *radius, &points, svg),
        }
        self.meaning(svg);
        svg.end_empty();
        Ok(())
    }
}

impl Marking<'_> {
    fn line(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let colour = colour(self.mark.paint);
        svg.raw("<path d=\"");
        let mut points = points.iter();
        for run in self.runs() {
            for (at, &(x, y)) in points.by_ref().take(run).enumerate() {
                svg.raw(if at == 0 { "M" } else { "L" }).number(x).raw(" ").number(y);
            }
        }
        svg.raw("\"").attribute("class", &format!("line {}", colour.class));
        svg.attribute("fill", "none").attribute("stroke", colour.light);
        if let Paint::Grid | Paint::Axis = self.mark.paint {
            svg.attribute("shape-rendering", "crispEdges");
        }
        if let Paint::Series(_) = self.mark.paint {
            svg.attribute("stroke-width", "2.5");
            svg.attribute("stroke-linejoin", "round")
                .attribute("stroke-linecap", "round");
        }
    }

    /// How many points each run of the line has.
    fn runs(&self) -> Vec<usize> {
        match &self.mark.shape {
            Shape::Path(runs) => runs.iter().map(Vec::len).collect(),
            _ => vec![2],
        }
    }

    fn bar(&self, points: &[BackendCoord], svg: &mut SvgBackend<'_>) {
        let [(left, top), (right, bottom)] = *points else { return };
        if left == right {
            return self.line(&[(left, top), (right, bottom)], svg);
        }
        svg.begin("rect").length("x", left).length("y", top);
        svg.length("width", right - left).length("height", bottom - top);
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
        let apart = matches!(self.mark.shape, Shape::Part(_) | Shape::Sign { .. });
        if apart && self.mark.paint != Paint::Hidden {
            svg.attribute("class", &format!("{} {}", colour.class, HALO.class));
            svg.attribute("fill", colour.light).attribute("stroke", HALO.light);
        } else {
            svg.attribute("class", colour.class).attribute("fill", colour.light);
        }
    }

    fn meaning(&self, svg: &mut SvgBackend<'_>) {
        let Some(datum) = &self.mark.datum else { return };
        svg.attribute("data-x", &datum.x).attribute("data-y", &datum.y);
        if self.named {
            svg.attribute("role", "graphics-symbol img");
            svg.attribute("aria-label", &datum.name);
        }
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

/// A text.
struct Writing<'s>(&'s Text);

impl<'a> PointCollection<'a, BackendCoord> for &'a Writing<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [coordinate(self.0.at)]
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Writing<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        let Some(at) = points.next() else { return Ok(()) };
        self.open(at, svg);
        self.lines(at, svg);
        svg.end("text").raw("\n");
        Ok(())
    }
}

impl Writing<'_> {
    fn open(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        let text = self.0;
        let colour = colour(text.paint);
        svg.begin("text").length("x", x).length("y", y);
        let class = match text.role {
            TextRole::Missing => format!("{} {}", colour.class, HALO.class),
            _ => colour.class.to_owned(),
        };
        svg.attribute("class", &class).attribute("fill", colour.light);
        if text.role == TextRole::Missing {
            svg.attribute("stroke", HALO.light).attribute("stroke-width", "4");
            svg.attribute("paint-order", "stroke").attribute("stroke-linejoin", "round");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => drop(svg.attribute("text-anchor", "middle")),
            Anchor::End => drop(svg.attribute("text-anchor", "end")),
        }
        if text.size != BODY {
            svg.length("font-size", subpixels(text.size));
        }
        if text.weight == Weight::Bold {
            svg.attribute("font-weight", "bold");
        }
        if let Some(name) = &text.name {
            svg.attribute("role", "graphics-symbol img").attribute("aria-label", name);
        }
        svg.content();
    }

    /// A space stands between two lines, so that the text can be copied and searched.
    fn lines(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        let pitch = subpixels(self.0.size * LEADING);
        match self.0.lines.as_slice() {
            [line] => drop(svg.escaped(line)),
            lines => {
                let mut below = y;
                for (at, line) in lines.iter().enumerate() {
                    if at > 0 {
                        svg.raw(if line_ends_open(lines, at) { " " } else { "" });
                        below += pitch;
                    }
                    svg.begin("tspan").length("x", x).length("y", below).content();
                    svg.escaped(line).end("tspan");
                }
            }
        }
    }
}

/// Whether a space was where the line before `at` ends, and not a hyphen.
fn line_ends_open(lines: &[String], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    before.is_none_or(|line| !line.ends_with('-'))
}
