//! The cells of the study as they are written, and what another value of each would be.

use std::path::Path;

use baspa::source::Input;
use baspa::study::{Dataset, Study};

/// A cell with another value.
pub(crate) struct Mutation {
    /// Dataset, row and variable.
    pub(crate) name: String,
    /// Whether it names the row.
    pub(crate) is_key: bool,
    file: String,
    /// The bytes of the value.
    start: usize,
    end: usize,
    /// Other values, of which the study can perhaps be read with some only.
    pub(crate) values: Vec<String>,
}

/// The project of this repository.
pub(crate) fn content() -> Input {
    let (input, found) = baspa::load::read::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(found.sorted(), []);
    input
}

/// The same with a page for each section.
pub(crate) fn paged() -> Input {
    let files = content();
    let files = files.under("").map(|(_, file)| {
        let mut bytes = file.bytes.to_vec();
        if file.path == "content/study.yaml" {
            bytes.extend(b"layout: paged\nside-by-side: false\n");
        }
        (file.path.clone(), bytes)
    });
    Input::new(files)
}

/// A mutation of each cell that is written in `content/data`.
pub(crate) fn mutations(input: &Input) -> Vec<Mutation> {
    let (study, _) = baspa::load::study(input, false);
    let study = study.expect("a study");
    let files = input.under("content/data/").map(|(_, file)| {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        match file.path.ends_with(".csv") {
            true => csv(&study, &file.path, text),
            false => flow(&study, &file.path, text),
        }
    });
    files.flatten().collect()
}

fn dataset<'a>(study: &'a Study, path: &str) -> &'a Dataset {
    let name = path.rsplit('/').next().and_then(|name| name.split('.').next());
    study.dataset(name.expect("a name")).expect("a dataset of this name")
}

fn csv(study: &Study, path: &str, text: &str) -> Vec<Mutation> {
    let dataset = dataset(study, path);
    let heads: Vec<_> = text.lines().next().expect("heads").split(',').collect();
    let mut found = Vec::new();
    let mut start = text.find('\n').expect("rows") + 1;
    for line in text[start..].lines() {
        let mut at = start;
        for (head, value) in heads.iter().zip(line.split(',')) {
            found.extend(mutation(dataset, path, head, value, at));
            at += value.len() + 1;
        }
        start += line.len() + 1;
    }
    found
}

/// Rows such as `  - {year: 1991, total: 16451.7}`.
fn flow(study: &Study, path: &str, text: &str) -> Vec<Mutation> {
    let dataset = dataset(study, path);
    let mut found = Vec::new();
    let mut start = 0;
    let mut in_rows = false;
    for line in text.split_inclusive('\n') {
        if !line.starts_with(' ') {
            in_rows = line.starts_with("rows:");
        }
        let row = line.strip_prefix("  - {").filter(|_| in_rows);
        if let Some(row) = row.and_then(|row| row.trim_end().strip_suffix('}')) {
            let mut at = start + "  - {".len();
            for entry in row.split(", ") {
                let (head, value) = entry.split_once(": ").expect("a key and a value");
                let place = at + head.len() + 2;
                found.extend(mutation(dataset, path, head, value, place));
                at += entry.len() + 2;
            }
        }
        start += line.len();
    }
    found
}

fn mutation(
    dataset: &Dataset,
    path: &str,
    head: &str,
    value: &str,
    start: usize,
) -> Option<Mutation> {
    let variable = dataset.variable(head)?;
    let values = others(dataset, variable, value);
    (!values.is_empty()).then(|| Mutation {
        name: format!("{} {head} {value} at {start}", dataset.id),
        is_key: dataset.key.contains(&variable),
        file: path.to_owned(),
        start,
        end: start + value.len(),
        values,
    })
}

/// Other values of the same form: the last digit is another, or the level is.
fn others(dataset: &Dataset, variable: usize, value: &str) -> Vec<String> {
    let is_number = value.bytes().all(|b| b.is_ascii_digit() || b"-.".contains(&b));
    if is_number {
        let (rest, last) = value.split_at(value.len() - 1);
        let digit: u8 = last.parse().expect("a digit");
        let below = (0..digit).rev();
        return below.chain(digit + 1..10).map(|own| format!("{rest}{own}")).collect();
    }
    if dataset.missing.contains_key(value) {
        return Vec::new();
    }
    let levels = dataset.variables[variable].levels.iter();
    levels.map(|own| own.id.clone()).filter(|own| own != value).collect()
}

impl Mutation {
    /// The project with `value` in this cell.
    pub(crate) fn apply(&self, input: &Input, value: &str) -> Input {
        replace(input, &self.file, |text| {
            format!("{}{value}{}", &text[..self.start], &text[self.end..])
        })
    }
}

/// The project with another text in one of its files.
pub(crate) fn replace(
    input: &Input,
    path: &str,
    write: impl Fn(&str) -> String,
) -> Input {
    Input::new(input.files().map(|(_, file)| {
        let bytes = match file.path == path {
            true => write(std::str::from_utf8(&file.bytes).expect("UTF-8")).into_bytes(),
            false => file.bytes.to_vec(),
        };
        (file.path.clone(), bytes)
    }))
}

/// The project in which these checks and claims hold whatever the data are: what fails them
/// can be published then.
pub(crate) fn lenient(input: &Input, names: &[String]) -> Input {
    names.iter().fold(input.clone(), |input, name| {
        let (path, id) = match name.split_once('.') {
            Some((dataset, check)) => (format!("content/data/{dataset}.yaml"), check),
            None => ("content/claims.yaml".to_owned(), name.as_str()),
        };
        replace(&input, &path, |text| with_true(text, id))
    })
}

/// Puts `true` in the place of the condition of an entry.
fn with_true(text: &str, id: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let own = line.trim_start();
        if own.trim_end() == format!("{id}:") {
            inside = true;
        }
        let key =
            ["each: ", "whole: ", "holds: "].into_iter().find(|key| own.starts_with(key));
        match key.filter(|_| inside) {
            Some(key) => {
                let indent = &line[..line.len() - own.len()];
                kept.push_str(&format!("{indent}{key}true\n"));
                (inside, found) = (false, true);
            }
            None => kept.push_str(line),
        }
    }
    assert!(found, "no condition of `{id}`");
    kept
}
