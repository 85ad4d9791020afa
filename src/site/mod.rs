//! A finished site in memory, and the way it reaches the disk.

mod archive;
mod assemble;
mod checksums;
mod draw;
mod links;
mod manifest;
mod output;
mod swap;
mod write;

pub use archive::{Archive, Archived, Rebuild};
pub use assemble::{Assembled, EditionFiles, StudyFiles, add, assemble};
pub use draw::OnDrawn;
pub use manifest::{MANIFEST, Manifest};
pub use write::{Written, repair, write};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use checksums::checksums;
use rayon::prelude::*;

use crate::digest::digest;
use crate::export::Workbook;
use crate::picture::Picture;
use crate::site_path::SitePath;

/// Every file of a site by its path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<SitePath, Content>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// A PNG, which is drawn when somebody needs it.
    Picture(Picture),
    /// A workbook, which is written when somebody needs it.
    Workbook(Workbook),
    /// SHA-256 of other files of the site, as `sha256sum` reads it, made when somebody needs
    /// it.
    Checksums(Vec<SitePath>),
    /// A file of a version, which stays as it was published.
    Archived(Archived),
}

impl Content {
    /// The bytes; `None` for what has none until it is made.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Picture(_)
            | Self::Workbook(_)
            | Self::Checksums(_)
            | Self::Archived(_) => None,
        }
    }
}

/// Why a file cannot be added: its path, or a part of it, belongs to this other file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken(pub SitePath);

impl Site {
    /// A site without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, unless its path has an owner: a file of the same name, one that
    /// stands where a folder is needed, or the manifest. Paths are in lower case, so
    /// those that differ by case alone are the same.
    pub fn insert(&mut self, path: SitePath, content: Content) -> Result<(), Taken> {
        if let Some(owner) = self.owner(&path) {
            return Err(Taken(owner));
        }
        self.files.insert(path, content);
        Ok(())
    }

    /// What the file at `path` holds.
    pub fn get(&self, path: &SitePath) -> Option<&Content> {
        self.files.get(path)
    }

    /// The bytes of the file at `path`, unless they are still to be made.
    pub fn bytes(&self, path: &SitePath) -> Option<&[u8]> {
        self.get(path)?.bytes()
    }

    /// The bytes of the file at `path`, made if they are to be made; `None` too for a file
    /// of a version of which this program makes others.
    pub fn made(&self, path: &SitePath) -> Option<Cow<'_, [u8]>> {
        Some(match self.get(path)? {
            Content::Bytes(bytes) => Cow::Borrowed(bytes),
            Content::Picture(picture) => Cow::Owned(picture.draw()),
            Content::Workbook(workbook) => Cow::Owned(workbook.write()),
            Content::Checksums(files) => {
                let bytes =
                    files.iter().filter_map(|file| Some((file, self.made(file)?)));
                Cow::Owned(checksums(path, bytes))
            }
            Content::Archived(file) => Cow::Owned(file.made()?),
        })
    }

    /// All files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &Content)> {
        self.files.iter()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are no files.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The list of its files with their checksums, all of them made.
    pub fn manifest(&self) -> Manifest {
        let paths: Vec<_> = self.files.keys().collect();
        let digests = paths
            .par_iter()
            .filter_map(|path| Some(((*path).clone(), digest(&self.made(path)?))));
        digests.collect::<Vec<_>>().into_iter().collect()
    }

    fn owner(&self, path: &SitePath) -> Option<SitePath> {
        let folders = path.as_str().match_indices('/').map(|(end, _)| end);
        let manifest = SitePath::presume(MANIFEST);
        for end in folders.chain([path.as_str().len()]) {
            let owner = SitePath::parse(&path.as_str()[..end])?;
            if owner == manifest || self.files.contains_key(&owner) {
                return Some(owner);
            }
        }
        self.first_below(path)
    }

    fn first_below(&self, folder: &SitePath) -> Option<SitePath> {
        let prefix = format!("{folder}/");
        let after = self.files.range(folder.clone()..).map(|(path, _)| path);
        after
            .take_while(|path| path.as_str().starts_with(folder.as_str()))
            .find(|path| path.as_str().starts_with(&prefix))
            .cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_one_owner() {
        let mut site = Site::new();
        let mut insert = |path| {
            site.insert(SitePath::presume(path), Content::Bytes([].into()))
                .map_err(|t| t.0)
        };
        assert_eq!(insert("en/index.html"), Ok(()));
        assert_eq!(insert("en-gb"), Ok(()));
        assert_eq!(insert("en/index.html"), Err(SitePath::presume("en/index.html")));
        assert_eq!(insert("en/index.html/a"), Err(SitePath::presume("en/index.html")));
        assert_eq!(insert("en"), Err(SitePath::presume("en/index.html")));
        assert_eq!(insert(MANIFEST), Err(SitePath::presume(MANIFEST)));
        assert_eq!(insert("en/data.html"), Ok(()));
    }
}
