//! What a numeral decides in Russian. Source: the declension of numerals in any grammar;
//! endings of ordinals by Мильчин and Розенталь.

use rust_decimal::Decimal;

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

/// The ending of an ordinal in digits, masculine singular, of an inanimate noun in the
/// accusative: one letter where a vowel stands before the last letter of the word
/// (перв-ый: `1-й`), two where a consonant does (перв-ого: `1-го`).
pub(super) fn ordinal(case: Case) -> &'static str {
    match case {
        Case::Genitive => "-го",
        Case::Dative => "-му",
        Case::Instrumental | Case::Prepositional => "-м",
        _ => "-й",
    }
}

/// The word for a number from 0 to 10 beside an inanimate masculine noun.
pub(super) fn word(number: usize, case: Case) -> Option<&'static str> {
    let words = match case {
        Case::Genitive => {
            "нуля одного двух трёх четырёх пяти шести семи восьми девяти десяти"
        }
        Case::Dative => {
            "нулю одному двум трём четырём пяти шести семи восьми девяти десяти"
        }
        Case::Instrumental => {
            "нулём одним двумя тремя четырьмя пятью шестью семью восемью девятью десятью"
        }
        Case::Prepositional => {
            "нуле одном двух трёх четырёх пяти шести семи восьми девяти десяти"
        }
        _ => "ноль один два три четыре пять шесть семь восемь девять десять",
    };
    words.split(' ').nth(number)
}

/// Makes the preposition «с» at the end of `words` easier to say before a number that is
/// spoken with «ста» first: `со 156`, `со 100 000`, but `с 1 560`.
pub(super) fn ease(words: &mut String, number: Decimal) {
    let digits = number.trunc().normalize().to_string();
    let hundred = digits.starts_with('1') && digits.len().is_multiple_of(3);
    let before = words.trim_end();
    let stem = before.strip_suffix('с').or_else(|| before.strip_suffix('С'));
    if hundred && stem.is_some_and(|stem| !stem.ends_with(char::is_alphanumeric)) {
        words.insert(before.len(), 'о');
    }
}
