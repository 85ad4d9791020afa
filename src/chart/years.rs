//! Which years the axis of a line chart names.

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

/// A year at the axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Year {
    /// Its label.
    pub(super) label: String,
    /// Where its mark is.
    pub(super) x: f64,
    /// The middle of its label: beside the mark where that would leave the drawing.
    pub(super) middle: f64,
    position: f64,
    half: f64,
}

impl Year {
    fn new(category: &Category, x: f64, limit: f64, short: bool) -> Self {
        let label = match &category.short {
            Some(label) if short => label,
            _ => &category.label,
        };
        let half = width(label, SMALL, Weight::Regular) / 2.0;
        let middle = x.min(limit - half).max(half);
        let position = category.position.map_or(f64::NAN, number);
        Self { label: label.clone(), x, middle, position, half }
    }

    fn clear_of(&self, next: &Self, space: f64) -> bool {
        next.middle - next.half - (self.middle + self.half) >= space
    }
}

/// The first year, the last and as many between them as there is room for, at round
/// distances. `places` are the categories with their places from left to right, `limit`
/// the width of the drawing.
pub(super) fn shown(places: &[(&Category, f64)], limit: f64) -> Vec<Year> {
    let all = |short: bool| -> Vec<Year> {
        places.iter().map(|(category, x)| Year::new(category, *x, limit, short)).collect()
    };
    let full = all(false);
    match ends(&full) {
        Some((first, last)) if !first.clear_of(last, APART) => thinned(all(true)),
        _ => thinned(full),
    }
}

fn ends(years: &[Year]) -> Option<(&Year, &Year)> {
    match years {
        [first, .., last] => Some((first, last)),
        _ => None,
    }
}

fn thinned(years: Vec<Year>) -> Vec<Year> {
    let Some((first, last)) = ends(&years) else { return years };
    let inner = years.get(1..years.len() - 1).unwrap_or_default();
    let free = |year: &&Year| first.clear_of(year, APART) && year.clear_of(last, APART);
    let every = |step: f64| -> Vec<Year> {
        let named = |year: &&Year| step == 1.0 || year.position % step == 0.0;
        inner.iter().filter(named).filter(free).cloned().collect()
    };
    let calm = |years: &[Year]| {
        let apart = |pair: &[Year]| matches!(pair, [a, b] if a.clear_of(b, CALM));
        (years.len() <= FEW || years.len() == inner.len()) && years.windows(2).all(apart)
    };
    let between = STEPS.iter().map(|step| every(*step)).find(|years| calm(years));
    let between = between.unwrap_or_default();
    [first.clone()].into_iter().chain(between).chain([last.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(years: impl IntoIterator<Item = i64>, pitch: f64) -> String {
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
        let years = shown(&places, 1000.0);
        years.iter().map(|year| year.label.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn all_years_are_named_where_there_is_room() {
        assert_eq!(named(1991..=1995, 50.0), "1991 1992 1993 1994 1995");
    }

    #[test]
    fn the_first_and_the_last_year_are_named_and_round_ones_between() {
        assert_eq!(named(1991..=2013, 22.0), "1991 1995 2000 2005 2010 2013");
        assert_eq!(named(1991..=2013, 10.0), "1991 2000 2005 2013");
    }

    #[test]
    fn one_year_is_named_once() {
        assert_eq!(named([1991], 10.0), "1991");
    }
}
