//! What tells of a figure's drawings to those who do not see them: words that stand on its page
//! once, whatever the number of drawings.

use serde::Serialize;

use crate::edition::Figure;
use crate::lang::Lang;

/// The ids of the words that name the drawings of a figure and describe them. No other id has
/// two dots, so that two editions can stand on one page.
#[derive(Debug, Clone, Serialize)]
pub struct FigureIds {
    /// That of the title.
    pub title_id: String,
    /// That of the description.
    pub description_id: String,
}

impl FigureIds {
    /// Those of a figure of an edition, where its text has the figure.
    pub fn new(lang: Lang, figure: &Figure) -> Self {
        Self::of(&stem(lang, figure))
    }

    /// Those where the front of an edition shows the figure a second time.
    pub fn on_front(lang: Lang, figure: &Figure) -> Self {
        Self::of(&front_stem(lang, figure))
    }

    fn of(stem: &str) -> Self {
        let [title_id, description_id] =
            ["title", "description"].map(|part| format!("{stem}{part}"));
        Self { title_id, description_id }
    }
}

/// A drawing of the figure that the words on the front tell of.
pub fn for_front(svg: &str, lang: Lang, figure: &Figure) -> String {
    let (tag, content) = svg.split_once('>').unwrap_or((svg, ""));
    let tag = tag.replace(&stem(lang, figure), &front_stem(lang, figure));
    format!("{tag}>{content}")
}

fn stem(lang: Lang, figure: &Figure) -> String {
    format!("{lang}.{}.", figure.id)
}

fn front_stem(lang: Lang, figure: &Figure) -> String {
    format!("front.{}", stem(lang, figure))
}
