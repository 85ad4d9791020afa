//! What became of the passages of an earlier version of a text.

use std::collections::{BTreeMap, VecDeque};

use super::common::common;

/// A passage: its fingerprint and its wording.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) hash: String,
    pub(super) wording: String,
}

/// Most pairs of passages whose words are compared.
const MAX_COMPARED: usize = 40_000;

/// The share of their words that two wordings must have in common, in per cent, for one
/// to be the other's earlier version wherever it stood.
const ALIKE: usize = 50;

/// For each passage of `new` the place of its earlier version in `old`: the same wording,
/// wherever it stood; else one of like words; else what stood in its place.
pub(super) fn earlier(old: &[Passage], new: &[Passage]) -> Vec<Option<usize>> {
    let mut matching =
        Matching { old, new, taken: vec![false; old.len()], of: vec![None; new.len()] };
    let anchors = matching.in_order();
    matching.moved();
    matching.alike();
    matching.in_place(&anchors);
    matching.of
}

struct Matching<'a> {
    old: &'a [Passage],
    new: &'a [Passage],
    taken: Vec<bool>,
    of: Vec<Option<usize>>,
}

impl Matching<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.taken[old] = true;
        self.of[new] = Some(old);
    }

    /// Pairs what is the same in the same order.
    fn in_order(&mut self) -> Vec<(usize, usize)> {
        let hashes = |passages: &[Passage]| {
            passages.iter().map(|own| own.hash.clone()).collect::<Vec<_>>()
        };
        let anchors = common(&hashes(self.old), &hashes(self.new));
        anchors.iter().for_each(|(old, new)| self.pair(*old, *new));
        anchors
    }

    /// Pairs what is the same at another place.
    fn moved(&mut self) {
        let mut places: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for at in self.open_old() {
            places.entry(&self.old[at].hash).or_default().push_back(at);
        }
        for at in self.open_new() {
            let place = places.get_mut(self.new[at].hash.as_str());
            if let Some(old) = place.and_then(VecDeque::pop_front) {
                self.pair(old, at);
            }
        }
    }

    /// Pairs what is alike, the most alike first.
    fn alike(&mut self) {
        let (old, new) = (self.open_old(), self.open_new());
        if old.len().saturating_mul(new.len()) > MAX_COMPARED {
            return;
        }
        let counted = |passages: &[Passage], open: &[usize]| {
            open.iter().map(|at| words(&passages[*at].wording)).collect::<Vec<_>>()
        };
        let (own, others) = (counted(self.old, &old), counted(self.new, &new));
        let mut pairs = Vec::new();
        for (i, own) in own.iter().enumerate() {
            for (j, other) in others.iter().enumerate() {
                let likeness = likeness(own, other);
                if likeness >= ALIKE {
                    pairs.push((likeness, old[i], new[j]));
                }
            }
        }
        pairs.sort_by_key(|(likeness, old, new)| (100 - likeness, *new, *old));
        for (_, old, new) in pairs {
            if !self.taken[old] && self.of[new].is_none() {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what stands between the same passages, where as many stand there as did.
    fn in_place(&mut self, anchors: &[(usize, usize)]) {
        let ends = [(self.old.len(), self.new.len())];
        let (mut old, mut new) = (0, 0);
        for (old_end, new_end) in anchors.iter().copied().chain(ends) {
            let olds: Vec<_> = (old..old_end).filter(|at| !self.taken[*at]).collect();
            let news: Vec<_> =
                (new..new_end).filter(|at| self.of[*at].is_none()).collect();
            if olds.len() == news.len() {
                olds.into_iter().zip(news).for_each(|(old, new)| self.pair(old, new));
            }
            (old, new) = (old_end + 1, new_end + 1);
        }
    }

    fn open_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|at| !self.taken[*at]).collect()
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|at| self.of[*at].is_none()).collect()
    }
}

/// The words of a text in small letters, each with how often it occurs.
pub(crate) fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    for word in parts.filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// How many of their words two texts share, 0 to 100 per cent (the measure of Dice).
pub(crate) fn likeness(
    one: &BTreeMap<String, usize>,
    other: &BTreeMap<String, usize>,
) -> usize {
    let both = one.iter().filter_map(|(word, n)| Some((*other.get(word)?).min(*n)));
    let all: usize = one.values().chain(other.values()).sum();
    200 * both.sum::<usize>() / all.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translation::state::fingerprint;

    fn passages(text: &str) -> Vec<Passage> {
        let passage =
            |line: &str| Passage { hash: fingerprint(line), wording: line.to_owned() };
        text.split('|').filter(|line| !line.is_empty()).map(passage).collect()
    }

    /// The places of the earlier versions, from 0; `-` for what is new.
    fn traced(old: &str, new: &str) -> String {
        let earlier = earlier(&passages(old), &passages(new));
        let place = |at: &Option<usize>| at.map_or("-".to_owned(), |at| at.to_string());
        earlier.iter().map(place).collect()
    }

    #[test]
    fn a_passage_that_was_moved_is_the_same() {
        assert_eq!(traced("a b|c d|e f", "e f|a b|c d"), "201");
    }

    #[test]
    fn a_passage_that_was_inserted_is_new() {
        assert_eq!(traced("a b|c d|e f", "a b|x y|c d|e f"), "0-12");
        assert_eq!(traced("a b", "x y|a b"), "-0");
        assert_eq!(traced("", "a"), "-");
    }

    #[test]
    fn a_passage_that_was_changed_is_found_by_its_words_or_its_place() {
        assert_eq!(traced("one two three|a b", "one two four|a b"), "01");
        assert_eq!(traced("a|one two three|b", "a|quite other words|b"), "012");
        assert_eq!(traced("one two three|b|c", "b|c|x|one two four"), "12-0");
    }

    #[test]
    fn beside_an_inserted_passage_the_changed_one_is_found_by_its_words() {
        assert_eq!(traced("a|one two three|b", "a|x y|one two four|b"), "0-12");
    }

    #[test]
    fn each_passage_is_the_earlier_version_of_one() {
        assert_eq!(traced("a a", "a a|a a"), "0-");
        assert_eq!(traced("a a|a a", "a a"), "0");
    }
}
