//! `diff`.

mod drawing;
mod json;
mod page;
#[cfg(test)]
mod tests;
mod text;

use std::fs;
use std::path::Path;

use drawing::Drawings;

use super::Exit;
use super::args::{Diff as Args, Study};
use super::terminal::{Terminal, counts, plural};
use crate::diag::{Code, Diagnostic, Severity};
use crate::diff::{Diff, diff};
use crate::project::Project;
use crate::record::{self, Record};
use crate::site::Site;
use crate::site_path::Home;
use crate::source::{Input, MAX_TEXT_BYTES};
use crate::{BuildOptions, Kept};

/// Says what an update changes.
pub(super) fn tell(project: &Project, args: &Args, terminal: &mut Terminal<'_>) -> Exit {
    let home = project.input.home();
    let Made { kept, site, failing } = match build(project, &args.study, terminal) {
        Ok(made) => made,
        Err(exit) => return exit,
    };
    let (name, earlier) = match &args.against {
        Some(path) => (path.display().to_string(), outside(path, home)),
        None => (project.input.place(record::ACCEPTED), accepted(kept.accepted)),
    };
    let earlier = match earlier {
        Ok(earlier) => earlier,
        Err(Wrong::Call(message, help)) => {
            return terminal.wrong_call(&message, Some(help));
        }
        Err(Wrong::Record(input, found)) => {
            terminal.diagnostics(&[*found], &input);
            return Exit::Call;
        }
    };
    let changes = diff(&earlier, &kept.now, home);
    let old = args.against.as_deref().filter(|path| path.is_dir());
    let drawings = Drawings { home, old, new: site.as_ref() };
    let report = Report { against: &name, diff: &changes, drawings };
    if let Some(path) = &args.page {
        if let Err(error) = fs::write(path, page::page(&report)) {
            let message = format!("`{}` cannot be written: {error}", path.display());
            return terminal.wrong_call(&message, None);
        }
        terminal.summary(&format!("Wrote {}", path.display()));
    } else {
        terminal.result(&match terminal.is_json() {
            true => json::json(&report),
            false => text::text(&report),
        });
    }
    if failing > 0 {
        let failing = plural(failing, "error");
        terminal.remark(&format!("the study has {failing}: `baspa check` tells them"));
    }
    if args.exit_code && !changes.is_empty() { Exit::Content } else { Exit::Done }
}

/// What is told.
struct Report<'a> {
    /// What the study is held against.
    against: &'a str,
    diff: &'a Diff,
    drawings: Drawings<'a>,
}

/// A study that was built.
struct Made {
    kept: Kept,
    /// `None` where something stands in its way.
    site: Option<Site>,
    /// How many errors stand in the way of its site, all of them of checks and
    /// claims.
    failing: usize,
}

/// The study as it is. One whose data do not meet its checks or claims has readers' texts
/// all the same; of any other error the texts are not whole, and what is missing would be taken
/// for a change.
fn build(
    project: &Project,
    study: &Study,
    terminal: &mut Terminal<'_>,
) -> Result<Made, Exit> {
    let options: BuildOptions = study.clone().into();
    let mut outcome = project.whole().build(&options);
    let found = outcome.diagnostics;
    let errors = || found.iter().filter(|own| own.severity == Severity::Error);
    let of_data = [Code::CheckFailed, Code::ClaimFailed];
    let failing = errors().filter(|own| of_data.contains(&own.code)).count();
    let kept = outcome.records.remove(&project.input.home());
    match kept.filter(|_| errors().count() == failing) {
        Some(kept) => Ok(Made { kept, site: outcome.site, failing }),
        None => {
            terminal.diagnostics(&found, &project.input);
            let message = format!("{}; nothing was compared", counts(&found));
            terminal.failure(&found, &message);
            Err(Exit::Content)
        }
    }
}

/// Why there is no earlier record.
enum Wrong {
    Call(String, &'static str),
    Record(Box<Input>, Box<Diagnostic>),
}

/// The record of the last accepted revision.
fn accepted(record: Option<Record>) -> Result<Record, Wrong> {
    // One that cannot be read was reported by the build.
    record.ok_or_else(|| {
        let help = "accept one by `baspa data accept`, or name a folder that was built by \
                    `--against DIR`";
        Wrong::Call("no revision was accepted yet".to_owned(), help)
    })
}

/// The record of a folder that was built, or in a file.
fn outside(path: &Path, home: Home) -> Result<Record, Wrong> {
    let file = match path.is_dir() {
        true => path.join(record::path(home).as_str()),
        false => path.to_owned(),
    };
    let bytes = read(&file).map_err(|message| {
        let help = "name a folder that `baspa build` wrote, or a record of one";
        Wrong::Call(message, help)
    })?;
    let name = file.display().to_string();
    let input = Input::new([(name.clone(), bytes)]);
    let found = input.files().next().map(|(file, _)| record::parse(&input, file));
    match found {
        Some(Ok(record)) => Ok(record),
        Some(Err(found)) => Err(Wrong::Record(Box::new(input), Box::new(found))),
        None => Err(Wrong::Call(format!("`{name}` is empty"), "name another")),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    let failed = |error| format!("`{}` cannot be read: {error}", file.display());
    let size = fs::metadata(file).map_err(failed)?.len();
    if size > MAX_TEXT_BYTES as u64 {
        return Err(format!("`{}` is larger than any record", file.display()));
    }
    fs::read(file).map_err(failed)
}
