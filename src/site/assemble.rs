//! Gathers everything that is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::links;
use super::{Archive, Content, Site};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::export::{Export, FigureFiles};
use crate::html::{RenderedPage, Theme, paths};
use crate::lang::Lang;
use crate::picture::{FigurePicture, Picture};
use crate::site_path::SitePath;

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

/// The site of all this, of pages that belong to no edition, the files of the datasets, the
/// versions of the study and the theme's assets; two files for one path and links that lead nowhere are reported.
pub fn assemble(
    pages: Vec<RenderedPage>,
    editions: Vec<EditionFiles>,
    mut export: Export,
    versions: &[Arc<Archive>],
    theme: &Theme,
    found: &mut Diagnostics,
) -> Site {
    let mut files: Vec<(SitePath, Content)> = Vec::new();
    files.extend(pages.into_iter().map(|(path, page)| (path, text(page))));
    for edition in editions {
        let pages = edition.pages.into_iter();
        files.extend(pages.map(|(path, page)| (path, text(page))));
        let cards = edition.cards.into_iter();
        files.extend(cards.map(|(path, card)| (path, Content::Picture(card))));
        let at = |id: &str, ending| paths::figure(edition.lang, id, ending);
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
        files.extend(with_checksums(
            paths::figure_checksums(edition.lang),
            data.collect(),
        ));
    }
    let citations = std::mem::take(&mut export.citations).into_iter();
    files.extend(citations.map(|(path, own)| (path, text(own))));
    files.extend(dataset_files(export));
    for version in versions {
        let own = version.files();
        files.extend(own.map(|(path, file)| (path, Content::Archived(file))));
    }
    let assets = theme.assets();
    files.extend(assets.map(|(path, b)| (path.clone(), Content::Bytes(b.into()))));
    gather(files, found)
}

/// The files of the datasets.
fn dataset_files(export: Export) -> Vec<(SitePath, Content)> {
    let mut files = vec![(paths::data_package(), text(export.package))];
    for own in export.datasets {
        let id = own.dataset.as_str();
        files.push((paths::csv(id), text(own.csv)));
        files.push((paths::json(id), text(own.json)));
        files.push((paths::csvw(id), text(own.csvw)));
        files.push((paths::xlsx(id), Content::Workbook(own.workbook)));
    }
    with_checksums(paths::data_checksums(), files)
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
        if let Err(taken) = site.insert(path.clone(), content) {
            found.push(collision(&path, &taken.0));
        }
    }
    // What could not be made has left dead ends behind.
    if !found.has_errors() {
        links::check(&site, found);
    }
    site
}

fn collision(path: &SitePath, taken: &SitePath) -> Diagnostic {
    let message = format!("`{path}` is written twice, also as `{taken}`");
    Diagnostic::global(Code::PathCollision, message).help("rename one of the two files")
}
