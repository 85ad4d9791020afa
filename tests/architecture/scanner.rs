//! The code of a source file: no comments, no texts, no tests.

/// The source without comments, the content of texts, and modules of tests.
pub(crate) fn code(source: &str) -> String {
    without_tests(&without_texts(source))
}

fn without_texts(source: &str) -> String {
    let letters: Vec<char> = source.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let skip = match rest {
            ['/', '/', ..] => rest.iter().take_while(|c| **c != '\n').count(),
            ['/', '*', ..] => block_comment(rest),
            ['r' | 'b', ..] if !kept.ends_with(is_name) => raw_text(rest).unwrap_or(0),
            ['"', ..] => quoted_text(rest),
            ['\'', ..] => letter(rest).unwrap_or(0),
            _ => 0,
        };
        if skip == 0 {
            kept.push(letters[at]);
            at += 1;
        } else {
            kept.extend(rest[..skip].iter().filter(|c| **c == '\n'));
            kept.push(' ');
            at += skip;
        }
    }
    kept
}

pub(crate) fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`.
fn raw_text(rest: &[char]) -> Option<usize> {
    let prefix = rest.iter().take_while(|c| matches!(c, 'r' | 'b')).count();
    let raw = rest[..prefix].contains(&'r');
    let marks = rest[prefix..].iter().take_while(|c| **c == '#').count();
    let start = prefix + marks;
    if prefix > 2 || rest.get(start) != Some(&'"') || (!raw && marks > 0) {
        return None;
    }
    if !raw {
        return Some(start + quoted_text(&rest[start..]));
    }
    let end = |at: usize| {
        rest[at] == '"'
            && rest[at + 1..].iter().take(marks).filter(|c| **c == '#').count() == marks
    };
    (start + 1..rest.len()).find(|at| end(*at)).map(|at| at + 1 + marks)
}

fn quoted_text(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `'x'` or `'\n'`, and not the lifetime `'x`.
fn letter(rest: &[char]) -> Option<usize> {
    match rest {
        ['\'', '\\', _, tail @ ..] => {
            tail.iter().position(|c| *c == '\'').map(|end| end + 4)
        }
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(open), semicolon) if semicolon.is_none_or(|at| open < at) => {
                open + block(&rest[open..])
            }
            (_, Some(semicolon)) => semicolon + 1,
            _ => rest.len(),
        };
        rest = &rest[end..];
    }
    kept + rest
}

/// The length of the block that `text` begins with.
fn block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
