//! What a numeral decides in Kazakh, written in Cyrillic letters, and how nouns decline.
//!
//! A case or possessive ending follows the word that is spoken last: its vowels decide
//! between back and front (`6-ға`, `5-ке`), its last sound between the variants of a
//! consonant (`6-дан`, `5-тен`, `10-нан`). Sources: the vowel harmony and assimilation of
//! any Kazakh grammar; hyphens after digits by the orthography of 2018, §44; decimals,
//! read «бүтін оннан …», by §24.

mod ending;
mod noun;
mod numeral;

pub use ending::{inflect, suffix};
pub use noun::{Harmony, KazakhNoun};
pub use numeral::{last_word, ordinal_word};

pub(super) use numeral::{collective, ordinal, scale_abbreviation, scale_word, word};
