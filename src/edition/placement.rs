//! Whether every figure and table has its one place.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::{Span, Spanned};
use crate::study::{Block, Passage, Placed, Study};

use super::numbering::source;

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Figures.
    Figure,
    /// Tables.
    Table,
}

/// Everything that is placed in `blocks`, in its order.
pub(super) fn placed(blocks: &[Block]) -> Vec<&Placed> {
    let mut found = Vec::new();
    collect(blocks, &mut found);
    found
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Placed>) {
    for block in blocks {
        match block {
            Block::Placed(placed) => found.push(placed),
            Block::List { items, .. } => {
                items.iter().for_each(|item| collect(item, found));
            }
            Block::Quote(inner) => collect(inner, found),
            _ => {}
        }
    }
}

/// Reports what is placed nowhere, twice, or outside of the sections.
pub(super) fn check(study: &Study, diagnostics: &mut Diagnostics) {
    once(study, diagnostics);
    outside(study, diagnostics);
}

fn once(study: &Study, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for section in 0..study.sections.len() {
        for (name, span) in numbered(&source(study, section).blocks) {
            if let Some(first) = first.get(&name) {
                diagnostics.push(
                    Diagnostic::new(
                        Code::Placement,
                        span,
                        format!("the {name} is placed twice"),
                    )
                    .also(*first, "first here")
                    .help("refer to it with `[](#id)`"),
                );
            } else {
                first.insert(name, span);
            }
        }
    }
    if study.unreadable.sections {
        return;
    }
    let figures = study.figures.values().map(|figure| named("figure", &figure.id));
    let tables = study.tables.values().map(|table| named("table", &table.id));
    let all: Vec<_> = figures.chain(tables).collect();
    let known = || all.iter().map(|(name, _)| name.as_str());
    let unknown = first.keys().filter(|name| known().all(|own| own != name.as_str()));
    let meant: BTreeSet<String> =
        unknown.filter_map(|name| nearest(name, known())).map(str::to_owned).collect();
    for (name, span) in all {
        if first.contains_key(&name) || meant.contains(&name) {
            continue;
        }
        let image = name.replace(' ', ":").replace('`', "");
        diagnostics.push(
            Diagnostic::new(
                Code::Placement,
                span,
                format!("the {name} is placed in no section"),
            )
            .help(format!("place it: `![]({image})`")),
        );
    }
}

/// Figures and tables are numbered in the sections; a second place elsewhere would give
/// two parts of the site the same anchor.
fn outside(study: &Study, diagnostics: &mut Diagnostics) {
    let pages = [&study.summary, &study.about];
    let pages = pages.into_iter().flat_map(|page| page.iter().map(|(_, own)| own));
    let pages: Vec<&Passage> = pages.collect();
    let translations = study
        .sections
        .iter()
        .flat_map(|section| section.translations.iter().map(|(_, own)| &own.passage));
    let notes = translations.chain(pages.iter().copied());
    let notes = notes.flat_map(|own| own.notes.values().map(|note| &note.blocks));
    for blocks in pages.iter().map(|own| &own.blocks).chain(notes) {
        for (name, span) in numbered(blocks) {
            diagnostics.push(
                Diagnostic::new(
                    Code::Placement,
                    span,
                    format!("the {name} is placed outside of the sections"),
                )
                .help("place it in the text of a section"),
            );
        }
    }
}

fn numbered(blocks: &[Block]) -> Vec<(String, Span)> {
    let figures = |placed: &&Placed| !matches!(placed, Placed::Finding { .. });
    placed(blocks).into_iter().filter(figures).map(name).collect()
}

fn name(placed: &Placed) -> (String, Span) {
    match placed {
        Placed::Figure(id) => named("figure", id),
        Placed::Table(id) => named("table", id),
        Placed::Finding { dataset, check, span } => {
            (format!("editorial note `{dataset}.{check}`"), *span)
        }
    }
}

fn named(kind: &str, id: &Spanned<String>) -> (String, Span) {
    (format!("{kind} `{}`", id.value), id.span)
}
