//! The marks of a line: values, references, citations and footnotes.

use crate::diag::{Code, Diagnostic};
use crate::expr::{Expression, Value};
use crate::lang::Lang;
use crate::locale::Piece;
use crate::prose;
use crate::source::Spanned;
use crate::study;

use super::context::{Context, Setting};
use super::numbering::Anchor;
use super::{Cited, Inline, Mark, claim, flag, locator, note, prose as text};

/// A mark with nothing left to look up.
pub(super) fn mark<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    mark: &'a study::Mark,
) -> Vec<Inline> {
    vec![match mark {
        study::Mark::Value(expression) => return value(cx, setting, expression),
        study::Mark::Reference { target, content } => {
            reference(cx, setting, target, content)
        }
        study::Mark::Claim { name, content } => {
            return claim::words(cx, setting, name, content);
        }
        study::Mark::Number => Inline::Text(match setting.number {
            Some(number) => number.to_string(),
            None => "{number}".into(),
        }),
        study::Mark::Citation(works) => citation(cx, setting, works),
        study::Mark::Note(label) => note::mention(cx, setting, label),
    }]
}

/// Numbers and dates stay in one piece; words may be broken across lines as any other.
/// The label of a level is a text of its author, to be set as any other; all else stays
/// as the expression gives it.
pub(super) fn value<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    expression: &Expression,
) -> Vec<Inline> {
    let Some(value) = cx.evaluate(setting, expression) else {
        return vec![unresolved(expression.text())];
    };
    let label = matches!(value, Value::Level { .. });
    match value.write(&cx.common.tongue(setting.lang).locale) {
        Ok(phrase) => phrase
            .pieces()
            .iter()
            .map(|own| piece(cx, setting.lang, own, label))
            .collect(),
        Err(why) => {
            cx.diagnostics.push(unprintable(expression, why));
            vec![unresolved(expression.text())]
        }
    }
}

/// What is said of a value that cannot be written, and what to do.
pub(super) fn unprintable(
    expression: &Expression,
    (message, help): (String, String),
) -> Diagnostic {
    Diagnostic::new(Code::Unprintable, expression.span(), message).help(help)
}

/// A piece of a value, which may be the label of a level.
fn piece(cx: &mut Context<'_>, lang: Lang, piece: &Piece, label: bool) -> Inline {
    match piece {
        Piece::Flags(flags) => {
            cx.flags = cx.flags.and(*flags);
            Inline::Mark(Mark::Flags(flag::marks(
                &cx.common.tongue(lang).messages,
                *flags,
            )))
        }
        Piece::Number(text) => Inline::Mark(Mark::Value(text.clone())),
        Piece::Words(text) if label => Inline::Text(text.clone()),
        Piece::Words(text) => Inline::Mark(Mark::Words(text.clone())),
    }
}

/// What stands in the place of a mark that is reported as an error.
fn unresolved(text: &str) -> Inline {
    Inline::Code(text.to_owned())
}

fn reference<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    target: &'a Spanned<String>,
    content: &'a [study::Inline],
) -> Inline {
    let Some(anchor) = cx.common.numbering.anchor(&target.value) else {
        unknown(cx, target);
        return unresolved(&target.value);
    };
    let content = if content.is_empty() {
        vec![Inline::Text(wording(cx, setting, &target.value, anchor))]
    } else {
        let setting = Setting { number: number(anchor), ..setting };
        let resolved = text::inlines(cx, setting, content);
        if setting.number.is_none() && content.iter().any(has_number) {
            let message = format!(
                "`#{}` is a heading below a section's: it has no number",
                target.value
            );
            cx.diagnostics.push(
                Diagnostic::new(Code::BadMarkdown, target.span, message)
                    .help("refer to it by its words"),
            );
        }
        if resolved.iter().any(has_link) {
            let message = "a link, citation or footnote inside the words of a reference";
            cx.diagnostics.push(Diagnostic::new(Code::BadMarkdown, target.span, message));
        }
        resolved
    };
    Inline::Mark(Mark::Reference { anchor: target.value.clone(), content })
}

fn unknown(cx: &mut Context<'_>, target: &Spanned<String>) {
    let unreadable = &cx.common.study.unreadable;
    if unreadable.sections || unreadable.ids.contains(&target.value) {
        return;
    }
    let ids = cx.common.numbering.ids();
    let ids = ids.chain(unreadable.ids.iter().map(String::as_str));
    cx.diagnostics.push(
        Diagnostic::new(
            Code::UnknownReference,
            target.span,
            format!("there is no section, heading, figure or table `{}`", target.value),
        )
        .suggest(&target.value, ids),
    );
}

fn number(anchor: Anchor) -> Option<usize> {
    match anchor {
        Anchor::Section(n) | Anchor::Figure(n) | Anchor::Table(n) => Some(n),
        Anchor::Summary | Anchor::Heading(_) => None,
    }
}

/// The language's own wording; of a heading, which has no number, its words.
fn wording<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    id: &str,
    anchor: Anchor,
) -> String {
    let messages = &cx.common.tongue(setting.lang).messages;
    let with = |key, n: usize| messages.format(key, &[("n", &n.to_string())]);
    match anchor {
        Anchor::Section(n) => with("section_ref", n),
        Anchor::Figure(n) => with("figure_ref", n),
        Anchor::Table(n) => with("table_ref", n),
        Anchor::Summary => heading_words(cx, cx.common.study.summary.get(cx.lang), id),
        Anchor::Heading(section) => {
            let translations = &cx.common.study.sections[section].translations;
            heading_words(cx, &translations.get(cx.lang).passage, id)
        }
    }
}

/// The words of a heading of `passage`.
fn heading_words<'a>(
    cx: &mut Context<'a>,
    passage: &'a study::Passage,
    id: &str,
) -> String {
    match heading(&passage.blocks, id) {
        Some(content) => text::bare(cx, Setting::of(passage.lang), content),
        None => id.to_owned(),
    }
}

fn heading<'a>(blocks: &'a [study::Block], wanted: &str) -> Option<&'a [study::Inline]> {
    blocks.iter().find_map(|block| match block {
        prose::Block::Heading { id, content, .. } if id == wanted => {
            Some(content.as_slice())
        }
        prose::Block::Quote(inner) => heading(inner, wanted),
        prose::Block::List { items, .. } => {
            items.iter().find_map(|item| heading(item, wanted))
        }
        _ => None,
    })
}

fn has_number(inline: &study::Inline) -> bool {
    match inline {
        prose::Inline::Mark(study::Mark::Number) => true,
        _ => inline.children().iter().any(has_number),
    }
}

fn has_link(inline: &Inline) -> bool {
    match inline {
        Inline::Link { .. } => true,
        Inline::Mark(mark) => {
            !matches!(mark, Mark::Value(_) | Mark::Words(_) | Mark::Flags(_))
        }
        _ => inline.children().iter().any(has_link),
    }
}

/// Works that are not known are reported and left out.
fn citation<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    works: &'a [study::Citation],
) -> Inline {
    let cited = works.iter().filter_map(|work| cite(cx, setting, work)).collect();
    Inline::Mark(Mark::Citation(cited))
}

fn cite<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    work: &'a study::Citation,
) -> Option<Cited> {
    let references = &cx.common.study.references;
    let key = &work.key.value;
    let Some(at) = references.iter().position(|own| own.key.value == *key) else {
        let unreadable = &cx.common.study.unreadable;
        if !unreadable.references && !unreadable.ids.contains(key) {
            let known = references.iter().map(|own| own.key.value.as_str());
            cx.diagnostics.push(
                Diagnostic::new(
                    Code::UnknownReference,
                    work.key.span,
                    format!("there is no reference `{key}`"),
                )
                .suggest(key, known),
            );
        }
        return None;
    };
    let mention = cx.cited.entry(at).or_default();
    *mention += 1;
    let mention = *mention;
    let messages = &cx.common.tongue(setting.lang).messages;
    let locator = work.locator.as_deref().map(|text| locator::write(messages, text));
    Some(Cited { number: at + 1, key: key.clone(), mention, locator })
}
