//! Ordinals in digits and words, and numbers in words.

use crate::locale::{Agreement, Case, Gender};

/// The ending of an ordinal in digits: one letter where a vowel stands before the last
/// letter of the word (перв-ый: `1-й`), two where a consonant does (перв-ого: `1-го`).
pub(in crate::locale) fn ordinal(case: Case, agreement: Agreement) -> &'static str {
    match agreement.gender {
        Gender::Masculine => match oblique(case, agreement.animate) {
            None => "-й",
            Some(case) => ["-го", "-му", "-м", "-м"][case],
        },
        Gender::Neuter => match oblique(case, false) {
            None => "-е",
            Some(case) => ["-го", "-му", "-м", "-м"][case],
        },
        Gender::Feminine => match case {
            Case::Nominative => "-я",
            Case::Accusative => "-ю",
            _ => "-й",
        },
        Gender::Plural | Gender::People => match oblique(case, agreement.animate) {
            None => "-е",
            Some(case) => ["-х", "-м", "-ми", "-х"][case],
        },
    }
}

/// The place of a case among genitive, dative, instrumental and prepositional; `None`
/// where it is the nominative, as the accusative of what is not animate is.
fn oblique(case: Case, animate: bool) -> Option<usize> {
    match case {
        Case::Genitive => Some(0),
        Case::Accusative if animate => Some(0),
        Case::Dative => Some(1),
        Case::Instrumental => Some(2),
        Case::Prepositional | Case::Locative => Some(3),
        _ => None,
    }
}

/// The form of `forms`, in the order nominative, genitive, dative, instrumental,
/// prepositional.
fn declined(forms: &'static str, case: Case, animate: bool) -> Option<&'static str> {
    let at = oblique(case, animate).map_or(0, |place| place + 1);
    forms.split(' ').nth(at)
}

const ONE: &str = "один одного одному одним одном";
const ONE_OF_NEUTER: &str = "одно одного одному одним одном";
const ONES: &str = "одни одних одним одними одних";

/// The word for a number from 0 to 10.
pub(in crate::locale) fn word(
    number: usize,
    case: Case,
    agreement: Agreement,
) -> Option<&'static str> {
    let Agreement { gender, animate } = agreement;
    match (number, gender) {
        (1, Gender::Feminine) => Some(match case {
            Case::Nominative => "одна",
            Case::Accusative => "одну",
            _ => "одной",
        }),
        (1, Gender::Masculine) => declined(ONE, case, animate),
        (1, Gender::Neuter) => declined(ONE_OF_NEUTER, case, false),
        (1, _) => declined(ONES, case, animate),
        (2..=4, Gender::Plural) => collective(number, case, animate),
        (2, Gender::Feminine) => declined("две двух двум двумя двух", case, animate),
        (2, _) => declined("два двух двум двумя двух", case, animate),
        (3, _) => declined("три трёх трём тремя трёх", case, animate),
        (4, _) => declined("четыре четырёх четырём четырьмя четырёх", case, animate),
        (0, _) => declined("ноль нуля нулю нулём нуле", case, false),
        _ => declined(five_and_more(number)?, case, false),
    }
}

fn five_and_more(number: usize) -> Option<&'static str> {
    Some(match number {
        5 => "пять пяти пяти пятью пяти",
        6 => "шесть шести шести шестью шести",
        7 => "семь семи семи семью семи",
        8 => "восемь восьми восьми восемью восьми",
        9 => "девять девяти девяти девятью девяти",
        10 => "десять десяти десяти десятью десяти",
        _ => return None,
    })
}

/// The word for so many people together, from 1 to 10.
pub(in crate::locale) fn collective(
    number: usize,
    case: Case,
    animate: bool,
) -> Option<&'static str> {
    let forms = match number {
        1 => ONE,
        2 => "двое двоих двоим двоими двоих",
        3 => "трое троих троим троими троих",
        4 => "четверо четверых четверым четверыми четверых",
        5 => "пятеро пятерых пятерым пятерыми пятерых",
        6 => "шестеро шестерых шестерым шестерыми шестерых",
        7 => "семеро семерых семерым семерыми семерых",
        8 => "восьмеро восьмерых восьмерым восьмерыми восьмерых",
        9 => "девятеро девятерых девятерым девятерыми девятерых",
        10 => "десятеро десятерых десятерым десятерыми десятерых",
        _ => return None,
    };
    declined(forms, case, animate)
}

/// The ordinal of a number from 1 to 10 in words.
pub(in crate::locale) fn ordinal_word(
    number: usize,
    case: Case,
    agreement: Agreement,
) -> Option<String> {
    let (stem, masculine) = match number {
        1 => ("перв", "ый"),
        2 => ("втор", "ой"),
        3 => return Some(third(case, agreement).to_owned()),
        4 => ("четвёрт", "ый"),
        5 => ("пят", "ый"),
        6 => ("шест", "ой"),
        7 => ("седьм", "ой"),
        8 => ("восьм", "ой"),
        9 => ("девят", "ый"),
        10 => ("десят", "ый"),
        _ => return None,
    };
    let ending = match agreement.gender {
        Gender::Masculine if oblique(case, agreement.animate).is_none() => masculine,
        Gender::Masculine => adjectival("ый ого ому ым ом", case, agreement.animate),
        Gender::Neuter => adjectival("ое ого ому ым ом", case, false),
        Gender::Feminine => feminine(["ая", "ую", "ой"], case),
        Gender::Plural | Gender::People => {
            adjectival("ые ых ым ыми ых", case, agreement.animate)
        }
    };
    Some(format!("{stem}{ending}"))
}

/// «третий», whose endings are those of a possessive.
fn third(case: Case, agreement: Agreement) -> &'static str {
    let animate = agreement.animate;
    match agreement.gender {
        Gender::Masculine => {
            adjectival("третий третьего третьему третьим третьем", case, animate)
        }
        Gender::Neuter => {
            adjectival("третье третьего третьему третьим третьем", case, false)
        }
        Gender::Feminine => feminine(["третья", "третью", "третьей"], case),
        Gender::Plural | Gender::People => {
            adjectival("третьи третьих третьим третьими третьих", case, animate)
        }
    }
}

fn adjectival(forms: &'static str, case: Case, animate: bool) -> &'static str {
    declined(forms, case, animate).unwrap_or_default()
}

/// Nominative, accusative, and all other cases.
fn feminine(forms: [&'static str; 3], case: Case) -> &'static str {
    match case {
        Case::Nominative => forms[0],
        Case::Accusative => forms[1],
        _ => forms[2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: [Case; 6] = [
        Case::Nominative,
        Case::Genitive,
        Case::Dative,
        Case::Accusative,
        Case::Instrumental,
        Case::Prepositional,
    ];

    fn of(gender: Gender, animate: bool) -> Agreement {
        Agreement { gender, animate }
    }

    #[test]
    fn ordinals_in_digits_decline() {
        let forms = |gender, animate| {
            CASES.map(|case| ordinal(case, of(gender, animate))).join(" ")
        };
        assert_eq!(forms(Gender::Masculine, false), "-й -го -му -й -м -м");
        assert_eq!(forms(Gender::Masculine, true), "-й -го -му -го -м -м");
        assert_eq!(forms(Gender::Feminine, true), "-я -й -й -ю -й -й");
        assert_eq!(forms(Gender::Neuter, false), "-е -го -му -е -м -м");
        assert_eq!(forms(Gender::Plural, false), "-е -х -м -е -ми -х");
    }

    #[test]
    fn ordinals_in_words_decline() {
        let forms = |number, gender, animate| {
            CASES
                .map(|case| ordinal_word(number, case, of(gender, animate)).unwrap())
                .join(" ")
        };
        assert_eq!(
            forms(1, Gender::Masculine, true),
            "первый первого первому первого первым первом"
        );
        assert_eq!(
            forms(6, Gender::Masculine, false),
            "шестой шестого шестому шестой шестым шестом"
        );
        assert_eq!(
            forms(3, Gender::Feminine, false),
            "третья третьей третьей третью третьей третьей"
        );
        assert_eq!(
            forms(2, Gender::Plural, false),
            "вторые вторых вторым вторые вторыми вторых"
        );
        assert_eq!(ordinal_word(11, Case::Nominative, of(Gender::Neuter, false)), None);
    }

    #[test]
    fn number_words_have_a_gender() {
        let forms = |number, gender, animate| {
            CASES.map(|case| word(number, case, of(gender, animate)).unwrap()).join(" ")
        };
        assert_eq!(
            forms(1, Gender::Feminine, false),
            "одна одной одной одну одной одной"
        );
        assert_eq!(
            forms(1, Gender::Neuter, false),
            "одно одного одному одно одним одном"
        );
        assert_eq!(forms(2, Gender::Feminine, true), "две двух двум двух двумя двух");
        assert_eq!(forms(2, Gender::Neuter, false), "два двух двум два двумя двух");
        assert_eq!(forms(5, Gender::Masculine, true), "пять пяти пяти пять пятью пяти");
        assert_eq!(forms(2, Gender::Plural, false), "двое двоих двоим двое двоими двоих");
    }

    #[test]
    fn people_are_counted_together() {
        let forms = CASES.map(|case| collective(3, case, true).unwrap()).join(" ");
        assert_eq!(forms, "трое троих троим троих троими троих");
        assert_eq!(collective(11, Case::Nominative, true), None);
    }
}
