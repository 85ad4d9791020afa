//! The small study that `baspa new` makes: complete in three languages, and true.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Names the files of the folder `scaffold/` of this crate and where a new project has
/// them.
macro_rules! files {
    ($($path:literal from $source:literal,)+) => {
        &[$(($path, include_bytes!(concat!("../scaffold/", $source)) as &[u8]),)+]
    };
    ($($path:literal,)+) => { files!($($path from $path,)+) };
}

/// The study's files: path in the new project, with `/` between names, and bytes.
pub const STUDY: &[(&str, &[u8])] = files![
    "content/about/en.md",
    "content/about/kk.md",
    "content/about/ru.md",
    "content/abstract/en.md",
    "content/abstract/kk.md",
    "content/abstract/ru.md",
    "content/data/alphabets.yaml",
    "content/figures/alphabet-sizes.yaml",
    "content/nouns.yaml",
    "content/references.yaml",
    "content/sections/10-comparison/en.md",
    "content/sections/10-comparison/kk.md",
    "content/sections/10-comparison/ru.md",
    "content/study.yaml",
    "content/tables/shared-letters.yaml",
    "content/units.yaml",
];

/// What a project has beside its study. The source has no dot, so that it does not act
/// on this repository.
const BESIDE: &[(&str, &[u8])] = files![".gitignore" from "gitignore",];

/// Why no project was made.
#[derive(Debug)]
pub enum NewError {
    /// There is something in the folder.
    NotEmpty(PathBuf),
    /// There is a file of this name.
    NotAFolder(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for NewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty(path) => write!(f, "`{}` is not empty", path.display()),
            Self::NotAFolder(path) => write!(f, "`{}` is not a folder", path.display()),
            Self::Io(path, error) => {
                write!(f, "`{}` cannot be written: {error}", path.display())
            }
        }
    }
}

/// Makes a project in `folder`, which is made too or is empty. No file is overwritten.
pub fn create(folder: &Path) -> Result<(), NewError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| NewError::Io(path, error)
    };
    if folder.exists() {
        if !folder.is_dir() {
            return Err(NewError::NotAFolder(folder.to_owned()));
        }
        if fs::read_dir(folder).map_err(failed(folder))?.next().is_some() {
            return Err(NewError::NotEmpty(folder.to_owned()));
        }
    }
    for (path, bytes) in STUDY.iter().chain(BESIDE) {
        let path = folder.join(path);
        put(&path, bytes).map_err(failed(&path))?;
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuildOptions;
    use crate::project;

    #[test]
    fn a_new_project_builds_without_a_remark() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("deep/study");
        create(&root).unwrap();
        let (_, outcome) = project::build(&root, &BuildOptions::default());
        assert_eq!(outcome.diagnostics, []);
        assert!(outcome.site.is_some_and(|site| !site.is_empty()));
    }

    #[test]
    fn no_file_of_the_scaffold_is_forgotten() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scaffold");
        let mut found: Vec<_> = walkdir::WalkDir::new(root.join("content"))
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().display().to_string())
            .collect();
        found.sort();
        let listed: Vec<_> = STUDY.iter().map(|(path, _)| *path).collect();
        assert_eq!(found, listed);
    }

    #[test]
    fn a_folder_with_files_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        assert!(matches!(create(folder.path()), Err(NewError::NotEmpty(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let file = folder.path().join("notes.txt");
        assert!(matches!(create(&file), Err(NewError::NotAFolder(_))));
    }

    #[test]
    fn an_empty_folder_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        create(folder.path()).unwrap();
        assert!(folder.path().join(".gitignore").is_file());
    }
}
