//! Footnotes: numbered through the whole text in the order of their first mention.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study;

use super::context::{Context, Setting};
use super::{Inline, Mark, Note, Passage, prose};

/// The footnotes of an edition so far.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// The passages whose footnotes can be mentioned, each with the name of its text.
    passages: BTreeMap<usize, (String, &'a study::Passage)>,
    /// Passage and label of each footnote that is mentioned, in the order of the numbers.
    order: Vec<(usize, &'a str)>,
    /// How often each of them was mentioned.
    mentions: Vec<usize>,
}

/// A passage whose footnotes stand with the study's text: of the text with this name.
pub(super) fn passage<'a>(
    cx: &mut Context<'a>,
    number: usize,
    name: &str,
    passage: &'a study::Passage,
) -> Passage {
    cx.notes.passages.insert(number, (name.to_owned(), passage));
    let setting = Setting { passage: Some(number), ..Setting::of(passage.lang) };
    prose::passage(cx, setting, name, passage)
}

/// The mark of a footnote.
pub(super) fn mention<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    label: &'a Spanned<String>,
) -> Inline {
    let Some(passage) = setting.passage else {
        cx.diagnostics.push(
            Diagnostic::new(
                Code::BadMarkdown,
                label.span,
                format!("the footnote `{}` has no place here", label.value),
            )
            .help("footnotes belong to the abstract and the sections"),
        );
        return Inline::Text(String::new());
    };
    let own = cx.notes.passages.get(&passage).map(|(_, passage)| &passage.notes);
    if !own.is_some_and(|notes| notes.contains_key(&label.value)) {
        let known: Vec<&str> = own.into_iter().flatten().map(|(own, _)| &**own).collect();
        let message = format!("there is no footnote `{}` in this file", label.value);
        cx.diagnostics.push(
            Diagnostic::new(Code::UnknownReference, label.span, message)
                .suggest(&label.value, known),
        );
        return Inline::Text(String::new());
    }
    let (number, mention) = cx.notes.count((passage, &label.value));
    Inline::Mark(Mark::Note { number, mention })
}

impl<'a> Notes<'a> {
    /// The number of a footnote, and which mention of it this is.
    fn count(&mut self, note: (usize, &'a str)) -> (usize, usize) {
        let at = self.order.iter().position(|own| *own == note).unwrap_or_else(|| {
            self.order.push(note);
            self.mentions.push(0);
            self.order.len() - 1
        });
        self.mentions[at] += 1;
        (at + 1, self.mentions[at])
    }
}

/// The texts of all footnotes that are mentioned, those in footnotes too; the others are
/// reported.
pub(super) fn all(cx: &mut Context<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    while let Some((number, label)) = cx.notes.order.get(notes.len()).copied() {
        let (name, passage) = cx.notes.passages[&number].clone();
        let setting = Setting { passage: Some(number), ..Setting::of(passage.lang) };
        let note = &passage.notes[label];
        cx.lines = cx.outdated.lines(&name, passage.lang, &note.units);
        let blocks = prose::with_notes(cx, setting, &note.blocks);
        let body = Passage { lang: passage.lang, blocks, outdated: None };
        notes.push(Note { key: (number, label.to_owned()), body });
    }
    unused(cx);
    notes
}

fn unused(cx: &mut Context<'_>) {
    let used: BTreeSet<(usize, &str)> = cx.notes.order.iter().copied().collect();
    for (number, (_, passage)) in &cx.notes.passages {
        let own = passage.notes.iter();
        for (label, note) in
            own.filter(|(label, _)| !used.contains(&(*number, label.as_str())))
        {
            cx.diagnostics.push(
                Diagnostic::new(
                    Code::BadMarkdown,
                    note.span,
                    format!("the footnote `{label}` is never mentioned"),
                )
                .help(format!("mention it in the text: `[^{label}]`")),
            );
        }
    }
}
