//! Dates in the styles of CLDR: `5 Jan 2019`, «05.01.2019».

use super::names::{self, MonthForm};
use super::{NBSP, Period};
use crate::locale::{Date, Locale, Tongue, Unwritable};

/// How much of a date is spelt out, as CLDR has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// With the day of the week.
    Full,
    /// With the name of the month: «2019 ж. 5 қаңтар».
    Long,
    /// With its abbreviation.
    Medium,
    /// In digits.
    Short,
}

impl Locale {
    /// A date or period in a style. A month has a long and a short form; a year has its
    /// word only abbreviated, «2019 г.», in medium and short.
    pub fn styled(
        &self,
        period: &Period,
        style: DateStyle,
    ) -> Result<String, Unwritable> {
        if self.tongue == Tongue::Other {
            return Err(self.unknown());
        }
        let start = period.start();
        let date = |date: &Date| self.date_in(date, style);
        Ok(match period.end() {
            None => date(&start),
            Some(end) if start.month().is_none() && end.month().is_none() => {
                self.years_in(period, style)
            }
            Some(end) if style == DateStyle::Long && start.year() == end.year() => {
                self.within_year_in(&start, &end)
            }
            Some(end) => format!("{}{NBSP}– {}", date(&start), date(&end)),
        })
    }

    /// A day without its year: `January 5`, «5 қаңтар», «5 января»; `None` where the day
    /// is not known.
    pub fn month_day(&self, date: &Date) -> Option<String> {
        let (month, day) = (date.month()?, date.day()?);
        let month = self.month(month, MonthForm::OfDay).ok()?;
        Some(self.day_of(day, &month))
    }

    /// Whether English writes dates as Britain does: the tag names a territory that is
    /// not America's.
    pub(in crate::locale) fn is_british(&self) -> bool {
        self.icu.id.region.is_some_and(|region| region.as_str() != "US")
    }

    fn day_of(&self, day: u8, month: &str) -> String {
        match self.tongue {
            Tongue::English if !self.is_british() => format!("{month}{NBSP}{day}"),
            _ => format!("{day}{NBSP}{month}"),
        }
    }

    fn date_in(&self, date: &Date, style: DateStyle) -> String {
        match (date.month(), date.day()) {
            (None, _) => self.year_in(date, style),
            (Some(month), None) => self.month_in(date, month, style),
            (Some(month), Some(day)) => self.day_in(date, (month, day), style),
        }
    }

    fn year_in(&self, date: &Date, style: DateStyle) -> String {
        let year = date.year();
        match (style, self.tongue) {
            (DateStyle::Full | DateStyle::Long, _) => year.to_string(),
            (_, Tongue::Kazakh) => format!("{year}{NBSP}ж."),
            (_, Tongue::Russian) => format!("{year}{NBSP}г."),
            _ => year.to_string(),
        }
    }

    fn years_in(&self, period: &Period, style: DateStyle) -> String {
        let plain = self.period(period);
        let years = plain.split(NBSP).next().unwrap_or_default();
        match (style, self.tongue) {
            (DateStyle::Full | DateStyle::Long, _) => plain,
            (_, Tongue::Kazakh) => format!("{years}{NBSP}жж."),
            (_, Tongue::Russian) => format!("{years}{NBSP}гг."),
            _ => plain,
        }
    }

    fn month_in(&self, date: &Date, month: u8, style: DateStyle) -> String {
        let name = match style {
            DateStyle::Full | DateStyle::Long => self.month_alone(month),
            _ => self.month(month, MonthForm::Short).unwrap_or_default(),
        };
        self.of_year(date, &name)
    }

    /// The name of a month that no day stands before, without a capital of its own.
    fn month_alone(&self, month: u8) -> String {
        let nominative = MonthForm::Case(crate::locale::Case::Nominative);
        self.month(month, nominative).unwrap_or_default()
    }

    fn day_in(&self, date: &Date, (month, day): (u8, u8), style: DateStyle) -> String {
        let name = match (style, self.tongue) {
            (DateStyle::Short, _) => return self.digits_of(date, month, day),
            (DateStyle::Medium, Tongue::Kazakh) => {
                let name = self.month(month, MonthForm::Short).unwrap_or_default();
                return self.of_year(date, &format!("{day:02}{NBSP}{name}"));
            }
            (DateStyle::Medium, Tongue::Russian) => {
                names::russian_short_of_day(month).to_owned()
            }
            (DateStyle::Medium, _) => names::english_short(self, month).to_owned(),
            _ => self.month(month, MonthForm::OfDay).unwrap_or_default(),
        };
        let long = self.of_year(date, &self.day_of(day, &name));
        match (style, names::weekday(self.tongue, date)) {
            (DateStyle::Full, Some(weekday)) => match self.tongue {
                Tongue::Kazakh => format!("{long}, {weekday}"),
                _ => format!("{weekday}, {long}"),
            },
            _ => long,
        }
    }

    fn digits_of(&self, date: &Date, month: u8, day: u8) -> String {
        let (year, short) = (date.year(), date.year() % 100);
        match self.tongue {
            Tongue::Kazakh => format!("{day:02}.{month:02}.{short:02}"),
            Tongue::Russian => format!("{day:02}.{month:02}.{year}"),
            _ if self.is_british() => format!("{day:02}/{month:02}/{year}"),
            _ => format!("{month}/{day}/{short:02}"),
        }
    }

    /// Both ends within one year, which is said once.
    fn within_year_in(&self, start: &Date, end: &Date) -> String {
        let part = |date: &Date| match (date.month(), date.day()) {
            (Some(month), None) => self.month_alone(month),
            _ => self.month_day(date).unwrap_or_default(),
        };
        let (first, last) = (part(start), part(end));
        let days = match (start.day(), end.day()) {
            (Some(from), Some(to)) if start.month() == end.month() => {
                self.days_of(from, to, &first, &last)
            }
            _ => format!("{first}{NBSP}– {last}"),
        };
        self.of_year(start, &days)
    }

    /// Days of one month: `March 5 – 20`, `5 – 20 March`, «5–20 наурыз».
    fn days_of(&self, from: u8, to: u8, first: &str, last: &str) -> String {
        match self.tongue {
            Tongue::English if self.is_british() => format!("{from}{NBSP}– {last}"),
            Tongue::English => format!("{first}{NBSP}– {to}"),
            _ => format!("{from}–{last}"),
        }
    }

    /// A month or a day with its year.
    fn of_year(&self, date: &Date, rest: &str) -> String {
        let year = date.year();
        let has_day = rest.chars().any(|sign| sign.is_ascii_digit());
        match self.tongue {
            Tongue::Kazakh => format!("{year}{NBSP}ж. {rest}"),
            Tongue::Russian => format!("{rest} {year}{NBSP}г."),
            _ if has_day && !self.is_british() => format!("{rest}, {year}"),
            _ => format!("{rest} {year}"),
        }
    }
}
