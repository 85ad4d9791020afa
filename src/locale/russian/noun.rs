//! Nouns, by case, alone and after a numeral.

use crate::locale::{Case, Gender, PluralCategory};

/// A Russian noun, or the name of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RussianNoun {
    /// Its forms after 1, after 2, after 5 and after a number with decimals, in the
    /// nominative: they tell the genitive too, and no other case.
    Counted([String; 4]),
    /// All its cases.
    Declined(Box<Declension>),
}

/// All cases of a noun. Six forms stand in the order nominative, genitive, dative,
/// accusative, instrumental, prepositional.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declension {
    /// Its gender, which ordinals and numbers in words agree with.
    pub gender: Option<Gender>,
    /// Whether it names somebody.
    pub animate: bool,
    /// One of it.
    pub singular: [String; 6],
    /// Several of it.
    pub plural: Option<[String; 6]>,
    /// Several of it after a numeral, where that is another word: «лет», «человек».
    pub counted: Option<[String; 6]>,
    /// The nominative after 2, where it is not the genitive of one: «учащихся».
    pub few: Option<String>,
    /// The form after «в» and «на» for a place, where it is not the prepositional: «году».
    pub locative: Option<String>,
}

/// The number that a noun stands after.
#[derive(Debug, Clone, Copy)]
pub(in crate::locale) struct Numeral {
    /// Its category.
    pub(in crate::locale) category: PluralCategory,
    /// Whether it is of several words: after «двадцать два» the accusative of somebody is
    /// the nominative.
    pub(in crate::locale) compound: bool,
}

const GENITIVE: usize = 1;

/// The place of a case in six forms.
fn place(case: Case) -> Option<usize> {
    Some(match case {
        Case::Nominative => 0,
        Case::Genitive => GENITIVE,
        Case::Dative => 2,
        Case::Accusative => 3,
        Case::Instrumental => 4,
        Case::Prepositional | Case::Locative => 5,
        Case::Ablative | Case::Similative | Case::Adjectival => return None,
    })
}

impl RussianNoun {
    /// A name that no case changes.
    pub fn unchanging(name: &str) -> Self {
        Self::place(std::array::from_fn(|_| name.to_owned()))
    }

    /// The name of a place.
    pub fn place(forms: [String; 6]) -> Self {
        Self::Declined(Box::new(Declension {
            gender: None,
            animate: false,
            singular: forms,
            plural: None,
            counted: None,
            few: None,
            locative: None,
        }))
    }

    /// The noun alone, one of it or several.
    pub(in crate::locale) fn alone(&self, case: Case, several: bool) -> Option<&str> {
        let at = place(case)?;
        match (self, several) {
            (Self::Counted([one, ..]), false) if case == Case::Nominative => Some(one),
            (Self::Counted([.., other]), false) if case == Case::Genitive => Some(other),
            (Self::Counted(_), _) => None,
            (Self::Declined(own), true) => Some(&own.plural.as_ref()?[at]),
            (Self::Declined(own), false) => Some(match (&own.locative, case) {
                (Some(form), Case::Locative) => form,
                _ => &own.singular[at],
            }),
        }
    }

    /// The noun after a numeral.
    pub(in crate::locale) fn after(&self, case: Case, numeral: Numeral) -> Option<&str> {
        match self {
            Self::Counted(forms) => counted(forms, case, numeral.category),
            Self::Declined(own) => own.after(case, numeral),
        }
    }

    /// The genitive of several, as it stands after «тысяча» and «миллион», whatever the
    /// case.
    pub(in crate::locale) fn of_many(&self) -> Option<&str> {
        let category = PluralCategory::Many;
        self.after(Case::Genitive, Numeral { category, compound: true })
    }

    /// The genitive of one, as it stands after a fraction.
    pub(in crate::locale) fn of_one(&self) -> Option<&str> {
        self.alone(Case::Genitive, false)
    }
}

fn counted(
    [one, few, many, other]: &[String; 4],
    case: Case,
    category: PluralCategory,
) -> Option<&str> {
    Some(match (case, category) {
        (Case::Nominative, PluralCategory::One) => one,
        (Case::Nominative, PluralCategory::Few) => few,
        (Case::Nominative | Case::Genitive, PluralCategory::Many) => many,
        (Case::Genitive, PluralCategory::Few) => many,
        (Case::Genitive, PluralCategory::One) => other,
        // After decimals the genitive of one, whatever the case of the phrase.
        (_, PluralCategory::Other) => other,
        _ => return None,
    })
}

impl Declension {
    fn after(&self, case: Case, numeral: Numeral) -> Option<&str> {
        let at = place(case)?;
        let several = self.counted.as_ref().or(self.plural.as_ref());
        let plain = matches!(case, Case::Nominative | Case::Accusative);
        Some(match numeral.category {
            PluralCategory::One => match (&self.locative, case) {
                (Some(form), Case::Locative) => form,
                _ => &self.singular[at],
            },
            PluralCategory::Few if plain => {
                let somebody = case == Case::Accusative && self.animate;
                match (&self.few, somebody && !numeral.compound) {
                    (_, true) => &several?[GENITIVE],
                    (Some(few), false) => few,
                    (None, false) => &self.singular[GENITIVE],
                }
            }
            PluralCategory::Many if plain => &several?[GENITIVE],
            PluralCategory::Few | PluralCategory::Many => &several?[at],
            // After decimals the genitive of one, whatever the case of the phrase.
            _ => &self.singular[GENITIVE],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn six(forms: &str) -> [String; 6] {
        let forms: Vec<_> = forms.split(' ').map(str::to_owned).collect();
        forms.try_into().unwrap()
    }

    fn person() -> RussianNoun {
        RussianNoun::Declined(Box::new(Declension {
            gender: Some(Gender::Masculine),
            animate: true,
            singular: six("человек человека человеку человека человеком человеке"),
            plural: Some(six("люди людей людям людей людьми людях")),
            counted: Some(six("человек человек человекам человек человеками человеках")),
            few: None,
            locative: None,
        }))
    }

    #[test]
    fn the_accusative_of_somebody_after_two_is_a_genitive_but_not_after_twenty_two() {
        let seen = |compound| {
            let category = PluralCategory::Few;
            person()
                .after(Case::Accusative, Numeral { category, compound })
                .unwrap()
                .to_owned()
        };
        assert_eq!(seen(false), "человек");
        assert_eq!(seen(true), "человека");
    }

    #[test]
    fn a_noun_alone_is_another_word_than_after_a_numeral() {
        assert_eq!(person().alone(Case::Dative, true), Some("людям"));
        let category = PluralCategory::Many;
        let numeral = Numeral { category, compound: true };
        assert_eq!(person().after(Case::Dative, numeral), Some("человекам"));
        assert_eq!(person().of_many(), Some("человек"));
        assert_eq!(person().of_one(), Some("человека"));
        assert_eq!(person().alone(Case::Ablative, false), None);
    }

    #[test]
    fn four_forms_tell_nominative_and_genitive() {
        let forms = "полицейский полицейских полицейских полицейского";
        let forms: Vec<_> = forms.split(' ').map(str::to_owned).collect();
        let officer = RussianNoun::Counted(forms.try_into().unwrap());
        let after = |case, category| {
            let numeral = Numeral { category, compound: false };
            officer.after(case, numeral).map(str::to_owned)
        };
        let of = |text: &str| Some(text.to_owned());
        assert_eq!(after(Case::Nominative, PluralCategory::Few), of("полицейских"));
        assert_eq!(after(Case::Genitive, PluralCategory::One), of("полицейского"));
        assert_eq!(after(Case::Dative, PluralCategory::Other), of("полицейского"));
        assert_eq!(after(Case::Dative, PluralCategory::Few), None);
        assert_eq!(officer.alone(Case::Genitive, false), Some("полицейского"));
        assert_eq!(officer.alone(Case::Genitive, true), None);
    }
}
