//! Headings, whose ids are the same in every language.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::tree::{Builder, Heading};
use crate::diag::{Code, Diagnostic};
use crate::locale::ascii_name;
use crate::study::{Block, Inline, Role, plain};

/// What to do where the headings of two languages differ.
pub(super) const ONE_TO_ONE: &str =
    "headings correspond one to one, in the same order and at the same level";

impl<'t, 'f> Builder<'t, 'f> {
    pub(super) fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<String>,
        range: Range<usize>,
        blocks: &mut Vec<Block>,
    ) {
        let role = match level {
            HeadingLevel::H1 => Role::Title,
            _ => Role::Heading(level as u8),
        };
        let content = self.unit(role, range.clone());
        self.lint(&content, range.clone());
        let line = self.source.text[range.clone()].trim_end().len();
        let range = range.start..range.start + line;
        if level == HeadingLevel::H1 {
            if self.read.title.is_some() || !blocks.is_empty() {
                self.report(
                    Code::BadMarkdown,
                    range.clone(),
                    "a heading of the first level is the title, and stands once at the top",
                );
            } else {
                self.read.title = Some((content, range));
                self.read.lines.pop();
                return;
            }
        }
        let level = (level as u8).max(2);
        let id = self.heading_id(level, id, &content, range.clone());
        let heading = Heading { level, id: id.clone(), span: self.span(range) };
        self.read.headings.push(heading);
        blocks.push(Block::Heading { level, id, content });
    }

    /// The id of the twin in the source language; there, the given one or an ASCII name.
    fn heading_id(
        &mut self,
        level: u8,
        given: Option<String>,
        content: &[Inline],
        range: Range<usize>,
    ) -> String {
        let Some(twins) = self.source.twins else {
            let words = plain(content, "");
            let id = given.unwrap_or_else(|| ascii_name(&words, self.source.lang));
            if !is_anchor(&id) {
                self.bad_anchor(&id, range);
            }
            return id;
        };
        match twins.get(self.read.headings.len()) {
            Some(twin) if twin.level == level => {
                let twin = twin.clone();
                if let Some(given) = given.filter(|given| *given != twin.id) {
                    self.own_id(&given, &twin, range);
                }
                twin.id
            }
            twin => {
                let message = match twin {
                    Some(twin) => format!(
                        "a heading of level {level}, of level {} in the source language",
                        twin.level
                    ),
                    None => "this heading has no twin in the source language".to_owned(),
                };
                let mut diagnostic =
                    Diagnostic::new(Code::HeadingMismatch, self.span(range), message);
                if let Some(twin) = twin {
                    diagnostic = diagnostic.also(twin.span, "its twin");
                }
                diagnostic = diagnostic.help(ONE_TO_ONE);
                self.found.push(diagnostic);
                String::new()
            }
        }
    }

    fn own_id(&mut self, given: &str, twin: &Heading, range: Range<usize>) {
        let message = format!("the id `{given}` is not that of its twin, `{}`", twin.id);
        let span = self.span(range);
        self.found.push(
            Diagnostic::new(Code::HeadingMismatch, span, message)
                .also(twin.span, "its twin")
                .help(format!(
                    "remove `{{#{given}}}`: the id is the same in every language"
                )),
        );
    }

    fn bad_anchor(&mut self, id: &str, range: Range<usize>) {
        let span = self.span(range);
        self.found.push(
            Diagnostic::new(Code::BadId, span, format!("`{id}` is no id of a heading"))
                .help("give one of small Latin letters, digits and hyphens: `## Title {#id}`"),
        );
    }
}

/// An id that can stand behind `#` in every address: `[a-z][a-z0-9-]*`.
pub(in crate::load) fn is_anchor(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
