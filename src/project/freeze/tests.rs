use std::collections::BTreeMap;

use super::*;
use crate::project::build;
use crate::scaffold;
use crate::site::{self, Content, Written};
use crate::site_path::SitePath;

/// A small study in a folder.
fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    scaffold::create(folder.path()).unwrap();
    folder
}

fn frozen(project: &Path, name: &str, date: Option<&str>) -> Freeze {
    let date = date.map(|date| Date::parse(date).unwrap());
    freeze(&Project::read(project), name, date)
}

fn make(project: &Path, name: &str, date: Option<&str>) {
    let ended = frozen(project, name, date);
    assert!(matches!(ended, Freeze::Done { .. }), "{ended:?}");
}

fn refusal(ended: Freeze) -> Diagnostic {
    match ended {
        Freeze::Refused(found) => found,
        other => panic!("{other:?}"),
    }
}

/// Builds the project and writes its site to `out`.
fn publish(project: &Path, out: &Path) -> Result<Written, Diagnostic> {
    let (_, outcome) = build(project, &BuildOptions::default());
    assert_eq!(outcome.diagnostics, []);
    site::write(&outcome.site.unwrap(), out, project, &|_, _| {})
}

/// Every file below `folder` by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().display().to_string();
    files.map(|own| (name(own.path()), fs::read(own.path()).unwrap())).collect()
}

/// Words the abstract anew in every language.
fn reword(project: &Path, in_version: &str) {
    for lang in ["en", "kk", "ru"] {
        let path = project.join(in_version).join(format!("content/abstract/{lang}.md"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen(' ', " \u{2014} ", 1)).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let to = to.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
}

fn page(out: &Path, path: &str) -> String {
    fs::read_to_string(out.join(path)).unwrap()
}

#[test]
fn a_version_stays_byte_for_byte_while_the_study_goes_on() {
    let (project, out) = (study(), tempfile::tempdir().unwrap());
    let (first, second) = (out.path().join("first"), out.path().join("second"));
    make(project.path(), "v1", Some("2026-11-01"));
    assert_eq!(publish(project.path(), &first), Ok(Written::New));
    let published = files(&first.join("v1"));
    assert!(published.len() > 20, "{}", published.len());

    reword(project.path(), ".");
    make(project.path(), "v2", Some("2026-12-01"));
    // A clone has what is committed, and no output.
    let clone = tempfile::tempdir().unwrap();
    for folder in ["content", "versions"] {
        copy(&project.path().join(folder), &clone.path().join(folder));
    }
    assert_eq!(publish(clone.path(), &second), Ok(Written::New));
    assert_eq!(files(&second.join("v1")), published);
    let newer = files(&second.join("v2"));
    assert_ne!(newer["en/index.html"], published["en/index.html"]);
    assert_eq!(publish(project.path(), &first), Ok(Written::New));
    assert_eq!(files(&first), files(&second), "on what an earlier build wrote");
    assert_eq!(publish(project.path(), &first), Ok(Written::Unchanged));
}

#[test]
fn a_reader_of_a_version_is_told_how_to_cite_it_and_that_a_newer_one_exists() {
    let (project, out) = (study(), tempfile::tempdir().unwrap());
    let out = out.path().join("site");
    make(project.path(), "v1", Some("2026-11-01"));
    publish(project.path(), &out).unwrap();
    let shows =
        |name: &str| page(&out, &format!("versions/{name}.css")).contains("block");
    assert!(!shows("v1"), "there is no newer one");
    make(project.path(), "v2", None);
    publish(project.path(), &out).unwrap();
    assert!(shows("v1") && !shows("v2"));
    for (lang, named) in
        [("en", "Version v1, "), ("kk", "v1 нұсқасы, "), ("ru", "Версия v1, ")]
    {
        let own = page(&out, &format!("v1/{lang}/index.html"));
        assert!(own.contains("href=\"../../versions/v1.css\""), "{lang}");
        assert!(own.contains("<p class=\"newer\" hidden>"), "{lang}");
        assert!(own.contains(&format!("href=\"../../{lang}/versions.html\"")), "{lang}");
        let (_, cited) = own.split_once("class=\"citation\"").unwrap();
        assert!(cited.split("</p>").next().unwrap().contains(named), "{lang}");
        let list = page(&out, &format!("{lang}/versions.html"));
        let (v1, v2) = (list.find("../v1/").unwrap(), list.find("../v2/").unwrap());
        assert!(v2 < v1, "{lang}: the newest first");
        let now = page(&out, &format!("{lang}/index.html"));
        assert!(!now.contains("class=\"newer\"") && now.contains("versions.html"));
    }
    for (path, bytes) in files(&out.join("v1")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.ends_with(".html") || text.contains("versions/v1.css"), "{path}");
    }
}

#[test]
fn a_version_finds_the_list_of_versions_when_the_study_drops_its_language() {
    let project = study();
    make(project.path(), "v1", Some("2026-11-01"));
    let list = project.path().join("versions/v1").join(PUBLISHED);
    let published = fs::read_to_string(&list).unwrap();
    let line = published.lines().find(|line| line.ends_with(" en/about.html")).unwrap();
    let german = line.replace("en/", "de/");
    fs::write(&list, format!("{published}{german}\n")).unwrap();

    let (_, outcome) = build(project.path(), &BuildOptions::default());
    let site = outcome.site.unwrap();
    let page = |path: &str| match site.get(&SitePath::presume(path)) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).unwrap(),
        other => panic!("{path}: {other:?}"),
    };
    let kept = page("de/versions.html");
    assert!(kept.contains("<html lang=\"en\"") && kept.contains("href=\"../v1/en/"));
    assert_eq!(
        kept.matches("href=").count(),
        page("en/versions.html").matches("href=").count()
    );
    assert!(site.get(&SitePath::presume("assets/versions.html")).is_none());
}

#[test]
fn other_bytes_than_those_that_were_published_are_refused() {
    let (project, out) = (study(), tempfile::tempdir().unwrap());
    let (first, second) = (out.path().join("first"), out.path().join("second"));
    make(project.path(), "v1", None);
    publish(project.path(), &first).unwrap();
    let published = files(&first.join("v1"));
    // As another program would, which makes other pages of the same input.
    reword(project.path(), "versions/v1");
    let found = publish(project.path(), &second).unwrap_err();
    assert_eq!(found.code, Code::VersionDiffers);
    assert!(found.message.contains("`v1/en/citation.bib`"), "{}", found.message);
    assert!(!second.exists());
    // What an earlier build wrote is kept as it is.
    reword(project.path(), ".");
    assert_eq!(publish(project.path(), &first), Ok(Written::New));
    assert_eq!(files(&first.join("v1")), published);
}

#[test]
fn a_version_is_made_once_and_of_a_study_without_errors() {
    let project = study();
    make(project.path(), "v1", Some("2026-11-01"));
    let before = files(&project.path().join("versions"));
    let twice = refusal(frozen(project.path(), "v1", None));
    assert_eq!(twice.code, Code::PathCollision);
    let older = refusal(frozen(project.path(), "v2", Some("2026-10-31")));
    assert_eq!(older.code, Code::BadValue);
    for taken in ["en", "data", "assets", "versions", "robots.txt"] {
        let found = refusal(frozen(project.path(), taken, None));
        assert_eq!(found.code, Code::PathCollision, "{taken}");
    }
    fs::write(project.path().join("content/units.yaml"), "letter: {}").unwrap();
    assert!(matches!(frozen(project.path(), "v2", None), Freeze::Content(_)));
    assert_eq!(files(&project.path().join("versions")), before);
}

#[test]
fn what_an_interrupted_run_left_is_no_obstacle() {
    let project = study();
    let left = project.path().join("versions/.v1.baspa-new/content");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("study.yaml"), "half").unwrap();
    make(project.path(), "v1", None);
    let kept = files(&project.path().join("versions"));
    assert!(kept.keys().all(|path| path.starts_with("v1/")), "{kept:?}");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let (project, outside) = (study(), tempfile::tempdir().unwrap());
    let versions = project.path().join("versions");
    std::os::unix::fs::symlink(outside.path(), &versions).unwrap();
    let Freeze::Content(found) = frozen(project.path(), "v1", None) else { panic!() };
    assert_eq!(found[0].code, Code::LinkRefused);
    assert_eq!(files(outside.path()).len(), 0);
}
