//! Entries of the reference list, formatted by the rules of citation styles.
//!
//! The styles are ours: after GOST R 7.0.5-2008 for works in Russian and Kazakh, after
//! the APA Style for all others. The archived GOST style prints «Сс.» for pages, no
//! archived style has Kazakh words, and each would be read with the terms of sixty
//! languages.

mod entry;

pub(super) use entry::parse;

use std::sync::LazyLock;

use hayagriva::citationberg::{FontStyle, IndependentStyle, LocaleCode};
use hayagriva::{CitationItem, CitationRequest, ElemChild, ElemChildren, Entry};

use crate::lang::Lang;

use super::{Inline, plain};

const AUTHOR_DATE: &str = include_str!("author-date.csl");
const GOST: &str = include_str!("gost.csl");

/// The styles, read once.
pub(super) struct Styles {
    author_date: IndependentStyle,
    gost: IndependentStyle,
}

static STYLES: LazyLock<Styles> = LazyLock::new(|| {
    let read = |xml| IndependentStyle::from_xml(xml).expect("a style of ours");
    Styles { author_date: read(AUTHOR_DATE), gost: read(GOST) }
});

impl Styles {
    pub(super) fn get() -> &'static Self {
        &STYLES
    }

    /// The entry in the language of the work, without a number.
    pub(super) fn format(&self, entry: &Entry, lang: Lang) -> Vec<Inline> {
        let (style, locale) = match lang.as_str() {
            tag @ ("kk" | "ru") => (&self.gost, tag),
            _ => (&self.author_date, "en"),
        };
        let item = CitationItem::with_entry(entry);
        let locale = Some(LocaleCode(locale.to_owned()));
        let request = CitationRequest::new(vec![item], style, locale, &[], None);
        let mut line = Vec::new();
        walk(&hayagriva::standalone_citation(request), &mut line);
        close(&mut line);
        line
    }
}

/// The title of a parent that the formatted entry does not show: the styles know which
/// parents an entry of a type can have.
pub(super) fn lost(entry: &Entry, line: &[Inline]) -> Option<String> {
    let text = plain(line);
    let titles = entry.parents().iter().filter_map(|parent| parent.title());
    titles.map(|title| title.value.to_string()).find(|title| !text.contains(title))
}

fn walk(children: &ElemChildren, line: &mut Vec<Inline>) {
    for child in &children.0 {
        match child {
            ElemChild::Elem(elem) => walk(&elem.children, line),
            ElemChild::Text(text) if text.formatting.font_style == FontStyle::Italic => {
                line.push(Inline::Emphasis(vec![Inline::Text(text.text.clone())]));
            }
            ElemChild::Link { text, url } if url.starts_with("https://") => {
                line.push(Inline::Link {
                    href: url.clone(),
                    content: vec![Inline::Text(text.text.clone())],
                });
            }
            ElemChild::Text(text) | ElemChild::Link { text, .. } => say(&text.text, line),
            ElemChild::Markup(text) => say(text, line),
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Appends words; a full stop is not set after a title that ends with a mark of its own.
fn say(words: &str, line: &mut Vec<Inline>) {
    let ended = plain(line).ends_with(['?', '!', '…']);
    let words = words.strip_prefix('.').filter(|_| ended).unwrap_or(words);
    match line.last_mut() {
        Some(Inline::Text(text)) => text.push_str(words),
        _ => line.push(Inline::Text(words.to_owned())),
    }
}

/// An entry ends with a full stop, but not after an address, which it would seem to be a
/// part of.
fn close(line: &mut Vec<Inline>) {
    let after_link = matches!(line.last(), Some(Inline::Link { .. }));
    if !after_link && !plain(line).ends_with(['.', '?', '!', '…']) {
        say(".", line);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;
    use crate::source::{Input, Span, Spanned};
    use crate::study;

    /// An entry with the key `key`.
    pub(super) fn reference(entry: &str) -> study::Reference {
        let input = Input::new([("references.yaml".to_owned(), Vec::new())]);
        let span = Span::start_of(input.find("references.yaml").unwrap());
        study::Reference {
            key: Spanned { value: "key".to_owned(), span },
            entry: entry.to_owned(),
            places: BTreeMap::new(),
            lang: Lang::parse("en").unwrap(),
            incomplete: false,
        }
    }

    fn entry(tag: &str, entry: &Value) -> Vec<Inline> {
        let parsed = parse(&reference(&entry.to_string())).unwrap();
        let line = Styles::get().format(&parsed, Lang::parse(tag).unwrap());
        assert_eq!(lost(&parsed, &line), None);
        line
    }

    /// The entry in English, Kazakh and Russian.
    #[track_caller]
    fn check(given: Value, expected: [&str; 3]) {
        let all = ["en", "kk", "ru"].map(|tag| plain(&entry(tag, &given)));
        assert_eq!(all, expected);
    }

    #[test]
    fn an_article_of_a_journal() {
        check(
            json!({"type": "article", "title": "Көші-қон", "author": "Есенова, Сәуле",
                "date": 2005, "page-range": "661-679", "parent": {"type": "periodical",
                "title": "Хабаршы", "volume": 64, "issue": 4}}),
            [
                "Есенова, С. (2005). Көші-қон. Хабаршы, 64(4), 661–679.",
                "Есенова С. Көші-қон // Хабаршы. 2005. Т. 64, № 4. Б. 661–679.",
                "Есенова С. Көші-қон // Хабаршы. 2005. Т. 64, № 4. С. 661–679.",
            ],
        );
    }

    #[test]
    fn a_book_of_several_authors() {
        check(
            json!({"type": "book", "title": "Rural Areas",
                "author": ["Connell, J.", "Dasgupta, Biplab"], "date": 1976,
                "edition": 2, "page-total": 228,
                "publisher": {"name": "Oxford University Press", "location": "Delhi"}}),
            [
                "Connell, J., & Dasgupta, B. (1976). Rural Areas (2nd ed.). \
                 Delhi: Oxford University Press. 228 p.",
                "Connell J., Dasgupta B. Rural Areas. 2-бас. \
                 Delhi: Oxford University Press, 1976. 228 б.",
                "Connell J., Dasgupta B. Rural Areas. 2-е изд. \
                 Delhi: Oxford University Press, 1976. 228 с.",
            ],
        );
    }

    #[test]
    fn a_book_of_an_office_and_an_unknown_publisher() {
        check(
            json!({"type": "book", "title": "Reforms [Реформалар]", "date": 2008,
                "author": {"name": "Agency of Statistics"},
                "publisher": {"location": "Astana"}}),
            [
                "Agency of Statistics (2008). Reforms [Реформалар]. Astana.",
                "Agency of Statistics. Reforms [Реформалар]. Astana, 2008.",
                "Agency of Statistics. Reforms [Реформалар]. Astana, 2008.",
            ],
        );
    }

    #[test]
    fn a_book_that_is_edited() {
        check(
            json!({"type": "anthology", "title": "What now?", "date": "2011",
                "editor": ["Doe, Jane", "Roe, Ann"]}),
            [
                "Doe, J., & Roe, A. (Eds.). (2011). What now?",
                "What now? / ред. J. Doe, A. Roe. 2011.",
                "What now? / под ред. J. Doe, A. Roe. 2011.",
            ],
        );
    }

    #[test]
    fn a_chapter() {
        check(
            json!({"type": "chapter", "title": "Тарау", "author": "Қасым, Әлия",
                "date": 2019, "page-range": "10-20", "parent": {"type": "book",
                "title": "Кітап", "editor": "Ли, Бо",
                "publisher": {"name": "Баспа", "location": "Алматы"}}}),
            [
                "Қасым, Ә. (2019). Тарау. In Б. Ли (Ed.), Кітап (pp. 10–20). \
                 Алматы: Баспа.",
                "Қасым Ә. Тарау // Кітап / ред. Б. Ли. Алматы: Баспа, 2019. Б. 10–20.",
                "Қасым Ә. Тарау // Кітап / под ред. Б. Ли. Алматы: Баспа, 2019. С. 10–20.",
            ],
        );
    }

    #[test]
    fn a_working_paper_keeps_its_series() {
        check(
            json!({"type": "report", "title": "Theories", "author": "King, Russell",
                "date": 2012, "organization": "Malmö University",
                "parent": {"type": "periodical", "title": "Working Papers",
                "issue": "3/12"}}),
            [
                "King, R. (2012). Theories. Working Papers, 3/12. Malmö University.",
                "King R. Theories // Working Papers. Malmö University, 2012. № 3/12.",
                "King R. Theories // Working Papers. Malmö University, 2012. № 3/12.",
            ],
        );
    }

    #[test]
    fn an_article_of_a_newspaper() {
        check(
            json!({"type": "article", "title": "Жұмыссыздық?", "date": "2020-05-12",
                "parent": {"type": "newspaper", "title": "Курсив"}}),
            [
                "Жұмыссыздық? (2020, May 12). Курсив.",
                "Жұмыссыздық? // Курсив. 12.05.2020.",
                "Жұмыссыздық? // Курсив. 12.05.2020.",
            ],
        );
    }

    #[test]
    fn a_page_of_the_web() {
        check(
            json!({"type": "web", "title": "Ішкі көші-қон", "author": {"name": "Бюро"},
                "url": {"value": "https://stat.gov.kz/", "date": "2020-11-09"}}),
            [
                "Бюро. Ішкі көші-қон. https://stat.gov.kz/ (accessed 9 November 2020).",
                "Бюро. Ішкі көші-қон [Электрондық ресурс]. \
                 URL: https://stat.gov.kz/ (қаралған күні: 09.11.2020).",
                "Бюро. Ішкі көші-қон [Электронный ресурс]. \
                 URL: https://stat.gov.kz/ (дата обращения: 09.11.2020).",
            ],
        );
    }

    #[test]
    fn an_interview() {
        check(
            json!({"type": "misc", "title": "[Сұхбат]", "author": "Ли, Бо",
                "date": "2009-07"}),
            [
                "Ли, Б. (2009, July). [Сұхбат].",
                "Ли Б. [Сұхбат]. 2009.",
                "Ли Б. [Сұхбат]. 2009.",
            ],
        );
    }

    #[test]
    fn a_thesis() {
        check(
            json!({"type": "thesis", "title": "Миграция", "author": "Ли, Бо",
                "date": 2010, "genre": "PhD thesis", "organization": "КазНУ"}),
            [
                "Ли, Б. (2010). Миграция. PhD thesis. КазНУ.",
                "Ли Б. Миграция. PhD thesis. КазНУ, 2010.",
                "Ли Б. Миграция. PhD thesis. КазНУ, 2010.",
            ],
        );
    }

    #[test]
    fn only_safe_addresses_are_links_and_nothing_is_markup() {
        let page = |url: &str| {
            let page = json!({"type": "web", "title": "<b>A</b> & *b*", "url": url});
            entry("en", &page)
        };
        let title = Inline::Emphasis(vec![Inline::Text("<b>A</b> & *b*".into())]);
        let link = Inline::Link {
            href: "https://a.kz/?x=1&y".into(),
            content: vec![Inline::Text("https://a.kz/?x=1&y".into())],
        };
        let stop = |rest: &str| Inline::Text(format!(". {rest}"));
        assert_eq!(page("https://a.kz/?x=1&y"), [title.clone(), stop(""), link]);
        let script = "javascript:alert(1)";
        assert_eq!(page(script), [title, stop(&format!("{script}."))]);
    }
}
