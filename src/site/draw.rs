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

use super::archive::Archived;
use super::checksums::checksums;
use super::manifest::{Manifest, digest};
use super::{Content, Site};
use crate::diag::{Code, Diagnostic};
use crate::picture::Picture;
use crate::site_path::SitePath;

/// The bytes of every file of a site by its path.
pub(super) type Files<'s> = BTreeMap<&'s SitePath, Cow<'s, [u8]>>;

/// How many names a message lists before it only counts.
const LISTED: usize = 5;

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
    /// The bytes at `path`, if they are as they were written and have this digest.
    fn written(&self, path: &SitePath, wanted: &str) -> Option<Vec<u8>> {
        let written = self.manifest?.digest(path)?;
        let bytes = fs::read(self.folder.join(path.as_str())).ok()?;
        let same = digest(bytes.as_slice()).is_ok_and(|digest| digest == wanted);
        (same && written == wanted).then_some(bytes)
    }

    /// The PNG of `picture`, if it is at `path` as it was written.
    fn drawn(&self, path: &SitePath, picture: &Picture) -> Option<Vec<u8>> {
        let bytes = self.written(path, self.manifest?.digest(path)?)?;
        picture.is_source_of(&bytes).then_some(bytes)
    }
}

/// Every file of `site`: pictures and files of versions are taken from an earlier run, or
/// made.
///
/// # Errors
/// If this program makes other files of a version than those that it was published as.
pub(super) fn files<'s>(
    site: &'s Site,
    earlier: &Earlier<'_>,
    on_drawn: OnDrawn<'_>,
) -> Result<Files<'s>, Diagnostic> {
    let mut files = Files::new();
    let mut pictures = Vec::new();
    let mut workbooks = Vec::new();
    let mut sums = Vec::new();
    let mut archived = Vec::new();
    for (path, content) in site.iter() {
        match content {
            Content::Bytes(bytes) => drop(files.insert(path, Cow::Borrowed(bytes))),
            Content::Picture(picture) => pictures.push((path, picture)),
            Content::Workbook(workbook) => workbooks.push((path, workbook)),
            Content::Checksums(of) => sums.push((path, of)),
            Content::Archived(file) => archived.push((path, file)),
        }
    }
    files.extend(versions(&archived, earlier)?);
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
    Ok(files)
}

/// The files of versions, all as they were published.
fn versions<'s>(
    archived: &[(&'s SitePath, &Archived)],
    earlier: &Earlier<'_>,
) -> Result<Files<'s>, Diagnostic> {
    let written =
        archived.par_iter().map(|(path, file)| earlier.written(path, file.digest()));
    let written: Vec<_> = written.collect();
    let missing = archived.iter().zip(&written).filter(|(_, bytes)| bytes.is_none());
    missing.for_each(|((_, file), _)| file.prepare());
    let made = archived.par_iter().zip(written);
    let made = made.map(|((_, file), written)| written.or_else(|| file.made()));
    let bytes: Vec<_> = made.collect();
    let differing = archived.iter().zip(&bytes).filter(|(_, bytes)| bytes.is_none());
    let differing: Vec<_> = differing.map(|(own, _)| *own).collect();
    if let Some((_, first)) = differing.first() {
        return Err(differs(first, &differing));
    }
    let paths = archived.iter().map(|(path, _)| *path);
    let bytes = bytes.into_iter().flatten().map(Cow::Owned);
    Ok(paths.zip(bytes).collect())
}

fn differs(first: &Archived, differing: &[(&SitePath, &Archived)]) -> Diagnostic {
    let own = differing.iter().filter(|(_, file)| file.version() == first.version());
    let paths: Vec<_> = own.map(|(path, _)| path.as_str()).collect();
    let shown = paths.iter().take(LISTED).map(|path| format!("`{path}`"));
    let mut shown = shown.collect::<Vec<_>>().join(", ");
    if let Some(more) = paths.len().checked_sub(LISTED).filter(|more| *more > 0) {
        shown.push_str(&format!(" and {more} more"));
    }
    let version = first.version();
    let message = format!(
        "files of the version `{version}` would not be as they were published: {shown}"
    );
    let own = env!("CARGO_PKG_VERSION");
    let help = match first.program() == own {
        true => format!("restore `versions/{version}` as `baspa version new` wrote it"),
        false => format!(
            "baspa {} made them, this is {own}: build once with that one, after which any \
             keeps them; or put what it wrote back into the output folder",
            first.program()
        ),
    };
    Diagnostic::global(Code::VersionDiffers, message).help(help)
}
