//! What the card of a page says.

use serde::Serialize;

use super::paths::PageKind;
use super::{Context, page_kinds};
use crate::edition::{Edition, FrontMatter, Text};
use crate::picture::{CARD_SIZE, CardWords, Picture, draw_card};
use crate::site_path::SitePath;

/// The card of each page of an edition. Without a public address there are none: a social
/// network asks for a card by such an address only.
pub fn draw_cards(context: &Context<'_>, edition: &Edition) -> Vec<(SitePath, Picture)> {
    let kinds = page_kinds(edition).filter(|kind| view(context, edition, kind).is_some());
    let card = |kind: PageKind| {
        (kind.card(edition.lang), draw_card(&words(context, edition, &kind)))
    };
    kinds.map(card).collect()
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
    let words = words(context, edition, kind);
    words.can_be_drawn().then(|| CardView {
        url: kind.card(edition.lang).url(base),
        width: CARD_SIZE.0,
        height: CARD_SIZE.1,
        alt: words.plain(),
    })
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
        PageKind::About => {
            (Some(study), interface.messages.get("about_edition").to_owned(), None)
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

fn authors(front: &FrontMatter) -> String {
    let names = front.authors.iter().map(|author| author.name.plain());
    names.collect::<Vec<_>>().join(", ")
}
