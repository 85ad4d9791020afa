//! Gaps that no line may break at: between a number and its unit, initials and a name, a
//! Russian preposition and its noun, before a dash.

mod english;
mod kazakh;
mod russian;
mod word;

use super::Tongue;
use super::line::{Edit, HOLD, Line};

/// The words around a gap; none is an empty text.
struct Gap<'a> {
    /// Before the word before.
    earlier: &'a str,
    before: &'a str,
    after: &'a str,
    /// After the word after.
    beyond: &'a str,
}

/// Spaces that hold in the place of spaces that break, where the language wants them.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    let places = line.words();
    let (texts, words) = line.texts(&places);
    let word = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).map_or("", |bytes| &texts[bytes.clone()])
    };
    let mut edits = Vec::new();
    for (at, pair) in places.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let space = before.end..after.start;
        let gap = Gap {
            earlier: word(at.checked_sub(1)),
            before: word(Some(at)),
            after: word(Some(at + 1)),
            beyond: word(Some(at + 2)),
        };
        if line.is_breaking(space.clone()) && gap.holds(tongue) {
            edits.push(Edit { range: space, text: HOLD });
        }
    }
    edits
}

impl Gap<'_> {
    fn holds(&self, tongue: Tongue) -> bool {
        match tongue {
            Tongue::English => english::holds(self),
            Tongue::Kazakh => kazakh::holds(self),
            Tongue::Russian => russian::holds(self),
            Tongue::Other => false,
        }
    }

    /// «М. Б. Асанбаев»: after an initial, before another or a name.
    fn follows_initial(&self) -> bool {
        word::is_initials(word::opened(self.before))
            && (word::is_initials(word::closed(self.after)) || word::is_name(self.after))
    }

    /// «Асанбаев М. Б.»: between a name and initials.
    fn precedes_initials(&self) -> bool {
        let own = word::closed(self.after);
        let two =
            own.matches('.').count() > 1 || word::is_initials(word::closed(self.beyond));
        word::is_name(word::opened(self.before)) && word::is_initials(own) && two
    }

    /// Before a dash between words.
    fn precedes_dash(&self) -> bool {
        matches!(self.after, "—" | "–")
    }

    /// A number, and what stands after it without the marks that close it.
    fn after_number(&self) -> Option<&str> {
        word::is_number(word::opened(self.before)).then(|| word::closed(self.after))
    }

    /// The day of a month, and what stands after it.
    fn after_day(&self) -> Option<&str> {
        word::is_day(word::opened(self.before)).then(|| word::closed(self.after))
    }

    /// What stands before a number, without the marks that open it.
    fn before_number(&self) -> Option<&str> {
        let digit = self.after.starts_with(|sign: char| sign.is_ascii_digit());
        digit.then(|| word::opened(self.before))
    }
}

/// Whether `list`, words with spaces between them, has `word`.
fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|own| own == word)
}

/// The same for a word that may end a sentence with its dot: `km` and `km.`.
fn has_last(list: &str, word: &str) -> bool {
    has(list, word) || word.strip_suffix('.').is_some_and(|bare| has(list, bare))
}
