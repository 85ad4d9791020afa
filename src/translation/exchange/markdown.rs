//! Pieces as Markdown: what baspa reads as the same pieces.

use std::collections::BTreeMap;

use super::{Code, Piece};

/// The pieces as Markdown. Placeholders are written as `codes` have them, by number.
pub(super) fn write(pieces: &[Piece], codes: &BTreeMap<usize, Code>) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => words_into(&mut out, words),
            Piece::Alone(number) | Piece::Open(number) => {
                out.push_str(codes.get(number).map_or("", |code| &code.opening));
            }
            Piece::Close(number) => {
                let code = codes.get(number);
                let closing = code.and_then(|code| code.closing.as_deref());
                out.push_str(closing.unwrap_or(""));
            }
        }
    }
    out
}

/// Writes words so that no sign of them is taken for Markdown.
fn words_into(out: &mut String, words: &str) {
    let number_first = out.is_empty().then(|| marker_after_number(words)).flatten();
    for (at, sign) in words.char_indices() {
        let rest = &words[at + sign.len_utf8()..];
        let first = out.is_empty();
        let escaped = match sign {
            '\\' | '*' | '_' | '[' | ']' | '`' | '~' | '|' => true,
            '<' => !rest.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit()),
            '&' => rest.split_once(';').is_some_and(|(name, _)| is_entity(name)),
            '#' => first || rest.trim_start_matches('#').trim().is_empty(),
            '{' => rest.starts_with('#'),
            '>' | '-' | '+' | '=' => first,
            '.' | ')' => Some(at) == number_first,
            '!' => rest.is_empty(),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        match sign {
            // A line in a file of Markdown is as good as a space.
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
}

/// Whether `&name;` is a character by its name or number.
fn is_entity(name: &str) -> bool {
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.len() < 32 && name.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Where the sign stands that makes the number at the beginning of `words` the first of a
/// list.
fn marker_after_number(words: &str) -> Option<usize> {
    let digits = words.find(|c: char| !c.is_ascii_digit())?;
    (digits > 0).then_some(digits)
}
