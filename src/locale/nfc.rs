//! One form for texts that look the same.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in Unicode normalization form C (UAX #15), so that `й` and `ё` are the same
/// letters whether a system stores them as one character or as a letter and its mark.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
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
}
