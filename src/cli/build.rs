//! `build` and `check`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Exit;
use super::args::Draft;
use super::progress::Progress;
use super::terminal::{Terminal, counts, plural};
use crate::diag::Diagnostic;
use crate::diff::{Diff, diff};
use crate::lang::Lang;
use crate::site::{self, Site, Written};
use crate::site_path::Home;
use crate::{BuildOptions, Kept, Outcome, project};

/// Builds the site and writes it to `out`.
pub(super) fn build(
    project: &Path,
    out: &Path,
    options: &BuildOptions,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let progress = Progress::new(terminal.is_quiet());
    progress.stage("Building the site");
    let (input, mut outcome) = project::build(project, options);
    progress.stage("Writing the site");
    let written = match &outcome.site {
        Some(made) => {
            let on_drawn = |done, total| progress.pictures(done, total);
            site::write(made, out, project, &on_drawn).map(Some)
        }
        None => site::repair(out, project).map(|()| None),
    };
    drop(progress);
    outcome.diagnostics.extend(written.as_ref().err().cloned());
    terminal.diagnostics(&outcome.diagnostics, &input);
    let found = &outcome.diagnostics;
    match (&outcome.site, written) {
        (Some(site), Ok(Some(written))) => {
            terminal.summary(&summary(
                pages(site, &outcome.records),
                out,
                written,
                found,
            ));
            unaccepted(&outcome, options.draft, terminal);
            Exit::Done
        }
        (Some(_), _) => Exit::Call,
        (None, _) => {
            terminal.failure(found, &format!("{}; nothing was written", counts(found)));
            Exit::Content
        }
    }
}

/// Does all that a build does but writing.
pub(super) fn check(project: &Path, draft: Draft, terminal: &mut Terminal<'_>) -> Exit {
    let progress = Progress::new(terminal.is_quiet());
    progress.stage("Checking the study");
    let options: BuildOptions = draft.into();
    let (input, outcome) = project::build(project, &options);
    drop(progress);
    let found = &outcome.diagnostics;
    terminal.diagnostics(found, &input);
    let result = match input.files().count() {
        0 => counts(found),
        files => format!("{} in {}", counts(found), plural(files, "file")),
    };
    if outcome.site.is_none() {
        terminal.failure(found, &result);
        return Exit::Content;
    }
    terminal.summary(&format!("Found {result}"));
    unaccepted(&outcome, options.draft, terminal);
    Exit::Done
}

/// Notes that readers see something that no accepted revision tells of. A draft is
/// published to nobody, and where nothing was ever accepted nothing is kept.
fn unaccepted(outcome: &Outcome, draft: bool, terminal: &mut Terminal<'_>) {
    if draft || terminal.is_quiet() {
        return;
    }
    for (home, Kept { now, accepted }) in &outcome.records {
        if let Some(accepted) = accepted {
            remark(*home, &diff(accepted, now, *home), terminal);
        }
    }
}

fn remark(home: Home, changes: &Diff, terminal: &mut Terminal<'_>) {
    if !changes.is_seen() {
        return;
    }
    let counted = [(changes.cells.len(), "cell"), (changes.parts(), "part")];
    let mut told: Vec<_> = counted
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| plural(*n, what))
        .collect();
    if told.is_empty() {
        told.push("checks or claims".to_owned());
    }
    let which = home.name().map(|study| format!(" --study {study}"));
    let which = which.unwrap_or_default();
    terminal.remark(&format!(
        "{} changed since the last accepted revision: `baspa diff{which}` shows them, \
         `baspa data accept{which}` records them",
        told.join(" and ")
    ));
}

fn summary(pages: String, out: &Path, written: Written, found: &[Diagnostic]) -> String {
    let folder = out.display();
    let what = match written {
        Written::New => format!("Wrote {pages} to {folder}/"),
        Written::Unchanged => format!("Nothing new: {pages} in {folder}/"),
    };
    let with = match found {
        [] => String::new(),
        found => format!(", with {}", counts(found)),
    };
    format!("{what}{with} — open {}", out.join("index.html").display())
}

/// How many pages there are, and in which languages.
fn pages(site: &Site, records: &BTreeMap<Home, Kept>) -> String {
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    let editions = records.values().flat_map(|kept| &kept.now.editions);
    let languages: BTreeSet<_> =
        editions.filter_map(|own| Lang::parse(&own.lang)).collect();
    let pages = plural(pages, "page");
    if languages.is_empty() {
        return pages;
    }
    let names: Vec<_> = languages.into_iter().map(english_name).collect();
    format!("{pages} in {}", names.join(", "))
}

fn english_name(lang: Lang) -> String {
    let language = match lang.language() {
        "en" => "English",
        "kk" => "Kazakh",
        "ru" => "Russian",
        _ => return lang.to_string(),
    };
    match lang.as_str().split_once('-') {
        Some((_, rest)) => format!("{language} ({rest})"),
        None => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Edition, Record};
    use crate::site_path::SitePath;

    #[test]
    fn pages_and_editions_are_counted() {
        let mut site = Site::new();
        for path in [
            "index.html",
            "404.html",
            "en/about.html",
            "kk/about.html",
            "kk-latn/about.html",
            "en-kk/index.html",
            "en/data/about.html",
            "en/a.csv",
            "old/en/about.html",
        ] {
            let content = site::Content::Bytes([].into());
            site.insert(SitePath::presume(path), content).unwrap();
        }
        let edition = |lang: &str| Edition { lang: lang.into(), pages: vec![] };
        let of = |languages: &[&str]| Record {
            editions: languages.iter().copied().map(edition).collect(),
            ..Record::default()
        };
        let studies = [("a", of(&["kk-Latn", "kk"])), ("b", of(&["en", "kk"]))];
        let records = studies
            .map(|(study, now)| (Home::of(study).unwrap(), Kept { now, accepted: None }))
            .into();
        let said = pages(&site, &records);
        assert_eq!(said, "8 pages in English, Kazakh, Kazakh (Latn)");
    }
}
