//! A map of tiles of one size, each a region, near to where the region lies.
//!
//! A region is named in its tile; where one name does not fit, all tiles have numbers and
//! a list below says what they stand for.

use crate::edition::{Chart, MapRegion, MapShape};

use super::WriteNumber;
use super::classes::Classes;
use super::layers::{Layers, SMALL, centred, room, text};
use super::metrics::{LEADING, Weight, width as text_width};
use super::naming::{self, Label};
use super::numbered;
use super::place::Place;
use super::region::{self, ValuedRegion};
use super::scene::{Anchor, Item, Point, Rect, Scene, Shape, Text, TextRole};
use super::wrap::{Fit, Room, fit};

/// The widest tile in px.
const WIDEST: f64 = 112.0;
/// The least height of a tile, as a part of its width.
const LOWEST: f64 = 0.62;
/// Between two tiles in px.
const SLIT: f64 = 3.0;
/// From the edge of a tile to its words in px.
const PADDING: f64 = 4.0;
/// Above and below the words of a tile in px.
const AIR: f64 = 7.0;

/// From this width of a tile on names may have three lines.
const ROOMY: f64 = 84.0;

/// Lays out a map of tiles.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let classes = Classes::of(chart);
    let top = place.legend(chart, &classes, write, width, &mut layers);
    let regions = region::regions(chart, &classes);
    let grid = Grid::new(&regions, top, width);
    let marks = regions
        .iter()
        .zip(&grid.tiles)
        .map(|(region, tile)| Item::Mark(region.mark(Shape::Bar(*tile))));
    let name = chart.series.first().map_or("", |series| series.label.as_str());
    layers.add_series(name, marks.collect());
    for (at, (region, tile)) in regions.iter().zip(&grid.tiles).enumerate() {
        grid.write(at, region, *tile, &mut layers);
        if region.framed {
            layers.frame(*tile);
        }
    }
    let bottom = grid.tiles.iter().map(|tile| tile.bottom).fold(top, f64::max);
    let bottom = match grid.names {
        Some(_) => bottom,
        None => {
            let labels: Vec<Label<'_>> =
                regions.iter().map(ValuedRegion::names).collect();
            numbered::place(&labels, bottom, width, &mut layers)
        }
    };
    layers.finish(width, bottom + 1.0)
}

/// Where the tiles are and what stands in them.
struct Grid {
    tiles: Vec<Rect>,
    /// The names of the regions, if each fits into its tile.
    names: Option<Vec<Fit>>,
    wide: f64,
}

impl Grid {
    fn new(regions: &[ValuedRegion<'_>], top: f64, width: f64) -> Self {
        let cells: Vec<(f64, f64)> = regions.iter().map(|own| cell(own.mapped)).collect();
        let most =
            |part: fn(&(f64, f64)) -> f64| cells.iter().map(part).fold(0.0, f64::max);
        let columns = most(|cell| cell.0) + 1.0;
        let wide = (width - SLIT * (columns - 1.0)) / columns;
        let wide = wide.clamp(1.0, WIDEST).floor();
        let lines = if wide < ROOMY { 2 } else { 3 };
        let own = Room { size: SMALL, ..room(wide - 2.0 * PADDING, lines) };
        let labels: Vec<Label<'_>> = regions.iter().map(ValuedRegion::names).collect();
        let names =
            naming::together(&labels, |label| good(&fit(label, None, own), lines));
        let names: Vec<Fit> =
            names.into_iter().map(|name| fit(name, None, own)).collect();
        let names =
            Some(names).filter(|names| names.iter().all(|name| good(name, lines)));
        let lines = names.as_ref().map_or(1, |names| {
            names.iter().map(|name| name.lines.len()).max().unwrap_or(1)
        });
        let valued = regions.iter().any(|region| fits(region, wide));
        let lines = lines + usize::from(valued);
        let high = (lines as f64 * LEADING * SMALL + AIR).max(wide * LOWEST).ceil();
        let tile = |(column, row): &(f64, f64)| {
            let (left, top) = (column * (wide + SLIT), top + row * (high + SLIT));
            Rect { left, top, right: left + wide, bottom: top + high }
        };
        Self { tiles: cells.iter().map(tile).collect(), names, wide }
    }

    fn write(
        &self,
        at: usize,
        region: &ValuedRegion<'_>,
        tile: Rect,
        layers: &mut Layers,
    ) {
        let mut lines = match &self.names {
            Some(names) => names.get(at).map_or_else(Vec::new, |name| name.lines.clone()),
            None => vec![(at + 1).to_string()],
        };
        let named = lines.len();
        if fits(region, self.wide) {
            lines.push(region.text.to_owned());
        }
        let x = (tile.left + tile.right) / 2.0;
        let first = centred(lines.len(), (tile.top + tile.bottom) / 2.0, SMALL);
        let paint = region.on();
        let value = lines.split_off(named);
        let own = |lines: Vec<String>, above: usize, role| {
            let y = first + above as f64 * LEADING * SMALL;
            let text = text(lines, Point { x, y }, Anchor::Middle, role);
            Text { size: SMALL, paint, ..text }
        };
        layers.write(own(lines, 0, TextRole::Note));
        let value = own(value, named, TextRole::Value);
        let bold = |line: &String| text_width(line, SMALL, Weight::Bold) <= self.room();
        let weight = match value.lines.iter().all(bold) {
            true => Weight::Bold,
            false => Weight::Regular,
        };
        layers.write(Text { weight, ..value });
    }

    fn room(&self) -> f64 {
        self.wide - 2.0 * PADDING
    }
}

/// Whether a name fits into a tile with so many lines.
fn good(name: &Fit, lines: usize) -> bool {
    name.excess == 0.0 && name.lines.len() <= lines
}

/// Whether the value of a region fits into a tile.
fn fits(region: &ValuedRegion<'_>, wide: f64) -> bool {
    let own = text_width(region.text, SMALL, Weight::Regular);
    region.value.is_some() && own <= wide - 2.0 * PADDING
}

/// Column and row of a region.
fn cell(region: &MapRegion) -> (f64, f64) {
    match region.shape {
        MapShape::Tile { column, row } => (f64::from(column), f64::from(row)),
        MapShape::Outline(_) => (0.0, 0.0),
    }
}
