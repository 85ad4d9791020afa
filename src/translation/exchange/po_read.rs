//! Reads PO, with the place of every entry, which no package that was found keeps.

use super::Piece;
use super::pieces::joined;
use super::po::ends_braces;
use super::returned::{Returned, ReturnedUnit, bad};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Span};

/// What stands in `text`; `None` where a diagnostic says why it is no PO.
pub(super) fn read(
    text: &str,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Returned> {
    let mut entries = entries(text, file, found)?.into_iter().peekable();
    let header = entries.next_if(|entry| entry.context.is_none() && entry.id.is_empty());
    let span = header.as_ref().map_or(Span::start_of(file), |header| header.span);
    let lang = header.as_ref().and_then(|header| language(&header.text));
    let units = entries.filter_map(|entry| unit(entry, found)).collect();
    Some(Returned { target: (lang, span), units })
}

/// The language that a header names.
fn language(header: &str) -> Option<Lang> {
    let line = header.lines().find_map(|line| line.strip_prefix("Language:"))?;
    Lang::parse(&line.trim().replace('_', "-"))
}

/// An entry of a PO file.
struct Entry {
    context: Option<String>,
    id: String,
    text: String,
    fuzzy: bool,
    span: Span,
}

/// The string that the lines at hand belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyword {
    Context,
    Id,
    Text,
}

fn entries(text: &str, file: FileId, found: &mut Diagnostics) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last: Option<Keyword> = None;
    let mut fuzzy = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(file, start, start + line.trim_end().len());
        start += line.len();
        let line = line.trim();
        if let Some(comment) = line.strip_prefix('#') {
            fuzzy |= comment.starts_with(',') && comment.contains("fuzzy");
            continue;
        }
        if line.is_empty() {
            continue;
        }
        let (keyword, string) = match (keyword(line), last) {
            (Some((keyword, string)), _) => (keyword, string),
            (None, Some(last)) if line.starts_with('"') => (last, line),
            _ => {
                found.push(bad(span, "this line has no meaning in a PO file"));
                return None;
            }
        };
        let Some(string) = unquoted(string) else {
            found.push(bad(span, "this text is not between double quotes"));
            return None;
        };
        let begins = line.starts_with("msg") && last.is_none_or(|l| l == Keyword::Text);
        if begins {
            let fuzzy = std::mem::take(&mut fuzzy);
            let (id, text) = (String::new(), String::new());
            entries.push(Entry { context: None, id, text, fuzzy, span });
        }
        last = Some(keyword);
        let Some(entry) = entries.last_mut() else { continue };
        match keyword {
            Keyword::Context => entry.context.get_or_insert_default().push_str(&string),
            Keyword::Id => entry.id.push_str(&string),
            Keyword::Text => entry.text.push_str(&string),
        }
    }
    Some(entries)
}

/// The keyword that a line begins with, and what follows it.
fn keyword(line: &str) -> Option<(Keyword, &str)> {
    let (word, rest) = line.split_once(char::is_whitespace)?;
    let keyword = match word {
        "msgctxt" => Keyword::Context,
        "msgid" => Keyword::Id,
        "msgstr" => Keyword::Text,
        _ => return None,
    };
    Some((keyword, rest.trim()))
}

/// The text that a C string stands for.
fn unquoted(string: &str) -> Option<String> {
    let inner = string.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut signs = inner.chars();
    while let Some(sign) = signs.next() {
        text.push(match sign {
            '"' => return None,
            '\\' => match signs.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            },
            other => other,
        });
    }
    Some(text)
}

fn unit(entry: Entry, found: &mut Diagnostics) -> Option<ReturnedUnit> {
    let context = entry.context.as_deref().and_then(|context| context.split_once('#'));
    let Some((file, key)) = context else {
        found.push(
            bad(entry.span, "this entry does not say which text it is of")
                .help("keep the `msgctxt` of the exported file"),
        );
        return None;
    };
    let source = pieces(&entry.id, entry.span, found)?;
    // What is marked as fuzzy waits for a look of the translator.
    let target = match entry.text.is_empty() || entry.fuzzy {
        true => None,
        false => Some(pieces(&entry.text, entry.span, found)?),
    };
    let (file, key) = (file.to_owned(), key.to_owned());
    Some(ReturnedUnit { file, key, source, target, span: entry.span })
}

/// A text with tokens as pieces. Whether `{1}` opens or stands alone is seen by `{/1}`.
fn pieces(text: &str, span: Span, found: &mut Diagnostics) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let braces = rest[at..].bytes().take_while(|byte| *byte == b'{').count();
        let after = &rest[at + braces..];
        let token = ends_braces(after);
        let literal = if token { braces / 2 } else { braces };
        pieces.push(Piece::Words(format!("{}{}", &rest[..at], "{".repeat(literal))));
        rest = after;
        if token && braces % 2 == 1 {
            let Some((piece, length)) = self::token(after, text) else {
                let shown: String = after.chars().take(12).collect();
                found.push(
                    Diagnostic::new(
                        Code::Placeholder,
                        span,
                        format!("`{{{shown}` is no placeholder of this unit"),
                    )
                    .help("take the placeholders over from `msgid` as they are"),
                );
                return None;
            };
            pieces.push(piece);
            rest = &after[length..];
        }
    }
    pieces.push(Piece::Words(rest.to_owned()));
    Some(joined(pieces))
}

/// The token that `after` its brace begins with, and how long it is.
fn token(after: &str, whole: &str) -> Option<(Piece, usize)> {
    let end = after.find('}')?;
    let inner = &after[..end];
    let number = |digits: &str| digits.parse().ok().filter(|number| *number > 0);
    let piece = match inner.strip_prefix('/') {
        Some(digits) => Piece::Close(number(digits)?),
        None => {
            let number = number(inner)?;
            match whole.contains(&format!("{{/{number}}}")) {
                true => Piece::Open(number),
                false => Piece::Alone(number),
            }
        }
    };
    Some((piece, end + 1))
}
