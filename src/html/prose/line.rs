//! Lines of prose as markup: form, links, values, citations and notes.

use super::{Prose, held};
use crate::edition::{Cited, FlagMark, Inline, Mark, meanings};
use crate::html::markup::Html;
use crate::html::places::{citation_id, reference_id};
use crate::lang::Lang;
use crate::locale::Direction;

impl Prose {
    /// A line with its form, links and notes.
    pub(in crate::html) fn line(&mut self, line: &[Inline]) -> Html {
        let mut html = Html::new();
        let pairs = held::has_pairs(self.lang);
        held::write_line(&mut html, line, pairs, |html, inline| {
            self.inline(html, inline)
        });
        html
    }

    fn inline(&mut self, html: &mut Html, inline: &Inline) {
        match inline {
            Inline::Text(words) => html.text(words),
            Inline::Emphasis(content) => html.element("em", &[], &self.line(content)),
            Inline::Strong(content) => html.element("strong", &[], &self.line(content)),
            Inline::Superscript(content) => html.element("sup", &[], &self.line(content)),
            Inline::Subscript(content) => html.element("sub", &[], &self.line(content)),
            Inline::Struck(content) => html.element("s", &[], &self.line(content)),
            Inline::Code(code) => html.element("code", &[], &Html::of(code)),
            Inline::Link { href, content } if is_safe(href) => {
                html.element("a", &[("href", href)], &self.line(content));
            }
            Inline::Link { content, .. } => html.append(&self.line(content)),
            Inline::Break => html.open("br", &[]),
            Inline::Mark(mark) => self.mark(html, mark),
        }
    }

    fn mark(&mut self, html: &mut Html, mark: &Mark) {
        match mark {
            Mark::Value(text) => value(html, text),
            Mark::Words(words) => html.text(words),
            Mark::Flags(flags) => self.flags(html, flags),
            Mark::Reference { anchor, content } => {
                let href = self.to(anchor);
                let content = self.line(content);
                html.element("a", &[("class", "xref"), ("href", &href)], &content);
            }
            Mark::Foreign { lang, content } => {
                let words = self.line(content);
                html.element("span", &foreign(lang), &words);
            }
            Mark::Citation(works) => self.citation(html, works),
            Mark::Note { number, mention } => self.note(html, *number, *mention),
            Mark::Disputed { note } => self.disputed(html, note),
            Mark::Outdated => self.outdated(html),
        }
    }

    /// The codes of flags, each of which leads to its place in the legend.
    fn flags(&self, html: &mut Html, flags: &[FlagMark]) {
        html.open("sup", &[("class", "flag")]);
        for FlagMark { code, meaning } in flags {
            let href = self.to(&self.own_id(&flag_id(*code)));
            let label = format!("{code}: {meaning}");
            let attributes =
                [("href", &*href), ("title", meaning.as_str()), ("aria-label", &*label)];
            html.element("a", &attributes, &Html::of(&code.to_string()));
        }
        html.close("sup");
    }

    /// A sign for those who see it, words for those who do not.
    fn outdated(&self, html: &mut Html) {
        let words = self.messages.get("outdated_passage");
        let attributes = [
            ("class", "behind"),
            ("role", "img"),
            ("aria-label", words),
            ("title", words),
        ];
        html.open("span", &attributes);
        html.close("span");
    }

    /// A sign that leads to an editorial note.
    fn disputed(&self, html: &mut Html, note: &str) {
        let note = self.own_id(note);
        let href = match self.is_of_text() {
            true => self.to(&note),
            false => format!("#{note}"),
        };
        let words = self.messages.get("editorial_note");
        let mut attributes =
            vec![("href", href.as_str()), ("aria-label", words), ("title", words)];
        if self.foreign {
            attributes.push(("lang", self.lang.as_str()));
        }
        html.open("sup", &[("class", "disputed")]);
        html.element("a", &attributes, &Html::of("*"));
        html.close("sup");
    }

    fn citation(&mut self, html: &mut Html, works: &[Cited]) {
        html.open("span", &[("class", "cite")]);
        html.text("[");
        for (i, work) in works.iter().enumerate() {
            if i > 0 {
                html.text("; ");
            }
            let href = self.to(&reference_id(&work.key));
            let id = self.citation_id(work);
            let mut attributes = vec![("href", href.as_str())];
            if let Some(id) = &id {
                attributes.push(("id", id));
                self.cited.entry(work.key.clone()).or_default().push(work.mention);
            }
            html.element("a", &attributes, &Html::of(&work.number.to_string()));
            if let Some(locator) = &work.locator {
                html.text(", ");
                held::write_alone(html, locator, held::has_pairs(self.lang));
            }
        }
        html.text("]");
        html.close("span");
    }

    fn note(&mut self, html: &mut Html, number: usize, mention: usize) {
        let href = self.to(&self.own_id(&format!("fn-{number}")));
        let id = self.mention_id(&format!("fn-{number}-ref-{mention}"));
        let mut attributes = vec![("href", href.as_str()), ("role", "doc-noteref")];
        if let Some(id) = &id {
            attributes.push(("id", id));
            self.noted.entry(number).or_default().push(mention);
        }
        html.open("sup", &[]);
        html.element("a", &attributes, &Html::of(&number.to_string()));
        html.close("sup");
        if let Some(words) = id.and_then(|_| self.asides.remove(&number)) {
            self.aside(html, number, &words);
        }
    }

    /// The words of a footnote beside its place. Those who hear the page, or use its links,
    /// have the note itself.
    fn aside(&self, html: &mut Html, number: usize, words: &Html) {
        html.open("small", &[("class", "aside"), ("aria-hidden", "true")]);
        html.element("span", &[("class", "no")], &Html::of(&number.to_string()));
        html.text(" ");
        html.append(words);
        html.close("small");
    }

    /// Beside another language there is none: the way back leads to that one.
    fn citation_id(&mut self, work: &Cited) -> Option<String> {
        let id = citation_id(&work.key, work.mention);
        if self.is_twin { None } else { self.mention_id(&id) }
    }

    /// `None` where the mention can be no target: its text is shown a second time, or on
    /// a page that has no reference list.
    fn mention_id(&mut self, id: &str) -> Option<String> {
        if self.is_of_text() { self.first_id(id) } else { None }
    }
}

/// A number of the data, which stands in one line.
fn value(html: &mut Html, text: &str) {
    html.element("span", &[("class", "v")], &Html::of(text));
}

/// The id of a flag in the legend of a page.
pub(in crate::html) fn flag_id(code: char) -> String {
    format!("flag-{code}")
}

/// Whether the scheme of an address can run no code. The reading stage has refused all
/// others already; this is where a mistake there would reach a reader.
fn is_safe(href: &str) -> bool {
    let known = ["http://", "https://", "mailto:", "tel:"];
    let lower = href.to_ascii_lowercase();
    known.iter().any(|scheme| lower.starts_with(scheme))
}

/// The attributes of words in another language than those around them.
fn foreign(lang: &Lang) -> [(&'static str, &str); 2] {
    [("lang", lang.as_str()), ("dir", Direction::of(*lang).as_str())]
}

/// How the flags of a number are written in words without links.
#[derive(Clone, Copy)]
pub(super) enum Flags {
    /// By their codes, raised.
    Codes,
    /// By what they mean: for those who hear them.
    Meanings,
}

/// A line with its form, but without links, ids and notes.
pub(super) fn write_words(html: &mut Html, line: &[Inline], pairs: bool, flags: Flags) {
    held::write_line(html, line, pairs, |html, inline| bare(html, inline, pairs, flags));
}

fn bare(html: &mut Html, inline: &Inline, pairs: bool, how: Flags) {
    let (tag, content): (&'static str, &[Inline]) = match inline {
        Inline::Text(words) | Inline::Code(words) => return html.text(words),
        Inline::Break => return html.text(" "),
        Inline::Mark(Mark::Value(text)) => return value(html, text),
        Inline::Mark(Mark::Words(text)) => {
            return held::write_alone(html, text, pairs);
        }
        Inline::Mark(Mark::Flags(flags)) if matches!(how, Flags::Meanings) => {
            return html.text(&format!(" ({})", meanings(flags)));
        }
        Inline::Mark(Mark::Flags(flags)) => {
            html.open("sup", &[("class", "flag")]);
            flags.iter().for_each(|flag| html.text(&flag.code.to_string()));
            return html.close("sup");
        }
        Inline::Mark(
            Mark::Citation(_)
            | Mark::Note { .. }
            | Mark::Disputed { .. }
            | Mark::Outdated,
        ) => return,
        Inline::Mark(Mark::Reference { content, .. }) => ("span", content),
        Inline::Mark(Mark::Foreign { lang, content }) => {
            html.open("span", &foreign(lang));
            write_words(html, content, held::has_pairs(*lang), how);
            return html.close("span");
        }
        Inline::Link { content, .. } => ("span", content),
        Inline::Emphasis(content) => ("em", content),
        Inline::Strong(content) => ("strong", content),
        Inline::Superscript(content) => ("sup", content),
        Inline::Subscript(content) => ("sub", content),
        Inline::Struck(content) => ("s", content),
    };
    html.open(tag, &[]);
    write_words(html, content, pairs, how);
    html.close(tag);
}
