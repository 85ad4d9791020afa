//! A strict reader of the pages: what a browser would have to mend is a failure here.

use std::collections::BTreeMap;

/// Elements that have no content and no end tag.
const VOID: [&str; 6] = ["meta", "link", "br", "hr", "img", "input"];

/// A page as a tree; the first element is `html`.
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
}

/// An element with what it holds.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) parent: Option<usize>,
    /// The language of its words: its own `lang`, or that of what holds it.
    pub(crate) lang: String,
    pub(crate) children: Vec<Child>,
}

/// What an element holds, in its order.
pub(crate) enum Child {
    Words(String),
    Element(usize),
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The id in every edition: without the language, where it names that.
    pub(crate) fn shared_id(&self) -> String {
        let parts = self.get("id").unwrap_or_default().split('.');
        let parts = parts.filter(|part| !["en", "kk", "kk-Latn", "ru"].contains(part));
        parts.collect::<Vec<_>>().join(".")
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split(' ').any(|own| own == class))
    }
}

impl Page {
    /// Reads a page.
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let rest = text.strip_prefix("<!DOCTYPE html>\n");
        let mut reader =
            Reader { path, page: Self { elements: Vec::new() }, open: Vec::new() };
        reader.read(rest.unwrap_or_else(|| panic!("{path}: no doctype")));
        assert!(reader.open.is_empty(), "{path}: elements that are not closed");
        reader.page
    }

    /// The elements of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The element with this id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.get("id") == Some(id))
    }

    /// The words of an element and all that it holds.
    pub(crate) fn words(&self, element: &Element) -> String {
        element.children.iter().fold(String::new(), |words, child| match child {
            Child::Words(own) => words + own,
            Child::Element(at) => words + &self.words(&self.elements[*at]),
        })
    }

    /// The element and all that it holds, in their order.
    pub(crate) fn below<'a>(&'a self, element: &'a Element) -> Vec<&'a Element> {
        let mut found = vec![element];
        for child in &element.children {
            if let Child::Element(at) = child {
                found.extend(self.below(&self.elements[*at]));
            }
        }
        found
    }

    /// Whether the element or one that holds it meets the condition.
    pub(crate) fn within(
        &self,
        element: &Element,
        is: impl Fn(&Element) -> bool,
    ) -> bool {
        let mut at = Some(element);
        while let Some(own) = at {
            if is(own) {
                return true;
            }
            at = own.parent.map(|parent| &self.elements[parent]);
        }
        false
    }

    /// Every text of the page with its language and the element that holds it: words, and
    /// the attributes that are read out.
    pub(crate) fn texts(&self) -> Vec<(&Element, String)> {
        let spoken = ["aria-label", "title", "alt"];
        self.elements
            .iter()
            .filter(|element| element.name != "script")
            .flat_map(|element| {
                let words = element.children.iter().filter_map(|child| match child {
                    Child::Words(words) => Some(words.clone()),
                    Child::Element(_) => None,
                });
                let read =
                    spoken.iter().filter_map(|name| element.get(name)).map(str::to_owned);
                words.chain(read).map(move |text| (element, text))
            })
            .filter(|(_, text)| !text.trim().is_empty())
            .collect()
    }
}

struct Reader<'t> {
    path: &'t str,
    page: Page,
    open: Vec<usize>,
}

impl<'t> Reader<'t> {
    fn read(&mut self, mut rest: &'t str) {
        while !rest.is_empty() {
            rest = match rest.strip_prefix('<') {
                Some(markup) => self.markup(markup),
                None => {
                    let end = rest.find('<').unwrap_or(rest.len());
                    self.words(&rest[..end]);
                    &rest[end..]
                }
            };
        }
    }

    fn words(&mut self, words: &str) {
        let words = self.decoded(words);
        match self.open.last() {
            Some(at) => self.page.elements[*at].children.push(Child::Words(words)),
            None => {
                assert!(words.trim().is_empty(), "{}: words outside: {words}", self.path)
            }
        }
    }

    /// Reads a tag, and gives what follows it.
    fn markup(&mut self, markup: &'t str) -> &'t str {
        let (tag, rest) = split_tag(markup).unwrap_or_else(|| self.bad(markup));
        if let Some(name) = tag.strip_prefix('/') {
            let open = self.open.pop().map(|at| self.page.elements[at].name.as_str());
            assert_eq!(open, Some(name), "{}: a wrong end tag", self.path);
            return rest;
        }
        let (tag, closed) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let end = tag.find(char::is_whitespace).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        let good = name.starts_with(|c: char| c.is_ascii_alphabetic());
        assert!(good, "{}: `<{tag}>` is no tag", self.path);
        let attributes = self.attributes(attributes);
        let parent = self.open.last().copied();
        let inherited = parent.map_or("", |at| &self.page.elements[at].lang);
        let lang = attributes.get("lang").map_or(inherited, String::as_str).to_owned();
        let name = name.to_owned();
        let at = self.page.elements.len();
        if let Some(parent) = parent {
            self.page.elements[parent].children.push(Child::Element(at));
        }
        let leaf = closed || VOID.contains(&name.as_str());
        let children = Vec::new();
        self.page.elements.push(Element { name, attributes, parent, lang, children });
        if !leaf {
            self.open.push(at);
        }
        if self.page.elements[at].name != "script" {
            return rest;
        }
        // What stands in a script is no markup.
        let (code, _) = rest.split_once("</script>").unwrap_or_else(|| self.bad(rest));
        self.page.elements[at].children.push(Child::Words(code.to_owned()));
        &rest[code.len()..]
    }

    fn attributes(&self, mut rest: &str) -> BTreeMap<String, String> {
        let mut attributes = BTreeMap::new();
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return attributes;
            }
            let end =
                rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').unwrap_or_else(|| self.bad(rest)),
                None => ("", after),
            };
            assert!(
                !after.starts_with('='),
                "{}: a value without quotes: {rest}",
                self.path
            );
            assert!(!name.starts_with("on"), "{}: a script in `{name}`", self.path);
            let twice = attributes.insert(name.to_owned(), self.decoded(value));
            assert_eq!(twice, None, "{}: `{name}` twice", self.path);
            rest = after;
        }
    }

    fn decoded(&self, text: &str) -> String {
        let mut decoded = String::new();
        let mut parts = text.split('&');
        decoded.push_str(parts.next().unwrap_or(""));
        for part in parts {
            let (entity, rest) = part.split_once(';').unwrap_or_else(|| self.bad(part));
            decoded.push(match entity {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#39" => '\'',
                _ => self.bad(part),
            });
            decoded.push_str(rest);
        }
        decoded
    }

    fn bad<T>(&self, near: &str) -> T {
        let near: String = near.chars().take(60).collect();
        panic!("{}: bad markup near `{near}`", self.path)
    }
}

/// The tag up to the `>` that ends it, which may stand in a quoted value too.
fn split_tag(markup: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, c) in markup.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some((&markup[..at], &markup[at + 1..])),
            _ => {}
        }
    }
    None
}

#[test]
fn the_reader_refuses_what_a_browser_would_mend() {
    let refused = |body: &str| {
        let text = format!("<!DOCTYPE html>\n<html>{body}</html>");
        std::panic::catch_unwind(|| Page::parse("page", &text)).is_err()
    };
    for bad in ["<p>", "</p>", "<p><b></p></b>", "<p a=1></p>", "<p a=\"1\" a=\"2\"></p>"]
    {
        assert!(refused(bad), "{bad}");
    }
    for bad in ["a & b", "&nbsp;", "< 3", "<p onclick=\"x\"></p>"] {
        assert!(refused(bad), "{bad}");
    }
    assert!(refused("<script>a"));
    assert!(!refused("<script>a < b && c</script>"));
    assert!(!refused("<p lang=\"kk\" hidden>a &amp; <br>b</p><circle r=\"1\"/>"));
}
