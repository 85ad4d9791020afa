//! Whether the values of a figure can be drawn as its type draws them, and whether what
//! stands beside them stands at one of them.

mod beside;

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use crate::study::{Axis, Dataset, Figure, FigureKind, MAX_HUES};

use super::plan::{Pane, Plan};
use super::selection::position;

/// How far shares may miss a hundred, for they are rounded.
const ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Reports what cannot be drawn; whether nothing was found.
pub(super) fn check(
    figure: &Figure,
    dataset: &Dataset,
    plan: &Plan,
    diagnostics: &mut Diagnostics,
) -> bool {
    let own = Own { figure, dataset, plan };
    let checks = [
        own.counts(),
        own.places(),
        own.highlights(),
        own.annotations(),
        own.references(),
        own.values(),
        own.shares(),
        own.intervals(),
    ];
    let found: Vec<Diagnostic> = checks.into_iter().flatten().collect();
    let good = found.is_empty();
    found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
    good
}

struct Own<'a> {
    figure: &'a Figure,
    dataset: &'a Dataset,
    plan: &'a Plan,
}

fn wrong(span: Span, message: String, help: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, span, message).help(help)
}

impl Own<'_> {
    /// How many series and categories the type draws.
    fn counts(&self) -> Option<Diagnostic> {
        let (series, places) = (self.plan.series.len(), self.plan.categories.len());
        let span = self.figure.series.as_ref().map_or(self.figure.x.span, |own| own.span);
        match self.figure.kind {
            FigureKind::Pyramid if series != 2 => Some(wrong(
                span,
                format!("a `pyramid` figure draws two series, these are {series}"),
                "choose two among them with `where`",
            )),
            FigureKind::Slope if places != 2 => Some(wrong(
                self.figure.x.span,
                format!(
                    "a `slope` figure leads from one place to another, these are {places}"
                ),
                "choose two among them with `where`",
            )),
            FigureKind::Heatmap | FigureKind::Sankey => None,
            FigureKind::Line | FigureKind::Slope
                if !self.figure.highlights.is_empty() =>
            {
                let many = self.figure.highlights.get(MAX_HUES)?;
                let message = "more than four series cannot be told apart".to_owned();
                Some(wrong(many.span, message, "highlight at most four"))
            }
            FigureKind::Line | FigureKind::Slope if series > MAX_HUES => Some(wrong(
                span,
                format!("{series} series cannot be told apart"),
                "name up to four in `highlight`, or draw small multiples by `facet`",
            )),
            _ if series > MAX_HUES => Some(wrong(
                span,
                format!("{series} series cannot be told apart"),
                "choose up to four with `where`, draw small multiples by `facet`, or a `heatmap`",
            )),
            _ => None,
        }
    }

    /// Rows without a place on an axis of time or amounts.
    fn places(&self) -> Option<Diagnostic> {
        if !self.is_measured() {
            return None;
        }
        let (x, name) = (self.x()?, &self.figure.x);
        let cell = |row: usize| &self.dataset.rows[row].cells[x];
        let nowhere = |group: &&super::plan::Group| position(cell(group.row)).is_none();
        let group = self.plan.categories.iter().find(nowhere)?;
        let message = format!("a row that is drawn has no `{}`", name.value);
        let found = wrong(name.span, message, "choose the other rows with `where`");
        Some(found.also(self.dataset.rows[group.row].span, "this row"))
    }

    /// The position of the variable along the axis.
    fn x(&self) -> Option<usize> {
        self.dataset.variable(&self.figure.x.value)
    }

    /// Whether places along the axis are times or amounts.
    fn is_measured(&self) -> bool {
        let x = self.x();
        x.is_some_and(|x| self.figure.kind.is_measured(self.dataset.variables[x].kind))
    }

    fn number(&self, row: usize, variable: usize) -> Option<Decimal> {
        self.dataset.amount(row, variable)
    }

    /// Every number that is drawn, with its row.
    fn numbers(&self) -> impl Iterator<Item = (usize, Decimal)> {
        self.plan
            .panes
            .iter()
            .flat_map(|pane| &pane.rows)
            .zip(
                std::iter::repeat_with(|| &self.plan.series)
                    .take(self.plan.panes.len())
                    .flatten(),
            )
            .flat_map(move |(rows, strand)| {
                let own = rows.iter().flatten();
                own.filter_map(move |row| {
                    Some((*row, self.number(*row, strand.variable)?))
                })
            })
    }

    /// Values that the axis has no place for, or that have no length.
    fn values(&self) -> Option<Diagnostic> {
        let below_zero =
            self.numbers().find(|(_, value)| self.is_part() && *value < Decimal::ZERO);
        if let Some((row, value)) = below_zero {
            let why = "a part of a whole cannot be below zero";
            return self.undrawable(row, value, why, "draw `grouped` or `dot`");
        }
        let axis = self.axis();
        let fault = |amount: Decimal| {
            if axis.log && amount <= Decimal::ZERO {
                let help = "remove `log`, or choose rows with `where`";
                return Some(("no ratio leads to zero or below", help));
            }
            if axis.from.is_some_and(|from| amount < from) {
                return Some(("the axis does not reach down to it", "lower `from`"));
            }
            let high = axis.to.is_some_and(|to| amount > to);
            high.then_some(("the axis does not reach up to it", "raise `to`"))
        };
        let mut amounts = self.amounts().into_iter();
        let (row, amount, (why, help)) =
            amounts.find_map(|(row, amount)| Some((row, amount, fault(amount)?)))?;
        self.undrawable(row, amount, why, help)
    }

    /// The axis of the values, as these are shown.
    fn axis(&self) -> Axis {
        let first = self.plan.series.first().map(|own| own.variable);
        first.map_or(self.figure.axis, |at| {
            self.figure.axis.of(&self.dataset.variables[at])
        })
    }

    fn undrawable(
        &self,
        row: usize,
        amount: Decimal,
        why: &str,
        help: &str,
    ) -> Option<Diagnostic> {
        let span = self.figure.y.first()?.span;
        let message = format!("{} cannot be drawn: {why}", amount.normalize());
        Some(wrong(span, message, help).also(self.dataset.rows[row].span, "in this row"))
    }

    /// Whether values are parts of a whole.
    fn is_part(&self) -> bool {
        match self.figure.kind {
            FigureKind::Area { share } => share || self.plan.series.len() > 1,
            FigureKind::Stacked { share } => share,
            kind => matches!(kind, FigureKind::Pyramid | FigureKind::Sankey),
        }
    }

    /// What the axis reaches to, with a row of each: values or, where they stand one upon
    /// the other, their sums; ends of intervals.
    fn amounts(&self) -> Vec<(usize, Decimal)> {
        let stacks = matches!(
            self.figure.kind,
            FigureKind::Area { share: false } | FigureKind::Stacked { share: false }
        );
        if !stacks {
            return self.numbers().chain(self.ends()).collect();
        }
        let sums = self.columns().flat_map(|(pane, at)| {
            let parts = self.column(pane, at);
            [true, false].map(|below| {
                let parts = parts.iter().filter(|own| (own.1 < Decimal::ZERO) == below);
                let add =
                    |sum: Decimal, own: &(usize, Decimal)| sum.saturating_add(own.1);
                let row = parts.clone().next().map(|own| own.0);
                row.map(|row| (row, parts.fold(Decimal::ZERO, add)))
            })
        });
        sums.flatten().collect()
    }

    /// Every end of an interval, with its row.
    fn ends(&self) -> impl Iterator<Item = (usize, Decimal)> {
        let ends = self.figure.interval.iter().flat_map(|own| [&own.low, &own.high]);
        let ends: Vec<usize> =
            ends.filter_map(|name| self.dataset.variable(&name.value)).collect();
        self.numbers().flat_map(move |(row, _)| {
            let here = ends.iter().filter_map(move |at| self.number(row, *at));
            here.map(move |end| (row, end)).collect::<Vec<_>>()
        })
    }

    /// Every place along the axis in every pane.
    fn columns(&self) -> impl Iterator<Item = (&Pane, usize)> {
        let places = self.plan.categories.len();
        self.plan.panes.iter().flat_map(move |pane| (0..places).map(move |at| (pane, at)))
    }

    /// The numbers of all series at a place, each with its row.
    fn column(&self, pane: &Pane, at: usize) -> Vec<(usize, Decimal)> {
        let parts = pane.rows.iter().zip(&self.plan.series);
        let number = |(rows, strand): (&Vec<Option<usize>>, &super::plan::Strand)| {
            let row = rows[at]?;
            Some((row, self.number(row, strand.variable)?))
        };
        parts.filter_map(number).collect()
    }

    /// Percentages that are parts of a whole add up to a hundred, where the whole is drawn.
    fn shares(&self) -> Option<Diagnostic> {
        let stacks = match self.figure.kind {
            FigureKind::Stacked { .. } | FigureKind::Area { .. } => {
                self.plan.series.len() > 1
            }
            _ => false,
        };
        let first = self.plan.series.first()?.variable;
        if !stacks || !self.dataset.variables[first].kind.is_percentage() {
            return None;
        }
        for (pane, at) in self.columns() {
            let parts = self.column(pane, at);
            let sum =
                parts.iter().fold(Decimal::ZERO, |sum, own| sum.saturating_add(own.1));
            let over = sum > Decimal::ONE_HUNDRED + ROUNDING;
            let under = self.figure.kind.is_share()
                && parts.len() == self.plan.series.len()
                && sum < Decimal::ONE_HUNDRED - ROUNDING;
            let Some((row, _)) = parts.first().filter(|_| over || under) else {
                continue;
            };
            let id = &self.plan.categories[at].id;
            let message = format!("the shares of `{id}` add up to {}", sum.normalize());
            let help = match over {
                true => "draw `bar`, `grouped` or `dot`: these are no parts of one whole",
                false => "add the part that is missing, or leave out `share`",
            };
            let found = wrong(self.figure.y.first()?.span, message, help);
            return Some(found.also(self.dataset.rows[*row].span, "in this row"));
        }
        None
    }

    fn intervals(&self) -> Option<Diagnostic> {
        let own = self.figure.interval.as_ref()?;
        let low = self.dataset.variable(&own.low.value)?;
        let high = self.dataset.variable(&own.high.value)?;
        let (row, value) = self.numbers().find(|(row, value)| {
            let (low, high) = (self.number(*row, low), self.number(*row, high));
            low.is_some() != high.is_some()
                || low.is_some_and(|low| low > *value)
                || high.is_some_and(|high| high < *value)
        })?;
        let message = format!("{} does not lie in its interval", value.normalize());
        let help = "an interval has two ends, one on each side of the value";
        Some(
            wrong(own.low.span, message, help)
                .also(self.dataset.rows[row].span, "in this row"),
        )
    }
}
