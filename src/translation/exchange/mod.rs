//! Translations on their way to a translator's program and back: XLIFF 2.1 and PO.
//!
//! [`export()`] cuts the texts of a study into units whose values, citations, references
//! and signs are placeholders; [`write()`] and [`read()`] know the two formats; [`import()`]
//! holds what came back against the study and says which files change.

mod export;
mod import;
mod markdown;
mod pieces;
mod po;
mod po_read;
mod returned;
#[cfg(test)]
mod tests;
mod xliff;
mod xliff_read;
mod yaml;

pub use export::export;
pub use import::{Imported, import};
pub use pieces::{Code, CodeKind, Piece};
pub use returned::{Returned, ReturnedUnit};

use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::source::{FileId, Input, Span};

/// The texts of a study as they are given to a translator.
#[derive(Debug)]
pub struct Exchange {
    /// The language that is translated from.
    pub source: Lang,
    /// The language that is translated to.
    pub target: Lang,
    /// The texts that hold something to translate.
    pub files: Vec<ExchangeFile>,
}

/// The texts that are translated together.
#[derive(Debug)]
pub struct ExchangeFile {
    /// The id of its [`TranslationFile`](crate::study::TranslationFile).
    pub id: String,
    /// Its units in the order of the text.
    pub units: Vec<ExchangeUnit>,
}

/// A unit as a translator sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExchangeUnit {
    /// Its key in the file.
    pub key: String,
    /// What it is: `heading`, `paragraph`, or its key in YAML.
    pub what: String,
    /// Where the source stands: `content/abstract/en.md:3`.
    pub place: String,
    /// The same as a span.
    pub span: Span,
    /// The text to translate.
    pub source: Vec<Piece>,
    /// Its translation, if there is one.
    pub target: Option<Vec<Piece>>,
    /// What the placeholders stand for; that with the number `n` at `n - 1`.
    pub codes: Vec<Code>,
}

/// A format of translators' programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 2.1, of OASIS.
    Xliff,
    /// PO, of GNU gettext.
    Po,
}

impl Format {
    /// The format of a file by the ending of its name.
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "xlf" | "xliff" => Some(Self::Xliff),
            "po" => Some(Self::Po),
            _ => None,
        }
    }

    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xliff => "xlf",
            Self::Po => "po",
        }
    }
}

/// The exchange as a file of a format.
pub fn write(exchange: &Exchange, format: Format) -> String {
    match format {
        Format::Xliff => xliff::write(exchange),
        Format::Po => po::write(exchange),
    }
}

/// What stands in a file that came back; `None` where a diagnostic says why it cannot be
/// read.
pub fn read(
    input: &Input,
    file: FileId,
    format: Format,
    found: &mut Diagnostics,
) -> Option<Returned> {
    let text = returned::text(input, file, found)?;
    match format {
        Format::Xliff => xliff_read::read(text, file, found),
        Format::Po => po_read::read(text, file, found),
    }
}
