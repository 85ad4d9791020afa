//! What came back from a translator, not yet held against the study.

use super::Piece;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Input, MAX_TEXT_BYTES, Span};

/// A file that came back.
#[derive(Debug)]
pub struct Returned {
    /// The language that it was translated to, as the file says, and where.
    pub target: (Option<Lang>, Span),
    /// Its units.
    pub units: Vec<ReturnedUnit>,
}

/// A unit that came back.
#[derive(Debug)]
pub struct ReturnedUnit {
    /// The id of its file of the study.
    pub file: String,
    /// Its key in that file.
    pub key: String,
    /// What was translated.
    pub source: Vec<Piece>,
    /// The translation; `None` where there is none yet.
    pub target: Option<Vec<Piece>>,
    /// Where it stands.
    pub span: Span,
}

/// The text of the file, or a diagnostic.
pub(super) fn text<'a>(
    input: &'a Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<&'a str> {
    if input.file(file).bytes.len() > MAX_TEXT_BYTES {
        let message = format!("`{}` is larger than 32 MiB", input.file(file).path);
        found.push(Diagnostic::new(Code::FileTooLarge, Span::start_of(file), message));
        return None;
    }
    input.text(file).map_err(|at| found.push(Diagnostic::not_utf8(input, file, at))).ok()
}

/// A diagnostic about a file that is not what it should be.
pub(super) fn bad(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::BadExchange, span, message)
}
