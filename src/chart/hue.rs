//! Which colour each series and each of its marks has.

use crate::edition::{Chart, Datum};

use super::scene::{Hue, Paint};

/// The colour of series `index`: those that are highlighted share the palette, the others
/// are grey.
pub(super) fn of_series(chart: &Chart, index: usize) -> Hue {
    let seen = |series: &&crate::edition::Series| !series.muted;
    match chart.series.get(index) {
        Some(series) if series.muted => Hue::Muted,
        _ if chart.series.iter().filter(seen).count() < 2 => Hue::Solo,
        _ => Hue::Nth(chart.series.iter().take(index).filter(seen).count()),
    }
}

/// The colour of a mark of series `index` at a category.
pub(super) fn of_mark(chart: &Chart, index: usize, category: usize) -> Hue {
    match chart.categories.get(category) {
        Some(category) if category.muted => Hue::Muted,
        _ => of_series(chart, index),
    }
}

/// What a mark of one value is painted with: its edge alone, where the value is flagged.
pub(super) fn of_datum(hue: Hue, datum: &Datum) -> Paint {
    match datum.flags.is_empty() {
        true => Paint::Series(hue),
        false => Paint::Hollow(hue),
    }
}

/// What the line of series `index` is painted with: those that are highlighted are read
/// first, or else the first of all.
pub(super) fn of_line(chart: &Chart, index: usize) -> Paint {
    let hue = of_series(chart, index);
    let highlights = chart.series.iter().any(|series| series.muted);
    match if highlights { hue != Hue::Muted } else { index == 0 } {
        true => Paint::Lead(hue),
        false => Paint::Series(hue),
    }
}
