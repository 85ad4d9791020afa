//! What an author is told of a text that is no expression.

use super::Failure;
use crate::source::Place;

/// Longest expression that is parsed, in bytes.
const MAX_BYTES: usize = 4_000;

/// Deepest nesting of brackets that is parsed: the parser recurses.
const MAX_NESTING: usize = 32;

/// Why `text` is not even given to the parser.
pub(super) fn too_large(text: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' | b'-' | b'?' => deepest += usize::from(text.len() > 500),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if text.len() > MAX_BYTES {
        Some(format!("the expression is longer than {MAX_BYTES} bytes"))
    } else if deepest > MAX_NESTING {
        Some(format!("the expression is nested deeper than {MAX_NESTING} levels"))
    } else {
        None
    }
}

/// The parser's errors in the words of this program, each at its place; of several at one
/// place the first, since the others follow from it.
pub(super) fn failures(
    errors: &[cel::ParseError],
    text: &str,
    place: &Place,
) -> Vec<Failure> {
    let mut failures: Vec<Failure> = Vec::new();
    for error in errors {
        let failure = failure(error, text, place);
        if failures.iter().all(|known| known.span != failure.span) {
            failures.push(failure);
        }
    }
    failures
}

fn failure(error: &cel::ParseError, text: &str, place: &Place) -> Failure {
    let (line, column) = error.pos;
    let before = text.split_inclusive('\n').take(usize::try_from(line - 1).unwrap_or(0));
    let start =
        before.map(str::len).sum::<usize>() + usize::try_from(column - 1).unwrap_or(0);
    let start = text.floor_char_boundary(start.min(text.len()));
    let sign = text[start..].chars().next().map_or(0, char::len_utf8);
    Failure::new(message(&error.msg), place.part(start..start + sign))
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
            let sign = quoted.unwrap_or("").trim();
            format!("`{sign}` is no sign of an expression")
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
