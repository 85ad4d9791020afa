//! Which form of a noun agrees with a number.

use icu_plurals::{PluralCategory as IcuCategory, PluralRules, PluralRulesPreferences};

use super::shown::Shown;
use super::{Locale, Quantity, Scale, Tongue};

/// A plural category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PluralCategory {
    /// Of no language here; Arabic has it.
    Zero,
    /// 1 person, 21 человек.
    One,
    /// Of no language here; Arabic has it.
    Two,
    /// 2 человека.
    Few,
    /// 5 человек.
    Many,
    /// 2 people, 1,5 человека.
    Other,
}

impl Locale {
    /// The category of the number as it is shown, so that `1.0` and `1` may differ. The
    /// end of a range decides; a noun after a scale word is plural in English (`1 million
    /// people`) and in the genitive plural in Russian (`1,2 миллиона человек`), which
    /// CLDR's rules do not say.
    pub fn plural(&self, quantity: &Quantity) -> PluralCategory {
        let shown = Shown::of(quantity);
        match self.tongue {
            Tongue::Russian if quantity.scale != Scale::One => PluralCategory::Many,
            Tongue::English if quantity.scale != Scale::One || shown.to.is_some() => {
                PluralCategory::Other
            }
            _ => self.category(&shown),
        }
    }

    /// The category that CLDR gives the last number that is shown.
    pub(super) fn category(&self, shown: &Shown) -> PluralCategory {
        let preferences = PluralRulesPreferences::from(&self.icu);
        let rules = PluralRules::try_new_cardinal(preferences)
            .expect("rules in the compiled data, those of the root at least");
        match rules.category_for(&shown.last().fixed()) {
            IcuCategory::Zero => PluralCategory::Zero,
            IcuCategory::One => PluralCategory::One,
            IcuCategory::Two => PluralCategory::Two,
            IcuCategory::Few => PluralCategory::Few,
            IcuCategory::Many => PluralCategory::Many,
            IcuCategory::Other => PluralCategory::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn plural(tag: &str, quantity: &Quantity) -> PluralCategory {
        Locale::new(Lang::parse(tag).unwrap()).plural(quantity)
    }

    fn number(text: &str) -> Quantity {
        Quantity::new(text.parse().unwrap())
    }

    #[test]
    fn the_number_that_is_shown_decides() {
        let rounded = Quantity { decimals: Some(0), ..number("1.4") };
        assert_eq!(plural("en", &rounded), PluralCategory::One);
        let filled = Quantity { decimals: Some(1), ..number("1") };
        assert_eq!(plural("en", &filled), PluralCategory::Other);
        assert_eq!(plural("ru", &filled), PluralCategory::Other);
    }

    #[test]
    fn the_end_of_a_range_decides() {
        let range = |from, to: &str| Quantity { to: to.parse().ok(), ..number(from) };
        assert_eq!(plural("ru", &range("5", "21")), PluralCategory::One);
        assert_eq!(plural("ru", &range("1", "2")), PluralCategory::Few);
        assert_eq!(plural("en", &range("0", "1")), PluralCategory::Other);
        assert_eq!(plural("en", &range("1", "1")), PluralCategory::One);
    }

    #[test]
    fn a_noun_after_a_scale_word_is_plural() {
        for text in ["1000000", "1200000", "2000000"] {
            let millions = Quantity { scale: Scale::Million, ..number(text) };
            assert_eq!(plural("ru", &millions), PluralCategory::Many);
            assert_eq!(plural("en", &millions), PluralCategory::Other);
        }
    }
}
