//! Diagnostics as text for people and as JSON for programs.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Label, Severity, plain};
use crate::source::{Input, SheetPlace};

/// The diagnostics as a terminal shows them, with colours if `colour`.
///
/// What an author wrote is quoted without control characters: they would be orders to
/// the terminal.
pub fn human(diagnostics: &[Diagnostic], input: &Input, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&without_lines(&renderer.render(&[group(diagnostic, input)])));
        text.push_str("\n\n");
    }
    text
}

/// What stands behind the address of a cell, so that the line and the column that the
/// renderer adds are known: no character, so that it is in no path and no text.
const NO_LINE: char = '\u{fffe}';

fn without_lines(text: &str) -> String {
    let mut parts = text.split(NO_LINE);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit())
    })
}

fn group<'a>(diagnostic: &'a Diagnostic, input: &'a Input) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for (i, label) in diagnostic.labels.iter().enumerate() {
        let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = placed(group, label, kind, input);
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(plain(help)));
    }
    group
}

/// The group with a place: `file:line:column`, or `file, sheet!cell`, and the line.
fn placed<'a>(
    group: Group<'a>,
    label: &'a Label,
    kind: AnnotationKind,
    input: &'a Input,
) -> Group<'a> {
    let path = plain(&input.file(label.span.file).path);
    let source = input.readable_text(label.span.file);
    let range = visible(source, label.span.start as usize, label.span.end as usize);
    let annotated = |range| match label.text.as_str() {
        "" => kind.span(range),
        text => kind.span(range).label(plain(text)),
    };
    let Some(place) = input.sheet_place(label.span) else {
        let snippet = Snippet::source(quoted(source)).path(path);
        return group.element(snippet.annotation(annotated(range)));
    };
    let SheetPlace { address, row, line, .. } = place;
    let range = range.start - line.start..range.end - line.start;
    let place = format!("{path}, {}{NO_LINE}", plain(&address));
    let snippet = Snippet::source(quoted(&source[line])).line_start(row).path(place);
    group.element(snippet.annotation(annotated(range)))
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
/// `line`, `column` from 1 in characters, `start` and `end` in bytes, `text`) and `help`. In
/// a workbook `line` and `column` are those of the cell, which `cell` names, and `start` and
/// `end` are bytes of the sheets as text.
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
            let mut shown = json!({
                "file": input.file(label.span.file).path,
                "line": line,
                "column": column,
                "start": label.span.start,
                "end": label.span.end,
                "text": label.text,
            });
            if let Some(place) = input.sheet_place(label.span) {
                shown["cell"] = place.address.into();
            }
            shown
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
