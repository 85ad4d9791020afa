//! Diagnostics as text for people and as JSON for programs.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Severity, plain};
use crate::source::Input;

/// The diagnostics as a terminal shows them, with colours if `colour`.
///
/// What an author wrote is quoted without control characters: they would be orders to
/// the terminal.
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
        let path = plain(&input.file(label.span.file).path);
        let source = input.readable_text(label.span.file);
        let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = visible(source, label.span.start as usize, label.span.end as usize);
        let mut annotation = kind.span(range);
        if !label.text.is_empty() {
            annotation = annotation.label(plain(&label.text));
        }
        group = group
            .element(Snippet::source(quoted(source)).path(path).annotation(annotation));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(plain(help)));
    }
    group
}

/// A text with all bytes in their places. The renderer replaces control characters but
/// those of [`is_c1`], of which each takes two bytes.
fn quoted(source: &str) -> Cow<'_, str> {
    match source.contains(is_c1) {
        true => source.replace(is_c1, "\u{bf}").into(),
        false => source.into(),
    }
}

/// Control characters of eight bits, such as another way to begin what `ESC [` begins.
fn is_c1(c: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c)
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
