//! Freezes a study as a version: copies what it is made of, with the checksums of what is
//! made of it, into `versions/NAME/`.
//!
//! The folder is gathered beside its place, and renamed when it is whole. No link is
//! followed, and nothing that is there is touched.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::Project;
use crate::BuildOptions;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::load::{PUBLISHED, VERSION_FILE, VERSIONS, versions};
use crate::locale::Date;
use crate::site::Site;
use crate::source::{CONTENT, Input};
use crate::study::Version;

/// How freezing ended.
#[derive(Debug)]
pub enum Freeze {
    /// The version was made.
    Done {
        /// How many files the site has.
        files: usize,
        /// What is to be said of the study.
        diagnostics: Vec<Diagnostic>,
    },
    /// The study has errors.
    Content(Vec<Diagnostic>),
    /// The version cannot be made here.
    Refused(Diagnostic),
}

/// Freezes the study of a project that is spoken of as the version `name`.
pub fn freeze(project: &Project, name: &str, date: Option<Date>) -> Freeze {
    let input = &project.input;
    let version = match next(input, name, date) {
        Ok(version) => version,
        Err(found) => return Freeze::Refused(found),
    };
    let options =
        BuildOptions { version: Some(version.clone()), ..BuildOptions::default() };
    let outcome = project.build(&options);
    let Some(site) = outcome.site else {
        return Freeze::Content(outcome.diagnostics);
    };
    if let Some(found) = occupied(&site, name) {
        return Freeze::Refused(found);
    }
    let (files, diagnostics) = (site.len(), outcome.diagnostics);
    match write(&project.folder, input, &version, &site.manifest().text()) {
        Ok(()) => Freeze::Done { files, diagnostics },
        Err(error) => {
            let folder = input.place(VERSIONS);
            let message = format!("`{folder}{name}` cannot be written: {error}");
            Freeze::Refused(Diagnostic::global(Code::InputOutput, message))
        }
    }
}

/// The version that follows those that there are.
fn next(input: &Input, name: &str, date: Option<Date>) -> Result<Version, Diagnostic> {
    let mut found = Diagnostics::new();
    let others = versions(input, &mut found);
    let folder = input.place(&format!("{VERSIONS}{name}/"));
    if input.under(&folder).next().is_some() {
        let message = format!("there is a version `{name}` already");
        let help = "a version stays as it is: choose another name";
        return Err(Diagnostic::global(Code::PathCollision, message).help(help));
    }
    let errors = found.sorted().into_iter();
    if let Some(error) = errors.into_iter().find(|own| own.severity == Severity::Error) {
        return Err(error);
    }
    let newest = others.last().map(|own| &own.version);
    if let Some((before, date)) = newest.and_then(|own| own.date).zip(date)
        && date < before
    {
        let message = format!("the newest version is of {before}, after {date}");
        return Err(Diagnostic::global(Code::BadValue, message)
            .help("a version is not older than those before it"));
    }
    Ok(Version {
        home: input.home(),
        name: name.to_owned(),
        number: newest.map_or(1, |own| own.number.saturating_add(1)),
        date,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// Why the folder of the site that the version needs is taken.
fn occupied(site: &Site, name: &str) -> Option<Diagnostic> {
    let first = |path: &str| path.split('/').next().map(str::to_owned);
    let paths = site.iter().filter_map(|(path, _)| first(path.as_str()));
    let mut taken: BTreeSet<_> = paths.collect();
    taken.extend(["versions", "data", "404.html", "robots.txt"].map(str::to_owned));
    taken.contains(name).then(|| {
        let message =
            format!("`{name}` is the name of another folder or file of the site");
        Diagnostic::global(Code::PathCollision, message)
            .help("choose another name, such as `v1`")
    })
}

fn write(
    project: &Path,
    input: &Input,
    version: &Version,
    published: &str,
) -> io::Result<()> {
    let mut parent = project.to_owned();
    for folder in input.place(VERSIONS).split_terminator('/') {
        parent.push(folder);
        expect_folder(&parent, folder)?;
    }
    let place = parent.join(&version.name);
    if fs::symlink_metadata(&place).is_ok() {
        return Err(io::Error::other("something of that name is there"));
    }
    // A name with a dot is no version. What an interrupted run left is replaced.
    let staged = parent.join(format!(".{}.baspa-new", version.name));
    match fs::symlink_metadata(&staged) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(&staged)?,
        Ok(_) => fs::remove_file(&staged)?,
        Err(_) => {}
    }
    let written = gather(&staged, input, version, published);
    let written = written.and_then(|()| fs::rename(&staged, &place));
    if written.is_err() {
        // The first failure is the one to report.
        let _ = fs::remove_dir_all(&staged);
    }
    written?;
    sync_folder(&parent)
}

/// Makes a folder, unless there is one.
fn expect_folder(folder: &Path, name: &str) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir(folder),
        Err(error) => Err(error),
        Ok(found) if !found.is_dir() => {
            Err(io::Error::other(format!("`{name}` is no folder")))
        }
        Ok(_) => Ok(()),
    }
}

fn gather(
    staged: &Path,
    input: &Input,
    version: &Version,
    published: &str,
) -> io::Result<()> {
    fs::create_dir(staged)?;
    let kept = input.files().map(|(_, file)| file);
    for file in kept.filter(|file| is_of(input, &file.path)) {
        put(&staged.join(&file.path), &file.bytes)?;
    }
    put(&staged.join(PUBLISHED), published.as_bytes())?;
    put(&staged.join(VERSION_FILE), description(version).as_bytes())
}

/// Whether the study is made of this file of its project: not of versions, nor of the other
/// studies.
fn is_of(input: &Input, path: &str) -> bool {
    let own = input.place(CONTENT);
    let shared = ["content/site.yaml", "content/messages/"];
    !path.starts_with(VERSIONS)
        && (!path.starts_with(CONTENT)
            || path.starts_with(&own)
            || shared.iter().any(|file| path.starts_with(file)))
}

/// `version.yaml`.
fn description(version: &Version) -> String {
    let date = version.date.map(|date| format!("date: {date}\n")).unwrap_or_default();
    format!("number: {}\n{date}baspa: \"{}\"\n", version.number, version.program)
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the names in a folder last; Windows has no way to open one.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests;
