//! Cells beside each other.

use super::align::Twins;
use crate::html::markup::Html;
use crate::lang::Lang;
use crate::locale::Direction;

/// Of which elements a row is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    row: &'static str,
    cell: &'static str,
    class: &'static str,
}

impl Shape {
    /// A row of the page.
    pub(super) const ROW: Self = Self::row("pair");
    /// The title of the page, which is one heading in two languages.
    pub(super) const TITLE: Self = Self { row: "h1", cell: "span", ..Self::ROW };
    /// The captions of a figure.
    pub(super) const CAPTION: Self = Self { row: "figcaption", ..Self::ROW };
    /// A row that is an item of a list.
    pub(super) const ITEM: Self = Self { row: "li", ..Self::ROW };

    /// A row of the page with classes of its own, `pair` among them.
    pub(super) const fn row(class: &'static str) -> Self {
        Self { row: "div", cell: "div", class }
    }
}

/// A row of cells, each in its own language; nothing where there is none.
pub(super) fn pair(shape: Shape, cells: Twins<(Lang, Html)>) -> Html {
    let mut row = Html::new();
    for (own, class) in cells.into_iter().zip([None, Some(("class", "twin"))]) {
        let Some((lang, content)) = own else { continue };
        let dir = Direction::of(lang).as_str();
        let mut attributes = vec![("lang", lang.as_str()), ("dir", dir)];
        attributes.extend(class);
        row.element(shape.cell, &attributes, &content);
    }
    let mut html = Html::new();
    if !row.is_empty() {
        html.element(shape.row, &[("class", shape.class)], &row);
        html.text("\n");
    }
    html
}
