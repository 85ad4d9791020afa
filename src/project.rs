//! A project as a folder on the disk: where it is, and its site.

mod write;

pub use write::write;

use std::path::{Path, PathBuf};

use crate::diag::{Code, Severity};
use crate::load::read::read;
use crate::source::Input;
use crate::{BuildOptions, Outcome};

/// The nearest of `start` and the folders above it that holds a study.
pub fn find(start: &Path) -> Option<PathBuf> {
    let holds_study = |folder: &&Path| folder.join("content/study.yaml").is_file();
    start.ancestors().find(holds_study).map(Path::to_owned)
}

/// What a file that could not be read makes wrong wherever it is needed: it is told when
/// that file can be read.
const FOLLOWING: [Code; 5] = [
    Code::MissingFile,
    Code::MissingTranslation,
    Code::UnknownReference,
    Code::ExpressionFailed,
    Code::Placement,
];

/// Reads the project at `folder` and builds its site, without writing anything. What
/// could not be read is reported with what is wrong in the rest.
pub fn build(folder: &Path, options: &BuildOptions) -> (Input, Outcome) {
    let (input, found) = read(folder);
    let mut diagnostics = found.sorted();
    if input.under("content/").next().is_none() && !diagnostics.is_empty() {
        return (input, Outcome { site: None, diagnostics });
    }
    let Outcome { mut site, diagnostics: mut rest } = crate::build(&input, options);
    if diagnostics.iter().any(|d| d.severity == Severity::Error) {
        site = None;
        rest.retain(|found| !FOLLOWING.contains(&found.code));
    }
    diagnostics.extend(rest);
    (input, Outcome { site, diagnostics })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::scaffold;

    #[test]
    fn the_nearest_folder_with_a_study_is_the_project() {
        let folder = tempfile::tempdir().unwrap();
        let outer = folder.path().join("outer");
        let inner = outer.join("inner");
        scaffold::create(&outer).unwrap();
        scaffold::create(&inner).unwrap();
        assert_eq!(find(&outer.join("content/data")), Some(outer.clone()));
        assert_eq!(find(&inner.join("content")), Some(inner));
        fs::remove_file(outer.join("content/study.yaml")).unwrap();
        assert_eq!(find(&outer), None);
    }

    #[test]
    fn a_folder_without_content_has_one_diagnostic() {
        let folder = tempfile::tempdir().unwrap();
        let (_, outcome) = build(folder.path(), &BuildOptions::default());
        assert!(outcome.site.is_none());
        let codes: Vec<_> = outcome.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, [Code::MissingFile]);
    }

    #[test]
    fn a_file_that_cannot_be_read_prevents_the_site() {
        let folder = tempfile::tempdir().unwrap();
        scaffold::create(folder.path()).unwrap();
        fs::write(folder.path().join("static"), "no folder").unwrap();
        let (_, outcome) = build(folder.path(), &BuildOptions::default());
        assert!(outcome.site.is_none());
        assert_eq!(outcome.diagnostics[0].code, Code::InputOutput);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_read_is_told_once_and_with_what_is_wrong_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        scaffold::create(folder.path()).unwrap();
        fs::rename(path("content/data/alphabets.yaml"), path("elsewhere")).unwrap();
        std::os::unix::fs::symlink(
            path("elsewhere"),
            path("content/data/alphabets.yaml"),
        )
        .unwrap();
        fs::write(path("content/units.yaml"), "letter: {}").unwrap();
        let (_, outcome) = build(folder.path(), &BuildOptions::default());
        let codes: Vec<_> = outcome.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, [Code::LinkRefused, Code::MissingKey]);
    }
}
