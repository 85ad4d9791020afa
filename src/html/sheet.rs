//! The style sheet as it is sent, without what only its authors need.

/// Signs that need no space after them, and those that need none before. A space before a
/// colon or a parenthesis, and one beside a sign of reckoning, has a meaning.
const BEFORE_NO_SPACE: &[u8] = b"{};,:(>";
const AFTER_NO_SPACE: &[u8] = b"{};,)>";

/// A style sheet without comments, lines and needless spaces. What stands in quotes, in
/// `url(…)` or behind a backslash stays as it is, and so does a comment that begins with
/// `/*!`, as those of a licence do. A sheet with faults keeps them.
pub(super) fn pack(sheet: &[u8]) -> Vec<u8> {
    let mut packed = Vec::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut spaced = false;
    let mut last = b'}';
    while let Some(&first) = rest.first() {
        let (kept, after) = rest.split_at(token(rest, packed.ends_with(b"url(")));
        rest = after;
        if first.is_ascii_whitespace() || is_dropped(kept) {
            spaced = true;
            continue;
        }
        if spaced && !BEFORE_NO_SPACE.contains(&last) && !AFTER_NO_SPACE.contains(&first)
        {
            packed.push(b' ');
        }
        if first == b'}' && last == b';' {
            packed.pop();
        }
        packed.extend_from_slice(kept);
        spaced = false;
        // A sign behind a backslash is a letter.
        last = if first == b'\\' { first } else { kept[kept.len() - 1] };
    }
    packed
}

/// How many bytes from the start of `rest` are kept or dropped together; one at least.
fn token(rest: &[u8], in_address: bool) -> usize {
    let end = |from: usize, mark: &[u8]| {
        let found = rest[from..].windows(mark.len()).position(|own| own == mark);
        found.map_or(rest.len(), |at| from + at + mark.len())
    };
    match rest {
        [quote @ (b'"' | b'\''), ..] => quoted(rest, *quote),
        [b'/', b'*', ..] if !in_address => end(2, b"*/"),
        [b'\\', _, ..] => 2,
        [space, ..] if space.is_ascii_whitespace() => 1,
        // The parenthesis itself is a sign like others.
        [_, ..] if in_address => (end(0, b")") - 1).max(1),
        _ => 1,
    }
}

/// How long a text in quotes is, with them.
fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn is_dropped(token: &[u8]) -> bool {
    token.starts_with(b"/*") && !token.starts_with(b"/*!")
}

#[cfg(test)]
mod tests {
    use super::pack;

    fn packed(sheet: &str) -> String {
        String::from_utf8(pack(sheet.as_bytes())).unwrap()
    }

    #[test]
    fn comments_lines_and_needless_spaces_are_left_out() {
        let sheet = "/* Ground. */\n:root {\n  --a: 1px; /* a */ --b: 2px;\n}\n\na > b, c { d: e }\n";
        assert_eq!(packed(sheet), ":root{--a:1px;--b:2px}a>b,c{d:e}");
        assert_eq!(packed("a/* b */c { }"), "a c{}");
    }

    #[test]
    fn a_space_that_has_a_meaning_stays() {
        for sheet in [
            ".a :is(b,c){d:calc(1px + 2px)}",
            "@media screen and (min-width:1px){a *{b:c !important}}",
            "@container (320px <= width < 350px){a{font:1rem/1.5 b}}",
            "a{content:attr(lang) / \"\"}",
        ] {
            assert_eq!(packed(sheet), sheet);
        }
    }

    #[test]
    fn quoted_texts_addresses_and_escapes_stay_as_they_are() {
        for sheet in [
            r#"a{content:"/* b */ { ; \" } "}"#,
            "a{content:' { \\' ; '}",
            "a{b:url(data:,/*;  }*/) c}",
            "a{b:url(\" ) ; \") c}",
            "a{b:url() c}",
            r".a\ \{ b{c:d}",
            "/*! A licence. */a{b:c}",
        ] {
            assert_eq!(packed(sheet), sheet);
        }
    }

    #[test]
    fn a_sheet_with_faults_is_read_to_its_end() {
        for sheet in ["a{b:\"c", "a{b:'\\", "a{b:url(c", "a{b:url(", "\\", "a{b:c"] {
            assert_eq!(packed(sheet), sheet);
        }
        assert_eq!(packed("a{b:c}/* d"), "a{b:c}");
        assert_eq!(pack(b"a { b: \xff\xfe }"), b"a{b:\xff\xfe}");
    }
}
