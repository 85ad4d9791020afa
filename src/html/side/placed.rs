//! Figures, tables and editorial notes in rows.
//!
//! A figure is one figure in two languages: titles beside titles, drawings beside drawings,
//! sources beside sources, so that each can be held against its twin.

use super::Side;
use super::align::Twins;
use super::pair::Shape;
use crate::edition::{Figure, Finding, Placed, Table};
use crate::html::markup::Html;
use crate::html::view::{self, FigureView, TableView};

impl Side<'_> {
    pub(super) fn placed(&mut self, twins: Twins<&Placed>) -> Html {
        match twins[0].or(twins[1]) {
            Some(Placed::Figure(_)) => self.figure(twins.map(|own| own.and_then(figure))),
            Some(Placed::Table(_)) => self.table(twins.map(|own| own.and_then(table))),
            Some(Placed::Finding(_)) => {
                let findings = twins.map(|own| own.and_then(finding));
                self.each(Shape::ROW, findings, |half, finding, found| {
                    let view = view::finding_view(&mut half.prose, finding);
                    half.part("finding", &[("finding", &view)], found)
                })
            }
            None => Html::new(),
        }
    }

    fn figure(&mut self, twins: Twins<&Figure>) -> Html {
        let views = self.views(twins, |half, figure| {
            view::figure_view(&half.page, &mut half.prose, figure).in_column()
        });
        let shows_charts = views.iter().flatten().any(FigureView::has_charts);
        let [first, _] = &self.halves;
        first.page.shows_charts.set(first.page.shows_charts.get() || shows_charts);
        let titles: Vec<_> = views.iter().flatten().map(FigureView::title_id).collect();
        let id = self.id(twins.map(|own| own.map(|figure| figure.id.as_str())));
        let views = || views.each_ref().map(Option::as_ref);
        let mut html = Html::new();
        let names = titles.join(" ");
        let attributes =
            [("class", "figure"), ("id", &*id), ("aria-labelledby", &*names)];
        html.open("figure", &attributes);
        html.append(&self.each(Shape::CAPTION, views(), |half, view, found| {
            half.part("caption", &[("of", view)], found)
        }));
        let drawn = views().map(|view| view.filter(|view| view.has_charts()));
        html.append(&self.each(Shape::ROW, drawn, |half, view, found| {
            half.part("drawing", &[("figure", view)], found)
        }));
        html.append(&self.each(Shape::ROW, views(), |half, view, found| {
            half.part("words", &[("figure", view)], found)
        }));
        html.append(&self.each(Shape::ROW, views(), |half, view, found| {
            half.part("provenance", &[("of", view)], found)
        }));
        html.close("figure");
        html.text("\n");
        html
    }

    fn table(&mut self, twins: Twins<&Table>) -> Html {
        let mut views = self.views(twins, |half, table| {
            view::table_view(&half.page, &mut half.prose, table)
        });
        let captions =
            views.each_mut().map(|view| view.as_mut().map(TableView::take_caption));
        let id = self.id(twins.map(|own| own.map(|table| table.id.as_str())));
        let views = || views.each_ref().map(Option::as_ref);
        let mut html = Html::new();
        html.open("figure", &[("class", "table"), ("id", &id)]);
        html.append(&self.each(Shape::CAPTION, captions, |half, caption, found| {
            half.part("caption", &[("of", &caption)], found)
        }));
        html.append(&self.each(
            Shape::row("pair tables"),
            views(),
            |half, view, found| half.part("grid", &[("grid", view.grid())], found),
        ));
        html.append(&self.each(Shape::ROW, views(), |half, view, found| {
            half.part("provenance", &[("of", view)], found)
        }));
        html.close("figure");
        html.text("\n");
        html
    }

    /// The id of what both languages have: the author's, which the first of them gives.
    fn id(&self, [first, second]: Twins<&str>) -> String {
        let [one, other] = &self.halves;
        let own = first.map(|id| one.prose.own_id(id));
        own.or_else(|| second.map(|id| other.prose.own_id(id))).unwrap_or_default()
    }
}

fn figure(placed: &Placed) -> Option<&Figure> {
    match placed {
        Placed::Figure(figure) => Some(figure),
        _ => None,
    }
}

fn table(placed: &Placed) -> Option<&Table> {
    match placed {
        Placed::Table(table) => Some(table),
        _ => None,
    }
}

fn finding(placed: &Placed) -> Option<&Finding> {
    match placed {
        Placed::Finding(finding) => Some(finding),
        _ => None,
    }
}
