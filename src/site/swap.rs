//! The steps that put a new site in the place of an old one.
//!
//! 1. The new site is gathered in the staging folder, its manifest first.
//! 2. The old site is renamed away, the new one renamed into its place.
//! 3. The old site is removed, its manifest last.
//!
//! A process that ends between two steps leaves a state that [`repair`] knows: without
//! an output folder the old site goes back, otherwise the leftovers are removed. At every
//! moment one whole site is on the disk.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

use super::draw::Files;
use super::manifest::{MANIFEST, Manifest};
use super::output::{Output, Survey, refused};
use crate::diag::Diagnostic;

/// How many files are written at once.
const WRITERS: usize = 8;

/// Ends what an interrupted run began.
pub(super) fn repair(output: &Output) -> Result<(), Diagnostic> {
    if exists(&output.old) {
        if exists(&output.folder) {
            remove_old(output)?;
        } else {
            fs::rename(&output.old, &output.folder).map_err(|e| output.failed(&e))?;
        }
    }
    if exists(&output.staging) { remove_staging(output) } else { Ok(()) }
}

/// Whether there is something to repair.
pub(super) fn is_interrupted(output: &Output) -> bool {
    exists(&output.old) || exists(&output.staging)
}

/// Gathers the site in the staging folder, safely on the disk.
pub(super) fn stage(
    files: &Files<'_>,
    manifest: &Manifest,
    output: &Output,
) -> Result<(), Diagnostic> {
    fill(files, manifest, &output.staging).map_err(|error| {
        // The first failure is the one to report; the next run tries again to clean up.
        let _ = remove_staging(output);
        output.failed(&error)
    })
}

/// Puts the staging folder in the place of the output folder and removes what was there.
pub(super) fn swap(output: &Output) -> Result<(), Diagnostic> {
    exchange(output).map_err(|error| {
        let _ = remove_staging(output);
        output.failed(&error)
    })?;
    if exists(&output.old) { remove_old(output) } else { Ok(()) }
}

/// The two renames. If the second fails the first is undone.
fn exchange(output: &Output) -> io::Result<()> {
    let replaces = exists(&output.folder);
    if replaces {
        fs::rename(&output.folder, &output.old)?;
    }
    fs::rename(&output.staging, &output.folder).inspect_err(|_| {
        if replaces {
            let _ = fs::rename(&output.old, &output.folder);
        }
    })?;
    sync_folder(&output.parent)
}

/// Removes the old site, unless something in it is not as baspa wrote it.
fn remove_old(output: &Output) -> Result<(), Diagnostic> {
    let survey = look(output, &output.old)?;
    remove(output, &output.old, &survey)
}

/// Removes a staging folder. Its files may be cut short, so their names are enough; there
/// are none but the manifest before the manifest is whole.
fn remove_staging(output: &Output) -> Result<(), Diagnostic> {
    let mut survey = look(output, &output.staging)?;
    survey.added.retain(|name| name != MANIFEST);
    let cut_short = std::mem::take(&mut survey.changed);
    survey.own.extend(cut_short);
    remove(output, &output.staging, &survey)
}

fn look(output: &Output, folder: &Path) -> Result<Survey, Diagnostic> {
    let found = fs::symlink_metadata(folder).map_err(|error| output.failed(&error))?;
    if !found.is_dir() {
        let message = format!("`{}` is in the way", folder.display());
        return Err(refused(message).help("move it away"));
    }
    Survey::of(folder).map_err(|error| output.failed(&error))
}

fn remove(output: &Output, folder: &Path, survey: &Survey) -> Result<(), Diagnostic> {
    survey.expect_own(&folder.display().to_string())?;
    remove_own(folder, survey).map_err(|error| output.failed(&error))
}

/// Removes the files, then the folders if they are empty, so that nothing goes that was
/// not looked at.
fn remove_own(folder: &Path, survey: &Survey) -> io::Result<()> {
    survey.own.iter().try_for_each(|name| fs::remove_file(folder.join(name)))?;
    survey.folders.iter().try_for_each(|name| fs::remove_dir(folder.join(name)))?;
    match fs::remove_file(folder.join(MANIFEST)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::remove_dir(folder),
    }
}

fn fill(files: &Files<'_>, manifest: &Manifest, staging: &Path) -> io::Result<()> {
    fs::create_dir(staging)?;
    put(&staging.join(MANIFEST), manifest.text().as_bytes())?;
    let files = files.iter();
    let files: Vec<_> = files
        .map(|(path, bytes)| (staging.join(path.as_str()), bytes.as_ref()))
        .collect();
    let parents = files.iter().filter_map(|(path, _)| path.parent());
    let folders: BTreeSet<_> = parents.collect();
    folders.iter().try_for_each(fs::create_dir_all)?;
    put_all(&files)?;
    folders.iter().try_for_each(|folder| sync_folder(folder))?;
    sync_folder(staging)
}

/// Writing is mostly waiting for the disk, so there are more threads than processors.
fn put_all(files: &[(PathBuf, &[u8])]) -> io::Result<()> {
    let part = files.len().div_ceil(WRITERS).max(1);
    let put_part = |part: &[(PathBuf, &[u8])]| {
        part.iter().try_for_each(|(path, bytes)| put(path, bytes))
    };
    thread::scope(|scope| {
        let writers: Vec<_> =
            files.chunks(part).map(|part| scope.spawn(move || put_part(part))).collect();
        let ended = writers.into_iter().map(|writer| {
            writer.join().unwrap_or_else(|_| Err(io::Error::other("a writer failed")))
        });
        // All are waited for, whatever the first one says.
        ended.collect::<Vec<_>>().into_iter().collect()
    })
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Whether anything is at `path`, a link that leads nowhere too.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Makes the names in a folder last; Windows has no way to open one.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
