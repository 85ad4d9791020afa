//! The projects of the cases: one small study, and what each case changes in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::Failed;

use crate::workbook;

/// The study that all cases differ from.
pub(crate) const BASE: &str = "base";

/// What a case may hold beside files of a project.
const BESIDE: [&str; 4] =
    ["REMOVED", "expected.txt", "expected-draft.txt", "expected.json"];

/// What is behind the name of a workbook whose sheets are given as text.
const SHEETS: &str = ".sheets";

/// The files of a project by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The files of a case laid over those of the base.
pub(crate) fn project(case: &Path) -> Result<Files, Failed> {
    let mut project = files(&root().join(BASE));
    let mut own = files(case);
    for beside in BESIDE.iter().filter(|name| **name != "REMOVED") {
        own.remove(*beside);
    }
    let removed = own.remove("REMOVED").unwrap_or_default();
    for path in String::from_utf8(removed)?.lines() {
        let before = project.len();
        project.retain(|own, _| {
            own != path && !(path.ends_with('/') && own.starts_with(path))
        });
        if project.len() == before {
            return Err(format!("the base has no `{path}` to remove").into());
        }
    }
    project.extend(own.into_iter().map(|(path, bytes)| written(path, bytes)));
    Ok(project)
}

/// A file as the project has it: a workbook stands in a case as the text of its sheets.
fn written(path: String, bytes: Vec<u8>) -> (String, Vec<u8>) {
    let text = || String::from_utf8(bytes.clone()).expect("sheets as UTF-8");
    match path.strip_suffix(SHEETS) {
        Some(book) if book.ends_with(".ods") => (book.to_owned(), workbook::ods(&text())),
        Some(book) => (book.to_owned(), workbook::xlsx(&text())),
        None => (path, bytes),
    }
}

/// The folders of all cases.
pub(crate) fn cases() -> Vec<PathBuf> {
    let codes = folders(&root()).into_iter().filter(|path| name(path) != BASE);
    codes.flat_map(|code| folders(&code)).collect()
}

/// The folder of this test.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// The last name of a path.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The folders in `parent`, in their order.
pub(crate) fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let mut folders: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Every file below `folder` by its path from there.
pub(crate) fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(folder).ok()?;
            let path = path.to_string_lossy().replace('\\', "/");
            Some((path, fs::read(entry.path()).ok()?))
        })
        .collect()
}
