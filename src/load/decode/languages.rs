//! What is given once for each language.

use super::{Decode, DecodeIn, Decoder, wrong_type};
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, PerLang};
use crate::load::markdown;
use crate::load::yaml::{Node, Tree};
use crate::source::{Span, Spanned};
use crate::study::{Line, Part, PartKind, Role, Text, Texts};

impl<T: DecodeIn> Decode for PerLang<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        each(node, decoder, |lang, node, decoder| {
            Some(missing_language(lang, node, decoder))
        })
    }

    fn shape() -> String {
        format!("{} in each language", T::shape_in())
    }
}

/// A text in the language of the original, and in those others that have it.
#[derive(Debug)]
pub(in crate::load) struct InSource(pub(in crate::load) Texts);

impl Decode for InSource {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let missing = |lang, node: &Node, decoder: &Decoder<'_>| {
            let is_source = lang == decoder.source_language;
            is_source.then(|| missing_language(lang, node, decoder))
        };
        each(node, decoder, missing).map(Self)
    }

    fn shape() -> String {
        "a text in the language of the original, and in others".to_owned()
    }
}

/// What is given in each language; where one is not, in that of the original, and
/// `missing` says whether that is wrong.
fn each<T: DecodeIn>(
    node: &Node,
    decoder: &mut Decoder<'_>,
    missing: impl Fn(Lang, &Node, &Decoder<'_>) -> Option<Diagnostic>,
) -> Option<PerLang<T>> {
    let Tree::Map(_) = &node.tree else {
        let example: Vec<_> =
            decoder.languages.iter().map(|lang| format!("{lang}: …")).collect();
        decoder.report(
            wrong_type(node, "a map of languages")
                .help(format!("give it in each language: `{{{}}}`", example.join(", "))),
        );
        return None;
    };
    let entries = decoder.entries(node, "a map of languages")?;
    let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
    let meant = decoder.refuse_unknown(&entries, &tags);
    let read = |lang: Lang, decoder: &mut Decoder<'_>| {
        let entry = entries.iter().find(|(key, _)| key.value == lang.as_str())?;
        Some(T::decode_in(&entry.1, lang, decoder))
    };
    let source_language = decoder.source_language;
    let source = read(source_language, decoder);
    PerLang::try_new(decoder.languages, |lang| {
        let own = match lang == source_language {
            true => source.clone(),
            false => read(lang, decoder),
        };
        own.unwrap_or_else(|| {
            if !meant.contains(lang.as_str()) {
                let wrong = missing(lang, node, decoder);
                decoder.found.extend(wrong);
            }
            source.clone().flatten()
        })
    })
}

/// A draft can show the source language in the place of another, but not the other way
/// round.
fn missing_language(lang: Lang, node: &Node, decoder: &Decoder<'_>) -> Diagnostic {
    let at = Span { end: node.span.start, ..node.span };
    let message = format!("the text in `{lang}` is missing");
    let diagnostic = Diagnostic::new(Code::MissingLanguage, at, message);
    match (lang == decoder.source_language, decoder.draft) {
        (true, _) => {
            diagnostic.help(format!("add `{lang}: …`: the others are translated from it"))
        }
        (false, true) => diagnostic.help(format!("add `{lang}: …`")).as_warning(),
        (false, false) => diagnostic.help(format!(
            "add `{lang}: …`, or build with `--draft` to show the source language"
        )),
    }
}

impl DecodeIn for Text {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = String::decode(node, decoder)?;
        let (content, parts) =
            markdown::line(&text, lang, node.span, decoder.input, decoder.found);
        decoder.taken.line(lang, Role::Line, node.span, parts);
        Some(Self { lang, content, span: node.span })
    }

    fn shape_in() -> String {
        "a text".to_owned()
    }
}

impl DecodeIn for Line {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { lang, words: String::decode(node, decoder)? })
    }

    fn shape_in() -> String {
        "a line of plain words".to_owned()
    }
}

impl DecodeIn for Vec<Spanned<String>> {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        let words: Vec<Spanned<String>> = Vec::decode(node, decoder)?;
        for (place, Spanned { value, span }) in (1..).zip(&words) {
            let part = Part { kind: PartKind::Words, text: value.clone(), span: *span };
            decoder.under(&place.to_string(), |decoder| {
                decoder.taken.line(lang, Role::Plain, *span, vec![part]);
            });
        }
        Some(words)
    }

    fn shape_in() -> String {
        "a list of texts".to_owned()
    }
}
