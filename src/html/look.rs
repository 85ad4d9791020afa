//! The colours and fonts of a project, as a style sheet on top of the theme's.

use std::fmt::Write;

use crate::study::Look;

/// The rules of a look; `address` gives the address of a file of `static/` as the style
/// sheet finds it. Paper and the reader's own colours stay as they are.
pub(super) fn style(look: &Look, address: fn(&str) -> String) -> String {
    let mut fonts = String::new();
    let mut own = String::new();
    let families = [
        (&look.text_font, "Own Text", "serif", "Noto Serif"),
        (&look.interface_font, "Own Interface", "ui", "Noto Sans"),
    ];
    for (file, family, variable, fallback) in families {
        let Some(file) = file else { continue };
        let url = address(file);
        // Writing to a string cannot fail.
        let _ = writeln!(
            fonts,
            r#"@font-face {{ font-family: "{family}"; src: url("{url}") format("woff2"); font-display: swap; }}"#
        );
        let _ = write!(own, r#" --{variable}: "{family}", "{fallback}", sans-serif;"#);
    }
    let mut dark = String::new();
    if let Some((light, on_dark)) = look.accent {
        let _ = write!(own, " --accent: {light};");
        let _ = writeln!(
            dark,
            "@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {on_dark}; }} }}"
        );
    }
    if own.is_empty() {
        return String::new();
    }
    format!(
        "\n/* The look of the study. */\n{fonts}@media screen {{ :root {{{own} }} }}\n{dark}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::Colour;

    #[test]
    fn a_theme_without_a_look_stays_as_it_is() {
        assert_eq!(style(&Look::default(), str::to_ascii_lowercase), "");
    }

    #[test]
    fn colours_are_given_for_light_and_for_dark() {
        let accent = Colour::parse("#7a1f5c").zip(Colour::parse("#e6a1cf"));
        let sheet = style(&Look { accent, ..Look::default() }, str::to_ascii_lowercase);
        assert!(sheet.contains(":root { --accent: #7a1f5c; }"), "{sheet}");
        assert!(sheet.contains("dark) { :root { --accent: #e6a1cf; }"), "{sheet}");
    }

    #[test]
    fn a_font_is_found_where_the_site_has_it() {
        let text_font = Some("Own.WOFF2".to_owned());
        let sheet =
            style(&Look { text_font, ..Look::default() }, str::to_ascii_lowercase);
        assert!(sheet.contains(r#"url("own.woff2")"#), "{sheet}");
        assert!(sheet.contains(r#"--serif: "Own Text", "Noto Serif""#), "{sheet}");
    }
}
