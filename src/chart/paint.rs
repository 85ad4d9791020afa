//! Paints a scene through a plotters drawing area.

use std::convert::Infallible;

use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::layers::BODY;
use super::look;
use super::paint_mark::{Marking, Rules};
use super::paint_text::Writing;
use super::said::Said;
use super::scale::subpixels;
use super::scene::{Group, GroupRole, Item, Mark, Paint, Scene, Shape};
use super::svg::{Drawn, SvgBackend};
use super::{PAGE_WIDTHS, ToldBy};

type Area<'a> = DrawingArea<SvgBackend<'a>, plotters::coord::Shift>;
type Painted = Result<(), DrawingAreaErrorKind<Infallible>>;

/// The scene as an SVG element.
pub(super) fn paint(scene: &Scene, told_by: ToldBy<'_>) -> String {
    let mut out = String::new();
    let size = (subpixels(scene.width), subpixels(scene.height));
    let class = format!("chart {}", variant(scene.width));
    open_drawing(&mut SvgBackend::new(&mut out, size_of(size)), size, &class, told_by);
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

/// Begins an SVG element of this size in tenths of a px.
pub(crate) fn open_drawing(
    svg: &mut SvgBackend<'_>,
    (wide, high): BackendCoord,
    class: &str,
    told_by: ToldBy<'_>,
) {
    svg.begin("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    svg.attribute("class", class);
    svg.length("width", wide).length("height", high);
    svg.raw(" viewBox=\"0 0 ").number(wide).raw(" ").number(high).raw("\"");
    svg.attribute("role", "graphics-document document");
    svg.attribute("aria-labelledby", told_by.name);
    svg.attribute("aria-describedby", told_by.description);
    svg.attribute("lang", told_by.lang.as_str());
    // What is filled says so: most paths are lines.
    svg.attribute("fill", "none").attribute("stroke-linejoin", "round");
    svg.attribute("font-family", "'Noto Sans', 'Segoe UI', Arial, sans-serif");
    svg.length("font-size", subpixels(BODY)).content().raw("\n");
}

/// The class of the drawings of pages that are the next narrower.
fn variant(width: f64) -> &'static str {
    let fits = |(own, _): &&(u32, &str)| width >= f64::from(*own);
    PAGE_WIDTHS.iter().find(fits).or(PAGE_WIDTHS.last()).map_or("", |(_, class)| class)
}

fn groups(area: &Area<'_>, scene: &Scene) -> Painted {
    let mut said = Said::of(scene);
    for panel in scene.groups.chunk_by(|a, b| a.panel == b.panel) {
        let label = panel.first().and_then(|group| group.panel.as_deref());
        if let Some(label) = label {
            area.draw(&Opening::Panel(label))?;
        }
        let scenery = |group: &Group| group.role == GroupRole::Scenery;
        for together in panel.chunk_by(|a, b| scenery(a) && scenery(b)) {
            let whole = !said.named;
            area.draw(&match together.first().map(|group| &group.role) {
                Some(GroupRole::Series(name)) => Opening::Series { name, whole },
                _ => Opening::Scenery,
            })?;
            for group in together {
                items(area, &group.items, &mut said)?;
            }
            area.draw(&Closing)?;
        }
        if label.is_some() {
            area.draw(&Closing)?;
        }
    }
    Ok(())
}

/// Paints the items of a group: lines of one paint as one, and what looks alike within a
/// group that says so.
fn items<'s>(area: &Area<'_>, items: &'s [Item], said: &mut Said<'s>) -> Painted {
    let alike = |a: &Item, b: &Item| match (rule(a), rule(b)) {
        (Some(_), Some(_)) => true,
        (None, None) => look::shared(a).is_some_and(|own| look::shared(b) == Some(own)),
        _ => false,
    };
    for run in items.chunk_by(alike) {
        let mut rules: Vec<&Mark> = run.iter().filter_map(rule).collect();
        // The line at zero is upon the grid.
        rules.sort_by_key(|mark| mark.paint != Paint::Grid);
        for rules in rules.chunk_by(|a, b| a.paint == b.paint) {
            area.draw(&Rules(rules))?;
        }
        if !rules.is_empty() {
            continue;
        }
        let look = run.first().and_then(look::shared).filter(|_| run.len() > 1);
        let shared = look.is_some();
        look.iter().try_for_each(|own| area.draw(&Opening::Look(own)))?;
        for item in run {
            match item {
                Item::Mark(mark) => {
                    let words = said.words(mark.datum.as_ref());
                    area.draw(&Marking { mark, words, shared })?;
                }
                Item::Text(text) => area.draw(&Writing { text, shared })?,
            }
        }
        look.iter().try_for_each(|_| area.draw(&Closing))?;
    }
    Ok(())
}

/// A line that stands for nothing by itself.
fn rule(item: &Item) -> Option<&Mark> {
    match item {
        Item::Mark(mark @ Mark { shape: Shape::Rule(..), datum: None, .. }) => Some(mark),
        _ => None,
    }
}

/// The beginning of a group.
enum Opening<'s> {
    /// One of the small multiples, by its label.
    Panel(&'s str),
    /// What is seen only.
    Scenery,
    /// A series.
    Series {
        /// Its name.
        name: &'s str,
        /// Whether it is one thing, and not one of many.
        whole: bool,
    },
    /// Items that look alike, by the attributes that make them.
    Look(&'s str),
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
        let named = |svg: &mut SvgBackend<'b>, role, name| {
            svg.attribute("role", role).attribute("aria-label", name);
        };
        match *self {
            Self::Scenery => drop(svg.attribute("aria-hidden", "true")),
            Self::Panel(name) | Self::Series { name, whole: false } => {
                named(svg, "graphics-object group", name);
            }
            Self::Series { name, whole: true } => named(svg, "graphics-symbol img", name),
            Self::Look(attributes) => drop(svg.raw(attributes)),
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
