//! What can be wrong, where it is, and what to do about it.
//!
//! Stages push what they find into [`Diagnostics`] and go on, so that one run reports
//! everything.

mod catalogue;
mod render;

pub use catalogue::Code;
pub use render::{human, json};

use crate::source::{Input, Span};

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
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
        }
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

    /// Adds those of a stage that ran on its own.
    pub fn append(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// All of them in the order of their places, each once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        let place = |d: &Diagnostic| d.labels.first().map(|label| label.span);
        let order = |d: &Diagnostic| (place(d), d.code, d.message.clone());
        self.found.sort_by_cached_key(order);
        self.found.dedup();
        self.found
    }
}

/// The one of `known` that `wrong` was probably meant to be.
pub fn nearest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// `file:line:column` of a place.
pub fn place(input: &Input, span: Span) -> String {
    let (line, column) = input.position(span);
    format!("{}:{line}:{column}", input.file(span.file).path)
}
