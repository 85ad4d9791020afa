//! Letters that a reader may type for one another.

use crate::locale::Alphabet;

/// What is typed on a Russian keyboard for letters of the Kazakh one, and `е` for `ё`.
/// Decomposing letters instead would take `й` for `и` and leave all but `ё` as they are.
pub(super) const KEYBOARD: [(char, char); 10] = [
    ('ә', 'а'),
    ('ғ', 'г'),
    ('қ', 'к'),
    ('ң', 'н'),
    ('ө', 'о'),
    ('ұ', 'у'),
    ('ү', 'у'),
    ('һ', 'х'),
    ('і', 'и'),
    ('ё', 'е'),
];

/// Latin letters of the alphabets that stand for others than their marks say, and letters
/// of a reader who has none with marks: `sh` for `ş`, `y` for `й` after a vowel.
const LATIN: [(&str, &str); 15] = [
    ("ş", "sh"),
    ("š", "sh"),
    ("ŝ", "shsh"),
    ("č", "sh"),
    ("ch", "sh"),
    ("zh", "j"),
    ("ž", "j"),
    ("ay", "ai"),
    ("ey", "ei"),
    ("oy", "oi"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("ʺ", ""),
    ("ʹ", ""),
    ("ý", "u"),
];

/// One letter, or several, for another: applied at once, the longest first.
pub(super) type Replacements = Vec<(String, String)>;

/// Of a language in Cyrillic letters.
pub(super) fn keyboard() -> Replacements {
    KEYBOARD.iter().map(|(from, to)| (from.to_string(), to.to_string())).collect()
}

/// Of Kazakh: its Cyrillic letters in those of a Latin alphabet, then all letters of the
/// alphabet that stand for what a keyboard may not have. Words in either script meet in
/// plain Latin letters.
pub(super) fn kazakh(alphabet: Alphabet) -> Vec<Replacements> {
    let letter = |letter: char| alphabet.write(&letter.to_string());
    let cyrillic = ('а'..='я').chain("әғқңөұүһіё".chars());
    let cyrillic = cyrillic.map(|own| (own.to_string(), letter(own)));
    // `ё` has two letters in most, which stand in many a word for themselves.
    let alike = KEYBOARD.iter().filter(|(from, _)| *from != 'ё');
    let alike = alike.flat_map(|(from, to)| {
        let plain = plain(*to);
        [letter(*from), letter(*to)].map(|own| (own, plain.clone()))
    });
    let mut latin: Replacements = alike.collect();
    // A letter for `ң` that begins as `нғ` does.
    if latin.iter().any(|(from, _)| from == "ng") {
        latin.push(("ngh".to_owned(), "ng".to_owned()));
    }
    latin.extend(LATIN.map(|(from, to)| (from.to_owned(), to.to_owned())));
    let mut seen = std::collections::BTreeSet::new();
    latin.retain(|(from, to)| from != to && seen.insert(from.clone()));
    vec![cyrillic.collect(), longest_first(latin)]
}

/// The plain Latin letter that a Cyrillic one and those typed for it meet in.
fn plain(cyrillic: char) -> String {
    match cyrillic {
        'у' => "u".to_owned(),
        'и' => "i".to_owned(),
        other => Alphabet::Draft2021.write(&other.to_string()),
    }
}

fn longest_first(mut replacements: Replacements) -> Replacements {
    replacements.sort_by_key(|(from, _)| std::cmp::Reverse(from.chars().count()));
    replacements
}

/// The text with the letters of `replacements` in place of its own.
pub(super) fn replace(text: &str, replacements: &Replacements) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let found = replacements.iter().find(|(from, _)| rest.starts_with(from.as_str()));
        match found {
            Some((from, to)) => {
                replaced.push_str(to);
                rest = &rest[from.len()..];
            }
            None => {
                replaced.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    replaced
}
