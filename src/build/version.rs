//! What a site has of the versions of its studies, and where the version lives that it is.

use std::sync::Arc;

use super::{BuildOptions, build};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::html;
use crate::lang::Lang;
use crate::load::{self, FrozenVersion};
use crate::site::{Archive, Manifest};
use crate::site_path::Home;
use crate::study::Study;

/// The public address of the site, or of the version that it is.
pub(super) fn base_url(study: &Study, options: &BuildOptions) -> Option<String> {
    let base = options.base_url.as_ref().or(study.base_url.as_ref())?;
    Some(match &options.version {
        Some(version) => format!("{base}{}/", version.home.within(&version.name)),
        None => base.clone(),
    })
}

/// A version as it was published, which is built anew only where it is needed.
pub(super) fn archive(
    own: &FrozenVersion,
    found: &mut Diagnostics,
) -> Option<Arc<Archive>> {
    let Some(manifest) = Manifest::parse(&own.published) else {
        let path = format!("{}{}/{}", load::VERSIONS, own.version.name, load::PUBLISHED);
        let message = format!("`{path}` is not as `baspa version new` wrote it");
        found.push(Diagnostic::new(Code::BadValue, own.span, message));
        return None;
    };
    let (input, version) = (own.input.clone(), own.version.clone());
    let rebuild = move || {
        let version = Some(version.clone());
        let options = BuildOptions { version, ..BuildOptions::default() };
        build(&input, &options).site
    };
    Some(Archive::new(&own.version, manifest, Box::new(rebuild)))
}

/// A version for the pages that name it.
pub(super) fn past<'v>(
    editions: &[Edition],
    own: &'v FrozenVersion,
) -> html::PastVersion<'v> {
    let manifest = Manifest::parse(&own.published).unwrap_or_default();
    let has = |lang: &Lang| {
        let page = html::paths::PageKind::Study.path(Home::TOP, *lang);
        manifest.paths().any(|path| *path == page)
    };
    let languages = editions.iter().map(|edition| edition.lang).filter(has).collect();
    let lists = manifest
        .paths()
        .filter_map(|path| html::paths::list_beside(own.version.home, path));
    html::PastVersion { version: &own.version, languages, lists: lists.collect() }
}
