//! A list below a drawing that says what its numbers stand for, in as many columns as
//! there is room for.

use super::layers::{Layers, SMALL, room, text};
use super::metrics::{ASCENT, LEADING, Weight, width as text_width};
use super::naming::{self, Label};
use super::scene::{Anchor, Paint, Point, Text, TextRole};
use super::wrap::{Fit, Room, fit};

/// From a number to its words in px.
const NEAR: f64 = 7.0;
/// Between two columns in px.
const APART: f64 = 18.0;
/// Above the list in px.
const ABOVE: f64 = 12.0;
/// Between two entries in px.
const BETWEEN: f64 = 3.0;
/// Most columns.
const MOST: usize = 4;

/// Writes the entries, numbered from 1, below `top` and returns the lower edge of the
/// list.
pub(super) fn place(
    entries: &[Label<'_>],
    top: f64,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let number = text_width(&entries.len().to_string(), SMALL, Weight::Regular);
    let indent = number + NEAR;
    let (columns, fits) = columns(entries, indent, width);
    let column = (width + APART) / columns as f64;
    let each = entries.len().div_ceil(columns).max(1);
    let mut bottom = top;
    for (nth, chunk) in fits.chunks(each).enumerate() {
        let left = nth as f64 * column;
        let mut y = top + ABOVE;
        for (row, words) in chunk.iter().enumerate() {
            let baseline = y + ASCENT * SMALL;
            let label = (nth * each + row + 1).to_string();
            let at = Point { x: left + number, y: baseline };
            layers.write(own(vec![label], at, Anchor::End, Paint::Mute));
            let at = Point { x: left + indent, y: baseline };
            layers.write(own(words.lines.clone(), at, Anchor::Start, Paint::Ink));
            y += words.lines.len().max(1) as f64 * LEADING * SMALL + BETWEEN;
        }
        bottom = bottom.max(y);
    }
    bottom
}

/// How many columns have room for every entry in one line; else one column.
fn columns(entries: &[Label<'_>], indent: f64, width: f64) -> (usize, Vec<Fit>) {
    let fits = |columns: usize, lines: usize| -> Vec<Fit> {
        let own = (width + APART) / columns as f64 - APART - indent;
        let words = Room { size: SMALL, ..room(own, lines) };
        let names = naming::together(entries, |label| flat(&fit(label, None, words)));
        names.into_iter().map(|name| fit(name, None, words)).collect()
    };
    let good = |fits: &[Fit]| fits.iter().all(flat);
    let most = MOST.min(entries.len()).max(1);
    let found = (2..=most).rev().map(|count| (count, fits(count, 1)));
    found.into_iter().find(|(_, fits)| good(fits)).unwrap_or_else(|| (1, fits(1, 3)))
}

fn flat(name: &Fit) -> bool {
    name.excess == 0.0 && name.lines.len() < 2
}

fn own(lines: Vec<String>, at: Point, anchor: Anchor, paint: Paint) -> Text {
    Text { size: SMALL, paint, ..text(lines, at, anchor, TextRole::Category) }
}
