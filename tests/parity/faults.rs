//! Faults in units: each is planted wherever it can be.

use std::ops::Range;
use std::sync::LazyLock;

use baspa::expr::{Essence, Expression, Scope};
use baspa::lang::{Lang, PerLang};
use baspa::locale::Locale;
use baspa::study::{PartKind, TranslationFile, TranslationUnit, Wrap};

use crate::project::{MUTANTS, read_units, written};
use crate::{LANGS, Mutant, REAL, Tally, Unit, lang, said, units};

/// Kinds of faults that are planted in the study as it is.
const KINDS: [&str; 14] = [
    "a citation dropped",
    "a digit replaced",
    "a link dropped",
    "a link to another page",
    "a locator changed",
    "a month replaced",
    "a number added",
    "a number removed",
    "a reference dropped",
    "a reference to another place",
    "a value dropped",
    "a value replaced",
    "a value rounded otherwise",
    "a value typed",
];

#[test]
fn every_fault_in_a_unit_is_found_at_its_line() {
    let units = units(&REAL.study);
    let planted = |unit: &Unit<'_>| {
        let langs = LANGS.map(lang).into_iter();
        langs.flat_map(|lang| plant(unit, lang)).collect::<Vec<_>>()
    };
    let mut tally = Tally::default();
    let all: Vec<(usize, Mutant)> = units
        .iter()
        .enumerate()
        .flat_map(|(at, unit)| planted(unit).into_iter().map(move |mutant| (at, mutant)))
        .collect();
    let twins = |at: usize| units[at].twins.map(|_, unit| (*unit).clone());
    settle(all, twins, &mut tally);
    tally.settle("faults in the study", &KINDS);
}

/// Reads the mutants, compares each with the twins of its unit, and counts what is found.
pub(crate) fn settle(
    mutants: Vec<(usize, Mutant)>,
    twins: impl Fn(usize) -> PerLang<TranslationUnit>,
    tally: &mut Tally,
) {
    for tag in LANGS {
        let own: Vec<&(usize, Mutant)> =
            mutants.iter().filter(|(_, mutant)| mutant.lang == lang(tag)).collect();
        let texts: Vec<String> =
            own.iter().map(|(_, mutant)| mutant.text.clone()).collect();
        let read = read_units(lang(tag), &texts, MUTANTS);
        let files = own.iter().zip(&read).map(|((at, _), (_, unit))| {
            let units = twins(*at).map(|lang, twin| {
                let parts = match lang.as_str() == tag {
                    true => unit.parts.clone(),
                    false => twin.parts.clone(),
                };
                let span = if lang.as_str() == tag { unit.span } else { twin.span };
                Some(vec![TranslationUnit { parts, span, ..twin.clone() }])
            });
            TranslationFile { id: format!("m{at}"), units }
        });
        let said = said(&files.collect::<Vec<_>>());
        let mut hit: std::collections::BTreeSet<_> = std::collections::BTreeSet::new();
        for diagnostic in &said {
            hit.extend(diagnostic.labels.iter().map(|label| label.span.file));
        }
        for ((_, mutant), (file, _)) in own.into_iter().zip(&read) {
            tally.count(mutant, hit.contains(file));
        }
    }
}

/// All faults of a unit in one language.
fn plant(unit: &Unit<'_>, lang: Lang) -> Vec<Mutant> {
    let own = unit.twins.get(lang);
    let text = written(own);
    let place = format!("{} {}", unit.file, own.key);
    let mut planted = Vec::new();
    let mut add = |kind, range: Range<usize>, new: String| {
        let mut text = text.clone();
        let removed = text[range.clone()].to_owned();
        text.replace_range(range, &new);
        // A text without a word is told by the reader of files; a year that a translation
        // says more often than the source language may be said less often.
        let said = |lang| unit.twins.get(lang).words().matches(&removed).count();
        let said_again =
            kind == "a number removed" && said(lang) > said(crate::lang("en"));
        if !text.trim().is_empty() && !said_again {
            planted.push(Mutant { kind, lang, place: place.clone(), text });
        }
    };
    let mut at = 0;
    for (i, part) in own.parts.iter().enumerate() {
        let range = at..at + part.text.len();
        at = range.end;
        match &part.kind {
            PartKind::Words => numbers(&part.text, range.start, &mut add),
            PartKind::Value(value) => values(value, lang, range, &mut add),
            PartKind::Citation(works) => {
                add("a citation dropped", range.clone(), String::new());
                if works.iter().any(|work| work.locator.is_some()) {
                    let other = increased(&part.text, part.text.find(',').unwrap_or(0));
                    add("a locator changed", range, other);
                }
            }
            PartKind::Open(
                wrap @ (Wrap::Link(_) | Wrap::Reference(_) | Wrap::Claim(_)),
            ) => {
                let close = closing(own, i, at);
                let (dropped, other) = match wrap {
                    Wrap::Link(_) => ("a link dropped", "a link to another page"),
                    Wrap::Claim(_) => ("a claim dropped", "another claim"),
                    _ => ("a reference dropped", "a reference to another place"),
                };
                let whole = range.start..close.end;
                let words = text[range.end..close.start].replace("{number}", "");
                add(dropped, whole, words);
                let to = match wrap {
                    Wrap::Link(_) => "](https://other.example/page)",
                    Wrap::Claim(_) => "](claim:other)",
                    _ => "](#other)",
                };
                add(other, close, to.to_owned());
            }
            _ => {}
        }
    }
    if let Some(first) = text.find(' ').filter(|_| own.has_words()) {
        let in_sign = text[..first].contains(['{', '[']);
        let place = if in_sign { text.len() } else { first };
        add("a number added", place..place, " 57".to_owned());
    }
    planted
}

/// Where the sign stands that closes the part at `open`, which ends at byte `at`.
fn closing(unit: &TranslationUnit, open: usize, mut at: usize) -> Range<usize> {
    let mut depth = 1;
    for part in &unit.parts[open + 1..] {
        let range = at..at + part.text.len();
        at = range.end;
        match part.kind {
            PartKind::Open(_) => depth += 1,
            PartKind::Close(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return range;
        }
    }
    panic!("{unit:?}")
}

/// Faults in the numbers of words that stand at byte `start`.
fn numbers(
    words: &str,
    start: usize,
    add: &mut impl FnMut(&'static str, Range<usize>, String),
) {
    // The digits of an address are part of it.
    if words.contains("stat.gov.kz") {
        return;
    }
    let mut at = 0;
    while let Some(next) = words[at..].find(|c: char| c.is_ascii_digit()) {
        let from = at + next;
        let rest = &words[from..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let range = start + from..start + from + length;
        let digits = &rest[..length];
        if let Some(swapped) = swapped(digits) {
            add("digits swapped", range.clone(), swapped);
        }
        add("a digit replaced", range.clone(), increased(digits, length - 1));
        add("a number removed", range, String::new());
        at = from + length;
    }
    for (name, other) in [
        ("July", "June"),
        ("шілде", "маусым"),
        ("июля", "июня"),
        ("қараша", "қазан"),
        ("ноября", "мая"),
    ] {
        let dated =
            |at: usize| words[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
        if let Some(at) = words.find(name).filter(|at| dated(*at)) {
            add(
                "a month replaced",
                start + at..start + at + name.len(),
                other.to_owned(),
            );
        }
    }
}

/// The digits with the first two that differ in each other's place.
pub(crate) fn swapped(digits: &str) -> Option<String> {
    let mut bytes = digits.as_bytes().to_vec();
    let at = bytes.windows(2).position(|two| two[0] != two[1])?;
    bytes.swap(at, at + 1);
    String::from_utf8(bytes).ok()
}

/// The text with its first digit from byte `from` on made larger by one.
pub(crate) fn increased(text: &str, from: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit());
    let digit = &mut bytes[at.expect("a digit")];
    *digit = if *digit == b'9' { b'1' } else { *digit + 1 };
    String::from_utf8(bytes).expect("UTF-8")
}

/// Faults in a value.
fn values(
    value: &Expression,
    lang: Lang,
    range: Range<usize>,
    add: &mut impl FnMut(&'static str, Range<usize>, String),
) {
    let braced = |text: &str| format!("{{{{ {text} }}}}");
    let text = value.text();
    match value.essence() {
        Essence::Value { value: key, .. } => {
            add("a value dropped", range.clone(), String::new());
            add("a value rounded otherwise", range.clone(), braced(&rounded(text)));
            let another = if key.contains("population[2002]") {
                "migration[1997].total"
            } else {
                "population[2002].rural"
            };
            add("a value replaced", range.clone(), braced(another));
            let typed = typed(value, lang);
            if let Some(typed) = typed.filter(|typed| typed.contains(char::is_numeric)) {
                add("a value typed", range, typed);
            }
        }
        Essence::Word { of: Some(of) } => {
            let another = text.replacen(&of, "population[2002].rural", 1);
            if another != text {
                add("a word that agrees with another value", range, braced(&another));
            }
        }
        _ => {}
    }
}

/// The expression with its last rounding changed, or with one added.
fn rounded(text: &str) -> String {
    for method in ["decimals", "percent", "thousands", "millions"] {
        if let Some(at) = text.rfind(&format!(".{method}(")) {
            let open = at + method.len() + 2;
            let close = open + text[open..].find(')').expect("a bracket");
            let decimals = if &text[open..close] == "3" { "2" } else { "3" };
            return format!("{}{decimals}{}", &text[..open], &text[close..]);
        }
    }
    format!("({text}).decimals(3)")
}

static LOCALES: LazyLock<[Locale; 3]> =
    LazyLock::new(|| LANGS.map(|tag| REAL.study.locale(lang(tag))));

/// What an expression gives in a language, in the form that the text asks for.
pub(crate) fn typed(value: &Expression, lang: Lang) -> Option<String> {
    let locale = LOCALES.iter().find(|locale| locale.lang() == lang)?;
    let records = REAL.study.records();
    let scope = Scope { locale: Some(locale), ..Scope::new(&records) };
    value.evaluate(&scope).ok()?.write(locale).ok().map(|phrase| phrase.plain())
}
