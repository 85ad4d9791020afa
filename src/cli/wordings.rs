//! Two wordings of one text, one above the other.

use super::terminal::{GREEN, PLAIN, RED};
use crate::diag::plain;
use crate::translation::state::{Change, changes};

/// A line for each wording that there is, the words that the other does not have between
/// marks.
pub(super) fn wordings(old: Option<&str>, new: Option<&str>) -> String {
    let [was, is] = match (old, new) {
        (Some(old), Some(new)) => {
            let runs = changes(old, new);
            [Some(side(&runs, false)), Some(side(&runs, true))]
        }
        (old, new) => [old.map(plain), new.map(plain)],
    };
    let line = |name: &str, words: Option<String>| {
        words.map(|words| format!("    {name}  {words}\n")).unwrap_or_default()
    };
    line("was", was) + &line("is ", is)
}

/// One of two wordings.
fn side(runs: &[Change], new: bool) -> String {
    let words = runs.iter().filter_map(|run| match run {
        Change::Same(words) => Some(plain(words)),
        Change::Removed(words) if !new => {
            Some(format!("{RED}[-{}-]{PLAIN}", plain(words)))
        }
        Change::Added(words) if new => {
            Some(format!("{GREEN}{{+{}+}}{PLAIN}", plain(words)))
        }
        Change::Removed(_) | Change::Added(_) => None,
    });
    words.collect::<Vec<String>>().join(" ")
}
