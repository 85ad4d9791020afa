//! Where the files of a site live.
//!
//! Those of a study depend on its [`Home`]; the others are of the whole site. Ids of
//! datasets, figures and sections are checked where they are loaded: they are names of files
//! as they are.

use crate::lang::Lang;
use crate::site_path::{Home, SitePath};

/// The page that offers the languages.
pub fn root() -> SitePath {
    SitePath::presume("index.html")
}

/// The page that a server shows for an address that does not exist.
pub fn not_found() -> SitePath {
    SitePath::presume("404.html")
}

/// The list of all pages for search engines.
pub fn sitemap() -> SitePath {
    SitePath::presume("sitemap.xml")
}

/// What search engines may visit.
pub fn robots() -> SitePath {
    SitePath::presume("robots.txt")
}

/// The style sheet of every page.
pub fn style() -> SitePath {
    SitePath::presume("assets/style.css")
}

/// A file of the project's folder `static/`; `None` where its name cannot be an address.
pub fn asset(name: &str) -> Option<SitePath> {
    SitePath::parse(&format!("assets/{}", name.to_ascii_lowercase()))
}

/// The script of the pages of search.
pub fn search_script() -> SitePath {
    SitePath::presume("assets/search.js")
}

/// A part of what the edition in `lang` is searched by.
pub fn search_index(home: Home, lang: Lang, part: &str) -> SitePath {
    SitePath::presume(format!("{}/search/{part}.js", folder(home, lang)))
}

/// The rows of a dataset as CSV, the same in every edition.
pub fn csv(home: Home, dataset: &str) -> SitePath {
    dataset_file(home, dataset, "csv")
}

/// A dataset with its description as JSON, the same in every edition.
pub fn json(home: Home, dataset: &str) -> SitePath {
    dataset_file(home, dataset, "json")
}

/// A dataset with its description as a workbook, the same in every edition.
pub fn xlsx(home: Home, dataset: &str) -> SitePath {
    dataset_file(home, dataset, "xlsx")
}

/// The description of a dataset's CSV, where the W3C's Tabular Data Model looks for it.
pub fn csvw(home: Home, dataset: &str) -> SitePath {
    SitePath::presume(format!("{}-metadata.json", csv(home, dataset)))
}

/// The description of all datasets as a Frictionless Data Package.
pub fn data_package(home: Home) -> SitePath {
    SitePath::presume(format!("{}/datapackage.json", home.below("data")))
}

/// The checksums of the files of all datasets.
pub fn data_checksums(home: Home) -> SitePath {
    SitePath::presume(format!("{}/sha256sums.txt", home.below("data")))
}

/// The checksums of the data of an edition's figures.
pub fn figure_checksums(home: Home, lang: Lang) -> SitePath {
    SitePath::presume(format!("{}/figures/sha256sums.txt", folder(home, lang)))
}

/// A figure of the edition in `lang` as a file of this ending.
pub fn figure(home: Home, lang: Lang, id: &str, ending: &str) -> SitePath {
    SitePath::presume(format!("{}/figures/{id}.{ending}", folder(home, lang)))
}

/// The news of the edition in `lang`.
pub fn feed(home: Home, lang: Lang) -> SitePath {
    SitePath::presume(format!("{}/feed.xml", folder(home, lang)))
}

/// The reference to the edition in `lang` for reference managers, as a file of this ending.
pub fn citation(home: Home, lang: Lang, ending: &str) -> SitePath {
    SitePath::presume(format!("{}/citation.{ending}", folder(home, lang)))
}

/// How the study is cited in the Citation File Format: its name is `CITATION.cff` once it is
/// saved.
pub fn citation_file(home: Home) -> SitePath {
    SitePath::presume(home.within("citation.cff"))
}

/// The style sheet that shows on the pages of a version that a newer one exists. It is no
/// file of the version: that stays as it is.
pub fn version_style(home: Home, name: &str) -> SitePath {
    SitePath::presume(format!("{}/{name}.css", home.below("versions")))
}

/// Where a page of a version lives in the whole site. A version is a site of its own, at the
/// top of which its study lives.
pub fn in_version(home: Home, name: &str, page: &SitePath) -> SitePath {
    SitePath::presume(home.within(&format!("{name}/{page}")))
}

/// The list of versions for readers of the page of a version about an edition; `None` for
/// any other file.
pub fn list_beside(home: Home, file: &SitePath) -> Option<SitePath> {
    let folder = file.as_str().strip_suffix("/about.html")?;
    let list = || SitePath::presume(format!("{}/versions.html", home.below(folder)));
    (!folder.contains('/')).then(list)
}

/// The news of all studies in `lang`.
pub fn site_feed(lang: Lang) -> SitePath {
    SitePath::presume(format!("{}/feed.xml", of_language(lang)))
}

/// A page that a site of several studies has in each language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexKind {
    /// The list of the studies.
    Studies,
    /// The list of their keywords.
    Keywords,
    /// The studies with the keyword of this name.
    Keyword(String),
}

impl IndexKind {
    /// Where the page in `lang` lives.
    pub fn path(&self, lang: Lang) -> SitePath {
        let folder = of_language(lang);
        match self {
            Self::Studies => in_folder(&folder),
            Self::Keywords => in_folder(&format!("{folder}/keywords")),
            Self::Keyword(name) => {
                SitePath::presume(format!("{folder}/keywords/{name}.html"))
            }
        }
    }
}

/// A page that editions have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// The study itself; where its text stands on several pages, its front.
    Study,
    /// The section with this id, where each has a page.
    Section(String),
    /// The reference list, where it has a page.
    References,
    /// About the edition.
    About,
    /// The index of the study, by which it is searched.
    Search,
    /// The list of the study's versions.
    Versions,
    /// The dataset with this id.
    Dataset(String),
    /// What was changed in the dataset with this id.
    Revisions(String),
}

impl PageKind {
    /// Where the page of the edition in `lang` lives.
    pub fn path(&self, home: Home, lang: Lang) -> SitePath {
        let folder = folder(home, lang);
        match self {
            Self::Study => in_folder(&folder),
            // In a folder of their own, so that no id of an author is a page of ours.
            Self::Section(id) => {
                SitePath::presume(format!("{folder}/sections/{id}.html"))
            }
            Self::References => SitePath::presume(format!("{folder}/references.html")),
            Self::About => SitePath::presume(format!("{folder}/about.html")),
            Self::Search => in_folder(&format!("{folder}/search")),
            Self::Versions => SitePath::presume(format!("{folder}/versions.html")),
            Self::Dataset(id) => SitePath::presume(format!("{folder}/data/{id}.html")),
            // No id of a dataset has a hyphen.
            Self::Revisions(id) => {
                SitePath::presume(format!("{folder}/data/{id}-revisions.html"))
            }
        }
    }

    /// Where the card of that page lives: beside it, for a folder holds several pages.
    pub fn card(&self, home: Home, lang: Lang) -> SitePath {
        let page = self.path(home, lang);
        let name = page.as_str().strip_suffix(".html").unwrap_or(page.as_str());
        SitePath::presume(format!("{name}-card.png"))
    }
}

/// The folder of the edition in `lang` of the study at `home`.
pub(super) fn folder(home: Home, lang: Lang) -> String {
    home.below(&of_language(lang))
}

/// The folder of all that is in a language.
pub(super) fn of_language(lang: Lang) -> String {
    lang.as_str().to_ascii_lowercase()
}

fn dataset_file(home: Home, dataset: &str, ending: &str) -> SitePath {
    SitePath::presume(format!("{}/{dataset}.{ending}", home.below("data")))
}

/// The page that a folder stands for.
pub(super) fn in_folder(folder: &str) -> SitePath {
    SitePath::presume(format!("{folder}/index.html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_language_is_in_small_letters() {
        let page = PageKind::Dataset("survey_2006".to_owned());
        let path = page.path(Home::TOP, Lang::presume("kk-Latn"));
        assert_eq!(path.as_str(), "kk-latn/data/survey_2006.html");
    }
}
