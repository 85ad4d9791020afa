//! Lines of an edition as plain words, with their form as in Markdown.

use crate::edition::{Cited, Inline, Mark, Text};

/// The words of a text.
pub(super) fn text(text: &Text) -> String {
    line(&text.content)
}

/// The words of a line.
pub(super) fn line(content: &[Inline]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    let (sign, content) = match inline {
        Inline::Text(words) => return words.clone(),
        Inline::Code(code) => return format!("`{code}`"),
        Inline::Break => return "\n".to_owned(),
        Inline::Link { href, content } => return format!("[{}]({href})", line(content)),
        Inline::Mark(own) => return mark(own),
        Inline::Emphasis(content) => ("*", content),
        Inline::Strong(content) => ("**", content),
        Inline::Superscript(content) => ("^", content),
        Inline::Subscript(content) => ("~", content),
        Inline::Struck(content) => ("~~", content),
    };
    format!("{sign}{}{sign}", line(content))
}

fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Value(words) | Mark::Words(words) => words.clone(),
        Mark::Reference { content, .. } | Mark::Foreign { content, .. } => line(content),
        Mark::Citation(works) => {
            format!("[{}]", works.iter().map(cited).collect::<Vec<_>>().join("; "))
        }
        Mark::Note { number, .. } => number.to_string().chars().map(raised).collect(),
        Mark::Flags(flags) => {
            let codes: String = flags.iter().map(|flag| flag.code).collect();
            format!("^{codes}^")
        }
        Mark::Disputed { .. } => "^*^".to_owned(),
        // As pages draw it.
        Mark::Outdated => "◇ ".to_owned(),
    }
}

fn cited(work: &Cited) -> String {
    match &work.locator {
        Some(locator) => format!("{}, {locator}", work.number),
        None => work.number.to_string(),
    }
}

fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let at = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    at.map_or(digit, |at| RAISED[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_a_reader_sees() {
        let words = |text: &str| vec![Inline::Text(text.to_owned())];
        let work = |number, locator: Option<&str>| Cited {
            number,
            key: "k".into(),
            mention: 1,
            locator: locator.map(str::to_owned),
        };
        let content = [
            Inline::Mark(Mark::Outdated),
            Inline::Strong(words("Fell")),
            Inline::Text(" to ".into()),
            Inline::Mark(Mark::Value("17,160.8".into())),
            Inline::Mark(Mark::Citation(vec![work(3, Some("p. 4")), work(12, None)])),
            Inline::Mark(Mark::Note { number: 10, mention: 1 }),
            Inline::Break,
            Inline::Link { href: "https://a.b".into(), content: words("here") },
        ];
        let said = "◇ **Fell** to 17,160.8[3, p. 4; 12]¹⁰\n[here](https://a.b)";
        assert_eq!(line(&content), said);
    }
}
