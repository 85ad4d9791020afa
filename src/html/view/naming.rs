//! What a page is called and what it is about, in the words for search engines: no two pages
//! of a language have the same.

use crate::edition::{Dataset, Edition};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::{Context, Interface};

/// Most letters of a description: what search engines show of it.
const LETTERS: usize = 160;

/// The title of a page of the study: its `own` words, where it is not the study's own page.
/// The pages of a version name it.
pub(super) fn title(page: &Page<'_>, own: Option<&str>) -> String {
    let study = page.edition.front.title.plain();
    let title = own.map_or_else(|| study.clone(), |own| format!("{own} – {study}"));
    with_version(page.context, page.interface, &title)
}

/// Words followed by the version that the site is, where it is one.
pub(super) fn with_version(
    context: &Context<'_>,
    interface: &Interface,
    words: &str,
) -> String {
    match named_version(context, interface) {
        Some(version) => format!("{words} – {version}"),
        None => words.to_owned(),
    }
}

fn named_version(context: &Context<'_>, interface: &Interface) -> Option<String> {
    let version = context.version?;
    Some(interface.messages.format("version_n", &[("name", &version.name)]))
}

/// What a page is about.
pub(super) fn description(page: &Page<'_>) -> String {
    let (edition, messages) = (page.edition, &page.interface.messages);
    let said = |key: &str, title: &str| messages.format(key, &[("title", title)]);
    let study = edition.front.title.plain();
    let words = match &page.kind {
        PageKind::Study => edition.front.description.plain(),
        PageKind::About => said("describe_about", &study),
        PageKind::Search => said("describe_search", &study),
        PageKind::Versions => said("describe_versions", &study),
        PageKind::Dataset(id) => {
            dataset(edition, id).map(|own| own.description.plain()).unwrap_or_default()
        }
        PageKind::Revisions(id) => {
            let title = dataset(edition, id).map(|own| own.title.plain());
            said("describe_revisions", &title.unwrap_or_default())
        }
    };
    of_version(page.context, page.interface, &words)
}

/// A description in a few letters, after the version that the site is.
pub(super) fn of_version(
    context: &Context<'_>,
    interface: &Interface,
    words: &str,
) -> String {
    match named_version(context, interface) {
        Some(version) => shortened(&format!("{version}. {words}"), LETTERS),
        None => shortened(words, LETTERS),
    }
}

fn dataset<'e>(edition: &'e Edition, id: &str) -> Option<&'e Dataset> {
    edition.datasets.iter().find(|dataset| dataset.id == id)
}

/// Words in at most so many letters: whole words, and a sign that more follow.
fn shortened(words: &str, letters: usize) -> String {
    if words.chars().count() <= letters {
        return words.to_owned();
    }
    let kept: String = words.chars().take(letters.saturating_sub(1)).collect();
    let whole = match words.chars().nth(letters.saturating_sub(1)) {
        Some(' ') => kept.as_str(),
        _ => kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole),
    };
    let ended = |sign: char| sign.is_whitespace() || ",;:.–—-(«“".contains(sign);
    format!("{}…", whole.trim_end_matches(ended))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_description_ends_with_a_whole_word() {
        assert_eq!(shortened("one two three", 13), "one two three");
        assert_eq!(shortened("one two three", 12), "one two…");
        assert_eq!(shortened("one two three", 8), "one two…");
        assert_eq!(shortened("one two, three", 9), "one two…");
        assert_eq!(shortened("халықаралық", 5), "халы…");
    }
}
