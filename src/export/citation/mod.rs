//! The study as reference managers read it, all of one [`Work`].

mod bibtex;
mod cff;
mod csl;
mod ris;

use super::{Citations, homepage};
use crate::edition::{Edition, Work};
use crate::html::paths::{self, PageKind};
use crate::lang::Lang;
use crate::locale::ascii_name;
use crate::study::Version;

/// The files of every edition, and that of the study in the language `original`.
pub(super) fn citations(
    editions: &[Edition],
    original: Lang,
    version: Option<&Version>,
    base_url: Option<&str>,
) -> Citations {
    let mut files = Vec::new();
    for edition in editions {
        let study = PageKind::Study;
        let address =
            base_url.map(|base| study.path(edition.home, edition.lang).url(base));
        let work = Work::of(edition, version, address);
        let at = |ending| paths::citation(edition.home, edition.lang, ending);
        files.push((at("bib"), bibtex::bibtex(&work)));
        files.push((at("ris"), ris::ris(&work)));
        files.push((at("json"), csl::csl(&work)));
        if edition.lang == original {
            let study = base_url.map(|base| homepage(edition.home, original, base));
            let file = cff::cff(&work, study.as_deref());
            files.push((paths::citation_file(edition.home), file));
        }
    }
    files
}

/// The key of a work in files that have several: the first author, the year, the language.
fn key(work: &Work) -> String {
    let first = work.authors.first();
    let name =
        first.map(|own| own.parts.as_ref().map_or(&own.name, |(family, _)| family));
    let name =
        name.map(|name| ascii_name(name, work.lang)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "study".to_owned());
    let year = work.issued.map(|date| date.year().to_string()).unwrap_or_default();
    format!("{name}{year}-{}", work.lang.as_str().to_ascii_lowercase())
}

#[cfg(test)]
mod tests;
