//! The elements of a page with the bytes that they take.

use std::ops::Range;

/// Elements that have no content and no end tag.
const VOID: [&str; 6] = ["meta", "link", "br", "hr", "img", "input"];

/// An element of a page.
pub(crate) struct Element<'t> {
    pub(crate) name: &'t str,
    /// Its start tag.
    tag: &'t str,
    /// Its bytes, tags included.
    pub(crate) range: Range<usize>,
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
}

/// The elements of a page in their order.
pub(crate) struct Tree<'t> {
    pub(crate) text: &'t str,
    pub(crate) elements: Vec<Element<'t>>,
}

impl<'t> Tree<'t> {
    /// Reads a page that is well formed: `tests/study` holds all pages to that.
    pub(crate) fn parse(text: &'t str) -> Self {
        let mut tree = Self { text, elements: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        let mut at = text.find("<html").expect("a page");
        while let Some(start) = text[at..].find('<').map(|own| at + own) {
            let end = start + text[start..].find('>').expect("a whole tag") + 1;
            let tag = &text[start..end];
            at = end;
            if tag.starts_with("</") {
                let own = open.pop().expect("an open element");
                tree.elements[own].range.end = end;
                continue;
            }
            let name = tag[1..].split([' ', '>', '/', '\n']).next().unwrap_or_default();
            let parent = open.last().copied();
            let own = tree.elements.len();
            let range = start..end;
            let children = Vec::new();
            tree.elements.push(Element { name, tag, range, parent, children });
            if let Some(parent) = parent {
                tree.elements[parent].children.push(own);
            }
            if !VOID.contains(&name) && !tag.ends_with("/>") {
                open.push(own);
            }
            // A script is no markup.
            if name == "script" {
                at += text[at..].find("</script>").expect("the end of a script");
            }
        }
        assert!(open.is_empty(), "elements that are not closed");
        tree
    }

    pub(crate) fn children(
        &self,
        at: usize,
    ) -> impl Iterator<Item = (usize, &Element<'t>)> {
        self.elements[at].children.iter().map(|own| (*own, &self.elements[*own]))
    }

    /// Whether an element of one of these names lies below.
    pub(crate) fn holds(&self, at: usize, names: &[&str]) -> bool {
        self.children(at)
            .any(|(child, own)| names.contains(&own.name) || self.holds(child, names))
    }

    /// The first element of this name below.
    pub(crate) fn first(&self, at: usize, name: &str) -> Option<usize> {
        self.children(at).find_map(|(child, own)| {
            if own.name == name { Some(child) } else { self.first(child, name) }
        })
    }
}

impl<'t> Element<'t> {
    pub(crate) fn get(&self, name: &str) -> Option<&'t str> {
        let wanted = format!(" {name}=\"");
        let start = self.tag.find(&wanted)? + wanted.len();
        self.tag[start..].split('"').next()
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split(' ').any(|own| own == class))
    }
}
