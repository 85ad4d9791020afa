//! The words by which a reader without a script finds a place: an index as at the end of a
//! book.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::words::{Token, tokens};
use super::{Entry, EntryKind, Grammar};
use crate::lang::Lang;
use crate::locale::Locale;

/// In how many entries a word of their texts may stand and still lead to them.
const FEW: usize = 4;
/// How many letters a word has at least.
const SHORTEST: usize = 4;
/// The hyphen, and the one that no line breaks at.
const HYPHENS: [&str; 2] = ["-", "\u{2011}"];

/// A word with the entries that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexTerm {
    /// The word in the form without an ending, or that which is met most often.
    pub word: String,
    /// Positions of entries, in their order.
    pub entries: Vec<usize>,
}

/// What is known of the words of one stem.
#[derive(Debug, Default)]
struct Met {
    /// The forms as they are written, and how often.
    forms: BTreeMap<String, usize>,
    /// Those of them that have no ending: in Kazakh the nominative.
    bare: BTreeSet<String>,
    /// Entries that are named by it.
    titles: BTreeSet<usize>,
    /// All entries that have it.
    all: BTreeSet<usize>,
    /// Whether a form has a capital within a sentence.
    is_name: bool,
}

/// The words of `lang` in titles and captions, and names wherever they stand, by the
/// alphabet of the language.
pub fn index_terms(
    lang: Lang,
    grammar: &Grammar,
    locale: &Locale,
    entries: &[Entry],
) -> Vec<IndexTerm> {
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let is_apart = matches!(entry.kind, EntryKind::Work | EntryKind::About);
        if is_apart || entry.lang != lang {
            continue;
        }
        for (text, names) in [
            (&entry.title, true),
            (&entry.names, true),
            (&entry.lead, false),
            (&entry.body, false),
        ] {
            note(grammar, text, at, names, &mut met);
        }
    }
    let mut terms: Vec<_> = met.into_values().filter_map(term).collect();
    terms.sort_by(|one, other| {
        locale.compare(&one.word, &other.word).then(one.word.cmp(&other.word))
    });
    terms
}

fn note(
    grammar: &Grammar,
    text: &str,
    at: usize,
    names: bool,
    met: &mut BTreeMap<String, Met>,
) {
    for Range { start, end } in compounds(text) {
        let word = &text[start..end];
        let begins = begins_sentence(&text[..start]);
        if word.chars().count() < SHORTEST || grammar.is_common(word) {
            continue;
        }
        let has_capital = word.chars().next().is_some_and(char::is_uppercase);
        let stem = stem(grammar, word);
        let has_no_ending = grammar.fold(word) == stem;
        let own = met.entry(stem).or_default();
        own.is_name |= has_capital && !begins;
        let form = if begins { word.to_lowercase() } else { word.to_owned() };
        if has_no_ending {
            own.bare.insert(form.clone());
        }
        *own.forms.entry(form).or_default() += 1;
        own.all.insert(at);
        if names {
            own.titles.insert(at);
        }
    }
}

/// Where the words of a text stand; those that hyphens join are one: «көші-қон».
fn compounds(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for token in tokens(text) {
        let (Token::Letters(word) | Token::Number(word)) = token;
        // Tokens are slices of the text, in their order.
        let start = end + text[end..].find(word).unwrap_or(0);
        end = start + word.len();
        if !matches!(token, Token::Letters(_)) {
            continue;
        }
        match words.last_mut() {
            Some(last) if HYPHENS.contains(&&text[last.end..start]) => last.end = end,
            _ => words.push(start..end),
        }
    }
    words
}

/// The stem of a word, of which only the last part is declined.
fn stem(grammar: &Grammar, word: &str) -> String {
    match word.rsplit_once(['-', '\u{2011}']) {
        Some((first, last)) => format!("{}-{}", grammar.fold(first), grammar.stem(last)),
        None => grammar.stem(word),
    }
}

/// Whether what follows `before` begins a sentence, or a quotation.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    !before.ends_with(|sign: char| {
        sign.is_alphanumeric() || matches!(sign, ',' | ')' | '-' | '%')
    })
}

fn term(met: Met) -> Option<IndexTerm> {
    let few = met.all.len() <= FEW;
    if met.titles.is_empty() && !(met.is_name && few) {
        return None;
    }
    let entries = if few { met.all } else { met.titles };
    // That without an ending, or the most frequent form; of several, the shortest, which is
    // closest to the root.
    let rank = |form: &(&String, &usize)| {
        (
            met.bare.contains(form.0),
            *form.1,
            std::cmp::Reverse(form.0.chars().count()),
            std::cmp::Reverse(form.0.clone()),
        )
    };
    let is_small = |form: &str| form.chars().next().is_some_and(char::is_lowercase);
    let forms = met.forms.iter().filter(|(form, _)| !met.is_name || !is_small(form));
    let word = forms.max_by_key(rank)?.0.clone();
    Some(IndexTerm { word, entries: entries.into_iter().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Alphabet;

    fn words(text: &str) -> Vec<&str> {
        compounds(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn what_a_hyphen_joins_is_one_word_of_the_index() {
        assert_eq!(words("Көші-қон 1991-2003, COVID-19"), ["Көші-қон", "COVID"]);
        assert_eq!(
            words("социально\u{2011}бытовой — как-то"),
            ["социально\u{2011}бытовой", "как-то"]
        );
        assert_eq!(words("ішкі - сыртқы"), ["ішкі", "сыртқы"]);
    }

    #[test]
    fn forms_of_a_word_are_one_and_the_nominative_stands_for_them() {
        let grammar = Grammar::of(Lang::presume("kk"), Alphabet::Draft2021);
        let mut met = BTreeMap::new();
        let text = "Елде көші-қонның, көші-қонның және көші-қон мен көшінің ағынына";
        note(&grammar, text, 0, true, &mut met);
        let words = met.into_values().filter_map(term).map(|own| own.word);
        let words: BTreeSet<_> = words.collect();
        assert!(
            words.contains("көші-қон") && !words.contains("көші-қонның"),
            "{words:?}"
        );
        assert!(!words.contains("және"), "{words:?}");
    }
}
