//! `data`.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use super::Exit;
use super::args::Accept;
use super::terminal::{Terminal, counts, plural};
use crate::diff::{Accepted, Diff, LOG, changed_pages, diff, log};
use crate::lang::Lang;
use crate::locale::Date;
use crate::project::{self, Change, Project};
use crate::record::{self, Record};
use crate::site_path::Home;
use crate::source::Input;
use crate::study::Study;
use crate::{BuildOptions, Kept, build, load};

/// Records what the data say now as a revision.
pub(super) fn accept(
    project: &Project,
    args: &Accept,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let options = BuildOptions::default();
    let input = &project.input;
    let mut outcome = project.whole().build(&options);
    let (study, _) = load::study(input, options.draft);
    let (Some(_), Some(kept), Some(study)) =
        (outcome.site, outcome.records.remove(&input.home()), study)
    else {
        let found = &outcome.diagnostics;
        terminal.diagnostics(found, input);
        let message = format!("{}; nothing was accepted", counts(found));
        terminal.failure(found, &message);
        return Exit::Content;
    };
    match revise(input, &study, kept, args) {
        Err(Wrong { message, help }) => terminal.wrong_call(&message, Some(help)),
        Ok(made) => match made.write(&project.folder, input) {
            Ok(()) => {
                terminal.summary(&made.told);
                made.lacking.iter().for_each(|remark| terminal.remark(remark));
                Exit::Done
            }
            Err(refused) => {
                terminal.diagnostics(&[refused], input);
                Exit::Call
            }
        },
    }
}

/// Why nothing can be accepted.
struct Wrong {
    message: String,
    help: &'static str,
}

fn wrong<T>(message: impl Into<String>, help: &'static str) -> Result<T, Wrong> {
    Err(Wrong { message: message.into(), help })
}

/// What is written.
struct Made {
    log: Option<String>,
    record: Option<String>,
    told: String,
    /// What is told of languages without a reason.
    lacking: Option<String>,
}

impl Made {
    fn write(
        &self,
        project: &Path,
        input: &Input,
    ) -> Result<(), crate::diag::Diagnostic> {
        let files = [(LOG, &self.log), (record::ACCEPTED, &self.record)];
        let files = files.map(|(path, text)| (input.place(path), text));
        let was = |path: &str| input.find(path).map(|file| &*input.file(file).bytes);
        let changes: Vec<_> = files
            .iter()
            .filter_map(|(path, text)| {
                let bytes = text.as_ref()?.as_bytes();
                Some(Change { path, was: was(path), bytes })
            })
            .collect();
        project::write(project, &changes)
    }
}

fn revise(
    input: &Input,
    study: &Study,
    kept: Kept,
    args: &Accept,
) -> Result<Made, Wrong> {
    let Kept { now: record, accepted: earlier } = kept;
    if earlier.is_none() && !study.revisions.is_empty() {
        let message = format!("`{}` is missing", input.place(record::ACCEPTED));
        return wrong(
            message,
            "take it from where the project is kept: what was accepted is told by it",
        );
    }
    let changes = earlier.filter(|_| !study.revisions.is_empty());
    let changes = changes.map(|earlier| diff(&earlier, &record, input.home()));
    if let Some(changes) = changes.as_ref().filter(|own| !own.is_seen()) {
        return Ok(unseen(changes, &record, input));
    }
    let accepted = Accepted {
        date: date(study, args, changes.as_ref())?,
        reasons: &reasons(study, args)?,
        diff: changes.as_ref(),
    };
    let was = input.find(&input.place(LOG)).and_then(|file| input.text(file).ok());
    let log = log(was, &accepted, &record);
    // The site tells of the revision, so that the record is that of the next build.
    let project = with(input, &log).of_study(Home::TOP);
    let mut outcome = build(&project, &BuildOptions::default());
    let next = outcome.records.remove(&input.home());
    let Some(Kept { now: next, .. }) = next.filter(|_| outcome.site.is_some()) else {
        return wrong(
            "the log of revisions cannot be written",
            "`baspa check` says what is wrong with the study",
        );
    };
    let number = study.revisions.len() + 1;
    let told = told(number, &accepted, &record, input);
    let lacking = lacking(study, accepted.reasons, &input.place(LOG));
    Ok(Made { log: Some(log), record: Some(next.text()), told, lacking })
}

/// No revision; but files may have other bytes by another theme or another baspa.
fn unseen(diff: &Diff, record: &Record, input: &Input) -> Made {
    if diff.is_empty() {
        let told = "Nothing has changed since the last revision".to_owned();
        return Made { log: None, record: None, told, lacking: None };
    }
    let told = format!(
        "Nothing that readers see has changed, so there is no new revision; {} was brought \
         up to date",
        input.place(record::ACCEPTED)
    );
    Made { log: None, record: Some(record.text()), told, lacking: None }
}

/// The day that the call gives, else the newest of the data that were changed: a clock would
/// give another to whoever builds again.
fn date(study: &Study, args: &Accept, diff: Option<&Diff>) -> Result<Date, Wrong> {
    let changed = |id: &str| match diff {
        Some(diff) => diff.cells.iter().any(|own| own.dataset == id),
        None => true,
    };
    let datasets = study.datasets.iter().filter(|own| changed(&own.id));
    let of_data = datasets.filter_map(|own| own.updated).max();
    let Some(date) = args.date.or(of_data) else {
        let message = "the day of the revision is not given";
        let help = "add `--date 2026-03-01`, or say when the data were `updated`";
        return wrong(message, help);
    };
    if date.day().is_none() {
        return wrong(format!("`{date}` is no day"), "write it as `2026-03-01`");
    }
    match study.revisions.last().filter(|last| date < last.date) {
        Some(last) => {
            let message = format!("the last revision is of {}, after {date}", last.date);
            wrong(message, "revisions stand in the order of time")
        }
        None => Ok(date),
    }
}

/// The reasons by languages: one without a tag is in the language of the original.
fn reasons(study: &Study, args: &Accept) -> Result<BTreeMap<Lang, String>, Wrong> {
    let mut reasons = BTreeMap::new();
    for given in &args.message {
        let tagged = given.split_once('=').and_then(|(tag, words)| {
            let lang = Lang::parse(tag.trim())?;
            study.languages.contains(&lang).then_some((lang, words))
        });
        let (lang, words) = tagged.unwrap_or((study.source_language, given));
        let words = words.trim();
        if words.is_empty() || words.chars().any(char::is_control) {
            return wrong(
                "a reason is a line of words",
                "write `-m TEXT` or `-m kk=TEXT`",
            );
        }
        if reasons.insert(lang, words.to_owned()).is_some() {
            let message = format!("there are two reasons in `{lang}`");
            return wrong(message, "write each other language as `-m kk=TEXT`");
        }
    }
    match reasons.contains_key(&study.source_language) {
        true => Ok(reasons),
        false => {
            let lang = study.source_language;
            let message =
                format!("there is no reason in `{lang}`, the language of the original");
            wrong(message, "write it as `-m TEXT`")
        }
    }
}

/// What is told where readers of a language will see the reason in that of the original.
fn lacking(study: &Study, reasons: &BTreeMap<Lang, String>, log: &str) -> Option<String> {
    let without = study.languages.iter().filter(|lang| !reasons.contains_key(lang));
    let tags: Vec<_> = without.map(|lang| format!("`{lang}`")).collect();
    let source = study.source_language;
    (!tags.is_empty()).then(|| {
        format!(
            "the reason is not given in {}, whose readers see it in `{source}`: add it to {log}",
            tags.join(", ")
        )
    })
}

/// The project with this log.
fn with(input: &Input, log: &str) -> Input {
    input.with([(input.place(LOG), log.as_bytes().to_vec())])
}

fn told(
    number: usize,
    accepted: &Accepted<'_>,
    record: &Record,
    input: &Input,
) -> String {
    let [log, kept] = [LOG, record::ACCEPTED].map(|path| input.place(path));
    let files = format!("recorded in {log} and {kept}");
    let date = accepted.date;
    match accepted.diff {
        None => format!("Accepted the first publication, of {date}; {files}"),
        Some(diff) => {
            let cells = plural(diff.cells.len(), "cell");
            let pages = plural(changed_pages(diff, record).len(), "page");
            format!("Accepted revision {number} of {date}: {cells}, {pages}; {files}")
        }
    }
}
