//! Figures: numbered objects that draw a dataset.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::expr::Expression;
use crate::geo::Ring;
use crate::locale::Scale;
use crate::source::{Span, Spanned};

use super::{Dataset, Division, Texts, Variable, VariableKind};

/// A figure: what is drawn from which dataset.
#[derive(Debug)]
pub struct Figure {
    /// Its id, which is its anchor.
    pub id: Spanned<String>,
    /// The dataset.
    pub dataset: Spanned<String>,
    /// The dataset with the variables that only this figure derives, if it does.
    pub derived: Option<Dataset>,
    /// How it is drawn.
    pub kind: FigureKind,
    /// The variable along the axis, or that names the bars.
    pub x: Spanned<String>,
    /// The variables that are drawn: one series each, unless `series` names them.
    pub y: Vec<Spanned<String>>,
    /// The variable whose values are the series.
    pub series: Option<Spanned<String>>,
    /// The variable whose values have a chart of their own each.
    pub facet: Option<Spanned<String>>,
    /// How far the true value may lie from the drawn one.
    pub interval: Option<Interval>,
    /// Which rows are drawn.
    pub filter: Option<Expression>,
    /// In which order the bars stand.
    pub order: Order,
    /// The axis of the values.
    pub axis: Axis,
    /// The power of a thousand that numbers are shown in.
    pub scale: Scale,
    /// How many decimals numbers have; `None` for those that the data need.
    pub decimals: Option<u32>,
    /// Ids of the series or categories that are not drawn in grey; none for all.
    pub highlights: Vec<Spanned<String>>,
    /// Words at points.
    pub annotations: Vec<Annotation>,
    /// Lines and spans that data are compared with.
    pub references: Vec<ReferenceMark>,
    /// What a map shows its regions on.
    pub ground: Option<Ground>,
    /// The finding.
    pub title: Texts,
    /// Measure, unit, place and period.
    pub subtitle: Texts,
    /// What is to be seen, in words.
    pub alt: Texts,
    /// What the data say, in place of the sentence that is made of them.
    pub summary: Option<Texts>,
    /// Notes on what is drawn.
    pub notes: Option<Texts>,
    /// Where the data come from, if not where the dataset does.
    pub source: Option<Texts>,
}

/// What a map shows its regions on.
#[derive(Debug)]
pub enum Ground {
    /// A grid of tiles for the regions of a division.
    Division(Spanned<Division>),
    /// Their outlines.
    Outlines(Outlines),
}

/// The outlines of regions.
#[derive(Debug, Clone)]
pub struct Outlines {
    /// The path of their file.
    pub path: String,
    /// Where the figure names it.
    pub span: Span,
    /// The regions in the order of the file.
    pub regions: Arc<[Outline]>,
}

/// The outline of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The code of the region.
    pub code: String,
    /// Its rings, of which those inside another are holes, on a map whose width is 1.
    pub rings: Vec<Ring>,
}

/// How many series can be told apart by colour, with each kind of colour blindness.
pub const MAX_HUES: usize = 4;

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// Lines over years.
    Line,
    /// Areas over years, one upon the other.
    Area {
        /// Whether each year is drawn as a hundred per cent.
        share: bool,
    },
    /// A horizontal bar for each category.
    Bar,
    /// A vertical bar for each category.
    Column,
    /// Horizontal bars of several series beside each other.
    Grouped,
    /// Horizontal bars of parts that add up.
    Stacked {
        /// Whether each bar is drawn as a hundred per cent.
        share: bool,
    },
    /// A dot of each series for each category, with its interval.
    Dot,
    /// A dot on a stem for each category.
    Lollipop,
    /// A line of each series from one category to another.
    Slope,
    /// A point for each row, at the values of two variables.
    Scatter,
    /// A coloured cell for each category and series.
    Heatmap,
    /// Bars of two series back to back.
    Pyramid,
    /// A coloured tile for each region of Kazakhstan.
    TileMap,
    /// A coloured outline for each region.
    Choropleth,
    /// Ribbons from origins to destinations.
    Sankey,
    /// The last value in large digits.
    BigNumber,
}

impl FigureKind {
    /// Whether it shows values by lengths from zero.
    pub fn is_from_zero(self) -> bool {
        matches!(
            self,
            Self::Area { .. }
                | Self::Bar
                | Self::Column
                | Self::Grouped
                | Self::Stacked { .. }
                | Self::Lollipop
                | Self::Pyramid
        )
    }

    /// Whether it draws a mark for each value that is hollow where the value is flagged: in
    /// areas a sign at the upper edge. On maps, in heatmaps and flows the filling is the
    /// value; the flag stands behind it, and in the name of the mark.
    pub fn has_hollow_marks(self) -> bool {
        matches!(
            self,
            Self::Line
                | Self::Area { .. }
                | Self::Stacked { .. }
                | Self::Bar
                | Self::Column
                | Self::Grouped
                | Self::Dot
                | Self::Lollipop
                | Self::Slope
                | Self::Scatter
                | Self::Pyramid
        )
    }

    /// Whether its categories are regions on a map.
    pub fn is_map(self) -> bool {
        matches!(self, Self::TileMap | Self::Choropleth)
    }

    /// Whether it draws parts of a whole.
    pub fn is_share(self) -> bool {
        matches!(self, Self::Area { share: true } | Self::Stacked { share: true })
    }

    /// Whether its categories stand along an axis of time.
    pub fn is_over_time(self) -> bool {
        matches!(self, Self::Line | Self::Area { .. } | Self::BigNumber)
    }

    /// Whether its categories, where they are values of this kind, stand at their places
    /// along an axis of times or amounts, and not at equal distances.
    pub fn is_measured(self, categories: VariableKind) -> bool {
        match self {
            Self::Scatter => true,
            Self::Column => categories.is_time(),
            other => other.is_over_time(),
        }
    }
}

/// How far the true value may lie from the drawn one.
#[derive(Debug)]
pub struct Interval {
    /// The variable with the lower end.
    pub low: Spanned<String>,
    /// The variable with the upper end.
    pub high: Spanned<String>,
    /// What it is.
    pub label: Texts,
}

/// In which order bars stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the rows of the dataset.
    Given,
    /// The smallest value first.
    Ascending,
    /// The largest value first.
    Descending,
}

/// The axis of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// Whether it reaches to zero.
    pub zero: bool,
    /// Whether equal ratios are equal lengths.
    pub log: bool,
    /// An amount that it reaches down to.
    pub from: Option<Decimal>,
    /// An amount that it reaches up to.
    pub to: Option<Decimal>,
}

impl Axis {
    /// From zero, with equal differences as equal lengths.
    pub const PLAIN: Self = Self { zero: true, log: false, from: None, to: None };

    /// The axis of a variable, whose ends are as its values are shown.
    pub fn of(self, variable: &Variable) -> Self {
        let shown = |amount| variable.shown(amount);
        Self { from: self.from.map(shown), to: self.to.map(shown), ..self }
    }
}

/// Words at a point.
#[derive(Debug)]
pub struct Annotation {
    /// The value of `x`.
    pub x: Spanned<String>,
    /// The id of the series.
    pub series: Option<Spanned<String>>,
    /// The value of `facet`.
    pub facet: Option<Spanned<String>>,
    /// The words.
    pub text: Texts,
}

/// A line or a span that data are compared with.
#[derive(Debug)]
pub struct ReferenceMark {
    /// Where it stands.
    pub span: Span,
    /// Along which axis it is measured.
    pub along: Along,
    /// Where it begins, on a scale of years or in units of one.
    pub from: Decimal,
    /// Where it ends: of a line, where it begins.
    pub to: Decimal,
    /// What it stands for.
    pub text: Texts,
}

/// An axis of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// That of years or places.
    X,
    /// That of amounts.
    Y,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_at_the_places_of_their_times_and_side_by_side_else() {
        assert!(FigureKind::Column.is_measured(VariableKind::Year));
        assert!(FigureKind::Column.is_measured(VariableKind::Date));
        assert!(!FigureKind::Column.is_measured(VariableKind::Category));
        assert!(FigureKind::Scatter.is_measured(VariableKind::Percent));
        assert!(FigureKind::Line.is_measured(VariableKind::Year));
        assert!(!FigureKind::Bar.is_measured(VariableKind::Year));
        assert!(!FigureKind::Heatmap.is_measured(VariableKind::Year));
    }
}
