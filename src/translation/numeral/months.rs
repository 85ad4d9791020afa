//! The names of months, in any of their forms.

use super::Tongue;
use super::spelt::{kazakh_ending, lower};

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Without their endings.
const RUSSIAN: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

const KAZAKH: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

/// «Қыркүйек» before a vowel.
const SEPTEMBER: &str = "қыркүйег";

/// The month that a word names, from 1.
pub(super) fn number(word: &str, tongue: Tongue) -> Option<u8> {
    let names = match tongue {
        Tongue::English => ENGLISH,
        Tongue::Russian => RUSSIAN,
        Tongue::Kazakh => KAZAKH,
        Tongue::Other => return None,
    };
    let word = lower(word);
    let named = |name: &str| match tongue {
        Tongue::English => word == name || abbreviates(&word, name),
        Tongue::Russian => word.strip_prefix(name).is_some_and(russian_ending),
        _ => {
            let soft = if name == KAZAKH[8] { SEPTEMBER } else { name };
            let stems = [name, soft].map(|stem| word.strip_prefix(stem));
            stems.into_iter().flatten().any(kazakh_ending)
        }
    };
    names.iter().position(|name| named(name)).map(|at| at as u8 + 1)
}

/// `Jan`, `Sept`.
fn abbreviates(word: &str, name: &str) -> bool {
    name.starts_with(word) && (word.len() == 3 || word == "sept")
}

fn russian_ending(ending: &str) -> bool {
    matches!(
        ending,
        "" | "ь"
            | "я"
            | "ю"
            | "ем"
            | "ём"
            | "е"
            | "а"
            | "у"
            | "ом"
            | "й"
            | "и"
            | "ей"
            | "ям"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_in_any_form() {
        for (word, month) in [("July", 7), ("Sept", 9), ("May", 5)] {
            assert_eq!(number(word, Tongue::English), Some(month), "{word}");
        }
        for (word, month) in [("июля", 7), ("мае", 5), ("Май", 5), ("марте", 3)]
        {
            assert_eq!(number(word, Tongue::Russian), Some(month), "{word}");
        }
        for (word, month) in [
            ("шілдедегі", 7),
            ("қыркүйекте", 9),
            ("қыркүйегі", 9),
            ("қазанға", 10),
            ("шілдеге", 7),
        ] {
            assert_eq!(number(word, Tongue::Kazakh), Some(month), "{word}");
        }
    }

    #[test]
    fn other_words_are_no_months() {
        for (word, tongue) in [
            ("marched", Tongue::English),
            ("ma", Tongue::English),
            ("марш", Tongue::Russian),
            ("мало", Tongue::Russian),
            ("қазақстан", Tongue::Kazakh),
            ("july", Tongue::Other),
        ] {
            assert_eq!(number(word, tongue), None, "{word}");
        }
    }
}
