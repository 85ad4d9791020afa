//! The words of editions as files give them.

use serde_json::{Map, Value};

use super::fields::Means;
use crate::edition::{self, Edition, Text, written_out};
use crate::lang::{Lang, PerLang};
use crate::locale::Messages;
use crate::prose;
use crate::study::{Mark, Texts};

/// Words with spaces that programs know, for no line breaks there.
pub(super) fn words(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The words of a text of the study in one of its languages.
pub(super) fn plain(texts: &Texts, lang: Lang) -> String {
    let content = &texts.get(lang).content;
    words(&prose::plain(content, &mut |_: &Mark| String::new()))
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
    /// The interface texts of each of them.
    pub(super) messages: &'e PerLang<Messages>,
}

impl Described<'_> {
    /// A text of the dataset in each language.
    pub(super) fn text(
        self,
        text: impl Fn(&edition::Dataset) -> Option<&Text>,
    ) -> Wording {
        self.each(|edition, dataset| Some(said(text(dataset)?, edition)))
    }

    /// What a code of the variable `at` this position stands for, in each language.
    pub(super) fn code(self, at: usize, means: Means) -> Wording {
        match means {
            Means::Level(level) => {
                self.text(|d| Some(&d.variables.get(at)?.levels.get(level)?.label))
            }
            Means::Reason(reason) => self.text(|d| Some(&d.missing.get(reason)?.1)),
            Means::Flags(flags) => self.each(|edition, _| {
                let messages = self.messages.get(edition.lang);
                let said = flags.iter().map(|flag| messages.get(flag.key()));
                Some(words(&said.collect::<Vec<_>>().join("; ")))
            }),
        }
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
