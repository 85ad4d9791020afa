//! What is given once for each language.

use super::{Decode, DecodeIn, Decoder, first_line};
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, PerLang};
use crate::load::markdown;
use crate::load::yaml::{Node, Tree};
use crate::study::Text;

impl<T: DecodeIn> Decode for PerLang<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Tree::Map(_) = &node.tree else {
            let message = format!("expected a map of languages, found {}", node.kind());
            let example: Vec<_> =
                decoder.languages.iter().map(|lang| format!("{lang}: …")).collect();
            decoder.report(
                Diagnostic::new(Code::WrongType, node.span, message).help(format!(
                    "give it in each language: `{{{}}}`",
                    example.join(", ")
                )),
            );
            return None;
        };
        let entries = decoder.entries(node, "a map of languages")?;
        let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
        decoder.refuse_unknown(&entries, &tags);
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
                decoder.report(missing_language(lang, node, decoder));
                source.clone().flatten().filter(|_| decoder.draft)
            })
        })
    }

    fn shape() -> String {
        format!("{} in each language", T::shape_in())
    }
}

fn missing_language(lang: Lang, node: &Node, decoder: &Decoder<'_>) -> Diagnostic {
    let at = first_line(decoder.input, node.span);
    let diagnostic = Diagnostic::new(
        Code::MissingLanguage,
        at,
        format!("the text in `{lang}` is missing"),
    );
    if decoder.draft { diagnostic.as_warning() } else { diagnostic }
}

impl DecodeIn for Text {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = String::decode(node, decoder)?;
        let content = markdown::line(&text, node.span, decoder.input, decoder.found);
        Some(Self { lang, content, span: node.span })
    }

    fn shape_in() -> String {
        "a text".to_owned()
    }
}

impl DecodeIn for Vec<String> {
    fn decode_in(node: &Node, _: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        Self::decode(node, decoder)
    }

    fn shape_in() -> String {
        "a list of texts".to_owned()
    }
}
