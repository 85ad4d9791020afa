//! What it costs to draw charts: `cargo bench --bench charts` prints a table of every type
//! in `tests/gallery`. Nothing here fails: machines differ.
#![allow(missing_docs, clippy::print_stdout, reason = "a table is printed")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use baspa::chart::{PAGE_WIDTHS, ToldBy, draw};
use baspa::edition::{Edition, Figure};
use baspa::load;
use baspa::locale::{Locale, Quantity};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How many charts of each type are drawn.
const CHARTS: usize = 1000;

fn main() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let (input, _) = load::read::read(&project);
    let (study, _) = load::study(&input, false);
    let Some(study) = study else { return };
    let editions = baspa::edition::resolve(&study).editions;
    let figures: Vec<(&Edition, &Figure)> = editions
        .iter()
        .flat_map(|edition| edition.figures().into_iter().map(move |own| (edition, own)))
        .collect();
    let Some(&(edition, first)) = figures.first() else { return };
    let begin = Instant::now();
    black_box(svg(edition, first, 720));
    println!("the first chart of all: {:.3} ms\n", ms(begin.elapsed()));
    let mut types: BTreeMap<String, Vec<(&Edition, &Figure)>> = BTreeMap::new();
    for own in figures {
        types.entry(format!("{:?}", own.1.chart.kind)).or_default().push(own);
    }
    println!("{:<24}{:>12}{:>10}{:>10}", "type, 720 px", "ms a chart", "bytes", "gzip");
    let mut all = Duration::ZERO;
    let count = types.len() * CHARTS;
    for (name, own) in types {
        let begin = Instant::now();
        for (edition, figure) in own.iter().cycle().take(CHARTS) {
            black_box(svg(edition, figure, 720));
        }
        let spent = begin.elapsed();
        all += spent;
        let drawn = own.iter().map(|(edition, figure)| svg(edition, figure, 720));
        let largest = drawn.max_by_key(String::len).unwrap_or_default();
        println!(
            "{name:<24}{:>12.3}{:>10}{:>10}",
            ms(spent) / CHARTS as f64,
            largest.len(),
            gzipped(&largest)
        );
    }
    println!("{:<24}{:>12.3}", "all", ms(all) / count as f64);
    let widths = PAGE_WIDTHS.map(|(width, _)| gzipped(&svg(edition, first, width)));
    println!("\n{} at every width, gzip: {widths:?} bytes", first.id);
}

fn svg(edition: &Edition, figure: &Figure, width: u32) -> String {
    let locale = Locale::new(edition.lang);
    let told_by = ToldBy { name: "title", description: "alt", lang: edition.lang };
    let write = |quantity: &Quantity| locale.digits(quantity);
    draw(&figure.chart, told_by, &write, f64::from(width)).svg
}

fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(text.as_bytes());
    encoder.finish().unwrap_or_default().len()
}

fn ms(spent: Duration) -> f64 {
    spent.as_secs_f64() * 1000.0
}
