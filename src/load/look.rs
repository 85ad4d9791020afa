//! Colours, fonts and logo of the site.

use super::decode::Decoder;
use super::format::ThemeFile;
use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::{Colour, Look};

/// The folder of a project that holds its own assets.
const STATIC: &str = "static/";
/// The least contrast of text with its ground: success criterion 1.4.3 of WCAG 2.2.
const LEAST_CONTRAST: f64 = 4.5;
/// The contrast that a colour gets which is made lighter for dark grounds.
const EASY_CONTRAST: f64 = 8.0;
/// The light grounds of `static/style.css`, and what an author knows them as.
const LIGHT: [(&str, &str); 2] = [("#ffffff", "white"), ("#f3f6f7", "a light note")];
/// Its dark grounds.
const DARK: [(&str, &str); 2] =
    [("#15181c", "the dark page"), ("#1e2328", "a dark note")];

/// What `theme` of `study.yaml` asks for.
pub(super) fn look(file: ThemeFile, decoder: &mut Decoder<'_>) -> Look {
    Look {
        accent: accent(file.accent, file.accent_dark, decoder),
        logo: file.logo.and_then(|own| asset(own, &["svg", "png"], decoder)),
        text_font: file.text_font.and_then(|own| asset(own, &["woff2"], decoder)),
        interface_font: file
            .interface_font
            .and_then(|own| asset(own, &["woff2"], decoder)),
    }
}

fn accent(
    light: Option<Spanned<String>>,
    dark: Option<Spanned<String>>,
    decoder: &mut Decoder<'_>,
) -> Option<(Colour, Colour)> {
    let dark_alone = dark.as_ref().filter(|_| light.is_none()).map(|own| own.span);
    if let Some(span) = dark_alone {
        let message = "`accent-dark` stands without `accent`";
        decoder.report(
            Diagnostic::new(Code::BadValue, span, message)
                .help("give `accent`, the colour on light grounds, too"),
        );
    }
    let light = light.and_then(|own| colour(&own, &LIGHT, decoder));
    let dark = dark.and_then(|own| colour(&own, &DARK, decoder));
    let light = light?;
    let ground = Colour::parse(DARK[1].0)?;
    Some((light, dark.unwrap_or_else(|| light.lightened(ground, EASY_CONTRAST))))
}

/// A colour that is legible on all of these grounds.
fn colour(
    own: &Spanned<String>,
    grounds: &[(&'static str, &'static str)],
    decoder: &mut Decoder<'_>,
) -> Option<Colour> {
    let Some(colour) = Colour::parse(&own.value) else {
        let message = format!("`{}` is no colour", own.value);
        decoder.report(
            Diagnostic::new(Code::BadValue, own.span, message)
                .help("write its red, green and blue in quotation marks: `'#0b6470'`"),
        );
        return None;
    };
    let contrast = |(ground, name): &(&'static str, &'static str)| {
        Some((colour.contrast(Colour::parse(ground)?), *name))
    };
    let least = grounds
        .iter()
        .filter_map(contrast)
        .min_by(|one, other| one.0.total_cmp(&other.0));
    match least {
        Some((ratio, ground)) if ratio < LEAST_CONTRAST => {
            // Rounded down, so that what is too little is never written as enough.
            let ratio = (ratio * 100.0).floor() / 100.0;
            let message = format!(
                "the contrast of `{}` with {ground} is {ratio:.2}, and 4.5 is the least",
                own.value
            );
            decoder.report(
                Diagnostic::new(Code::LowContrast, own.span, message)
                    .help("links and numbers have this colour: take a darker one for light grounds, a lighter one for dark grounds"),
            );
            None
        }
        _ => Some(colour),
    }
}

/// A file of `static/` with one of these endings.
fn asset(
    own: Spanned<String>,
    endings: &[&str],
    decoder: &mut Decoder<'_>,
) -> Option<String> {
    let names: Vec<String> = decoder
        .input
        .under(STATIC)
        .filter_map(|(_, file)| file.path.strip_prefix(STATIC).map(str::to_owned))
        .collect();
    let fits = endings.iter().any(|end| {
        own.value.rsplit_once('.').is_some_and(|(_, is)| is.eq_ignore_ascii_case(end))
    });
    if names.contains(&own.value) && fits {
        return Some(own.value);
    }
    let kinds: Vec<_> = endings.iter().map(|own| own.to_uppercase()).collect();
    let kinds = kinds.join(" or ");
    let message = format!("`{STATIC}{}` is no {kinds} file of the project", own.value);
    decoder.report(
        Diagnostic::new(Code::UnknownReference, own.span, message)
            .suggest(&own.value, names.iter().map(String::as_str)),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../static/style.css");
        for [(ground, _), (wash, _)] in [LIGHT, DARK] {
            let ground = ground.replace("#ffffff", "#fff");
            let both = format!("--ground: {ground};\n");
            let at = sheet.find(&both).expect(&both);
            let rest = sheet[at + both.len()..].trim_start();
            assert!(rest.starts_with(&format!("--wash: {wash};")), "{wash}");
        }
    }
}
