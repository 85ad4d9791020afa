//! A study without expressions: every value stands in digits, as its language writes it.

use std::ops::Range;

use baspa::diag::Code;
use baspa::lang::PerLang;
use baspa::study::{PartKind, TranslationFile, TranslationUnit};

use crate::faults::{increased, settle, swapped, typed};
use crate::project::{TWINS, read_units};
use crate::{LANGS, Mutant, REAL, Tally, lang, said, units};

/// Kinds of faults that are planted in numbers.
const KINDS: [&str; 7] = [
    "a digit replaced",
    "a number added",
    "a number removed",
    "a scale word removed",
    "another separator",
    "digits swapped",
    "rounded otherwise",
];

/// A unit in every language with its values typed, and where each stands.
struct Typed {
    file: String,
    texts: PerLang<(String, Vec<Range<usize>>)>,
}

/// The units of the study whose values can be typed.
fn typed_units() -> Vec<Typed> {
    let mut all = Vec::new();
    for unit in units(&REAL.study) {
        let texts = PerLang::try_new(&REAL.study.languages, |lang| {
            let mut text = String::new();
            let mut places = Vec::new();
            for part in &unit.twins.get(lang).parts {
                match &part.kind {
                    PartKind::Value(value) => {
                        let start = text.len();
                        text.push_str(&typed(value, lang)?);
                        places.push(start..text.len());
                    }
                    _ => text.push_str(&part.text),
                }
            }
            Some((text, places))
        });
        let texts =
            texts.filter(|texts| texts.iter().all(|(_, own)| !own.0.trim().is_empty()));
        all.extend(texts.map(|texts| Typed { file: unit.file.to_owned(), texts }));
    }
    all
}

/// The units of typed texts, read again.
fn read(all: &[Typed]) -> Vec<PerLang<TranslationUnit>> {
    let texts = |tag: &str| {
        let own = all.iter().map(|typed| typed.texts.get(lang(tag)).0.clone());
        read_units(lang(tag), &own.collect::<Vec<_>>(), TWINS)
    };
    let read = LANGS.map(texts);
    (0..all.len())
        .map(|at| {
            PerLang::new(&REAL.study.languages, |own| {
                let side = LANGS.iter().position(|tag| lang(tag) == own).unwrap();
                read[side][at].1.clone()
            })
        })
        .collect()
}

#[test]
fn numbers_in_digits_say_the_same_in_every_language() {
    let all = typed_units();
    let files = read(&all).into_iter().zip(&all).map(|(units, typed)| TranslationFile {
        id: typed.file.clone(),
        units: units.map(|_, unit| Some(vec![unit.clone()])),
    });
    let found = said(&files.collect::<Vec<_>>());
    let wrong: Vec<_> = found
        .iter()
        .filter(|found| found.code != Code::UnboundNumber)
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(wrong, [""; 0]);
    assert!(found.len() > 500, "{} numbers are not bound", found.len());
}

#[test]
fn every_fault_in_a_typed_number_is_found_at_its_line() {
    let all = typed_units();
    let twins = read(&all);
    let mut mutants = Vec::new();
    for (at, typed) in all.iter().enumerate() {
        for tag in LANGS {
            let (text, places) = typed.texts.get(lang(tag));
            for place in places {
                for (kind, new) in faults(&text[place.clone()], tag) {
                    let mut text = text.clone();
                    text.replace_range(place.clone(), &new);
                    let place = typed.file.clone();
                    mutants.push((at, Mutant { kind, lang: lang(tag), place, text }));
                }
            }
        }
    }
    let mut tally = Tally::default();
    settle(mutants, |at| twins[at].clone(), &mut tally);
    tally.settle("faults in typed numbers", &KINDS);
}

/// The faults that a number may have.
fn faults(number: &str, tag: &str) -> Vec<(&'static str, String)> {
    let Some(first) = number.find(|c: char| c.is_ascii_digit()) else {
        return Vec::new();
    };
    let last = number.rfind(|c: char| c.is_ascii_digit()).unwrap();
    let digits = &number[first..=last];
    let around = |new: &str| format!("{}{new}{}", &number[..first], &number[last + 1..]);
    let mut faults = vec![
        ("a digit replaced", around(&increased(digits, digits.len() - 1))),
        ("a number removed", String::new()),
        ("a number added", format!("{number}, 57")),
    ];
    let run = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    if let Some(swapped) = swapped(&digits[..run]) {
        faults.push(("digits swapped", around(&format!("{swapped}{}", &digits[run..]))));
    }
    faults.extend(
        separators(digits, tag)
            .into_iter()
            .map(|new| ("another separator", around(&new))),
    );
    faults.extend(rounded(digits, tag).map(|new| ("rounded otherwise", around(&new))));
    let after = &number[last + 1..];
    let scales = ["thousand", "million", "мың", "миллион", "тысяч"];
    let word = after.strip_prefix('\u{a0}').unwrap_or("");
    if scales.iter().any(|scale| word.starts_with(scale)) {
        faults.push(("a scale word removed", number[..=last].to_owned()));
    }
    faults
}

/// The number with separators of another language, or with a separator moved.
fn separators(digits: &str, tag: &str) -> Vec<String> {
    let (group, decimal) = if tag == "en" { (',', '.') } else { ('\u{a0}', ',') };
    let mut wrong = Vec::new();
    // A date has spaces between words too.
    if digits.contains(char::is_alphabetic) {
        return wrong;
    }
    if digits.contains(group) {
        let (other, point) = if tag == "en" { ('.', ',') } else { (',', '.') };
        let swap = |c: char| match c {
            _ if c == group => other,
            _ if c == decimal => point,
            _ => c,
        };
        wrong.push(digits.chars().map(swap).collect());
    } else if digits.contains(decimal) && !digits.contains('–') {
        wrong.push(digits.replace(decimal, ""));
        wrong.push(digits.replace(decimal, if tag == "en" { "," } else { "." }));
    }
    wrong
}

/// The number with fewer decimals, or in round hundreds; `None` where that is the same.
fn rounded(digits: &str, tag: &str) -> Option<String> {
    let decimal = if tag == "en" { '.' } else { ',' };
    if digits.contains('–') {
        return None;
    }
    if let Some((whole, _)) = digits.rsplit_once(decimal) {
        return Some(whole.to_owned());
    }
    let long = digits.bytes().filter(u8::is_ascii_digit).count() > 4;
    let round =
        digits.get(..digits.len().saturating_sub(2)).map(|own| format!("{own}00"));
    round.filter(|_| long && !digits.ends_with("00"))
}
