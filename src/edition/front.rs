//! Title, authors and all that stands before the text.

use super::context::Context;
use super::{Author, FrontMatter, Text, prose, typography};
use crate::study::{PublicationDetails, Texts};

/// The front matter.
pub(super) fn front(cx: &mut Context<'_>) -> FrontMatter {
    let front = &cx.common.study.front;
    let authors = front.authors.iter().map(|author| Author {
        name: prose::own(cx, &author.name),
        family: optional(cx, &author.family),
        orcid: author.orcid.clone(),
        affiliations: author.affiliations.clone(),
    });
    let authors = authors.collect();
    let keywords = front.keywords.get(cx.lang).iter();
    let keywords = keywords.map(|word| typography::words(cx, &word.value)).collect();
    let affiliations = front.affiliations.iter().map(|own| prose::own(cx, own)).collect();
    FrontMatter {
        subtitle: optional(cx, &front.subtitle),
        notice: optional(cx, &front.notice),
        journal: optional(cx, &front.journal),
        licence: optional(cx, &front.licence),
        title: prose::own(cx, &front.title),
        description: prose::own(cx, &front.description),
        authors,
        affiliations,
        keywords,
        issued: front.issued.map(|date| cx.locale().date(&date)),
        issued_on: front.issued,
        publication: publication(cx, &front.publication),
    }
}

fn publication<'a>(
    cx: &mut Context<'a>,
    own: &'a PublicationDetails,
) -> PublicationDetails<Text> {
    PublicationDetails {
        volume: own.volume.clone(),
        issue: own.issue.clone(),
        pages: own.pages.clone(),
        issn: own.issn.clone(),
        publisher: optional(cx, &own.publisher),
        doi: own.doi.clone(),
    }
}

fn optional<'a>(cx: &mut Context<'a>, texts: &'a Option<Texts>) -> Option<Text> {
    texts.as_ref().map(|own| prose::own(cx, own))
}
