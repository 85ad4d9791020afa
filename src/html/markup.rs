//! Markup, and the only place where text is escaped.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

/// Markup that is safe to put into a page. Tags and names of attributes are literals of
/// this program; every other string in it went through `escape`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// No markup yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Markup that another part of baspa made: a drawn chart, a rendered template.
    pub fn presume(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// The escaped `words` alone.
    pub fn of(words: &str) -> Self {
        let mut html = Self::new();
        html.text(words);
        html
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no markup.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds words.
    pub fn text(&mut self, words: &str) {
        for letter in words.chars() {
            match escape(letter) {
                Some(entity) => self.0.push_str(entity),
                None => self.0.push(letter),
            }
        }
    }

    /// Adds markup as it is.
    pub fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// Adds a start tag, or an element that has no content.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.0.push('>');
    }

    /// Adds ` name="value"`.
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.text(value);
        self.0.push('"');
    }

    /// Adds an end tag.
    pub fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Adds an element around `content`.
    pub fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        content: &Self,
    ) {
        self.open(tag, attributes);
        self.append(content);
        self.close(tag);
    }
}

/// Templates print it as it is, whereas they escape every string.
impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// What stands for a letter that has a meaning in HTML or XML, inside an element or a
/// quoted attribute; control characters, which neither may hold, are shown as unknown.
fn escape(letter: char) -> Option<&'static str> {
    Some(match letter {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' | '\t' => return None,
        control if control.is_control() => "\u{fffd}",
        _ => return None,
    })
}

/// The same for the template engine.
pub(super) fn escape_into(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(Html::of(text).0.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_attributes_cannot_leave_their_place() {
        let mut html = Html::new();
        html.open("a", &[("href", "\"><script>'&\u{0}")]);
        html.text("</a><b onclick='x'>");
        html.close("a");
        assert_eq!(
            html.as_str(),
            "<a href=\"&quot;&gt;&lt;script&gt;&#39;&amp;\u{fffd}\">\
             &lt;/a&gt;&lt;b onclick=&#39;x&#39;&gt;</a>"
        );
    }

    #[test]
    fn templates_print_markup_and_escape_strings() {
        let mut tera = tera::Tera::new();
        tera.add_raw_template("x.html", "{{ html }}{{ text }}").unwrap();
        let mut context = tera::Context::new();
        context.insert("html", &Html::presume("<b>"));
        context.insert("text", "<b>");
        assert_eq!(tera.render("x.html", &context).unwrap(), "<b>&lt;b&gt;");
    }
}
