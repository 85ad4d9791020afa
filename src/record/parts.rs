//! The parts of a page while they are taken down.

use super::{Kind, Part};

/// The parts of a page in the order of reading, and the anchor that the next stands under.
#[derive(Default)]
pub(super) struct Parts {
    at: String,
    parts: Vec<Part>,
}

impl Parts {
    /// What follows stands under this anchor.
    pub(super) fn enter(&mut self, anchor: &str) {
        anchor.clone_into(&mut self.at);
    }

    /// Does `work` under an anchor of its own.
    pub(super) fn under(&mut self, anchor: &str, work: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.at, anchor.to_owned());
        work(self);
        self.at = outer;
    }

    /// Adds a part.
    pub(super) fn add(&mut self, kind: Kind, text: impl Into<String>) {
        self.named(kind, "", text);
    }

    /// Adds a part if there is one.
    pub(super) fn maybe(&mut self, kind: Kind, text: Option<impl Into<String>>) {
        if let Some(text) = text {
            self.add(kind, text);
        }
    }

    /// Adds a part that has a name.
    pub(super) fn named(&mut self, kind: Kind, name: &str, text: impl Into<String>) {
        self.drawn(kind, name, text, Vec::new());
    }

    /// Adds a part that is drawn.
    pub(super) fn drawn(
        &mut self,
        kind: Kind,
        name: &str,
        text: impl Into<String>,
        drawn: Vec<String>,
    ) {
        let (at, name, text) = (self.at.clone(), name.to_owned(), text.into());
        self.parts.push(Part { at, kind, name, text, drawn });
    }

    /// All of them.
    pub(super) fn finish(self) -> Vec<Part> {
        self.parts
    }
}
