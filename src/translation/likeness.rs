//! How likely it is that two units say the same in two languages: by what they are, by what
//! they hold that no language changes, and by their lengths, as Gale and Church do it, “A
//! program for aligning sentences in bilingual corpora” (1993).

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::locale::ascii_name;
use crate::study::{PartKind, Role, TranslationUnit};

/// For units of one role.
const SAME_ROLE: u32 = 200;
/// For units whose roles are easily changed for one another.
const LIKE_ROLE: u32 = 60;
/// For each mark that both hold.
const MARK: u32 = 100;
/// Most marks that count.
const MOST_MARKS: u32 = 10;
/// For units of the same length, in proportion to their texts.
const SAME_LENGTH: u64 = 60;
/// For units of as many sentences.
const SAME_SENTENCES: u64 = 39;

/// The units of two texts as they are compared.
pub(super) struct Likeness<'a> {
    source: Vec<Traits<'a>>,
    target: Vec<Traits<'a>>,
    /// How long the two texts are in proportion to each other.
    totals: (u64, u64),
}

/// What is compared of a unit.
struct Traits<'a> {
    role: &'a Role,
    /// What it holds that does not depend on its language: numbers for names, sorted.
    marks: Vec<usize>,
    /// In characters, each sign as [`SIGN`].
    length: u64,
    /// How many sentences end in it.
    sentences: u64,
}

/// How long a sign counts, in characters.
const SIGN: u64 = 6;

impl<'a> Likeness<'a> {
    /// Compares two texts, with the names in them if `by_names`, which takes its time.
    pub(super) fn of(
        source: &'a [TranslationUnit],
        target: &'a [TranslationUnit],
        by_names: bool,
    ) -> Self {
        let mut known = BTreeMap::new();
        let mut traits = |units: &'a [TranslationUnit]| -> Vec<Traits<'a>> {
            units.iter().map(|unit| Traits::of(unit, by_names, &mut known)).collect()
        };
        let (source, target) = (traits(source), traits(target));
        let totals = (total(&source), total(&target));
        Self { source, target, totals }
    }

    /// How many units either text has.
    pub(super) fn lengths(&self) -> (usize, usize) {
        (self.source.len(), self.target.len())
    }

    /// Whether no two units in one place hold different things only.
    pub(super) fn is_plausible_in_order(&self) -> bool {
        let pairs = self.source.iter().zip(&self.target);
        pairs.into_iter().all(|(own, other)| {
            own.marks.is_empty()
                || other.marks.is_empty()
                || shared(&own.marks, &other.marks) > 0
        })
    }

    /// How like two units are; `None` where they can be no twins.
    pub(super) fn at(&self, i: usize, j: usize) -> Option<u32> {
        let (own, other) = (self.source.get(i)?, self.target.get(j)?);
        let role = match own.role == other.role {
            true => SAME_ROLE,
            false if alike(own.role, other.role) => LIKE_ROLE,
            false => return None,
        };
        let marks = shared(&own.marks, &other.marks).min(MOST_MARKS);
        let lengths = (own.length * self.totals.1, other.length * self.totals.0);
        let close = near(lengths, SAME_LENGTH)
            + near((own.sentences, other.sentences), SAME_SENTENCES);
        Some(role + MARK * marks + close as u32)
    }
}

/// `most` for the same, the less the more they differ.
fn near((one, other): (u64, u64), most: u64) -> u64 {
    match one.max(other) {
        0 => most,
        long => most * one.min(other) / long,
    }
}

/// The length of a text, with fifty pages more that are as long in every language: in a short
/// text, one paragraph more or less says nothing of the proportion.
fn total(units: &[Traits<'_>]) -> u64 {
    const PAGES: u64 = 100_000;
    units.iter().map(|unit| unit.length).sum::<u64>() + PAGES
}

/// Whether one role is easily changed for the other.
fn alike(one: &Role, other: &Role) -> bool {
    let text =
        |role: &Role| matches!(role, Role::Paragraph | Role::Quote | Role::Item { .. });
    let heading = |role: &Role| matches!(role, Role::Heading(_));
    text(one) && text(other) || heading(one) && heading(other)
}

impl<'a> Traits<'a> {
    fn of(
        unit: &'a TranslationUnit,
        by_names: bool,
        known: &mut BTreeMap<String, usize>,
    ) -> Self {
        let mut marks = Vec::new();
        let mut count = |mark: String| {
            let next = known.len();
            marks.push(*known.entry(mark).or_insert(next));
        };
        let (mut length, mut sentences) = (0, 0);
        for part in &unit.parts {
            length += SIGN;
            match &part.kind {
                PartKind::Words => {
                    length += part.text.chars().count() as u64;
                    sentences +=
                        part.text.matches(['.', '?', '!', ';', ':']).count() as u64;
                    let numbers = part.text.split(|c: char| !c.is_ascii_digit());
                    let numbers = numbers.filter(|digits| !digits.is_empty());
                    numbers.for_each(|number| count(number.to_owned()));
                    if by_names {
                        names(&part.text).for_each(&mut count);
                    }
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
        marks.sort_unstable();
        Self { role: &unit.role, marks, length, sentences }
    }
}

/// The names in words, which are alike in Latin letters: Almaty, «Алматының». What begins
/// a sentence is none.
fn names(words: &str) -> impl Iterator<Item = String> {
    /// How many letters of a name are alike, whatever endings follow.
    const BEGINNING: usize = 4;
    let mut begins = true;
    words.split_whitespace().filter_map(move |word| {
        let first = std::mem::replace(&mut begins, word.ends_with(['.', '?', '!']));
        let name = word.trim_start_matches(|c: char| !c.is_alphabetic());
        let named = !first && name.starts_with(char::is_uppercase);
        let latin = named.then(|| latin(name)).filter(|latin| latin.len() > 2);
        latin.map(|latin| latin[..latin.len().min(BEGINNING)].to_owned())
    })
}

/// A name in Latin letters: by the Kazakh alphabet where a letter is Kazakh alone.
fn latin(name: &str) -> String {
    let kazakh = name.to_lowercase().contains(|c| "әғқңөұүһі".contains(c));
    ascii_name(name, Lang::presume(if kazakh { "kk" } else { "ru" }))
}

/// How many marks two units share.
fn shared(one: &[usize], other: &[usize]) -> u32 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    both
}
