//! Three dots are one sign.

use super::Tongue;
use super::line::{Edit, Line};

/// `...` becomes `…`. Two dots, as in `?..`, and more than three are left alone.
pub(super) fn edits(line: &Line, _: Tongue) -> Vec<Edit> {
    let alone = |at: &usize| {
        (*at..at + 3).all(|at| line.has(at, '.'))
            && line.before(*at) != Some('.')
            && line.letter(at + 3) != Some('.')
    };
    let dots = line.find(|letter| letter == '.');
    dots.filter(alone).map(|at| Edit { range: at..at + 3, text: "…" }).collect()
}
