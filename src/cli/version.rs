//! `version new`.

use super::Exit;
use super::progress::Progress;
use super::terminal::{Terminal, counts};
use crate::locale::Date;
use crate::project::{self, Freeze, Project};

/// Freezes the study as the version `name`.
pub(super) fn new(
    project: &Project,
    name: &str,
    date: Option<Date>,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let progress = Progress::new(terminal.is_quiet());
    progress.stage("Freezing the study");
    let ended = project::freeze(project, name, date);
    let input = &project.input;
    drop(progress);
    match ended {
        Freeze::Done { files, diagnostics } => {
            terminal.diagnostics(&diagnostics, input);
            let at = input.home().within(name);
            terminal.summary(&format!(
                "Froze {files} files as versions/{at}/ — commit that folder; the next build \
                 publishes it at {at}/"
            ));
            Exit::Done
        }
        Freeze::Content(found) => {
            terminal.diagnostics(&found, input);
            terminal.failure(&found, &format!("{}; no version was made", counts(&found)));
            Exit::Content
        }
        Freeze::Refused(found) => {
            terminal.diagnostics(&[found], input);
            Exit::Call
        }
    }
}
