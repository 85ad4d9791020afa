//! Drawings compared with those in `tests/golden/chart`; `UPDATE_EXPECTED=1` rewrites.
//! Of each that differs both are drawn as PNG, to be looked at.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{samples, weight};
use baspa::picture::Picture;

const WIDTHS: [f64; 2] = [720.0, 280.0];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/chart")
}

#[test]
fn drawings_are_as_they_were_judged_good() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let (mut expected, mut changed) = (Vec::new(), Vec::new());
    for sample in samples::with_panels() {
        for width in WIDTHS {
            let name = format!("{}-{}-{width}.svg", sample.name, sample.lang);
            let svg = sample.draw(width).svg;
            let path = folder().join(&name);
            if update {
                fs::create_dir_all(folder()).unwrap();
                fs::write(&path, &svg).unwrap();
            }
            let known = fs::read_to_string(&path).unwrap_or_default();
            if known != svg {
                changed.push(pair(&name, [("known", &known), ("drawn", &svg)]));
            }
            expected.push(name);
        }
    }
    assert!(changed.is_empty(), "these differ:\n{}", changed.join("\n"));
    let found = fs::read_dir(folder()).unwrap();
    let found = found.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = found.filter(|name| !expected.contains(name)).collect();
    assert!(left.is_empty(), "nothing draws {left:?}");
}

/// Draws what was known and what is drawn now, and tells where.
fn pair(name: &str, drawings: [(&str, &String); 2]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    fs::create_dir_all(&folder).unwrap();
    let drawn = drawings.into_iter().filter(|(_, svg)| !svg.is_empty());
    let paths = drawn.map(|(when, svg)| {
        let path = folder.join(format!("{name}-{when}.png"));
        fs::write(&path, Picture::new(svg.clone(), 2).draw()).unwrap();
        path.display().to_string()
    });
    paths.collect::<Vec<_>>().join(" ")
}

#[test]
fn drawings_are_light_enough_for_a_page() {
    for sample in samples::with_panels() {
        for width in WIDTHS {
            let excess = weight::excess(&sample.draw(width).svg);
            assert_eq!(excess, None, "{} in {} at {width}", sample.name, sample.lang);
        }
    }
}

/// Most bytes of the face that charts are written in, with both its weights.
const FACES: usize = 40_000;

#[test]
fn the_letters_of_charts_are_light_enough_for_a_page() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/fonts");
    let bytes = fs::read(fonts.join("noto-sans.woff2")).unwrap().len();
    assert!(bytes <= FACES, "{bytes} bytes");
}
