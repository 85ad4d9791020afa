//! What can be wrong, where it is, and what to do about it.
//!
//! Stages push what they find into [`Diagnostics`] and go on, so that one run reports
//! everything.

mod catalogue;
mod render;

pub use catalogue::Code;
pub use render::{human, json};

use std::collections::BTreeMap;

use crate::source::{FileId, Input, Span};

/// How many diagnostics of one code in one file are told; a thousand rows with the same
/// mistake are one mistake.
const MAX_ALIKE: usize = 50;

/// Longest message, in characters: what it quotes may be a whole file by mistake.
const MAX_MESSAGE: usize = 400;

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The study cannot be published.
    Error,
    /// Published, but an author should look.
    Warning,
}

/// One thing that is wrong, with its place and a next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem it is: the key of its explanation.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One terse sentence without a full stop that names the offending text.
    pub message: String,
    /// The places it is about, the main one first.
    pub labels: Vec<Label>,
    /// What to do, each a sentence without a full stop.
    pub help: Vec<String>,
}

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is wrong there; empty where the message says it already.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic about `span`, with the severity of its code.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            labels: vec![Label { span, text: String::new() }],
            ..Self::global(code, message)
        }
    }

    /// A diagnostic about no place in a file.
    pub fn global(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: one_line(&message.into()),
            labels: Vec::new(),
            help: Vec::new(),
        }
    }

    /// A diagnostic about a text file with a byte at `offset` that is not UTF-8.
    pub fn not_utf8(input: &Input, file: FileId, offset: usize) -> Self {
        let path = &input.file(file).path;
        let message = format!("`{path}` is not UTF-8 from byte {} on", offset + 1);
        Self::new(Code::NotUtf8, Span::new(file, offset, offset), message)
            .help("save it as UTF-8; an older editor may have written Windows-1251")
    }

    /// Says `text` at the main place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(main) = self.labels.first_mut() {
            main.text = text.into();
        }
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a next step.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds "did you mean" where one of `known` is near to `wrong`, else the whole list.
    #[must_use]
    pub fn suggest<'a>(
        self,
        wrong: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
    ) -> Self {
        if let Some(near) = nearest(wrong, known.clone()) {
            return self.help(format!("did you mean `{near}`?"));
        }
        let names: Vec<_> =
            known.into_iter().take(20).map(|n| format!("`{n}`")).collect();
        if names.is_empty() {
            self
        } else {
            self.help(format!("known: {}", names.join(", ")))
        }
    }

    /// The same problem as a warning.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// Everything that was found wrong so far.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds some diagnostics.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// Adds those of a stage that ran on its own.
    pub fn append(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// All of them, as they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// Whether something with this code is said of this very place.
    pub fn tells_of(&self, code: Code, span: Span) -> bool {
        let at = |d: &Diagnostic| d.labels.first().is_some_and(|own| own.span == span);
        self.iter().any(|d| d.code == code && at(d))
    }

    /// Those that are errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.iter().filter(|d| d.severity == Severity::Error)
    }

    /// All of them in the order of their places, each once; of many alike in one file
    /// the first 50, the last of which says how many more there are.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        let place = |d: &Diagnostic| d.labels.first().map(|label| label.span);
        self.found.sort_by(|a, b| {
            (place(a), a.code, &a.message).cmp(&(place(b), b.code, &b.message))
        });
        self.found.dedup();
        let mut alike: BTreeMap<_, (usize, usize)> = BTreeMap::new();
        let mut told: Vec<Diagnostic> = Vec::new();
        for diagnostic in self.found {
            let file = place(&diagnostic).map(|span| span.file);
            let (count, last) = alike.entry((file, diagnostic.code)).or_default();
            *count += 1;
            if *count <= MAX_ALIKE {
                *last = told.len();
                told.push(diagnostic);
            }
        }
        for (count, last) in alike.into_values().filter(|(count, _)| *count > MAX_ALIKE) {
            let more = count - MAX_ALIKE;
            told[last].help.push(format!("there are {more} more like this in this file"));
        }
        told
    }
}

/// Without control characters, which would break the lines of a terminal, and no longer
/// than [`MAX_MESSAGE`].
fn one_line(message: &str) -> String {
    let mut line: String = message.chars().take(MAX_MESSAGE).map(visible).collect();
    if message.chars().nth(MAX_MESSAGE).is_some() {
        line.push('…');
    }
    line
}

/// The text with a sign in the place of each control character, so that a terminal shows
/// it and does not obey it.
pub fn plain(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(c: char) -> char {
    if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }
}

/// Longest name that is compared with others, in bytes.
const LONGEST_NAME: usize = 64;

/// The one of `known` that `wrong` was probably meant to be.
pub fn nearest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if wrong.len() > LONGEST_NAME {
        return None;
    }
    known
        .into_iter()
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// `file:line:column` of a place; in a workbook `file, sheet!cell`.
pub fn place(input: &Input, span: Span) -> String {
    if let Some(place) = input.sheet_place(span) {
        return format!("{}, {}", input.file(span.file).path, place.address);
    }
    let (line, column) = input.position(span);
    format!("{}:{line}:{column}", input.file(span.file).path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (Input, FileId) {
        let input = Input::new([("a.md".to_owned(), "бір\nекі\n".as_bytes().to_vec())]);
        let file = input.find("a.md").unwrap();
        (input, file)
    }

    #[test]
    fn each_is_told_once_in_the_order_of_places() {
        let (_, file) = file();
        let at = |at, message| {
            Diagnostic::new(Code::BadValue, Span::new(file, at, at + 1), message)
        };
        let mut found = Diagnostics::new();
        for (place, message) in [(7, "c"), (0, "a"), (0, "b"), (0, "a"), (0, "b")] {
            found.push(at(place, message));
        }
        found.push(Diagnostic::global(Code::MissingFile, "x"));
        let told: Vec<_> = found.sorted().into_iter().map(|d| d.message).collect();
        assert_eq!(told, ["x", "a", "b", "c"]);
    }

    #[test]
    fn of_many_alike_the_first_are_told_and_the_others_counted() {
        let (_, file) = file();
        let mut found = Diagnostics::new();
        for at in 0..MAX_ALIKE + 7 {
            let span = Span::new(file, at, at);
            found.push(Diagnostic::new(Code::BadNumber, span, "bad"));
        }
        found.push(Diagnostic::new(Code::BadValue, Span::start_of(file), "other"));
        let told = found.sorted();
        assert_eq!(told.len(), MAX_ALIKE + 1);
        let last = told.last().unwrap();
        assert_eq!(last.help, ["there are 7 more like this in this file"]);
    }

    #[test]
    fn a_message_is_one_line_of_bearable_length() {
        let long = Diagnostic::global(Code::BadValue, format!("a\n{}", "б".repeat(900)));
        assert_eq!(long.message.chars().count(), MAX_MESSAGE + 1);
        assert!(long.message.starts_with("a\u{fffd}б"));
    }

    #[test]
    fn nothing_that_is_quoted_gives_orders_to_a_terminal() {
        let evil = "a\u{1b}[2J\u{9b}2J\u{7f}\u{0}б";
        let path = format!("{evil}\n.md");
        let input = Input::new([(path.clone(), evil.into())]);
        let span = Span::new(input.find(&path).unwrap(), 0, evil.len());
        let diagnostic =
            Diagnostic::new(Code::BadValue, span, evil).label(evil).also(span, evil);
        let text = human(&[diagnostic.help(evil)], &input, false);
        let orders = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(orders), "{text:?}");
        assert_eq!(text.lines().filter(|line| line.contains(".md:1:1")).count(), 2);
        assert_eq!(text.matches('б').count(), 8, "{text}");
    }

    #[test]
    fn the_nearest_name_is_offered_only_if_it_is_near() {
        let known = ["title", "subtitle", "type"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("keywords", known), None);
        let far = Diagnostic::global(Code::UnknownKey, "x").suggest("keywords", known);
        assert_eq!(far.help, ["known: `title`, `subtitle`, `type`"]);
    }

    #[test]
    fn a_byte_that_is_not_utf8_is_shown_after_the_text_before_it() {
        let bytes = "бір\nекі ".bytes().chain([0xff, b'x']).collect();
        let input = Input::new([("a.md".to_owned(), bytes)]);
        let file = input.find("a.md").unwrap();
        let at = input.text(file).unwrap_err();
        let diagnostic = Diagnostic::not_utf8(&input, file, at);
        assert_eq!(place(&input, diagnostic.labels[0].span), "a.md:2:5");
        assert!(human(&[diagnostic], &input, false).contains("2 | екі"));
    }
}
