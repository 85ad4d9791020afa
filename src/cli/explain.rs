//! `explain`.

use std::fmt::Write;

use super::Exit;
use super::terminal::Terminal;
use crate::diag::{Code, Severity, nearest};

/// Explains one code, or lists all.
pub(super) fn explain(code: Option<&str>, terminal: &mut Terminal<'_>) -> Exit {
    let Some(name) = code else {
        terminal.result(&list());
        return Exit::Done;
    };
    match Code::find(name) {
        Some(code) => {
            terminal.result(&entry(code));
            Exit::Done
        }
        None => {
            let message = format!("there is no diagnostic `{name}`");
            let names = Code::ALL.iter().map(|code| code.name());
            let near = nearest(name, names).map(|near| format!("did you mean `{near}`?"));
            let list = "`baspa explain` lists them all";
            terminal.wrong_call(&message, Some(near.as_deref().unwrap_or(list)))
        }
    }
}

fn entry(code: Code) -> String {
    format!("{}[{}]\n\n{}\n", severity(code), code.name(), code.explanation())
}

/// Each code with the first line of its explanation, in two columns.
fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let mut text = String::new();
    for code in Code::ALL {
        let explanation = code.explanation();
        let first = explanation.lines().next().unwrap_or_default();
        let _ = writeln!(text, "{:width$}  {first}", code.name());
    }
    text
}

fn severity(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
