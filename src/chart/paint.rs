//! Paints a scene through a plotters drawing area.

use std::convert::Infallible;

use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::layers::BODY;
use super::paint_mark::Marking;
use super::paint_text::Writing;
use super::scale::subpixels;
use super::scene::{GroupRole, Item, Mark, Paint, Scene};
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
    for panel in scene.groups.chunk_by(|a, b| a.panel == b.panel) {
        let label = panel.first().and_then(|group| group.panel.as_deref());
        if let Some(label) = label {
            area.draw(&Opening { role: Role::Panel(label), named, unfilled: false })?;
        }
        for group in panel {
            let unfilled = group.items.iter().any(is_quiet);
            area.draw(&Opening { role: Role::Group(&group.role), named, unfilled })?;
            for item in &group.items {
                match item {
                    Item::Mark(mark) => area.draw(&Marking { mark, named })?,
                    Item::Text(text) => area.draw(&Writing(text))?,
                }
            }
            area.draw(&Closing)?;
        }
        if label.is_some() {
            area.draw(&Closing)?;
        }
    }
    Ok(())
}

fn is_quiet(item: &Item) -> bool {
    matches!(item, Item::Mark(Mark { paint: Paint::Quiet(_), .. }))
}

/// What is opened.
enum Role<'s> {
    /// One of the small multiples, by its label.
    Panel(&'s str),
    /// A group of items.
    Group(&'s GroupRole),
}

/// The beginning of a group.
struct Opening<'s> {
    role: Role<'s>,
    named: bool,
    /// Whether it has marks that only a style sheet fills.
    unfilled: bool,
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
        let role = match &self.role {
            Role::Group(GroupRole::Scenery) => None,
            Role::Group(GroupRole::Series(name)) if !self.named => {
                Some(("graphics-symbol img", name.as_str()))
            }
            Role::Group(GroupRole::Series(name)) => {
                Some(("graphics-object group", name.as_str()))
            }
            Role::Panel(label) => Some(("graphics-object group", *label)),
        };
        match role {
            None => svg.attribute("aria-hidden", "true"),
            Some((role, name)) => {
                svg.attribute("role", role).attribute("aria-label", name)
            }
        };
        if self.unfilled {
            svg.attribute("fill", "none");
        }
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
