//! The numbers that stand large at the front, each beside an earlier one and with its
//! series.

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic};
use crate::expr::{Expression, Number, PERCENT, Value};
use crate::locale::{Kind, Period, Quantity};
use crate::study::{self, Comparison, LineSource};

use super::context::{Context, Setting};
use super::selection::position;
use super::trend::signed;
use super::{KeyFigure, Opening, SmallLine, Text, grid, mark, prose};

/// What the front shows beside title, authors and abstract.
pub(super) fn opening(cx: &mut Context<'_>) -> Opening {
    let own = &cx.common.study.opening;
    Opening {
        key_figures: own.key_figures.iter().map(|own| key_figure(cx, own)).collect(),
        figure: own.figure.as_ref().map(|id| id.value.clone()),
    }
}

fn key_figure<'a>(cx: &mut Context<'a>, own: &'a study::KeyFigure) -> KeyFigure {
    let content = mark::value(cx, Setting::of(cx.lang), &own.value);
    let comparison = own.comparison.as_ref();
    KeyFigure {
        value: Text { lang: cx.lang, content },
        label: prose::own(cx, &own.label),
        change: comparison.and_then(|with| change(cx, &own.value, with)),
        line: own.line.as_ref().and_then(|line| small_line(cx, line)),
    }
}

/// How a number differs from an earlier one, in per cent of that; of a percentage, in
/// points.
fn change(cx: &mut Context<'_>, value: &Expression, with: &Comparison) -> Option<String> {
    let now = number(cx, value)?;
    let then = number(cx, &with.from)?;
    let written = if is_percentage(&now) {
        let (now, then) = (now.quantity.as_percent(), then.quantity.as_percent());
        let points = now.value.checked_sub(then.value)?;
        let decimals = now.decimals.max(then.decimals);
        let change = Quantity { kind: Kind::Number, decimals, ..Quantity::new(points) };
        let change = signed(cx.locale(), &change);
        cx.messages().format("change_points", &[("n", &change)])
    } else {
        let (now, then) = (now.quantity.value, then.quantity.value);
        let base = Some(then).filter(|then| *then > Decimal::ZERO);
        let difference = now.checked_sub(then)?;
        let Some(percent) = base.and_then(|base| Quantity::percent_of(difference, base))
        else {
            cx.diagnostics.push(no_base(&with.from));
            return None;
        };
        signed(cx.locale(), &percent)
    };
    Some(since(cx, &written, &with.period))
}

fn no_base(from: &Expression) -> Diagnostic {
    let message = "nothing is a change in per cent of a number that is not above zero";
    Diagnostic::new(Code::ExpressionFailed, from.span(), message)
        .help("compare the key figure with another number, or leave `trend` out")
}

/// The number that an expression gives; `None`, and reported, where it gives none.
fn number(cx: &mut Context<'_>, expression: &Expression) -> Option<Number> {
    match cx.evaluate(Setting::of(cx.lang), expression)? {
        Value::Number(number) => Some(number),
        other => {
            let message =
                format!("a trend compares numbers, and this is {}", other.kind());
            cx.diagnostics.push(
                Diagnostic::new(Code::ExpressionFailed, expression.span(), message)
                    .help("leave `trend` out, or name a number"),
            );
            None
        }
    }
}

fn is_percentage(number: &Number) -> bool {
    let kinds = [Kind::Percent, Kind::Share];
    number.unit.as_deref() == Some(PERCENT) || kinds.contains(&number.quantity.kind)
}

/// A change with the year since which it is, or the span of it.
fn since(cx: &Context<'_>, change: &str, period: &Period) -> String {
    let start = period.start();
    if period.end().is_none() && start.month().is_none() {
        let year = start.year().to_string();
        let values = [("change", change), ("year", year.as_str())];
        return cx.messages().format("change_since", &values);
    }
    format!("{}: {change}", cx.locale().period(period))
}

/// The series of a variable over the time that names its rows; `None` where it has less
/// than two values.
fn small_line<'a>(cx: &mut Context<'a>, line: &'a LineSource) -> Option<SmallLine> {
    let dataset = cx.common.study.dataset(&line.dataset)?;
    let mut points: Vec<_> = (0..dataset.rows.len())
        .filter_map(|row| {
            let at = position(&dataset.rows[row].cells[line.time])?;
            Some((at, dataset.amount(row, line.variable), row))
        })
        .collect();
    points.sort_by_key(|(at, _, row)| (*at, *row));
    let known: Vec<_> = points.iter().filter(|(_, value, _)| value.is_some()).collect();
    let [(_, _, first), .., (_, _, last)] = known.as_slice() else { return None };
    let (first, last) = (*first, *last);
    Some(SmallLine {
        from: grid::words(cx, dataset, first, line.time),
        to: grid::words(cx, dataset, last, line.time),
        points: points.into_iter().map(|(at, value, _)| (at, value)).collect(),
    })
}
