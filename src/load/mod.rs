//! Parses the files of a project into a checked study.

mod decode;
mod markdown;
mod yaml;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::Failure;
use crate::source::{FileId, Input, MAX_TEXT_BYTES, Span};

/// The text of a file, or a diagnostic.
fn text_of<'a>(
    input: &'a Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<&'a str> {
    if input.file(file).bytes.len() > MAX_TEXT_BYTES {
        let path = &input.file(file).path;
        found.push(Diagnostic::new(
            Code::FileTooLarge,
            Span::start_of(file),
            format!("`{path}` is larger than 32 MiB"),
        ));
        return None;
    }
    match input.text(file) {
        Ok(text) => Some(text),
        Err(offset) => {
            let path = &input.file(file).path;
            found.push(
                Diagnostic::new(
                    Code::NotUtf8,
                    Span::start_of(file),
                    format!("`{path}` is not UTF-8 from byte {} on", offset + 1),
                )
                .help("save it as UTF-8"),
            );
            None
        }
    }
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
