//! The texts of the interface: as they are known here, as a study words them anew, and in a
//! language that has none here.

use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Decode, Decoder};
use super::layout::Translations;
use super::study::parse;
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, PerLang};
use crate::locale::{KazakhLatin, Messages, PercentWord};
use crate::source::{FileId, Span};

/// How many of the messages that are missing are named.
const NAMED: usize = 12;

/// The interface texts; a file that words them anew is never required.
pub(super) fn messages(
    files: &Translations,
    latin: Option<&KazakhLatin>,
    percent_word: PercentWord,
    decoder: &mut Decoder<'_>,
) -> PerLang<Messages> {
    let messages = PerLang::new(decoder.languages, |lang| {
        let mut messages = Messages::with_percent_word(lang, percent_word);
        let Some(file) = files.get(lang.as_str()) else {
            missing(lang, None, &BTreeSet::new(), decoder);
            return messages;
        };
        let Some(root) = parse(*file, decoder) else { return messages };
        let entries = decoder.entries(&root, "a map").unwrap_or_default();
        let known: Vec<_> = Messages::keys().map(str::to_owned).collect();
        decoder.refuse_unknown(&entries, &known);
        let given = entries.iter().map(|(key, _)| key.value.as_str()).collect();
        missing(lang, Some(*file), &given, decoder);
        for (key, node) in entries.iter().filter(|(key, _)| known.contains(&key.value)) {
            let Some(text) = String::decode(node, decoder) else { continue };
            let own = BTreeMap::from([(key.value.clone(), text)]);
            match messages.clone().with_overrides(own) {
                Ok(worded) => messages = worded,
                Err(wrong) => wrong.iter().for_each(|wrong| {
                    let message = wrong.to_string();
                    decoder.report(Diagnostic::new(Code::BadValue, node.span, message));
                }),
            }
        }
        messages
    });
    match latin {
        Some(latin) => {
            let written = messages.get(latin.from()).map(|text| latin.write(text));
            messages.with(latin.to(), written)
        }
        None => messages,
    }
}

/// Warns of messages that a study gives no words in a language whose texts are not known:
/// `given` are the keys of its file, if it has one.
fn missing(
    lang: Lang,
    file: Option<FileId>,
    given: &BTreeSet<&str>,
    decoder: &mut Decoder<'_>,
) {
    let missing: Vec<_> = Messages::keys().filter(|key| !given.contains(key)).collect();
    if Messages::are_known(lang) || missing.is_empty() {
        return;
    }
    let message =
        format!("the interface is partly in English: messages without words in `{lang}`");
    let warning = match file {
        Some(file) => {
            Diagnostic::new(Code::MissingMessage, Span::start_of(file), message)
        }
        None => Diagnostic::global(Code::MissingMessage, message),
    };
    let named = missing.get(..NAMED).unwrap_or(&missing).join(", ");
    let rest = if missing.len() > NAMED { " and others" } else { "" };
    decoder.report(
        warning
            .help(format!("word them in `content/messages/{lang}.yaml`: {named}{rest}"))
            .help("docs/reference.md has all of them in English, Kazakh and Russian"),
    );
}
