//! How much a text reads like one: what tells a right encoding from a wrong one.

use std::ops::Range;

/// Signs that stand between the words of any text.
const SIGNS: &str = "\u{a0}«»“”„‘’–—…№°€§±·×©®";

/// Letters that are rare in Kazakh and Russian. KOI8-R and Windows-1251 each take the other's
/// small letters for capitals, and the frequent `а` for the rare `Ю`.
const RARE: &str = "ФфХхЦцЩщЪъЭэЮю";

/// How much the text, decoded from some encoding, reads like Kazakh or Russian, or like a
/// language in Latin letters: letters of words that are written as words are count for it,
/// other signs beyond ASCII against it. A text without such signs has 0.
pub(super) fn likeness(text: &str) -> i64 {
    let mut likeness = 0;
    for word in words(text) {
        let signs = word.chars().filter(|c| !c.is_ascii()).count() as i64;
        likeness += match case(word) {
            _ if !is_cyrillic(word) && !is_latin(word) => -3,
            Some(Case::Small | Case::Title) => 2,
            Some(Case::Capitals) => 1,
            Some(Case::Initial) => 0,
            None => -3,
        } * signs;
        likeness -= 2 * word.chars().filter(|c| RARE.contains(*c)).count() as i64;
    }
    let strange = |c: &char| !c.is_ascii() && !c.is_alphabetic() && !SIGNS.contains(*c);
    likeness - 3 * text.chars().filter(strange).count() as i64
}

/// The place of the first word that is not of ASCII letters; the beginning, where none is.
pub(super) fn first_word(text: &str) -> Range<usize> {
    let Some(word) = words(text).find(|word| !word.is_ascii()) else { return 0..0 };
    let start = word.as_ptr() as usize - text.as_ptr() as usize;
    start..start + word.len()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether all are letters of the Kazakh or the Russian alphabet.
fn is_cyrillic(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё') || "ӘәҒғҚқҢңӨөҰұҮүҺһІі".contains(c))
}

/// Whether all are Latin letters, most of them without a mark.
fn is_latin(word: &str) -> bool {
    let plain = word.chars().filter(char::is_ascii_alphabetic).count();
    let marked = |c: char| matches!(c, 'À'..='ÿ');
    word.chars().all(|c| c.is_ascii() || marked(c)) && 2 * plain > word.chars().count()
}

/// How capitals stand in a word.
enum Case {
    Small,
    /// One capital, at the beginning.
    Title,
    Capitals,
    /// One capital alone.
    Initial,
}

/// `None` where capitals stand as in no word.
fn case(word: &str) -> Option<Case> {
    let mut letters = word.chars();
    let first = letters.next()?.is_uppercase();
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    match (first, capitals, letters.count()) {
        (false, 0, _) => Some(Case::Small),
        (true, 0, 0) => Some(Case::Initial),
        (true, 0, _) => Some(Case::Title),
        (true, capitals, others) if capitals == others => Some(Case::Capitals),
        _ => None,
    }
}
