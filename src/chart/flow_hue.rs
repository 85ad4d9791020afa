//! Which colour each flow has, and each origin and destination: that of what is
//! highlighted; else that of the origin or, where these are too many to be told apart, of
//! the destination; else one for all.

use crate::edition::Chart;
use crate::study::MAX_HUES;

use super::scene::Hue;

/// What colours tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Highlights,
    Origins,
    Destinations,
    Nothing,
}

/// The colours of the flows of a chart.
pub(super) struct FlowHues {
    told: Told,
    origins: Vec<bool>,
    destinations: Vec<bool>,
}

impl FlowHues {
    /// Those of a chart.
    pub(super) fn new(chart: &Chart) -> Self {
        let lit = |muted: Vec<bool>| -> Vec<bool> {
            let any = muted.contains(&true);
            muted.into_iter().map(|muted| any && !muted).collect()
        };
        let origins = lit(chart.categories.iter().map(|own| own.muted).collect());
        let destinations = lit(chart.series.iter().map(|own| own.muted).collect());
        let told = match (origins.len(), destinations.len()) {
            _ if origins.contains(&true) || destinations.contains(&true) => {
                Told::Highlights
            }
            (1, 1) => Told::Nothing,
            (2..=MAX_HUES, _) => Told::Origins,
            (_, 2..=MAX_HUES) => Told::Destinations,
            _ => Told::Nothing,
        };
        Self { told, origins, destinations }
    }

    /// The colour of a flow.
    pub(super) fn flow(&self, from: usize, to: usize) -> Hue {
        match self.told {
            Told::Highlights => match self.origin(from) {
                Hue::Muted => self.destination(to),
                hue => hue,
            },
            Told::Origins => Hue::Nth(from),
            Told::Destinations => Hue::Nth(to),
            Told::Nothing => Hue::Solo,
        }
    }

    /// Whether a colour is that of highlighted flows among others.
    pub(super) fn lifts(&self, hue: Hue) -> bool {
        self.told == Told::Highlights && hue != Hue::Muted
    }

    /// The colour of an origin.
    pub(super) fn origin(&self, at: usize) -> Hue {
        match self.told {
            Told::Highlights => self.lit(at, true),
            Told::Origins => Hue::Nth(at),
            Told::Destinations => Hue::Muted,
            Told::Nothing => Hue::Solo,
        }
    }

    /// The colour of a destination.
    pub(super) fn destination(&self, at: usize) -> Hue {
        match self.told {
            Told::Highlights => self.lit(at, false),
            Told::Origins => Hue::Muted,
            Told::Destinations => Hue::Nth(at),
            Told::Nothing => Hue::Solo,
        }
    }

    /// The colour of what is highlighted, origins counted before destinations.
    fn lit(&self, at: usize, origin: bool) -> Hue {
        let count = |side: &[bool]| side.iter().filter(|lit| **lit).count();
        let (side, before) = match origin {
            true => (&self.origins, 0),
            false => (&self.destinations, count(&self.origins)),
        };
        if !side.get(at).is_some_and(|lit| *lit) {
            return Hue::Muted;
        }
        match count(&self.origins) + count(&self.destinations) {
            1 => Hue::Solo,
            _ => Hue::Nth(before + count(side.get(..at).unwrap_or_default())),
        }
    }
}
