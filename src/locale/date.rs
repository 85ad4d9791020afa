//! Calendar dates, which a source may know to the year, the month or the day.

use std::error::Error;
use std::fmt;

/// A date of the Gregorian calendar, as exact as it is known. Dates are never instants:
/// there is no time zone to shift them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A date, or the time from one date to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: Date,
    to: Option<Date>,
}

/// Why a text is no date or period. Shown, it is a phrase without a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidDate {
    /// It is not written `1991`, `1991-10` or `1991-10-31`.
    Form,
    /// There is no such month.
    Month(u8),
    /// The month has no such day.
    Day(u8),
    /// The period ends before it begins.
    Order,
}

impl Date {
    /// Reads `1991`, `1991-10` or `1991-10-31`.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let mut parts = text.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(two_digits).transpose()?;
        let day = parts.next().map(two_digits).transpose()?;
        if parts.next().is_some() {
            return Err(InvalidDate::Form);
        }
        let date = Self { year, month, day };
        match (month, day) {
            (Some(month), _) if !(1..=12).contains(&month) => {
                Err(InvalidDate::Month(month))
            }
            (Some(month), Some(day)) if !(1..=days(year, month)).contains(&day) => {
                Err(InvalidDate::Day(day))
            }
            _ => Ok(date),
        }
    }

    /// A year, 0 to 9999.
    pub fn of_year(year: u16) -> Option<Self> {
        (year <= 9999).then_some(Self { year, month: None, day: None })
    }

    /// The year, 0 to 9999.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(&self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, where it is known.
    pub fn day(&self) -> Option<u8> {
        self.day
    }

    /// The latest day that it may be, for comparing dates that are known unequally well.
    pub(super) fn latest(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// The earliest day that it may be.
    pub(super) fn earliest(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

/// In the form of ISO 8601, which is the form that [`Date::parse`] reads.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Period {
    /// Reads a date, or two joined by a slash: `1991/2013`.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let Some((from, to)) = text.split_once('/') else {
            return Ok(Self::from(Date::parse(text)?));
        };
        Self::between(Date::parse(from)?, Date::parse(to)?)
    }

    /// From one date to another; one date where both are the same.
    pub fn between(from: Date, to: Date) -> Result<Self, InvalidDate> {
        if to.latest() < from.earliest() {
            return Err(InvalidDate::Order);
        }
        Ok(Self { from, to: Some(to).filter(|to| *to != from) })
    }

    /// Its first date.
    pub fn start(&self) -> Date {
        self.from
    }

    /// Its last date, where that is not the first.
    pub fn end(&self) -> Option<Date> {
        self.to
    }
}

impl From<Date> for Period {
    fn from(from: Date) -> Self {
        Self { from, to: None }
    }
}

/// In the form of ISO 8601, which is the form that [`Period::parse`] reads.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}/{to}", self.from),
            None => self.from.fmt(f),
        }
    }
}

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("a date is written 1991, 1991-10 or 1991-10-31"),
            Self::Month(month) => write!(f, "there is no month {month}"),
            Self::Day(day) => write!(f, "the month has no day {day}"),
            Self::Order => f.write_str("the period ends before it begins"),
        }
    }
}

impl Error for InvalidDate {}

fn two_digits(text: &str) -> Result<u8, InvalidDate> {
    digits(text, 2).map(|number| number as u8)
}

fn digits(text: &str, length: usize) -> Result<u16, InvalidDate> {
    let good = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten().ok_or(InvalidDate::Form)
}

/// How many days a month has.
fn days(year: u16, month: u8) -> u8 {
    let leap =
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        for text in ["1991", "1991-10", "1991-10-31", "0987"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Date::parse("1991-10").unwrap().day(), None);
    }

    #[test]
    fn other_forms_are_refused() {
        let wrong =
            ["", "91", "1991-1", "1991-10-1", "1991-10-31-1", "+991", "1991–10", "1991-"];
        for text in wrong {
            assert_eq!(Date::parse(text), Err(InvalidDate::Form), "{text}");
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_taken() {
        assert_eq!(Date::parse("1991-13"), Err(InvalidDate::Month(13)));
        assert_eq!(Date::parse("1991-00"), Err(InvalidDate::Month(0)));
        assert_eq!(Date::parse("1991-04-31"), Err(InvalidDate::Day(31)));
        assert_eq!(Date::parse("1991-04-00"), Err(InvalidDate::Day(0)));
        assert_eq!(Date::parse("1900-02-29"), Err(InvalidDate::Day(29)));
        assert!(Date::parse("2000-02-29").is_ok());
        assert!(Date::parse("2020-02-29").is_ok());
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        assert_eq!(Period::parse("2013/1991"), Err(InvalidDate::Order));
        assert_eq!(Period::parse("1991-10-31/1991-10-30"), Err(InvalidDate::Order));
        assert!(Period::parse("1991-10/1991").is_ok());
    }

    #[test]
    fn a_period_from_a_date_to_the_same_is_that_date() {
        assert_eq!(Period::parse("1991/1991"), Period::parse("1991"));
        assert_eq!(Period::parse("1991/2013").unwrap().to_string(), "1991/2013");
    }
}
