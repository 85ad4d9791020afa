//! Which languages stand beside each other on a page, and where that page lives.

use std::collections::BTreeSet;

use super::paths;
use crate::lang::Lang;
use crate::site_path::{Home, SitePath};

/// Two languages of the study on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The language of the page and of its first column.
    pub first: Lang,
    /// The language of its second column.
    pub second: Lang,
    /// Where the page lives.
    pub at: SitePath,
}

impl Pair {
    /// The pairs of a study in `languages`, each with a folder of its own: `en-kk`.
    ///
    /// A folder may be taken: the languages `pt` and `br` would have that of the edition in
    /// `pt-BR`. Then it is `pt--br`. No tag has two hyphens in a row, so that this can be
    /// read in one way only, and is the folder of no edition and of no other pair.
    pub fn all(home: Home, languages: &[Lang], pairs: &[(Lang, Lang)]) -> Vec<Self> {
        let editions = languages.iter().map(|lang| paths::of_language(*lang));
        let mut taken: BTreeSet<String> = editions.collect();
        let mut folder = |first: Lang, second: Lang| {
            let (first, second) = (paths::of_language(first), paths::of_language(second));
            let short = format!("{first}-{second}");
            match taken.insert(short.clone()) {
                true => short,
                false => format!("{first}--{second}"),
            }
        };
        let pair = |(first, second): &(Lang, Lang)| Self {
            first: *first,
            second: *second,
            at: paths::in_folder(&home.below(&folder(*first, *second))),
        };
        pairs.iter().map(pair).collect()
    }

    /// Both languages in their order.
    pub fn languages(&self) -> [Lang; 2] {
        [self.first, self.second]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(tags: &[&str]) -> Vec<String> {
        let languages: Vec<_> =
            tags.iter().map(|tag| Lang::parse(tag).unwrap()).collect();
        let both = |first: Lang| languages.iter().map(move |second| (first, *second));
        let pairs = languages.iter().flat_map(|first| both(*first));
        let pairs: Vec<_> = pairs.filter(|(first, second)| first != second).collect();
        let all = Pair::all(Home::TOP, &languages, &pairs);
        let folder = |at: &SitePath| at.as_str().replace("/index.html", "");
        let editions = languages.iter().map(|lang| paths::of_language(*lang));
        all.iter().map(|pair| folder(&pair.at)).chain(editions).collect()
    }

    #[test]
    fn a_folder_names_both_languages() {
        assert_eq!(folders(&["en", "kk"]), ["en-kk", "kk-en", "en", "kk"]);
        let latin = ["kk-kk-latn", "kk-latn-kk", "kk", "kk-latn"];
        assert_eq!(folders(&["kk", "kk-Latn"]), latin);
    }

    #[test]
    fn no_two_folders_are_one_whatever_the_languages() {
        let tags = [
            "pt",
            "br",
            "pt-BR",
            "br-PT",
            "kk",
            "kk-Latn",
            "kk-Latn-KZ",
            "kk-KZ",
            "kz",
            "kz-Latn",
            "kz-KZ",
            "br-KK",
            "kz-Latn-BR",
        ];
        let folders = folders(&tags);
        let unique: BTreeSet<_> = folders.iter().collect();
        assert_eq!(unique.len(), tags.len() * tags.len());
        assert!(folders.contains(&"pt--br".to_owned()));
    }
}
