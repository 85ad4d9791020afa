//! What stands before the text of a study.

use super::Kind;
use super::parts::Parts;
use super::words::text;
use crate::chart::small_line;
use crate::digest::digest;
use crate::edition::{Author, Edition, KeyFigure};
use crate::html::last_change;
use crate::html::paths::PageKind;
use crate::study::PublicationDetails;

/// Title, authors and all else above the abstract.
pub(super) fn front(parts: &mut Parts, edition: &Edition) {
    let front = &edition.front;
    parts.add(Kind::Title, text(&front.title));
    parts.maybe(Kind::Subtitle, front.subtitle.as_ref().map(text));
    parts.add(Kind::Description, text(&front.description));
    let several = front.affiliations.len() > 1;
    for author in &front.authors {
        parts.add(Kind::Author, said_of(author, several));
    }
    for place in &front.affiliations {
        parts.add(Kind::Affiliation, text(place));
    }
    parts.maybe(Kind::Issued, front.issued.clone());
    let last = last_change(edition, &PageKind::Study);
    parts.maybe(Kind::Updated, last.map(|own| own.written.clone()));
    parts.maybe(Kind::Licence, front.licence.as_ref().map(text));
    parts.maybe(Kind::Notice, front.notice.as_ref().map(text));
    let findings: usize = edition.datasets.iter().map(|own| own.findings.len()).sum();
    let findings = findings + edition.claims.len();
    if front.notice.is_some() && findings > 0 {
        parts.add(Kind::Count, findings.to_string());
    }
    parts.maybe(Kind::Journal, front.journal.as_ref().map(text));
    parts.maybe(Kind::Imprint, imprint(edition));
    for own in &edition.opening.key_figures {
        let drawn = own.line.iter().map(|line| digest(small_line(line).as_bytes()));
        parts.drawn(Kind::KeyFigure, "", key_figure(own), drawn.collect());
    }
    if !front.keywords.is_empty() {
        parts.add(Kind::Keywords, front.keywords.join(", "));
    }
}

/// What names the study beside title, authors and journal, where anything does: the
/// reference to it has it.
fn imprint(edition: &Edition) -> Option<String> {
    let PublicationDetails { volume, issue, pages, issn, publisher, doi } =
        &edition.front.publication;
    let pages = pages.as_ref().map(|(first, last)| format!("{first}–{last}"));
    let own = [
        ("volume", volume.clone()),
        ("issue", issue.clone()),
        ("pages", pages),
        ("ISSN", issn.clone()),
        ("publisher", publisher.as_ref().map(text)),
        ("DOI", doi.clone()),
    ];
    let authors = edition.front.authors.iter();
    let families = authors.map(|own| ("family name", own.family.as_ref().map(text)));
    let said = own.into_iter().chain(families);
    let said = said.filter_map(|(what, own)| Some(format!("{what} {}", own?)));
    Some(said.collect::<Vec<_>>().join("\t")).filter(|said| !said.is_empty())
}

/// What a key figure says, with the times of its small line.
fn key_figure(own: &KeyFigure) -> String {
    let mut said = vec![text(&own.value), text(&own.label)];
    said.extend(own.change.clone());
    said.extend(own.line.as_ref().map(|line| format!("{}–{}", line.from, line.to)));
    said.join("\t")
}

/// The name of an author, with the numbers of affiliations where there are several to
/// choose from.
fn said_of(author: &Author, several: bool) -> String {
    let mut said = text(&author.name);
    if several && !author.affiliations.is_empty() {
        let numbers = author.affiliations.iter().map(|at| (at + 1).to_string());
        said.push_str(&format!(" ^{}^", numbers.collect::<Vec<_>>().join(", ")));
    }
    if let Some(orcid) = &author.orcid {
        said.push_str(&format!(" ORCID {orcid}"));
    }
    said
}
