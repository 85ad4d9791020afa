//! Lists in a sentence.

use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, ListFormatterPreferences};

use super::{Locale, Tongue};

impl Locale {
    /// «A, B және C», “A, B, and C”, «A, B и C».
    pub fn and(&self, items: &[impl AsRef<str>]) -> String {
        if self.tongue == Tongue::Kazakh {
            return kazakh(items, "және");
        }
        let preferences = ListFormatterPreferences::from(&self.icu);
        let formatter =
            ListFormatter::try_new_and(preferences, ListFormatterOptions::default());
        join(formatter.ok(), items)
    }

    /// «A, B немесе C», “A, B, or C”, «A, B или C».
    pub fn or(&self, items: &[impl AsRef<str>]) -> String {
        if self.tongue == Tongue::Kazakh {
            return kazakh(items, "немесе");
        }
        let preferences = ListFormatterPreferences::from(&self.icu);
        let formatter =
            ListFormatter::try_new_or(preferences, ListFormatterOptions::default());
        join(formatter.ok(), items)
    }
}

fn join(formatter: Option<ListFormatter>, items: &[impl AsRef<str>]) -> String {
    let formatter =
        formatter.expect("lists in the compiled data, those of the root at least");
    formatter.format(items.iter().map(AsRef::as_ref)).to_string()
}

/// A Kazakh list with its conjunction: CLDR 48 leaves it out of lists of three and more
/// («A, B, C»), and joins alternatives with the rarer «не» and «не болмаса».
fn kazakh(items: &[impl AsRef<str>], conjunction: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{} {conjunction} {last}", before.join(", "))
        }
        _ => items.concat(),
    }
}
