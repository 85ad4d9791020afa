//! A page of two editions, paragraph beside paragraph, for review and for learning.
//!
//! A row has a cell for each language. The first language has the ids of the editions, so
//! that an anchor leads to the same place here; the ids of the second begin with its tag.

mod align;
mod pair;
mod parts;
mod placed;
mod rows;

use std::cell::Cell;

use rayon::prelude::*;

use super::markup::Html;
use super::page::Page;
use super::paths::PageKind;
use super::places::Addresses;
use super::prose::Prose;
use super::theme::View;
use super::view::{self, SideView};
use super::{Context, Drawn, Pair, RenderedPage};
use crate::diag::Diagnostics;
use crate::edition::Edition;
use align::Twins;
use pair::{Shape, pair};

/// The page of each pair of languages; `drawn` is what is drawn of each edition, in the
/// order of the editions.
pub fn render_pairs(
    context: &Context<'_>,
    drawn: &[Drawn<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    let render = |pair: &Pair| render_pair(context, pair, drawn);
    let made: Vec<_> = context.pairs.par_iter().map(render).collect();
    let mut pages = Vec::new();
    for (page, found) in made {
        pages.push(page);
        diagnostics.append(found);
    }
    pages
}

fn render_pair(
    context: &Context<'_>,
    pair: &Pair,
    drawn: &[Drawn<'_>],
) -> (RenderedPage, Diagnostics) {
    let half = |at: usize| Half::new(context, pair, at, drawn);
    let found = Diagnostics::new();
    let mut side = Side { halves: [half(0), half(1)], found };
    let text = side.render(pair);
    ((pair.at.clone(), text), side.found)
}

/// The page while it is made.
struct Side<'a> {
    halves: [Half<'a>; 2],
    found: Diagnostics,
}

/// One of its languages.
struct Half<'a> {
    page: Page<'a>,
    prose: Prose,
}

impl<'a> Half<'a> {
    fn new(
        context: &'a Context<'a>,
        pair: &Pair,
        at: usize,
        drawn: &[Drawn<'a>],
    ) -> Self {
        let lang = pair.languages()[at];
        let (own, edition) = context.edition(lang);
        let interface = context.interface(lang);
        let messages = interface.messages.clone();
        let page = Page {
            context,
            interface,
            edition,
            drawn: drawn[own],
            kind: PageKind::Study,
            at: pair.at.clone(),
            searched: None,
            shows_charts: Cell::new(false),
        };
        let prose = match at {
            0 => Prose::new(lang, Addresses::of_whole(), messages),
            _ => Prose::twin(lang, messages),
        };
        Self { page, prose }
    }

    fn edition(&self) -> &'a Edition {
        self.page.edition
    }

    /// The part that the component `name` makes of `view`, in this language.
    fn part(
        &self,
        name: &str,
        views: &[(&'static str, &dyn View)],
        found: &mut Diagnostics,
    ) -> Html {
        self.page.interface.theme.component(name, views, found)
    }
}

impl<'a> Side<'a> {
    fn render(&mut self, pair: &Pair) -> String {
        let [first, _] = &mut self.halves;
        let ids = view::ids(&mut first.prose, first.page.edition);
        let side = self.view(ids);
        let [first, second] = &self.halves;
        let head = view::side_head(&first.page, &first.prose, pair, second.edition());
        first.page.page("side.html", &head, ("side", &side), &mut self.found)
    }

    /// The parts in the order of the page: notes come after all that mentions them, and the
    /// reference list after all that cites.
    fn view(&mut self, ids: view::IdsView) -> SideView {
        SideView {
            names: self.names(),
            title: self.title(),
            subtitle: self.subtitle(),
            byline: self.byline(),
            contents: self.contents(&ids),
            summary: self.summary(&ids),
            keywords: self.keywords(),
            sections: self.sections(),
            data: self.data(&ids),
            flags: self.flags(&ids),
            notes: self.notes(&ids),
            references: self.references(&ids),
            bibliography: self.bibliography(),
            ids,
        }
    }

    fn editions(&self) -> [&'a Edition; 2] {
        self.halves.each_ref().map(Half::edition)
    }

    /// The same part of both languages in a row.
    fn both(
        &mut self,
        shape: Shape,
        mut part: impl FnMut(&mut Half<'_>, &mut Diagnostics) -> Html,
    ) -> Html {
        self.each(shape, [Some(()), Some(())], |half, (), found| part(half, found))
    }

    /// A row of what `part` makes of `twins`.
    fn each<T>(
        &mut self,
        shape: Shape,
        [first, second]: Twins<T>,
        mut part: impl FnMut(&mut Half<'_>, T, &mut Diagnostics) -> Html,
    ) -> Html {
        let Self { halves: [one, other], found } = self;
        let mut cell = |half: &mut Half<'_>, own: Option<T>| {
            own.map(|own| (half.prose.lang(), part(half, own, found)))
        };
        let cells = [cell(one, first), cell(other, second)];
        pair(shape, cells)
    }

    /// The views of `twins`.
    fn views<T, V>(
        &mut self,
        [first, second]: Twins<T>,
        mut view: impl FnMut(&mut Half<'_>, T) -> V,
    ) -> Twins<V> {
        let [one, other] = &mut self.halves;
        [first.map(|own| view(one, own)), second.map(|own| view(other, own))]
    }
}
