//! In which direction a language is written, and how a page names it.

use crate::lang::Lang;

/// Scripts that are written from right to left (ISO 15924).
const SCRIPTS: [&str; 6] = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"];

/// Languages written so by default (CLDR 48, likely subtags).
const LANGUAGES: [&str; 11] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur"];

/// Kazakh is written in Arabic letters in these regions (CLDR 48, likely subtags).
const KAZAKH_REGIONS: [&str; 3] = ["CN", "IR", "MN"];

/// `ltr` or `rtl`.
pub(super) fn direction(lang: Lang) -> &'static str {
    let parts: Vec<_> = lang.as_str().split('-').collect();
    let script = parts.iter().find(|part| part.len() == 4);
    let region = parts.iter().skip(1).find(|part| part.len() == 2);
    let rtl = match (script, region) {
        (Some(script), _) => SCRIPTS.contains(script),
        (None, Some(region)) if lang.language() == "kk" => {
            KAZAKH_REGIONS.contains(region)
        }
        _ => LANGUAGES.contains(&lang.language()),
    };
    if rtl { "rtl" } else { "ltr" }
}

/// The name of a language as Open Graph wants it, where it has one.
pub(super) fn open_graph_locale(lang: Lang) -> Option<&'static str> {
    match lang.as_str() {
        "en" => Some("en_US"),
        "kk" => Some("kk_KZ"),
        "ru" => Some("ru_RU"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_is_written_in_both_directions() {
        let of = |tag| direction(Lang::parse(tag).unwrap());
        for tag in ["kk", "kk-Latn", "kk-KZ", "ru", "ar-Latn"] {
            assert_eq!(of(tag), "ltr", "{tag}");
        }
        for tag in ["kk-Arab", "kk-CN", "kk-Arab-KZ", "ar", "he"] {
            assert_eq!(of(tag), "rtl", "{tag}");
        }
    }
}
