//! What the card of a page says.

use serde::Serialize;

use super::paths::PageKind;
use super::{Context, page_kinds};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::{Edition, FrontMatter, Text};
use crate::picture::{CARD_SIZE, CardWords, CardsBefore, Picture, draw_card};
use crate::site_path::SitePath;
use crate::source::Span;
use crate::study::{self, Study};

/// The card of each page of an edition, and warnings of words for which pages that should
/// have one have none. Without a public address there are none: a social network asks for a
/// card by such an address only.
pub fn draw_cards(
    context: &Context<'_>,
    study: &Study,
    edition: &Edition,
    before: &CardsBefore,
) -> (Vec<(SitePath, Picture)>, Diagnostics) {
    let mut cards = Vec::new();
    let mut lacking = Vec::new();
    for kind in page_kinds(context, edition) {
        match card(context, edition, &kind) {
            Some(Ok(words)) => {
                let path = kind.card(edition.home, edition.lang);
                let drawn = before.get(path.as_str(), &words, draw_card);
                cards.push((path, drawn));
            }
            Some(Err(letter)) => lacking.push((kind, letter)),
            None => {}
        }
    }
    (cards, left_out(study, edition, &lacking))
}

/// What the card of a page says, or the letter of it that the font lacks; `None` where the
/// page is to have none.
fn card(
    context: &Context<'_>,
    edition: &Edition,
    kind: &PageKind,
) -> Option<Result<CardWords, char>> {
    if context.base_url.is_none() || !has_card(kind) {
        return None;
    }
    let words = words(context, edition, kind);
    Some(match words.lacking() {
        Some(letter) => Err(letter),
        None => Ok(words),
    })
}

/// Warns of the words of pages that have no card, for each the page and a letter that the
/// font lacks.
fn left_out(
    study: &Study,
    edition: &Edition,
    lacking: &[(PageKind, char)],
) -> Diagnostics {
    let mut found: Vec<(Span, char, usize)> = Vec::new();
    for (kind, letter) in lacking {
        let span = place(study, edition, kind, *letter);
        match found.iter_mut().find(|known| (known.0, known.1) == (span, *letter)) {
            Some((_, _, pages)) => *pages += 1,
            None => found.push((span, *letter, 1)),
        }
    }
    let mut diagnostics = Diagnostics::new();
    for (span, letter, pages) in found {
        let lang = edition.lang;
        let pages =
            if pages == 1 { "a page has".into() } else { format!("{pages} pages have") };
        let message = format!("in `{lang}` {pages} no card: the font lacks `{letter}`");
        diagnostics.push(
            Diagnostic::new(Code::PictureLeftOut, span, message)
                .help("write other words: a card is drawn with the bundled font only"),
        );
    }
    diagnostics
}

/// Where a letter stands of those on the card of a page; where no text of the study has it,
/// the title of the study.
fn place(study: &Study, edition: &Edition, kind: &PageKind, letter: char) -> Span {
    let lang = edition.lang;
    let (front, own) = (&study.front, &edition.front);
    let mut texts: Vec<(&study::Texts, &Text)> = vec![(&front.title, &own.title)];
    if let PageKind::Dataset(id) = kind {
        let written = study.dataset(id).map(|dataset| &dataset.title);
        let dataset = edition.datasets.iter().find(|dataset| dataset.id == *id);
        texts.extend(written.zip(dataset.map(|dataset| &dataset.title)));
    }
    if let PageKind::Section(id) = kind {
        let written = study.sections.iter().find(|section| section.id == *id);
        let written = written.map(|section| &section.translations.get(lang).title);
        let has_letter =
            section_title(edition, id).is_some_and(|own| own.contains(letter));
        if let Some(title) = written.filter(|_| has_letter) {
            return title.span;
        }
    }
    texts.extend(front.subtitle.as_ref().zip(own.subtitle.as_ref()));
    texts.push((&front.description, &own.description));
    texts.extend(front.journal.as_ref().zip(own.journal.as_ref()));
    let authors = front.authors.iter().zip(&own.authors);
    texts.extend(authors.map(|(written, own)| (&written.name, &own.name)));
    let holds = |text: &&(&study::Texts, &Text)| text.1.plain().contains(letter);
    let place = texts.iter().find(holds).map_or(&front.title, |(written, _)| *written);
    place.get(lang).span
}

/// A card as the head of a page names it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CardView {
    /// Its public address.
    url: String,
    width: u32,
    height: u32,
    /// What stands on it.
    alt: String,
}

/// The card of a page, where the site has a public address and the font its letters.
pub(super) fn view(
    context: &Context<'_>,
    edition: &Edition,
    kind: &PageKind,
) -> Option<CardView> {
    let base = context.base_url?;
    let words = card(context, edition, kind)?.ok()?;
    Some(CardView {
        url: kind.card(edition.home, edition.lang).url(base),
        width: CARD_SIZE.0,
        height: CARD_SIZE.1,
        alt: words.plain(),
    })
}

/// Whether a page is one that readers send each other.
fn has_card(kind: &PageKind) -> bool {
    !matches!(kind, PageKind::Search | PageKind::Revisions(_))
}

fn words(context: &Context<'_>, edition: &Edition, kind: &PageKind) -> CardWords {
    let interface = context.interface(edition.lang);
    let front = &edition.front;
    let study = front.title.plain();
    let plain = |text: &Option<Text>| text.as_ref().map(Text::plain);
    let (above, title, below) = match kind {
        PageKind::Study => (
            plain(&front.journal),
            study,
            plain(&front.subtitle).or_else(|| Some(front.description.plain())),
        ),
        PageKind::Section(id) => {
            (Some(study), section_title(edition, id).unwrap_or_default(), None)
        }
        PageKind::References => {
            (Some(study), interface.messages.get("references").to_owned(), None)
        }
        PageKind::About => {
            (Some(study), interface.messages.get("about_edition").to_owned(), None)
        }
        PageKind::Versions => {
            (Some(study), interface.messages.get("versions").to_owned(), None)
        }
        PageKind::Dataset(id) => {
            let dataset = edition.datasets.iter().find(|dataset| dataset.id == *id);
            let title = dataset.map(|dataset| dataset.title.plain());
            let kind = interface.messages.get("dataset");
            let period = dataset.map(|dataset| dataset.period.as_str());
            let below = match period {
                Some(period) if !period.is_empty() => format!("{kind}, {period}"),
                _ => kind.to_owned(),
            };
            (Some(study), title.unwrap_or_default(), Some(below))
        }
        // Their pages have no card.
        PageKind::Search | PageKind::Revisions(_) => (None, study, None),
    };
    CardWords {
        lang: edition.lang,
        language: interface.messages.get("own_name").to_owned(),
        above,
        title,
        below,
        authors: authors(front),
        issued: front.issued.clone(),
    }
}

fn section_title(edition: &Edition, id: &str) -> Option<String> {
    let section = edition.sections.iter().find(|section| section.id == id);
    section.map(|section| section.title.plain())
}

fn authors(front: &FrontMatter) -> String {
    let names = front.authors.iter().map(|author| author.name.plain());
    names.collect::<Vec<_>>().join(", ")
}
