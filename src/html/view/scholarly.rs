//! What the page of the study says of it to indexes of scholarship and to reference
//! managers: the tags of Highwire Press, which Google Scholar reads, Dublin Core, and links
//! to what describes it.
//!
//! The works of the reference list are no tags: they would weigh as much as the front, and
//! programs find them in the list.

use serde::Serialize;

use crate::edition::{Edition, Work};
use crate::html::Context;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::locale::Date;

/// The formats of a reference to the study: the ending of the file, its name for readers,
/// and its type for programs.
const FORMATS: [(&str, &str, &str); 3] = [
    ("bib", "BibTeX", "application/x-bibtex"),
    ("ris", "RIS", "application/x-research-info-systems"),
    ("json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
];

/// What a page says of the work that it is. `<meta name="…" content="…">`
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct MetaView {
    name: &'static str,
    content: String,
}

/// How the page and another address belong together. `<link rel="…" href="…">`
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct RelationView {
    rel: &'static str,
    href: String,
    /// The type of what is there, where it is no page.
    format: Option<&'static str>,
}

/// A reference to the study as a file.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct ReferenceFileView {
    /// What its format is called.
    name: &'static str,
    href: String,
    format: &'static str,
    /// The name that it is saved under.
    file: &'static str,
}

/// The edition of the page as a cited work.
pub(in crate::html) fn work(page: &Page<'_>) -> Work {
    let context = page.context;
    let path = PageKind::Study.path(page.edition.home, page.edition.lang);
    let address = context.base_url.map(|base| path.url(base));
    Work::of(page.edition, context.version, address)
}

/// The tags of the page of the study.
pub(in crate::html) fn metadata(page: &Page<'_>, work: &Work) -> Vec<MetaView> {
    if page.kind != PageKind::Study {
        return Vec::new();
    }
    let mut tags = Vec::new();
    highwire(&mut tags, work);
    dublin_core(&mut tags, work);
    tags
}

/// The tags of Highwire Press, as the guidelines for webmasters of Google Scholar want them.
/// What belongs to an author follows the author.
fn highwire(tags: &mut Vec<MetaView>, work: &Work) {
    let mut put = |name, content: Option<String>| {
        tags.extend(content.map(|content| MetaView { name, content }));
    };
    put("citation_title", Some(work.title.clone()));
    for author in &work.authors {
        put("citation_author", Some(author.inverted()));
        for place in &author.affiliations {
            put("citation_author_institution", Some(place.clone()));
        }
        put("citation_author_orcid", author.orcid_address());
    }
    put("citation_publication_date", work.issued.map(strokes));
    put("citation_online_date", work.online.map(strokes));
    put("citation_journal_title", work.journal.clone());
    put("citation_volume", work.volume.clone());
    put("citation_issue", work.issue.clone());
    put("citation_firstpage", work.pages.as_ref().map(|(first, _)| first.clone()));
    put("citation_lastpage", work.pages.as_ref().map(|(_, last)| last.clone()));
    put("citation_issn", work.issn.clone());
    put("citation_doi", work.doi.clone());
    put("citation_publisher", work.publisher.clone());
    put("citation_language", Some(work.lang.to_string()));
    let keywords = Some(work.keywords.join("; ")).filter(|words| !words.is_empty());
    put("citation_keywords", keywords);
    for name in [
        "citation_abstract_html_url",
        "citation_fulltext_html_url",
        "citation_public_url",
    ] {
        put(name, work.address.clone());
    }
}

/// A date as these tags want it.
fn strokes(date: Date) -> String {
    date.to_string().replace('-', "/")
}

/// The elements of Dublin Core that the head of other pages does not have.
fn dublin_core(tags: &mut Vec<MetaView>, work: &Work) {
    let mut put = |name, content: Option<String>| {
        tags.extend(content.map(|content| MetaView { name, content }));
    };
    put("DC.type", Some("Text".to_owned()));
    put("DC.title", Some(work.title.clone()));
    for author in &work.authors {
        put("DC.creator", Some(author.inverted()));
    }
    put("DC.language", Some(work.lang.to_string()));
    for word in &work.keywords {
        put("DC.subject", Some(word.clone()));
    }
    put("DC.description", Some(work.summary.clone()).filter(|own| !own.is_empty()));
    put("DC.publisher", work.publisher.clone());
    put("DC.identifier", work.doi_address().or(work.address.clone()));
    put("DC.rights", work.licence.clone());
    put("DCTERMS.isPartOf", work.journal.clone());
}

/// What the page of the study is related to: other editions, by the terms of the DCMI, and
/// what signposts of the web name.
pub(in crate::html) fn relations(page: &Page<'_>, work: &Work) -> Vec<RelationView> {
    if page.kind != PageKind::Study {
        return Vec::new();
    }
    let own = |rel, href| RelationView { rel, href, format: None };
    let mut links = Vec::new();
    links.extend(work.doi_address().map(|href| own("cite-as", href)));
    let orcids = work.authors.iter().filter_map(|author| author.orcid_address());
    links.extend(orcids.map(|href| own("author", href)));
    links.extend(work.known_licence.map(|known| own("license", known.url.to_owned())));
    let files = reference_files(page).into_iter();
    links.extend(files.map(|file| RelationView {
        rel: "describedby",
        href: file.href,
        format: Some(file.format),
    }));
    links.extend(editions(page));
    links
}

/// The other editions, where they have public addresses. A translation is a version of its
/// original, and what is written in other letters another format of the same.
fn editions(page: &Page<'_>) -> Vec<RelationView> {
    let Some(base) = page.context.base_url else { return Vec::new() };
    let relation = |other: &Edition| {
        let rel = related(page.context, page.edition, other)?;
        let href = PageKind::Study.path(other.home, other.lang).url(base);
        Some(RelationView { rel, href, format: None })
    };
    page.context.editions.iter().filter_map(relation).collect()
}

/// What the edition `other` is to `own`, where it is something to it directly.
fn related(
    context: &Context<'_>,
    own: &Edition,
    other: &Edition,
) -> Option<&'static str> {
    match (own, other) {
        _ if own.lang == other.lang => None,
        _ if own.derived_from == Some(other.lang) => Some("DCTERMS.isFormatOf"),
        _ if other.derived_from == Some(own.lang) => Some("DCTERMS.hasFormat"),
        _ if own.lang == context.original => Some("DCTERMS.hasVersion"),
        _ if other.lang == context.original => Some("DCTERMS.isVersionOf"),
        _ => None,
    }
}

/// The references to the study as files, for the page to offer.
pub(in crate::html) fn reference_files(page: &Page<'_>) -> Vec<ReferenceFileView> {
    let of_edition = FORMATS.map(|(ending, name, format)| ReferenceFileView {
        name,
        href: page.at.link_to(&paths::citation(
            page.edition.home,
            page.edition.lang,
            ending,
        )),
        format,
        file: "",
    });
    let of_site = ReferenceFileView {
        name: "CITATION.cff",
        href: page.at.link_to(&paths::citation_file(page.edition.home)),
        format: "application/yaml",
        file: "CITATION.cff",
    };
    of_edition.into_iter().chain([of_site]).collect()
}
