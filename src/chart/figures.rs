//! The charts of an edition at the widths that pages show.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{ChartTexts, Overflow, draw};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Figure};
use crate::locale::{Locale, Quantity};
use crate::study::Study;

/// The widths in px that every chart is drawn at, with the class of each drawing. Pages
/// show the widest that fits, and never larger than it was drawn: the columns that usual
/// screens leave stay empty by a tenth at most. They are a page of text; a tablet upright,
/// a small one, and a phone on its side; large and usual phones; a screen of 320 px.
pub const PAGE_WIDTHS: [(u32, &str); 7] = [
    (720, "wide"),
    (640, "broad"),
    (540, "middle"),
    (430, "modest"),
    (350, "slim"),
    (320, "slender"),
    (280, "narrow"),
];

/// The SVG of each figure of an edition, by id, once for each of [`PAGE_WIDTHS`].
pub type Drawings = BTreeMap<String, Vec<String>>;

/// Draws every figure of an edition; a text for which there is no room is a warning.
pub fn draw_figures(study: &Study, edition: &Edition) -> (Drawings, Diagnostics) {
    let locale = Locale::new(edition.lang);
    let figures = edition.figures();
    let drawn: Vec<_> =
        figures.par_iter().map(|figure| draw_figure(study, figure, &locale)).collect();
    let mut found = Diagnostics::new();
    let mut drawings = Drawings::new();
    for (figure, (svgs, warnings)) in figures.iter().zip(drawn) {
        drawings.insert(figure.id.clone(), svgs);
        found.append(warnings);
    }
    (drawings, found)
}

fn draw_figure(
    study: &Study,
    figure: &Figure,
    locale: &Locale,
) -> (Vec<String>, Diagnostics) {
    let title = figure.title.plain();
    let description = figure.description();
    let write = |quantity: &Quantity| locale.digits(quantity);
    let mut worst: BTreeMap<String, (f64, u32)> = BTreeMap::new();
    let svgs = PAGE_WIDTHS
        .iter()
        .map(|(width, _)| {
            // No other id has a dot, so that two editions can stand on one page.
            let id = format!("{}.{}-{width}", locale.lang(), figure.id);
            let texts = ChartTexts {
                id: &id,
                title: &title,
                description: &description,
                lang: locale.lang(),
            };
            let drawing = draw(&figure.chart, texts, &write, f64::from(*width));
            for Overflow { text, px } in drawing.overflow {
                let known = worst.entry(text).or_insert((px, *width));
                if px > known.0 {
                    *known = (px, *width);
                }
            }
            drawing.svg
        })
        .collect();
    let mut found = Diagnostics::new();
    if let Some(own) = study.figures.get(&figure.id) {
        for (text, (px, width)) in worst {
            let lang = locale.lang();
            let message =
                format!("in `{lang}` at {width} px, `{text}` lacks {:.0} px", px.ceil());
            found.push(
                Diagnostic::new(Code::ChartOverflow, own.id.span, message).help(
                    "give the variable a `short` label, or the level a shorter one",
                ),
            );
        }
    }
    (svgs, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns in px that usual screens leave: 320, 360, 390, 412, 430, 480, 600, 640,
    /// 768 px, and all from 1024 px on.
    const COLUMNS: [f64; 10] =
        [284.0, 324.0, 351.0, 370.8, 387.0, 432.0, 540.0, 576.0, 691.2, 736.0];

    #[test]
    fn pages_show_each_drawing_from_its_own_width_on() {
        let style = include_str!("../../static/style.css");
        let mut below = String::new();
        for (width, class) in PAGE_WIDTHS {
            let from = match class {
                "narrow" => String::new(),
                _ => format!("{width}px <= "),
            };
            let rule = format!(
                "@container ({from}width{below}) {{ .drawing > .{class} {{ display: block; }} }}"
            );
            assert!(style.contains(&rule), "no {rule}");
            below = format!(" < {width}px");
        }
    }

    #[test]
    fn on_usual_screens_a_tenth_of_the_column_stays_empty_at_most() {
        for column in COLUMNS {
            let mut fitting = PAGE_WIDTHS.iter().map(|(width, _)| f64::from(*width));
            let shown = fitting.find(|width| *width <= column).unwrap();
            assert!(shown >= 0.9 * column, "{shown} in {column}");
        }
    }
}
