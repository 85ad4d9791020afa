//! A white sheet with words at measured places.

use crate::chart::metrics::{ASCENT, DESCENT, LEADING, Weight};
use crate::chart::scene::{Anchor, Paint, Point, Text, TextRole};
use crate::chart::{
    Fit, Room, SvgBackend, ToldBy, fit, open_drawing, subpixels, write_text,
};
use crate::lang::Lang;

/// Distance of two baselines of large letters, in em.
const LARGE_LEADING: f64 = 1.16;

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Size of the letters in px.
    pub(super) size: f64,
    /// Their face.
    pub(super) weight: Weight,
    /// Their colour.
    pub(super) paint: Paint,
}

/// Words one below the other.
#[derive(Debug)]
pub(super) struct Column {
    left: f64,
    width: f64,
    /// The lower edge of what is written, in px.
    pub(super) bottom: f64,
    /// What is written.
    pub(super) texts: Vec<Text>,
}

impl Column {
    /// An empty column `width` px wide, with its upper left corner here.
    pub(super) fn new(left: f64, top: f64, width: f64) -> Self {
        Self { left, width, bottom: top, texts: Vec::new() }
    }

    /// Writes words `gap` px below the last ones, in lines of about one width.
    pub(super) fn write(&mut self, words: &str, gap: f64, style: Style) {
        let lines = lines(words, self.width, style).lines;
        if !lines.is_empty() {
            self.bottom += gap;
            self.put(lines, LEADING, style);
        }
    }

    /// The same in `most` lines; what has no room there is left out, and dots say so.
    pub(super) fn write_at_most(&mut self, most: usize, words: &str, style: Style) {
        let mut lines = lines(words, self.width, style).lines;
        if lines.len() > most {
            lines.truncate(most);
            lines.iter_mut().skip(most.saturating_sub(1)).for_each(add_dots);
        }
        if !lines.is_empty() {
            self.put(lines, LEADING, style);
        }
    }

    /// The same for large letters: the lines stand closer.
    pub(super) fn write_large(&mut self, words: &str, style: Style) {
        for line in lines(words, self.width, style).lines {
            self.put(vec![line], LARGE_LEADING, style);
        }
    }

    fn put(&mut self, lines: Vec<String>, leading: f64, style: Style) {
        let at = Point { x: self.left, y: baseline(self.bottom, leading, style.size) };
        self.bottom += lines.len() as f64 * leading * style.size;
        self.texts.push(text(lines, at, Anchor::Start, style));
    }
}

/// Says that a line does not end here.
pub(super) fn add_dots(line: &mut String) {
    line.push_str(" …");
}

/// Words in lines that are `width` px wide at most, if that is possible.
fn lines(words: &str, width: f64, style: Style) -> Fit {
    let Style { size, weight, .. } = style;
    fit(words, None, Room { width, lines: usize::MAX, size, weight })
}

/// The baseline of a line whose upper edge is at `top`; `leading` is its height in em.
pub(super) fn baseline(top: f64, leading: f64, size: f64) -> f64 {
    top + ((leading - ASCENT - DESCENT) / 2.0 + ASCENT) * size
}

/// Lines at a place.
pub(super) fn text(lines: Vec<String>, at: Point, anchor: Anchor, style: Style) -> Text {
    let Style { size, weight, paint } = style;
    let role = TextRole::Beside;
    Text { lines, at, anchor, size, weight, paint, role, name: None }
}

/// What a sheet says to those who do not see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct SheetWords<'a> {
    /// Begins its ids, so that several sheets can be put on one page.
    pub(super) id: &'a str,
    /// The name of the sheet.
    pub(super) title: &'a str,
    /// What is to be seen.
    pub(super) description: &'a str,
    /// The language of all words and numbers.
    pub(super) lang: Lang,
}

/// A white document of this size in px with `content`, and with `rules` of style where
/// there are some.
pub(super) fn document(
    (width, height): (f64, f64),
    words: SheetWords<'_>,
    rules: Option<&str>,
    content: &str,
) -> String {
    let mut out = String::new();
    let size = (subpixels(width), subpixels(height));
    let mut svg = backend(&mut out);
    let ids = ["t", "d"].map(|part| format!("{}-{part}", words.id));
    let [name, description] = &ids;
    open_drawing(&mut svg, size, "sheet", ToldBy { name, description, lang: words.lang });
    svg.begin("title").attribute("id", name).content();
    svg.escaped(words.title).end("title").raw("\n");
    svg.begin("desc").attribute("id", description).content();
    svg.escaped(words.description).end("desc").raw("\n");
    if let Some(rules) = rules {
        svg.begin("style").content().raw("\n").raw(rules).end("style").raw("\n");
    }
    svg.begin("rect").length("width", size.0).length("height", size.1);
    svg.attribute("fill", "#fff").end_empty();
    svg.raw(content).end("svg").raw("\n");
    out
}

/// Texts as elements.
pub(super) fn write_texts(texts: &[Text], out: &mut String) {
    let mut svg = backend(out);
    texts.iter().for_each(|text| write_text(text, &mut svg));
}

/// What writes elements to the end of `out`; only plotters asks for a size.
fn backend(out: &mut String) -> SvgBackend<'_> {
    SvgBackend::new(out, (0, 0))
}
