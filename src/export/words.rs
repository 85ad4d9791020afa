//! The words of editions as files give them.

use serde_json::{Map, Value};

use crate::edition::{self, Edition, Text, written_out};
use crate::lang::Lang;

/// Words with spaces that programs know, for no line breaks there.
pub(super) fn words(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The words of a text with its works written out: a file has no reference list.
pub(super) fn said(text: &Text, edition: &Edition) -> String {
    let parts = written_out(text, &edition.references);
    let whole: String = parts.into_iter().map(|(_, part)| part).collect();
    words(&whole)
}

/// Words by the language that they are in.
pub(super) type Wording = Vec<(Lang, String)>;

/// The dataset that stands at one position in every edition.
#[derive(Clone, Copy)]
pub(super) struct Described<'e> {
    /// The position.
    pub(super) at: usize,
    /// The editions.
    pub(super) editions: &'e [Edition],
}

impl Described<'_> {
    /// A text of the dataset in each language.
    pub(super) fn text(
        self,
        text: impl Fn(&edition::Dataset) -> Option<&Text>,
    ) -> Wording {
        self.each(|edition, dataset| Some(said(text(dataset)?, edition)))
    }

    /// What is said of the dataset in each language, where anything is.
    pub(super) fn each(
        self,
        of: impl Fn(&Edition, &edition::Dataset) -> Option<String>,
    ) -> Wording {
        let said = self.editions.iter().filter_map(|edition| {
            let said = of(edition, edition.datasets.get(self.at)?)?;
            Some((edition.lang, said)).filter(|(_, said)| !said.is_empty())
        });
        said.collect()
    }
}

/// Words as an object with a key for each language.
pub(super) fn by_language(wording: Wording) -> Value {
    let words = wording.into_iter();
    let words = words.map(|(lang, words)| (lang.to_string(), Value::String(words)));
    Value::Object(words.collect())
}

/// Puts words into an object as formats want them that know one language: those of the
/// source language at `key`, and the others at `translations`, by language and key.
pub(super) fn put(
    object: &mut Map<String, Value>,
    key: &str,
    wording: Wording,
    source: Lang,
) {
    for (lang, words) in wording {
        let place = match lang == source {
            true => Some(&mut *object),
            false => inner(object, "translations")
                .and_then(|translations| inner(translations, lang.as_str())),
        };
        if let Some(place) = place {
            place.insert(key.to_owned(), words.into());
        }
    }
}

/// The object at `key` of an object.
fn inner<'o>(
    object: &'o mut Map<String, Value>,
    key: &str,
) -> Option<&'o mut Map<String, Value>> {
    let entry = object.entry(key).or_insert_with(|| Value::Object(Map::new()));
    entry.as_object_mut()
}
