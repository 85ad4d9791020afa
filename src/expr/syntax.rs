//! What an author is told of a text that is no expression.

use std::ops::Range;

use super::Failure;
use crate::source::Place;

/// Longest expression that is parsed, in bytes.
const MAX_BYTES: usize = 4_000;

/// Deepest nesting of brackets that is parsed: the parser recurses.
const MAX_NESTING: usize = 32;

/// Most operators, dots and brackets that are parsed: `1 + 1 + 1` is as deep as it is
/// long, and both the parser and the evaluator go down.
const MAX_SIGNS: usize = 300;

/// Why `text` is not even given to the parser.
pub(super) fn too_large(text: &str) -> Option<String> {
    if text.len() > MAX_BYTES {
        return Some(format!("the expression is longer than {MAX_BYTES} bytes"));
    }
    let (mut depth, mut deepest, mut signs) = (0_usize, 0, 0);
    for byte in unquoted(text) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        signs += usize::from(b"([{!-?:+*/%.<>=&|".contains(&byte));
    }
    if deepest > MAX_NESTING {
        Some(format!("the expression is nested deeper than {MAX_NESTING} levels"))
    } else if signs > MAX_SIGNS {
        Some(format!("the expression has more than {MAX_SIGNS} operators and brackets"))
    } else {
        None
    }
}

/// The bytes that stand in no quoted text.
fn unquoted(text: &str) -> impl Iterator<Item = u8> {
    let mut quote = None;
    let mut escaped = false;
    text.bytes().filter(move |byte| {
        let outside = quote.is_none();
        match (quote, *byte) {
            _ if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(open), byte) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            _ => {}
        }
        outside
    })
}

/// The parser's errors in the words of this program, each at its place; of several at one
/// place the first, since the others follow from it, and of the signs of one foreign word
/// all together.
pub(super) fn failures(
    errors: &[cel::ParseError],
    text: &str,
    place: &Place,
) -> Vec<Failure> {
    let mut told: Vec<(Range<usize>, String)> = Vec::new();
    for error in errors {
        let (range, message) = (range(error, text), message(&error.msg));
        match told.last_mut() {
            Some((last, _)) if last.start == range.start => {}
            Some((last, words))
                if last.end == range.start && both_foreign(words, &message) =>
            {
                last.end = range.end;
                *words = foreign(&text[last.clone()]);
            }
            _ => told.push((range, message)),
        }
    }
    // What the parser makes of the rest after a foreign sign is no news.
    if told.iter().any(|(_, message)| message.ends_with(FOREIGN)) {
        told.retain(|(_, message)| message.ends_with(FOREIGN));
    }
    told.into_iter()
        .map(|(range, message)| {
            let help =
                (message == foreign("=")).then_some("to compare two values write `==`");
            let failure = Failure::new(message, place.part(range));
            help.into_iter().fold(failure, Failure::help)
        })
        .collect()
}

/// The sign that an error is about. The parser counts lines and characters from 1.
fn range(error: &cel::ParseError, text: &str) -> Range<usize> {
    let (line, column) = error.pos;
    let before = text.split_inclusive('\n').take(usize::try_from(line - 1).unwrap_or(0));
    let line_start = before.map(str::len).sum::<usize>();
    let column = usize::try_from(column - 1).unwrap_or(0);
    match text[line_start..].char_indices().nth(column) {
        Some((at, sign)) => line_start + at..line_start + at + sign.len_utf8(),
        None => text.len()..text.len(),
    }
}

fn foreign(sign: &str) -> String {
    format!("`{sign}` {FOREIGN}")
}

/// What is said of signs that no expression has.
const FOREIGN: &str = "has no meaning in an expression";

fn both_foreign(one: &str, other: &str) -> bool {
    one.ends_with(FOREIGN) && other.ends_with(FOREIGN)
}

/// The sentence of an error without the parser's own terms and its list of every sign
/// that it would have taken.
fn message(error: &str) -> String {
    let error = error.strip_prefix("Syntax error: ").unwrap_or(error);
    let error = error.split(" expecting ").next().unwrap_or(error);
    if error.contains("<EOF>") && !error.starts_with("missing") {
        return "the expression ends too early".to_owned();
    }
    let quoted = error.split_once('\'').map(|(_, rest)| rest.trim_end_matches('\''));
    let wanted = quoted.map(|rest| rest.split('\'').next().unwrap_or(rest));
    match (error, wanted) {
        (error, Some(sign)) if error.starts_with("missing") => {
            format!("`{sign}` is missing")
        }
        (error, _) if error.starts_with("token recognition error") => {
            foreign(quoted.unwrap_or("").trim())
        }
        (error, Some(sign))
            if error.starts_with("mismatched input")
                || error.starts_with("extraneous input") =>
        {
            format!("`{sign}` is not expected here")
        }
        (error, Some(_)) if error.starts_with("no viable alternative") => {
            "this is not understood".to_owned()
        }
        _ => error.to_owned(),
    }
}
