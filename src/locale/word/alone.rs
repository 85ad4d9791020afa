//! A word without a number.

use super::{Forms, Noun, Word};
use crate::locale::{
    Case, KazakhNoun, Locale, PluralCategory, RussianNoun, Unwritable, WordForm,
};

/// «город» in the cases of Russian, in their order.
const RUSSIAN_CITY: [&str; 6] =
    ["город", "города", "городу", "город", "городом", "городе"];

impl Locale {
    /// The word, one of it or several.
    pub(super) fn alone(
        &self,
        word: &Word<'_>,
        several: bool,
    ) -> Result<String, Unwritable> {
        self.check_word(word)?;
        if word.as_city {
            return self.city(word);
        }
        let form = match (&word.noun.forms, several) {
            (Forms::English { one, .. }, false) => Some(one.clone()),
            (Forms::English { several, .. }, true) => several.clone(),
            (Forms::Kazakh(noun), _) => noun.form(word.case, word.possessive, several),
            (Forms::Russian(noun), _) => {
                noun.alone(word.case, several).map(str::to_owned)
            }
            (Forms::Other(forms), false) => {
                let one = forms.get(&PluralCategory::One);
                one.or(forms.get(&PluralCategory::Other)).cloned()
            }
            (Forms::Other(forms), true) => forms.get(&PluralCategory::Other).cloned(),
        };
        form.ok_or_else(|| {
            self.ungiven(
                word,
                match several {
                    true => WordForm::Several(word.case),
                    false => WordForm::Case(word.case),
                },
            )
        })
    }

    /// The name of a city with the word for it: `Almaty city`, «Алматы қаласы», «город
    /// Алматы».
    fn city(&self, word: &Word<'_>) -> Result<String, Unwritable> {
        let Noun { forms, city, .. } = word.noun;
        let named = match forms {
            _ if !city => None,
            Forms::English { one, .. } => Some(format!("{one} city")),
            Forms::Kazakh(noun) => {
                let form = format!("{} қаласы", noun.form);
                let own = KazakhNoun { possessed: true, ..KazakhNoun::regular(form) };
                own.form(word.case, word.possessive, false)
            }
            Forms::Russian(noun) => russian_city(noun, word.case),
            Forms::Other(_) => None,
        };
        named.ok_or_else(|| self.ungiven(word, WordForm::City))
    }
}

fn russian_city(noun: &RussianNoun, case: Case) -> Option<String> {
    let case = if case == Case::Locative { Case::Prepositional } else { case };
    let city = RussianNoun::place(RUSSIAN_CITY.map(str::to_owned));
    Some(format!("{} {}", city.alone(case, false)?, noun.alone(case, false)?))
}
