//! A number with the symbol for what it counts.

use super::{Forms, Word};
use crate::locale::{
    Case, KazakhNoun, Locale, NBSP, Phrase, Quantity, Tongue, Unwritable, WordForm,
};

/// Where the number stands in a symbol that is not simply behind it.
const NUMBER: &str = "{n}";

impl Locale {
    /// The number with the symbol of the word, all in one piece. A Kazakh ending follows
    /// the word that the symbol is read as: «5 км-ге».
    pub(super) fn measure(
        &self,
        word: &Word<'_>,
        quantity: &Quantity,
    ) -> Result<Phrase, Unwritable> {
        self.check_word(word)?;
        let symbol = word.noun.symbol.as_deref();
        let symbol = symbol.ok_or_else(|| self.ungiven(word, WordForm::Symbol))?;
        let case = match (self.tongue, word.case) {
            (Tongue::Russian, Case::Locative) => Case::Prepositional,
            (Tongue::Russian, case) => case,
            _ => Case::Nominative,
        };
        let number =
            self.write(&Quantity { case, possessive: false, ..quantity.clone() })?;
        let mut text = match symbol.contains(NUMBER) {
            true => symbol.replace(NUMBER, &number),
            false => format!("{number} {symbol}"),
        };
        text = text.replace(' ', &NBSP.to_string());
        if let Forms::Kazakh(noun) = &word.noun.forms {
            text.push_str(
                &ending(noun, word)
                    .ok_or_else(|| self.ungiven(word, WordForm::Counted(word.case)))?,
            );
        }
        Ok(Phrase::of_number(text))
    }
}

fn ending(noun: &KazakhNoun, word: &Word<'_>) -> Option<String> {
    let ending = noun.ending(word.case, word.possessive)?;
    Some(if ending.is_empty() { ending } else { format!("-{ending}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::locale::{Count, Noun, Scale};

    fn said(tag: &str, noun: &Noun, case: Case, quantity: Quantity) -> String {
        let count = Count::Measure(quantity);
        let word = Word { case, count, ..Word::new("x", noun) };
        let locale = Locale::new(Lang::parse(tag).unwrap());
        match locale.write_word(&word) {
            Ok(phrase) => phrase.plain().replace(NBSP, " "),
            Err(refused) => refused.to_string(),
        }
    }

    fn number(text: &str) -> Quantity {
        Quantity::new(text.parse().unwrap())
    }

    fn kazakh(word: &str, symbol: &str) -> Noun {
        let forms = Forms::Kazakh(KazakhNoun::regular(word));
        Noun { forms, symbol: Some(symbol.into()), city: false }
    }

    #[test]
    fn a_kazakh_ending_follows_what_the_symbol_is_read_as() {
        let ablative = Case::Ablative;
        let area = kazakh("шаршы километр", "км²");
        assert_eq!(said("kk", &area, ablative, number("120.4")), "120,4 км²-ден");
        let degree = kazakh("градус", "°C");
        assert_eq!(said("kk", &degree, Case::Locative, number("25")), "25 °C-та");
        assert_eq!(said("kk", &area, Case::Nominative, number("5")), "5 км²");
    }

    #[test]
    fn a_symbol_may_stand_before_the_number() {
        let forms = Forms::English { one: "dollar".into(), several: None };
        let dollar = Noun { forms, symbol: Some("${n}".into()), city: false };
        let millions =
            Quantity { scale: Scale::Million, abbreviated: true, ..number("1500000") };
        assert_eq!(said("en", &dollar, Case::Nominative, number("99.5")), "$99.5");
        assert_eq!(said("en", &dollar, Case::Nominative, millions), "$1.5M");
        let bare = Noun { symbol: None, ..dollar };
        assert_eq!(
            said("en", &bare, Case::Nominative, number("5")),
            "`x` was given no symbol in English"
        );
    }
}
