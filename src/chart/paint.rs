//! Paints a scene through a plotters drawing area.

use std::convert::Infallible;

use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::ChartTexts;
use super::layers::BODY;
use super::paint_mark::Marking;
use super::paint_text::Writing;
use super::scale::subpixels;
use super::scene::{Group, GroupRole, Item, Scene};
use super::svg::{Drawn, SvgBackend};

/// Up to this many marks are named one by one; above, a series is one thing.
const NAMED_MARKS: usize = 100;

type Area<'a> = DrawingArea<SvgBackend<'a>, plotters::coord::Shift>;
type Painted = Result<(), DrawingAreaErrorKind<Infallible>>;

/// The scene as an SVG document.
pub(super) fn paint(scene: &Scene, texts: &ChartTexts<'_>) -> String {
    let mut out = String::new();
    let size = (subpixels(scene.width), subpixels(scene.height));
    let class = format!("chart {}", variant(scene.width));
    open_drawing(&mut SvgBackend::new(&mut out, size_of(size)), size, &class, texts);
    paint_groups(scene, &mut out);
    out.push_str("</svg>\n");
    out
}

/// Writes the groups of a scene, to stand in a drawing, to the end of `out`.
pub(crate) fn paint_groups(scene: &Scene, out: &mut String) {
    let size = (subpixels(scene.width), subpixels(scene.height));
    let area = SvgBackend::new(out, size_of(size)).into_drawing_area();
    let painted = groups(&area, scene);
    debug_assert!(painted.is_ok(), "the backend writes to a string");
}

fn size_of((wide, high): BackendCoord) -> (u32, u32) {
    (wide.unsigned_abs(), high.unsigned_abs())
}

/// Begins an SVG document of this size in tenths of a px, with its name and language.
pub(crate) fn open_drawing(
    svg: &mut SvgBackend<'_>,
    (wide, high): BackendCoord,
    class: &str,
    texts: &ChartTexts<'_>,
) {
    let (title, description) = (format!("{}-t", texts.id), format!("{}-d", texts.id));
    svg.begin("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    svg.attribute("class", class);
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
