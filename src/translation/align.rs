//! Which unit of one language is the twin of which of another.
//!
//! Units in YAML have the same keys in every language. Those in Markdown are aligned by
//! what they are and what they hold, as sequences of any kind are: Needleman and Wunsch,
//! “A general method applicable to the search for similarities” (1970), without a cost
//! for a gap.

use std::collections::BTreeMap;

use crate::study::{PartKind, TranslationUnit};

/// A unit and its twin, of which one may be missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair<'a> {
    /// In the language that is translated from.
    pub source: Option<&'a TranslationUnit>,
    /// In the language that is translated to.
    pub target: Option<&'a TranslationUnit>,
}

/// Largest table that is filled to align two texts whose structures differ, in cells: two
/// texts of 2000 units each. Longer ones are taken in their order.
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
    let alike = |(a, b): &(&TranslationUnit, &TranslationUnit)| a.role == b.role;
    let head = source.iter().zip(target).take_while(alike).count();
    if head == source.len() && head == target.len() {
        return in_order(source, target);
    }
    by_likeness(source, target)
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
    let longest = source.len().max(target.len());
    let pair = |at| Pair { source: source.get(at), target: target.get(at) };
    (0..longest).map(pair).collect()
}

fn by_likeness<'a>(
    source: &'a [TranslationUnit],
    target: &'a [TranslationUnit],
) -> Vec<Pair<'a>> {
    let width = target.len() + 1;
    if (source.len() + 1).saturating_mul(width) > MAX_CELLS {
        return in_order(source, target);
    }
    let marks = |units: &[TranslationUnit]| units.iter().map(marks).collect::<Vec<_>>();
    let (own, others) = (marks(source), marks(target));
    let like = |i: usize, j: usize| {
        let same = source[i].role == target[j].role;
        same.then(|| 2 + shared(&own[i], &others[j]))
    };
    // The best likeness of what stands from unit `i` of the one and `j` of the other on.
    let mut best = vec![0u32; (source.len() + 1) * width];
    for i in (0..source.len()).rev() {
        for j in (0..target.len()).rev() {
            let apart = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let paired =
                like(i, j).map_or(0, |like| like + best[(i + 1) * width + j + 1]);
            best[i * width + j] = apart.max(paired);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < source.len() && j < target.len() {
        let here = best[i * width + j];
        let paired = like(i, j).map(|like| like + best[(i + 1) * width + j + 1]);
        if paired == Some(here) {
            pairs.push(Pair { source: Some(&source[i]), target: Some(&target[j]) });
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] == here {
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

/// What a unit holds that does not depend on its language, each with how often.
fn marks(unit: &TranslationUnit) -> BTreeMap<String, u32> {
    let mut marks = BTreeMap::new();
    let mut count = |mark: String| *marks.entry(mark).or_default() += 1;
    for part in &unit.parts {
        match &part.kind {
            PartKind::Words => {
                let numbers = part.text.split(|c: char| !c.is_ascii_digit());
                numbers.filter(|digits| !digits.is_empty()).for_each(|n| count(n.into()));
            }
            // Without the form that the language asks for.
            PartKind::Value(value) => {
                count(value.text().split('.').take(2).collect::<Vec<_>>().join("."));
            }
            PartKind::Citation(works) => {
                works.iter().for_each(|work| count(format!("@{}", work.key.value)));
            }
            PartKind::Open(wrap) => count(format!("{wrap:?}")),
            PartKind::Note(label) | PartKind::Code(label) => count(label.clone()),
            PartKind::Break | PartKind::Close(_) => {}
        }
    }
    marks
}

/// How many marks two units share, at most ten.
fn shared(one: &BTreeMap<String, u32>, other: &BTreeMap<String, u32>) -> u32 {
    let both = one.iter().filter_map(|(mark, n)| Some((*other.get(mark)?).min(*n)));
    both.sum::<u32>().min(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Input, Span};
    use crate::study::{Part, Role};

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
    fn texts_in_yaml_are_paired_by_their_keys() {
        let source = [unit("title", Role::Line, "T"), unit("alt", Role::Line, "A")];
        let target = [unit("alt", Role::Line, "Б"), unit("notes", Role::Line, "Е")];
        assert_eq!(pairs(&source, &target), "title:- alt:alt -:notes");
    }
}
