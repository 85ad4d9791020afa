use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::Exit;
use crate::cli::tests::{Said, baspa, project};

const RECORD: &str = "content/translations.yaml";

/// A new project in which a section's text is at hand.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new() -> Self {
        Self { folder: project().0 }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn status(&self, args: &[&str]) -> Said {
        let folder = self.folder.path().display().to_string();
        baspa(&[&["status", "--project", folder.as_str()], args].concat())
    }

    #[track_caller]
    fn accept(&self, args: &[&str]) -> String {
        let said = self.status(&[&["--accept"], args].concat());
        assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
        said.out
    }

    /// Replaces words of a file.
    #[track_caller]
    fn reword(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(old), "{text}");
        fs::write(self.path(name), text.replacen(old, new, 1)).unwrap();
    }

    /// The row of a text in the table.
    #[track_caller]
    fn row(&self, name: &str) -> String {
        let said = self.status(&[]);
        assert_eq!(said.exit, Exit::Done);
        let row = said.out.lines().find(|line| line.starts_with(name)).unwrap();
        row.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Every file of a project with its bytes.
fn files(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.map(Result::unwrap).filter(|entry| entry.path().is_file());
    files
        .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn each_text_has_a_state_in_each_language() {
    let project = Project::new();
    let said = project.status(&[]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(lines[0], "text                    en        kk     ru");
    assert_eq!(lines[1], "study                   original  draft  draft");
    assert_eq!(lines[3], "sections/10-comparison  original  draft  draft");
    assert_eq!(lines[lines.len() - 2..], ["kk: 8 draft", "ru: 8 draft"]);
}

#[test]
fn accepting_writes_one_file_and_says_what_was_recorded() {
    let project = Project::new();
    let before = files(project.folder.path());
    let said = project.accept(&["all", "kk"]);
    assert!(said.starts_with("Accepted 8 texts in kk ("), "{said}");
    assert!(said.ends_with("); recorded in content/translations.yaml\n"), "{said}");
    let after = files(project.folder.path());
    let new: Vec<_> = after.iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(new.len(), 1);
    assert_eq!(new[0].0, project.path(RECORD));
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(project.row("study"), "study original current draft");
    let again = project.accept(&["all", "kk"]);
    assert!(again.starts_with("Accepted already: 8 texts in kk"), "{again}");
    project.accept(&[
        "about",
        "ru",
        "--reviewed",
        "--by",
        "Б. Ө.",
        "--date",
        "2026-11-01",
    ]);
    assert_eq!(project.row("about"), "about original current reviewed");
    let record = fs::read_to_string(project.path(RECORD)).unwrap();
    let how = "    ru: {reviewed: true, date: 2026-11-01, by: \"Б. Ө.\"}\n";
    assert!(record.contains(how), "{record}");
}

#[test]
fn a_text_is_named_in_many_ways() {
    let project = Project::new();
    for name in [
        "10-comparison",
        "comparison",
        "sections/10-comparison",
        "sections/comparison",
        "content/sections/10-comparison/",
    ] {
        let said = project.status(&[name]);
        assert_eq!(said.exit, Exit::Done, "{name}: {}", said.err);
        assert!(said.out.ends_with("kk: 1 draft\nru: 1 draft\n"), "{name}: {}", said.out);
    }
    for name in
        ["figures/alphabet-sizes", "alphabet-sizes", "content/study.yaml", "study"]
    {
        assert_eq!(project.status(&[name]).exit, Exit::Done, "{name}");
    }
    let narrow = project.status(&["about", "--lang", "ru"]).out;
    assert_eq!(narrow, "text   en        ru\nabout  original  draft\n\nru: 1 draft\n");
}

#[test]
fn what_changed_in_the_original_is_told_word_by_word() {
    let project = Project::new();
    project.accept(&["all", "kk", "ru"]);
    project.reword("content/sections/10-comparison/en.md", "alphabet", "script");
    let said = project.status(&["comparison", "--lang", "kk", "-v"]);
    assert_eq!(said.exit, Exit::Done);
    let row = "sections/10-comparison  original  outdated 1/";
    assert!(said.out.contains(row), "{}", said.out);
    let place = "  changed: content/sections/10-comparison/en.md:";
    assert!(said.out.contains(place), "{}", said.out);
    let translated = "translated at content/sections/10-comparison/kk.md:";
    assert!(said.out.contains(translated), "{}", said.out);
    assert!(said.out.contains("    was  ") && said.out.contains("[-"), "{}", said.out);
    assert!(
        said.out.contains("    is   ") && said.out.contains("{+script"),
        "{}",
        said.out
    );
}

#[test]
fn a_check_fails_where_a_translation_is_missing_or_outdated() {
    let project = Project::new();
    assert_eq!(project.status(&["--check"]).exit, Exit::Done);
    project.accept(&["all", "kk", "ru"]);
    assert_eq!(project.status(&["--check"]).exit, Exit::Done);
    project.reword("content/abstract/en.md", ".", ", again.");
    let said = project.status(&["--check"]);
    assert_eq!(said.exit, Exit::Content);
    assert!(said.err.contains("0 missing and 2 outdated translations"), "{}", said.err);
    assert_eq!(project.status(&["--check", "about"]).exit, Exit::Done);
    fs::remove_file(project.path("content/abstract/kk.md")).unwrap();
    let said = project.status(&["--check", "--lang", "kk"]);
    assert!(said.err.contains("1 missing and 0 outdated translations"), "{}", said.err);
    assert_eq!(project.row("abstract"), "abstract original missing outdated 1/1");
}

#[test]
fn programs_get_every_unit() {
    let project = Project::new();
    project.accept(&["abstract", "kk", "--by", "A"]);
    project.reword("content/abstract/en.md", ".", ", again.");
    let said = project.status(&["abstract", "--format", "json"]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    let all: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(all["original"], "en");
    assert_eq!(all["totals"]["kk"]["outdated"], 1);
    assert_eq!(all["totals"]["ru"]["draft"], 1);
    let kazakh = &all["texts"][0]["translations"][0];
    assert_eq!(kazakh["language"], "kk");
    assert_eq!((&kazakh["state"], &kazakh["by"]), (&"outdated".into(), &"A".into()));
    let unit = &kazakh["units"][0];
    assert_eq!((&unit["key"], &unit["state"]), (&"1".into(), &"changed".into()));
    assert_eq!(unit["original"]["file"], "content/abstract/en.md");
    assert_eq!(unit["translation"]["line"], 1);
    let (old, new) = (unit["old"].as_str().unwrap(), unit["new"].as_str().unwrap());
    assert_eq!(new, old.replacen('.', ", again.", 1));
}

#[test]
fn what_is_missing_or_wrong_is_not_accepted() {
    let project = Project::new();
    let refused = |args: &[&str], wanted: &str| {
        let said = project.status(&[&["--accept"], args].concat());
        assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""), "{args:?}");
        assert!(said.err.contains(wanted), "{args:?}: {}", said.err);
        assert!(said.err.ends_with("error: nothing was accepted\n"), "{}", said.err);
        assert!(!project.path(RECORD).exists());
    };
    let kazakh = "content/sections/10-comparison/kk.md";
    let text = fs::read_to_string(project.path(kazakh)).unwrap();
    fs::remove_file(project.path(kazakh)).unwrap();
    refused(&["all", "ru", "kk"], "`sections/10-comparison` has no text in `kk`");
    let (title, _) = text.split_once("\n\n").unwrap();
    fs::write(project.path(kazakh), format!("{title}\n")).unwrap();
    refused(&["comparison", "kk"], "in `kk`");
    fs::write(project.path(kazakh), format!("{text}\n{{{{ gone.total }}}}\n")).unwrap();
    refused(&["comparison", "kk"], "error[expression-failed]");
    project.accept(&["comparison", "ru"]);
}

#[test]
fn a_record_that_cannot_be_read_is_not_written_over() {
    let project = Project::new();
    project.accept(&["all", "kk"]);
    project.reword(RECORD, "passages:", "passage:");
    let before = fs::read(project.path(RECORD)).unwrap();
    for args in [&["--accept", "about", "ru"][..], &[]] {
        let said = project.status(args);
        assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""));
        assert!(said.err.contains("error[unknown-key]"), "{}", said.err);
    }
    assert_eq!(fs::read(project.path(RECORD)).unwrap(), before);
}

#[test]
fn a_call_that_names_what_is_not_there_is_wrong() {
    let project = Project::new();
    let cases: [(&[&str], &str); 9] = [
        (&["comparisen"], "did you mean `comparison`?"),
        (&["zzz"], "`baspa status` lists them all"),
        (&["--lang", "en"], "`en` is the language of the original"),
        (&["--lang", "de"], "it is translated into kk, ru"),
        (&["--accept", "all"], "2 values required"),
        (&["--accept", "all", "en"], "`en` is the language of the original"),
        (&["--accept", "all", "қаз"], "`қаз` is no language tag"),
        (&["--accept", "all", "kk", "--date", "2026-13"], "write a year 2026"),
        (&["--reviewed"], "--accept"),
    ];
    for (args, wanted) in cases {
        let said = project.status(args);
        assert_eq!((said.exit, said.out.as_str()), (Exit::Call, ""), "{args:?}");
        assert!(said.err.contains(wanted), "{args:?}: {}", said.err);
    }
    assert!(!project.path(RECORD).exists());
}

#[test]
fn a_study_that_cannot_be_read_is_wrong_content() {
    let project = Project::new();
    project.reword("content/study.yaml", "languages:", "language:");
    let said = project.status(&[]);
    assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""));
    assert!(said.err.contains("error[unknown-key]"), "{}", said.err);
}

#[test]
fn errors_elsewhere_are_counted_and_do_not_stand_in_the_way() {
    let project = Project::new();
    project.reword("content/about/kk.md", ".", ". {{ gone }}");
    let said = project.status(&[]);
    assert_eq!(said.exit, Exit::Done);
    assert_eq!(said.err, "note: the study has 1 error: `baspa check` tells them\n");
    project.accept(&["abstract", "kk"]);
}
