//! Parts of pages, page by page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::align::{Item, Pair, align};
use super::sentences::sentences;
use super::{Change, EditionChanges, PageChange, PartChange, Sentences};
use crate::record::{Edition, Kind, Page, Part};

/// What readers of each language see that is not the same; nothing of those for whom all
/// is.
pub(super) fn editions(old: &[Edition], new: &[Edition]) -> Vec<EditionChanges> {
    let known: BTreeSet<_> = new.iter().map(|own| &own.lang).collect();
    let gone = old.iter().filter(|own| !known.contains(&own.lang));
    let languages = new.iter().chain(gone).map(|own| own.lang.as_str());
    languages
        .map(|lang| edition(lang, pages(old, lang), pages(new, lang)))
        .filter(|own| !own.pages.is_empty() || !own.parts.is_empty())
        .collect()
}

fn pages<'a>(editions: &'a [Edition], lang: &str) -> &'a [Page] {
    let found = editions.iter().find(|own| own.lang == lang);
    found.map_or(&[], |own| own.pages.as_slice())
}

fn parts<'a>(pages: &'a [Page], path: &str) -> Option<&'a [Part]> {
    pages.iter().find(|own| own.path == path).map(|own| own.parts.as_slice())
}

fn edition(lang: &str, old: &[Page], new: &[Page]) -> EditionChanges {
    let language = lang.to_owned();
    let mut changes = EditionChanges { language, pages: Vec::new(), parts: Vec::new() };
    let gone = old.iter().filter(|own| parts(new, &own.path).is_none());
    for Page { path, .. } in new.iter().chain(gone) {
        match (parts(old, path), parts(new, path)) {
            (Some(old), Some(new)) => changes.parts.extend(page(path, old, new)),
            (old, new) => changes.pages.push(PageChange {
                page: path.clone(),
                change: Change::of(old.is_some(), new.is_some()),
            }),
        }
    }
    changes
}

fn page(path: &str, old: &[Part], new: &[Part]) -> Vec<PartChange> {
    let pairs = with_moved(align(&owned(old), &owned(new)), old, new);
    let (before, now) = (numbers(old), numbers(new));
    let changes = pairs.into_iter().filter_map(|pair| {
        let Paired { old: one, new: other, moved } = pair;
        let numbers = (one.map(|at| before[at]), other.map(|at| now[at]));
        let parts = (one.map(|at| &old[at]), other.map(|at| &new[at]));
        change(path, numbers, parts, moved)
    });
    changes.collect()
}

/// A part as it is held against others: by its name, where it has one, else its words.
struct Own<'a>(&'a Part);

fn owned(parts: &[Part]) -> Vec<Own<'_>> {
    parts.iter().map(Own).collect()
}

impl Own<'_> {
    fn identity(&self) -> (&str, Kind, &str, &str) {
        let Self(part) = self;
        let words = if part.name.is_empty() { part.text.as_str() } else { "" };
        (&part.at, part.kind, &part.name, words)
    }
}

impl PartialEq for Own<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Item for Own<'_> {
    fn is_like(&self, other: &Self) -> bool {
        self.0.kind == other.0.kind
    }

    fn words(&self) -> &str {
        &self.0.text
    }
}

/// A part in two records, of which one may not have it.
struct Paired {
    old: Option<usize>,
    new: Option<usize>,
    /// Whether it stands elsewhere now.
    moved: bool,
}

/// The pairs, with what came as it had stood elsewhere beside what it was.
fn with_moved(pairs: Vec<Pair>, old: &[Part], new: &[Part]) -> Vec<Paired> {
    let mut gone: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
    for at in pairs.iter().filter(|pair| pair.1.is_none()).filter_map(|pair| pair.0) {
        gone.entry(content(&old[at])).or_default().push_back(at);
    }
    let mut paired: Vec<_> = pairs
        .into_iter()
        .map(|(one, other)| {
            let come = other.filter(|_| one.is_none()).map(|at| content(&new[at]));
            let from = come
                .and_then(|content| gone.get_mut(&content))
                .and_then(VecDeque::pop_front);
            let renamed = one.zip(other).is_some_and(|(i, j)| old[i].at != new[j].at);
            let moved = from.is_some() || renamed;
            Paired { old: one.or(from), new: other, moved }
        })
        .collect();
    let known: BTreeSet<_> =
        paired.iter().filter(|own| own.new.is_some()).filter_map(|own| own.old).collect();
    paired
        .retain(|own| own.new.is_some() || own.old.is_none_or(|at| !known.contains(&at)));
    paired
}

/// What makes a part the same wherever it stands.
fn content(part: &Part) -> (Kind, &str, &str) {
    (part.kind, &part.name, &part.text)
}

/// Which of its kind under its anchor each part is, from 1.
fn numbers(parts: &[Part]) -> Vec<usize> {
    let mut counts: BTreeMap<(&str, Kind), usize> = BTreeMap::new();
    let mut numbers = Vec::new();
    for part in parts {
        let count = counts.entry((part.at.as_str(), part.kind)).or_default();
        *count += 1;
        numbers.push(*count);
    }
    numbers
}

fn change(
    path: &str,
    (old_number, new_number): (Option<usize>, Option<usize>),
    (old, new): (Option<&Part>, Option<&Part>),
    moved: bool,
) -> Option<PartChange> {
    let part = new.or(old)?;
    let (change, sentences) = match (old, new) {
        (Some(old), Some(new)) if old.text == new.text && old.drawn == new.drawn => {
            if !moved {
                return None;
            }
            (Change::Moved, Vec::new())
        }
        (Some(old), Some(new)) => {
            (Change::Changed, sentences(part.kind, &old.text, &new.text))
        }
        (old, new) => {
            let text = |part: Option<&Part>| part.map(|own| own.text.clone());
            let whole = Sentences { old: text(old), new: text(new) };
            (Change::of(old.is_some(), new.is_some()), vec![whole])
        }
    };
    let drawings = |part: Option<&Part>| part.map_or(0, |own| own.drawn.len());
    let drawn = drawings(old).max(drawings(new));
    let same = old.zip(new).map_or(0, |(old, new)| {
        old.drawn.iter().zip(&new.drawn).filter(|(one, other)| one == other).count()
    });
    Some(PartChange {
        page: path.to_owned(),
        anchor: part.at.clone(),
        kind: part.kind,
        name: part.name.clone(),
        number: new_number.or(old_number)?,
        old_number,
        change,
        old: old.map(|own| own.text.clone()),
        new: new.map(|own| own.text.clone()),
        sentences,
        drawn: drawn - same,
    })
}
