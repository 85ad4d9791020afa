//! Whether the values of a figure can be drawn as its type draws them, and whether what
//! stands beside them stands at one of them.

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{Span, Spanned};
use crate::study::{Along, Cell, Dataset, Figure, FigureKind, MAX_HUES, VariableKind};

use super::plan::Plan;

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

    fn highlights(&self) -> Option<Diagnostic> {
        let known = self.ids();
        let unknown = self
            .figure
            .highlights
            .iter()
            .find(|own| !known.contains(&own.value.as_str()))?;
        let message = format!("there is no series and no `x` called `{}`", unknown.value);
        let unknown_id = Diagnostic::new(Code::UnknownReference, unknown.span, message);
        Some(unknown_id.suggest(&unknown.value, known.iter().copied()))
    }

    /// The ids of series and categories.
    fn ids(&self) -> Vec<&str> {
        let series = self.plan.series.iter().map(|own| own.id.as_str());
        series.chain(self.plan.categories.iter().map(|own| own.id.as_str())).collect()
    }

    fn annotations(&self) -> Option<Diagnostic> {
        let series: Vec<&str> = self.plan.series.iter().map(|s| s.id.as_str()).collect();
        let places: Vec<&str> =
            self.plan.categories.iter().map(|own| own.id.as_str()).collect();
        let panes: Vec<&str> = self
            .plan
            .panes
            .iter()
            .filter_map(|pane| pane.group.as_ref().map(|own| own.id.as_str()))
            .collect();
        let place = |name: &Spanned<String>, among: &[&str], what: &str| {
            let found = among.iter().position(|own| *own == name.value);
            found.ok_or_else(|| {
                let message =
                    format!("there is no {what} `{}` in the figure", name.value);
                Diagnostic::new(Code::UnknownReference, name.span, message)
                    .suggest(&name.value, among.iter().copied())
            })
        };
        let check = |own: &crate::study::Annotation| {
            let at = place(&own.x, &places, "`x`")?;
            let strand = match (&own.series, series.len()) {
                (Some(name), _) => place(name, &series, "series")?,
                (None, 1) => 0,
                (None, _) => {
                    let message = "the point is not named: there are several series";
                    let help = "add `series`";
                    return Err(wrong(own.x.span, message.to_owned(), help));
                }
            };
            let pane = match (&own.facet, panes.len()) {
                (Some(name), _) => place(name, &panes, "`facet`")?,
                (None, 0) => 0,
                (None, _) => {
                    let message = "the point is not named: there are small multiples";
                    return Err(wrong(own.x.span, message.to_owned(), "add `facet`"));
                }
            };
            let row = self.plan.panes[pane].rows[strand][at];
            match row.and_then(|row| self.number(row, self.plan.series[strand].variable))
            {
                Some(_) => Ok(()),
                None => Err(wrong(
                    own.x.span,
                    format!("`{}` has no value", own.x.value),
                    "a word stands at a point that is drawn",
                )),
            }
        };
        self.figure.annotations.iter().find_map(|own| check(own).err())
    }

    fn references(&self) -> Option<Diagnostic> {
        let x = &self.dataset.variables[self.dataset.variable(&self.figure.x.value)?];
        let measured = self.figure.kind == FigureKind::Scatter
            || matches!(x.kind, VariableKind::Year | VariableKind::Date)
                && self.figure.kind != FigureKind::Dot;
        let own = self.figure.references.iter().find(|own| own.along == Along::X)?;
        let message = format!("`{}` is no axis of numbers or years", self.figure.x.value);
        (!measured).then(|| wrong(own.span, message, "measure it along `y`"))
    }

    fn number(&self, row: usize, variable: usize) -> Option<Decimal> {
        match self.dataset.rows[row].cells[variable] {
            Cell::Number { value, .. } => Some(value),
            _ => None,
        }
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
        let axis = self.figure.axis;
        let adds_up = match self.figure.kind {
            FigureKind::Area { share } => share || self.plan.series.len() > 1,
            FigureKind::Stacked { share } => share,
            kind => matches!(kind, FigureKind::Pyramid | FigureKind::Sankey),
        };
        let fault = |value: Decimal| {
            if axis.log && value <= Decimal::ZERO {
                return Some((
                    "no ratio leads to zero or below",
                    "remove `log`, or choose rows with `where`",
                ));
            }
            if adds_up && value < Decimal::ZERO {
                return Some((
                    "a part of a whole cannot be below zero",
                    "draw `grouped` or `dot`",
                ));
            }
            if axis.from.is_some_and(|from| value < from) {
                return Some(("the axis does not reach down to it", "lower `from`"));
            }
            axis.to
                .is_some_and(|to| value > to)
                .then_some(("the axis does not reach up to it", "raise `to`"))
        };
        let found =
            self.numbers().find_map(|(row, value)| Some((row, value, fault(value)?)));
        let (row, value, (why, help)) = found?;
        let span = self.figure.y.first()?.span;
        let message = format!("{} cannot be drawn: {why}", value.normalize());
        Some(wrong(span, message, help).also(self.dataset.rows[row].span, "in this row"))
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
        if !stacks || self.dataset.variables[first].kind != VariableKind::Percent {
            return None;
        }
        let columns =
            self.plan.panes.iter().flat_map(|pane| {
                (0..self.plan.categories.len()).map(move |at| (pane, at))
            });
        for (pane, at) in columns {
            let parts = pane.rows.iter().zip(&self.plan.series);
            let parts = parts.filter_map(|(rows, s)| self.number(rows[at]?, s.variable));
            let parts: Vec<Decimal> = parts.collect();
            let sum = parts
                .iter()
                .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
            let over = sum > Decimal::ONE_HUNDRED + ROUNDING;
            let under = self.figure.kind.is_share()
                && parts.len() == self.plan.series.len()
                && sum < Decimal::ONE_HUNDRED - ROUNDING;
            if over || under {
                let id = &self.plan.categories[at].id;
                let message =
                    format!("the shares of `{id}` add up to {}", sum.normalize());
                let help = "shares that are no parts of one whole are drawn as `bar`, `grouped` or `dot`";
                let row = pane.rows.iter().find_map(|rows| rows[at])?;
                let span = self.figure.y.first()?.span;
                let found = wrong(span, message, help);
                return Some(found.also(self.dataset.rows[row].span, "in this row"));
            }
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
