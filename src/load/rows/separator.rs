//! What parts the columns of a CSV file.

use super::Entry;
use crate::diag::{Code, Diagnostic};
use crate::load::format::SeparatorFile;

pub(super) use crate::load::format::SeparatorFile as Separator;

const ALL: [Separator; 4] =
    [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Bar];

impl SeparatorFile {
    /// The byte in the file.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// As a diagnostic shows it.
    pub(super) fn shown(self) -> &'static str {
        match self {
            Self::Comma => "`,`",
            Self::Semicolon => "`;`",
            Self::Tab => "a tab",
            Self::Bar => "`|`",
        }
    }

    /// The word that declares it.
    fn word(self) -> &'static str {
        match self {
            Self::Comma => "\",\"",
            Self::Semicolon => "\";\"",
            Self::Tab => "tab",
            Self::Bar => "bar",
        }
    }
}

/// The cells of the record at the beginning of `text` as they are written, with their
/// quotes; a quote inside a cell that does not begin with one is a sign like others.
pub(super) fn parts(text: &str, separator: Separator) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let quotes = text.starts_with('"');
        let mut quoted = false;
        let end = text.bytes().position(|byte| {
            quoted ^= quotes && byte == b'"';
            !quoted && (byte == separator.byte() || byte == b'\n')
        });
        let end = end.unwrap_or(text.len());
        rest = text[end..].strip_prefix(char::from(separator.byte()));
        Some(&text[..end])
    })
}

/// Another separator that the text has, which parts its first two records into the same
/// number of cells, and that into more than `separator` does.
pub(super) fn other(text: &str, separator: Separator) -> Option<Separator> {
    let text = text.trim_start_matches('\n');
    let count = |by: Separator| {
        let head: Vec<_> = parts(text, by).collect();
        let length = head.iter().map(|cell| cell.len() + 1).sum::<usize>();
        let rest = text.get(length..).unwrap_or("").trim_start_matches('\n');
        (head.len(), if rest.is_empty() { head.len() } else { parts(rest, by).count() })
    };
    let (own, _) = count(separator);
    let counted = ALL.map(|other| (count(other), other));
    let better = counted
        .into_iter()
        .filter(|((head, first), _)| *head > own && (head == first || own == 1));
    better.max_by_key(|((head, _), _)| *head).map(|(_, other)| other)
}

/// What is to be said of a head that another separator parts.
pub(super) fn wrong(
    head: &[Entry],
    separator: Separator,
    other: Separator,
) -> Diagnostic {
    let (own, right) = (separator.shown(), other.shown());
    let first = head.first().map(|cell| cell.text.span);
    let last = head.last().map(|cell| cell.text.span);
    let message = format!("the columns are parted by {right}, and not by {own}");
    let wrong = match first.zip(last) {
        Some((first, last)) => {
            let span = crate::source::Span { end: last.end, ..first };
            Diagnostic::new(Code::CsvShape, span, message)
        }
        None => Diagnostic::global(Code::CsvShape, message),
    };
    wrong.help(format!("say so in the map `rows`: `separator: {}`", other.word()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parted_outside_quotes_until_the_end_of_the_record() {
        let cells = |text| parts(text, Separator::Semicolon).collect::<Vec<_>>();
        assert_eq!(cells("a;\"b;\n\"\"c\";d\ne;f"), ["a", "\"b;\n\"\"c\"", "d"]);
        assert_eq!(cells("5\" disk;;\n"), ["5\" disk", "", ""]);
        assert_eq!(cells(""), [""]);
    }

    #[test]
    fn another_separator_is_seen_where_it_parts_more() {
        let seen = |text| other(text, Separator::Comma);
        assert_eq!(seen("a;b\n1;2\n"), Some(Separator::Semicolon));
        assert_eq!(seen("a\tb\n1\t2\n"), Some(Separator::Tab));
        assert_eq!(seen("a|b|c\n1|2|3\n"), Some(Separator::Bar));
        // Decimal commas and commas in heads part cells too, but fewer.
        assert_eq!(seen("town;total, thousand;x\na;1,5;2\n"), Some(Separator::Semicolon));
        assert_eq!(seen("\n\na;b"), Some(Separator::Semicolon));
        assert_eq!(seen("a,b\n1;2;3,4\n"), None);
        assert_eq!(seen("a,\"b;c;d\"\n1,2\n"), None);
        assert_eq!(seen("a\n1\n"), None);
        assert_eq!(other("a,b\n1,2\n", Separator::Tab), Some(Separator::Comma));
    }
}
