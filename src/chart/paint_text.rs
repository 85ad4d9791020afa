//! Paints a text of a scene.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::look;
use super::metrics::LEADING;
use super::paint_mark::coordinate;
use super::scale::subpixels;
use super::scene::Text;
use super::svg::{Drawn, SvgBackend};

/// A text.
pub(super) struct Writing<'s> {
    /// The text.
    pub(super) text: &'s Text,
    /// Whether the group that it is in says what it looks like.
    pub(super) shared: bool,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Writing<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [coordinate(self.text.at)]
    }
}

impl<'b> Drawable<SvgBackend<'b>> for Writing<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        svg: &mut SvgBackend<'b>,
        _: (u32, u32),
    ) -> Drawn {
        if let Some(at) = points.next() {
            self.write(at, svg);
        }
        Ok(())
    }
}

/// Writes a text that stands beside a scene.
pub(crate) fn write_text(text: &Text, svg: &mut SvgBackend<'_>) {
    Writing { text, shared: false }.write(coordinate(text.at), svg);
}

impl Writing<'_> {
    fn write(&self, at: BackendCoord, svg: &mut SvgBackend<'_>) {
        self.open(at, svg);
        self.lines(at, svg);
        svg.end("text").raw("\n");
    }

    fn open(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        svg.begin("text").length("x", x).length("y", y);
        if !self.shared {
            svg.raw(&look::written(self.text));
        }
        svg.raw(look::weight(self.text));
        if let Some(name) = &self.text.name {
            svg.attribute("role", "graphics-symbol img").attribute("aria-label", name);
        }
        svg.content();
    }

    /// A space stands between two lines, so that the text can be copied and searched.
    fn lines(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        let pitch = subpixels(self.text.size * LEADING);
        match self.text.lines.as_slice() {
            [line] => drop(svg.escaped(line)),
            lines => {
                let mut below = y;
                for (at, line) in lines.iter().enumerate() {
                    if at > 0 {
                        svg.raw(if line_ends_open(lines, at) { " " } else { "" });
                        below += pitch;
                    }
                    svg.begin("tspan");
                    if at > 0 {
                        svg.length("x", x).length("y", below);
                    }
                    svg.content().escaped(line).end("tspan");
                }
            }
        }
    }
}

/// Whether a space was where the line before `at` ends, and not a hyphen.
fn line_ends_open(lines: &[String], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    before.is_none_or(|line| !line.ends_with('-'))
}
