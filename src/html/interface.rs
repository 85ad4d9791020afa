//! What pages need to know of a language beside its edition.

use super::Theme;
use crate::lang::PerLang;
use crate::locale::{Locale, Messages};

/// How a language writes, and the interface texts in it.
#[derive(Debug)]
pub struct Interface {
    /// How the language writes.
    pub locale: Locale,
    /// The interface texts, with those that the study words anew.
    pub messages: Messages,
    /// The theme, which speaks the language.
    pub(super) theme: Theme,
}

impl Interface {
    /// The interface of every language of a study, whose pages have this theme.
    pub fn of(messages: &PerLang<Messages>, theme: &Theme) -> PerLang<Self> {
        messages.map(|lang, messages| Self {
            locale: Locale::new(lang),
            messages: messages.clone(),
            theme: theme.speaking(messages),
        })
    }
}
