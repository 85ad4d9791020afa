//! How a figure is cited: a reference ready to be copied.

use super::TextView;
use super::version::date;
use crate::edition::{Figure, Text, written_out};
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::html::prose::Prose;
use crate::lang::Lang;
use crate::study::doi_address;

/// Words and the language they are in; they follow each other as they are.
type Part = (Lang, String);

/// The reference to a figure in parts, each in its own language: the figure, the study
/// that it is in, the edition, the source of its data, and its address where that is
/// known.
pub(super) fn figure_citation(
    page: &Page<'_>,
    prose: &Prose,
    figure: &Figure,
) -> Vec<TextView> {
    let lang = page.edition.lang;
    let said = |key: &str| page.interface.messages.get(key);
    let within = said("cite_in");
    let mut parts = vec![(lang, sentence(&figure.label)), words(&figure.title)];
    // Two strokes stand between a part and the whole without a full stop.
    match (within, parts.last_mut()) {
        ("//", Some((_, title))) => title.push(' '),
        (_, Some((_, title))) => *title = sentence(title),
        (_, None) => {}
    }
    parts.push((lang, format!("{within} ")));
    parts.extend(study(page));
    parts.extend(version(page));
    parts.push((lang, sentence(said("this_edition"))));
    parts.push((lang, format!("{}: ", said("source"))));
    parts.extend(source(page, &figure.source));
    let own = page.places().page(&figure.id).path(page.edition.home, lang);
    let address = page.context.base_url.map(|base| own.url(base));
    match (address, parts.last_mut()) {
        (Some(address), _) => parts.push((lang, format!("{address}#{}", figure.id))),
        (None, Some((_, last))) => last.truncate(last.trim_end().len()),
        (None, None) => {}
    }
    parts.iter().map(|(lang, words)| prose.plain(*lang, words)).collect()
}

/// The reference to the study, and to the version that the page belongs to, in parts, each
/// in its own language, with the address where that is known.
pub(super) fn study_citation(page: &Page<'_>, prose: &Prose) -> Vec<TextView> {
    let lang = page.edition.lang;
    let mut parts = study(page);
    parts.extend(version(page));
    parts.push((lang, sentence(page.interface.messages.get("this_edition"))));
    let address = page
        .context
        .base_url
        .map(|base| PageKind::Study.path(page.edition.home, lang).url(base));
    match (address, parts.last_mut()) {
        (Some(address), _) => parts.push((lang, address)),
        (None, Some((_, last))) => last.truncate(last.trim_end().len()),
        (None, None) => {}
    }
    parts.iter().map(|(lang, words)| prose.plain(*lang, words)).collect()
}

/// The version that the page belongs to, with its date.
fn version(page: &Page<'_>) -> Option<Part> {
    let version = page.context.version?;
    let messages = &page.interface.messages;
    let named = messages.format("version_n", &[("name", &version.name)]);
    let words = match date(version, page.interface) {
        Some(date) => format!("{named}, {date}"),
        None => named,
    };
    Some((page.edition.lang, sentence(&words)))
}

/// Authors, title, journal and date of the study, its place in the journal and its DOI.
fn study(page: &Page<'_>) -> Vec<Part> {
    let (lang, front) = (page.edition.lang, &page.edition.front);
    let mut parts: Vec<Part> = Vec::new();
    for author in &front.authors {
        follow(&mut parts, words(&author.name));
    }
    end(&mut parts);
    parts.push((front.title.lang, sentence(&front.title.plain())));
    let mut place = Vec::new();
    if let Some(journal) = &front.journal {
        place.push(words(journal));
    }
    if let Some(issued) = &front.issued {
        follow(&mut place, (lang, issued.clone()));
    }
    for own in in_journal(page) {
        follow(&mut place, (lang, own));
    }
    if let Some(publisher) = &front.publication.publisher {
        follow(&mut place, words(publisher));
    }
    end(&mut place);
    parts.append(&mut place);
    // A full stop would seem to be a part of the address.
    let doi = front.publication.doi.as_deref().map(doi_address);
    parts.extend(doi.map(|address| (lang, format!("{address} "))));
    parts
}

/// Volume, issue and pages.
fn in_journal(page: &Page<'_>) -> Vec<String> {
    let own = &page.edition.front.publication;
    let said = |key: &str, n: &str| page.interface.messages.format(key, &[("n", n)]);
    let pages = own.pages.as_ref().map(|(first, last)| match first == last {
        true => said("page_one", first),
        false => said("page_many", &format!("{first}–{last}")),
    });
    let volume = own.volume.as_ref().map(|n| said("volume_n", n));
    let issue = own.issue.as_ref().map(|n| said("issue_n", n));
    [volume, issue, pages].into_iter().flatten().collect()
}

/// The source of the data, with the works that it cites written out.
fn source(page: &Page<'_>, source: &Text) -> Vec<Part> {
    let mut parts = written_out(source, &page.edition.references);
    end(&mut parts);
    parts
}

fn words(text: &Text) -> Part {
    (text.lang, text.plain())
}

/// Adds a part, after a comma where it is not the first.
fn follow(parts: &mut Vec<Part>, part: Part) {
    if let Some((_, last)) = parts.last_mut() {
        last.push_str(", ");
    }
    parts.push(part);
}

/// Ends the last part as a sentence.
fn end(parts: &mut [Part]) {
    if let Some((_, last)) = parts.last_mut() {
        *last = sentence(last);
    }
}

/// The words with a full stop, unless they end as a sentence does, and a space.
fn sentence(words: &str) -> String {
    let words = words.trim_end();
    let stop = if words.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{words}{stop} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_once() {
        for (words, ended) in [
            ("Figure 1", "Figure 1. "),
            ("Who moves? ", "Who moves? "),
            ("2023 ж.", "2023 ж. "),
        ] {
            assert_eq!(sentence(words), ended);
        }
    }
}
