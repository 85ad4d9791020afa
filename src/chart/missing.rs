//! Notes below a chart that say why values are missing, where there is no room to say it
//! at their place.

use crate::edition::Chart;

use super::layers::{Layers, SMALL, room, small};
use super::metrics::{ASCENT, DESCENT, LEADING};
use super::scene::{Anchor, Point, Text, TextRole};
use super::wrap::{Room, fit};

/// From what is above to the notes, and between two notes, in px.
const APART: f64 = 6.0;

/// Writes one note for each reason below `top`, with all that it speaks of, and returns the
/// lower edge.
pub(super) fn write(chart: &Chart, top: f64, width: f64, layers: &mut Layers) -> f64 {
    let mut bottom = top;
    for (reason, places) in reasons(chart) {
        let said = format!("{}: {reason}", places.join("; "));
        let lines = fit(&said, None, Room { size: SMALL, ..room(width, 9) }).lines;
        let baseline = bottom + APART + ASCENT * SMALL;
        let further = lines.len().saturating_sub(1) as f64;
        bottom = baseline + (further * LEADING + DESCENT) * SMALL;
        let at = Point { x: 0.0, y: baseline };
        let note = small(String::new(), at, Anchor::Start, TextRole::Missing);
        layers.write(Text { lines, name: Some(said), ..note });
    }
    bottom
}

/// Each reason with the values that are missing for it, in the order of the data.
fn reasons(chart: &Chart) -> Vec<(&str, Vec<String>)> {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    let single = chart.series.len() < 2;
    for (at, category) in chart.categories.iter().enumerate() {
        for series in &chart.series {
            let Some(datum) = series.data.get(at) else { continue };
            if datum.value.is_some() || datum.text.is_empty() {
                continue;
            }
            let place = match single {
                true => category.label.clone(),
                false => format!("{}, {}", series.label, category.label),
            };
            match reasons.iter_mut().find(|own| own.0 == datum.text) {
                Some((_, places)) => places.push(place),
                None => reasons.push((&datum.text, vec![place])),
            }
        }
    }
    reasons
}
