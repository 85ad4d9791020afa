//! Quotation marks in pairs: en “…” and ‘…’, kk «…» and “…”, ru «…» and „…“.

use super::Tongue;
use super::line::{Edit, Line, is_open};

/// Straight marks that make a pair become those of the language: inside another pair,
/// whoever set it, the inner ones. A mark without its other half stays straight.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    if line.find(is_straight).next().is_none() {
        return Vec::new();
    }
    let mut reader = Reader::new(line, tongue);
    for at in line.find(is_mark) {
        reader.read(at);
    }
    let mut edits = reader.apostrophes;
    let mut pairs = reader.pairs;
    pairs.sort_by_key(|pair| pair.open);
    // The pairs around the one at hand, each with where it ends.
    let mut around: Vec<(usize, Looks)> = Vec::new();
    for pair in pairs {
        while around.last().is_some_and(|(end, _)| *end < pair.open) {
            around.pop();
        }
        let looks = pair.class.looks(around.last().map(|(_, looks)| *looks), tongue);
        around.push((pair.close, looks));
        if pair.class.is_straight() {
            let [open, close] = looks.marks(tongue);
            edits.extend([Edit::of(pair.open, open), Edit::of(pair.close, close)]);
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

fn is_straight(letter: char) -> bool {
    matches!(letter, '"' | '\'')
}

fn is_mark(letter: char) -> bool {
    is_straight(letter) || "«»“”„‘’".contains(letter)
}

/// A kind of mark that pairs with its own kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    StraightDouble,
    StraightSingle,
    /// «…»
    Angled,
    /// “…”
    Curled,
    /// „…“
    Low,
    /// ‘…’
    CurledSingle,
}

/// Which of its two pairs of marks a language uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// “…” in English, else «…».
    Outer,
    /// ‘…’ in English, else “…” or „…“.
    Inner,
}

#[derive(Debug)]
struct Pair {
    open: usize,
    close: usize,
    class: Class,
}

impl Class {
    const COUNT: usize = 6;

    fn is_straight(self) -> bool {
        matches!(self, Self::StraightDouble | Self::StraightSingle)
    }

    /// How a pair looks inside one that looks like `around`: other than that.
    fn looks(self, around: Option<Looks>, tongue: Tongue) -> Looks {
        let own = match (self, tongue) {
            (Self::CurledSingle, _) | (Self::StraightSingle, Tongue::English) => {
                Looks::Inner
            }
            (Self::Curled | Self::Low, Tongue::Kazakh | Tongue::Russian) => Looks::Inner,
            _ => Looks::Outer,
        };
        match around {
            Some(Looks::Outer) if self.is_straight() => Looks::Inner,
            Some(Looks::Inner) if self.is_straight() => Looks::Outer,
            _ => own,
        }
    }
}

impl Looks {
    fn marks(self, tongue: Tongue) -> [&'static str; 2] {
        match (tongue, self) {
            (Tongue::English, Self::Outer) => ["“", "”"],
            (Tongue::English, Self::Inner) => ["‘", "’"],
            (_, Self::Outer) => ["«", "»"],
            (Tongue::Russian, Self::Inner) => ["„", "“"],
            (_, Self::Inner) => ["“", "”"],
        }
    }
}

/// Reads marks from the start of the line, and pairs them.
struct Reader<'a> {
    line: &'a Line,
    tongue: Tongue,
    /// Where marks stand that are open.
    open: Vec<(usize, Class)>,
    /// How many of them there are of each class.
    counts: [usize; Class::COUNT],
    /// Pairs in the order in which they close.
    pairs: Vec<Pair>,
    /// English marks after a word that close nothing: `the workers' rights`.
    apostrophes: Vec<Edit>,
    /// The last mark that opened, if it did.
    opened: Option<usize>,
}

impl<'a> Reader<'a> {
    fn new(line: &'a Line, tongue: Tongue) -> Self {
        Self {
            line,
            tongue,
            open: Vec::new(),
            counts: [0; Class::COUNT],
            pairs: Vec::new(),
            apostrophes: Vec::new(),
            opened: None,
        }
    }

    fn read(&mut self, at: usize) {
        match self.line.letter(at) {
            Some('"') => self.straight(at, Class::StraightDouble),
            Some('\'') => self.straight(at, Class::StraightSingle),
            Some('«') => self.opens(at, Class::Angled),
            Some('»') => drop(self.closes(at, Class::Angled)),
            Some('„') => self.opens(at, Class::Low),
            Some('“') if self.closes(at, Class::Low) => {}
            Some('“') => self.opens(at, Class::Curled),
            Some('”') if self.closes(at, Class::Curled) => {}
            Some('”') => drop(self.closes(at, Class::Low)),
            Some('‘') => self.opens(at, Class::CurledSingle),
            Some('’') if !self.line.letter(at + 1).is_some_and(char::is_alphanumeric) =>
            {
                self.closes(at, Class::CurledSingle);
            }
            _ => {}
        }
    }

    fn straight(&mut self, at: usize, class: Class) {
        let (before, after) = (self.line.before(at), self.line.letter(at + 1));
        let after_open = at.checked_sub(1).is_some_and(|one| self.opened == Some(one));
        let may_open = after_open || is_open(before) || before.is_some_and(is_opener);
        let may_open = may_open && !is_open(after) && !after.is_some_and(is_closer);
        let may_close =
            !after_open && !is_open(before) && !before.is_some_and(is_bracket);
        if may_close && !(may_open && self.is_unopened(class)) && self.closes(at, class) {
            return;
        }
        if may_open {
            self.opens(at, class);
        } else if class == Class::StraightSingle
            && self.tongue == Tongue::English
            && before.is_some_and(char::is_alphabetic)
        {
            self.apostrophes.push(Edit::of(at, "’"));
        }
    }

    fn is_unopened(&self, class: Class) -> bool {
        self.counts[class as usize] == 0
    }

    fn opens(&mut self, at: usize, class: Class) {
        self.open.push((at, class));
        self.counts[class as usize] += 1;
        self.opened = Some(at);
    }

    /// Closes the last mark of the class, and forgets what was opened since; whether
    /// there was one.
    fn closes(&mut self, at: usize, class: Class) -> bool {
        if self.is_unopened(class) {
            return false;
        }
        while let Some((open, own)) = self.open.pop() {
            self.counts[own as usize] -= 1;
            if own == class {
                self.pairs.push(Pair { open, close: at, class });
                return true;
            }
        }
        false
    }
}

/// What a quotation may begin after.
fn is_opener(letter: char) -> bool {
    is_bracket(letter) || "-–—/=|".contains(letter)
}

fn is_bracket(letter: char) -> bool {
    "([{«„“‘¿¡".contains(letter)
}

/// What no quotation begins with.
fn is_closer(letter: char) -> bool {
    ".,;:!?)]}»”".contains(letter)
}
