//! `build` and `check`.

use std::path::Path;

use super::Exit;
use super::args::Draft;
use super::progress::Progress;
use super::terminal::{Terminal, counts, plural};
use crate::diag::Diagnostic;
use crate::lang::Lang;
use crate::site::{self, Site, Written};
use crate::{BuildOptions, project};

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
            terminal.summary(&summary(site, out, written, found));
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
    let (input, outcome) = project::build(project, &draft.into());
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
    Exit::Done
}

fn summary(site: &Site, out: &Path, written: Written, found: &[Diagnostic]) -> String {
    let (pages, folder) = (pages(site), out.display());
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

/// How many pages there are, and in which languages: a folder at the top that is named
/// like a language and has a page about the edition is an edition.
fn pages(site: &Site) -> String {
    let paths = || site.iter().map(|(path, _)| path.as_str());
    let pages = paths().filter(|path| path.ends_with(".html")).count();
    let mut languages: Vec<_> = paths()
        .filter_map(|path| Lang::parse(path.strip_suffix("/about.html")?))
        .collect();
    languages.sort_unstable();
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
        ] {
            let content = site::Content::Bytes([].into());
            site.insert(SitePath::presume(path), content).unwrap();
        }
        assert_eq!(pages(&site), "7 pages in English, Kazakh, Kazakh (Latn)");
    }
}
