//! Versions of a study that stay as they were published, byte for byte.
//!
//! A version is known by its manifest. Its files are taken from the output folder, where an
//! earlier run wrote them; else the version is built anew from its own input. Only bytes of
//! the manifest are ever given: another program may make others of the same input.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::Site;
use super::manifest::Manifest;
use crate::digest::digest;
use crate::html::paths;
use crate::site_path::SitePath;
use crate::study::Version;

/// Builds the site of a version anew; `None` where this program cannot.
pub type Rebuild = Box<dyn Fn() -> Option<Site> + Send + Sync>;

/// A version as it was published.
pub struct Archive {
    version: Version,
    manifest: Manifest,
    rebuild: Rebuild,
    rebuilt: OnceLock<Option<Site>>,
}

/// A file of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    archive: Arc<Archive>,
    /// Its path in the version.
    path: SitePath,
}

impl Archive {
    /// The version that was published as `manifest`.
    pub fn new(version: &Version, manifest: Manifest, rebuild: Rebuild) -> Arc<Self> {
        let version = version.clone();
        Arc::new(Self { version, manifest, rebuild, rebuilt: OnceLock::new() })
    }

    fn site(&self) -> Option<&Site> {
        self.rebuilt.get_or_init(|| (self.rebuild)()).as_ref()
    }

    /// Its files, with their paths in the whole site.
    pub fn files(self: &Arc<Self>) -> impl Iterator<Item = (SitePath, Archived)> {
        self.manifest.paths().map(|path| {
            let place = paths::in_version(self.version.home, &self.version.name, path);
            (place, Archived { archive: Arc::clone(self), path: path.clone() })
        })
    }
}

impl Archived {
    /// SHA-256 of its bytes.
    pub(crate) fn digest(&self) -> &str {
        self.archive.manifest.digest(&self.path).unwrap_or_default()
    }

    /// The version that it is of.
    pub(super) fn version(&self) -> &str {
        &self.archive.version.name
    }

    /// The version of baspa that made it.
    pub(super) fn program(&self) -> &str {
        &self.archive.version.program
    }

    /// Builds its version anew, unless that was done: to be called where no other thread may
    /// be waiting for it.
    pub(super) fn prepare(&self) {
        self.archive.site();
    }

    /// Its bytes, made anew; `None` where this program makes others.
    pub(super) fn made(&self) -> Option<Vec<u8>> {
        let bytes = self.archive.site()?.made(&self.path)?;
        (digest(&bytes) == self.digest()).then(|| bytes.into_owned())
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("version", &self.version).finish_non_exhaustive()
    }
}

impl PartialEq for Archive {
    fn eq(&self, other: &Self) -> bool {
        (&self.version, &self.manifest) == (&other.version, &other.manifest)
    }
}

impl Eq for Archive {}
