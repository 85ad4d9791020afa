//! Gaps that hold in Kazakh: a numeral and its noun are one.

use super::word::is_roman;
use super::{Gap, has, has_last};

/// Words that a numeral does not count, though they stand after it.
const NOT_COUNTED: &str = "және мен бен пен немесе не әрі ал да де та те бірақ яғни болды \
    болған болып болса болатын болады еді екен емес құрады құраған құрап жетті жеткен жетіп деп \
    саны";

/// Words that a number belongs to.
const NAMES: &str = "№ §";

pub(super) fn holds(gap: &Gap<'_>) -> bool {
    gap.precedes_dash()
        || gap.after_number().is_some_and(is_counted)
        || is_roman(gap.before) && gap.after.starts_with("ғасыр")
        || gap.before_number().is_some_and(|name| has(NAMES, name))
        || gap.before == "т." && gap.after.starts_with("б.")
        || gap.before == "п." && gap.after.starts_with("т.")
        || gap.follows_initial()
        || gap.precedes_initials()
}

/// A noun or a unit, not a name nor a word that joins sentences.
fn is_counted(word: &str) -> bool {
    let small = word.starts_with(|letter: char| letter.is_lowercase());
    (small && !has_last(NOT_COUNTED, word)) || word.starts_with(['₸', '$', '€', '°'])
}
