//! `status`.

mod accept;
mod json;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod units;

use std::path::Path;

use super::args::Status;
use super::terminal::{Terminal, counts, plural};
use super::{Exit, chosen};
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::project;
use crate::site_path::Home;
use crate::source::Input;
use crate::study::Study;
use crate::translation::state::{State, TextState, TranslationState, states};

/// The record of what was accepted.
const RECORD: &str = "content/translations.yaml";

/// Says how the translations stand, or accepts some: of one study, or, where the project has
/// several and the call names none, of each.
pub(super) fn status(project: &Path, args: &Status, terminal: &mut Terminal<'_>) -> Exit {
    let studies = project::studies(project);
    let is_of_all = args.which.study_name.is_none() && args.text.is_none();
    if !studies.is_empty() && is_of_all && args.accept.is_empty() && !terminal.is_json() {
        let mut ended = Exit::Done;
        for home in studies {
            terminal.result(&format!("{}\n", home.name().unwrap_or_default()));
            match of_study(project, home, args, terminal) {
                Exit::Done => {}
                exit => ended = exit,
            }
        }
        return ended;
    }
    match chosen(&studies, args.which.study_name.as_deref()) {
        Ok(home) => of_study(project, home, args, terminal),
        Err((message, help)) => terminal.wrong_call(&message, Some(&help)),
    }
}

fn of_study(
    project: &Path,
    home: Home,
    args: &Status,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let (input, study, found) = project::study(project, home);
    let Some(study) = study else {
        terminal.diagnostics(&found, &input);
        terminal.failure(&found, &counts(&found));
        return Exit::Content;
    };
    let of_record = record_errors(&input, &found);
    if !of_record.is_empty() {
        terminal.diagnostics(&of_record, &input);
        terminal.failure(&of_record, &counts(&of_record));
        return Exit::Content;
    }
    let read = Read { input: &input, study: &study, found: &found };
    if let [text, languages @ ..] = args.accept.as_slice() {
        return accept::accept(project, &read, (text, languages), args, terminal);
    }
    match Report::new(&read, args) {
        Ok(report) => tell(&report, args, terminal),
        Err(wrong) => terminal.wrong_call(&wrong.message, wrong.help.as_deref()),
    }
}

/// What is wrong with the record of what was accepted: without it nothing can be said, and
/// nothing must be written over it.
fn record_errors(input: &Input, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let record = input.place(RECORD);
    let is_in = |found: &&Diagnostic| {
        let label = found.labels.first();
        label.is_some_and(|label| input.file(label.span.file).path == record)
    };
    let errors = found.iter().filter(|found| found.severity == Severity::Error);
    errors.filter(is_in).cloned().collect()
}

/// A project that was read.
struct Read<'a> {
    input: &'a Input,
    study: &'a Study,
    found: &'a [Diagnostic],
}

/// What a call names that the study does not have.
struct Wrong {
    message: String,
    help: Option<String>,
}

/// What is told: texts and languages.
struct Report<'a> {
    read: &'a Read<'a>,
    texts: Vec<TextState<'a>>,
    languages: Vec<Lang>,
}

impl<'a> Report<'a> {
    fn new(read: &'a Read<'a>, args: &Status) -> Result<Self, Wrong> {
        let study = read.study;
        let chosen = texts::named(study, args.text.as_deref())?;
        let texts = states(study).into_iter();
        let texts = texts.filter(|text| chosen.iter().any(|own| own.id == text.file.id));
        let languages = match args.lang.as_slice() {
            [] => translated(study),
            some => texts::languages(study, some)?,
        };
        Ok(Self { read, texts: texts.collect(), languages })
    }

    /// Each text with its state in the languages that are told.
    fn translations(
        &self,
    ) -> impl Iterator<Item = (&TextState<'a>, &TranslationState<'a>)> {
        let told = |own: &&TranslationState<'_>| self.languages.contains(&own.lang);
        self.texts.iter().flat_map(move |text| {
            text.translations.iter().filter(told).map(move |own| (text, own))
        })
    }

    /// How many translations are in `state`.
    fn count(&self, state: State) -> usize {
        self.translations().filter(|(_, own)| own.state == state).count()
    }
}

/// The languages that the study is translated into.
fn translated(study: &Study) -> Vec<Lang> {
    let languages = study.languages.iter().copied();
    languages.filter(|lang| *lang != study.source_language).collect()
}

fn tell(report: &Report<'_>, args: &Status, terminal: &mut Terminal<'_>) -> Exit {
    if terminal.is_json() {
        terminal.result(&json::json(report));
    } else {
        let table = table::table(report);
        let units = if args.units { units::units(report) } else { String::new() };
        terminal.result(&format!("{table}{units}"));
    }
    let errors = report
        .read
        .found
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count();
    if errors > 0 {
        let errors = plural(errors, "error");
        terminal.remark(&format!("the study has {errors}: `baspa check` tells them"));
    }
    let behind = [State::Missing, State::Outdated].map(|state| report.count(state));
    if args.check && behind != [0, 0] {
        let [missing, outdated] = behind;
        terminal
            .wrong(&format!("{missing} missing and {outdated} outdated translations"));
        return Exit::Content;
    }
    Exit::Done
}
