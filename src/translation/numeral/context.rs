//! Words and signs beside digits that tell what they are.

use std::ops::Range;

use super::is_gap;
use super::spelt::lower;

/// What names a place in a work, before its number.
const PLACES: [&str; 26] = [
    "page",
    "pages",
    "volume",
    "issue",
    "chapter",
    "chapters",
    "section",
    "sections",
    "article",
    "articles",
    "страница",
    "страницы",
    "странице",
    "страницах",
    "том",
    "тома",
    "томе",
    "выпуск",
    "глава",
    "главы",
    "главе",
    "статья",
    "статьи",
    "статье",
    "раздел",
    "разделе",
];

/// The same, abbreviated: «с» without a point is “from”.
const PLACES_ABBREVIATED: [&str; 16] = [
    "p", "pp", "vol", "no", "nos", "ch", "sec", "art", "с", "стр", "т", "вып", "гл",
    "ст", "разд", "п",
];

/// What names a place in a work, after its number, in Kazakh.
const PLACES_AFTER: [&str; 7] =
    ["-бет", "-том", "-тарау", "-бөлім", "-бап", "-тармақ", "-тармағ"];

/// What the numbers of a standard, a classification or a publication stand behind.
const CODES: [&str; 19] = [
    "ISO",
    "GOST",
    "ГОСТ",
    "ISBN",
    "ISSN",
    "DOI",
    "RFC",
    "UDC",
    "УДК",
    "ӘОЖ",
    "IRSTI",
    "МРНТИ",
    "ҒТАМР",
    "BBK",
    "ББК",
    "КБЖ",
    "JEL",
    "CC",
    "COVID",
];

/// Words between two numbers that belong together.
const JOINS: [&str; 17] = [
    "",
    "–",
    "—",
    "-",
    "…",
    "to",
    "and",
    "or",
    "до",
    "по",
    "и",
    "или",
    "мен",
    "бен",
    "пен",
    "және",
    "немесе",
];

/// Longest part of an address before and after digits, in characters.
const LONGEST_ADDRESS: usize = 200;

/// The end of the address that the digits at `at` are part of.
pub(super) fn address(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].char_indices().rev().take(LONGEST_ADDRESS);
    let start = before.take_while(|(_, c)| !is_end(*c)).last().map_or(at, |(i, _)| i);
    let after = text[at..].char_indices().take(LONGEST_ADDRESS);
    let end = after.take_while(|(_, c)| !is_end(*c)).last();
    let end = end.map_or(at, |(i, c)| at + i + c.len_utf8());
    let word = &text[start..end];
    let domain = word.split('/').next().unwrap_or("");
    let letters = |part: &str| part.chars().any(char::is_alphabetic);
    let dotted = domain.split('.').filter(|part| letters(part)).count() > 1;
    let whole = word.contains("://")
        || word.starts_with("www.")
        || word.contains('/') && dotted
        || word.contains('@') && word.contains('.')
        || word.starts_with("10.") && word.contains('/') && letters(word);
    whole.then_some(end)
}

/// Whether an address ends before the sign.
fn is_end(c: char) -> bool {
    is_gap(c) || matches!(c, '(' | ')' | '<' | '>' | '«' | '»' | '“' | '”' | '\u{fffc}')
}

/// Whether digits are written together with letters before them, `COVID-19`, or with a
/// capital letter after them, `5G`.
pub(super) fn glued(before: &str, letters_after: &str) -> bool {
    let stem = before.strip_suffix(['-', '\u{2011}', '_']).unwrap_or(before);
    stem.ends_with(char::is_alphabetic)
        || letters_after.starts_with(|c: char| c.is_uppercase())
}

/// Whether what stands before digits makes a name of them: № 82, ISO 9001.
pub(super) fn is_named(before: &str) -> bool {
    let before = before.trim_end_matches(is_gap);
    before.ends_with(['№', '#']) || CODES.contains(&last_word(before))
}

/// Whether an abbreviation in capitals stands before: CC BY 4.0.
pub(super) fn after_abbreviation(before: &str) -> bool {
    let word = last_word(before.trim_end_matches(is_gap));
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// Whether digits are a place in a work: p. 16, 16-бет.
pub(super) fn is_place(before: &str, suffix: &str) -> bool {
    let before = before.trim_end_matches(is_gap);
    let (word, places) = match before.strip_suffix('.') {
        Some(before) => (last_word(before), PLACES_ABBREVIATED.as_slice()),
        None => (last_word(before), PLACES.as_slice()),
    };
    before.ends_with('§')
        || places.contains(&lower(word).as_ref())
        || PLACES_AFTER.iter().any(|place| suffix.starts_with(place))
}

/// Whether the sign of a currency stands before.
pub(super) fn is_money(before: &str) -> bool {
    before.trim_end_matches(is_gap).ends_with(['$', '€', '£', '₸', '₽', '¥'])
}

/// Whether two numbers with this between them share what stands behind the second.
pub(super) fn joins(gap: &str) -> bool {
    let between = gap[suffix(gap).len()..].trim_matches(is_gap);
    JOINS.contains(&between.trim_end_matches(['\u{2212}', '$', '€', '£', '₸']).trim_end())
}

/// What is written together with the digits before `after`: an ending behind a hyphen, or
/// letters.
pub(super) fn suffix(after: &str) -> &str {
    let hyphen =
        after.chars().next().filter(|c| matches!(c, '-' | '\u{2011}' | '’' | '\''));
    let start = hyphen.map_or(0, char::len_utf8);
    match letters(&after[start..]) {
        "" => "",
        own => &after[..start + own.len()],
    }
}

/// The letters that a text begins with.
pub(super) fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}

fn last_word(text: &str) -> &str {
    let rest = text.trim_end_matches(char::is_alphabetic);
    &text[rest.len()..]
}

/// The word that ends before a gap at the end of `before`, and where it stands.
pub(super) fn word_before(before: &str) -> Option<(Range<usize>, &str)> {
    let trimmed = before.trim_end_matches(|c: char| is_gap(c) || c == ',' || c == '.');
    let word = last_word(trimmed);
    (trimmed.len() < before.len() && !word.is_empty())
        .then(|| (trimmed.len() - word.len()..trimmed.len(), word))
}

/// The word after a suffix and a gap, or after a hyphen; `start` is where `after` begins.
pub(super) fn word_after(after: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let own = suffix(after);
    let bare = own.trim_start_matches(['-', '\u{2011}']);
    // A month behind a hyphen: «14-шілде».
    if bare.chars().count() > 2 {
        let at = start + own.len() - bare.len();
        return Some((at..at + bare.len(), bare));
    }
    let rest = &after[own.len()..];
    let next = rest.trim_start_matches(is_gap);
    let word = letters(next);
    let at = start + after.len() - next.len();
    (next.len() < rest.len() && !word.is_empty()).then(|| (at..at + word.len(), word))
}

/// The month of a Kazakh year: «2009 жылғы шілде».
pub(super) fn word_of_year(after: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let (range, word) = word_after(after, start)?;
    let rest = &after[range.end - start..];
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let own = word.starts_with("жыл") || word == "ж";
    let end = start + after.len() - rest.len();
    if own { word_after(rest, end) } else { None }
}
