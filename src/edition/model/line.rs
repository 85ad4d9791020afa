//! Lines and texts with what they hold beside words.

use crate::lang::Lang;
use crate::prose;

use super::{Figure, Finding, Table};

/// A part of a resolved line.
pub type Inline = prose::Inline<Mark>;

/// A part of a resolved text.
pub type Block = prose::Block<Mark, Placed>;

/// What a line of an edition holds beside words.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A value from the data, written as the language wants; never broken across lines.
    Value(String),
    /// Words that an expression gives, as they are.
    Words(String),
    /// The flags of the value before.
    Flags(Vec<FlagMark>),
    /// A link to a place of this edition.
    Reference {
        /// The anchor in the text.
        anchor: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// Words in another language than those around them, in a draft.
    Foreign {
        /// Their language.
        lang: Lang,
        /// The words.
        content: Vec<Inline>,
    },
    /// Citations in one pair of brackets.
    Citation(Vec<Cited>),
    /// The mark of a footnote.
    Note {
        /// The footnote's number.
        number: usize,
        /// Which mention of it this is, from 1.
        mention: usize,
    },
    /// The sign behind words that the data refute and the study disputes.
    Disputed {
        /// The id of the editorial note on the same page.
        note: String,
    },
    /// The sign before a line that follows an earlier version of the original.
    Outdated,
}

/// A flag of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagMark {
    /// Its code, by which the legend is found.
    pub code: char,
    /// What it means, as the language says it.
    pub meaning: String,
}

/// One work cited in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited {
    /// Its number in the reference list.
    pub number: usize,
    /// Its key in the reference list.
    pub key: String,
    /// Which citation of the work this is, from 1.
    pub mention: usize,
    /// The place in the work, as it is printed.
    pub locator: Option<String>,
}

/// What stands between paragraphs.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    /// A figure.
    Figure(Box<Figure>),
    /// A table.
    Table(Box<Table>),
    /// An editorial note.
    Finding(Box<Finding>),
}

/// A text and the language it is in, which under `--draft` may be the source language
/// and not the edition's.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The language of the words.
    pub lang: Lang,
    /// The words.
    pub content: Vec<Inline>,
}

impl Text {
    /// The words without any form: for titles of pages, descriptions and charts.
    pub fn plain(&self) -> String {
        plain(&self.content)
    }
}

/// The words of `content` without any form.
pub fn plain(content: &[Inline]) -> String {
    prose::plain(content, &mut |mark| match mark {
        Mark::Value(text) | Mark::Words(text) => text.clone(),
        Mark::Flags(flags) => format!(" ({})", meanings(flags)),
        Mark::Reference { content, .. } | Mark::Foreign { content, .. } => plain(content),
        Mark::Citation(_)
        | Mark::Note { .. }
        | Mark::Disputed { .. }
        | Mark::Outdated => String::new(),
    })
}

/// What flags mean, in one line.
pub fn meanings(flags: &[FlagMark]) -> String {
    let words: Vec<&str> = flags.iter().map(|flag| flag.meaning.as_str()).collect();
    words.join(", ")
}
