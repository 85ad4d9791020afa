//! Endings that come off a word, so that all its forms are found: light rules, which may
//! leave less than the root, but the same of each form.

mod english;
mod kazakh;
mod russian;

use crate::locale::Tongue;

/// Endings of one kind. The longest that a word may lose comes off, again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Endings {
    /// Two letters may stay, where three may, if the first of them is one of these and the
    /// second none of those: «үй», «ел».
    pub(super) short: Option<(&'static str, &'static str)>,
    /// The endings by what they stand after.
    pub(super) groups: &'static [Group],
}

/// Endings that stand after the same sounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// The letters that they may stand after; any, where there are none.
    pub(super) after: &'static str,
    /// How many letters stay at least, where nothing stands in place of the ending.
    pub(super) stay: usize,
    /// The endings, and after `=` what stands in place of one.
    pub(super) endings: &'static str,
}

/// The endings of a language, one kind after another.
pub(super) fn of(tongue: Tongue) -> &'static [Endings] {
    match tongue {
        Tongue::English => &english::ENDINGS,
        Tongue::Kazakh => &kazakh::ENDINGS,
        Tongue::Russian => &russian::ENDINGS,
        Tongue::Other => &[],
    }
}

/// Endings after any sound.
const fn anywhere(endings: &'static str) -> Group {
    Group { after: "", stay: 3, endings }
}

/// Endings after these sounds.
const fn after(after: &'static str, endings: &'static str) -> Group {
    Group { after, stay: 3, endings }
}
