//! Publishes a statistical study as a multilingual website.
//!
//! [`build`] is the whole line, from bytes to bytes:
//! [`Input`] → [`study::Study`] → [`edition::Edition`] → pages → [`Site`].

pub mod chart;
pub mod cli;
pub mod diag;
mod digest;
pub mod edition;
pub mod export;
pub mod expr;
pub mod geo;
pub mod html;
pub mod lang;
pub mod load;
pub mod locale;
pub mod picture;
pub mod project;
pub mod prose;
pub mod scaffold;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod site_path;
pub mod source;
pub mod study;

use diag::{Diagnostic, Diagnostics};
use rayon::prelude::*;
use site::{EditionFiles, Site};
use source::Input;

/// What an author may ask of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// Whether a missing translation is shown in the source language and not an error.
    pub draft: bool,
    /// The public address of the site, ending in `/`, in place of the study's own.
    pub base_url: Option<String>,
}

/// What a build found and made.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The whole site; `None` where an error was found.
    pub site: Option<Site>,
    /// Everything that is to be said of the study, in the order of its places.
    pub diagnostics: Vec<Diagnostic>,
}

/// From the files of a project to a site.
pub fn build(input: &Input, options: &BuildOptions) -> Outcome {
    let mut found = Diagnostics::new();
    let site = make_site(input, options, &mut found);
    let site = site.filter(|_| !found.has_errors());
    Outcome { site, diagnostics: found.sorted() }
}

fn make_site(
    input: &Input,
    options: &BuildOptions,
    found: &mut Diagnostics,
) -> Option<Site> {
    let (study, problems) = load::study(input, options.draft);
    found.append(problems);
    let theme = html::Theme::load(input, found);
    let study = study?;
    let (editions, problems) = edition::resolve(&study);
    found.append(problems);
    let base_url = options.base_url.as_deref().or(study.base_url.as_deref());
    let interfaces = html::Interface::of(&study.messages);
    let context = html::Context {
        theme: &theme,
        editions: &editions,
        interfaces: &interfaces,
        base_url,
    };
    let made: Vec<_> = editions
        .par_iter()
        .map(|edition| {
            let messages = study.messages.get(edition.lang);
            let (charts, mut problems) = chart::draw_figures(&study, edition);
            let figures = picture::draw_figures(edition, messages);
            problems.append(picture::left_out(&study, edition.lang, &figures));
            problems.append(html::cards_left_out(&context, &study, edition));
            let drawn = html::Drawn { charts: &charts, files: &figures };
            let pages = html::render_edition(&context, edition, drawn, &mut problems);
            let files = EditionFiles {
                lang: edition.lang,
                pages,
                cards: html::draw_cards(&context, edition),
                figures,
                figure_csvs: export::figure_csvs(edition, messages),
            };
            (files, problems)
        })
        .collect();
    let pages = html::render_site(&context, found);
    let mut files = Vec::new();
    for (of_edition, problems) in made {
        files.push(of_edition);
        found.append(problems);
    }
    let exports = export::export(&study, &editions);
    Some(site::assemble(pages, files, exports, &theme, found))
}
