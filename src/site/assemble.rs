//! Gathers everything that is published.

use super::Site;
use super::links;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::export::Export;
use crate::html::{RenderedPage, Theme, paths};
use crate::site_path::SitePath;

/// The site of pages, data files and assets; two files for one path and links that lead
/// nowhere are reported.
pub fn assemble(
    pages: Vec<RenderedPage>,
    exports: Vec<Export>,
    theme: &Theme,
    found: &mut Diagnostics,
) -> Site {
    let mut site = Site::new();
    for (path, text) in pages {
        add(&mut site, path, text.into_bytes(), found);
    }
    for export in exports {
        add(&mut site, paths::csv(&export.dataset), export.csv.into_bytes(), found);
        add(&mut site, paths::json(&export.dataset), export.json.into_bytes(), found);
    }
    for (path, bytes) in theme.assets() {
        add(&mut site, path.clone(), bytes.to_vec(), found);
    }
    // What could not be made has left dead ends behind.
    if !found.has_errors() {
        links::check(&site, found);
    }
    site
}

fn add(site: &mut Site, path: SitePath, bytes: Vec<u8>, found: &mut Diagnostics) {
    if let Err(taken) = site.insert(path.clone(), bytes) {
        let message = format!("`{path}` is written twice, also as `{}`", taken.0);
        found.push(
            Diagnostic::global(Code::PathCollision, message)
                .help("rename one of the two files"),
        );
    }
}
