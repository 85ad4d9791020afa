//! `status`.

mod accept;
mod json;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod units;

use super::args::Status;
use super::terminal::{Terminal, counts, plural};
use super::{Exit, chosen};
use crate::diag::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::load;
use crate::project::Project;
use crate::site_path::Home;
use crate::source::Input;
use crate::study::Study;
use crate::translation::state::{Standing, State, TextState, TranslationState, states};

/// The record of what was accepted.
const RECORD: &str = "content/translations.yaml";

/// Says how the translations stand, or accepts some: of one study, or, where the project has
/// several and the call names none, of each.
pub(super) fn status(
    project: Project,
    args: &Status,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let studies = load::studies(&project.input);
    let is_of_all = args.which.study_name.is_none() && args.text.is_none();
    if !studies.is_empty() && is_of_all && args.accept.is_empty() {
        return of_all(&project, &studies, args, terminal);
    }
    let home = match chosen(&studies, args.which.study_name.as_deref()) {
        Ok(home) => home,
        Err((message, help)) => return terminal.wrong_call(&message, Some(&help)),
    };
    let project = project.of_study(home);
    let (study, found) = match studied(&project) {
        Ok(known) => known,
        Err(told) => return refused(&told, &project.input, terminal),
    };
    let read = Read { input: &project.input, study: &study, found: &found };
    if let [text, languages @ ..] = args.accept.as_slice() {
        return accept::accept(&project.folder, &read, (text, languages), args, terminal);
    }
    match Report::new(&read, args) {
        Ok(report) => {
            terminal.result(&match terminal.is_json() {
                true => json::written(&json::json(&report)),
                false => human(&report, args),
            });
            judge(&report, args, terminal)
        }
        Err(wrong) => terminal.wrong_call(&wrong.message, wrong.help.as_deref()),
    }
}

/// Tells of each study; for programs, of all in one array.
fn of_all(
    project: &Project,
    studies: &[Home],
    args: &Status,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let mut known = Vec::new();
    let mut unknown = Vec::new();
    for home in studies {
        let project = project.clone().of_study(*home);
        match studied(&project) {
            Ok((study, found)) => known.push((project.input, study, found)),
            Err(told) => unknown.extend(told),
        }
    }
    let mut ended = match unknown.as_slice() {
        [] => Exit::Done,
        told => refused(told, &project.input, terminal),
    };
    // The diagnostics were an array already.
    if terminal.is_json() && ended != Exit::Done {
        return ended;
    }
    let mut all = Vec::new();
    for (input, study, found) in &known {
        let read = Read { input, study, found };
        let report = match Report::new(&read, args) {
            Ok(report) => report,
            Err(wrong) => {
                return terminal.wrong_call(&wrong.message, wrong.help.as_deref());
            }
        };
        match terminal.is_json() {
            true => all.push(json::json(&report)),
            false => {
                let name = study.home.name().unwrap_or_default();
                terminal.result(&format!("{name}\n{}", human(&report, args)));
            }
        }
        match judge(&report, args, terminal) {
            Exit::Done => {}
            exit => ended = exit,
        }
    }
    if terminal.is_json() {
        terminal.result(&json::written(&all.into()));
    }
    ended
}

/// The study that is spoken of, and what was found in it; or why nothing can be said of it.
fn studied(project: &Project) -> Result<(Study, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (study, found) = project.study();
    let of_record = record_errors(&project.input, &found);
    match study {
        Some(study) if of_record.is_empty() => Ok((study, found)),
        Some(_) => Err(of_record),
        None => Err(found),
    }
}

/// Tells why nothing can be said.
fn refused(told: &[Diagnostic], input: &Input, terminal: &mut Terminal<'_>) -> Exit {
    terminal.diagnostics(told, input);
    terminal.failure(told, &counts(told));
    Exit::Content
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
    /// How the texts stand in each of them.
    standings: Vec<Standing>,
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
        let texts: Vec<_> = texts.collect();
        let standing = |lang: &Lang| Standing::of(study.home, &texts, *lang);
        let standings = languages.iter().map(standing).collect();
        Ok(Self { read, texts, languages, standings })
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
}

/// The languages that the study is translated into.
fn translated(study: &Study) -> Vec<Lang> {
    let languages = study.languages.iter().copied();
    languages.filter(|lang| *lang != study.source_language).collect()
}

/// What a person is told.
fn human(report: &Report<'_>, args: &Status) -> String {
    let units = if args.units { units::units(report) } else { String::new() };
    table::table(report) + &units
}

/// Remarks on what is told, and whether it is as the call demands.
fn judge(report: &Report<'_>, args: &Status, terminal: &mut Terminal<'_>) -> Exit {
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
    let count = |state| report.standings.iter().map(|own| own.count(state)).sum();
    let behind: [usize; 2] = [State::Missing, State::Outdated].map(count);
    if args.check && behind != [0, 0] {
        let [missing, outdated] = behind;
        terminal
            .wrong(&format!("{missing} missing and {outdated} outdated translations"));
        return Exit::Content;
    }
    Exit::Done
}
