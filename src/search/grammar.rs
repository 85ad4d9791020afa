//! How words of a language are brought to what their forms have in common.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::common;
use super::endings::{self, Endings};
use super::fold::{self, Replacements, replace};
use super::words::{Token, plain_number, tokens};
use crate::lang::Lang;
use crate::locale::{Alphabet, Tongue, nfc, without_latin_marks};

/// How often endings of one kind come off: more than a word has.
const CHAIN: usize = 12;

/// The rules of a language, for the index and for what readers type.
#[derive(Debug, Clone)]
pub struct Grammar {
    folds: Vec<Replacements>,
    endings: Vec<Strip>,
    common: BTreeSet<String>,
}

/// Endings as they are after folding.
#[derive(Debug, Clone)]
struct Strip {
    short: (String, String),
    /// The longest first.
    rules: Vec<Rule>,
}

/// An ending, what stands in its place, the letters that it may stand after, and how many
/// letters stay.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Rule(String, String, String, usize);

impl Grammar {
    /// The rules of `lang`; Kazakh words are in this Latin alphabet, or may be typed so.
    pub fn of(lang: Lang, alphabet: Alphabet) -> Self {
        let tongue = match lang.language() {
            "kk" => Tongue::Kazakh,
            _ => Tongue::of(lang),
        };
        let folds = match tongue {
            Tongue::Kazakh => fold::kazakh(alphabet),
            _ => vec![fold::keyboard()],
        };
        let mut grammar = Self { folds, endings: Vec::new(), common: BTreeSet::new() };
        let strips = endings::of(tongue).iter().map(|own| Strip::folded(own, &grammar));
        grammar.endings = strips.collect();
        let common = common::words(tongue).split_whitespace();
        grammar.common = common.map(|word| grammar.fold(word)).collect();
        grammar
    }

    /// A word in small letters, with those that stand for one another as one.
    pub fn fold(&self, word: &str) -> String {
        let word: String =
            word.to_lowercase().chars().filter(|sign| *sign != '\u{ad}').collect();
        let folded = self.folds.iter().fold(nfc(&word), |word, own| replace(&word, own));
        let folded = without_latin_marks(&folded);
        // A mark of stress on a Cyrillic letter.
        folded.chars().filter(|sign| !matches!(sign, '\u{300}'..='\u{36f}')).collect()
    }

    /// Whether a word says nothing by itself, as those that hold sentences together.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(&self.fold(word))
    }

    /// What all forms of a word have in common.
    pub fn stem(&self, word: &str) -> String {
        self.endings.iter().fold(self.fold(word), |word, own| own.strip(word))
    }

    /// The stems of the words of a text, and its numbers, in their order.
    pub fn stems(&self, text: &str) -> Vec<String> {
        let stem = |token: Token<'_>| match token {
            Token::Letters(letters) => self.stem(letters),
            Token::Number(number) => plain_number(number),
        };
        tokens(text).into_iter().map(stem).collect()
    }

    /// The same rules for the script.
    pub(super) fn rules(&self) -> Value {
        let strip = |own: &Strip| json!([own.short.0, own.short.1, own.rules]);
        let strips: Vec<_> = self.endings.iter().map(strip).collect();
        json!({ "folds": self.folds, "endings": strips })
    }
}

impl Strip {
    fn folded(own: &Endings, grammar: &Grammar) -> Self {
        let letters = |letters: &str| -> String {
            let last = letters
                .chars()
                .filter_map(|own| grammar.fold(&own.to_string()).chars().next_back());
            last.collect::<BTreeSet<_>>().into_iter().collect()
        };
        let mut rules = BTreeSet::new();
        for group in own.groups {
            let after = letters(group.after);
            for ending in group.endings.split_whitespace() {
                let (from, to) = ending.split_once('=').unwrap_or((ending, ""));
                let (from, to) = (grammar.fold(from), grammar.fold(to));
                rules.insert(Rule(from, to, after.clone(), group.stay));
            }
        }
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|Rule(ending, ..)| std::cmp::Reverse(ending.chars().count()));
        let (first, second) = own.short.unwrap_or_default();
        Self { short: (letters(first), letters(second)), rules }
    }

    /// The word without its endings.
    fn strip(&self, mut word: String) -> String {
        for _ in 0..CHAIN {
            let shorter = self.once(&word);
            if shorter == word {
                break;
            }
            word = shorter;
        }
        word
    }

    fn once(&self, word: &str) -> String {
        for Rule(ending, instead, after, stay) in &self.rules {
            let Some(rest) = word.strip_suffix(ending.as_str()) else { continue };
            let follows = after.is_empty() || rest.ends_with(|own| after.contains(own));
            if follows && (!instead.is_empty() || self.may_stay(rest, *stay)) {
                return format!("{rest}{instead}");
            }
        }
        word.to_owned()
    }

    fn may_stay(&self, rest: &str, stay: usize) -> bool {
        let (first, never_second) = &self.short;
        let letters: Vec<_> = rest.chars().collect();
        let is_root = |one, two| first.contains(one) && !never_second.contains(two);
        let is_short = matches!(*letters, [one, two] if is_root(one, two));
        letters.len() >= stay || (stay < 4 && is_short)
    }
}

#[cfg(test)]
mod tests;
