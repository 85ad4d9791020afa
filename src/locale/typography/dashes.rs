//! Dashes between words, typed as one to three hyphens.

use std::ops::Range;

use super::Tongue;
use super::line::{Edit, Line, is_digit, is_open};

/// Hyphens between spaces become the dash of the language with its spaces; two or three
/// between words do too, in English without spaces.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    runs(line).into_iter().filter_map(|run| edit(line, run, tongue)).collect()
}

/// Runs of one to three hyphens that may be changed.
fn runs(line: &Line) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in line.find(|letter| letter == '-') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| run.len() <= 3);
    runs
}

fn edit(line: &Line, run: Range<usize>, tongue: Tongue) -> Option<Edit> {
    let (before, after) = (line.before(run.start), line.letter(run.end));
    let text = match (is_open(before), is_open(after)) {
        (true, true) if before.is_none() && after.is_none() => return None,
        (true, true) => dash(tongue),
        (false, false) if run.len() == 1 => return None,
        (false, false) if is_digit(before) && is_digit(after) => "–",
        (false, false) => closed_dash(tongue),
        _ => return None,
    };
    Some(Edit { range: run, text })
}

/// Between spaces.
fn dash(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => "–",
        _ => "—",
    }
}

/// Between letters.
fn closed_dash(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => "—",
        _ => "\u{a0}— ",
    }
}
