//! Follows the tutorial word by word, as a reader would, in an empty folder: what it says to
//! write is written, what it says to run is run, and what it says will be shown is shown.
//! `UPDATE_EXPECTED=1` rewrites the outputs that it shows, in every language.

mod blocks;
mod reader;

use std::fs;
use std::path::{Path, PathBuf};

use baspa::diag::human;
use baspa::{BuildOptions, build};

use blocks::{Block, blocks, with_outputs};
use reader::{Reader, is_shown};

const TRANSLATIONS: [&str; 2] = ["kk", "ru"];

fn tutorial() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tutorial")
}

/// The files of the sections in one language, in their order.
fn sections(lang: &str) -> Vec<PathBuf> {
    let folders = fs::read_dir(tutorial().join("content/sections")).unwrap();
    let mut files: Vec<_> =
        folders.map(|own| own.unwrap().path().join(format!("{lang}.md"))).collect();
    files.sort();
    files
}

fn blocks_of(file: &Path) -> Vec<Block> {
    let text = fs::read_to_string(file);
    blocks(&text.unwrap_or_else(|e| panic!("{}: {e}", file.display())))
}

#[test]
fn a_reader_who_does_what_the_tutorial_says_sees_what_it_shows() {
    let mut reader = Reader::new();
    for (section, file) in sections("en").into_iter().enumerate() {
        let mut shown = Vec::new();
        let steps = blocks_of(&file);
        for (at, step) in steps.iter().enumerate() {
            let expected = steps.get(at + 1).filter(|next| next.info == "text");
            let said = reader.take(step);
            let Some(next) = expected else {
                assert!(said.is_empty(), "{}: {}\n{said}", file.display(), step.text);
                continue;
            };
            if is_shown(&said, &next.text) {
                shown.push(next.text.clone());
                continue;
            }
            assert!(
                std::env::var_os("UPDATE_EXPECTED").is_some(),
                "{}: {}\n{}",
                file.display(),
                step.text,
                similar::TextDiff::from_lines(&next.text, &said).unified_diff()
            );
            shown.push(said);
        }
        for lang in ["en", "kk", "ru"] {
            let file = &sections(lang)[section];
            let text = fs::read_to_string(file).unwrap();
            let updated = with_outputs(&text, &shown);
            if updated != text {
                fs::write(file, updated).unwrap();
            }
        }
    }
    reader.has_published();
    for (of_tutorial, of_reader) in reader.files_that_stand_in(&tutorial()) {
        assert_eq!(of_tutorial, of_reader);
    }
}

#[test]
fn every_language_of_the_tutorial_has_the_same_steps() {
    for (section, file) in sections("en").into_iter().enumerate() {
        for lang in TRANSLATIONS {
            let own = &sections(lang)[section];
            assert_eq!(blocks_of(own), blocks_of(&file), "{}", own.display());
        }
    }
}

#[test]
fn the_paragraph_before_a_file_names_it() {
    for lang in ["en", "kk", "ru"] {
        for file in sections(lang) {
            let text = fs::read_to_string(&file).unwrap();
            for (before, block) in blocks::with_words(&text) {
                if let Some(path) = block.path() {
                    let name = format!("`{path}`");
                    let last = before.trim_end().rsplit("\n\n").next().unwrap();
                    assert!(last.contains(&name), "{}: {path}", file.display());
                }
            }
        }
    }
}

#[test]
fn the_tutorial_is_a_study_that_builds_without_a_remark() {
    let (input, found) = baspa::load::read::read(&tutorial());
    assert_eq!(found.sorted(), []);
    let outcome = build(&input, &BuildOptions::default());
    assert_eq!(outcome.diagnostics, [], "{}", human(&outcome.diagnostics, &input, false));
    assert!(outcome.site.is_some());
}
