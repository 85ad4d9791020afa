//! The same input gives the same bytes, whatever the machine.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use baspa::site::{MANIFEST, Site};
use baspa::source::Input;
use baspa::{BuildOptions, scaffold};

use crate::{BUILT, content, root, site};

fn assert_same(made: &Site, what: &str) {
    for ((path, ours), (other, theirs)) in BUILT.site.iter().zip(made.iter()) {
        assert_eq!(path, other, "{what}");
        assert!(ours == theirs, "{what}: {path} differs");
    }
    assert_eq!(BUILT.site.len(), made.len(), "{what}");
}

/// The files of the project, as they are.
fn files() -> Vec<(String, Vec<u8>)> {
    let input = content();
    let files = input.files().map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    files.collect()
}

#[test]
fn two_builds_are_equal() {
    assert_same(&site(&content(), &BuildOptions::default()), "again");
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let input = Input::new(files().into_iter().rev());
    assert_same(&site(&input, &BuildOptions::default()), "the last file first");
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    let windows = files().into_iter().map(|(path, bytes)| {
        let parsed = [".md", ".yaml", ".csv", ".html"];
        if !parsed.iter().any(|ending| path.ends_with(ending)) {
            return (path, bytes);
        }
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        (path, format!("\u{feff}{text}").into_bytes())
    });
    let input = Input::new(windows);
    assert_same(&site(&input, &BuildOptions::default()), "written on Windows");
}

/// What `baspa build` writes with these variables around it.
fn spawned(variables: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut command = Command::new(env!("CARGO_BIN_EXE_baspa"));
    command.args(["build", "--quiet", "--project"]).arg(root()).arg("--out").arg(&out);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut files = BTreeMap::new();
    collect(&out, &out, &mut files);
    files
}

fn collect(folder: &Path, out: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out, files);
        } else {
            let name = path.strip_prefix(out).unwrap().to_str().unwrap();
            files.insert(name.replace('\\', "/"), std::fs::read(&path).unwrap());
        }
    }
}

#[test]
fn time_zone_locale_and_fonts_of_the_machine_do_not_matter() {
    let plain = [("TZ", "UTC"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")];
    let local = [
        ("TZ", "Asia/Almaty"),
        ("LANG", "kk_KZ.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANGUAGE", "ru:kk"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("FONTCONFIG_FILE", "/no/fonts.conf"),
        ("RAYON_NUM_THREADS", "4"),
    ];
    let mut made = spawned(&plain);
    assert_eq!(made, spawned(&local));
    assert!(made.remove(MANIFEST).is_some());
    let memory = BUILT
        .site
        .iter()
        .map(|(path, _)| (path.to_string(), BUILT.site.made(path).unwrap().into_owned()));
    assert!(made == memory.collect(), "the site on the disk is that in memory");
}

#[test]
fn the_first_study_builds_without_a_remark() {
    let files = scaffold::STUDY.iter();
    let input =
        Input::new(files.map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())));
    let site = site(&input, &BuildOptions::default());
    for lang in ["en", "kk", "ru"] {
        let path = baspa::site_path::SitePath::presume(format!("{lang}/index.html"));
        assert!(site.get(&path).is_some());
    }
}
