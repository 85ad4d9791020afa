//! English: plurals and forms of verbs.

use super::{Endings, anywhere};

/// An ending that stands for itself is none: `us`, `ss`.
pub(super) const ENDINGS: [Endings; 2] = [
    Endings {
        short: None,
        groups: &[anywhere(
            "s es ed ing ment ss=ss us=us is=is ies=y ied=y \
            nned=n nning=n pped=p pping=p tted=t tting=t gged=g gging=g rred=r rring=r",
        )],
    },
    Endings { short: None, groups: &[anywhere("e y")] },
];
