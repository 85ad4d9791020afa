//! What holds of the real study, in all its languages.
#![allow(missing_docs, reason = "tests are named as sentences")]

mod editions;
mod heads;
mod html;
mod latin;
mod links;
mod numbers;
mod paged;
mod pictures;
mod published;
mod reuse;
mod same_bytes;
mod words;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use baspa::site::Site;
use baspa::source::Input;
use baspa::{BuildOptions, build, diag};

use html::Page;

/// The languages of the editions; the texts of `kk-Latn` are made of those of `kk`.
pub(crate) const LANGS: [&str; 4] = ["en", "kk", "kk-Latn", "ru"];

/// The folder of an edition in the site.
pub(crate) fn folder(lang: &str) -> String {
    lang.to_ascii_lowercase()
}

/// The public address of the study.
pub(crate) const BASE: &str = "https://baspa.example/";

/// The site with its pages read, made once for all tests.
pub(crate) struct Built {
    pub(crate) site: Site,
    /// Every page by its path.
    pub(crate) pages: BTreeMap<String, Page>,
}

impl Built {
    /// The page of the study in one language.
    pub(crate) fn study(&self, lang: &str) -> &Page {
        &self.pages[&format!("{}/index.html", folder(lang))]
    }

    /// The languages of its editions.
    pub(crate) fn languages(&self) -> Vec<&str> {
        let about = self.pages.iter().filter(|(path, _)| path.ends_with("/about.html"));
        about.map(|(_, page)| page.elements[0].lang.as_str()).collect()
    }

    /// The pages of one edition with their paths.
    pub(crate) fn edition(&self, lang: &str) -> impl Iterator<Item = (&str, &Page)> {
        let folder = format!("{}/", folder(lang));
        let own = self.pages.iter().filter(move |(path, _)| path.starts_with(&folder));
        own.map(|(path, page)| (path.as_str(), page))
    }
}

pub(crate) static BUILT: LazyLock<Built> = LazyLock::new(|| built(root()));

/// A study with every type of figure.
static GALLERY: LazyLock<Built> = LazyLock::new(|| built(&root().join("tests/gallery")));

/// Both of them.
pub(crate) const EVERY: [&LazyLock<Built>; 2] = [&BUILT, &GALLERY];

/// The study with a page for each section.
pub(crate) static PAGED: LazyLock<Built> = LazyLock::new(|| {
    let files = content();
    let files = files.under("").map(|(_, file)| {
        let mut bytes = file.bytes.to_vec();
        if file.path == "content/study.yaml" {
            bytes.extend(b"layout: paged\n");
        }
        (file.path.clone(), bytes)
    });
    made(&Input::new(files))
});

fn built(project: &Path) -> Built {
    let (input, found) = baspa::load::read::read(project);
    assert_eq!(found.sorted(), []);
    made(&input)
}

fn made(input: &Input) -> Built {
    let site = site(input, &BuildOptions::default());
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let pages = pages
        .map(|(path, page)| {
            let bytes = page.bytes().expect("a page is no picture");
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            (path.to_string(), Page::parse(path.as_str(), text))
        })
        .collect();
    Built { site, pages }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The project of this repository.
pub(crate) fn content() -> Input {
    let (input, found) = baspa::load::read::read(root());
    assert_eq!(found.sorted(), []);
    input
}

/// The site of a project that has nothing wrong with it, warnings included.
pub(crate) fn site(input: &Input, options: &BuildOptions) -> Site {
    let outcome = build(input, options);
    let said = diag::human(&outcome.diagnostics, input, false);
    assert!(outcome.diagnostics.is_empty(), "{said}");
    outcome.site.expect("a site")
}
