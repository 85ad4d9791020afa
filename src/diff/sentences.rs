//! Sentences of two versions of a text.

use super::Sentences;
use super::align::{Item, align};
use crate::record::Kind;

/// The longest word in letters that a full stop may end without ending a sentence: an
/// initial, `г.`, `т. б.`, `жж.`, `p.`, `No.`
const ABBREVIATION: usize = 2;

/// The sentences that are not the same in two versions of a part.
pub(super) fn sentences(kind: Kind, old: &str, new: &str) -> Vec<Sentences> {
    let parts = |text| match kind {
        Kind::Row | Kind::Columns | Kind::Variable | Kind::Check => vec![Sentence(text)],
        Kind::Chart | Kind::Code => text.lines().map(Sentence).collect(),
        _ => split(text),
    };
    let (old, new) = (parts(old), parts(new));
    let pairs = align(&old, &new).into_iter();
    let words = |pair: (Option<usize>, Option<usize>)| {
        (pair.0.map(|at| old[at].0), pair.1.map(|at| new[at].0))
    };
    let changed = pairs.map(words).filter(|(one, other)| one != other);
    changed
        .map(|(old, new)| Sentences {
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
        })
        .collect()
}

#[derive(PartialEq)]
struct Sentence<'t>(&'t str);

impl Item for Sentence<'_> {
    fn is_like(&self, _: &Self) -> bool {
        true
    }

    fn words(&self) -> &str {
        self.0
    }
}

/// The sentences of a text. One that is not told from the next is shown with it.
fn split(text: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (end, next) in ends(line) {
            sentences.push(Sentence(&line[start..end]));
            start = next;
        }
        if start < line.len() {
            sentences.push(Sentence(&line[start..]));
        }
    }
    sentences
}

/// Where sentences of a line end, and where the next begin.
fn ends(line: &str) -> Vec<(usize, usize)> {
    // A space that does not break holds its words together.
    let spaces = line.match_indices(' ').map(|(at, _)| at);
    let ends = spaces.filter(|at| ends_sentence(&line[..*at], &line[at + 1..]));
    ends.map(|at| (at, at + 1)).collect()
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let opens =
        |c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"(*[◇".contains(c);
    if !after.starts_with(opens) {
        return false;
    }
    // What may follow a stop: quotes, brackets, the marks of notes and citations.
    let bare = before.trim_end_matches(|c: char| "»”\")*⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    let bare = match bare.strip_suffix(']') {
        Some(cited) => cited.rsplit_once('[').map_or(bare, |(words, _)| words),
        None => bare,
    };
    let Some(words) = bare.trim_end().strip_suffix('.') else {
        return bare.trim_end().ends_with(['?', '!', '…']);
    };
    if !words.ends_with(char::is_alphanumeric) {
        return true;
    }
    let last = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(words);
    last.chars().count() > ABBREVIATION || last.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        split(text).iter().map(|own| own.0).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn sentences_end_where_readers_say() {
        for (text, wanted) in [
            ("It fell. It rose. ", "It fell.|It rose. "),
            ("By M. B. Asanbayev. In 2003!", "By M. B. Asanbayev.|In 2003!"),
            (
                "Ол 431,3-ке жетті [3, 5-б.]. Содан кейін",
                "Ол 431,3-ке жетті [3, 5-б.].|Содан кейін",
            ),
            ("Так было.¹ «Потом» – иначе… Да?", "Так было.¹|«Потом» – иначе…|Да?"),
            ("в г. Алматы и т. д. Потом", "в г. Алматы и т. д. Потом"),
            ("In 2003. 12 towns", "In 2003.|12 towns"),
            ("one line\nOther", "one line|Other"),
        ] {
            assert_eq!(shown(text), wanted);
        }
    }

    #[test]
    fn only_what_changed_is_shown() {
        let (old, new) = ("It was 5. It fell.", "It was 6. It fell. Then it rose.");
        let changed = sentences(Kind::Paragraph, old, new);
        let shown: Vec<_> =
            changed.iter().map(|own| (own.old.as_deref(), own.new.as_deref())).collect();
        let wanted =
            [(Some("It was 5."), Some("It was 6.")), (None, Some("Then it rose."))];
        assert_eq!(shown, wanted);
        let row = sentences(Kind::Row, "2003. A\t5", "2003. A\t6");
        assert_eq!(row[0].old.as_deref(), Some("2003. A\t5"));
    }
}
