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
    let named = |class, light| Colour { class, light };
    match paint {
        Paint::Grid => named("grid", "#e3e3e3"),
        Paint::Axis => named("axis", "#7a7a7a"),
        Paint::Leader => named("leader", "#7a7a7a"),
        Paint::Hidden => named("hit", "none"),
        Paint::Ink => named("ink", "#1a1a1a"),
        Paint::Mute => named("mute", "#5c5c5c"),
        Paint::Note => named("note", "#1a1a1a"),
        Paint::Reference => named("ref", "#1a1a1a"),
        Paint::Interval => named("interval", "#1a1a1a"),
        Paint::Frame => named("interval", "#1a1a1a"),
        Paint::Casing => named("casing", HALO.light),
        Paint::Band => named("band", "#e4eaed"),
        Paint::NoData => named("none", HALO.light),
        Paint::Series(hue) | Paint::Lead(hue) => series(hue),
        Paint::Hollow(hue) => Colour { class: hollow(hue), light: HALO.light },
        Paint::Quiet(hue) => quiet(hue),
        Paint::Edge(hue) => Colour { class: edge(hue), ..series(hue) },
        Paint::Flow(hue) => Colour { class: flow(hue), ..series(hue) },
        Paint::Ribbon(hue) => Colour { class: ribbon(hue), ..series(hue) },
        Paint::On(hue) => on(hue),
        Paint::Name(hue) => name(hue),
        Paint::Level(step) => level(step),
        Paint::OnLevel(step) => on_level(step),
    }
}

/// The line around what stands out too little from the page by itself: the lowest classes
/// have one in the colour of the first that does, and a hollow mark is one.
pub(super) fn outline(paint: Paint) -> Option<Colour> {
    match paint {
        Paint::Level(0 | 1) => Some(level(2)),
        Paint::Hollow(hue) => Some(series(hue)),
        _ => None,
    }
}

fn series(hue: Hue) -> Colour {
    match hue {
        Hue::Solo => Colour { class: "solo", light: "#2f6a94" },
        Hue::Muted => Colour { class: "muted", light: "#8e8e8e" },
        Hue::Nth(index) => match index % 4 {
            0 => Colour { class: "s1", light: "#0e2e94" },
            1 => Colour { class: "s2", light: "#d4700a" },
            2 => Colour { class: "s3", light: "#320818" },
            _ => Colour { class: "s4", light: "#24a4ac" },
        },
    }
}

fn edge(hue: Hue) -> &'static str {
    match hue {
        Hue::Solo => "solo edge",
        Hue::Muted => "muted edge",
        Hue::Nth(index) => match index % 4 {
            0 => "s1 edge",
            1 => "s2 edge",
            2 => "s3 edge",
            _ => "s4 edge",
        },
    }
}

fn flow(hue: Hue) -> &'static str {
    match hue {
        Hue::Solo => "flow solo",
        Hue::Muted => "flow muted",
        Hue::Nth(index) => match index % 4 {
            0 => "flow s1",
            1 => "flow s2",
            2 => "flow s3",
            _ => "flow s4",
        },
    }
}

fn hollow(hue: Hue) -> &'static str {
    match hue {
        Hue::Solo => "hollow solo",
        Hue::Muted => "hollow muted",
        Hue::Nth(index) => match index % 4 {
            0 => "hollow s1",
            1 => "hollow s2",
            2 => "hollow s3",
            _ => "hollow s4",
        },
    }
}

fn ribbon(hue: Hue) -> &'static str {
    match hue {
        Hue::Solo => "ribbon",
        Hue::Muted => "ribbonmuted",
        Hue::Nth(index) => match index % 4 {
            0 => "ribbon1",
            1 => "ribbon2",
            2 => "ribbon3",
            _ => "ribbon4",
        },
    }
}

/// A sign that no one sees without a style sheet.
fn quiet(hue: Hue) -> Colour {
    let class = match hue {
        Hue::Solo => "sign solo",
        Hue::Muted => "sign muted",
        Hue::Nth(index) => match index % 4 {
            0 => "sign s1",
            1 => "sign s2",
            2 => "sign s3",
            _ => "sign s4",
        },
    };
    Colour { class, light: "none" }
}

/// Text beside a series: at least 4.5 : 1 to the ground.
fn name(hue: Hue) -> Colour {
    let in_colour = |class| Colour { class, ..series(hue) };
    match hue {
        Hue::Solo => in_colour("note solo"),
        Hue::Nth(index) if index % 4 == 0 => in_colour("note s1"),
        Hue::Nth(index) if index % 4 == 1 => {
            Colour { class: "note t2", light: "#a85400" }
        }
        Hue::Nth(index) if index % 4 == 2 => in_colour("note s3"),
        Hue::Nth(_) => Colour { class: "note t4", light: "#12757c" },
        Hue::Muted => Colour { class: "note mute", ..colour(Paint::Mute) },
    }
}

/// Text upon a series: at least 4.5 : 1.
fn on(hue: Hue) -> Colour {
    match hue {
        Hue::Solo => Colour { class: "on", light: "#fff" },
        Hue::Muted => Colour { class: "onmuted", light: "#111" },
        Hue::Nth(index) => match index % 4 {
            0 => Colour { class: "on1", light: "#fff" },
            1 => Colour { class: "on2", light: "#111" },
            2 => Colour { class: "on3", light: "#fff" },
            _ => Colour { class: "on4", light: "#111" },
        },
    }
}

/// The steps of a scale of colours: the largest value has the most contrast to the page.
fn level(step: usize) -> Colour {
    match step {
        0 => Colour { class: "q1", light: "#c3e3eb" },
        1 => Colour { class: "q2", light: "#83bdcf" },
        2 => Colour { class: "q3", light: "#4c93b2" },
        3 => Colour { class: "q4", light: "#27678a" },
        _ => Colour { class: "q5", light: "#163b57" },
    }
}

/// Text upon a step of a scale of colours: at least 4.5 : 1.
fn on_level(step: usize) -> Colour {
    match step {
        0 => Colour { class: "onq1", light: "#111" },
        1 => Colour { class: "onq2", light: "#111" },
        2 => Colour { class: "onq3", light: "#111" },
        3 => Colour { class: "onq4", light: "#fff" },
        _ => Colour { class: "onq5", light: "#fff" },
    }
}

#[cfg(test)]
mod tests;
