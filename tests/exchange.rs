//! The bundled study on its way to a translator's program and back.

use std::collections::BTreeMap;
use std::path::Path;

use baspa::diag::Diagnostics;
use baspa::lang::Lang;
use baspa::load::{self, read::read};
use baspa::source::Input;
use baspa::study::{Study, TranslationUnit};
use baspa::translation::exchange::{
    self, Exchange, Format, Imported, Piece, Returned, export, import,
};

const FORMATS: [Format; 2] = [Format::Xliff, Format::Po];

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

fn bundled() -> (Study, Input) {
    let (input, found) = read(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(!found.has_errors());
    (load::study(&input, false).0.unwrap(), input)
}

fn with(input: &Input, files: impl IntoIterator<Item = (String, String)>) -> Input {
    let own = input.files().map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    Input::new(own.chain(files))
}

/// What an import of `exchange` makes of the study, by the way of a file.
fn through(
    input: &Input,
    exchange: &Exchange,
    format: Format,
) -> (Imported, Vec<String>) {
    let name = format!("back.{}", format.ending());
    let text = exchange::write(exchange, format);
    let all = with(input, [(name.clone(), text)]);
    let mut found = Diagnostics::new();
    let read = exchange::read(&all, all.find(&name).unwrap(), format, &mut found);
    let read: Returned = read.expect("what was written can be read");
    let (again, _) = load::study(&all, false);
    let returned = [(read.target.0.unwrap(), read)];
    let made = import(&again.unwrap(), &all, &returned, &mut found);
    (made, found.sorted().into_iter().map(|found| found.message).collect())
}

/// The units of a language by file and key.
fn units(study: &Study, lang: Lang) -> BTreeMap<(String, String), &TranslationUnit> {
    let files = study.translations.iter();
    let all = files.flat_map(|file| {
        let units = file.units.get(lang).iter().flatten();
        units.map(move |unit| ((file.id.clone(), unit.key.clone()), unit))
    });
    all.collect()
}

#[test]
fn what_comes_back_as_it_went_changes_no_file() {
    let (study, input) = bundled();
    for target in ["kk", "ru"] {
        let made = export(&study, &input, lang(target), &[]);
        let count: usize = made.files.iter().map(|file| file.units.len()).sum();
        assert!(count > 400, "{count} units");
        for format in FORMATS {
            let (back, told) = through(&input, &made, format);
            assert_eq!(told, Vec::<String>::new(), "{target} {format:?}");
            let same = Imported { unchanged: count, ..Imported::default() };
            assert_eq!(back, same, "{target} {format:?}");
        }
    }
}

/// Words that Markdown would take for signs if they were written as they are.
const HOSTILE: &str =
    "1. *a* _b_ [c](d) <e> #f `g` ~~h~~ |i| \\j &amp; ![k] \"l\" 'm' {n} # ";

#[test]
fn other_words_come_back_exactly_in_every_unit() {
    let (study, input) = bundled();
    for (target, format) in [("kk", Format::Xliff), ("ru", Format::Po)] {
        let mut made = export(&study, &input, lang(target), &[]);
        let mut wanted = BTreeMap::new();
        for (number, file) in made.files.iter_mut().enumerate() {
            for (place, unit) in file.units.iter_mut().enumerate() {
                let target = unit.target.as_mut().expect("the study is translated");
                for piece in target.iter_mut() {
                    if let Piece::Words(words) = piece {
                        *words = reworded(words, number + place);
                    }
                }
                let words = words(target);
                wanted.insert((file.id.clone(), unit.key.clone()), words);
            }
        }
        let (back, told) = through(&input, &made, format);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(back.changed, wanted.len());
        let changed = with(&input, back.files);
        let (again, _) = load::study(&changed, true);
        let again = again.unwrap();
        let read = units(&again, lang(target));
        let pairs = wanted.iter().map(|((file, key), words)| (file, key, words));
        for (file, key, words) in pairs {
            let Some(unit) = read.get(&(file.clone(), key.clone())) else {
                panic!("{file}#{key} is gone")
            };
            assert_eq!(trimmed(&unit.words()), *words, "{file}#{key}");
        }
    }
}

/// The words of pieces as a unit has them.
fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.as_str(),
        _ => "",
    });
    trimmed(&words.collect::<String>())
}

fn trimmed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Other words in the place of `words`, with signs in every unit's own order.
fn reworded(words: &str, seed: usize) -> String {
    let mut parts: Vec<_> = words.split(' ').collect();
    parts.reverse();
    let signs: Vec<_> = HOSTILE.split(' ').collect();
    let sign = signs[seed % signs.len()];
    let other = signs[(seed / signs.len()) % signs.len()];
    format!("{sign} {} {other}", parts.join(" "))
}
