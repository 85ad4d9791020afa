//! From a site in memory to the output folder: all of it, or nothing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;

use super::Site;
use super::draw::{Earlier, OnDrawn, files};
use super::manifest::Manifest;
use super::output::{Output, Survey, refused};
use super::swap;
use crate::diag::Diagnostic;

/// What writing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The folder holds the new site.
    New,
    /// The folder held this very site already and was left alone.
    Unchanged,
}

/// Writes `site` to the folder `output` of the project at `project`, in the place of what
/// an earlier run wrote there.
///
/// On an error the folder is as it was. It is refused where it holds anything else than
/// what baspa wrote, is or contains the project, lies in a folder that is read, or is a
/// link. Only files of the manifest, with the bytes that it names, are ever removed.
/// Pictures that the folder does not hold already are drawn, each of which `on_drawn`
/// learns of.
pub fn write(
    site: &Site,
    output: &Path,
    project: &Path,
    on_drawn: OnDrawn<'_>,
) -> Result<Written, Diagnostic> {
    let output = Output::locate(output, project)?;
    fs::create_dir_all(&output.parent).map_err(|error| output.failed(&error))?;
    alone(&output, || replace(site, &output, on_drawn))
}

/// Ends what an interrupted run began, for a run that has no site to write: the folder
/// `output` holds one whole site again. Without leftovers nothing is touched.
pub fn repair(output: &Path, project: &Path) -> Result<(), Diagnostic> {
    let output = Output::locate(output, project)?;
    if !swap::is_interrupted(&output) {
        return Ok(());
    }
    alone(&output, || swap::repair(&output))
}

/// Does `work` while no other run may.
fn alone<T>(
    output: &Output,
    work: impl FnOnce() -> Result<T, Diagnostic>,
) -> Result<T, Diagnostic> {
    let lock = lock(output)?;
    let done = work();
    // Left behind it does no harm: the next run takes it over.
    let _ = fs::remove_file(&output.lock);
    drop(lock);
    done
}

fn replace(
    site: &Site,
    output: &Output,
    on_drawn: OnDrawn<'_>,
) -> Result<Written, Diagnostic> {
    swap::repair(output)?;
    let survey = Survey::of(&output.folder).map_err(|error| output.failed(&error))?;
    survey.expect_own(&output.shown)?;
    let manifest = survey.manifest.as_ref();
    let files = files(site, &Earlier { folder: &output.folder, manifest }, on_drawn)?;
    let manifest = Manifest::of(&files);
    let whole = survey.own.len() == manifest.len();
    if whole && survey.manifest.as_ref() == Some(&manifest) {
        return Ok(Written::Unchanged);
    }
    swap::stage(&files, &manifest, output)?;
    swap::swap(output)?;
    Ok(Written::New)
}

/// Two runs that write to one folder would take each other's staging folder for a
/// leftover.
///
/// The lock is an empty file. Whatever else has its name is not ours: a link would have a
/// file made elsewhere.
fn lock(output: &Output) -> Result<File, Diagnostic> {
    let foreign = |found: fs::Metadata| !found.is_file() || found.len() > 0;
    if fs::symlink_metadata(&output.lock).is_ok_and(foreign) {
        let message = format!("`{}` is in the way", output.lock.display());
        return Err(refused(message).help("move it away"));
    }
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(false).open(&output.lock);
    let file = file.map_err(|error| output.failed(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let message = format!("another baspa is writing to `{}`", output.shown);
            Err(refused(message).help("wait until it has ended"))
        }
        Err(TryLockError::Error(error)) => Err(output.failed(&error)),
    }
}

#[cfg(test)]
mod tests;
