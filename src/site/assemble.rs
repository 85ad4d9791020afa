//! Gathers everything that is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::links;
use super::{Archive, Content, Site, Taken};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::export::{DatasetFiles, Export, FigureFiles};
use crate::html::{RenderedPage, Theme, paths};
use crate::lang::Lang;
use crate::picture::{FigurePicture, Picture};
use crate::site_path::{Home, SitePath};

/// What is made of one edition.
#[derive(Debug)]
pub struct EditionFiles {
    /// The edition's language.
    pub lang: Lang,
    /// Its pages.
    pub pages: Vec<RenderedPage>,
    /// The cards of its pages.
    pub cards: Vec<(SitePath, Picture)>,
    /// Its figures by their ids.
    pub figures: BTreeMap<String, FigurePicture>,
    /// The data that each of them draws.
    pub figure_data: BTreeMap<String, FigureFiles>,
}

/// What is made of one study.
pub struct StudyFiles {
    /// Where it lives.
    pub home: Home,
    /// Pages that belong to no edition.
    pub pages: Vec<RenderedPage>,
    /// Its editions.
    pub editions: Vec<EditionFiles>,
    /// The files of its datasets.
    pub export: Export,
    /// Its versions.
    pub versions: Vec<Arc<Archive>>,
}

/// What is made of all studies.
pub struct Assembled {
    /// The whole site.
    pub site: Site,
    /// The files of each study in their order, those that make the look of all among them.
    pub of_studies: Vec<Vec<SitePath>>,
}

/// The site of these studies, of pages that belong to none of them, and of the theme's
/// assets; two files for one path and links that lead nowhere are reported.
pub fn assemble(
    pages: Vec<RenderedPage>,
    studies: Vec<StudyFiles>,
    theme: &Theme,
    found: &mut Diagnostics,
) -> Assembled {
    let mut files: Vec<(SitePath, Content)> = Vec::new();
    files.extend(pages.into_iter().map(|(path, page)| (path, text(page))));
    let mut of_studies = Vec::new();
    for study in studies {
        let own = of_study(study);
        let assets = theme.assets().map(|(path, _)| path);
        of_studies
            .push(own.iter().map(|(path, _)| path).chain(assets).cloned().collect());
        files.extend(own);
    }
    let assets = theme.assets();
    files.extend(assets.map(|(path, b)| (path.clone(), Content::Bytes(b.into()))));
    Assembled { site: gather(files, found), of_studies }
}

fn of_study(study: StudyFiles) -> Vec<(SitePath, Content)> {
    let StudyFiles { home, pages, editions, export, versions } = study;
    let pages = pages.into_iter().map(|(path, page)| (path, text(page)));
    let mut files: Vec<_> = pages.collect();
    files.extend(editions.into_iter().flat_map(|edition| of_edition(home, edition)));
    let citations = export.citations.into_iter();
    files.extend(citations.map(|(path, own)| (path, text(own))));
    files.extend(dataset_files(home, export.package, export.datasets));
    for version in versions {
        let own = version.files();
        files.extend(own.map(|(path, file)| (path, Content::Archived(file))));
    }
    files
}

fn of_edition(home: Home, edition: EditionFiles) -> Vec<(SitePath, Content)> {
    let pages = edition.pages.into_iter();
    let mut files: Vec<_> = pages.map(|(path, page)| (path, text(page))).collect();
    let cards = edition.cards.into_iter();
    files.extend(cards.map(|(path, card)| (path, Content::Picture(card))));
    let at = |id: &str, ending| paths::figure(home, edition.lang, id, ending);
    for (id, figure) in edition.figures {
        files.push((at(&id, "svg"), Content::Bytes(figure.svg.into())));
        files.extend(figure.png.map(|png| (at(&id, "png"), Content::Picture(png))));
    }
    let data = edition.figure_data.into_iter();
    let data = data.flat_map(|(id, data)| {
        let workbook = Content::Workbook(data.workbook);
        let own =
            [("csv", text(data.csv)), ("json", text(data.json)), ("xlsx", workbook)];
        own.map(|(ending, own)| (at(&id, ending), own))
    });
    let checksums = paths::figure_checksums(home, edition.lang);
    files.extend(with_checksums(checksums, data.collect()));
    files
}

/// The files of the datasets.
fn dataset_files(
    home: Home,
    package: String,
    datasets: Vec<DatasetFiles>,
) -> Vec<(SitePath, Content)> {
    let mut files = vec![(paths::data_package(home), text(package))];
    for own in datasets {
        let id = own.dataset.as_str();
        files.push((paths::csv(home, id), text(own.csv)));
        files.push((paths::json(home, id), text(own.json)));
        files.push((paths::csvw(home, id), text(own.csvw)));
        files.push((paths::xlsx(home, id), Content::Workbook(own.workbook)));
    }
    with_checksums(paths::data_checksums(home), files)
}

/// Files and the list of their checksums, if there are any.
fn with_checksums(
    at: SitePath,
    mut files: Vec<(SitePath, Content)>,
) -> Vec<(SitePath, Content)> {
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    if !files.is_empty() {
        let paths = files.iter().map(|(path, _)| path.clone()).collect();
        files.push((at, Content::Checksums(paths)));
    }
    files
}

fn text(text: String) -> Content {
    Content::Bytes(text.into_bytes().into())
}

fn gather(files: Vec<(SitePath, Content)>, found: &mut Diagnostics) -> Site {
    let mut site = Site::new();
    for (path, content) in files {
        add(&mut site, path, content, found);
    }
    // What could not be made has left dead ends behind.
    if !found.has_errors() {
        links::check(&site, found);
    }
    site
}

/// Adds a file to a site; one whose path is taken is reported.
pub fn add(site: &mut Site, path: SitePath, content: Content, found: &mut Diagnostics) {
    if let Err(Taken(taken)) = site.insert(path.clone(), content) {
        let message = format!("`{path}` is written twice, also as `{taken}`");
        let collision = Diagnostic::global(Code::PathCollision, message);
        found.push(collision.help("rename one of the two files"));
    }
}
