//! Where a chart stands: by itself, or among small multiples, which say some things for
//! all of them together.

use crate::edition::{Chart, Panel};

use super::classes::Classes;
use super::key::{self, Sample};
use super::layers::Layers;
use super::{WriteNumber, frame, legend};

/// Where a chart stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// By itself.
    Alone,
    /// Among small multiples, on the scale of all.
    Among {
        /// All of them.
        panels: &'a [Panel],
        /// Whether it is the first of its row, and names the amounts for the others.
        first: bool,
    },
}

impl<'a> Place<'a> {
    /// Writes the key at the top and returns its height with the space below it: small
    /// multiples have one for all.
    pub(super) fn key(
        self,
        chart: &Chart,
        sample: Sample,
        width: f64,
        layers: &mut Layers,
    ) -> f64 {
        match self {
            Self::Alone => key::place(chart, sample, width, layers),
            Self::Among { .. } => 0.0,
        }
    }

    /// Writes what colours stand for at the top and returns its height with the space below
    /// it: small multiples have one legend for all.
    pub(super) fn legend(
        self,
        chart: &Chart,
        classes: &Classes,
        write: WriteNumber<'_>,
        width: f64,
        layers: &mut Layers,
    ) -> f64 {
        match self {
            Self::Alone => legend::place(&[chart], classes, write, width, layers),
            Self::Among { .. } => 0.0,
        }
    }

    /// Writes the unit of upright amounts at `top` and returns its height with the space
    /// below it: small multiples have it once, and leave room for half a line of amounts.
    pub(super) fn unit(
        self,
        chart: &Chart,
        top: f64,
        width: f64,
        layers: &mut Layers,
    ) -> f64 {
        match self {
            Self::Alone => frame::unit(frame::unit_of(chart), top, width, layers),
            Self::Among { .. } => frame::HALF_LINE,
        }
    }

    /// What is said of the amounts at their axis: small multiples say it once.
    pub(super) fn words(self, words: &str) -> &str {
        if self.names_series() { words } else { "" }
    }

    /// Whether series may be named at their marks: small multiples have the key.
    pub(super) fn names_series(self) -> bool {
        matches!(self, Self::Alone)
    }

    /// Whether the amounts of upright axes are named.
    pub(super) fn names_amounts(self) -> bool {
        match self {
            Self::Alone => true,
            Self::Among { first, .. } => first,
        }
    }

    /// Whether what lines and spans stand for is said here: of a row of small multiples in
    /// the first.
    pub(super) fn names_references(self) -> bool {
        self.names_amounts()
    }

    /// The charts that are drawn on one scale: this one and those that it stands among.
    pub(super) fn charts(self, chart: &'a Chart) -> Vec<&'a Chart> {
        match self {
            Self::Alone => vec![chart],
            Self::Among { panels, .. } => panels.iter().map(|own| &own.chart).collect(),
        }
    }

    /// The height of an upright grid that goes with its width, in px.
    pub(super) fn height_of(self, width: f64) -> f64 {
        match self {
            Self::Alone => frame::height_of(width),
            Self::Among { .. } => (width * 0.72).clamp(96.0, 220.0).round(),
        }
    }
}
