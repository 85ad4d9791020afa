//! Texts with faults, read as sections of a project of their own.

use baspa::lang::Lang;
use baspa::load;
use baspa::source::{FileId, Input};
use baspa::study::TranslationUnit;

/// How many files stand before texts with faults: more than the study has, and texts that
/// they are compared with, so that a place tells which text it is in.
pub(crate) const MUTANTS: usize = 5000;

/// How many files stand before texts that others are compared with.
pub(crate) const TWINS: usize = 1000;

/// A text as it was read.
pub(crate) struct Read {
    pub(crate) file: FileId,
    pub(crate) units: Vec<TranslationUnit>,
}

/// Reads texts in one language, each for itself.
pub(crate) fn read(lang: Lang, texts: &[String], before: usize) -> Vec<Read> {
    let study = format!("languages: [{lang}]\nsource-language: {lang}\n");
    let before = (0..before).map(|at| (format!(".before/{at:04}"), Vec::new()));
    let path = |at: usize| format!("content/sections/{}-m/{lang}.md", at + 1);
    let files =
        texts.iter().enumerate().map(|(at, text)| (path(at), text.clone().into_bytes()));
    let own = [("content/study.yaml".to_owned(), study.into_bytes())];
    let input = Input::new(own.into_iter().chain(before).chain(files));
    let (study, _) = load::study(&input, false);
    let study = study.expect("the languages are known");
    let mut read: Vec<Read> = Vec::new();
    for (at, file) in
        study.translations.into_iter().filter(|f| f.id != "study").enumerate()
    {
        assert_eq!(file.id, format!("sections/{}-m", at + 1));
        let units = file.units.get(lang).clone().expect("a text");
        read.push(Read { file: input.find(&path(at)).expect("a file"), units });
    }
    assert_eq!(read.len(), texts.len());
    read
}

/// Reads units, each written as one paragraph.
pub(crate) fn read_units(
    lang: Lang,
    texts: &[String],
    before: usize,
) -> Vec<(FileId, TranslationUnit)> {
    let texts: Vec<String> =
        texts.iter().map(|text| format!("# T\n\n{text}\n")).collect();
    let read = read(lang, &texts, before).into_iter().zip(&texts);
    read.map(|(mut read, text)| {
        let unit = read.units.pop().filter(|_| read.units.len() == 1);
        (read.file, unit.unwrap_or_else(|| panic!("no paragraph: {text}")))
    })
    .collect()
}

/// The Markdown that a unit was read from.
pub(crate) fn written(unit: &TranslationUnit) -> String {
    unit.parts.iter().map(|part| part.text.as_str()).collect()
}
