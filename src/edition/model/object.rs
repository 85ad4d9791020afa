//! Numbered figures and tables, and editorial notes on what they show.

use crate::locale::Messages;

use super::{FlagMark, Grid, Text};
use crate::edition::Chart;

/// A numbered figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its anchor.
    pub id: String,
    /// Its number with the word, such as `Figure 1` or `1-сурет`.
    pub label: String,
    /// The finding.
    pub title: Text,
    /// Measure, unit, place and period.
    pub subtitle: Text,
    /// What is to be seen, in words.
    pub alt: Text,
    /// What the data say, in one sentence.
    pub summary: Text,
    /// Notes on what is drawn.
    pub notes: Option<Text>,
    /// Where the data come from.
    pub source: Text,
    /// The dataset's id.
    pub dataset: String,
    /// The time that it shows.
    pub period: String,
    /// What is drawn.
    pub chart: Chart,
    /// The same as a table.
    pub grid: Grid,
    /// The editorial notes on what is drawn.
    pub findings: Vec<Finding>,
}

impl Figure {
    /// The summary, where it says more than the alt text.
    pub fn own_summary(&self) -> Option<&Text> {
        let words = |text: &Text| text.plain().trim().trim_end_matches('.').to_owned();
        let said = words(&self.alt).contains(&words(&self.summary));
        Some(&self.summary).filter(|_| !said)
    }

    /// What its flagged values look like, and what their flags mean: for a line below the
    /// drawing.
    pub fn legend(&self, messages: &Messages) -> Option<(String, String)> {
        let key = match self.chart.kind.has_hollow_marks() {
            true => "flags_hollow",
            false => "flags",
        };
        let entry = |flag: &FlagMark| {
            let code = flag.code.to_string();
            messages.format("flag_entry", &[("code", &code), ("meaning", &flag.meaning)])
        };
        let entries: Vec<String> = self.grid.flags.iter().map(entry).collect();
        (!entries.is_empty()).then(|| (messages.get(key).to_owned(), entries.join("; ")))
    }

    /// All that its drawing says to those who do not see it: the alt text and the summary.
    pub fn described(&self) -> impl Iterator<Item = &Text> {
        [Some(&self.alt), self.own_summary()].into_iter().flatten()
    }

    /// The same as plain words.
    pub fn description(&self) -> String {
        let words: Vec<_> = self.described().map(Text::plain).collect();
        words.join(" ")
    }
}

/// A numbered table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its anchor.
    pub id: String,
    /// Its number with the word, such as `Table 1` or `1-кесте`.
    pub label: String,
    /// Its title.
    pub title: Text,
    /// Notes on its rows.
    pub notes: Option<Text>,
    /// Where the data come from.
    pub source: Text,
    /// The dataset's id.
    pub dataset: String,
    /// Heads and cells.
    pub grid: Grid,
    /// The editorial notes on what is shown.
    pub findings: Vec<Finding>,
}

/// An editorial note: what a disputed check of a dataset found, or what the data say where
/// a claim is disputed.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its id on a page.
    pub id: String,
    /// What was found, a sentence for each row or one for the whole dataset.
    pub messages: Vec<Text>,
    /// Why it is published all the same.
    pub reason: Text,
}
