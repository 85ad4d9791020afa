//! What a word between two spaces is.

/// Marks that stand before a word and belong to what is written around it.
const OPENING: &str = "([{«„“‘\"'—–";

/// Marks that stand after a word.
const CLOSING: &str = ")]}»”“’\"'.,;:!?…\u{fffc}";

/// The word without the marks before it.
pub(super) fn opened(word: &str) -> &str {
    word.trim_start_matches(|sign| OPENING.contains(sign))
}

/// The word without what follows it: marks, but for the dot that an abbreviation ends in.
pub(super) fn closed(word: &str) -> &str {
    let bare = word.trim_end_matches(|sign| CLOSING.contains(sign));
    match word[bare.len()..].starts_with('.') {
        true => &word[..=bare.len()],
        false => bare,
    }
}

/// `5`, `1991`, `40,6`, `10–15`, `−3`: digits with what stands between and before them.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|sign| "−-+±~≈<>≤≥$€£₸№".contains(sign));
    let ends = |sign: char| sign.is_ascii_digit();
    digits.starts_with(ends)
        && digits.ends_with(ends)
        && digits.chars().all(|sign| sign.is_ascii_digit() || ".,:–".contains(sign))
}

/// A day of a month, or days: `5`, `5–20`.
pub(super) fn is_day(word: &str) -> bool {
    let day = |part: &str| {
        let digits = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits && part.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    };
    word.split('–').count() <= 2 && word.split('–').all(day)
}

/// `М.` or `М.Б.`: capitals, each with a dot.
pub(super) fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.');
    let one = |part: &str| {
        let mut signs = part.chars();
        signs.next().is_some_and(char::is_uppercase) && signs.next().is_none()
    };
    letters.next_back() == Some("")
        && (1..=3).contains(&letters.clone().count())
        && letters.all(one)
}

/// A word with a capital and small letters after it.
pub(super) fn is_name(word: &str) -> bool {
    let mut letters = closed(word).chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.all(|letter| letter.is_alphabetic() || "-’.".contains(letter))
}

/// `XXI`, `XIX–XX`, in Latin letters or those that look alike.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|sign| "IVXLCІХС–".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_word_are_not_its_own() {
        assert_eq!(opened("(«в"), "в");
        assert_eq!(closed("человек»,"), "человек");
        assert_eq!(closed("г.,"), "г.");
        assert_eq!(closed("г.).",), "г.");
        assert_eq!(closed("…"), "");
    }

    #[test]
    fn a_number_ends_in_a_digit() {
        for word in ["5", "40,6", "1991–2003", "−3", "10:30", "$5", "1,234.5"] {
            assert!(is_number(word), "{word}");
        }
        for word in ["5.", "COVID-19", "41%", "10-ға", "", "–", "5а"] {
            assert!(!is_number(word), "{word}");
        }
    }

    #[test]
    fn initials_are_capitals_with_dots() {
        for word in ["М.", "М.Б.", "M."] {
            assert!(is_initials(word), "{word}");
        }
        for word in ["м.", "М", "США.", "Мб.", ""] {
            assert!(!is_initials(word), "{word}");
        }
    }

    #[test]
    fn the_day_of_a_month() {
        for (word, is) in [
            ("5", true),
            ("31", true),
            ("5–20", true),
            ("32", false),
            ("0", false),
            ("2019", false),
        ] {
            assert_eq!(is_day(word), is, "{word}");
        }
    }
}
