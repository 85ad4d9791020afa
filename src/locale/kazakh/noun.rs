//! Nouns, in every case, alone, possessed and several.

use super::ending::Sounds;
use crate::locale::Case;

/// A Kazakh noun, or the name of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KazakhNoun {
    /// Its nominative: «халық».
    pub form: String,
    /// The possessive of the third person, where the letters do not tell it: «халқы».
    pub possessive: Option<String>,
    /// Several of it, where the letters do not tell them.
    pub plural: Option<String>,
    /// Whether the form has a possessive in it, after which cases have endings of their
    /// own: «үй шаруашылығы», «үй шаруашылығына».
    pub possessed: bool,
    /// Whether its endings are back or front, where the letters do not tell.
    pub harmony: Option<Harmony>,
}

/// The vowels of endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harmony {
    /// а ы: «қалаға».
    Back,
    /// е і: «үйге».
    Front,
}

impl KazakhNoun {
    /// A noun whose letters tell its endings.
    pub fn regular(form: impl Into<String>) -> Self {
        let form = form.into();
        Self { form, possessive: None, plural: None, possessed: false, harmony: None }
    }

    /// A form of the noun; `None` where it has none: several of a compound, unless its
    /// author gave them, and «-лық» after a possessive.
    pub fn form(&self, case: Case, possessive: bool, several: bool) -> Option<String> {
        let bound = self.possessed && !several;
        if (possessive || bound) && case == Case::Adjectival {
            return None;
        }
        Some(match (several, possessive) {
            (true, _) => {
                let plural = self.several()?;
                Sounds::of(&plural).inflect(&plural, case, possessive)
            }
            (false, _) if bound => self.after_possessive(&self.form, case),
            (false, true) => match &self.possessive {
                Some(own) => self.after_possessive(own, case),
                None => self.sounds().inflect(&self.form, case, true),
            },
            (false, false) => self.sounds().inflect(&self.form, case, false),
        })
    }

    /// The ending of the noun where a symbol stands for it.
    pub(in crate::locale) fn ending(
        &self,
        case: Case,
        possessive: bool,
    ) -> Option<String> {
        let sounds = self.sounds();
        match (possessive, case) {
            _ if self.possessed => self
                .form(case, possessive, false)?
                .strip_prefix(&self.form)
                .map(str::to_owned),
            (true, Case::Adjectival) => None,
            (true, _) => Some(sounds.possessive_and(case)),
            (false, _) => Some(sounds.case(case).to_owned()),
        }
    }

    fn several(&self) -> Option<String> {
        match &self.plural {
            Some(own) => Some(own.clone()),
            None if self.possessed => None,
            None => Some(format!("{}{}", self.form, self.sounds().plural())),
        }
    }

    fn after_possessive(&self, word: &str, case: Case) -> String {
        let sounds = Sounds::of(word).with(self.harmony);
        format!("{word}{}", sounds.case_after_possessive(case))
    }

    fn sounds(&self) -> Sounds {
        Sounds::of(&self.form).with(self.harmony)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(noun: &KazakhNoun, possessive: bool, several: bool) -> Vec<String> {
        let cases = [Case::Nominative, Case::Dative, Case::Locative];
        cases.iter().filter_map(|case| noun.form(*case, possessive, several)).collect()
    }

    #[test]
    fn letters_tell_most_endings() {
        let school = KazakhNoun::regular("мектеп");
        assert_eq!(forms(&school, false, false), ["мектеп", "мектепке", "мектепте"]);
        assert_eq!(forms(&school, true, false), ["мектебі", "мектебіне", "мектебінде"]);
        assert_eq!(forms(&school, true, true)[1], "мектептеріне");
    }

    #[test]
    fn what_letters_do_not_tell_is_given() {
        let people = KazakhNoun {
            possessive: Some("халқы".into()),
            ..KazakhNoun::regular("халық")
        };
        assert_eq!(forms(&people, true, false), ["халқы", "халқына", "халқында"]);
        let algorithm = KazakhNoun {
            harmony: Some(Harmony::Front),
            ..KazakhNoun::regular("алгоритм")
        };
        let forms = forms(&algorithm, false, true);
        assert_eq!(forms, ["алгоритмдер", "алгоритмдерге", "алгоритмдерде"]);
        let dative = algorithm.form(Case::Dative, true, false);
        assert_eq!(dative.as_deref(), Some("алгоритміне"));
    }

    #[test]
    fn a_compound_declines_after_the_possessive_that_it_has() {
        let household = KazakhNoun {
            possessed: true,
            ..KazakhNoun::regular("үй шаруашылығы")
        };
        let dative = household.form(Case::Dative, false, false);
        assert_eq!(dative.as_deref(), Some("үй шаруашылығына"));
        assert_eq!(household.form(Case::Dative, true, false), dative);
        assert_eq!(household.form(Case::Dative, false, true), None);
        assert_eq!(household.form(Case::Adjectival, false, false), None);
    }
}
