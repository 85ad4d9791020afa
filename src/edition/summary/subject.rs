//! What a sentence is about: the data of a chart as they are shown.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::edition::{Category, Chart, ChartKind, Datum, Series};
use crate::locale::{Kind, Quantity, Scale};
use crate::study::VariableKind;

/// The data of a chart, read as one shape.
pub(super) struct Subject<'a> {
    pub(super) shape: Shape,
    pub(super) axis: Axis,
    /// The labels of the categories; along time, in its order.
    pub(super) categories: Vec<&'a str>,
    /// The series; of points, one for each of the two variables.
    pub(super) rows: Vec<Row<'a>>,
}

/// A series.
#[derive(Clone)]
pub(super) struct Row<'a> {
    pub(super) label: &'a str,
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
    #[cfg_attr(not(test), expect(dead_code, reason = "no kind of chart has it yet"))]
    Matrix,
    /// Pairs of values: how many, and their ranges.
    #[cfg_attr(not(test), expect(dead_code, reason = "no kind of chart has it yet"))]
    Scatter,
}

/// What the categories are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::edition) enum Axis {
    /// Years.
    Years,
    /// Months or days.
    Dates,
    /// Anything else.
    Names,
}

impl Axis {
    /// Of categories that are the values of a variable of this kind.
    pub(in crate::edition) fn of(kind: VariableKind) -> Self {
        match kind {
            VariableKind::Year => Self::Years,
            VariableKind::Date => Self::Dates,
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
    fn of(kind: ChartKind, axis: Axis) -> Self {
        match kind {
            ChartKind::Stacked { share } => Self::Parts { whole: !share },
            ChartKind::Line => Self::OverTime,
            ChartKind::Bar | ChartKind::Grouped if axis.is_time() => Self::OverTime,
            ChartKind::Bar | ChartKind::Grouped => Self::Ranked,
        }
    }
}

impl<'a> Subject<'a> {
    /// The data of a chart; `decimal_sign` stands in its texts.
    pub(super) fn of(chart: &'a Chart, axis: Axis, decimal_sign: char) -> Self {
        let mut order: Vec<usize> = (0..chart.categories.len()).collect();
        order.sort_by(|a, b| axis.compare(&chart.categories[*a], &chart.categories[*b]));
        let percent = chart.form.kind == Kind::Percent;
        // Texts that are shares say nothing of the decimals of the values.
        let shares = chart.kind == ChartKind::Stacked { share: true } && !percent;
        let sign = Some(decimal_sign).filter(|_| !shares);
        let row = |series: &'a Series| Row {
            label: &series.label,
            unit: if percent { "" } else { &chart.unit },
            data: order
                .iter()
                .map(|at| shown(series.data.get(*at)?, &chart.form, sign))
                .collect(),
        };
        Self {
            shape: Shape::of(chart.kind, axis),
            axis,
            categories: order.iter().map(|at| &*chart.categories[*at].label).collect(),
            rows: chart.series.iter().map(row).collect(),
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
    Some(Quantity { value, decimals, scale: Scale::One, ..form.clone() })
}
