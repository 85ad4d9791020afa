//! The tree of a text: blocks and inlines, without syntax and without HTML.
//!
//! The tree is the same before and after a language is fixed; what differs are its
//! leaves. `M` is a mark inside a line (a value, a citation, a reference), `P` is what
//! stands between paragraphs (a figure, a table, an editorial note).

/// A part of a text that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Block<M, P> {
    /// A heading below the section's title.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its anchor, the same in every language.
        id: String,
        /// Its words.
        content: Vec<Inline<M>>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline<M>>),
    /// A list.
    List {
        /// The number of the first item; `None` for a list without numbers.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Self>>,
    },
    /// A quotation.
    Quote(Vec<Self>),
    /// Text shown letter by letter.
    Code(String),
    /// A table written in Markdown.
    Grid {
        /// How each column is set.
        aligns: Vec<Align>,
        /// The heads of the columns.
        head: Vec<Vec<Inline<M>>>,
        /// The rows below.
        rows: Vec<Vec<Vec<Inline<M>>>>,
    },
    /// A break between paragraphs.
    Rule,
    /// Something placed here.
    Placed(P),
}

/// How a column of a [`Block::Grid`] is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline<M> {
    /// Words.
    Text(String),
    /// Words with emphasis.
    Emphasis(Vec<Self>),
    /// Words with strong emphasis.
    Strong(Vec<Self>),
    /// Raised.
    Superscript(Vec<Self>),
    /// Lowered.
    Subscript(Vec<Self>),
    /// Struck out.
    Struck(Vec<Self>),
    /// Text shown letter by letter.
    Code(String),
    /// A link to another site.
    Link {
        /// The address, with a scheme that is allowed.
        href: String,
        /// Its words.
        content: Vec<Self>,
    },
    /// A line break.
    Break,
    /// What the stage knows how to read.
    Mark(M),
}

impl<M> Inline<M> {
    /// The parts that it holds.
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Struck(content)
            | Self::Link { content, .. } => content,
            Self::Text(_) | Self::Code(_) | Self::Break | Self::Mark(_) => &[],
        }
    }
}

/// The words of `inlines` without any form; `mark` gives those of a mark.
pub fn plain<'a, M>(
    inlines: &'a [Inline<M>],
    mark: &mut impl FnMut(&'a M) -> String,
) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Struck(content)
            | Inline::Link { content, .. } => text.push_str(&plain(content, mark)),
            Inline::Break => text.push(' '),
            Inline::Mark(leaf) => text.push_str(&mark(leaf)),
        }
    }
    text
}
