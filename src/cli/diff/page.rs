//! The changes as a page of its own: old and new side by side, language by language.

use super::Report;
use super::drawing::Shown;
use crate::cli::terminal::plural;
use crate::diff::{
    Change, CheckChange, EditionChanges, FileChange, PartChange, VersionChange,
};
use crate::html::Html;
use crate::lang::Lang;
use crate::locale::Direction;
use crate::record::Kind;
use crate::translation::state::{Change as Run, changes};

/// The page needs nothing beside it, and asks for nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";

/// The whole page.
pub(super) fn page(report: &Report<'_>) -> String {
    let mut html = Html::presume("<!DOCTYPE html>\n");
    html.open("html", &[("lang", "en")]);
    head(&mut html);
    html.open("body", &[]);
    element(&mut html, "h1", &[], "What this update changes");
    let against =
        format!("Held against {}. Old on the left, new on the right.", report.against);
    element(&mut html, "p", &[], &against);
    contents(&mut html, report);
    let diff = report.diff;
    if diff.is_empty() {
        element(&mut html, "p", &[], "Nothing: every file of the site is the same.");
    }
    if !diff.cells.is_empty() {
        section(&mut html, "cells", "Cells");
        table(&mut html, "Cell", |html| cells(html, report));
    }
    if !diff.checks.is_empty() {
        section(&mut html, "checks", "Checks");
        table(&mut html, "Check", |html| checks(html, &diff.checks));
    }
    if !diff.claims.is_empty() {
        section(&mut html, "claims", "Claims");
        table(&mut html, "Claim", |html| checks(html, &diff.claims));
    }
    diff.editions.iter().for_each(|own| edition(&mut html, own, report));
    if !diff.versions.is_empty() {
        section(&mut html, "versions", "Versions");
        diff.versions.iter().for_each(|own| version(&mut html, own));
    }
    if !diff.files.is_empty() {
        section(&mut html, "files", "Files");
        files(&mut html, &diff.files);
    }
    html.close("body");
    html.close("html");
    format!("{}\n", html.as_str())
}

fn head(html: &mut Html) {
    html.open("head", &[]);
    html.open("meta", &[("charset", "utf-8")]);
    html.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    let viewport = "width=device-width, initial-scale=1";
    html.open("meta", &[("name", "viewport"), ("content", viewport)]);
    element(html, "title", &[], "What this update changes");
    html.element("style", &[], &Html::presume(include_str!("page.css")));
    html.close("head");
    html.text("\n");
}

fn contents(html: &mut Html, report: &Report<'_>) {
    let diff = report.diff;
    let mut links = vec![("cells".to_owned(), "Cells".to_owned(), diff.cells.len())];
    links.push(("checks".to_owned(), "Checks".to_owned(), diff.checks.len()));
    links.push(("claims".to_owned(), "Claims".to_owned(), diff.claims.len()));
    links.extend(diff.editions.iter().map(|own| {
        let count = own.parts.len() + own.pages.len();
        (own.language.clone(), own.language.clone(), count)
    }));
    links.push(("versions".to_owned(), "Versions".to_owned(), diff.versions.len()));
    links.push(("files".to_owned(), "Files".to_owned(), diff.files.len()));
    html.open("nav", &[]);
    html.open("ul", &[]);
    for (id, name, count) in links.iter().filter(|(_, _, count)| *count > 0) {
        html.open("li", &[]);
        element(html, "a", &[("href", &format!("#{id}"))], &format!("{name} ({count})"));
        html.close("li");
    }
    html.close("ul");
    html.close("nav");
}

fn section(html: &mut Html, id: &str, name: &str) {
    html.text("\n");
    element(html, "h2", &[("id", id)], name);
}

fn table(html: &mut Html, what: &str, rows: impl FnOnce(&mut Html)) {
    html.open("table", &[]);
    html.open("thead", &[]);
    html.open("tr", &[]);
    element(html, "th", &[("scope", "col"), ("class", "what")], what);
    element(html, "th", &[("scope", "col")], "Old");
    element(html, "th", &[("scope", "col")], "New");
    html.close("tr");
    html.close("thead");
    html.open("tbody", &[]);
    rows(html);
    html.close("tbody");
    html.close("table");
}

fn cells(html: &mut Html, report: &Report<'_>) {
    for own in &report.diff.cells {
        let name = format!("{}: {}, {}", own.dataset, own.row.join(", "), own.variable);
        let [old, new] =
            [&own.old, &own.new].map(|cell| cell.as_ref().map(ToString::to_string));
        row(html, &name, None, (old.as_deref(), new.as_deref()));
    }
}

fn checks(html: &mut Html, checks: &[CheckChange]) {
    for own in checks {
        let [old, new] = [own.old, own.new].map(|state| state.map(|own| own.to_string()));
        row(html, &own.check, None, (old.as_deref(), new.as_deref()));
    }
}

fn edition(html: &mut Html, edition: &EditionChanges, report: &Report<'_>) {
    section(html, &edition.language, &edition.language);
    for page in &edition.pages {
        element(html, "p", &[], &format!("{}: {}", page.page, page.change.name()));
    }
    let mut rest = edition.parts.as_slice();
    while let Some(first) = rest.first() {
        let own = rest.iter().take_while(|part| part.page == first.page).count();
        let (page, after) = rest.split_at(own);
        element(html, "h3", &[], &first.page);
        table(html, "Part", |html| {
            for own in page {
                part(html, own, &edition.language);
                if own.kind == Kind::Chart {
                    drawing(html, own, &edition.language, report);
                }
            }
        });
        rest = after;
    }
}

fn part(html: &mut Html, part: &PartChange, lang: &str) {
    let mut name = match part.anchor.is_empty() {
        true => part.kind.name().to_owned(),
        false => format!("{} in {}", part.kind.name(), part.anchor),
    };
    if part.change != Change::Changed {
        name.push_str(&format!(", {}", part.change.name()));
    }
    if part.drawn > 0 {
        name.push_str(&format!(", drawn anew at {}", plural(part.drawn, "width")));
    }
    if part.sentences.is_empty() {
        row(html, &name, None, (None, None));
    }
    for own in &part.sentences {
        row(html, &name, Some(lang), (own.old.as_deref(), own.new.as_deref()));
    }
}

/// The old and the new drawing of a figure.
fn drawing(html: &mut Html, part: &PartChange, lang: &str, report: &Report<'_>) {
    html.open("tr", &[]);
    element(html, "th", &[("scope", "row")], &format!("drawing of {}", part.anchor));
    for (shown, name) in report.drawings.of(part, lang).iter().zip(["Old", "New"]) {
        let mut cell = Html::new();
        match shown {
            Shown::Nothing => element(&mut cell, "span", &[("class", "none")], "–"),
            Shown::Words(words) => {
                element(&mut cell, "span", &[("class", "none")], words);
            }
            Shown::Picture(address) => {
                let alt = format!("{name} drawing of {}", part.anchor);
                cell.open("img", &[("src", address), ("alt", &alt)]);
            }
        }
        html.element("td", &[("data-name", name)], &cell);
    }
    html.close("tr");
}

/// A thing, what it was and what it is.
fn row(
    html: &mut Html,
    name: &str,
    lang: Option<&str>,
    said: (Option<&str>, Option<&str>),
) {
    html.open("tr", &[]);
    element(html, "th", &[("scope", "row")], name);
    let runs = match said {
        (Some(old), Some(new)) => changes(&shown(old), &shown(new)),
        (old, new) => {
            let removed = old.map(|words| Run::Removed(shown(words)));
            let added = new.map(|words| Run::Added(shown(words)));
            removed.into_iter().chain(added).collect()
        }
    };
    for (is_new, name) in [(false, "Old"), (true, "New")] {
        let mut attributes = vec![("data-name", name)];
        if let Some(lang) = lang {
            attributes.push(("lang", lang));
            attributes.extend(
                Lang::parse(lang).map(|lang| ("dir", Direction::of(lang).as_str())),
            );
        }
        html.element("td", &attributes, &side(&runs, is_new));
    }
    html.close("tr");
}

/// Words on one line, cells parted.
fn shown(words: &str) -> String {
    words.replace('\t', " | ").replace('\n', " ")
}

fn side(runs: &[Run], new: bool) -> Html {
    let mut html = Html::new();
    for run in runs {
        let (tag, words) = match run {
            Run::Same(words) => {
                html.text(words);
                html.text(" ");
                continue;
            }
            Run::Removed(words) if !new => ("del", words),
            Run::Added(words) if new => ("ins", words),
            Run::Removed(_) | Run::Added(_) => continue,
        };
        html.element(tag, &[], &Html::of(words));
        html.text(" ");
    }
    if html.is_empty() {
        element(&mut html, "span", &[("class", "none")], "–");
    }
    html
}

fn version(html: &mut Html, own: &VersionChange) {
    let (files, change) = (plural(own.files, "file"), own.change.name());
    let told = format!("The version {} was {change}, with {files}.", own.version);
    element(html, "p", &[], &told);
}

fn files(html: &mut Html, files: &[FileChange]) {
    let lists = [
        (true, "Accounted for by what is listed above:"),
        (false, "Changed by the theme, the format, a version or baspa itself:"),
    ];
    for (explained, words) in lists {
        let own: Vec<_> = files.iter().filter(|own| own.explained == explained).collect();
        if own.is_empty() {
            continue;
        }
        element(html, "p", &[], words);
        html.open("ul", &[("class", "files")]);
        for file in own {
            let change = match file.change {
                Change::Changed => String::new(),
                other => format!(" ({})", other.name()),
            };
            element(html, "li", &[], &format!("{}{change}", file.file));
        }
        html.close("ul");
    }
}

fn element(
    html: &mut Html,
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    words: &str,
) {
    html.element(tag, attributes, &Html::of(words));
}
