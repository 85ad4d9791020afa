//! What `data accept` does with the study that `baspa new` makes.

use std::fs;
use std::path::PathBuf;

use crate::cli::Exit;
use crate::cli::tests::{Said, baspa, project};

struct Project {
    folder: tempfile::TempDir,
    path: String,
}

const DATA: &str = "content/data/alphabets.yaml";
const LOG: &str = "content/revisions.yaml";
const RECORD: &str = "content/record.json";

impl Project {
    fn new() -> Self {
        let (folder, path) = project();
        Self { folder, path }
    }

    /// A project whose first publication is accepted.
    fn published() -> Self {
        let project = Self::new();
        let said = project.accept(&["-m", "First publication.", "--date", "2026-03-01"]);
        let wanted = "Accepted the first publication, of 2026-03-01; recorded in ";
        assert!(said.out.starts_with(wanted), "{}{}", said.out, said.err);
        project
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    fn reword(&self, name: &str, old: &str, new: &str) {
        let text = self.text(name);
        assert!(text.contains(old), "{text}");
        fs::write(self.file(name), text.replacen(old, new, 1)).unwrap();
    }

    /// One letter more.
    fn revise(&self) {
        let (old, new) =
            ("letters: 42, shared: 33, own: 9}", "letters: 43, shared: 33, own: 10}");
        self.reword(DATA, old, new);
    }

    fn run(&self, command: &[&str], args: &[&str]) -> Said {
        baspa(&[command, &["--project", &self.path], args].concat())
    }

    fn accept(&self, args: &[&str]) -> Said {
        self.run(&["data", "accept"], args)
    }
}

#[test]
fn what_was_accepted_is_what_a_diff_begins_from() {
    let project = Project::published();
    let said = project.run(&["diff"], &["--exit-code"]);
    assert_eq!(said.exit, Exit::Done, "{}", said.out);
    assert_eq!(said.out, format!("Nothing has changed since {RECORD}\n"));
    project.revise();
    assert_eq!(project.run(&["diff"], &["--exit-code"]).exit, Exit::Content);
    let reasons = ["-m", "One more.", "-m", "kk=Тағы біреу.", "-m", "ru=Ещё один."];
    let said = project.accept(&[&reasons[..], &["--date", "2026-06-12"]].concat());
    let wanted = "Accepted revision 2 of 2026-06-12: 2 cells, 9 pages; recorded in \
                  content/revisions.yaml and content/record.json\n";
    assert_eq!((said.out.as_str(), said.err.as_str()), (wanted, ""));
    assert_eq!(project.run(&["diff"], &["--exit-code"]).exit, Exit::Done);
    assert_eq!(project.run(&["check"], &[]).exit, Exit::Done);
}

#[test]
fn the_log_says_what_was_changed_and_for_whom() {
    let project = Project::published();
    project.revise();
    project.accept(&["-m", "A = B", "-m", "kk=Себеп", "--date", "2026-06-12"]);
    let log = project.text(LOG);
    let wanted = "- date: 2026-06-12\n  reason:\n    en: \"A = B\"\n    kk: \"Себеп\"\n  cells:\n    \
         alphabets:\n      - {row: [\"kazakh\"], variable: letters, old: \"42\", new: \"43\"}\n";
    assert!(log.contains(wanted), "{log}");
    assert!(log.contains("    - kk/data/alphabets.html\n"), "{log}");
    assert!(!log.contains("about.html"), "{log}");
    assert!(log.starts_with("# What was published when, and why."), "{log}");
    let status = project.run(&["status", "revisions"], &[]).out;
    assert!(status.contains("draft 1/2") || status.contains("draft 2/2"), "{status}");
}

#[test]
fn a_language_without_a_reason_is_told() {
    let project = Project::published();
    project.revise();
    let said = project.accept(&["-m", "One more.", "-m", "kk=Х", "--date", "2026-06-12"]);
    let wanted = "note: the reason is not given in `ru`, whose readers see it in `en`: \
                  add it to content/revisions.yaml\n";
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, wanted));
}

#[test]
fn the_day_is_that_of_the_data_unless_another_is_given() {
    let project = Project::published();
    project.revise();
    project.reword(DATA, "key: alphabet", "updated: 2026-05-30\nkey: alphabet");
    let said = project.accept(&["-m", "One more."]);
    assert!(said.out.starts_with("Accepted revision 2 of 2026-05-30: "), "{}", said.err);
}

#[test]
fn a_revision_that_no_reader_sees_is_none() {
    let project = Project::published();
    let again = project.accept(&["-m", "x", "--date", "2026-06-12"]);
    assert_eq!(again.out, "Nothing has changed since the last revision\n");
    let log = project.text(LOG);
    fs::create_dir_all(project.file("static")).unwrap();
    fs::write(project.file("static/style.css"), "body {}").unwrap();
    let said = project.accept(&["-m", "x", "--date", "2026-06-12"]);
    assert!(said.out.starts_with("Nothing that readers see has changed"), "{}", said.out);
    assert_eq!(project.text(LOG), log);
    assert_eq!(project.run(&["diff"], &["--exit-code"]).exit, Exit::Done);
}

#[test]
fn a_study_with_errors_is_not_accepted() {
    let project = Project::published();
    project.reword(DATA, "letters: 42", "letters: 43");
    let before = (project.text(LOG), project.text(RECORD));
    let said = project.accept(&["-m", "x", "--date", "2026-06-12"]);
    assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""));
    assert!(said.err.contains("error[check-failed]"), "{}", said.err);
    assert!(said.err.contains("nothing was accepted"), "{}", said.err);
    assert_eq!((project.text(LOG), project.text(RECORD)), before);
}

#[test]
fn a_call_that_is_not_whole_changes_nothing() {
    let project = Project::published();
    project.revise();
    let before = (project.text(LOG), project.text(RECORD));
    let cases: [(&[&str], &str); 9] = [
        (&["--date", "2026-06-12"], "--message"),
        (&["-m", "x"], "the day of the revision is not given"),
        (&["-m", "x", "--date", "2026-06"], "`2026-06` is no day"),
        (&["-m", "x", "--date", "12.06.2026"], "write a year 2026"),
        (&["-m", "x", "--date", "2026-02-28"], "after 2026-02-28"),
        (&["-m", " ", "--date", "2026-06-12"], "a reason is a line of words"),
        (&["-m", "a\nb", "--date", "2026-06-12"], "a reason is a line of words"),
        (&["-m", "kk=x", "--date", "2026-06-12"], "there is no reason in `en`"),
        (&["-m", "x", "-m", "en=y", "--date", "2026-06-12"], "two reasons in `en`"),
    ];
    for (args, wanted) in cases {
        let said = project.accept(args);
        assert_eq!((said.exit, said.out.as_str()), (Exit::Call, ""), "{args:?}");
        assert!(said.err.contains(wanted), "{args:?}: {}", said.err);
    }
    fs::remove_file(project.file(RECORD)).unwrap();
    let said = project.accept(&["-m", "x", "--date", "2026-06-12"]);
    assert_eq!(said.exit, Exit::Call);
    assert!(said.err.contains("`content/record.json` is missing"), "{}", said.err);
    assert_eq!(project.text(LOG), before.0);
}

#[test]
fn a_build_notes_what_no_accepted_revision_tells_of() {
    let project = Project::new();
    project.revise();
    let note = "note: ";
    assert_eq!(
        project.run(&["check"], &[]).err.matches(note).count(),
        0,
        "none accepted"
    );
    let project = Project::published();
    assert_eq!(project.run(&["check"], &[]).err.matches(note).count(), 0, "none changed");
    project.revise();
    let said = project.run(&["check"], &[]);
    assert_eq!(said.exit, Exit::Done);
    assert!(said.err.starts_with("note: 2 cells and "), "{}", said.err);
    let next = "`baspa diff` shows them, `baspa data accept` records them";
    assert!(said.err.contains(next), "{}", said.err);
    let out = project.file("public");
    let built = project.run(&["build"], &["--out", out.to_str().unwrap()]);
    assert_eq!(built.err, said.err);
    for still in ["--quiet", "--draft"] {
        assert_eq!(project.run(&["check"], &[still]).err, "", "{still}");
    }
    project.accept(&["-m", "One more.", "--date", "2026-06-12"]);
    assert_eq!(project.run(&["check"], &[]).err, "");
}
