//! The charts of an edition at the widths that pages show.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{FigureIds, Overflow, ToldBy, draw};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Figure};
use crate::lang::Lang;
use crate::locale::{Locale, Quantity};
use crate::memo::Memo;
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
pub type Drawings = BTreeMap<String, Arc<[String]>>;

/// The drawings of earlier builds, by the language and the id of the figure.
pub type DrawnBefore = Memo<Figure, DrawnFigure>;

/// A figure at each of [`PAGE_WIDTHS`].
#[derive(Debug, Clone)]
pub struct DrawnFigure {
    svgs: Arc<[String]>,
    /// Each text that lacks room: by how many px it does at the worst width, and which
    /// that is.
    lacking: BTreeMap<String, (f64, u32)>,
}

/// Draws every figure of an edition that was not drawn before; a text for which there is
/// no room is a warning.
pub fn draw_figures(
    study: &Study,
    edition: &Edition,
    before: &DrawnBefore,
) -> (Drawings, Diagnostics) {
    let locale = Locale::new(edition.lang);
    let figures = edition.figures();
    let drawn: Vec<_> = figures
        .par_iter()
        .map(|figure| {
            let name = format!("{} {}", edition.lang, figure.id);
            let drawn = before.get(&name, figure, |own| draw_figure(own, &locale));
            (figure.id.clone(), drawn)
        })
        .collect();
    let mut found = Diagnostics::new();
    let mut drawings = Drawings::new();
    for (id, DrawnFigure { svgs, lacking }) in drawn {
        warn(study, &id, edition.lang, lacking, &mut found);
        drawings.insert(id, svgs);
    }
    (drawings, found)
}

fn draw_figure(figure: &Figure, locale: &Locale) -> DrawnFigure {
    let ids = FigureIds::new(locale.lang(), figure);
    let told_by = ToldBy {
        name: &ids.title_id,
        description: &ids.description_id,
        lang: locale.lang(),
    };
    let write = |quantity: &Quantity| locale.digits(quantity);
    let mut lacking: BTreeMap<String, (f64, u32)> = BTreeMap::new();
    let svgs = PAGE_WIDTHS
        .iter()
        .map(|(width, _)| {
            let drawing = draw(&figure.chart, told_by, &write, f64::from(*width));
            for Overflow { text, px } in drawing.overflow {
                let known = lacking.entry(text).or_insert((px, *width));
                if px > known.0 {
                    *known = (px, *width);
                }
            }
            drawing.svg
        })
        .collect();
    DrawnFigure { svgs, lacking }
}

fn warn(
    study: &Study,
    id: &str,
    lang: Lang,
    lacking: BTreeMap<String, (f64, u32)>,
    found: &mut Diagnostics,
) {
    let Some(own) = study.figures.get(id) else { return };
    for (text, (px, width)) in lacking {
        let message =
            format!("in `{lang}` at {width} px, `{text}` lacks {:.0} px", px.ceil());
        found.push(
            Diagnostic::new(Code::ChartOverflow, own.id.span, message)
                .help("give the variable a `short` label, or the level a shorter one"),
        );
    }
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
