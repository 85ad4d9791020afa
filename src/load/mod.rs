//! Parses the files of a project into a checked study.
//!
//! `layout` knows which file is what, `yaml` and `markdown` parse, `format` declares what
//! YAML may hold and `decode` reads it strictly; the other files make the nouns of the
//! study. Every problem of every file is collected, so that one run reports all.

mod accepted;
mod check;
mod claim;
mod collection;
mod dataset;
mod decode;
mod figure;
mod format;
mod front;
mod interface;
mod kazakh_latin;
mod keyword;
mod layout;
mod look;
mod markdown;
mod narrative;
mod opening;
mod outlines;
mod publication;
pub mod read;
mod reference;
mod references;
mod refutation;
mod revisions;
mod rows;
mod shared;
mod side_by_side;
mod study;
mod table;
mod translations;
mod unit;
mod versions;
mod words;
mod yaml;

pub use collection::{collection, has_several, studies};
pub use keyword::keywords;
pub use reference::format_reference;
pub use study::{study, study_in};
pub use versions::{FrozenVersion, PUBLISHED, VERSION_FILE, VERSIONS, versions};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::Failure;
use crate::source::{FileId, Input, MAX_TEXT_BYTES, Span};

/// The text of a file, or a diagnostic.
fn text_of<'a>(
    input: &'a Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<&'a str> {
    let path = &input.file(file).path;
    let at = Span::start_of(file);
    if input.file(file).bytes.len() > MAX_TEXT_BYTES {
        let message = format!("`{path}` is larger than 32 MiB");
        found.push(Diagnostic::new(Code::FileTooLarge, at, message));
        return None;
    }
    match input.text(file) {
        Ok(text) => {
            refuse_bad_characters(text, file, found);
            Some(text)
        }
        Err(offset) => {
            found.push(Diagnostic::not_utf8(input, file, offset));
            None
        }
    }
}

fn refuse_bad_characters(text: &str, file: FileId, found: &mut Diagnostics) {
    for (at, sign) in text.match_indices(is_bad_character) {
        let span = Span::new(file, at, at + sign.len());
        found.extend(bad_character(sign, span));
    }
}

/// The diagnostic of the first character in `words` that cannot stand in a text.
fn bad_character(words: &str, span: Span) -> Option<Diagnostic> {
    let bad = words.chars().find(|c| is_bad_character(*c))?;
    let message = format!("the character U+{:04X} cannot stand in a text", bad as u32);
    Some(Diagnostic::new(Code::BadCharacter, span, message).help("delete it"))
}

/// Whether it is a control character, no character at all, or an order to write the
/// following letters in one direction.
fn is_bad_character(c: char) -> bool {
    let nothing = c as u32 & 0xfffe == 0xfffe;
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    nothing || control || matches!(c, '\u{202d}' | '\u{202e}')
}

/// Reports why an expression cannot be parsed.
fn syntax_failures(failures: Vec<Failure>, found: &mut Diagnostics) {
    for failure in failures {
        let mut diagnostic =
            Diagnostic::new(Code::ExpressionSyntax, failure.span, failure.message);
        diagnostic.help = failure.help;
        found.push(diagnostic);
    }
}

/// The diagnostic of an expression that cannot be evaluated.
fn failed(failure: &Failure) -> Diagnostic {
    let mut diagnostic =
        Diagnostic::new(Code::ExpressionFailed, failure.span, &failure.message);
    diagnostic.help.clone_from(&failure.help);
    diagnostic
}
