//! What may stand around the digits of a number: its sign, `about`, a currency.

use icu_decimal::options::GroupingStrategy;

use super::shown::Shown;
use super::{Case, Kind, Locale, NBSP, Quantity, Tongue, Unwritable, kazakh};

impl Quantity {
    /// Whether more stands around the digits than the number asks for.
    pub(super) fn is_dressed(&self) -> bool {
        self.signed || self.approximate || self.currency.is_some()
    }
}

impl Locale {
    /// The quantity in digits with all that stands around them.
    pub(super) fn write_dressed(
        &self,
        quantity: &Quantity,
    ) -> Result<String, Unwritable> {
        let mut text = self.write_money(quantity)?;
        if quantity.approximate {
            text.insert_str(0, self.about());
        }
        Ok(text)
    }

    /// What stands before a number that is not exact, by CLDR.
    fn about(&self) -> &'static str {
        match self.tongue {
            Tongue::Russian => "≈",
            _ => "~",
        }
    }

    fn write_money(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let Some(currency) = quantity.currency else {
            return self.write_signed(quantity);
        };
        if quantity.kind != Kind::Number {
            return Err(Unwritable::Currency);
        }
        if self.tongue != Tongue::Kazakh {
            return self.money(&self.write_signed(quantity)?, currency);
        }
        // The ending follows what is read last: the name of the currency.
        let (case, possessive) = (Case::Nominative, false);
        let bare = Quantity { case, possessive, ..quantity.clone() };
        let money = self.money(&self.write_signed(&bare)?, currency)?;
        let (case, possessive) = (quantity.case, quantity.possessive);
        Ok(match kazakh::suffix(currency.reading(), case, possessive).as_str() {
            "" => money,
            ending => format!("{money}-{ending}"),
        })
    }

    fn write_signed(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let shown = Shown::of(quantity);
        match (&shown.to, quantity.signed) {
            (Some(_), true) => Err(Unwritable::Signed),
            (Some(_), false) if self.repeats_percent(quantity) => {
                self.write_percent_range(quantity)
            }
            (None, true) if shown.from.0 > rust_decimal::Decimal::ZERO => {
                Ok(format!("+{}", self.write_digits(quantity)?))
            }
            _ => self.write_digits(quantity),
        }
    }

    /// Whether both ends of a range of percentages have their sign: in English, by CLDR.
    fn repeats_percent(&self, quantity: &Quantity) -> bool {
        self.tongue == Tongue::English && quantity.kind.as_written() == Kind::Percent
    }

    /// `25% – 30%`.
    fn write_percent_range(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let end =
            |value| self.write_digits(&Quantity { value, to: None, ..quantity.clone() });
        let (from, to) =
            (end(quantity.value)?, end(quantity.to.unwrap_or(quantity.value))?);
        Ok(format!("{from}{NBSP}– {to}"))
    }

    /// How a number in running text is grouped. Russian tradition leaves four digits
    /// ungrouped, where a study asks for it; columns of numbers are grouped alike.
    pub(super) fn grouping_in_text(&self, quantity: &Quantity) -> GroupingStrategy {
        match quantity.kind {
            Kind::Number if self.tongue == Tongue::Russian && self.min_grouping > 1 => {
                GroupingStrategy::Min2
            }
            _ => self.grouping(quantity),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Currency, Scale};
    use super::*;
    use crate::lang::Lang;

    fn locale(tag: &str) -> Locale {
        Locale::new(Lang::parse(tag).unwrap())
    }

    /// What English, Kazakh and Russian write, with common spaces.
    fn all(quantity: &Quantity) -> [String; 3] {
        ["en", "kk", "ru"]
            .map(|tag| locale(tag).write(quantity).unwrap().replace(NBSP, " "))
    }

    fn number(text: &str) -> Quantity {
        Quantity::new(text.parse().unwrap())
    }

    fn money(text: &str, code: &str) -> Quantity {
        Quantity { currency: Currency::of(code), ..number(text) }
    }

    #[test]
    fn money_has_its_symbol_where_the_language_has_it() {
        assert_eq!(
            all(&money("1234.50", "KZT")),
            ["KZT 1,234.50", "1 234,50 ₸", "1 234,50 ₸"]
        );
        assert_eq!(all(&money("99.5", "USD")), ["$99.5", "99,5 $", "99,5 $"]);
        assert_eq!(all(&money("-5", "USD")), ["−$5", "−5 $", "−5 $"]);
        assert_eq!(all(&money("5", "UZS")), ["UZS 5", "5 UZS", "5 UZS"]);
        let millions = Quantity { scale: Scale::Million, ..money("1500000", "KZT") };
        assert_eq!(
            all(&millions),
            ["KZT 1.5 million", "1,5 миллион ₸", "1,5 миллиона ₸"]
        );
    }

    #[test]
    fn a_kazakh_ending_follows_the_name_of_the_currency() {
        let dative = Quantity { case: Case::Dative, ..money("500", "KZT") };
        assert_eq!(locale("kk").write(&dative).unwrap(), "500\u{a0}₸-ге");
        let ablative = Quantity { case: Case::Ablative, ..money("500", "USD") };
        assert_eq!(locale("kk").write(&ablative).unwrap(), "500\u{a0}$-дан");
    }

    #[test]
    fn a_sign_stands_before_all_but_zero() {
        let signed = |text: &str| Quantity { signed: true, ..number(text) };
        assert_eq!(all(&signed("5")), ["+5", "+5", "+5"]);
        assert_eq!(all(&signed("-5")), ["−5", "−5", "−5"]);
        assert_eq!(all(&signed("0")), ["0", "0", "0"]);
        let rounded = Quantity { decimals: Some(0), ..signed("0.4") };
        assert_eq!(all(&rounded), ["0", "0", "0"]);
        let percent = Quantity { kind: Kind::Percent, ..signed("5") };
        assert_eq!(all(&percent), ["+5%", "+5%", "+5 %"]);
        let money = Quantity { signed: true, ..money("5", "USD") };
        assert_eq!(all(&money), ["+$5", "+5 $", "+5 $"]);
    }

    #[test]
    fn what_is_not_exact_says_so() {
        let about = Quantity { approximate: true, ..number("10") };
        assert_eq!(all(&about), ["~10", "~10", "≈10"]);
        let dative = Quantity { case: Case::Dative, ..about };
        assert_eq!(locale("kk").write(&dative).unwrap(), "~10-ға");
    }

    #[test]
    fn an_english_range_of_percentages_repeats_the_sign() {
        let range = Quantity { to: Some(30.into()), kind: Kind::Percent, ..number("25") };
        assert_eq!(all(&range), ["25% – 30%", "25–30%", "25–30 %"]);
        let same = Quantity { to: Some(25.into()), ..range };
        assert_eq!(all(&same), ["25%", "25%", "25 %"]);
    }

    #[test]
    fn russian_may_leave_four_digits_ungrouped() {
        let russian = locale("ru").with_min_grouping(2);
        let write = |text| russian.write(&number(text)).unwrap();
        assert_eq!([write("1234"), write("12345")], ["1234", "12\u{a0}345"]);
        assert_eq!(russian.digits(&number("1234")), "1\u{a0}234");
        let kazakh = locale("kk").with_min_grouping(2);
        assert_eq!(kazakh.write(&number("1234")).unwrap(), "1\u{a0}234");
    }

    #[test]
    fn what_has_no_form_is_refused() {
        let message =
            |tag, quantity| locale(tag).write(&quantity).unwrap_err().to_string();
        let percent = Quantity { kind: Kind::Percent, ..money("5", "KZT") };
        assert_eq!(
            message("en", percent),
            "a percentage or a year is no amount of money"
        );
        let range = Quantity { to: Some(9.into()), signed: true, ..number("5") };
        assert_eq!(message("ru", range), "a range has no sign of its own");
        assert_eq!(
            message("de", money("5", "KZT")),
            "the words for numbers are not known in `de`"
        );
        let style = crate::locale::Style::Words;
        assert!(locale("en").write(&Quantity { style, ..money("5", "KZT") }).is_err());
    }
}
