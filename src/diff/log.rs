//! A revision as the log of a project records it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{CellChange, Change, Diff};
use crate::lang::Lang;
use crate::locale::Date;
use crate::record::{Cell, Record};

/// Where a project keeps its log.
pub const LOG: &str = "content/revisions.yaml";

/// What a new log begins with.
const HEAD: &str =
    "# What was published when, and why. `baspa data accept` writes this file.\n";

/// A revision that is accepted.
#[derive(Debug, Clone)]
pub struct Accepted<'a> {
    /// The day of its publication.
    pub date: Date,
    /// Why, by languages.
    pub reasons: &'a BTreeMap<Lang, String>,
    /// What it changed; `None` for the first publication.
    pub diff: Option<&'a Diff>,
}

/// The log with one more revision; `log` is what it was, where there was one. The pages of
/// the revision are those of `record` whose readers see something else.
pub fn log(log: Option<&str>, accepted: &Accepted<'_>, record: &Record) -> String {
    let mut text = log.unwrap_or(HEAD).to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&format!("- date: {}\n  reason:\n", accepted.date));
    for (lang, reason) in accepted.reasons {
        text.push_str(&format!("    {lang}: {}\n", quoted(reason)));
    }
    if let Some(diff) = accepted.diff {
        cells(&mut text, &diff.cells);
        pages(&mut text, &changed_pages(diff, record));
    }
    text
}

/// The pages that show something else for a reason that is listed.
pub fn changed_pages(diff: &Diff, record: &Record) -> Vec<String> {
    let editions = record.editions.iter().flat_map(|own| &own.pages);
    let pages = editions.map(|page| &page.path);
    let pages: Vec<_> = pages.chain(record.pairs.iter().map(|pair| &pair.path)).collect();
    let changed = diff.files.iter().filter(|own| {
        own.explained && own.change != Change::Removed && pages.contains(&&own.file)
    });
    changed.map(|own| own.file.clone()).collect()
}

fn cells(text: &mut String, cells: &[CellChange]) {
    let mut last = "";
    for own in cells {
        if last.is_empty() {
            text.push_str("  cells:\n");
        }
        if own.dataset != last {
            last = &own.dataset;
            text.push_str(&format!("    {last}:\n"));
        }
        let row: Vec<_> = own.row.iter().map(|part| quoted(part)).collect();
        text.push_str(&format!(
            "      - {{row: [{}], variable: {}",
            row.join(", "),
            own.variable
        ));
        let [old, new] = said(own.old.as_ref(), own.new.as_ref());
        for (key, value) in [("old", old), ("new", new)] {
            text.push_str(&value.map_or(String::new(), |own| format!(", {key}: {own}")));
        }
        text.push_str("}\n");
    }
}

/// Old and new; as printed, and with their flags, where only that differs.
fn said(old: Option<&Cell>, new: Option<&Cell>) -> [Option<String>; 2] {
    let values = [old, new].map(|cell| cell.map(|own| write(own, false)));
    match values[0] == values[1] {
        true => [old, new].map(|cell| cell.map(|own| write(own, true))),
        false => values,
    }
}

fn write(cell: &Cell, as_printed: bool) -> String {
    match cell {
        Cell::Printed { value, printed, flags } if as_printed => {
            let flags = flags.as_ref().map(|flags| format!(" {flags}"));
            quoted(&format!(
                "{}{}",
                printed.as_ref().unwrap_or(value),
                flags.unwrap_or_default()
            ))
        }
        Cell::Value(value) | Cell::Printed { value, .. } => quoted(value),
        Cell::Missing { missing } => format!("{{missing: {}}}", quoted(missing)),
    }
}

fn pages(text: &mut String, pages: &[String]) {
    if !pages.is_empty() {
        text.push_str("  pages:\n");
    }
    for page in pages {
        text.push_str(&format!("    - {page}\n"));
    }
}

/// A text between double quotes, as JSON and YAML have it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
