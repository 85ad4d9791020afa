//! What of a new sequence came of what of an old one.

use crate::translation::state::{common, counted_words, likeness};

/// The places of two items, of which one may be missing.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// Most pairs of items that are compared by their words between two that are the same.
const MAX_COMPARED: usize = 40_000;

/// The share of their words, in per cent, that the old and the new version of an item have
/// in common where their places do not tell.
const ALIKE: usize = 40;

/// What of a sequence is held against the other.
pub(super) trait Item: PartialEq {
    /// Whether one could be the version of the other.
    fn is_like(&self, other: &Self) -> bool;

    /// Its words.
    fn words(&self) -> &str;
}

/// Pairs each item with its other version, in the order of the sequences: the same where
/// they stand in the same order; between those, as many as there were in their order, else
/// the most alike.
pub(super) fn align<T: Item>(old: &[T], new: &[T]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = [(old.len(), new.len())];
    for (same_old, same_new) in common(old, new).into_iter().chain(ends) {
        let between = gap(&old[i..same_old], &new[j..same_new]).into_iter();
        let place = |(one, other): Pair| (one.map(|at| i + at), other.map(|at| j + at));
        pairs.extend(between.map(place));
        if same_old < old.len() {
            pairs.push((Some(same_old), Some(same_new)));
        }
        (i, j) = (same_old + 1, same_new + 1);
    }
    pairs
}

fn gap<T: Item>(old: &[T], new: &[T]) -> Vec<Pair> {
    let in_order = || old.iter().zip(new).all(|(one, other)| one.is_like(other));
    if old.len() == new.len() && in_order() {
        return (0..old.len()).map(|at| (Some(at), Some(at))).collect();
    }
    if old.len().saturating_mul(new.len()) > MAX_COMPARED {
        let gone = (0..old.len()).map(|at| (Some(at), None));
        return gone.chain((0..new.len()).map(|at| (None, Some(at)))).collect();
    }
    by_likeness(old, new)
}

/// The pairing in order with the greatest likeness in all.
fn by_likeness<T: Item>(old: &[T], new: &[T]) -> Vec<Pair> {
    let words = |items: &[T]| -> Vec<_> {
        items.iter().map(|item| counted_words(item.words())).collect()
    };
    let (of_old, of_new) = (words(old), words(new));
    let like = |i: usize, j: usize| {
        let share = likeness(&of_old[i], &of_new[j]);
        (old[i].is_like(&new[j]) && share >= ALIKE).then_some(share)
    };
    let width = new.len() + 1;
    // The best from item `i` of the old and `j` of the new on.
    let mut best = vec![0; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let apart = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let paired = like(i, j).map_or(0, |own| own + best[(i + 1) * width + j + 1]);
            best[i * width + j] = apart.max(paired);
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        let paired = like(i, j).map(|own| own + best[(i + 1) * width + j + 1]);
        if paired == Some(here) {
            pairs.push((Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] == here {
            pairs.push((Some(i), None));
            i += 1;
        } else {
            pairs.push((None, Some(j)));
            j += 1;
        }
    }
    pairs.extend((i..old.len()).map(|at| (Some(at), None)));
    pairs.extend((j..new.len()).map(|at| (None, Some(at))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Item for &str {
        fn is_like(&self, _: &Self) -> bool {
            true
        }

        fn words(&self) -> &str {
            self
        }
    }

    /// The pairs of the lines of two texts, from 0; `-` for what is not there.
    fn pairs(old: &str, new: &str) -> String {
        let lines = |text: &'static str| text.split('|').collect::<Vec<_>>();
        let (old, new) = (old.to_owned().leak(), new.to_owned().leak());
        let place = |at: Option<usize>| at.map_or("-".to_owned(), |at| at.to_string());
        let pairs = align(&lines(old), &lines(new)).into_iter();
        let shown: Vec<_> = pairs.map(|(i, j)| place(i) + ":" + &place(j)).collect();
        shown.join(" ")
    }

    #[test]
    fn what_changed_in_its_place_is_paired_there() {
        assert_eq!(pairs("a|x 1|b|y 2", "a|z 3|b|w 4"), "0:0 1:1 2:2 3:3");
        assert_eq!(pairs("in 1 town|in 2 towns", "in 2 towns all|in 1"), "0:0 1:1");
    }

    #[test]
    fn what_came_or_went_is_told_from_what_changed() {
        let (long, longer) = ("it fell to 12 in 2003", "it fell to 13 in 2003");
        let old = format!("a|{long}|b");
        assert_eq!(pairs(&old, &format!("a|quite new|{longer}|b")), "0:0 -:1 1:2 2:3");
        assert_eq!(pairs(&format!("a|gone|{long}|b"), &old), "0:0 1:- 2:1 3:2");
        assert_eq!(pairs("a|b", "a|b|c"), "0:0 1:1 -:2");
    }

    #[test]
    fn sequences_too_long_to_compare_are_still_told_apart() {
        let numbers = |from: usize| {
            (from..from + 3000).map(|n| n.to_string()).collect::<Vec<_>>().join("|")
        };
        let (old, new) = (numbers(0), numbers(1));
        let shown = pairs(&old, &format!("{new}|last"));
        assert!(shown.starts_with("0:"), "{}", &shown[..40]);
        assert!(shown.ends_with("-:3000") || shown.ends_with(":3000"));
    }
}
