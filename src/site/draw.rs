//! From a site with files that are not made yet, pictures among them, to the bytes of every
//! file.
//!
//! The output folder of the last run is the only store of drawn pictures: a PNG in it says
//! what it was drawn from, and the manifest proves that it is as it was written. So a
//! rebuild draws what has changed, and its bytes are those of a build from nothing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::checksums::checksums;
use super::manifest::{Manifest, digest};
use super::{Content, Site};
use crate::picture::Picture;
use crate::site_path::SitePath;

/// The bytes of every file of a site by its path.
pub(super) type Files<'s> = BTreeMap<&'s SitePath, Cow<'s, [u8]>>;

/// Is told after each picture how many are drawn, and how many are to be drawn in all.
pub type OnDrawn<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A folder that holds what an earlier run wrote.
pub(super) struct Earlier<'o> {
    /// The folder.
    pub(super) folder: &'o Path,
    /// What the run says it wrote.
    pub(super) manifest: Option<&'o Manifest>,
}

impl Earlier<'_> {
    /// The PNG of `picture`, if it is at `path` as it was written.
    fn drawn(&self, path: &SitePath, picture: &Picture) -> Option<Vec<u8>> {
        let written = self.manifest?.digest(path)?;
        let bytes = fs::read(self.folder.join(path.as_str())).ok()?;
        let same = digest(bytes.as_slice()).is_ok_and(|digest| digest == written);
        (same && picture.is_source_of(&bytes)).then_some(bytes)
    }
}

/// Every file of `site`: pictures are taken from an earlier run, or drawn.
pub(super) fn files<'s>(
    site: &'s Site,
    earlier: &Earlier<'_>,
    on_drawn: OnDrawn<'_>,
) -> Files<'s> {
    let mut files = Files::new();
    let mut pictures = Vec::new();
    let mut workbooks = Vec::new();
    let mut sums = Vec::new();
    for (path, content) in site.iter() {
        match content {
            Content::Bytes(bytes) => drop(files.insert(path, Cow::Borrowed(bytes))),
            Content::Picture(picture) => pictures.push((path, picture)),
            Content::Workbook(workbook) => workbooks.push((path, workbook)),
            Content::Checksums(of) => sums.push((path, of)),
        }
    }
    let written = workbooks.par_iter();
    let written = written.map(|(path, workbook)| (*path, Cow::Owned(workbook.write())));
    files.extend(written.collect::<Vec<_>>());
    let found = pictures.par_iter().map(|(path, picture)| earlier.drawn(path, picture));
    let found: Vec<_> = found.collect();
    let total = found.iter().filter(|png| png.is_none()).count();
    let done = AtomicUsize::new(0);
    let draw = |(picture, found): (&Picture, Option<Vec<u8>>)| {
        found.unwrap_or_else(|| {
            let png = picture.draw();
            on_drawn(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            png
        })
    };
    let drawn: Vec<_> =
        pictures.par_iter().map(|(_, picture)| *picture).zip(found).map(draw).collect();
    let paths = pictures.iter().map(|(path, _)| *path);
    files.extend(paths.zip(drawn.into_iter().map(Cow::Owned)));
    let sums = sums.into_iter().map(|(path, of)| {
        let of = of.iter().filter_map(|own| Some((own, files.get(own)?.clone())));
        (path, Cow::Owned(checksums(path, of)))
    });
    let sums: Vec<_> = sums.collect();
    files.extend(sums);
    files
}
