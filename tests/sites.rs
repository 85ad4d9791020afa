//! Whole sites: `tests/sites/CASE/` is a small project, and its folder `expected/` every
//! page and file that is made of it, but for the assets of the theme, the record of the
//! build, which holds digests of them, the script in its pages, and the fonts in its
//! figures; `….png.svg` is what a
//! picture is drawn from, `….xlsx.txt` what a workbook says. A file `DRAFT` asks
//! for `--draft`; `remarks.txt`, where there is one, is what a terminal shows.
//! `UPDATE_EXPECTED=1` writes what is expected anew.

#[path = "support/several.rs"]
mod several;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use baspa::site::Content;
use baspa::source::Input;
use baspa::{BuildOptions, build, diag};
use libtest_mimic::{Arguments, Failed, Trial};
use similar::TextDiff;

/// Where the expected files of a case stand.
const EXPECTED: &str = "expected";

/// The expected remarks of a case.
const REMARKS: &str = "remarks.txt";

/// The SHA-256 of no bytes, by which a policy names a script that is left out.
const EMPTY: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let trials = cases.into_iter().map(|case| {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        Trial::test(name, move || is_as_expected(&case))
    });
    let trials = trials.chain(several::trials()).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn is_as_expected(case: &Path) -> Result<(), Failed> {
    let project = ["content", "templates", "static"].map(|name| files(case, name));
    let input = Input::new(project.into_iter().flatten());
    let draft = case.join("DRAFT").is_file();
    let outcome = build(&input, &BuildOptions { draft, ..BuildOptions::default() });
    let mut made = Files::new();
    let remarks = diag::human(&outcome.diagnostics, &input, false);
    if !remarks.is_empty() {
        made.insert(REMARKS.to_owned(), remarks.clone().into_bytes());
    }
    let site = outcome.site.ok_or(remarks)?;
    let beside =
        |path: &str| path.starts_with("assets/") || path.ends_with(baspa::record::FILE);
    let pages = site.iter().filter(|(path, _)| !beside(path.as_str()));
    made.extend(pages.map(|(path, content)| match content {
        Content::Bytes(bytes) if path.as_str().ends_with(".svg") => {
            (format!("{EXPECTED}/{path}"), without(bytes, ";base64,", "\"", "…"))
        }
        Content::Bytes(bytes) if path.as_str().ends_with(".html") => {
            let page = without(bytes, "<script>", "</script>", "");
            (format!("{EXPECTED}/{path}"), without(&page, "'sha256-", "'", EMPTY))
        }
        Content::Bytes(bytes) => (format!("{EXPECTED}/{path}"), bytes.to_vec()),
        Content::Picture(picture) => {
            (format!("{EXPECTED}/{path}.svg"), picture.svg().as_bytes().to_vec())
        }
        Content::Workbook(workbook) => {
            (format!("{EXPECTED}/{path}.txt"), workbook.plain().into_bytes())
        }
        Content::Archived(_) => {
            (format!("{EXPECTED}/{path}"), site.made(path).unwrap().into_owned())
        }
        Content::Checksums(of) => {
            let names = of.iter().map(|own| format!("…  {}\n", path.link_to(own)));
            (format!("{EXPECTED}/{path}"), names.collect::<String>().into_bytes())
        }
    }));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        return update(case, &made);
    }
    compare(&expected(case), &made)
}

/// A file with `instead` in place of what stands from each `start` to the next `end`, such as
/// the bytes of a font, which tell a reader nothing.
fn without(file: &[u8], start: &str, end: &str, instead: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(file);
    let mut parts = text.split(start);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept += start;
        kept += instead;
        kept += part.find(end).map_or("", |at| &part[at..]);
    }
    kept.into_bytes()
}

fn expected(case: &Path) -> Files {
    let mut expected = files(case, EXPECTED);
    if let Ok(bytes) = fs::read(case.join(REMARKS)) {
        expected.insert(REMARKS.to_owned(), bytes);
    }
    expected
}

/// Every difference: what is not as expected, what was not expected, and what nothing
/// made.
fn compare(expected: &Files, made: &Files) -> Result<(), Failed> {
    let mut wrong = String::new();
    for (path, bytes) in made {
        match expected.get(path) {
            Some(own) if own == bytes => {}
            Some(own) => wrong += &difference(path, own, bytes),
            None => wrong += &format!("{path} is not expected\n"),
        }
    }
    let left = expected.keys().filter(|path| !made.contains_key(*path));
    left.for_each(|path| wrong += &format!("nothing makes {path}\n"));
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("{wrong}UPDATE_EXPECTED=1 writes what is expected anew").into())
}

fn difference(path: &str, expected: &[u8], made: &[u8]) -> String {
    let (old, new) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(made));
    TextDiff::from_lines(&*old, &*new).unified_diff().header(path, "made").to_string()
}

fn update(case: &Path, made: &Files) -> Result<(), Failed> {
    let _ = fs::remove_dir_all(case.join(EXPECTED));
    let _ = fs::remove_file(case.join(REMARKS));
    for (path, bytes) in made {
        let path = case.join(path);
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// The files below `folder` of the case, by their path from the case.
fn files(case: &Path, folder: &str) -> Files {
    let mut files = Files::new();
    let Ok(entries) = fs::read_dir(case.join(folder)) else { return files };
    for entry in entries {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(self::files(case, &name));
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    files
}
