//! The study in the words of schema.org: an edition of it, and how the editions belong
//! together.

use serde_json::{Map, Value, json};

use super::dataset::dataset_page;
use super::{named, put, put_address, typed};
use crate::edition::{Creator, Edition, Section, Work};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::lang::Lang;

/// The study, with its datasets by name.
pub(super) fn study(page: &Page<'_>, work: &Work) -> Map<String, Value> {
    let mut own = named_study(page, work);
    let front = &page.edition.front;
    put(&mut own, "headline", work.title.clone());
    put(&mut own, "description", front.description.plain());
    put(&mut own, "abstract", work.summary.clone());
    put(&mut own, "keywords", work.keywords.join(", "));
    own.insert("isAccessibleForFree".to_owned(), true.into());
    own.extend(licence(work).map(|licence| ("license".to_owned(), licence)));
    own.extend(volume(work).map(|volume| ("isPartOf".to_owned(), volume)));
    if let Some((first, last)) = &work.pages {
        put(&mut own, "pageStart", first.clone());
        put(&mut own, "pageEnd", last.clone());
    }
    let publisher = work.publisher.as_deref().map(|name| named("Organization", name));
    own.extend(publisher.map(|publisher| ("publisher".to_owned(), publisher)));
    put(
        &mut own,
        "version",
        work.version.clone().map(|(name, _)| name).unwrap_or_default(),
    );
    if let Some(doi) = &work.doi {
        let mut identifier = typed("PropertyValue");
        put(&mut identifier, "propertyID", "DOI".to_owned());
        put(&mut identifier, "value", doi.clone());
        own.insert("identifier".to_owned(), Value::Object(identifier));
        put(&mut own, "sameAs", work.doi_address().unwrap_or_default());
    }
    own.extend(translations(page));
    let datasets = page.edition.datasets.iter().map(|dataset| {
        let mut own = typed("Dataset");
        put(&mut own, "name", dataset.title.plain());
        put(&mut own, "description", dataset.description.plain());
        put_address(page, &mut own, "url", &dataset_page(page, dataset));
        Value::Object(own)
    });
    let datasets: Vec<_> = datasets.collect();
    if !datasets.is_empty() {
        own.insert("hasPart".to_owned(), datasets.into());
    }
    own
}

/// A section that has a page.
pub(super) fn chapter(
    page: &Page<'_>,
    work: &Work,
    section: &Section,
) -> Map<String, Value> {
    let mut own = typed("Chapter");
    put(&mut own, "name", section.title.plain());
    put(&mut own, "inLanguage", section.body.lang.to_string());
    own.insert("position".to_owned(), section.number.into());
    put_address(
        page,
        &mut own,
        "url",
        &page.kind.path(page.edition.home, page.edition.lang),
    );
    let study = named_study(page, work);
    own.insert("isPartOf".to_owned(), Value::Object(study));
    own
}

/// The study by its name, authors and address, which is its name for programs too.
pub(super) fn named_study(page: &Page<'_>, work: &Work) -> Map<String, Value> {
    let mut own = typed("ScholarlyArticle");
    put(&mut own, "name", work.title.clone());
    put(&mut own, "inLanguage", work.lang.to_string());
    own.insert("author".to_owned(), authors(work));
    for key in ["@id", "url"] {
        put_address(
            page,
            &mut own,
            key,
            &PageKind::Study.path(page.edition.home, work.lang),
        );
    }
    own
}

/// The authors of the study.
pub(super) fn authors(work: &Work) -> Value {
    let author = |author: &Creator| {
        let mut own = typed("Person");
        put(&mut own, "name", author.name.clone());
        if let Some((family, given)) = &author.parts {
            put(&mut own, "familyName", family.clone());
            put(&mut own, "givenName", given.clone());
        }
        for key in ["identifier", "sameAs"] {
            put(&mut own, key, author.orcid_address().unwrap_or_default());
        }
        let places = author.affiliations.iter();
        let places: Vec<_> = places.map(|place| named("Organization", place)).collect();
        if !places.is_empty() {
            own.insert("affiliation".to_owned(), places.into());
        }
        Value::Object(own)
    };
    work.authors.iter().map(author).collect()
}

/// The licence by its address, else by its name.
fn licence(work: &Work) -> Option<Value> {
    let known = work.known_licence.map(|known| json!(known.url));
    known.or_else(|| work.licence.as_deref().map(|name| named("CreativeWork", name)))
}

/// The issue of the journal, in its volume, in the journal: as far as they are known.
fn volume(work: &Work) -> Option<Value> {
    let mut own = typed("Periodical");
    put(&mut own, "name", work.journal.clone()?);
    put(&mut own, "issn", work.issn.clone().unwrap_or_default());
    let parts = [
        ("PublicationVolume", "volumeNumber", &work.volume),
        ("PublicationIssue", "issueNumber", &work.issue),
    ];
    for (kind, key, number) in parts {
        let Some(number) = number else { continue };
        let mut part = typed(kind);
        put(&mut part, key, number.clone());
        part.insert("isPartOf".to_owned(), Value::Object(own));
        own = part;
    }
    Some(Value::Object(own))
}

/// The editions that the page's own was translated into, or that which it was translated or
/// written anew from: by their public addresses, where there are some.
fn translations(page: &Page<'_>) -> Vec<(String, Value)> {
    let (context, edition) = (page.context, page.edition);
    if context.base_url.is_none() {
        return Vec::new();
    }
    let link = |lang: Lang| {
        let mut own = typed("ScholarlyArticle");
        put_address(page, &mut own, "@id", &PageKind::Study.path(edition.home, lang));
        put(&mut own, "inLanguage", lang.to_string());
        Value::Object(own)
    };
    let mut found = Vec::new();
    let original = context.original;
    let is_translation =
        |own: &&Edition| own.lang != original && own.derived_from != Some(original);
    if edition.lang == original {
        let others = context.editions.iter().filter(is_translation);
        let others: Vec<_> = others.map(|other| link(other.lang)).collect();
        found.extend(
            (!others.is_empty()).then(|| ("workTranslation".to_owned(), others.into())),
        );
    } else if is_translation(&edition) {
        found.push(("translationOfWork".to_owned(), link(original)));
    }
    found.extend(edition.derived_from.map(|from| ("isBasedOn".to_owned(), link(from))));
    found
}
