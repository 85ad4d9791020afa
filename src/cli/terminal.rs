//! What a run says, and to which stream.

use std::fmt::Write as _;
use std::io::Write;

use super::Exit;
use super::args::{Format, Global};
use crate::diag::{self, Diagnostic, Severity};
use crate::source::Input;

/// Orders to the terminal, which streams leave out where there is none.
pub(super) const RED: &str = "\x1b[1;31m";
pub(super) const GREEN: &str = "\x1b[32m";
pub(super) const YELLOW: &str = "\x1b[33m";
pub(super) const QUIET: &str = "\x1b[2m";
pub(super) const BOLD: &str = "\x1b[1m";
pub(super) const PLAIN: &str = "\x1b[0m";

/// The two streams of a run. A closed stream ends nothing: what it was told is lost, and
/// the exit code still says how the run ended.
pub(super) struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    format: Format,
    quiet: bool,
}

impl<'a> Terminal<'a> {
    pub(super) fn new(
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
        global: &Global,
    ) -> Self {
        Self { out, err, format: global.format, quiet: global.quiet }
    }

    /// What the command was called for, such as an explanation.
    pub(super) fn result(&mut self, text: &str) {
        let _ = self.out.write_all(text.as_bytes());
        let _ = self.out.flush();
    }

    /// A line that says how it went.
    pub(super) fn summary(&mut self, line: &str) {
        if self.quiet {
            return;
        }
        let stream =
            if self.format == Format::Json { &mut self.err } else { &mut self.out };
        // A folder may be named by orders to the terminal.
        let _ = writeln!(stream, "{}", diag::plain(line));
        let _ = stream.flush();
    }

    /// All diagnostics of a run; of JSON there is an array even when nothing was found.
    pub(super) fn diagnostics(&mut self, found: &[Diagnostic], input: &Input) {
        let _ = match self.format {
            Format::Human => write!(self.err, "{}", diag::human(found, input, true)),
            Format::Json => writeln!(self.out, "{}", diag::json(found, input)),
        };
    }

    /// The last line where the content is wrong.
    pub(super) fn failure(&mut self, found: &[Diagnostic], message: &str) {
        let _ = writeln!(self.err, "{RED}error:{PLAIN} {message}");
        let first = found.iter().find(|d| d.severity == Severity::Error);
        if let Some(first) = first.filter(|_| !self.quiet) {
            let hint = format!("`baspa explain {}` says more", first.code.name());
            let _ = writeln!(self.err, "{hint}");
        }
    }

    /// A line that says what is wrong where no diagnostic does.
    pub(super) fn wrong(&mut self, message: &str) {
        let _ = writeln!(self.err, "{RED}error:{PLAIN} {}", diag::plain(message));
    }

    /// A line about what is not asked for and yet good to know.
    pub(super) fn remark(&mut self, message: &str) {
        let _ = writeln!(self.err, "{YELLOW}note:{PLAIN} {}", diag::plain(message));
    }

    /// A call that cannot be carried out, worded like those that clap refuses.
    pub(super) fn wrong_call(&mut self, message: &str, help: Option<&str>) -> Exit {
        let mut text = format!("{RED}error:{PLAIN} {}\n", diag::plain(message));
        if let Some(help) = help {
            let _ = write!(text, "\n  {help}\n");
        }
        let _ = self.err.write_all(text.as_bytes());
        Exit::Call
    }

    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }
}

/// How many errors and warnings there are, in words.
pub(super) fn counts(found: &[Diagnostic]) -> String {
    let errors = found.iter().filter(|d| d.severity == Severity::Error).count();
    let parts = [(errors, "error"), (found.len() - errors, "warning")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let words: Vec<_> = parts.map(|(count, noun)| plural(*count, noun)).collect();
    if words.is_empty() { "no problems".to_owned() } else { words.join(" and ") }
}

pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
