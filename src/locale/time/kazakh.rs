//! Times in Kazakh: the last word takes the ending, and a postposition may follow.

use super::{Frame, NBSP, Time, roman};
use crate::locale::{Case, Date, Locale, kazakh};

pub(super) fn time(locale: &Locale, time: Time, frame: Frame) -> String {
    let phrase = phrase(locale, time);
    if let Some((from, to)) = time.ends()
        && (frame == Frame::FromTo || frame == Frame::When && phrase.is_two())
    {
        return from_to(locale, &from, &to);
    }
    match frame {
        Frame::Plain | Frame::FromTo => phrase.nominative(),
        Frame::When => phrase.when(),
        Frame::Of => phrase.of(),
        Frame::Since => format!("{} бастап", phrase.case(Case::Ablative)),
        Frame::Until => format!("{} дейін", phrase.case(Case::Dative)),
    }
}

/// A date in a case: «2019 жылғы 5 қаңтардың».
pub(super) fn in_case(locale: &Locale, time: Time, case: Case) -> String {
    phrase(locale, time).case(case)
}

fn from_to(locale: &Locale, from: &Date, to: &Date) -> String {
    let (first, mut last) =
        (phrase(locale, (*from).into()), phrase(locale, (*to).into()));
    if from.month().is_some() && to.month().is_some() && from.year() == to.year() {
        last.before = to.day().map_or(String::new(), |day| format!("{day}{NBSP}"));
    }
    format!("{} {} дейін", first.case(Case::Ablative), last.case(Case::Dative))
}

/// What stands before the last word, and that word. The year that a day or month has is
/// before it.
struct Phrase {
    before: String,
    last: Last,
}

/// The word that takes the endings.
enum Last {
    /// «жыл»
    Year,
    /// «жылдар»
    Years,
    /// «оқу жылы», a possessive.
    AcademicYear,
    /// The name of a month, or «тоқсан».
    Other(String),
}

fn phrase(locale: &Locale, time: Time) -> Phrase {
    let (before, last) = match time {
        Time::Period(period) => match (period.start().month(), period.end()) {
            (None, None) => (year(period.start().year()), Last::Year),
            (None, Some(to)) if to.month().is_none() => {
                (format!("{}–{}{NBSP}", period.start().year(), to.year()), Last::Years)
            }
            _ => {
                let written = locale.period(&period);
                let at = written.rfind([' ', NBSP]).map_or(0, |at| at + 1);
                let at = written.ceil_char_boundary(at);
                let (before, last) = written.split_at(at);
                (before.to_owned(), Last::Other(last.to_owned()))
            }
        },
        Time::AcademicYear(year) => {
            (format!("{year}/{}{NBSP}оқу ", year + 1), Last::AcademicYear)
        }
        Time::Decade(year) => (format!("{year}-"), Last::Years),
        Time::Quarter { year: own, quarter } => {
            let before = format!("{}жылғы {}{NBSP}", year(own), roman(quarter));
            (before, Last::Other("тоқсан".to_owned()))
        }
    };
    Phrase { before, last }
}

fn year(year: u16) -> String {
    format!("{year}{NBSP}")
}

impl Phrase {
    /// Whether it is of two dates with a dash between.
    fn is_two(&self) -> bool {
        self.before.contains("– ")
    }

    fn nominative(&self) -> String {
        self.case(Case::Nominative)
    }

    fn case(&self, case: Case) -> String {
        let (word, possessive) = self.word();
        let ending = kazakh::suffix(word, case, possessive);
        format!("{}{word}{ending}", self.before)
    }

    /// The word, and whether it takes the possessive of the third person.
    fn word(&self) -> (&str, bool) {
        match &self.last {
            Last::Year => ("жыл", false),
            Last::Years => ("жылдар", false),
            Last::AcademicYear => ("жыл", true),
            Last::Other(word) => (word, false),
        }
    }

    /// «2019 жылы», «1990-жылдары», else the locative.
    fn when(&self) -> String {
        match self.last {
            Last::Year => format!("{}жылы", self.before),
            Last::Years => format!("{}жылдары", self.before),
            Last::AcademicYear | Last::Other(_) => self.case(Case::Locative),
        }
    }

    /// «2019 жылғы», «1990-жылдардағы», «қаңтардағы»; «оқу жылының».
    fn of(&self) -> String {
        match self.last {
            Last::Year => format!("{}жылғы", self.before),
            Last::AcademicYear => self.case(Case::Genitive),
            Last::Years | Last::Other(_) => {
                let place = self.case(Case::Locative);
                let ending = if place.ends_with('а') { "ғы" } else { "гі" };
                format!("{place}{ending}")
            }
        }
    }
}
