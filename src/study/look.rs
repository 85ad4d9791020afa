//! How a project changes the look of its site.

use std::fmt;

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0..=255.
    pub channels: [u8; 3],
}

impl Colour {
    /// Reads `#0b6470` or `#0bf`; `None` for all else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|own| u8::try_from(own).ok()))
            .collect::<Option<_>>()?;
        let channels = match digits.as_slice() {
            [r, g, b] => [r * 17, g * 17, b * 17],
            [r, s, g, h, b, c] => [r * 16 + s, g * 16 + h, b * 16 + c],
            _ => return None,
        };
        Some(Self { channels })
    }

    /// The contrast with another, 1.0..=21.0, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance of WCAG 2.2, 0.0..=1.0.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            match part {
                ..=0.04045 => part / 12.92,
                _ => ((part + 0.055) / 1.055).powf(2.4),
            }
        };
        let [r, g, b] = self.channels.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The first of its mixtures with white, each a twentieth lighter, that has this
    /// contrast with a dark ground; white where none has.
    #[must_use]
    pub fn lightened(self, ground: Self, contrast: f64) -> Self {
        let mixed = |twentieths: u16| {
            let channel = |own: u8| {
                let own = u16::from(own) * (20 - twentieths) + 255 * twentieths;
                u8::try_from(own / 20).unwrap_or(u8::MAX)
            };
            Self { channels: self.channels.map(channel) }
        };
        let found = (0..20).map(mixed).find(|own| own.contrast(ground) >= contrast);
        found.unwrap_or(Self { channels: [255; 3] })
    }
}

/// As style sheets write it.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.channels;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// What a project changes of the look of its site; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The colour of links and ornaments, on light grounds and on dark ones.
    pub accent: Option<(Colour, Colour)>,
    /// The mark of the study, a file of `static/`.
    pub logo: Option<String>,
    /// The font of text and titles, a file of `static/`.
    pub text_font: Option<String>,
    /// The font of all else but charts, a file of `static/`.
    pub interface_font: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_has_three_or_six_digits() {
        assert_eq!(colour("#0bf"), colour("#00bbFF"));
        assert_eq!(colour("#0B6470").to_string(), "#0b6470");
        for wrong in ["0b6470", "#0b647", "#0b64zz", "teal", "#"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(colour("#000").contrast(colour("#fff")), 21.0);
        let grey = colour("#767676").contrast(colour("#fff"));
        assert!((grey - 4.54).abs() < 0.005, "{grey}");
    }

    #[test]
    fn a_dark_colour_is_lightened_until_it_is_legible() {
        let ground = colour("#15181c");
        let light = colour("#7a1f5c").lightened(ground, 7.0);
        assert!(light.contrast(ground) >= 7.0);
        assert_eq!(colour("#ffd").lightened(ground, 7.0), colour("#ffd"));
    }
}
