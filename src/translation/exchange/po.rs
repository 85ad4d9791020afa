//! Writes PO. Source: GNU gettext manual, §3 “The Format of PO Files”.

use std::fmt::Write;

use super::{Code, CodeKind, Exchange, ExchangeUnit, Piece};

/// The exchange as PO. A unit is named by its context, `sections/10-a#3`; a placeholder is
/// `{1}`, and what it wraps stands between `{1}` and `{/1}`.
pub(super) fn write(exchange: &Exchange) -> String {
    let mut out = header(exchange);
    for file in &exchange.files {
        for unit in &file.units {
            write_unit(&mut out, &file.id, unit);
        }
    }
    out
}

fn header(exchange: &Exchange) -> String {
    let lines = [
        "Project-Id-Version: baspa".to_owned(),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        format!("Language: {}", exchange.target.as_str().replace('-', "_")),
        format!("X-Source-Language: {}", exchange.source),
    ];
    let mut out = "msgid \"\"\nmsgstr \"\"\n".to_owned();
    for line in lines {
        let _ = writeln!(out, "\"{}\\n\"", escaped(&line));
    }
    out
}

fn write_unit(out: &mut String, file: &str, unit: &ExchangeUnit) {
    out.push('\n');
    let mut comment = |text: &str| {
        let _ = writeln!(out, "#. {}", text.replace(['\n', '\r'], " "));
    };
    comment(&unit.what);
    for (code, number) in unit.codes.iter().zip(1..) {
        comment(&meaning(code, number));
    }
    let _ = writeln!(out, "#: {}", unit.place);
    let mut entry = |keyword: &str, text: &str| {
        let _ = writeln!(out, "{keyword} \"{}\"", escaped(text));
    };
    entry("msgctxt", &format!("{file}#{}", unit.key));
    entry("msgid", &tokens(&unit.source));
    entry("msgstr", &unit.target.as_deref().map_or_else(String::new, tokens));
}

fn meaning(code: &Code, number: usize) -> String {
    let Code { opening, closing, shown, .. } = code;
    match (closing, shown) {
        (Some(closing), _) if code.kind == CodeKind::Reference => format!(
            "{{{number}}}…{{/{number}}} is a reference, {opening}…{closing}: between may \
             stand words, and {{number}} for its number"
        ),
        (Some(closing), _) if code.kind == CodeKind::Claim => format!(
            "{{{number}}}…{{/{number}}} is {opening}…{closing}: the data bear out what \
             stands between"
        ),
        (Some(closing), _) => {
            format!("{{{number}}}…{{/{number}}} is {opening}…{closing}")
        }
        (None, Some(shown)) => format!("{{{number}}} reads {shown} and is {opening}"),
        (None, None) => format!("{{{number}}} is {opening}"),
    }
}

/// Pieces as a text with tokens.
fn tokens(pieces: &[Piece]) -> String {
    let token = |piece: &Piece| match piece {
        Piece::Words(words) => protected(words),
        Piece::Alone(number) | Piece::Open(number) => format!("{{{number}}}"),
        Piece::Close(number) => format!("{{/{number}}}"),
    };
    pieces.iter().map(token).collect()
}

/// Words in which nothing is a token: braces before a number, a slash or the end, where a
/// token may follow, are doubled.
fn protected(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, sign) in words.char_indices() {
        out.push(sign);
        if sign == '{' && ends_braces(words[at..].trim_start_matches('{')) {
            out.push(sign);
        }
    }
    out
}

/// Whether braces before `rest` could be read as the beginning of a token.
pub(super) fn ends_braces(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(|c: char| c == '/' || c.is_ascii_digit())
}

/// A text between double quotes (§3, “C strings”).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            other => out.push(other),
        }
    }
    out
}
