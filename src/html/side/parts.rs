//! The parts of the page in their order.

use super::align::Twins;
use super::pair::Shape;
use super::{Half, Side};
use crate::diag::Diagnostics;
use crate::edition::Note;
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::prose::Prose;
use crate::html::theme::View;
use crate::html::view::{self, IdsView, OutlineView, PartView, ReferenceView};

impl Side<'_> {
    /// The names of the languages, which lead to their editions.
    pub(super) fn names(&mut self) -> Html {
        self.both(Shape::row("pair names"), |half, _| own_name(&half.page))
    }

    /// The title of the study.
    pub(super) fn title(&mut self) -> Html {
        let titles = self.editions().map(|edition| Some(&edition.front.title));
        self.each(Shape::TITLE, titles, |half, own, _| half.prose.marked(own))
    }

    /// The second line of the title.
    pub(super) fn subtitle(&mut self) -> Html {
        let lines = self.editions().map(|edition| edition.front.subtitle.as_ref());
        let shape = Shape::row("pair subtitle");
        self.each(shape, lines, |half, own, _| half.prose.marked(own))
    }

    /// All that stands between the title and the text.
    pub(super) fn byline(&mut self) -> Html {
        self.both(Shape::ROW, byline)
    }

    /// The contents, whose links lead to the ids of the first language.
    pub(super) fn contents(&mut self, ids: &IdsView) -> Html {
        self.both(Shape::ROW, |half, found| outline(half, ids, found))
    }

    /// The abstract.
    pub(super) fn summary(&mut self, ids: &IdsView) -> PartView {
        let summaries = self.editions().map(|edition| &edition.summary);
        let heading = self.both(Shape::ROW, |half, _| {
            let mut html = heading(half, "abstract", &ids.summary);
            let edition = half.edition();
            if edition.summary.lang != edition.lang {
                let words = half.page.interface.messages.get("not_translated_text");
                html.element("p", &[("class", "untranslated")], &Html::of(words));
            }
            html
        });
        PartView { heading, rows: self.passages(summaries) }
    }

    /// The keywords.
    pub(super) fn keywords(&mut self) -> Html {
        let editions = self.editions();
        let editions =
            editions.map(|own| Some(own).filter(|own| !own.front.keywords.is_empty()));
        self.each(Shape::ROW, editions, |half, _, found| {
            let words = view::keyword_views(&half.page);
            half.part("keywords", &[("words", &words)], found)
        })
    }

    /// The narrative.
    pub(super) fn sections(&mut self) -> Vec<PartView> {
        let [first, second] = self.editions().map(|edition| edition.sections.iter());
        let sections = first.zip(second).map(|(one, other)| {
            let twins = [Some(one), Some(other)];
            let heading = self.each(Shape::ROW, twins, |half, section, found| {
                let view = view::opening(&half.page, &mut half.prose, section);
                half.part("opening", &[("section", &view)], found)
            });
            let rows = self.passages([&one.body, &other.body]);
            PartView { heading, rows }
        });
        sections.collect()
    }

    /// The datasets, whose pages each edition has.
    pub(super) fn data(&mut self, ids: &IdsView) -> PartView {
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
        PartView { heading: self.heading("datasets", &ids.data), rows }
    }

    /// The flags of the values in the texts.
    pub(super) fn flags(&mut self, ids: &IdsView) -> PartView {
        let views = self.halves.each_ref().map(|half| {
            Some(view::flags(&half.prose, &half.page.edition.flags))
                .filter(|own| !own.is_empty())
        });
        let rows = self.each(Shape::ROW, views, |half, flags, found| {
            half.part("flags", &[("flags", &flags)], found)
        });
        PartView { heading: self.heading("flags", &ids.flags), rows }
    }

    /// The footnotes, those that are the same beside each other.
    pub(super) fn notes(&mut self, ids: &IdsView) -> PartView {
        let found = &mut self.found;
        let views = self.halves.each_mut().map(|half| {
            let Half { page, prose } = half;
            let place =
                &mut |prose: &mut Prose, placed: &_| page.place(prose, placed, found);
            view::notes(page, prose, place)
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
        PartView { heading: self.heading("footnotes", &ids.notes), rows }
    }

    /// The heading of the reference list.
    pub(super) fn references(&mut self, ids: &IdsView) -> Html {
        self.heading("references", &ids.references)
    }

    /// The reference list, which is the same in both languages.
    pub(super) fn bibliography(&mut self) -> Vec<ReferenceView> {
        let [first, _] = &mut self.halves;
        view::references(&first.page, &mut first.prose)
    }

    /// A heading of the interface.
    fn heading(&mut self, key: &str, id: &str) -> Html {
        self.both(Shape::ROW, |half, _| heading(half, key, id))
    }
}

/// The same in one language; only the first has the id.
fn heading(half: &Half<'_>, key: &str, id: &str) -> Html {
    let mut html = Html::new();
    let words = Html::of(half.page.interface.messages.get(key));
    let own = [("id", id)];
    html.element("h2", if half.prose.is_twin() { &[] } else { &own }, &words);
    html
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
    let front = view::front_view(&mut half.prose, edition);
    let about = half.page.link(&PageKind::About);
    let findings = view::findings(edition);
    let views: [(_, &dyn View); 3] =
        [("front", &front), ("about", &about), ("findings", &findings)];
    half.part("byline", &views, found)
}

fn outline(half: &mut Half<'_>, ids: &IdsView, found: &mut Diagnostics) -> Html {
    let outline = OutlineView {
        contents: view::contents(&half.page, &half.prose),
        ends: view::ends(&half.page, ids),
    };
    half.part("contents", &[("study", &outline), ("whole", &false)], found)
}

/// The positions of the footnotes of two languages, those with one key beside each other.
fn same_notes(first: &[Note], second: &[Note]) -> Vec<Twins<usize>> {
    let twin = |of: &Note, among: &[Note]| among.iter().position(|own| own.key == of.key);
    let own = first.iter().enumerate().map(|(at, note)| [Some(at), twin(note, second)]);
    let alone = second.iter().enumerate().filter(|(_, note)| twin(note, first).is_none());
    own.chain(alone.map(|(at, _)| [None, Some(at)])).collect()
}
