//! From the project folder to [`Input`]: the only place that reads an author's files.
//!
//! Nothing outside the project is read: no symbolic link is followed, and only the
//! folders of [`FOLDERS`] are looked at. A file is measured before it is read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use walkdir::{DirEntry, WalkDir};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::nfc;
use crate::source::{Input, MAX_TEXT_BYTES};

/// The folders of a project that are read: the study, what replaces files of the theme, and
/// the versions of the study.
pub const FOLDERS: [&str; 4] = ["content", "templates", "static", "versions"];

/// Reads the project at `project`. What cannot be read is left out of the input and
/// reported; without a folder `content` nothing is read.
pub fn read(project: &Path) -> (Input, Diagnostics) {
    let mut reading = Reading::default();
    if fs::symlink_metadata(project.join("content")).is_err() {
        reading.diagnostics.push(no_content());
        return reading.finish();
    }
    for folder in FOLDERS {
        reading.folder(project, folder);
    }
    reading.finish()
}

/// Whether a file or folder of this name belongs to an editor or the system and not to
/// the study.
pub fn is_dropping(name: &str) -> bool {
    let autosave = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || autosave
}

fn no_content() -> Diagnostic {
    Diagnostic::global(Code::MissingFile, "there is no folder `content` here")
        .help("`baspa new DIR` makes a small study to begin with")
        .help("`--project DIR` names the folder of a study that exists")
}

#[derive(Default)]
struct Reading {
    files: BTreeMap<String, Vec<u8>>,
    diagnostics: Diagnostics,
}

impl Reading {
    fn finish(self) -> (Input, Diagnostics) {
        (Input::new(self.files), self.diagnostics)
    }

    fn folder(&mut self, project: &Path, folder: &str) {
        let root = project.join(folder);
        let Ok(metadata) = fs::symlink_metadata(&root) else { return };
        if !metadata.is_dir() && !metadata.is_symlink() {
            return self.report(not_regular(folder, "folder"));
        }
        let walk = WalkDir::new(&root)
            .follow_links(false)
            .follow_root_links(false)
            .sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !is_ignored(entry)) {
            match entry {
                Ok(entry) => self.entry(project, &entry),
                Err(error) => {
                    let path = error.path().unwrap_or(&root);
                    self.report(unreadable(&shown(project, path), &error.into()));
                }
            }
        }
    }

    fn entry(&mut self, project: &Path, entry: &DirEntry) {
        let path = shown(project, entry.path());
        let kind = entry.file_type();
        if kind.is_symlink() {
            return self.report(link(&path));
        }
        if entry.file_name().to_str().is_none() {
            return self.report(bad_name(&path));
        }
        if kind.is_dir() {
            return;
        }
        if !kind.is_file() {
            return self.report(not_regular(&path, "file"));
        }
        match bytes(entry.path()) {
            Ok(Some(bytes)) => self.insert(path, bytes),
            Ok(None) => self.report(too_large(&path)),
            Err(error) => self.report(unreadable(&path, &error)),
        }
    }

    /// Names that differ only in how a letter is stored are one name.
    fn insert(&mut self, path: String, bytes: Vec<u8>) {
        if self.files.insert(path.clone(), bytes).is_some() {
            let message = format!("two files are both named `{path}`");
            self.report(
                Diagnostic::global(Code::PathCollision, message)
                    .help("their names store a letter in two ways: remove one of them"),
            );
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

fn is_ignored(entry: &DirEntry) -> bool {
    entry.depth() > 0 && is_dropping(&entry.file_name().to_string_lossy())
}

/// The bytes of a file, or `None` where there are too many. The size is looked at first;
/// the limit on reading is for a file that grows meanwhile.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let limit = MAX_TEXT_BYTES as u64;
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    if size > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// The path from the project's root as [`Input`] names it.
fn shown(project: &Path, path: &Path) -> String {
    let names: Vec<_> = path
        .strip_prefix(project)
        .unwrap_or(path)
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(nfc(&name.to_string_lossy())),
            _ => None,
        })
        .collect();
    names.join("/")
}

fn link(path: &str) -> Diagnostic {
    Diagnostic::global(Code::LinkRefused, format!("`{path}` is a symbolic link"))
        .help("put the file or folder itself in its place")
}

fn bad_name(path: &str) -> Diagnostic {
    Diagnostic::global(Code::NotUtf8, format!("the name `{path}` is not UTF-8"))
        .help("rename the file")
}

fn not_regular(path: &str, wanted: &str) -> Diagnostic {
    Diagnostic::global(Code::InputOutput, format!("`{path}` is not a {wanted}"))
        .help("remove it or move it out of the project")
}

fn too_large(path: &str) -> Diagnostic {
    let limit = MAX_TEXT_BYTES / (1024 * 1024);
    let message = format!("`{path}` is larger than {limit} MiB");
    Diagnostic::global(Code::FileTooLarge, message)
}

fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::global(Code::InputOutput, format!("`{path}` cannot be read: {error}"))
}

#[cfg(test)]
mod tests;
