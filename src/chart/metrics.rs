//! How wide a text is, by the advances of the font that the pages load.
//!
//! Kerning is left out: the pages switch it off in charts, and without a page it makes
//! a text narrower than measured, never wider.

use super::advances::ADVANCES;

/// Height of the box of a line above its baseline, in em: that of the font, as browsers
/// have it.
pub const ASCENT: f64 = 1.069;
/// Depth of the box of a line below its baseline, in em.
pub const DESCENT: f64 = 0.293;
/// Height of a line from its letters' tops to their depths, in em: less than its box.
pub const LETTERS: f64 = 1.04;
/// Half the height of a capital, in em: what centres a line on a mark.
pub const HALF_CAPITAL: f64 = 0.357;
/// Distance of two baselines, in em.
pub const LEADING: f64 = 1.3;

/// How far J and j, in all their forms, reach left of where they begin, in em; no other
/// letter does so by a twentieth.
const OVERHANG: f64 = 0.08;

/// Advance of a character that the font lacks, in thousandths of an em: as wide as the
/// widest letters, for what a fallback font draws is not known.
const UNKNOWN: u16 = 1000;

/// A face of the bundled font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
}

/// Width of `text` in px, set in one line at `size` px.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c, weight))).sum();
    f64::from(thousandths) * size / 1000.0
}

/// How far the first letter of `text` reaches left of where it begins, in whole px, as
/// browsers have the boxes of letters.
pub(super) fn overhang(text: &str, size: f64) -> f64 {
    match text.starts_with(['J', 'j', 'Ĵ', 'ĵ', 'Ј', 'ј']) {
        true => (OVERHANG * size).ceil(),
        false => 0.0,
    }
}

/// Whether the bundled font has this character.
pub(crate) fn has(character: char) -> bool {
    ADVANCES.binary_search_by_key(&character, |entry| entry.0).is_ok()
}

fn advance(character: char, weight: Weight) -> u16 {
    match ADVANCES.binary_search_by_key(&character, |entry| entry.0) {
        Ok(at) => ADVANCES.get(at).map_or(UNKNOWN, |entry| match weight {
            Weight::Regular => entry.1,
            Weight::Bold => entry.2,
        }),
        Err(_) => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Alphabet;

    #[test]
    fn the_table_is_sorted_by_character() {
        assert!(ADVANCES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn every_letter_and_sign_of_the_three_languages_is_in_the_table() {
        let wanted = "AZaz09 АЯаяЁё ӘәҒғҚқҢңӨөҰұҮүҺһІі ÁáǴǵŃńÓóÚúÝýIı ÄäÖöÜüĞğŪūŞşŊŋÑñİi \
                      «»“”‘’–—−…№₸€₽%‰°±×½²³⁻¹\u{a0}\u{202f}";
        let missing: String = wanted
            .chars()
            .filter(|c| ADVANCES.binary_search_by_key(c, |entry| entry.0).is_err())
            .collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn every_sign_of_the_latin_alphabets_of_editions_is_in_the_table() {
        for alphabet in [Alphabet::Draft2021, Alphabet::Decree2018, Alphabet::Bgn] {
            let missing: String = alphabet.signs().filter(|sign| !has(*sign)).collect();
            assert_eq!(missing, "", "{alphabet:?}");
        }
    }

    #[test]
    fn digits_are_as_wide_as_each_other_and_as_the_minus() {
        let zero = width("0", 13.0, Weight::Regular);
        for digit in "123456789−".chars() {
            assert_eq!(width(&digit.to_string(), 13.0, Weight::Regular), zero);
        }
    }

    #[test]
    fn an_unknown_character_counts_as_wide() {
        assert_eq!(width("漢", 10.0, Weight::Regular), 10.0);
    }
}
