//! `serve`.

use std::path::Path;

use super::Exit;
use super::args::Draft;
use super::terminal::{Terminal, counts};
use crate::serve::{Event, Options, Port};

/// Serves the preview until it is interrupted.
pub(super) fn serve(
    project: &Path,
    draft: Draft,
    port: Option<u16>,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let port = port.map_or(Port::From(8000), Port::Exactly);
    let options = Options { project: project.to_owned(), build: draft.into(), port };
    let ended = crate::serve::serve(&options, &mut |event| tell(&event, terminal));
    match ended {
        Ok(()) => Exit::Done,
        Err(error) => {
            let help = "`--port N` names another port";
            let taken = error.kind() == std::io::ErrorKind::AddrInUse;
            terminal.wrong_call(&error.to_string(), taken.then_some(help))
        }
    }
}

fn tell(event: &Event<'_>, terminal: &mut Terminal<'_>) {
    match event {
        Event::Serving(address) => {
            terminal.summary(&format!("Serving http://{address}/ — stop with Ctrl-C"));
        }
        Event::Built { input, diagnostics, made } => {
            terminal.diagnostics(diagnostics, input);
            let found = counts(diagnostics);
            terminal.summary(&if *made {
                format!("Built with {found}")
            } else {
                format!("Not built: {found}; waiting for the next change")
            });
        }
    }
}
