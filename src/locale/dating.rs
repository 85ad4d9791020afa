//! Writing dates and periods in the style of the house: «2019 жылғы 5 қаңтар» as in acts
//! of law. The styles of CLDR («2019 ж. 5 қаңтар») are in `time`.

use super::time::names;
use super::{Case, Date, DateStyle, Frame, Locale, NBSP, Period, Time, Tongue};

impl Locale {
    /// The date in full: `10 November 2020`, «2020 жылғы 10 қараша», «10 ноября 2020
    /// года»; `November 2020`, «2020 жылғы қараша», «ноябрь 2020 года»; a year in digits
    /// alone. A language whose months are not known here writes it by ISO 8601.
    pub fn date(&self, date: &Date) -> String {
        match date.month() {
            None => self.year(date),
            Some(_) if self.is_american() => self.american(&Period::from(*date)),
            Some(_) if self.tongue == Tongue::Other => date.to_string(),
            Some(month) => self.with_year(date, &self.month_after(month, date.day())),
        }
    }

    /// The period in full: `1991–2013`, «1991–2013 жылдар», «1991–2013 годы»; one year
    /// with its word: «2006 жыл», «2006 год». What both ends share is said once.
    pub fn period(&self, period: &Period) -> String {
        let from = period.start();
        let Some(to) = period.end() else {
            return self.one_date(&from);
        };
        if self.is_american() && from.month().is_some() {
            return self.american(period);
        }
        match (from.month(), to.month()) {
            (None, None) => {
                let words = ["", "жылдар", "годы"];
                self.years(&format!("{}–{}", self.year(&from), self.year(&to)), words)
            }
            _ if self.tongue == Tongue::Other => format!("{from}\u{a0}– {to}"),
            (Some(first), Some(last)) if from.year() == to.year() => {
                self.within_year(&from, first, &to, last)
            }
            _ => format!("{}\u{a0}– {}", self.one_date(&from), self.one_date(&to)),
        }
    }

    /// A time as it stands in a cell or along an axis: years in digits alone, anything else
    /// in full.
    pub fn label(&self, time: &Time) -> String {
        if let (Time::AcademicYear(first), Tongue::Kazakh | Tongue::Russian) =
            (time, self.tongue)
        {
            return format!("{first}/{}", first + 1);
        }
        let years = match time {
            Time::Period(own) if own.start().month().is_none() => Some(*own),
            _ => None,
        };
        match (years, years.and_then(|own| own.end())) {
            (Some(own), None) => self.year(&own.start()),
            (Some(own), Some(end)) if end.month().is_none() => {
                format!("{}–{}", self.year(&own.start()), self.year(&end))
            }
            _ => self.time(time, Frame::Plain).unwrap_or_else(|_| time.to_string()),
        }
    }

    /// Whether a day follows its month: in American English.
    pub(super) fn is_american(&self) -> bool {
        let region = self.icu.id.region;
        self.tongue == Tongue::English && region.is_some_and(|own| own.as_str() == "US")
    }

    fn american(&self, period: &Period) -> String {
        self.styled(period, DateStyle::Long).unwrap_or_default()
    }

    fn one_date(&self, date: &Date) -> String {
        match date.month() {
            None => self.years(&self.year(date), ["", "жыл", "год"]),
            Some(_) => self.date(date),
        }
    }

    /// Years with the word for them in English, Kazakh or Russian.
    fn years(&self, years: &str, [english, kazakh, russian]: [&str; 3]) -> String {
        let word = match self.tongue {
            Tongue::Kazakh => kazakh,
            Tongue::Russian => russian,
            Tongue::English | Tongue::Other => english,
        };
        match word {
            "" => years.to_owned(),
            _ => format!("{years}{NBSP}{word}"),
        }
    }

    fn within_year(&self, from: &Date, first: u8, to: &Date, last: u8) -> String {
        let days = match (from.day(), to.day()) {
            (Some(one), Some(_)) if first == last => {
                format!("{one}–{}", self.month_after(last, to.day()))
            }
            (None, None) => {
                format!(
                    "{}–{}",
                    self.month_after(first, None),
                    self.month_after(last, None)
                )
            }
            (one, other) => {
                let (first, last) =
                    (self.month_after(first, one), self.month_after(last, other));
                format!("{first}\u{a0}– {last}")
            }
        };
        self.with_year(from, &days)
    }

    fn with_year(&self, date: &Date, days: &str) -> String {
        let year = self.year(date);
        match self.tongue {
            Tongue::Kazakh => format!("{year}{NBSP}жылғы {days}"),
            Tongue::Russian => format!("{days} {year}{NBSP}года"),
            Tongue::English | Tongue::Other => format!("{days} {year}"),
        }
    }

    /// A month, after its day where there is one.
    pub(super) fn month_after(&self, month: u8, day: Option<u8>) -> String {
        let name = match (self.tongue, day) {
            (Tongue::Kazakh, _) => names::kazakh(month).to_owned(),
            (Tongue::Russian, None) => names::russian(month, Case::Nominative),
            (Tongue::Russian, Some(_)) => names::russian(month, Case::Genitive),
            (Tongue::English | Tongue::Other, _) => names::english(month).to_owned(),
        };
        match day {
            Some(day) => format!("{day}{NBSP}{name}"),
            None => name,
        }
    }

    fn year(&self, date: &Date) -> String {
        date.year().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// A period in English, Kazakh and Russian, with common spaces.
    fn period(text: &str) -> [String; 3] {
        ["en", "kk", "ru"].map(|tag| {
            let locale = Locale::new(Lang::parse(tag).unwrap());
            locale.period(&Period::parse(text).unwrap()).replace(NBSP, " ")
        })
    }

    #[test]
    fn a_label_leaves_out_the_word_for_years() {
        let label = |text: &str| {
            ["en", "kk", "ru"].map(|tag| {
                let locale = Locale::new(Lang::parse(tag).unwrap());
                locale.label(&Time::parse(text).unwrap()).replace(NBSP, " ")
            })
        };
        assert_eq!(label("2003/2013"), ["2003–2013"; 3]);
        assert_eq!(label("2019"), ["2019"; 3]);
        assert_eq!(label("2019/20"), ["2019/20", "2019/2020", "2019/2020"]);
        assert_eq!(
            label("2019-Q3"),
            ["Q3 2019", "2019 жылғы III тоқсан", "III квартал 2019 г."]
        );
    }

    #[test]
    fn one_year_takes_its_word() {
        assert_eq!(period("2006"), ["2006", "2006 жыл", "2006 год"]);
        assert_eq!(period("2006/2006"), ["2006", "2006 жыл", "2006 год"]);
    }

    #[test]
    fn years_take_the_plural() {
        assert_eq!(
            period("1991/2013"),
            ["1991–2013", "1991–2013 жылдар", "1991–2013 годы"]
        );
    }

    #[test]
    fn months_of_one_year_share_it() {
        assert_eq!(
            period("2020-10/2020-11"),
            [
                "October–November 2020",
                "2020 жылғы қазан–қараша",
                "октябрь–ноябрь 2020 года"
            ]
        );
    }

    #[test]
    fn months_of_two_years_name_both() {
        assert_eq!(
            period("2019-12/2020-01"),
            [
                "December 2019 – January 2020",
                "2019 жылғы желтоқсан – 2020 жылғы қаңтар",
                "декабрь 2019 года – январь 2020 года"
            ]
        );
    }

    #[test]
    fn ends_may_be_known_unequally_well() {
        assert_eq!(
            period("1991/2013-06"),
            [
                "1991 – June 2013",
                "1991 жыл – 2013 жылғы маусым",
                "1991 год – июнь 2013 года"
            ]
        );
    }

    #[test]
    fn days_of_one_month_share_it() {
        assert_eq!(
            period("2019-03-05/2019-03-20"),
            ["5–20 March 2019", "2019 жылғы 5–20 наурыз", "5–20 марта 2019 года"]
        );
    }

    #[test]
    fn a_day_follows_its_month_in_america() {
        let american = Locale::new(Lang::parse("en-US").unwrap());
        let written = |text| american.period(&Period::parse(text).unwrap());
        assert_eq!(written("2020-11-10").replace(NBSP, " "), "November 10, 2020");
        assert_eq!(written("2020-11").replace(NBSP, " "), "November 2020");
        assert_eq!(
            written("2019-03-05/2019-03-20").replace(NBSP, " "),
            "March 5 – 20, 2019"
        );
    }

    #[test]
    fn a_language_without_months_writes_iso_8601() {
        let uzbek = Locale::new(Lang::parse("uz").unwrap());
        assert_eq!(uzbek.date(&Date::parse("2020-11-10").unwrap()), "2020-11-10");
        assert_eq!(uzbek.period(&Period::parse("1991/2013").unwrap()), "1991–2013");
    }
}
