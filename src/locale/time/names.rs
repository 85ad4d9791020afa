//! The names of months and of days of the week.
//!
//! They are here and not ICU4X's: a hundred words against 1.3 MB. They are those of CLDR
//! 48; the Russian cases are those of any grammar.

use crate::locale::{Case, Date, Locale, Tongue, Unwritable, kazakh};

const ENGLISH: &str = "January February March April May June July August September \
    October November December";
const KAZAKH: &str = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан \
    қараша желтоқсан";
/// Without the ending that a case gives them.
const RUSSIAN: &str = "январ феврал март апрел ма июн июл август сентябр октябр ноябр \
    декабр";

const ENGLISH_SHORT: &str = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
const BRITISH_SHORT: &str = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec";
const KAZAKH_SHORT: &str = "қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.";
const RUSSIAN_SHORT: &str =
    "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.";
/// After a day: «5 мар.», «5 июл.».
const RUSSIAN_SHORT_OF_DAY: &str =
    "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.";

const ENGLISH_DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
const KAZAKH_DAYS: &str = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі";
const RUSSIAN_DAYS: &str =
    "понедельник вторник среда четверг пятница суббота воскресенье";

/// How the name of a month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthForm {
    /// In running text, in a case: `January`, «қаңтарда», «январе».
    Case(Case),
    /// On its own, as in a head: «Қаңтар» has a capital.
    Alone,
    /// After a day: «5 января».
    OfDay,
    /// Abbreviated: `Jan`, «қаң.», «янв.».
    Short,
}

impl Locale {
    /// The name of a month, 1 to 12.
    pub fn month(&self, month: u8, form: MonthForm) -> Result<String, Unwritable> {
        let case = match form {
            MonthForm::Case(case) => case,
            MonthForm::OfDay if self.tongue == Tongue::Russian => Case::Genitive,
            _ => Case::Nominative,
        };
        if !self.declines_months(case) {
            return Err(Unwritable::Case { lang: self.lang, case });
        }
        Ok(match (self.tongue, form) {
            (Tongue::English, MonthForm::Short) => english_short(self, month).to_owned(),
            (Tongue::English, _) => english(month).to_owned(),
            (Tongue::Kazakh, MonthForm::Short) => nth(KAZAKH_SHORT, month).to_owned(),
            (Tongue::Kazakh, MonthForm::Alone) => self.capitalise_first(kazakh(month)),
            (Tongue::Kazakh, _) => kazakh::inflect(kazakh(month), case, false),
            (Tongue::Russian, MonthForm::Short) => nth(RUSSIAN_SHORT, month).to_owned(),
            (Tongue::Russian, _) => russian(month, case),
            (Tongue::Other, _) => return Err(self.unknown()),
        })
    }

    /// Whether the names of months have the case.
    pub(super) fn declines_months(&self, case: Case) -> bool {
        match self.tongue {
            Tongue::Kazakh => case != Case::Prepositional,
            Tongue::Russian => !matches!(case, Case::Locative | Case::Ablative),
            Tongue::English | Tongue::Other => case == Case::Nominative,
        }
    }
}

/// The English name of a month.
pub(in crate::locale) fn english(month: u8) -> &'static str {
    nth(ENGLISH, month)
}

/// The Kazakh name of a month.
pub(in crate::locale) fn kazakh(month: u8) -> &'static str {
    nth(KAZAKH, month)
}

/// The Russian name of a month in a case.
pub(in crate::locale) fn russian(month: u8, case: Case) -> String {
    let hard = ["", "а", "у", "", "ом", "е"];
    let soft = ["ь", "я", "ю", "ь", "ем", "е"];
    let endings = match month {
        3 | 8 => hard,
        5 => ["й", "я", "ю", "й", "ем", "е"],
        4 | 6 | 7 => soft,
        // The ending is stressed: «январём».
        _ => ["ь", "я", "ю", "ь", "ём", "е"],
    };
    let rank = match case {
        Case::Genitive => 1,
        Case::Dative => 2,
        Case::Accusative => 3,
        Case::Instrumental => 4,
        Case::Prepositional => 5,
        _ => 0,
    };
    format!("{}{}", nth(RUSSIAN, month), endings[rank])
}

/// The abbreviated English name of a month.
pub(super) fn english_short(locale: &Locale, month: u8) -> &'static str {
    nth(if locale.is_british() { BRITISH_SHORT } else { ENGLISH_SHORT }, month)
}

/// The abbreviated Russian name of a month after a day.
pub(super) fn russian_short_of_day(month: u8) -> &'static str {
    nth(RUSSIAN_SHORT_OF_DAY, month)
}

/// The day of the week of a date that is known to the day.
pub(super) fn weekday(tongue: Tongue, date: &Date) -> Option<&'static str> {
    let names = match tongue {
        Tongue::English => ENGLISH_DAYS,
        Tongue::Kazakh => KAZAKH_DAYS,
        Tongue::Russian => RUSSIAN_DAYS,
        Tongue::Other => return None,
    };
    let (month, day) = (u32::from(date.month()?), u32::from(date.day()?));
    // Zeller's congruence, with January and February as months of the year before and
    // Monday as the first day; 400 years are a whole number of weeks.
    let early = month < 3;
    let year = u32::from(date.year()) + 400 - u32::from(early);
    let month = if early { month + 12 } else { month };
    let days = day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400 + 5;
    names.split(' ').nth(days as usize % 7)
}

fn nth(names: &'static str, month: u8) -> &'static str {
    let at = usize::from(month).wrapping_sub(1);
    names.split_ascii_whitespace().nth(at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_day_of_the_week() {
        for (date, day) in [
            ("2019-01-05", "Saturday"),
            ("2025-08-15", "Friday"),
            ("2000-02-29", "Tuesday"),
            ("1900-03-01", "Thursday"),
            ("1991-12-16", "Monday"),
            ("0000-01-01", "Saturday"),
            ("9999-12-31", "Friday"),
        ] {
            let date = Date::parse(date).unwrap();
            assert_eq!(weekday(Tongue::English, &date), Some(day), "{date}");
        }
        assert_eq!(weekday(Tongue::English, &Date::parse("2019-01").unwrap()), None);
    }

    #[test]
    fn russian_months_decline() {
        let all = |month| {
            [Case::Genitive, Case::Instrumental, Case::Prepositional]
                .map(|case| russian(month, case))
        };
        assert_eq!(all(1), ["января", "январём", "январе"]);
        assert_eq!(all(3), ["марта", "мартом", "марте"]);
        assert_eq!(all(5), ["мая", "маем", "мае"]);
        assert_eq!(all(7), ["июля", "июлем", "июле"]);
        assert_eq!(russian(5, Case::Nominative), "май");
        assert_eq!(russian(12, Case::Dative), "декабрю");
    }
}
