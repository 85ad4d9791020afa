//! Which words stand in which entries, and how much each says of an entry.

use std::collections::BTreeMap;

use super::{Entry, EntryKind, Grammar};

/// How much a word in one place counts beside one in the text.
const TITLE: f64 = 4.0;
const LABEL: f64 = 3.0;
const LEAD: f64 = 2.0;
const BODY: f64 = 1.0;
const FOOT: f64 = 0.4;

/// The constants of BM25 (Robertson and Zaragoza, 2009): how soon a repeated word says no
/// more, and how far a long text counts less.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.5;

/// The largest weight: weights are whole numbers from 1.
pub(super) const LARGEST: usize = 31;

/// The entries of each stem with its weight there, in the order of the entries.
pub(super) type Postings = BTreeMap<String, Vec<(usize, usize)>>;

/// The stems of all entries.
pub(super) fn postings(grammar: &Grammar, entries: &[Entry]) -> Postings {
    let counted: Vec<_> = entries.iter().map(|own| count(grammar, own)).collect();
    let lengths: Vec<f64> = counted.iter().map(|own| own.values().sum()).collect();
    #[expect(clippy::cast_precision_loss, reason = "entries are few")]
    let mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
    let mut postings = Postings::new();
    for (at, (counts, length)) in counted.into_iter().zip(lengths).enumerate() {
        let long = 1.0 - LENGTH + LENGTH * length / mean;
        for (stem, count) in counts {
            let weight = count / (count + SATURATION * long) * bias(entries[at].kind);
            postings.entry(stem).or_default().push((at, whole(weight)));
        }
    }
    postings
}

/// A dataset repeats what a figure of it says, and a work is named where it is cited.
fn bias(kind: EntryKind) -> f64 {
    match kind {
        EntryKind::Passage | EntryKind::Figure | EntryKind::Table => 1.0,
        EntryKind::Dataset => 0.85,
        EntryKind::Work | EntryKind::About => 0.7,
    }
}

fn count(grammar: &Grammar, entry: &Entry) -> BTreeMap<String, f64> {
    let fields = [
        (&entry.title, TITLE),
        (&entry.label, LABEL),
        (&entry.lead, LEAD),
        (&entry.names, BODY),
        (&entry.body, BODY),
        (&entry.foot, FOOT),
    ];
    let mut counts = BTreeMap::new();
    for (text, weight) in fields {
        for stem in grammar.stems(text) {
            *counts.entry(stem).or_default() += weight;
        }
    }
    counts
}

/// A share of one as a whole number of the scale.
fn whole(weight: f64) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "a small constant")]
    let scaled = (weight * LARGEST as f64).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the scale"
    )]
    (scaled.clamp(1.0, LARGEST as f64) as usize)
}
