//! What a large study costs: `cargo bench --bench scale` makes studies of 30, 300 and 3000
//! sections in three languages, with a figure for each section and a dataset of a thousand
//! rows for every three. It prints how long a build takes from nothing, and one more after
//! a cell was changed, as the preview makes it; the study of the repository stands first.
//! `-- study` measures that one only, `-- 300` one that is made, and `-- 300 DIR` writes it
//! to a folder, for whole commands.
//! Nothing here fails: machines differ.
#![allow(missing_docs, clippy::print_stdout, reason = "a table is printed")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use baspa::source::Input;
use baspa::{Before, BuildOptions};

/// How often a cell is changed.
const LATER: usize = 15;
/// The rows of each dataset.
const ROWS: usize = 1000;
/// The sections that share a dataset.
const SECTIONS_PER_DATASET: usize = 3;
/// The paragraphs of each section.
const PARAGRAPHS: usize = 8;

fn main() {
    let given: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let sizes: Vec<usize> = given.iter().filter_map(|word| word.parse().ok()).collect();
    if let [size, folder] = given.as_slice()
        && let Ok(sections) = size.parse()
    {
        return write(sections, Path::new(folder));
    }
    let only_this = given == ["study"];
    println!("{:>14}{:>12}{:>16}", "sections", "build, ms", "a cell later, ms");
    if sizes.is_empty() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (input, _) = baspa::load::read::read(project);
        let files = input.files().map(|(_, own)| (own.path.clone(), own.bytes.to_vec()));
        let cell = ("content/data/youth_arrivals.yaml", "share: 72.3", "share: 72.4");
        measure("this study", files.collect(), cell);
    }
    let sizes = match sizes.is_empty() {
        true if only_this => Vec::new(),
        true => vec![30, 300, 3000],
        false => sizes,
    };
    for sections in sizes {
        let cell = ("content/data/d1.csv", "p1,1991,", "p1,1991,9");
        measure(&sections.to_string(), study(sections), cell);
    }
}

/// Builds the study of `files` as a preview does: from nothing, and after each of several
/// changes of one cell.
fn measure(name: &str, files: Vec<File>, (path, old, new): (&str, &str, &str)) {
    let before = Before::default();
    let changed: Vec<_> = files
        .iter()
        .map(|(own, bytes)| match own == path {
            true => {
                (own.clone(), String::from_utf8_lossy(bytes).replacen(old, new, 1).into())
            }
            false => (own.clone(), bytes.clone()),
        })
        .collect();
    let (files, changed) = (Input::new(files), Input::new(changed));
    let first = ms(|| build(&files, &before));
    let inputs = [&changed, &files].into_iter().cycle().take(LATER);
    let mut later: Vec<_> = inputs.map(|input| ms(|| build(input, &before))).collect();
    later.sort_by(f64::total_cmp);
    println!("{name:>14}{first:>12.1}{:>16.1}", later[later.len() / 2]);
}

fn ms(work: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    work();
    begin.elapsed().as_secs_f64() * 1000.0
}

type File = (String, Vec<u8>);

fn build(input: &Input, before: &Before) {
    let outcome = baspa::rebuild(input, &BuildOptions::default(), before);
    for found in outcome.diagnostics.iter().take(3) {
        println!("{}", found.message);
    }
    black_box(outcome.site);
}

fn write(sections: usize, folder: &Path) {
    for (path, bytes) in study(sections) {
        let path = folder.join(path);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = made.and_then(|()| std::fs::write(&path, bytes)) {
            return println!("{}: {error}", path.display());
        }
    }
}

/// The files of a made study.
fn study(sections: usize) -> Vec<File> {
    let mut files = vec![file("content/study.yaml", STUDY)];
    for lang in ["en", "kk", "ru"] {
        let word = word(lang);
        files.push(file(&format!("content/abstract/{lang}.md"), &format!("{word}.\n")));
        files.push(file(&format!("content/about/{lang}.md"), &format!("{word}.\n")));
    }
    let datasets = sections.div_ceil(SECTIONS_PER_DATASET);
    for at in 1..=datasets {
        files.push(file(
            &format!("content/data/d{at}.yaml"),
            &DATASET.replace("AT", &at.to_string()),
        ));
        files.push(file(&format!("content/data/d{at}.csv"), &rows(at)));
    }
    for at in 1..=sections {
        let data = (at - 1) / SECTIONS_PER_DATASET + 1;
        files.push(file(&format!("content/figures/f{at}.yaml"), &figure(at, data)));
        for lang in ["en", "kk", "ru"] {
            let path = format!("content/sections/{at:05}-s{at}/{lang}.md");
            files.push(file(&path, &section(lang, at, data)));
        }
    }
    files
}

fn file(path: &str, text: &str) -> File {
    (path.to_owned(), text.as_bytes().to_vec())
}

const STUDY: &str = "languages: [en, kk, ru]
source-language: en
side-by-side: false
title: {en: A large study, kk: Үлкен зерттеу, ru: Большое исследование}
description: {en: Made to measure., kk: Өлшеу үшін жасалған., ru: Создано для измерения.}
authors:
  - name: {en: Nobody, kk: Ешкім, ru: Никто}
keywords: {en: [size], kk: [көлем], ru: [размер]}
";

fn word(lang: &str) -> &'static str {
    match lang {
        "kk" => "Сандар деректерден алынады, ал мәтін олармен бірге өзгереді",
        "ru" => "Числа берутся из данных, а текст меняется вместе с ними",
        _ => "Numbers are taken from the data, and the text changes with them",
    }
}

const DATASET: &str = r#"title: {en: 'Dataset {{ lit("AT") }}', kk: '{{ lit("AT") }} дерек', ru: 'Данные {{ lit("AT") }}'}
description: {en: Made numbers., kk: Ойдан алынған сандар., ru: Придуманные числа.}
source: {en: Nowhere., kk: Жоқ., ru: Нет.}
period: 1991/2040
key: [place, year]
variables:
  place: {type: text, label: {en: Place, kk: Орын, ru: Место}}
  year: {type: year, label: {en: Year, kk: Жыл, ru: Год}}
  people: {type: count, unit: person, label: {en: People, kk: Адамдар, ru: Люди}}
  moved: {type: count, unit: person, label: {en: Moved, kk: Көшкендер, ru: Переехавшие}}
  share: {type: percent, decimals: 1, formula: (row.moved / row.people).percent(1), label: {en: Share, kk: Үлес, ru: Доля}}
rows: dAT.csv
checks:
  fewer-move:
    each: row.moved <= row.people
    message: {en: More moved., kk: Көшкендер көп., ru: Переехавших больше.}
"#;

/// Twenty places in fifty years. A formula stands in for chance.
fn rows(at: usize) -> String {
    let mut text = "place,year,people,moved\n".to_owned();
    for row in 0..ROWS {
        let people = 100_000 + (row * 7919 + at * 104_729) % 900_000;
        let moved = 1 + (row * 6271 + at * 31_337) % 90_000;
        let (place, year) = (row / 50 + 1, 1991 + row % 50);
        let _ = writeln!(text, "p{place},{year},{people},{moved}");
    }
    text
}

const FIGURE: &str = r#"dataset: DATA
type: KIND
x: year
y: people
where: row.place == "PLACE" && row.year < 2015
number: {in: thousands}
title: {en: People in a place, kk: Бір жердегі адамдар, ru: Люди в одном месте}
subtitle: {en: Thousand people, kk: Мың адам, ru: Тысяч человек}
alt:
  en: The first is {{ DATA["PLACE"][1991].people }}.
  kk: Біріншісі — {{ DATA["PLACE"][1991].people }}.
  ru: Первое — {{ DATA["PLACE"][1991].people }}.
"#;

fn figure(at: usize, data: usize) -> String {
    let kind = if at.is_multiple_of(2) { "line" } else { "column" };
    FIGURE
        .replace("DATA", &format!("d{data}"))
        .replace("PLACE", &format!("p{}", at % 20 + 1))
        .replace("KIND", kind)
}

fn section(lang: &str, at: usize, data: usize) -> String {
    let title = match lang {
        "kk" => "Бөлім",
        "ru" => "Раздел",
        _ => "Section",
    };
    let mut text = format!("# {title} {{{{ lit(\"{at}\") }}}}\n\n");
    for paragraph in 0..PARAGRAPHS {
        let (place, year) = ((at + paragraph) % 20 + 1, 1991 + (at * 7 + paragraph) % 50);
        let value = format!("{{{{ d{data}[\"p{place}\"][{year}].moved }}}}");
        let share = format!("{{{{ d{data}[\"p{place}\"][{year}].share }}}}");
        let word = word(lang);
        let _ = writeln!(text, "{word}: {value} ({share}). {word}. {word}.\n");
    }
    let _ = writeln!(text, "![](figure:f{at})");
    text
}
