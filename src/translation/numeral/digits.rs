//! Digits with the signs between them, as one number.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Notation, is_gap};

/// Digits with commas, points and spaces between them: `1`, `234` and `5` of `1 234,5`.
pub(super) struct Digits<'t> {
    pub(super) range: Range<usize>,
    pub(super) runs: Vec<&'t str>,
    signs: Vec<char>,
}

/// Most runs of digits that one number has.
const MOST_RUNS: usize = 12;

/// What digits say.
pub(super) struct Reading {
    pub(super) value: Decimal,
    pub(super) decimals: u32,
    /// Where the language does not write so, what else they may say.
    pub(super) otherwise: Option<Vec<Decimal>>,
}

impl<'t> Digits<'t> {
    /// The digits from `start` on. A space belongs to them only between groups of three,
    /// in a language that parts groups by a space, or where it is none that breaks lines.
    pub(super) fn at(text: &'t str, start: usize, notation: &Notation) -> Self {
        let first = run(text, start);
        let mut digits =
            Self { range: start..start + first.len(), runs: vec![first], signs: vec![] };
        while digits.runs.len() < MOST_RUNS
            && let Some(sign) = text[digits.range.end..].chars().next()
        {
            let next = run(text, digits.range.end + sign.len_utf8());
            let belongs = match sign {
                ',' | '.' => !next.is_empty(),
                _ if is_gap(sign) => {
                    let wide = matches!(sign, ' ' | '\n');
                    next.len() == 3
                        && sign != '\n'
                        && (!wide || is_gap(notation.group))
                        && digits.takes_group()
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            digits.range.end += sign.len_utf8() + next.len();
            digits.runs.push(next);
            digits.signs.push(if is_gap(sign) { ' ' } else { sign });
        }
        digits
    }

    /// Whether a group of three digits can follow after a space.
    fn takes_group(&self) -> bool {
        self.signs.iter().all(|sign| *sign == ' ')
            && self.runs[0].len() <= 3
            && self.runs[0] != "0"
            && self.runs[1..].iter().all(|run| run.len() == 3)
    }

    /// The whole number, where no sign stands between.
    pub(super) fn plain(&self) -> Option<u32> {
        self.signs.is_empty().then(|| self.runs[0].parse().ok()).flatten()
    }

    /// Day, month and year of `14.07.2006`.
    pub(super) fn date(&self) -> Option<[u32; 3]> {
        if self.signs != ['.', '.'] || self.runs[..2].iter().any(|run| run.len() > 2) {
            return None;
        }
        let [day, month, year] =
            [self.runs[0], self.runs[1], self.runs[2]].map(|run| run.parse().ok());
        let year: u32 = year?;
        let year = match self.runs[2].len() {
            4 => year,
            2 if year < 50 => 2000 + year,
            2 => 1900 + year,
            _ => return None,
        };
        let (day, month): (u32, u32) = (day?, month?);
        ((1..=31).contains(&day) && (1..=12).contains(&month))
            .then_some([day, month, year])
    }

    /// Whether it is written as a version is: `4.0`.
    pub(super) fn is_version(&self) -> bool {
        self.signs.iter().all(|sign| *sign == '.')
            && !self.signs.is_empty()
            && self.runs.iter().all(|run| run.len() <= 2)
    }

    /// The digits alone, for what only looks like a number.
    pub(super) fn joined(&self) -> Decimal {
        number(&self.runs.concat(), "")
    }

    /// The number that they say.
    pub(super) fn reading(&self, notation: &Notation) -> Reading {
        let group = if is_gap(notation.group) { ' ' } else { notation.group };
        if let Some((value, decimals)) = self.by(group, notation.decimal) {
            return Reading { value, decimals, otherwise: None };
        }
        let others = [(',', '.'), (' ', ','), ('.', ','), (' ', '.')];
        let mut otherwise: Vec<(Decimal, u32)> =
            others.iter().filter_map(|(group, point)| self.by(*group, *point)).collect();
        otherwise.push((self.joined(), 0));
        let (value, decimals) = otherwise[0];
        let mut values: Vec<Decimal> = Vec::new();
        for (value, _) in otherwise {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Reading { value, decimals, otherwise: Some(values) }
    }

    /// The number and its decimals, where groups are parted by `group`, or by a space
    /// that no line breaks at, and decimals follow `decimal`.
    fn by(&self, group: char, decimal: char) -> Option<(Decimal, u32)> {
        let (signs, runs, decimals) = match self.signs.as_slice() {
            [signs @ .., last] if *last == decimal => {
                (signs, &self.runs[..self.runs.len() - 1], self.runs[self.runs.len() - 1])
            }
            signs => (signs, self.runs.as_slice(), ""),
        };
        let parted = signs.iter().all(|sign| *sign == group)
            || signs.iter().all(|sign| *sign == ' ');
        let grouped = signs.is_empty()
            || runs[0].len() <= 3 && runs[1..].iter().all(|run| run.len() == 3);
        (parted && grouped)
            .then(|| (number(&runs.concat(), decimals), decimals.len() as u32))
    }
}

/// The digits that stand at `start`.
fn run(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or("");
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    &rest[..end]
}

/// As far as a decimal goes: 28 digits.
fn number(whole: &str, decimals: &str) -> Decimal {
    let whole = whole.get(..28).unwrap_or(whole);
    let decimals = decimals.get(..28 - whole.len()).unwrap_or(decimals);
    let read: Result<Decimal, _> = match decimals {
        "" => whole.parse(),
        _ => format!("{whole}.{decimals}").parse(),
    };
    read.map_or(Decimal::ZERO, |number| number.normalize())
}
