//! Writes into a project what an author's command asks for, and nothing else.
//!
//! Only files of `content/` are written. A file is gathered beside the one that it takes
//! the place of, and renamed when all are gathered, so that none is ever half written. No
//! link is followed, and a file that was changed since it was read is left alone.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic};
use crate::load::read::is_dropping;
use crate::source::Input;

/// A file that is written.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Its path from the project's folder, such as `content/study.yaml`.
    pub path: &'a str,
    /// What it held when the project was read; `None` where it was not there.
    pub was: Option<&'a [u8]>,
    /// What it is to hold.
    pub bytes: &'a [u8],
}

/// Writes the files to the project at `project`: all of them, or, where one cannot be
/// written, as few as possible.
///
/// # Errors
/// Why one was not written. It is told before any file is touched, unless the system
/// refuses to rename one.
pub fn write(project: &Path, changes: &[Change<'_>]) -> Result<(), Diagnostic> {
    let mut targets = Vec::new();
    for change in changes {
        targets.push(Target::locate(project, change)?);
    }
    let mut staged = Ok(());
    for target in &targets {
        staged = staged.and_then(|()| target.stage());
    }
    let written = staged.and_then(|()| targets.iter().try_for_each(Target::replace));
    // What was renamed is not there any more; the first failure is the one to report.
    targets.iter().for_each(|target| drop(fs::remove_file(&target.staged)));
    written
}

/// Where a file is written.
struct Target<'a> {
    change: &'a Change<'a>,
    file: PathBuf,
    /// What is gathered, beside it. Names with a dot are no files of a study.
    staged: PathBuf,
}

impl<'a> Target<'a> {
    fn locate(project: &Path, change: &'a Change<'a>) -> Result<Self, Diagnostic> {
        let mut names = change.path.split('/');
        let inside = names.next() == Some("content") && names.clone().count() > 0;
        if !inside || !names.clone().all(is_name) {
            return Err(refused(change.path, "is no file of `content/`"));
        }
        let mut file = project.join("content");
        for name in names {
            expect(&file, change.path, fs::Metadata::is_dir, "is in no folder")?;
            file.push(name);
        }
        if change.was.is_some() {
            expect(&file, change.path, fs::Metadata::is_file, "is no file")?;
        }
        let name = file.file_name().map(OsString::from).unwrap_or_default();
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".baspa-new");
        let target = Self { change, staged: file.with_file_name(beside), file };
        target.expect_unchanged()?;
        Ok(target)
    }

    /// That the file is as it was when the project was read.
    fn expect_unchanged(&self) -> Result<(), Diagnostic> {
        let path = self.change.path;
        let now = match fs::symlink_metadata(&self.file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(path, &error)),
            Ok(_) => Some(fs::read(&self.file).map_err(|error| failed(path, &error))?),
        };
        let now = now.map(|bytes| Input::new([(path.to_owned(), bytes)]));
        let now = now.as_ref().and_then(|input| Some(&input.files().next()?.1.bytes[..]));
        match now == self.change.was {
            true => Ok(()),
            false => Err(refused(path, "was changed while it was worked on")
                .help("run the command again")),
        }
    }

    fn stage(&self) -> Result<(), Diagnostic> {
        self.gather().map_err(|error| failed(self.change.path, &error))
    }

    fn gather(&self) -> io::Result<()> {
        // A leftover of a run that was interrupted; a link is removed, not followed.
        match fs::remove_file(&self.staged) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).open(&self.staged)?;
        file.write_all(self.change.bytes)?;
        if let Ok(old) = fs::symlink_metadata(&self.file) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()
    }

    fn replace(&self) -> Result<(), Diagnostic> {
        self.expect_unchanged()?;
        self.rename().map_err(|error| failed(self.change.path, &error))
    }

    fn rename(&self) -> io::Result<()> {
        fs::rename(&self.staged, &self.file)?;
        match self.file.parent() {
            // Windows has no way to open a folder.
            Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
            _ => Ok(()),
        }
    }
}

/// Whether a file of a study can have this name.
fn is_name(name: &str) -> bool {
    let plain = !name.is_empty() && !name.contains(['\\', ':', '\0']);
    plain && !is_dropping(name)
}

/// That what stands at `at`, no link being followed, is what is needed for `path`.
fn expect(
    at: &Path,
    path: &str,
    kind: fn(&fs::Metadata) -> bool,
    else_what: &str,
) -> Result<(), Diagnostic> {
    let found = fs::symlink_metadata(at).map_err(|error| failed(path, &error))?;
    if found.is_symlink() {
        let message = format!("`{path}` is reached through a symbolic link");
        return Err(Diagnostic::global(Code::LinkRefused, message)
            .help("put the file or folder itself in its place"));
    }
    if kind(&found) { Ok(()) } else { Err(refused(path, else_what)) }
}

fn refused(path: &str, why: &str) -> Diagnostic {
    Diagnostic::global(Code::InputOutput, format!("`{path}` {why}"))
}

fn failed(path: &str, error: &io::Error) -> Diagnostic {
    let message = format!("`{path}` cannot be written: {error}");
    Diagnostic::global(Code::InputOutput, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content/sections")).unwrap();
        fs::write(folder.path().join("content/a.yaml"), "old\r\n").unwrap();
        folder
    }

    fn change<'a>(path: &'a str, was: Option<&'a str>, now: &'a str) -> Change<'a> {
        Change { path, was: was.map(str::as_bytes), bytes: now.as_bytes() }
    }

    /// Every file of the project with its text.
    fn files(project: &Path) -> Vec<(String, String)> {
        let entries = walkdir::WalkDir::new(project).sort_by_file_name().into_iter();
        let files = entries.map(Result::unwrap).filter(|entry| entry.path().is_file());
        let name =
            |path: &Path| path.strip_prefix(project).unwrap().display().to_string();
        files
            .map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).unwrap()))
            .collect()
    }

    fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect()
    }

    #[test]
    fn files_are_written_and_nothing_else_is_left() {
        let project = project();
        let changes = [
            change("content/a.yaml", Some("old\n"), "new\n"),
            change("content/sections/b.md", None, "б\n"),
        ];
        write(project.path(), &changes).unwrap();
        let wanted = [("content/a.yaml", "new\n"), ("content/sections/b.md", "б\n")];
        assert_eq!(files(project.path()), owned(&wanted));
    }

    #[test]
    fn what_lies_outside_of_the_content_is_refused() {
        let project = project();
        for path in [
            "content",
            "content/",
            "a.yaml",
            "templates/a.html",
            "/content/a.yaml",
            "content/../a.yaml",
            "content/./a.yaml",
            "content//a.yaml",
            "content/.git",
            "content/sections/..",
            "content/a\\b",
            "content/c:a",
            "content/a\0b",
            "content/a~",
        ] {
            let found = write(project.path(), &[change(path, None, "x")]).unwrap_err();
            assert_eq!(found.code, Code::InputOutput, "{path}");
            assert!(found.message.contains("no file of `content/`"), "{path}: {found:?}");
        }
        assert_eq!(files(project.path()), owned(&[("content/a.yaml", "old\r\n")]));
    }

    #[test]
    fn where_one_file_is_refused_none_is_written() {
        let project = project();
        for wrong in [
            change("content/a.yaml", Some("older\n"), "x"),
            change("content/a.yaml", None, "x"),
            change("content/sections/gone.md", Some("x"), "x"),
            change("content/nowhere/b.md", None, "x"),
            change("content/a.yaml/b.md", None, "x"),
            change("content/sections", None, "x"),
        ] {
            let changes = [change("content/new.yaml", None, "x"), wrong];
            let found = write(project.path(), &changes).unwrap_err();
            assert_eq!(found.code, Code::InputOutput, "{wrong:?}");
            assert_eq!(files(project.path()), owned(&[("content/a.yaml", "old\r\n")]));
        }
    }

    #[test]
    fn what_an_interrupted_run_left_is_no_obstacle() {
        let project = project();
        fs::write(project.path().join("content/.a.yaml.baspa-new"), "half").unwrap();
        let changes = [change("content/a.yaml", Some("old\n"), "new\n")];
        write(project.path(), &changes).unwrap();
        assert_eq!(files(project.path()), owned(&[("content/a.yaml", "new\n")]));
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        use std::os::unix::fs::symlink;
        let (project, outside) = (project(), tempfile::tempdir().unwrap());
        let content = project.path().join("content");
        fs::write(outside.path().join("a.yaml"), "theirs").unwrap();
        symlink(outside.path(), content.join("folder")).unwrap();
        symlink(outside.path().join("a.yaml"), content.join("file.yaml")).unwrap();
        symlink(outside.path().join("new.yaml"), content.join(".c.yaml.baspa-new"))
            .unwrap();
        let write = |path, was| write(project.path(), &[change(path, was, "x")]);
        let links =
            [("content/folder/a.yaml", "theirs"), ("content/file.yaml", "theirs")];
        for (path, was) in links {
            assert_eq!(write(path, Some(was)).unwrap_err().code, Code::LinkRefused);
        }
        write("content/folder/new.yaml", None).unwrap_err();
        write("content/file.yaml", None).unwrap_err();
        write("content/c.yaml", None).unwrap();
        assert_eq!(files(outside.path()), owned(&[("a.yaml", "theirs")]));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let project = project();
        let file = project.path().join("content/a.yaml");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        write(project.path(), &[change("content/a.yaml", Some("old\n"), "x")]).unwrap();
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
