//! Title, authors and all that stands before the text.

use super::decode::Decoder;
use super::format::{AuthorFile, StudyFile};
use crate::diag::{Code, Diagnostic};
use crate::lang::PerLang;
use crate::source::Span;
use crate::study::{
    Author, FrontMatter, PublicationDetails, Text, Texts, name_parts, plain,
};

use super::publication::{doi, issn, pages};

/// Front matter without a word, in the place of one that could not be read.
pub(super) fn nothing(span: Span, decoder: &Decoder<'_>) -> FrontMatter {
    let texts = || {
        PerLang::new(decoder.languages, |lang| Text { lang, content: Vec::new(), span })
    };
    FrontMatter {
        title: texts(),
        subtitle: None,
        description: texts(),
        notice: None,
        authors: Vec::new(),
        affiliations: Vec::new(),
        keywords: PerLang::new(decoder.languages, |_| Vec::new()),
        journal: None,
        issued: None,
        publication: PublicationDetails::unknown(),
        licence: None,
    }
}

/// The front matter of `study.yaml`.
pub(super) fn front(file: StudyFile, decoder: &mut Decoder<'_>) -> FrontMatter {
    let places: Vec<_> =
        file.affiliations.0.iter().map(|(id, _)| id.value.clone()).collect();
    let authors =
        file.authors.into_iter().map(|author| self::author(author, &places, decoder));
    let authors = authors.collect();
    let affiliations: Vec<Texts> =
        file.affiliations.0.into_iter().map(|(_, name)| name).collect();
    let publication = PublicationDetails {
        volume: file.volume.map(|own| own.value),
        issue: file.issue.map(|own| own.value),
        pages: file.pages.and_then(|own| pages(&own, decoder)),
        issn: file.issn.and_then(|own| issn(own, decoder)),
        publisher: file.publisher,
        doi: file.doi.and_then(|own| doi(own, decoder)),
    };
    FrontMatter {
        title: file.title,
        subtitle: file.subtitle,
        description: file.description,
        notice: file.notice,
        authors,
        affiliations,
        keywords: file.keywords,
        journal: file.journal,
        issued: file.issued,
        publication,
        licence: file.licence,
    }
}

fn author(file: AuthorFile, places: &[String], decoder: &mut Decoder<'_>) -> Author {
    let mut affiliations = Vec::new();
    for id in file.affiliations.unwrap_or_default() {
        match places.iter().position(|place| *place == id.value) {
            Some(at) => affiliations.push(at),
            None => decoder.report(
                Diagnostic::new(
                    Code::UnknownReference,
                    id.span,
                    format!("there is no affiliation `{}`", id.value),
                )
                .suggest(&id.value, places.iter().map(String::as_str)),
            ),
        }
    }
    let orcid = file.orcid.and_then(|orcid| {
        if is_orcid(&orcid.value) {
            return Some(orcid.value);
        }
        decoder.report(
            Diagnostic::new(
                Code::BadValue,
                orcid.span,
                format!("`{}` is no ORCID", orcid.value),
            )
            .help("write sixteen digits in groups of four; the last one is a check sign"),
        );
        None
    });
    if let Some(family) = &file.family {
        expect_part_of_name(&file.name, family, decoder);
    }
    Author { name: file.name, family: file.family, orcid, affiliations }
}

/// Reports a family name that the name does not have; one that stands in for a translation
/// belongs to the name in its own language.
fn expect_part_of_name(name: &Texts, family: &Texts, decoder: &mut Decoder<'_>) {
    for lang in decoder.languages {
        let (whole, part) = (name.get(*lang), family.get(*lang));
        if whole.lang != part.lang {
            continue;
        }
        let words = plain(&part.content, "");
        if name_parts(&plain(&whole.content, ""), &words).is_none() {
            let message = format!("`{words}` is no part of the author’s name");
            decoder.report(
                Diagnostic::new(Code::BadValue, part.span, message)
                    .also(whole.span, "the name")
                    .help("write the family name as it stands in `name`"),
            );
        }
    }
}

/// Whether the check sign of the ORCID is right (ISO/IEC 7064, MOD 11-2).
fn is_orcid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    let shape = groups.len() == 4 && groups.iter().all(|group| group.len() == 4);
    let digits: String = groups.concat();
    let Some((body, check)) = digits.split_at_checked(15) else { return false };
    if !shape || !body.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let total = body.bytes().fold(0_u32, |sum, b| (sum + u32::from(b - b'0')) * 2);
    let sign = (12 - total % 11) % 11;
    check == if sign == 10 { "X".to_owned() } else { sign.to_string() }
}
