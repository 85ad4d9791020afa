//! Writing a quantity.

use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};

use super::shown::{Figure, Shown};
use super::{
    Case, Kind, Locale, NBSP, Quantity, Scale, Style, Tongue, Unwritable, english,
    kazakh, russian,
};

impl Locale {
    /// The quantity as the language writes it: rounded once, half away from zero, on
    /// decimals; with U+2212 for minus and U+00A0 wherever a line must not break.
    ///
    /// A Kazakh case or possessive is an ending, after a hyphen on digits (`41%-ға`) and
    /// without one on a written word (`431 мыңнан`). A Russian case declines the scale
    /// word, the ordinal and the number in words; digits alone stay as they are.
    pub fn write(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        self.check_case(quantity)?;
        match quantity.style {
            Style::Digits => self.write_dressed(quantity),
            _ if quantity.is_dressed() => Err(Unwritable::Plain),
            Style::Ordinal => self.write_ordinal(quantity),
            Style::Words => self.write_words(quantity),
            Style::OrdinalWords => self.write_ordinal_words(quantity),
            Style::Roman => self.write_roman(quantity),
        }
    }

    /// The digits alone, scaled and rounded as in [`Locale::write`], but without percent
    /// sign, scale word or ending: for table cells and axes, whose head names the unit.
    pub fn digits(&self, quantity: &Quantity) -> String {
        self.range(&Shown::of(quantity), self.grouping(quantity))
    }

    /// What stands before the decimals of a number, `.` or `,`.
    pub fn decimal_sign(&self) -> char {
        let tenth = self.digits(&Quantity::new(rust_decimal::Decimal::new(1, 1)));
        tenth.chars().find(|c| !c.is_numeric()).unwrap_or('.')
    }

    fn check_case(&self, quantity: &Quantity) -> Result<(), Unwritable> {
        let case = quantity.case;
        if !self.has(case) || (self.tongue == Tongue::Russian && case == Case::Locative) {
            return Err(Unwritable::Case { lang: self.lang, case });
        }
        if quantity.possessive && self.tongue != Tongue::Kazakh {
            return Err(Unwritable::Possessive { lang: self.lang });
        }
        if quantity.possessive && case == Case::Adjectival {
            return Err(Unwritable::AdjectiveOfPossessive);
        }
        Ok(())
    }

    /// Whether the language has the case, be it of nouns alone.
    pub(super) fn has(&self, case: Case) -> bool {
        match self.tongue {
            Tongue::Kazakh => case != Case::Prepositional,
            Tongue::Russian => {
                !matches!(case, Case::Ablative | Case::Similative | Case::Adjectival)
            }
            Tongue::English | Tongue::Other => case == Case::Nominative,
        }
    }

    pub(super) fn write_digits(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        if quantity.scale != Scale::One && quantity.kind != Kind::Number {
            return Err(Unwritable::Scale);
        }
        let shown = Shown::of(quantity);
        let mut text = self.range(&shown, self.grouping_in_text(quantity));
        text.push_str(self.sign(quantity.kind));
        if let Some(denominator) = shown.denominator {
            text.push('/');
            text.push_str(&self.figure(denominator, GroupingStrategy::Auto));
        }
        text.push_str(&self.scale_word(quantity, &shown)?);
        if self.tongue == Tongue::Kazakh {
            text.push_str(&self.kazakh_ending(quantity, &shown));
        }
        Ok(text)
    }

    /// CLDR's percent patterns of the three languages; the sign alone for any other.
    fn sign(&self, kind: Kind) -> &'static str {
        match (kind.as_written(), self.tongue) {
            (Kind::Number | Kind::Year | Kind::Share, _) => "",
            (Kind::Percent, Tongue::Russian) => "\u{a0}%",
            (Kind::Percent, _) => "%",
            (Kind::PerMille, Tongue::Russian) => "\u{a0}‰",
            (Kind::PerMille, _) => "‰",
        }
    }

    /// The scale word with the gap before it; English letters stand close.
    fn scale_word(
        &self,
        quantity: &Quantity,
        shown: &Shown,
    ) -> Result<String, Unwritable> {
        let scale = quantity.scale;
        if scale == Scale::One {
            return Ok(String::new());
        }
        let word = match (self.tongue, quantity.abbreviated) {
            (Tongue::English, true) => {
                return Ok(english::scale_abbreviation(scale).to_owned());
            }
            (Tongue::English, false) => english::scale_word(scale),
            (Tongue::Kazakh, true) => kazakh::scale_abbreviation(scale),
            (Tongue::Kazakh, false) => kazakh::scale_word(scale),
            (Tongue::Russian, true) => russian::scale_abbreviation(scale),
            (Tongue::Russian, false) => {
                russian::scale_word(scale, quantity.case, self.category(shown))
            }
            (Tongue::Other, _) => return Err(self.unknown()),
        };
        Ok(format!("{NBSP}{word}"))
    }

    /// The ending, decided by the word that is spoken last: after a hyphen, but for a
    /// word that is written in full.
    fn kazakh_ending(&self, quantity: &Quantity, shown: &Shown) -> String {
        let (word, hyphen) = match (quantity.kind.as_written(), quantity.scale) {
            (Kind::Percent, _) => (self.percent_word.as_str(), "-"),
            (Kind::PerMille, _) => ("промилле", "-"),
            (_, Scale::One) => (kazakh::last_word(shown.last().0), "-"),
            (_, scale) => {
                let word = kazakh::scale_word(scale);
                let short = kazakh::scale_abbreviation(scale) != word;
                (word, if short && quantity.abbreviated { "-" } else { "" })
            }
        };
        match kazakh::suffix(word, quantity.case, quantity.possessive).as_str() {
            "" => String::new(),
            suffix => format!("{hyphen}{suffix}"),
        }
    }

    /// Years and ordinals are not grouped.
    pub(super) fn grouping(&self, quantity: &Quantity) -> GroupingStrategy {
        match quantity.kind {
            Kind::Year => GroupingStrategy::Never,
            _ => GroupingStrategy::Auto,
        }
    }

    /// One number, or two joined by a dash, which a minus beside it holds at a distance.
    fn range(&self, shown: &Shown, grouping: GroupingStrategy) -> String {
        let from = self.figure(shown.from, grouping);
        let Some(to) = shown.to else { return from };
        let negative = shown.from.0.is_sign_negative() || to.0.is_sign_negative();
        let dash = if negative { "\u{a0}– " } else { "–" };
        format!("{from}{dash}{}", self.figure(to, grouping))
    }

    pub(super) fn figure(&self, number: Figure, grouping: GroupingStrategy) -> String {
        let preferences = DecimalFormatterPreferences::from(&self.signs);
        let options = DecimalFormatterOptions::from(grouping);
        let formatter = DecimalFormatter::try_new(preferences, options)
            .expect("signs in the compiled data, those of the root at least");
        formatter.format(&number.fixed()).to_string().replace('-', "\u{2212}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn write(tag: &str, quantity: &Quantity) -> Result<String, Unwritable> {
        Locale::new(Lang::parse(tag).unwrap()).write(quantity)
    }

    /// What English, Kazakh and Russian write, with common spaces.
    fn all(quantity: &Quantity) -> [String; 3] {
        ["en", "kk", "ru"].map(|tag| write(tag, quantity).unwrap().replace(NBSP, " "))
    }

    fn number(text: &str) -> Quantity {
        Quantity::new(text.parse().unwrap())
    }

    fn thousands(text: &str, decimals: u32) -> Quantity {
        Quantity { scale: Scale::Thousand, decimals: Some(decimals), ..number(text) }
    }

    fn range(from: &str, to: &str) -> Quantity {
        Quantity { to: Some(to.parse().unwrap()), ..number(from) }
    }

    #[test]
    fn kazakh_in_latin_letters_has_the_signs_of_kazakh() {
        let number = Quantity::new("-1234567.8".parse().unwrap());
        assert_eq!(write("kk-Latn", &number), write("kk", &number));
        assert_eq!(write("kk-Latn", &number).unwrap(), "−1\u{a0}234\u{a0}567,8");
    }

    #[test]
    fn no_line_breaks_inside_a_number() {
        let percent = Quantity { kind: Kind::Percent, ..number("1234.5") };
        assert_eq!(write("ru", &percent).unwrap(), "1\u{a0}234,5\u{a0}%");
        let scaled = thousands("431262", 0);
        assert_eq!(write("kk", &scaled).unwrap(), "431\u{a0}мың");
    }

    #[test]
    fn the_scale_word_agrees_in_russian() {
        let russian = |text, decimals| all(&thousands(text, decimals))[2].clone();
        assert_eq!(russian("431262", 0), "431 тысяча");
        assert_eq!(russian("432000", 0), "432 тысячи");
        assert_eq!(russian("435000", 0), "435 тысяч");
        assert_eq!(russian("431262", 1), "431,3 тысячи");
        let billions = Quantity { scale: Scale::Billion, ..number("2000000000") };
        assert_eq!(all(&billions), ["2 billion", "2 миллиард", "2 миллиарда"]);
    }

    #[test]
    fn the_scale_word_declines_in_russian() {
        let russian =
            |quantity: Quantity, case| all_of("ru", &Quantity { case, ..quantity });
        assert_eq!(russian(thousands("431000", 0), Case::Genitive), "431 тысячи");
        assert_eq!(russian(thousands("431000", 0), Case::Accusative), "431 тысячу");
        assert_eq!(russian(thousands("435000", 0), Case::Dative), "435 тысячам");
        assert_eq!(russian(thousands("435500", 1), Case::Dative), "435,5 тысячи");
        assert_eq!(russian(number("435"), Case::Genitive), "435");
    }

    fn all_of(tag: &str, quantity: &Quantity) -> String {
        write(tag, quantity).unwrap().replace(NBSP, " ")
    }

    #[test]
    fn a_written_word_takes_a_kazakh_ending_without_a_hyphen() {
        let ablative = Case::Ablative;
        let kazakh =
            |quantity: Quantity| all_of("kk", &Quantity { case: ablative, ..quantity });
        assert_eq!(kazakh(thousands("431262", 0)), "431 мыңнан");
        let millions =
            Quantity { scale: Scale::Million, decimals: Some(1), ..number("4812000") };
        assert_eq!(kazakh(millions), "4,8 миллионнан");
        assert_eq!(kazakh(number("400")), "400-ден");
    }

    #[test]
    fn an_abbreviated_scale_word_takes_a_hyphen_and_declines_nowhere() {
        let million = Scale::Million;
        let short = |case, text| {
            let (scale, abbreviated) = (million, true);
            Quantity { scale, abbreviated, case, ..number(text) }
        };
        let million = short(Case::Nominative, "1250000");
        assert_eq!(all(&million), ["1.25M", "1,25 млн", "1,25 млн"]);
        assert_eq!(all_of("kk", &short(Case::Ablative, "20300000")), "20,3 млн-нан");
        assert_eq!(all_of("ru", &short(Case::Dative, "20300000")), "20,3 млн");
        let thousand =
            Quantity { scale: Scale::Thousand, ..short(Case::Ablative, "12000") };
        assert_eq!(all_of("kk", &thousand), "12 мыңнан");
        let thousand =
            Quantity { scale: Scale::Thousand, ..short(Case::Genitive, "12000") };
        assert_eq!(all_of("ru", &thousand), "12 тыс.");
    }

    #[test]
    fn fractions_and_per_mille() {
        let third = Quantity { denominator: Some(3.into()), ..number("2") };
        assert_eq!(all(&third), ["2/3", "2/3", "2/3"]);
        let possessive = Quantity { possessive: true, ..third };
        assert_eq!(all_of("kk", &possessive), "2/3-сі");
        let rate = Quantity { kind: Kind::PerMille, ..number("12.4") };
        assert_eq!(all(&rate), ["12.4‰", "12,4‰", "12,4 ‰"]);
        let dative = Quantity { case: Case::Dative, ..rate };
        assert_eq!(all_of("kk", &dative), "12,4‰-ге");
    }

    #[test]
    fn ranges_are_joined_by_an_en_dash() {
        assert_eq!(all(&range("250", "300")), ["250–300", "250–300", "250–300"]);
        let years = Quantity { kind: Kind::Year, ..range("1991", "2013") };
        assert_eq!(all(&years), ["1991–2013", "1991–2013", "1991–2013"]);
        let scaled = Quantity { scale: Scale::Thousand, ..range("250000", "301000") };
        assert_eq!(all(&scaled), ["250–301 thousand", "250–301 мың", "250–301 тысяча"]);
    }

    #[test]
    fn a_minus_stands_off_the_dash_of_a_range() {
        assert_eq!(all(&range("-5", "-3"))[0], "−5 – −3");
        assert_eq!(all(&range("-5", "3"))[2], "−5 – 3");
    }

    #[test]
    fn what_has_no_form_is_refused() {
        let message = |tag, quantity| write(tag, &quantity).unwrap_err().to_string();
        let words = |text| Quantity { style: Style::Words, ..number(text) };
        let ordinal = |text| Quantity { style: Style::Ordinal, ..number(text) };
        let case = |case| Quantity { case, ..number("5") };
        assert_eq!(
            message("kk", words("1431")),
            "only the numbers 0 to 10 are written in words, not 1\u{a0}431"
        );
        assert_eq!(message("en", ordinal("1.5")), "1.5 has no ordinal");
        assert_eq!(
            message("ru", case(Case::Ablative)),
            "numbers have no ablative in Russian"
        );
        assert_eq!(
            message("en", case(Case::Genitive)),
            "numbers have no genitive in English"
        );
        assert_eq!(
            message("kk", case(Case::Prepositional)),
            "numbers have no prepositional in Kazakh"
        );
        let possessive = Quantity { possessive: true, ..number("5") };
        assert_eq!(message("ru", possessive), "numbers have no possessive in Russian");
        for wrong in [words("-1"), words("2.0"), ordinal("-1")] {
            assert!(write("en", &wrong).is_err(), "{wrong:?}");
        }
        for style in [Style::Words, Style::Ordinal] {
            let wrong = Quantity { style, ..range("1", "5") };
            assert_eq!(write("ru", &wrong), Err(Unwritable::Plain));
        }
        let wrong = Quantity { kind: Kind::Percent, ..thousands("41", 0) };
        assert_eq!(write("kk", &wrong), Err(Unwritable::Scale));
    }

    #[test]
    fn a_language_without_words_writes_digits_only() {
        assert_eq!(write("de", &number("1234.5")).unwrap(), "1.234,5");
        let lang = Lang::parse("de").unwrap();
        assert_eq!(write("de", &thousands("4000", 0)), Err(Unwritable::Unknown { lang }));
    }

    #[test]
    fn digits_leave_out_sign_word_and_ending() {
        let russian = Locale::new(Lang::parse("ru").unwrap());
        assert_eq!(russian.digits(&thousands("431262", 1)), "431,3");
        let percent = Quantity { kind: Kind::Percent, ..number("-40.6") };
        assert_eq!(russian.digits(&percent), "−40,6");
    }
}
