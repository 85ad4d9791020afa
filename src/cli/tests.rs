use std::fs;

use super::*;
use crate::diag::Code;

/// What a run said, without colours.
pub(super) struct Said {
    pub(super) exit: Exit,
    pub(super) out: String,
    pub(super) err: String,
}

pub(super) fn baspa(args: &[&str]) -> Said {
    let mut out = anstream::StripStream::new(Vec::new());
    let mut err = anstream::StripStream::new(Vec::new());
    let exit =
        run(std::iter::once("baspa").chain(args.iter().copied()), &mut out, &mut err);
    let text = |stream: anstream::StripStream<Vec<u8>>| {
        String::from_utf8(stream.into_inner()).unwrap()
    };
    Said { exit, out: text(out), err: text(err) }
}

/// A new project and its path.
pub(super) fn project() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    assert_eq!(baspa(&["new", &path]).exit, Exit::Done);
    (folder, path)
}

#[test]
fn a_new_project_is_built_and_says_where_to_look() {
    let (folder, path) = project();
    let said = baspa(&["build", "--project", &path]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    assert!(said.out.starts_with("Wrote "), "{}", said.out);
    assert!(said.out.contains(" pages in English, Kazakh"), "{}", said.out);
    let index = folder.path().join("public/index.html");
    let (_, shown) = said.out.trim_end().rsplit_once("open ").unwrap();
    assert_eq!(Path::new(shown).canonicalize().unwrap(), index.canonicalize().unwrap());
    let again = baspa(&["build", "--project", &path]);
    assert!(again.out.starts_with("Nothing new: "), "{}", again.out);
}

#[test]
fn the_next_step_can_be_typed_as_it_is_told() {
    for (name, wanted) in [
        ("my-study", "my-study"),
        ("зерттеу/v1.2", "зерттеу/v1.2"),
        ("-x", "./-x"),
        ("it's here", r"'it'\''s here'"),
        ("a$b", "'a$b'"),
    ] {
        assert_eq!(typed(name), wanted);
    }
}

#[test]
fn a_slash_at_the_end_of_a_folder_is_not_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let path = format!("{}/", folder.path().display());
    let said = baspa(&["new", &path]);
    assert!(!said.out.contains("//"), "{}", said.out);
    let out = format!("{path}site/");
    let said = baspa(&["build", "--project", &path, "--out", &out]);
    assert!(!said.out.contains("//"), "{}", said.out);
}

#[test]
fn wrong_content_is_exit_1_and_nothing_is_written() {
    let (folder, path) = project();
    fs::remove_file(folder.path().join("content/study.yaml")).unwrap();
    for command in ["build", "check"] {
        let said = baspa(&[command, "--project", &path]);
        assert_eq!((said.exit, said.out.as_str()), (Exit::Content, ""));
        assert!(said.err.contains("error[missing-file]"), "{}", said.err);
        assert!(said.err.contains("error: 1 error"), "{}", said.err);
        assert!(said.err.contains("baspa explain missing-file"), "{}", said.err);
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_check_writes_nothing() {
    let (folder, path) = project();
    let said = baspa(&["check", "--project", &path]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    assert_eq!(said.out, "Found no problems in 16 files\n");
    assert!(!folder.path().join("public").exists());
}

#[test]
fn json_is_one_array_and_alone_on_the_output() {
    let (folder, path) = project();
    let good = baspa(&["check", "--format", "json", "--project", &path]);
    assert_eq!(good.out, "[]\n");
    fs::remove_file(folder.path().join("content/study.yaml")).unwrap();
    let bad = baspa(&["build", "--format", "json", "--project", &path]);
    let found: serde_json::Value = serde_json::from_str(&bad.out).unwrap();
    assert_eq!(found[0]["code"], "missing-file");
    assert_eq!(bad.exit, Exit::Content);
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let (folder, path) = project();
    let good = baspa(&["build", "--quiet", "--project", &path]);
    assert_eq!((good.out.as_str(), good.err.as_str()), ("", ""));
    fs::remove_file(folder.path().join("content/study.yaml")).unwrap();
    assert!(baspa(&["check", "--quiet", "--project", &path]).err.contains("study.yaml"));
}

#[test]
fn an_output_that_is_refused_is_exit_2() {
    let (folder, path) = project();
    let out = folder.path().join("content/site").display().to_string();
    let said = baspa(&["build", "--project", &path, "--out", &out]);
    assert_eq!((said.exit, said.out.as_str()), (Exit::Call, ""));
    assert!(said.err.contains("error[output-refused]"), "{}", said.err);
    assert!(said.err.contains("choose another folder"), "{}", said.err);
    let json = baspa(&["build", "--project", &path, "--out", &out, "--format", "json"]);
    assert!(json.out.contains("output-refused"), "{}", json.out);
}

#[test]
fn a_wrong_call_is_exit_2_and_says_what_would_be_right() {
    let (_folder, path) = project();
    let cases: [(&[&str], &str); 9] = [
        (&[], "Usage: baspa"),
        (&["biuld"], "'build'"),
        (&["build", "--draff"], "'--draft'"),
        (&["build", "--base-url", "example.org"], "begins with https://"),
        (&["check", "--project", "/nowhere/at/all"], "no folder `/nowhere/at/all`"),
        (&["explain", "missing-sell"], "did you mean `missing-cell`?"),
        (&["explain", "zzz"], "`baspa explain` lists them all"),
        (&["new", &path], "is not empty"),
        (&["check", "--format", "xml"], "human, json"),
    ];
    for (args, wanted) in cases {
        let said = baspa(args);
        assert_eq!((said.exit, said.out.as_str()), (Exit::Call, ""), "{args:?}");
        assert!(said.err.contains(wanted), "{args:?}: {}", said.err);
    }
}

#[test]
fn every_code_is_listed_and_explained() {
    let list = baspa(&["explain"]);
    assert_eq!(list.exit, Exit::Done);
    assert_eq!(list.out.lines().count(), Code::ALL.len());
    for code in Code::ALL {
        let said = baspa(&["explain", code.name()]);
        assert_eq!(said.exit, Exit::Done);
        assert!(said.out.contains(&format!("[{}]\n\n", code.name())), "{}", said.out);
    }
}

#[test]
fn each_shell_gets_its_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = baspa(&["completions", shell]);
        assert_eq!(said.exit, Exit::Done);
        assert!(said.out.contains("base-url"), "{shell}");
    }
}

#[test]
fn help_is_a_result() {
    let said = baspa(&["build", "--help"]);
    assert_eq!((said.exit, said.err.as_str()), (Exit::Done, ""));
    assert!(said.out.contains("A failed build changes nothing"), "{}", said.out);
}

#[test]
fn a_project_without_content_says_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let said = baspa(&["check", "--project", folder.path().to_str().unwrap()]);
    assert_eq!(said.exit, Exit::Content);
    assert!(said.err.contains("baspa new DIR"), "{}", said.err);
}
