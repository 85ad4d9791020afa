//! The states of all texts as a table.

use unicode_width::UnicodeWidthStr;

use super::Report;
use crate::cli::terminal::{BOLD, GREEN, PLAIN, QUIET, RED, YELLOW, plural};
use crate::diag::plain;
use crate::lang::Lang;
use crate::translation::state::{Standing, State, TextState, TranslationState};

/// What is told of the language that the others are translated from.
const ORIGINAL: &str = "original";

/// Spaces between columns.
const GAP: usize = 2;

/// A cell: its colour and its words.
type Cell = (&'static str, String);

/// A row for each text, a column for each language, and what it all comes to.
pub(super) fn table(report: &Report<'_>) -> String {
    let study = report.read.study;
    let shown =
        |lang: &&Lang| **lang == study.source_language || report.languages.contains(lang);
    let languages: Vec<Lang> = study.languages.iter().filter(shown).copied().collect();
    let heads = languages.iter().map(|lang| (BOLD, lang.to_string()));
    let mut rows: Vec<Vec<Cell>> =
        vec![std::iter::once((BOLD, "text".to_owned())).chain(heads).collect()];
    for text in &report.texts {
        let name = ("", plain(&text.file.id));
        let cells = languages.iter().map(|lang| cell(text, *lang));
        rows.push(std::iter::once(name).chain(cells).collect());
    }
    let totals = report.standings.iter().map(total);
    format!("{}\n{}", aligned(&rows), totals.collect::<String>())
}

fn cell(text: &TextState<'_>, lang: Lang) -> Cell {
    match text.translation(lang) {
        Some(own) => (colour(own.state), state(own)),
        None if text.file.units.get(lang).is_none() => {
            (colour(State::Missing), State::Missing.name().to_owned())
        }
        None => (QUIET, ORIGINAL.to_owned()),
    }
}

/// The state, and how many units are behind: `outdated 2/14`.
pub(super) fn state(own: &TranslationState<'_>) -> String {
    let name = own.state.name();
    match (own.state, own.behind()) {
        (State::Missing, _) | (_, 0) => name.to_owned(),
        (_, behind) => format!("{name} {behind}/{}", own.units.len()),
    }
}

pub(super) fn colour(state: State) -> &'static str {
    match state {
        State::Missing => RED,
        State::Draft | State::Outdated => YELLOW,
        State::Current | State::Reviewed => GREEN,
    }
}

/// The rows with their columns one below the other, whatever the script.
fn aligned(rows: &[Vec<Cell>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].1.width()).max();
    let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        for (column, (colour, words)) in row.iter().enumerate() {
            let end = if colour.is_empty() { "" } else { PLAIN };
            text.push_str(&format!("{colour}{words}{end}"));
            if column + 1 < columns {
                let space = widths[column] - words.width() + GAP;
                text.push_str(&" ".repeat(space));
            }
        }
        text.push('\n');
    }
    text
}

/// `kk: 40 current, 1 outdated; 2 of 1012 passages are behind`.
fn total(Standing { lang, texts, behind, units, .. }: &Standing) -> String {
    let states: Vec<_> = texts
        .iter()
        .map(|(state, count)| {
            format!("{}{count} {}{PLAIN}", colour(*state), state.name())
        })
        .collect();
    let behind = match behind {
        0 => String::new(),
        behind => format!("; {behind} of {} behind", plural(*units, "passage")),
    };
    format!("{BOLD}{lang}{PLAIN}: {}{behind}\n", states.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_any_script() {
        let row =
            |one: &str, other: &str| vec![("", one.to_owned()), ("", other.to_owned())];
        let rows = [
            row("text", "kk"),
            row("көші-қон", "а"),
            row("и\u{306}", "б"),
            row("字", "в"),
        ];
        let text = aligned(&rows);
        let starts = text.lines().zip(["kk", "а", "б", "в"]);
        for (line, word) in starts {
            let (before, _) = line.rsplit_once(word).unwrap();
            assert_eq!(before.width(), 10, "{line}");
        }
    }
}
