//! What search engines and link previews say of a page.

use crate::edition::{Block, Edition, plain};
use crate::html::page::Page;
use crate::html::paths::PageKind;

/// The longest description of a section, in letters.
const LONGEST: usize = 200;

/// The description of a page: of a section, how it begins; of what has none of its own, that
/// of the study.
pub(super) fn description(page: &Page<'_>) -> String {
    let edition = page.edition;
    match &page.kind {
        PageKind::Section(id) => of_section(edition, id),
        PageKind::References => {
            let name = page.interface.messages.get("references");
            format!("{name}: {}", edition.front.title.plain())
        }
        PageKind::Dataset(id) | PageKind::Revisions(id) => of_dataset(edition, id),
        PageKind::Study | PageKind::About | PageKind::Search | PageKind::Versions => {
            edition.front.description.plain()
        }
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
    first.map_or_else(|| section.title.plain(), |text| beginning(&text))
}

/// The first sentences of a text that have room, else as many words of the first as have.
fn beginning(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let room: String = text.chars().take(LONGEST).collect();
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
        assert!(words.chars().count() <= LONGEST + 1);
    }
}
