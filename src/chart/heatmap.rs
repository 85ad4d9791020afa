//! A table of coloured cells: the values of `x` across, the series down.
//!
//! Columns are named in level text: in full, by their years, or by the numbers of the rows
//! that have the same names, as with origins and destinations; else by the numbers of a
//! list below.

use crate::edition::{Category, Chart, Datum as Value, Series};

use super::WriteNumber;
use super::classes::Classes;
use super::layers::{BODY, Layers, SMALL, centred, room, small, text};
use super::metrics::{DESCENT, LEADING, Weight, width as text_width};
use super::naming::Label;
use super::numbered;
use super::place;
use super::scene::{
    Anchor, Datum, Item, Mark, Paint, Point, Rect, Scene, Shape, Text, TextRole,
};
use super::wrap::{Fit, Room, fit};
use super::years;

/// The part of the width that the names of the rows may take.
const ASIDE: f64 = 0.36;
/// The same where each of them then stands in one line.
const IN_ONE_LINE: f64 = 0.42;
/// The same where one of them has a word that is longer.
const MOST: f64 = 0.55;
/// From the names of the rows to the cells in px.
const GUTTER: f64 = 8.0;
/// The widest cell in px.
const WIDEST: f64 = 110.0;
/// The least height of a cell in px.
const LOWEST: f64 = 22.0;
/// Between two cells in px.
const SLIT: f64 = 1.5;
/// From the edge of a cell to the value in it in px.
const PADDING: f64 = 2.0;
/// From the names of the columns to the cells in px.
const TO_CELLS: f64 = 5.0;
/// From a number to the name of its row in px.
const TO_NAME: f64 = 6.0;

/// Lays out a heatmap.
pub(super) fn compose(
    chart: &Chart,
    write: WriteNumber<'_>,
    width: f64,
    stands: place::Place<'_>,
) -> Scene {
    let mut layers = Layers::default();
    let classes = Classes::of(chart);
    let top = stands.legend(chart, &classes, write, width, &mut layers);
    let table = Table::new(chart, top, width);
    table.write_columns(&mut layers);
    table.write_rows(&mut layers);
    for (at, series) in chart.series.iter().enumerate() {
        layers.add_series(&series.label, table.row(at, series, &classes));
    }
    if table.is_valued() {
        table.write_values(&classes, &mut layers);
    }
    table.frame(&mut layers);
    let bottom = table.top + chart.series.len() as f64 * table.high;
    let bottom = match &table.heads {
        Heads::Listed => {
            let labels = chart.categories.iter();
            let labels = labels.map(|own| (own.label.as_str(), own.short.as_deref()));
            let labels: Vec<Label<'_>> = labels.collect();
            numbered::place(&labels, bottom, width, &mut layers)
        }
        _ => bottom,
    };
    layers.finish(width, bottom + 1.0)
}

/// How the columns are named.
#[derive(Debug, PartialEq)]
enum Heads {
    /// By their labels.
    Labels(Vec<Fit>),
    /// By years, not all of them.
    Years,
    /// By the numbers of the rows of the same name.
    Rows(Vec<usize>),
    /// By the numbers of a list below.
    Listed,
}

/// Where the cells are.
struct Table<'c> {
    chart: &'c Chart,
    names: Vec<Fit>,
    heads: Heads,
    /// The width of the numbers beside the names of the rows, with the space after them.
    indent: f64,
    left: f64,
    top: f64,
    wide: f64,
    high: f64,
    width: f64,
}

impl<'c> Table<'c> {
    /// The rows are named in full, unless short names make room for names in one line or
    /// for the values in the cells.
    fn new(chart: &'c Chart, top: f64, width: f64) -> Self {
        let named = |short: bool| {
            let plain = Self::of(chart, short, 0.0, top, width);
            match plain.heads {
                Heads::Rows(_) => {
                    let most = chart.series.len().to_string();
                    let wide = text_width(&most, SMALL, Weight::Regular);
                    Self::of(chart, short, wide + TO_NAME, top, width)
                }
                _ => plain,
            }
        };
        let full = named(false);
        match full.is_flat() && full.is_valued() {
            true => full,
            false => {
                let short = named(true);
                let better = short.is_valued() || !full.is_flat();
                if better { short } else { full }
            }
        }
    }

    fn of(chart: &'c Chart, short: bool, indent: f64, top: f64, width: f64) -> Self {
        let names = names(chart, short, indent, width);
        let widest = names.iter().map(|name| name.width).fold(0.0, f64::max);
        let lines = names.iter().map(|name| name.lines.len()).max().unwrap_or(0);
        let left = (indent + widest.min(width * MOST) + GUTTER).ceil();
        let columns = chart.categories.len().max(1) as f64;
        let wide = ((width - left) / columns).min(WIDEST);
        let wide = if wide >= 8.0 { wide.floor() } else { wide.max(0.1) };
        let heads = heads(chart, wide);
        let mut table = Self {
            chart,
            names,
            heads,
            indent,
            left,
            top,
            wide,
            high: (lines as f64 * LEADING * BODY + 4.0).max(LOWEST).ceil(),
            width,
        };
        table.top = (top + table.height_of_heads()).ceil();
        table
    }

    /// Whether each row is named in one line.
    fn is_flat(&self) -> bool {
        self.names.iter().all(|name| name.lines.len() < 2)
    }

    /// Whether every value fits into its cell.
    fn is_valued(&self) -> bool {
        let data = self.chart.series.iter().flat_map(|series| &series.data);
        data.filter(|datum| datum.value.is_some()).all(|datum| {
            let wide = text_width(&datum.text, SMALL, Weight::Regular);
            wide + 2.0 * PADDING <= self.wide - SLIT
        })
    }

    fn height_of_heads(&self) -> f64 {
        let lines = match &self.heads {
            Heads::Labels(labels) => labels.iter().map(|own| own.lines.len()).max(),
            Heads::Years => Some(1),
            Heads::Rows(_) | Heads::Listed => Some(self.storeys()),
        };
        lines.unwrap_or(0) as f64 * LEADING * SMALL + TO_CELLS
    }

    /// In how many rows the numbers of the columns stand, so that they stay apart.
    fn storeys(&self) -> usize {
        let most = self.chart.categories.len().max(self.chart.series.len()).to_string();
        let wide = text_width(&most, SMALL, Weight::Regular) + 3.0;
        if wide > self.wide { 2 } else { 1 }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        let left = self.left + column as f64 * self.wide;
        let top = self.top + row as f64 * self.high;
        Rect {
            left,
            top,
            right: left + (self.wide - SLIT).max(0.1),
            bottom: top + self.high - SLIT,
        }
    }

    fn middle(&self, column: usize) -> f64 {
        self.left + (column as f64 + 0.5) * self.wide - SLIT / 2.0
    }

    fn write_columns(&self, layers: &mut Layers) {
        let baseline = self.top - TO_CELLS - DESCENT * SMALL;
        let head = |line: String, x: f64, y: f64| {
            small(line, Point { x, y }, Anchor::Middle, TextRole::Category)
        };
        match &self.heads {
            Heads::Labels(labels) => {
                for (at, label) in labels.iter().enumerate() {
                    let further = label.lines.len().saturating_sub(1) as f64;
                    let y = baseline - further * LEADING * SMALL;
                    let own = head(String::new(), self.middle(at), y);
                    layers.write(Text { lines: label.lines.clone(), ..own });
                }
            }
            Heads::Years => {
                let categories = self.chart.categories.iter().enumerate();
                let places: Vec<(&Category, f64)> =
                    categories.map(|(at, own)| (own, self.middle(at))).collect();
                for year in years::shown(&places, self.width, &[]) {
                    let label = year.label.map(|own| head(own, year.middle, baseline));
                    label.into_iter().for_each(|label| layers.write(label));
                }
            }
            Heads::Rows(numbers) => self.write_numbers(numbers, baseline, layers),
            Heads::Listed => {
                let numbers: Vec<usize> = (1..=self.chart.categories.len()).collect();
                self.write_numbers(&numbers, baseline, layers);
            }
        }
    }

    fn write_numbers(&self, numbers: &[usize], baseline: f64, layers: &mut Layers) {
        let storeys = self.storeys();
        for (at, number) in numbers.iter().enumerate() {
            let y = baseline - (at % storeys) as f64 * LEADING * SMALL;
            let at = Point { x: self.middle(at), y };
            let text = small(number.to_string(), at, Anchor::Middle, TextRole::Category);
            layers.write(text);
        }
    }

    fn write_rows(&self, layers: &mut Layers) {
        for (at, name) in self.names.iter().enumerate() {
            let cell = self.cell(at, 0);
            let middle = (cell.top + cell.bottom) / 2.0;
            if let Heads::Rows(_) = self.heads {
                let place =
                    Point { x: self.indent - TO_NAME, y: centred(1, middle, SMALL) };
                let number = (at + 1).to_string();
                layers.write(small(number, place, Anchor::End, TextRole::Category));
            }
            let y = centred(name.lines.len(), middle, BODY);
            let lines = name.lines.clone();
            let at = Point { x: self.indent, y };
            layers.write(text(lines, at, Anchor::Start, TextRole::Category));
        }
    }

    /// The cells of a series; there is none where the data have no row.
    fn row(&self, row: usize, series: &Series, classes: &Classes) -> Vec<Item> {
        let cells = self.chart.categories.iter().zip(&series.data).enumerate();
        let marks = cells.filter(|(_, (_, datum))| is_there(datum));
        marks
            .map(|(column, (category, datum))| {
                let (paint, words, y) = match datum.value {
                    Some(value) => {
                        let paint = Paint::Level(classes.step(value));
                        (paint, datum.said(), value.normalize().to_string())
                    }
                    None => (Paint::NoData, datum.text.clone(), String::new()),
                };
                let datum = Datum {
                    label: category.label.clone(),
                    to: None,
                    written: words,
                    x: category.id.clone(),
                    y,
                };
                let shape = Shape::Bar(self.cell(row, column));
                Item::Mark(Mark { shape, paint, datum: Some(datum) })
            })
            .collect()
    }

    /// Writes the values, those of one colour together. Each must fit into its cell: some
    /// without the others would look as if they were more.
    fn write_values(&self, classes: &Classes, layers: &mut Layers) {
        let rows = self.chart.series.iter().enumerate();
        let mut values: Vec<(usize, Text)> =
            rows.flat_map(|(row, series)| self.values(row, series, classes)).collect();
        values.sort_by_key(|(step, _)| *step);
        values.into_iter().for_each(|(_, text)| layers.write(text));
    }

    /// The values of a series, each with its step of colour.
    fn values(
        &self,
        row: usize,
        series: &Series,
        classes: &Classes,
    ) -> Vec<(usize, Text)> {
        let data = series.data.iter().take(self.chart.categories.len()).enumerate();
        let values = data.filter_map(|(column, datum)| {
            let step = classes.step(datum.value?);
            let cell = self.cell(row, column);
            let y = centred(1, (cell.top + cell.bottom) / 2.0, SMALL);
            let at = Point { x: self.middle(column), y };
            let text = small(datum.text.clone(), at, Anchor::Middle, TextRole::Value);
            Some((step, Text { paint: Paint::OnLevel(step), ..text }))
        });
        values.collect()
    }

    /// Draws a frame around rows and columns that are highlighted.
    fn frame(&self, layers: &mut Layers) {
        let rows: Vec<bool> = self.chart.series.iter().map(|own| own.muted).collect();
        let columns: Vec<bool> =
            self.chart.categories.iter().map(|own| own.muted).collect();
        let (Some(bottom), Some(right)) =
            (rows.len().checked_sub(1), columns.len().checked_sub(1))
        else {
            return;
        };
        let around = |one: Rect, other: Rect| Rect {
            left: one.left - SLIT,
            top: one.top - SLIT,
            right: other.right + SLIT,
            bottom: other.bottom + SLIT,
        };
        for row in seen(&rows) {
            layers.frame(around(self.cell(row, 0), self.cell(row, right)));
        }
        for column in seen(&columns) {
            layers.frame(around(self.cell(0, column), self.cell(bottom, column)));
        }
    }
}

/// The names of the rows: in one line if there is room for that, else in several as wide as
/// their longest word.
fn names(chart: &Chart, short: bool, indent: f64, width: f64) -> Vec<Fit> {
    let all = |part: f64, wide: f64| -> Vec<Fit> {
        let own = room((width * part - GUTTER - indent).max(wide), 2);
        let name = |series: &Series| {
            let short = series.short.as_deref().filter(|_| short);
            fit(short.unwrap_or(&series.label), None, own)
        };
        chart.series.iter().map(name).collect()
    };
    let flat = all(IN_ONE_LINE, 0.0);
    if flat.iter().all(|name| name.excess == 0.0 && name.lines.len() < 2) {
        return flat;
    }
    let names = all(ASIDE, 0.0);
    let widest = names.iter().map(|name| name.width).fold(0.0, f64::max);
    all(ASIDE, widest.min(width * MOST))
}

/// Whether the data have a row for a cell.
fn is_there(datum: &Value) -> bool {
    datum.value.is_some() || !datum.text.is_empty()
}

/// Which are highlighted, if any is.
fn seen(muted: &[bool]) -> impl Iterator<Item = usize> {
    let any = muted.contains(&true);
    let all = muted.iter().enumerate();
    all.filter(move |(_, muted)| any && !**muted).map(|(at, _)| at)
}

fn heads(chart: &Chart, wide: f64) -> Heads {
    let own = Room { size: SMALL, ..room(wide - 4.0, 2) };
    let labels = chart.categories.iter().map(|c| fit(&c.label, c.short.as_deref(), own));
    let labels: Vec<Fit> = labels.collect();
    if labels.iter().all(|label| label.excess == 0.0 && label.lines.len() <= 2) {
        return Heads::Labels(labels);
    }
    if chart.categories.iter().all(|category| category.position.is_some()) {
        return Heads::Years;
    }
    let row = |category: &Category| {
        let at = chart.series.iter().position(|series| series.id == category.id)?;
        Some(at + 1)
    };
    match chart.categories.iter().map(row).collect() {
        Some(rows) => Heads::Rows(rows),
        None => Heads::Listed,
    }
}
