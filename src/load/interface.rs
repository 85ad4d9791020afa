//! The interface in a language that has no texts of its own here.

use std::collections::BTreeSet;

use super::decode::Decoder;
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::locale::Messages;
use crate::source::{FileId, Span};

/// How many of the messages that are missing are named.
const NAMED: usize = 12;

/// Warns of messages that a study gives no words in a language whose texts are not known:
/// `given` are the keys of its file, if it has one.
pub(super) fn missing(
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
