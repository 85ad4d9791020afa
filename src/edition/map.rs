//! The regions of a map: which category each is, and what it is called.

use crate::study::{Dataset, Figure, Ground, Level};

use super::context::Context;
use super::plan::Plan;
use super::{Map, MapRegion, MapShape, prose};

/// The map of a figure, if it is one.
pub(super) fn map<'a>(
    cx: &mut Context<'a>,
    figure: &'a Figure,
    dataset: &'a Dataset,
    plan: &Plan,
) -> Option<Map> {
    let shapes: Vec<(&str, MapShape)> = match figure.ground.as_ref()? {
        Ground::Division(division) => {
            let mut regions: Vec<_> = division.value.regions().iter().collect();
            regions.sort_by_key(|own| (own.row, own.column));
            let tile = |own: &crate::study::Region| MapShape::Tile {
                column: own.column,
                row: own.row,
            };
            regions.into_iter().map(|own| (own.code, tile(own))).collect()
        }
        Ground::Outlines(outlines) => outlines
            .regions
            .iter()
            .map(|own| (own.code.as_str(), MapShape::Outline(own.rings.clone())))
            .collect(),
    };
    let levels = levels(figure, dataset);
    let regions = shapes.into_iter().map(|(code, shape)| {
        let level = levels.iter().find(|level| level.code == code);
        let category = level.and_then(|level| {
            plan.categories.iter().position(|group| group.id == level.id)
        });
        MapRegion {
            code: code.to_owned(),
            category,
            label: level
                .map_or_else(|| code.to_owned(), |own| prose::words(cx, &own.label)),
            short: level
                .and_then(|own| own.short.as_ref())
                .map(|own| prose::words(cx, own)),
            shape,
        }
    });
    let regions = regions.collect();
    let no_data = cx.locale().lowercase(cx.messages().get("no_data"));
    Some(Map { regions, no_data })
}

/// The levels of the variable that names the regions.
pub(super) fn levels<'a>(figure: &Figure, dataset: &'a Dataset) -> &'a [Level] {
    let x = dataset.variable(&figure.x.value);
    x.map_or(&[], |x| dataset.variables[x].levels.as_slice())
}
