//! A page of two editions, paragraph beside paragraph, for review and for learning.
//!
//! A row has a cell for each language. The first language has the ids of the editions, so
//! that an anchor leads to the same place here; the ids of the second begin with its tag.

mod align;
mod pair;
mod placed;
mod rows;

use std::cell::Cell;

use super::markup::Html;
use super::page::Page;
use super::paths::PageKind;
use super::prose::Prose;
use super::theme::{Theme, View};
use super::view::{self, OutlineView, PartView, SideView};
use super::{Context, Drawn, Pair, RenderedPage};
use crate::diag::Diagnostics;
use crate::edition::{Edition, Note};
use align::Twins;
use pair::{Shape, pair};

/// The page of two languages of which `drawn` is drawn.
pub fn render_pair(
    context: &Context<'_>,
    pair: &Pair,
    drawn: [Drawn<'_>; 2],
    diagnostics: &mut Diagnostics,
) -> RenderedPage {
    let themes = pair.languages().map(|lang| {
        let interface = context.interface(lang);
        context.theme.speaking(&interface.messages)
    });
    let found = Diagnostics::new();
    let half = |at: usize| Half::new(context, pair, at, &themes[at], drawn[at]);
    let mut side = Side { halves: [half(0), half(1)], found };
    let text = side.render(pair);
    diagnostics.append(side.found);
    (pair.at.clone(), text)
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
        theme: &'a Theme,
        drawn: Drawn<'a>,
    ) -> Self {
        let lang = pair.languages()[at];
        let interface = context.interface(lang);
        let messages = interface.messages.clone();
        let page = Page {
            context,
            interface,
            theme,
            edition: context.edition(lang),
            drawn,
            kind: PageKind::Study,
            at: pair.at.clone(),
            shows_charts: Cell::new(false),
        };
        let prose = match at {
            0 => Prose::new(lang, String::new(), messages),
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
        self.page.theme.component(name, views, found)
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

    fn view(&mut self, ids: view::IdsView) -> SideView {
        let names = self.both(Shape::row("pair names"), |half, _| own_name(&half.page));
        let fronts = self.editions().map(|edition| &edition.front);
        let titles = fronts.map(|front| Some(&front.title));
        let title =
            self.each(Shape::TITLE, titles, |half, own, _| half.prose.marked(own));
        let subtitles = fronts.map(|front| front.subtitle.as_ref());
        let subtitle =
            self.each(Shape::row("pair subtitle"), subtitles, |half, own, _| {
                half.prose.marked(own)
            });
        let byline = self.both(Shape::ROW, byline);
        let contents = self.both(Shape::ROW, |half, found| outline(half, &ids, found));
        let summaries = self.editions().map(|edition| &edition.summary);
        let summary = PartView {
            heading: self.heading("abstract", &ids.summary),
            rows: self.passages(summaries),
        };
        let words = fronts.map(|front| Some(&front.keywords));
        let words = words.map(|words| words.filter(|words| !words.is_empty()));
        let keywords = self.each(Shape::ROW, words, |half, words, found| {
            half.part("keywords", &[("words", words)], found)
        });
        let sections = self.sections();
        let data = PartView {
            heading: self.heading("datasets", &ids.data),
            rows: self.datasets(),
        };
        let notes = PartView {
            heading: self.heading("footnotes", &ids.notes),
            rows: self.notes(),
        };
        let [first, _] = &mut self.halves;
        let references = view::references(&mut first.prose, first.page.edition);
        let references_heading = self.heading("references", &ids.references);
        SideView {
            names,
            title,
            subtitle,
            byline,
            contents,
            summary,
            keywords,
            sections,
            data,
            notes,
            references_heading,
            references,
            ids,
        }
    }

    fn sections(&mut self) -> Vec<PartView> {
        let [first, second] = self.editions().map(|edition| edition.sections.iter());
        let sections = first.zip(second).map(|(one, other)| {
            let twins = [Some(one), Some(other)];
            let heading = self.each(Shape::ROW, twins, |half, section, found| {
                let view = view::opening(&mut half.prose, section);
                half.part("opening", &[("section", &view)], found)
            });
            let rows = self.passages([&one.body, &other.body]);
            PartView { heading, rows }
        });
        sections.collect()
    }

    fn datasets(&mut self) -> Html {
        let links = self.halves.each_ref();
        let [first, second] =
            links.map(|half| view::dataset_links(&half.page, &half.prose).into_iter());
        let mut rows = Html::new();
        for (one, other) in first.zip(second) {
            let twins = [Some(one), Some(other)];
            rows.append(&self.each(Shape::ITEM, twins, |half, link, found| {
                half.part("entry", &[("link", &link)], found)
            }));
        }
        rows
    }

    fn notes(&mut self) -> Html {
        let found = &mut self.found;
        let views = self.halves.each_mut().map(|half| {
            let Half { page, prose } = half;
            let edition = page.edition;
            let place =
                &mut |prose: &mut Prose, placed: &_| page.place(prose, placed, found);
            view::notes(prose, edition, place)
        });
        let [first, second] = self.editions().map(|edition| edition.notes.as_slice());
        let mut rows = Html::new();
        for [one, other] in same_notes(first, second) {
            let twins = [one.map(|at| &views[0][at]), other.map(|at| &views[1][at])];
            rows.append(&self.each(Shape::ROW, twins, |half, note, found| {
                let mut list = Html::new();
                let note = half.part("note", &[("note", note)], found);
                list.element("ol", &[("class", "notes")], &note);
                list
            }));
        }
        rows
    }

    /// A heading of the interface.
    fn heading(&mut self, key: &str, id: &str) -> Html {
        self.both(Shape::ROW, |half, _| {
            let mut html = Html::new();
            let words = Html::of(half.page.interface.messages.get(key));
            let own = [("id", id)];
            html.element("h2", if half.prose.is_twin() { &[] } else { &own }, &words);
            html
        })
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

/// The name of a language, which leads to its edition.
fn own_name(page: &Page<'_>) -> Html {
    let mut html = Html::new();
    let name = Html::of(page.interface.messages.get("own_name"));
    let own = page.link(&PageKind::Study);
    let attributes = [("href", own.as_str()), ("hreflang", page.edition.lang.as_str())];
    html.element("a", &attributes, &name);
    html
}

/// All that stands between the title and the text.
fn byline(half: &mut Half<'_>, found: &mut Diagnostics) -> Html {
    let edition = half.edition();
    let front = view::front_view(&mut half.prose, &edition.front);
    let about = half.page.link(&PageKind::About);
    let findings = view::findings(edition);
    let views: [(_, &dyn View); 3] =
        [("front", &front), ("about", &about), ("findings", &findings)];
    half.part("byline", &views, found)
}

/// The contents, whose links lead to the ids of the first language.
fn outline(half: &mut Half<'_>, ids: &view::IdsView, found: &mut Diagnostics) -> Html {
    let edition = half.edition();
    let outline = OutlineView {
        contents: view::contents(&half.prose, edition),
        ids: ids.clone(),
        notes: !edition.notes.is_empty(),
        references: !edition.references.is_empty(),
    };
    let datasets = view::dataset_links(&half.page, &half.prose);
    let views: [(_, &dyn View); 2] = [("study", &outline), ("datasets", &datasets)];
    half.part("contents", &views, found)
}

/// The positions of the footnotes of two languages, those with one key beside each other.
fn same_notes(first: &[Note], second: &[Note]) -> Vec<Twins<usize>> {
    let twin = |of: &Note, among: &[Note]| among.iter().position(|own| own.key == of.key);
    let own = first.iter().enumerate().map(|(at, note)| [Some(at), twin(note, second)]);
    let alone = second.iter().enumerate().filter(|(_, note)| twin(note, first).is_none());
    own.chain(alone.map(|(at, _)| [None, Some(at)])).collect()
}
