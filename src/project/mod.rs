//! A project as a folder on the disk: where it is, its study, its site, and what is written
//! into it.

mod freeze;
mod write;

pub use freeze::{Freeze, freeze};
pub use write::{Change, write};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic, Severity};
use crate::load::read::read;
use crate::site_path::Home;
use crate::source::{CONTENT, Input};
use crate::study::Study;
use crate::translation::state;
use crate::{Before, BuildOptions, First, Outcome, edition, load};

/// The nearest of `start` and the folders above it that holds a study.
pub fn find(start: &Path) -> Option<PathBuf> {
    let of_one_or_several = ["content/study.yaml", "content/site.yaml"];
    let holds_study =
        |folder: &&Path| of_one_or_several.iter().any(|file| folder.join(file).is_file());
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

/// A project as it stood on the disk when it was read.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its folder.
    pub folder: PathBuf,
    /// Its files.
    pub input: Input,
    /// What could not be read.
    pub unread: Vec<Diagnostic>,
}

/// Reads the project at `folder` and builds its site, without writing anything. What
/// could not be read is reported with what is wrong in the rest.
pub fn build(folder: &Path, options: &BuildOptions) -> (Input, Outcome) {
    rebuild(folder, options, &Before::default(), None)
}

/// Reads and builds the project at `folder` after other builds of it.
pub fn rebuild(
    folder: &Path,
    options: &BuildOptions,
    before: &Before,
    first: Option<First<'_>>,
) -> (Input, Outcome) {
    let project = Project::read(folder);
    let outcome = project.rebuild(options, before, first);
    (project.input, outcome)
}

impl Project {
    /// Reads the project at `folder`.
    pub fn read(folder: &Path) -> Self {
        let (input, unread) = read(folder);
        Self { folder: folder.to_owned(), input, unread: unread.sorted() }
    }

    /// The same project, of which the study that lives at `home` is spoken of.
    #[must_use]
    pub fn of_study(self, home: Home) -> Self {
        Self { input: self.input.of_study(home), ..self }
    }

    /// The same project, of all whose studies is spoken.
    #[must_use]
    pub fn whole(&self) -> Self {
        self.clone().of_study(Home::TOP)
    }

    /// Builds what is spoken of: one study as if the project had no other, or all.
    pub fn build(&self, options: &BuildOptions) -> Outcome {
        self.rebuild(options, &Before::default(), None)
    }

    fn rebuild(
        &self,
        options: &BuildOptions,
        before: &Before,
        first: Option<First<'_>>,
    ) -> Outcome {
        if self.is_empty() {
            return Outcome { diagnostics: self.unread.clone(), ..Outcome::default() };
        }
        let is_whole = self.unread.iter().all(|found| found.severity != Severity::Error);
        let first = first.filter(|_| is_whole);
        let mut outcome = crate::rebuild(&self.input, options, before, first);
        if !is_whole {
            (outcome.site, outcome.records) = (None, BTreeMap::new());
        }
        outcome.diagnostics = told(self.unread.clone(), outcome.diagnostics);
        outcome
    }

    /// The study that is spoken of, as a draft, and all that is to be said of its texts and
    /// data. `None` where so much is wrong that there is no study.
    pub fn study(&self) -> (Option<Study>, Vec<Diagnostic>) {
        if self.is_empty() {
            return (None, self.unread.clone());
        }
        let (study, mut found) = load::study(&self.input, true);
        if let Some(study) = &study {
            state::check(study, &mut found);
            found.append(edition::resolve(study).problems);
        }
        (study, told(self.unread.clone(), found.sorted()))
    }

    /// Whether nothing could be read, and why is known.
    fn is_empty(&self) -> bool {
        self.input.under(CONTENT).next().is_none() && !self.unread.is_empty()
    }
}

/// What could not be read, and what is wrong in the rest.
fn told(unread: Vec<Diagnostic>, mut rest: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if unread.iter().any(|found| found.severity == Severity::Error) {
        rest.retain(|found| !FOLLOWING.contains(&found.code));
    }
    unread.into_iter().chain(rest).collect()
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
