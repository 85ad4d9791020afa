//! Names for addresses.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::Alphabet;
use crate::lang::Lang;

/// An ASCII name for words of a language: small letters, words joined by `-`.
///
/// Kazakh words are written by the draft of 2021 and Russian ones by BGN/PCGN, then the
/// marks are left out; of other letters those remain that a mark tells from an ASCII one.
pub fn ascii_name(text: &str, lang: Lang) -> String {
    let alphabet = match lang.language() {
        "ru" => Alphabet::Bgn,
        _ => Alphabet::Draft2021,
    };
    let written = alphabet.write(&text.to_lowercase());
    let mut name = String::new();
    for letter in written.chars() {
        match letter {
            // Without its mark it would be another letter, that of с.
            'ş' => name.push_str("sh"),
            'ı' => name.push('i'),
            'ʹ' | 'ʺ' => {}
            _ => push_plain(&mut name, letter),
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

/// Adds a letter without its marks, or a hyphen in the place of what is none.
fn push_plain(name: &mut String, letter: char) {
    let mut buffer = [0; 4];
    let parts = DecomposingNormalizerBorrowed::new_nfd();
    match parts.normalize(letter.encode_utf8(&mut buffer)).chars().next() {
        Some(plain) if plain.is_ascii_alphanumeric() => name.push(plain),
        Some('\u{300}'..='\u{36f}') => {}
        _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(tag: &str, text: &str) -> String {
        ascii_name(text, Lang::parse(tag).unwrap())
    }

    #[test]
    fn kazakh_names_keep_every_letter() {
        let same = |text, expected| assert_eq!(name("kk", text), expected);
        same("Қазақстан өңірлеріндегі әлеуметтік", "qazaqstan-onirlerindegi-aleumettik");
        same("Шаңырақ: жүйе, іс, һәм ғылым", "shanyraq-juie-is-ham-gylym");
        same("Ұлытау мен Маңғыстау", "ulytau-men-mangystau");
        same("«Бір» — екі!", "bir-eki");
    }

    #[test]
    fn russian_names_are_spelt_as_in_english() {
        let same = |text, expected| assert_eq!(name("ru", text), expected);
        same("Объём, 2019", "obyom-2019");
        same("Жизнь в большом городе", "zhizn-v-bolshom-gorode");
        same("Хозяйства, щедрые юноши и цены", "khozyaystva-shchedrye-yunoshi-i-tseny");
    }

    #[test]
    fn marks_of_other_letters_are_left_out() {
        assert_eq!(name("en", "A café – naïve"), "a-cafe-naive");
        assert_eq!(name("en", "漢字"), "");
    }
}
