//! Origins and destinations: what is written at each, and where each stands.

use super::layers::{BODY, Layers, centred, height, room, text};
use super::metrics::{ASCENT, LEADING, Weight, width as text_width};
use super::scene::{Anchor, Hue, Paint, Point, Text, TextRole};
use super::wrap::{Fit, fit};

/// From a name to the total in px.
const TO_TOTAL: f64 = 7.0;
/// From a name to the node below it in px.
const TO_NODE: f64 = 4.0;
/// Between two nodes or their names in px.
const BETWEEN: f64 = 9.0;

/// An origin or a destination.
pub(super) struct Node {
    /// Its colour.
    pub(super) hue: Hue,
    /// The sum of what flows from it or to it.
    pub(super) amount: f64,
    name: Fit,
    total: String,
    /// Whether the total stands in the last line of the name.
    joined: bool,
}

impl Node {
    /// The node of a label and a total with room for both of a width; where it is named
    /// `beside` the flows the total may follow a name of several lines.
    pub(super) fn new(
        label: &str,
        total: String,
        amount: f64,
        hue: Hue,
        (width, beside): (f64, bool),
    ) -> Self {
        let wide = wide(&total, Weight::Bold) + TO_TOTAL;
        let one = fit(label, None, room(width - wide, 1));
        if one.excess == 0.0 && one.lines.len() == 1 {
            return Self { hue, amount, name: one, total, joined: true };
        }
        let name = fit(label, None, room(width, 3));
        let last =
            name.lines.last().map_or(0.0, |line| self::wide(line, Weight::Regular));
        let joined = beside && last + wide <= width;
        Self { hue, amount, name, total, joined }
    }

    /// Whether a label stands in one line with a total in `width` px.
    pub(super) fn is_flat(label: &str, total: &str, width: f64) -> bool {
        let words = wide(label, Weight::Regular) + TO_TOTAL + wide(total, Weight::Bold);
        words <= width
    }

    /// The width of what is written in px.
    pub(super) fn width(&self) -> f64 {
        let total = wide(&self.total, Weight::Bold);
        match self.joined {
            true => self.name.width.max(self.last() + TO_TOTAL + total),
            false => self.name.width.max(total),
        }
    }

    fn last(&self) -> f64 {
        self.name.lines.last().map_or(0.0, |line| wide(line, Weight::Regular))
    }

    fn lines(&self) -> usize {
        self.name.lines.len() + usize::from(!self.joined && !self.total.is_empty())
    }

    /// The height of what is written in px.
    fn height(&self) -> f64 {
        height(self.lines())
    }

    /// Writes the name and the total between `left` and `right`, at the side of `anchor`.
    pub(super) fn write(
        &self,
        (left, right): (f64, f64),
        anchor: Anchor,
        first: f64,
        layers: &mut Layers,
    ) {
        let lines = &self.name.lines;
        let further = self.lines().saturating_sub(1) as f64;
        let last = first + further * LEADING * BODY;
        let total = wide(&self.total, Weight::Bold);
        let (name, total) = match (anchor, self.joined) {
            (Anchor::End, true) => (right - total - TO_TOTAL, right),
            (Anchor::End, false) => (right, right),
            (_, true) => (left, left + self.last() + TO_TOTAL),
            (_, false) => (left, left),
        };
        let own = |lines, x, y, role| Text {
            paint: Paint::Note,
            ..text(lines, Point { x, y }, anchor, role)
        };
        layers.write(own(lines.clone(), name, first, TextRole::Series));
        if !self.total.is_empty() {
            let total = own(vec![self.total.clone()], total, last, TextRole::Value);
            layers.write(Text { weight: Weight::Bold, ..total });
        }
    }
}

fn wide(line: &str, weight: Weight) -> f64 {
    text_width(line, BODY, weight)
}

/// Where the nodes of one side stand.
#[derive(Debug, Default)]
pub(super) struct Slots {
    tops: Vec<f64>,
    baselines: Vec<f64>,
    bottom: f64,
}

impl Slots {
    /// Nodes one below the other from `top`, named beside themselves or above; an amount
    /// of one is `unit` px high.
    fn new(nodes: &[Node], unit: f64, beside: bool, top: f64) -> Self {
        let mut slots = Self { bottom: top, ..Self::default() };
        let mut at = top;
        for node in nodes {
            let (own, words) = (node.amount * unit, node.height());
            if beside {
                let slot = own.max(words);
                slots.tops.push(at + (slot - own) / 2.0);
                slots.baselines.push(centred(node.lines(), at + slot / 2.0, BODY));
                slots.bottom = at + slot;
            } else {
                slots.baselines.push(at + ASCENT * BODY);
                let node = at + words + TO_NODE;
                slots.tops.push(node);
                slots.bottom = node + own;
            }
            at = slots.bottom + BETWEEN;
        }
        slots
    }

    fn moved(mut self, down: f64) -> Self {
        for y in self.tops.iter_mut().chain(&mut self.baselines) {
            *y += down;
        }
        self.bottom += down;
        self
    }

    /// The upper edge of a node.
    pub(super) fn top(&self, at: usize) -> f64 {
        self.tops.get(at).copied().unwrap_or(0.0)
    }

    /// The first baseline of its name.
    pub(super) fn baseline(&self, at: usize) -> f64 {
        self.baselines.get(at).copied().unwrap_or(0.0)
    }

    /// The lower edge of the last node.
    pub(super) fn bottom(&self) -> f64 {
        self.bottom
    }
}

/// The nodes of both sides, the lower side in the middle of the higher.
pub(super) fn slots(
    left: &[Node],
    right: &[Node],
    unit: f64,
    beside: bool,
    top: f64,
) -> (Slots, Slots) {
    let own = |nodes| Slots::new(nodes, unit, beside, top);
    let (left, right) = (own(left), own(right));
    let spare = left.bottom - right.bottom;
    match spare > 0.0 {
        true => (left, right.moved(spare / 2.0)),
        false => (left.moved(-spare / 2.0), right),
    }
}
