//! What the front of a study shows, and how its site looks.

use crate::expr::Expression;
use crate::load::decode::{Chapter, Decode, Decoder, Key, authored, key_of, title_of};
use crate::load::yaml::Node;
use crate::locale::Period;
use crate::source::Spanned;
use crate::study::Texts;

authored! {
    /// What the front of the study shows: `front` in `study.yaml`; [design.md](design.md) shows it.
    struct FrontFile {
        /// The id of the figure that tells most. It stands in the text too.
        figure: Option<Spanned<String>>,
        /// Numbers that stand large, three or four of them.
        key_figures: Option<Vec<KeyFigureFile>>,
    }
}

authored! {
    /// A number that stands large at the front of the study.
    struct KeyFigureFile {
        /// The number, an expression over the datasets such as `migration[2013].total`.
        value: Expression,
        /// What it counts, and when.
        label: Texts,
        /// An earlier number that it is compared with: the change is written below it, in per cent of that, and of a percentage in points.
        trend: Option<TrendFile>,
        /// The series that is drawn beside it as a small line.
        line: Option<LineFile>,
    }
}

authored! {
    /// What a key figure is compared with.
    struct TrendFile {
        /// The earlier number, an expression.
        from: Expression,
        /// The year of the earlier number; or the span of the change, `2010-03/2020-03`.
        period: Period,
    }
}

authored! {
    /// The series of a small line.
    struct LineFile {
        /// The id of a dataset whose rows are named by a time alone.
        dataset: Spanned<String>,
        /// A variable of it whose values are numbers.
        variable: Spanned<String>,
    }
}

authored! {
    /// Colours, fonts and logo of the site: `theme` in `study.yaml`. The files stand in the folder `static/` of the project.
    struct ThemeFile {
        /// The colour of links, numbers and ornaments, such as `'#0b6470'`. Its contrast with white and with the grounds of notes is 4.5 at least.
        accent: Option<Spanned<String>>,
        /// The same on dark grounds; `accent` is made lighter, if it is not given.
        accent_dark: Option<Spanned<String>>,
        /// The mark at the head of every page, an SVG or PNG file.
        logo: Option<Spanned<String>>,
        /// The font of text and titles, a WOFF2 file with all letters of the languages.
        text_font: Option<Spanned<String>>,
        /// The font of captions, tables and menus, a WOFF2 file. Charts keep the font that they are measured with.
        interface_font: Option<Spanned<String>>,
    }
}
