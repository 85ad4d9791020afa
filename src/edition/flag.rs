//! Flags in the words of a language.

use crate::locale::{Flags, Messages};

use super::FlagMark;

/// The flags with what each means.
pub(super) fn marks(messages: &Messages, flags: Flags) -> Vec<FlagMark> {
    let mark = |flag: crate::locale::Flag| FlagMark {
        code: flag.code(),
        meaning: messages.get(flag.key()).to_owned(),
    };
    flags.iter().map(mark).collect()
}
