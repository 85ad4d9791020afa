//! Which words of a wording were changed.

use super::common::common;

/// A run of words of two wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Both have them.
    Same(String),
    /// Only the old one has them.
    Removed(String),
    /// Only the new one has them.
    Added(String),
}

/// How `new` came of `old`, word by word. What both have is as `new` has it.
pub fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (words(old), words(new));
    let pairs = common(&old, &new);
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = [(old.len(), new.len())];
    for (same_old, same_new) in pairs.into_iter().chain(ends) {
        push(&mut runs, &old[i..same_old], Change::Removed);
        push(&mut runs, &new[j..same_new], Change::Added);
        if let Some(word) = new.get(same_new).filter(|_| same_old < old.len()) {
            match runs.last_mut() {
                Some(Change::Same(run)) => {
                    run.push(' ');
                    run.push_str(word);
                }
                _ => runs.push(Change::Same((*word).to_owned())),
            }
        }
        (i, j) = (same_old + 1, same_new + 1);
    }
    runs
}

fn push(runs: &mut Vec<Change>, words: &[&str], make: fn(String) -> Change) {
    if !words.is_empty() {
        runs.push(make(words.join(" ")));
    }
}

/// The words of a wording; an expression in its braces is one, and so are words, such as a
/// number and its unit, that no line is broken between.
fn words(wording: &str) -> Vec<&str> {
    let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let mut words = Vec::new();
    let mut rest = wording.trim_start_matches(parts);
    while !rest.is_empty() {
        let mut end = 0;
        while let Some(sign) = rest[end..].chars().next().filter(|c| !parts(*c)) {
            end += match rest[end..].starts_with("{{ ") {
                true => rest[end..].find(" }}").map_or(2, |length| length + 3),
                false => sign.len_utf8(),
            };
        }
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(parts);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(old: &str, new: &str) -> String {
        let runs = changes(old, new);
        let runs = runs.iter().map(|run| match run {
            Change::Same(words) => words.clone(),
            Change::Removed(words) => format!("[-{words}-]"),
            Change::Added(words) => format!("{{+{words}+}}"),
        });
        runs.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn changed_words_are_told_from_the_others() {
        assert_eq!(show("a b c d", "a x c d"), "a [-b-] {+x+} c d");
        assert_eq!(show("екі қала", "үш үлкен қала"), "[-екі-] {+үш үлкен+} қала");
        assert_eq!(show("a b", "a b c"), "a b {+c+}");
        assert_eq!(
            show("a 431\u{a0}262 b", "a 431\u{a0}263 b"),
            "a [-431\u{a0}262-] {+431\u{a0}263+} b"
        );
        assert_eq!(show("a", ""), "[-a-]");
        assert_eq!(show("", ""), "");
    }

    #[test]
    fn a_value_is_one_word() {
        assert_eq!(
            show("above {{ a in b }}, {{ c }}.", "above {{ a in d }}, {{ c }}."),
            "above [-{{ a in b }},-] {+{{ a in d }},+} {{ c }}."
        );
        assert_eq!(show("an {{ open", "an {{ open end"), "an {{ open {+end+}");
    }
}
