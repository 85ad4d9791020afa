//! The gallery, a study in which every type of figure and every key of a figure occurs,
//! and docs/charts.md, the picture book that is made of it. `UPDATE_EXPECTED=1` rewrites
//! the pictures, and what the page shows of the gallery.

#[path = "../support/weight.rs"]
mod weight;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use baspa::chart::PAGE_WIDTHS;
use baspa::diag::human;
use baspa::load::{format_reference, read};
use baspa::source::Input;
use baspa::{BuildOptions, build};

/// The picture book.
const PAGE: &str = "docs/charts.md";
/// The folder of its pictures.
const PICTURES: &str = "docs/charts";
/// The chapters of the format that describe a figure.
const CHAPTERS: [&str; 7] = [
    "Figure",
    "Interval",
    "Axis",
    "Number",
    "Annotation",
    "ReferenceLine",
    "ReferenceBand",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn gallery() -> Input {
    let (input, found) = read::read(&root().join("tests/gallery"));
    assert_eq!(found.sorted(), []);
    input
}

/// The text of each figure of the gallery by its id.
fn figures() -> BTreeMap<String, String> {
    let folder = root().join("tests/gallery/content/figures");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let figures = files.filter(|path| path.extension().is_some_and(|own| own == "yaml"));
    figures
        .map(|path| {
            let id = path.file_stem().unwrap().to_string_lossy().into_owned();
            (id, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The rows of the table of a chapter of the format: keys with what they take.
fn keys(chapter: &str) -> Vec<(String, String)> {
    let reference = format_reference();
    let start = format!("### {chapter}\n");
    let (_, rest) = reference.split_once(&start).unwrap_or_else(|| panic!("no {start}"));
    let own = rest.split("\n### ").next().unwrap();
    let rows = own.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        (cells[1].trim().trim_matches('`').to_owned(), cells[2].trim().to_owned())
    })
    .collect()
}

/// The words that `type` takes.
fn types() -> Vec<String> {
    let keys = keys("Figure");
    let (_, takes) = keys.iter().find(|(key, _)| key == "type").unwrap();
    takes.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The part of a figure's file that makes the drawing: all above its words.
fn head(text: &str) -> &str {
    text.split_once("\ntitle:").unwrap().0
}

fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some()
}

#[test]
fn the_gallery_builds_without_a_remark() {
    let input = gallery();
    let outcome = build(&input, &BuildOptions::default());
    assert_eq!(outcome.diagnostics, [], "{}", human(&outcome.diagnostics, &input, false));
}

#[test]
fn every_type_of_figure_is_in_the_gallery() {
    let figures = figures();
    for word in types() {
        let line = format!("\ntype: {word}\n");
        assert!(figures.values().any(|own| own.contains(&line)), "no {word}");
    }
}

#[test]
fn every_key_of_a_figure_is_in_the_gallery() {
    let figures = figures();
    let written: BTreeSet<&str> = figures
        .values()
        .flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'))
        .collect();
    for (key, _) in CHAPTERS.iter().flat_map(|chapter| keys(chapter)) {
        assert!(written.contains(key.as_str()), "no figure has `{key}`");
    }
}

#[test]
fn every_type_has_a_section_in_the_picture_book() {
    let page = fs::read_to_string(root().join(PAGE)).unwrap();
    for word in types() {
        assert!(page.contains(&format!("\n## {word}\n")), "{PAGE}: no section {word}");
    }
}

#[test]
fn the_picture_book_shows_the_gallery_as_it_is() {
    let path = root().join(PAGE);
    let page = fs::read_to_string(&path).unwrap();
    let figures = figures();
    let mut made = String::new();
    let mut shown = BTreeSet::new();
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once("<!-- generated: ") {
        let (id, after) = after.split_once(" -->\n").unwrap();
        let (_, after) = after.split_once("<!-- end -->").expect("an end");
        let text = figures.get(id).unwrap_or_else(|| panic!("no figure {id}"));
        made +=
            &format!("{before}<!-- generated: {id} -->\n{}<!-- end -->", show(id, text));
        shown.insert(id.to_owned());
        rest = after;
    }
    made += rest;
    assert_eq!(shown, figures.keys().cloned().collect());
    if updates() {
        fs::write(&path, made).unwrap();
        return;
    }
    assert!(made == page, "{PAGE} is out of date; UPDATE_EXPECTED=1 rewrites it");
}

/// What the page shows of a figure: its picture, and the keys that make it.
fn show(id: &str, text: &str) -> String {
    let file = format!("../tests/gallery/content/figures/{id}.yaml");
    format!(
        "![The figure `{id}` of the gallery](charts/{id}.svg)\n\n```yaml\n{}\n```\n\n\
         [The whole file]({file})\n",
        head(text)
    )
}

#[test]
fn the_pictures_are_those_of_the_gallery() {
    let outcome = build(&gallery(), &BuildOptions::default());
    let site = outcome.site.expect("a site");
    let folder = root().join(PICTURES);
    let mut expected = BTreeSet::new();
    for id in figures().into_keys() {
        let own = format!("en/figures/{id}.svg");
        let (_, content) = site.iter().find(|(path, _)| path.as_str() == own).unwrap();
        let picture = String::from_utf8(content.bytes().unwrap().to_vec()).unwrap();
        let path = folder.join(format!("{id}.svg"));
        if updates() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &picture).unwrap();
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            known == picture,
            "{id}.svg is out of date; UPDATE_EXPECTED=1 rewrites it"
        );
        expected.insert(path);
    }
    let entries = fs::read_dir(folder).unwrap();
    let found: BTreeSet<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found, expected, "pictures of nothing");
}

#[test]
fn drawings_of_the_pages_are_light() {
    let outcome = build(&gallery(), &BuildOptions::default());
    let mut drawings = 0;
    for (path, content) in outcome.site.expect("a site").iter() {
        let page = path.as_str().ends_with("index.html");
        let Some(text) = content.bytes().filter(|_| page) else { continue };
        let text = String::from_utf8(text.to_vec()).unwrap();
        for after in text.split("<svg xmlns=").skip(1) {
            let (drawing, _) = after.split_once("</svg>").unwrap();
            let opening = drawing.lines().next().unwrap();
            assert_eq!(weight::excess(drawing), None, "{path}: {opening}");
            drawings += 1;
        }
    }
    assert!(drawings >= 3 * PAGE_WIDTHS.len() * figures().len(), "{drawings}");
}
