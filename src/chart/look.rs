//! What marks and texts look like, as the attributes of markup. Those that look alike and
//! follow one another are painted within a group that says it once.

use super::layers::BODY;
use super::metrics::Weight;
use super::palette::{HALO, colour, outline};
use super::scale::subpixels;
use super::scene::{Anchor, Hue, Item, Mark, Paint, Shape, Text, TextRole};
use super::svg::SvgBackend;

/// The attributes that a group of items says for each of them, if they may be said there:
/// where style sheets ask for the class of a group and for that of a mark alike.
pub(super) fn shared(item: &Item) -> Option<String> {
    match item {
        Item::Text(text) => Some(written(text)),
        Item::Mark(mark) => {
            let level = matches!(mark.paint, Paint::Level(_));
            let shares = match mark.shape {
                Shape::Sign { .. } | Shape::Flow { .. } => true,
                Shape::Bar(_) => level,
                _ => false,
            };
            (shares && !is_flat(&mark.shape)).then(|| filled(mark))
        }
    }
}

/// Whether a bar is only a line.
fn is_flat(shape: &Shape) -> bool {
    match shape {
        Shape::Bar(rect) => {
            subpixels(rect.left) == subpixels(rect.right)
                || subpixels(rect.top) == subpixels(rect.bottom)
        }
        _ => false,
    }
}

/// Attributes from what writes them.
fn attributes(write: impl FnOnce(&mut SvgBackend<'_>)) -> String {
    let mut out = String::new();
    write(&mut SvgBackend::new(&mut out, (0, 0)));
    out
}

/// What a text looks like, but for its weight.
pub(super) fn written(text: &Text) -> String {
    let colour = colour(text.paint);
    let missing = text.role == TextRole::Missing;
    let class = match missing {
        true => format!("{} {}", colour.class, HALO.class),
        false => colour.class.to_owned(),
    };
    attributes(|svg| {
        svg.attribute("class", &class).attribute("fill", colour.light);
        if missing || matches!(text.paint, Paint::Note | Paint::Name(_)) {
            svg.attribute("stroke", HALO.light).attribute("stroke-width", "4");
            svg.attribute("paint-order", "stroke");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => drop(svg.attribute("text-anchor", "middle")),
            Anchor::End => drop(svg.attribute("text-anchor", "end")),
        }
        if text.size != BODY {
            svg.length("font-size", subpixels(text.size));
        }
    })
}

/// The attribute of a text in the bold face, which those beside it may not have.
pub(super) fn weight(text: &Text) -> &'static str {
    match text.weight {
        Weight::Bold => " font-weight=\"bold\"",
        Weight::Regular => "",
    }
}

/// What a line looks like.
pub(super) fn stroked(mark: &Mark) -> String {
    let colour = colour(mark.paint);
    let bar = matches!(mark.shape, Shape::Bar(_) | Shape::Segment { .. });
    attributes(|svg| {
        svg.attribute("class", &format!("line {}", colour.class));
        svg.attribute("stroke", colour.light);
        if let Some(wide) = thickness(mark.paint) {
            svg.attribute("stroke-width", if bar { "1" } else { wide });
        }
        match mark.paint {
            Paint::Grid | Paint::Axis => {
                svg.attribute("shape-rendering", "crispEdges");
            }
            Paint::Series(_) | Paint::Lead(_) => {
                svg.attribute("stroke-linecap", "round");
            }
            Paint::Reference => {
                svg.attribute("stroke-dasharray", "5 4");
            }
            _ => {}
        }
    })
}

/// How thick a line is in px, if not one.
fn thickness(paint: Paint) -> Option<&'static str> {
    match paint {
        Paint::Series(Hue::Muted) | Paint::Hollow(Hue::Muted) => Some("1.75"),
        Paint::Series(_) | Paint::Hollow(_) => Some("2"),
        Paint::Lead(_) => Some("3"),
        Paint::Reference | Paint::Interval => Some("1.5"),
        Paint::Frame => Some("2"),
        Paint::Casing => Some("4.5"),
        _ => None,
    }
}

/// What a filled shape looks like.
pub(super) fn filled(mark: &Mark) -> String {
    let colour = colour(mark.paint);
    let shape = &mark.shape;
    let drawn = matches!(shape, Shape::Region(_) | Shape::Flow { .. });
    let area = if drawn { "area " } else { "" };
    let apart = match mark.paint {
        Paint::Hidden | Paint::NoData | Paint::Ribbon(_) | Paint::Band => false,
        paint if outline(paint).is_some() => false,
        _ if matches!(shape, Shape::Flow { .. }) => false,
        _ => drawn || matches!(shape, Shape::Sign { .. }),
    };
    let halo = if apart { format!(" {}", HALO.class) } else { String::new() };
    attributes(|svg| {
        svg.attribute("class", &format!("{area}{}{halo}", colour.class));
        if !matches!(mark.paint, Paint::Hidden | Paint::Quiet(_)) {
            svg.attribute("fill", colour.light);
        }
        match mark.paint {
            Paint::Ribbon(_) => {
                svg.attribute("fill-opacity", "0.25");
            }
            Paint::Flow(_) => {
                svg.attribute("fill-opacity", "0.25").attribute("stroke", colour.light);
            }
            Paint::NoData => {
                svg.attribute("stroke", "#8a8a8a").attribute("stroke-dasharray", "2 2");
            }
            Paint::Quiet(_) => {}
            _ if apart => {
                svg.attribute("stroke", HALO.light);
            }
            _ => {}
        }
        if let Some(line) = outline(mark.paint) {
            svg.attribute("stroke", line.light);
        }
        if matches!(mark.paint, Paint::Hollow(_)) {
            svg.attribute("stroke-width", "1.5");
        }
        if drawn && matches!(mark.paint, Paint::Level(_)) {
            svg.attribute("stroke-width", "1.5");
        }
    })
}
