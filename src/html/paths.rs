//! Where the pages of a site live.

use crate::lang::Lang;
use crate::locale::ascii_name;
use crate::site_path::SitePath;

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

/// The script of pages of text and charts.
pub fn script() -> SitePath {
    SitePath::presume("assets/page.js")
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
pub fn search_index(lang: Lang, part: &str) -> SitePath {
    SitePath::presume(format!("{}/search/{part}.js", folder(lang)))
}

/// The rows of a dataset as CSV, the same in every edition.
pub fn csv(dataset: &str) -> SitePath {
    SitePath::presume(format!("data/{}.csv", file_name(dataset)))
}

/// A dataset with its description as JSON, the same in every edition.
pub fn json(dataset: &str) -> SitePath {
    SitePath::presume(format!("data/{}.json", file_name(dataset)))
}

/// A dataset with its description as a workbook, the same in every edition.
pub fn xlsx(dataset: &str) -> SitePath {
    SitePath::presume(format!("data/{}.xlsx", file_name(dataset)))
}

/// The description of a dataset's CSV, where the W3C's Tabular Data Model looks for it.
pub fn csvw(dataset: &str) -> SitePath {
    SitePath::presume(format!("{}-metadata.json", csv(dataset)))
}

/// The description of all datasets as a Frictionless Data Package.
pub fn data_package() -> SitePath {
    SitePath::presume("data/datapackage.json")
}

/// The checksums of the files of all datasets.
pub fn data_checksums() -> SitePath {
    SitePath::presume("data/sha256sums.txt")
}

/// The checksums of the data of an edition's figures.
pub fn figure_checksums(lang: Lang) -> SitePath {
    SitePath::presume(format!("{}/figures/sha256sums.txt", folder(lang)))
}

/// A figure of the edition in `lang` as a file of this ending.
pub fn figure(lang: Lang, id: &str, ending: &str) -> SitePath {
    let name = file_name(id);
    SitePath::presume(format!("{}/figures/{name}.{ending}", folder(lang)))
}

/// The news of the edition in `lang`.
pub fn feed(lang: Lang) -> SitePath {
    SitePath::presume(format!("{}/feed.xml", folder(lang)))
}

/// The reference to the edition in `lang` for reference managers, as a file of this ending.
pub fn citation(lang: Lang, ending: &str) -> SitePath {
    SitePath::presume(format!("{}/citation.{ending}", folder(lang)))
}

/// How the site is cited in the Citation File Format: its name is `CITATION.cff` once it is
/// saved.
pub fn citation_file() -> SitePath {
    SitePath::presume("citation.cff")
}

/// The style sheet that shows on the pages of a version that a newer one exists. It is no
/// file of the version: that stays as it is.
pub fn version_style(name: &str) -> SitePath {
    SitePath::presume(format!("versions/{name}.css"))
}

/// Where a page of a version lives in the whole site.
pub fn in_version(name: &str, page: &SitePath) -> SitePath {
    SitePath::presume(format!("{name}/{page}"))
}

/// The list of versions beside the page about an edition; `None` beside any other file.
pub fn list_beside(file: &SitePath) -> Option<SitePath> {
    let folder = file.as_str().strip_suffix("/about.html")?;
    (!folder.contains('/')).then(|| SitePath::presume(format!("{folder}/versions.html")))
}

/// A page that every edition has.
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
    pub fn path(&self, lang: Lang) -> SitePath {
        let folder = folder(lang);
        match self {
            Self::Study => in_folder(&folder),
            // In a folder of their own, so that no id of an author is a page of ours.
            Self::Section(id) => {
                SitePath::presume(format!("{folder}/sections/{}.html", file_name(id)))
            }
            Self::References => SitePath::presume(format!("{folder}/references.html")),
            Self::About => SitePath::presume(format!("{folder}/about.html")),
            Self::Search => in_folder(&format!("{folder}/search")),
            Self::Versions => SitePath::presume(format!("{folder}/versions.html")),
            Self::Dataset(id) => {
                SitePath::presume(format!("{folder}/data/{}.html", file_name(id)))
            }
            // No id of a dataset has a hyphen.
            Self::Revisions(id) => {
                let name = file_name(id);
                SitePath::presume(format!("{folder}/data/{name}-revisions.html"))
            }
        }
    }

    /// Where the card of that page lives: beside it, for a folder holds several pages.
    pub fn card(&self, lang: Lang) -> SitePath {
        let page = self.path(lang);
        let name = page.as_str().strip_suffix(".html").unwrap_or(page.as_str());
        SitePath::presume(format!("{name}-card.png"))
    }
}

/// The folder of the edition in `lang`.
pub(super) fn folder(lang: Lang) -> String {
    lang.as_str().to_ascii_lowercase()
}

/// The page that a folder stands for.
pub(super) fn in_folder(folder: &str) -> SitePath {
    SitePath::presume(format!("{folder}/index.html"))
}

fn file_name(id: &str) -> String {
    let lower = id.to_ascii_lowercase();
    if SitePath::parse(&lower).is_some_and(|path| !path.as_str().contains('/')) {
        lower
    } else {
        format!("dataset-{}", ascii_name(id, Lang::presume("kk")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_language_and_any_dataset_has_a_path() {
        let path = |lang, id: &str| {
            let lang = Lang::parse(lang).unwrap();
            PageKind::Dataset(id.into()).path(lang).to_string()
        };
        assert_eq!(path("kk-Latn", "Survey_2006"), "kk-latn/data/survey_2006.html");
        assert_eq!(path("kk", "../халық"), "kk/data/dataset-halyq.html");
    }
}
