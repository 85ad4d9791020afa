//! The endings of Kazakh numerals, percentages, fractions, ranges and units.

use baspa::locale::{
    Case, Count, Forms, KazakhNoun, Kind, Locale, Noun, PercentWord, Quantity, Scale,
    Style, Word, kazakh,
};

use crate::table::table;
use crate::{assert_written, common_spaces, locale, number, quantity, scaled};

#[test]
fn kazakh_numerals_take_their_endings() {
    let kazakh = locale("kk");
    for row in table("kk_numeral_suffix.csv") {
        let value = number(row.get("number"));
        let (case, possessive) = (row.case(), row.possessive());
        let ending = kazakh::suffix(row.get("reading"), case, possessive);
        assert_eq!(ending, row.get("suffix"), "{value}");
        assert_eq!(kazakh::last_word(value), row.get("last_word"));
        assert_eq!(
            kazakh::inflect(row.get("reading"), case, possessive),
            row.get("word_form")
        );
        let grouped = row.get("written").contains(char::is_whitespace);
        let kind = if grouped { Kind::Number } else { Kind::Year };
        let quantity = Quantity { case, possessive, kind, ..Quantity::new(value) };
        assert_written(&kazakh, &quantity, row.get("written"));
    }
}

#[test]
fn kazakh_percentages_decimals_fractions_ranges_and_units_take_their_endings() {
    for row in table("kk_suffix_special.csv") {
        let (case, possessive) = (row.case(), row.possessive());
        let ending = kazakh::suffix(row.get("reading"), case, possessive);
        assert_eq!(ending, row.get("suffix"), "{}", row.get("reading"));
        let word = match row.get("percent_word") {
            "процент" => PercentWord::Protsent,
            _ => PercentWord::Payiz,
        };
        let kazakh = locale("kk").with_percent_word(word);
        let numeral = row.get("numeral");
        let written = match row.get("kind") {
            "unit" => measured(&kazakh, numeral, case, possessive),
            kind => {
                let quantity = special(kind, numeral);
                kazakh.write(&Quantity { case, possessive, ..quantity }).unwrap()
            }
        };
        assert_eq!(common_spaces(&written), common_spaces(row.get("written")));
    }
}

/// The quantity that is written so.
fn special(kind: &str, numeral: &str) -> Quantity {
    match kind {
        "percent" | "percent-protsent" => {
            let digits = numeral.trim_end_matches('%');
            Quantity { kind: Kind::Percent, ..quantity(digits) }
        }
        "decimal" | "negative" => quantity(numeral),
        "range" => {
            let (from, to) = numeral.split_once('–').unwrap();
            let kind = if from.len() == 4 { Kind::Year } else { Kind::Number };
            Quantity { to: Some(number(to)), kind, ..quantity(from) }
        }
        "fraction" => {
            let (above, below) = numeral.split_once('/').unwrap();
            Quantity { denominator: Some(number(below)), ..quantity(above) }
        }
        other => panic!("no kind `{other}`"),
    }
}

/// A number with a unit: a scale word, or the symbol of a noun.
fn measured(locale: &Locale, numeral: &str, case: Case, possessive: bool) -> String {
    let (digits, unit) = numeral.split_once(char::is_whitespace).unwrap();
    let scale = match unit {
        "мың" => Some(Scale::Thousand),
        "млрд" => Some(Scale::Billion),
        _ => None,
    };
    if let Some(scale) = scale {
        let scaled = scaled(&quantity(digits), scale);
        let quantity = Quantity { abbreviated: true, case, possessive, ..scaled };
        return locale.write(&quantity).unwrap();
    }
    let spoken = match unit {
        "км" => "километр",
        "м²" => "шаршы метр",
        other => panic!("no unit `{other}`"),
    };
    let forms = Forms::Kazakh(KazakhNoun::regular(spoken));
    let noun = Noun { forms, symbol: Some(unit.to_owned()), city: false };
    let count = Count::Measure(quantity(digits));
    let word = Word { case, possessive, count, ..Word::new("unit", &noun) };
    locale.write_word(&word).unwrap().plain()
}

#[test]
fn kazakh_ordinals() {
    let table_noun = Noun {
        forms: Forms::Kazakh(KazakhNoun::regular("кесте")),
        symbol: None,
        city: false,
    };
    for row in table("kk_ordinals.csv") {
        let ordinal = Quantity { style: Style::Ordinal, ..quantity(row.get("number")) };
        assert_written(&locale("kk"), &ordinal, row.get("ordinal_short"));
        let last = row.get("ordinal_words").rsplit(' ').next().unwrap();
        assert_eq!(kazakh::ordinal_word(kazakh::last_word(ordinal.value)), last);
        let count = Count::Number(ordinal);
        let before_noun = Word { count, ..Word::new("table", &table_noun) };
        let written = locale("kk").write_word(&before_noun).unwrap().plain();
        assert_eq!(written, row.get("ordinal_attributive"));
    }
}
