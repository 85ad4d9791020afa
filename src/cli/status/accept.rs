//! `status --accept`.

use std::path::Path;

use super::{RECORD, Read, Wrong, texts};
use crate::cli::Exit;
use crate::cli::args::Status;
use crate::cli::terminal::{Terminal, plural};
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::project::{self, Change};
use crate::study::{Study, TranslationFile};
use crate::translation::state::{self, Accept, UnitKind, states, wording};

/// Accepts the translations of the text into the languages that the call names.
pub(super) fn accept(
    project: &Path,
    read: &Read<'_>,
    (text, tags): (&str, &[String]),
    args: &Status,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let accept = match wanted(read.study, text, tags, args) {
        Ok(accept) => accept,
        Err(wrong) => return terminal.wrong_call(&wrong.message, wrong.help.as_deref()),
    };
    let obstacles = obstacles(read, &accept);
    let errors = errors(read, &accept);
    terminal.diagnostics(&errors, read.input);
    if !obstacles.is_empty() || !errors.is_empty() {
        obstacles.iter().for_each(|obstacle| terminal.wrong(obstacle));
        terminal.wrong("nothing was accepted");
        return Exit::Content;
    }
    let record = state::accept(read.study, &accept);
    let path = read.input.place(RECORD);
    let was = read.input.find(&path).map(|file| &*read.input.file(file).bytes);
    if was == Some(record.as_bytes()) {
        terminal.summary(&format!("Accepted already: {}", told(read.study, &accept)));
        return Exit::Done;
    }
    let change = Change { path: &path, was, bytes: record.as_bytes() };
    match project::write(project, &[change]) {
        Ok(()) => {
            let told = told(read.study, &accept);
            terminal.summary(&format!("Accepted {told}; recorded in {path}"));
            Exit::Done
        }
        Err(found) => {
            terminal.diagnostics(&[found], read.input);
            Exit::Call
        }
    }
}

fn wanted<'a>(
    study: &'a Study,
    text: &str,
    tags: &[String],
    args: &Status,
) -> Result<Accept<'a>, Wrong> {
    let mut languages = Vec::new();
    for tag in tags {
        languages.push(Lang::parse(tag).ok_or_else(|| Wrong {
            message: format!("`{tag}` is no language tag"),
            help: Some("write a tag of BCP 47, such as `kk`".to_owned()),
        })?);
    }
    Ok(Accept {
        files: texts::named(study, Some(text))?,
        languages: texts::languages(study, &languages)?,
        reviewed: args.reviewed,
        date: args.date,
        by: args.by.clone(),
    })
}

/// What is missing of the texts that are to be accepted.
fn obstacles(read: &Read<'_>, accept: &Accept<'_>) -> Vec<String> {
    let study = read.study;
    let mut obstacles = Vec::new();
    for text in states(study).iter().filter(|text| is_meant(text.file, accept)) {
        let id = &text.file.id;
        if text.file.units.get(study.source_language).is_none() {
            obstacles.push(format!("`{id}` has no original"));
            continue;
        }
        for own in
            text.translations.iter().filter(|own| accept.languages.contains(&own.lang))
        {
            let missing =
                own.units.iter().filter(|unit| unit.kind == UnitKind::Missing).count();
            if own.state == state::State::Missing {
                obstacles.push(format!("`{id}` has no text in `{}`", own.lang));
            } else if missing > 0 {
                let missing = plural(missing, "passage");
                obstacles.push(format!("`{id}` lacks {missing} in `{}`", own.lang));
            }
        }
    }
    obstacles
}

fn is_meant(file: &TranslationFile, accept: &Accept<'_>) -> bool {
    accept.files.iter().any(|own| own.id == file.id)
}

/// What is wrong in the files of the texts that are to be accepted.
fn errors(read: &Read<'_>, accept: &Accept<'_>) -> Vec<Diagnostic> {
    let mut files = Vec::new();
    let languages = accept.languages.iter().chain([&read.study.source_language]);
    for id in accept.files.iter().map(|file| &file.id) {
        let own = languages.clone().map(|lang| format!("content/{id}/{lang}.md"));
        let own = own.chain([format!("content/{id}.yaml")]);
        files.extend(own.map(|path| read.input.place(&path)));
    }
    let is_in = |found: &&Diagnostic| {
        let file = found.labels.first().map(|label| read.input.file(label.span.file));
        file.is_some_and(|file| files.contains(&file.path))
    };
    let errors = read.found.iter().filter(|found| found.severity == Severity::Error);
    errors.filter(is_in).cloned().collect()
}

/// `sections/50-dynamics in kk, ru (14 passages)`.
fn told(study: &Study, accept: &Accept<'_>) -> String {
    let what = match accept.files.as_slice() {
        [file] => file.id.clone(),
        files => plural(files.len(), "text"),
    };
    let units = accept
        .files
        .iter()
        .filter_map(|file| file.units.get(study.source_language).as_deref());
    let passages = units.flatten().filter(|unit| !wording(unit).is_empty()).count();
    let tags: Vec<_> = accept.languages.iter().map(Lang::to_string).collect();
    let how = if accept.reviewed { " as reviewed" } else { "" };
    format!("{what} in {}{how} ({})", tags.join(", "), plural(passages, "passage"))
}
