//! Units of measurement.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Texts;
use crate::expr::PER_MILLE;

/// A unit of measurement.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its words, as they stand under the head of a column: `thousand people`.
    pub label: UnitLabel,
    /// For a multiple: the unit that it is of and how many of them it is.
    pub multiple: Option<Multiple>,
}

/// The words of a unit.
#[derive(Debug, Clone)]
pub enum UnitLabel {
    /// The key of an interface text.
    BuiltIn(&'static str),
    /// Words of the study.
    Own(Texts),
}

/// A unit that is a multiple of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiple {
    /// The id of the other unit.
    pub of: String,
    /// How many of it.
    pub times: Decimal,
}

/// The units that every study has, by id.
pub fn built_in_units() -> BTreeMap<String, Unit> {
    [
        ("person", "unit_person", None),
        ("thousand-person", "unit_thousand_person", Some(("person", 1_000))),
        ("million-person", "unit_million_person", Some(("person", 1_000_000))),
        ("percent", "unit_percent", None),
        ("percentage-point", "unit_percentage_point", None),
        (PER_MILLE, "unit_per_mille", None),
    ]
    .into_iter()
    .map(|(id, label, multiple)| {
        let multiple = multiple.map(|(of, times): (&str, i64)| Multiple {
            of: of.into(),
            times: times.into(),
        });
        (id.to_owned(), Unit { label: UnitLabel::BuiltIn(label), multiple })
    })
    .collect()
}
