//! The style sheet as it is sent, without what only its authors need.

/// Signs that need no space after them, and those that need none before. A space before a
/// colon or a parenthesis, and one beside a sign of reckoning, has a meaning.
const BEFORE_NO_SPACE: &[u8] = b"{};,:(>";
const AFTER_NO_SPACE: &[u8] = b"{};,)>";

/// Signs that no neighbour can be read together with.
const ALONE: &[u8] = b"{}[];,:)\"'";

/// A style sheet without comments, lines and needless spaces. What stands in quotes, in
/// `url(…)` or behind a backslash stays as it is, and so does a comment that begins with
/// `/*!`, as those of a licence do; of others `/**/` is left where they part what would be
/// read as one. A sheet with faults keeps them.
pub(super) fn minify(sheet: &[u8]) -> Vec<u8> {
    let mut minified = Vec::with_capacity(sheet.len());
    let mut rest = sheet;
    let (mut spaced, mut parted) = (false, false);
    let mut last = b'}';
    while let Some(&first) = rest.first() {
        let (kept, after) = rest.split_at(token(rest, minified.ends_with(b"url(")));
        rest = after;
        if first.is_ascii_whitespace() || is_dropped(kept) {
            spaced |= first.is_ascii_whitespace();
            parted = true;
            continue;
        }
        if parted {
            minified.extend_from_slice(between(last, first, spaced));
        }
        if first == b'}' && last == b';' {
            minified.pop();
        }
        minified.extend_from_slice(kept);
        (spaced, parted) = (false, false);
        // A sign behind a backslash is a letter.
        last = if first == b'\\' { first } else { kept[kept.len() - 1] };
    }
    minified
}

/// What is left of spaces and comments between two signs, or of comments alone.
fn between(last: u8, first: u8, spaced: bool) -> &'static [u8] {
    let needs_no_space =
        || BEFORE_NO_SPACE.contains(&last) || AFTER_NO_SPACE.contains(&first);
    let is_alone = || last == b'(' || ALONE.contains(&last) || ALONE.contains(&first);
    match spaced {
        true if needs_no_space() => b"",
        true => b" ",
        false if is_alone() => b"",
        false => b"/**/",
    }
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
    use super::minify;

    fn minified(sheet: &str) -> String {
        String::from_utf8(minify(sheet.as_bytes())).unwrap()
    }

    #[test]
    fn comments_lines_and_needless_spaces_are_left_out() {
        let sheet = "/* Ground. */\n:root {\n  --a: 1px; /* a */ --b: 2px;\n}\n\na > b, c { d: e }\n";
        assert_eq!(minified(sheet), ":root{--a:1px;--b:2px}a>b,c{d:e}");
        assert_eq!(minified("a /* b */c { }"), "a c{}");
    }

    #[test]
    fn a_comment_between_two_parts_of_a_selector_is_no_space() {
        assert_eq!(minified(".a/* both */.b { }"), ".a/**/.b{}");
        assert_eq!(minified("a/* b */c/* d */e { }"), "a/**/c/**/e{}");
        assert_eq!(
            minified("a{b:1px/* c */2px/* d */+ 3px}"),
            "a{b:1px/**/2px/**/+ 3px}"
        );
        assert_eq!(minified("a/* b *//* c */d{}"), "a/**/d{}");
        assert_eq!(minified("a/* b */ {c/* d */:/* e */f/* g */}"), "a{c:f}");
    }

    #[test]
    fn a_space_that_has_a_meaning_stays() {
        for sheet in [
            ".a :is(b,c){d:calc(1px + 2px)}",
            "@media screen and (min-width:1px){a *{b:c !important}}",
            "@container (320px <= width < 350px){a{font:1rem/1.5 b}}",
            "a{content:attr(lang) / \"\"}",
        ] {
            assert_eq!(minified(sheet), sheet);
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
            assert_eq!(minified(sheet), sheet);
        }
    }

    #[test]
    fn a_sheet_with_faults_is_read_to_its_end() {
        for sheet in ["a{b:\"c", "a{b:'\\", "a{b:url(c", "a{b:url(", "\\", "a{b:c"] {
            assert_eq!(minified(sheet), sheet);
        }
        assert_eq!(minified("a{b:c}/* d"), "a{b:c}");
        assert_eq!(minify(b"a { b: \xff\xfe }"), b"a{b:\xff\xfe}");
    }
}
