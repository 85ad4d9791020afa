use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::diag::Code;
use crate::site::{Content, MANIFEST};
use crate::site_path::SitePath;

const FIRST: [(&str, &str); 3] =
    [("index.html", "one"), ("en/index.html", "one"), ("en/data/a.csv", "one")];
const SECOND: [(&str, &str); 2] = [("index.html", "two"), ("kk/index.html", "two")];

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::new();
    for (path, text) in files {
        site.insert(SitePath::presume(path), Content::Bytes(text.as_bytes().into()))
            .unwrap();
    }
    site
}

/// A project with an output folder, and what is in it.
struct Desk {
    root: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        Self { root }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Written, Diagnostic> {
        self.write_to("public", files)
    }

    fn write_to(&self, out: &str, files: &[(&str, &str)]) -> Result<Written, Diagnostic> {
        write(&site(files), &self.path(out), self.root.path(), &|_, _| {})
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The output's files but for the manifest.
    fn holds(&self, files: &[(&str, &str)]) {
        let mut found = self.everything();
        found.retain(|path, _| !path.ends_with(MANIFEST));
        let wanted = files
            .iter()
            .map(|(path, text)| (format!("public/{path}"), (*text).to_owned()));
        assert_eq!(found, wanted.collect());
    }

    /// Every file and empty folder of the project: a swap must leave none of its own.
    fn everything(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for entry in walkdir::WalkDir::new(self.root.path()).min_depth(1) {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(self.root.path()).unwrap();
            if entry.file_type().is_file() {
                let text = fs::read_to_string(entry.path()).unwrap();
                found.insert(path.to_string_lossy().into_owned(), text);
            }
        }
        found
    }

    fn refused(&self, out: &str) -> Diagnostic {
        let before = self.everything();
        let diagnostic = self.write_to(out, &SECOND).unwrap_err();
        assert_eq!(diagnostic.code, Code::OutputRefused, "{diagnostic:?}");
        assert!(!diagnostic.help.is_empty());
        assert_eq!(self.everything(), before, "a refusal changes nothing");
        diagnostic
    }

    fn output(&self) -> Output {
        Output::locate(&self.path("public"), self.root.path()).unwrap()
    }
}

#[test]
fn a_second_site_replaces_the_first_and_leaves_nothing_of_it() {
    let desk = Desk::new();
    assert_eq!(desk.write(&FIRST), Ok(Written::New));
    desk.holds(&FIRST);
    assert_eq!(desk.write(&SECOND), Ok(Written::New));
    desk.holds(&SECOND);
    assert!(!desk.path("public/en").exists(), "an empty folder was left");
}

#[test]
fn the_same_site_is_not_written_again() {
    let desk = Desk::new();
    assert_eq!(desk.write(&FIRST), Ok(Written::New));
    assert_eq!(desk.write(&FIRST), Ok(Written::Unchanged));
    desk.holds(&FIRST);
}

#[test]
fn a_file_that_was_deleted_is_written_again() {
    let desk = Desk::new();
    desk.write(&FIRST).unwrap();
    fs::remove_file(desk.path("public/en/index.html")).unwrap();
    assert_eq!(desk.write(&FIRST), Ok(Written::New));
    desk.holds(&FIRST);
}

#[test]
fn the_manifest_depends_on_the_site_alone() {
    let manifest = |desk: &Desk| fs::read(desk.path("public").join(MANIFEST)).unwrap();
    let (one, two) = (Desk::new(), Desk::new());
    one.write(&FIRST).unwrap();
    two.write(&SECOND).unwrap();
    two.write(&FIRST).unwrap();
    assert_eq!(manifest(&one), manifest(&two));
}

#[test]
fn an_empty_folder_is_taken() {
    let desk = Desk::new();
    fs::create_dir(desk.path("public")).unwrap();
    assert_eq!(desk.write(&FIRST), Ok(Written::New));
    desk.holds(&FIRST);
}

#[test]
fn folders_above_the_output_are_made() {
    let desk = Desk::new();
    assert_eq!(desk.write_to("build/site", &FIRST), Ok(Written::New));
    assert!(desk.path("build/site/en/index.html").is_file());
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_names_them() {
    let desk = Desk::new();
    desk.put("public/thesis.doc", "years of work");
    let help = desk.refused("public").help;
    assert!(help[0].contains("`thesis.doc`"), "{help:?}");
}

#[test]
fn a_file_added_to_a_site_is_kept() {
    let added = [
        ("notes.txt", "`notes.txt`"),
        ("en/notes.txt", "`en/notes.txt`"),
        ("EN.html", "`EN.html`"),
        (".git/config", "`.git/`"),
    ];
    for (name, shown) in added {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        desk.put(&format!("public/{name}"), "mine");
        let help = desk.refused("public").help;
        assert!(help[0].contains(shown), "{help:?}");
    }
}

#[test]
fn a_changed_file_is_kept() {
    let desk = Desk::new();
    desk.write(&FIRST).unwrap();
    desk.put("public/en/index.html", "corrected by hand");
    let diagnostic = desk.refused("public");
    assert!(diagnostic.message.contains("changed"), "{diagnostic:?}");
    assert!(diagnostic.help[0].contains("`en/index.html`"), "{diagnostic:?}");
}

#[test]
fn a_manifest_is_no_licence_for_other_files() {
    let desk = Desk::new();
    desk.write(&FIRST).unwrap();
    let manifest = desk.path("public").join(MANIFEST);
    let text = fs::read_to_string(&manifest).unwrap();
    for broken in [format!("{text}x"), text.replace("# baspa", "# other")] {
        fs::write(&manifest, broken).unwrap();
        desk.refused("public");
    }
    fs::remove_file(&manifest).unwrap();
    desk.refused("public");
}

#[test]
fn the_project_is_no_output() {
    let desk = Desk::new();
    for folder in ["templates", "static"] {
        fs::create_dir(desk.path(folder)).unwrap();
    }
    for out in [
        ".",
        "content",
        "content/site",
        "content/deep/site",
        "templates/site",
        "static",
        "public/../content/x",
        "content/..",
    ] {
        fs::create_dir_all(desk.path("public")).unwrap();
        desk.refused(out);
    }
    let above = desk.root.path().parent().unwrap();
    let refused = write(&site(&FIRST), above, desk.root.path(), &|_, _| {}).unwrap_err();
    assert_eq!(refused.code, Code::OutputRefused);
    let root =
        write(&site(&FIRST), Path::new("/"), desk.root.path(), &|_, _| {}).unwrap_err();
    assert_eq!(root.code, Code::OutputRefused);
}

#[test]
fn a_file_is_no_output() {
    let desk = Desk::new();
    desk.put("public", "mine");
    desk.refused("public");
}

#[cfg(unix)]
#[test]
fn a_link_is_no_output() {
    use std::os::unix::fs::symlink;
    let (desk, other) = (Desk::new(), tempfile::tempdir().unwrap());
    symlink(other.path(), desk.path("public")).unwrap();
    desk.refused("public");
    symlink(desk.path("content"), desk.path("way-in")).unwrap();
    desk.refused("way-in/site");
    symlink("nowhere", desk.path("dangling")).unwrap();
    desk.refused("dangling");
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let (desk, other) = (Desk::new(), tempfile::tempdir().unwrap());
    desk.write(&FIRST).unwrap();
    fs::rename(desk.path("public/en"), other.path().join("en")).unwrap();
    std::os::unix::fs::symlink(other.path().join("en"), desk.path("public/en")).unwrap();
    desk.refused("public");
    assert!(other.path().join("en/index.html").is_file());
}

#[test]
fn two_runs_do_not_write_at_once() {
    let desk = Desk::new();
    desk.write(&FIRST).unwrap();
    let held = lock(&desk.output()).unwrap();
    let before = desk.everything();
    let refused = desk.write(&SECOND).unwrap_err();
    assert!(refused.message.contains("another baspa"), "{refused:?}");
    assert_eq!(desk.everything(), before);
    drop(held);
    assert_eq!(desk.write(&SECOND), Ok(Written::New));
}

#[test]
fn a_file_named_like_the_lock_is_left_alone() {
    let desk = Desk::new();
    let path = desk.output().lock;
    fs::write(&path, "mine").unwrap();
    let refused = desk.write(&FIRST).unwrap_err();
    assert!(refused.message.ends_with("is in the way"), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_makes_no_file_elsewhere() {
    let (desk, other) = (Desk::new(), tempfile::tempdir().unwrap());
    let elsewhere = other.path().join("made");
    std::os::unix::fs::symlink(&elsewhere, desk.output().lock).unwrap();
    assert!(desk.write(&FIRST).is_err());
    assert!(!elsewhere.exists());
}

/// What is drawn anew, and what is taken from the folder.
mod pictures {
    use std::sync::Mutex;

    use super::*;
    use crate::picture::{CardWords, Picture, draw_card};

    fn picture(title: &str) -> Picture {
        draw_card(&CardWords {
            lang: crate::lang::Lang::parse("en").unwrap(),
            language: "English".to_owned(),
            above: None,
            title: title.to_owned(),
            below: None,
            authors: String::new(),
            issued: None,
        })
    }

    fn gallery(pictures: &[(&str, &str)]) -> Site {
        let mut site = site(&FIRST);
        for (path, title) in pictures {
            let content = Content::Picture(picture(title));
            site.insert(SitePath::presume(path), content).unwrap();
        }
        site
    }

    /// Writes the site and returns what came of it and how many pictures were drawn.
    fn write_to(desk: &Desk, site: &Site) -> (Result<Written, Diagnostic>, usize) {
        let told = Mutex::new(Vec::new());
        let on_drawn = |done, total| told.lock().unwrap().push((done, total));
        let written = write(site, &desk.path("public"), desk.root.path(), &on_drawn);
        let told = told.into_inner().unwrap();
        assert!(told.iter().all(|(_, total)| *total == told.len()), "{told:?}");
        (written, told.len())
    }

    fn read(desk: &Desk, name: &str) -> Vec<u8> {
        fs::read(desk.path("public").join(name)).unwrap()
    }

    #[test]
    fn only_what_has_changed_is_drawn_again_and_the_bytes_are_those_of_a_clean_build() {
        let (desk, clean) = (Desk::new(), Desk::new());
        let first = gallery(&[("a.png", "one"), ("b.png", "two"), ("c.png", "two")]);
        assert_eq!(write_to(&desk, &first), (Ok(Written::New), 3));
        assert_eq!(write_to(&desk, &first), (Ok(Written::Unchanged), 0));
        let second = gallery(&[("a.png", "one"), ("b.png", "three"), ("d.png", "two")]);
        assert_eq!(write_to(&desk, &second), (Ok(Written::New), 2));
        assert_eq!(write_to(&clean, &second), (Ok(Written::New), 3));
        for name in ["a.png", "b.png", "d.png", MANIFEST] {
            assert_eq!(read(&desk, name), read(&clean, name), "{name}");
        }
    }

    #[test]
    fn a_png_that_is_not_as_it_was_written_is_never_taken() {
        let desk = Desk::new();
        let site = gallery(&[("a.png", "one"), ("b.png", "two")]);
        write_to(&desk, &site).0.unwrap();
        let good = read(&desk, "a.png");
        let path = desk.path("public/a.png");
        let mut bad = good.clone();
        bad[200] ^= 1;
        fs::write(&path, &bad).unwrap();
        let (refused, drawn) = write_to(&desk, &site);
        assert_eq!((refused.unwrap_err().code, drawn), (Code::OutputRefused, 0));
        fs::remove_file(&path).unwrap();
        assert_eq!(write_to(&desk, &site), (Ok(Written::New), 1));
        assert_eq!(read(&desk, "a.png"), good);
    }

    #[test]
    fn a_png_of_another_picture_is_not_taken_though_the_manifest_names_it() {
        let desk = Desk::new();
        write_to(&desk, &gallery(&[("a.png", "one"), ("b.png", "two")])).0.unwrap();
        // The same two files, each in the place of the other.
        let swapped = gallery(&[("a.png", "two"), ("b.png", "one")]);
        assert_eq!(write_to(&desk, &swapped), (Ok(Written::New), 2));
    }
}

/// Each state that a process can leave when it ends at once, and what the next run makes
/// of it.
mod interrupted {
    use super::*;

    fn stage(desk: &Desk, files: &[(&str, &str)]) -> Output {
        let output = desk.output();
        let site = site(files);
        let nowhere = Earlier { folder: Path::new("/"), manifest: None };
        let files = super::super::files(&site, &nowhere, &|_, _| {}).unwrap();
        swap::stage(&files, &Manifest::of(&files), &output).unwrap();
        output
    }

    fn repaired(desk: &Desk) {
        assert_eq!(desk.write(&SECOND), Ok(Written::New));
        desk.holds(&SECOND);
    }

    #[test]
    fn before_the_manifest_was_whole() {
        for text in ["", "# baspa"] {
            let desk = Desk::new();
            desk.write(&FIRST).unwrap();
            desk.put(&format!(".public.baspa-new/{MANIFEST}"), text);
            repaired(&desk);
        }
        let desk = Desk::new();
        fs::create_dir(desk.path(".public.baspa-new")).unwrap();
        repaired(&desk);
    }

    #[test]
    fn while_the_new_site_was_gathered() {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        let output = stage(&desk, &SECOND);
        fs::remove_file(output.staging.join("index.html")).unwrap();
        fs::write(output.staging.join("kk/index.html"), "t").unwrap();
        repaired(&desk);
    }

    #[test]
    fn before_the_first_rename() {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        stage(&desk, &SECOND);
        repaired(&desk);
    }

    #[test]
    fn between_the_renames_the_old_site_goes_back() {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        let output = stage(&desk, &SECOND);
        fs::rename(&output.folder, &output.old).unwrap();
        repair(&desk.path("public"), desk.root.path()).unwrap();
        desk.holds(&FIRST);
        repaired(&desk);
    }

    #[test]
    fn without_leftovers_a_repair_touches_nothing() {
        let desk = Desk::new();
        repair(&desk.path("deep/public"), desk.root.path()).unwrap();
        assert!(!desk.path("deep").exists());
    }

    #[test]
    fn after_the_second_rename() {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        let output = stage(&desk, &SECOND);
        fs::rename(&output.folder, &output.old).unwrap();
        fs::rename(&output.staging, &output.folder).unwrap();
        assert_eq!(desk.write(&SECOND), Ok(Written::Unchanged));
        desk.holds(&SECOND);
    }

    #[test]
    fn while_the_old_site_was_removed() {
        let gone =
            ["index.html", "en/index.html", "en/data/a.csv", "en/data", "en", MANIFEST];
        for count in 0..=gone.len() {
            let desk = Desk::new();
            desk.write(&FIRST).unwrap();
            let output = stage(&desk, &SECOND);
            fs::rename(&output.folder, &output.old).unwrap();
            fs::rename(&output.staging, &output.folder).unwrap();
            for name in &gone[..count] {
                let path = output.old.join(name);
                if path.is_dir() {
                    fs::remove_dir(path).unwrap();
                } else {
                    fs::remove_file(path).unwrap();
                }
            }
            assert_eq!(desk.write(&SECOND), Ok(Written::Unchanged));
            desk.holds(&SECOND);
        }
    }

    #[test]
    fn files_of_others_in_a_leftover_are_kept() {
        for leftover in [".public.baspa-new", ".public.baspa-old"] {
            let desk = Desk::new();
            desk.write(&FIRST).unwrap();
            desk.put(&format!("{leftover}/mine.txt"), "mine");
            let help = desk.refused("public").help;
            assert!(help[0].contains("`mine.txt`"), "{help:?}");
        }
    }

    #[test]
    fn a_failure_while_gathering_changes_nothing() {
        let desk = Desk::new();
        desk.write(&FIRST).unwrap();
        let output = desk.output();
        fs::write(&output.staging, "in the way").unwrap();
        let before = desk.everything();
        assert!(desk.write(&SECOND).is_err());
        assert_eq!(desk.everything(), before);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_written_is_reported() {
        let desk = Desk::new();
        desk.put("file", "x");
        let error = desk.write_to("file/public", &FIRST).unwrap_err();
        assert_eq!(error.code, Code::InputOutput);
    }
}
