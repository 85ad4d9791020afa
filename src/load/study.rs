//! Gathers the files of a project into a study.

use std::collections::{BTreeMap, BTreeSet};

use super::dataset::{Units, bad_identifier, dataset, is_identifier};
use super::decode::{Decode, Decoder};
use super::format::{FigureFile, StudyFile, TableFile};
use super::front::front;
use super::layout::{CONTENT, Layout, layout};
use super::markdown::is_anchor;
use super::unit::units;
use super::yaml::{self, Node};
use super::{check, narrative, object, references};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, PerLang};
use crate::locale::Messages;
use crate::source::{FileId, Input, Span, Spanned};
use crate::study::{Dataset, Section, Study};

/// Parses and checks the study of a project. `None` where so much is wrong that nothing
/// can be said of the rest.
pub fn study(input: &Input, draft: bool) -> (Option<Study>, Diagnostics) {
    let mut found = Diagnostics::new();
    let layout = layout(input, &mut found);
    let Some(root) = root(input, &layout, &mut found) else { return (None, found) };
    let Some((languages, source_language)) = languages(&root, input, &mut found) else {
        return (None, found);
    };
    let mut decoder = Decoder {
        input,
        languages: &languages,
        source_language,
        draft,
        unreadable: BTreeSet::new(),
        found: &mut found,
    };
    let study = gather(&root, &layout, &mut decoder);
    (study, found)
}

fn root(input: &Input, layout: &Layout, found: &mut Diagnostics) -> Option<Node> {
    match layout.study {
        Some(file) => yaml::parse(input, file, found),
        None => {
            found.push(
                Diagnostic::global(
                    Code::MissingFile,
                    format!("there is no `{CONTENT}study.yaml`"),
                )
                .help("name the project's folder by `--project DIR`, or begin one by `baspa new DIR`"),
            );
            None
        }
    }
}

/// The languages, which decide how all the rest is read.
fn languages(
    root: &Node,
    input: &Input,
    found: &mut Diagnostics,
) -> Option<(Vec<Lang>, Lang)> {
    let mut none = Diagnostics::new();
    let mut probe = Decoder {
        input,
        languages: &[],
        source_language: Lang::parse("en")?,
        draft: false,
        unreadable: BTreeSet::new(),
        found: &mut none,
    };
    let entries = probe.entries(root, "a map")?;
    let languages = probe.field::<Spanned<Vec<Lang>>>(&entries, "languages", root);
    let source = probe.field::<Spanned<Lang>>(&entries, "source-language", root);
    let (Some(languages), Some(source)) = (languages, source) else {
        found.append(none);
        return None;
    };
    let unique: BTreeSet<_> = languages.value.iter().collect();
    let problem = if unique.len() < languages.value.len() {
        Some((languages.span, "a language stands twice".to_owned()))
    } else if !languages.value.contains(&source.value) {
        Some((source.span, format!("`{}` is not one of `languages`", source.value)))
    } else {
        None
    };
    match problem {
        Some((span, message)) => {
            found.push(Diagnostic::new(Code::BadValue, span, message));
            None
        }
        None => Some((languages.value, source.value)),
    }
}

fn gather(root: &Node, layout: &Layout, decoder: &mut Decoder<'_>) -> Option<Study> {
    let file = StudyFile::decode(root, decoder);
    let units = units(layout, decoder);
    let datasets = datasets(layout, &units, decoder);
    let figures = objects(&layout.figures, decoder, |id, file: FigureFile, decoder| {
        object::figure(id, file, &datasets, decoder)
    });
    let tables = objects(&layout.tables, decoder, |id, file: TableFile, decoder| {
        object::table(id, file, &datasets, decoder)
    });
    let references = match layout.references.map(|file| parse(file, decoder)) {
        Some(Some(root)) => references::references(&root, decoder),
        _ => Vec::new(),
    };
    let summary = narrative::passages("abstract", &layout.summary, decoder);
    let about = narrative::passages("about", &layout.about, decoder);
    let sections = sections(layout, decoder);
    let messages = messages(layout, decoder);
    let unreadable = std::mem::take(&mut decoder.unreadable);
    let findings = check::run(
        &datasets,
        &|failure| {
            unreadable.iter().any(|id| failure.message.contains(&format!("`{id}`")))
        },
        decoder.found,
    );
    let file = file?;
    let base_url = base_url(file.base_url.as_ref(), decoder);
    Some(Study {
        languages: file.languages.clone(),
        source_language: file.source_language,
        base_url,
        front: front(file, decoder),
        summary: summary?,
        about: about?,
        sections,
        datasets,
        figures,
        tables,
        references,
        units,
        messages,
        findings,
        unreadable,
    })
}

fn parse(file: FileId, decoder: &mut Decoder<'_>) -> Option<Node> {
    yaml::parse(decoder.input, file, decoder.found)
}

fn datasets(layout: &Layout, units: &Units, decoder: &mut Decoder<'_>) -> Vec<Dataset> {
    let mut datasets = Vec::new();
    for (id, file) in &layout.datasets {
        let span = Span::start_of(*file);
        if !is_identifier(id) {
            let id = Spanned { value: id.clone(), span };
            decoder.report(bad_identifier(&id, "dataset"));
            continue;
        }
        let made = parse(*file, decoder)
            .and_then(|root| Decode::decode(&root, decoder))
            .and_then(|file| dataset(id, file, span, units, decoder));
        match made {
            Some(dataset) => datasets.push(dataset),
            None => {
                decoder.unreadable.insert(id.clone());
            }
        }
    }
    datasets
}

fn objects<F: Decode, T>(
    files: &BTreeMap<String, FileId>,
    decoder: &mut Decoder<'_>,
    mut make: impl FnMut(Spanned<String>, F, &mut Decoder<'_>) -> Option<T>,
) -> BTreeMap<String, T> {
    let mut objects = BTreeMap::new();
    for (id, file) in files {
        let name = Spanned { value: id.clone(), span: Span::start_of(*file) };
        if !is_anchor(id) {
            decoder.report(
                Diagnostic::new(
                    Code::BadId,
                    name.span,
                    format!("`{id}` is no id of a figure or table"),
                )
                .help("name the file by small Latin letters, digits and hyphens"),
            );
            continue;
        }
        let made = parse(*file, decoder)
            .and_then(|root| F::decode(&root, decoder))
            .and_then(|file| make(name, file, decoder));
        match made {
            Some(object) => {
                objects.insert(id.clone(), object);
            }
            None => {
                decoder.unreadable.insert(id.clone());
            }
        }
    }
    objects
}

fn sections(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (folder, files) in &layout.sections {
        sections.extend(narrative::section(folder, files, decoder));
    }
    if layout.sections.is_empty() {
        decoder.report(
            Diagnostic::global(Code::MissingFile, "the study has no sections").help(
                "write `content/sections/10-introduction/` with a file for each language",
            ),
        );
    }
    sections
}

/// The interface texts; a file that words them anew is never required.
fn messages(layout: &Layout, decoder: &mut Decoder<'_>) -> PerLang<Messages> {
    PerLang::new(decoder.languages, |lang| {
        let mut messages = Messages::built_in(lang);
        let Some(file) = layout.messages.get(lang.as_str()) else { return messages };
        let Some(root) = parse(*file, decoder) else { return messages };
        let entries = decoder.entries(&root, "a map").unwrap_or_default();
        let known: Vec<_> = Messages::keys().map(str::to_owned).collect();
        decoder.refuse_unknown(&entries, &known);
        for (key, node) in entries.iter().filter(|(key, _)| known.contains(&key.value)) {
            let Some(text) = String::decode(node, decoder) else { continue };
            let own = BTreeMap::from([(key.value.clone(), text)]);
            match messages.clone().with_overrides(own) {
                Ok(worded) => messages = worded,
                Err(wrong) => wrong.iter().for_each(|wrong| {
                    let message = wrong.to_string();
                    decoder.report(Diagnostic::new(Code::BadValue, node.span, message));
                }),
            }
        }
        messages
    })
}

fn base_url(
    given: Option<&Spanned<String>>,
    decoder: &mut Decoder<'_>,
) -> Option<String> {
    let given = given?;
    match crate::site_path::base_url(&given.value) {
        Some(url) => Some(url),
        None => {
            decoder.report(
                Diagnostic::new(
                    Code::BadValue,
                    given.span,
                    format!("`{}` is no address of a site", given.value),
                )
                .help("write it as `https://example.org/study/`"),
            );
            None
        }
    }
}
