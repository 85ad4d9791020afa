//! Texts that authors wrote, parsed but not yet resolved.

use std::collections::BTreeMap;

use crate::expr::Expression;
use crate::lang::{Lang, PerLang};
use crate::prose;
use crate::source::{Span, Spanned};

/// A part of a line as it is written.
pub type Inline = prose::Inline<Mark>;
/// A part of a text as it is written.
pub type Block = prose::Block<Mark, Placed>;
/// A text in each language of the study.
pub type Texts = PerLang<Text>;

/// What a line holds beside words.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// `{{ … }}`: a value.
    Value(Expression),
    /// `[…](#id)`: a reference to a section, a heading, a figure or a table.
    Reference {
        /// The anchor.
        target: Spanned<String>,
        /// Its words; none for the wording of the language.
        content: Vec<Inline>,
    },
    /// `[…](claim:id)`: words that a claim or a check must bear out.
    Claim {
        /// The claim's id, or that of a dataset with its check's: `migration.parts-add-up`.
        name: String,
        /// The words; none for those that the claim gives.
        content: Vec<Inline>,
    },
    /// `{number}` in the words of a reference.
    Number,
    /// `[@key, p. 3; @other]`: citations.
    Citation(Vec<Citation>),
    /// `[^label]`: the mark of a footnote of this passage.
    Note(Spanned<String>),
}

/// The words of a line, with `other` in the place of each of its marks; a claim is its words.
pub fn plain(content: &[Inline], other: &str) -> String {
    prose::plain(content, &mut |mark| match mark {
        Mark::Claim { content, .. } => plain(content, other),
        _ => other.to_owned(),
    })
}

/// One work cited.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Its key in the reference list.
    pub key: Spanned<String>,
    /// The place in the work, as it is written.
    pub locator: Option<String>,
}

/// What stands between paragraphs.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    /// `![](figure:id)`.
    Figure(Spanned<String>),
    /// `![](table:id)`.
    Table(Spanned<String>),
    /// `![](check:dataset.check)`: the editorial note of a disputed check.
    Finding {
        /// The dataset's id.
        dataset: String,
        /// The check's id.
        check: String,
        /// Where it is placed.
        span: Span,
    },
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The language of the words, which in a draft may be the source language.
    pub lang: Lang,
    /// The words.
    pub content: Vec<Inline>,
    /// Where they stand.
    pub span: Span,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its text.
    pub blocks: Vec<Block>,
    /// The translation unit of each of its lines, as in [`Passage::units`].
    pub units: Vec<usize>,
    /// Where its label stands.
    pub span: Span,
}

/// Blocks in one language with their footnotes.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The language of the words, which in a draft may be the source language.
    pub lang: Lang,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The translation unit of each line of the blocks, in the order of the text: its place
    /// among the units of the file, counted from 1. A line is a paragraph, a heading or a
    /// cell.
    pub units: Vec<usize>,
    /// The ids of its headings in their order, and where they stand.
    pub headings: Vec<Spanned<String>>,
    /// The footnotes by label.
    pub notes: BTreeMap<String, Note>,
    /// The file.
    pub span: Span,
}
