//! Times in Russian: a preposition asks for a case, which the word for the time takes.

use super::names::russian as month_in;
use super::{Frame, NBSP, Time, roman};
use crate::locale::{Case, Date, Locale, Period};

/// The word for a year after a month or a quarter in a sentence.
const YEAR: &str = "г.";

pub(super) fn time(locale: &Locale, time: Time, frame: Frame) -> String {
    match (frame, time) {
        (Frame::Plain, Time::Period(period)) => locale.period(&period),
        (Frame::Plain, _) => in_case(time, Case::Nominative, YEAR),
        (Frame::When, _) => when(time),
        (Frame::Of, _) => in_case(time, Case::Genitive, YEAR),
        (Frame::Since, _) => {
            format!("{}{}", from(time), in_case(time, Case::Genitive, YEAR))
        }
        (Frame::Until, _) => format!("до{NBSP}{}", in_case(time, Case::Genitive, YEAR)),
        (Frame::FromTo, _) => from_to(time),
    }
}

/// The time in a case; `year` is the word for a year after a month.
pub(super) fn in_case(time: Time, case: Case, year: &str) -> String {
    match time {
        Time::Period(period) => period_in(&period, case, year),
        Time::AcademicYear(own) => {
            let (adjective, noun) = (academic(case), year_in(case));
            format!("{own}/{}{NBSP}{adjective} {noun}", own + 1)
        }
        Time::Decade(own) => format!("{own}-{}{NBSP}{}", decade(case), years_in(case)),
        Time::Quarter { year: own, quarter } => {
            let number = roman(quarter);
            let noun = format!("квартал{}", masculine(case));
            format!("{number}{NBSP}{noun} {own}{NBSP}{YEAR}")
        }
    }
}

/// «в 2019 году», «в январе 2019 г.», «5 января 2019 года», «во II квартале 2024 г.».
fn when(time: Time) -> String {
    let prepositional = || in_case(time, Case::Prepositional, YEAR);
    match time {
        Time::Period(period) => match (period.start(), period.end()) {
            (date, None) if date.month().is_none() => {
                format!("в{NBSP}{}{NBSP}году", date.year())
            }
            (date, None) if date.day().is_some() => date_in(&date, Case::Genitive, YEAR),
            (start, Some(end)) if is_one(&start, &end) && start.day().is_some() => {
                period_in(&period, Case::Genitive, YEAR)
            }
            (start, Some(end)) if !is_one(&start, &end) => from_to(time),
            _ => format!("в{NBSP}{}", prepositional()),
        },
        Time::AcademicYear(year) => {
            format!("в{NBSP}{year}/{}{NBSP}учебном году", year + 1)
        }
        Time::Quarter { quarter: 2, .. } => format!("во{NBSP}{}", prepositional()),
        Time::Decade(_) | Time::Quarter { .. } => format!("в{NBSP}{}", prepositional()),
    }
}

/// «с» before a time in the genitive; «со» before the second, which is «второго».
fn from(time: Time) -> &'static str {
    match time {
        Time::Period(period) if period.start().day() == Some(2) => "со\u{a0}",
        Time::Quarter { quarter: 2, .. } => "со\u{a0}",
        _ => "с\u{a0}",
    }
}

/// «с 2019 по 2021 год», «с 5 по 20 марта 2019 года»: what both ends share is said once.
fn from_to(time: Time) -> String {
    let Some((start, end)) = time.ends() else {
        return in_case(time, Case::Nominative, YEAR);
    };
    let beginning = match (start.month(), end.month()) {
        (None, None) => start.year().to_string(),
        (Some(month), Some(last)) if start.year() == end.year() => match start.day() {
            Some(day) if month == last && end.day().is_some() => day.to_string(),
            Some(day) => format!("{day}{NBSP}{}", month_in(month, Case::Genitive)),
            None => month_in(month, Case::Genitive),
        },
        _ => date_in(&start, Case::Genitive, YEAR),
    };
    let from = from(Time::from(start));
    format!("{from}{beginning} по{NBSP}{}", date_in(&end, Case::Accusative, YEAR))
}

/// Whether both ends are within one year and known equally well, or are years: one phrase
/// says them.
fn is_one(start: &Date, end: &Date) -> bool {
    let exactness = |date: &Date| (date.month().is_some(), date.day().is_some());
    let within = start.month().is_none() || start.year() == end.year();
    exactness(start) == exactness(end)
        && within
        && (start.day().is_none() || start.month() == end.month())
}

fn period_in(period: &Period, case: Case, year: &str) -> String {
    let start = period.start();
    let Some(end) = period.end() else { return date_in(&start, case, year) };
    match (start.month(), end.month()) {
        (None, None) => {
            format!("{}–{}{NBSP}{}", start.year(), end.year(), years_in(case))
        }
        (Some(month), Some(_)) if is_one(&start, &end) => {
            let first = match start.day() {
                Some(day) => day.to_string(),
                None => month_in(month, case),
            };
            format!("{first}–{}", date_in(&end, case, year))
        }
        _ => {
            let date = |date| date_in(date, case, year);
            format!("{}{NBSP}– {}", date(&start), date(&end))
        }
    }
}

/// After a day the month is in the genitive, whatever the case of the day.
fn date_in(date: &Date, case: Case, year: &str) -> String {
    let own = date.year();
    match (date.month(), date.day()) {
        (None, _) => format!("{own}{NBSP}{}", year_in(case)),
        (Some(month), None) => format!("{} {own}{NBSP}{year}", month_in(month, case)),
        (Some(month), Some(day)) => {
            format!("{day}{NBSP}{} {own}{NBSP}года", month_in(month, Case::Genitive))
        }
    }
}

/// The ending of «квартал» and «год».
fn masculine(case: Case) -> &'static str {
    match case {
        Case::Genitive => "а",
        Case::Dative => "у",
        Case::Instrumental => "ом",
        Case::Prepositional => "е",
        _ => "",
    }
}

fn year_in(case: Case) -> String {
    format!("год{}", masculine(case))
}

fn years_in(case: Case) -> &'static str {
    match case {
        Case::Genitive => "годов",
        Case::Dative => "годам",
        Case::Instrumental => "годами",
        Case::Prepositional => "годах",
        _ => "годы",
    }
}

fn academic(case: Case) -> &'static str {
    match case {
        Case::Genitive => "учебного",
        Case::Dative => "учебному",
        Case::Instrumental => "учебным",
        Case::Prepositional => "учебном",
        _ => "учебный",
    }
}

/// The ending of «1990-е», «1990-х».
fn decade(case: Case) -> &'static str {
    match case {
        Case::Genitive | Case::Prepositional => "х",
        Case::Dative => "м",
        Case::Instrumental => "ми",
        _ => "е",
    }
}
