//! Horizontal bars of parts that add up.

use rust_decimal::Decimal;

use crate::edition::Chart;
use crate::locale::Quantity;

use super::WriteNumber;
use super::compare::Compared;
use super::key::Sample;
use super::layers::Layers;
use super::part_names::PartNames;
use super::place::Place;
use super::rows::{BEYOND, Rows};
use super::ruler::{Measure, Ruler};
use super::scale::number;
use super::scene::{Item, Scene};
use super::stacked_row::{Bare, Row};

/// Between two bars in px.
const GAP: f64 = 12.0;
/// The least length of the scale in px.
const LEAST: f64 = 24.0;

/// Lays out a stacked bar chart; with `share` each bar is a hundred per cent.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    share: bool,
    place: Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let mut rows = Rows::new(chart, width, GAP);
    let ruler = ruler(chart, write, rows.left, width, share);
    let bars = chart.categories.iter().enumerate();
    let bars: Vec<Row<'_>> =
        bars.map(|category| Row::new(chart, category, &ruler, share)).collect();
    let names = PartNames::new(chart, bars.first(), &rows, &ruler, width);
    let names = names.filter(|_| place.names_series());
    let top = match names {
        Some(_) => 0.0,
        None => place.key(chart, Sample::Block, width, &mut layers),
    };
    let px = |amount: Decimal| ruler.px(number(amount));
    let compared = Compared::new(chart, &px, top, width);
    if compared.any() || !share {
        rows.stand_on_lines();
    }
    let top = compared.bottom();
    rows.begin(names.map_or(top.max(BEYOND), |names| names.write(top, &mut layers)));
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); chart.series.len()];
    let bare = |value| write(&Quantity { value, ..chart.form.clone() });
    let bare: Option<Bare<'_>> = if share { None } else { Some(&bare) };
    for (index, bar) in bars.iter().enumerate() {
        let at = rows.next(index, bar.height(), &mut layers);
        bar.draw(at, bare, &ruler, &mut items, &mut layers);
    }
    ruler.grid(rows.reach(), rows.zero_paint(), &mut layers);
    let bottom = match share {
        true => rows.bottom() + BEYOND,
        false => ruler.write(rows.bottom(), place.words(&chart.unit), &mut layers),
    };
    compared.draw(&rows, true, place.names_references(), &mut layers);
    for (series, items) in chart.series.iter().zip(items) {
        layers.add_series(&series.label, items);
    }
    layers.finish(width, bottom)
}

fn ruler(
    chart: &Chart,
    write: WriteNumber<'_>,
    left: f64,
    width: f64,
    share: bool,
) -> Ruler {
    if share {
        return Ruler::of_shares(left, width.max(left + LEAST));
    }
    let measure = Measure::of(chart);
    let to = (width - measure.overhang(write).1).max(left + LEAST);
    Ruler::new(&measure, write, (left, to), width)
}
