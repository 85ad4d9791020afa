//! Times in a sentence: in, of, since and until a date, a period, an academic year, a
//! decade or a quarter, and from one date to another.

mod english;
mod kazakh;
pub(in crate::locale) mod names;
mod russian;
mod style;
mod written;

pub use names::MonthForm;
pub use style::DateStyle;

use super::{Case, Date, Locale, NBSP, Period, Tongue, Unwritable};

/// A time that a text speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A date, or from one to another.
    Period(Period),
    /// The academic year that begins in this year.
    AcademicYear(u16),
    /// The ten years that begin with this one.
    Decade(u16),
    /// A quarter of a year.
    Quarter {
        /// The year.
        year: u16,
        /// 1 to 4.
        quarter: u8,
    },
}

/// What a sentence says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// The time itself: `2019–2021`, «2019–2021 жылдар».
    Plain,
    /// When something was: `in 2019`, «2019 жылы», «в 2019 году»; `on 5 January 2019`.
    When,
    /// Whose something is: `of 2019`, «2019 жылғы», «2019 года».
    Of,
    /// From its beginning on: `since 2019`, «2019 жылдан бастап», «с 2019 года».
    Since,
    /// Up to its end: `until 2019`, «2019 жылға дейін», «до 2019 года».
    Until,
    /// From its first date to its last: `from 2019 to 2021`, «с 2019 по 2021 год».
    FromTo,
}

impl Time {
    /// The beginning of the time, as far as it is a date.
    fn start(self) -> Self {
        match self {
            Self::Period(period) => Self::Period(Period::from(period.start())),
            other => other,
        }
    }

    /// The end of the time, as far as it is a date.
    fn end(self) -> Self {
        match self {
            Self::Period(period) => {
                Self::Period(Period::from(period.end().unwrap_or(period.start())))
            }
            other => other,
        }
    }

    /// Both ends of a period from one date to another.
    fn ends(self) -> Option<(Date, Date)> {
        match self {
            Self::Period(period) => Some((period.start(), period.end()?)),
            _ => None,
        }
    }
}

impl From<Date> for Time {
    fn from(date: Date) -> Self {
        Self::Period(Period::from(date))
    }
}

impl Locale {
    /// The time as a sentence says it, with its preposition where the language has one.
    pub fn time(&self, time: &Time, frame: Frame) -> Result<String, Unwritable> {
        let time = match frame {
            Frame::Since => time.start(),
            Frame::Until => time.end(),
            Frame::FromTo if time.ends().is_none() => return Err(Unwritable::FromTo),
            _ => *time,
        };
        match (self.tongue, time, frame) {
            (Tongue::English, ..) => Ok(english::time(self, time, frame)),
            (Tongue::Kazakh, ..) => Ok(kazakh::time(self, time, frame)),
            (Tongue::Russian, ..) => Ok(russian::time(self, time, frame)),
            (Tongue::Other, Time::Period(period), Frame::Plain) => {
                Ok(self.period(&period))
            }
            (Tongue::Other, ..) => Err(self.unknown()),
        }
    }

    /// The time in a case: «2019 жылғы 5 қаңтардың», «к январю 2019 года».
    pub fn declined(&self, time: &Time, case: Case) -> Result<String, Unwritable> {
        match self.tongue {
            _ if !self.declines_months(case) => {
                Err(Unwritable::Case { lang: self.lang, case })
            }
            Tongue::Kazakh => Ok(kazakh::in_case(self, *time, case)),
            Tongue::Russian => Ok(russian::in_case(*time, case, "года")),
            Tongue::English | Tongue::Other => self.time(time, Frame::Plain),
        }
    }
}

/// A quarter in Roman numerals, as Kazakh and Russian count them.
fn roman(quarter: u8) -> &'static str {
    ["I", "II", "III", "IV"].get(usize::from(quarter).wrapping_sub(1)).unwrap_or(&"IV")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const FRAMES: [Frame; 5] =
        [Frame::Plain, Frame::When, Frame::Of, Frame::Since, Frame::Until];

    fn say(tag: &str, time: Time, frame: Frame) -> String {
        let locale = Locale::new(Lang::parse(tag).unwrap());
        locale.time(&time, frame).unwrap().replace(NBSP, " ")
    }

    fn all(tag: &str, time: Time) -> [String; 5] {
        FRAMES.map(|frame| say(tag, time, frame))
    }

    fn period(text: &str) -> Time {
        Time::Period(Period::parse(text).unwrap())
    }

    fn from_to(text: &str) -> [String; 3] {
        ["en", "kk", "ru"].map(|tag| say(tag, period(text), Frame::FromTo))
    }

    #[test]
    fn an_academic_year() {
        let time = Time::AcademicYear(2019);
        assert_eq!(
            all("en", time),
            ["2019/20", "in 2019/20", "of 2019/20", "since 2019/20", "until 2019/20"]
        );
        assert_eq!(
            all("kk", time),
            [
                "2019/2020 оқу жылы",
                "2019/2020 оқу жылында",
                "2019/2020 оқу жылының",
                "2019/2020 оқу жылынан бастап",
                "2019/2020 оқу жылына дейін"
            ]
        );
        assert_eq!(
            all("ru", time),
            [
                "2019/2020 учебный год",
                "в 2019/2020 учебном году",
                "2019/2020 учебного года",
                "с 2019/2020 учебного года",
                "до 2019/2020 учебного года"
            ]
        );
        assert_eq!(say("en", Time::AcademicYear(1999), Frame::Plain), "1999/00");
    }

    #[test]
    fn a_decade() {
        let time = Time::Decade(1990);
        assert_eq!(
            all("en", time),
            [
                "1990s",
                "in the 1990s",
                "of the 1990s",
                "since the 1990s",
                "until the 1990s"
            ]
        );
        assert_eq!(
            all("kk", time),
            [
                "1990-жылдар",
                "1990-жылдары",
                "1990-жылдардағы",
                "1990-жылдардан бастап",
                "1990-жылдарға дейін"
            ]
        );
        assert_eq!(
            all("ru", time),
            [
                "1990-е годы",
                "в 1990-х годах",
                "1990-х годов",
                "с 1990-х годов",
                "до 1990-х годов"
            ]
        );
    }

    #[test]
    fn a_quarter() {
        let time = Time::Quarter { year: 2024, quarter: 2 };
        assert_eq!(all("en", time)[..2], ["Q2 2024", "in Q2 2024"]);
        assert_eq!(
            all("kk", time),
            [
                "2024 жылғы II тоқсан",
                "2024 жылғы II тоқсанда",
                "2024 жылғы II тоқсандағы",
                "2024 жылғы II тоқсаннан бастап",
                "2024 жылғы II тоқсанға дейін"
            ]
        );
        assert_eq!(
            all("ru", time),
            [
                "II квартал 2024 г.",
                "во II квартале 2024 г.",
                "II квартала 2024 г.",
                "со II квартала 2024 г.",
                "до II квартала 2024 г."
            ]
        );
        let fourth = Time::Quarter { year: 2024, quarter: 4 };
        assert_eq!(say("ru", fourth, Frame::When), "в IV квартале 2024 г.");
    }

    #[test]
    fn a_month() {
        let time = period("2019-07");
        assert_eq!(
            all("kk", time)[1..],
            [
                "2019 жылғы шілдеде",
                "2019 жылғы шілдедегі",
                "2019 жылғы шілдеден бастап",
                "2019 жылғы шілдеге дейін"
            ]
        );
        assert_eq!(
            all("ru", time)[1..],
            ["в июле 2019 г.", "июля 2019 г.", "с июля 2019 г.", "до июля 2019 г."]
        );
        assert_eq!(all("en", time)[1], "in July 2019");
    }

    #[test]
    fn a_day() {
        let time = period("2019-01-02");
        assert_eq!(
            all("ru", time)[1..],
            [
                "2 января 2019 года",
                "2 января 2019 года",
                "со 2 января 2019 года",
                "до 2 января 2019 года"
            ]
        );
        assert_eq!(all("en", time)[1], "on 2 January 2019");
        assert_eq!(say("en-US", time, Frame::When), "on January 2, 2019");
        assert_eq!(all("kk", time)[2], "2019 жылғы 2 қаңтардағы");
    }

    #[test]
    fn what_both_ends_share_is_said_once() {
        assert_eq!(
            from_to("2019-03-05/2019-03-20"),
            [
                "from 5 March to 20 March 2019",
                "2019 жылғы 5 наурыздан 20 наурызға дейін",
                "с 5 по 20 марта 2019 года"
            ]
        );
        assert_eq!(
            from_to("2019-01/2019-03"),
            [
                "from January to March 2019",
                "2019 жылғы қаңтардан наурызға дейін",
                "с января по март 2019 г."
            ]
        );
        assert_eq!(
            from_to("2019-12-02/2020-01"),
            [
                "from 2 December 2019 to January 2020",
                "2019 жылғы 2 желтоқсаннан 2020 жылғы қаңтарға дейін",
                "со 2 декабря 2019 года по январь 2020 г."
            ]
        );
        let american = say("en-US", period("2019-01-05/2019-03-20"), Frame::FromTo);
        assert_eq!(american, "from January 5 to March 20, 2019");
    }

    #[test]
    fn a_period_begins_and_ends() {
        let when = |text| ["kk", "ru"].map(|tag| say(tag, period(text), Frame::When));
        assert_eq!(
            when("2019-10/2019-11"),
            ["2019 жылғы қазан–қарашада", "в октябре–ноябре 2019 г."]
        );
        assert_eq!(
            when("2019-03-05/2019-03-20"),
            ["2019 жылғы 5–20 наурызда", "5–20 марта 2019 года"]
        );
        assert_eq!(
            when("2019-12/2020-01"),
            [
                "2019 жылғы желтоқсаннан 2020 жылғы қаңтарға дейін",
                "с декабря 2019 г. по январь 2020 г."
            ]
        );
        let years = period("2019/2021");
        assert_eq!(say("ru", years, Frame::Since), "с 2019 года");
        assert_eq!(say("kk", years, Frame::Until), "2021 жылға дейін");
    }

    #[test]
    fn a_time_declines() {
        let say = |tag, text, case| {
            let locale = Locale::new(Lang::parse(tag).unwrap());
            locale.declined(&period(text), case).unwrap().replace(NBSP, " ")
        };
        assert_eq!(say("kk", "2019/2021", Case::Dative), "2019–2021 жылдарға");
        assert_eq!(say("kk", "2019", Case::Genitive), "2019 жылдың");
        assert_eq!(say("ru", "2019-01", Case::Dative), "январю 2019 года");
        assert_eq!(say("ru", "2019/2021", Case::Instrumental), "2019–2021 годами");
        assert_eq!(
            say("ru", "2019-12/2020-01", Case::Genitive),
            "декабря 2019 года – января 2020 года"
        );
    }

    #[test]
    fn what_has_no_form_is_refused() {
        let message = |tag: &str, time: Time, frame| {
            let locale = Locale::new(Lang::parse(tag).unwrap());
            locale.time(&time, frame).unwrap_err().to_string()
        };
        assert_eq!(
            message("kk", period("2019"), Frame::FromTo),
            "only a period from one date to another has two ends"
        );
        assert_eq!(
            message("uz", Time::Decade(1990), Frame::Plain),
            "the words for numbers are not known in `uz`"
        );
        let english = Locale::new(Lang::parse("en").unwrap());
        assert!(english.declined(&period("2019"), Case::Dative).is_err());
    }
}
