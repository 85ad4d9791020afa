//! Which elements of a page show which parts of a record.
//!
//! What a template repeats (a title in a list of links, the source of a figure in the words
//! that it is cited by) shows the part that it repeats.

use std::collections::BTreeMap;
use std::ops::Range;

use baspa::record::Kind;

use crate::tree::{Element, Tree};

/// A part of a record: language, page, anchor, kind, and which of its kind there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) lang: String,
    pub(crate) page: String,
    pub(crate) at: String,
    pub(crate) kind: Kind,
    pub(crate) which: Which,
}

/// Which of the parts of a kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Which {
    Number(usize),
    Name(String),
}

/// An element with what it shows.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) range: Range<usize>,
    pub(crate) keys: Vec<Key>,
}

/// The elements of the page at `path` that show parts.
pub(crate) fn shown(path: &str, tree: &Tree<'_>) -> Vec<Shown> {
    let root = &tree.elements[0];
    let lang = root.get("lang").expect("a language").to_owned();
    let body = tree.first(0, "body").expect("a body");
    let kind = tree.elements[body].get("class").expect("a kind of page");
    let place =
        Place { lang, at: String::new(), kind: kind.to_owned(), own: path.to_owned() };
    let mut reader = Reader { tree, counts: BTreeMap::new(), shown: Vec::new(), place };
    reader.element(0);
    reader.shown
}

/// Where the reader is.
#[derive(Clone)]
struct Place {
    lang: String,
    at: String,
    /// Of which kind the page is.
    kind: String,
    own: String,
}

impl Place {
    /// The folder of the edition at hand.
    fn folder(&self) -> String {
        self.lang.to_ascii_lowercase()
    }

    fn study(&self) -> String {
        format!("{}/index.html", self.folder())
    }

    /// The page whose parts stand here.
    fn page(&self) -> String {
        match self.kind.as_str() {
            "about" | "dataset" | "revisions" | "study" => self.own.clone(),
            _ => self.study(),
        }
    }

    /// The page that a link on this page leads to.
    fn target(&self, path: &str) -> String {
        let mut names: Vec<_> = self.own.split('/').collect();
        if path.is_empty() {
            return self.own.clone();
        }
        names.pop();
        for name in path.split('/') {
            match name {
                ".." => drop(names.pop()),
                name => names.push(name),
            }
        }
        names.join("/")
    }

    /// The anchor of the section that the page at this path is of.
    fn section(path: &str) -> Option<&str> {
        path.split_once("/sections/")?.1.strip_suffix(".html")
    }
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
    counts: BTreeMap<(String, String, Kind), usize>,
    shown: Vec<Shown>,
    place: Place,
}

impl<'a> Reader<'a> {
    fn key(&self, page: String, at: &str, kind: Kind, which: Which) -> Key {
        Key { lang: self.place.lang.clone(), page, at: at.to_owned(), kind, which }
    }

    /// A part above all headings.
    fn front(&self, page: String, kind: Kind) -> Key {
        self.key(page, "", kind, Which::Number(1))
    }

    fn title(&self) -> Key {
        self.front(self.place.study(), Kind::Title)
    }

    fn here(&self, kind: Kind, number: usize) -> Key {
        self.key(self.place.page(), &self.place.at, kind, Which::Number(number))
    }

    fn count(&mut self, kind: Kind) -> usize {
        let key = (self.place.lang.clone(), self.place.at.clone(), kind);
        let count = self.counts.entry(key).or_default();
        *count += 1;
        *count
    }

    /// The same under another anchor.
    fn counted(&mut self, anchor: &str, kind: Kind) -> usize {
        let outer = std::mem::replace(&mut self.place.at, anchor.to_owned());
        let count = self.count(kind);
        self.place.at = outer;
        count
    }

    /// The next part of its kind under the anchor at hand.
    fn next(&mut self, kind: Kind) -> Key {
        let number = self.count(kind);
        self.here(kind, number)
    }

    fn take(&mut self, element: &Element<'_>, keys: Vec<Key>) {
        self.shown.push(Shown { range: element.range.clone(), keys });
    }

    fn inner(&mut self, at: usize) {
        for child in self.tree.elements[at].children.clone() {
            self.element(child);
        }
    }

    /// All below, under another anchor.
    fn under(&mut self, anchor: &str, at: usize) {
        let outer = std::mem::replace(&mut self.place.at, anchor.to_owned());
        self.inner(at);
        self.place.at = outer;
    }

    fn element(&mut self, at: usize) {
        let tree = self.tree;
        let own = &tree.elements[at];
        if let Some(lang) = own.get("lang").filter(|_| self.parent_has(own, "pair")) {
            self.place.lang = lang.to_owned();
        }
        self.content(at);
    }

    fn content(&mut self, at: usize) {
        let tree = self.tree;
        let own = &tree.elements[at];
        let class = |name| own.has_class(name);
        match own.name {
            "head" => self.head(at),
            "h1" if own.get("id").is_some() => {
                own.get("id").unwrap_or_default().clone_into(&mut self.place.at);
                let keys = vec![self.here(Kind::Heading, 1)];
                self.take(own, keys);
            }
            "h1" => {
                let keys = vec![self.title(), self.front(self.place.page(), Kind::Title)];
                if class("pair") { self.inner(at) } else { self.take(own, keys) }
            }
            "p" if class("brand") => {
                let keys =
                    vec![self.title(), self.front(self.place.study(), Kind::Journal)];
                self.take(own, keys);
            }
            "p" if class("subtitle") => self.subtitle(own),
            "span" if self.parent_has(own, "pair") => {
                let keys = vec![self.title()];
                self.take(own, keys);
            }
            "footer" => {
                let keys =
                    vec![self.title(), self.front(self.place.study(), Kind::Licence)];
                self.take(own, keys);
            }
            "aside" if class("notice") => {
                let study = self.place.study();
                let kinds = [Kind::Notice, Kind::Count];
                let keys = kinds.map(|kind| self.front(study.clone(), kind)).to_vec();
                self.take(own, keys);
            }
            "ol" | "ul" if class("toc") || class("inline") => self.links(at),
            "nav" if class("pager") => self.links(at),
            "section" if class("abstract") => self.under("abstract", at),
            "section" if class("matter") => self.matter(at),
            "section" if ["dataset", "revisions"].contains(&&*self.place.kind) => {
                let id = self.heading_id(at).unwrap_or_default();
                self.under(&id, at);
            }
            "section" if self.place.kind == "about" => self.about_section(at),
            "div" if class("heading") => self.heading(at),
            "h3" if self.place.kind == "dataset" => {
                if let Some(id) = own.get("id") {
                    id.clone_into(&mut self.place.at);
                }
            }
            "p" if class("outdated") || class("untranslated") => {
                let keys = vec![self.next(Kind::Behind)];
                self.take(own, keys);
            }
            "dl" if class("keys") => self.key_figures(at),
            "aside" if class("imprint") => {
                let study = self.place.study();
                let kinds = [Kind::Title, Kind::Author, Kind::Journal, Kind::Issued];
                let keys = kinds.map(|kind| self.front(study.clone(), kind)).to_vec();
                self.take(own, keys);
            }
            "figure" => self.figure(at),
            "div" if class("finding") => {
                let number = self.count(Kind::Finding);
                let keys =
                    [Kind::Finding, Kind::Reason].map(|kind| self.here(kind, number));
                self.take(own, keys.to_vec());
            }
            "dl" if class("about") && self.place.kind == "dataset" => {
                self.facts(at);
            }
            "pre" => self.leaf(own, Kind::Code),
            "hr" => self.leaf(own, Kind::Rule),
            "table" => self.grid(at),
            "li" if self.is_item(at) => self.leaf(own, Kind::Item),
            "p" if class("kicker")
                || class("label")
                || class("keywords")
                || class("facts") => {}
            "p" if self.in_text(own) => {
                let kind =
                    if self.is_in_item(own) { Kind::Item } else { Kind::Paragraph };
                self.leaf(own, kind);
            }
            _ => self.inner(at),
        }
    }

    fn leaf(&mut self, own: &Element<'_>, kind: Kind) {
        let keys = vec![self.next(kind)];
        self.take(own, keys);
    }

    fn parent<'b>(&self, own: &Element<'b>) -> Option<&'a Element<'a>> {
        own.parent.map(|at| &self.tree.elements[at])
    }

    fn parent_has(&self, own: &Element<'_>, class: &str) -> bool {
        self.parent(own).is_some_and(|parent| parent.has_class(class))
    }

    /// Whether a paragraph belongs to a text and not to the page.
    fn in_text(&self, own: &Element<'_>) -> bool {
        let about = self.place.kind == "about";
        (about || !self.place.at.is_empty())
            && !own.has_class("citation")
            && !own.has_class("formats")
    }

    /// An item that holds nothing but a line.
    fn is_item(&self, at: usize) -> bool {
        let blocks = ["p", "ul", "ol", "figure", "blockquote", "pre", "table", "div"];
        let own = &self.tree.elements[at];
        let list = self.parent(own);
        list.is_some_and(|list| list.get("class").is_none())
            && !self.place.at.is_empty()
            && !self.tree.holds(at, &blocks)
    }

    /// Beside another language an item that is a line is a row.
    fn is_in_item(&self, own: &Element<'_>) -> bool {
        let cell = self.parent(own);
        let row = cell.and_then(|cell| self.parent(cell));
        let item =
            row.filter(|row| row.has_class("pair")).and_then(|row| self.parent(row));
        item.is_some_and(|item| item.name == "li" && item.children.len() == 1)
    }

    fn head(&mut self, at: usize) {
        let tree = self.tree;
        let langs: Vec<_> = match self.place.kind.as_str() {
            // These pages name every edition.
            "root" | "not-found" | "side" => {
                ["en", "kk", "kk-Latn", "ru"].map(str::to_owned).to_vec()
            }
            _ => vec![self.place.lang.clone()],
        };
        let mut keys = Vec::new();
        let outer = self.place.lang.clone();
        for lang in langs {
            self.place.lang = lang;
            for kind in [Kind::Title, Kind::Description] {
                keys.push(self.front(self.place.study(), kind));
                keys.push(self.front(self.place.page(), kind));
            }
        }
        self.place.lang = outer;
        if let Some(section) = Place::section(&self.place.own) {
            let here =
                |kind| self.key(self.place.page(), section, kind, Which::Number(1));
            keys.extend([Kind::Heading, Kind::Paragraph].map(here));
        }
        for (_, own) in tree.children(at) {
            let content = own.name == "title" || own.get("content").is_some();
            if content || own.name == "script" {
                let mut keys = keys.clone();
                keys.push(self.front(self.place.page(), Kind::Source));
                self.take(own, keys);
            }
        }
    }

    fn subtitle(&mut self, own: &Element<'_>) {
        let keys = match (self.place.kind.as_str(), self.place.at.as_str()) {
            ("dataset", _) => vec![self.front(self.place.page(), Kind::Description)],
            ("about", _) => vec![self.title()],
            (_, "") => vec![self.front(self.place.page(), Kind::Subtitle)],
            _ => vec![self.here(Kind::Subtitle, 1)],
        };
        self.take(own, keys);
    }

    /// Links to headings, figures and datasets, which show their titles.
    fn links(&mut self, at: usize) {
        let tree = self.tree;
        for (child, own) in tree.children(at) {
            match (own.name, own.get("href")) {
                ("a", Some(href)) => {
                    let keys = self.linked(href);
                    self.take(own, keys);
                }
                _ => self.links(child),
            }
        }
    }

    fn linked(&self, href: &str) -> Vec<Key> {
        let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
        let target = match self.place.kind.as_str() {
            "side" => self.place.study(),
            _ => self.place.target(path),
        };
        if !anchor.is_empty() {
            let name = Which::Name(anchor.to_owned());
            return vec![
                self.key(target.clone(), anchor, Kind::Heading, Which::Number(1)),
                self.key(target.clone(), "", Kind::Figure, name.clone()),
                self.key(target, "", Kind::Table, name),
            ];
        }
        if let Some(section) = Place::section(&target) {
            return vec![self.key(
                target.clone(),
                section,
                Kind::Heading,
                Which::Number(1),
            )];
        }
        let file = path.rsplit('/').next().unwrap_or(path);
        let page = format!("{}/data/{file}", self.place.folder());
        [Kind::Title, Kind::Period].map(|kind| self.front(page.clone(), kind)).to_vec()
    }

    /// Datasets, notes and references below the text.
    fn matter(&mut self, at: usize) {
        let tree = self.tree;
        for (child, own) in tree.children(at) {
            self.listed(child, own);
        }
    }

    fn listed(&mut self, at: usize, own: &Element<'_>) {
        let list = self.parent(own).and_then(|list| list.get("class"));
        let value = own.get("value").and_then(|own| own.parse().ok());
        if let Some(lang) = own.get("lang").filter(|_| self.parent_has(own, "pair")) {
            self.place.lang = lang.to_owned();
        }
        let (anchor, kind) = match (own.name, list, value) {
            ("li", Some("datasets"), _) if !own.has_class("pair") => {
                let link = self.tree.first(at, "a").expect("a link");
                let href = self.tree.elements[link].get("href").unwrap_or_default();
                let keys = self.linked(href);
                return self.take(own, keys);
            }
            ("li", Some("notes"), Some(_)) => ("notes", Kind::Footnote),
            ("li", Some("references"), Some(_)) => ("references", Kind::Reference),
            ("a", _, _) if self.place.kind == "side" => {
                let keys = self.linked(own.get("href").unwrap_or_default());
                return self.take(own, keys);
            }
            _ => return self.matter(at),
        };
        if kind == Kind::Reference && self.place.kind == "side" {
            let root = &self.tree.elements[0];
            self.place.lang = root.get("lang").unwrap_or_default().to_owned();
        }
        // A page of a section has some of them, and their numbers go on through the study.
        let number = match (self.place.kind.as_str(), value) {
            ("side", Some(value)) => value,
            _ => self.counted(anchor, kind),
        };
        let keys = vec![self.key(self.place.page(), anchor, kind, Which::Number(number))];
        self.take(own, keys);
    }

    fn heading_id(&self, at: usize) -> Option<String> {
        let heads = ["h2", "h3", "h4", "h5", "h6"];
        let found = heads.iter().filter_map(|name| self.tree.first(at, name)).min()?;
        self.tree.elements[found].get("id").map(str::to_owned)
    }

    fn heading(&mut self, at: usize) {
        // That of a second language has no id, and stands beside the first.
        if let Some(id) = self.heading_id(at) {
            self.place.at = id;
        }
        let keys = vec![self.here(Kind::Heading, 1)];
        let own = &self.tree.elements[at];
        self.take(own, keys);
    }

    fn about_section(&mut self, at: usize) {
        let tree = self.tree;
        let study = self.place.study();
        let mut page = self.place.page();
        let mut number = 0;
        for (child, own) in tree.children(at) {
            if let Some(link) =
                (own.name == "h3").then(|| tree.first(child, "a")).flatten()
            {
                let href = tree.elements[link].get("href").unwrap_or_default();
                page = format!("{}/{href}", self.place.folder());
                number = 0;
                let keys = vec![self.front(page.clone(), Kind::Title)];
                self.take(own, keys);
            } else if own.has_class("finding") {
                number += 1;
                let notes = |kind| {
                    let which = Which::Number(number);
                    self.key(page.clone(), "editorial-notes", kind, which)
                };
                let keys = [Kind::Finding, Kind::Reason].map(notes).to_vec();
                self.take(own, keys);
            } else if own.has_class("citation") {
                let kinds = [Kind::Title, Kind::Journal, Kind::Issued];
                let keys = kinds.map(|kind| self.front(study.clone(), kind)).to_vec();
                self.take(own, keys);
            }
        }
    }

    /// What a dataset is, without its names: the kinds are not told apart.
    fn facts(&mut self, at: usize) {
        let tree = self.tree;
        for (child, own) in tree.children(at) {
            if tree.holds(child, &["ul"]) {
                self.links(child);
                continue;
            }
            let page = self.place.page();
            let kinds = [Kind::Period, Kind::Source, Kind::Note, Kind::Updated];
            let mut keys = kinds.map(|kind| self.front(page.clone(), kind)).to_vec();
            keys.extend((1..=4).map(|number| {
                self.key(page.clone(), "", Kind::Fact, Which::Number(number))
            }));
            self.take(own, keys);
        }
    }

    fn key_figures(&mut self, at: usize) {
        let tree = self.tree;
        for (number, (_, own)) in (1..).zip(tree.children(at)) {
            let page = self.place.study();
            let key = self.key(page, "", Kind::KeyFigure, Which::Number(number));
            self.take(own, vec![key]);
        }
    }

    fn figure(&mut self, at: usize) {
        let own = &self.tree.elements[at];
        let page = self.place.own.clone();
        let id = match own.get("id") {
            Some(id) => id.to_owned(),
            None => {
                let (page, id) = self.leads_to(at);
                self.place.own = page;
                id
            }
        };
        let is_table = own.has_class("table");
        let outer = std::mem::replace(&mut self.place.at, id.clone());
        let object = Object { id, outer: outer.clone(), is_table };
        self.object(at, &object);
        self.place.at = outer;
        self.place.own = page;
    }

    /// The page and the id of the figure that the front shows a second time.
    fn leads_to(&self, at: usize) -> (String, String) {
        let tree = self.tree;
        let links = tree.children(at).find(|(_, own)| own.has_class("provenance"));
        let links = links.and_then(|(at, _)| {
            tree.children(at).find(|(_, own)| own.has_class("links"))
        });
        let link = links.and_then(|(at, _)| tree.first(at, "a")).expect("a link");
        let href = tree.elements[link].get("href").expect("an address");
        let (path, anchor) = href.split_once('#').expect("an anchor");
        (self.place.target(path), anchor.to_owned())
    }

    /// All that a figure or a table holds.
    fn object(&mut self, at: usize, of: &Object) {
        let tree = self.tree;
        let own = &tree.elements[at];
        let class = |name| own.has_class(name);
        if own.get("lang").is_some() && self.parent_has(own, "pair") {
            self.place.lang = own.get("lang").unwrap_or_default().to_owned();
        }
        let kind = if of.is_table { Kind::Table } else { Kind::Figure };
        let number = {
            let name = Which::Name(of.id.clone());
            self.key(self.place.page(), &of.outer, kind, name)
        };
        let keys = match own.name {
            "p" if class("label") => vec![number],
            "p" if class("caption") => vec![self.here(Kind::Caption, 1)],
            "p" if class("subtitle") => vec![self.here(Kind::Subtitle, 1)],
            "div" if class("drawing") => [Kind::Chart, Kind::Alt, Kind::Summary]
                .map(|kind| self.here(kind, 1))
                .to_vec(),
            "p" if class("alt") => {
                let alt = tree.children(at).any(|(_, own)| own.has_class("what"));
                vec![self.here(if alt { Kind::Alt } else { Kind::Summary }, 1)]
            }
            "p" if class("citation") => vec![
                number,
                self.here(Kind::Caption, 1),
                self.here(Kind::Source, 1),
                self.title(),
            ],
            "p" if self.parent_has(own, "provenance") && !class("links") => {
                [Kind::Note, Kind::Period, Kind::Source]
                    .map(|kind| self.here(kind, 1))
                    .to_vec()
            }
            "div" if class("finding") => return self.content(at),
            "table" => return self.grid(at),
            "div" if class("legend") => return self.legend(at),
            _ => {
                for child in own.children.clone() {
                    self.object(child, of);
                }
                return;
            }
        };
        self.take(own, keys);
    }

    fn legend(&mut self, at: usize) {
        let own = &self.tree.elements[at];
        let signs = (1..=4).map(|number| self.here(Kind::Legend, number)).collect();
        self.take(own, signs);
    }

    /// Heads and rows.
    fn grid(&mut self, at: usize) {
        let tree = self.tree;
        let variables = tree.elements[at].has_class("variables");
        for (child, part) in tree.children(at) {
            if part.name == "caption" {
                let numbers = [Kind::Figure, Kind::Table].map(|kind| {
                    let name = Which::Name(self.place.at.clone());
                    self.key(self.place.page(), "", kind, name)
                });
                let mut keys = vec![self.front(self.place.page(), Kind::Title)];
                keys.push(self.here(Kind::Caption, 1));
                keys.extend(numbers);
                self.take(part, keys);
            }
            for (_, row) in tree.children(child).filter(|(_, row)| row.name == "tr") {
                match (part.name, variables, self.place.at.as_str()) {
                    ("thead", true, _) => {}
                    ("thead", false, _) => self.leaf(row, Kind::Columns),
                    (_, true, "missing") => self.leaf(row, Kind::Legend),
                    (_, true, "checks") => self.leaf(row, Kind::Check),
                    (_, true, _) => self.leaf(row, Kind::Variable),
                    (_, false, _) => self.leaf(row, Kind::Row),
                }
            }
        }
    }
}

/// A figure or a table.
struct Object {
    id: String,
    /// The anchor that it stands under.
    outer: String,
    is_table: bool,
}
