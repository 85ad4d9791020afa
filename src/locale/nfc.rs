//! One form for texts that look the same.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The text in Unicode normalization form C (UAX #15), so that `й` and `ё` are the same
/// letters whether a system stores them as one character or as a letter and its mark.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// The text without the marks of its Latin letters, `é` as `e`, in the form C. Cyrillic
/// letters keep theirs: `й` is no `и`.
pub fn without_latin_marks(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(text);
    let mut plain = String::with_capacity(text.len());
    let mut after_latin = false;
    for sign in apart.chars() {
        let is_mark = matches!(sign, '\u{300}'..='\u{36f}');
        if is_mark && after_latin {
            continue;
        }
        after_latin = sign.is_ascii_alphabetic();
        plain.push(sign);
    }
    nfc(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_become_letters() {
        assert_eq!(nfc("кіи\u{306}"), "кій");
        assert_eq!(nfc("ме\u{308}д"), "мёд");
        assert_eq!(nfc("қазақ"), "қазақ");
    }

    #[test]
    fn only_latin_letters_lose_their_marks() {
        assert_eq!(
            without_latin_marks("née Ğağ, а\u{30b}\u{301}"),
            "nee Gag, а\u{30b}\u{301}"
        );
        assert_eq!(without_latin_marks("йод ёлка"), "йод ёлка");
        assert_eq!(without_latin_marks("a\u{30b}\u{301}"), "a");
    }
}
