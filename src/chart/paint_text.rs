//! Paints a text of a scene.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::layers::BODY;
use super::metrics::{LEADING, Weight};
use super::paint_mark::coordinate;
use super::palette::{HALO, colour};
use super::scale::subpixels;
use super::scene::{Anchor, Paint, Text, TextRole};
use super::svg::{Drawn, SvgBackend};

/// A text.
pub(super) struct Writing<'s>(pub(super) &'s Text);

impl<'a> PointCollection<'a, BackendCoord> for &'a Writing<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [coordinate(self.0.at)]
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
    Writing(text).write(coordinate(text.at), svg);
}

impl Writing<'_> {
    fn write(&self, at: BackendCoord, svg: &mut SvgBackend<'_>) {
        self.open(at, svg);
        self.lines(at, svg);
        svg.end("text").raw("\n");
    }

    fn open(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        let text = self.0;
        let colour = colour(text.paint);
        svg.begin("text").length("x", x).length("y", y);
        let class = match text.role {
            TextRole::Missing => format!("{} {}", colour.class, HALO.class),
            _ => colour.class.to_owned(),
        };
        svg.attribute("class", &class).attribute("fill", colour.light);
        let haloed = matches!(text.paint, Paint::Note | Paint::Name(_));
        if text.role == TextRole::Missing || haloed {
            svg.attribute("stroke", HALO.light).attribute("stroke-width", "4");
            svg.attribute("paint-order", "stroke").attribute("stroke-linejoin", "round");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => drop(svg.attribute("text-anchor", "middle")),
            Anchor::End => drop(svg.attribute("text-anchor", "end")),
        }
        if text.size != BODY {
            svg.length("font-size", subpixels(text.size));
        }
        if text.weight == Weight::Bold {
            svg.attribute("font-weight", "bold");
        }
        if let Some(name) = &text.name {
            svg.attribute("role", "graphics-symbol img").attribute("aria-label", name);
        }
        svg.content();
    }

    /// A space stands between two lines, so that the text can be copied and searched.
    fn lines(&self, (x, y): BackendCoord, svg: &mut SvgBackend<'_>) {
        let pitch = subpixels(self.0.size * LEADING);
        match self.0.lines.as_slice() {
            [line] => drop(svg.escaped(line)),
            lines => {
                let mut below = y;
                for (at, line) in lines.iter().enumerate() {
                    if at > 0 {
                        svg.raw(if line_ends_open(lines, at) { " " } else { "" });
                        below += pitch;
                    }
                    svg.begin("tspan").length("x", x).length("y", below).content();
                    svg.escaped(line).end("tspan");
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
