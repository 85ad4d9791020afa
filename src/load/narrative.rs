//! The texts in Markdown: abstract, page about the edition, sections.

use std::collections::BTreeMap;

use super::decode::Decoder;
use super::layout::{STUDY, Translations};
use super::markdown::{self, Document, Heading, is_anchor};
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, PerLang};
use crate::source::{FileId, Span};
use crate::study::{Passage, Section, Text, Translation};

/// Passages without a word, in the place of those that could not be read.
pub(super) fn nothing(span: Span, decoder: &Decoder<'_>) -> PerLang<Passage> {
    PerLang::new(decoder.languages, |lang| Passage {
        lang,
        blocks: Vec::new(),
        units: Vec::new(),
        headings: Vec::new(),
        notes: BTreeMap::new(),
        span,
    })
}

/// The text of `folder` in each language; `None` where a diagnostic says why not.
pub(super) fn passages(
    folder: &str,
    files: &Translations,
    decoder: &mut Decoder<'_>,
) -> Option<PerLang<Passage>> {
    let documents = documents(folder, files, decoder)?;
    for (_, document) in documents.iter() {
        if let Some(title) = &document.title {
            decoder.report(
                Diagnostic::new(Code::BadMarkdown, title.span, "this text has no title")
                    .help("remove the heading of the first level"),
            );
        }
    }
    Some(documents.map(|_, document| document.passage.clone()))
}

/// The folders of sections in the order of their numbers, of which each is given once.
pub(super) fn in_order<'a>(
    sections: &'a BTreeMap<String, Translations>,
    decoder: &mut Decoder<'_>,
) -> Vec<(&'a str, &'a Translations)> {
    let mut folders: Vec<_> =
        sections.iter().map(|(folder, files)| (folder.as_str(), files)).collect();
    folders.sort_by_key(|(folder, _)| place(folder));
    for pair in folders.windows(2) {
        let [(first, _), (second, files)] = pair else { continue };
        if number(first).is_empty() || place(first) != place(second) {
            continue;
        }
        if let Some(file) = files.values().next() {
            let message = format!("`{second}` has the number of `{first}`");
            decoder.report(
                Diagnostic::new(Code::DuplicateId, Span::start_of(*file), message)
                    .help("give each section a number of its own, which is its place"),
            );
        }
    }
    folders
}

/// The digits that a folder's name begins with, without zeros before them.
fn number(folder: &str) -> &str {
    let end = folder.find(|c: char| !c.is_ascii_digit()).unwrap_or(folder.len());
    folder[..end].trim_start_matches('0')
}

/// Sorts as the number does, however long it is.
fn place(folder: &str) -> (usize, &str) {
    let number = number(folder);
    (number.len(), number)
}

/// The section in `folder`; `None` where a diagnostic says why not.
pub(super) fn section(
    folder: &str,
    files: &Translations,
    decoder: &mut Decoder<'_>,
) -> Option<Section> {
    let id =
        folder.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    if !is_anchor(id) || !folder.starts_with(|c: char| c.is_ascii_digit()) {
        let at = files.values().next().map(|file| Span::start_of(*file))?;
        decoder.report(
            Diagnostic::new(
                Code::BadId,
                at,
                format!("`{folder}` is no name of a section"),
            )
            .help("name the folder by a number and an id: `10-introduction`"),
        );
        return None;
    }
    let documents = documents(&format!("sections/{folder}"), files, decoder)?;
    let translations = documents.map(|_, document| {
        let passage = document.passage.clone();
        let title = document.title.clone().unwrap_or_else(|| {
            decoder.report(
                Diagnostic::new(Code::MissingKey, passage.span, "the title is missing")
                    .help("begin the file with `# Title`"),
            );
            Text { lang: passage.lang, content: Vec::new(), span: passage.span }
        });
        Translation { title, passage }
    });
    Some(Section { id: id.to_owned(), translations })
}

/// The files parsed, the source language first: its headings give the others their ids.
/// One that cannot be read is reported, and another language stands in its place.
fn documents(
    folder: &str,
    files: &Translations,
    decoder: &mut Decoder<'_>,
) -> Option<PerLang<Document>> {
    refuse_unknown(files, &decoder.input.place(STUDY), decoder);
    let source_language = decoder.source_language;
    let source = read(folder, files, source_language, None, decoder);
    let headings = source.as_ref().map(|document| document.headings.clone());
    let own = PerLang::new(decoder.languages, |lang| match lang == source_language {
        true => source.clone(),
        false => read(folder, files, lang, headings.as_deref(), decoder),
    });
    let any = source.or_else(|| own.iter().find_map(|(_, document)| document.clone()));
    any.map(|any| own.map(|_, own| own.clone().unwrap_or_else(|| any.clone())))
}

/// Reports files of languages that are not among those that the file at `declared` has.
pub(super) fn refuse_unknown(
    files: &Translations,
    declared: &str,
    decoder: &mut Decoder<'_>,
) {
    let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
    for (tag, file) in files {
        if !tags.contains(tag) {
            let message = format!("`{tag}` is no language of the study");
            decoder.report(
                Diagnostic::new(Code::UnknownFile, Span::start_of(*file), message)
                    .suggest(tag, tags.iter().map(String::as_str))
                    .help(format!("add it to `languages` in `{declared}`")),
            );
        }
    }
}

fn read(
    folder: &str,
    files: &Translations,
    lang: Lang,
    twins: Option<&[Heading]>,
    decoder: &mut Decoder<'_>,
) -> Option<Document> {
    let Some(file) = files.get(lang.as_str()) else {
        missing(folder, files, lang, decoder);
        return None;
    };
    let document = markdown::document(decoder.input, *file, lang, twins, decoder.found)?;
    decoder.taken.text(folder, lang, document.units.clone());
    Some(document)
}

fn missing(folder: &str, files: &Translations, lang: Lang, decoder: &mut Decoder<'_>) {
    let place = decoder.input.place(&format!("content/{folder}/{lang}.md"));
    let message = format!("`{place}` is missing");
    let other: Option<&FileId> = files.values().next();
    let diagnostic = match other {
        Some(file) => {
            Diagnostic::new(Code::MissingTranslation, Span::start_of(*file), message)
                .label("its twin in another language")
        }
        None => Diagnostic::global(Code::MissingTranslation, message),
    };
    decoder.report(match (lang == decoder.source_language, decoder.draft) {
        (true, _) => diagnostic.help("write it: the others are translated from it"),
        (false, true) => diagnostic.as_warning(),
        (false, false) => diagnostic
            .help("write it, or build with `--draft` to show the source language"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_stands_where_its_number_says() {
        let mut folders =
            ["100-e", "9-b", "010-c", "2-a", "99999999999999999999-f", "11-d"];
        folders.sort_by_key(|folder| place(folder));
        let ids = folders.map(|folder| &folder[folder.len() - 1..]);
        assert_eq!(ids.concat(), "abcdef");
    }
}
