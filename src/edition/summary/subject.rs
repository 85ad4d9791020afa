//! What a sentence is about: the data of a chart as they are shown.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::edition::{Across, Category, Chart, ChartKind, Datum, Series};
use crate::locale::{Kind, Quantity, Scale};
use crate::study::VariableKind;

/// The data of a chart, read as one shape.
pub(super) struct Subject<'a> {
    pub(super) shape: Shape,
    /// What the categories are.
    pub(super) kind: CategoryKind,
    /// The labels of the categories; along time, in its order.
    pub(super) categories: Vec<&'a str>,
    /// The series; of points, one for each of the two variables.
    pub(super) rows: Vec<Row<'a>>,
}

/// A series.
#[derive(Clone)]
pub(super) struct Row<'a> {
    pub(super) label: Cow<'a, str>,
    /// The unit in words; empty for percentages, whose sign stands at each of them.
    pub(super) unit: &'a str,
    /// For each category the value as it is shown, in units of its scale.
    pub(super) data: Vec<Option<Quantity>>,
}

/// What the data are like, whatever draws them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Series over time: where they begin and end.
    OverTime,
    /// Categories that are compared: the largest and the smallest.
    Ranked,
    /// Parts that add up in each category: the largest part.
    Parts {
        /// Whether the sum tells something too.
        whole: bool,
    },
    /// A value for each pair of a series and a category: the largest cell.
    Matrix,
    /// What goes from each category to each series: the largest flow. Where none goes
    /// nothing is missing.
    Flows,
    /// Pairs of values: how many, and their ranges.
    Scatter,
}

/// What the categories are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::edition) enum CategoryKind {
    /// Years.
    Years,
    /// Months or days, or periods.
    Dates,
    /// Anything else.
    Names,
}

impl CategoryKind {
    /// Of categories that are the values of a variable of this kind.
    pub(in crate::edition) fn of(kind: VariableKind) -> Self {
        match kind {
            VariableKind::Year => Self::Years,
            VariableKind::Date | VariableKind::Period => Self::Dates,
            _ => Self::Names,
        }
    }

    fn is_time(self) -> bool {
        self != Self::Names
    }

    /// The order of time; none of names.
    fn compare(self, a: &Category, b: &Category) -> Ordering {
        let year = |category: &Category| category.id.parse::<Decimal>().ok();
        match self {
            Self::Years => year(a).cmp(&year(b)),
            // By ISO 8601 the order of the letters is that of time.
            Self::Dates => a.id.cmp(&b.id),
            Self::Names => Ordering::Equal,
        }
    }
}

impl Shape {
    /// Parts of small multiples are no parts of one whole: each is told for itself.
    fn of(chart: &Chart, kind: CategoryKind) -> Self {
        match (Self::of_one(chart, kind), chart.panels.is_empty()) {
            (Self::Parts { .. }, false) if kind.is_time() => Self::OverTime,
            (Self::Parts { .. }, false) => Self::Ranked,
            (shape, _) => shape,
        }
    }

    fn of_one(chart: &Chart, kind: CategoryKind) -> Self {
        match chart.kind {
            ChartKind::Stacked { share } => Self::Parts { whole: !share },
            ChartKind::Area { share } if share || chart.series.len() > 1 => {
                Self::Parts { whole: !share }
            }
            ChartKind::Line | ChartKind::Area { .. } | ChartKind::BigNumber => {
                Self::OverTime
            }
            ChartKind::Scatter => Self::Scatter,
            ChartKind::Heatmap => Self::Matrix,
            ChartKind::Sankey => Self::Flows,
            ChartKind::Bar
            | ChartKind::Column
            | ChartKind::Grouped
            | ChartKind::Dot
            | ChartKind::Lollipop
            | ChartKind::Slope
                if kind.is_time() =>
            {
                Self::OverTime
            }
            ChartKind::Bar
            | ChartKind::Column
            | ChartKind::Grouped
            | ChartKind::Dot
            | ChartKind::Lollipop
            | ChartKind::Slope
            | ChartKind::Pyramid
            | ChartKind::TileMap
            | ChartKind::Choropleth => Self::Ranked,
        }
    }
}

impl<'a> Subject<'a> {
    /// The data of a chart; `decimal_sign` stands in its texts. Of small multiples each
    /// series of each is a row.
    pub(super) fn of(chart: &'a Chart, kind: CategoryKind, decimal_sign: char) -> Self {
        let mut order: Vec<usize> = (0..chart.categories.len()).collect();
        order.sort_by(|a, b| kind.compare(&chart.categories[*a], &chart.categories[*b]));
        let reading = Reading { chart, order: &order, decimal_sign };
        Self {
            shape: Shape::of(chart, kind),
            kind,
            categories: order.iter().map(|at| &*chart.categories[*at].label).collect(),
            rows: reading.rows(),
        }
    }
}

/// How the data of a chart are read.
struct Reading<'a, 'o> {
    chart: &'a Chart,
    /// The positions of the categories in the order of the sentence.
    order: &'o [usize],
    decimal_sign: char,
}

impl<'a> Reading<'a, '_> {
    fn rows(&self) -> Vec<Row<'a>> {
        let chart = self.chart;
        if let Some(across) = &chart.across {
            return vec![self.across(across), self.upward()];
        }
        if chart.panels.is_empty() {
            return chart.series.iter().map(|own| self.row(own, None)).collect();
        }
        let alone = chart.series.len() < 2;
        let panels = chart.panels.iter().flat_map(|panel| {
            let series = panel.chart.series.iter();
            series.map(move |own| self.row(own, Some((&panel.label, alone))))
        });
        panels.collect()
    }

    /// A series; of small multiples with the name of its own, which is enough for the only
    /// series.
    fn row(&self, series: &'a Series, panel: Option<(&'a String, bool)>) -> Row<'a> {
        let percent = self.chart.form.kind == Kind::Percent;
        // Texts that are shares say nothing of the decimals of the values.
        let shares = self.chart.kind.is_share() && !percent;
        let sign = Some(self.decimal_sign).filter(|_| !shares);
        let data = self.order.iter();
        Row {
            label: match panel {
                None => Cow::Borrowed(&series.label),
                Some((name, true)) => Cow::Borrowed(name),
                Some((name, false)) => Cow::Owned(format!("{name}, {}", series.label)),
            },
            unit: if percent { "" } else { &self.chart.unit },
            data: data
                .map(|at| shown(series.data.get(*at)?, &self.chart.form, sign))
                .collect(),
        }
    }

    /// The amounts along the axis of a scatter chart.
    fn across(&self, across: &'a Across) -> Row<'a> {
        let percent = across.form.kind == Kind::Percent;
        let value = |at: &usize| {
            let value = self.chart.categories[*at].position?;
            Some(Quantity { value, ..across.form.clone() })
        };
        Row {
            label: Cow::Borrowed(&across.label),
            unit: if percent { "" } else { &across.unit },
            data: self.order.iter().map(value).collect(),
        }
    }

    /// The other amounts of a scatter chart, of all its groups.
    fn upward(&self) -> Row<'a> {
        let panels = self.chart.panels.iter().flat_map(|panel| &panel.chart.series);
        let series: Vec<&Series> = self.chart.series.iter().chain(panels).collect();
        let datum = |at: &usize| {
            let mut data = series.iter().filter_map(|own| own.data.get(*at));
            let datum = data.find(|datum| datum.value.is_some())?;
            shown(datum, &self.chart.form, Some(self.decimal_sign))
        };
        let percent = self.chart.form.kind == Kind::Percent;
        Row {
            label: Cow::Borrowed(&self.chart.measure),
            unit: if percent { "" } else { &self.chart.unit },
            data: self.order.iter().map(datum).collect(),
        }
    }
}

impl<'a> Row<'a> {
    /// The known values with the positions of their categories.
    pub(super) fn known(&self) -> impl DoubleEndedIterator<Item = (usize, &Quantity)> {
        let data = self.data.iter().enumerate();
        data.filter_map(|(at, value)| Some((at, value.as_ref()?)))
    }
}

/// The value with as many decimals as its text on the chart has behind the sign.
fn shown(datum: &Datum, form: &Quantity, decimal_sign: Option<char>) -> Option<Quantity> {
    let value = match form.scale.exponent() {
        0 => datum.value?,
        exponent => (datum.value? * Decimal::new(1, exponent)).normalize(),
    };
    let decimals = match decimal_sign {
        Some(sign) => datum.text.split_once(sign).map_or(Some(0), |(_, after)| {
            u32::try_from(after.chars().take_while(char::is_ascii_digit).count()).ok()
        }),
        None => form.decimals,
    };
    let flags = datum.flags;
    Some(Quantity { value, decimals, flags, scale: Scale::One, ..form.clone() })
}
