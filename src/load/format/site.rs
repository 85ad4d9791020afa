//! What several studies share.

use super::{KazakhLatinFile, PercentWordFile, ThemeFile};
use crate::lang::{Lang, PerLang};
use crate::load::decode::{Chapter, Decode, Decoder, Key, authored, key_of, title_of};
use crate::load::yaml::Node;
use crate::locale::PercentWord;
use crate::source::Spanned;
use crate::study::Line;

authored! {
    /// `content/site.yaml`: what the studies of a project share that has several, each in a folder of `content/`; [studies.md](studies.md) explains it.
    struct SiteFile {
        /// The languages, in the order in which the site offers them. A study has some of them.
        languages: Vec<Lang>,
        /// The language that the others are translated from; one of `languages`.
        source_language: Lang,
        /// What the collection of the studies is called.
        title: PerLang<Line>,
        /// What it is, in a sentence.
        description: PerLang<Line>,
        /// Where the site is published, such as `https://example.org/studies/`. `--base-url` overrides it.
        base_url: Option<Spanned<String>>,
        /// Colours, fonts and logo of the site.
        theme: Option<ThemeFile>,
        /// Asks for editions in Latin letters, `kk-Latn`, of all studies that are in `kk`.
        kazakh_latin: Option<Spanned<KazakhLatinFile>>,
        /// The Kazakh word that `%` is read as; `пайыз` if it is not given.
        percent_word: Option<PercentWordFile>,
    }
}

/// The Kazakh word that `%` is read as.
pub(in crate::load) fn percent_word(file: Option<PercentWordFile>) -> PercentWord {
    match file {
        Some(PercentWordFile::Protsent) => PercentWord::Protsent,
        None | Some(PercentWordFile::Payiz) => PercentWord::Payiz,
    }
}
