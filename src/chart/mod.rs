//! Draws the charts of an edition: chart + written numbers + width -> scene -> SVG.
//!
//! A [`Scene`] is plain data in px. One file for each type of chart lays it out, with
//! plotters' coordinates from amounts to px; `check` looks for what there is no room for;
//! `paint` paints it through a plotters drawing area on a backend of our own, whose marks
//! say what they stand for.

mod advances;
mod annotate;
mod area;
mod bars;
mod big;
mod called;
mod check;
mod choropleth;
mod classes;
mod clear;
mod column;
mod compare;
mod dodge;
mod dot;
mod facet;
mod figure_ids;
mod figures;
mod flow_hue;
mod frame;
mod heatmap;
mod hue;
mod key;
mod layers;
mod legend;
mod line;
mod lollipop;
mod look;
pub mod metrics;
mod missing;
mod multiples;
mod names;
mod naming;
mod nodes;
mod numbered;
mod paint;
mod paint_mark;
mod paint_text;
mod palette;
mod part_names;
mod place;
mod point_names;
mod pyramid;
mod reference;
mod region;
mod region_names;
mod ribbon;
mod rows;
mod ruler;
mod said;
mod sankey;
mod scale;
mod scatter;
pub mod scene;
mod shift;
mod slope;
mod slope_names;
mod small;
mod spot;
mod stacked;
mod stacked_row;
mod svg;
mod tiles;
mod trial;
mod upright;
mod whisker;
mod wrap;
mod years;

use crate::edition::{Chart, ChartKind};
use crate::lang::Lang;
use crate::locale::Quantity;

use place::Place;

pub use figure_ids::{FigureIds, for_front};
pub use figures::{Drawings, DrawnBefore, DrawnFigure, PAGE_WIDTHS, draw_figures};
pub(crate) use paint::{open_drawing, paint_groups};
pub(crate) use paint_text::write_text;
pub(crate) use scale::subpixels;
pub use scene::{Overflow, Scene};
pub use small::small_line;
pub(crate) use svg::SvgBackend;
pub(crate) use wrap::{Fit, Room, fit};

/// How the language of a chart writes the digits of a number.
pub type WriteNumber<'a> = &'a dyn Fn(&Quantity) -> String;

/// The narrowest drawing in px, and the widest.
const WIDTHS: (f64, f64) = (160.0, 4000.0);

/// What tells of a drawing to those who do not see it: elements that stand on its page, or in
/// its document, by their ids.
#[derive(Debug, Clone, Copy)]
pub struct ToldBy<'a> {
    /// The id of what names it.
    pub name: &'a str,
    /// The id of what says what is to be seen.
    pub description: &'a str,
    /// The language of all words and numbers in it.
    pub lang: Lang,
}

/// A chart at one width.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// An SVG element.
    pub svg: String,
    /// The texts for which there is no room at this width.
    pub overflow: Vec<Overflow>,
}

/// Draws a chart `width` px wide; the height follows from what is drawn.
pub fn draw(
    chart: &Chart,
    told_by: ToldBy<'_>,
    write: WriteNumber<'_>,
    width: f64,
) -> Drawing {
    let scene = compose(chart, write, width);
    Drawing { svg: paint::paint(&scene, told_by), overflow: scene.overflow }
}

/// Lays out a chart `width` px wide.
pub fn compose(chart: &Chart, write: WriteNumber<'_>, width: f64) -> Scene {
    let width = width.max(WIDTHS.0).min(WIDTHS.1);
    match chart.panels.as_slice() {
        [] => compose_one(chart, write, width, Place::Alone),
        _ => facet::compose(chart, write, width),
    }
}

/// Lays out a chart that is not parted into panels, or one of the panels.
fn compose_one(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    match chart.kind {
        ChartKind::Line => line::compose(chart, write, width, place),
        ChartKind::Area { share } => area::compose(chart, write, width, share, place),
        ChartKind::Column => column::compose(chart, write, width, place),
        ChartKind::Bar | ChartKind::Grouped | ChartKind::Lollipop => {
            bars::compose(chart, width, place)
        }
        ChartKind::Stacked { share } => {
            stacked::compose(chart, write, width, share, place)
        }
        ChartKind::Dot => dot::compose(chart, write, width, place),
        ChartKind::Slope => slope::compose(chart, width, place),
        ChartKind::Pyramid => pyramid::compose(chart, write, width, place),
        ChartKind::Scatter => scatter::compose(chart, write, width, place),
        ChartKind::Heatmap => heatmap::compose(chart, write, width, place),
        ChartKind::Sankey => sankey::compose(chart, write, width, place),
        ChartKind::TileMap => tiles::compose(chart, write, width, place),
        ChartKind::Choropleth => choropleth::compose(chart, write, width, place),
        ChartKind::BigNumber => big::compose(chart, width),
    }
}
