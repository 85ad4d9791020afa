//! Drawings compared with those in `tests/golden/chart`; `UPDATE_EXPECTED=1` rewrites.

use std::fs;
use std::path::{Path, PathBuf};

use crate::samples;

const WIDTHS: [f64; 2] = [720.0, 280.0];

/// Most bytes of a mark with its value and its name, where there are more than a hundred of them.
const A_MARK: usize = 400;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/chart")
}

#[test]
fn drawings_are_as_they_were_judged_good() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut expected = Vec::new();
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
            assert!(known == svg, "{name} differs; look at it after UPDATE_EXPECTED=1");
            expected.push(name);
        }
    }
    let found = fs::read_dir(folder()).unwrap();
    let found = found.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = found.filter(|name| !expected.contains(name)).collect();
    assert!(left.is_empty(), "nothing draws {left:?}");
}

#[test]
fn drawings_are_light_enough_for_a_page() {
    for sample in samples::with_panels() {
        for width in WIDTHS {
            let bytes = sample.draw(width).svg.len();
            let scene = sample.scene(width);
            let marks = scene.marks().filter(|mark| mark.datum.is_some()).count();
            assert!(
                bytes
                    <= 20_000.max(marks * A_MARK).max(5_000 * sample.chart.panels.len()),
                "{} at {width}: {bytes} bytes",
                sample.name
            );
        }
    }
}
