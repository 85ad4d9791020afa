//! Times in expressions: periods, academic years, decades, quarters, and what a sentence
//! says of them.

use super::eval::Scope;
use super::refusal::{Applied, Refusal, no_language, refuse};
use super::value::{Number, Value};
use crate::locale::{
    Case, Date, DateStyle, Frame, Kind, Locale, MonthForm, Period, Time,
};

/// Names of all functions that make a time.
pub(super) const FUNCTIONS: [&str; 4] = ["academic_year", "decade", "period", "quarter"];

/// `name(args)`, a time; `None` where these are not its arguments.
pub(super) fn function<'a>(name: &str, args: &[Value<'a>]) -> Option<Applied<'a>> {
    if let Some(missing) = args.iter().find(|arg| matches!(arg, Value::Missing { .. })) {
        return Some(Ok(missing.clone()));
    }
    let time = match (name, args) {
        ("period", [from, to]) => return Some(period(date(from)?, date(to)?)),
        ("academic_year", [of]) => Time::AcademicYear(date(of)?.year()),
        ("decade", [of]) => Time::Decade(date(of)?.year() / 10 * 10),
        ("quarter", [Value::Date(date)]) => {
            Time::Quarter { year: date.year(), quarter: date.month()?.div_ceil(3) }
        }
        ("quarter", [of, Value::Number(number)]) => {
            let quarter = number.whole().filter(|number| (1..=4).contains(number))?;
            Time::Quarter { year: date(of)?.year(), quarter: quarter as u8 }
        }
        _ => return None,
    };
    Some(Ok(Value::Time(time)))
}

fn period<'a>(from: Date, to: Date) -> Applied<'a> {
    match Period::between(from, to) {
        Ok(period) => Ok(Value::Time(Time::Period(period))),
        Err(wrong) => refuse(wrong.to_string(), usage("period")),
    }
}

/// A date, or a year.
fn date(value: &Value<'_>) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Number(number) => year(number),
        _ => None,
    }
}

fn year(number: &Number) -> Option<Date> {
    Date::of_year(u16::try_from(number.whole()?).ok()?)
}

/// What the method of a number that is a year, or years, is asked of; `None` for any other
/// number, and for the forms that a number has as such.
pub(super) fn of_year(number: &Number, name: &str) -> Option<Time> {
    let quantity = &number.quantity;
    if quantity.kind != Kind::Year || !is_method(name) {
        return None;
    }
    let from = year(number)?;
    let to = quantity.to.map(|to| year(&Number::plain(to)));
    let period = match to {
        Some(to) => Period::between(from, to?).ok()?,
        None => Period::from(from),
    };
    Some(Time::Period(period))
}

/// Whether the method is one of times alone, or of years.
pub(super) fn is_method(name: &str) -> bool {
    METHODS.contains(&name)
}

/// Why a number that is no year has no form of a time.
pub(super) fn refused<'a>(name: &str) -> Applied<'a> {
    let message = format!("only a year, a date or a period has `{name}`");
    refuse(message, "`migration[1991].year.when()`")
}

/// Names of all methods of a time but for its cases.
const METHODS: [&str; 11] = [
    "from_to",
    "full",
    "long",
    "medium",
    "month",
    "month_day",
    "of",
    "short",
    "since",
    "until",
    "when",
];

/// `time.name(args)`.
pub(super) fn method<'a>(
    scope: &Scope<'a>,
    name: &str,
    time: Time,
    args: &[Value<'a>],
) -> Applied<'a> {
    let locale = scope.locale.ok_or_else(no_language)?;
    let written = match (frame(name), style(name), time, args) {
        (Some(frame), _, _, []) => locale.time(&time, frame),
        (_, Some(style), Time::Period(period), []) => locale.styled(&period, style),
        _ if name == "month" => return month(locale, time, args),
        _ if name == "month_day" => return month_day(locale, time, args),
        _ => match Case::named(name).filter(|_| args.is_empty()) {
            Some(case) => locale.declined(&time, case),
            None => return unknown(name),
        },
    };
    written.map(Value::Text).map_err(|unwritable| Refusal::of(unwritable.to_string()))
}

fn frame(name: &str) -> Option<Frame> {
    Some(match name {
        "when" => Frame::When,
        "of" => Frame::Of,
        "since" => Frame::Since,
        "until" => Frame::Until,
        "from_to" => Frame::FromTo,
        _ => return None,
    })
}

fn style(name: &str) -> Option<DateStyle> {
    Some(match name {
        "full" => DateStyle::Full,
        "long" => DateStyle::Long,
        "medium" => DateStyle::Medium,
        "short" => DateStyle::Short,
        _ => return None,
    })
}

/// The one date of a time.
fn only(time: Time) -> Option<Date> {
    match time {
        Time::Period(period) if period.end().is_none() => Some(period.start()),
        _ => None,
    }
}

/// The name of the month, abbreviated or in a case that is named.
fn month<'a>(locale: &Locale, time: Time, args: &[Value<'a>]) -> Applied<'a> {
    let form = match args {
        [] => Some(MonthForm::Case(Case::Nominative)),
        [Value::Text(name)] if name == "short" => Some(MonthForm::Short),
        [Value::Text(name)] => Case::named(name).map(MonthForm::Case),
        _ => None,
    };
    let month = only(time).and_then(|date| date.month());
    match (month, form) {
        (Some(month), Some(form)) => {
            let name = locale.month(month, form);
            name.map(Value::Text).map_err(|wrong| Refusal::of(wrong.to_string()))
        }
        (None, _) => refuse("the month is not known", usage("month")),
        (_, None) => {
            refuse("`month` takes the name of a case, or `short`", usage("month"))
        }
    }
}

fn month_day<'a>(locale: &Locale, time: Time, args: &[Value<'a>]) -> Applied<'a> {
    let written = only(time).filter(|_| args.is_empty());
    match written.and_then(|date| locale.month_day(&date)) {
        Some(written) => Ok(Value::Text(written)),
        None => refuse("the day is not known", usage("month_day")),
    }
}

fn unknown<'a>(name: &str) -> Applied<'a> {
    let known = is_method(name);
    refuse(
        match known {
            true => format!("`{name}` does not take these values"),
            false => format!("a time has no method `{name}`"),
        },
        match known {
            true => usage(name).to_owned(),
            false => format!("known: {}", METHODS.join(", ")),
        },
    )
}

/// How a function or method is written.
pub(super) fn usage(name: &str) -> &'static str {
    match name {
        "period" => "give it the first and the last year or date: `period(2019, 2021)`",
        "academic_year" => "give it the year in which it begins: `academic_year(2019)`",
        "decade" => "give it a year: `decade(1990)`",
        "quarter" => "give it a year and 1 to 4: `quarter(2024, 3)`",
        "month" => "`date(\"2019-01\").month()`, or with a case `.month(\"loc\")`",
        "month_day" => "`date(\"2019-01-05\").month_day()`",
        _ => "it takes nothing between its brackets",
    }
}
