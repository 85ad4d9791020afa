//! Apostrophes inside words: `author's`, «д'Артаньян», and the English `'90s`.

use super::Tongue;
use super::line::{Edit, Line, is_digit};

/// A straight mark inside a word becomes an apostrophe. At the end of a word it may be a
/// quotation mark, and is left to that rule; between digits it is no apostrophe at all.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    let inside = |at: usize| {
        line.before(at).is_some_and(char::is_alphanumeric)
            && line.letter(at + 1).is_some_and(char::is_alphabetic)
    };
    let decade = |at: usize| {
        let before =
            line.before(at).is_none_or(|c| c.is_whitespace() || "([“".contains(c));
        let digits = (at + 1..at + 3).all(|at| is_digit(line.letter(at)));
        before && digits && line.letter(at + 3) == Some('s')
    };
    let marks = line.find(|letter| letter == '\'');
    marks
        .filter(|at| inside(*at) || tongue == Tongue::English && decade(*at))
        .map(|at| Edit::of(at, "’"))
        .collect()
}
