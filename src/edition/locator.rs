//! The place in a cited work, as the language of the edition prints it.

use crate::locale::Messages;

/// `p. 112`, `pp. 661-679` and, for the size of a whole work, `234 p.` with the language's
/// word for pages and an en dash; any other text keeps its words.
pub(super) fn write(messages: &Messages, locator: &str) -> String {
    let text = dashed(locator.trim());
    let total = text.strip_suffix("pp.").or_else(|| text.strip_suffix("p."));
    if let Some(total) = total.map(str::trim_end)
        && total.bytes().all(|b| b.is_ascii_digit())
        && !total.is_empty()
    {
        return messages.format("page_total", &[("n", total)]);
    }
    let pages = text.strip_prefix("pp.").or_else(|| text.strip_prefix("p."));
    match pages.map(str::trim_start) {
        Some(pages) if pages.starts_with(|c: char| c.is_ascii_digit()) => {
            let one = pages.chars().all(|c| c.is_ascii_digit());
            messages.format(if one { "page_one" } else { "page_many" }, &[("n", pages)])
        }
        _ => text,
    }
}

/// A hyphen between digits becomes an en dash.
fn dashed(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut after_digit = false;
    while let Some(c) = rest.next() {
        let before_digit = rest.peek().is_some_and(char::is_ascii_digit);
        written.push(if c == '-' && after_digit && before_digit { '–' } else { c });
        after_digit = c.is_ascii_digit();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn locator(tag: &str, text: &str) -> String {
        let messages = Messages::built_in(Lang::parse(tag).unwrap());
        write(&messages, text).replace('\u{a0}', " ")
    }

    #[test]
    fn pages_take_the_word_of_the_language() {
        assert_eq!(locator("en", "p. 112"), "p. 112");
        assert_eq!(locator("kk", "p. 112"), "112-б.");
        assert_eq!(locator("ru", "p. 112"), "с. 112");
        assert_eq!(locator("en", "pp. 661-679"), "pp. 661–679");
        assert_eq!(locator("en", "p. 82-83"), "pp. 82–83");
        assert_eq!(locator("kk", "234 p."), "234 б.");
        assert_eq!(locator("ru", "234 p."), "234 с.");
    }

    #[test]
    fn other_places_keep_their_words() {
        assert_eq!(locator("ru", "гл. 3, табл. 1-2"), "гл. 3, табл. 1–2");
        assert_eq!(locator("en", "p. iv"), "p. iv");
        assert_eq!(locator("en", "part-time"), "part-time");
    }
}
