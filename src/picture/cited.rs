//! The words of a text that stands far from a reference list.

use crate::edition::{Cited, Mark, Reference, Text, plain};
use crate::prose;

/// The words of `text`, with each work in full where the page has its number in brackets.
pub(super) fn words(text: &Text, references: &[Reference]) -> String {
    prose::plain(&text.content, &mut |mark| match mark {
        Mark::Value(written) | Mark::Words(written) => written.clone(),
        Mark::Reference { content, .. } => plain(content),
        Mark::Citation(works) => {
            let works = works.iter().filter_map(|work| entry(work, references));
            works.collect::<Vec<_>>().join("; ")
        }
        Mark::Note { .. } | Mark::Outdated => String::new(),
    })
}

/// The work's entry without its full stop, and the place in it.
fn entry(work: &Cited, references: &[Reference]) -> Option<String> {
    let entry = references.iter().find(|entry| entry.number == work.number)?;
    let text = entry.text.plain();
    let text = text.strip_suffix('.').unwrap_or(&text);
    Some(match &work.locator {
        Some(place) => format!("{text}, {place}"),
        None => text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Inline;
    use crate::lang::Lang;

    fn text(content: Vec<Inline>) -> Text {
        Text { lang: Lang::parse("en").unwrap(), content }
    }

    #[test]
    fn a_work_is_named_in_full_with_the_place_in_it() {
        let entry = |number, words: &str| Reference {
            number,
            key: String::new(),
            text: text(vec![Inline::Text(words.to_owned())]),
            incomplete: false,
            mentions: 1,
        };
        let references = [entry(1, "Bureau (2020). Yearbook."), entry(2, "A survey")];
        let cited = |number, locator: Option<&str>| Cited {
            number,
            key: String::new(),
            mention: 1,
            locator: locator.map(str::to_owned),
        };
        let works = vec![cited(1, Some("p. 4")), cited(2, None), cited(3, None)];
        let source = text(vec![
            Inline::Text("Taken from ".to_owned()),
            Inline::Mark(Mark::Citation(works)),
        ]);
        assert_eq!(
            words(&source, &references),
            "Taken from Bureau (2020). Yearbook, p. 4; A survey"
        );
    }
}
