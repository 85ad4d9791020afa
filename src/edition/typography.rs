//! The words of a line as a typesetter sets them. The rules are those of the language;
//! here a line is taken apart into what they may change and what they only see.

use crate::lang::Lang;
use crate::locale::{OBJECT, Stretch};

use super::context::Context;
use super::{Inline, Mark, plain};

/// The line with the quotation marks, dashes and spaces of its language, unless the study
/// wants its texts as they are typed.
pub(super) fn set(cx: &Context<'_>, lang: Lang, mut line: Vec<Inline>) -> Vec<Inline> {
    if cx.common.study.typography {
        let mut stretches = Vec::new();
        take_apart(&line, &mut stretches);
        let set = cx.common.tongue(lang).locale.typeset(stretches);
        put_back(&mut line, &mut set.into_iter());
    }
    line
}

/// Words that are a line of their own.
pub(super) fn words(cx: &Context<'_>, words: &str) -> String {
    match cx.common.study.typography {
        true => cx.locale().typeset_words(words),
        false => words.to_owned(),
    }
}

/// One stretch for each part that shows something, in the order of the line. Nothing in a
/// link to another site is changed: its words may be an address. Words in another language
/// are set already.
fn take_apart(line: &[Inline], stretches: &mut Vec<Stretch>) {
    for inline in line {
        let (text, fixed) = match inline {
            Inline::Text(words) => (words.clone(), false),
            Inline::Link { content, .. }
            | Inline::Mark(Mark::Foreign { content, .. }) => (plain(content), true),
            Inline::Mark(Mark::Value(text) | Mark::Words(text)) => (text.clone(), true),
            Inline::Mark(Mark::Reference { content, .. }) => {
                take_apart(content, stretches);
                continue;
            }
            // A raised number or letter is not heard between the words around it.
            Inline::Mark(
                Mark::Note { .. }
                | Mark::Disputed { .. }
                | Mark::Flags(_)
                | Mark::Outdated,
            ) => (String::new(), true),
            Inline::Mark(Mark::Citation(_))
            | Inline::Code(_)
            | Inline::Superscript(_)
            | Inline::Subscript(_) => (OBJECT.to_owned(), true),
            Inline::Break => ("\n".to_owned(), true),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Struck(content) => {
                take_apart(content, stretches);
                continue;
            }
        };
        stretches.push(Stretch { text, fixed });
    }
}

/// Gives each part its text; those that were taken apart are walked in the same order.
fn put_back(line: &mut [Inline], texts: &mut impl Iterator<Item = String>) {
    for inline in line {
        match inline {
            Inline::Text(words) => *words = texts.next().unwrap_or_default(),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Struck(content)
            | Inline::Mark(Mark::Reference { content, .. }) => put_back(content, texts),
            Inline::Link { .. }
            | Inline::Mark(_)
            | Inline::Code(_)
            | Inline::Superscript(_)
            | Inline::Subscript(_)
            | Inline::Break => drop(texts.next()),
        }
    }
}
