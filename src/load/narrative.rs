//! The texts in Markdown: abstract, page about the edition, sections.

use super::decode::Decoder;
use super::layout::Translations;
use super::markdown::{self, Document, Heading, is_anchor};
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, PerLang};
use crate::source::{FileId, Span};
use crate::study::{Passage, Section, Translation};

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

/// The section in `folder`; `None` where a diagnostic says why not.
pub(super) fn section(
    folder: &str,
    files: &Translations,
    decoder: &mut Decoder<'_>,
) -> Option<Section> {
    let id =
        folder.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
    if !is_anchor(id) {
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
    let translations = PerLang::try_new(decoder.languages, |lang| {
        let document = documents.get(lang);
        let Some(title) = document.title.clone() else {
            let at = document.passage.span;
            decoder.report(
                Diagnostic::new(Code::MissingKey, at, "the title is missing")
                    .help("begin the file with `# Title`"),
            );
            return None;
        };
        Some(Translation { title, passage: document.passage.clone() })
    })?;
    Some(Section { id: id.to_owned(), translations })
}

/// The files parsed, the source language first: its headings give the others their ids.
fn documents(
    folder: &str,
    files: &Translations,
    decoder: &mut Decoder<'_>,
) -> Option<PerLang<Document>> {
    refuse_unknown(files, decoder);
    let source_language = decoder.source_language;
    let source = read(folder, files, source_language, None, decoder);
    let headings = source.as_ref().map(|document| document.headings.clone());
    PerLang::try_new(decoder.languages, |lang| {
        let own = match lang == source_language {
            true => source.clone(),
            false => read(folder, files, lang, headings.as_deref(), decoder),
        };
        match own {
            None if decoder.draft => source.clone(),
            own => own,
        }
    })
}

fn refuse_unknown(files: &Translations, decoder: &mut Decoder<'_>) {
    let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
    for (tag, file) in files {
        if !tags.contains(tag) {
            let message = format!("`{tag}` is no language of the study");
            decoder.report(
                Diagnostic::new(Code::UnknownFile, Span::start_of(*file), message)
                    .suggest(tag, tags.iter().map(String::as_str))
                    .help("add it to `languages` in `content/study.yaml`"),
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
    markdown::document(decoder.input, *file, lang, twins, decoder.found)
}

fn missing(folder: &str, files: &Translations, lang: Lang, decoder: &mut Decoder<'_>) {
    let message = format!("`content/{folder}/{lang}.md` is missing");
    let other: Option<&FileId> = files.values().next();
    let mut diagnostic = match other {
        Some(file) => {
            Diagnostic::new(Code::MissingTranslation, Span::start_of(*file), message)
                .label("its twin in another language")
        }
        None => Diagnostic::global(Code::MissingTranslation, message),
    };
    diagnostic =
        diagnostic.help("write it, or build with `--draft` to show the source language");
    if decoder.draft && lang != decoder.source_language {
        diagnostic = diagnostic.as_warning();
    }
    decoder.report(diagnostic);
}
