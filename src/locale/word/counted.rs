//! A number with the noun that it counts, or in whose order it stands.

use super::{Forms, Word};
use crate::locale::russian::Numeral;
use crate::locale::shown::Shown;
use crate::locale::{
    Agreement, Case, Gender, KazakhNoun, Kind, Locale, NBSP, Phrase, PluralCategory,
    Quantity, RussianNoun, Scale, Style, Unwritable, WordForm,
};

impl Quantity {
    /// Whether it tells the place in an order, and its noun is one.
    fn is_in_order(&self) -> bool {
        matches!(self.style, Style::Ordinal | Style::OrdinalWords | Style::Roman)
    }

    /// Whether it stands for several in an order: «1990-е годы».
    fn is_of_several(&self) -> bool {
        matches!(self.agreement, Some(Agreement { gender: Gender::Plural, .. }))
    }

    fn is_for_people(&self) -> bool {
        matches!(self.agreement, Some(Agreement { gender: Gender::People, .. }))
    }

    /// The number as it stands before a noun that declines in its place.
    fn bare(&self) -> Self {
        Self {
            case: Case::Nominative,
            possessive: false,
            agreement: None,
            ..self.clone()
        }
    }
}

impl Locale {
    /// The number with its noun. A line may break in the noun, but neither in the number
    /// nor behind it.
    pub(super) fn counted(
        &self,
        word: &Word<'_>,
        quantity: &Quantity,
    ) -> Result<Phrase, Unwritable> {
        self.check_word(word)?;
        if matches!(quantity.kind.as_written(), Kind::Percent | Kind::PerMille) {
            return Err(Unwritable::Counted);
        }
        match &word.noun.forms {
            Forms::English { .. } => self.counted_in_english(word, quantity),
            Forms::Kazakh(noun) => self.counted_in_kazakh(word, noun, quantity),
            Forms::Russian(noun) => self.counted_in_russian(word, noun, quantity),
            Forms::Other(forms) => {
                let own = forms.get(&self.plural(quantity));
                let own = own.or(forms.get(&PluralCategory::Other));
                let own = own.ok_or_else(|| self.ungiven(word, counted(word)))?;
                Ok(joined(self.write(&quantity.bare())?, own))
            }
        }
    }

    fn counted_in_english(
        &self,
        word: &Word<'_>,
        quantity: &Quantity,
    ) -> Result<Phrase, Unwritable> {
        let by_year = quantity.kind == Kind::Year && !quantity.is_in_order();
        if by_year || quantity.denominator.is_some() {
            return Err(Unwritable::NotCounted { lang: self.lang });
        }
        let several = match quantity.is_in_order() {
            true => false,
            false => self.plural(quantity) != PluralCategory::One,
        };
        let agreement = quantity.agreement.filter(|_| quantity.is_for_people());
        let number = self.write(&Quantity { agreement, ..quantity.bare() })?;
        Ok(joined(number, &self.alone(word, several)?))
    }

    /// The noun after a numeral is one, and takes the endings. An ordinal in digits has
    /// none before a noun, but a hyphen: «2-кестеде».
    fn counted_in_kazakh(
        &self,
        word: &Word<'_>,
        noun: &KazakhNoun,
        quantity: &Quantity,
    ) -> Result<Phrase, Unwritable> {
        if quantity.is_for_people() {
            return Err(self.lacks(word, counted(word)));
        }
        let years = quantity.kind == Kind::Year && Shown::of(quantity).to.is_some();
        let several = years || (quantity.is_in_order() && quantity.is_of_several());
        let form = noun.form(word.case, word.possessive, several);
        let form = form.ok_or_else(|| self.ungiven(word, counted(word)))?;
        if quantity.style == Style::Ordinal {
            let digits = self.ordinal_digits(quantity)?;
            return Ok(Phrase::of_number(format!("{digits}-{form}")));
        }
        if quantity.agreement.is_some() && !several {
            return Err(Unwritable::Gender { lang: self.lang });
        }
        Ok(joined(self.write(&quantity.bare())?, &form))
    }

    fn counted_in_russian(
        &self,
        word: &Word<'_>,
        noun: &RussianNoun,
        quantity: &Quantity,
    ) -> Result<Phrase, Unwritable> {
        let case = match word.case {
            Case::Locative => Case::Prepositional,
            case => case,
        };
        let agreement = self.agreement(word, noun, quantity)?;
        let number = self.write(&Quantity { case, agreement, ..quantity.clone() })?;
        let form = self.russian_form(word.case, noun, quantity);
        let form = form.ok_or_else(|| self.ungiven(word, counted(word)))?;
        Ok(joined(number, form))
    }

    /// What an ordinal or a number in words agrees with: the noun, but for several of
    /// it and for people counted together.
    fn agreement(
        &self,
        word: &Word<'_>,
        noun: &RussianNoun,
        quantity: &Quantity,
    ) -> Result<Option<Agreement>, Unwritable> {
        let declined = match noun {
            RussianNoun::Declined(own) => Some(own),
            RussianNoun::Counted(_) => None,
        };
        let animate = declined.is_some_and(|own| own.animate);
        let gender = declined.and_then(|own| own.gender);
        let told = matches!(quantity.style, Style::Digits | Style::Roman);
        match (quantity.agreement, gender) {
            (Some(own), _) if matches!(own.gender, Gender::Plural | Gender::People) => {
                Ok(Some(Agreement { animate, ..own }))
            }
            (_, Some(gender)) => Ok(Some(Agreement { gender, animate })),
            (_, None) if told => Ok(None),
            (_, None) => Err(self.ungiven(word, WordForm::Gender)),
        }
    }

    fn russian_form<'n>(
        &self,
        case: Case,
        noun: &'n RussianNoun,
        quantity: &Quantity,
    ) -> Option<&'n str> {
        let shown = Shown::of(quantity);
        let years = quantity.kind == Kind::Year;
        if quantity.is_in_order() || years {
            let several = quantity.is_of_several() || (years && shown.to.is_some());
            return noun.alone(case, several);
        }
        if quantity.scale != Scale::One {
            return noun.of_many();
        }
        if shown.denominator.is_some() {
            return noun.of_one();
        }
        let last = shown.last().0;
        let compound = last.abs() > rust_decimal::Decimal::from(4);
        let category = match self.category(&shown) {
            PluralCategory::Few if quantity.is_for_people() => PluralCategory::Many,
            category => category,
        };
        noun.after(case, Numeral { category, compound })
    }
}

fn counted(word: &Word<'_>) -> WordForm {
    WordForm::Counted(word.case)
}

/// The number and its noun, which do not part at the end of a line.
fn joined(number: String, noun: &str) -> Phrase {
    let mut phrase = Phrase::of_number(number);
    phrase.words(&format!("{NBSP}{noun}"));
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::locale::{Count, Declension, Noun};

    fn six(forms: &str) -> [String; 6] {
        let forms: Vec<_> = forms.split(' ').map(str::to_owned).collect();
        forms.try_into().unwrap()
    }

    fn school() -> Noun {
        let declined = Declension {
            gender: Some(Gender::Feminine),
            animate: false,
            singular: six("школа школы школе школу школой школе"),
            plural: Some(six("школы школ школам школы школами школах")),
            counted: None,
            few: None,
            locative: None,
        };
        noun(Forms::Russian(RussianNoun::Declined(Box::new(declined))))
    }

    fn noun(forms: Forms) -> Noun {
        Noun { forms, symbol: None, city: false }
    }

    fn number(text: &str) -> Quantity {
        Quantity::new(text.parse().unwrap())
    }

    fn said(tag: &str, noun: &Noun, case: Case, quantity: Quantity) -> String {
        let count = Count::Number(quantity);
        let word = Word { case, count, ..Word::new("x", noun) };
        let locale = Locale::new(Lang::parse(tag).unwrap());
        match locale.write_word(&word) {
            Ok(phrase) => phrase.plain().replace(NBSP, " "),
            Err(refused) => refused.to_string(),
        }
    }

    #[test]
    fn a_russian_noun_agrees_with_what_is_shown() {
        let said = |case, quantity| said("ru", &school(), case, quantity);
        let nominative = Case::Nominative;
        assert_eq!(said(nominative, number("21")), "21 школа");
        assert_eq!(said(nominative, number("22")), "22 школы");
        assert_eq!(said(nominative, number("25")), "25 школ");
        assert_eq!(said(Case::Genitive, number("21")), "21 школы");
        assert_eq!(said(Case::Dative, number("2")), "2 школам");
        assert_eq!(said(Case::Dative, number("2.5")), "2,5 школы");
        let to = Some("2".parse().unwrap());
        assert_eq!(said(nominative, Quantity { to, ..number("1") }), "1–2 школы");
        let denominator = Some("3".parse().unwrap());
        assert_eq!(
            said(Case::Dative, Quantity { denominator, ..number("2") }),
            "2/3 школы"
        );
    }

    #[test]
    fn after_a_scale_word_a_russian_noun_is_a_genitive_plural() {
        let scale = Scale::Thousand;
        let thousands = Quantity { scale, ..number("2000") };
        assert_eq!(said("ru", &school(), Case::Dative, thousands), "2 тысячам школ");
    }

    #[test]
    fn number_words_and_ordinals_take_the_gender_of_their_noun() {
        let of = |style, text, case| {
            said("ru", &school(), case, Quantity { style, ..number(text) })
        };
        assert_eq!(of(Style::Words, "2", Case::Nominative), "две школы");
        assert_eq!(of(Style::Words, "1", Case::Accusative), "одну школу");
        assert_eq!(of(Style::Ordinal, "3", Case::Locative), "3-й школе");
        assert_eq!(of(Style::OrdinalWords, "3", Case::Genitive), "третьей школы");
        assert_eq!(of(Style::Roman, "2", Case::Dative), "II школе");
    }

    #[test]
    fn years_are_in_an_order() {
        let kind = Kind::Year;
        let year = noun(Forms::Kazakh(KazakhNoun::regular("жыл")));
        let ablative = |quantity| said("kk", &year, Case::Ablative, quantity);
        assert_eq!(ablative(Quantity { kind, ..number("1991") }), "1991 жылдан");
        let to = Some("2021".parse().unwrap());
        let years = Quantity { kind, to, ..number("2019") };
        assert_eq!(ablative(years), "2019–2021 жылдардан");
        let english = noun(Forms::English { one: "year".into(), several: None });
        assert_eq!(
            said("en", &english, Case::Nominative, Quantity { kind, ..number("1991") }),
            "English puts no noun after a year or a fraction"
        );
    }

    #[test]
    fn a_kazakh_ordinal_is_a_hyphen_before_its_noun() {
        let table = noun(Forms::Kazakh(KazakhNoun::regular("кесте")));
        let of = |style, text, case| {
            said("kk", &table, case, Quantity { style, ..number(text) })
        };
        assert_eq!(of(Style::Ordinal, "2", Case::Accusative), "2-кестені");
        assert_eq!(of(Style::OrdinalWords, "2", Case::Locative), "екінші кестеде");
        assert_eq!(of(Style::Roman, "2", Case::Dative), "II кестеге");
        assert_eq!(of(Style::Digits, "2", Case::Adjectival), "2 кестелік");
    }

    #[test]
    fn other_languages_have_the_forms_that_a_study_gives_them() {
        let forms = [(PluralCategory::One, "Haus"), (PluralCategory::Other, "Häuser")];
        let forms = forms.map(|(category, form)| (category, form.to_owned()));
        let house = noun(Forms::Other(forms.into()));
        let said = |case, text| said("de", &house, case, number(text));
        assert_eq!(said(Case::Nominative, "1"), "1 Haus");
        assert_eq!(said(Case::Nominative, "2500"), "2.500 Häuser");
        assert_eq!(said(Case::Dative, "1"), "`x` has no dative in `de`");
    }

    #[test]
    fn a_share_counts_nothing() {
        let share = Quantity { kind: Kind::Percent, ..number("2") };
        assert_eq!(
            said("ru", &school(), Case::Nominative, share),
            "a share in per cent or per mille has no noun"
        );
    }
}
