//! A plotters backend that writes SVG in which every mark says what it is.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend,
    DrawingErrorKind,
};

use super::metrics::{LEADING, Weight, width};
use super::scale::SUBPIXELS;

/// What drawing on an [`SvgBackend`] yields: it cannot fail.
pub(super) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes SVG into a string. Its coordinates are tenths of a px.
pub(crate) struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

impl<'a> SvgBackend<'a> {
    /// A backend of `size` in tenths of a px that writes to the end of `out`.
    pub(crate) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size }
    }

    /// Begins an element. Its attributes follow, then [`Self::content`] or
    /// [`Self::end_empty`].
    pub(crate) fn begin(&mut self, tag: &str) -> &mut Self {
        self.raw("<").raw(tag)
    }

    /// An attribute of the element just begun.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").escaped(value).raw("\"")
    }

    /// An attribute that is a length in tenths of a px.
    pub(crate) fn length(&mut self, name: &str, subpixels: i32) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(subpixels).raw("\"")
    }

    /// Ends an element without content.
    pub(crate) fn end_empty(&mut self) -> &mut Self {
        self.raw("/>\n")
    }

    /// Ends the attributes of an element with content.
    pub(crate) fn content(&mut self) -> &mut Self {
        self.raw(">")
    }

    /// Ends an element with content.
    pub(crate) fn end(&mut self, tag: &str) -> &mut Self {
        self.raw("</").raw(tag).raw(">")
    }

    /// Text, with the signs of markup escaped.
    pub(crate) fn escaped(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.out.push(' '),
                // XML has no way to write these.
                '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() => {}
                c => self.out.push(c),
            }
        }
        self
    }

    /// A length in px, of tenths of a px.
    pub(crate) fn number(&mut self, subpixels: i32) -> &mut Self {
        let sign = if subpixels < 0 { "-" } else { "" };
        let (whole, tenths) =
            (subpixels.unsigned_abs() / 10, subpixels.unsigned_abs() % 10);
        self.raw(sign).raw(&whole.to_string());
        match tenths {
            0 => self,
            tenths => self.raw(".").raw(&tenths.to_string()),
        }
    }

    /// Lengths in px, of tenths of a px, one after the other.
    pub(crate) fn numbers(&mut self, subpixels: &[i32]) -> &mut Self {
        for (at, own) in subpixels.iter().enumerate() {
            let apart = at > 0 && *own >= 0;
            self.raw(if apart { " " } else { "" }).number(*own);
        }
        self
    }

    /// Markup as it is.
    pub(crate) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    fn paint<S: BackendStyle>(&mut self, style: &S, fill: bool) -> &mut Self {
        let (red, green, blue) = style.color().rgb;
        let mut colour = String::from("#");
        for part in [red, green, blue] {
            // Writing to a string cannot fail.
            let _ = write!(colour, "{part:02x}");
        }
        if fill {
            return self.attribute("fill", &colour);
        }
        let wide = i32::try_from(style.stroke_width()).unwrap_or(i32::MAX);
        self.attribute("fill", "none")
            .attribute("stroke", &colour)
            .length("stroke-width", wide)
    }

    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>) -> &mut Self {
        for (at, (x, y)) in points.into_iter().enumerate() {
            self.raw(if at == 0 { "M" } else { "L" }).numbers(&[x, y]);
        }
        self
    }
}

/// What plotters' own elements need. The elements of this module's charts write more:
/// see `paint`.
impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.begin("rect").length("x", left).length("y", top);
        self.length("width", right - left).length("height", bottom - top);
        self.paint(style, fill).end_empty();
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.raw("<path d=\"").path(path).raw("\"").paint(style, false).end_empty();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or(i32::MAX);
        self.begin("circle").length("cx", x).length("cy", y).length("r", radius);
        self.paint(style, fill).end_empty();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Drawn {
        self.raw("<path d=\"").path(vertices).raw("Z\"").paint(style, true).end_empty();
        Ok(())
    }

    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        (x, y): BackendCoord,
    ) -> Drawn {
        self.begin("text").length("x", x).length("y", y);
        self.length("font-size", (style.size() * SUBPIXELS) as i32);
        self.paint(&style.color(), true).content().escaped(text).end("text").raw("\n");
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let wide = width(text, size, Weight::Regular) * SUBPIXELS;
        Ok((wide.ceil() as u32, (size * LEADING * SUBPIXELS).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut SvgBackend<'_>)) -> String {
        let mut out = String::new();
        write(&mut SvgBackend::new(&mut out, (100, 100)));
        out
    }

    #[test]
    fn lengths_have_one_decimal_at_most() {
        let lengths = written(|svg| {
            svg.number(1234).raw(" ").number(-5).raw(" ").number(0).raw(" ").number(100);
        });
        assert_eq!(lengths, "123.4 -0.5 0 10");
    }

    #[test]
    fn lengths_are_kept_apart_by_a_space_or_a_minus() {
        let lengths = written(|svg| {
            svg.numbers(&[-1234, 0, -5, 100]);
        });
        assert_eq!(lengths, "-123.4 0-0.5 10");
    }

    #[test]
    fn markup_in_texts_is_escaped() {
        let text = written(|svg| {
            svg.escaped("<script>\"&\"\u{0}\u{ffff}\n");
        });
        assert_eq!(text, "&lt;script&gt;&quot;&amp;&quot; ");
    }

    #[test]
    fn plotters_own_elements_can_be_drawn() {
        let red = BackendColor { alpha: 1.0, rgb: (255, 0, 0) };
        let path = written(|svg| {
            svg.draw_path([(0, 0), (15, 20)], &red).unwrap();
        });
        assert_eq!(
            path,
            "<path d=\"M0 0L1.5 2\" fill=\"none\" stroke=\"#ff0000\" stroke-width=\"0.1\"/>\n"
        );
    }
}
