//! Which unit of one language is the twin of which of another.
//!
//! Units in YAML have the same keys in every language. Those in Markdown are aligned by
//! what they are and what they hold, as sequences of any kind are: Needleman and Wunsch,
//! “A general method applicable to the search for similarities” (1970), without a cost
//! for a gap.

use std::collections::BTreeMap;

use super::likeness::Likeness;
use crate::study::TranslationUnit;

/// A unit and its twin, of which one may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair<'a> {
    /// In the language that is translated from.
    pub source: Option<&'a TranslationUnit>,
    /// In the language that is translated to.
    pub target: Option<&'a TranslationUnit>,
}

/// Largest table that is filled to align two texts whose structures differ, in cells: two
/// texts of 2000 units each. Of longer ones a unit finds its twin near its own place only.
const MAX_CELLS: usize = 4_000_000;

/// Pairs the units of two languages, in the order of the text.
pub fn align<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
) -> Vec<Pair<'a>> {
    let keyed = |units: &[TranslationUnit]| units.iter().all(|u| u.role.is_keyed());
    if keyed(source) && keyed(target) {
        return by_key(source, target);
    }
    let same = source.len() == target.len()
        && source.iter().zip(target).all(|(one, other)| one.role == other.role);
    match same && Likeness::of(source, target, false).is_plausible_in_order() {
        true => in_order(source, target),
        false => by_likeness(source, target),
    }
}

fn by_key<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
) -> Vec<Pair<'a>> {
    let mut twins: BTreeMap<&str, &TranslationUnit> =
        target.iter().map(|unit| (unit.key.as_str(), unit)).collect();
    let mut pairs: Vec<_> = source
        .iter()
        .map(|unit| Pair { source: Some(unit), target: twins.remove(unit.key.as_str()) })
        .collect();
    let rest = target.iter().filter(|unit| twins.contains_key(unit.key.as_str()));
    pairs.extend(rest.map(|unit| Pair { source: None, target: Some(unit) }));
    pairs
}

fn in_order<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
) -> Vec<Pair<'a>> {
    let both = source.iter().zip(target);
    both.map(|(one, other)| Pair { source: Some(one), target: Some(other) }).collect()
}

fn by_likeness<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
) -> Vec<Pair<'a>> {
    let likeness = Likeness::of(source, target, true);
    let best = Best::of(&likeness);
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < source.len() && j < target.len() {
        let here = best.at(i, j);
        let paired = likeness.at(i, j).map(|like| like + best.at(i + 1, j + 1));
        if paired == Some(here) {
            pairs.push(Pair { source: Some(&source[i]), target: Some(&target[j]) });
            (i, j) = (i + 1, j + 1);
        } else if best.at(i + 1, j) == here {
            pairs.push(Pair { source: Some(&source[i]), target: None });
            i += 1;
        } else {
            pairs.push(Pair { source: None, target: Some(&target[j]) });
            j += 1;
        }
    }
    pairs.extend(source[i..].iter().map(|u| Pair { source: Some(u), target: None }));
    pairs.extend(target[j..].iter().map(|u| Pair { source: None, target: Some(u) }));
    pairs
}

/// The best likeness of what stands from a unit of the one text and one of the other on.
/// Only a band around the diagonal is filled, as wide as the table may be.
struct Best {
    cells: Vec<u32>,
    lengths: (usize, usize),
    /// How far from the diagonal the band reaches on either side.
    reach: usize,
}

impl Best {
    fn of(likeness: &Likeness<'_>) -> Self {
        let lengths = likeness.lengths();
        let reach = (MAX_CELLS / (lengths.0 + 1) / 2).clamp(1, lengths.1 + 1);
        let cells = vec![0; (lengths.0 + 1) * (2 * reach + 1)];
        let mut best = Self { cells, lengths, reach };
        for i in (0..lengths.0).rev() {
            let diagonal = best.diagonal(i);
            let last = (diagonal + reach).min(lengths.1.saturating_sub(1));
            for j in (diagonal.saturating_sub(reach)..=last).rev() {
                let apart = best.at(i + 1, j).max(best.at(i, j + 1));
                let paired =
                    likeness.at(i, j).map_or(0, |like| like + best.at(i + 1, j + 1));
                if let Some(cell) = best.cell(i, j) {
                    best.cells[cell] = apart.max(paired);
                }
            }
        }
        best
    }

    /// Where the diagonal is in row `i`.
    fn diagonal(&self, i: usize) -> usize {
        i * self.lengths.1 / self.lengths.0.max(1)
    }

    fn cell(&self, i: usize, j: usize) -> Option<usize> {
        let column = (j + self.reach).checked_sub(self.diagonal(i))?;
        let width = 2 * self.reach + 1;
        (column < width).then(|| i * width + column)
    }

    fn at(&self, i: usize, j: usize) -> u32 {
        self.cell(i, j).and_then(|cell| self.cells.get(cell)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Input, Span};
    use crate::study::{Part, PartKind, Role};

    fn file() -> FileId {
        Input::new([("a".to_owned(), Vec::new())]).find("a").unwrap()
    }

    fn unit(key: &str, role: Role, words: &str) -> TranslationUnit {
        let span = Span::start_of(file());
        let part = Part { kind: PartKind::Words, text: words.to_owned(), span };
        TranslationUnit { key: key.to_owned(), role, span, parts: vec![part] }
    }

    /// The keys of the pairs, `-` for a unit that is missing.
    fn pairs(source: &[TranslationUnit], target: &[TranslationUnit]) -> String {
        let key = |unit: Option<&TranslationUnit>| {
            unit.map_or("-".to_owned(), |unit| unit.key.clone())
        };
        let pairs = align(source, target);
        let shown = pairs.iter().map(|pair| key(pair.source) + ":" + &key(pair.target));
        shown.collect::<Vec<_>>().join(" ")
    }

    fn paragraphs(words: &[(&str, &str)]) -> Vec<TranslationUnit> {
        words.iter().map(|(key, words)| unit(key, Role::Paragraph, words)).collect()
    }

    #[test]
    fn texts_of_one_structure_are_paired_in_order() {
        let source = paragraphs(&[("1", "in 1991"), ("2", "in 2003")]);
        let target = paragraphs(&[("1", "2003 жылы"), ("2", "1991 жылы")]);
        assert_eq!(pairs(&source, &target), "1:1 2:2");
    }

    #[test]
    fn what_is_missing_is_found_by_what_the_others_hold() {
        let source = paragraphs(&[("1", "in 1991"), ("2", "in 2003"), ("3", "in 2013")]);
        let target = paragraphs(&[("1", "1991 жылы"), ("2", "2013 жылы")]);
        assert_eq!(pairs(&source, &target), "1:1 2:- 3:2");
        assert_eq!(pairs(&target, &source), "1:1 -:2 2:3");
    }

    #[test]
    fn a_heading_is_no_twin_of_a_paragraph() {
        let source = [unit("1", Role::Heading(2), "A"), unit("2", Role::Paragraph, "B")];
        let target = [unit("1", Role::Paragraph, "Б")];
        assert_eq!(pairs(&source, &target), "1:- 2:1");
    }

    #[test]
    fn a_paragraph_may_be_the_twin_of_a_quotation() {
        let source = [
            unit("1", Role::Paragraph, "Ten words"),
            unit("2", Role::Quote, "A saying that is long enough to be known again"),
            unit("3", Role::Paragraph, "An end"),
        ];
        let target = paragraphs(&[
            ("1", "Он сөз"),
            ("2", "Қайта танылатындай ұзақ бір нақыл сөз осы жерде тұр"),
            ("3", "Соңы"),
        ]);
        assert_eq!(pairs(&source, &target), "1:1 2:2 3:3");
    }

    #[test]
    fn what_holds_nothing_in_common_is_known_by_its_length() {
        let long = "a long paragraph of words, and of no numbers at all, on and on";
        let source = paragraphs(&[("1", "short one"), ("2", long), ("3", "a third")]);
        let target = paragraphs(&[
            ("1", "ұзын абзац, онда сандар мүлде жоқ, тек сөздер ғана бар"),
            ("2", "үшінші"),
        ]);
        assert_eq!(pairs(&source, &target), "1:- 2:1 3:2");
    }

    #[test]
    fn long_texts_are_aligned_too() {
        let texts: Vec<(String, String)> =
            (0..6000).map(|n| (n.to_string(), format!("paragraph {n}"))).collect();
        let units = |skip: usize| -> Vec<TranslationUnit> {
            let own = texts.iter().enumerate().filter(|(at, _)| *at != skip);
            own.map(|(_, (key, words))| unit(key, Role::Paragraph, words)).collect()
        };
        let (source, target) = (units(1234), units(4321));
        for pair in align(&source, &target) {
            match (pair.source, pair.target) {
                (Some(one), Some(other)) => assert_eq!(one.key, other.key),
                (one, other) => {
                    let key = &one.or(other).unwrap().key;
                    assert!(["1234", "4321"].contains(&key.as_str()), "{key}");
                }
            }
        }
    }

    #[test]
    fn texts_in_yaml_are_paired_by_their_keys() {
        let source = [unit("title", Role::Line, "T"), unit("alt", Role::Line, "A")];
        let target = [unit("alt", Role::Line, "Б"), unit("notes", Role::Line, "Е")];
        assert_eq!(pairs(&source, &target), "title:- alt:alt -:notes");
    }
}
