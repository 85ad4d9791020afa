//! What `diff` says of the study that `baspa new` makes.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::cli::Exit;
use crate::cli::tests::{Said, baspa, project};

struct Project {
    folder: tempfile::TempDir,
    path: String,
}

impl Project {
    /// A project that is built.
    fn new() -> Self {
        let (folder, path) = project();
        assert_eq!(baspa(&["build", "--project", &path]).exit, Exit::Done);
        Self { folder, path }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn reword(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap();
        assert!(text.contains(old), "{text}");
        fs::write(self.file(name), text.replacen(old, new, 1)).unwrap();
    }

    fn diff(&self, args: &[&str]) -> Said {
        let public = self.file("public").display().to_string();
        let own = ["diff", "--project", &self.path, "--against", &public];
        baspa(&[&own[..], args].concat())
    }
}

const DATA: &str = "content/data/alphabets.yaml";

#[test]
fn a_study_that_was_just_built_has_not_changed() {
    let project = Project::new();
    let said = project.diff(&["--exit-code"]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    assert!(said.out.starts_with("Nothing has changed since "), "{}", said.out);
    let record = project.file("public/baspa-record.json").display().to_string();
    let own = ["diff", "--project", &project.path, "--against", &record];
    assert!(baspa(&own).out.starts_with("Nothing has changed"));
}

#[test]
fn a_changed_cell_is_told_with_all_that_readers_see() {
    let project = Project::new();
    let old = "letters: 42, shared: 33, own: 9}";
    project.reword(DATA, old, "letters: 43, shared: 33, own: 10}");
    let said = project.diff(&[]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(lines[0], "Cells: 2");
    assert_eq!(lines[1], "  alphabets  kazakh  letters  42 → 43");
    assert_eq!(lines[2], "  alphabets  kazakh  own      9 → 10");
    for wanted in [
        "\nen: ",
        "\nkk: ",
        "\nru: ",
        "  #alphabet-sizes chart: drawn anew at 7 widths\n",
        "    was  Kazakh | [-42-] | 33 | [-9-]\n    is   Kazakh | {+43+} | 33 | {+10+}\n",
        "    data/alphabets.csv\n",
    ] {
        assert!(said.out.contains(wanted), "{wanted}: {}", said.out);
    }
    assert!(!said.out.contains("by the theme"), "{}", said.out);
    assert_eq!(project.diff(&["--exit-code"]).exit, Exit::Content);
}

#[test]
fn a_check_that_fails_is_told_and_does_not_stand_in_the_way() {
    let project = Project::new();
    project.reword(DATA, "letters: 42", "letters: 43");
    let said = project.diff(&[]);
    assert_eq!(said.exit, Exit::Done);
    let wanted = "Checks: 1\n  alphabets.parts-add-up  holds → fails\n";
    assert!(said.out.contains(wanted), "{}", said.out);
    assert_eq!(said.err, "note: the study has 1 error: `baspa check` tells them\n");
}

#[test]
fn of_a_study_with_other_errors_nothing_is_compared() {
    let project = Project::new();
    project.reword("content/abstract/en.md", ".", " {{ gone }}.");
    let said = project.diff(&[]);
    assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""));
    assert!(said.err.contains("error[expression-failed]"), "{}", said.err);
    assert!(said.err.contains("nothing was compared"), "{}", said.err);
}

#[test]
fn programs_get_every_change() {
    let project = Project::new();
    let old = "letters: 42, shared: 33, own: 9}";
    project.reword(DATA, old, "letters: 43, shared: 33, own: 10}");
    let said = project.diff(&["--format", "json"]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    let all: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(all["version"], 1);
    let cell = &all["cells"][0];
    assert_eq!((&cell["old"], &cell["new"]), (&"42".into(), &"43".into()));
    assert_eq!(cell["row"], serde_json::json!(["kazakh"]));
    let parts = all["editions"][0]["parts"].as_array().unwrap();
    let chart = parts.iter().find(|part| part["kind"] == "chart").unwrap();
    assert_eq!(
        (&chart["drawn"], &chart["anchor"]),
        (&7.into(), &"alphabet-sizes".into())
    );
    let files = all["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["explained"] == true), "{}", said.out);
}

#[test]
fn the_page_holds_both_versions_and_asks_for_nothing() {
    let project = Project::new();
    project.reword("content/abstract/en.md", ".", " \\<b> &\"'.");
    let page = project.file("changes.html").display().to_string();
    let said = project.diff(&["--page", &page]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    assert_eq!(said.out, format!("Wrote {page}\n"));
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("<ins>"), "{text}");
    assert!(text.contains("&lt;b&gt; &amp;"), "{text}");
    for foreign in ["src=", "url(", "http:", "https:", "<script", "@import"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
}

#[test]
fn the_page_shows_the_old_and_the_new_drawing() {
    let project = Project::new();
    let old = "letters: 42, shared: 33, own: 9}";
    project.reword(DATA, old, "letters: 43, shared: 33, own: 10}");
    let page = project.file("changes.html");
    let told = |against: &str| {
        let page = page.display().to_string();
        let own = ["diff", "--project", &project.path, "--against", against];
        assert_eq!(baspa(&[&own[..], &["--page", &page]].concat()).exit, Exit::Done);
        fs::read_to_string(&page).unwrap()
    };
    let public = project.file("public").display().to_string();
    let text = told(&public);
    let pictures: Vec<_> = text.split("src=\"").skip(1).collect();
    assert_eq!(pictures.len(), 6, "old and new in three languages");
    let of = |at: usize| pictures[at].split('"').next().unwrap();
    assert!(
        pictures.iter().all(|own| own.starts_with("data:image/svg+xml;base64,PHN2Zy"))
    );
    let svg = fs::read(project.file("public/en/figures/alphabet-sizes.svg")).unwrap();
    assert_eq!(of(0), crate::picture::address(&svg));
    assert_ne!(of(0), of(1));
    // Of a record there is only the new one.
    let text = told(&format!("{public}/baspa-record.json"));
    assert_eq!(text.matches("src=\"").count(), 3);
    assert_eq!(text.matches("A record has no drawings").count(), 3);
    // Data that fail their checks are drawn by no build.
    project.reword(DATA, "own: 10}", "own: 11}");
    let text = told(&public);
    assert_eq!(text.matches("src=\"").count(), 3);
    assert_eq!(text.matches("as soon as the checks").count(), 3);
}

#[test]
fn a_version_is_told_by_its_name() {
    let project = Project::new();
    let made =
        ["version", "new", "v1", "--date", "2026-11-01", "--project", &project.path];
    assert_eq!(baspa(&made).exit, Exit::Done);
    let said = project.diff(&[]);
    let (_, told) = said.out.split_once("Versions: 1\n  v1  added, ").unwrap();
    assert!(!told.contains(" v1/"), "{told}");
    let (explained, rest) = told.split_once("by the theme").unwrap();
    for file in ["versions/v1.css", "en/versions.html", "kk/versions.html"] {
        assert!(explained.contains(&format!("  + {file}\n")), "{told}");
    }
    assert!(rest.contains("    en/index.html\n"), "{rest}");
    let all = project.diff(&["--format", "json"]).out;
    let all: Value = serde_json::from_str(&all).unwrap();
    let version = &all["versions"][0];
    assert_eq!(
        (&version["version"], &version["change"]),
        (&"v1".into(), &"added".into())
    );
    let page = project.file("changes.html").display().to_string();
    project.diff(&["--page", &page]);
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("The version v1 was added, with "), "{text}");
}

#[test]
fn a_theme_that_is_another_is_told_apart_from_texts() {
    let project = Project::new();
    fs::create_dir_all(project.file("static")).unwrap();
    fs::write(project.file("static/style.css"), "body {}").unwrap();
    let said = project.diff(&[]);
    let wanted = "Files: 1\n  by the theme, the format, a version or baspa itself";
    assert!(said.out.starts_with(wanted), "{}", said.out);
    assert!(said.out.ends_with("    assets/style.css\n"), "{}", said.out);
}

#[test]
fn what_is_no_earlier_build_is_refused() {
    let project = Project::new();
    let own =
        |path: &str| baspa(&["diff", "--project", &project.path, "--against", path]);
    let none = own(&project.file("content").display().to_string());
    assert_eq!((none.exit, none.out.as_str()), (Exit::Call, ""));
    assert!(none.err.contains("cannot be read"), "{}", none.err);
    let other = own(&project.file(DATA).display().to_string());
    assert_eq!((other.exit, other.out.as_str()), (Exit::Call, ""));
    assert!(other.err.contains("error[bad-record]"), "{}", other.err);
    let said = baspa(&["diff", "--project", &project.path]);
    assert_eq!(said.exit, Exit::Call);
    assert!(said.err.contains("no revision was accepted yet"), "{}", said.err);
}
