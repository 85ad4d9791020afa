//! Paints a scene through a plotters drawing area.

use std::convert::Infallible;

use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::layers::BODY;
use super::paint_mark::Marking;
use super::paint_text::Writing;
use super::scale::subpixels;
use super::scene::{Group, GroupRole, Item, Scene};
use super::svg::{Drawn, SvgBackend};
use super::{ChartTexts, PAGE_WIDTHS};

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
    svg.attribute("aria-labelledby", &title);
    svg.attribute("aria-describedby", &description);
    svg.attribute("lang", texts.lang.as_str());
    svg.attribute("font-family", "'Noto Sans', 'Segoe UI', Arial, sans-serif");
    svg.length("font-size", subpixels(BODY)).content().raw("\n");
    svg.begin("title").attribute("id", &title).content();
    svg.escaped(texts.title).end("title").raw("\n");
    svg.begin("desc").attribute("id", &description).content();
    svg.escaped(texts.description).end("desc").raw("\n");
}

/// The class of the drawings of pages that are the next narrower.
fn variant(width: f64) -> &'static str {
    let fits = |(own, _): &&(u32, &str)| width >= f64::from(*own);
    PAGE_WIDTHS.iter().find(fits).or(PAGE_WIDTHS.last()).map_or("", |(_, class)| class)
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
