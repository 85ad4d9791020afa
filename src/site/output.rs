//! The output folder: where it may be, and whose files are in it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{MANIFEST, Manifest, digest};
use crate::diag::{Code, Diagnostic};
use crate::load::read::FOLDERS;
use crate::site_path::SitePath;

/// How many names a message lists before it only counts.
const LISTED: usize = 5;

/// The folder that a site is written to, and its neighbours during a swap.
#[derive(Debug)]
pub(super) struct Output {
    /// As its author named it, for messages.
    pub(super) shown: String,
    /// The folder above, without links.
    pub(super) parent: PathBuf,
    /// The output folder.
    pub(super) folder: PathBuf,
    /// Where the new site is gathered.
    pub(super) staging: PathBuf,
    /// Where the old site waits for its removal.
    pub(super) old: PathBuf,
    /// Held by the one process that writes.
    pub(super) lock: PathBuf,
}

impl Output {
    /// Finds the folder and refuses it where it could harm the project. Changes nothing.
    pub(super) fn locate(output: &Path, project: &Path) -> Result<Self, Diagnostic> {
        let shown = output.display().to_string();
        let folder = resolve(output).map_err(|error| failed(&shown, &error))?;
        let project = project.canonicalize().map_err(|error| {
            let message = format!("the project's folder cannot be found: {error}");
            Diagnostic::global(Code::InputOutput, message)
        })?;
        if let Some(reason) = unfit(&folder, &project) {
            return Err(refused(format!("`{shown}` {reason}")).help(CHOOSE));
        }
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(refused(format!("`{shown}` has no name")).help(CHOOSE));
        };
        let name = name.to_string_lossy();
        let beside = |what| parent.join(format!(".{name}.baspa-{what}"));
        Ok(Self {
            shown,
            parent: parent.to_owned(),
            staging: beside("new"),
            old: beside("old"),
            lock: beside("lock"),
            folder,
        })
    }

    /// A failure of the system while this folder was being written.
    pub(super) fn failed(&self, error: &io::Error) -> Diagnostic {
        failed(&self.shown, error)
    }
}

const CHOOSE: &str = "choose another folder with `--out DIR`";

pub(super) fn refused(message: String) -> Diagnostic {
    Diagnostic::global(Code::OutputRefused, message)
}

fn failed(shown: &str, error: &io::Error) -> Diagnostic {
    let message = format!("`{shown}` cannot be written: {error}");
    Diagnostic::global(Code::InputOutput, message)
}

/// The absolute path without links, `.` and `..` above its last name. Folders that do not
/// exist yet are not made.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let Some(name) = path.file_name() else { return path.canonicalize() };
    let above = path.parent().unwrap_or(Path::new("/"));
    match above.canonicalize() {
        Ok(parent) => Ok(parent.join(name)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(resolve(above)?.join(name))
        }
        Err(error) => Err(error),
    }
}

fn unfit(folder: &Path, project: &Path) -> Option<String> {
    let read = FOLDERS.iter().find(|name| folder.starts_with(project.join(name)));
    if folder == project {
        Some("is the project's own folder".to_owned())
    } else if project.starts_with(folder) {
        Some("contains the project".to_owned())
    } else if let Some(name) = read {
        Some(format!("is in `{name}`, which baspa reads"))
    } else {
        match fs::symlink_metadata(folder) {
            Ok(found) if found.is_symlink() => Some("is a symbolic link".to_owned()),
            Ok(found) if !found.is_dir() => Some("is a file".to_owned()),
            _ => None,
        }
    }
}

/// What stands in a folder that was or will be an output.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// What baspa says it wrote; `None` where there is no manifest that it could have
    /// written.
    pub(super) manifest: Option<Manifest>,
    /// Files of the manifest, as they were written.
    pub(super) own: Vec<String>,
    /// Files of the manifest with other bytes.
    pub(super) changed: Vec<String>,
    /// What is not in the manifest.
    pub(super) added: Vec<String>,
    /// Folders of the manifest's files, each after those inside it.
    pub(super) folders: Vec<String>,
}

impl Survey {
    /// Looks through `folder` without following a link. A folder that is not there is
    /// like an empty one.
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let manifest = read_manifest(folder)?;
        let mut survey = Self { manifest, ..Self::default() };
        survey.folder(folder, "")?;
        Ok(survey)
    }

    /// Refuses a folder, shown as `shown`, with files that are not as baspa wrote them.
    pub(super) fn expect_own(&self, shown: &str) -> Result<(), Diagnostic> {
        if self.added.is_empty() && self.changed.is_empty() {
            return Ok(());
        }
        let message = if self.added.is_empty() {
            format!("`{shown}` holds files that were changed after baspa wrote them")
        } else {
            format!("`{shown}` holds files that baspa did not write")
        };
        let mut diagnostic = refused(message);
        if !self.added.is_empty() {
            let help = format!("move away {}, or {CHOOSE}", list(&self.added));
            diagnostic = diagnostic.help(help);
        }
        if !self.changed.is_empty() {
            let help = format!(
                "to have them written again, delete {}; changes that last belong in \
                 `content/`, `templates/` or `static/`",
                list(&self.changed)
            );
            diagnostic = diagnostic.help(help);
        }
        Err(diagnostic)
    }

    fn folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            self.entry(&entry, name)?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: &fs::DirEntry, name: String) -> io::Result<()> {
        let kind = entry.file_type()?;
        if kind.is_file() {
            return self.file(&entry.path(), name);
        }
        let known = |manifest: &Manifest| manifest.has_folder(&name);
        if kind.is_dir() && self.manifest.as_ref().is_some_and(known) {
            self.folder(&entry.path(), &format!("{name}/"))?;
            self.folders.push(name);
            return Ok(());
        }
        self.added.push(if kind.is_dir() { format!("{name}/") } else { name });
        Ok(())
    }

    fn file(&mut self, path: &Path, name: String) -> io::Result<()> {
        let manifest = self.manifest.as_ref();
        if name == MANIFEST && manifest.is_some() {
            return Ok(());
        }
        let written = SitePath::parse(&name).and_then(|path| manifest?.digest(&path));
        match written {
            None => self.added.push(name),
            Some(written) if digest(File::open(path)?)? == written => {
                self.own.push(name);
            }
            Some(_) => self.changed.push(name),
        }
        Ok(())
    }
}

fn read_manifest(folder: &Path) -> io::Result<Option<Manifest>> {
    let path = folder.join(MANIFEST);
    match fs::symlink_metadata(&path) {
        Ok(found) if found.is_file() => {
            let text = fs::read(&path)?;
            Ok(std::str::from_utf8(&text).ok().and_then(Manifest::parse))
        }
        _ => Ok(None),
    }
}

/// The first of `names`, and how many more there are.
fn list(names: &[String]) -> String {
    let quoted = names.iter().take(LISTED).map(|name| format!("`{name}`"));
    let shown = quoted.collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
