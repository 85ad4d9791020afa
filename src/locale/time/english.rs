//! Times in English.

use super::{Frame, NBSP, Time};
use crate::locale::{Date, Locale};

pub(super) fn time(locale: &Locale, time: Time, frame: Frame) -> String {
    let plain = plain(locale, time);
    let article = if matches!(time, Time::Decade(_)) { "the\u{a0}" } else { "" };
    let preposition = match (frame, time) {
        (Frame::Plain, _) => return plain,
        (Frame::FromTo, _) => return from_to(locale, time).unwrap_or(plain),
        (Frame::When, Time::Period(period)) if period.start().day().is_some() => "on",
        (Frame::When, _) => "in",
        (Frame::Of, _) => "of",
        (Frame::Since, _) => "since",
        (Frame::Until, _) => "until",
    };
    format!("{preposition}{NBSP}{article}{plain}")
}

fn plain(locale: &Locale, time: Time) -> String {
    match time {
        Time::Period(period) => locale.period(&period),
        Time::AcademicYear(year) => format!("{year}/{:02}", (year + 1) % 100),
        Time::Decade(year) => format!("{year}s"),
        Time::Quarter { year, quarter } => format!("Q{quarter}{NBSP}{year}"),
    }
}

/// A year that both ends share is said once.
fn from_to(locale: &Locale, time: Time) -> Option<String> {
    let (from, to) = time.ends()?;
    let shared = from.year() == to.year() && to.month().is_some();
    let start = shared.then(|| without_year(locale, &from)).flatten();
    let start = start.unwrap_or_else(|| locale.date(&from));
    Some(format!("from {start} to {}", locale.date(&to)))
}

fn without_year(locale: &Locale, date: &Date) -> Option<String> {
    match date.day() {
        Some(_) if locale.is_american() => locale.month_day(date),
        day => Some(locale.month_after(date.month()?, day)),
    }
}
