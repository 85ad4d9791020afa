//! Addresses in running words, which no rule may change.

use super::line::Line;

/// Fixes every word of the line that looks like an address, a path or an identifier.
pub(super) fn fix(line: &mut Line) {
    let words = line.words();
    let (texts, bytes) = line.texts(&words);
    for (word, bytes) in words.into_iter().zip(bytes) {
        if is_address(&texts[bytes]) {
            line.fix(word);
        }
    }
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| "\"'«»“”„‘’()[],;:.!?".contains(sign));
    let dotted = |part: &str| {
        part.split_once('.').is_some_and(|(host, rest)| {
            let end = rest.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
            end && host.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric())
        })
    };
    word.contains("://")
        || word.starts_with("www.")
        || word.contains(['@', '\\', '_'])
        || word.contains('/') && dotted(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths_are_told_from_words() {
        for word in [
            "https://a.kz/b--c",
            "(www.stat.gov.kz),",
            "a-b@c.kz",
            "10.1000/5-7",
            "stat.gov.kz/1-2",
            "data_2019",
        ] {
            assert!(is_address(word), "{word}");
        }
        for word in ["--", "и/или", "км/ч", "т.е.", "10-15", "т.д./т.п.", "«Курсив»", "…"]
        {
            assert!(!is_address(word), "{word}");
        }
    }
}
