//! Renders the sample, and reads tags out of a page well enough to ask what it holds.

use std::collections::BTreeMap;

use baspa::diag::{Diagnostic, Diagnostics};
use baspa::edition::Edition;
use baspa::html::{
    Context, Drawn, Places, Theme, render_edition, render_pairs, render_site,
};
use baspa::locale::Alphabet;
use baspa::memo::Memo;
use baspa::picture;
use baspa::source::Input;
use baspa::study::{Look, PageLayout};

use crate::sample;

/// The text of every page by its path.
pub(crate) type Pages = BTreeMap<String, String>;

/// The pages of `editions` without complaint.
pub(crate) fn render(editions: &[Edition], base_url: Option<&str>) -> Pages {
    let (pages, found) = render_with(&Input::default(), editions, base_url);
    assert_eq!(found, []);
    pages
}

/// The pages of `editions` by the theme of a project.
pub(crate) fn render_with(
    input: &Input,
    editions: &[Edition],
    base_url: Option<&str>,
) -> (Pages, Vec<Diagnostic>) {
    let mut found = Diagnostics::new();
    let theme = Theme::load(input, &mut found);
    let interfaces = sample::interfaces(&theme);
    let pairs = sample::pairs();
    let pairs = pairs.as_slice();
    let layout = PageLayout::Single;
    let places: Vec<_> = editions.iter().map(|own| Places::of(own, layout)).collect();
    let context = Context {
        collection: None,
        keywords: &[],
        editions,
        places: &places,
        interfaces: &interfaces,
        pairs,
        original: sample::lang("en"),
        look: &Look::default(),
        alphabet: Alphabet::Draft2021,
        base_url,
        version: None,
        versions: &[],
    };
    let mut pages = render_site(&context, &mut found);
    let drawn: Vec<_> = editions
        .iter()
        .map(|edition| {
            let messages = &interfaces.get(edition.lang).messages;
            (
                sample::charts(edition.lang),
                picture::draw_figures(edition, messages, &Memo::default()),
            )
        })
        .collect();
    let drawn: Vec<_> =
        drawn.iter().map(|(charts, files)| Drawn { charts, files }).collect();
    for (edition, drawn) in editions.iter().zip(&drawn) {
        pages.extend(render_edition(&context, edition, *drawn, &mut found));
    }
    pages.extend(render_pairs(&context, &drawn, &mut found));
    let pages = pages.into_iter().map(|(path, text)| (path.to_string(), text));
    (pages.collect(), found.sorted())
}

/// A start tag.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Every start tag of a page, where each attribute is quoted or has no value.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let starts = html.split('<').skip(1);
    let starts =
        starts.filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts.map(tag).collect()
}

/// Each text between tags with the language that holds for it.
pub(crate) fn texts(html: &str) -> Vec<(String, String)> {
    let mut open: Vec<(String, String)> = Vec::new();
    let mut texts = Vec::new();
    for rest in html.split('<').skip(1) {
        let (markup, text) = rest.split_once('>').unwrap_or((rest, ""));
        let lang = open.last().map_or(String::new(), |(_, lang)| lang.clone());
        if let Some(name) = markup.strip_prefix('/') {
            let (opened, _) = open.pop().unwrap_or_default();
            assert_eq!(opened, name, "an element is closed by another's end tag");
        } else if markup.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(rest);
            let void = ["meta", "link", "br", "hr", "input", "line", "polyline"];
            if !void.contains(&tag.name.as_str()) {
                let own = tag.get("lang").map_or(lang, str::to_owned);
                open.push((tag.name, own));
            }
        }
        let lang = open.last().map_or(String::new(), |(_, lang)| lang.clone());
        texts.push((lang, text.to_owned()));
    }
    assert_eq!(open, [], "elements that are not closed");
    texts
}

fn tag(rest: &str) -> Tag {
    let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/');
    let (name, mut rest) = rest.split_at(end.unwrap_or(rest.len()));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with(['>', '/']) {
            return Tag { name: name.to_owned(), attributes };
        }
        let end = rest.find(['=', '>', ' ']).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        let mut value = "";
        rest = after;
        if let Some(quoted) = after.strip_prefix("=\"") {
            (value, rest) = quoted.split_once('"').unwrap_or((quoted, ""));
        }
        let twice = attributes.insert(attribute.to_owned(), unescape(value));
        assert_eq!(twice, None, "`{attribute}` twice in <{name}>");
    }
}

fn unescape(value: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(value.to_owned(), |text, (from, to)| text.replace(from, to))
}
