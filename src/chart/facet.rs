//! Small multiples: a chart for each value of a variable, all on one scale, in a grid.
//! What they share is said once: the key and the unit above all, the amounts at the first
//! panel of each row.

use crate::edition::{Chart, ChartKind, Panel};

use super::classes::Classes;
use super::frame::{self, Amounts};
use super::hue;
use super::key::{self, Sample};
use super::layers::{BODY, Layers, SMALL, room, text};
use super::metrics::{ASCENT, LEADING, Weight, width as text_width};
use super::place::Place;
use super::scatter;
use super::scene::{Anchor, GroupRole, Item, Point, Scene, Text, TextRole};
use super::whisker;
use super::wrap::{Fit, Room, fit};
use super::{WriteNumber, compose_one, legend, ribbon};

/// Between two panels of a row in px.
const BESIDE: f64 = 18.0;
/// Between two rows of panels in px.
const BELOW: f64 = 22.0;
/// From the lines of a title to its panel in px.
const UNDER_TITLE: f64 = 5.0;
/// Between the first and the last label below an upright grid in px.
const BETWEEN_ENDS: f64 = 20.0;

/// Lays out small multiples.
pub(super) fn compose(chart: &Chart, write: WriteNumber<'_>, width: f64) -> Scene {
    let mut layers = Layers::default();
    let habit = Habit::of(chart, write);
    let mut top = head(chart, &habit, write, width, &mut layers);
    let grid = Grid::new(&chart.panels, &habit, width);
    let mut panels = Vec::new();
    for row in chart.panels.chunks(grid.columns) {
        top = grid.row(chart, row, write, top, &mut panels) + BELOW;
    }
    let mut scene = layers.finish(width, top - BELOW);
    for panel in panels {
        scene.groups.extend(panel.groups);
        scene.overflow.extend(panel.overflow);
    }
    scene
}

/// Writes what is said for all panels and returns its height with the space below it.
fn head(
    chart: &Chart,
    habit: &Habit,
    write: WriteNumber<'_>,
    width: f64,
    layers: &mut Layers,
) -> f64 {
    let charts: Vec<&Chart> = chart.panels.iter().map(|panel| &panel.chart).collect();
    let top = match (habit.key, charts.first()) {
        (Key::Series(sample), _) => key::place(chart, sample, width, layers),
        (Key::Classes, Some(first)) => {
            legend::place(&charts, &Classes::of(first), write, width, layers)
        }
        (Key::Classes | Key::None, _) => 0.0,
    };
    let top = top + interval(chart, top, width, layers);
    let unit = match chart.kind {
        ChartKind::Scatter => scatter::upward(chart),
        _ => frame::unit_of(chart).to_owned(),
    };
    match habit.unit && !unit.is_empty() {
        true => top + frame::unit(&unit, top, width, layers),
        false => top,
    }
}

/// Says what the intervals are, and returns the height of that with the space below it.
fn interval(chart: &Chart, top: f64, width: f64, layers: &mut Layers) -> f64 {
    match (&chart.interval, chart.kind) {
        (Some(label), ChartKind::Line) => {
            ribbon::key(label, hue::of_series(chart, 0), top, width, layers)
        }
        (_, ChartKind::Dot) => whisker::key(chart, top, width, layers),
        _ => 0.0,
    }
}

/// What says what colours stand for.
#[derive(Clone, Copy)]
enum Key {
    /// The names of the series, with samples.
    Series(Sample),
    /// The amounts of the classes, with the unit.
    Classes,
    /// The words in each panel.
    None,
}

/// How a type of chart is drawn as small multiples.
struct Habit {
    key: Key,
    /// Whether the unit is written above the panels, and not at the values.
    unit: bool,
    /// The room of the amounts at the first panel of each row in px.
    amounts: f64,
    /// The least width of a panel in px, without the amounts.
    least: f64,
    /// The width from which a further panel is rather put beside it, in px.
    calm: f64,
}

impl Habit {
    fn of(chart: &Chart, write: WriteNumber<'_>) -> Self {
        let habit = |key, unit, least: f64, calm: f64| Self {
            key,
            unit,
            amounts: 0.0,
            least,
            calm: calm.max(least),
        };
        let upright = |sample, least: f64, calm| Self {
            amounts: amounts(chart, write),
            ..habit(Key::Series(sample), true, least.max(ends(chart)), calm)
        };
        let rows = |sample, unit| {
            let least = widest(chart).clamp(126.0, 222.0);
            habit(Key::Series(sample), unit, least, 200.0)
        };
        match chart.kind {
            ChartKind::Line => upright(Sample::Line, 96.0, 150.0),
            ChartKind::Area { .. } => upright(Sample::Block, 96.0, 150.0),
            ChartKind::Column => upright(Sample::Block, 110.0, 170.0),
            ChartKind::Scatter => upright(Sample::Sign, 110.0, 180.0),
            ChartKind::Slope => habit(Key::Series(Sample::Line), true, 230.0, 230.0),
            ChartKind::Bar | ChartKind::Grouped | ChartKind::Lollipop => {
                rows(Sample::Block, false)
            }
            ChartKind::Dot => rows(Sample::Sign, true),
            ChartKind::Stacked { share } => rows(Sample::Block, !share),
            ChartKind::Pyramid => habit(Key::Series(Sample::Block), true, 230.0, 230.0),
            ChartKind::Sankey => habit(Key::None, true, 280.0, 330.0),
            ChartKind::Heatmap => habit(Key::Classes, false, 280.0, 330.0),
            ChartKind::TileMap | ChartKind::Choropleth => {
                habit(Key::Classes, false, 230.0, 330.0)
            }
            ChartKind::BigNumber => habit(Key::None, false, 126.0, 160.0),
        }
    }
}

/// The room of the amounts in px, which are those of every panel.
fn amounts(chart: &Chart, write: WriteNumber<'_>) -> f64 {
    let first = chart.panels.first();
    first.map_or(0.0, |panel| Amounts::new(&panel.chart, write).room())
}

/// The width that the first and the last label below an upright grid take in px.
fn ends(chart: &Chart) -> f64 {
    let wide = |at: Option<&crate::edition::Category>| {
        let label = at.map_or("", |own| own.short.as_deref().unwrap_or(&own.label));
        text_width(label, SMALL, Weight::Regular)
    };
    wide(chart.categories.first()) + BETWEEN_ENDS + wide(chart.categories.last())
}

/// The width of the widest label of a row in px.
fn widest(chart: &Chart) -> f64 {
    let wide = |label: &str| text_width(label, BODY, Weight::Regular);
    chart.categories.iter().map(|own| wide(&own.label)).fold(0.0, f64::max)
}

/// How many panels stand beside each other, and how wide they are.
struct Grid {
    columns: usize,
    amounts: f64,
    /// The width of a panel in px, without the amounts.
    cell: f64,
}

impl Grid {
    /// As many columns as charts and titles have room for, and as few as take no more
    /// rows.
    fn new(panels: &[Panel], habit: &Habit, width: f64) -> Self {
        let free = width - habit.amounts;
        let room = |least: f64| ((free + BESIDE) / (least + BESIDE)).floor().max(1.0);
        let most = room(habit.calm).max(room(habit.least).min(2.0)) as usize;
        let of = |columns: usize| {
            let between = BESIDE * (columns - 1) as f64;
            let cell = ((free - between) / columns as f64).floor();
            Self { columns, amounts: habit.amounts, cell }
        };
        let fits = |grid: &Self| {
            let titles = panels.iter().map(|panel| title(panel, grid.cell));
            titles.into_iter().all(|own| own.excess == 0.0 && own.lines.len() <= 3)
        };
        let most = (2..=most).rev().map(of).find(fits).map_or(1, |grid| grid.columns);
        let rows = panels.len().div_ceil(most).max(1);
        of(panels.len().div_ceil(rows).max(1))
    }

    /// Lays out a row of panels at `top` and returns its lower edge. Titles end, and
    /// charts begin, at one height.
    fn row(
        &self,
        chart: &Chart,
        row: &[Panel],
        write: WriteNumber<'_>,
        top: f64,
        panels: &mut Vec<Scene>,
    ) -> f64 {
        let titles: Vec<Fit> = row.iter().map(|panel| title(panel, self.cell)).collect();
        let high = titles.iter().map(|title| title.lines.len()).max().unwrap_or(0);
        let body = top + high as f64 * LEADING * BODY + UNDER_TITLE;
        let mut bottom = body;
        for (column, (panel, title)) in row.iter().zip(titles).enumerate() {
            let first = column == 0;
            let indent = if first { self.amounts } else { 0.0 };
            let place = Place::Among { panels: &chart.panels, first };
            let width = self.cell + indent;
            let scene = compose_one(&panel.chart, write, width, place);
            let left = column as f64 * (self.cell + BESIDE)
                + if first { 0.0 } else { self.amounts };
            bottom = bottom.max(body + scene.height);
            let below = high - title.lines.len();
            let baseline = top + ASCENT * BODY + below as f64 * LEADING * BODY;
            let title = written(title, Point { x: indent, y: baseline }, width);
            panels.push(named(title.moved(left, 0.0), panel));
            panels.push(named(scene.moved(left, body), panel));
        }
        bottom
    }
}

fn title(panel: &Panel, width: f64) -> Fit {
    let room = Room { weight: Weight::Bold, ..room(width, 2) };
    fit(&panel.label, panel.short.as_deref(), room)
}

/// The title as a scene, which tells where it has no room.
fn written(title: Fit, at: Point, width: f64) -> Scene {
    let mut layers = Layers::default();
    let words = text(title.lines, at, Anchor::Start, TextRole::Panel);
    layers.write(Text { weight: Weight::Bold, ..words });
    layers.finish(width, 0.0)
}

/// Names the series of a panel, and what is said of them elsewhere.
fn named(mut scene: Scene, panel: &Panel) -> Scene {
    let label = &panel.label;
    let name = |name: &mut String| *name = format!("{label}, {name}");
    for group in &mut scene.groups {
        group.panel = Some(label.clone());
        match &mut group.role {
            GroupRole::Series(series) => name(series),
            GroupRole::Scenery => group.items.iter_mut().for_each(|item| match item {
                Item::Text(text) => text.name.iter_mut().for_each(name),
                Item::Mark(_) => {}
            }),
        }
    }
    scene
}
