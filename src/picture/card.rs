//! The card that a social network shows for a page.

use super::raster::Picture;
use super::sheet::{
    Column, SheetWords, Style, add_dots, baseline, document, text, write_texts,
};
use crate::chart::metrics::{self, LEADING, Weight};
use crate::chart::scene::{Anchor, Paint, Point, Text};
use crate::lang::Lang;
use crate::memo::Memo;

/// Width and height of a card in px, as Open Graph wants it.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// Dots of the PNG for each px.
const SCALE: u16 = 1;
/// Left and right of the words in px.
const MARGIN: f64 = 72.0;
/// The upper edge of the words in px.
const TOP: f64 = 64.0;
/// The lower edge of the words in px.
const BOTTOM: f64 = 630.0 - 56.0;
/// Between the title and what stands above it and below it in px.
const APART: f64 = 20.0;
/// Sizes of the title in px: the first at which all words have room.
const SIZES: [f64; 8] = [68.0, 60.0, 54.0, 48.0, 42.0, 36.0, 30.0, 24.0];
/// Most lines of a title but at its least size.
const TITLE_LINES: usize = 4;

const ABOVE: Style = Style { size: 26.0, weight: Weight::Regular, paint: Paint::Mute };
const BELOW: Style = Style { size: 28.0, weight: Weight::Regular, paint: Paint::Mute };
const FOOT: Style = Style { size: 26.0, weight: Weight::Bold, paint: Paint::Ink };
const ISSUED: Style = Style { weight: Weight::Regular, paint: Paint::Mute, ..FOOT };

/// The row of teeth that the pages have at their head, in the light colour of the theme.
const BAND: &str = "<path fill=\"#0b6470\" d=\"";

/// The cards of earlier builds, by their paths.
pub type CardsBefore = Memo<CardWords, Picture>;

/// The words of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardWords {
    /// The language of all words.
    pub lang: Lang,
    /// Its own name for itself.
    pub language: String,
    /// What the page belongs to.
    pub above: Option<String>,
    /// The title of the page.
    pub title: String,
    /// What more is to be said of it.
    pub below: Option<String>,
    /// The names of the authors.
    pub authors: String,
    /// When the study appeared.
    pub issued: Option<String>,
}

impl CardWords {
    /// The first letter of the card that the font lacks; without one the card can be drawn.
    pub fn lacking(&self) -> Option<char> {
        self.all().flat_map(str::chars).find(|own| !metrics::has(*own))
    }

    /// The words of the card for who does not see it.
    pub fn plain(&self) -> String {
        let parts = [Some(&self.title), self.above.as_ref(), Some(&self.authors)];
        let parts = parts.into_iter().flatten().map(String::as_str);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        let optional = [&self.above, &self.below, &self.issued];
        [&self.language, &self.title, &self.authors]
            .into_iter()
            .chain(optional.into_iter().flatten())
            .map(String::as_str)
    }
}

/// The card with these words.
pub fn draw_card(words: &CardWords) -> Picture {
    let (width, height) = (f64::from(CARD_SIZE.0), f64::from(CARD_SIZE.1));
    let mut content = band(width);
    write_texts(&place(words, width), &mut content);
    let description = words.plain();
    let told = SheetWords {
        id: "card",
        title: &words.title,
        description: &description,
        lang: words.lang,
    };
    Picture::new(document((width, height), told, None, &content), SCALE)
}

/// All words of a card at their places.
fn place(words: &CardWords, width: f64) -> Vec<Text> {
    let inner = width - 2.0 * MARGIN;
    let language = language(words, width);
    let beside = metrics::width(&words.language, ABOVE.size, ABOVE.weight);
    let mut head = Column::new(MARGIN, TOP, inner - beside - 2.0 * APART);
    if let Some(above) = &words.above {
        head.write_at_most(2, above, ABOVE);
    }
    head.bottom = head.bottom.max(TOP + ABOVE.size * LEADING);
    let foot = foot(words, inner);
    let first = foot.first().map_or(BOTTOM, |text| text.rect().top);
    let body = body(words, (head.bottom + 2.0 * APART, first - APART), inner);
    head.texts.into_iter().chain([language]).chain(body).chain(foot).collect()
}

/// The language's name in the corner.
fn language(words: &CardWords, width: f64) -> Text {
    let at = Point { x: width - MARGIN, y: baseline(TOP, LEADING, ABOVE.size) };
    text(vec![words.language.clone()], at, Anchor::End, ABOVE)
}

/// The title and what stands below it, between two heights in px: as large as there is
/// room. Words that have none at any size are left out, those of the title from its end.
fn body(words: &CardWords, (top, bottom): (f64, f64), width: f64) -> Vec<Text> {
    let [sizes @ .., least] = SIZES;
    let fits = |(column, lines): &(Column, usize)| {
        let mut title = column.texts.iter().take(*lines);
        let fits_across = title.all(|text| text.rect().right <= MARGIN + width);
        column.bottom <= bottom && *lines <= TITLE_LINES && fits_across
    };
    let mut tried = sizes.into_iter().map(|size| set(words, top, width, size));
    if let Some((column, _)) = tried.find(fits) {
        return column.texts;
    }
    let (mut column, title) = set(words, top, width, least);
    let above = |text: &&Text| text.rect().bottom <= bottom;
    let shown = column.texts.iter().take_while(above).count();
    column.texts.truncate(shown);
    if let Some(last) = column.texts.last_mut().filter(|_| shown < title) {
        last.lines.iter_mut().for_each(add_dots);
    }
    column.texts
}

/// The words at one size of the title, and how many lines that has.
fn set(words: &CardWords, top: f64, width: f64, size: f64) -> (Column, usize) {
    let style = Style { size, weight: Weight::Bold, paint: Paint::Ink };
    let mut column = Column::new(MARGIN, top, width);
    // A title has room for its compounds.
    column.write_large(&words.title.replace('-', "\u{2011}"), style);
    let lines = column.texts.len();
    if let Some(below) = &words.below {
        column.bottom += APART;
        column.write_at_most(3, below, BELOW);
    }
    (column, lines)
}

/// Authors and date, the last line at the bottom.
fn foot(words: &CardWords, width: f64) -> Vec<Text> {
    let mut column = Column::new(MARGIN, 0.0, width);
    column.write_at_most(2, &words.authors, FOOT);
    if let Some(issued) = &words.issued {
        column.write_at_most(1, issued, ISSUED);
    }
    let down = BOTTOM - column.bottom;
    column.texts.iter_mut().for_each(|text| text.at.y += down);
    column.texts
}

/// The row of teeth along the upper edge.
fn band(width: f64) -> String {
    let mut path = format!("{BAND}M0 0H{width}V8H0Z");
    let mut left = 0.0;
    while left < width {
        path.push_str(&format!("M{left} 8h24l-12 14z"));
        left += 24.0;
    }
    path + "\"/>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, below: Option<&str>) -> CardWords {
        CardWords {
            lang: Lang::parse("kk").unwrap(),
            language: "Қазақша".to_owned(),
            above: Some("Қазақстан Республикасы Ұлттық ғылым академиясы".repeat(3)),
            title: title.to_owned(),
            below: below.map(str::to_owned),
            authors: "М. Б. Асанбаев, Т. Қилыбаев".to_owned(),
            issued: Some("2021 жыл".to_owned()),
        }
    }

    /// No text leaves the card or reaches into another.
    fn assert_apart(texts: &[Text]) {
        for (at, text) in texts.iter().enumerate() {
            let rect = text.rect();
            assert!(rect.left >= 0.0 && rect.right <= 1200.0, "{text:?}");
            assert!(rect.top >= 0.0 && rect.bottom <= 630.0, "{text:?}");
            for other in &texts[at + 1..] {
                let other_rect = other.rect();
                let air = 0.21 * text.size.max(other.size);
                let wide =
                    rect.right.min(other_rect.right) - rect.left.max(other_rect.left);
                let high =
                    rect.bottom.min(other_rect.bottom) - rect.top.max(other_rect.top);
                assert!(wide <= 0.0 || high <= air, "{text:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_title_of_any_length_stays_on_the_card_and_apart_from_the_rest() {
        let words = "Қазақстандағы ішкі көші-қонның қалалардың өсуіне ықпалы және ";
        let below = "Деректер жиынтығы, 1991–2013 жылдар";
        let mut sizes = Vec::new();
        for length in [1, 2, 3, 4, 6, 8, 12, 20, 60] {
            let words = card(&words.repeat(length), Some(below));
            let texts = place(&words, 1200.0);
            assert_apart(&texts);
            let title = texts.iter().filter(|text| text.weight == Weight::Bold);
            sizes.push(title.map(|text| text.size).fold(0.0, f64::max));
        }
        assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
        assert!(sizes[0] > sizes[4], "{sizes:?}");
    }

    #[test]
    fn many_authors_and_long_words_around_the_title_leave_it_its_place() {
        let mut words = card("Қала", Some(&"сипаттама ".repeat(200)));
        words.authors = "А. Автор, ".repeat(80);
        words.above = Some("зерттеу ".repeat(300));
        words.issued = Some("жыл ".repeat(100));
        let texts = place(&words, 1200.0);
        assert_apart(&texts);
        let title = texts.iter().find(|text| text.lines == ["Қала"]).unwrap();
        assert!(title.size >= 36.0, "{title:?}");
    }

    #[test]
    fn what_does_not_fit_at_all_ends_in_dots() {
        let texts = place(&card(&"қала ".repeat(2000), None), 1200.0);
        assert!(texts.iter().any(|text| text.lines[0].ends_with(" …")));
        let texts = place(&card("қала", None), 1200.0);
        assert!(!texts.iter().any(|text| text.lines[0].ends_with('…')));
    }

    #[test]
    fn a_card_tells_the_first_letter_that_the_font_lacks() {
        assert_eq!(card("Үлкен қалаға көшу", None).lacking(), None);
        assert_eq!(card("移住", None).lacking(), Some('移'));
        assert_eq!(card("Көшу", Some("ол 移住")).lacking(), Some('移'));
    }
}
