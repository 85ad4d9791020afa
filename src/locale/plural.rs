//! Which form of a noun agrees with a number.

use icu_plurals::{PluralCategory as IcuCategory, PluralRules, PluralRulesPreferences};

use super::number::Shown;
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
