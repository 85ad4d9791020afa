//! Ids that a page gives to parts of its own: no author may give them.
//!
//! Others, such as that of the abstract, give way to those of authors; those of what
//! tells of figures have a dot, which no author's id can have.

use crate::locale::Flag;
use crate::study::Study;

/// The element of every page that holds its content.
const CONTENT: &str = "main";

/// How the ids of the hatches of charts begin.
const HATCHES: &str = "chart-hatch-";

/// How the ids of entries of the reference list, citations and footnotes begin.
const PREFIXES: [&str; 3] = ["ref-", "cite-", "fn-"];

/// Parts of the page about the edition.
const ABOUT: [&str; 3] = ["how-to-cite", "editorial-notes", "translations"];

/// Whether a page of the text has a part of its own with this id.
pub(super) fn on_study_page(study: &Study, id: &str) -> bool {
    id == CONTENT
        || PREFIXES.iter().any(|prefix| id.starts_with(prefix))
        || id.starts_with(HATCHES)
        || is_flag(id)
        || is_finding(study, id)
}

/// Whether it is the id of a flag in the legend.
fn is_flag(id: &str) -> bool {
    let code = id.strip_prefix("flag-").map(str::chars);
    let mut code = code.into_iter().flatten();
    matches!((code.next().and_then(Flag::of), code.next()), (Some(_), None))
}

/// Whether the page about the edition has a part of its own with this id.
pub(super) fn on_about_page(study: &Study, id: &str) -> bool {
    id == CONTENT || ABOUT.contains(&id) || is_finding(study, id)
}

/// Whether it is the id of the editorial note that a check or a claim may make.
fn is_finding(study: &Study, id: &str) -> bool {
    if let Some(claim) = id.strip_prefix("claim-") {
        return study.claim(claim).is_some();
    }
    let Some(name) = id.strip_prefix("note-") else { return false };
    study.datasets.iter().any(|dataset| {
        let rest = name.strip_prefix(dataset.id.as_str());
        let check = rest.and_then(|rest| rest.strip_prefix('-'));
        check.is_some_and(|check| dataset.checks.iter().any(|own| own.id == check))
    })
}
