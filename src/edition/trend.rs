//! How the last value of a series differs from the one before and from the first.

use rust_decimal::Decimal;

use crate::locale::{Kind, Locale, Period, Quantity};

use super::context::Context;
use super::{Chart, Trend};

/// The trend of a big number; `None` where the series has no value.
pub(super) fn trend(cx: &Context<'_>, chart: &Chart, of_years: bool) -> Option<Trend> {
    let data = &chart.series.first()?.data;
    let known: Vec<(usize, Decimal)> = data
        .iter()
        .enumerate()
        .filter_map(|(at, datum)| Some((at, datum.value?)))
        .collect();
    let (&last, earlier) = known.split_last()?;
    let own = Own { cx, chart, of_years, last };
    let before = earlier.last();
    let first = earlier.first().filter(|first| Some(*first) != before);
    let changes = before.into_iter().chain(first).filter_map(|from| own.change(*from));
    let changes: Vec<String> = changes.collect();
    let mut sentence = own.value()?;
    for change in &changes {
        sentence.push_str("; ");
        sentence.push_str(change);
    }
    Some(Trend { changes, sentence })
}

struct Own<'c, 'a> {
    cx: &'c Context<'a>,
    chart: &'c Chart,
    /// Whether the series is over years, not over dates.
    of_years: bool,
    last: (usize, Decimal),
}

impl Own<'_, '_> {
    /// The last value with its time and its unit, which a percentage has in itself.
    fn value(&self) -> Option<String> {
        let (at, _) = self.last;
        let time = &self.chart.categories.get(at)?.label;
        let text = &self.chart.series.first()?.data.get(at)?.text;
        Some(match self.chart.unit.as_str() {
            "" => format!("{time}: {text}"),
            _ if self.chart.form.kind == Kind::Percent => format!("{time}: {text}"),
            unit => format!("{time}, {unit}: {text}"),
        })
    }

    /// The difference from an earlier value, with the time of that.
    fn change(&self, (at, value): (usize, Decimal)) -> Option<String> {
        let difference = self.last.1.checked_sub(value)?;
        let mut change = self.signed(difference);
        if self.chart.form.kind == Kind::Percent {
            change = self.cx.messages().format("change_points", &[("n", &change)]);
        } else if let Some(percent) = self.percent(difference, value) {
            change = format!("{change} ({percent})");
        }
        let (from, to) =
            (self.chart.categories.get(at)?, self.chart.categories.get(self.last.0)?);
        let messages = self.cx.messages();
        if self.of_years {
            let values = [("change", change.as_str()), ("year", from.label.as_str())];
            return Some(messages.format("change_since", &values));
        }
        let period = Period::parse(&format!("{}/{}", from.id, to.id)).ok()?;
        Some(format!("{}: {change}", self.cx.locale().period(&period)))
    }

    /// How many per cent of an earlier value a difference is.
    fn percent(&self, difference: Decimal, of: Decimal) -> Option<String> {
        let of = Some(of).filter(|of| *of > Decimal::ZERO)?;
        let percent = Quantity::percent_of(difference, of)?;
        Some(signed(self.cx.locale(), &percent))
    }

    /// A difference in the form of the chart; points are written without the sign of a
    /// percentage.
    fn signed(&self, value: Decimal) -> String {
        let quantity = Quantity { value, ..self.chart.form.clone() };
        match quantity.kind {
            Kind::Percent => {
                let points = Quantity { kind: Kind::Number, ..quantity };
                signed(self.cx.locale(), &points)
            }
            _ => signed_digits(self.cx.locale(), &quantity),
        }
    }
}

/// A number or a percentage with its sign; one that is shown as zero has none.
pub(super) fn signed(locale: &Locale, quantity: &Quantity) -> String {
    let written = match quantity.kind {
        Kind::Percent => locale.write(quantity).ok(),
        _ => None,
    };
    written.map_or_else(
        || signed_digits(locale, quantity),
        |written| with_sign(quantity, written),
    )
}

/// The same without what is beside the digits.
fn signed_digits(locale: &Locale, quantity: &Quantity) -> String {
    with_sign(quantity, locale.digits(quantity))
}

fn with_sign(quantity: &Quantity, written: String) -> String {
    if quantity.value > Decimal::ZERO && !quantity.shown().is_zero() {
        return format!("+{written}");
    }
    written
}
