//! The versions of a study: `versions/NAME/` holds the files that a version was made of,
//! and the list of those that it was published as.

use std::collections::BTreeMap;

use super::decode::{Decode, Decoder};
use super::format::VersionFile;
use super::translations::Taken;
use super::{text_of, yaml};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Input, Span};
use crate::study::{Unreadable, Version};

/// The folder of a project that holds its versions.
pub const VERSIONS: &str = "versions/";

/// What a version is called, and when it was made: a file of its folder.
pub const VERSION_FILE: &str = "version.yaml";

/// The list of the files that a version was published as: a file of its folder.
pub const PUBLISHED: &str = "published.txt";

/// A version with all that it was made of.
#[derive(Debug, Clone)]
pub struct FrozenVersion {
    /// The version.
    pub version: Version,
    /// The files of the project as they were.
    pub input: Input,
    /// The manifest of the site that it was published as.
    pub published: String,
    /// The file that declares it.
    pub span: Span,
}

/// The versions of a project, the oldest first.
pub fn versions(input: &Input, found: &mut Diagnostics) -> Vec<FrozenVersion> {
    let mut folders: BTreeMap<&str, Vec<(FileId, &str)>> = BTreeMap::new();
    let folder = input.place(VERSIONS);
    for (file, entry) in input.under(&folder) {
        let path = &entry.path[folder.len()..];
        match path.split_once('/') {
            Some((name, inside)) => {
                folders.entry(name).or_default().push((file, inside));
            }
            None => found.push(unknown(file, &entry.path)),
        }
    }
    let versions =
        folders.iter().filter_map(|(name, files)| frozen(input, name, files, found));
    let mut versions: Vec<_> = versions.collect();
    versions.sort_by_key(|own| own.version.number);
    for pair in versions.windows(2) {
        if let [one, other] = pair
            && one.version.number == other.version.number
        {
            let message = format!(
                "the versions `{}` and `{}` have one number",
                one.version.name, other.version.name
            );
            let diagnostic = Diagnostic::new(Code::BadValue, other.span, message);
            found.push(diagnostic.also(one.span, "the other version"));
        }
    }
    versions
}

fn frozen(
    input: &Input,
    name: &str,
    files: &[(FileId, &str)],
    found: &mut Diagnostics,
) -> Option<FrozenVersion> {
    let find = |wanted: &str| files.iter().find(|(_, path)| *path == wanted);
    let (Some((file, _)), Some((published, _))) = (find(VERSION_FILE), find(PUBLISHED))
    else {
        let folder = input.place(VERSIONS);
        let message = format!("`{folder}{name}` is no version: it lacks a file");
        found.push(Diagnostic::global(Code::MissingFile, message).help(format!(
            "`baspa version new` writes `{VERSION_FILE}` and `{PUBLISHED}`"
        )));
        return None;
    };
    if !Version::is_name(name) {
        let message = format!("`{name}` cannot be the name of a version");
        let help = "a name has the letters a to z, digits, `.` and `-`";
        found.push(
            Diagnostic::new(Code::BadId, Span::start_of(*file), message).help(help),
        );
        return None;
    }
    let kept = files.iter().filter(|(file, path)| {
        let own = ["content/", "templates/", "static/"];
        let known = own.iter().any(|folder| path.starts_with(folder));
        if !known && ![VERSION_FILE, PUBLISHED].contains(path) {
            found.push(unknown(*file, &input.file(*file).path));
        }
        known
    });
    let kept: Vec<_> = kept
        .map(|(file, path)| ((*path).to_owned(), input.file(*file).bytes.to_vec()))
        .collect();
    let published = text_of(input, *published, found)?.replace("\r\n", "\n");
    let version = version(input, name, *file, found)?;
    let span = Span::start_of(*file);
    let input = Input::new(kept).of_study(input.home());
    Some(FrozenVersion { version, input, published, span })
}

fn version(
    input: &Input,
    name: &str,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Version> {
    let root = yaml::parse(input, file, found)?;
    let mut decoder = Decoder {
        input,
        languages: &[],
        source_language: Lang::presume("en"),
        draft: false,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found,
    };
    let VersionFile { number, date, baspa } = VersionFile::decode(&root, &mut decoder)?;
    Some(Version {
        home: input.home(),
        name: name.to_owned(),
        number,
        date,
        program: baspa,
    })
}

fn unknown(file: FileId, path: &str) -> Diagnostic {
    let message = format!("`{path}` is no file of a version");
    Diagnostic::new(Code::UnknownFile, Span::start_of(file), message)
        .help("`versions/` holds what `baspa version new` writes, and nothing else")
}
