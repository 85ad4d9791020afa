//! A line as rules see it: sign after sign, whatever its parts.

use std::ops::Range;

use super::Stretch;

/// A line sign by sign.
#[derive(Debug)]
pub(super) struct Line {
    signs: Vec<Sign>,
    /// How many stretches it is made of.
    stretches: usize,
}

#[derive(Debug, Clone, Copy)]
struct Sign {
    letter: char,
    /// The position of the stretch that it belongs to.
    stretch: usize,
    fixed: bool,
}

/// Other signs in the place of some, or between two.
#[derive(Debug, PartialEq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: &'static str,
}

impl Edit {
    /// `text` in the place of the sign at `at`.
    pub(super) fn of(at: usize, text: &'static str) -> Self {
        Self { range: at..at + 1, text }
    }

    /// `text` before the sign at `at`.
    pub(super) fn before(at: usize, text: &'static str) -> Self {
        Self { range: at..at, text }
    }
}

impl Line {
    pub(super) fn of(stretches: &[Stretch]) -> Self {
        let signs = stretches.iter().enumerate().flat_map(|(at, own)| {
            let sign = move |letter| Sign { letter, stretch: at, fixed: own.fixed };
            own.text.chars().map(sign)
        });
        Self { signs: signs.collect(), stretches: stretches.len() }
    }

    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    /// The sign at `at`, fixed or not.
    pub(super) fn letter(&self, at: usize) -> Option<char> {
        self.signs.get(at).map(|sign| sign.letter)
    }

    /// The sign before `at`.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.letter(at.checked_sub(1)?)
    }

    /// Whether `letter` stands at `at` and may be changed.
    pub(super) fn has(&self, at: usize, letter: char) -> bool {
        self.signs.get(at).is_some_and(|sign| sign.letter == letter && !sign.fixed)
    }

    /// Where a sign stands that may be changed and that `wanted` takes.
    pub(super) fn find(&self, wanted: fn(char) -> bool) -> impl Iterator<Item = usize> {
        let signs = self.signs.iter().enumerate();
        signs
            .filter(move |(_, sign)| !sign.fixed && wanted(sign.letter))
            .map(|(at, _)| at)
    }

    /// The signs of `range` as text.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.signs.get(range).unwrap_or_default().iter().map(|sign| sign.letter).collect()
    }

    /// Where words stand: what is between spaces of any kind.
    pub(super) fn words(&self) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut start = None;
        for (at, sign) in self.signs.iter().enumerate() {
            match (start, sign.letter.is_whitespace()) {
                (None, false) => start = Some(at),
                (Some(from), true) => {
                    words.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        words.extend(start.map(|from| from..self.signs.len()));
        words
    }

    /// The texts of `words` one after the other, and which bytes each of them is.
    pub(super) fn texts(&self, words: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
        let mut texts = String::with_capacity(2 * self.signs.len());
        let mut bytes = Vec::with_capacity(words.len());
        for word in words {
            let start = texts.len();
            let signs = self.signs.get(word.clone()).unwrap_or_default();
            texts.extend(signs.iter().map(|sign| sign.letter));
            bytes.push(start..texts.len());
        }
        (texts, bytes)
    }

    /// The word before the spaces before `at`.
    pub(super) fn word_before(&self, at: usize) -> Range<usize> {
        let back = |from: usize, space: bool| {
            let is_it =
                |at: &usize| self.letter(*at).is_some_and(|c| c.is_whitespace() == space);
            (0..from).rev().take_while(is_it).last().unwrap_or(from)
        };
        let end = back(at, true);
        back(end, false)..end
    }

    /// Whether all signs of `range` are spaces that may be changed and that lines may
    /// break at.
    pub(super) fn is_breaking(&self, range: Range<usize>) -> bool {
        range.into_iter().all(|at| self.has(at, ' '))
    }

    /// Where the spaces before `at` begin that may be changed and that lines may break at.
    pub(super) fn spaces_before(&self, at: usize) -> usize {
        (0..at).rev().take_while(|at| self.has(*at, ' ')).last().unwrap_or(at)
    }

    /// Protects the signs of `range` from all rules.
    pub(super) fn fix(&mut self, range: Range<usize>) {
        self.signs
            .get_mut(range)
            .unwrap_or_default()
            .iter_mut()
            .for_each(|s| s.fixed = true);
    }

    /// Does what rules want, in the order of the line. What would change a fixed sign, or
    /// stand between two of them, is left undone.
    pub(super) fn apply(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let mut signs = Vec::with_capacity(self.signs.len());
        let mut done = 0;
        for Edit { range, text } in edits {
            let Some(stretch) = self.owner(&range) else { continue };
            signs
                .extend_from_slice(self.signs.get(done..range.start).unwrap_or_default());
            signs.extend(text.chars().map(|letter| Sign {
                letter,
                stretch,
                fixed: false,
            }));
            done = range.end;
        }
        signs.extend_from_slice(self.signs.get(done..).unwrap_or_default());
        self.signs = signs;
    }

    /// The stretch that takes what comes into the place of `range`.
    fn owner(&self, range: &Range<usize>) -> Option<usize> {
        let beside = match range.is_empty() {
            true => range.start.saturating_sub(1)..range.start + 1,
            false => range.clone(),
        };
        let signs = self.signs.get(beside.start..beside.end.min(self.signs.len()))?;
        let mut free = signs.iter().filter(|sign| !sign.fixed);
        let first = free.next()?.stretch;
        (range.is_empty() || free.count() + 1 == range.len()).then_some(first)
    }

    /// The texts of its stretches.
    pub(super) fn into_texts(self) -> Vec<String> {
        let mut texts = vec![String::new(); self.stretches];
        for sign in self.signs {
            if let Some(text) = texts.get_mut(sign.stretch) {
                text.push(sign.letter);
            }
        }
        texts
    }
}

/// Whether `letter` is a space, of whatever kind, or the line ends there.
pub(super) fn is_open(letter: Option<char>) -> bool {
    letter.is_none_or(char::is_whitespace)
}

/// Whether `letter` is a digit.
pub(super) fn is_digit(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_digit())
}

/// A space that holds.
pub(super) const HOLD: &str = "\u{a0}";

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        let stretch = |text: &str, fixed| Stretch { text: text.to_owned(), fixed };
        Line::of(&[stretch("ab", false), stretch("12", true), stretch("cd", false)])
    }

    #[test]
    fn what_is_fixed_is_seen_and_stays() {
        let mut line = line();
        assert_eq!(line.letter(2), Some('1'));
        assert!(!line.has(2, '1'));
        line.apply(vec![Edit::of(0, "x"), Edit { range: 1..3, text: "y" }]);
        assert_eq!(line.into_texts(), ["xb", "12", "cd"]);
    }

    #[test]
    fn what_comes_in_belongs_to_the_words_beside_it() {
        let mut line = line();
        let edits = [2, 3, 4].map(|at| Edit::before(at, "-"));
        line.apply(edits.into());
        assert_eq!(line.into_texts(), ["ab-", "12", "-cd"]);
    }
}
