//! The nouns of a chart: what is drawn, in the words and numbers of one language.

use rust_decimal::Decimal;

use crate::locale::{Flags, Quantity};

pub use crate::geo::Ring;
/// How a chart is drawn.
pub use crate::study::FigureKind as ChartKind;
pub use crate::study::{Along, Axis};

/// What a chart draws, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// Along the axis of a line chart, the bars from top to bottom, the points of a
    /// scatter chart.
    pub categories: Vec<Category>,
    /// One or more series, each with a datum for every category.
    pub series: Vec<Series>,
    /// Small multiples: each is a chart of the same categories and series on the same
    /// scale. Where there are some, the chart itself has no data.
    pub panels: Vec<Panel>,
    /// The form of every number on the chart: `value` is ignored. Data are in units of
    /// one, so that a form in thousands shows 431,262 as 431: `Locale::digits` writes
    /// it so, without the word of the scale and without `%`, which stand in `unit`. Its
    /// decimals are those of the most exact datum; ticks may need fewer.
    pub form: Quantity,
    /// The unit in words, such as `thousand people`.
    pub unit: String,
    /// What is measured: the label of the first variable that is drawn.
    pub measure: String,
    /// The axis of amounts along the categories: of a scatter chart only.
    pub across: Option<Across>,
    /// The axis of the values.
    pub axis: Axis,
    /// The smallest and the largest amount that the axis covers beside its own data:
    /// those of the other panels.
    pub extent: Option<(Decimal, Decimal)>,
    /// What the interval of each datum is, where they have one.
    pub interval: Option<String>,
    /// Words at points.
    pub annotations: Vec<Annotation>,
    /// Lines and spans that data are compared with.
    pub references: Vec<ReferenceMark>,
    /// The regions of a map.
    pub map: Option<Map>,
    /// How the last value of a big number differs from earlier ones.
    pub trend: Option<Trend>,
}

/// The regions of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// From west to east and from north to south where they are tiles, else in the order
    /// of the file of outlines.
    pub regions: Vec<MapRegion>,
    /// What is said of a region that the data have no row of.
    pub no_data: String,
}

/// A region of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRegion {
    /// Its code.
    pub code: String,
    /// The position of its category; `None` where the data have no row of it.
    pub category: Option<usize>,
    /// Its label in full.
    pub label: String,
    /// A shorter label.
    pub short: Option<String>,
    /// What is drawn of it.
    pub shape: MapShape,
}

/// What is drawn of a region.
#[derive(Debug, Clone, PartialEq)]
pub enum MapShape {
    /// A tile of a grid.
    Tile {
        /// From the west, from 0.
        column: u8,
        /// From the north, from 0.
        row: u8,
    },
    /// Its outline, on a map whose width is 1.
    Outline(Vec<Ring>),
}

/// How the last value of a big number differs from earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// One difference each, such as `−574 (−0.2%) since 2012`.
    pub changes: Vec<String>,
    /// The value and its changes in one sentence, for those who do not see them.
    pub sentence: String,
}

/// A series beside a key figure.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallLine {
    /// Where each value is in time, and the value; `None` where it is missing. In the order
    /// of time, two values at least.
    pub points: Vec<(Decimal, Option<Decimal>)>,
    /// The time of the first value.
    pub from: String,
    /// The time of the last value.
    pub to: String,
}

/// One of the small multiples.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What its data have in common.
    pub label: String,
    /// A shorter label.
    pub short: Option<String>,
    /// What it draws.
    pub chart: Chart,
}

/// The axis of amounts along the categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Across {
    /// What is measured.
    pub label: String,
    /// The unit in words.
    pub unit: String,
    /// The form of its numbers: `value` is ignored.
    pub form: Quantity,
    /// The smallest and the largest amount of all panels.
    pub extent: (Decimal, Decimal),
}

/// A place along the axis of categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// Its code in the data.
    pub id: String,
    /// Its label in full.
    pub label: String,
    /// A shorter label for narrow charts.
    pub short: Option<String>,
    /// Its code on a map.
    pub code: String,
    /// Where it stands on a scale: the year of a line chart, the amount of a scatter
    /// chart, in units of one.
    pub position: Option<Decimal>,
    /// Whether it is drawn in grey, since another is highlighted.
    pub muted: bool,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The variable's id, or the value that names it.
    pub id: String,
    /// Its label in full.
    pub label: String,
    /// A shorter label for narrow charts.
    pub short: Option<String>,
    /// Whether it is drawn in grey, since another is highlighted.
    pub muted: bool,
    /// A datum for each category of the chart.
    pub data: Vec<Datum>,
}

/// One value of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// The value in units of one; `None` where it is missing: a gap, never zero.
    pub value: Option<Decimal>,
    /// The value as the language writes it, with `%` but without the word of a scale, and
    /// with the codes of its flags; or the reason why it is missing; nothing where the data
    /// have no such row.
    pub text: String,
    /// The value as tables of the data write it, with `%`; nothing where it is missing.
    pub exact: String,
    /// What the source says of it.
    pub flags: Flags,
    /// What these flags mean, in one line.
    pub meaning: String,
    /// How far the true value may lie from it.
    pub interval: Option<Interval>,
}

impl Datum {
    /// What is not drawn: nothing, or why it is missing.
    pub fn missing(text: String) -> Self {
        let (exact, meaning) = (String::new(), String::new());
        Self { value: None, text, exact, flags: Flags::NONE, meaning, interval: None }
    }

    /// The value as it is said to those who do not see it.
    pub fn said(&self) -> String {
        said(&self.exact, &self.meaning)
    }
}

/// A written value with what its flags mean.
pub fn said(written: &str, meaning: &str) -> String {
    match meaning {
        "" => written.to_owned(),
        meaning => format!("{written} ({meaning})"),
    }
}

/// How far a true value may lie from a drawn one.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval {
    /// The lower end in units of one.
    pub low: Decimal,
    /// The upper end in units of one.
    pub high: Decimal,
    /// Both as the language writes a range.
    pub text: String,
}

/// Words at a point of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The position of the category.
    pub category: usize,
    /// The position of the series.
    pub series: usize,
    /// The words.
    pub text: String,
}

/// A line or a span that data are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceMark {
    /// Along which axis it is measured.
    pub along: Along,
    /// Where it begins, on the scale of categories or in units of one.
    pub from: Decimal,
    /// Where it ends: of a line, where it begins.
    pub to: Decimal,
    /// What it stands for.
    pub text: String,
}
