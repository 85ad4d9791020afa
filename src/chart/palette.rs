//! Classes and colours of what is painted. The colours are those of a light page and are
//! written into each drawing, so that it can stand alone; style sheets of pages override
//! them by the classes for dark pages, print and high contrast.
//!
//! The four colours of series were searched for: 3 : 1 to white, neighbours 3 : 1 to each
//! other, told apart with each kind of colour blindness.

use super::scene::{Hue, Paint};

/// A class and the colour of a light page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    /// The class that style sheets know.
    pub(super) class: &'static str,
    /// The colour on a light page.
    pub(super) light: &'static str,
}

/// What lies behind the drawing: around signs and between parts of a bar.
pub(super) const HALO: Colour = Colour { class: "halo", light: "#fff" };

/// The class and the colour of `paint`.
pub(super) fn colour(paint: Paint) -> Colour {
    match paint {
        Paint::Grid => Colour { class: "grid", light: "#e3e3e3" },
        Paint::Axis => Colour { class: "axis", light: "#7a7a7a" },
        Paint::Leader => Colour { class: "leader", light: "#7a7a7a" },
        Paint::Hidden => Colour { class: "hit", light: "none" },
        Paint::Ink => Colour { class: "ink", light: "#1a1a1a" },
        Paint::Mute => Colour { class: "mute", light: "#5c5c5c" },
        Paint::Series(hue) => series(hue),
        Paint::On(hue) => on(hue),
    }
}

fn series(hue: Hue) -> Colour {
    match hue {
        Hue::Solo => Colour { class: "solo", light: "#2f6a94" },
        Hue::Nth(index) => match index % 4 {
            0 => Colour { class: "s1", light: "#0e2e94" },
            1 => Colour { class: "s2", light: "#d4700a" },
            2 => Colour { class: "s3", light: "#320818" },
            _ => Colour { class: "s4", light: "#24a4ac" },
        },
    }
}

/// Text upon a series: at least 4.5 : 1.
fn on(hue: Hue) -> Colour {
    match hue {
        Hue::Solo => Colour { class: "on", light: "#fff" },
        Hue::Nth(index) => match index % 4 {
            0 => Colour { class: "on1", light: "#fff" },
            1 => Colour { class: "on2", light: "#111" },
            2 => Colour { class: "on3", light: "#fff" },
            _ => Colour { class: "on4", light: "#111" },
        },
    }
}

#[cfg(test)]
mod tests;
