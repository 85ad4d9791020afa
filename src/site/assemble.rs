//! Gathers everything that is published.

use std::collections::BTreeMap;

use super::links;
use super::{Content, Site};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::export::Export;
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
    /// What each of them draws, as CSV.
    pub figure_csvs: BTreeMap<String, String>,
}

/// The site of all this, of pages that belong to no edition, the files of the datasets and
/// the theme's assets; two files for one path and links that lead nowhere are reported.
pub fn assemble(
    pages: Vec<RenderedPage>,
    editions: Vec<EditionFiles>,
    exports: Vec<Export>,
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
            files.push((at(&id, "svg"), text(figure.svg)));
            files.extend(figure.png.map(|png| (at(&id, "png"), Content::Picture(png))));
        }
        let csvs = edition.figure_csvs.into_iter();
        files.extend(csvs.map(|(id, csv)| (at(&id, "csv"), text(csv))));
    }
    for export in exports {
        files.push((paths::csv(&export.dataset), text(export.csv)));
        files.push((paths::json(&export.dataset), text(export.json)));
    }
    let assets = theme.assets();
    files.extend(assets.map(|(path, b)| (path.clone(), Content::Bytes(b.to_vec()))));
    gather(files, found)
}

fn text(text: String) -> Content {
    Content::Bytes(text.into_bytes())
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
