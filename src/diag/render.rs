//! Diagnostics as text for people and as JSON for programs.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Severity};
use crate::source::Input;

/// The diagnostics as a terminal shows them, with colours if `colour`.
pub fn human(diagnostics: &[Diagnostic], input: &Input, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostic, input)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(diagnostic: &'a Diagnostic, input: &'a Input) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for (i, label) in diagnostic.labels.iter().enumerate() {
        let file = input.file(label.span.file);
        let source = input.readable_text(label.span.file);
        let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = visible(source, label.span.start as usize, label.span.end as usize);
        let mut annotation = kind.span(range);
        if !label.text.is_empty() {
            annotation = annotation.label(label.text.as_str());
        }
        group = group.element(
            Snippet::source(source).path(file.path.as_str()).annotation(annotation),
        );
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The part of `start..end` that lies in its first line, on character bounds: a long
/// block of text is pointed at by its beginning.
fn visible(source: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = source.floor_char_boundary(start);
    let end = source.floor_char_boundary(end).max(start);
    let line = source[start..end].find('\n').map_or(end, |length| start + length);
    start..line
}

/// The diagnostics as a JSON array: `code`, `severity`, `message`, `labels` (`file`,
/// `line`, `column` from 1 in characters, `start` and `end` in bytes, `text`) and `help`.
pub fn json(diagnostics: &[Diagnostic], input: &Input) -> String {
    let list: Vec<Value> = diagnostics.iter().map(|d| value(d, input)).collect();
    serde_json::to_string_pretty(&list).unwrap_or_default()
}

fn value(diagnostic: &Diagnostic, input: &Input) -> Value {
    let labels: Vec<_> = diagnostic
        .labels
        .iter()
        .map(|label| {
            let (line, column) = input.position(label.span);
            json!({
                "file": input.file(label.span.file).path,
                "line": line,
                "column": column,
                "start": label.span.start,
                "end": label.span.end,
                "text": label.text,
            })
        })
        .collect();
    json!({
        "code": diagnostic.code.name(),
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": diagnostic.message,
        "labels": labels,
        "help": diagnostic.help,
    })
}
