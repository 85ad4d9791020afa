//! What a typesetter does for an author: quotation marks, dashes, ellipses and spaces
//! that hold, as the language wants them.
//!
//! A keyboard has `"`, `-` and a space that breaks; a page has «…», an em dash and a
//! space that does not. A rule sees a whole line, across emphasis, values and links, and
//! answers with edits. No rule changes any other sign than quotation marks, dashes,
//! spaces and the dots of an ellipsis; none changes what is set already.

mod address;
mod apostrophes;
mod dashes;
mod ellipsis;
mod gaps;
mod line;
mod quotes;
mod ranges;
mod signs;
#[cfg(test)]
mod tests;

use super::{Locale, Tongue};
use line::{Edit, Line};

/// Stands in a line for what is no words: a citation, code. It is neither a letter nor a
/// space.
pub const OBJECT: &str = "\u{fffc}";

/// A part of a line that has one form and one maker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What a reader sees.
    pub text: String,
    /// Whether it stays as it is: a value, code, the words of a link. Rules see it, for
    /// what stands beside it depends on it.
    pub fixed: bool,
}

/// What a rule wants changed, in the order of the line.
type Rule = fn(&Line, Tongue) -> Vec<Edit>;

/// Each sees what those before it have done.
const RULES: [Rule; 7] = [
    ellipsis::edits,
    apostrophes::edits,
    quotes::edits,
    ranges::edits,
    dashes::edits,
    signs::edits,
    gaps::edits,
];

impl Locale {
    /// The texts of the stretches as the language sets them. A language whose rules are
    /// not known here leaves them as they are.
    pub fn typeset(&self, stretches: Vec<Stretch>) -> Vec<String> {
        if self.tongue == Tongue::Other {
            return stretches.into_iter().map(|stretch| stretch.text).collect();
        }
        let mut line = Line::of(&stretches);
        address::fix(&mut line);
        for rule in RULES {
            let edits = rule(&line, self.tongue);
            line.apply(edits);
        }
        line.into_texts()
    }

    /// Words that are a line of their own, as the language sets them.
    pub fn typeset_words(&self, words: &str) -> String {
        let stretch = Stretch { text: words.to_owned(), fixed: false };
        self.typeset(vec![stretch]).concat()
    }
}
