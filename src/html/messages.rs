//! The interface texts of a language, as templates ask for them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::lang::PerLang;
use crate::locale::{self, Locale};

/// Looks up an interface text by its key, with values for the names in braces.
type Lookup = dyn Fn(&str, &[(&str, &str)]) -> Option<String> + Send + Sync;

/// The interface texts of one language.
#[derive(Clone)]
pub struct Messages(Arc<Lookup>);

impl Messages {
    /// The texts that `lookup` finds: the key, then values such as `("n", "3")` for the
    /// `{n}` of the text; `None` for a key that is not known.
    pub fn new(
        lookup: impl Fn(&str, &[(&str, &str)]) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(lookup))
    }

    /// The text of a key that this program asks for, or the key where it is missing.
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[]).unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key with its values.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        (self.0)(key, values)
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Messages")
    }
}

/// What pages need to know of a language beside its edition.
#[derive(Debug, Clone)]
pub struct Interface {
    /// The language's own name, such as `Қазақша`.
    pub name: String,
    /// What stands before the decimals of a number, `.` or `,`.
    pub decimal_sign: char,
    /// The interface texts.
    pub messages: Messages,
}

/// What pages need to know of each language of a study; `own` are the texts that the
/// study words anew, by key.
pub fn interfaces(own: &PerLang<BTreeMap<String, String>>) -> PerLang<Interface> {
    own.map(|lang, own| {
        let locale = Locale::new(lang);
        let built_in = locale::Messages::built_in(lang);
        let texts = built_in.clone().with_overrides(own.clone()).unwrap_or(built_in);
        let lookup = move |key: &str, values: &[(&str, &str)]| {
            texts.find(key).map(|text| locale::fill(text, values))
        };
        Interface {
            name: locale.own_name().to_owned(),
            decimal_sign: locale.decimal_sign(),
            messages: Messages::new(lookup),
        }
    })
}
