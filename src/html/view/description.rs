//! What search engines and link previews say of a page: no two pages of a language have the
//! same description, unless authors begin two sections or describe two datasets alike.

use super::naming::named_version;
use crate::edition::{Block, Edition, plain};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::{Context, Interface};

/// The longest description, in letters: what search engines show of it.
const LONGEST: usize = 160;

/// The description of a page: of a section, how it begins.
pub(super) fn description(page: &Page<'_>) -> String {
    let (edition, messages) = (page.edition, &page.interface.messages);
    let said = |key: &str, title: &str| messages.format(key, &[("title", title)]);
    let study = edition.front.title.plain();
    let words = match &page.kind {
        PageKind::Study => edition.front.description.plain(),
        PageKind::Section(id) => of_section(edition, id),
        PageKind::References => format!("{}: {study}", messages.get("references")),
        PageKind::About => said("describe_about", &study),
        PageKind::Search => said("describe_search", &study),
        PageKind::Versions => said("describe_versions", &study),
        PageKind::Dataset(id) => of_dataset(edition, id),
        PageKind::Revisions(id) => {
            let dataset = edition.datasets.iter().find(|dataset| dataset.id == *id);
            let title = dataset.map(|own| own.title.plain()).unwrap_or_default();
            said("describe_revisions", &title)
        }
    };
    of_version(page.context, page.interface, &words)
}

/// A description, after the version that the site is.
pub(super) fn of_version(
    context: &Context<'_>,
    interface: &Interface,
    words: &str,
) -> String {
    match named_version(context, interface) {
        Some(version) => beginning(&format!("{version}. {words}")),
        None => beginning(words),
    }
}

/// How the section with this id begins; one without a paragraph has its title.
fn of_section(edition: &Edition, id: &str) -> String {
    let Some(section) = edition.sections.iter().find(|section| section.id == id) else {
        return String::new();
    };
    let mut blocks = section.body.blocks.iter();
    let first = blocks.find_map(|block| match block {
        Block::Paragraph(content) => Some(plain(content)),
        _ => None,
    });
    first.unwrap_or_else(|| section.title.plain())
}

/// The first sentences of a text that have room, else as many words of the first as have.
pub(super) fn beginning(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let room: String = text.chars().take(LONGEST - 1).collect();
    let end = |sign: &str| room.rfind(sign).map(|at| at + sign.len() - 1);
    match [". ", "? ", "! "].into_iter().filter_map(end).max() {
        Some(end) if room[..end].chars().count() > LONGEST / 4 => room[..end].to_owned(),
        _ => format!("{}…", room.rsplit_once(' ').map_or(&*room, |(words, _)| words)),
    }
}

fn of_dataset(edition: &Edition, id: &str) -> String {
    let dataset = edition.datasets.iter().find(|dataset| dataset.id == id);
    dataset.map(|dataset| dataset.description.plain()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_described_by_whole_sentences_where_they_have_room() {
        let short = "The lake falls. Its shore is long.";
        assert_eq!(beginning(short), short);
        let first = "The lake falls each year, and nobody knows why it does so.";
        let rest = "Its shore is long ".repeat(12);
        assert_eq!(beginning(&format!("{first} {rest}")), first);
    }

    #[test]
    fn of_a_long_first_sentence_whole_words_are_shown() {
        let words = beginning(&"бұл жылы ".repeat(40));
        assert!(words.ends_with("жылы…") || words.ends_with("бұл…"), "{words}");
        assert!(words.chars().count() <= LONGEST);
    }
}
