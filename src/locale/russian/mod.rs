//! What a numeral decides in Russian, and how nouns decline. Source: the declension of
//! numerals in any grammar; endings of ordinals by Мильчин and Розенталь.

mod noun;
mod numeral;
mod preposition;

pub use noun::{Declension, RussianNoun};

pub(super) use noun::Numeral;
pub(super) use numeral::{collective, ordinal, ordinal_word, word};
pub(super) use preposition::{ease, joined, spoken};

use super::{Case, PluralCategory, Scale};

/// The scale word after digits: `1 тысяча`, `к 2 тысячам`, `более 1,5 тысячи`.
pub(super) fn scale_word(
    scale: Scale,
    case: Case,
    category: PluralCategory,
) -> &'static str {
    let [one, few, many] = forms(scale, case);
    match category {
        PluralCategory::One => one,
        PluralCategory::Few => few,
        PluralCategory::Many => many,
        // After decimals the genitive singular, whatever the case of the phrase.
        _ => forms(scale, Case::Genitive)[0],
    }
}

/// The forms of a scale word after 1, after 2, and after 5.
fn forms(scale: Scale, case: Case) -> [&'static str; 3] {
    match scale {
        Scale::One => [""; 3],
        Scale::Thousand => thousand(case),
        Scale::Million => million(case),
        Scale::Billion => billion(case),
    }
}

fn thousand(case: Case) -> [&'static str; 3] {
    match case {
        Case::Genitive => ["тысячи", "тысяч", "тысяч"],
        Case::Dative => ["тысяче", "тысячам", "тысячам"],
        Case::Accusative => ["тысячу", "тысячи", "тысяч"],
        Case::Instrumental => ["тысячей", "тысячами", "тысячами"],
        Case::Prepositional => ["тысяче", "тысячах", "тысячах"],
        _ => ["тысяча", "тысячи", "тысяч"],
    }
}

fn million(case: Case) -> [&'static str; 3] {
    match case {
        Case::Genitive => ["миллиона", "миллионов", "миллионов"],
        Case::Dative => ["миллиону", "миллионам", "миллионам"],
        Case::Instrumental => ["миллионом", "миллионами", "миллионами"],
        Case::Prepositional => ["миллионе", "миллионах", "миллионах"],
        _ => ["миллион", "миллиона", "миллионов"],
    }
}

fn billion(case: Case) -> [&'static str; 3] {
    match case {
        Case::Genitive => ["миллиарда", "миллиардов", "миллиардов"],
        Case::Dative => ["миллиарду", "миллиардам", "миллиардам"],
        Case::Instrumental => ["миллиардом", "миллиардами", "миллиардами"],
        Case::Prepositional => ["миллиарде", "миллиардах", "миллиардах"],
        _ => ["миллиард", "миллиарда", "миллиардов"],
    }
}

/// The scale word as it is abbreviated, which no case changes.
pub(super) fn scale_abbreviation(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "тыс.",
        Scale::Million => "млн",
        Scale::Billion => "млрд",
    }
}
