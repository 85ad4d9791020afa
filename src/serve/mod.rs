//! The preview: builds the project, serves the site from memory, and follows each change.
//!
//! One thread answers requests from the last good site; this one waits for changes on the
//! disk, builds, and hands the result over. Requests never touch the disk.

mod bind;
mod drawn;
mod http;
mod inject;
mod looked;
mod mark;
mod overlay;
mod preview;
mod watch;

pub use bind::Port;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::diag::Diagnostic;
use crate::source::Input;
use crate::{Before, BuildOptions, First, project};
use looked::Looked;
use preview::Preview;
use watch::Watcher;

/// What is served, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The project's folder.
    pub project: PathBuf,
    /// How it is built.
    pub build: BuildOptions,
    /// The port on 127.0.0.1.
    pub port: Port,
}

/// What happened, for the command line to tell.
#[derive(Debug)]
pub enum Event<'a> {
    /// Requests are answered at this address.
    Serving(SocketAddr),
    /// The project was built, and what came of it is shown.
    Built {
        /// What was read.
        input: &'a Input,
        /// What is to be said of it.
        diagnostics: &'a [Diagnostic],
        /// Whether a site was made; otherwise the last good one stays.
        made: bool,
    },
}

/// What the building thread is woken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// Files that are read have changed.
    Changed,
    /// A folder that is read was made, moved or removed.
    FolderChanged,
    /// The preview ends.
    Stop,
}

/// Serves until Ctrl-C is pressed.
///
/// # Errors
/// If the port is taken, or the system gives no news of changed files.
pub fn serve(options: &Options, report: &mut dyn FnMut(Event<'_>)) -> io::Result<()> {
    let (sender, receiver) = mpsc::channel();
    run(options, report, &sender, &receiver)
}

fn run(
    options: &Options,
    report: &mut dyn FnMut(Event<'_>),
    sender: &Sender<Signal>,
    receiver: &Receiver<Signal>,
) -> io::Result<()> {
    let listener = options.port.bind()?;
    let address = listener.local_addr()?;
    let mut watcher = Watcher::new(&options.project, sender.clone())?;
    let current = http::Current::new(Arc::new(Preview::empty()));
    let before = Before::default();
    let looked = Arc::new(Looked::default());
    rebuild(options, &before, &looked, &current, report);
    let server =
        http::start(listener, current.subscribe(), Arc::clone(&looked), sender.clone())?;
    report(Event::Serving(address));
    while let Ok(signal) = receiver.recv() {
        // Changes that came during a build are one change.
        let signals: Vec<_> =
            std::iter::once(signal).chain(receiver.try_iter()).collect();
        if signals.contains(&Signal::Stop) {
            break;
        }
        if signals.contains(&Signal::FolderChanged) {
            watcher.refresh();
        }
        rebuild(options, &before, &looked, &current, report);
    }
    server.stop();
    Ok(())
}

fn rebuild(
    options: &Options,
    before: &Before,
    looked: &Looked,
    current: &http::Current,
    report: &mut dyn FnMut(Event<'_>),
) {
    let last = Arc::clone(&current.borrow());
    let show = |pages| current.send_modify(|now| *now = Arc::new(now.with_first(pages)));
    let first = First { places: &looked.places(), show: &show };
    let (input, mut outcome) =
        project::rebuild(&options.project, &options.build, before, Some(first));
    let site = outcome.site.take();
    let made = site.is_some();
    current.send_replace(Arc::new(last.next(site, &outcome, &input)));
    report(Event::Built { input: &input, diagnostics: &outcome.diagnostics, made });
}

#[cfg(test)]
mod tests;
