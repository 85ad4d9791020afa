//! The words that the sentences on all shapes share.

use rust_decimal::Decimal;

use crate::locale::{Locale, Messages, Phrase, PluralCategory, Quantity, Term};

use super::change::{Change, is_difference_shown};
use super::subject::{CategoryKind, Row, Shape, Subject};

/// Most names in a list; of more, two are named and the others counted.
pub(super) const MAX_NAMES: usize = 3;

/// How a language writes and what it says.
pub(super) struct Voice<'a> {
    pub(super) locale: &'a Locale,
    pub(super) messages: &'a Messages,
}

impl Voice<'_> {
    /// The message with terms in its places.
    pub(super) fn say(&self, key: &str, terms: &[(&str, Term<'_>)]) -> Phrase {
        self.locale.phrase(self.messages.get(key), terms)
    }

    /// The label of a series with its unit, which a label that names it does without.
    pub(super) fn head(&self, row: &Row<'_>) -> Phrase {
        self.with_unit(&row.label, row)
    }

    /// The same in quotation marks, for the first of several series.
    pub(super) fn quoted_head(&self, row: &Row<'_>) -> Phrase {
        self.with_unit(&self.quoted(&row.label), row)
    }

    /// The label in quotation marks, for a series that another with its unit precedes.
    pub(super) fn quoted_label(&self, row: &Row<'_>) -> Phrase {
        self.locale.phrase("{label}", &[("label", (*self.quoted(&row.label)).into())])
    }

    fn with_unit(&self, label: &str, row: &Row<'_>) -> Phrase {
        let words = |text: &str| -> Vec<String> {
            let text = self.locale.lowercase(text);
            let words = text.split(|c: char| !c.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let (of_label, of_unit) = (words(&row.label), words(row.unit));
        let named = !of_unit.is_empty()
            && of_label.windows(of_unit.len()).any(|words| words == of_unit);
        match row.unit {
            unit if unit.is_empty() || named => {
                self.locale.phrase("{label}", &[("label", label.into())])
            }
            unit => {
                let terms = [("label", label.into()), ("unit", unit.into())];
                self.say("summary_head", &terms)
            }
        }
    }

    /// The label of a series in quotation marks.
    pub(super) fn quoted(&self, label: &str) -> String {
        self.messages.format("summary_series", &[("label", label)])
    }

    /// Names in a list.
    pub(super) fn names(&self, names: &[impl AsRef<str>]) -> String {
        if names.len() <= MAX_NAMES {
            return self.locale.and(names);
        }
        let first: Vec<_> = names.iter().take(2).map(AsRef::as_ref).collect();
        let rest = self.count(names.len() - first.len());
        let rest = self.locale.digits(&rest);
        let terms = [("names", first.join(", ")), ("n", rest)];
        let terms = terms.each_ref().map(|(name, text)| (*name, text.as_str()));
        self.messages.format("summary_and_more", &terms)
    }

    /// The categories at these positions, as they stand in brackets.
    pub(super) fn categories(&self, subject: &Subject<'_>, at: &[usize]) -> String {
        let names: Vec<_> = at.iter().map(|at| subject.categories[*at]).collect();
        let list = self.names(&names);
        let key = match (subject.kind, names.len()) {
            (CategoryKind::Years, 1) => "summary_year",
            (CategoryKind::Years, 2..=MAX_NAMES) => "summary_years",
            _ => return list,
        };
        self.messages.format(key, &[("years", &list)])
    }

    /// A value by its series and its category; what flows, by where it comes from first.
    pub(super) fn cell(
        &self,
        subject: &Subject<'_>,
        [series, category]: [usize; 2],
    ) -> String {
        let (series, category) =
            (&*subject.rows[series].label, subject.categories[category]);
        let (series, category) = match subject.shape {
            Shape::Flows => (category, series),
            _ => (series, category),
        };
        let names = [("series", series), ("category", category)];
        self.messages.format("summary_cell", &names)
    }

    /// The category at this position as an adverbial: “in 1991”, «1991 жылы»; what is no
    /// year stands in brackets.
    pub(super) fn when(&self, subject: &Subject<'_>, at: usize) -> String {
        let label = subject.categories[at];
        match subject.kind {
            CategoryKind::Years => {
                self.messages.format("summary_in_year", &[("year", label)])
            }
            CategoryKind::Dates | CategoryKind::Names => format!("({label})"),
        }
    }

    /// How `head` moves along `path` from the first to the last value, which differ.
    pub(super) fn moved(
        &self,
        head: &Phrase,
        path: &Phrase,
        [first, last]: [&Quantity; 2],
    ) -> Phrase {
        let key = if last.value > first.value { "summary_rose" } else { "summary_fell" };
        let moved = self.say(key, &[("head", head.into()), ("path", path.into())]);
        self.by(&moved, [first, last])
    }

    /// The same with how far it is from the first value to the last, in brackets.
    pub(super) fn by(&self, moved: &Phrase, [first, last]: [&Quantity; 2]) -> Phrase {
        let (key, change) = match Change::between(first, last) {
            Change::None | Change::Plain => return moved.clone(),
            Change::By(change) => ("summary_by", change),
            Change::Points(change) => match self.locale.plural(&change) {
                PluralCategory::One => ("summary_by_point", change),
                _ => ("summary_by_points", change),
            },
        };
        let about = match is_difference_shown(&change, [first, last]) {
            true => String::new(),
            false => format!("{} ", self.messages.get("summary_roughly")),
        };
        let terms = [
            ("moved", moved.into()),
            ("about", (*about).into()),
            ("change", (&change).into()),
        ];
        self.say(key, &terms)
    }

    /// `head: text`.
    pub(super) fn about(&self, head: &Phrase, text: &Phrase) -> Phrase {
        self.say("summary_about", &[("head", head.into()), ("text", text.into())])
    }

    /// A number of things.
    pub(super) fn count(&self, things: usize) -> Quantity {
        Quantity::new(Decimal::from(things))
    }
}
