//! Numbers of a text that come from no dataset.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic};
use crate::locale::Quantity;
use crate::source::Span;

use super::Reader;
use super::said::Said;
use super::words::Kind;
use crate::translation::numeral::{Numeral, NumeralRole};

/// Reports numbers that are neither bound nor declared, and those that are not written as
/// their language writes numbers; not those whose place is among `told`.
pub(super) fn check(
    said: &Said<'_>,
    reader: &Reader,
    file: &str,
    told: &BTreeSet<Span>,
) -> Vec<Diagnostic> {
    if said.faulty {
        return Vec::new();
    }
    let numerals = said.numerals.digits.iter();
    let found = numerals.filter_map(|numeral| {
        let span = said.words.span(&numeral.range).unwrap_or(said.unit.span);
        let written = said.words.text.get(numeral.range.clone())?;
        match &numeral.otherwise {
            Some(_) => Some(misread(numeral, written, span, reader)),
            None if is_unbound(said, numeral, file) && !told.contains(&span) => {
                Some(unbound(written, span))
            }
            None => None,
        }
    });
    found.collect()
}

fn is_unbound(said: &Said<'_>, numeral: &Numeral, file: &str) -> bool {
    numeral.role == NumeralRole::Amount
        && said.words.kind(numeral.range.start) == Kind::Plain
        && !(said.unit.role.is_keyed() && names_things(file, &said.unit.key))
}

/// Whether a text in YAML names what is measured or drawn, or where it stands in print:
/// “aged 15 and over”, “per 1000 people”, “Form 2, vol. 3”.
fn names_things(file: &str, key: &str) -> bool {
    /// Keys whose texts are names or references.
    const NAMES: [&str; 14] = [
        "affiliations",
        "authors",
        "journal",
        "keywords",
        "label",
        "levels",
        "licence",
        "missing",
        "name",
        "reference-bands",
        "reference-lines",
        "short",
        "source",
        "subtitle",
    ];
    file == "units" || key.split('.').any(|part| NAMES.contains(&part))
}

fn unbound(written: &str, span: Span) -> Diagnostic {
    let message = format!("the number `{written}` comes from no dataset");
    Diagnostic::new(Code::UnboundNumber, span, message)
        .help("take it from a dataset: `{{ dataset[key].variable }}`")
        .help(format!("or declare it: `{{{{ lit(\"{written}\") }}}}`"))
}

fn misread(numeral: &Numeral, written: &str, span: Span, reader: &Reader) -> Diagnostic {
    let message = format!("`{written}` is no number in `{}`", reader.lang);
    let values = numeral.otherwise.iter().flatten().take(2);
    let ways: Vec<String> = values
        .map(|value| format!("`{}`", reader.locale.digits(&Quantity::new(*value))))
        .collect();
    Diagnostic::new(Code::NumberFormat, span, message)
        .help(format!("the language writes {}", ways.join(" or ")))
}
