//! The changes for people.

use unicode_width::UnicodeWidthStr;

use super::Report;
use crate::cli::terminal::{BOLD, GREEN, PLAIN, QUIET, RED, YELLOW, plural};
use crate::cli::wordings::wordings;
use crate::diag::plain;
use crate::diff::{
    Change, CheckChange, EditionChanges, FileChange, PartChange, VersionChange,
};
use crate::record::{Kind, State};

/// How many files are listed that nothing accounts for.
const LISTED: usize = 20;

/// Everything, the data first.
pub(super) fn text(report: &Report<'_>) -> String {
    let diff = report.diff;
    if diff.is_empty() {
        return format!("Nothing has changed since {}\n", plain(report.against));
    }
    let mut blocks = Vec::new();
    if !diff.cells.is_empty() {
        blocks.push(cells(report));
    }
    for (name, own) in [("Checks", &diff.checks), ("Claims", &diff.claims)] {
        if !own.is_empty() {
            let checks: String = own.iter().map(check).collect();
            blocks.push(heading(name, own.len()) + &checks);
        }
    }
    blocks.extend(diff.editions.iter().map(edition));
    if !diff.versions.is_empty() {
        let versions: String = diff.versions.iter().map(version).collect();
        blocks.push(heading("Versions", diff.versions.len()) + &versions);
    }
    if !diff.files.is_empty() {
        blocks.push(files(&diff.files));
    }
    blocks.join("\n")
}

fn heading(name: &str, count: usize) -> String {
    format!("{BOLD}{name}: {count}{PLAIN}\n")
}

fn cells(report: &Report<'_>) -> String {
    let cells = &report.diff.cells;
    let rows = cells
        .iter()
        .map(|own| [own.dataset.as_str(), &own.row.join(", "), &own.variable].map(plain));
    let rows: Vec<[String; 3]> = rows.collect();
    let width =
        |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [0, 1, 2].map(width);
    let mut text = heading("Cells", cells.len());
    for (own, row) in cells.iter().zip(&rows) {
        text.push_str("  ");
        for (words, width) in row.iter().zip(widths) {
            text.push_str(words);
            text.push_str(&" ".repeat(width - words.width() + 2));
        }
        let [old, new] = [&own.old, &own.new].map(|cell| {
            cell.as_ref().map_or("–".to_owned(), |cell| plain(&cell.to_string()))
        });
        text.push_str(&format!("{RED}{old}{PLAIN} → {GREEN}{new}{PLAIN}\n"));
    }
    text
}

fn check(check: &CheckChange) -> String {
    let state = |state: Option<State>| match state {
        None => "–".to_owned(),
        Some(State::Holds) => format!("{GREEN}holds{PLAIN}"),
        Some(State::Disputed) => format!("{YELLOW}disputed{PLAIN}"),
        Some(State::Fails) => format!("{RED}fails{PLAIN}"),
        Some(chosen) => chosen.to_string(),
    };
    format!("  {}  {} → {}\n", plain(&check.check), state(check.old), state(check.new))
}

fn edition(edition: &EditionChanges) -> String {
    let count = edition.parts.len() + edition.pages.len();
    let mut text = heading(&plain(&edition.language), count);
    for own in &edition.pages {
        text.push_str(&format!("  {} {}\n", plain(&own.page), own.change.name()));
    }
    let mut page = "";
    for part in &edition.parts {
        if part.page != page {
            page = &part.page;
            text.push_str(&format!("  {}\n", plain(page)));
        }
        text.push_str(&self::part(part));
    }
    text
}

fn part(part: &PartChange) -> String {
    let anchor = match part.anchor.is_empty() {
        true => String::new(),
        false => format!("#{} ", plain(&part.anchor)),
    };
    let mut told = Vec::new();
    if part.change != Change::Changed {
        told.push(part.change.name().to_owned());
    }
    if part.drawn > 0 {
        told.push(format!("drawn anew at {}", plural(part.drawn, "width")));
    }
    let told =
        if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) };
    let mut text = format!("  {QUIET}{anchor}{}{told}{PLAIN}\n", part.kind.name());
    for own in &part.sentences {
        let [old, new] = [&own.old, &own.new]
            .map(|words| words.as_deref().map(|words| shown(part.kind, words)));
        text.push_str(&wordings(old.as_deref(), new.as_deref()));
    }
    text
}

/// Words on one line.
fn shown(kind: Kind, words: &str) -> String {
    let between =
        if matches!(kind, Kind::Row | Kind::Columns | Kind::Variable | Kind::Check) {
            " | "
        } else {
            " "
        };
    words.replace('\t', between).replace('\n', " ")
}

fn version(own: &VersionChange) -> String {
    let files = plural(own.files, "file");
    format!("  {}  {}, {files}\n", plain(&own.version), own.change.name())
}

fn files(files: &[FileChange]) -> String {
    let mut text = heading("Files", files.len());
    let sign = |change| match change {
        Change::Added => "+",
        Change::Removed => "-",
        Change::Changed | Change::Moved => " ",
    };
    let own =
        |explained: bool| files.iter().filter(move |own| own.explained == explained);
    for file in own(true) {
        text.push_str(&format!("  {} {}\n", sign(file.change), plain(&file.file)));
    }
    let rest = own(false).count();
    if rest > 0 {
        text.push_str(&format!(
            "  {QUIET}by the theme, the format, a version or baspa itself, for no \
             reader's text of theirs has changed:{PLAIN}\n"
        ));
    }
    for file in own(false).take(LISTED) {
        text.push_str(&format!("  {} {}\n", sign(file.change), plain(&file.file)));
    }
    if rest > LISTED {
        text.push_str(&format!("  {QUIET}and {} more{PLAIN}\n", rest - LISTED));
    }
    text
}
