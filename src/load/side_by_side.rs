//! Which languages stand beside each other.

use std::collections::BTreeMap;

use super::decode::Decoder;
use super::format::SideBySideFile;
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::source::{Span, Spanned};

/// The pairs that `study.yaml` names, or else every pair in the order of the languages.
pub(super) fn pairs(
    file: Option<&SideBySideFile>,
    decoder: &mut Decoder<'_>,
) -> Vec<(Lang, Lang)> {
    let Some(SideBySideFile(given)) = file else { return every(decoder.languages) };
    let mut first: BTreeMap<(Lang, Lang), Span> = BTreeMap::new();
    let mut pairs = Vec::new();
    for own in given {
        let Some(pair) = pair(own, decoder) else { continue };
        match first.insert(pair, own.span) {
            None => pairs.push(pair),
            Some(first) => decoder.report(
                Diagnostic::new(Code::BadValue, own.span, "the pair stands twice")
                    .also(first, "first here"),
            ),
        }
    }
    pairs
}

fn every(languages: &[Lang]) -> Vec<(Lang, Lang)> {
    let with = |(at, first): (usize, &Lang)| {
        let first = *first;
        languages[at + 1..].iter().map(move |second| (first, *second))
    };
    languages.iter().enumerate().flat_map(with).collect()
}

fn pair(
    given: &Spanned<Vec<Spanned<Lang>>>,
    decoder: &mut Decoder<'_>,
) -> Option<(Lang, Lang)> {
    let wrong = |message: String, span| {
        Diagnostic::new(Code::BadValue, span, message)
            .help("a pair is two of `languages`: `[en, kk]`")
    };
    let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
    let known = |lang: &Lang| decoder.languages.contains(lang);
    let unknown = given.value.iter().find(|own| !known(&own.value));
    if let Some(Spanned { value, span }) = unknown {
        let tag = value.to_string();
        let message = format!("`{tag}` is not one of `languages`");
        let tags = tags.iter().map(String::as_str);
        decoder.report(wrong(message, *span).suggest(&tag, tags));
        return None;
    }
    match given.value.as_slice() {
        [first, second] if first.value != second.value => {
            Some((first.value, second.value))
        }
        [_, second] => {
            let message = format!("`{}` cannot stand beside itself", second.value);
            decoder.report(wrong(message, second.span));
            None
        }
        other => {
            let count = other.len();
            decoder.report(wrong(
                format!("expected two languages, found {count}"),
                given.span,
            ));
            None
        }
    }
}
