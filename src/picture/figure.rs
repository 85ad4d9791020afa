//! A figure as a file of its own: with the words that stand around it on the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::font;
use super::raster::Picture;
use super::sheet::{Column, SheetWords, Style, document, write_texts};
use crate::chart::metrics::Weight;
use crate::chart::scene::{Paint, Text};
use crate::chart::{self, PAGE_WIDTHS, Scene, paint_groups};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, Figure, written_out};
use crate::lang::Lang;
use crate::locale::{Locale, Messages, Quantity};
use crate::memo::Memo;
use crate::study::Study;

/// Dots of the PNG for each px.
const SCALE: u16 = 2;
/// Around everything in px.
const MARGIN: f64 = 24.0;
/// Above the chart and below it in px.
const APART: f64 = 18.0;
/// A higher figure has no PNG, in px: few programs open one of so many dots.
const HIGHEST: f64 = 8000.0;

const TITLE: Style = Style { size: 20.0, weight: Weight::Bold, paint: Paint::Ink };
const SUBTITLE: Style = Style { size: 14.0, weight: Weight::Regular, paint: Paint::Mute };
const FOOT: Style = Style { size: 12.0, weight: Weight::Regular, paint: Paint::Mute };

/// A figure as files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigurePicture {
    /// An SVG document that needs nothing beside it: no style sheet and no font.
    pub svg: Arc<str>,
    /// The same to be drawn, or why it cannot be: a letter that the font lacks, too great a
    /// height.
    pub png: Result<Picture, String>,
}

/// The pictures of earlier builds, by the language and the id of the figure.
pub type FiguresBefore = Memo<FigureSheet, FigurePicture>;

/// A figure with the words that stand below it on a sheet of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureSheet {
    figure: Figure,
    /// Each with the room above it in px.
    foot: Vec<(String, f64)>,
}

/// Every figure of an edition by its id: those that were not drawn before are drawn now.
pub fn draw_figures(
    edition: &Edition,
    messages: &Messages,
    before: &FiguresBefore,
) -> BTreeMap<String, FigurePicture> {
    let locale = Locale::new(edition.lang);
    let figures = edition.figures();
    let drawn = figures.par_iter().map(|figure| {
        let name = format!("{} {}", edition.lang, figure.id);
        let foot = foot(edition, messages, figure);
        let sheet = FigureSheet { figure: (*figure).clone(), foot };
        (figure.id.clone(), before.get(&name, &sheet, |sheet| draw(sheet, &locale)))
    });
    drawn.collect()
}

/// Warns of figures of a language that have no PNG.
pub fn left_out(
    study: &Study,
    lang: Lang,
    pictures: &BTreeMap<String, FigurePicture>,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    for (id, picture) in pictures {
        if let (Err(why), Some(own)) = (&picture.png, study.figures.get(id)) {
            let message = format!("in `{lang}` the figure has no PNG: {why}");
            let warning = Diagnostic::new(Code::PictureLeftOut, own.id.span, message);
            found.push(warning.help("write other words, or draw less in one figure"));
        }
    }
    found
}

fn draw(sheet: &FigureSheet, locale: &Locale) -> FigurePicture {
    let figure = &sheet.figure;
    let write = |quantity: &Quantity| locale.digits(quantity);
    let scene = chart::compose(&figure.chart, &write, f64::from(PAGE_WIDTHS[0].0));
    let head = head(figure, scene.width);
    // On whole px, so that the lines of the grid are sharp.
    let chart_top = (head.bottom + APART).round();
    let below = chart_top + scene.height + APART;
    let mut foot = Column::new(MARGIN, below, scene.width);
    sheet.foot.iter().for_each(|(words, above)| foot.write(words, *above, FOOT));
    let size = (scene.width + 2.0 * MARGIN, (foot.bottom + MARGIN).ceil());
    let content = content(&head, &scene, chart_top, &foot);

    let title = figure.title.plain();
    let description = figure.description();
    let told = SheetWords {
        id: &figure.id,
        title: &title,
        description: &description,
        lang: locale.lang(),
    };
    let words: Vec<&Text> =
        head.texts.iter().chain(scene.texts()).chain(&foot.texts).collect();
    let rules = font::rules(&words);
    let png = || Picture::new(document(size, told, None, &content), SCALE);
    FigurePicture {
        svg: document(size, told, Some(&rules), &content).into(),
        png: match font::lacking(words) {
            Some(letter) => Err(format!("the font lacks `{letter}`")),
            None if size.1 > HIGHEST => Err(format!("it is higher than {HIGHEST} px")),
            None => Ok(png()),
        },
    }
}

fn head(figure: &Figure, width: f64) -> Column {
    let mut column = Column::new(MARGIN, MARGIN - 4.0, width);
    column.write(&figure.title.plain(), 0.0, TITLE);
    column.write(&figure.subtitle.plain(), 4.0, SUBTITLE);
    column
}

fn foot(edition: &Edition, messages: &Messages, figure: &Figure) -> Vec<(String, f64)> {
    let mut foot = Vec::new();
    let words = |text| -> String {
        let parts = written_out(text, &edition.references);
        parts.into_iter().map(|(_, words)| words).collect()
    };
    if let Some((what, flags)) = figure.legend(messages) {
        foot.push((format!("{what}: {flags}"), 0.0));
    }
    if let Some(notes) = &figure.notes {
        foot.push((format!("{}. {}", messages.get("note"), words(notes)), 0.0));
    }
    let source = format!("{}: {}", messages.get("source"), words(&figure.source));
    foot.push((source, 4.0));
    let study = edition.front.title.plain();
    foot.push((format!("{} · {study}", figure.label), 4.0));
    foot
}

fn content(head: &Column, scene: &Scene, chart_top: f64, foot: &Column) -> String {
    let mut out = String::new();
    write_texts(&head.texts, &mut out);
    out.push_str(&format!("<g transform=\"translate({MARGIN} {chart_top})\">\n"));
    paint_groups(scene, &mut out);
    out.push_str("</g>\n");
    write_texts(&foot.texts, &mut out);
    out
}
