//! What a figure draws: its data in the words and numbers of a language.

use rust_decimal::Decimal;

use crate::locale::{Flag, Flags, Kind, Quantity, Scale};
use crate::study::{self, Cell, Dataset, Figure, FigureKind, VariableKind};

use super::context::Context;
use super::plan::{Pane, Plan, Strand};
use super::selection::{Drawn, position};
use super::{
    Across, Annotation, Axis, Category, Chart, Datum, Interval, Panel, ReferenceMark,
    Series, flag, grid, map, meanings, prose, trend, unit,
};

/// The chart of a figure.
pub(super) fn chart<'a>(
    cx: &mut Context<'a>,
    figure: &'a Figure,
    drawn: &'a Drawn<'a>,
) -> Chart {
    let (dataset, plan) = (drawn.selection.dataset, &drawn.plan);
    let own = Own { figure, dataset, plan, form: form(figure, drawn) };
    let whole = own.whole(cx);
    match plan.panes.as_slice() {
        [pane] if pane.group.is_none() => own.fill(cx, &whole, 0, pane),
        panes => {
            let panels = panes.iter().enumerate();
            let panels = panels.map(|(at, pane)| own.panel(cx, &whole, at, pane));
            let panels: Vec<Panel> = panels.collect();
            Chart { panels: on_one_scale(panels), ..whole }
        }
    }
}

/// Gives each panel the amounts of all.
fn on_one_scale(mut panels: Vec<Panel>) -> Vec<Panel> {
    let amounts = || panels.iter().flat_map(|panel| panel.chart.amounts());
    let extent = amounts().min().zip(amounts().max());
    for panel in &mut panels {
        panel.chart.extent = extent;
    }
    panels
}

impl Chart {
    /// Every amount that its own axis covers: values or, where they are drawn one upon the
    /// other, their sums; ends of intervals; what they are compared with.
    pub fn amounts(&self) -> Vec<Decimal> {
        let data = || self.series.iter().flat_map(|series| &series.data);
        let mut amounts: Vec<Decimal> = match self.kind {
            FigureKind::Stacked { share: false } | FigureKind::Area { share: false } => {
                let places = 0..self.categories.len();
                places.flat_map(|at| [self.sum(at, true), self.sum(at, false)]).collect()
            }
            _ => data().filter_map(|datum| datum.value).collect(),
        };
        let intervals = data().filter_map(|datum| datum.interval.as_ref());
        amounts.extend(intervals.flat_map(|own| [own.low, own.high]));
        let marks = self.references.iter().filter(|own| own.along == study::Along::Y);
        amounts.extend(marks.flat_map(|own| [own.from, own.to]));
        amounts
    }

    /// The sum of the values of one sign at a category.
    fn sum(&self, at: usize, below_zero: bool) -> Decimal {
        let values = self.series.iter().filter_map(|series| series.data.get(at)?.value);
        let values = values.filter(|value| (*value < Decimal::ZERO) == below_zero);
        let limit = if below_zero { Decimal::MIN } else { Decimal::MAX };
        values.fold(Decimal::ZERO, |sum, value| sum.checked_add(value).unwrap_or(limit))
    }
}

/// What all of a figure's data have in common.
struct Own<'a> {
    figure: &'a Figure,
    dataset: &'a Dataset,
    plan: &'a Plan,
    form: Quantity,
}

impl<'a> Own<'a> {
    /// The chart without data.
    fn whole(&self, cx: &mut Context<'a>) -> Chart {
        let first = self.plan.series.first();
        let unit = first.and_then(|own| unit::id(&self.dataset.variables[own.variable]));
        let figure = self.figure;
        Chart {
            kind: figure.kind,
            categories: (0..self.plan.categories.len())
                .map(|at| self.category(cx, at))
                .collect(),
            series: self.plan.series.iter().map(|own| self.series(cx, own)).collect(),
            panels: Vec::new(),
            unit: unit.map_or(String::new(), |id| unit::scaled(cx, id, figure.scale)),
            measure: first.map_or(String::new(), |own| {
                prose::words(cx, &self.dataset.variables[own.variable].label)
            }),
            form: self.form.clone(),
            across: self.across(cx),
            axis: self.axis(),
            extent: None,
            interval: figure.interval.as_ref().map(|own| prose::words(cx, &own.label)),
            annotations: Vec::new(),
            references: figure
                .references
                .iter()
                .map(|own| self.reference(cx, own))
                .collect(),
            map: map::map(cx, figure, self.dataset, self.plan),
            trend: None,
        }
    }

    fn panel(
        &self,
        cx: &mut Context<'a>,
        whole: &Chart,
        at: usize,
        pane: &Pane,
    ) -> Panel {
        let variable =
            self.figure.facet.as_ref().and_then(|own| self.dataset.variable(&own.value));
        let words = pane.group.as_ref().zip(variable);
        let (label, short) = words.map_or_else(Default::default, |(group, variable)| {
            self.name(cx, group.row, variable)
        });
        Panel { label, short, chart: self.fill(cx, whole, at, pane) }
    }

    /// The chart with the data of a pane.
    fn fill(&self, cx: &mut Context<'a>, whole: &Chart, at: usize, pane: &Pane) -> Chart {
        let mut chart = whole.clone();
        let strands = self.plan.series.iter().zip(&pane.rows);
        for (series, (strand, rows)) in chart.series.iter_mut().zip(strands) {
            let datum = |row: &Option<usize>| self.datum(cx, *row, strand.variable);
            series.data = rows.iter().map(datum).collect();
        }
        if self.figure.kind.is_share() && self.form.kind != Kind::Percent {
            write_shares(cx, &mut chart.series);
        }
        chart.annotations = self.annotations(cx, at);
        if self.figure.kind == FigureKind::BigNumber {
            chart.trend = trend::trend(cx, &chart, self.is_of_years());
        }
        chart
    }

    fn category(&self, cx: &mut Context<'a>, at: usize) -> Category {
        let group = &self.plan.categories[at];
        let x = self.dataset.variable(&self.figure.x.value).unwrap_or(0);
        let cell = &self.dataset.rows[group.row].cells[x];
        let scatter = self.figure.kind == FigureKind::Scatter;
        let (label, short) = match scatter {
            true => (self.key_words(cx, group.row), None),
            false => self.name(cx, group.row, x),
        };
        let code = match cell {
            Cell::Level(id) => {
                self.dataset.variables[x].levels.iter().find(|own| own.id == *id)
            }
            _ => None,
        };
        Category {
            id: group.id.clone(),
            label,
            short,
            code: code.map_or_else(|| group.id.clone(), |level| level.code.clone()),
            position: self.position(group.row, x).filter(|_| self.has_positions(x)),
            muted: self
                .is_muted(&group.id, self.plan.categories.iter().map(|own| &own.id)),
        }
    }

    /// Where a row stands along the axis.
    fn position(&self, row: usize, x: usize) -> Option<Decimal> {
        self.dataset.amount(row, x).or_else(|| position(&self.dataset.rows[row].cells[x]))
    }

    /// Whether categories have positions: on an axis, or as the times of a table of
    /// colours, of which only some are named.
    fn has_positions(&self, x: usize) -> bool {
        let kind = self.dataset.variables[x].kind;
        let times = self.figure.kind == FigureKind::Heatmap && kind.is_time();
        times || self.figure.kind.is_measured(kind)
    }

    /// Whether categories are years, and not dates.
    fn is_of_years(&self) -> bool {
        let x = self.dataset.variable(&self.figure.x.value);
        x.is_some_and(|x| self.dataset.variables[x].kind == VariableKind::Year)
    }

    /// Whether another of its kind is highlighted.
    fn is_muted<'i>(&self, id: &str, mut kin: impl Iterator<Item = &'i String>) -> bool {
        let highlighted =
            |id: &str| self.figure.highlights.iter().any(|own| own.value == id);
        !highlighted(id) && kin.any(|own| highlighted(own))
    }

    /// What names a point: the values of the dataset's key.
    fn key_words(&self, cx: &mut Context<'a>, row: usize) -> String {
        let words = self.dataset.key.iter();
        let words: Vec<_> =
            words.map(|at| grid::words(cx, self.dataset, row, *at)).collect();
        words.join(", ")
    }

    /// The words of a cell, and its short ones.
    fn name(
        &self,
        cx: &mut Context<'a>,
        row: usize,
        at: usize,
    ) -> (String, Option<String>) {
        let short = match &self.dataset.rows[row].cells[at] {
            Cell::Level(id) => {
                let levels = &self.dataset.variables[at].levels;
                levels.iter().find(|own| own.id == *id).and_then(|own| own.short.as_ref())
            }
            _ => None,
        };
        let short = short.map(|texts| prose::words(cx, texts));
        (grid::words(cx, self.dataset, row, at), short)
    }

    fn series(&self, cx: &mut Context<'a>, strand: &Strand) -> Series {
        let at =
            self.figure.series.as_ref().and_then(|own| self.dataset.variable(&own.value));
        let (label, short) = match strand.row.zip(at) {
            Some((row, at)) => self.name(cx, row, at),
            None => {
                let variable = &self.dataset.variables[strand.variable];
                let short = variable.short.as_ref();
                (
                    prose::words(cx, &variable.label),
                    short.map(|own| prose::words(cx, own)),
                )
            }
        };
        let kin = self.plan.series.iter().map(|own| &own.id);
        let muted = self.is_muted(&strand.id, kin);
        Series { id: strand.id.clone(), label, short, muted, data: Vec::new() }
    }

    /// Only a percentage has a sign; the word of a scale stands in the chart's unit, not
    /// in each of its numbers.
    fn datum(&self, cx: &mut Context<'a>, row: Option<usize>, at: usize) -> Datum {
        let Some(row) = row else { return Datum::missing(String::new()) };
        let Some(value) = self.dataset.amount(row, at) else {
            let Cell::Missing(code) = &self.dataset.rows[row].cells[at] else {
                return Datum::missing(String::new());
            };
            return Datum::missing(grid::reason(cx, self.dataset, code));
        };
        let quantity = self.quantity(row, at, value);
        let flags = self.flags(row, at);
        let text = flags.behind(&self.written(cx, &quantity));
        let exact = grid::number(self.dataset, row, at).unwrap_or(quantity);
        let exact = self.written(cx, &exact);
        let meaning = meanings(&flag::marks(cx.messages(), flags));
        let interval = self.interval(cx, row);
        Datum { value: Some(value), text, exact, flags, meaning, interval }
    }

    /// What the source says of a value; of a point of a scatter chart, of both its amounts.
    fn flags(&self, row: usize, at: usize) -> Flags {
        let own = |at: usize| match self.dataset.rows[row].cells[at] {
            Cell::Number { flags, .. } => flags,
            _ => Flags::NONE,
        };
        let across = self.dataset.variable(&self.figure.x.value);
        let across = across.filter(|_| self.figure.kind == FigureKind::Scatter);
        own(at).and(across.map_or(Flags::NONE, own))
    }

    /// A number or a range of them, with the sign of a percentage.
    fn written(&self, cx: &Context<'_>, quantity: &Quantity) -> String {
        let sign = match self.form.kind {
            Kind::Percent => cx.locale().write(quantity).ok(),
            _ => None,
        };
        sign.unwrap_or_else(|| cx.locale().digits(quantity))
    }

    /// A number in the form of the figure, or in its own where that is as good.
    fn quantity(&self, row: usize, at: usize, value: Decimal) -> Quantity {
        let fixed = self.form.scale != Scale::One || self.figure.decimals.is_some();
        let own = grid::number(self.dataset, row, at).filter(|_| !fixed);
        own.unwrap_or_else(|| Quantity { value, ..self.form.clone() })
    }

    fn interval(&self, cx: &mut Context<'a>, row: usize) -> Option<Interval> {
        let own = self.figure.interval.as_ref()?;
        let end = |name: &str| {
            let at = self.dataset.variable(name)?;
            self.dataset.amount(row, at)
        };
        let (low, high) = (end(&own.low.value)?, end(&own.high.value)?);
        let range = Quantity { value: low, to: Some(high), ..self.form.clone() };
        Some(Interval { low, high, text: self.written(cx, &range) })
    }

    fn across(&self, cx: &mut Context<'a>) -> Option<Across> {
        let x = self.dataset.variable(&self.figure.x.value)?;
        let variable = &self.dataset.variables[x];
        if self.figure.kind != FigureKind::Scatter {
            return None;
        }
        let rows: Vec<usize> = self.plan.categories.iter().map(|own| own.row).collect();
        let values = || rows.iter().filter_map(|row| self.dataset.amount(*row, x));
        let numbers = rows.iter().filter_map(|row| grid::number(self.dataset, *row, x));
        let decimals = numbers.filter_map(|number| number.decimals).max();
        Some(Across {
            label: prose::words(cx, &variable.label),
            unit: unit::id(variable).map_or(String::new(), |id| unit::label(cx, id)),
            form: Quantity {
                kind: kind(variable),
                decimals,
                ..Quantity::new(Decimal::ZERO)
            },
            extent: values().min().zip(values().max()).unwrap_or_default(),
        })
    }

    /// The axis of the values, as these are shown.
    fn axis(&self) -> Axis {
        let first = self.plan.series.first().map(|own| own.variable);
        first.map_or(self.figure.axis, |at| {
            self.figure.axis.of(&self.dataset.variables[at])
        })
    }

    /// What data are compared with, as these are shown.
    fn reference(
        &self,
        cx: &mut Context<'a>,
        own: &'a study::ReferenceMark,
    ) -> ReferenceMark {
        let variable = match own.along {
            study::Along::X => self.dataset.variable(&self.figure.x.value),
            study::Along::Y => self.plan.series.first().map(|own| own.variable),
        };
        let shown = |amount| {
            variable.map_or(amount, |at| self.dataset.variables[at].shown(amount))
        };
        ReferenceMark {
            along: own.along,
            from: shown(own.from),
            to: shown(own.to),
            text: prose::words(cx, &own.text),
        }
    }

    /// The words in one of the panes.
    fn annotations(&self, cx: &mut Context<'a>, pane: usize) -> Vec<Annotation> {
        let place = |own: &study::Annotation| {
            let group = self.plan.panes[pane].group.as_ref();
            let here = own.facet.as_ref().map(|own| &own.value);
            if here != group.map(|group| &group.id) {
                return None;
            }
            let series = match &own.series {
                Some(name) => self.plan.series.iter().position(|s| s.id == name.value)?,
                None => 0,
            };
            let places = &self.plan.categories;
            Some((places.iter().position(|group| group.id == own.x.value)?, series))
        };
        let figure = self.figure;
        let placed = figure.annotations.iter().filter_map(|own| Some((own, place(own)?)));
        placed
            .map(|(own, (category, series))| Annotation {
                category,
                series,
                text: prose::words(cx, &own.text),
            })
            .collect()
    }
}

/// Where bars are parts of a hundred per cent, their numbers are so too. Nothing is a part
/// of a sum that is not known, and a part is as uncertain as the sum.
fn write_shares(cx: &Context<'_>, series: &mut [Series]) {
    for row in 0..series.first().map_or(0, |series| series.data.len()) {
        let values: Option<Vec<_>> =
            series.iter().map(|series| series.data.get(row)?.value).collect();
        let Some(values) = values else { continue };
        let flags = series.iter().filter_map(|series| series.data.get(row));
        let flags = flags.fold(Flags::NONE, |all, datum| all.and(datum.flags));
        let flags = flags.without(Flag::Negligible);
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v));
        for (series, value) in series.iter_mut().zip(values) {
            let percent = sum.and_then(|sum| Quantity::percent_of(value, sum));
            let Some(percent) = percent else { continue };
            if let (Some(datum), Ok(text)) =
                (series.data.get_mut(row), cx.locale().write(&percent))
            {
                datum.text = flags.behind(&text);
            }
        }
    }
}

fn kind(variable: &study::Variable) -> Kind {
    match variable.kind.is_percentage() {
        true => Kind::Percent,
        false => Kind::Number,
    }
}

/// The form of every number of a chart. In thousands or millions the largest shows three
/// digits, so that a difference which can be seen can be read too.
fn form(figure: &Figure, drawn: &Drawn<'_>) -> Quantity {
    let dataset = drawn.selection.dataset;
    let first = drawn.plan.series.first();
    let numbers = || {
        let rows = drawn.selection.rows.iter();
        let series = &drawn.plan.series;
        let cells = rows.flat_map(move |row| series.iter().map(|s| (*row, s.variable)));
        cells.filter_map(|(row, at)| grid::number(dataset, row, at))
    };
    let decimals = match figure.scale {
        Scale::One => numbers().filter_map(|number| number.decimals).max().unwrap_or(0),
        _ => 2_u32.saturating_sub(largest(numbers(), figure.scale).ilog10()),
    };
    Quantity {
        kind: first.map_or(Kind::Number, |own| kind(&dataset.variables[own.variable])),
        decimals: Some(figure.decimals.unwrap_or(decimals)),
        scale: figure.scale,
        ..Quantity::new(Decimal::ZERO)
    }
}

/// The largest number of a chart in units of its scale, at least one.
fn largest(numbers: impl Iterator<Item = Quantity>, scale: Scale) -> u64 {
    let largest = numbers.map(|number| number.value.abs()).max().unwrap_or_default();
    let whole = u64::try_from(largest.trunc()).unwrap_or(u64::MAX);
    (whole / 10_u64.pow(scale.exponent())).max(1)
}
