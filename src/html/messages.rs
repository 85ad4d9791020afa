//! The interface texts of a language, as templates ask for them.

use std::fmt;
use std::sync::Arc;

/// Looks up an interface text by its key, with values for the names in braces.
type Lookup = dyn Fn(&str, &[(&str, &str)]) -> Option<String> + Send + Sync;

/// The interface texts of one language.
#[derive(Clone)]
pub struct MessageLookup(Arc<Lookup>);

impl MessageLookup {
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

impl fmt::Debug for MessageLookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MessageLookup")
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
    pub messages: MessageLookup,
}
