//! What there is no room for: texts outside the drawing or upon each other.

use super::clear::letters;
use super::scene::{Group, Item, Mark, Overflow, Paint, Rect, Shape, Text, TextRole};

/// Up to so many px are not seen.
const TOLERANCE: f64 = 0.5;

/// The texts that reach beyond the width, over another text or, as labels of categories,
/// over a bar; each once, with the most px.
pub(super) fn overflow(groups: &[Group], width: f64) -> Vec<Overflow> {
    let items = || groups.iter().flat_map(|group| &group.items);
    let texts: Vec<(&Text, Rect)> = items()
        .filter_map(|item| match item {
            Item::Text(text) => Some((text, letters(text))),
            Item::Mark(_) => None,
        })
        .collect();
    let bars: Vec<Rect> = items().filter_map(bar).collect();
    let excess = |at: usize, text: &Text, rect: Rect| {
        let outside = (-rect.left).max(rect.right - width);
        let others = texts.iter().skip(at + 1).map(|(_, other)| common(rect, *other));
        let over_others = others.fold(0.0, f64::max);
        let labels = text.role == TextRole::Category;
        let over_bars = bars.iter().map(|bar| common(rect, *bar)).fold(0.0, f64::max);
        outside.max(over_others).max(if labels { over_bars } else { 0.0 })
    };
    texts
        .iter()
        .enumerate()
        .map(|(at, (text, rect))| (text, excess(at, text, *rect)))
        .filter(|(_, px)| *px > TOLERANCE)
        .map(|(text, px)| Overflow { text: text.lines.join(" "), px: px.ceil() })
        .collect()
}

fn bar(item: &Item) -> Option<Rect> {
    match item {
        Item::Mark(Mark {
            shape: Shape::Bar(rect) | Shape::Segment { rect, .. },
            paint,
            ..
        }) if *paint != Paint::Band => Some(*rect),
        _ => None,
    }
}

/// How far two boxes reach into each other, the shorter way.
fn common(one: Rect, other: Rect) -> f64 {
    let wide = one.right.min(other.right) - one.left.max(other.left);
    let high = one.bottom.min(other.bottom) - one.top.max(other.top);
    if wide > TOLERANCE && high > TOLERANCE { wide } else { 0.0 }
}
