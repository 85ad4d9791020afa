//! `translate export` and `translate import`.

use std::fs;
use std::path::PathBuf;

use super::Exit;
use super::args::ExchangeFormat;
use super::terminal::{Terminal, counts, plural};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::load;
use crate::project::{self, Change, Project};
use crate::source::Input;
use crate::study::Study;
use crate::translation::exchange::{self, Imported};

/// What `translate export` was asked for.
pub(super) struct Export {
    pub(super) lang: Lang,
    pub(super) format: ExchangeFormat,
    pub(super) output: Option<PathBuf>,
    pub(super) only: Vec<String>,
}

/// Writes the texts of the study for a translator.
pub(super) fn export(
    project: &Project,
    asked: &Export,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let input = &project.input;
    let Some(study) = study(input, &project.unread, terminal) else {
        return Exit::Content;
    };
    let languages = &study.languages;
    if asked.lang == study.source_language || !languages.contains(&asked.lang) {
        let targets = languages.iter().filter(|lang| **lang != study.source_language);
        let targets: Vec<_> = targets.map(|lang| format!("`{lang}`")).collect();
        let message = format!("the study is not translated to `{}`", asked.lang);
        let help = format!("its other languages are {}", targets.join(", "));
        return terminal.wrong_call(&message, Some(&help));
    }
    let mut only = Vec::new();
    for name in &asked.only {
        match named(&study, name) {
            Some(id) => only.push(id),
            None => {
                let known = study.translations.iter().map(|file| file.id.as_str());
                let near = crate::diag::nearest(name, known);
                let help = near.map(|near| format!("did you mean `{near}`?"));
                let message = format!("there is no text `{name}`");
                return terminal.wrong_call(&message, help.as_deref());
            }
        }
    }
    let made = exchange::export(&study, input, asked.lang, &only);
    let format = asked.format.into();
    let text = exchange::write(&made, format);
    let output = asked.output.clone().unwrap_or_else(|| {
        PathBuf::from(format!("{}.{}", asked.lang, exchange::Format::ending(format)))
    });
    if output.as_os_str() == "-" {
        terminal.result(&text);
        return Exit::Done;
    }
    if let Err(error) = fs::write(&output, text) {
        let message = format!("`{}` cannot be written: {error}", output.display());
        return terminal.wrong_call(&message, None);
    }
    let units = made.files.iter().map(|file| file.units.len()).sum();
    let units = plural(units, "text");
    terminal.summary(&format!("Wrote {units} to {}", output.display()));
    Exit::Done
}

/// The id of the text that goes by `name`: its id, the name of its folder or file, or
/// that without its number.
fn named(study: &Study, name: &str) -> Option<String> {
    let same = |id: &str| {
        let last = id.rsplit('/').next().unwrap_or(id);
        let bare = last.trim_start_matches(|c: char| c.is_ascii_digit());
        [id, last, bare.trim_start_matches('-')].contains(&name)
    };
    study.translations.iter().map(|file| &file.id).find(|id| same(id)).cloned()
}

/// Takes translations over into the project.
pub(super) fn import(
    project: &Project,
    files: &[PathBuf],
    terminal: &mut Terminal<'_>,
) -> Exit {
    let input = match with_files(&project.input, files) {
        Ok(input) => input,
        Err(message) => return terminal.wrong_call(&message, None),
    };
    let Some(study) = study(&input, &project.unread, terminal) else {
        return Exit::Content;
    };
    let mut found = Diagnostics::new();
    let mut returned = Vec::new();
    for path in files {
        let path = path.display().to_string();
        let Some(file) = input.find(&path) else { continue };
        let Some(format) = exchange::Format::of(&path) else { continue };
        let Some(read) = exchange::read(&input, file, format, &mut found) else {
            continue;
        };
        let (lang, span) = read.target;
        match lang.filter(|lang| {
            *lang != study.source_language && study.languages.contains(lang)
        }) {
            Some(lang) => returned.push((lang, read)),
            None => {
                let named =
                    lang.map_or("no language".to_owned(), |lang| format!("`{lang}`"));
                let message = format!("this file is translated to {named} of the study");
                found.push(Diagnostic::new(Code::BadExchange, span, message));
            }
        }
    }
    let made = exchange::import(&study, &input, &returned, &mut found);
    let failed = found.has_errors();
    let found = found.sorted();
    terminal.diagnostics(&found, &input);
    if failed {
        terminal.failure(&found, &format!("{}; nothing was taken over", counts(&found)));
        return Exit::Content;
    }
    let was = |path: &str| input.find(path).map(|file| &*input.file(file).bytes);
    let changes = made.files.iter().map(|(path, text)| Change {
        path,
        was: was(path),
        bytes: text.as_bytes(),
    });
    if let Err(refused) = project::write(&project.folder, &changes.collect::<Vec<_>>()) {
        terminal.diagnostics(&[refused], &input);
        return Exit::Call;
    }
    terminal.summary(&summary(&made, &found));
    Exit::Done
}

fn summary(made: &Imported, found: &[Diagnostic]) -> String {
    let mut parts = vec![match made.changed {
        0 => "Nothing new".to_owned(),
        n => format!(
            "Took over {} in {}",
            plural(n, "text"),
            plural(made.files.len(), "file")
        ),
    }];
    if made.unchanged > 0 {
        parts.push(format!("{} as they were", made.unchanged));
    }
    if made.untranslated > 0 {
        parts.push(format!("{} not translated yet", made.untranslated));
    }
    let with = if found.is_empty() {
        String::new()
    } else {
        format!(", with {}", counts(found))
    };
    parts.join(", ") + &with
}

/// The project with the files that came back, by the names that they were given by.
fn with_files(input: &Input, files: &[PathBuf]) -> Result<Input, String> {
    let mut all = Vec::new();
    for path in files {
        let name = path.display().to_string();
        if exchange::Format::of(&name).is_none() {
            return Err(format!("`{name}` is neither `.xlf` nor `.po`"));
        }
        let bytes = fs::read(path)
            .map_err(|error| format!("`{name}` cannot be read: {error}"))?;
        all.push((name, bytes));
    }
    Ok(input.with(all))
}

/// The study, where nothing is wrong with it but what a translation may mend.
fn study(
    input: &Input,
    unread: &[Diagnostic],
    terminal: &mut Terminal<'_>,
) -> Option<Study> {
    let (study, mut found) = load::study(input, true);
    found.extend(unread.iter().cloned());
    if study.is_some() && !found.has_errors() {
        return study;
    }
    let found = found.sorted();
    terminal.diagnostics(&found, input);
    terminal.failure(&found, &format!("{} in the study", counts(&found)));
    None
}

impl From<ExchangeFormat> for exchange::Format {
    fn from(format: ExchangeFormat) -> Self {
        match format {
            ExchangeFormat::Xliff => Self::Xliff,
            ExchangeFormat::Po => Self::Po,
        }
    }
}
