//! Writing a quantity.

use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use rust_decimal::{Decimal, RoundingStrategy};

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
            Style::Digits => self.write_digits(quantity),
            Style::Ordinal => self.write_ordinal(quantity),
            Style::Words => self.write_words(quantity),
        }
    }

    /// The digits alone, scaled and rounded as in [`Locale::write`], but without percent
    /// sign, scale word or ending: for table cells and axes, whose head names the unit.
    pub fn digits(&self, quantity: &Quantity) -> String {
        self.range(&Shown::of(quantity), self.grouping(quantity))
    }

    fn check_case(&self, quantity: &Quantity) -> Result<(), Unwritable> {
        let case = quantity.case;
        let known = match self.tongue {
            Tongue::Kazakh => case != Case::Prepositional,
            Tongue::Russian => !matches!(case, Case::Locative | Case::Ablative),
            Tongue::English | Tongue::Other => case == Case::Nominative,
        };
        if !known {
            return Err(Unwritable::Case { lang: self.lang, case });
        }
        if quantity.possessive && self.tongue != Tongue::Kazakh {
            return Err(Unwritable::Possessive { lang: self.lang });
        }
        Ok(())
    }

    fn write_digits(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        if quantity.scale != Scale::One && quantity.kind != Kind::Number {
            return Err(Unwritable::Scale);
        }
        let shown = Shown::of(quantity);
        let mut text = self.range(&shown, self.grouping(quantity));
        if quantity.kind == Kind::Percent {
            text.push_str(self.percent_sign());
        }
        if let Some(word) = self.scale_word(quantity, &shown)? {
            text.push(NBSP);
            text.push_str(word);
        }
        if self.tongue == Tongue::Kazakh {
            text.push_str(&self.kazakh_ending(quantity, &shown));
        }
        Ok(text)
    }

    /// CLDR's percent patterns of the three languages; the sign alone for any other.
    fn percent_sign(&self) -> &'static str {
        match self.tongue {
            Tongue::Russian => "\u{a0}%",
            _ => "%",
        }
    }

    fn scale_word(
        &self,
        quantity: &Quantity,
        shown: &Shown,
    ) -> Result<Option<&'static str>, Unwritable> {
        let scale = quantity.scale;
        if scale == Scale::One {
            return Ok(None);
        }
        Ok(Some(match self.tongue {
            Tongue::English => english::scale_word(scale),
            Tongue::Kazakh => kazakh::scale_word(scale),
            Tongue::Russian => {
                russian::scale_word(scale, quantity.case, self.category(shown))
            }
            Tongue::Other => return Err(self.unknown()),
        }))
    }

    /// The ending with its hyphen, decided by the word that is spoken last.
    fn kazakh_ending(&self, quantity: &Quantity, shown: &Shown) -> String {
        let (word, hyphen) = match (quantity.kind, quantity.scale) {
            (Kind::Percent, _) => (self.percent_word.as_str(), "-"),
            (_, Scale::One) => (kazakh::last_word(shown.last().0), "-"),
            (_, scale) => (kazakh::scale_word(scale), ""),
        };
        match kazakh::suffix(word, quantity.case, quantity.possessive).as_str() {
            "" => String::new(),
            suffix => format!("{hyphen}{suffix}"),
        }
    }

    fn write_ordinal(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let digits = self.figure(number, GroupingStrategy::Never);
        if number.0.scale() > 0 || number.0.is_sign_negative() {
            return Err(Unwritable::Ordinal { number: digits });
        }
        let ending = match self.tongue {
            Tongue::English => english::ordinal(number.0).to_owned(),
            Tongue::Kazakh => {
                kazakh::ordinal(number.0, quantity.case, quantity.possessive)
            }
            Tongue::Russian => russian::ordinal(quantity.case).to_owned(),
            Tongue::Other => return Err(self.unknown()),
        };
        Ok(format!("{digits}{ending}"))
    }

    fn write_words(&self, quantity: &Quantity) -> Result<String, Unwritable> {
        let number = plain(quantity)?;
        let unwritable =
            || Unwritable::Words { number: self.figure(number, GroupingStrategy::Auto) };
        let small = number.small().ok_or_else(unwritable)?;
        let word = match self.tongue {
            Tongue::English => english::word(small).map(str::to_owned),
            Tongue::Kazakh => kazakh::word(small, quantity.case, quantity.possessive),
            Tongue::Russian => russian::word(small, quantity.case).map(str::to_owned),
            Tongue::Other => return Err(self.unknown()),
        };
        word.ok_or_else(unwritable)
    }

    /// Years and ordinals are not grouped.
    fn grouping(&self, quantity: &Quantity) -> GroupingStrategy {
        match quantity.kind {
            Kind::Year => GroupingStrategy::Never,
            Kind::Number | Kind::Percent => GroupingStrategy::Auto,
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

    fn figure(&self, number: Figure, grouping: GroupingStrategy) -> String {
        let preferences = DecimalFormatterPreferences::from(&self.icu);
        let options = DecimalFormatterOptions::from(grouping);
        let formatter = DecimalFormatter::try_new(preferences, options)
            .expect("signs in the compiled data, those of the root at least");
        formatter.format(&number.fixed()).to_string().replace('-', "\u{2212}")
    }
}

/// The number of a quantity that is neither a range nor a percentage, a year or scaled.
fn plain(quantity: &Quantity) -> Result<Figure, Unwritable> {
    let shown = Shown::of(quantity);
    match (quantity.kind, quantity.scale, shown.to) {
        (Kind::Number, Scale::One, None) => Ok(shown.from),
        _ => Err(Unwritable::Plain),
    }
}

/// The numbers of a quantity as they are shown. A range whose ends look the same is one
/// number.
pub(super) struct Shown {
    pub(super) from: Figure,
    pub(super) to: Option<Figure>,
}

impl Shown {
    pub(super) fn of(quantity: &Quantity) -> Self {
        let figure = |value| Figure::of(value, quantity);
        let from = figure(quantity.value);
        let to = quantity.to.map(figure).filter(|to| to.0 != from.0);
        Self { from, to }
    }

    /// The number that is spoken last.
    pub(super) fn last(&self) -> Figure {
        self.to.unwrap_or(self.from)
    }
}

/// A number with exactly the decimals that are shown; zero is never negative.
#[derive(Clone, Copy)]
pub(super) struct Figure(pub(super) Decimal);

impl Figure {
    fn of(value: Decimal, quantity: &Quantity) -> Self {
        let mut number = match quantity.scale.exponent() {
            0 => value,
            exponent => (value * Decimal::new(1, exponent)).normalize(),
        };
        if let Some(decimals) = quantity.decimals {
            let strategy = RoundingStrategy::MidpointAwayFromZero;
            number = number.round_dp_with_strategy(decimals, strategy);
            number.rescale(decimals);
        }
        if number.is_zero() {
            number.set_sign_positive(true);
        }
        Self(number)
    }

    /// The same for ICU4X, with its trailing zeros.
    pub(super) fn fixed(self) -> fixed_decimal::Decimal {
        let places = i16::try_from(self.0.scale()).unwrap_or_default();
        let mut fixed = fixed_decimal::Decimal::from(self.0.mantissa());
        fixed.multiply_pow10(-places);
        fixed.absolute.pad_end(-places);
        fixed
    }

    /// The number, where it is whole and from 0 to 10.
    fn small(self) -> Option<usize> {
        (self.0.scale() == 0).then_some(())?;
        usize::try_from(self.0.mantissa()).ok().filter(|number| *number <= 10)
    }
}

impl Scale {
    /// The power of ten that its word stands for.
    pub fn exponent(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }
}
