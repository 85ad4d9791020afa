//! What is translated: texts cut into units, with what every language must keep held
//! apart from the words.

use crate::expr::Expression;
use crate::lang::PerLang;
use crate::source::Span;

use super::Citation;

/// The texts that are translated together: those of a section, or of a YAML file.
#[derive(Debug)]
pub struct TranslationFile {
    /// Its name below `content/` without an ending: `sections/50-dynamics`,
    /// `figures/migration-by-type`, `study`.
    pub id: String,
    /// The units of each language in their order; `None` where the text is missing or
    /// cannot be read.
    pub units: PerLang<Option<Vec<TranslationUnit>>>,
}

impl TranslationFile {
    /// Its id, of a section without the number of its folder, which is its place and may
    /// change: `sections/dynamics`.
    pub fn name(&self) -> String {
        match self.section() {
            Some(id) => format!("sections/{id}"),
            None => self.id.clone(),
        }
    }

    /// The id of the section that it is the text of.
    pub fn section(&self) -> Option<&str> {
        let folder = self.id.strip_prefix("sections/")?;
        let id = folder.trim_start_matches(|c: char| c.is_ascii_digit());
        Some(id.trim_start_matches('-'))
    }
}

/// A translation unit: a text that is translated as one piece, such as a paragraph, a
/// heading, a cell, or the title of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct TranslationUnit {
    /// Its name in the file: the keys above it in YAML, `variables.total.label`, its place
    /// among the units in Markdown, counted from 1.
    pub key: String,
    /// What it is in the text.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
    /// What it holds, in the order of the text. Signs that wrap others are balanced.
    pub parts: Vec<Part>,
}

/// What a unit is in its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The title of a section.
    Title,
    /// A heading of level 2 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list.
    Item {
        /// How many lists stand around it, from 1.
        depth: usize,
        /// Whether an item of the list begins with it.
        first: bool,
    },
    /// A paragraph of a quotation.
    Quote,
    /// A cell of a Markdown table.
    Cell,
    /// A paragraph of the footnote with this label.
    Note(String),
    /// A figure, a table or an editorial note, as it is placed: `figure:by-type`.
    Placed(String),
    /// A block of code.
    Code,
    /// A break between paragraphs.
    Rule,
    /// A text in YAML.
    Line,
    /// A text in YAML that is no Markdown, such as a keyword.
    Plain,
}

/// A part of a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// As Markdown has it; of words, the words that it stands for.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What a part of a unit is. All but the words are protected: a translation has the same.
#[derive(Debug, Clone, PartialEq)]
pub enum PartKind {
    /// Words.
    Words,
    /// A value: its expression.
    Value(Expression),
    /// Citations.
    Citation(Vec<Citation>),
    /// The mark of the footnote with this label.
    Note(String),
    /// Text shown letter by letter, or what is placed.
    Code(String),
    /// A line break.
    Break,
    /// The beginning of what wraps the parts up to its [`PartKind::Close`].
    Open(Wrap),
    /// The end of it.
    Close(Wrap),
}

/// What wraps parts of a unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrap {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Struck,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// A link to this address.
    Link(String),
    /// A reference to this anchor.
    Reference(String),
    /// Words that the claim with this name must bear out.
    Claim(String),
}

impl Role {
    /// Whether the unit stands in YAML, where its key names it in every language.
    pub fn is_keyed(&self) -> bool {
        matches!(self, Self::Line | Self::Plain)
    }
}

impl TranslationUnit {
    /// Its words alone, without any sign.
    pub fn words(&self) -> String {
        let words = self.parts.iter().filter(|part| part.kind == PartKind::Words);
        words.map(|part| part.text.as_str()).collect()
    }

    /// Whether there is anything in it to translate.
    pub fn has_words(&self) -> bool {
        self.words().chars().any(char::is_alphabetic)
    }
}
