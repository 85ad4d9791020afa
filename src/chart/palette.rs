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
        Paint::Series(hue) => series(hue),
        Paint::Edge(hue) => Colour { class: edge(hue), ..series(hue) },
        Paint::Ribbon(hue) => Colour { class: ribbon(hue), ..series(hue) },
        Paint::On(hue) => on(hue),
        Paint::Level(step) => level(step),
        Paint::OnLevel(step) => on_level(step),
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
mod tests {
    use super::*;

    const SERIES: [Hue; 5] =
        [Hue::Solo, Hue::Nth(0), Hue::Nth(1), Hue::Nth(2), Hue::Nth(3)];
    const WHITE: [f64; 3] = [1.0; 3];

    fn parse(colour: &str) -> [f64; 3] {
        let digits = colour.trim_start_matches('#');
        let step = digits.len() / 3;
        [0, 1, 2].map(|part| {
            let part = &digits[part * step..(part + 1) * step];
            let doubled = if step == 1 { part.repeat(2) } else { part.to_owned() };
            f64::from(u8::from_str_radix(&doubled, 16).unwrap()) / 255.0
        })
    }

    /// Contrast as WCAG 2.2 defines it.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let linear = |part: f64| match part {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        let light = |[r, g, b]: [f64; 3]| {
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    /// The value of a variable in a part of the style sheet.
    fn variable(sheet: &str, name: &str) -> [f64; 3] {
        let (_, value) = sheet.split_once(&format!("--{name}: ")).unwrap();
        parse(value.split_once(';').unwrap().0)
    }

    fn themes() -> [(&'static str, [f64; 3]); 3] {
        let sheet = include_str!("../../static/chart.css");
        let (light, rest) = sheet.split_once("@media screen").unwrap();
        let (dark, print) = rest.split_once("@media print").unwrap();
        [(light, WHITE), (dark, variable(dark, "halo")), (print, WHITE)]
    }

    #[test]
    fn the_style_sheet_begins_with_the_colours_of_the_drawings() {
        let [(light, _), ..] = themes();
        for paint in [Paint::Ink, Paint::Mute, Paint::Grid, Paint::Axis]
            .into_iter()
            .chain(SERIES.map(Paint::Series))
            .chain(SERIES.map(Paint::On))
        {
            let Colour { class, light: colour } = colour(paint);
            assert_eq!(variable(light, class), parse(colour), "{class}");
        }
    }

    #[test]
    fn texts_have_a_contrast_of_four_and_a_half_in_every_theme() {
        for (sheet, ground) in themes() {
            for ink in ["ink", "mute"] {
                assert!(contrast(variable(sheet, ink), ground) >= 4.5, "{ink}");
            }
            for (text, series) in [
                ("on", "solo"),
                ("on1", "s1"),
                ("on2", "s2"),
                ("on3", "s3"),
                ("on4", "s4"),
            ] {
                let part = variable(sheet, series);
                let found = contrast(variable(sheet, text), part);
                assert!(found >= 4.5, "{text}: {found}");
            }
        }
    }

    #[test]
    fn series_have_a_contrast_of_three_to_the_page_and_to_their_neighbours_on_a_screen() {
        let [light, dark, _] = themes();
        for (sheet, ground) in [light, dark] {
            let series = ["s1", "s2", "s3", "s4"].map(|name| variable(sheet, name));
            assert!(contrast(variable(sheet, "solo"), ground) >= 3.0);
            for one in series {
                assert!(contrast(one, ground) >= 3.0);
            }
            for pair in series.windows(2) {
                assert!(contrast(pair[0], pair[1]) >= 3.0);
            }
        }
    }
}
