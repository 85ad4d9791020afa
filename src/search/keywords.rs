//! The words by which a reader without a script finds a place: an index as at the end of a
//! book.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Token, tokens};
use super::{Entry, EntryKind, Grammar};
use crate::lang::Lang;
use crate::locale::Locale;

/// In how many entries a word of their texts may stand and still lead to them.
const FEW: usize = 4;
/// How many letters a word has at least.
const SHORTEST: usize = 4;

/// A word with the entries that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// The word in the form that is met most often.
    pub word: String,
    /// Positions of entries, in their order.
    pub entries: Vec<usize>,
}

/// What is known of the words of one stem.
#[derive(Debug, Default)]
struct Met {
    /// The forms as they are written, and how often.
    forms: BTreeMap<String, usize>,
    /// Entries that are named by it.
    titles: BTreeSet<usize>,
    /// All entries that have it.
    all: BTreeSet<usize>,
    /// Whether a form has a capital within a sentence.
    is_name: bool,
}

/// The words of `lang` in titles and captions, and names wherever they stand, by the
/// alphabet of the language.
pub fn keywords(
    lang: Lang,
    grammar: &Grammar,
    locale: &Locale,
    entries: &[Entry],
) -> Vec<Keyword> {
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
    let mut keywords: Vec<_> = met.into_values().filter_map(keyword).collect();
    keywords.sort_by(|one, other| {
        locale.compare(&one.word, &other.word).then(one.word.cmp(&other.word))
    });
    keywords
}

fn note(
    grammar: &Grammar,
    text: &str,
    at: usize,
    names: bool,
    met: &mut BTreeMap<String, Met>,
) {
    let mut end = 0;
    for token in tokens(text) {
        let Token::Letters(word) = token else { continue };
        // Where the word stands: tokens are slices of the text, in their order.
        let start = end + text[end..].find(word).unwrap_or(0);
        let begins = begins_sentence(&text[..start]);
        end = start + word.len();
        if word.chars().count() < SHORTEST || grammar.is_common(word) {
            continue;
        }
        let has_capital = word.chars().next().is_some_and(char::is_uppercase);
        let own = met.entry(grammar.stem(word)).or_default();
        own.is_name |= has_capital && !begins;
        let form = if begins { word.to_lowercase() } else { word.to_owned() };
        *own.forms.entry(form).or_default() += 1;
        own.all.insert(at);
        if names {
            own.titles.insert(at);
        }
    }
}

/// Whether what follows `before` begins a sentence, or a quotation.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    !before.ends_with(|sign: char| {
        sign.is_alphanumeric() || matches!(sign, ',' | ')' | '-' | '%')
    })
}

fn keyword(met: Met) -> Option<Keyword> {
    let few = met.all.len() <= FEW;
    if met.titles.is_empty() && !(met.is_name && few) {
        return None;
    }
    let entries = if few { met.all } else { met.titles };
    // The most frequent form; of several, the shortest, which is closest to the root.
    let rank = |form: &(&String, &usize)| {
        (
            *form.1,
            std::cmp::Reverse(form.0.chars().count()),
            std::cmp::Reverse(form.0.clone()),
        )
    };
    let is_small = |form: &str| form.chars().next().is_some_and(char::is_lowercase);
    let forms = met.forms.iter().filter(|(form, _)| !met.is_name || !is_small(form));
    let word = forms.max_by_key(rank)?.0.clone();
    Some(Keyword { word, entries: entries.into_iter().collect() })
}
