//! Times as data have them: `2019`, `2019-07`, `2003/2013`, `2019-Q3`, `2019/20`.

use std::fmt;

use super::Time;
use crate::locale::{Date, InvalidDate, Period};

impl Time {
    /// Reads a date or a period by ISO 8601, a quarter as SDMX has it, `2019-Q3`, an
    /// academic year `2019/20`, or a decade `1990s`.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let year = |text: &str| match Date::parse(text)? {
            date if date.month().is_none() => Ok(date.year()),
            _ => Err(InvalidDate::Form),
        };
        if let Some((before, quarter)) = text.split_once("-Q") {
            let quarter = match quarter {
                "1" | "2" | "3" | "4" => quarter.as_bytes()[0] - b'0',
                _ => return Err(InvalidDate::Form),
            };
            return Ok(Self::Quarter { year: year(before)?, quarter });
        }
        if let Some(decade) = text.strip_suffix('s') {
            return match year(decade)? {
                first if first % 10 == 0 => Ok(Self::Decade(first)),
                _ => Err(InvalidDate::Form),
            };
        }
        match text.split_once('/') {
            Some((first, second)) if second.len() == 2 => {
                let first = year(first)?;
                match format!("{:02}", (first + 1) % 100) == second {
                    true => Ok(Self::AcademicYear(first)),
                    false => Err(InvalidDate::Form),
                }
            }
            _ => Period::parse(text).map(Self::Period),
        }
    }

    /// Its first and its last year, month and day, by which times are ordered. An
    /// academic year runs from September to August.
    fn span(self) -> [(u16, u8, u8); 2] {
        let ends = |from: Date, to: Date| [from.earliest(), to.latest()];
        match self {
            Self::Period(own) => ends(own.start(), own.end().unwrap_or(own.start())),
            Self::AcademicYear(year) => [(year, 9, 1), (year + 1, 8, 31)],
            Self::Decade(year) => [(year, 1, 1), (year + 9, 12, 31)],
            Self::Quarter { year, quarter } => {
                [(year, quarter * 3 - 2, 1), (year, quarter * 3, 31)]
            }
        }
    }

    /// The year, month and day at its middle, where it stands on an axis: of a year, a
    /// quarter or a month its first, so that equal times are at equal distances.
    pub fn place(self) -> (u16, u8, u8) {
        match (self, self.span()) {
            (Self::Period(own), [from, to]) if own.end().is_some() => {
                ((from.0 + to.0) / 2, if (from.0 + to.0) % 2 == 0 { 1 } else { 7 }, 1)
            }
            (Self::AcademicYear(year), _) => (year, 1, 1),
            (_, [from, _]) => from,
        }
    }
}

impl Ord for Time {
    /// By the first day, then by the last.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.span().cmp(&other.span()).then_with(|| self.rank().cmp(&other.rank()))
    }
}

impl PartialOrd for Time {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Time {
    /// Tells times apart that begin and end alike, such as a quarter and its months.
    fn rank(self) -> (u8, String) {
        let kind = match self {
            Self::Period(_) => 0,
            Self::AcademicYear(_) => 1,
            Self::Decade(_) => 2,
            Self::Quarter { .. } => 3,
        };
        (kind, self.to_string())
    }
}

/// In the form that [`Time::parse`] reads.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => period.fmt(f),
            Self::AcademicYear(year) => write!(f, "{year:04}/{:02}", (year + 1) % 100),
            Self::Decade(year) => write!(f, "{year:04}s"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_is_written_as_it_is_read() {
        let all =
            ["2019", "2019-07", "2003/2013", "2019-Q3", "2019/20", "1999/00", "1990s"];
        for text in all {
            assert_eq!(Time::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Time::parse("2019/20"), Ok(Time::AcademicYear(2019)));
        assert_eq!(Time::parse("1990s"), Ok(Time::Decade(1990)));
        let third = Time::Quarter { year: 2019, quarter: 3 };
        assert_eq!(Time::parse("2019-Q3"), Ok(third));
    }

    #[test]
    fn other_forms_are_refused() {
        for text in
            ["", "2019-Q5", "2019-Q0", "2019-07-Q1", "2019/21", "1995s", "Q3", "2019Q3"]
        {
            assert!(Time::parse(text).is_err(), "{text}");
        }
        assert_eq!(Time::parse("2013/2003"), Err(InvalidDate::Order));
    }

    #[test]
    fn times_are_in_the_order_of_their_beginnings() {
        let written = ["1990s", "2003/2013", "2019", "2019-Q1", "2019-Q2", "2019/20"];
        let mut times: Vec<Time> =
            written.iter().map(|text| Time::parse(text).unwrap()).collect();
        times.sort();
        let sorted: Vec<String> = times.iter().map(Time::to_string).collect();
        assert_eq!(
            sorted,
            ["1990s", "2003/2013", "2019-Q1", "2019", "2019-Q2", "2019/20"]
        );
    }

    #[test]
    fn a_period_stands_at_its_middle_and_a_year_at_its_beginning() {
        let place = |text| Time::parse(text).unwrap().place();
        assert_eq!(place("2003/2013"), (2008, 1, 1));
        assert_eq!(place("2003/2004"), (2003, 7, 1));
        assert_eq!(place("2019"), (2019, 1, 1));
        assert_eq!(place("2019-Q3"), (2019, 7, 1));
        assert_eq!(place("2019/20"), (2019, 1, 1));
    }
}
