//! What a large study costs: `cargo bench --bench scale` makes studies of 30, 300 and 3000
//! sections in three languages, with a figure for each section and a dataset of a thousand
//! rows for every three, and prints the time of a build, and of one more after a cell was
//! changed. `cargo bench --bench scale -- 300` makes one; `-- 300 DIR` writes it to a
//! folder, for whole commands. Nothing here fails: machines differ.
#![allow(missing_docs, clippy::print_stdout, reason = "a table is printed")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use baspa::BuildOptions;
use baspa::source::Input;

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
    let sizes = if sizes.is_empty() { vec![30, 300, 3000] } else { sizes };
    println!("{:>8}{:>12}{:>16}", "sections", "build, s", "a cell later, s");
    for sections in sizes {
        let files = study(sections);
        let first = seconds(|| build(files.clone()));
        let changed: Vec<_> = files.into_iter().map(with_a_cell_changed).collect();
        let second = seconds(|| build(changed));
        println!("{sections:>8}{first:>12.2}{second:>16.2}");
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    work();
    begin.elapsed().as_secs_f64()
}

type File = (String, Vec<u8>);

fn build(files: Vec<File>) {
    let outcome = baspa::build(&Input::new(files), &BuildOptions::default());
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

/// The first cell of the first dataset is another number.
fn with_a_cell_changed((path, bytes): File) -> File {
    if path != "content/data/d1.csv" {
        return (path, bytes);
    }
    let text = String::from_utf8_lossy(&bytes).replacen("1,1,", "1,1,9", 1);
    (path, text.into_bytes())
}

/// The files of a made study.
fn study(sections: usize) -> Vec<File> {
    let mut files = vec![
        file("content/study.yaml", STUDY),
        file("content/units.yaml", "{}\n"),
    ];
    for lang in ["en", "kk", "ru"] {
        let word = word(lang);
        files.push(file(&format!("content/abstract/{lang}.md"), &format!("{word}.\n")));
        files.push(file(&format!("content/about/{lang}.md"), &format!("{word}.\n")));
    }
    let datasets = sections.div_ceil(SECTIONS_PER_DATASET);
    for at in 1..=datasets {
        files.push(file(&format!("content/data/d{at}.yaml"), &dataset(at)));
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
    files.retain(|(path, _)| path != "content/units.yaml");
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

fn dataset(at: usize) -> String {
    format!(
        "title: {{en: Dataset {{{{ lit(\"{at}\") }}}}, kk: Дерек {{{{ lit(\"{at}\") }}}}, ru: Данные {{{{ lit(\"{at}\") }}}}}}
description: {{en: Made numbers., kk: Ойдан алынған сандар., ru: Придуманные числа.}}
source: {{en: Nowhere., kk: Жоқ., ru: Нет.}}
period: 1991/2040
key: [place, year]
variables:
  place: {{type: text, label: {{en: Place, kk: Орын, ru: Место}}}}
  year: {{type: year, label: {{en: Year, kk: Жыл, ru: Год}}}}
  people: {{type: count, unit: person, label: {{en: People, kk: Адамдар, ru: Люди}}}}
  moved: {{type: count, unit: person, label: {{en: Moved, kk: Көшкендер, ru: Переехавшие}}}}
  share: {{type: percent, decimals: 1, formula: (row.moved / row.people).percent(1), label: {{en: Share, kk: Үлес, ru: Доля}}}}
rows: d{at}.csv
checks:
  fewer-move:
    each: row.moved <= row.people
    message: {{en: More moved., kk: Көшкендер көп., ru: Переехавших больше.}}
"
    )
    .replace("{en: Dataset {{ lit(", "{en: 'Dataset {{ lit(")
    .replace(") }}, kk: Дерек", ") }}', kk: 'Дерек")
    .replace(") }}, ru: Данные", ") }}', ru: 'Данные")
    .replacen(") }}}\n", ") }}'}\n", 1)
}

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

fn figure(at: usize, data: usize) -> String {
    let place = at % 20 + 1;
    format!(
        "dataset: d{data}
type: {kind}
x: year
y: people
where: row.place == \"p{place}\" && row.year < 2015
number: {{in: thousands}}
title: {{en: People in a place, kk: Бір жердегі адамдар, ru: Люди в одном месте}}
subtitle: {{en: 'Thousand people', kk: 'Мың адам', ru: 'Тысяч человек'}}
alt: {{en: 'The first is {v}.', kk: 'Біріншісі — {v}.', ru: 'Первое — {v}.'}}
",
        kind = if at.is_multiple_of(2) { "line" } else { "column" },
        v = format_args!("{{{{ d{data}[\"p{place}\"][1991].people }}}}"),
    )
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
