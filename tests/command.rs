//! The program as a shell sees it: exit codes, and what reaches a pipe.

use std::path::Path;
use std::process::{Command, Output};

fn baspa(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baspa"));
    command.current_dir(folder).args(args).output().expect("baspa starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("baspa ends by itself")
}

#[test]
fn exit_codes_tell_wrong_content_from_a_wrong_call() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&baspa(folder.path(), &["new", "study"])), 0);
    let study = folder.path().join("study");
    assert_eq!(code(&baspa(&study, &["build"])), 0);
    assert!(study.join("public/index.html").is_file());
    assert_eq!(code(&baspa(&study, &["build", "--out", "content"])), 2);
    assert_eq!(code(&baspa(&study, &["build", "--unknown"])), 2);
    std::fs::remove_file(study.join("content/study.yaml")).unwrap();
    assert_eq!(code(&baspa(&study, &["build"])), 1);
    assert!(study.join("public/index.html").is_file(), "a failed build changes nothing");
}

#[test]
fn a_pipe_gets_neither_colours_nor_progress() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&baspa(folder.path(), &["new", "."])), 0);
    let good = baspa(folder.path(), &["build"]);
    assert_eq!(good.stderr, b"");
    assert_eq!(good.stdout.iter().filter(|byte| **byte == b'\n').count(), 1);
    for args in [&["check", "--project", "gone"][..], &["build", "--out", "content"]] {
        let wrong = baspa(folder.path(), args);
        assert!(!wrong.stderr.is_empty());
        assert!(!wrong.stderr.contains(&0x1b), "{args:?}");
    }
}

#[test]
fn a_translation_that_is_behind_is_told_and_fails_a_check() {
    let folder = tempfile::tempdir().unwrap();
    let status = |args: &[&str]| baspa(folder.path(), &[&["status"], args].concat());
    assert_eq!(code(&baspa(folder.path(), &["new", "."])), 0);
    assert_eq!(code(&status(&["--check"])), 0);
    assert_eq!(code(&status(&["--accept", "all", "kk", "ru"])), 0);
    let original = folder.path().join("content/abstract/en.md");
    let text = std::fs::read_to_string(&original).unwrap();
    std::fs::write(&original, format!("Moreover, {text}")).unwrap();
    let told = status(&["--units", "--check"]);
    assert_eq!(code(&told), 1);
    let text = String::from_utf8(told.stdout).unwrap();
    assert!(text.contains("outdated 1/"), "{text}");
    assert!(text.contains("{+Moreover,+}"), "{text}");
    assert!(!text.contains('\u{1b}'), "a pipe gets no colours");
    let built = baspa(folder.path(), &["build"]);
    assert_eq!((code(&built), built.stderr.as_slice()), (0, &b""[..]));
    let page =
        std::fs::read_to_string(folder.path().join("public/kk/index.html")).unwrap();
    assert!(page.contains("class=\"outdated\""), "the reader is told");
    assert_eq!(code(&status(&["--accept", "abstract", "en"])), 2);
    std::fs::remove_file(folder.path().join("content/study.yaml")).unwrap();
    assert_eq!(code(&status(&[])), 1);
}

#[test]
fn a_project_is_found_from_a_folder_inside_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&baspa(folder.path(), &["new", "."])), 0);
    let built = baspa(&folder.path().join("content/data"), &["build"]);
    let said = String::from_utf8(built.stdout).unwrap();
    assert!(said.ends_with("open ../../public/index.html\n"), "{said}");
    assert!(folder.path().join("public/index.html").is_file());
}

#[test]
fn translations_go_to_a_translator_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    assert_eq!(code(&baspa(root, &["new", "."])), 0);
    assert_eq!(code(&baspa(root, &["translate", "export", "--lang", "kk"])), 0);
    assert_eq!(code(&baspa(root, &["translate", "export", "--lang", "en"])), 2);
    let po = ["translate", "export", "--lang", "kk", "--as", "po", "--output", "-"];
    let po = String::from_utf8(baspa(root, &po).stdout).unwrap();
    assert!(po.contains("\"Language: kk\\n\""), "{po}");
    let abstract_path = root.join("content/abstract/kk.md");
    let before = std::fs::read_to_string(&abstract_path).unwrap();
    let same = baspa(root, &["translate", "import", "kk.xlf"]);
    assert!(String::from_utf8(same.stdout).unwrap().starts_with("Nothing new, "));
    assert_eq!(std::fs::read_to_string(&abstract_path).unwrap(), before);

    let first = before.split(' ').next().unwrap();
    let (head, rest) = po.split_once("msgctxt \"abstract#1\"").unwrap();
    let rest = rest.replacen(&format!("msgstr \"{first} "), "msgstr \"Жаңадан ", 1);
    let changed = format!("{head}msgctxt \"abstract#1\"{rest}");
    std::fs::write(root.join("kk.po"), &changed).unwrap();
    assert_eq!(code(&baspa(root, &["translate", "import", "kk.po"])), 0);
    let after = std::fs::read_to_string(&abstract_path).unwrap();
    assert_eq!(after, before.replacen(first, "Жаңадан", 1));

    let lost = changed.lines().map(|line| match line.starts_with("msgstr") {
        true => line.replace("{1}", "") + "\n",
        false => line.to_owned() + "\n",
    });
    std::fs::write(root.join("kk.po"), lost.collect::<String>()).unwrap();
    let refused = baspa(root, &["translate", "import", "kk.po"]);
    assert_eq!(code(&refused), 1);
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("kk.po:") && told.contains("nothing was taken over"), "{told}");
    assert_eq!(std::fs::read_to_string(&abstract_path).unwrap(), after);
}
