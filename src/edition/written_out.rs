//! The words of a text that stands far from a reference list: its works are written out.

use super::{Cited, Inline, Mark, Reference, Text, plain};
use crate::lang::Lang;

/// The words of `text` in parts that follow each other, each in its own language, with each
/// work in full where the page has its number in brackets.
pub fn written_out(text: &Text, references: &[Reference]) -> Vec<(Lang, String)> {
    let mut parts = Vec::new();
    write(text.lang, &text.content, references, &mut parts);
    parts
}

fn write(
    lang: Lang,
    line: &[Inline],
    references: &[Reference],
    parts: &mut Vec<(Lang, String)>,
) {
    for inline in line {
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Superscript(content)
            | Inline::Subscript(content)
            | Inline::Struck(content)
            | Inline::Link { content, .. } => write(lang, content, references, parts),
            Inline::Mark(Mark::Citation(works)) => {
                let works = works.iter().map(|own| work(lang, own, references));
                for (at, work) in works.filter(|own| !own.is_empty()).enumerate() {
                    parts.extend((at > 0).then(|| (lang, "; ".to_owned())));
                    parts.extend(work);
                }
            }
            other => parts.push((lang, plain(std::slice::from_ref(other)))),
        }
    }
}

/// A work's entry without its full stop, and the place in it.
fn work(lang: Lang, cited: &Cited, references: &[Reference]) -> Vec<(Lang, String)> {
    let known = references.iter().find(|entry| entry.key == cited.key);
    let Some(Reference { text, .. }) = known else { return Vec::new() };
    let words = text.plain();
    let entry = (text.lang, words.strip_suffix('.').unwrap_or(&words).to_owned());
    let place = cited.locator.as_ref().map(|place| (lang, format!(", {place}")));
    [entry].into_iter().chain(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::parse(tag).unwrap()
    }

    fn text(tag: &str, content: Vec<Inline>) -> Text {
        Text { lang: lang(tag), content }
    }

    fn cited(key: &str, locator: Option<&str>) -> Cited {
        let locator = locator.map(str::to_owned);
        Cited { number: 1, key: key.to_owned(), mention: 1, locator }
    }

    #[test]
    fn a_work_is_named_in_full_with_the_place_in_it() {
        let entry = |key: &str, tag, words: &str| Reference {
            number: 1,
            key: key.to_owned(),
            text: text(tag, vec![Inline::Text(words.to_owned())]),
            incomplete: false,
            mentions: 1,
        };
        let references = [
            entry("bureau", "en", "Bureau (2020). Yearbook."),
            entry("survey", "ru", "Опрос"),
        ];
        let works = vec![
            cited("unknown", None),
            cited("bureau", Some("4-б.")),
            cited("survey", None),
        ];
        let source = text(
            "kk",
            vec![
                Inline::Text("Алынған жері: ".to_owned()),
                Inline::Strong(vec![Inline::Mark(Mark::Citation(works))]),
                Inline::Text("; кестелер".to_owned()),
            ],
        );
        let parts = written_out(&source, &references);
        let words: String = parts.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, "Алынған жері: Bureau (2020). Yearbook, 4-б.; Опрос; кестелер");
        let languages: Vec<&str> = parts.iter().map(|(lang, _)| lang.as_str()).collect();
        assert_eq!(languages, ["kk", "en", "kk", "kk", "ru", "kk"]);
    }
}
