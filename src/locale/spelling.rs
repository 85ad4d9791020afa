//! Numbers that are not written in plain digits: ordinals, words, Roman numerals.

use icu_decimal::options::GroupingStrategy;

use super::shown::{Figure, Shown};
use super::{
    Agreement, Case, Gender, Kind, Locale, Quantity, Scale, Tongue, Unwritable, english,
    kazakh, russian,
};

/// The agreement with a masculine noun, which is the default.
pub(super) const MASCULINE: Agreement =
    Agreement { gender: Gender::Masculine, animate: false };

impl Locale {
    pub(super) fn write_ordinal(
        &self,
        quantity: &Quantity,
    ) -> Result<String, Unwritable> {
        let digits = self.ordinal_digits(quantity)?;
        let number = Shown::of(quantity).from.0;
        let (case, possessive) = (quantity.case, quantity.possessive);
        let ending = match self.tongue {
            Tongue::Russian => {
                russian::ordinal(case, quantity.agreement.unwrap_or(MASCULINE)).to_owned()
            }
            Tongue::Other => return Err(self.unknown()),
            _ if quantity.agreement.is_some() => return Err(self.no_gender()),
            Tongue::English => english::ordinal(number).to_owned(),
            Tongue::Kazakh => kazakh::ordinal(number, case, possessive),
        };
        Ok(format!("{digits}{ending}"))
    }

    /// The digits of an ordinal without its ending.
    pub(super) fn ordinal_digits(
        &self,
        quantity: &Quantity,
    ) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let digits = self.figure(number, GroupingStrategy::Never);
        if number.0.scale() > 0 || number.0.is_sign_negative() {
            return Err(Unwritable::Ordinal { number: digits });
        }
        Ok(digits)
    }

    pub(super) fn write_words(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let (case, possessive) = (quantity.case, quantity.possessive);
        let digits = || self.figure(number, GroupingStrategy::Auto);
        let small = number.small();
        if let Some(Agreement { gender: Gender::People, .. }) = quantity.agreement {
            let word = small.and_then(|small| self.together(small, case, possessive));
            let (lang, number) = (self.lang, digits);
            return word.ok_or_else(|| Unwritable::People { lang, number: number() });
        }
        let unwritable = || Unwritable::Words { number: digits() };
        let small = small.ok_or_else(unwritable)?;
        let word = match self.tongue {
            Tongue::Russian => {
                let agreement = quantity.agreement.unwrap_or(MASCULINE);
                russian::word(small, case, agreement).map(str::to_owned)
            }
            Tongue::Other => return Err(self.unknown()),
            _ if quantity.agreement.is_some() => return Err(self.no_gender()),
            Tongue::English => english::word(small).map(str::to_owned),
            Tongue::Kazakh => kazakh::word(small, case, possessive),
        };
        word.ok_or_else(unwritable)
    }

    /// The word for so many people together.
    fn together(&self, number: usize, case: Case, possessive: bool) -> Option<String> {
        match self.tongue {
            Tongue::Russian => russian::collective(number, case, true).map(str::to_owned),
            Tongue::Kazakh => kazakh::collective(number, case, possessive),
            Tongue::English => english::word(number).map(str::to_owned),
            Tongue::Other => None,
        }
    }

    pub(super) fn write_ordinal_words(
        &self,
        quantity: &Quantity,
    ) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let (case, possessive) = (quantity.case, quantity.possessive);
        let unwritable =
            || Unwritable::Words { number: self.figure(number, GroupingStrategy::Auto) };
        let small = number.small().filter(|small| *small > 0).ok_or_else(unwritable)?;
        let word = match self.tongue {
            Tongue::Russian => {
                let agreement = quantity.agreement.unwrap_or(MASCULINE);
                russian::ordinal_word(small, case, agreement)
            }
            Tongue::Other => return Err(self.unknown()),
            _ if quantity.agreement.is_some() => return Err(self.no_gender()),
            Tongue::English => english::ordinal_word(small).map(str::to_owned),
            Tongue::Kazakh => {
                let word = kazakh::ordinal_word(kazakh::last_word(number.0));
                Some(kazakh::inflect(&word, case, possessive))
            }
        };
        word.ok_or_else(unwritable)
    }

    pub(super) fn write_roman(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let ending = quantity.possessive || quantity.case != Case::Nominative;
        if self.tongue == Tongue::Kazakh && ending {
            return Err(Unwritable::RomanEnding);
        }
        let unwritable =
            || Unwritable::Roman { number: self.figure(number, GroupingStrategy::Auto) };
        let whole = (number.0.scale() == 0).then(|| u16::try_from(number.0.mantissa()));
        let whole = whole.and_then(Result::ok).ok_or_else(unwritable)?;
        roman(whole).ok_or_else(unwritable)
    }

    fn no_gender(&self) -> Unwritable {
        Unwritable::Gender { lang: self.lang }
    }
}

/// The number of a quantity that is neither a range nor a share, a fraction or scaled.
fn plain(quantity: &Quantity) -> Result<Figure, Unwritable> {
    let shown = Shown::of(quantity);
    let share = matches!(quantity.kind.as_written(), Kind::Percent | Kind::PerMille);
    match (share, quantity.scale, shown.to, shown.denominator) {
        (false, Scale::One, None, None) => Ok(shown.from),
        _ => Err(Unwritable::Plain),
    }
}

fn roman(number: u16) -> Option<String> {
    if !(1..=3999).contains(&number) {
        return None;
    }
    let digits = [
        ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
        ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"],
        ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"],
        ["", "M", "MM", "MMM", "", "", "", "", "", ""],
    ];
    let place = |place: usize| {
        let digit = usize::from(number) / 10_usize.pow(place as u32) % 10;
        digits[place][digit]
    };
    Some([3, 2, 1, 0].map(place).concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::locale::{NBSP, Style};

    fn write(tag: &str, quantity: &Quantity) -> Result<String, Unwritable> {
        Locale::new(Lang::parse(tag).unwrap()).write(quantity)
    }

    /// What English, Kazakh and Russian write, with common spaces.
    fn all(quantity: &Quantity) -> [String; 3] {
        ["en", "kk", "ru"].map(|tag| write(tag, quantity).unwrap().replace(NBSP, " "))
    }

    fn of(style: Style, text: &str) -> Quantity {
        Quantity { style, ..Quantity::new(text.parse().unwrap()) }
    }

    fn agreeing(gender: Gender, quantity: Quantity) -> Quantity {
        Quantity { agreement: Some(Agreement { gender, animate: false }), ..quantity }
    }

    #[test]
    fn ordinals() {
        assert_eq!(all(&of(Style::Ordinal, "1")), ["1st", "1-ші", "1-й"]);
        assert_eq!(all(&of(Style::Ordinal, "6")), ["6th", "6-шы", "6-й"]);
        assert_eq!(all(&of(Style::Ordinal, "112")), ["112th", "112-ші", "112-й"]);
        let case = Case::Genitive;
        let genitive = Quantity { case, ..of(Style::Ordinal, "9") };
        assert_eq!(write("ru", &genitive).unwrap(), "9-го");
        assert_eq!(write("kk", &genitive).unwrap(), "9-шының");
        let feminine = agreeing(Gender::Feminine, of(Style::Ordinal, "3"));
        assert_eq!(write("ru", &feminine).unwrap(), "3-я");
    }

    #[test]
    fn words_from_zero_to_ten() {
        assert_eq!(all(&of(Style::Words, "0")), ["zero", "нөл", "ноль"]);
        assert_eq!(all(&of(Style::Words, "5")), ["five", "бес", "пять"]);
        assert_eq!(all(&of(Style::Words, "10")), ["ten", "он", "десять"]);
        let genitive = Quantity { case: Case::Genitive, ..of(Style::Words, "2") };
        assert_eq!(write("ru", &genitive).unwrap(), "двух");
        assert_eq!(write("kk", &genitive).unwrap(), "екінің");
        let feminine = agreeing(Gender::Feminine, of(Style::Words, "2"));
        assert_eq!(write("ru", &feminine).unwrap(), "две");
    }

    #[test]
    fn people_together_have_words_of_their_own() {
        let people = |text| agreeing(Gender::People, of(Style::Words, text));
        assert_eq!(all(&people("3")), ["three", "үшеу", "трое"]);
        let possessed = Quantity { possessive: true, ..people("2") };
        assert_eq!(write("kk", &possessed).unwrap(), "екеуі");
        assert_eq!(
            write("kk", &people("8")).unwrap_err().to_string(),
            "Kazakh has no word for 8 people together"
        );
        assert!(write("ru", &people("0")).is_err());
    }

    #[test]
    fn ordinals_in_words() {
        let third = of(Style::OrdinalWords, "3");
        assert_eq!(all(&third), ["third", "үшінші", "третий"]);
        let feminine = agreeing(Gender::Feminine, of(Style::OrdinalWords, "1"));
        assert_eq!(write("ru", &feminine).unwrap(), "первая");
        let dative = Quantity { case: Case::Dative, ..of(Style::OrdinalWords, "10") };
        assert_eq!(write("kk", &dative).unwrap(), "оныншыға");
        assert!(write("en", &of(Style::OrdinalWords, "0")).is_err());
    }

    #[test]
    fn roman_numerals() {
        for (number, expected) in [
            ("1", "I"),
            ("4", "IV"),
            ("21", "XXI"),
            ("1949", "MCMXLIX"),
            ("3999", "MMMCMXCIX"),
        ] {
            assert_eq!(write("ru", &of(Style::Roman, number)).unwrap(), expected);
        }
        for wrong in ["0", "4000", "1.5", "-2"] {
            assert!(write("en", &of(Style::Roman, wrong)).is_err(), "{wrong}");
        }
        let dative = Quantity { case: Case::Dative, ..of(Style::Roman, "2") };
        assert_eq!(write("kk", &dative), Err(Unwritable::RomanEnding));
        assert_eq!(write("ru", &dative).unwrap(), "II");
    }

    #[test]
    fn only_russian_numbers_have_a_gender() {
        let feminine = agreeing(Gender::Feminine, of(Style::Words, "1"));
        assert_eq!(
            write("kk", &feminine).unwrap_err().to_string(),
            "numbers have no gender in Kazakh"
        );
    }
}
