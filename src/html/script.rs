//! The script of pages of text and charts, which stands in the pages themselves: a page asks
//! for one file less, and its policy lets nothing run but these very words.

use serde::Serialize;

use super::markup::Html;
use crate::digest;

/// A script and what a Content-Security-Policy knows it by.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Script {
    /// What stands in the element.
    code: Html,
    /// What a policy says behind `sha256-`.
    hash: String,
}

impl Script {
    /// The script of these parts, one after another.
    pub(super) fn of<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> Self {
        let mut code = String::new();
        for part in parts {
            let part = String::from_utf8_lossy(part.as_ref());
            let part = part.replace("\r\n", "\n").replace('\r', "\n");
            code.push_str(&without_comments(&part));
            code.push('\n');
        }
        let code = kept_inside(&code);
        let hash = digest::in_base64(code.as_bytes());
        Self { code: Html::presume(code), hash }
    }
}

/// The code without lines that are a comment, but for those that begin with `//!`, as those of
/// a licence do; all of it where a text or another comment may go over several lines, which
/// then are what they do not seem to be.
fn without_comments(code: &str) -> String {
    let goes_on = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if code.contains("/*") || code.lines().any(goes_on) {
        return code.to_owned();
    }
    let is_comment = |line: &str| line.starts_with("//") && !line.starts_with("//!");
    let kept = code.lines().filter(|line| !is_comment(line.trim_start()));
    kept.collect::<Vec<_>>().join("\n")
}

/// The code without what would end its element, or hide its end, as HTML advises in
/// "Restrictions for contents of script elements". In strings and patterns, where alone these
/// signs can stand, `\/` is `/` and `\!` is `!`.
fn kept_inside(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    for (at, letter) in code.char_indices() {
        let (before, after) = code.split_at(at);
        let starts = |word: &str| {
            after.get(1..=word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word))
        };
        let ends = before.ends_with('<')
            && (letter == '/' && starts("script") || letter == '!' && starts("--"));
        if ends {
            kept.push('\\');
        }
        kept.push(letter);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_code() {
        let script = Script::of(["let a = 1;", "let b = 2;"]);
        assert_eq!(script.code.as_str(), "let a = 1;\nlet b = 2;\n");
        // printf 'let a = 1;\nlet b = 2;\n' | openssl dgst -sha256 -binary | base64
        assert_eq!(script.hash, "wZzqGZdDXVLhwqDpGcWPuadJsxcCe6IEECzZ2qHiUtI=");
    }

    #[test]
    fn browsers_and_the_hash_read_the_same_ends_of_lines() {
        assert_eq!(Script::of(["a\r\nb\rc"]).code.as_str(), "a\nb\nc\n");
    }

    #[test]
    fn comments_are_for_authors() {
        let commented =
            "//! MIT.\n// Why.\nlet a = 1; // How.\n  // What.\n\nlet b = '//c';\n";
        let bare = "//! MIT.\nlet a = 1; // How.\n\nlet b = '//c';\n";
        assert_eq!(Script::of([commented]).code.as_str(), bare);
    }

    #[test]
    fn texts_of_several_lines_stay_as_they_are() {
        for code in ["let a = `b\n// c`;", "let a = 'b\\\n// c';", "/* a\n// b */ c();"] {
            assert_eq!(Script::of([code]).code.as_str(), format!("{code}\n"));
        }
    }

    #[test]
    fn nothing_in_the_code_ends_its_element() {
        let script = Script::of(["a = '</Script> <!-- </p> <'; ш"]);
        assert_eq!(script.code.as_str(), "a = '<\\/Script> <\\!-- </p> <'; ш\n");
    }
}
