//! Languages of a study, and maps that have a value for each of them.

use std::fmt;

/// A language as a BCP 47 tag in its canonical case, such as `en`, `kk` or `kk-Latn`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang {
    bytes: [u8; Self::MAX],
    len: u8,
}

impl Lang {
    /// Longest tag that is taken, in bytes: language, script and region with room to
    /// spare.
    const MAX: usize = 15;

    /// Reads a tag: a language of two or three letters, then optionally a script of
    /// four letters and a region of two letters (RFC 5646 §2.1, without extensions).
    pub fn parse(tag: &str) -> Option<Self> {
        if tag.len() > Self::MAX {
            return None;
        }
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        if !(2..=3).contains(&language.len()) || !letters(language) {
            return None;
        }
        let mut canonical = language.to_ascii_lowercase();
        let mut last = 0;
        for part in parts {
            let rank = match part.len() {
                4 => 1,
                2 => 2,
                _ => return None,
            };
            if !letters(part) || rank <= last {
                return None;
            }
            last = rank;
            canonical.push('-');
            if rank == 1 {
                canonical.push_str(&part[..1].to_ascii_uppercase());
                canonical.push_str(&part[1..].to_ascii_lowercase());
            } else {
                canonical.push_str(&part.to_ascii_uppercase());
            }
        }
        let mut bytes = [0; Self::MAX];
        bytes[..canonical.len()].copy_from_slice(canonical.as_bytes());
        Some(Self { bytes, len: canonical.len() as u8 })
    }

    /// A language that this program names itself.
    ///
    /// # Panics
    /// If it is no tag: our fault, never an author's.
    pub fn presume(tag: &str) -> Self {
        Self::parse(tag).unwrap_or_else(|| panic!("`{tag}` is no language tag"))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or("und")
    }

    /// The language without script and region: `kk` of `kk-Latn`.
    pub fn language(&self) -> &str {
        self.as_str().split('-').next().unwrap_or("und")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A value for each language of a study, in the study's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerLang<T> {
    entries: Vec<(Lang, T)>,
}

impl<T> PerLang<T> {
    /// Makes the value of each language of `languages`.
    pub fn new(languages: &[Lang], mut make: impl FnMut(Lang) -> T) -> Self {
        Self { entries: languages.iter().map(|lang| (*lang, make(*lang))).collect() }
    }

    /// Makes the value of each language, and tries them all even where one fails; `None`
    /// where one did.
    pub fn try_new(
        languages: &[Lang],
        mut make: impl FnMut(Lang) -> Option<T>,
    ) -> Option<Self> {
        let made: Vec<_> = languages.iter().map(|lang| (*lang, make(*lang))).collect();
        let entries = made.into_iter().map(|(lang, value)| Some((lang, value?)));
        entries.collect::<Option<_>>().map(|entries| Self { entries })
    }

    /// The value of a language of the study.
    ///
    /// # Panics
    /// If `lang` is not a language that the map was made for: our fault, never an
    /// author's.
    pub fn get(&self, lang: Lang) -> &T {
        let found = self.entries.iter().find(|(own, _)| *own == lang);
        &found.expect("a map over the study's languages").1
    }

    /// The value of any language, if the map has one.
    pub fn find(&self, lang: Lang) -> Option<&T> {
        self.iter().find(|(own, _)| *own == lang).map(|(_, value)| value)
    }

    /// The same with a value for one more language.
    pub fn with(mut self, lang: Lang, value: T) -> Self {
        self.entries.push((lang, value));
        self
    }

    /// Languages and values in the study's order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.entries.iter().map(|(lang, value)| (*lang, value))
    }

    /// The same map of other values.
    pub fn map<U>(&self, mut f: impl FnMut(Lang, &T) -> U) -> PerLang<U> {
        PerLang {
            entries: self.iter().map(|(lang, value)| (lang, f(lang, value))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonical() {
        let tag = |text| Lang::parse(text).map(|lang| lang.to_string());
        assert_eq!(tag("KK-latn-kz").as_deref(), Some("kk-Latn-KZ"));
        assert_eq!(tag("en").as_deref(), Some("en"));
        for wrong in ["", "e", "english", "en-", "en-US-Latn", "қаз", "en_US"] {
            assert_eq!(tag(wrong), None, "{wrong}");
        }
    }
}
