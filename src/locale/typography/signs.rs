//! The room at signs that belong to a number: %, ‰, №, §, ₸, and inside abbreviations.

use super::Tongue;
use super::line::{Edit, HOLD, Line, is_digit};

/// Gives signs the room that the language gives them: «41 %», «№ 5» in Russian, `41%` in
/// English and Kazakh. What is set with a space that holds is left alone.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    (0..line.len()).filter_map(|at| edit(line, at, tongue)).collect()
}

fn edit(line: &Line, at: usize, tongue: Tongue) -> Option<Edit> {
    match (line.letter(at)?, tongue) {
        ('%' | '‰', Tongue::Russian) => {
            after_digit(line, at).filter(|_| !has_ending(line, at))
        }
        ('%' | '‰', _) => close(line, at),
        ('₸', Tongue::Russian | Tongue::Kazakh) => after_digit(line, at),
        ('№' | '§', Tongue::Russian) if is_digit(line.letter(at + 1)) => {
            Some(Edit::before(at + 1, HOLD))
        }
        ('.', Tongue::Russian) if is_abbreviated(line, at) => {
            Some(Edit::before(at + 1, HOLD))
        }
        _ => None,
    }
}

/// A space that holds between a digit and the sign at `at`.
fn after_digit(line: &Line, at: usize) -> Option<Edit> {
    is_digit(line.before(at)).then(|| Edit::before(at, HOLD))
}

/// «20%-ный» is written without a space.
fn has_ending(line: &Line, at: usize) -> bool {
    line.letter(at + 1) == Some('-')
}

/// No space between a digit and the sign at `at`.
fn close(line: &Line, at: usize) -> Option<Edit> {
    let start = line.spaces_before(at);
    let spaced = start < at && is_digit(line.before(start));
    spaced.then_some(Edit { range: start..at, text: "" })
}

/// Whether the dot at `at` stands inside «т.е.», «т.д.» and the like.
fn is_abbreviated(line: &Line, at: usize) -> bool {
    let (Some(first), Some(second)) = (line.before(at), line.letter(at + 1)) else {
        return false;
    };
    let before = at.checked_sub(2).and_then(|at| line.letter(at));
    let alone = !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '.');
    let after = line.letter(at + 3);
    let ends =
        line.letter(at + 2) == Some('.') && !after.is_some_and(char::is_alphanumeric);
    let known = match first {
        'т' | 'Т' => "едпкнчо".contains(second),
        'н' => second == 'э',
        'п' => second == 'п',
        _ => false,
    };
    alone && ends && known
}
