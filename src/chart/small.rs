//! A series as a small line without words: what a key figure has beside it.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::edition::SmallLine;

use super::scale::{PositionScale, number};

/// Width and height of the drawing in px.
const SIZE: (f64, f64) = (120.0, 36.0);
/// From its edge to the line in px: half the width of the line, and of the end's dot.
const INSET: f64 = 4.0;

/// Draws a small line; its highest value and its lowest touch the edges, for it shows the
/// course of a series and no amounts.
pub fn small_line(line: &SmallLine) -> String {
    let known = || line.points.iter().filter_map(|(_, value)| *value).map(number);
    let at = || line.points.iter().map(|(at, _)| number(*at));
    let low = known().fold(f64::MAX, f64::min);
    let high = known().fold(f64::MIN, f64::max);
    let across = PositionScale::linear(
        at().fold(f64::MAX, f64::min),
        at().fold(f64::MIN, f64::max),
    );
    let up = PositionScale::linear(low, high);
    let (width, height) = SIZE;
    let place = |(at, value): (Decimal, Decimal)| {
        let x = across.px(number(at), INSET, width - INSET);
        let y = up.px(number(value), height - INSET, INSET);
        (x, y)
    };
    let mut path = String::new();
    let mut last = None;
    let mut pen = 'M';
    for (at, value) in &line.points {
        let Some(value) = value else {
            pen = 'M';
            continue;
        };
        let (x, y) = place((*at, *value));
        // Writing to a string cannot fail.
        let _ = write!(path, "{pen}{x} {y}");
        pen = 'L';
        last = Some((x, y));
    }
    let dot = last.map_or(String::new(), |(x, y)| {
        format!(r#"<circle cx="{x}" cy="{y}" r="3"></circle>"#)
    });
    format!(
        r#"<svg class="small-line" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true"><path d="{path}"></path>{dot}</svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(i64, Option<i64>)]) -> SmallLine {
        let points = points
            .iter()
            .map(|(at, value)| (Decimal::from(*at), value.map(Decimal::from)));
        SmallLine { points: points.collect(), from: "1991".into(), to: "2013".into() }
    }

    #[test]
    fn the_line_lies_where_time_and_value_are() {
        let drawn =
            small_line(&line(&[(1990, Some(0)), (2000, Some(10)), (2010, Some(5))]));
        assert!(drawn.contains(r#"d="M4 32L60 4L116 18""#), "{drawn}");
        assert!(drawn.contains(r#"<circle cx="116" cy="18""#), "{drawn}");
    }

    #[test]
    fn a_missing_value_is_a_gap() {
        let drawn = small_line(&line(&[
            (0, Some(1)),
            (1, Some(2)),
            (2, None),
            (3, Some(2)),
            (4, Some(1)),
        ]));
        assert_eq!(drawn.matches('M').count(), 2, "{drawn}");
    }

    #[test]
    fn equal_values_are_a_level_line() {
        let drawn = small_line(&line(&[(0, Some(7)), (1, Some(7))]));
        assert!(drawn.contains(r#"d="M4 18L116 18""#), "{drawn}");
    }
}
