//! Which years the axis of a chart over years marks and names.

use crate::edition::Category;

use super::layers::SMALL;
use super::metrics::{Weight, width};
use super::scale::number;

/// The least space to the first and the last year in px.
const APART: f64 = 14.0;
/// The least space between two years in px: with less the axis is crowded.
const CALM: f64 = 20.0;
/// How many years are named between the first and the last, if not all are.
const FEW: usize = 6;
/// Every how many years one is named.
const STEPS: [f64; 11] = [1., 2., 5., 10., 20., 25., 50., 100., 200., 500., 1000.];
/// How many years must be named with the first and the last for the others to be counted
/// from them: two at a round distance.
const COUNTABLE: usize = 4;
/// How much wider than a step the row may be at its ends: more is a hole.
const HOLE: f64 = 1.5;
/// The least space between two ticks without names in px.
const TICKS_APART: f64 = 10.0;

/// A year at the axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Year {
    /// Its label, if it is named.
    pub(super) label: Option<String>,
    /// Where its tick is.
    pub(super) x: f64,
    /// The middle of its label: beside the tick where that would leave the drawing.
    pub(super) middle: f64,
    /// Whether its tick is short: of a year that nothing is said of.
    pub(super) short: bool,
    /// Which of the places it is.
    at: usize,
    position: f64,
    half: f64,
}

impl Year {
    fn new(
        at: usize,
        (category, x): (&Category, f64),
        limit: f64,
        short_label: bool,
    ) -> Self {
        let label = match &category.short {
            Some(label) if short_label => label,
            _ => &category.label,
        };
        let half = width(label, SMALL, Weight::Regular) / 2.0;
        let middle = x.min(limit - half).max(half);
        let position = category.position.map_or(f64::NAN, number);
        let label = Some(label.clone());
        Self { label, x, middle, short: false, at, position, half }
    }

    fn clear_of(&self, next: &Self, space: f64) -> bool {
        next.middle - next.half - (self.middle + self.half) >= space
    }

    fn without_label(mut self, short: bool) -> Self {
        (self.label, self.short) = (None, short);
        self
    }
}

/// The first year, the last and as many between them as there is room for, at round
/// distances; those that are `called`, with their names where there is room; and, as ticks
/// alone, some between. A tick without a name stands only in a row that tells which year it
/// is: elsewhere it looks like a fault. `places` are the categories with their places from left to right,
/// `limit` the width of the drawing.
pub(super) fn shown(
    places: &[(&Category, f64)],
    limit: f64,
    called: &[usize],
) -> Vec<Year> {
    let all = |short: bool| -> Vec<Year> {
        let year =
            |(at, place): (usize, &(&Category, f64))| Year::new(at, *place, limit, short);
        places.iter().enumerate().map(year).collect()
    };
    let mut years = all(false);
    if let Some((first, last)) = ends(&years)
        && !first.clear_of(last, APART)
    {
        years = all(true);
    }
    let (mut shown, step) = thinned(&years);
    let is_countable = shown.len() >= COUNTABLE;
    let missing = |shown: &[Year], at: usize| shown.iter().all(|own| own.at != at);
    for year in called.iter().filter_map(|at| years.get(*at)) {
        if missing(&shown, year.at) {
            let clear = |own: &Year| match own.label {
                None => true,
                Some(_) if own.x < year.x => own.clear_of(year, APART),
                Some(_) => year.clear_of(own, APART),
            };
            let free = shown.iter().all(clear);
            if free {
                shown.push(year.clone());
            } else if is_countable {
                shown.push(year.clone().without_label(false));
            }
        }
    }
    let step = step.filter(|_| is_countable);
    let between = step.map_or(Vec::new(), |step| between(&years, step));
    let between: Vec<Year> =
        between.into_iter().filter(|year| missing(&shown, year.at)).collect();
    shown.extend(between);
    shown.sort_by_key(|year| year.at);
    shown
}

fn ends(years: &[Year]) -> Option<(&Year, &Year)> {
    match years {
        [first, .., last] => Some((first, last)),
        _ => None,
    }
}

/// The years that are named, and every how many one is.
fn thinned(years: &[Year]) -> (Vec<Year>, Option<f64>) {
    let Some((first, last)) = ends(years) else { return (years.to_vec(), None) };
    let inner = years.get(1..years.len() - 1).unwrap_or_default();
    let free = |year: &&Year| first.clear_of(year, APART) && year.clear_of(last, APART);
    let every = |step: f64| -> Vec<Year> {
        let named = |year: &&Year| step == 1.0 || year.position % step == 0.0;
        inner.iter().filter(named).filter(free).cloned().collect()
    };
    let calm = |years: &[Year], step: f64| {
        let apart = |pair: &[Year]| matches!(pair, [a, b] if a.clear_of(b, CALM));
        let all = years.len() == inner.len();
        let even = |from: &Year, to: &Year| to.position - from.position <= step * HOLE;
        let whole = match ends(years) {
            Some((begin, end)) => even(first, begin) && even(end, last),
            None => years.iter().all(|only| even(first, only) && even(only, last)),
        };
        (all || years.len() <= FEW && whole) && years.windows(2).all(apart)
    };
    let found = STEPS.iter().map(|step| (*step, every(*step)));
    let found = found.into_iter().find(|(step, years)| calm(years, *step));
    let (step, between) = found.map_or((None, Vec::new()), |(step, b)| (Some(step), b));
    let row = [first.clone()].into_iter().chain(between).chain([last.clone()]);
    (row.collect(), step)
}

/// Ticks between those that are named, at the coarsest distance that divides theirs.
fn between(years: &[Year], step: f64) -> Vec<Year> {
    let Some((first, last)) = ends(years) else { return Vec::new() };
    let pitch = (last.x - first.x) / (last.position - first.position);
    let finer = STEPS.iter().rev().find(|own| **own < step && step % **own == 0.0);
    let Some(finer) = finer.filter(|own| **own * pitch >= TICKS_APART) else {
        return Vec::new();
    };
    let round = years.iter().filter(|year| year.position % finer == 0.0);
    round.cloned().map(|year| year.without_label(true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(years: impl IntoIterator<Item = i64>, pitch: f64) -> String {
        marked(years, pitch, &[])
    }

    /// The names of years, `'` for a tick without name and `.` for a short one.
    fn marked(
        years: impl IntoIterator<Item = i64>,
        pitch: f64,
        called: &[usize],
    ) -> String {
        let categories: Vec<Category> = years
            .into_iter()
            .map(|year| Category {
                id: year.to_string(),
                label: year.to_string(),
                short: None,
                code: year.to_string(),
                position: Some(year.into()),
                muted: false,
            })
            .collect();
        let places: Vec<_> = categories
            .iter()
            .enumerate()
            .map(|(at, category)| (category, 20.0 + at as f64 * pitch))
            .collect();
        let years = shown(&places, 1000.0, called);
        let word = |year: Year| match year.label {
            Some(label) => label,
            None => if year.short { "." } else { "'" }.to_owned(),
        };
        years.into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn all_years_are_named_where_there_is_room() {
        assert_eq!(named(1991..=1995, 50.0), "1991 1992 1993 1994 1995");
    }

    #[test]
    fn the_first_and_the_last_year_are_named_and_round_ones_between() {
        assert_eq!(
            named(1991..=2013, 22.0).replace(" .", ""),
            "1991 1995 2000 2005 2010 2013"
        );
    }

    #[test]
    fn the_row_of_years_has_no_hole_at_its_ends() {
        assert_eq!(named(1991..=2013, 11.0), "1991 2000 2013");
    }

    #[test]
    fn a_year_that_is_called_has_a_tick_and_its_name_where_there_is_room() {
        let row = marked(1991..=2013, 22.0, &[8]);
        assert_eq!(row.replace(" .", ""), "1991 1995 ' 2000 2005 2010 2013");
        assert_eq!(marked(1991..=2013, 11.0, &[14]), "1991 2000 2005 2013");
    }

    #[test]
    fn a_tick_without_a_name_stands_only_where_its_year_can_be_counted() {
        assert_eq!(marked(1991..=2013, 11.0, &[6, 19]), "1991 2000 2013");
        assert_eq!(named(1991..=2023, 11.0), "1991 . 2000 . 2010 . . 2023");
    }

    #[test]
    fn one_year_is_named_once() {
        assert_eq!(named([1991], 10.0), "1991");
    }
}
