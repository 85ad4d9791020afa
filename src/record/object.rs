//! Figures, tables, datasets, editorial notes and works.

use super::Kind;
use super::chart::{drawn, words};
use super::parts::Parts;
use super::words::text;
use crate::chart::Drawings;
use crate::edition::{
    Cell, Check, Column, Dataset, Derivation, Edition, Figure, Finding, FlagMark, Grid,
    Level, Licence, Reference, Table, Text, Variable,
};
use crate::html::paths::PageKind;

/// A figure at its place in the text.
pub(super) fn figure(parts: &mut Parts, figure: &Figure, drawings: &Drawings) {
    parts.named(Kind::Figure, &figure.id, &figure.label);
    parts.under(&figure.id, |parts| {
        parts.add(Kind::Caption, text(&figure.title));
        parts.add(Kind::Subtitle, text(&figure.subtitle));
        let drawn = drawn(drawings.get(&figure.id).map_or(&[][..], |own| &**own));
        parts.drawn(Kind::Chart, "", words(&figure.chart), drawn);
        parts.maybe(Kind::Summary, figure.own_summary().map(text));
        parts.add(Kind::Alt, text(&figure.alt));
        grid(parts, &figure.grid);
        parts.add(Kind::Period, &figure.period);
        foot(parts, figure.notes.as_ref(), &figure.source, &figure.findings);
    });
}

/// A table at its place in the text.
pub(super) fn table(parts: &mut Parts, table: &Table) {
    parts.named(Kind::Table, &table.id, &table.label);
    parts.under(&table.id, |parts| {
        parts.add(Kind::Caption, text(&table.title));
        grid(parts, &table.grid);
        foot(parts, table.notes.as_ref(), &table.source, &table.findings);
    });
}

fn foot(parts: &mut Parts, notes: Option<&Text>, source: &Text, findings: &[Finding]) {
    parts.maybe(Kind::Note, notes.map(text));
    parts.add(Kind::Source, text(source));
    findings.iter().for_each(|own| finding(parts, own));
}

/// An editorial note.
pub(super) fn finding(parts: &mut Parts, finding: &Finding) {
    let messages: Vec<_> = finding.messages.iter().map(text).collect();
    parts.named(Kind::Finding, &finding.id, messages.join("\n"));
    parts.named(Kind::Reason, &finding.id, text(&finding.reason));
}

fn grid(parts: &mut Parts, grid: &Grid) {
    let heads: Vec<_> = grid.columns.iter().map(head).collect();
    parts.add(Kind::Columns, heads.join("\t"));
    for row in &grid.rows {
        let cells: Vec<_> = row.iter().map(cell).collect();
        let (key, _) = cells.split_at(grid.keys.min(cells.len()));
        parts.named(Kind::Row, &key.join("\t"), cells.join("\t"));
    }
    for (sign, reason) in &grid.missing {
        parts.named(Kind::Legend, sign, format!("{sign} {}", text(reason)));
    }
    flags(parts, &grid.flags);
}

/// What flags mean.
pub(super) fn flags(parts: &mut Parts, flags: &[FlagMark]) {
    for flag in flags {
        let code = flag.code.to_string();
        parts.named(Kind::Legend, &code, format!("{code} {}", flag.meaning));
    }
}

fn head(column: &Column) -> String {
    with_unit(&text(&column.label), column.unit.as_deref())
}

fn cell(cell: &Cell) -> String {
    let flags = cell.flags.to_string();
    let flags = if flags.is_empty() { flags } else { format!("^{flags}^") };
    with_unit(&format!("{}{flags}", cell.text), cell.unit.as_deref())
}

fn with_unit(words: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{words} {unit}"),
        None => words.to_owned(),
    }
}

/// The page of a dataset.
pub(super) fn dataset(edition: &Edition, dataset: &Dataset) -> Parts {
    let page = PageKind::Dataset(dataset.id.clone()).path(edition.lang);
    let mut parts = Parts::default();
    parts.add(Kind::Title, text(&dataset.title));
    parts.add(Kind::Description, text(&dataset.description));
    if !dataset.period.is_empty() {
        parts.add(Kind::Period, &dataset.period);
    }
    parts.add(Kind::Source, text(&dataset.source));
    parts.maybe(Kind::Note, dataset.notes.as_ref().map(text));
    facts(&mut parts, dataset);
    let last = edition.last_change(&[page.as_str()]).or(edition.revisions.first());
    parts.maybe(Kind::Updated, last.map(|own| own.written.clone()));
    parts.enter("editorial-notes");
    dataset.findings.iter().for_each(|own| finding(&mut parts, own));
    parts.enter("codebook");
    dataset.variables.iter().for_each(|own| variable(&mut parts, own));
    parts.enter("missing");
    for (code, reason) in &dataset.missing {
        parts.named(Kind::Legend, code, format!("{code}\t{}", text(reason)));
    }
    parts.enter("checks");
    dataset.checks.iter().for_each(|own| check(&mut parts, own));
    parts.enter("rows");
    grid(&mut parts, &dataset.grid);
    parts
}

/// The page of the history of a dataset.
pub(super) fn history(edition: &Edition, dataset: &Dataset) -> Parts {
    let page = PageKind::Dataset(dataset.id.clone()).path(edition.lang);
    let mut parts = Parts::default();
    parts.add(Kind::Title, text(&dataset.title));
    for revision in edition.history(&dataset.id, page.as_str()) {
        parts.enter(&format!("revision-{}", revision.number));
        parts.add(Kind::Heading, &revision.written);
        parts.add(Kind::Paragraph, text(&revision.reason));
        revision.cells.get(&dataset.id).into_iter().for_each(|own| grid(&mut parts, own));
    }
    parts
}

fn facts(parts: &mut Parts, dataset: &Dataset) {
    let days = [("updated", &dataset.updated), ("next-update", &dataset.next_update)];
    for (name, day) in days {
        day.iter().for_each(|day| parts.named(Kind::Fact, name, day));
    }
    let Derivation { from, filter, by } = &dataset.derivation;
    let from: Vec<_> = from.iter().map(|(_, title)| text(title)).collect();
    let by: Vec<_> = by.iter().map(text).collect();
    let filter = filter.as_deref().unwrap_or_default();
    if !from.is_empty() {
        let said = [from.join("; ").as_str(), filter, &by.join("; ")].join("\t");
        parts.named(Kind::Fact, "derivation", said);
    }
    if let Some(Licence { name, url }) = &dataset.licence {
        let url = url.as_ref().map(|url| format!(" ({url})")).unwrap_or_default();
        parts.named(Kind::Fact, "licence", text(name) + &url);
    }
}

fn check(parts: &mut Parts, check: &Check) {
    let said = [
        check.condition.as_str(),
        check.tolerance.as_deref().unwrap_or_default(),
        if check.each { "each" } else { "whole" },
        if check.fails { "disputed" } else { "holds" },
    ];
    parts.named(Kind::Check, &check.id, said.join("\t"));
}

fn variable(parts: &mut Parts, variable: &Variable) {
    let short = |short: &Option<Text>| {
        short.as_ref().map(|own| format!(" ({})", text(own))).unwrap_or_default()
    };
    let levels = variable.levels.iter();
    let level =
        |own: &Level| format!("{} {}{}", own.id, text(&own.label), short(&own.short));
    let levels: Vec<_> = levels.map(level).collect();
    let said = [
        text(&variable.label) + &short(&variable.short),
        levels.join("; "),
        variable.formula.clone().unwrap_or_default(),
        variable.kind.clone(),
        variable.unit.clone().unwrap_or_default(),
        variable.decimals.map(|own| own.to_string()).unwrap_or_default(),
    ];
    parts.named(Kind::Variable, &variable.id, said.join("\t"));
}

/// A work of the reference list.
pub(super) fn reference(parts: &mut Parts, work: &Reference) {
    let badge = if work.incomplete { " (incomplete)" } else { "" };
    let said = format!("{}. {}{badge}", work.number, text(&work.text));
    parts.named(Kind::Reference, &work.key, said);
}
